"""What was said to people and by them, and when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, case, func, literal_column, or_, select

from storage.among import among
from storage.tables import Address, Message, table

A, M = table(Address), table(Message)

TOLD = 40  # newest texts to somebody, to which they may react
HEARD = 20  # texts of somebody that tell when they usually write
LOOKED_BACK = timedelta(days=60)

_SPENT = select(M.c.person_id, func.coalesce(M.c.sent_at, M.c.due_at)).where(
    among(M.c.person_id, "people"),
    M.c.direction == literal_column("'out'"),
    M.c.priority > literal_column("0"),
    M.c.kind != literal_column("'reminder'"),
    M.c.kind != literal_column("'relayed'"),
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
_NEWEST = func.row_number().over(partition_by=M.c.address_id, order_by=M.c.id.desc())
_SENT = (
    select(M.c.address_id, M.c.text, _NEWEST.label("place"))
    .where(
        among(M.c.address_id, "addresses"),
        M.c.direction == literal_column("'out'"),
        M.c.created_at > bindparam("since"),
    )
    .subquery()
)
_TOLD = select(_SENT.c.address_id, _SENT.c.text).where(_SENT.c.place <= literal_column(str(TOLD)))
_LAST = (
    select(M.c.created_at)
    .where(
        M.c.address_id == A.c.id,
        M.c.direction == literal_column("'out'"),
        M.c.sent_at.is_not(None),
    )
    .order_by(M.c.id.desc())
    .limit(1)
    .correlate(A)
    .scalar_subquery()
)
_LAST_TOLD = select(A.c.id, _LAST).where(among(A.c.id, "addresses"))
_ASKED_AT = select(M.c.asked, M.c.asked_at).where(
    M.c.asked.in_(bindparam("keys")), M.c.asked_at.is_not(None)
)


def spent(db: Connection, people: Sequence[int], since: datetime) -> dict[int, list[datetime]]:
    """When people were last sent something proactive, but for reminders of a booking and
    the words of others."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for person, told_at in db.execute(_SPENT, {"people": people, "since": since}):
        found[person].append(told_at)
    return found


def heard_from(db: Connection, people: Sequence[int], now: datetime) -> list[tuple[int, datetime]]:
    """When these people last wrote, up to twenty times each."""
    since = now - LOOKED_BACK
    return [(one, at) for one, at in db.execute(_HEARD, {"people": people, "since": since})]


def last_heard(db: Connection, person: int, now: datetime) -> datetime | None:
    """When somebody wrote last."""
    return max((at for _, at in heard_from(db, [person], now)), default=None)


def told(db: Connection, addresses: Sequence[int], since: datetime) -> dict[int, list[str]]:
    """The newest texts to these addresses, whatever became of them."""
    found: dict[int, list[str]] = defaultdict(list)
    for address, words in db.execute(_TOLD, {"addresses": addresses, "since": since}):
        found[address].append(words)
    return found


def last_told(db: Connection, addresses: Sequence[int]) -> dict[int, datetime]:
    """When the turn was that said the newest text which has left for these addresses."""
    found = db.execute(_LAST_TOLD, {"addresses": addresses})
    return {address: at for address, at in found if at is not None}


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
