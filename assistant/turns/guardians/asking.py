"""Guardians are written to for the first time, and what was said of consent is kept."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from assistant.channels.simulated import SENDER
from assistant.channels.sms import numbers
from assistant.internal_events import codec
from assistant.internal_events.of_guardians import ConsentAsked, GuardianSaid
from assistant.programmes import definitions
from assistant.turns.context import Decided
from assistant.turns.guardians.known import OVER
from flows.joining.ages import ADULT
from storage import handovers
from storage.handovers import NewHandover
from storage.inbox import inside, received
from storage.inbox.received import Arrival
from storage.people import guardians, participants
from storage.people.guardians import AskedGuardian, NewConsent
from storage.sealing import sealed


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """The answers first: what another number has replaced is over before it is asked."""
    if changed := [row for one in decided for row in one.outcome.consents]:
        guardians.change(db, changed)
    for one in decided:
        for paper in one.outcome.papers:
            guardians.add(db, paper)
        for asked in one.outcome.guardians:
            _ask(db, one, asked, now)


def _ask(db: Connection, one: Decided, asked: AskedGuardian, now: datetime) -> None:
    """The question is the first event in their inbox. Whoever has said no is not asked again, and
    nobody who is under 18 themselves."""
    address, person = received.find_or_add(db, _arrival(one, asked), now)
    child = one.known.person.id
    before = [row for row in guardians.of(db, child) if row.guardian_id == person]
    if person == child or any(row.state in OVER for row in before) or _is_minor(db, person):
        return _on_paper(db, one, asked, now)
    new = NewConsent(child, person, asked.programme, asked.role, asked.age, "asked", "", now)
    number = guardians.add(db, new)
    event = ConsentAsked(number, asked.programme, asked.role, asked.age, asked.language)
    cause = f"guardian:{number}:asked"
    inside.tell(db, [inside.row(person, address, cause, codec.text(event), now)])
    return None


def _is_minor(db: Connection, person: int) -> bool:
    theirs = participants.enrolments(db, [person]).get(person, ())
    ages = [one.profile.get("age") for one in theirs]
    return any(isinstance(age, int) and age < ADULT for age in ages)


def _on_paper(db: Connection, one: Decided, asked: AskedGuardian, now: datetime) -> None:
    known = one.known
    event = GuardianSaid(asked.programme, asked.role, "form")
    cause = f"guardian:form:{known.message.id}"
    address = known.address.id if known.address else None
    inside.tell(db, [inside.row(known.person.id, address, cause, codec.text(event), now)])
    handovers.add(db, [NewHandover(known.person.id, "form", "", now, asked.programme)])


def _arrival(one: Decided, asked: AskedGuardian) -> Arrival:
    known = one.known
    channel = "simulated_sms" if known.at_phone else "sms"
    programme = {asked.programme: known.programmes[asked.programme]}
    return Arrival(
        channel=channel,
        sender=SENDER if known.at_phone else known.senders.sms,
        address=asked.number,
        digest=sealed.find_by(channel, asked.number),
        external_id="",
        kind="",
        text="",
        home=partial(definitions.newcomer, programme, asked.number, asked.language, True),
        origin=partial(numbers.origin, asked.number),
    )
