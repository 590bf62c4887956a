"""What the database knows of time: its own clock, and when the newest message was kept."""

from datetime import UTC, datetime

from sqlalchemy import func, select

from storage import rehearsals
from storage.database import Database


def told(db: Database) -> datetime:
    """What time it is by the server's clock, which all machines share."""
    with db.reading() as connection:
        now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)


def newest(db: Database) -> datetime | None:
    with db.reading() as connection:
        return rehearsals.newest(connection)
