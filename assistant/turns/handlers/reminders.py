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
from storage.people.persons import Someone

LASTS = timedelta(minutes=90)  # then both are asked how it was
REMINDED_AT = time(9)  # the day before, or later that day at the hour they usually answer
SHORTLY = timedelta(hours=2)  # before a meeting, once more
EVENING = time(18)  # the day before, where shortly before it is night
AT_LATEST = time(19)  # that day, where shortly before it is night already
AN_HOUR = timedelta(hours=1)  # after they booked, since they know
ANSWERED_BY = time(18)  # the evening by which whoever proposed a time hears
LATE = timedelta(days=7)  # by which a check-in may come later without moving the next
CHECK_INS = (7, 14, 30)  # days until the first, from there to the second, and to each after it


def remind(talk: Talk, pair: Pair, side: Side) -> None:
    """The reminders, the question afterwards and perhaps a lesson before, for one side; each looks
    again when it comes."""
    lessons.before_meeting(talk, pair, side)
    text_meetings.begins(talk, pair, side)
    line_times.booked(talk, pair, side)
    match, slot = pair.id, pair.meeting.slot
    starts = datetime.fromisoformat(slot)
    before, shortly = remind_at(starts, side.zone, talk.known.now)
    if before:
        usual = shortly is None or not _same_day(before, shortly, side.zone)
        talk.time(
            side.id,
            f"reminder:{match}:{slot}",
            before,
            ReminderDue(match, slot, usual, False if shortly else None),
        )
    if shortly:
        due = ReminderDue(match, slot, again=True if before else None)
        talk.time(side.id, f"shortly:{match}:{slot}", shortly, due)
    _ask_after(talk, pair, side)


def _ask_after(talk: Talk, pair: Pair, side: Side | Someone) -> None:
    slot = pair.meeting.slot
    after = quiet_hours.within(datetime.fromisoformat(slot) + LASTS, side.zone)
    talk.time(side.id, f"after:{pair.id}:{slot}", after, MeetingOver(pair.id, slot))


def remind_at(
    starts: datetime, zone: str, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """The day before at nine, and two hours before or, where that is in the night, earlier; each
    as far as it is still to come, the second not just after they booked."""
    there = local(starts, zone)
    before = _at(there - timedelta(days=1), REMINDED_AT)
    shortly = _shortly_before(starts, zone)
    return before if before > now else None, shortly if shortly > now + AN_HOUR else None


def _shortly_before(starts: datetime, zone: str) -> datetime:
    at = starts - SHORTLY
    there = local(at, zone)
    if there.time() < quiet_hours.FIRST:
        return _at(there - timedelta(days=1), EVENING)
    return _at(there, AT_LATEST) if there.time() >= quiet_hours.LAST else at


def _at(there: datetime, at: time) -> datetime:
    """That hour of somebody's day."""
    return datetime.combine(there.date(), at, there.tzinfo).astimezone(UTC)


def _same_day(one: datetime, other: datetime, zone: str) -> bool:
    return local(one, zone).date() == local(other, zone).date()


def await_answer(talk: Talk, pair: Pair) -> None:
    """They were told by when they hear: tomorrow evening they do, whatever has come of it."""
    there = local(talk.known.now, talk.person.zone)
    day = there.date() + timedelta(days=1)
    at = datetime.combine(day, ANSWERED_BY, there.tzinfo).astimezone(UTC)
    news = AnswerOverdue(pair.id, pair.meeting.slot, 1)
    talk.time(talk.person.id, f"unanswered:{pair.id}:{pair.meeting.slot}:1", at, news)
    if pair.series.stands:  # which goes on, also where this is never answered
        _ask_after(talk, pair, talk.person)


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
