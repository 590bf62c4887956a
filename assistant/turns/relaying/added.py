"""More words while it is asked whether some shall go across: they are sent together, or not."""

from assistant.turns.conversation import Conversation
from assistant.turns.open_runs import Open
from assistant.understanding import keywords
from flows import reading
from flows.engine.states import Facts

FLOW, ASKED = "relay", ("send", "note", "all", "who")
BETWEEN = " / "  # texts that go across as one
LONGEST = 1600  # characters of all of it


def more(talk: Conversation, run: Open, text: str) -> bool:
    """Whether this is no answer to that, so that it stands beside what waits: it is shown as it
    would go, and asked about once more."""
    if run.flow.name != FLOW or run.standing.state not in ASKED:
        return False
    if not reading.plain(text) or _answers(talk, run, text):
        return False
    answers, words = run.standing.answers, talk.known.message.text
    given: Facts = {
        name: f"{answers[name]}{BETWEEN}{words}" for name in ("said", "whole") if answers.get(name)
    }
    if len(str(given.get("said", ""))) > LONGEST:
        return False
    kept = {name: answers[name] for name in ("match", "below") if answers.get(name)}
    run.close()
    talk.open(FLOW, run.programme_id, run.role, run.depth, {**kept, **given, "more": True})
    return True


def _answers(talk: Conversation, run: Open, text: str) -> bool:
    """Whether it answers, or may: a number, a nod, or what is asked below."""
    language = talk.language
    if talk.understands(run, text) or reading.only_picks(text, language):
        return True
    if keywords.is_courtesy(text, language) or reading.nods(text, language):
        return True
    below = talk.stack.below(run)
    return below is not None and talk.understands(below, text)
