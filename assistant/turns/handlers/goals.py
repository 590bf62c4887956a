"""What follows when a goal is set, rated or closed."""

from typing import assert_never

from assistant.internal_events.of_goals import GoalReached, GoalSeen
from assistant.turns.batch_matches import UNDONE_WITHIN, Pair
from assistant.turns.handlers import milestones
from assistant.turns.open_runs import Open
from assistant.turns.relaying import sending
from assistant.turns.talk import Talk
from flows.events import (
    GoalClosed,
    GoalDated,
    GoalRated,
    GoalSet,
    GoalsEvent,
    GoalShown,
)
from storage.mentoring.goals import ClosedGoal, DatedGoal, NewGoal, RatedGoal


def apply(talk: Talk, run: Open, event: GoalsEvent, *, binds: bool) -> None:
    match event:
        case GoalSet():
            _set(talk, run, event)
        case GoalRated():
            _rate(talk, event)
        case GoalShown():
            _show(talk, event)
        case GoalDated():
            _date(talk, event)
        case GoalClosed(goal, state):
            _close(talk, goal, state)
            if state == "achieved":
                milestones.reached(talk, run.programme_id)
            if binds:
                until = (talk.known.now + UNDONE_WITHIN).isoformat()
                talk.outcome.person["undo"] = {"until": until, "goal": goal}
        case _:
            assert_never(event)


def reopen(talk: Talk, goal: int) -> None:
    talk.outcome.closed_goals += (ClosedGoal(goal, talk.person.id, "active", None),)


def _set(talk: Talk, run: Open, event: GoalSet) -> None:
    if event.replaces:
        _close(talk, event.replaces, "changed")
    talk.outcome.goals += (
        NewGoal(
            person_id=talk.person.id,
            programme_id=run.programme_id,
            text=event.goal,
            details={"measure": event.measure, "step": event.step, "by": event.by},
            state="active",
            created_at=talk.known.now,
        ),
    )


def _date(talk: Talk, event: GoalDated) -> None:
    for goal in talk.known.goals or ():
        if goal.id == event.goal_id:
            details = {**goal.details, "by": event.by}
            talk.outcome.dated += (DatedGoal(goal.id, talk.person.id, details),)


def _rate(talk: Talk, event: GoalRated) -> None:
    """How far they are now; what they said before is kept beside."""
    talk.outcome.rated += (RatedGoal(event.goal_id, talk.person.id, event.progress),)
    mark = [talk.known.now.date().isoformat(), event.progress, event.note]
    _note(talk, event.goal_id, "marks", mark)


def _show(talk: Talk, event: GoalShown) -> None:
    """The other side sees it; what a person should look at first goes the way of any text."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return
    if event.reached:
        return _tell(talk, pair, event.reached)
    goal = next((one for one in talk.known.goals or () if one.id == event.goal_id), None)
    if goal is None:
        return
    _note(talk, goal.id, "shown", pair.id)
    step, by = str(goal.details.get("step") or ""), str(goal.details.get("by") or "")
    name = pair.side(talk.person.id).name or "?"
    _across(talk, pair, f"{goal.text}. {step}", GoalSeen(pair.id, name, goal.text, step, by))


def _tell(talk: Talk, pair: Pair, words: str) -> None:
    """They have reached it."""
    name = pair.side(talk.person.id).name or "?"
    _across(talk, pair, words, GoalReached(pair.id, name, words))


def _across(talk: Talk, pair: Pair, words: str, event: GoalSeen | GoalReached) -> None:
    if sending.held(talk, pair, words):
        sending.send(talk, pair, words)
    else:
        other = pair.other(talk.person.id)
        talk.tell(other.id, other.zone, event)


def _note(talk: Talk, number: int, name: str, value: object) -> None:
    """One more of something that is kept of a goal."""
    for goal in talk.known.goals or ():
        if goal.id == number:
            details = {**goal.details, name: [*goal.details.get(name, ()), value]}
            talk.outcome.dated += (DatedGoal(goal.id, talk.person.id, details),)


def _close(talk: Talk, goal: int, state: str) -> None:
    closed = ClosedGoal(goal, talk.person.id, state, talk.known.now)
    talk.outcome.closed_goals += (closed,)
