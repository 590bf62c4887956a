"""When the two hear of their last day, and of what comes after it."""

from datetime import date, datetime, timedelta

from assistant.internal_events.of_ending import (
    FollowUpDue,
    Halfway,
    LastDayCame,
    LastDayOver,
    LastMeetingNear,
    ObjectivesDue,
    OfEnding,
    SurveyDue,
)
from assistant.programmes import agreements, goodbyes
from assistant.programmes.goodbyes import Ending
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import profiles
from assistant.turns.talk import Talk
from storage.mentoring.matches import Side

SURVEY = timedelta(days=2)
HALF = timedelta(days=60)  # from which on halfway is worth a word
SOON = timedelta(days=1)


def of(talk: Talk, programme: int) -> Ending:
    return goodbyes.of(talk.known.programmes.get(programme))


def notices(talk: Talk, pair: Pair) -> tuple[int, int]:
    """How many days before the last day both say what should come then."""
    last = date.fromisoformat(pair.last_day)
    return goodbyes.notices(of(talk, pair.programme_id), _first(talk, pair), last)


def plan(talk: Talk, pair: Pair) -> None:
    """They have agreed on a last day."""
    found = of(talk, pair.programme_id)
    if not found.on:
        return
    last, first = date.fromisoformat(pair.last_day), _first(talk, pair)
    _, notice = goodbyes.notices(found, first, last)
    if found.milestones and last - first >= HALF:
        _both(talk, pair, first + (last - first) / 2, Halfway(pair.id, pair.last_day))
    meeting = last - timedelta(days=(notice + 1) // 2)
    _both(talk, pair, meeting, LastMeetingNear(pair.id, pair.last_day))
    _both(talk, pair, last, LastDayCame(pair.id, pair.last_day))
    _both(talk, pair, last + SOON, LastDayOver(pair.id, pair.last_day))


def begin(talk: Talk, pair: Pair) -> None:
    """They have agreed for the first time: on the next day each says how things are now."""
    found = of(talk, pair.programme_id)
    if found.on and found.objectives:
        today = local(talk.known.now, talk.person.zone).date()
        _both(talk, pair, today + SOON, ObjectivesDue(pair.id, pair.last_day))


def resume(talk: Talk, pair: Pair) -> None:
    """It was on hold, perhaps beyond the last day, and goes on."""
    if not pair.last_day or not of(talk, pair.programme_id).on:
        return
    today = local(talk.known.now, talk.person.zone).date()
    last = date.fromisoformat(pair.last_day)
    if last <= today:
        _both(talk, pair, today + SOON, LastDayCame(pair.id, pair.last_day))
        _both(talk, pair, today + 2 * SOON, LastDayOver(pair.id, pair.last_day))


def after(talk: Talk, event: SurveyDue) -> None:
    """What comes when a match has ended, for whoever takes this turn."""
    found = of(talk, event.programme)
    me, today = talk.person, local(talk.known.now, talk.person.zone).date()
    if not found.on:
        return
    asks = event.planned or agreements.of(talk.known.programmes[event.programme]).on
    if found.survey and asks:
        at = at_ten(talk, today + SURVEY, me.zone)
        talk.time(me.id, f"ending:{event.match}:survey", at, event)
    if found.follow_up and event.planned:
        who = (event.match, event.name, event.programme, event.role, event.other)
        at = at_ten(talk, today + timedelta(days=found.follow_up), me.zone)
        talk.time(me.id, f"ending:{event.match}:follow_up", at, FollowUpDue(*who))


def _both(talk: Talk, pair: Pair, day: date, event: OfEnding) -> None:
    for side in (pair.mentor, pair.mentee):
        _one(talk, pair, side, day, event)


def _one(talk: Talk, pair: Pair, side: Side, day: date, event: OfEnding) -> None:
    at = at_ten(talk, day, side.zone)
    if at > talk.known.now:
        cause = f"ending:{pair.id}:{pair.last_day}:{event.what}:{day}"
        talk.time(side.id, cause, at, event)


def _first(talk: Talk, pair: Pair) -> date:
    """The day on which they came together."""
    return local(pair.since or talk.known.now, talk.person.zone).date()


def at_ten(talk: Talk, day: date, zone: str) -> datetime:
    now = talk.known.now
    at = datetime.combine(day, profiles.STATUS_HOUR, local(now, zone).tzinfo)
    return at.astimezone(now.tzinfo)
