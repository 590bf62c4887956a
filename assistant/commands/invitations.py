"""A coordinator's invitations, by number or by a code, and what waits for the coordinator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection

from assistant.channels.sms import numbers
from assistant.commands import opening
from assistant.internal_events import codec
from assistant.internal_events.kinds import Invited
from assistant.ops.config import BadSettings, Settings
from assistant.programmes import codes, definitions
from assistant.safeguarding import rota
from assistant.turns.replies import joining
from storage import handovers as open_handovers
from storage.inbox import inside, received
from storage.inbox.received import Arrival
from storage.people import persons, programmes, sharing
from storage.people.persons import Someone
from storage.people.programmes import Programme
from storage.people.sharing import NewSharer
from storage.sealing import sealed

MOST = 100
LISTED_ONLY = "(for who is on call, and on the coordinator's LIST)"


@dataclass(frozen=True)
class Invitee:
    """Somebody a coordinator invites, and what is known of them."""

    keyword: str
    role: str  # "": a mentee or a mentor, by the word
    name: str = ""
    language: str = ""
    number: str = ""  # empty: they come by a code on Telegram
    age: int | None = None


def invite(settings: Settings, invitee: Invitee) -> str:
    """Invite somebody; what the coordinator should know of it. Raises BadSettings."""
    roles = (*joining.ROLES, joining.ON_CALL)
    if invitee.role and invitee.role not in roles:
        raise BadSettings(f"--role: {invitee.role} is none of {', '.join(roles)}")
    now = datetime.now(UTC)
    with opening.opened(settings) as db, db.writing() as connection:
        programme = _programme(connection, invitee.keyword)
        mentor = invitee.keyword.casefold() == programme.mentor_keyword
        role = invitee.role or ("mentor" if mentor else "mentee")
        invitee = replace(invitee, role=role)
        if role == joining.ON_CALL:
            _check_on_call(programme, invitee)
        if invitee.number:
            return _by_number(connection, settings, programme, invitee, now)
        return _by_code(connection, settings, programme, invitee, now)


def handovers(settings: Settings) -> Iterator[str]:
    """What waits for the coordinator, a line each, oldest first."""
    with opening.opened(settings) as db, db.reading() as connection:
        for row in open_handovers.oldest(connection, MOST):
            at = row.created_at.strftime("%Y-%m-%d %H:%M")
            words = LISTED_ONLY if row.kind == "worry" else row.text
            yield f"{at}  person {row.person_id}  {row.kind}: {words}"


def _programme(db: Connection, keyword: str) -> Programme:
    definitions = programmes.every(db).values()
    known = {one.keyword: one for one in definitions}
    known |= {one.mentor_keyword: one for one in definitions}
    if keyword.casefold() not in known:
        raise BadSettings(f"no programme has the word {keyword}; there are {', '.join(known)}")
    return known[keyword.casefold()]


def _check_on_call(programme: Programme, invitee: Invitee) -> None:
    """Who is on call has a name on the rota, and comes by a code; their number stands there."""
    names = [one.name for one in rota.read(programme) if not one.coordinator]
    if invitee.name not in names:
        raise BadSettings(f"--name: {invitee.name or 'nobody'} is not on the rota: {names}")
    if invitee.number:
        raise BadSettings("--number: the numbers of who is on call stand in the programme's file")


def _by_code(
    db: Connection, settings: Settings, programme: Programme, invitee: Invitee, now: datetime
) -> str:
    coordinates = invitee.role == "coordinator"
    facts, within = _facts(invitee), codes.COORDINATOR if coordinates else codes.INVITED
    if coordinates and settings.reaches_people:
        facts[codes.PLACE] = codes.CHANNELS
    times = codes.Times(now, within)
    code = codes.issue(db, programme.id, invitee.role, facts, times)
    return f"Good for {within.days} days, once. They send: /start {code}"


def _by_number(
    db: Connection, settings: Settings, programme: Programme, invitee: Invitee, now: datetime
) -> str:
    """Their number becomes an address, and the invitation the first event in their inbox."""
    if settings.telegram and not settings.sms:
        raise BadSettings("--number: SMS is not set up (TWILIO_ACCOUNT_SID); make a code instead")
    number = numbers.e164(invitee.number, programme.country)
    if number is None:
        raise BadSettings(f"--number: {invitee.number} is no number that can be reached")
    if (origin := numbers.origin(number)) in numbers.NEVER:
        raise BadSettings(f"--number: {number} is a {origin} number, which is never written to")
    address, person = received.find_or_add(db, _arrival(settings, programme, invitee, number), now)
    known = [(one.address_id, one.person_id) for one in sharing.beside(db, address)]
    known = known or [(address, person)]
    found = persons.find(db, [one for _, one in known])
    if any(one.stopped_at for one in found.values()):
        return f"{number} has opted out: only their own START brings them back. Nothing was sent."
    address, person = _whose(db, invitee, known, found, now)
    if inside.told(db, _cause(programme, invitee, person)):
        return f"{number} was invited as a {invitee.role} before. Nothing was sent."
    news = codec.text(Invited(programme.id, invitee.role, _facts(invitee)))
    inside.tell(db, [inside.row(person, address, _cause(programme, invitee, person), news, now)])
    return f"{number} is written to at once, and asked for consent."


def _whose(
    db: Connection,
    invitee: Invitee,
    known: Sequence[tuple[int, int]],
    found: Mapping[int, Someone],
    now: datetime,
) -> tuple[int, int]:
    """Who of a number is invited: whoever has that name, or somebody more who shares the phone."""
    names = {one.id: (one.name or "").casefold() for one in found.values()}
    called = invitee.name.casefold()
    same = [pair for pair in known if names[pair[1]] == called or not called]
    if len(same) == 1:
        return same[0]
    if len(known) == 1 and not names[known[0][1]]:  # nobody, or somebody who has said no name yet
        return known[0]
    if not called or not all(names.values()):
        raise BadSettings("--number: several people use it, who are told apart by their --name")
    address, first = known[0]
    home = found[first]
    new = NewSharer(address, invitee.language or home.language, home.zone, invitee.name)
    there = sharing.share(db, new, now)
    return there.address_id, there.person_id


def _cause(programme: Programme, invitee: Invitee, person: int) -> str:
    return f"invited:{programme.id}:{invitee.role}:{person}"


def _arrival(settings: Settings, programme: Programme, invitee: Invitee, number: str) -> Arrival:
    channel = "sms" if settings.sms else "simulated_sms"
    sender = settings.sms_sender if settings.sms else "simulated"
    known = {programme.id: programme}
    return Arrival(
        channel=channel,
        sender=sender,
        address=number,
        digest=sealed.find_by(channel, number),
        external_id="",
        kind="",
        text="",
        home=partial(definitions.newcomer, known, number, invitee.language, True),
        name=invitee.name or None,
        origin=partial(numbers.origin, number),
    )


def _facts(invitee: Invitee) -> dict[str, object]:
    facts: dict[str, object] = {"invited": True}
    facts |= {"name": invitee.name} if invitee.name else {}
    return facts | ({"age": invitee.age} if invitee.age else {})
