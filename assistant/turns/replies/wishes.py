"""What somebody wishes for in their own words: an intent opens its flow."""

from contextlib import suppress

from assistant.turns import heard as heard_by
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import words as guardians
from assistant.turns.handlers import meetings, suspensions
from assistant.turns.open_runs import Open
from assistant.turns.replies import repeats, words
from assistant.turns.run_stack import OF_PAIRS
from assistant.understanding import intents
from assistant.understanding.intents import Opens
from assistant.understanding.keywords import Heard
from flows.engine import hearing
from flows.lifecycles import match
from flows.mentoring import pairs
from flows.reading import Unclear
from flows.support import clarify, lesson


def follow(talk: Conversation, heard: Heard, opens: Opens) -> None:
    """An intent opens its flow; where the words may be an answer as well, one question."""
    top = talk.stack.top
    if guardians.is_guardian(talk):
        return _of_guardian(talk, opens)
    if (
        opens.flow in OF_PAIRS
        and opens.flow != lesson.FLOW.name
        and (left := _left_by(talk) or suspensions.on_hold(talk))
    ):
        return _of_nothing_open(talk, opens, left)
    sure = heard.sure and not (opens.intent.yields and talk.answers(talk.text))
    if _is_no_wish(talk, opens, sure=sure):
        return words.hear(talk, talk.text)
    if not sure and top and top.flow.name != opens.flow:
        wish = clarify.token(opens.flow, opens.intent)
        return talk.push("perhaps", {"wish": wish, "said": talk.text})
    if top and top.flow.name == opens.flow and talk.answers(talk.text):
        return words.hear(talk, talk.text)
    talk.stack.leave_asides()
    given = opens.intent.given
    if opens.intent.answers:
        surely = intents.surely(talk.text, heard.word)
        if _answered(talk, opens.flow, surely=surely):
            return None
        given = given if surely else {}  # what may call a meeting off asks about it first
    return talk.push(opens.flow, {**given, "words": talk.text} if given else None)


def _is_no_wish(talk: Conversation, opens: Opens, *, sure: bool) -> bool:
    """Whether these are ordinary words, or just what the open question asks for."""
    if talk.coordinates or (opens.intent.named and not pairs.named(talk.facts(), talk.text)):
        return True
    top = talk.stack.top
    asked = top is not None and top.flow.name == "perhaps"
    arranges = top is not None and top.flow.name == "meeting"  # "i cant before 6" is no break
    answers = talk.answers if arranges else talk.answers_exactly
    return not sure and (asked or answers(talk.text))


def _of_guardian(talk: Conversation, opens: Opens) -> None:
    """Who would leave ends the part of their child; whatever else is asked for, a person hears."""
    if opens.flow != "leaving" or talk.answers(talk.text):
        return words.hear(talk, talk.text)
    talk.stack.leave_asides()
    return talk.push("ward", {"wish": "end"})


def _of_nothing_open(talk: Conversation, opens: Opens, pair: Pair) -> None:
    """The other has left, or the match is on hold: asking for somebody else is still passed on."""
    if opens.flow != "switch" or pair.state is not match.MatchState.SUSPENDED:
        return meetings.gone(talk, pair)
    suspensions.ask_for_another(talk, pair)
    return repeats.count(talk, talk.text)


def _left_by(talk: Conversation) -> Pair | None:
    """The only one they had, who has gone, which they have not been told."""
    mine = (talk.person.undo or {}).get("matches", ())  # that they have left themselves
    pairs = [pair for pair in talk.pairs.values() if pair.id not in mine]
    gone = len(pairs) == 1 and not pairs[0].elsewhere and match.may(pairs[0].state, "tell")
    return pairs[0] if gone else None


def _answered(talk: Conversation, flow: str, *, surely: bool) -> bool:
    """Whether the words answer what the flow asks first: "cant make it, saturday at 3?"; a no
    alone only where it is sure."""
    said = len(talk.outcome.prompts)
    talk.push(flow)
    del talk.outcome.prompts[said:]
    run = talk.stack.top
    if run is None or run.flow.name != flow or not talk.answers(talk.text):
        return False
    if not surely and _says_no(talk, run):
        return False
    talk.take(run, talk.text)
    return True


def _says_no(talk: Conversation, run: Open) -> bool:
    """Whether the words are a no to what is asked."""
    said = heard_by.by(talk, talk.text)
    with suppress(Unclear):
        trigger, *_ = hearing.hear(run.flow, run.standing, talk.facts(run), said)
        return trigger == "no"
    return False
