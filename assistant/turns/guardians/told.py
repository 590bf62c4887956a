"""Guardians are asked and reminded; children hear what came of it."""

from datetime import timedelta
from typing import assert_never

from assistant.internal_events.of_guardians import (
    ConsentAsked,
    ConsentUnanswered,
    GuardianSaid,
    OfGuardians,
    WardCheckIn,
    WardGone,
)
from assistant.schedule import quiet_hours
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import consents, known, texts
from assistant.turns.guardians.consents import WAITS
from assistant.turns.guardians.known import GUARDIAN
from assistant.turns.handlers import offers, profiles
from assistant.turns.handlers.leaving import rights
from assistant.turns.internal_events import timing
from assistant.turns.open_runs import Open
from flows import FLOWS
from flows.engine.values import Facts
from flows.lifecycles import match
from storage.people.guardians import ChangedConsent
from storage.people.participants import Enrolment, NewEnrolment

REMINDED = (timedelta(days=1), timedelta(days=3))  # after they were asked
GIVEN_UP = timedelta(days=5)  # then the coordinator finds out
OF_CHILDREN = ("minor", "consent")  # questions that are over once a guardian has answered


def hear(talk: Conversation, event: OfGuardians) -> None:
    match event:
        case ConsentAsked():
            _ask(talk, event)
        case ConsentUnanswered():
            _remind(talk, event)
        case GuardianSaid():
            _said(talk, event)
        case WardCheckIn():
            _check_in(talk, event)
        case WardGone(child):
            talk.say(texts.WARD_GONE, child=child)
        case _:
            assert_never(event)


def unheard(talk: Conversation, event: OfGuardians) -> None:
    """They have opted out: what must be done is done, and nothing is said."""
    match event:
        case ConsentAsked():
            consents.withdraw(talk)
        case GuardianSaid():
            _stand(talk, event)


def _ask(talk: Conversation, event: ConsentAsked) -> None:
    """In their language, as far as we know it: they may have spoken with us before."""
    mine = talk.known
    if not mine.enrolments:
        talk.outcome.person["language"] = talk.outcome.language = event.language
    if not known.guards(mine):
        new = NewEnrolment(
            mine.person.id, event.programme, GUARDIAN, "invited", {"invited": True}, mine.now
        )
        talk.outcome.enrolled += (new,)
    given = {"consent": event.consent, "age": event.age, "child": event.child}
    talk.open("guardian", event.programme, GUARDIAN, talk.stack.next_depth(), given)
    for count, after in enumerate((*REMINDED, GIVEN_UP), 1):
        at = quiet_hours.within(mine.now + after, mine.person.zone)
        cause = f"guardian:{event.consent}:{count}"
        talk.time(mine.person.id, cause, at, ConsentUnanswered(event.consent, count))


def _remind(talk: Conversation, event: ConsentUnanswered) -> None:
    """Twice, in other words; then it is the coordinator's."""
    waits = [one for one in known.wards(talk.known, WAITS) if one.id == event.consent]
    run = _asked(talk, event.consent)
    if not waits or run is None:
        return None
    if event.count > len(REMINDED):
        (one,) = waits
        talk.outcome.consents += (ChangedConsent(one.id, "silent", "", "", None),)
        return consents.give_up(talk, one)
    if not timing.affordable(talk, event):
        return None
    talk.stack.raise_(run)
    talk.say(texts.CONSENT_AWAITED if event.count < 2 else texts.CONSENT_AWAITED_AGAIN)
    return talk.ask_again()


def _asked(talk: Conversation, consent: int) -> Open | None:
    """Where they are still asked; not who would like to be called first."""
    return next(
        (
            run
            for run in talk.stack.runs
            if run.flow.name == "guardian" and run.standing.answers.get("consent") == consent
            if not run.standing.answers.get("called")
        ),
        None,
    )


def _check_in(talk: Conversation, event: WardCheckIn) -> None:
    if timing.free(talk, event) and timing.affordable(talk, event):
        given = {"child": event.child, "other": event.other}
        depth = talk.stack.next_depth()
        talk.open("ward_check_in", event.programme, GUARDIAN, depth, given)


def _said(talk: Conversation, event: GuardianSaid) -> None:
    one = _stand(talk, event)
    if one is None:
        return None
    talk.outcome.by_day = True
    match event.answer:
        case "granted":
            return _go_on(talk, one)
        case "wrong":
            talk.say(texts.GUARDIAN_WRONG)
            return talk.open("minor", one.programme_id, one.role)
        case answer:
            return talk.say(texts.GUARDIANS[answer])


def _stand(talk: Conversation, event: GuardianSaid) -> Enrolment | None:
    """How they stand by it, in whichever words they hear of it."""
    mine = [
        one
        for one in talk.known.enrolments
        if (one.programme_id, one.role) == (event.programme, event.role)
    ]
    if not mine:
        return None
    (one,) = mine
    answer = event.answer
    waits = {"stopped": "form", "silent": "form"}
    states = {"granted": "consented", "refused": "refused", "ended": "refused"}
    if answer == "granted" and one.profile.get("complete"):
        states["granted"] = "ready"
    profiles.change_enrolment(
        talk,
        one.programme_id,
        one.role,
        states.get(answer, "awaiting"),
        {"guardian": waits.get(answer, answer)},
    )
    for run in talk.stack.runs:
        if answer == "ended" or run.flow.name in OF_CHILDREN:
            run.close()
    if answer == "ended":
        _part(talk)
    return one


def _part(talk: Conversation) -> None:
    """Who they met hears that they have gone; what was still to be said to them is not."""
    talk.outcome.stop = True
    offers.withdraw(talk)
    for pair in list(talk.pairs.values()):
        if match.may(pair.state, "stop"):
            rights.part(talk, pair)


def _go_on(talk: Conversation, one: Enrolment) -> None:
    """With the questions, or where they were before."""
    if one.profile.get("complete"):
        talk.say(texts.GUARDIAN_AGREED_AGAIN)
        return profiles.promise(talk, one.programme_id, one.role)
    talk.say(texts.GUARDIAN_AGREED)
    intake = profiles.INTAKES[one.role]
    told: Facts = {**one.profile, "name": talk.person.name}
    given = {
        key: value
        for key, value in told.items()
        if key in FLOWS[intake].states and value is not None
    }
    return talk.open(intake, one.programme_id, one.role, 0, given)
