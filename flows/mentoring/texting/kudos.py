"""Kind words to the other side, for something that they did: passed on like any text to them."""

from flows.engine.intents import Intent
from flows.engine.states import Answers, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events import TextMeant
from flows.intents.kudos import KUDOS
from flows.mentoring import pairs
from flows.support.goodbye import read_goodbye


def _said(answers: Answers, facts: Facts) -> TextMeant:
    return TextMeant(pairs.match_of(answers, facts), str(answers["words_of_praise"]))


def _wordless(answers: Answers, facts: Facts) -> bool:
    return not answers.get("words_of_praise")


FLOW = Flow(
    name="kudos",
    intents=(
        Intent(
            "kudos",
            printed={"en": "KUDOS", "es": "FELICITAR", "fr": "FELICITER", "pt": "ELOGIAR"},
            table=KUDOS,
            label=_("say something kind about somebody"),
        ),
    ),
    states={
        "start": Remark(),
        "nobody": Ending(_("There is nobody to write to just now.")),
        "who": pairs.WHO,
        "words_of_praise": Question(
            ask=_("What did {other} do well? I'll pass it on, word for word."),
            read=read_goodbye,
            hint=_("A few words is plenty. For example: so much patience, thank you!"),
            why=_("A kind word at the right time keeps people going."),
        ),
        "said": Ending("", _said),
        "kept": Ending(_("All right, I haven't sent anything.")),
    },
    values=pairs.values,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "words_of_praise"),
        ("answered", "who", "words_of_praise"),
        ("left", "who", "kept"),
        ("answered", "words_of_praise", "kept", _wordless),
        ("answered", "words_of_praise", "said"),
        ("left", "words_of_praise", "kept"),
    ],
)
