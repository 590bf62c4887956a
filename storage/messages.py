"""Messages: what waits for a turn, what is queued, what is taken back."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)

from storage import bulk, waiting
from storage.among import among
from storage.tables import Address, Message, Priority, Status, table

A, M = table(Address), table(Message)
E = M.alias("earlier")
HEARD = 20  # texts of somebody that tell when they usually write
LOOKED_BACK = timedelta(days=60)
KNOWN_BY = bulk.Known(("sender", "external_id"), "direction = 'in'")

# Ids first and then by ids: one joined statement is slow whenever statistics change.
# On PostgreSQL FOR NO KEY UPDATE, which leaves foreign keys to this row alone.
_OLDEST = (
    select(M.c.id, M.c.person_id)
    .where(
        M.c.direction == literal_column("'in'"),
        M.c.answered_at.is_(None),
        ~exists(
            select(literal_column("1"))
            .select_from(E)
            .where(
                E.c.person_id == M.c.person_id,
                E.c.direction == literal_column("'in'"),
                E.c.answered_at.is_(None),
                tuple_(E.c.created_at, E.c.id) < tuple_(M.c.created_at, M.c.id),
            )
        ),
    )
    .order_by(M.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=M, key_share=True, skip_locked=True)
)
_ONLY = _OLDEST.where(M.c.id == bindparam("only"))
_UP_TO = _OLDEST.where(M.c.id <= bindparam("last"))
_READ = select(
    M.c.id,
    M.c.person_id,
    M.c.address_id,
    M.c.sender,
    M.c.kind,
    M.c.text,
    M.c.created_at,
    M.c.attempts,
    M.c.sent_at,
).where(among(M.c.id, "ids"))
_ANSWERED = update(M).where(among(M.c.id, "ids")).values(answered_at=bindparam("now"))
_WAITS = M.c.status == literal_column("'queued'")
_SUPPRESSED = (
    update(M)
    .where(
        among(M.c.person_id, "people"),
        M.c.direction == literal_column("'out'"),
        M.c.kind != literal_column("'compliance'"),
        # As the index of what waits has it: otherwise SQLite reads the whole table.
        M.c.status.in_([literal_column(f"'{s}'") for s in ("queued", "sending", "unknown")]),
    )
    .values(
        status=case((_WAITS, literal_column("'suppressed'")), else_=M.c.status),
        code=case((_WAITS, literal_column("'stopped'")), else_=M.c.code),
        send_before=bindparam("now"),
    )
)

_SPENT = select(M.c.person_id, func.coalesce(M.c.sent_at, M.c.due_at)).where(
    among(M.c.person_id, "people"),
    M.c.direction == literal_column("'out'"),
    M.c.priority > literal_column("0"),
    M.c.kind != literal_column("'reminder'"),
    M.c.status.not_in([literal_column(f"'{s}'") for s in ("suppressed", "expired", "failed")]),
    M.c.created_at > bindparam("since"),
)
_PLACE = func.row_number().over(partition_by=M.c.person_id, order_by=M.c.id.desc())
_RECENT = (
    select(M.c.person_id, M.c.created_at, _PLACE.label("place"))
    .join(A, A.c.id == M.c.address_id)
    .where(
        among(A.c.person_id, "people"),
        M.c.direction == literal_column("'in'"),
        M.c.sender != literal_column("'inside'"),
        M.c.created_at > bindparam("since"),
    )
    .subquery()
)
_HEARD = select(_RECENT.c.person_id, _RECENT.c.created_at).where(
    _RECENT.c.place <= literal_column(str(HEARD))
)
_ASKED_AT = select(M.c.asked, M.c.asked_at).where(
    M.c.asked.in_(bindparam("keys", expanding=True)), M.c.asked_at.is_not(None)
)


class Unanswered(NamedTuple):
    """An inbound message whose turn has come."""

    id: int
    person_id: int
    address_id: int | None
    sender: str
    kind: str
    text: str
    created_at: datetime  # when it was sent, as far as we know
    attempts: int
    sent_at: datetime | None = None  # known where it was read late


def unanswered(db: Connection, most: int) -> list[Unanswered]:
    """Claim the oldest unanswered message of each of up to `most` people."""
    return _read(db, db.execute(_OLDEST, {"most": most}).scalars().all())


def unanswered_one(db: Connection, message_id: int) -> list[Unanswered]:
    """Claim this message alone, if it is still the oldest of its person."""
    found = db.execute(_ONLY, {"most": 1, "only": message_id})
    return _read(db, [row.id for row in found])


def next_left_over(db: Connection, last: int) -> int | None:
    """The oldest message that waited already when this process started."""
    return db.execute(_UP_TO, {"most": 1, "last": last}).scalar()


def _read(db: Connection, ids: Sequence[int]) -> list[Unanswered]:
    if not ids:
        return []
    return sorted(bulk.read(db, _READ, {"ids": ids}, Unanswered), key=lambda one: one.id)


def newest_unanswered(db: Connection) -> int:
    """The highest id that waits, 0 when none does."""
    waiting = select(func.max(M.c.id)).where(M.c.direction == "in", M.c.answered_at.is_(None))
    return db.execute(waiting).scalar() or 0


class Tried(NamedTuple):
    """An inbound message, unread, and how often its turn was tried."""

    id: int
    person_id: int
    attempts: int


def attempt(db: Connection, message_id: int) -> Tried:
    """Count an attempt at a turn before it is made, in case it kills the process."""
    one_more = update(M).where(M.c.id == message_id).values(attempts=M.c.attempts + 1)
    return Tried._make(db.execute(one_more.returning(M.c.id, M.c.person_id, M.c.attempts)).one())


def not_attempted(db: Connection, message_id: int) -> None:
    """Another process was faster: its attempt counts, ours was none."""
    db.execute(update(M).where(M.c.id == message_id).values(attempts=M.c.attempts - 1))


def mark_answered(db: Connection, ids: Sequence[int], now: datetime) -> None:
    db.execute(_ANSWERED, {"ids": ids, "now": now})


def set_aside(db: Connection, message_id: int, code: str, now: datetime) -> None:
    """No turn can be taken on this message; nobody else waits for it."""
    values = {"answered_at": now, "aside_at": now, "code": code}
    db.execute(update(M).where(M.c.id == message_id).values(values))


def queue(db: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Put outbound messages into the outbox, in this order, each in its turn."""
    waiting.line_up(db, rows)
    bulk.insert(db, M, rows)


def suppress(db: Connection, people: Sequence[int], now: datetime) -> None:
    """Take back what waits for people who have stopped, but for a confirmation. What is on its
    way may still arrive, but is not tried again: it would hold up the confirmation, or come
    after a new START.
    One statement for both, since what is on its way may come back at this very moment."""
    db.execute(_SUPPRESSED, {"people": people, "now": now})


def inside(
    person: int, address: int | None, cause: str, news: str, now: datetime
) -> dict[str, Any]:
    """A row of news for a person's inbox; its cause makes it happen once."""
    return {
        "person_id": person,
        "address_id": address,
        "direction": "in",
        "sender": "inside",
        "external_id": cause,
        "kind": "inside",
        "text": news,
        "status": Status.RECEIVED,
        "priority": Priority.REPLY,
        "due_at": now,
        "created_at": now,
    }


def undelivered(db: Connection, sender: str) -> int:
    """How many messages of a sender are not yet handed over."""
    open_ = M.c.status.in_([literal_column(f"'{s}'") for s in ("queued", "sending", "unknown")])
    waiting = (M.c.sender == sender, open_, M.c.status != Status.UNKNOWN)
    return db.execute(select(func.count()).where(*waiting)).scalar_one()


def spent(db: Connection, people: Sequence[int], since: datetime) -> dict[int, list[datetime]]:
    """When people were last written to of our own accord, but for reminders of a booking."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for person, told_at in db.execute(_SPENT, {"people": people, "since": since}):
        found[person].append(told_at)
    return found


def heard_from(db: Connection, people: Sequence[int], now: datetime) -> list[tuple[int, datetime]]:
    """When these people last wrote, up to twenty times each."""
    since = now - LOOKED_BACK
    return [(one, at) for one, at in db.execute(_HEARD, {"people": people, "since": since})]


def asked_at(db: Connection, keys: Sequence[str]) -> dict[str, list[datetime]]:
    """When the questions of these keys were first handed over, each as often as it was asked."""
    found: dict[str, list[datetime]] = defaultdict(list)
    for key, at in db.execute(_ASKED_AT, {"keys": keys}):
        found[key].append(at)
    return found


def handed_over(db: Connection, asked: Mapping[int, datetime]) -> dict[int, datetime | None]:
    """When what a turn at that time said was handed over, by address; None: not yet. What was
    sent twice may have arrived the first time: at any moment since it was said."""
    each = [and_(M.c.address_id == one, M.c.created_at == at) for one, at in asked.items()]
    at = case((M.c.flagged, M.c.created_at), else_=M.c.sent_at)
    said = select(M.c.address_id, at).where(M.c.direction == "out", or_(*each))
    # The last part of several counts.
    return {address: at for address, at in db.execute(said.order_by(M.c.id))}


def said_since(
    db: Connection, addresses: Sequence[int], since: datetime
) -> list[tuple[int, datetime, str]]:
    """From which address a text came after that, when it was sent, and its words."""
    after = (M.c.address_id.in_(addresses), M.c.direction == "in", M.c.created_at > since)
    texts = select(M.c.address_id, M.c.created_at, M.c.text).where(*after, M.c.kind != "inside")
    return [(address, at, words) for address, at, words in db.execute(texts)]


def take_back(db: Connection, keys: Collection[str], now: datetime) -> None:
    """Questions that wait to be sent, and were asked otherwise meanwhile, need not be."""
    waits = (M.c.asked.in_(keys), M.c.status == Status.QUEUED)
    values = {"status": Status.SUPPRESSED, "code": "asked already", "send_before": now}
    db.execute(update(M).where(*waits).values(values))


def told(db: Connection, cause: str) -> bool:
    """Whether there was news of this cause."""
    known = (M.c.direction == "in", M.c.sender == "inside", M.c.external_id == cause)
    return db.execute(select(M.c.id).where(*known)).first() is not None


def tell(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put news into people's inboxes; what has the same cause happens once."""
    bulk.insert_unless_known(db, M, rows, KNOWN_BY)
