"""An offer of two people to each other, from the list until both have met and keep it. Pure.

A coordinator approves a list; one after the other is asked: the mentor, and then who looks for
help. The clock of who is asked stands still while a question of theirs is out. What came to
nothing is no stage: the match is closed.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

Side = Literal["mentor", "mentee", ""]  # "": nobody's, since time or a coordinator does it
# The next on the list is asked; somebody would gladly, asks something first, has an answer, says
# not now, or nothing in time; they have met, and both keep it.
Step = Literal["ask", "gladly", "wonder", "told", "decline", "lapse", "keep"]


class Stage(StrEnum):
    """Whose turn it is, by the name under which it is kept."""

    NONE = ""  # the programme asks the mentor alone, or both have kept it
    LISTED = "listed"  # approved, and asked when those before could not
    MENTOR = "mentor"
    MENTOR_ASKS = "mentor_asks"
    MENTEE = "mentee"
    MENTEE_ASKS = "mentee_asks"
    TRIAL = "trial"  # they meet once, and then each says whether they keep it
    OVER = "over"


ASKED: Mapping[Stage, Side] = {  # who is to answer
    Stage.MENTOR: "mentor",
    Stage.MENTOR_ASKS: "mentor",
    Stage.MENTEE: "mentee",
    Stage.MENTEE_ASKS: "mentee",
}
OUT = frozenset({Stage.MENTOR_ASKS, Stage.MENTEE_ASKS})  # the clock stands still

ROWS: tuple[tuple[Step, Side, Stage, Stage], ...] = (
    # step, whose, from, to
    ("ask", "", Stage.LISTED, Stage.MENTOR),
    ("gladly", "mentor", Stage.MENTOR, Stage.MENTEE),
    ("gladly", "mentor", Stage.MENTOR_ASKS, Stage.MENTEE),
    ("wonder", "mentor", Stage.MENTOR, Stage.MENTOR_ASKS),
    ("told", "", Stage.MENTOR_ASKS, Stage.MENTOR),
    ("decline", "mentor", Stage.MENTOR, Stage.OVER),
    ("decline", "mentor", Stage.MENTOR_ASKS, Stage.OVER),
    ("lapse", "", Stage.MENTOR, Stage.OVER),
    ("gladly", "mentee", Stage.MENTEE, Stage.TRIAL),
    ("gladly", "mentee", Stage.MENTEE_ASKS, Stage.TRIAL),
    ("wonder", "mentee", Stage.MENTEE, Stage.MENTEE_ASKS),
    ("told", "", Stage.MENTEE_ASKS, Stage.MENTEE),
    ("decline", "mentee", Stage.MENTEE, Stage.OVER),
    ("decline", "mentee", Stage.MENTEE_ASKS, Stage.OVER),
    ("lapse", "", Stage.MENTEE, Stage.OVER),
    ("keep", "", Stage.TRIAL, Stage.NONE),
)
_MOVES: Mapping[tuple[Step, Side, Stage], Stage] = {
    (step, side, source): dest for step, side, source, dest in ROWS
}


class Stale(Exception):
    """The step speaks of how things stood before: nothing follows from it."""


def follow(stage: Stage, step: Step, side: Side = "") -> Stage:
    """Whose turn it is after it; raises Stale."""
    try:
        return _MOVES[step, side, stage]
    except KeyError:
        raise Stale(f"{step} by {side or 'nobody'} from {stage or 'none'}") from None


Word = Literal["keep", "unsure", "change"]


def verdict(words: Mapping[str, Word]) -> Literal["kept", "parted", "open"]:
    """What follows from what the two have said, each in private, of meeting once: only two who
    both keep it go on; one who would rather have somebody else is enough to part, of no fault."""
    if "change" in words.values():
        return "parted"
    both = words.get("mentor"), words.get("mentee")
    return "kept" if both == ("keep", "keep") else "open"
