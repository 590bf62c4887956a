"""Many people in the middle of a conversation, made by copying one who really got there."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, text

from assistant.channels import Inbound
from assistant.inbox import accept
from assistant.inbox.arrivals import Reception
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage import schema
from storage.database import Database, open_database
from storage.sealing.sealed import SealedText, find_by
from tests.live import go_live

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


@dataclass(frozen=True)
class Place:
    """Where the people are reached, and how they are called there."""

    channel: str
    sender: str
    first: int

    def address(self, person: int) -> str:
        plus = "+" if self.channel.endswith("sms") else ""
        return f"{plus}{self.first + person}"


PHONES = Place("simulated_sms", "simulated", 12_120_000_000)
TELEGRAM = Place("telegram", "telegram:4242", 1_000)


def now() -> datetime:
    return datetime.now(UTC)


def answer(person: int) -> str:
    """What this person hopes for."""
    return f"{ANSWERS[person % len(ANSWERS)]} {person}"


def populate(url: str, people: int, place: Place = PHONES, answered: bool = True) -> None:
    """A migrated database in which so many people have one question open; where they answered,
    their answers are accepted, in no particular order, and wait for their turns."""
    db = open_database(url)
    schema.migrate(db)
    with db.writing() as connection:
        go_live(connection, now())
    _lead_one(db, place, answered)
    with db.writing() as connection:
        _copy(connection, people, place)
    if not db.embedded:  # there the server sees to it by itself, some time
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    db.close()


def turns(db: Database) -> Turns:
    """Whoever takes the turns of this database, with nothing left over to be careful about."""
    taking = Turns(db, Policy(), now)
    taking.begin()
    return taking


def _lead_one(db: Database, place: Place, answered: bool) -> None:
    taking = Turns(db, Policy(), now)
    for number, words in enumerate(WORDS):
        _accept(db, place, words, f"start {number}")
        while taking.step():
            pass
    with db.writing() as connection:
        connection.execute(text("UPDATE message SET status = 'delivered' WHERE direction = 'out'"))
    if answered:
        _accept(db, place, answer(0), "answer")


def _accept(db: Database, place: Place, words: str, external_id: str) -> None:
    said = Inbound(place.channel, place.sender, place.address(0), external_id, words)
    accept.keep(db, Reception(db, now)([said]), now())


def _copy(db: Connection, people: int, place: Place) -> None:
    """The one person's rows, again and again: a seal is bound to its column, not to its row."""
    theirs = {"person_id": "one.person_id + other.n"}
    at = theirs | {"address_id": "one.address_id + other.n"}
    _list_others(db, people, place)
    _repeat(db, "person", {"id": "one.id + other.n"})
    known = {"id": "one.id + other.n", "digest": "other.digest", "handle": "other.handle"}
    _repeat(db, "address", theirs | known)
    _repeat(db, "participant", theirs)
    _repeat(db, "run", theirs, "one.closed_at IS NULL")
    old = at | {"external_id": "one.external_id || ' of ' || other.n"}
    recent = "(SELECT id FROM message WHERE answered_at IS NOT NULL ORDER BY id DESC LIMIT 1)"
    _repeat(db, "message", old, f"one.id = {recent}")
    said = "(SELECT id FROM message WHERE direction = 'out' ORDER BY id DESC LIMIT 1)"
    _repeat(db, "message", at, f"one.id = {said}")
    new = old | {"text": "other.words"}
    _repeat(db, "message", new, "one.direction = 'in' AND one.answered_at IS NULL", "place")
    if db.dialect.name == "postgresql":
        _advance(db)


def _list_others(db: Connection, people: int, place: Place) -> None:
    """Everybody but the one, with what is sealed and hashed for each."""
    db.execute(
        text(
            "CREATE TEMPORARY TABLE other (n INTEGER PRIMARY KEY, place INTEGER, "
            "digest BYTEA, handle BYTEA, words BYTEA)"
        )
    )
    rows = list(_others(db, people, place))
    for first in range(0, len(rows), CHUNK):
        db.execute(
            text("INSERT INTO other VALUES (:n, :place, :digest, :handle, :words)"),
            rows[first : first + CHUNK],
        )


def _others(db: Connection, people: int, place: Place) -> Iterator[dict[str, Any]]:
    handles, words = SealedText("address.handle"), SealedText("message.text")
    order = list(range(people))
    random.Random(people).shuffle(order)
    for n in range(1, people):
        address = place.address(n)
        yield {
            "n": n,
            "place": order[n],
            "digest": find_by(place.channel, address),
            "handle": handles.process_bind_param(address, db.dialect),
            "words": words.process_bind_param(answer(n), db.dialect),
        }


def _repeat(
    db: Connection, table: str, changed: dict[str, str], which: str = "TRUE", order: str = "n"
) -> None:
    """A row of the one, for each of the others, with some columns changed."""
    row = db.execute(text(f"SELECT * FROM {table} LIMIT 1")).keys()
    columns = [name for name in row if name != "id" or name in changed]
    values = [changed.get(name, f'one."{name}"') for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    db.execute(
        text(
            f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} "
            f"FROM {table} one CROSS JOIN other WHERE {which} ORDER BY other.{order}"
        )
    )


def _advance(db: Connection) -> None:
    """The next person and address get ids that are free."""
    for name in ("person", "address"):
        sequence = f"pg_get_serial_sequence('{name}', 'id')"
        db.execute(text(f"SELECT setval({sequence}, (SELECT max(id) FROM {name}))"))
