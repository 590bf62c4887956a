"""Options that a flow does not name itself: people, goals, places, numbers."""

from collections.abc import Iterable

from flows.engine.states import Option


def own(shown: Iterable[tuple[object, object]]) -> tuple[Option, ...]:
    """Each by its token and its label, which is shown as it is, in every language."""
    return tuple(Option(str(token), str(label), own=True) for token, label in shown)


def numbers(these: Iterable[int]) -> tuple[Option, ...]:
    return own((number, number) for number in these)
