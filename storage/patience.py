"""A connection to PostgreSQL that does not wait for ever: a network may swallow what it carries."""

from typing import Any

import psycopg
from sqlalchemy import Dialect, Engine, event


class _Patient(psycopg.Connection[Any]):
    """Closes itself when the server says nothing for so long; the pool then opens another."""

    patience: float

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        try:
            return super().wait(gen, interval, timeout or self.patience)
        except psycopg.OperationalError:
            self.pgconn.finish()
            raise


def bound(engine: Engine, patience: float) -> None:
    """From now on no exchange of this engine's connections takes longer, in seconds."""
    kind: type[_Patient] = type("Patient", (_Patient,), {"patience": patience})

    def connect(_dialect: Dialect, _record: Any, args: Any, given: Any) -> Any:
        return kind.connect(*args, **given)

    event.listen(engine, "do_connect", connect)
