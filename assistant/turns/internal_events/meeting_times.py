"""What time does to a meeting: its reminder, the questions afterwards, an answer overdue."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.internal_events.kinds import AnswerOverdue, MeetingOver, ReminderDue
from assistant.internal_events.of_other_side import StillAsking
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import feedback, meetings, reminders
from assistant.turns.handlers.repeating import series
from assistant.turns.internal_events import timing
from assistant.turns.offering import trial
from assistant.turns.relaying import sending
from flows.lifecycles import meeting
from flows.lifecycles.meeting import Act

PATIENCE = timedelta(days=2)  # until somebody who does not answer is the coordinator's


def reminder(talk: Conversation, event: ReminderDue) -> None:
    pair = _booked(talk, event)
    if pair is None or meetings.past(pair, talk.known.now):
        return
    starts = datetime.fromisoformat(event.slot)
    if event.again is False and starts - talk.known.now <= reminders.SHORTLY:
        return  # it comes so late that the next one is due
    zone = talk.person.zone
    today = local(datetime.fromisoformat(event.slot), zone).date()
    soon = today == local(talk.known.now, zone).date()
    talk.outcome.reminder = talk.outcome.booked = True
    shown = meetings.values(pair, talk.person.id)
    talk.say(system_messages.TODAY if soon else system_messages.TOMORROW, **shown)
    if not event.again and (step := _agreed(talk, pair)):
        talk.say(system_messages.LAST_STEP, step=step)


def _agreed(talk: Conversation, pair: Pair) -> str:
    """What the two agreed on last, as one of them told it for both; what a person should look at
    first only its writer sees."""
    of_meetings = (one for one in reversed(pair.feedback) if one.about.startswith("meeting:"))
    told = next((one for one in of_meetings if one.answers.get("met") in feedback.MET), None)
    step = str(told.answers.get("step") or "") if told else ""
    mine = told is not None and told.person_id == talk.person.id
    return step if mine or not step or not sending.held(talk, pair, step) else ""


def _booked(talk: Conversation, event: ReminderDue) -> Pair | None:
    """The match, while the meeting at that time is still booked."""
    pair = talk.pairs.get(event.match)
    stands = pair and not pair.closed and pair.meeting.state == "booked"
    return pair if pair and stands and pair.meeting.slot == event.slot else None


def after(talk: Conversation, event: MeetingOver) -> None:
    """The meeting is over: both are asked how it was, each in private."""
    _go_on(talk, event)
    pair = talk.pairs.get(event.match)
    about = f"meeting:{event.slot}"
    if pair is None or pair.closed or not _happened(talk, pair, event.slot):
        return
    if any(one.person_id == talk.person.id and one.about == about for one in pair.feedback):
        return
    if not timing.asks(talk, event):
        return
    series.say_next(talk, pair, event.slot)
    given = {"match": pair.id, "about": about} | ({"met": "yes"} if event.talked else {})
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open("feedback", pair.programme_id, role, depth, given)
    trial.met(talk, pair)


def _go_on(talk: Conversation, event: MeetingOver) -> None:
    """The time of one of a series has passed, wherever that was moved to: the next is booked."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed or pair.series.stands is None:
        return
    here = pair.meeting.state == "booked" and pair.meeting.slot == event.slot
    before = _over(pair) if here else series.lapse(talk, pair)
    after = series.go_on(talk, before)
    if after is not pair:
        talk.put(after)


def _happened(talk: Conversation, pair: Pair, slot: str) -> bool:
    """Whether that meeting was booked until its time; the first to be asked closes it."""
    if pair.meeting.slot == slot and pair.meeting.state == "booked":
        talk.put(_over(pair))
        return True
    return slot in pair.over


def _over(pair: Pair) -> Pair:
    after = meeting.follow(pair.meeting, Act("pass"))
    return replace(pair, meeting=after, ended="over", over=pair.over | {pair.meeting.slot})


def unanswered(talk: Conversation, event: AnswerOverdue) -> None:
    """They were told by when they hear: they do, and the second time a person takes over."""
    pair = talk.pairs.get(event.match)
    mine = pair and pair.meeting.by == pair.role(talk.person.id)
    if not pair or not mine or pair.meeting.state != "proposed" or pair.meeting.slot != event.slot:
        return
    shown = meetings.values(pair, talk.person.id)
    if event.count > 1 or meetings.past(pair, talk.known.now):
        talk.hand_over("no_answer", "", pair.id)
        if meetings.past(pair, talk.known.now):
            talk.put(series.go_on(talk, meetings.drop(talk, pair)))
        return talk.say(system_messages.NO_ANSWER, **shown)
    there = local(talk.known.now, talk.person.zone)
    day = there.date() + PATIENCE
    at = datetime.combine(day, reminders.ANSWERED_BY, there.tzinfo).astimezone(
        talk.known.now.tzinfo
    )
    cause = f"unanswered:{pair.id}:{event.slot}:2"
    talk.time(talk.person.id, cause, at, replace(event, count=2))
    meetings.tell(talk, pair, StillAsking)
    return talk.say(system_messages.STILL_ASKING, **shown, day=day.isoformat())
