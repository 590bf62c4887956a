"""What follows when somebody is asked for consent, agrees or declines, would rather be the other
of the two, or opts out."""

from assistant.turns import system_messages
from assistant.turns.guardians import children, consents
from assistant.turns.handlers import concerns, lessons, offers, profiles
from assistant.turns.handlers.leaving import pauses, returns
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.states import Answers, Facts
from flows.events import (
    ConsentDeclined,
    ConsentGiven,
    RoleTurned,
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
SHARED = ("age", "name", "topics", "topics_note", "free", "free_note")  # answers that fit both


def ask(talk: Talk, programme: int, role: str, given: Facts, depth: int = 0) -> None:
    """Enrol somebody, who is asked for consent first of all."""
    enrolled = {(one.programme_id, one.role) for one in talk.known.enrolments}
    if (programme, role) not in enrolled:
        talk.outcome.enrolled += (
            NewEnrolment(
                person_id=talk.known.person.id,
                programme_id=programme,
                role=role,
                state="invited",
                profile=given,
                created_at=talk.known.now,
            ),
        )
    talk.open("consent", programme, role, depth)


def decided(
    talk: Talk, run: Open, event: ConsentGiven | ConsentDeclined | WrongPerson | UnderAge
) -> None:
    profiles.enrol(talk, run, STATES[type(event)], {})
    if isinstance(event, ConsentGiven):
        returns.restore(talk, run.programme_id)
        if run.programme_id is not None and run.role == "coordinator":
            lessons.plan_reviews(talk, run.programme_id)
    if isinstance(event, WrongPerson):
        talk.outcome.person["name"] = None
        talk.hand_over("wrong_person", "")
    if isinstance(event, UnderAge):  # their age is not kept
        talk.hand_over("under_age", "")
        talk.outcome.entries = [entry._replace(facts=None) for entry in talk.outcome.entries]


def meant(talk: Talk, run: Open, event: StopConfirmed | StopDenied | RoleTurned) -> None:
    """They were asked what they meant, or said so themselves."""
    if isinstance(event, RoleTurned):
        return turn_role(talk, run, event)
    return doubt_resolved(talk, event)


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
    consents.withdraw(talk)
    children.tell_gone(talk)
    if not talk.known.answered_by_provider:
        talk.say(system_messages.STOPPED)
    talk.stack.close_all()


def withdraw(talk: Talk) -> None:
    """Who comes back after a STOP is in no programme before they have agreed again."""
    for one in talk.known.enrolments:
        if one.state in AGREED:
            talk.outcome.enrolments += (
                ChangedEnrolment(
                    person_id=one.person_id,
                    programme_id=one.programme_id,
                    role=one.role,
                    state="invited",
                    profile=one.profile,
                ),
            )


def turn_role(talk: Talk, run: Open, event: RoleTurned) -> None:
    """The other questions begin, without those that were answered; who has been brought together
    with somebody is for the coordinator."""
    if run.programme_id is None or any(not pair.closed for pair in talk.pairs.values()):
        talk.hand_over("ask", talk.text)
        return talk.say(system_messages.PASSED_ON)
    offers.withdraw(talk, run.programme_id)
    known = _told(talk, run)
    agreed = any(
        one.state in AGREED
        for one in talk.known.enrolments
        if (one.programme_id, one.role) == (run.programme_id, run.role)
    )
    for other in talk.stack.runs:
        if other is not run:
            other.close()
    if not agreed:
        return ask(talk, run.programme_id, event.role, {}, run.depth)
    profiles.change_enrolment(talk, run.programme_id, run.role, "left")
    _enrol(talk, run.programme_id, event.role)
    return talk.open(profiles.INTAKES[event.role], run.programme_id, event.role, run.depth, known)


def _told(talk: Talk, run: Open) -> Answers:
    """What they have said already that the other questions ask as well."""
    said = dict(talk.facts(run)["profile"])
    for other in talk.stack.runs:
        if other.flow.name in profiles.INTAKES.values():
            said |= other.standing.given | other.standing.answers
    said["name"] = said.get("name") or talk.person.name
    return {key: said[key] for key in SHARED if said.get(key) is not None}


def _enrol(talk: Talk, programme: int, role: str) -> None:
    there = {(one.programme_id, one.role) for one in talk.known.enrolments}
    if (programme, role) in there:
        return profiles.change_enrolment(talk, programme, role, "consented")
    talk.outcome.enrolled += (
        NewEnrolment(
            person_id=talk.person.id,
            programme_id=programme,
            role=role,
            state="consented",
            profile={},
            created_at=talk.known.now,
        ),
    )
    return None
