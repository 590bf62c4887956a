"""What follows from what a coordinator does: people are told, questions answered, texts sent."""

from typing import assert_never

from assistant.internal_events.kinds import CoordinatorAnswered
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import (
    BroadcastApproved,
    BroadcastChanged,
    DeskEvent,
    HandoverAnswered,
    HandoverClosed,
    Paired,
)
from storage.broadcasts import NewBroadcast
from storage.mentoring.matches import NewMatch


def apply(talk: Talk, run: Open, event: DeskEvent) -> None:
    match event:
        case Paired():
            pair(talk, run, event)
        case HandoverAnswered():
            answer(talk, run, event)
        case HandoverClosed(handover):
            talk.outcome.done.append(handover)
        case BroadcastApproved():
            send(talk, run, event)
        case BroadcastChanged(broadcast, state):
            talk.outcome.redirected.append((broadcast, state))
        case _:
            assert_never(event)


def pair(talk: Talk, run: Open, event: Paired) -> None:
    """A match is opened; both hear of it, and who looks for help is asked for a first time."""
    assert run.programme_id is not None  # whoever coordinates does so in a programme
    talk.outcome.paired.append(
        NewMatch(
            programme_id=run.programme_id,
            mentor_id=event.mentor,
            mentee_id=event.mentee,
            reason=event.reason,
            paired_by=talk.person.id,
            opened_at=talk.known.now,
        )
    )


def answer(talk: Talk, run: Open, event: HandoverAnswered) -> None:
    """Their words reach who asked, under the coordinator's own name."""
    asked = talk.waiting(event.handover)
    if asked is None:
        return
    talk.outcome.done.append(event.handover)
    name = talk.person.name or talk.facts(run)["coordinator"]
    answered = CoordinatorAnswered(name, event.text)
    # It answers what they wrote, so it may come outside the hours of a day.
    talk.tell(asked.person_id, "", answered, talk.known.now)


def send(talk: Talk, run: Open, event: BroadcastApproved) -> None:
    assert run.programme_id is not None
    talk.outcome.broadcasts.append(
        NewBroadcast(
            programme_id=run.programme_id,
            coordinator_id=talk.person.id,
            audience=event.audience,
            text=event.text,
        )
    )
