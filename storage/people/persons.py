"""Persons: their language, zone and name, and whether they have stopped or paused."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypedDict

from sqlalchemy import Connection, bindparam, exists, or_, select, update

from storage import bulk
from storage.among import among
from storage.people import names
from storage.tables import Concern, Person, table

C, P = table(Concern), table(Person)

_PEOPLE = select(
    P.c.id,
    P.c.language,
    P.c.zone,
    P.c.name,
    P.c.stopped_at,
    P.c.held_at,
    P.c.confided_at,
    P.c.paused_until,
    P.c.fewer,
    P.c.undo,
    P.c.echo,
    P.c.unanswered,
    P.c.merged_id,
).where(among(P.c.id, "people"))
_LOCKED = select(P.c.id).order_by(P.c.id).with_for_update(key_share=True)


class Undo(TypedDict, total=False):
    """What BACK still takes back, and until when."""

    until: str
    goal: int
    left: int | None  # a programme
    role: str
    matches: list[int]  # that ended by it
    stopped: dict[str, list[str]]  # matches that ended by it, and the meeting spoken of in each
    erased: bool  # nothing: by then they are erased


class Echo(TypedDict, total=False):
    """What was last said to somebody or by them, where the next words are heard otherwise."""

    words: str  # that led nowhere, how often and since when
    count: int
    since: str
    silent_until: str  # they wait for a person
    heard_from: str  # when a coordinator's own words reached them
    told: bool  # while they wait: once what is happening
    outside: str  # once how they stand, who are in no programme
    unheard: bool  # what they were asked last has not reached them
    relayed: list[str]  # the match whose other side's words reached them, and when
    held: list[str]  # the match of which they heard that it is on hold, and when
    claims: bool  # they say that they are somebody, and a person looks at that
    writer: int  # of a phone that several share: who wrote last, and when
    written: str


class Changes(TypedDict, total=False):
    """The columns of a person that a turn changes."""

    language: str
    zone: str
    name: str | None
    stopped_at: datetime | None
    held_at: datetime | None
    confided_at: datetime | None
    paused_at: datetime | None
    paused_until: datetime | None
    fewer: bool
    undo: Undo | None
    echo: Echo | None
    unanswered: int


class Someone(NamedTuple):
    """A person, as a turn needs to know them."""

    id: int
    language: str
    zone: str
    name: str | None
    stopped_at: datetime | None
    held_at: datetime | None
    confided_at: datetime | None
    paused_until: datetime | None
    fewer: bool
    undo: Undo | None
    echo: Echo | None
    unanswered: int = 0  # questions that nobody had asked for, since they last wrote
    merged_id: int | None = None  # who they turned out to be, by whom all of theirs is kept


def find(db: Connection, ids: Sequence[int]) -> dict[int, Someone]:
    return {one.id: one for one in bulk.read(db, _PEOPLE, {"people": ids}, Someone)}


def confided(db: Connection, ids: Collection[int], since: datetime) -> bool:
    """Whether one of these people has said something since then that needs a person, and that
    nobody has closed yet."""
    theirs = C.c.person_id == P.c.id
    closed = exists().where(theirs, C.c.closed_at >= P.c.confided_at)
    open_ = exists().where(theirs, C.c.closed_at.is_(None))
    lately = (P.c.id.in_(ids), P.c.confided_at >= since)
    return db.execute(select(P.c.id).where(*lately, or_(~closed, open_))).first() is not None


def lock(db: Connection, ids: Collection[int]) -> None:
    """Nobody else changes these people before this transaction ends, nor decides about them."""
    db.execute(_LOCKED.where(P.c.id.in_(ids)))


def lock_if_free(db: Connection, ids: Collection[int]) -> set[int]:
    """The same for those about whom nothing is being decided just now; who they are."""
    free = _LOCKED.with_for_update(key_share=True, skip_locked=True)
    return set(db.execute(free.where(P.c.id.in_(ids))).scalars())


def change(db: Connection, changed: Mapping[int, Changes]) -> None:
    """Keep what has changed of people; those of whom the same has changed go together."""
    alike: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
    for person, changes in changed.items():
        row = {f"new_{name}": value for name, value in changes.items()}
        alike[tuple(sorted(changes))].append(row | {"person": person})
    for columns, rows in alike.items():
        changing = update(P).where(P.c.id == bindparam("person"))
        db.execute(changing.values({name: bindparam(f"new_{name}") for name in columns}), rows)
    if named := {one: new["name"] for one, new in changed.items() if "name" in new}:
        names.keep(db, named)


def stop(db: Connection, person: int, now: datetime) -> None:
    """The carrier says that this person has opted out: so they have, everywhere."""
    db.execute(update(P).where(P.c.id == person, P.c.stopped_at.is_(None)).values(stopped_at=now))


def ask_again(db: Connection, people: Collection[int]) -> None:
    """What these people were asked last has not reached them; they are asked when they write."""
    known = db.execute(select(P.c.id, P.c.echo).where(P.c.id.in_(people)))
    for person, echo in known.all():
        values = {"echo": {**(echo or {}), "unheard": True}}
        db.execute(update(P).where(P.c.id == person).values(values))
