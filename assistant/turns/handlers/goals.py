"""What follows when a goal is set, rated or closed."""

from typing import assert_never

from assistant.turns.batch_matches import UNDONE_WITHIN
from assistant.turns.handlers import milestones
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import GoalClosed, GoalDated, GoalRated, GoalSet, GoalsEvent
from storage.mentoring.goals import ClosedGoal, DatedGoal, NewGoal, RatedGoal


def apply(talk: Talk, run: Open, event: GoalsEvent, *, binds: bool) -> None:
    match event:
        case GoalSet():
            _set(talk, run, event)
        case GoalRated(goal, progress):
            talk.outcome.rated += (RatedGoal(goal, talk.person.id, progress),)
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


def _close(talk: Talk, goal: int, state: str) -> None:
    closed = ClosedGoal(goal, talk.person.id, state, talk.known.now)
    talk.outcome.closed_goals += (closed,)
