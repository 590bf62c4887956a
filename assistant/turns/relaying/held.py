"""A coordinator lets a held text through, or keeps it back."""

from assistant.coordinators import settling
from assistant.turns import settled
from assistant.turns.relaying import sending
from assistant.turns.talk import Talk
from flows.events import HeldSettled


def settle(talk: Talk, event: HeldSettled) -> None:
    """Each text that was shown."""
    shown = settled.shown(talk, event.handover, event.seen)
    names = {key: name for theirs in talk.desks.values() for key, name in theirs.names.items()}
    done = settling.settle_held(shown, names, talk.known.now, released=event.released)
    settled.take(talk, done)
    if done.relayed:
        sending.crossing_of(talk).settled += done.relayed
