"""A mentor who waited has said whether they are still up for it."""

from assistant.turns.offering import times
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import StillUp

FLOW = "still_up"


def say(talk: Talk, run: Open, event: StillUp) -> None:
    """From here on they wait anew; a rest, or leaving, is asked about by what follows."""
    if run.programme_id is None:
        return
    cause = overdue_cause(run.programme_id, str(run.standing.answers.get("asked") or ""))
    talk.outcome.untimed += (f"{cause}:{talk.person.id}",)
    times.promise(talk, run.programme_id, run.role)


def overdue_cause(programme: int, asked: str) -> str:
    """What it is told by, later, that they have not said."""
    return f"still_up:{programme}:{asked}"
