"""How statements lock rows on a server, and what is asked of the connections to one. No server is
needed to see that."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.sql import ClauseElement

import storage
from storage import database, handovers, runs, timers
from storage.broadcasts import recipients
from storage.database import open_database
from storage.inbox import received, unanswered
from storage.mentoring import matches
from storage.outbox import due
from storage.people import persons
from storage.records import erasures
from storage.safeguarding import concerns
from storage.sealing import resealing
from storage.tables import Programme, table
from tests.conftest import sqlite_url
from tests.phones import START

# A row's key stays free, so that rows which refer to it can be added meanwhile.
CLAIMED, AWAITED = "FOR NO KEY UPDATE{} SKIP LOCKED", "FOR NO KEY UPDATE{}"
TAKEN_AWAY = "FOR UPDATE{} SKIP LOCKED"  # the row will be deleted, or is referred to by nobody
# How long the silence of a server is borne.
LASTS = {"keepalives": 1, "keepalives_idle": 5, "keepalives_interval": 1, "keepalives_count": 3}
LASTS |= {"tcp_user_timeout": 10_000, "connect_timeout": 5}


class Nothing:
    """A server that finds no rows, and remembers what it was asked."""

    def __init__(self) -> None:
        self.dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
        self.asked: list[str] = []

    def execute(self, statement: ClauseElement, *_given: object) -> "Nothing":
        self.asked.append(str(statement.compile(dialect=self.dialect)))
        return self

    def scalars(self) -> "Nothing":
        return self

    def all(self) -> list[object]:
        return []

    def __iter__(self) -> Iterator[object]:
        return iter(())


LOCKS: dict[str, tuple[Callable[[Any], object], str]] = {
    "turns": (lambda db: unanswered.claim(db, 9), CLAIMED.format(" OF message")),
    "urgent": (lambda db: received._hurry(db, [1]), CLAIMED.format(" OF message")),
    "sends": (lambda db: due.claim(db, "a", START, 9), CLAIMED.format(" OF message")),
    "silences": (lambda db: runs.silent(db, START, 9), CLAIMED.format(" OF run")),
    "pages": (lambda db: concerns.due(db, START, START, 9), CLAIMED.format(" OF concern")),
    "broadcasts": (lambda db: recipients.claim(db, START, 9), CLAIMED.format(" OF recipient")),
    "late": (
        lambda db: recipients.wait_again(db, START, 9),
        CLAIMED.format(" OF message, broadcast"),
    ),
    "seals": (lambda db: resealing._page(db, table(Programme), 0, 2), CLAIMED.format("")),
    "timers": (lambda db: timers.due(db, START, 9), TAKEN_AWAY.format("")),
    "erasures": (lambda db: erasures.under_way(db, 9, 0), TAKEN_AWAY.format("")),
    "matches": (lambda db: matches.lock(db, [1], START, START), AWAITED.format(" OF match")),
    "people": (lambda db: persons.lock(db, [1]), AWAITED.format("")),
}


@pytest.mark.parametrize(("asks", "lock"), LOCKS.values(), ids=LOCKS)
def test_a_row_is_locked_no_more_than_it_has_to_be(
    asks: Callable[[Any], object], lock: str
) -> None:
    server = Nothing()
    asks(server)
    assert server.asked[0].endswith(lock)


def test_a_statement_is_compiled_once_and_not_each_time() -> None:
    kept = dict(_statements())
    assert len(kept) > 30
    assert not [name for name, one in kept.items() if one._generate_cache_key() is None]


def _statements() -> Iterator[tuple[str, ClauseElement]]:
    """Those that modules of the storage keep."""
    for module in walk_packages(storage.__path__, "storage."):
        if ".migrations" not in module.name:
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, ClauseElement) and hasattr(value, "_execute_on_connection"):
                    yield f"{module.name}.{name}", value


def test_ids_come_in_the_order_of_the_rows_they_are_for() -> None:
    asked: list[Any] = []
    connection: Any = SimpleNamespace(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]

    def execute(statement: Any, *_given: object) -> Any:
        asked.append(statement)
        return SimpleNamespace(scalars=lambda: iter(()))

    connection.execute = execute
    for module in (handovers, concerns):
        module.add(connection, [])  # type: ignore[attr-defined]
    matches.open_(connection, [])
    received._add(connection, [], START)
    adding = [one for one in asked if getattr(one, "_returning", ())]
    assert [one._sort_by_parameter_order for one in adding] == [True] * 4


@pytest.mark.parametrize(("longest", "seconds"), [(None, 5), (60, 5), (3.5, 3), (0.5, 2)])
def test_a_server_that_has_vanished_is_given_up_soon(
    monkeypatch: pytest.MonkeyPatch, longest: float | None, seconds: int
) -> None:
    asked: list[dict[str, object]] = []

    def ask(*_: object, **given: object) -> None:
        asked.append({name: given[name] for name in LASTS})
        raise ConnectionError

    monkeypatch.setattr(psycopg, "connect", ask)
    monkeypatch.setattr(psycopg.Connection, "connect", ask)
    db = open_database("postgresql://gone/gone", longest)
    for engine in (db.engine, db._probes):
        with pytest.raises(ConnectionError):
            engine.connect()
    assert asked == [LASTS | {"connect_timeout": one} for one in (seconds, 2)]


@pytest.mark.parametrize("url", ["", "postgresql://gone/gone"], ids=["sqlite", "postgresql"])
def test_a_process_has_sixteen_connections_at_most_and_no_error_shows_what_was_written(
    url: str, tmp_path: Any
) -> None:
    db = open_database(url or sqlite_url(tmp_path))
    pool: Any = db.engine.pool
    assert (pool.size(), pool._max_overflow, pool._pre_ping) == (8, 8, bool(url))
    assert db.engine.hide_parameters
    assert db._probes.hide_parameters
    db.close()


def test_a_writer_waits_for_another_process_and_a_probe_not_so_long(tmp_path: Any) -> None:
    db = open_database(sqlite_url(tmp_path))
    with db.reading() as one, db.probing() as other:
        waits = [each.exec_driver_sql("PRAGMA busy_timeout").scalar() for each in (one, other)]
    db.close()
    assert waits == [1000 * database.LOCKED, 1000 * database.PROBE] == [5000, 2000]


class Refused(Exception):
    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "away"),
    [(None, True), ("08006", True), ("53300", True), ("57P01", True), ("40P01", False)],
)
def test_a_database_is_away_where_nothing_can_be_asked_of_it(state: str | None, away: bool) -> None:
    for kind in (OperationalError, InterfaceError):
        assert database.away(kind("", {}, Refused(state))) is away
    assert database.away(PoolTimeout())
    assert not database.away(ValueError())
