"""What follows when somebody is asked for consent, agrees or declines, and when they opt out."""

from assistant.turns import system_messages
from assistant.turns.handlers import concerns, pauses, profiles, returns
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.states import Facts
from flows.events import (
    ConsentDeclined,
    ConsentGiven,
    StopConfirmed,
    StopDenied,
    UnderAge,
    WrongPerson,
)
from storage.people.participants import AGREED, ChangedEnrolment, NewEnrolment

STATES = {
    ConsentGiven: "consented",
    ConsentDeclined: "declined",
    WrongPerson: "declined",
    UnderAge: "under_age",
}


def ask(talk: Talk, programme: int, role: str, given: Facts, depth: int = 0) -> None:
    """Enrol somebody, who is asked for consent first of all."""
    enrolled = {(one.programme_id, one.role) for one in talk.known.enrolments}
    if (programme, role) not in enrolled:
        talk.outcome.enrolled.append(
            NewEnrolment(
                person_id=talk.known.person.id,
                programme_id=programme,
                role=role,
                state="invited",
                profile=given,
                created_at=talk.known.now,
            )
        )
    talk.open("consent", programme, role, depth)


def decided(
    talk: Talk, run: Open, event: ConsentGiven | ConsentDeclined | WrongPerson | UnderAge
) -> None:
    profiles.enrol(talk, run, STATES[type(event)], {})
    if isinstance(event, ConsentGiven):
        returns.restore(talk, run.programme_id)
    if isinstance(event, WrongPerson):
        talk.outcome.person["name"] = None
        talk.hand_over("wrong_person", "")
    if isinstance(event, UnderAge):  # their age is not kept
        talk.hand_over("under_age", "")
        talk.outcome.entries = [entry._replace(facts=None) for entry in talk.outcome.entries]


def doubt_resolved(talk: Talk, event: StopConfirmed | StopDenied) -> None:
    """They were asked whether they want to opt out."""
    if isinstance(event, StopConfirmed):
        if event.wrong_number:
            talk.hand_over("wrong_person", "")
        return stop(talk)
    talk.outcome.person["held_at"] = None
    return None


def stop(talk: Talk) -> None:
    """Opt out: at once, everywhere, and with everything that was to come."""
    outcome = talk.outcome
    outcome.person |= {"stopped_at": talk.known.now, "held_at": None}
    outcome.stop = outcome.compliance = True
    outcome.prompts.clear()
    concerns.pass_on_doubt(talk)
    pauses.stop(talk)
    if not talk.known.answered_by_provider:
        talk.say(system_messages.STOPPED)
    talk.stack.close_all()


def withdraw(talk: Talk) -> None:
    """Who comes back after a STOP is in no programme before they have agreed again."""
    for one in talk.known.enrolments:
        if one.state in AGREED:
            talk.outcome.enrolments.append(
                ChangedEnrolment(
                    person_id=one.person_id,
                    programme_id=one.programme_id,
                    role=one.role,
                    state="invited",
                    profile=one.profile,
                )
            )
