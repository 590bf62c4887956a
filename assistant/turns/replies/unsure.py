"""Words that may be for the other of a match: they go nowhere before somebody has said so."""

from datetime import datetime, timedelta

from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.turns.open_runs import Open
from assistant.turns.relaying import addressing, sending
from assistant.turns.replies import repeats
from assistant.turns.text_meetings import known as text_meetings
from assistant.understanding import keywords, notes, patterns
from flows import reading

ANSWERED_WITHIN = timedelta(hours=2)  # a text of the other side: what comes then may be for them
LONGEST_SAID = 4096
PASSED = "0"  # which our texts teach: it is for nobody else
BARE = 2  # words at most of a yes or a no that does not say what it is for
# Where what is written is for nobody else, or asked about already.
ASKING = (
    "relay",
    "ask",
    "perhaps",
    "safety",
    "opt_out",
    "meeting",
    "goodbye",
    "whose",
    "language",
    "line",
)


def offer(talk: Conversation, meant: list[Pair], words: str) -> None:
    """It is asked whether it shall go across."""
    if len(meant) == 1 and not sending.open_to(talk, meant[0]):
        sending.stays(talk, meant[0], words)
        return talk.ask_again()
    given: dict[str, object] = {"said": words[:LONGEST_SAID]} if words else {}
    if len(meant) == 1:
        given["match"] = meant[0].id
        sending.warn_of_picture(talk, meant[0])
    silence.end(talk)
    return talk.push("relay", given)


def offer_beside(talk: Conversation, pair: Pair, words: str) -> None:
    """The same where it may be an answer to us: then all that was written is."""
    silence.end(talk)
    given = {"match": pair.id, "said": words, "whole": talk.known.message.text, "below": True}
    talk.push("relay", given if talk.stack.top else {"match": pair.id, "said": words})


def offered(talk: Conversation, text: str) -> bool:
    """Whether something out of nothing may be for one of those they meet, who is offered it."""
    open_ = [pair for pair in addressing.standing(talk) if sending.open_to(talk, pair)]
    if talk.coordinates or not open_:
        return False
    if _for_a_person(talk, text) or any(_spoken_of(talk, pair, text) for pair in open_):
        return False
    offer(talk, open_, talk.known.message.text)
    return True


def fresh(talk: Conversation) -> Pair | None:
    """The match whose other side has just written to them, and can be answered; or with whom they
    meet by text about now."""
    meets = (one for one in talk.pairs.values() if text_meetings.near(one, talk.known.now))
    if (about := next(meets, None)) and sending.open_to(talk, about):
        return about
    echo = (talk.person.echo or {}).get("relayed")
    if not echo:
        return None
    number, at = echo
    pair = talk.pairs.get(int(number))
    if pair is None or not sending.open_to(talk, pair):
        return None
    return pair if talk.known.now - datetime.fromisoformat(at) < ANSWERED_WITHIN else None


def answered(talk: Conversation, text: str) -> bool:
    """Whether the other has just written, so that this may be the answer: it is offered."""
    pair = fresh(talk)
    if pair is None or talk.coordinates:
        return False
    offer(talk, [pair], talk.known.message.text)
    return True


def note(talk: Conversation, run: Open, text: str) -> bool:
    """Whether what is written at a question reads like a note to the other: it is no answer then,
    and goes nowhere, before they have said so."""
    if not talk.pairs or talk.coordinates or run.flow.name in ASKING:
        return False
    pair = _spoken_to(talk, text) or _just_answered(talk, run, text)
    if pair is None:
        return False
    given = {"said": talk.known.message.text, "match": pair.id, "below": True}
    talk.push("relay", given)
    repeats.count(talk, text)
    return True


def after_news(talk: Conversation, text: str) -> bool:
    """Whether a mere yes, no or nod comes after something else was said than what was asked: it may
    be for that, so that it answers nothing."""
    if talk.known.message.id not in talk.known.rare.told_after:
        return False
    few = len(text.split()) <= BARE
    if talk.offers(text) and not few:  # as the question itself says it
        return False
    courtesy = keywords.is_courtesy(text, talk.language) or reading.nods(text, talk.language)
    return courtesy or (few and _yes_or_no(text, talk.language))


def _yes_or_no(text: str, language: str) -> bool:
    if any(letter.isdigit() for letter in text):
        return False
    try:
        reading.yes_no(text, language)
    except reading.Unclear:
        return False
    return True


def _spoken_to(talk: Conversation, text: str) -> Pair | None:
    named = (pair for pair in addressing.standing(talk) if _calls(talk, pair, text))
    return next(named, None)


def _for_a_person(talk: Conversation, text: str) -> bool:
    """Whether the coordinator is named: "i want to talk to dana"."""
    called = next(iter(patterns.words(str(talk.facts(talk.stack.top)["coordinator"]))), "")
    return bool(called) and called in patterns.words(text)


def _spoken_of(talk: Conversation, pair: Pair, text: str) -> bool:
    return notes.speaks_of(text, pair.other(talk.person.id).name or "")


def _calls(talk: Conversation, pair: Pair, text: str) -> bool:
    return notes.addressed(text, pair.other(talk.person.id).name or "")


def _just_answered(talk: Conversation, run: Open, text: str) -> Pair | None:
    """The other wrote after the question was put: own words may be for either."""
    pair = fresh(talk)
    if pair is None or talk.answers_exactly(text) or text.strip() == PASSED:
        return None
    if talk.understands(run, text) and not after_news(talk, text):
        return None
    wrote = (talk.person.echo or {}).get("relayed")
    if wrote is None or run.moved_at is None:
        return pair
    return pair if datetime.fromisoformat(wrote[1]) >= run.moved_at else None
