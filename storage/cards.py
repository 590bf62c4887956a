"""People as their coordinator looks them up: by name, and all there is about one."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from storage.desk import Of
from storage.mentoring import agreements, matches, training
from storage.mentoring.agreements import KeptVersion
from storage.mentoring.offers import LISTED
from storage.mentoring.training import Minutes
from storage.people import addresses, sharing, worlds
from storage.tables import Address, Handover, Match, Message, Participant, Person, Role, table

A, H, M, N = table(Address), table(Handover), table(Message), table(Participant)
P, T = table(Person), table(Match)
MOST = 5_000  # people of a programme


class Known(NamedTuple):
    """Somebody of a programme, mentee or mentor."""

    person_id: int
    name: str | None
    role: str
    state: str
    zone: str
    stopped_at: datetime | None


class Together(NamedTuple):
    """A match that stands, or is frozen."""

    id: int
    mentor_id: int
    mentee_id: int
    state: str
    opened_at: datetime
    quiet: str = ""  # who has switched texts between the two off


class Said(NamedTuple):
    """The last words of somebody."""

    text: str
    created_at: datetime


class Details(NamedTuple):
    """What only the card of one person shows."""

    channel: str
    handle: str
    said: Said | None
    open: Sequence[tuple[str, int]]  # things on the list, by their kind
    sharing: Sequence[str | None] = ()  # names of those of the programme who use the same phone
    agreed: Sequence[KeptVersion] = ()  # what they agree on with whom they are together
    training: Minutes = Minutes()


def known(db: Connection, of: Of) -> list[Known]:
    """Everybody of a programme, in the order in which they came."""
    query = (
        select(P.c.id, P.c.name, N.c.role, N.c.state, P.c.zone, P.c.stopped_at)
        .join(N, N.c.person_id == P.c.id)
        .where(
            N.c.programme_id == of.programme,
            N.c.role.in_((Role.MENTEE, Role.MENTOR)),
            worlds.of(P.c.id, of.simulated),
        )
        .order_by(N.c.id)
        .limit(MOST)
    )
    return [Known._make(row) for row in db.execute(query)]


def numbers_end(db: Connection, people: Sequence[int]) -> dict[int, str]:
    """The last four digits of people's numbers: what those are called who have told no name."""
    reached = addresses.best(db, people)
    return {person: addresses.handle(db, one.id)[-4:] for person, one in reached.items()}


def together(db: Connection, programme: int) -> list[Together]:
    """The matches of a programme that are not over, oldest first; whoever is only on a list for
    somebody is not among them."""
    columns = (T.c[name] for name in Together._fields)
    open_ = (T.c.programme_id == programme, T.c.closed_at.is_(None), T.c.stage != LISTED)
    query = select(*columns).where(*open_)
    return [Together._make(row) for row in db.execute(query.order_by(T.c.id))]


def details(db: Connection, of: Of, person: int) -> Details:
    reached = addresses.best(db, [person]).get(person)
    handle = addresses.handle(db, reached.id) if reached else ""
    channel, said = reached.channel if reached else "", _said(db, person)
    agreed = agreements.of(db, matches.open_of(db, [person]))
    had = training.of_person(db, of.programme, person)
    shared = _sharing(db, of, person)
    return Details(channel, handle, said, _open(db, of, person), shared, agreed, had)


def _said(db: Connection, person: int) -> Said | None:
    theirs = select(A.c.id).where(A.c.person_id == person)
    query = (
        select(M.c.text, M.c.created_at)
        .where(M.c.address_id.in_(theirs), M.c.direction == "in", M.c.sender != "inside")
        .where(M.c.kind == "text")
        .order_by(M.c.id.desc())
        .limit(1)
    )
    found = db.execute(query).first()
    return Said._make(found) if found else None


def _sharing(db: Connection, of: Of, person: int) -> list[str | None]:
    """The others at the phones of somebody, as far as they are of the programme."""
    others = set(sharing.beside_of(db, person)) - {person}
    query = (
        select(P.c.name)
        .where(P.c.id.in_(others))
        .where(P.c.id.in_(select(N.c.person_id).where(N.c.programme_id == of.programme)))
        .order_by(P.c.id)
    )
    return list(db.execute(query).scalars()) if others else []


def _open(db: Connection, of: Of, person: int) -> list[tuple[str, int]]:
    query = (
        select(H.c.kind, func.count())
        .where(H.c.person_id == person, H.c.programme_id == of.programme, H.c.closed_at.is_(None))
        .group_by(H.c.kind)
        .order_by(func.min(H.c.id))
    )
    return [(kind, count) for kind, count in db.execute(query)]
