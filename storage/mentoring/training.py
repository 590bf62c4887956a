"""Training: lessons that people were sent, and the minutes of training that are recorded."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, or_, select

from storage import bulk
from storage.tables import Concern, Goal, Match, Meeting, Training, table

C, G, T = table(Concern), table(Goal), table(Match)
R, W = table(Training), table(Meeting)

OUTSIDE = "outside"  # training that a coordinator has recorded
NONE, AGAIN = "none", "again"  # wishes: no more lessons, and lessons after all
WISHES = (NONE, AGAIN)
LEFT, TOLD = "left", "told"  # in the place of an answer


class NewTraining(NamedTuple):
    """Something that is to be kept of somebody's training."""

    person_id: int
    programme_id: int
    what: str
    minutes: int
    answer: str
    recorded_by: int | None
    at: datetime


class AnsweredLesson(NamedTuple):
    """What somebody said to a lesson, and the minutes that it took them."""

    person_id: int
    what: str
    answer: str
    minutes: int


class Taken(NamedTuple):
    """A lesson, a recorded training or a wish, as it is kept."""

    what: str
    minutes: int
    answer: str
    at: datetime


class Learned(NamedTuple):
    """What tells whether a lesson may come to somebody now."""

    taken: Sequence[Taken]  # oldest first
    met: Mapping[int, int]  # how many meetings each of their matches has had
    aiming: frozenset[int]  # their matches in which there is a goal
    concern: bool  # something that somebody said, or was said of a match, is not closed


class Minutes(NamedTuple):
    """Minutes of training: recorded by a coordinator, and of lessons."""

    outside: int = 0
    lessons: int = 0


_ANSWERED = bulk.changing(R, AnsweredLesson._fields, by=("person_id", "what"))
_OUTSIDE = func.sum(case((R.c.what == OUTSIDE, R.c.minutes), else_=0))
_LESSONS = func.sum(case((R.c.what != OUTSIDE, R.c.minutes), else_=0))


def add(db: Connection, rows: Sequence[NewTraining]) -> None:
    bulk.insert(db, R, rows)


def answer(db: Connection, rows: Sequence[AnsweredLesson]) -> None:
    bulk.update(db, _ANSWERED, rows)


def learned(db: Connection, person: int) -> Learned:
    """All that a lesson to somebody depends on; few are due at once."""
    columns = (R.c[name] for name in Taken._fields)
    rows = db.execute(select(*columns).where(R.c.person_id == person).order_by(R.c.id))
    mine = and_(or_(T.c.mentor_id == person, T.c.mentee_id == person), T.c.closed_at.is_(None))
    matches = select(T.c.id).where(mine)
    over = (W.c.match_id.in_(matches), W.c.state == "over")
    met = db.execute(select(W.c.match_id, func.count()).where(*over).group_by(W.c.match_id))
    goal = (G.c.person_id == T.c.mentee_id, G.c.programme_id == T.c.programme_id)
    aiming = select(T.c.id).join(G, and_(*goal, G.c.state == "active")).where(mine)
    about = or_(C.c.person_id == person, C.c.match_id.in_(matches))
    concern = select(C.c.id).where(C.c.closed_at.is_(None), about).limit(1)
    return Learned(
        [Taken._make(row) for row in rows],
        {match: count for match, count in met},
        frozenset(db.execute(aiming).scalars()),
        db.execute(concern).first() is not None,
    )


def minutes(db: Connection, programme: int) -> dict[int, Minutes]:
    """The minutes of everybody in a programme who has any."""
    query = select(R.c.person_id, _OUTSIDE, _LESSONS).where(R.c.programme_id == programme)
    rows = db.execute(query.group_by(R.c.person_id))
    return {person: Minutes(int(outside), int(lessons)) for person, outside, lessons in rows}


def of_person(db: Connection, programme: int, person: int) -> Minutes:
    """The minutes of one person in a programme."""
    theirs = (R.c.programme_id == programme, R.c.person_id == person)
    outside, lessons = db.execute(select(_OUTSIDE, _LESSONS).where(*theirs)).one()
    return Minutes(int(outside or 0), int(lessons or 0))
