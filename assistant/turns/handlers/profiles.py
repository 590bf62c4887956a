"""What follows from what somebody says of themselves: their profile and enrolment."""

from datetime import datetime, time

from assistant.internal_events.kinds import EventFor, StatusDue
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from assistant.turns.facts import answer_day, profile_of
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.states import Facts
from flows.events import AnswerChanged, ProfileCompleted
from storage.people.participants import ChangedEnrolment

STATUS_HOUR = time(10)
INTAKES = {"mentee": "intake", "mentor": "mentor_intake"}  # what asks for a profile, by role


def speak(talk: Talk, language: str) -> None:
    """From now on in another language."""
    talk.outcome.person["language"] = talk.outcome.language = language


def apply(talk: Talk, run: Open, event: ProfileCompleted | AnswerChanged) -> None:
    match event:
        case ProfileCompleted(answers):
            new, state = {**answers, "complete": True}, "ready"
            promise(talk, run.programme_id, run.role)
        case AnswerChanged(question, answer, note):
            new, state = {question: answer, f"{question}_note": note}, ""
    name = new.pop("name", None)
    if name:
        talk.outcome.person["name"] = name
    if zone := new.get("zone"):
        _set_clock(talk, str(zone))
    enrol(talk, run, state, new)


def told_zone(talk: Talk, run: Open, zone: str) -> None:
    """Where they are by their own word, which is never asked again."""
    _set_clock(talk, zone)
    enrol(talk, run, "", {"zone": zone})


def _set_clock(talk: Talk, zone: str) -> None:
    """Their times are those of that zone, from this very turn on."""
    known = talk.known
    talk.outcome.person["zone"] = zone
    known.person = known.person._replace(zone=zone)
    for pair in talk.pairs.values():
        known.shared.slots.pop(pair.id, None)
        talk.put(pair.with_clock(known.person.id, zone))


def ready_again(talk: Talk, run: Open) -> None:
    """Who comes back need not answer everything anew."""
    enrol(talk, run, "ready", {})
    promise(talk, run.programme_id, run.role)
    if not any(prompt.msgid in system_messages.BACK_TOGETHER for prompt in talk.outcome.prompts):
        paired = any(not pair.closed for pair in talk.pairs.values())
        talk.say(system_messages.ALREADY_IN if paired else system_messages.IN_AGAIN)


def enrol(talk: Talk, run: Open, state: str, new: Facts) -> None:
    """Keep state and profile, also of an enrolment that this very turn has added."""
    if not talk.outcome.enrolled:
        return change_enrolment(talk, run.programme_id, run.role, state, new)
    row, *others = talk.outcome.enrolled
    profile = {**row.profile, **new}
    talk.outcome.enrolled = (row._replace(state=state or row.state, profile=profile), *others)
    return None


def change_enrolment(
    talk: Talk,
    programme: int | None,
    role: str,
    state: str,
    new: Facts | None = None,
) -> None:
    """Keep state ("": as it is) and profile of an enrolment."""
    old = profile_of(talk.known, programme, role)
    kept: dict[tuple[int | None, str], str] = {
        (one.programme_id, one.role): one.state for one in talk.known.enrolments
    }
    profile = {key: value for key, value in {**old, **(new or {})}.items() if value != ""}
    talk.outcome.enrolments += (
        ChangedEnrolment(
            person_id=talk.known.person.id,
            programme_id=programme,
            role=role,
            state=state or kept.get((programme, role), "consented"),
            profile=profile,
        ),
    )


def promise(talk: Talk, programme: int | None, role: str, since: str = "") -> None:
    """They were told by when they hear: on that day they do, whatever has come of it. They wait
    `since` a day, from now on where that is not known."""
    now, person = talk.known.now, talk.known.person
    there = local(now, person.zone)
    day = answer_day(there.date())
    due = datetime.combine(day, STATUS_HOUR, there.tzinfo).astimezone(now.tzinfo)
    cause = f"status:{person.id}:{programme}:{day}"
    event = StatusDue(programme, role, since or there.date().isoformat())
    talk.outcome.timers += (EventFor(person.id, cause, due, event),)
