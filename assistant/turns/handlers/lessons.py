"""When lessons are to come, and what follows from what is said to them."""

from typing import assert_never

from assistant.internal_events.of_learning import LessonDue
from assistant.learning import minutes, moments, reviews
from assistant.learning.moments import Span
from assistant.programmes import lessons
from assistant.turns.batch_matches import Pair
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import FeedbackGiven, LessonDone, LessonsEvent, LessonsWanted
from flows.mentoring.attendance import MET, NOT, PARTLY
from flows.support.lesson import TIP
from storage.mentoring.matches import Side
from storage.mentoring.training import AGAIN, LEFT, NONE, TOLD, AnsweredLesson, NewTraining

OF_MEETING = "meeting:"


def apply(talk: Talk, run: Open, event: LessonsEvent) -> None:
    match event:
        case LessonDone(name, answer):
            tip = run.standing.answers.get("lesson") == TIP
            took = minutes.TIP if tip or not answer else minutes.LESSON
            said = answer or (TOLD if tip else LEFT)
            talk.outcome.answered += (AnsweredLesson(talk.person.id, name, said, took),)
        case LessonsWanted(wanted):
            keep(talk, run.programme_id, AGAIN if wanted else NONE)
        case _:
            assert_never(event)


def keep(talk: Talk, programme: int | None, what: str) -> None:
    """A lesson that they are sent now, or a wish of theirs."""
    if programme is not None:
        row = NewTraining(talk.person.id, programme, what, 0, "", None, talk.known.now)
        talk.outcome.training += (row,)


def plan_reviews(talk: Talk, programme: int) -> None:
    """Who has come to coordinate hears, too, when something is to be looked at again."""
    for one in reviews.coming(talk.known.programmes[programme], talk.person.zone, talk.known.now):
        talk.time(talk.person.id, one.cause, one.at, one.event)


def before_meeting(talk: Talk, pair: Pair, side: Side) -> None:
    """A meeting is booked: before it a lesson may come to this side."""
    slot = pair.meeting.slot
    span = moments.before_meeting(slot, side.zone, talk.known.now)
    _plan(talk, pair, side.id, LessonDue(pair.id, "first", "", slot), span)


def after_meeting(talk: Talk, pair: Pair, event: FeedbackGiven) -> None:
    """They said whether they met."""
    if not event.about.startswith(OF_MEETING):
        return
    zone, now, met = talk.person.zone, talk.known.now, event.answers.get("met")
    if met == NOT.token:
        span = moments.after_missed(zone, now)
        _plan(talk, pair, talk.person.id, LessonDue(pair.id, "missed", ""), span)
    elif met in (MET.token, PARTLY.token):
        span = moments.after_meeting(zone, now)
        _plan(talk, pair, talk.person.id, LessonDue(pair.id, "goal", ""), span)


def before_ending(talk: Talk, match: int) -> None:
    """Before the programme ends; looked at again with each check-in, should its day be moved."""
    pair = talk.pairs.get(match)
    if pair and (span := ending(talk, pair)):
        _plan(talk, pair, talk.person.id, LessonDue(match, "ending", ""), span)


def ending(talk: Talk, pair: Pair) -> Span | None:
    """When the lesson before the end may come, as the programme has set its end by now."""
    until = talk.known.programmes[pair.programme_id].settings.get("until")
    if not until:
        return None
    return moments.before_ending(str(until), talk.person.zone, talk.known.now)


def _plan(talk: Talk, pair: Pair, person: int, due: LessonDue, span: Span | None) -> None:
    if span and lessons.teaches(talk.known.programmes[pair.programme_id].settings):
        event = LessonDue(due.match, due.moment, span.until.isoformat(), due.slot)
        cause = ":".join(filter(None, ("lesson", due.moment, str(due.match), due.slot)))
        talk.time(person, cause, span.at, event)
