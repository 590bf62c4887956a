"""Somebody who is asked about somebody would like to know something first."""

from collections.abc import Mapping

from flows import reading
from flows.engine.states import (
    Answers,
    Ending,
    Facts,
    Heard,
    Option,
    Predicate,
    Question,
    Remark,
    Row,
    State,
)
from flows.engine.text import _
from flows.events import Event
from flows.events.offers import OfferDeclined, OfferWondered
from flows.reading import Unclear
from flows.support.ask import read_question

FEWEST = 3  # words of a question that is asked instead of an answer
NUMBER = "2"  # of the option
# NOTE: In place of a yes or a no, about somebody one is asked about.
ASK = Option(
    "ask", _("a question first"), words=(_("ask, question, ask something, ask first, depends"),)
)


def read_instead(heard: Heard) -> tuple[str, str]:
    """A question in place of an answer, which it is even beside a yes; one that stands behind the
    number of this option is its own."""
    said = reading.plain(heard.text)
    if "?" not in heard.text or len(said) < FEWEST or said[0] == NUMBER:
        raise Unclear(heard.text)
    if reading.puzzled(heard.text, heard.language):  # about our question
        raise Unclear(heard.text)
    return ASK.token, read_question(heard)


def match_of(answers: Answers) -> int:
    return int(answers.get("match") or 0)


def known(what: str) -> Predicate:
    return lambda answers, facts: bool(answers.get(what))


def _wondered(answers: Answers, facts: Facts) -> Event:
    words = answers.get("question") or answers.get("want_note") or ""
    return OfferWondered(match_of(answers), str(words))


def values(answers: Answers, facts: Facts) -> Facts:
    shown = ("other", "looks", "times", "reason_told", "said", "by")
    return {name: answers.get(name) or "" for name in shown}


STATES: Mapping[str, State] = {
    # NOTE: The answer to a question that was passed on; {other} is a first name.
    "heard": Remark(_("{other} says: {said:relayed}")),
    "unheard": Remark(_("{other} hasn't answered your question yet. You can decide without it.")),
    "question": Question(
        ask=_("What would you like to know? I'll pass it on."),
        read=read_question,
        hint=_("Write your question in a few words, and I'll pass it on."),
        why=_("It's easier to decide once you know what matters to you."),
    ),
    "wondered": Ending("", _wondered),
    "not_now": Ending("", lambda answers, facts: OfferDeclined(match_of(answers))),
}
ROWS: tuple[Row, ...] = (
    ("onward", "start", "want", known("again")),
    ("onward", "start", "heard", known("said")),
    ("onward", "start", "unheard", known("unheard")),
    ("onward", "heard", "want"),
    ("onward", "unheard", "want"),
    ("ask", "want", "wondered", known("want_note")),
    ("ask", "want", "question"),
    ("answered", "question", "wondered"),
    ("left", "question", "want"),
    ("no", "want", "not_now"),
)
