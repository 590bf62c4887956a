"""A question for the coordinator, always and only for them."""

from flows import reading
from flows.engine.intents import MenuRow
from flows.engine.states import Ending, Flow, Heard, Question
from flows.engine.text import _
from flows.events import HelpAsked
from flows.joining.profile import read_words
from flows.reading import Unclear


def read_question(heard: Heard) -> str:
    """What a person should answer: no mere no, and no "later"."""
    if reading.declines(heard.text, heard.language) or reading.later(heard.text, heard.language):
        raise Unclear(heard.text)
    return read_words(heard)


FLOW = Flow(
    name="ask",
    menu=MenuRow(_("ask a person")),
    states={
        "question": Question(
            ask=_("What would you like to ask {coordinator}? Write it just as it comes."),
            read=read_question,
            hint=_("Write your question in a few words, and I'll pass it on."),
            why=_("I'm an automatic helper, and some things need a person."),
        ),
        "asked": Ending(
            _("Thank you. I've passed it on to {coordinator}, who answers here by {day:weekday}."),
            lambda answers, facts: HelpAsked(answers["question"]),
        ),
        "left": Ending(_("All right, I haven't passed anything on.")),
    },
    transitions=[
        ("answered", "question", "asked"),
        ("left", "question", "left"),
    ],
)
