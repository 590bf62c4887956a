"""What somebody sees who takes the disk away: nothing that tells who was here, or what was said."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import event, inspect, select, text

from assistant.commands import invitations
from assistant.commands.invitations import Invitee
from assistant.console.signing import browsers, limits, links, passwords
from assistant.inbox import accept
from storage import schema
from storage.backups import copies
from storage.console import accounts, deeds
from storage.console.deeds import NewDeed
from storage.database import Database
from storage.inbox.received import Arrival
from storage.mentoring import partings
from storage.mentoring.partings import NewParting
from storage.safeguarding import on_call
from storage.safeguarding.on_call import OnCall
from storage.sealing import sealed
from storage.tables import Handover, Message, table
from tests.two_channels import DANA, LUCIA, ROSA, Talk

H, M = table(Handover), table(Message)
FAULTY = "5820194466"
FALCONER, INVITED, FORGOTTEN = "+12125550143", "+12125550187", "+12125550144"
CHILD, MOTHER, NEW_PHONE = "+12125550145", "+12125550146", "+12125550149"
FALCONRY = (
    *("bridge", "ok", "23", "Xanthippe", "1 4", "learn falconry", "after 4", "1"),
    *("Train a kestrel", "it comes back", "buy a glove", "0", "1"),
)
BEFORE = "0005"  # the revision whose external ids of Telegram held the chat
TELLING = [  # of at least six bytes: shorter ones stand in what is sealed by chance
    *(LUCIA.encode()[1:], str(ROSA).encode(), str(DANA).encode(), INVITED.encode()[1:]),
    *(FAULTY.encode(), "Lucía".encode(), b"Philippa", b"Harbor Library", b"You both love"),
    *(b"aprobar mates", "escríbeme".encode(), b"very quiet", b"No meetings next", b"biblioteca"),
    *(FALCONER.encode()[1:], b"Xanthippe", b"falconry", b"kestrel", b"buy a glove"),
    *(b"Abierta hasta", b"Dana Reyes", b"a broken update"),
    *(CHILD.encode()[1:], MOTHER.encode()[1:], NEW_PHONE.encode()[1:], b"yes, of course"),
]


async def tell_nobody_who_was_here(talk: Talk, folder: Path) -> None:
    """No table, file or copy of what was lived through does; used by `tests/test_erasing.py`."""
    await talk.says(talk.world.twilio.person(FALCONER), *FALCONRY)
    await confided_parted_and_forgot(talk)
    await answered_for_a_child(talk)
    await says_who_they_are(talk)
    invite = Invitee("bridge", "", "Philippa", "en", INVITED, 23)
    invitations.invite(talk.world.settings, invite)
    await talk.world.quiet()
    fault(talk.world.served.db)
    console(talk.world.served.db)
    db = talk.world.served.db
    everything_was_used(db)
    shown = dict(rows(db)) | dict(stored(db, folder))
    assert tells(b"a" + FALCONER.encode())  # or it would find nothing
    assert tells(b"\0\0kestrel")
    assert len(shown) > 10
    for where, held in shown.items():
        assert tells(held) == [], where


async def confided_parted_and_forgot(talk: Talk) -> None:
    """A concern that is paged, a match that is ended, and somebody who wants to be erased."""
    falconer, forgotten = (talk.world.twilio.person(one) for one in (FALCONER, FORGOTTEN))
    await talk.says(falconer, "he hits me with the kestrel glove")
    await talk.says(forgotten, "bridge", "ok", "forget me", "1")
    db = talk.world.served.db
    with db.writing() as connection:
        person = connection.execute(text("SELECT min(id) FROM person")).scalar_one()
        on_call.add(connection, [OnCall(1, person, "Philippa")])
        match = connection.execute(text("SELECT min(id) FROM match")).scalar_one()
        why = "the falconry took over"
        partings.add(connection, [NewParting(match, person, False, why, datetime.now(UTC))])


async def answered_for_a_child(talk: Talk) -> None:
    """A mother agrees, in words that are kept."""
    child, mother = (talk.world.twilio.person(one) for one in (CHILD, MOTHER))
    with talk.world.served.db.writing() as connection:
        connection.execute(text("UPDATE programme SET minimum_age = 13"))
    await talk.says(child, "bridge", "ok", "15", "1", "212 555 0146", "1")
    await talk.hears(mother, "May they take part?")
    await talk.says(mother, "yes, of course")
    assert any("Thank you! I'll go on" in one for one in mother.texts)


async def says_who_they_are(talk: Talk) -> None:
    """Somebody at a new number is Xanthippe, they say; the coordinator knows nobody there."""
    await talk.says(talk.world.twilio.person(NEW_PHONE), "its Xanthippe, this is my new number")
    await talk.hears(talk.dana, "says: I'm Xanthippe")
    await talk.says(talk.dana, "[Nobody I know]")


def fault(db: Database) -> None:
    """A message that cannot be kept."""
    digest = sealed.find_by("telegram", FAULTY)
    broken: Any = None
    arrival = Arrival(
        channel="telegram",
        sender="telegram:4242",
        address=FAULTY,
        digest=digest,
        external_id="991",
        kind=broken,
        text="a broken update",
        home=lambda: ("en", "UTC"),
        name="Philippa",
    )
    accept.keep(db, [arrival], datetime.now(UTC))


def console(db: Database) -> None:
    """Somebody enters the console, by a name, a password and a browser that tell."""
    now = datetime.now(UTC)
    with db.writing() as connection:
        account = accounts.add(connection, "Xanthippe", None, now)
        accounts.give(connection, account, "viewer", 1, now)
        accounts.set_password(connection, account, "Dana Reyes", passwords.hashed("buy a glove"))
        limits.tried(connection, FALCONER, "Harbor Library", now)
        links.make(connection, account, now)
        browsers.sign_in(connection, account, "link", "kestrel", now)
        deeds.add(connection, NewDeed(account, "saw", now, "today"))


# What nobody said or did here; what is kept of it is searched for elsewhere.
UNUSED = (
    "invitation",
    "sealing_key",
    "watermark",
)


def everything_was_used(db: Database) -> None:
    """Or the search would search nothing."""
    with db.reading() as connection:
        for name in inspect(connection).get_table_names():
            count = connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
            assert count or name in UNUSED, name
        texts = connection.execute(select(H.c.text)).scalars().all()
        assert any("biblioteca" in one for one in texts)
        outbound = select(M.c.external_id).where(M.c.direction == "out", M.c.status == "sent")
        assert all(connection.execute(outbound).scalars())


def forms() -> Iterator[bytes]:
    """What tells, as it is, in hexadecimal, and as a digest that anybody could make."""
    for one in TELLING:
        yield one
        yield one.hex().encode()
        for channel in (b"", b"sms\0+", b"sms\0", b"telegram\0", b"+", b"simulated_sms\0+"):
            for kind in ("sha256", "sha1", "md5"):
                made = hashlib.new(kind, channel + one)
                yield made.digest()
                yield made.hexdigest().encode()


FORMS = frozenset(forms())
BEGIN = frozenset(int.from_bytes(one[:4], sys.byteorder) for one in FORMS)


def tells(held: bytes) -> list[bytes]:
    """Which of the forms stand in it. Hundreds of megabytes are too many to look for each: first
    it is seen which of them any four bytes begin."""
    begun: set[int] = set()
    for shift in range(4):
        whole = (len(held) - shift) // 4 * 4
        begun |= BEGIN.intersection(memoryview(held)[shift : shift + max(whole, 0)].cast("I"))
    starts = {one.to_bytes(4, sys.byteorder) for one in begun}
    return [one for one in FORMS if one[:4] in starts and one in held]


def rows(db: Database) -> Iterator[tuple[str, bytes]]:
    """Every column of every table as the database has it, sealed or not; numbers too."""
    with db.reading() as connection:
        for name in inspect(connection).get_table_names():
            found = connection.execute(text(f'SELECT * FROM "{name}"')).all()
            yield name, b"\n".join(_bytes(value) for row in found for value in row)


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def stored(db: Database, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the database: SQLite's with its WAL and a copy, PostgreSQL's whole cluster,
    where other tests' databases lie too."""
    if db.file:
        copies.write(db, folder / "copy.db")
        assert db.file.with_name(db.file.name + "-wal").stat().st_size
    else:
        with db.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
            folder = Path(connection.exec_driver_sql("SHOW data_directory").scalar_one())
            at = "SELECT pg_relation_filepath('message'), pg_walfile_name(pg_current_wal_lsn())"
            heap, wal = connection.exec_driver_sql(at).one()
        assert (folder / heap).stat().st_size
        assert (folder / "pg_wal" / wal).stat().st_size
    for file in folder.rglob("*"):
        if file.is_file():
            yield str(file.relative_to(folder)), file.read_bytes()


# From before


def test_chats_leave_the_external_ids_of_before(db: Database, tmp_path: Path) -> None:
    if db.embedded:  # Debian's SQLite overwrites what is deleted, others do not
        event.listen(db.engine, "connect", _leaves_what_is_deleted)
    with db.writing() as connection:
        command.downgrade(schema._config(connection), BEFORE)
        if db.embedded:
            connection.exec_driver_sql("PRAGMA user_version = 0")
    with db.writing() as connection:
        connection.execute(text(_PERSON), {"at": "2026-03-02 15:00:00+00:00"})
        connection.execute(text(_MESSAGE), [dict(_old(n)) for n in range(600)])
    schema.migrate(db)
    assert schema.wipe(db)
    with db.reading() as connection:
        found = connection.execute(text("SELECT external_id FROM message ORDER BY id")).scalars()
        assert list(found) == [_new(n) for n in range(600)]
        assert schema.differences(connection) == []
    if db.file:
        for file in tmp_path.iterdir():
            assert b"73128455" not in file.read_bytes(), file
    else:
        with db.reading() as connection:
            dump = connection.exec_driver_sql("SELECT m::text FROM message m").scalars()
            assert "73128455" not in "\n".join(dump)


def _leaves_what_is_deleted(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA secure_delete = OFF")


_PERSON = (
    "INSERT INTO person (id, language, zone, fewer, created_at) VALUES (1, 'en', 'UTC', false, :at)"
)
_MESSAGE = (
    "INSERT INTO message (person_id, direction, sender, external_id, kind, text, status, priority,"
    " due_at, attempts, flagged, code, segments, created_at) VALUES (1, :direction, :sender,"
    " :external_id, '', '', 'sent', 0, :at, 1, false, '', 1, :at)"
)
_KINDS = (  # as 0.1 wrote them, and what they are now
    ("out", "telegram:4242", "73128455{n:02}:{n}", "{n}"),
    ("in", "telegram:4242", "9100{n}", "9100{n}"),
    ("out", "sms:+15550009999", "SM{n}", "SM{n}"),
    ("out", "simulated", "simulated:{n}", "simulated:{n}"),
    ("in", "inside", "status:1:2:{n}", "status:1:2:{n}"),
    ("out", "telegram:4242", None, None),
)


def _old(n: int) -> Mapping[str, Any]:
    direction, sender, external_id, _ = _KINDS[n % len(_KINDS)]
    return {
        "direction": direction,
        "sender": sender,
        "external_id": external_id and external_id.format(n=n),
        "at": "2026-03-02 15:00:00+00:00",
    }


def _new(n: int) -> str | None:
    external_id = _KINDS[n % len(_KINDS)][-1]
    return external_id and external_id.format(n=n)
