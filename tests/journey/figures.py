"""How much it takes until somebody is ready, and until two people meet."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from storage.tables import Meeting, table
from tests.journey.stage import Stage

MOST_REPLIES, MOST_DAYS = 8, 9
G = table(Meeting)


class Figures(NamedTuple):
    """Texts that the mentee wrote, the first among them, until nothing more was asked; days from
    there to the first meeting."""

    replies: int
    days: int

    def __str__(self) -> str:
        return (
            f"First text to ready: {self.replies} texts (at most {MOST_REPLIES}). "
            f"Ready to the first meeting: {self.days} days (at most {MOST_DAYS})."
        )


def of(stage: Stage, mentee: str) -> Figures:
    ready = next(n for n, scene in enumerate(stage.scenes) if scene.begins > _first(stage, mentee))
    until = stage.scenes[ready].begins
    wrote = [one for one in stage.log[:until] if one.who == mentee and one.own]
    met = _first_meeting(stage)
    zone = stage.people[mentee].zone
    days = met.astimezone(zone).date() - wrote[-1].at.astimezone(zone).date()
    return Figures(len(wrote), days.days)


def _first(stage: Stage, mentee: str) -> int:
    return next(n for n, one in enumerate(stage.log) if one.who == mentee)


def _first_meeting(stage: Stage) -> datetime:
    """When the first one was that took place."""
    first = select(func.min(G.c.starts_at)).where(G.c.state == "over")
    with stage.world.served.db.reading() as db:
        at: datetime = db.execute(first).scalar_one()
    return at
