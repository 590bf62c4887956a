"""A new number says who it is; who has not changed yet hears how that goes."""

from flows.engine.intents import Intent
from flows.engine.states import Answers, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events.addresses import NumberClaimed
from flows.intents.new_number import NEW_NUMBER
from flows.joining.profile import read_name


def _known(answers: Answers, facts: Facts) -> bool:
    """Whether it comes from a phone that is known: they speak of what is to come."""
    return not answers.get("claims")


FLOW = Flow(
    name="new_number",
    intents=(Intent("new_number", table=NEW_NUMBER, label=_("I have a new number"), yields=True),),
    states={
        "start": Remark(),
        "name": Question(
            ask=_("Good to hear from you! Which name do I know you by?"),
            read=read_name,
            hint=_("Just the name that you told me before. For example: Sam."),
            why=_("I make sure that it's you before I write anything here that is yours."),
        ),
        # NOTE: The same to everybody who says so, whether they are known or not.
        "claimed": Ending(
            _(
                "Thank you! A person makes sure that it's really you, and then I go on here. "
                "Until then nothing changes."
            ),
            lambda answers, facts: NumberClaimed(str(answers["name"])),
        ),
        "soon": Ending(
            _(
                "Thanks for telling me! Once you have it, text me from there and say who you are. "
                "I sort out the rest."
            )
        ),
        "left": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("onward", "start", "soon", _known),
        ("onward", "start", "name"),
        ("answered", "name", "claimed"),
        ("left", "name", "left"),
    ],
)
