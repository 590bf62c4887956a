"""Lines of the log: what happened, to whom, by which message."""

from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.standing import Turn
from flows.engine.versions import wording


def add(talk: Talk, kind: str, run: Open | None = None) -> None:
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


def answered(talk: Talk, run: Open, turn: Turn) -> None:
    """Every answer is a line of the log, with the version of the question."""
    state = turn.answered
    if state == "name" and turn.standing.answers.get(state):
        talk.outcome.person["name"] = turn.standing.answers[state]
    add(talk, "answered", run)
    talk.outcome.entries[-1] |= {
        "state": state,
        "wording": f"{wording(run.flow, state)} {talk.language}",
        "facts": {"answer": turn.standing.answers.get(state)},
    }
