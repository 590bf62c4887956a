"""The options of a state in the words in which the person saw them."""

import re

from flows.engine.prompts import values_of
from flows.engine.standing import Standing, asked_at
from flows.engine.states import Facts, Flow, Heard, Option, options_of
from flows.reading import Offered

_HOLE = re.compile(r"\s*\{(\w*)[^}]*\}")


def shown(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> list[Offered]:
    """The options of a state as the person saw them, with the names in them."""
    options = options_of(asked_at(flow, standing), standing.answers, facts)
    named = any("{" in text for one in options for text in (one.label, *one.words))
    return offered(options, heard, values_of(flow, standing.answers, facts) if named else {})


def offered(
    options: tuple[Option, ...], heard: Heard, values: Facts | None = None
) -> list[Offered]:
    """The options in the words the person saw, and the other words that mean them; of these none
    whose name is unknown, which would leave a mere "not"."""
    return [
        Offered(
            option.token,
            (
                *_shown_as(option, heard, values or {}),
                *(
                    word
                    for msgid in option.words
                    for said in heard.say(msgid).split(", ")
                    for word in _named(said, values or {})
                ),
            ),
        )
        for option in options
    ]


def _shown_as(option: Option, heard: Heard, values: Facts) -> tuple[str, ...]:
    if option.own:
        return (option.label,)
    label = heard.say(option.label)
    return _named(label, values) or (_HOLE.sub("", label),)


def _named(text: str, values: Facts) -> tuple[str, ...]:
    """A text with the name in it, whole and the first alone; none where it is not known."""
    hole = _HOLE.search(text) if "{" in text else None
    if not hole:
        return (text,)
    name = values.get(hole[1])
    if not isinstance(name, str) or not name.strip():
        return ()
    known = dict.fromkeys((name, name.split()[0]))
    return tuple(text.replace(hole[0], f" {one}").strip() for one in known)
