"""What waits: inbound messages for their turn, outbound ones for their provider."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from storage.outbox.due import HELD, SHUT, WAITS
from storage.tables import Message, Priority, Status, table

M = table(Message)
R = M.alias("recent")

OPEN = (Status.QUEUED, Status.SENDING, Status.UNKNOWN)
RECENT = 500  # rows in which a success of a sender is looked for


class Clocks(NamedTuple):
    """Two clocks, of which one may have been set: what happened before that is old by the other.
    The age of a row is the smaller one that is not negative."""

    wall: datetime
    steady: datetime

    def younger(self, at: datetime, than: timedelta) -> bool:
        return any(abs(clock - at) <= than for clock in self)

    def age(self, at: datetime) -> float:
        ages = [(clock - at).total_seconds() for clock in self]
        return min((age for age in ages if age >= 0), default=0.0)


class Late(NamedTuple):
    """A sender whose messages wait for too long."""

    sender: str
    refused: bool  # its provider has taken nothing since then
    since: datetime

    @property
    def kind(self) -> str:
        """The channel, without the number."""
        return self.sender.partition(":")[0]


def unanswered(db: Connection) -> tuple[int, datetime | None]:
    """How many inbound messages wait for their turn, and since when the oldest."""
    waiting = select(func.count(), func.min(M.c.due_at)).where(
        M.c.direction == "in", M.c.answered_at.is_(None)
    )
    count, oldest = db.execute(waiting).one()
    return count, oldest


def due(db: Connection, now: datetime) -> tuple[int, datetime | None]:
    """How many messages are due and not sent, and since when the oldest is."""
    waiting = select(func.count(), func.min(M.c.due_at)).where(
        M.c.status == Status.QUEUED, M.c.due_at <= now
    )
    count, oldest = db.execute(waiting).one()
    return count, oldest


def late(db: Connection, clocks: Clocks, than: timedelta) -> list[Late]:
    """Senders with a reply that could leave and does not, or whose provider refuses everything.

    What waits for the end of quiet hours is a timer and no message. One person's messages that come
    back while those of others leave are that person's own affair.
    """
    tried = or_(M.c.code != "", M.c.status != Status.QUEUED)
    stands = and_(~tried, M.c.priority <= int(Priority.REPLY), ~WAITS)
    query = (
        select(
            M.c.sender,
            func.min(case((stands, M.c.created_at))).label("standing"),
            func.min(case((tried, M.c.created_at))).label("tried"),
        )
        .where(
            M.c.status.in_(OPEN),
            ~_young(clocks, than),
            or_(M.c.priority <= int(Priority.REPLY), tried),
            or_(M.c.send_before.is_(None), M.c.send_before > clocks.wall),
            ~SHUT,
            ~HELD,
        )
        .group_by(M.c.sender)
    )
    found = []
    for sender, standing, since in db.execute(query).all():
        refused = since is not None and not _delivers(db, sender, since)
        if standing or refused:
            found.append(Late(sender, refused, since if refused else standing))
    return found


def _young(clocks: Clocks, than: timedelta) -> ColumnElement[bool]:
    return or_(*(M.c.created_at.between(clock - than, clock + than) for clock in clocks))


def _delivers(db: Connection, sender: str, since: datetime) -> bool:
    """Whether this sender has handed over anything since then."""
    newest = select(func.max(M.c.id)).scalar_subquery()
    success = (
        R.c.id > newest - RECENT,
        R.c.sender == sender,
        R.c.status.in_((Status.SENT, Status.DELIVERED)),
        R.c.sent_at > since,
    )
    return bool(db.execute(select(exists().where(*success))).scalar())
