"""Minutes of training, as a coordinator says them beside a name: "120 minutes for rosa"."""

from typing import NamedTuple

import regex

from flows.engine.states import Heard
from flows.reading import Unclear, replies

LEAST, MOST = 10, 6000  # a number alone that is smaller may be anything
A_HOUR, HALF = 60, 30
_HOURS = "hours?|hrs?|horas?|heures?|h"
_MINUTES = "minutes?|minutos?|mins?|min|m"
_AMOUNT = regex.compile(
    rf"(?<![\w.,])(?P<off>-\s?)?(?P<count>\d{{1,4}})(?P<half>[.,]5)?\s?"
    rf"(?:(?P<hours>{_HOURS})\s?(?P<more>[0-5]\d)?|(?P<minutes>{_MINUTES}))?(?!\w)"
)
# What may stand between, and is no part of a name.
_BESIDE = (
    "of for to with the training trained session course by from at de del la el du des un une"
    " formacion entrenamiento capacitacion taller para con formation pour avec formacao treino"
    " treinamento em da do por a o"
)
BESIDE = frozenset(_BESIDE.split())


class Said(NamedTuple):
    """How many minutes, 0 where none were said, and the words that are left."""

    minutes: int
    rest: str


def find(said: str) -> Said:
    """The first amount in what was said; hours where it says so."""
    text = replies.bounded(said)
    found = _AMOUNT.search(replies.folded(text)) if len(replies.folded(text)) == len(text) else None
    if found is None:
        return Said(0, text)
    minutes = int(found["count"])
    if minutes < LEAST and not (found["hours"] or found["minutes"]):
        return Said(0, _name(text))  # "training rosa at 5"
    if found["hours"]:
        minutes = minutes * A_HOUR + (HALF if found["half"] else 0) + int(found["more"] or 0)
    elif found["half"]:
        return Said(0, text)
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return Said(-minutes if found["off"] else minutes, _name(rest))


def read(heard: Heard) -> int:
    """An amount, and nothing else. Raises Unclear."""
    said = find(heard.text)
    if not said.minutes or said.rest or abs(said.minutes) > MOST:
        raise Unclear(heard.text)
    return said.minutes


def _name(rest: str) -> str:
    """What is left without the words before and after a name."""
    typed = replies.words(rest)
    while typed and typed[0].folded in BESIDE:
        typed = typed[1:]
    while typed and typed[-1].folded in BESIDE:
        typed = typed[:-1]
    return rest[typed[0].start : typed[-1].end] if typed else ""
