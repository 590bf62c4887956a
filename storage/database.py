"""One database, SQLite or PostgreSQL by its URL, and the two doors into it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -65536",
    "PRAGMA wal_autocheckpoint = 6000",
)


class Database:
    """An open database. `writing` and `reading` are transactions: all or nothing."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.embedded = engine.dialect.name == "sqlite"
        self._writers = engine.execution_options(writing=True)
        # SQLite's own busy wait starves the small ones, so writers of this process queue here.
        self._turnstile = threading.Lock() if self.embedded else None
        self.deciding = threading.Lock()  # held by the one who takes turns on SQLite
        # Where the loops' steps run. On SQLite one after the other: side by side they would wait
        # for the same lock, and for the interpreter at every row. None: any thread.
        self.steps = ThreadPoolExecutor(1, "steps") if self.embedded else None

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

    def close(self) -> None:
        if self.steps:
            self.steps.shutdown(cancel_futures=True)
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Open the database behind a URL: `sqlite:///path`, `postgresql://…`."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        if parts.database:
            Path(parts.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parts, pool_size=8, max_overflow=8, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return Database(engine)
    engine = create_engine(
        parts.set(drivername="postgresql+psycopg"),
        pool_size=8,
        max_overflow=8,
        pool_pre_ping=True,
        hide_parameters=True,  # an error's text would show what people wrote
        # A vanished machine lets go of its senders within ten seconds.
        connect_args={
            "keepalives": 1,
            "keepalives_idle": 5,
            "keepalives_interval": 1,
            "keepalives_count": 3,
            "tcp_user_timeout": 10000,
        },
    )
    return Database(engine)


def _prepare(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # Plain BEGIN loses simultaneous writers to "database is locked": take the lock first.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
