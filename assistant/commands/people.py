"""People, for whoever runs the product: who meet already, their rights, their certificates."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Connection

from assistant.commands import opening
from assistant.coordinators import desk
from assistant.internal_events import codec
from assistant.internal_events.kinds import ErasureOrdered
from assistant.internal_events.of_offers import PairRecorded
from assistant.ops.config import BadSettings, Settings
from assistant.records import export
from assistant.records.certificates import making
from assistant.records.certificates.drawing import Form
from assistant.records.loop import Records
from assistant.schedule.quiet_hours import local
from flows.lifecycles.match import MatchState
from storage import files
from storage.desk import Of
from storage.holder import NotHeld
from storage.inbox import inside
from storage.mentoring import certified, matches
from storage.mentoring.certified import Certified
from storage.mentoring.matches import NewMatch
from storage.people import addresses, participants, persons, programmes, worlds
from storage.records import erasures

FORMS: dict[str, Form] = {".pdf": "pdf", ".png": "png"}  # of a certificate
NOON = time(12)


def write_data(settings: Settings, person: int, file: Path) -> None:
    """All that is kept of somebody, in a file for its owner alone. Raises BadSettings."""
    with opening.opened(settings) as db:
        with db.reading() as connection:
            _known(persons.find(connection, [person]), person)
        content = export.of(db, person).decode()
    try:
        files.make_file(file, content)
    except OSError as error:
        raise BadSettings(f"{file} cannot be written: {error.strerror}") from error


def forget(settings: Settings, person: int) -> str:
    """Put it into their inbox, so that it comes in its turn. Raises BadSettings."""
    now = datetime.now(UTC)
    with opening.opened(settings) as db, db.writing() as connection:
        _known(persons.find(connection, [person]), person)
        cause = f"forget:{person}:{erasures.newest_message(connection)}"
        news = codec.text(ErasureOrdered())
        inside.tell(connection, [inside.row(person, None, cause, news, now)])
    return f"Person {person} is erased, in 3 days at most: first whom they meet has to hear."


def give_up(settings: Settings) -> str:
    """All that can be done now. Raises BadSettings while the running product does it."""
    with opening.opened(settings) as db:
        records = Records(db, lambda: datetime.now(UTC))
        try:
            while records.step():
                pass
        except NotHeld as error:
            raise BadSettings("the running product is doing so already") from error
        finally:
            records.release()
    return "What has been kept long enough is gone."


def certify(settings: Settings, whose: str, file: Path) -> Iterator[str]:
    """Draw that of somebody, by name or by number. Raises BadSettings."""
    form = FORMS.get(file.suffix.lower())
    if form is None:
        raise BadSettings(f"{file}: a certificate is a .pdf or a .png")
    with opening.opened(settings) as db:
        with db.reading() as connection:
            if whose.isdecimal():
                found = certified.of_person(connection, int(whose))
            else:
                found = certified.named(connection, whose)
        content, missing = making.file_of(db, _one(found, whose), form)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise BadSettings(f"{file} cannot be written: {error.strerror}") from error
    yield f"Written to {file}."
    if missing:
        yield f"No font here has the letters {missing}, so the name is a line to write on."
        yield "A package of fonts helps, such as fonts-noto-core or fonts-noto-cjk."


def _known(found: object, person: int) -> None:
    if not found:
        raise BadSettings(f"there is no person {person}")


def _one(found: Sequence[Certified], whose: str) -> Certified:
    match found:
        case []:
            raise BadSettings(f"{whose} has met nobody here, so there is nothing to certify")
        case [one]:
            return one
        case _:
            numbers = ", ".join(str(one.person_id) for one in found)
            raise BadSettings(f"several are called {whose}: give the number, one of {numbers}")


def record(settings: Settings, mentor: int, mentee: int, since: str) -> str:
    """Both hear of it, and nobody is asked. Raises BadSettings."""
    now = datetime.now(UTC)
    with opening.opened(settings) as db, db.writing() as connection:
        programme = _programme(connection, mentor, mentee, now)
        new = _new(connection, programme, (mentor, mentee), _moment(since, now))
        (match,) = matches.open_(connection, [new])
        reached = addresses.best(connection, [mentor, mentee])
        words = codec.text(PairRecorded(match))
        rows = [
            inside.row(
                person,
                reached[person].id if person in reached else None,
                f"recorded:{match}:{person}",
                words,
                now,
            )
            for person in (mentor, mentee)
        ]
        inside.tell(connection, rows)
    return f"Recorded since {since}. Both hear of it."


def _programme(db: Connection, mentor: int, mentee: int, now: datetime) -> int:
    """The one in which both are ready, and free for each other."""
    simulated = bool(worlds.simulated(db, [mentor]))
    for programme in programmes.every(db):
        there = desk.of(db, Of(programme, simulated), now, [mentor, mentee])
        if there.free(mentor, mentee):
            return programme
    raise BadSettings(
        f"person {mentor} is no mentor with room, or person {mentee} waits for nobody, in the same "
        "programme"
    )


def _new(db: Connection, programme: int, both: tuple[int, int], at: datetime) -> NewMatch:
    coordinators = participants.coordinators(db, [programme]).get(programme) or [both[0]]
    return NewMatch(programme, *both, "", min(coordinators), at, MatchState.ACTIVE)


def _moment(since: str, now: datetime) -> datetime:
    try:
        day = date.fromisoformat(since)
    except ValueError as error:
        raise BadSettings(f"{since} is no day such as 2025-09-01") from error
    at = datetime.combine(day, NOON, local(now, "UTC").tzinfo)
    if at > now:
        raise BadSettings(f"{since} is still to come")
    return at
