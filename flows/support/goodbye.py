"""At the end of a match: a few words to the other side, once."""

from flows import reading
from flows.engine.states import Answers, Ending, Facts, Flow, Heard, Question, Remark
from flows.engine.text import _
from flows.events import GoodbyeSaid
from flows.joining.profile import read_answer, read_words
from flows.reading import Unclear, replies

THANKS = ("thank", "thx", "tnx", "grac", "merci", "obrig", "vlw")  # how the words for it begin


def read_goodbye(heard: Heard) -> str:
    """Their own words, thanks among them; "" for a mere no. A bare yes asks how."""
    if reading.declines(heard.text, heard.language):
        return ""
    if _agrees(heard):
        raise Unclear(heard.text)
    if _thanks(heard) or reading.pleasant(heard.text, heard.language):
        return read_words(heard)
    return read_answer(heard)


def _thanks(heard: Heard) -> bool:
    return any(word.startswith(THANKS) for word in replies.plain(heard.text))


def _agrees(heard: Heard) -> bool:
    try:
        return reading.yes_no(heard.text, heard.language)
    except Unclear:
        return False


def _nothing(answers: Answers, facts: Facts) -> bool:
    return not answers.get("words")


def _said(answers: Answers, facts: Facts) -> GoodbyeSaid:
    ended, to = (int(answers.get(name) or 0) for name in ("ended", "to"))
    return GoodbyeSaid(ended, to, str(answers["words"]))


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"other": answers.get("other") or ""}


FLOW = Flow(
    name="goodbye",
    states={
        "start": Remark(),
        "words": Question(
            ask=_("Would you like to leave {other} a few words? I'll pass them on, once."),
            read=read_goodbye,
            hint=_("A few words is plenty. For example: thank you for everything."),
            why=_("Most people like to say goodbye. You don't have to."),
        ),
        "said": Ending("", _said),
        "left": Ending(_("All right. Thank you for the time you gave it.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "words"),
        ("answered", "words", "left", _nothing),
        ("answered", "words", "said"),
        ("left", "words", "left"),
    ],
)
