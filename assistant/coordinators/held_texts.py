"""Texts from one of a match to the other that wait for a coordinator, as their list has them."""

import json
from typing import NamedTuple

HELD = "held"  # the kind of a thing on a coordinator's list


class Held(NamedTuple):
    """A text that is held for a coordinator, as it stands on their list."""

    message: int
    why: str
    said: str
    last: bool = False  # their last words, which go across after the match has ended, too

    def stored(self) -> str:
        return json.dumps(self._asdict(), ensure_ascii=False)


def read(stored: str) -> Held:
    return Held(**json.loads(stored))


def cause_of(message: int) -> str:
    """By which a text is given over to the other's inbox, once."""
    return f"relayed:{message}"
