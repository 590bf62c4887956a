"""The product's time, which may run ahead of the real one where nobody real is there."""

from datetime import datetime, timedelta

from assistant.schedule import quiet_hours
from assistant.schedule.timekeeping import Timekeeper
from storage import times
from storage.database import Database
from storage.people import programmes


class Clock:
    """Tells the time. It can skip ahead where nobody real is reached: weeks in some minutes."""

    def __init__(self, keeper: Timekeeper | None = None) -> None:
        self.keeper = keeper or Timekeeper()
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        return self.keeper.now() + self.ahead

    def go_on(self, db: Database) -> None:
        """Begin no earlier than what was kept last: the machine's clock may be set back between
        two starts."""
        with db.reading() as connection:
            newest = times.newest(connection)
        if newest:
            self.keeper.start_at(newest)

    def catch_up(self, db: Database) -> None:
        """Go on where the virtual time stood when it was stopped, for time never runs backwards;
        and never begin at night, when nobody would be told anything."""
        with db.reading() as connection:
            newest = times.newest(connection)
            programme = next(iter(programmes.every(connection).values()), None)
        if newest:
            self.skip(newest - self.now())
        if programme:
            self.skip(quiet_hours.within(self.now(), programme.zone) - self.now())

    def skip(self, by: timedelta) -> None:
        self.ahead += max(by, timedelta(0))

    def skip_to_next(self, db: Database) -> bool:
        """Go to the moment at which something is due next; whether there is one."""
        with db.reading() as connection:
            due = times.next_due(connection, self.now())
        if due is None:
            return False
        self.skip(due - self.now())
        return True
