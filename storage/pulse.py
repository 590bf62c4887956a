"""Whether anything can be written: a row of its own, and no other."""

from datetime import datetime

from sqlalchemy import Connection, insert, update

from storage.tables import Pulse, table

P = table(Pulse)


def beat(db: Connection, now: datetime) -> None:
    """Write the row; whoever reads it knows when that was last possible."""
    if not db.execute(update(P).values(at=now)).rowcount:
        db.execute(insert(P).values(at=now))
