"""One database, SQLite or PostgreSQL by its URL, and the two doors into it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import files, patience

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA wal_autocheckpoint = 6000",
)
LOCKED = 5.0  # seconds that a writer waits for one of another process, on SQLite
PROBE = 2.0  # seconds that a probe waits for anything


class Damaged(Exception):
    """Pages of the file do not fit together."""


def away(error: Exception) -> bool:
    """Whether the database cannot be had at the moment, whatever it is asked."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    # Connection lost, no resources, shut down; without a state it is SQLite or no connection.
    return state[:2] in ("", "08", "53", "57")


_NOTICES = (
    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 1; "
    "SET tcp_keepalives_count = 3; SET tcp_user_timeout = 10000"
)


class Database:
    """An open database. `writing` and `reading` are transactions: all or nothing."""

    def __init__(self, engine: Engine, probes: Engine) -> None:
        self.engine, self._probes = engine, probes.execution_options(writing=True)
        self.embedded = engine.dialect.name == "sqlite"
        self._writers = engine.execution_options(writing=True)
        # SQLite's own busy wait starves the small ones, so writers of this process queue here.
        self._turnstile = threading.Lock() if self.embedded else None
        self.deciding = threading.Lock()  # held by the one who takes turns on SQLite
        # Where the loops' steps run. On SQLite one after the other: side by side they would wait
        # for the same lock, and for the interpreter at every row. None: any thread.
        self.steps = ThreadPoolExecutor(1, "steps") if self.embedded else None

    @property
    def file(self) -> Path | None:
        """Where a SQLite database lies."""
        return _file(self.engine.url)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; on SQLite the only one of its moment."""
        if self._turnstile is None:
            with self._writers.begin() as db:
                yield db
            return
        with self._turnstile, self._writers.begin() as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, and waits for nobody."""
        with self.engine.begin() as db:
            yield db

    @contextmanager
    def alone(self) -> Iterator[SqliteConnection]:
        """The driver's connection to a SQLite file, outside a transaction, while no writer of
        this process is at work."""
        with self._turnstile or nullcontext(), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, SqliteConnection)
            yield raw

    @contextmanager
    def probing(self) -> Iterator[Connection]:
        """A transaction that may write, on a new connection, which waits two seconds at most:
        whether anything can be written, and not whether this process has done so before."""
        if self._turnstile and not self._turnstile.acquire(timeout=PROBE):
            raise TimeoutError("another writer of this process has not finished")
        try:
            with self._probes.begin() as db:
                yield db
        finally:
            if self._turnstile:
                self._turnstile.release()

    def check(self) -> None:
        """Look through the file for pages that do not fit; a server does so itself."""
        if self.embedded:
            with self.reading() as db:
                found = db.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if found != "ok":
                raise Damaged

    def close(self) -> None:
        if self.steps:
            self.steps.shutdown(cancel_futures=True)
        self.engine.dispose()


def open_database(url: str, longest: float | None = None) -> Database:
    """Open the database behind a URL: `sqlite:///path`, `postgresql://…`. No exchange with a
    server takes longer than `longest` seconds; by default as long as it needs."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        if file := _file(parts):
            files.make_database(file)
        return Database(
            _sqlite(parts, LOCKED, pool_size=8, max_overflow=8),
            _sqlite(parts, PROBE, poolclass=NullPool),
        )
    pooled = _postgresql(parts, longest, pool_size=8, max_overflow=8, pool_pre_ping=True)
    return Database(pooled, _postgresql(parts, PROBE, poolclass=NullPool))


def _sqlite(url: URL, locked: float, **pool: Any) -> Engine:
    # An error's text would show what people wrote.
    engine = create_engine(url, connect_args={"timeout": locked}, hide_parameters=True, **pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(url: URL, longest: float | None, **pool: Any) -> Engine:
    # A vanished machine lets go of its senders within ten seconds.
    alive = {
        "keepalives": 1,
        "keepalives_idle": 5,
        "keepalives_interval": 1,
        "keepalives_count": 3,
        "tcp_user_timeout": 10000,
        "connect_timeout": 5,
    }
    if longest:
        alive["connect_timeout"] = max(2, min(5, int(longest)))
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"), connect_args=alive, hide_parameters=True, **pool
    )
    event.listen(engine, "connect", _watched)
    if longest:
        patience.bound(engine, longest)
    return engine


def _watched(connection: Any, _record: Any) -> None:
    # The server, too, has to notice: it holds the locks of a machine that has vanished.
    with connection.cursor() as cursor:
        cursor.execute(_NOTICES)
    connection.commit()


def _file(url: URL) -> Path | None:
    embedded = url.get_backend_name() == "sqlite"
    return Path(url.database).resolve() if embedded and url.database else None


def _prepare(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # Plain BEGIN loses simultaneous writers to "database is locked": take the lock first.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
