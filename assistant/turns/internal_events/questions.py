"""A question that waits for longer than was promised goes to a second coordinator, once."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from assistant.internal_events.kinds import EventFor
from assistant.internal_events.of_questions import (
    OfQuestions,
    QuestionOverdue,
    QuestionPassedOn,
    QuestionWaits,
)
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from assistant.turns.context import Decided, Known, Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.facts import answer_day
from assistant.turns.internal_events import timing
from storage.handovers import NewHandover
from storage.tables import Json

ORDINARY = ("ask", "claim")  # kinds of what can wait for some days
MORNING = time(9)  # after the day by which it was to be answered


def timers(decided: Sequence[Decided], ids: Sequence[int]) -> Iterator[EventFor]:
    """When each question of a batch will have waited for too long; `ids` are those of all that
    was handed over, in order."""
    handed = [(turn.known, one.handover) for turn in decided for one in turn.outcome.handovers]
    for number, (known, row) in zip(ids, handed, strict=True):
        if row.kind in ORDINARY and row.programme_id in known.programmes:
            at = _promised(known, row)
            yield EventFor(row.person_id, f"question:{number}", at, QuestionOverdue(number))


def _promised(known: Known, row: NewHandover) -> datetime:
    """The morning after the day by which they were told that they hear, or as the programme
    says."""
    there = local(known.now, known.person.zone)
    settings: Json = known.programmes[row.programme_id].settings if row.programme_id else {}
    days = settings.get("question_days")
    day = there.date() + timedelta(days=days) if days else answer_day(there.date())
    at = datetime.combine(day + timedelta(days=1), MORNING, there.tzinfo)
    return at.astimezone(known.now.tzinfo)


def hear(talk: Conversation, event: OfQuestions) -> None:
    match event:
        case QuestionOverdue():
            overdue(talk, event)
        case QuestionWaits():
            _waits(talk, event)
        case QuestionPassedOn():
            _passed_on(talk, event)


def overdue(talk: Conversation, event: QuestionOverdue) -> None:
    """To who asked: the second coordinator gets it, and the first hears so; where there is no
    second, it is brought to the first once more."""
    if event.question not in talk.known.rare.questions:
        raise Lacking("question", person=event.question)
    found = talk.known.rare.questions[event.question]
    if found is None or not found.coordinators:
        return
    first, *others = found.coordinators
    to = others[0] if others else first
    since = local(found.created_at, to.zone).date().isoformat()
    about = event.question, found.programme_id, since
    talk.tell(to.person_id, to.zone, QuestionWaits(*about))
    if others:
        passed = QuestionPassedOn(*about, talk.person.name or "?", to.name or "?")
        talk.tell(first.person_id, first.zone, passed)
    if not talk.stopped:
        talk.outcome.by_day = True
        talk.say(system_messages.TAKES_LONGER)


def _waits(talk: Conversation, event: QuestionWaits) -> None:
    if talk.waiting(event.handover) and timing.free(talk, event):
        talk.say(system_messages.HAS_WAITED, day=event.since)
        given = {"handover": event.handover}
        talk.open("desk", event.programme, "coordinator", talk.stack.next_depth(), given)


def _passed_on(talk: Conversation, event: QuestionPassedOn) -> None:
    if talk.waiting(event.handover):
        shown = {"who": event.name, "day": event.since, "other": event.to}
        talk.say(system_messages.PASSED_ON_AS_WELL, **shown)
