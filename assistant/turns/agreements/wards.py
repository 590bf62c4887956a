"""A guardian is asked about what their child and somebody else agree on, and reminded once."""

from datetime import timedelta

from assistant.internal_events.of_agreement import WardTerms, WardTermsOverdue
from assistant.schedule import quiet_hours
from assistant.turns import system_messages
from assistant.turns.agreements.asking import OF_GUARDIAN
from assistant.turns.conversation import Conversation
from assistant.turns.guardians.known import GUARDIAN
from assistant.turns.internal_events import timing
from assistant.turns.open_runs import Open
from flows.engine.values import Facts

PATIENCE = timedelta(days=3)
GIVEN = ("match", "version", "side", "child", "other", "terms")
REMINDED = 1  # times; then it is the coordinator's


def hear(talk: Conversation, event: WardTerms | WardTermsOverdue) -> None:
    if isinstance(event, WardTerms):
        return _ask(talk, event)
    return _remind(talk, event)


def _ask(talk: Conversation, event: WardTerms) -> None:
    if not timing.free(talk, event):
        return
    for run in talk.stack.runs:  # about a version that is not asked about any more
        if run.flow.name == OF_GUARDIAN and run.about == str(event.match):
            run.close()
    given = {
        "match": event.match,
        "version": event.version,
        "side": event.role,
        "child": event.child,
        "other": event.other,
        "terms": dict(event.terms),
    }
    _open(talk, event.programme, given)
    _await(talk, WardTermsOverdue(event.match, event.version, 1))


def _open(talk: Conversation, programme: int | None, given: Facts) -> None:
    talk.open(OF_GUARDIAN, programme, GUARDIAN, talk.stack.next_depth(), given)
    if talk.stack.top:
        talk.stack.top.nudged = True  # they are reminded in their own time


def _remind(talk: Conversation, event: WardTermsOverdue) -> None:
    run = _asked(talk, event)
    if run is None:
        return None
    if event.count > REMINDED:
        return talk.hand_over("ward_silent", "")
    if not timing.affordable(talk, event):
        return None
    _await(talk, WardTermsOverdue(event.match, event.version, event.count + 1))
    run.close()
    talk.say(system_messages.NUDGE)
    return _open(talk, run.programme_id, {name: run.standing.answers[name] for name in GIVEN})


def _asked(talk: Conversation, event: WardTermsOverdue) -> Open | None:
    """Where they are still asked about that version."""
    return next(
        (
            run
            for run in talk.stack.runs
            if run.flow.name == OF_GUARDIAN
            and run.about == str(event.match)
            and run.standing.answers.get("version") == event.version
        ),
        None,
    )


def _await(talk: Conversation, event: WardTermsOverdue) -> None:
    at = quiet_hours.within(talk.known.now + PATIENCE, talk.person.zone)
    cause = f"ward_terms:{event.match}:{event.version}:{event.count}"
    talk.time(talk.person.id, cause, at, event)
