"""Who could be brought together with whom, and what tells how well they would fit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection, func, literal_column, select

from storage import desk
from storage.desk import Of
from storage.mentoring import offers
from storage.tables import Goal, Guardian, Json, Match, Message, Participant, Person, Role, table

C, G, M = table(Guardian), table(Goal), table(Message)
N, P, T = table(Participant), table(Person), table(Match)

LOOKED_BACK = timedelta(days=60)
ENOUGH = 3  # answers, before it is said how soon somebody usually answers
LONGEST = timedelta(days=5)  # what comes later answers nothing


class Candidate(NamedTuple):
    """Somebody ready, and at no rest."""

    person_id: int
    name: str | None
    profile: Json
    language: str
    zone: str


class Candidates(NamedTuple):
    """All of a programme who could be brought together, those first who have waited longest."""

    mentees: Sequence[Candidate]
    mentors: Sequence[Candidate]
    goals: dict[int, list[str]]  # of mentees
    taken: dict[int, int]  # of mentors: for how many they are there, or asked about
    together: set[tuple[int, int]]  # mentee and mentor who were together, or are asked, or said no
    asked: set[int]  # mentees about whom a mentor is asked just now
    related: set[tuple[int, int]]  # a child and who answers for it
    answers: dict[int, float]  # of mentors: in how many hours they usually answer


def find(db: Connection, of: Of, now: datetime) -> Candidates:
    """Eight queries, however many they are."""
    asked = {one.mentee_id for one in offers.standing(db, of.programme)}
    return Candidates(
        mentees=_ready(db, of, Role.MENTEE, now),
        mentors=_ready(db, of, Role.MENTOR, now),
        goals=_goals(db, of.programme),
        taken=offers.room(db, of.programme),
        together=_together(db, of.programme),
        asked=asked,
        related=_related(db, of.programme),
        answers=_answers(db, of.programme, now),
    )


def _ready(db: Connection, of: Of, role: str, now: datetime) -> list[Candidate]:
    query = desk.those_ready(of, role, now).add_columns(P.c.language, P.c.zone)
    return [Candidate._make(row) for row in db.execute(query)]


def _goals(db: Connection, programme: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = select(G.c.person_id, G.c.text).where(
        G.c.programme_id == programme, G.c.state == "active"
    )
    for person, text in db.execute(query.order_by(G.c.id)):
        found[person].append(text)
    return found


def _together(db: Connection, programme: int) -> set[tuple[int, int]]:
    query = select(T.c.mentee_id, T.c.mentor_id).where(T.c.programme_id == programme)
    return {(mentee, mentor) for mentee, mentor in db.execute(query)}


def _related(db: Connection, programme: int) -> set[tuple[int, int]]:
    """Both ways round: a child may mentor, too."""
    query = select(C.c.child_id, C.c.guardian_id).where(
        C.c.programme_id == programme, C.c.guardian_id.is_not(None)
    )
    found = [(child, guardian) for child, guardian in db.execute(query)]
    return {*found, *((guardian, child) for child, guardian in found)}


def _answers(db: Connection, programme: int, now: datetime) -> dict[int, float]:
    """How long mentors take for a text of ours, the median of the last weeks."""
    earlier = func.lag(M.c.created_at, type_=M.c.created_at.type).over(
        partition_by=M.c.person_id, order_by=M.c.id
    )
    before = func.lag(M.c.direction).over(partition_by=M.c.person_id, order_by=M.c.id)
    mentors = select(N.c.person_id).where(
        N.c.programme_id == programme, N.c.role == Role.MENTOR, N.c.state == "ready"
    )
    said = (
        select(
            M.c.person_id,
            M.c.direction,
            M.c.created_at,
            earlier.label("earlier"),
            before.label("before"),
        )
        .where(M.c.person_id.in_(mentors), M.c.created_at > now - LOOKED_BACK)
        .where(M.c.sender != literal_column("'inside'"))
        .subquery()
    )
    taken: dict[int, list[float]] = defaultdict(list)
    query = select(said.c.person_id, said.c.created_at, said.c.earlier)
    for person, at, asked in db.execute(
        query.where(said.c.direction == "in", said.c.before == "out")
    ):
        if at - asked <= LONGEST:
            taken[person].append((at - asked).total_seconds() / 3600)
    return {one: median(some) for one, some in taken.items() if len(some) >= ENOUGH}
