"""What is to come in time: of a meeting its reminder, the question afterwards, an answer due; of
a match its check-ins."""

from datetime import UTC, date, datetime, time, timedelta

from assistant.internal_events.kinds import AnswerOverdue, CheckInDue, MeetingOver, ReminderDue
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import lessons, profiles
from assistant.turns.offering import line_times
from assistant.turns.talk import Talk
from assistant.turns.text_meetings import times as text_meetings
from storage.mentoring.matches import Side

LASTS = timedelta(minutes=90)  # then both are asked how it was
REMINDED_AT = time(9)  # the day before, or later that day at the hour they usually answer
LATE_REMINDER = timedelta(hours=3)  # before a meeting that was booked on the day itself
EVENING_REMINDER = time(18)  # before a meeting in the early morning
AN_HOUR = timedelta(hours=1)
ANSWERED_BY = time(18)  # the evening by which whoever proposed a time hears
LATE = timedelta(days=7)  # by which a check-in may come later without moving the next
CHECK_INS = (7, 14, 30)  # days until the first, from there to the second, and to each after it


def remind(talk: Talk, pair: Pair, side: Side) -> None:
    """The reminder, the question afterwards and perhaps a lesson before, for one side; each looks
    again when it comes."""
    lessons.before_meeting(talk, pair, side)
    text_meetings.begins(talk, pair, side)
    line_times.booked(talk, pair, side)
    match, slot = pair.id, pair.meeting.slot
    starts = datetime.fromisoformat(slot)
    if at := remind_at(starts, side.zone, talk.known.now):
        usual = local(at, side.zone).date() < local(starts, side.zone).date()
        talk.time(side.id, f"reminder:{match}:{slot}", at, ReminderDue(match, slot, usual))
    after = quiet_hours.within(starts + LASTS, side.zone)
    talk.time(side.id, f"after:{match}:{slot}", after, MeetingOver(match, slot))


def remind_at(starts: datetime, zone: str, now: datetime) -> datetime | None:
    """The day before at nine; for a meeting booked later than that, some hours before it within
    the hours of a day, or on the evening before, or not at all when it is too near."""
    there = local(starts, zone)
    day = there.date() - timedelta(days=1)
    before = datetime.combine(day, REMINDED_AT, there.tzinfo).astimezone(UTC)
    if before > now:
        return before
    late = quiet_hours.within(starts - LATE_REMINDER, zone)
    if late > starts - AN_HOUR:  # it would have to be in the night
        late = datetime.combine(day, EVENING_REMINDER, there.tzinfo).astimezone(UTC)
    return late if late > now + AN_HOUR else None


def await_answer(talk: Talk, pair: Pair) -> None:
    """They were told by when they hear: tomorrow evening they do, whatever has come of it."""
    there = local(talk.known.now, talk.person.zone)
    day = there.date() + timedelta(days=1)
    at = datetime.combine(day, ANSWERED_BY, there.tzinfo).astimezone(UTC)
    news = AnswerOverdue(pair.id, pair.meeting.slot, 1)
    talk.time(talk.person.id, f"unanswered:{pair.id}:{pair.meeting.slot}:1", at, news)


def check_in(talk: Talk, match: int, person: int, number: int, last: str = "") -> None:
    """The next check-in of one side: after a week, after three, and then every thirty days,
    counted from the day for which the last was meant, if that is not long ago."""
    lessons.before_ending(talk, match)
    days = CHECK_INS[min(number, len(CHECK_INS)) - 1]
    there = local(talk.known.now, talk.person.zone)
    since = date.fromisoformat(last) if last else there.date()
    if there.date() - since > LATE:
        since = there.date()
    day = since + timedelta(days=days)
    at = datetime.combine(day, profiles.STATUS_HOUR, there.tzinfo)
    event = CheckInDue(match, number, day.isoformat(), usual=True)
    talk.time(person, f"check_in:{match}:{number}", at.astimezone(talk.known.now.tzinfo), event)
