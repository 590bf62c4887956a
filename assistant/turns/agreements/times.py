"""When the two are asked, reminded, and asked about more time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.internal_events.of_agreement import LastDayNear, TermsDue, TermsOverdue
from assistant.internal_events.of_goals import GoalDue
from assistant.programmes import agreements as defaults
from assistant.programmes import goals
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.endings import times as endings
from assistant.turns.handlers import profiles
from assistant.turns.talk import Talk
from storage.mentoring.matches import Side

OVERDUE = (timedelta(days=3), timedelta(days=4))  # reminded, and from there the coordinator's
AGAIN = timedelta(days=2)  # where they are just finding their first time


def after_match(talk: Talk, pair: Pair, side: Side) -> None:
    """Some days after they were brought together, if they have not met by then."""
    days = defaults.of(talk.known.programmes[pair.programme_id]).after_days
    _due(talk, side, "match", _morning(talk, side, timedelta(days=days)), TermsDue(pair.id))


def after_meeting(talk: Talk, pair: Pair) -> None:
    """On the day after they have met."""
    for side in (pair.mentor, pair.mentee):
        _due(talk, side, "met", _morning(talk, side, timedelta(days=1)), TermsDue(pair.id))


def after_check_in(talk: Talk, pair: Pair, number: int) -> None:
    """Pairs that were together before anybody was asked this."""
    side = pair.side(talk.person.id)
    _due(talk, side, f"check_in:{number}", _morning(talk, side, AGAIN), TermsDue(pair.id))


def _due(talk: Talk, side: Side, cause: str, at: datetime, event: TermsDue) -> None:
    if not defaults.of(talk.known.programmes[talk.pairs[event.match].programme_id]).on:
        return
    talk.time(side.id, f"agreement:{event.match}:{cause}", at, event)


def later(talk: Talk, pair: Pair, event: TermsDue, at: datetime) -> None:
    """It comes again, since something else comes first."""
    again = replace(event, count=event.count + 1)
    side = pair.side(talk.person.id)
    _due(talk, side, f"again:{again.count}:{at.date()}", at, again)


def morning_after(talk: Talk, at: datetime) -> datetime:
    """The morning of the day after, where they live."""
    there = local(at, talk.person.zone)
    return _at_ten(talk, there.date() + timedelta(days=1), talk.person.zone)


def overdue(talk: Talk, pair: Pair, version: int, count: int) -> None:
    """Silence is looked at again."""
    at = quiet_hours.within(talk.known.now + OVERDUE[count - 1], talk.person.zone)
    cause = f"terms:{pair.id}:{version}:{count}"
    talk.time(talk.person.id, cause, at, TermsOverdue(pair.id, version, count))


def last_day(talk: Talk, pair: Pair) -> None:
    """Before the last day both say what should come then; a day that has been put off since
    is asked about in its own time."""
    day = date.fromisoformat(pair.last_day)
    for side in (pair.mentor, pair.mentee):
        for count, days in enumerate(endings.notices(talk, pair), 1):
            at = _at_ten(talk, day - timedelta(days=days), side.zone)
            if at > talk.known.now:
                cause = f"last_day:{pair.id}:{day}:{count}"
                talk.time(side.id, cause, at, LastDayNear(pair.id, pair.last_day, count))


def goal(talk: Talk, pair: Pair) -> None:
    """On the day after, whoever is helped is asked for a goal."""
    if goals.of(talk.known.programmes[pair.programme_id]).on:
        at = _morning(talk, pair.mentee, timedelta(days=1))
        event = GoalDue(pair.id, usual=True)
        talk.time(pair.mentee.id, f"goal:{pair.id}:{at.date()}", at, event)


def _morning(talk: Talk, side: Side, after: timedelta) -> datetime:
    return _at_ten(talk, local(talk.known.now + after, side.zone).date(), side.zone)


def _at_ten(talk: Talk, day: date, zone: str) -> datetime:
    now = talk.known.now
    at = datetime.combine(day, profiles.STATUS_HOUR, local(now, zone).tzinfo)
    return at.astimezone(now.tzinfo)
