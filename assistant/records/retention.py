"""What has been kept long enough is given up, a little at a time."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.ops import logs
from assistant.programmes import retention
from assistant.records.erasure import BROUGHT_AGAIN, RETENTION
from assistant.schedule.quiet_hours import local
from storage.console import deeds
from storage.holder import Holder
from storage.mentoring import relayed
from storage.people import programmes
from storage.people.programmes import Programme
from storage.records import erasures, kept
from storage.records.erasures import NewErasure
from storage.records.kept import Since
from storage.safeguarding import records

log = logs.get("records")

MONTH = timedelta(days=30.4375)
DEEDS = 24 * MONTH  # how long the console's log is kept
USED = timedelta(days=30)  # how long an invitation is remembered that is good no more


def step(holder: Holder, now: datetime) -> bool:
    """Some of it, in one short transaction; whether there may be more."""
    with holder.writing() as db:
        known = programmes.every(db)
        people = sorted(
            {one for since in _each(list(known.values()), now) for one in kept.people(db, since)}
        )
        if people:
            newest = erasures.newest_message(db)
            erasures.add(db, [NewErasure(one, RETENTION, now, newest) for one in people])
            log.info("kept long enough", people=len(people))
        kept_longest = max([retention.of(one).texts_months for one in known.values()] or [0])
        before = now - (kept_longest or retention.DEFAULT.texts_months) * MONTH
        records_dropped = sum(
            records.give_up(db, one.id, now - retention.of(one).concerns_months * MONTH)
            for one in known.values()
        )
        return bool(people) or records_dropped + _drop(db, before, now) > 0


def _drop(db: Connection, before: datetime, now: datetime) -> int:
    dropped = (
        kept.drop_texts(db, before),
        kept.drop_answers(db, before),
        kept.drop_done(db, before),
        relayed.forget_words(db, before, kept.MOST),
        deeds.forget(db, now - DEEDS, kept.MOST),
        kept.drop_used(db, now - USED),
        kept.drop_emptied(db, now - BROUGHT_AGAIN),
    )
    return max(dropped)


def _each(known: list[Programme], now: datetime) -> Iterator[Since]:
    for one in known:
        yield _since(one, now)
    if known:
        yield _since(known[0], now)._replace(programme=None)


def _since(one: Programme, now: datetime) -> Since:
    times = retention.of(one)
    ended = now - times.ended_months * MONTH
    until = one.settings.get("until")
    return Since(
        programme=one.id,
        stranger=now - timedelta(days=times.stranger_days),
        declined=now - timedelta(days=times.declined_days),
        ended=ended,
        over=bool(until) and str(until) < local(ended, one.zone).date().isoformat(),
    )
