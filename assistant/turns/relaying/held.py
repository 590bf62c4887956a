"""A coordinator lets a held text through, or keeps it back."""

import json

from assistant.internal_events.of_match import Goodbye
from assistant.internal_events.of_relay import RelayBlocked, TextRelayed
from assistant.safeguarding.crossing.contacts import Detail
from assistant.turns.relaying import sending
from assistant.turns.relaying.sending import Held
from assistant.turns.talk import Talk
from flows.events import HeldSettled
from storage.desk import Waiting
from storage.mentoring.relayed import SettledRelayed


def settle(talk: Talk, event: HeldSettled) -> None:
    """Each text that was shown, in the order in which they were written; of what was kept back for
    a boundary nobody hears."""
    for number in talk.alike(event.handover):
        one = talk.waiting(number)
        if one is None or (event.seen and number > event.seen):
            continue
        talk.outcome.done += (number,)
        held = Held(**json.loads(one.text))
        state = "released" if event.released else "blocked"
        settled = SettledRelayed(held.message, state, talk.known.now)
        sending.crossing_of(talk).settled.append(settled)
        _tell(talk, one, held, released=event.released)


def _tell(talk: Talk, one: Waiting, held: Held, *, released: bool) -> None:
    assert one.match_id is not None
    other = one.mentee_id if one.person_id == one.mentor_id else one.mentor_id
    if other is None:
        return
    now = talk.known.now
    if released:
        cause = sending.cause_of(held.message)
        talk.tell(other, "", _released(one.match_id, one.name or "?", held), now, cause)
    elif held.why in list(Detail):
        blocked = RelayBlocked(one.match_id, _name(talk, other))
        talk.tell(one.person_id, "", blocked, now, f"blocked:{held.message}")


def _released(match: int, name: str, held: Held) -> TextRelayed | Goodbye:
    if held.last:
        return Goodbye(match, name, held.said)
    return TextRelayed(match, name, held.said, held.message)


def _name(talk: Talk, person: int) -> str:
    names = (theirs.names.get(person) for theirs in talk.desks.values())
    return next((name for name in names if name), "?")
