"""What a check finds: that something is well, is missing, or is wrong."""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    OK = "ok"
    MISSING = "missing"
    WRONG = "wrong"


class Finding(NamedTuple):
    """One thing that was looked at, in words for an operator: what to do, unless it is well."""

    state: State
    about: str
    words: str

    @classmethod
    def ok(cls, about: str, words: str) -> "Finding":
        return cls(State.OK, about, words)

    @classmethod
    def missing(cls, about: str, words: str) -> "Finding":
        return cls(State.MISSING, about, words)

    @classmethod
    def wrong(cls, about: str, words: str) -> "Finding":
        return cls(State.WRONG, about, words)
