"""Many people in the middle of a conversation, made by copying one who really got there."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, make_url, text

from assistant import inbox, programmes
from assistant.channels import Inbound, Kind
from assistant.reception import Reception
from assistant.turns import Policy, Turns
from storage import schema
from storage.database import Database, open_database

SECRET = "a secret of the benchmarks"
WORDS = ("bridge", "ok", "23", "Jay", "1 4")  # leads to the question of what they hope for
ANSWERS = (
    "I want to pass maths and find out how people become paramedics",
    "a job I like, near home",
    "speak english better at work",
    "my own little shop one day",
    "know what to study, and feel surer of myself",
    "find friends here, we moved in may",
    "less worry about money",
    "get my driving licence and a better job",
)
CHUNK = 5_000


def now() -> datetime:
    return datetime.now(UTC)


def populate(url: str, people: int) -> None:
    """A migrated database in which so many people have one question open and answered it just
    now: their answers are accepted and wait for their turns."""
    db = open_database(url)
    schema.migrate(db)
    with db.writing() as connection:
        programmes.demonstrate(connection, now())
    _lead_one(db)
    with db.writing() as connection:
        _copy(connection, people)
    accept(db, people)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    db.close()


def accept(db: Database, people: int) -> None:
    """Everybody's answer is accepted, in groups as they come."""
    receive = Reception(db, now)
    for first in range(0, people, inbox.MOST):
        some = range(first, min(people, first + inbox.MOST))
        inbox.keep(
            db,
            receive([_said(f"{ANSWERS[n % len(ANSWERS)]} {n}", n, "answer") for n in some]),
            now(),
        )


def turns(db: Database) -> Turns:
    """Whoever takes the turns of this database, with nothing left over to be careful about."""
    taking = Turns(db, Policy(SECRET), now)
    taking.begin()
    return taking


def _lead_one(db: Database) -> None:
    receive, turns = Reception(db, now), Turns(db, Policy(SECRET), now)
    for number, words in enumerate(WORDS):
        inbox.keep(db, receive([_said(words, 0, f"start {number}")]), now())
        while turns.step():
            pass
    with db.writing() as connection:
        connection.execute(text("UPDATE message SET status = 'delivered' WHERE direction = 'out'"))


def _said(words: str, person: int, occasion: str) -> Inbound:
    return Inbound(
        "simulated_sms", "simulated", _number(person), f"{occasion} {person}", words, Kind.TEXT
    )


def _number(person: int) -> str:
    return f"+1212{person:07d}"


def _copy(db: Connection, people: int) -> None:
    """The one person's rows, again and again: a seal is bound to its column, not to its row."""
    from storage.sealed import find_by

    person = db.execute(text("SELECT * FROM person")).mappings().one()
    address = db.execute(text("SELECT * FROM address")).mappings().one()
    enrolled = db.execute(text("SELECT * FROM participant")).mappings().one()
    run = db.execute(text("SELECT * FROM run WHERE closed_at IS NULL")).mappings().one()
    texts = db.execute(text("SELECT * FROM message ORDER BY id DESC LIMIT 2")).mappings().all()
    for first in range(1, people, CHUNK):
        some = range(first, min(people, first + CHUNK))
        ids = {n: person["id"] + n for n in some}
        _insert(db, "person", [{**person, "id": ids[n]} for n in some])
        _insert(
            db,
            "address",
            [
                {
                    **address,
                    "id": address["id"] + n,
                    "person_id": ids[n],
                    "digest": find_by("simulated_sms", _number(n)),
                }
                for n in some
            ],
        )
        for name, row in (("participant", enrolled), ("run", run)):
            _insert(db, name, [{**_without_id(row), "person_id": ids[n]} for n in some])
        for row in texts:
            _insert(
                db,
                "message",
                [
                    {
                        **_without_id(row),
                        "person_id": ids[n],
                        "address_id": address["id"] + n,
                        "external_id": f"{row['external_id']} of {n}",
                    }
                    for n in some
                ],
            )
    if db.dialect.name == "postgresql":
        for name in ("person", "address"):
            db.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), "
                    f"(SELECT max(id) FROM {name}))"
                )
            )


def _without_id(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"}


def _insert(db: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    columns = ", ".join(f'"{column}"' for column in rows[0])
    values = ", ".join(f":{column}" for column in rows[0])
    db.execute(text(f"INSERT INTO {name} ({columns}) VALUES ({values})"), rows)


@contextmanager
def copied(url: str) -> Iterator[str]:
    """The address of a copy of a database, for as long as it is needed."""
    if url.startswith("sqlite"):
        yield from _copied_file(url)
        return
    name = f"copy_{uuid.uuid4().hex[:8]}"
    original = make_url(url).database
    command(url, f"CREATE DATABASE {name} TEMPLATE {original}")
    yield named(url, name)
    command(url, f"DROP DATABASE {name} WITH (FORCE)")


def _copied_file(url: str) -> Iterator[str]:
    file = Path(str(make_url(url).database))
    copy = file.with_name(f"{uuid.uuid4().hex[:8]}.db")
    shutil.copy(file, copy)
    yield f"sqlite:///{copy}"
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(f"{copy}{ending}"):
            os.remove(f"{copy}{ending}")


def named(url: str, name: str) -> str:
    """Another database of the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def command(url: str, sql: str) -> None:
    """A statement for the server, outside any transaction and any database of ours."""
    target = make_url(url).set(drivername="postgresql+psycopg", database="postgres")
    admin = create_engine(target, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(sql))
    admin.dispose()
