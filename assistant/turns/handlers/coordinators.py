"""What follows from what a coordinator does: people are told, questions answered, texts sent."""

from datetime import UTC, date, datetime, time
from typing import assert_never

from assistant.coordinators import settling
from assistant.schedule.quiet_hours import local
from assistant.turns import settled
from assistant.turns.handlers import staff
from assistant.turns.offering import asking
from assistant.turns.open_runs import Open
from assistant.turns.relaying import held
from assistant.turns.talk import Talk
from flows.events import (
    BroadcastApproved,
    BroadcastChanged,
    DeskEvent,
    HandoverAnswered,
    HandoverClosed,
    HeldSettled,
    MatchActed,
    Paired,
    PaperRecorded,
    PersonSeen,
    TermsApproved,
    TextsRead,
    TextWritten,
    TrainingRecorded,
)
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import Stage
from storage.broadcasts import NewBroadcast
from storage.mentoring.matches import NewMatch

NOON = time(12)


def apply(talk: Talk, run: Open, event: DeskEvent) -> None:
    match event:
        case Paired():
            pair(talk, run, event)
        case HandoverAnswered():
            answer(talk, run, event)
        case HandoverClosed() | HeldSettled() | TermsApproved():
            _settle(talk, event)
        case BroadcastApproved():
            send(talk, run, event)
        case BroadcastChanged(broadcast, state):
            talk.outcome.redirected += ((broadcast, state),)
        case (
            PersonSeen()
            | TextsRead()
            | TextWritten()
            | MatchActed()
            | PaperRecorded()
            | TrainingRecorded()
        ):
            staff.apply(talk, run, event)
        case _:
            assert_never(event)


def _settle(talk: Talk, event: HandoverClosed | HeldSettled | TermsApproved) -> None:
    """Something on the list is done."""
    if isinstance(event, HeldSettled):
        return held.settle(talk, event)
    if shown := settled.shown(talk, event.handover, event.seen):
        terms = isinstance(event, TermsApproved)
        settled.take(talk, settling.approve(shown) if terms else settling.close(shown))
    return None


def pair(talk: Talk, run: Open, event: Paired) -> None:
    """The mentor is asked; only a gladly makes the match, and then both hear of it. Where both
    are asked, others may stand behind the mentor on the list."""
    assert run.programme_id is not None  # whoever coordinates does so in a programme
    both = asking.both(talk, run.programme_id) and not event.since
    first = NewMatch(
        programme_id=run.programme_id,
        mentor_id=event.mentor,
        mentee_id=event.mentee,
        reason=event.reason,
        paired_by=talk.person.id,
        opened_at=_since(talk, run, event),
        state=MatchState.ACTIVE if event.since else MatchState.OFFERED,
        reasons=event.reasons or None,
        stage=Stage.MENTOR if both else Stage.NONE,
    )
    talk.outcome.paired += (first,)
    for mentor, reasons in event.then if both else ():
        after = first._replace(mentor_id=mentor, reason="", reasons=reasons, stage=Stage.LISTED)
        talk.outcome.paired += (after,)


def _since(talk: Talk, run: Open, event: Paired) -> datetime:
    """Now, or the noon of the day since when they are together."""
    if not event.since:
        return talk.known.now
    there = local(talk.known.now, talk.known.programmes[run.programme_id or 0].zone).tzinfo
    noon = datetime.combine(date.fromisoformat(event.since), NOON, there)
    return min(noon.astimezone(UTC), talk.known.now)


def answer(talk: Talk, run: Open, event: HandoverAnswered) -> None:
    """Their words reach who asked, under the coordinator's own name."""
    if shown := settled.shown(talk, event.handover, event.seen):
        settled.take(talk, settling.answer(shown, staff.name_of(talk, run), event.text))


def send(talk: Talk, run: Open, event: BroadcastApproved) -> None:
    assert run.programme_id is not None
    talk.outcome.broadcasts += (
        NewBroadcast(
            programme_id=run.programme_id,
            coordinator_id=talk.person.id,
            audience=event.audience,
            text=event.text,
        ),
    )
