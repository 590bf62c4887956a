"""What follows from an event: rows for the tables, facts for what is said next."""

from datetime import datetime, time, timedelta
from typing import Any

from assistant.schedule.quiet_hours import local
from assistant.turns import enrolments, system_messages
from assistant.turns.context import Outcome
from assistant.turns.facts import answer_day, profile_of
from assistant.turns.handlers import coordinators, meetings, pauses
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows import events
from flows.engine import Turn, wording
from flows.events import (
    AnswerChanged,
    ConsentDeclined,
    ConsentGiven,
    Event,
    GoalClosed,
    GoalRated,
    GoalSet,
    HelpAsked,
    LanguageChanged,
    ProfileCompleted,
    ProgrammeChosen,
    StopConfirmed,
    StopDenied,
    UnderAge,
    WrongPerson,
)

UNDO_WITHIN = timedelta(minutes=10)
SILENCE = timedelta(days=1)
STATUS_HOUR = time(10)


def apply(talk: Talk, run: Open, event: Event, *, binds: bool) -> None:
    """Turn what a flow established into what is kept."""
    log(talk, run, type(event).__name__)
    match event:
        case ConsentGiven() | ConsentDeclined() | WrongPerson() | UnderAge():
            _enrolment(talk, run, event)
        case ProfileCompleted() | AnswerChanged():
            _profile(talk, run, event)
        case GoalSet() | GoalRated() | GoalClosed():
            _goal(talk, run, event, binds=binds)
        case StopConfirmed() | StopDenied():
            _opt_out(talk, event)
        case LanguageChanged() | ProgrammeChosen() | HelpAsked():
            _wish(talk, run, event)
        case events.AnswerMeant(text):
            talk.answer_below(run, text)
        case _:
            _of_mentoring(talk, run, event)


def _of_mentoring(
    talk: Talk,
    run: Open,
    event: events.PairsEvent | events.DeskEvent | events.Absence,
) -> None:
    match event:
        case events.SlotProposed():
            meetings.propose(talk, run, event)
        case events.SlotAccepted():
            meetings.accept(talk, run, event)
        case events.MeetingMoved():
            meetings.move(talk, run, event)
        case events.FeedbackGiven():
            meetings.give(talk, run, event)
        case (
            events.SwitchAsked()
            | events.ProgrammeLeft()
            | events.Paused()
            | events.PauseEnded()
            | events.FewerWanted()
        ):
            pauses.apply(talk, run, event)
        case _:
            coordinators.apply(talk, run, event)


def _opt_out(talk: Talk, event: StopConfirmed | StopDenied) -> None:
    if isinstance(event, StopConfirmed):
        return stop(talk)
    talk.outcome.person["held_at"] = None
    return None


def _wish(talk: Talk, run: Open, event: LanguageChanged | ProgrammeChosen | HelpAsked) -> None:
    match event:
        case LanguageChanged(language):
            talk.outcome.person["language"] = talk.outcome.language = language
        case ProgrammeChosen(programme):
            join(talk, programme, "mentee", {}, run.depth)
        case HelpAsked(text, unclear):
            talk.hand_over("unclear" if unclear else "ask", text)
            if unclear:
                be_silent(talk)


def answered(talk: Talk, run: Open, turn: Turn) -> None:
    """Every answer is a line of the log, with the version of the question."""
    state = turn.answered
    if state == "name" and turn.standing.answers.get(state):
        talk.outcome.person["name"] = turn.standing.answers[state]
    log(talk, run, "answered")
    talk.outcome.entries[-1] |= {
        "state": state,
        "wording": f"{wording(run.flow, state)} {talk.language}",
        "facts": {"answer": turn.standing.answers.get(state)},
    }


def log(talk: Talk, run: Open | None, kind: str) -> None:
    """One line of the log: what happened, to whom, by which message."""
    talk.outcome.entries.append(
        {
            "person_id": talk.known.person.id,
            "programme_id": run.programme_id if run else None,
            "at": talk.known.now,
            "kind": kind,
            "flow": run.flow.name if run else "",
            "state": run.standing.state if run else "",
            "wording": "",
            "channel": talk.known.address.channel if talk.known.address else "",
            "message_id": talk.known.message.id,
            "facts": None,
        }
    )


def join(talk: Talk, programme: int, role: str, given: dict[str, Any], depth: int = 0) -> None:
    """Enrol somebody, who is asked for consent first of all."""
    enrolled = {(one.programme_id, one.role) for one in talk.known.enrolments}
    if (programme, role) not in enrolled:
        talk.outcome.enrolled.append(
            {
                "person_id": talk.known.person.id,
                "programme_id": programme,
                "role": role,
                "state": "invited",
                "profile": given,
                "created_at": talk.known.now,
            }
        )
    talk.open("consent", programme, role, depth)


def withdraw_consent(talk: Talk) -> None:
    """Who comes back after a STOP is in no programme before they have agreed again."""
    for one in talk.known.enrolments:
        if one.state in enrolments.AGREED:
            talk.outcome.enrolments.append(
                {
                    "person": one.person_id,
                    "programme": one.programme_id,
                    "in_role": one.role,
                    "new_state": "invited",
                    "new_profile": one.profile,
                }
            )


def stop(talk: Talk) -> None:
    """Opt out: at once, everywhere, and with everything that was to come."""
    outcome = talk.outcome
    outcome.person |= {"stopped_at": talk.known.now, "held_at": None}
    outcome.stop = outcome.compliance = True
    outcome.prompts.clear()
    pauses.stop(talk)
    if not talk.known.answered_by_provider:
        talk.say(system_messages.STOPPED)
    talk.stack.close_all()


def hand_over(talk: Talk, run: Open) -> None:
    """Nothing more is asked: the coordinator has to look."""
    talk.hand_over("unclear", talk.text)
    be_silent(talk)
    talk.say(system_messages.HANDED_OVER)


def be_silent(talk: Talk) -> None:
    """After a handover nothing is said until a person, a word of ours or a day has come."""
    until = talk.known.now + SILENCE
    talk.outcome.person["echo"] = {"silent_until": until.isoformat()}


def listen(talk: Talk) -> None:
    """A silence is over, unless this very turn begins one."""
    if talk.known.person.echo:
        talk.outcome.person.setdefault("echo", None)


def silent(outcome: Outcome) -> bool:
    return "silent_until" in (outcome.person.get("echo") or {})


def ready_again(talk: Talk, run: Open) -> None:
    """Who comes back need not answer everything anew."""
    enrol(talk, run, "ready", {})
    promise(talk, run.programme_id, run.role)
    talk.say(system_messages.ALREADY_IN)


def take_back(talk: Talk, undo: dict[str, Any]) -> None:
    """BACK within ten minutes of an answer that binds."""
    if "left" in undo and not pauses.return_(talk, undo):
        return talk.say(system_messages.TOO_LATE)
    if "goal" in undo:
        _reopen_goal(talk, undo["goal"])
    talk.outcome.person["undo"] = None
    return talk.say(system_messages.TAKEN_BACK)


def _reopen_goal(talk: Talk, goal: int) -> None:
    talk.outcome.closed_goals.append(
        {"goal": goal, "of": talk.known.person.id, "now_is": "active", "at": None}
    )


def promise(talk: Talk, programme: int | None, role: str) -> None:
    """They were told by when they hear: on that day they do, whatever has come of it."""
    now, person = talk.known.now, talk.known.person
    there = local(now, person.zone)
    day = answer_day(there.date())
    due = datetime.combine(day, STATUS_HOUR, there.tzinfo).astimezone(now.tzinfo)
    talk.outcome.timers.append(
        {
            "person_id": person.id,
            "cause": f"status:{person.id}:{programme}:{day}",
            "due_at": due,
            "waits": False,
            "news": {"kind": "waiting", "programme": programme, "role": role},
        }
    )


def _enrolment(talk: Talk, run: Open, event: Event) -> None:
    state = {
        ConsentGiven: "consented",
        ConsentDeclined: "declined",
        WrongPerson: "declined",
        UnderAge: "under_age",
    }[type(event)]
    enrol(talk, run, state, {})
    if isinstance(event, WrongPerson):
        talk.outcome.person["name"] = None
        talk.hand_over("wrong_person", "")
    if isinstance(event, UnderAge):  # their age is not kept
        talk.hand_over("under_age", "")
        for entry in talk.outcome.entries:
            entry["facts"] = None


def _profile(talk: Talk, run: Open, event: ProfileCompleted | AnswerChanged) -> None:
    match event:
        case ProfileCompleted(answers):
            new, state = {**answers, "complete": True}, "ready"
            promise(talk, run.programme_id, run.role)
        case AnswerChanged(question, answer, note):
            new, state = {question: answer, f"{question}_note": note}, ""
    name = new.pop("name", None)
    if name:
        talk.outcome.person["name"] = name
    enrol(talk, run, state, new)


def enrol(talk: Talk, run: Open, state: str, new: dict[str, Any]) -> None:
    """Keep state and profile, also of an enrolment that this very turn has added."""
    for row in talk.outcome.enrolled:
        row["state"] = state or row["state"]
        row["profile"] = {**row["profile"], **new}
        return
    change_enrolment(talk, run.programme_id, run.role, state, new)


def change_enrolment(
    talk: Talk,
    programme: int | None,
    role: str,
    state: str,
    new: dict[str, Any] | None = None,
) -> None:
    """Keep state ("": as it is) and profile of an enrolment."""
    old = profile_of(talk.known, programme, role)
    kept: dict[tuple[int | None, str], str] = {
        (one.programme_id, one.role): one.state for one in talk.known.enrolments
    }
    profile = {key: value for key, value in {**old, **(new or {})}.items() if value != ""}
    talk.outcome.enrolments.append(
        {
            "person": talk.known.person.id,
            "programme": programme,
            "in_role": role,
            "new_state": state or kept.get((programme, role), "consented"),
            "new_profile": profile,
        }
    )


def _goal(talk: Talk, run: Open, event: GoalSet | GoalRated | GoalClosed, *, binds: bool) -> None:
    person, now = talk.known.person.id, talk.known.now
    match event:
        case GoalSet(goal, measure, step, by, replaces):
            if replaces:
                row = {"goal": replaces, "of": person, "now_is": "changed", "at": now}
                talk.outcome.closed_goals.append(row)
            talk.outcome.goals.append(
                {
                    "person_id": person,
                    "programme_id": run.programme_id,
                    "text": goal,
                    "details": {"measure": measure, "step": step, "by": by},
                    "state": "active",
                    "created_at": now,
                }
            )
        case GoalRated(goal_id, progress):
            talk.outcome.rated.append({"goal": goal_id, "of": person, "now_at": progress})
        case GoalClosed(goal_id, state):
            row = {"goal": goal_id, "of": person, "now_is": state, "at": now}
            talk.outcome.closed_goals.append(row)
            if binds:
                until = (now + UNDO_WITHIN).isoformat()
                talk.outcome.person["undo"] = {"until": until, "goal": goal_id}
