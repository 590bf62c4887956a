"""What the database knows of time: its own clock, what was kept last, what is due next."""

from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.tables import Concern, Message, Recipient, Run, Status, Timer, table

C, M, R = table(Concern), table(Message), table(Run)
T, W = table(Timer), table(Recipient)


def told(db: Database) -> datetime:
    """What time it is by the server's clock, which all machines share."""
    with db.reading() as connection:
        now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)


def newest(db: Connection) -> datetime | None:
    """When the newest message was kept."""
    last = select(func.max(M.c.id)).scalar_subquery()
    return db.execute(select(M.c.created_at).where(M.c.id == last)).scalar()


def next_due(db: Connection, now: datetime) -> datetime | None:
    """The first moment after now at which a timer, a silence, a page or a message is due."""
    queries = (
        select(func.min(T.c.due_at)).where(T.c.due_at > now),
        select(func.min(R.c.nudge_at)).where(R.c.closed_at.is_(None), R.c.nudge_at > now),
        select(func.min(C.c.page_at)).where(C.c.page_at > now),
        select(func.min(M.c.due_at)).where(M.c.status == Status.QUEUED, M.c.due_at > now),
        select(func.min(W.c.due_at)).where(W.c.state == "waiting", W.c.due_at > now),
    )
    found = [at for query in queries if (at := db.execute(query).scalar()) is not None]
    return min(found, default=None)
