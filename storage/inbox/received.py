"""Inbound messages become rows: people found or added, duplicates known by their external id."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, literal_column, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from storage import bulk
from storage.tables import Address, Fault, Message, Person, Priority, Status, table

A, F, M, P = table(Address), table(Fault), table(Message), table(Person)

ERASED = "erased"  # where a number is from that was erased; its digest alone is left
KNOWN_BY = bulk.Known(("sender", "external_id"), "direction = 'in'")

_KNOWN = select(A.c.digest, A.c.id, A.c.person_id, A.c.origin).where(
    A.c.digest.in_(bindparam("digests"))
)
_KEPT = select(M.c.external_id).where(
    M.c.sender == bindparam("ours"),
    M.c.external_id.in_(bindparam("theirs")),
    M.c.direction == "in",
)
_BEFORE = (
    select(M.c.id)
    .where(
        M.c.person_id.in_(bindparam("people", expanding=True)),
        M.c.direction == literal_column("'in'"),
        M.c.answered_at.is_(None),
        M.c.priority > int(Priority.PAGE),
    )
    .with_for_update(of=M, key_share=True, skip_locked=True)
)
_IDS = text("SELECT nextval(pg_get_serial_sequence('message', 'id')) FROM generate_series(1, :n)")


class InboundMessage(NamedTuple):
    """A message to be kept in a person's inbox."""

    person_id: int
    address_id: int | None
    sender: str
    external_id: str
    kind: str
    text: str
    due_at: datetime
    created_at: datetime
    sent_at: datetime | None = None
    direction: str = "in"
    status: str = Status.RECEIVED
    priority: int = Priority.REPLY
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One inbound message, ready to be kept. `home` tells the language and the zone of somebody
    new, and is asked for nobody else."""

    channel: str
    sender: str
    address: str
    digest: bytes
    external_id: str
    kind: str
    text: str
    home: Callable[[], tuple[str, str]]
    name: str | None = None  # of somebody new
    origin: Callable[[], str] = str  # of a number; asked for nobody else either
    sent_at: datetime | None = None  # of one that was read late
    urgent: bool = False  # its words may need a person
    reply_to: str | None = None  # the external id of ours that it answers


def keep(db: Connection, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Make the arrivals durable, in their order; one known by its external id changes nothing."""
    known = _addresses(db, arrivals, now)
    _insert(db, rows := [_row(arrival, *known[arrival.digest], now) for arrival in arrivals])
    if urgent := {row.person_id for row in rows if row.priority == Priority.PAGE}:
        _hurry(db, urgent)


def _insert(db: Connection, rows: Sequence[InboundMessage]) -> None:
    if db.dialect.name != "postgresql":
        return bulk.insert(db, M, rows, KNOWN_BY)
    # Two processes given the same updates cannot deadlock when both insert in one order;
    # the ids keep the order of arrival.
    numbers = db.execute(_IDS, {"n": len(rows)}).scalars()
    numbered = sorted(zip(rows, numbers, strict=True), key=_known_by)
    ids = [number for _, number in numbered]
    return bulk.insert(db, M, [row for row, _ in numbered], KNOWN_BY, ids)


def _hurry(db: Connection, people: Collection[int]) -> None:
    """What these people wrote before goes first as well, in its order, but for what is being
    answered just now."""
    waiting = db.execute(_BEFORE, {"people": list(people)}).scalars().all()
    if waiting:
        db.execute(update(M).where(M.c.id.in_(waiting)).values(priority=int(Priority.PAGE)))


def _known_by(numbered: tuple[InboundMessage, int]) -> tuple[str, str]:
    return numbered[0].sender, numbered[0].external_id


def give_up(db: Connection, arrival: Arrival, code: str, now: datetime) -> None:
    """Remember that an arrival could not be kept, without its words."""
    fault = {"sender": arrival.sender, "external_id": arrival.external_id, "code": code, "at": now}
    db.execute(insert(F), [fault])


def _addresses(
    db: Connection, arrivals: Sequence[Arrival], now: datetime
) -> dict[bytes, tuple[int, int]]:
    wanted = {arrival.digest: arrival for arrival in arrivals}
    known = _known(db, wanted)
    missing = [arrival for digest, arrival in wanted.items() if digest not in known]
    if missing:
        _add(db, sorted(missing, key=lambda one: (one.channel, one.address)), now)
        known = _known(db, wanted)
    return known


def _known(db: Connection, arrivals: Mapping[bytes, Arrival]) -> dict[bytes, tuple[int, int]]:
    digests = list(arrivals)
    rows = db.execute(_KNOWN, {"digests": digests}).all()
    if erased := {bytes(row.digest) for row in rows if row.origin == ERASED}:
        _restore(db, [arrivals[digest] for digest in erased])
    return {bytes(row.digest): (row.id, row.person_id) for row in rows}


def _restore(db: Connection, arrivals: Sequence[Arrival]) -> None:
    """Who was erased writes again: now there is somewhere to answer to."""
    for one in arrivals:
        values = {"handle": one.address, "sender": one.sender, "origin": one.origin()}
        db.execute(update(A).where(A.c.digest == one.digest).values(values))


def _add(db: Connection, newcomers: Sequence[Arrival], now: datetime) -> None:
    people = db.execute(
        insert(P).returning(P.c.id, sort_by_parameter_order=True),
        [
            {"language": language, "zone": zone, "name": one.name, "created_at": now}
            for one in newcomers
            for language, zone in [one.home()]
        ],
    ).scalars()
    rows = [
        {
            "person_id": person,
            "channel": one.channel,
            "sender": one.sender,
            "digest": one.digest,
            "handle": one.address,
            "origin": one.origin(),
            "heard_at": now,
            "created_at": now,
        }
        for person, one in zip(people, newcomers, strict=True)
    ]
    db.execute(_dialect(db).insert(A).on_conflict_do_nothing(), rows)
    if db.dialect.name == "postgresql":  # another process was faster: its person stays, ours goes
        added = [row["person_id"] for row in rows]
        with_address = select(A.c.person_id).where(A.c.person_id.in_(added))
        db.execute(delete(P).where(P.c.id.in_(added), P.c.id.not_in(with_address)))


def _dialect(db: Connection) -> Any:
    return postgresql if db.dialect.name == "postgresql" else sqlite


def new(db: Connection, sender: str, external_ids: Sequence[str]) -> set[str]:
    """Those of a sender's messages that have not been kept."""
    kept = db.execute(_KEPT, {"ours": sender, "theirs": list(external_ids)}).scalars()
    return set(external_ids).difference(kept)


def _row(arrival: Arrival, address: int, person: int, now: datetime) -> InboundMessage:
    """What was read late has its place where it was sent; `sent_at` tells that it was late."""
    return InboundMessage(
        person_id=person,
        address_id=address,
        sender=arrival.sender,
        external_id=arrival.external_id,
        kind=arrival.kind,
        text=arrival.text,
        due_at=now,
        created_at=min(arrival.sent_at, now) if arrival.sent_at else now,
        sent_at=arrival.sent_at,
        priority=Priority.PAGE if arrival.urgent else Priority.REPLY,
        reply_to=arrival.reply_to,
    )


def find_or_add(db: Connection, arrival: Arrival, now: datetime) -> tuple[int, int]:
    """The address and the person behind an arrival, added where they are new."""
    return _addresses(db, [arrival], now)[arrival.digest]
