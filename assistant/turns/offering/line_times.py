"""When two who meet for the first time are asked for one line each, and see the other's."""

from datetime import UTC, datetime, time, timedelta

from assistant.internal_events.of_lines import LineAsked, LinesDue
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.talk import Talk
from flows.lifecycles.offer import Stage
from storage.mentoring.matches import Side

ABOUT = "line"  # of what is kept of it
SHOWN = timedelta(hours=3)  # before the meeting, at the latest
EVENING = time(18)  # before one in the early morning
AN_HOUR = timedelta(hours=1)


def booked(talk: Talk, pair: Pair, side: Side) -> None:
    """For one side, once the first meeting is booked; who has said theirs is not asked again."""
    slot, now = pair.meeting.slot, talk.known.now
    starts = datetime.fromisoformat(slot)
    if pair.stage is not Stage.TRIAL or pair.quiet or starts - AN_HOUR <= now:
        return
    if not said(pair, side.id):
        talk.tell(side.id, side.zone, LineAsked(pair.id, slot))
    if (at := shown_at(starts, side.zone)) > now:
        talk.time(side.id, f"lines:{pair.id}:{slot}", at, LinesDue(pair.id, slot))


def said(pair: Pair, person: int) -> bool:
    """Whether somebody has written their line, or would rather not."""
    return any(
        one.about == ABOUT and one.person_id == person and "line" in one.answers
        for one in pair.feedback
    )


def shown_at(starts: datetime, zone: str) -> datetime:
    """Some hours before, within the hours of a day, or on the evening before."""
    at = quiet_hours.within(starts - SHOWN, zone)
    if at <= starts - AN_HOUR:
        return at
    there = local(starts, zone)
    day = there.date() - timedelta(days=1)
    return datetime.combine(day, EVENING, there.tzinfo).astimezone(UTC)
