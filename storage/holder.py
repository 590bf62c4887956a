"""Who sends for a sender: one outbox at a time, however many processes there are."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from zlib import crc32

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database


class NotHeld(Exception):
    """Another process holds this."""


class Holder:
    """A name held by one process: on PostgreSQL by an advisory lock on the very connection
    that its transactions run on, so that who has lost it cannot write."""

    def __init__(self, db: Database, name: str) -> None:
        self._db, self._key = db, crc32(name.encode())
        self._connection: Connection | None = None
        self.fresh = True  # held anew: what the holder before left must be looked at

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the holder; raises NotHeld while another process is it."""
        if self._db.embedded:
            with self._db.writing() as db:
                yield db
            return
        connection = self._connection or self._take()
        try:
            with connection.begin():
                yield connection
        except SQLAlchemyError:
            self._drop()
            raise

    def release(self) -> None:
        """Let go, so that another process may hold this at once."""
        if self._connection is not None:
            with suppress(SQLAlchemyError), self._connection.begin():
                self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
        self._drop()

    def _drop(self) -> None:
        """The lock ends with its connection."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
        self._connection = None

    def _take(self) -> Connection:
        connection = self._db.engine.connect()
        try:
            with connection.begin():
                lock = text("SELECT pg_try_advisory_lock(77, :key)")
                held = connection.execute(lock, {"key": self._key - 2**31}).scalar()
        except SQLAlchemyError:
            connection.close()
            raise
        if not held:
            connection.close()
            raise NotHeld
        self._connection, self.fresh = connection, True
        return connection
