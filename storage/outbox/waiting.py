"""What waits to be sent: whose turn comes when, and which answers newer ones make needless."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, literal_column, select, update

from storage import bulk
from storage.among import among
from storage.tables import Message, Status, table

M = table(Message)

APART = timedelta(minutes=1)  # from one answer to the next, for whom more than one waits
MOST = 30  # answers that wait for one person
STRANGER = "stranger"  # the kind of an answer to who has not agreed: it may stand far back
ANSWERS = ("", STRANGER)  # kinds; the words of others, confirmations and the like always stay

_WAITING = (
    select(
        M.c.person_id,
        M.c.id,
        M.c.kind,
        M.c.status,
        M.c.attempts,
        M.c.text,
        M.c.turn_at,
        M.c.created_at,
    )
    .where(
        among(M.c.person_id, "people"),
        M.c.status.in_([literal_column(f"'{s}'") for s in ("queued", "sending", "unknown")]),
        M.c.priority == literal_column("0"),
    )
    .order_by(M.c.person_id, M.c.id)
)
_NEEDLESS = (
    update(M)
    .where(among(M.c.id, "ids"), M.c.status == literal_column("'queued'"))
    .values(status=literal_column("'suppressed'"), code=literal_column("'superseded'"))
)


class OutboundMessage(NamedTuple):
    """A message to be sent."""

    person_id: int
    address_id: int | None
    sender: str
    kind: str
    text: str
    priority: int
    due_at: datetime
    turn_at: datetime  # its place in the outbox, unless others of its person wait
    created_at: datetime
    segments: int = 0
    send_before: datetime | None = None
    buttons: list[list[str]] | None = None
    asked: str | None = None
    broadcast_id: int | None = None
    match_id: int | None = None  # what it is about
    direction: str = "out"
    status: str = Status.QUEUED


class Unsent(NamedTuple):
    """One message that has not left yet."""

    person_id: int
    id: int
    kind: str
    status: str
    attempts: int
    text: str
    turn_at: datetime | None
    created_at: datetime


class _Hurried(NamedTuple):
    id: int
    turn_at: datetime


_HURRIED = bulk.changing(M, _Hurried._fields)


class Turn(NamedTuple):
    """What one turn said, as far as it has not left."""

    parts: list[Unsent]

    @property
    def texts(self) -> list[str]:
        return [part.text for part in self.parts]

    @property
    def can_go(self) -> bool:
        """Whether it is a plain answer that nothing of has been tried."""
        return all(
            part.kind in ANSWERS and part.status == Status.QUEUED and not part.attempts
            for part in self.parts
        )


def line_up(db: Connection, rows: Sequence[OutboundMessage]) -> Sequence[OutboundMessage]:
    """New messages in their places among everybody's: where they say, for whom nothing waits; a
    minute later for each answer that does, as fair queues do. Of the same answer only the newest
    stands, in the place of the oldest; of many, the first and the newest. What must leave before a
    new one is not further back than that."""
    behind = _turns(db, sorted({row.person_id for row in rows}))
    if not behind:
        return rows
    placed = list(rows)
    needless: list[int] = []
    hurried: list[_Hurried] = []
    theirs = defaultdict(list)  # the numbers of the rows, by person
    for n, row in enumerate(rows):
        theirs[row.person_id].append(n)
    for person, turns in behind.items():
        mine = theirs[person]
        same, left = _unlike(turns, [rows[n] for n in mine])
        for n in mine:
            placed[n] = _placed(rows[n], same, len(left))
        needless += [one.id for turn in turns if turn not in left for one in turn.parts]
        if replies := [placed[n].turn_at for n in mine if not rows[n].priority]:
            hurried += _further_back(left, min(replies))
    if needless:
        db.execute(_NEEDLESS, {"ids": needless})
    if hurried:
        bulk.update(db, _HURRIED, hurried)
    return placed


def _placed(row: OutboundMessage, same: datetime | None, waiting: int) -> OutboundMessage:
    place = row.turn_at + APART * waiting
    at = min(same or place, place) if row.kind == STRANGER else same or place
    return row._replace(turn_at=at)


def _further_back(turns: Sequence[Turn], place: datetime) -> list[_Hurried]:
    parts = [part for turn in turns for part in turn.parts if part.kind == STRANGER]
    return [_Hurried(one.id, place) for one in parts if one.turn_at and one.turn_at > place]


def _unlike(
    turns: Sequence[Turn], new: Sequence[OutboundMessage]
) -> tuple[datetime | None, list[Turn]]:
    """The place of the same answer that waits already, and what must wait beside the new one."""
    if any(row.kind not in ANSWERS or row.priority for row in new):
        return None, list(turns)
    texts = [row.text for row in new]
    same = [turn for turn in turns if turn.can_go and turn.texts == texts]
    left = [turn for turn in turns if turn not in same]
    # Of the first a part may have left already.
    old = [turn for turn in left[1:] if turn.can_go]
    too_many = old[: max(0, len(left) + 1 - MOST)]
    left = [turn for turn in left if turn not in too_many]
    places = [turn.parts[0].turn_at for turn in same]
    return min((at for at in places if at), default=None), left


def _turns(db: Connection, people: Sequence[int]) -> dict[int, list[Turn]]:
    found: dict[int, list[Turn]] = defaultdict(list)
    waiting = bulk.read(db, _WAITING, {"people": people}, Unsent)
    for (person, _), parts in groupby(waiting, key=lambda one: (one.person_id, one.created_at)):
        found[person].append(Turn(list(parts)))
    return found
