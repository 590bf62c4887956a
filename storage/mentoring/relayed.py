"""Texts from one of a match to the other: what went across, what is held, how often they talk."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, case, func, or_, select, update

from storage import bulk
from storage.among import among
from storage.tables import Match, Meeting, Message, Person, Relayed, table

M, P, R, T, W = table(Message), table(Person), table(Relayed), table(Match), table(Meeting)

KIND = "relayed"  # of an outbound message: the other's words
EXCHANGE = 4  # texts of a day, from both, that are a conversation
WENT = ("across", "released")


class NewRelayed(NamedTuple):
    """A text for the other of a match."""

    message_id: int
    match_id: int
    person_id: int
    state: str
    text: str
    created_at: datetime


class SettledRelayed(NamedTuple):
    """What has become of one."""

    message_id: int
    state: str
    settled_at: datetime


class SwitchedMatch(NamedTuple):
    """Who has switched texts off in a match."""

    id: int
    quiet: str


class Said(NamedTuple):
    """A text as a coordinator may read it."""

    match_id: int
    person_id: int
    state: str
    text: str | None
    created_at: datetime


class Wrote(NamedTuple):
    """When somebody wrote to the other last, and how often of late."""

    at: datetime
    lately: int


class Undelivered(NamedTuple):
    """A message of ours with somebody's words that did not arrive."""

    message: int
    writer: int
    match: int
    reader: str | None


_LAST = (
    select(
        R.c.match_id,
        R.c.person_id,
        func.max(R.c.created_at),
        func.sum(case((R.c.created_at > bindparam("since"), 1), else_=0)),
    )
    .where(among(R.c.match_id, "matches"))
    .group_by(R.c.match_id, R.c.person_id)
)
_SETTLED = bulk.changing(R, SettledRelayed._fields, by=("message_id",))
_SWITCHED = bulk.changing(T, SwitchedMatch._fields)


def add(db: Connection, rows: Sequence[NewRelayed]) -> None:
    bulk.insert(db, R, rows)


def settle(db: Connection, rows: Sequence[SettledRelayed]) -> None:
    bulk.update(db, _SETTLED, rows)


def switch(db: Connection, rows: Sequence[SwitchedMatch]) -> None:
    bulk.update(db, _SWITCHED, rows)


def newest(db: Connection, matches: Collection[int], most: int) -> list[Said]:
    """The newest texts of these matches, oldest of them first."""
    columns = (R.c[name] for name in Said._fields)
    query = select(*columns).where(R.c.match_id.in_(matches)).order_by(R.c.id.desc()).limit(most)
    return [Said._make(row) for row in db.execute(query)][::-1]


def last(db: Connection, matches: Sequence[int], since: datetime) -> dict[int, dict[int, Wrote]]:
    """When each of the two of these matches wrote to the other last, and how often since then, by
    match and person."""
    found: dict[int, dict[int, Wrote]] = {one: {} for one in matches}
    for match, person, at, lately in db.execute(_LAST, {"matches": matches, "since": since}):
        found[match][person] = Wrote(at, int(lately))
    return found


def answered(db: Connection, person: int, sender: str, external_id: str) -> int:
    """The match whose text to somebody has this external id; 0 where it is none of those."""
    ours = (M.c.sender == sender, M.c.external_id == external_id, M.c.direction == "out")
    query = select(M.c.match_id).where(*ours, M.c.person_id == person, M.c.kind == KIND)
    return int(db.execute(query.limit(1)).scalar() or 0)


def undelivered(db: Connection, messages: Collection[int]) -> list[Undelivered]:
    """Of those of our messages that were somebody's words to another: whose, in which match, and
    the name of who was to read them."""
    writer = case((T.c.mentor_id == M.c.person_id, T.c.mentee_id), else_=T.c.mentor_id)
    query = (
        select(M.c.id, writer, T.c.id, P.c.name)
        .join(T, T.c.id == M.c.match_id)
        .join(P, P.c.id == M.c.person_id)
        .where(M.c.id.in_(messages), M.c.kind == KIND)
    )
    return [Undelivered._make(row) for row in db.execute(query)]


def between(db: Connection, person: int, most: int) -> list[Said]:
    """The newest texts between somebody and those they meet, oldest of them first."""
    return newest(db, _matches(db, person), most)


def conversations(db: Connection, person: int, since: datetime) -> dict[int, list[date]]:
    """On which days somebody and each of those they meet had a conversation by text, by match: in
    the zone of the mentee. Where they met by text, fewer texts are one, too."""
    counts: dict[tuple[int, date], list[int]] = defaultdict(list)
    met: set[tuple[int, date]] = set()
    meets = (W.c.match_id == R.c.match_id, R.c.created_at.between(W.c.began_at, W.c.ends_at))
    query = (
        select(
            R.c.match_id,
            R.c.person_id,
            R.c.created_at,
            P.c.zone,
            select(W.c.id).where(*meets).exists(),
        )
        .join(T, T.c.id == R.c.match_id)
        .join(P, P.c.id == T.c.mentee_id)
        .where(R.c.match_id.in_(_matches(db, person)))
        .where(R.c.created_at >= since, R.c.state.in_(WENT))
    )
    for match, writer, at, zone, there in db.execute(query):
        counts[day := (match, at.astimezone(ZoneInfo(zone)).date())].append(writer)
        if there:
            met.add(day)
    found: dict[int, list[date]] = defaultdict(list)
    for (match, on), people in sorted(counts.items()):
        if len(set(people)) > 1 and (len(people) >= EXCHANGE or (match, on) in met):
            found[match].append(on)
    return dict(found)


def _matches(db: Connection, person: int) -> list[int]:
    theirs = or_(T.c.mentor_id == person, T.c.mentee_id == person)
    query = select(T.c.id).where(theirs, T.c.closed_at.is_(None))
    return list(db.execute(query).scalars())


def forget_words(db: Connection, before: datetime, most: int) -> int:
    """Give up the words of some that are older; that they were written stays."""
    old = select(R.c.id).where(R.c.created_at < before, R.c.text.is_not(None)).limit(most)
    return db.execute(update(R).where(R.c.id.in_(old)).values(text=None)).rowcount
