"""What follows when a coordinator settles something on the list, by phone or in the console."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.coordinators import held_texts
from assistant.coordinators.held_texts import Held
from assistant.internal_events import codec
from assistant.internal_events.kinds import CoordinatorAnswered, InternalEvent
from assistant.internal_events.of_agreement import TermsOkayed
from assistant.internal_events.of_match import Goodbye
from assistant.internal_events.of_relay import RelayBlocked, TextRelayed
from assistant.safeguarding.crossing.contacts import Detail
from assistant.schedule import quiet_hours
from flows.lifecycles.agreement import COORDINATOR
from storage import handovers, timers
from storage.desk import Waiting
from storage.inbox import inside
from storage.mentoring import relayed
from storage.mentoring.relayed import SettledRelayed
from storage.people import addresses
from storage.safeguarding import concerns
from storage.safeguarding.concerns import Listed
from storage.timers import NewTimer


class Word(NamedTuple):
    """What somebody is told of it at once; its cause, where there is one, makes it happen once."""

    to: int
    event: InternalEvent
    cause: str = ""


@dataclass(frozen=True)
class Settled:
    """Things that are done, and what follows for others."""

    done: tuple[int, ...] = ()
    words: tuple[Word, ...] = ()
    relayed: tuple[SettledRelayed, ...] = ()


def close(shown: Sequence[Waiting]) -> Settled:
    """It is done: a thing with those of its repeats that were shown."""
    return Settled(tuple(one.id for one in shown))


def answer(shown: Sequence[Waiting], name: str, text: str) -> Settled:
    """Their words reach who asked, under the coordinator's own name, at whatever hour."""
    told = Word(shown[-1].person_id, CoordinatorAnswered(name, text))
    return Settled(tuple(one.id for one in shown), (told,))


def approve(shown: Sequence[Waiting]) -> Settled:
    """What two people agree on is all right: both are given it, as with any act on a match."""
    asked = shown[-1]
    if asked.match_id is None:
        return Settled()
    version = int(json.loads(asked.text)["version"])
    both = (person for person in (asked.mentor_id, asked.mentee_id) if person is not None)
    okayed = TermsOkayed(asked.match_id, version, COORDINATOR)
    return Settled(tuple(one.id for one in shown), tuple(Word(one, okayed) for one in both))


def settle_held(
    shown: Sequence[Waiting], names: Mapping[int, str], now: datetime, *, released: bool
) -> Settled:
    """Each text that was shown, in the order in which they were written; of what was kept back for
    a boundary nobody hears."""
    read = [(one, held_texts.read(one.text)) for one in shown]
    state = "released" if released else "blocked"
    words = (_told(one, held, names, released=released) for one, held in read)
    return Settled(
        tuple(one.id for one in shown),
        tuple(word for word in words if word is not None),
        tuple(SettledRelayed(held.message, state, now) for _, held in read),
    )


def keep(db: Connection, settled: Settled, by: Listed) -> None:
    """Write down what somebody settled outside a turn."""
    handovers.close(db, settled.done, by.at)
    concerns.close_listed(db, settled.done, by)
    if settled.relayed:
        relayed.settle(db, settled.relayed)
    tell(db, settled.words, f"handover:{settled.done[-1] if settled.done else 0}", by.at)


def tell(db: Connection, words: Sequence[Word], by: str, now: datetime) -> None:
    """Put it into the inboxes of those who are to hear of it."""
    if not words:
        return
    reached = addresses.best(db, [one.to for one in words])
    rows = []
    for number, one in enumerate(words):
        there = reached.get(one.to)
        cause = one.cause or f"{one.event.kind}:{by}:{number}"
        address = there.id if there else None
        rows.append(inside.row(one.to, address, cause, codec.text(one.event), now))
    inside.tell(db, rows)


class Written(NamedTuple):
    """A coordinator's words to somebody who has asked nothing; the cause makes them come once."""

    to: int
    zone: str
    name: str
    text: str
    cause: str


def later(zone: str, now: datetime) -> datetime:
    """When such words come: in the hours of a day."""
    return quiet_hours.within(now, zone)


def write(db: Connection, one: Written, now: datetime) -> bool:
    """Give them over; whether they come later."""
    event, at = CoordinatorAnswered(one.name, one.text), later(one.zone, now)
    cause = f"{event.kind}:written:{one.cause}"
    if at > now:
        timers.add(db, [NewTimer(one.to, cause, at, codec.stored(event))])
        return True
    tell(db, [Word(one.to, event, cause)], cause, now)
    return False


def _told(one: Waiting, held: Held, names: Mapping[int, str], *, released: bool) -> Word | None:
    assert one.match_id is not None
    other = one.mentee_id if one.person_id == one.mentor_id else one.mentor_id
    if other is None:
        return None
    if released:
        event = _released(one.match_id, one.name or "?", held)
        return Word(other, event, held_texts.cause_of(held.message))
    if held.why in list(Detail):
        blocked = RelayBlocked(one.match_id, names.get(other, "?"))
        return Word(one.person_id, blocked, f"blocked:{held.message}")
    return None


def _released(match: int, name: str, held: Held) -> TextRelayed | Goodbye:
    if held.last:
        return Goodbye(match, name, held.said)
    return TextRelayed(match, name, held.said, held.message)
