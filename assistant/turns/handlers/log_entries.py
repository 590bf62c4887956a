"""Lines of the log: what happened, to whom, by which message."""

from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.standing import Turn
from flows.engine.versions import wording
from storage.entries import Entry

# Where the name that is told is one's own; a coordinator names others.
OWN_NAME = ("intake", "mentor_intake", "ward", "new_number")
DOUBTED = "young"  # an age that is asked once more: who is turned away leaves none behind


def add(talk: Talk, kind: str, run: Open | None = None) -> None:
    known = talk.known
    talk.outcome.entries.append(
        Entry(
            person_id=known.person.id,
            programme_id=run.programme_id if run else None,
            at=known.now,
            kind=kind,
            flow=run.flow.name if run else "",
            state=run.standing.state if run else "",
            channel=known.address.channel if known.address else "",
            message_id=known.message.id,
        )
    )


def answered(talk: Talk, run: Open, turn: Turn) -> None:
    """Every answer is a line of the log, with the version of the question."""
    state = turn.answered
    name = turn.standing.answers.get("name")
    if name and state in ("name", "age") and run.flow.name in OWN_NAME:
        talk.outcome.person["name"] = name
    known = talk.known
    talk.outcome.entries.append(
        Entry(  # by place: see outbound
            known.person.id,
            known.now,
            "answered",
            known.message.id,
            run.programme_id,
            run.flow.name,
            state,
            f"{wording(run.flow, state)} {talk.language}",
            known.address.channel if known.address else "",
            None
            if turn.standing.state == DOUBTED
            else {"answer": turn.standing.answers.get(state)},
        )
    )
