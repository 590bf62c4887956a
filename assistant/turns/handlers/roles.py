"""What follows when somebody who joins would rather be the other of the two."""

from assistant.turns import system_messages
from assistant.turns.handlers import consent, offers, profiles
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.states import Answers
from flows.events import RoleTurned
from storage.people.participants import AGREED, NewEnrolment

SHARED = ("age", "name", "topics", "topics_note", "free", "free_note")  # answers that fit both


def turn(talk: Talk, run: Open, event: RoleTurned) -> None:
    """The other questions begin, without those that were answered; who has been brought together
    with somebody is for the coordinator."""
    if run.programme_id is None or any(not pair.closed for pair in talk.pairs.values()):
        talk.hand_over("ask", talk.text)
        return talk.say(system_messages.PASSED_ON)
    offers.withdraw(talk, run.programme_id)
    known = _known(talk, run)
    agreed = any(
        one.state in AGREED
        for one in talk.known.enrolments
        if (one.programme_id, one.role) == (run.programme_id, run.role)
    )
    for other in talk.stack.runs:
        if other is not run:
            other.close()
    if not agreed:
        return consent.ask(talk, run.programme_id, event.role, {}, run.depth)
    profiles.change_enrolment(talk, run.programme_id, run.role, "left")
    _enrol(talk, run.programme_id, event.role)
    return talk.open(profiles.INTAKES[event.role], run.programme_id, event.role, run.depth, known)


def _known(talk: Talk, run: Open) -> Answers:
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
    talk.outcome.enrolled.append(
        NewEnrolment(
            person_id=talk.person.id,
            programme_id=programme,
            role=role,
            state="consented",
            profile={},
            created_at=talk.known.now,
        )
    )
    return None
