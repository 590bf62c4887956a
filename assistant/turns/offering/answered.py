"""A question before the decision reaches the other, and its answer who asked."""

from datetime import datetime
from typing import assert_never

from assistant.internal_events.of_offers import NoAnswer, QuestionAnswered, QuestionAsked
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import timing
from assistant.turns.offering import asking, times
from flows.lifecycles.offer import OUT


def hear(
    talk: Conversation, pair: Pair, event: QuestionAsked | QuestionAnswered | NoAnswer
) -> None:
    if pair.stage not in OUT:
        return None  # it has been decided without
    match event:
        case QuestionAsked():
            return _asked(talk, pair, event)
        case QuestionAnswered() | NoAnswer():
            return _answered(talk, pair, event)
        case _:
            assert_never(event)


def _asked(talk: Conversation, pair: Pair, event: QuestionAsked) -> None:
    role = pair.role(talk.person.id)
    if asking.mine(talk, pair) or timing.rests(talk, event) or not timing.free(talk, event):
        return
    given = {"match": pair.id, "asks": _closed(event.words), "left": event.left}
    given["other"] = asking.name(pair, role)
    talk.open(asking.QUESTION, pair.programme_id, role, talk.stack.next_depth(), given)


def _answered(talk: Conversation, pair: Pair, event: QuestionAnswered | NoAnswer) -> None:
    """They are asked again, and have as many days as were left."""
    if isinstance(event, NoAnswer) and pair.answer_by != datetime.fromisoformat(event.by):
        return  # of a question before
    if not asking.mine(talk, pair) or timing.rests(talk, event) or not timing.free(talk, event):
        return
    words = event.words if isinstance(event, QuestionAnswered) else ""
    more = {"said": _closed(words)} if words else {"unheard": True}
    after = pair.staged("told")
    asking.ask(talk, after, times.answer_by(talk, after, event.left), more)


def _closed(words: str) -> str:
    """In one line, and as a sentence."""
    line = " ".join(words.split())
    return line if not line or not line[-1].isalnum() else f"{line}."
