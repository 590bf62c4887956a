"""Who of a rota can be reached at a moment, and by which addresses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels.sms import numbers
from assistant.ops.config import Settings
from assistant.safeguarding import rota
from assistant.safeguarding.rota import Staff
from storage.inbox import received
from storage.inbox.received import Arrival
from storage.people import participants, worlds
from storage.people.programmes import Programme
from storage.safeguarding import on_call
from storage.safeguarding.on_call import OnCall, Way
from storage.sealing import sealed

SIMULATED = "simulated"  # our side of every simulated phone


class Senders(NamedTuple):
    """Our sides by which staff are reached who never wrote to us; "": there is none."""

    sms: str = ""
    voice: str = ""


NOWHERE = Senders()


def senders(settings: Settings) -> Senders:
    """Those that the settings name; who calls is the number that texts."""
    if not settings.sms:
        return NOWHERE
    voice = f"voice:{settings.twilio_from}" if settings.twilio_from else ""
    return Senders(settings.sms_sender, voice)


class Whose(NamedTuple):
    """Of which programme, among real people or at simulated phones."""

    programme: Programme
    simulated: bool


class Reachable(NamedTuple):
    """Somebody of the rota who can be reached."""

    staff: Staff
    on_duty: bool
    ways: Sequence[Way]  # none yet where only the number is known


def of(db: Connection, whose: Whose, senders: Senders, now: datetime) -> list[Reachable]:
    """Who can be reached, in the order in which they are paged."""
    turns = rota.order(whose.programme, now)
    phones = _phones(whose, senders, [one.staff for one in turns])
    people = _people(db, whose, [one.staff for one in turns])
    everybody = {person for some in people.values() for person in some}
    found = on_call.ways(db, everybody, phones.values())
    known = [way for ways in found.values() for way in ways]
    shut = on_call.stopped(db, phones.values())
    reached = []
    for staff, on_duty in turns:
        digest = phones.get(staff.name)
        ways = [one for one in known if one.person_id in people[staff.name] or one.digest == digest]
        ways = [one for one in ways if one.channel.startswith(worlds.PHONES) == whose.simulated]
        if ways or (digest and digest not in shut):
            reached.append(Reachable(staff, on_duty, ways))
    return reached


def ready(db: Connection, whose: Whose, senders: Senders, now: datetime) -> list[Reachable]:
    """The same, and every number of the rota is an address."""
    rota_ = rota.read(whose.programme)
    phones = _phones(whose, senders, rota_)
    added = []
    for staff in rota_:
        if (digest := phones.get(staff.name)) and staff.phone:
            arrival = _arrival(whose, senders, staff, digest)
            _address, person = received.find_or_add(db, arrival, now)
            added.append(OnCall(whose.programme.id, person, staff.name))
    if added:
        on_call.add(db, added)
    return of(db, whose, senders, now)


def _phones(whose: Whose, senders: Senders, staff: Collection[Staff]) -> Mapping[str, bytes]:
    """What the numbers are found by, by whose they are; none where no text can be sent."""
    if not (whose.simulated or senders.sms):
        return {}
    channel = _channel(whose)
    return {one.name: sealed.find_by(channel, one.phone) for one in staff if one.phone}


def _people(db: Connection, whose: Whose, staff: Collection[Staff]) -> dict[str, set[int]]:
    """Who is behind the names of a rota."""
    programme = whose.programme.id
    behind = [one for one in on_call.every(db) if one.programme_id == programme]
    coordinators = set(participants.coordinators(db, [programme]).get(programme, ()))
    return {
        one.name: {other.person_id for other in behind if other.name == one.name}
        | (coordinators if one.coordinator else set())
        for one in staff
    }


def _arrival(whose: Whose, senders: Senders, staff: Staff, digest: bytes) -> Arrival:
    number, programme = staff.phone or "", whose.programme
    return Arrival(
        channel=_channel(whose),
        sender=SIMULATED if whose.simulated else senders.sms,
        address=number,
        digest=digest,
        external_id="",
        kind="",
        text="",
        home=lambda: (programme.language, programme.zone),
        name=staff.name,
        origin=lambda: numbers.origin(number),
    )


def _channel(whose: Whose) -> str:
    return "simulated_sms" if whose.simulated else "sms"
