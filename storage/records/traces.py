"""What others hold of somebody: their name, number and words in the texts of those they met."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Row, Table, false, func, or_, select, union, update

from storage.records import about
from storage.records.erasures import OpenErasure
from storage.records.mentions import Mentions
from storage.tables import (
    Address,
    Entry,
    Guardian,
    Match,
    Message,
    Participant,
    Person,
    Status,
    metadata,
    table,
)

A, L, M, N = table(Address), table(Entry), table(Message), table(Participant)
P, T, U = table(Person), table(Match), table(Guardian)

MOST = 200  # rows looked at in one go
INSIDE = "inside"  # the sender of an internal event
# Where somebody's own words stand, and a coordinator's about them.
WORDS = {
    "message": ("text",),
    "participant": ("profile",),
    "goal": ("text", "details"),
    "feedback": ("answers",),
    "handover": ("text",),
    "log": ("facts",),
    "match": ("reason",),
    "relayed": ("text",),
}
ON_ITS_WAY = (Status.SENDING, Status.UNKNOWN)  # found again by its words


class Place(NamedTuple):
    """A table, or of the messages one thread, that is looked through."""

    name: str
    table: str
    address: int = 0
    again: bool = False  # for what a timer has told since it was first looked through


def of(db: Connection, person: int) -> Mentions:
    """What tells of somebody, as far as it is still kept."""
    names = {name for name in db.execute(select(P.c.name).where(P.c.id == person)).scalars()}
    told = select(L.c.facts).where(
        L.c.person_id == person, L.c.kind == "answered", L.c.state == "name"
    )
    names |= {(facts or {}).get("answer") for facts in db.execute(told).scalars()}
    handles = db.execute(select(A.c.handle).where(A.c.person_id == person)).scalars()
    said: set[str] = set()
    for name, rows in about.rows(db, person):
        for row in rows:
            if name != M.name or (row["direction"] == "in" and row["sender"] != INSIDE):
                said |= {one for column in WORDS.get(name, ()) for one in _strings(row[column])}
    return Mentions({str(one) for one in names if one}, set(handles), said)


def holders(db: Connection, person: int) -> list[int]:
    """Those who may have read or written of somebody: whom they met, who answers for them or is
    answered for by them, who shares their phone, that phone itself, and who coordinates."""
    phones = select(A.c.shared_id).where(A.c.person_id == person, A.c.shared_id.is_not(None))
    met = union(
        select(A.c.person_id).where(A.c.shared_id.in_(phones)),
        select(U.c.guardian_id).where(U.c.child_id == person, U.c.guardian_id.is_not(None)),
        select(U.c.child_id).where(U.c.guardian_id == person),
        select(T.c.mentor_id).where(T.c.mentee_id == person),
        select(T.c.mentee_id).where(T.c.mentor_id == person),
        select(T.c.paired_by).where(or_(T.c.mentee_id == person, T.c.mentor_id == person)),
        select(N.c.person_id).where(
            N.c.role == "coordinator",
            N.c.programme_id.in_(select(N.c.programme_id).where(N.c.person_id == person)),
        ),
    )
    return sorted(one for one in db.execute(met).scalars() if one != person)


def places(db: Connection, people: Sequence[int]) -> Iterator[Place]:
    """Where they may hold it: threads, table by table, and threads again, for what timers told."""
    if not people:
        return
    threads = select(A.c.id).where(A.c.person_id.in_(people)).order_by(A.c.id)
    addresses = list(db.execute(threads).scalars())
    for address in addresses:
        yield Place(f"thread {address}", M.name, address)
    for one in about.tables():
        if about.sealed(one) and one is not M and one is not A:
            yield Place(one.name, one.name)
    for address in addresses:
        yield Place(f"thread {address} again", M.name, address, again=True)


def clear(
    db: Connection, one: OpenErasure, place: Place, people: Sequence[int], mentions: Mentions
) -> int | None:
    """Leave out what tells of them in the next rows; up to which id that is done, None: all."""
    found = metadata.tables[place.table]
    rows = _rows(db, one, place, people)
    for row in rows:
        if changed := _cleared(row, found, mentions, untold=place.again and one.stage == "rest"):
            db.execute(update(found).where(found.c.id == row.id).values(changed))
    return rows[-1].id if len(rows) == MOST else None


def unread(db: Connection, one: OpenErasure, people: Sequence[int], mentions: Mentions) -> bool:
    """Whether a text that tells of them is still on its way to one of these."""
    threads = select(A.c.id).where(A.c.person_id.in_(people))
    waits = (M.c.status.in_((Status.QUEUED, *ON_ITS_WAY)), M.c.id > one.message_id)
    texts = db.execute(select(M.c.text).where(M.c.address_id.in_(threads), *waits)).scalars()
    return any(mentions.within(text) for text in texts)


def first_of(db: Connection, person: int) -> int:
    """The first message that had to do with somebody; before it nobody knew them, but for the
    children who named them, and those whose phone they share."""
    children = select(U.c.child_id).where(U.c.guardian_id == person)
    phones = select(A.c.shared_id).where(A.c.person_id == person, A.c.shared_id.is_not(None))
    theirs = (A.c.person_id == person, A.c.person_id.in_(children), A.c.shared_id.in_(phones))
    known = select(A.c.id).where(or_(*theirs))
    query = select(func.min(M.c.id)).where(M.c.address_id.in_(known))
    return int(db.execute(query).scalar() or 0)


def _rows(
    db: Connection, one: OpenErasure, place: Place, people: Sequence[int]
) -> Sequence[Row[tuple[object, ...]]]:
    found = metadata.tables[place.table]
    query = select(found).where(found.c.id > one.done_to).order_by(found.c.id).limit(MOST)
    if place.address:
        query = query.where(M.c.address_id == place.address, M.c.status.not_in(ON_ITS_WAY))
        if one.stage == "others":  # that they have gone is still to be told, and is newer
            query = query.where(M.c.id <= one.message_id)
        return db.execute(query).all()
    return db.execute(
        query.where(or_(false(), *(about.theirs(found, one) for one in people)))
    ).all()


def _cleared(
    row: Row[tuple[object, ...]], found: Table, mentions: Mentions, *, untold: bool = False
) -> dict[str, object] | None:
    """The columns that change; of our own texts that tell of somebody nothing stays. What is still
    to be told is left, or `untold` told without them."""
    values = row._mapping
    if found is M and values["sender"] == INSIDE:
        said = json.loads(values["text"] or "null")
        without = _without(said, mentions)
        if without == said or not (values["answered_at"] or untold):
            return None
        return {"text": "" if values["answered_at"] else json.dumps(without)}
    if found is M and values["direction"] == "out" and mentions.within(values["text"]):
        waits = values["status"] == Status.QUEUED
        gone = {"status": Status.SUPPRESSED, "code": "erased"} if waits else {}
        return {"text": "", "buttons": None, **gone}
    changed = {}
    for column in about.worded(found):
        before = values[column.name]
        after = _without(before, mentions)
        if after != before:
            changed[column.name] = after
    return changed


def _without(value: object, mentions: Mentions) -> object:
    match value:
        case str() if not _is_code(value):
            return mentions.without(value)
        case dict():
            return {key: _without(one, mentions) for key, one in value.items()}
        case list():
            return [_without(one, mentions) for one in value]
        case _:
            return value


def _is_code(value: str) -> bool:
    """What a flow keeps of a choice, which is nobody's name."""
    return value.isascii() and value.islower() and value.isidentifier()


def _strings(value: object) -> Collection[str]:
    match value:
        case str():
            return (value,)
        case dict():
            return [text for one in value.values() for text in _strings(one)]
        case list():
            return [text for one in value for text in _strings(one)]
        case _:
            return ()
