"""Options that a flow does not name itself, such as people and places, and what was picked."""

from collections.abc import Iterable

from flows.engine.states import Option, Predicate


def own(shown: Iterable[tuple[object, object]]) -> tuple[Option, ...]:
    """Each by its token and its label, which is shown as it is, in every language."""
    return tuple(Option(str(token), str(label), own=True) for token, label in shown)


def numbers(these: Iterable[int]) -> tuple[Option, ...]:
    return own((number, number) for number in these)


def picked(state: str, token: str) -> Predicate:
    """Whether that option was picked there."""
    return lambda answers, facts: bool(answers.get(state) == token)
