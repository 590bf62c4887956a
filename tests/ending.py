"""Two people who have agreed on a last day, up to that day and beyond."""

from sqlalchemy import select

from storage.tables import Feedback, Match, Participant, table
from tests.agreeing import Two

F, N, T = table(Feedback), table(Participant), table(Match)
LAST_DAY = 184  # days from where they agree


class Ending(Two):
    """Rosa and Jay, whose last day is September 3."""

    gone = 0.0

    def wants(self, **settings: object) -> None:
        self.change("goodbye", settings)

    def settled(self) -> "Ending":
        """They agree, look for no next time yet, and may be quiet for months."""
        super().settled()
        self.change("noticing", {"phone": 0})
        self.jay.says("0")
        self.hear()
        return self

    def until(self, days: float) -> dict[str, str]:
        """What they hear on that many days before (-) or after their last day."""
        self.passes(days=LAST_DAY + days - self.gone)
        self.gone = LAST_DAY + days
        return self.hear()

    def state(self) -> str:
        with self.world.db.reading() as db:
            return db.execute(select(T.c.state)).scalar_one()

    def enrolled(self, name: str) -> str:
        with self.world.db.reading() as db:
            query = select(N.c.state).where(N.c.person_id == self.ids[name])
            return db.execute(query).scalar_one()
