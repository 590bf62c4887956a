"""A mentor who waits is asked after some weeks whether they are still up for it."""

from datetime import date, timedelta

from assistant.internal_events.kinds import StatusDue
from assistant.internal_events.of_offers import StillUpOverdue
from assistant.programmes import offers
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import profiles
from assistant.turns.internal_events import timing
from assistant.turns.offering import times, waiting
from assistant.turns.talk import Talk
from storage.people.participants import Enrolment

SILENT = "still_up_silent"  # on the coordinator's list
OVERDUE = timedelta(days=7)  # without an answer: then a person may ask


def due(talk: Talk, one: Enrolment, event: StatusDue) -> bool:
    """Whether they have waited for so long, and may be asked at all."""
    days = offers.of(talk.known.programmes.get(one.programme_id)).still_up
    if one.role != "mentor" or not days or not event.since or timing.hushed(talk):
        return False
    today = local(talk.known.now, talk.person.zone).date()
    return today - date.fromisoformat(event.since) >= timedelta(days=days)


def ask(talk: Conversation, one: Enrolment, event: StatusDue) -> None:
    """Whatever they say, and if they say nothing, they hear again."""
    if not timing.asks(talk, event):
        if timing.told(talk):
            profiles.promise(talk, one.programme_id, one.role)
        return
    for run in talk.stack.runs:
        if run.flow.name == waiting.FLOW:
            run.close()
    asked = local(talk.known.now, talk.person.zone).date().isoformat()
    depth = talk.stack.next_depth()
    talk.open(waiting.FLOW, one.programme_id, one.role, depth, {"asked": asked})
    at = quiet_hours.within(talk.known.now + OVERDUE, talk.person.zone)
    cause = waiting.overdue_cause(one.programme_id, asked)
    talk.time(talk.person.id, cause, at, StillUpOverdue(one.programme_id))


def overdue(talk: Conversation, event: StillUpOverdue) -> None:
    """The coordinator may ask; that we look on they hear as before."""
    if any(_ready(one, event.programme) for one in talk.known.enrolments):
        talk.hand_over(SILENT, "")
        times.promise(talk, event.programme, "mentor")


def _ready(one: Enrolment, programme: int) -> bool:
    return (one.programme_id, one.role, one.state) == (programme, "mentor", "ready")
