"""Things of a coordinator's list that are settled by a turn, with what follows for others."""

from collections.abc import Sequence

from assistant.coordinators.settling import Settled
from assistant.turns.talk import Talk
from storage.desk import Waiting


def shown(talk: Talk, handover: int, seen: int) -> Sequence[Waiting]:
    """A thing with its repeats, but for what has come since it was shown."""
    alike = (one for theirs in talk.desks.values() for one in theirs.alike(handover))
    return [one for one in alike if not seen or one.id <= seen]


def take(talk: Talk, settled: Settled) -> None:
    talk.outcome.done += settled.done
    for one in settled.words:
        talk.tell(one.to, "", one.event, talk.known.now, one.cause)
