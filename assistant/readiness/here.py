"""What can be looked at on this machine: keys, database, programme, disk, zones, backups."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sqlalchemy import Connection, insert

from assistant.commands import opening
from assistant.ops import backups, limits
from assistant.ops.config import KEY_FILE, BadSettings, Settings
from assistant.programmes import definitions
from assistant.readiness.findings import Finding
from assistant.safeguarding import cover, gaps
from assistant.safeguarding.cover import Senders
from storage import desk
from storage.database import Database
from storage.people import programmes
from storage.people.programmes import Programme
from storage.tables import Fault, table

ROOM = 500 * 1024 * 1024  # bytes
LENGTH, SIGNS = 32, 10  # of a key, and how many of them differ
ZONES = 400


def look(settings: Settings) -> Iterator[Finding]:
    """Everything at hand; what needs the database ends where that ends."""
    yield _key(settings)
    yield from _disk(settings)
    yield _zones()
    yield _backups(settings)
    if settings.sms:
        yield Finding.ok("strangers", limits.ceiling(settings.limits))
    try:
        with opening.opened(settings) as db:
            yield from _database(db, cover.senders(settings))
    except BadSettings as error:
        yield Finding.wrong("database", str(error))


def _key(settings: Settings) -> Finding:
    key = settings.secret_key.get_secret_value()
    if len(key) < LENGTH or len(set(key)) < SIGNS:
        return Finding.wrong("SECRET_KEY", "is weak; make one: openssl rand -hex 32")
    if KEY_FILE.exists() and KEY_FILE.read_text().strip() == key:
        return Finding.ok(
            "SECRET_KEY", f"is the one in {KEY_FILE}: keep a copy apart from the backups"
        )
    return Finding.ok("SECRET_KEY", "is strong: keep a copy apart from the backups")


def _disk(settings: Settings) -> Iterator[Finding]:
    places = [Path.cwd(), *([settings.backup_to] if settings.backup_to else [])]
    for place in places:
        if place.exists() and shutil.disk_usage(place).free < ROOM:
            yield Finding.wrong("disk", f"less than 500 MB are free at {place}")
            return
    yield Finding.ok("disk", "there is room")


def _zones() -> Finding:
    if len(available_timezones()) < ZONES:
        return Finding.wrong("time zones", "the data are missing: install the package tzdata")
    return Finding.ok("time zones", "are known")


def _backups(settings: Settings) -> Finding:
    folder = settings.backup_to
    if folder is None:
        return Finding.missing(
            "BACKUP_TO", "a folder for a copy each day, on another disk if you can"
        )
    made = backups.made(folder)
    if not made:
        return Finding.missing("BACKUP_TO", "has no copy yet: one is made when the product starts")
    if backups.age(folder, datetime.now(UTC)) > backups.LATE:
        return Finding.wrong("BACKUP_TO", f"the newest copy is of {max(made)}: see /health")
    return Finding.ok("BACKUP_TO", f"the newest copy is of {max(made)}")


def _database(db: Database, senders: Senders) -> Iterator[Finding]:
    _try_writing(db)
    yield Finding.ok("database", f"{db.engine.dialect.name}, up to date, and may be written to")
    with db.reading() as connection:
        yield from _installed(connection, senders)


def _try_writing(db: Database) -> None:
    """As turns do, but taken back: who may only read, or has no room, fails here."""
    with db.writing() as connection:
        tried = connection.begin_nested()
        connection.execute(
            insert(table(Fault)),
            [{"sender": "check", "external_id": "", "code": "", "at": datetime.now(UTC)}],
        )
        tried.rollback()


def _installed(connection: Connection, senders: Senders) -> Iterator[Finding]:
    known = programmes.every(connection)
    real = {n: one for n, one in known.items() if one.keyword != definitions.DEMONSTRATION}
    yield _programme(real)
    yield _coordinator(connection, real)
    for one in real.values():
        yield from _safeguarding(connection, one, senders)


def _programme(real: dict[int, Programme]) -> Finding:
    if not real:
        return Finding.missing(
            "programme", "describe yours: docs/programme.toml, `assistant programme FILE`"
        )
    for one in real.values():
        try:
            ZoneInfo(one.zone)
        except ZoneInfoNotFoundError:
            return Finding.wrong(
                "programme", f"{one.keyword.upper()}: its zone {one.zone} is not known"
            )
    return Finding.ok("programme", ", ".join(one.keyword.upper() for one in real.values()))


def _safeguarding(
    connection: Connection, programme: Programme, senders: Senders
) -> Iterator[Finding]:
    now, word = datetime.now(UTC), programme.keyword.upper()
    missing = list(gaps.find(connection, programme, senders, now))
    unreached = list(gaps.unreached(connection, programme, senders, now))
    for one in missing:
        yield Finding.missing("safeguarding", f"{word}: {one} (docs/on-call.md)")
    for one in unreached:
        yield Finding.missing("on call", one)
    if senders.sms and not senders.voice:
        yield Finding.ok("on call", "nobody is called by phone: that takes TWILIO_FROM")
    if not missing and not unreached:
        yield Finding.ok("safeguarding", f"{word}: helplines and who is on call are set")


def _coordinator(connection: Connection, real: dict[int, Programme]) -> Finding:
    without = [
        one for n, one in real.items() if not desk.has_coordinator(connection, n, datetime.now(UTC))
    ]
    if without or not real:
        word = without[0].keyword.upper() if without else "WORD"
        return Finding.missing(
            "coordinator", f"invite one: `assistant invite {word} --role coordinator`"
        )
    return Finding.ok("coordinator", "is invited or there")
