"""Texts between the two of a match are switched off: by either, or by a coordinator."""

from dataclasses import replace

from assistant.turns.batch_matches import Pair
from assistant.turns.relaying import sending
from assistant.turns.talk import Talk
from flows.lifecycles import match

COORDINATOR = "coordinator"


def switch(talk: Talk, pair: Pair | None, whose: str, *, off: bool) -> None:
    """What waits to be sent of the other's words is not sent any more. Only who has switched them
    off can switch them on."""
    if pair is None or pair.state not in match.STANDING:
        return
    talk.put(replace(pair, quiet=pair.quiet | {whose} if off else pair.quiet - {whose}))
    if off:
        sending.crossing_of(talk).hushed.append(pair.id)
