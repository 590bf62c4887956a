"""Internal events about the end of a match: its last days, and what comes after them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import assert_never

from assistant.channels import CARRIES_FILES
from assistant.internal_events.of_ending import (
    Finished,
    FollowUpDue,
    Halfway,
    LastDayCame,
    LastDayOver,
    LastMeetingNear,
    ObjectivesDue,
    OfEnding,
    SurveyDue,
)
from assistant.schedule.quiet_hours import local
from assistant.turns.agreements import known as agreements
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.endings import known, surveys, texts, times
from assistant.turns.handlers import meetings, profiles, reminders
from assistant.turns.internal_events import other_side, timing
from assistant.turns.run_stack import OF_PAIRS

InMatch = ObjectivesDue | Halfway | LastMeetingNear | LastDayCame | LastDayOver
GOODBYE = "goodbye"
STALE = timedelta(days=7)  # after which nobody wants to hear that it was halfway
AFTER = reminders.LASTS + timedelta(hours=1)  # a last meeting, when both have said how it was
LATE = timedelta(days=7)  # that a meeting may be after the last day
UNDECIDED = timedelta(days=14)  # that a last day waits for what they are just agreeing on
DONE = "finished"  # who has come to the end of it


def hear(talk: Conversation, event: OfEnding) -> None:
    match event:
        case ObjectivesDue() | Halfway() | LastMeetingNear() | LastDayCame() | LastDayOver():
            pair = talk.pairs.get(event.match)
            if pair and not pair.closed and pair.last_day == event.day:
                _in_match(talk, pair, event)
        case Finished():
            finished(talk, event)
        case SurveyDue() | FollowUpDue():
            surveys.ask(talk, event)
        case _:
            assert_never(event)


def _in_match(talk: Conversation, pair: Pair, event: InMatch) -> None:
    match event:
        case ObjectivesDue():
            return surveys.ask_first(talk, pair, event)
        case Halfway():
            return _halfway(talk, pair, event)
        case LastMeetingNear():
            return _last_meeting(talk, pair, event)
        case LastDayCame():
            return _last_day(talk, pair, event)
        case LastDayOver():
            return None if _goes_on(talk, pair, event) else _end(talk, pair)
        case _:
            assert_never(event)


def _halfway(talk: Conversation, pair: Pair, event: Halfway) -> None:
    found = known.journey(talk.known, pair.id)
    half = found.since + (_instant(talk, pair) - found.since) / 2
    if talk.known.now > half + STALE or not _may_speak(talk, event):
        return
    msgid = texts.HALFWAY_MET if found.met > 1 else texts.HALFWAY
    talk.say(msgid, **_values(talk, pair), met=found.met)
    talk.resume()


def _last_meeting(talk: Conversation, pair: Pair, event: LastMeetingNear) -> None:
    """It is booked, or it may be found; whoever looks for help is asked for a time."""
    if agreements.of(pair).asked or not _may_speak(talk, event):
        return None
    shown = {**meetings.values(pair, talk.person.id), **_values(talk, pair)}
    if pair.meeting.state == "booked" and not meetings.past(pair, talk.known.now):
        talk.say(texts.LAST_BOOKED, **shown)
        return talk.resume()
    talk.say(texts.LAST_OPEN, **shown)
    asks = pair.meeting.state == "none" and pair.role(talk.person.id) == "mentee"
    if asks and talk.stack.top is None:
        return other_side.speak_of(talk, pair)
    return talk.resume()


def _may_speak(talk: Conversation, event: OfEnding) -> bool:
    if timing.rests(talk, event) or not timing.free(talk, event):
        return False
    return timing.affordable(talk, event)


def _last_day(talk: Conversation, pair: Pair, event: LastDayCame) -> None:
    """They may leave each other a few words, once. It is a day that they have agreed on, so it
    stands outside the frequency cap."""
    if timing.rests(talk, event) or _goes_on(talk, pair, event) or not timing.free(talk, event):
        return
    talk.outcome.reminder = talk.outcome.booked = True
    talk.close_about(pair.id, ("meeting", "more_time"))  # nobody looks for a time any more
    talk.say(texts.LAST_DAY, **_values(talk, pair))
    _ask_for_words(talk, _seen_by(pair, talk.person.id))


def _ask_for_words(talk: Conversation, event: Finished) -> None:
    given = {"ended": event.match, "to": event.other, "other": event.name}
    talk.open(GOODBYE, event.programme, event.role, talk.stack.next_depth(), given)


def _goes_on(talk: Conversation, pair: Pair, event: LastDayCame | LastDayOver) -> bool:
    """Whether the two are just agreeing on more time, or meet once more: then it comes later."""
    today = local(talk.known.now, talk.person.zone).date()
    last = date.fromisoformat(pair.last_day)
    if agreements.of(pair).asked and today - last < UNDECIDED:
        talk.put_off(times.at_ten(talk, today + times.SOON, talk.person.zone), event)
        return True
    if pair.meeting.state != "booked":
        return False
    starts = datetime.fromisoformat(pair.meeting.slot)
    day = local(starts, talk.person.zone).date()
    if isinstance(event, LastDayCame):
        again = starts + AFTER
    else:  # not on that very day: how it was and the last words come first
        again = times.at_ten(talk, day + times.SOON, talk.person.zone)
    late = meetings.past(pair, talk.known.now) if isinstance(event, LastDayCame) else day <= last
    if late or day > last + LATE or again <= talk.known.now:
        return False
    talk.put_off(again, event)
    return True


def _end(talk: Conversation, pair: Pair) -> None:
    """Both hear it in the hours of their day; what they have left each other still arrives."""
    talk.put(meetings.drop(talk, pair).after("end"))
    for side in (pair.mentor, pair.mentee):
        event = _seen_by(pair, side.id)
        talk.tell(side.id, side.zone, event, cause=f"finished:{pair.id}:{side.id}")


def _seen_by(pair: Pair, person: int) -> Finished:
    other = pair.other(person)
    return Finished(pair.id, other.name or "?", pair.programme_id, pair.role(person), other.id)


def finished(talk: Conversation, event: Finished) -> None:
    until = talk.person.paused_until
    if until and until > talk.known.now:
        return talk.put_off(until, replace(event, late=True))
    found = known.journey(talk.known, event.match)
    msgid = texts.FINISHED_MET if found.met > 1 else texts.FINISHED
    shown = {"other": event.name, "met": found.met}
    talk.outcome.reminder = talk.outcome.booked = True
    talk.close_about(event.match, OF_PAIRS)
    talk.say(msgid, **shown)
    if times.of(talk, event.programme).certificate:
        _certify(talk, event)
    talk.resume()
    _leave_waiting(talk, event)
    if event.late:
        _ask_for_words(talk, event)
    who = (event.match, event.name, event.programme, event.role, event.other)
    return times.after(talk, SurveyDue(*who, planned=True))


def _certify(talk: Conversation, event: Finished) -> None:
    """It comes as a picture with these words where it can, else out of somebody's hand."""
    address = talk.known.address
    talk.outcome.about = event.match
    if address and address.channel in CARRIES_FILES:
        talk.outcome.certificate = True
    else:
        talk.say(texts.CERTIFICATE)


def _leave_waiting(talk: Conversation, event: Finished) -> None:
    """Who has come to the end waits for nobody else, unless they would like to."""
    there = (one for one in talk.pairs.values() if not one.closed)
    same = (one for one in there if one.programme_id == event.programme)
    if not any(one.role(talk.person.id) == event.role for one in same):
        profiles.change_enrolment(talk, event.programme, event.role, DONE)


def _instant(talk: Conversation, pair: Pair) -> datetime:
    return times.at_ten(talk, date.fromisoformat(pair.last_day), talk.person.zone)


def _values(talk: Conversation, pair: Pair) -> dict[str, object]:
    return {"other": pair.other(talk.person.id).name or "?", "until": pair.last_day}
