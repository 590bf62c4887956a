"""What two people say in a run, and what a coordinator does to their match."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tests.faults.people import Person


class Line(NamedTuple):
    """Something one of the two says, and who hears something of it: what they hear last where
    they are asked besides."""

    person: Person
    words: str
    hear: Sequence[Person]
    last: str = ""


class Act(NamedTuple):
    """Something the coordinator does to their match, and who of the two hears of it."""

    step: Literal["freeze", "lift", "offer", "trial", "terms", "end"]
    hear: Sequence[Person]
