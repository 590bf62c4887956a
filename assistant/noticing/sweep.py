"""The clock's look at matches: each once a day or so, a few queries for many of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.internal_events import codec
from assistant.internal_events.of_noticing import OfNoticing, StillUnheard, Unheard, WorthALook
from assistant.noticing import acts, looks
from assistant.noticing.acts import Between
from assistant.noticing.looks import Noticed
from assistant.programmes import days_off
from assistant.programmes import noticing as rules
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from storage import timers
from storage.mentoring import agreements, feedback, matches, noticing, relayed
from storage.mentoring.matches import Side
from storage.mentoring.noticing import DueMatch, LookedAt
from storage.people import programmes
from storage.timers import NewTimer

AT = time(10)  # each day, where the mentee lives
LOOKED_BACK = timedelta(days=60)
FROM = "from"  # what was kept: a rest ended then, and nobody waited in it
FIRST, TOLD, LISTED, OFFERED = range(1, 5)  # steps of a silence


class _Told(NamedTuple):
    """Who is told of something; at the hour at which they usually answer, where they hear it."""

    person: int
    event: OfNoticing
    usual: bool = True


def step(db: Connection, now: datetime, most: int) -> int:
    """Look at those whose time has come; how many they were."""
    due = noticing.claim(db, now, most)
    if due:
        _look(db, due, now)
    return len(due)


def _look(db: Connection, due: Sequence[DueMatch], now: datetime) -> None:
    known, between = programmes.every(db), _gather(db, due, now)
    looked, told = [], []
    for one in due:
        found, theirs = rules.of(known.get(one.programme_id)), between[one.id]
        rests = [side.paused_until for side in theirs.sides.values() if side.paused_until]
        zone = theirs.mentee.zone
        if day := days_off.over(known.get(one.programme_id), local(now, zone).date()):
            rests.append(quiet_hours.morning(day, zone))
        if until := max((at for at in rests if at > now), default=None):
            looked.append(LookedAt(one.id, until, {**_kept(one), FROM: until.isoformat()}))
            continue
        if not found.on:
            looked.append(LookedAt(one.id, _tomorrow(theirs.mentee, now), _kept(one)))
            continue
        seen = looks.look(found, acts.standing(theirs, _kept(one).get(FROM), now), _kept(one), now)
        told += [(one, each, new) for new in seen.found for each in _news(one, new, found.silence)]
        kept = {**seen.noticed, **{k: v for k, v in _kept(one).items() if k == FROM}}
        at = min(filter(None, (_tomorrow(theirs.mentee, now), seen.next_at)))
        looked.append(LookedAt(one.id, at, kept))
    noticing.keep(db, looked)
    if told:
        timers.add(db, [_timer(*each, now) for each in told])


def _kept(one: DueMatch) -> dict[str, object]:
    return dict(one.noticed or {})


def _tomorrow(mentee: Side, now: datetime) -> datetime:
    there = local(now, mentee.zone)
    day = there.date() + timedelta(days=1)
    return datetime.combine(day, AT, there.tzinfo).astimezone(now.tzinfo)


def _news(one: DueMatch, new: Noticed, days: Sequence[int]) -> Iterator[_Told]:
    since = new.since.isoformat()
    if new.about in (looks.UNBOOKED, looks.NO_CONTACT):
        yield _Told(one.mentee_id, WorthALook(one.id, new.about, since), usual=False)
        return
    waits, silent = one.mentor_id, one.mentee_id
    if new.about == "mentee":
        waits, silent = silent, waits
    if new.step == FIRST:
        yield _Told(silent, Unheard(one.id, since))
        return
    day = (new.since + timedelta(days=days[LISTED - 1])).isoformat() if new.step == TOLD else ""
    yield _Told(waits, StillUnheard(one.id, since, new.step, day), usual=new.step != LISTED)


def _timer(one: DueMatch, told: _Told, new: Noticed, now: datetime) -> NewTimer:
    cause = f"noticed:{one.id}:{new.about}:{new.since.timestamp():.6f}:{new.step}"
    news = {**codec.stored(told.event), **({"usual": True} if told.usual else {})}
    return NewTimer(told.person, cause, now, news)


def _gather(db: Connection, due: Sequence[DueMatch], now: datetime) -> dict[int, Between]:
    """What the two of each have done, one query for each kind of it."""
    ids = [one.id for one in due]
    sides = matches.sides(db, sorted({p for one in due for p in (one.mentor_id, one.mentee_id)}))
    spoken, asked, holds = defaultdict(list), defaultdict(list), {}
    for row in noticing.spoken(db, ids):
        spoken[row.match_id].append(row)
    for text in noticing.unanswered(db, ids, now - LOOKED_BACK):
        asked[text.match_id].append(text)
    for version in agreements.of(db, ids):
        if version.state == agreements.SETTLED:
            holds[version.match_id] = version.terms
    wrote = relayed.last(db, ids, now)
    given = feedback.since(db, ids, now - LOOKED_BACK)
    return {
        one.id: Between(
            one.opened_at,
            {"mentor": sides[one.mentor_id], "mentee": sides[one.mentee_id]},
            spoken[one.id],
            asked[one.id],
            {person: last.at for person, last in wrote[one.id].items()},
            given.get(one.id, []),
            holds.get(one.id, {}),
        )
        for one in due
    }
