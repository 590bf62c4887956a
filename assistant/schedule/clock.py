"""What time does: silences, promised days, reminders, and when a broadcast goes on.

Everything is found by an indexed query, and becomes an internal event or a message once,
in the same commit.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from statistics import median_low
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.internal_events import codec
from assistant.internal_events.kinds import FellSilent
from assistant.schedule import quiet_hours, silences
from assistant.schedule.quiet_hours import local
from storage import history, runs, timers
from storage.holder import Holder
from storage.inbox import inside
from storage.mentoring import matches
from storage.people import addresses
from storage.runs import Nudge, Silent
from storage.timers import Due, NewTimer

MOST = 500
PAUSE = timedelta(seconds=5)

# Feeds so many of a broadcast's people, but for these: how many it looked at.
Feed = Callable[[Connection, datetime, int, set[int]], int]
# Pages whoever is next for so many concerns: how many there were.
Page = Callable[[Connection, datetime, int], int]
# Looks at so many matches, whether anything is to be noticed: how many there were.
Notice = Callable[[Connection, datetime, int], int]


def _nobody(_db: Connection, _now: datetime, _most: int) -> int:
    return 0


class Steps(NamedTuple):
    """What others do at each step of the clock."""

    feed: Feed
    page: Page
    notice: Notice = _nobody


class News(NamedTuple):
    """An internal event that is due: to whom, its cause, and its text."""

    person: int
    cause: str
    text: str


def step(
    holder: Holder,
    now: datetime,
    feed: Feed,
    page: Page = _nobody,
    notice: Notice = _nobody,
) -> datetime:
    """Turn what is due into internal events and broadcasts' messages, once; when to look again.
    Pages come first."""
    with holder.writing() as db:
        paged = page(db, now, MOST)
        noticed = notice(db, now, MOST)
        silent = runs.silent(db, now, MOST)
        news = [*_silences(db, silent, now), *_timers(db, now)]
        _tell(db, news, now)
        fed = feed(db, now, MOST, {person for person, _, _ in news})
    return now if max(len(news), len(silent), fed, paged, noticed) >= MOST else now + PAUSE


def _silences(db: Connection, looked_at: Sequence[Silent], now: datetime) -> list[News]:
    moved = [run for run in looked_at if run.moved_at + silences.AFTER > now]
    if moved:
        ends = (silences.ends(run.moved_at, run.zone) for run in moved)
        runs.put_off(db, [Nudge(run.id, at) for run, at in zip(moved, ends, strict=True)])
    return [
        News(
            run.person_id,
            f"silent:{run.id}:{run.moved_at.timestamp():.6f}",
            codec.text(FellSilent(run.id)),
        )
        for run in looked_at
        if run not in moved
    ]


def _timers(db: Connection, now: datetime) -> list[News]:
    due = timers.due(db, now, MOST)
    later = _usual(db, [timer for timer in due if timer.news.get("usual")], now)
    if later:
        timers.add(db, list(later.values()))
    # The same may be due again later: a meeting that was moved, and then not; another rest.
    return [
        News(
            one.person_id,
            f"{one.cause}@{one.due_at.timestamp():.6f}",
            json.dumps(one.news),  # as it is: what nobody can read fails in its own turn
        )
        for one in due
        if one.id not in later
    ]


def _usual(db: Connection, due: Sequence[Due], now: datetime) -> dict[int, NewTimer]:
    """Reminders come at the hour at which each usually answers, where that is still to come."""
    if not due:
        return {}
    people = [timer.person_id for timer in due]
    zones = {key: side.zone for key, side in matches.sides(db, people).items()}
    heard: dict[int, list[datetime]] = defaultdict(list)
    for person, at in history.heard_from(db, people, now):
        heard[person].append(local(at, zones[person]))
    found = {}
    for timer in due:
        at = _hour_of(heard[timer.person_id], now, zones[timer.person_id])
        if at > now:
            news = {**timer.news, "usual": False}
            found[timer.id] = NewTimer(timer.person_id, timer.cause, at, news)
    return found


def _hour_of(heard: Sequence[datetime], now: datetime, zone: str) -> datetime:
    """Today at the middle one of the hours they wrote at, within the hours of a day."""
    if not heard:
        return now
    there = local(now, zone)
    middle = median_low(at.hour * 60 + at.minute for at in heard)
    at = there.replace(hour=middle // 60, minute=middle % 60, second=0, microsecond=0)
    at = at.astimezone(now.tzinfo)
    same_day = quiet_hours.within(at, zone) == at and local(at, zone).date() == there.date()
    return at if same_day else now


def _tell(db: Connection, news: Sequence[News], now: datetime) -> None:
    if not news:
        return
    reached = addresses.best(db, [person for person, _, _ in news])
    rows = [
        inside.row(person, reached[person].id if person in reached else None, cause, text, now)
        for person, cause, text in news
    ]
    inside.tell(db, rows)
