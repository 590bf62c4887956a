"""The match of two people: one state machine for both sides. Pure.

A mentor is asked first: offered, it is nothing to the mentee, who never hears of a refusal.
Who has left the programme or opted out may come back to the match until the other side has been
told: only then is it closed for good. While a match is suspended nothing of it reaches either
side; only a coordinator lifts that, or ends the match.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal


class MatchState(StrEnum):
    """How a match stands, by the name under which it is kept."""

    OFFERED = "offered"  # the mentor is asked; of this the mentee knows nothing
    ACTIVE = "active"
    SUSPENDED = "suspended"  # frozen, for safety
    LEFT = "left"  # one side has left the programme, and the other has not heard of it
    STOPPED = "stopped"  # one side has opted out, and the other has not heard of it
    CLOSED = "closed"


# What happens to a match: the mentor agrees, or declines; or the offer is withdrawn, since either
# is free no more. One side leaves, and takes that back; opts out, and agrees again within
# a day; or the other side hears that they have gone. It is frozen, and that is lifted; it is ended.
Step = Literal[
    "accept",
    "decline",
    "withdraw",
    "leave",
    "take_back",
    "stop",
    "rejoin",
    "tell",
    "freeze",
    "lift",
    "end",
]

OPEN = frozenset({MatchState.ACTIVE})  # things may happen in it
STANDING = OPEN | {MatchState.SUSPENDED}  # nobody else takes the place of either

ROWS: tuple[tuple[Step, MatchState, MatchState], ...] = (
    # step, from, to
    ("accept", MatchState.OFFERED, MatchState.ACTIVE),
    ("decline", MatchState.OFFERED, MatchState.CLOSED),
    ("withdraw", MatchState.OFFERED, MatchState.CLOSED),
    ("leave", MatchState.ACTIVE, MatchState.LEFT),
    ("take_back", MatchState.LEFT, MatchState.ACTIVE),
    ("stop", MatchState.ACTIVE, MatchState.STOPPED),
    ("stop", MatchState.LEFT, MatchState.STOPPED),
    ("rejoin", MatchState.STOPPED, MatchState.ACTIVE),
    ("tell", MatchState.LEFT, MatchState.CLOSED),
    ("tell", MatchState.STOPPED, MatchState.CLOSED),
    ("freeze", MatchState.ACTIVE, MatchState.SUSPENDED),
    ("lift", MatchState.SUSPENDED, MatchState.ACTIVE),
    ("end", MatchState.ACTIVE, MatchState.CLOSED),
    ("end", MatchState.SUSPENDED, MatchState.CLOSED),
)
_MOVES: Mapping[tuple[Step, MatchState], MatchState] = {
    (step, source): dest for step, source, dest in ROWS
}


class NotAllowed(Exception):
    """The match stands so that this cannot happen to it."""


def may(state: MatchState, step: Step) -> bool:
    """Whether this can happen to a match that stands so."""
    return (step, state) in _MOVES


def follow(state: MatchState, step: Step) -> MatchState:
    """How the match stands after it; raises NotAllowed."""
    if not may(state, step):
        raise NotAllowed(f"{step} from {state}")
    return _MOVES[step, state]
