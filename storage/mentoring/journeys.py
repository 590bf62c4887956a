"""What two people have done together, as far as either of them has said so."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from storage.mentoring import texted
from storage.tables import Feedback, Goal, Match, table

B, G, T = table(Feedback), table(Goal), table(Match)

MET = ("yes", "partly")  # as was said after a meeting


class Journey(NamedTuple):
    """Since when, how often they met, and how many goals were reached meanwhile."""

    since: datetime
    met: int
    reached: int


def of(db: Connection, match: int) -> Journey:
    """The journey of one match. A meeting counts where one of the two has said that they met, or
    where both wrote in it, by text."""
    one = db.execute(
        select(T.c.opened_at, T.c.mentee_id, T.c.programme_id).where(T.c.id == match)
    ).one()
    said = select(B.c.about, B.c.answers).where(
        B.c.match_id == match, B.c.about.startswith("meeting:")
    )
    met = {about for about, answers in db.execute(said) if answers.get("met") in MET}
    met |= {
        f"meeting:{at.isoformat(timespec='minutes')}"
        for at in texted.of(db, [match]).get(match, ())
    }
    reached = select(func.count()).where(
        G.c.person_id == one.mentee_id,
        G.c.programme_id == one.programme_id,
        G.c.state == "achieved",
        G.c.closed_at >= one.opened_at,
    )
    return Journey(one.opened_at, len(met), db.execute(reached).scalar_one())
