"""Backups: a copy each day in a folder, of which seven days and four weeks are kept."""

import asyncio
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import logs
from assistant.ops.probe import Problem
from storage import files
from storage.backups import copies
from storage.database import Database
from storage.holder import Holder, NotHeld

log = logs.get("backups")

DAYS, WEEKS = 7, 4
LOOK = 60.0  # seconds until it is looked again whether a day has begun
AGAIN = 600.0  # after a failure
LATE = timedelta(hours=26)
SPARE = 100 * 1024 * 1024  # bytes that a copy leaves to the product, should they share a disk
_NAMED = re.compile(r"assistant-(\d{4}-\d\d-\d\d)\.db")


class NoRoom(Exception):
    """A copy would leave the disk too full."""


class Backups:
    """Makes the copies, in one process of all, and knows how the last one went."""

    def __init__(self, db: Database, folder: Path, now: Callable[[], datetime]) -> None:
        self._db, self._folder, self._now = db, folder, now
        self._began, self._code = now(), ""

    async def run(self) -> None:
        """For ever: a copy whenever today has none."""
        holder = Holder(self._db, "backups")
        try:
            while True:
                await asyncio.sleep(await asyncio.to_thread(self.step, holder))
        finally:
            holder.release()

    def step(self, holder: Holder) -> float:
        """Make today's copy unless there is one; seconds until the next look."""
        today = self._now().date()
        if today in made(self._folder):
            return LOOK
        try:
            self._hold(holder)
            make(self._db, self._folder, today)
        except NotHeld:
            return LOOK
        except (OSError, SQLAlchemyError, copies.Damaged, copies.Failed, NoRoom) as error:
            self._code = reason(error)
            log.error("backup failed", code=self._code)
            return AGAIN
        self._code = ""
        log.info("backup made", day=str(today))
        return LOOK

    def look(self) -> list[Problem]:
        """What /health tells: that one failed, or that none was made for a day."""
        there = bool(made(self._folder))
        since = age(self._folder, self._now()) if there else self._now() - self._began
        reason = f"the last one failed: {self._code}" if self._code else ""
        if not reason and since > LATE:
            reason = "none has been made for more than a day"
        return [Problem("backup", reason)] if reason else []

    def _hold(self, holder: Holder) -> None:
        """Raise NotHeld in any process but one; on SQLite there is no other."""
        if not self._db.embedded:
            with holder.writing():
                pass


def make(db: Database, folder: Path, day: date) -> Path:
    """The copy of a day, and room for it: what is too old goes. Raises NoRoom."""
    files.make_folder(folder)
    if shutil.disk_usage(folder).free < copies.size(db) + SPARE:
        raise NoRoom
    file = folder / f"assistant-{day}.db"
    copies.write(db, file)
    days = made(folder)
    for old in days.keys() - kept(days):
        days[old].unlink(missing_ok=True)
    return file


def made(folder: Path) -> dict[date, Path]:
    """The copies in the folder, by day."""
    try:
        found = [(_NAMED.fullmatch(file.name), file) for file in folder.iterdir()]
    except OSError:
        return {}
    return {date.fromisoformat(name[1]): file for name, file in found if name}


def kept(days: Iterable[date]) -> set[date]:
    """The newest seven, and of the weeks before them the last of each of four."""
    newest = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = defaultdict(lambda: date.min)
    for day in newest[DAYS:]:
        week = day.isocalendar()[:2]
        weeks[week] = max(weeks[week], day)
    return {*newest[:DAYS], *sorted(weeks.values(), reverse=True)[:WEEKS]}


def age(folder: Path, now: datetime) -> timedelta:
    """How old the newest copy is."""
    newest = max(file.stat().st_mtime for file in made(folder).values())
    return timedelta(seconds=max(0.0, now.timestamp() - newest))


def reason(error: Exception) -> str:
    """Why there is no copy, in a short word."""
    if isinstance(error, NoRoom):
        return "disk full"
    if isinstance(error, copies.Damaged):
        return "damaged"
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    if isinstance(error, copies.Failed):
        return str(error)
    return type(error).__name__
