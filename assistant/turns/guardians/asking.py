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
from assistant.turns.guardians.known import GUARDIAN, OVER
from flows.joining.ages import ADULT
from storage import handovers
from storage.handovers import NewHandover
from storage.inbox import inside, received
from storage.inbox.received import Arrival
from storage.people import addresses, guardians, participants, sharing
from storage.people.guardians import AskedGuardian, NewConsent
from storage.people.sharing import NewSharer
from storage.sealing import sealed


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """The answers first: what another number has replaced is over before it is asked."""
    if changed := [row for one in decided for row in one.outcome.consents]:
        guardians.change(db, changed)
    for one in decided:
        for paper in one.outcome.papers:
            guardians.confirm(db, paper.child_id)
            guardians.add(db, paper)
        for asked in one.outcome.guardians:
            _ask(db, one, asked, now)


def _ask(db: Connection, one: Decided, asked: AskedGuardian, now: datetime) -> None:
    """The question is the first event in their inbox. Whoever has said no is not asked again, and
    nobody who is under 18 themselves."""
    reached = _reached(db, one, asked, now)
    if reached is None:
        return _on_paper(db, one, asked, now)
    address, person = reached
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


def _reached(
    db: Connection, one: Decided, asked: AskedGuardian, now: datetime
) -> tuple[int, int] | None:
    """The address and the person who is asked; None at a phone that others share, where nobody
    answers for anybody yet."""
    if asked.name and one.known.address:
        return _beside(db, one.known.address.id, asked.name) or _seated(db, one, asked, now)
    address, person = received.find_or_add(db, _arrival(one, asked), now)
    if addresses.find(db, [address])[address].shared_id:
        return _beside(db, address)
    return address, person


def _beside(db: Connection, address: int, name: str = "") -> tuple[int, int] | None:
    """Who shares this phone and is of that name, or answers for somebody already."""
    some = sharing.beside(db, address)
    theirs = participants.enrolments(db, [one.person_id for one in some])
    called = [one for one in some if name and (one.name or "").casefold() == name.casefold()]
    answering = [
        one
        for one in some
        if any(there.role == GUARDIAN for there in theirs.get(one.person_id, ()))
    ]
    return next(((one.address_id, one.person_id) for one in called + answering), None)


def _seated(db: Connection, one: Decided, asked: AskedGuardian, now: datetime) -> tuple[int, int]:
    """At the child's own phone: from now on its texts begin with names."""
    assert one.known.address is not None
    zone = one.known.person.zone
    new = NewSharer(one.known.address.id, asked.language, zone, asked.name)
    there = sharing.share(db, new, now)
    return there.address_id, there.person_id


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
