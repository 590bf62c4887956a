"""A lesson is due: it comes when nothing else is going on, or not at all."""

from datetime import datetime, timedelta

from assistant.internal_events.of_learning import LessonDue, LessonOver
from assistant.learning import lessons, moments
from assistant.learning.lessons import Next, Wanted
from assistant.schedule import quiet_hours
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import lessons as plans
from assistant.turns.handlers import silence
from assistant.turns.internal_events import timing
from flows.lifecycles.match import MatchState
from flows.support.lesson import FLOW, TIP
from storage.mentoring.training import Learned

LATER = timedelta(days=1)


def hear(talk: Conversation, event: LessonDue | LessonOver) -> None:
    match event:
        case LessonDue():
            due(talk, event)
        case LessonOver():
            over(talk, event)


def due(talk: Conversation, event: LessonDue) -> None:
    pair = talk.pairs.get(event.match)
    if pair is None or (pair.closed and pair.state is not MatchState.SUSPENDED):
        return
    if talk.person.id not in talk.known.rare.learned:
        raise Lacking("learned")
    learned = talk.known.rare.learned[talk.person.id]
    if not moments.wanted(learned.taken) or not _still(talk, pair, event, learned):
        return
    found = _next(talk, pair, event, learned)
    if found and _free(talk, pair, event, learned) and timing.affordable(talk, event):
        send(talk, pair, found)


def _free(talk: Conversation, pair: Pair, event: LessonDue, learned: Learned) -> bool:
    """Whether nothing else is going on with them; else the lesson waits, while its moment lasts."""
    now, held = talk.known.now, pair.state is MatchState.SUSPENDED
    if held or learned.concern or silence.holds(talk) or timing.hushed(talk):
        return _later(talk, event, now + LATER)
    rests = talk.person.paused_until
    if rests and rests > now:
        return _later(talk, event, rests + timing.A_MOMENT)
    if talk.stack.top:
        talk.wait(min(now + LATER, _until(event)), event)
        return False
    if not timing.free(talk, event):
        return False
    at = moments.next_at(learned.taken)
    return _later(talk, event, at) if at and at > now else True


def over(talk: Conversation, event: LessonOver) -> None:
    """Nobody has to answer a lesson: after some days it is not asked any more."""
    for run in talk.stack.runs:
        said = run.standing.answers
        if run.flow is FLOW and event.name in (said.get("named"), said.get("lesson")):
            run.close()


def send(talk: Conversation, pair: Pair, found: Next) -> None:
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    plans.keep(talk, pair.programme_id, found.name)
    talk.open(FLOW.name, pair.programme_id, role, depth, {"match": pair.id, **found.given})
    if talk.stack.top and found.given["lesson"] != TIP:
        talk.stack.top.nudged = True  # nobody is reminded of a lesson
        at = talk.known.now + moments.OVER
        talk.time(talk.person.id, f"lesson_over:{found.name}", at, LessonOver(found.name))


def _next(talk: Conversation, pair: Pair, event: LessonDue, learned: Learned) -> Next | None:
    settings = talk.known.programmes[pair.programme_id].settings
    wanted = Wanted(pair.role(talk.person.id), event.moment, talk.language)
    return lessons.find(settings, wanted, {one.what for one in learned.taken})


def _still(talk: Conversation, pair: Pair, event: LessonDue, learned: Learned) -> bool:
    """Whether its moment has not passed."""
    if _until(event) <= talk.known.now:
        return False
    match event.moment:
        case "first":
            booked = pair.meeting.state == "booked" and pair.meeting.slot == event.slot
            return booked and learned.met.get(pair.id, 0) < moments.NEW
        case "goal":
            return pair.id not in learned.aiming
        case "ending":
            span = plans.ending(talk, pair)
            if span and span.at > talk.known.now:  # the programme goes on for longer
                plans.before_ending(talk, pair.id)
            return span is not None and span.at <= talk.known.now
        case _:
            return True


def _later(talk: Conversation, event: LessonDue, at: datetime) -> bool:
    """Not now: it comes again then, if that is not too late for it."""
    at = quiet_hours.within(at, talk.person.zone)
    if at < _until(event):
        talk.put_off(at, event)
    return False


def _until(event: LessonDue) -> datetime:
    return datetime.fromisoformat(event.until)
