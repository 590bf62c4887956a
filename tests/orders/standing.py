"""How things stand of a programme's people, in a few words, as they are kept."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from storage.tables import (
    AgreementVersion,
    Guardian,
    Handover,
    Match,
    Meeting,
    Participant,
    Relayed,
    table,
)
from tests.orders.company import Cast

A, C, H, T = map(table, (AgreementVersion, Guardian, Handover, Match))
E, N, R = map(table, (Meeting, Participant, Relayed))


def matches(db: Connection, cast: Cast) -> str:
    """Each match: how it stands, and whose turn it is where it is offered."""
    theirs = select(T.c.state, T.c.stage).where(T.c.programme_id == cast.programme)
    rows = db.execute(theirs.order_by(T.c.id))
    return _joined("/".join(filter(None, row)) for row in rows)


def meeting(db: Connection, cast: Cast) -> str:
    """The match, and the meeting that is spoken of."""
    spoken = select(E.c.state).where(E.c.match_id == cast.match, E.c.closed_at.is_(None))
    return _joined([matches(db, cast), db.execute(spoken).scalar() or "no meeting"])


def terms(db: Connection, cast: Cast) -> str:
    """The match, and what holds and is asked about in it: how often they meet."""
    kept = select(A).where(A.c.match_id == cast.match).order_by(A.c.version)
    rows = [row for row in db.execute(kept) if row.state in ("asked", "settled")]
    said = (f"{row.state} {row.terms['often']} {row.terms['how']}" for row in rows)
    return _joined([matches(db, cast), *said])


def texts(db: Connection, cast: Cast) -> str:
    """The match, and what has become of each text between the two."""
    rows = db.execute(select(R.c.state).where(R.c.match_id.in_(cast.matches)).order_by(R.c.id))
    return _joined([matches(db, cast), *rows.scalars()])


def consent(db: Connection, cast: Cast) -> str:
    """The matches, and what a guardian has said."""
    rows = db.execute(select(C.c.state).where(C.c.programme_id == cast.programme).order_by(C.c.id))
    return _joined([matches(db, cast), *rows.scalars()])


def listed(db: Connection, cast: Cast) -> str:
    """The matches, and what waits for a coordinator or has been done."""
    rows = db.execute(select(H).where(H.c.programme_id == cast.programme).order_by(H.c.id))
    return _joined(
        [matches(db, cast), *(f"{row.kind} {'done' if row.closed_at else 'open'}" for row in rows)]
    )


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)
