"""Leaving the programme, without a reproach; STOP needs none of this."""

from flows.engine.intents import Intent
from flows.engine.states import Choice, Ending, Flow, Option, Question
from flows.engine.text import _
from flows.events import ProgrammeLeft
from flows.intents.leave import LEAVE
from flows.joining.profile import read_reason
from flows.mentoring.pause import BREAK

FLOW = Flow(
    name="leaving",
    intents=(
        Intent(
            "leave",
            printed={"en": "LEAVE", "es": "DEJAR", "fr": "PARTIR", "pt": "DEIXAR"},
            table=LEAVE,
            label=_("leave the programme"),
        ),
    ),
    states={
        "sure": Choice(
            ask=_("Would you like to leave {programme} for good?"),
            options=(
                Option(
                    "yes",
                    _("I'm leaving"),
                    words=(
                        _("leave, leaving, leave for good, for good, go, I'm out, I must withdraw"),
                        _("quit, I quit, stop, bye, I'm done, so done"),
                    ),
                ),
                Option("rest", _("just take a break"), words=BREAK),
                Option(
                    "no",
                    _("I'm staying"),
                    words=(_("stay, staying, I'll stay, remain, continue, keep going, carry on"),),
                ),
            ),
            hint=_("I just need to know if you'd like to leave."),
            why=_("A break may be enough, and you lose nothing."),
            ends=True,
            firm=True,
        ),
        "reason": Question(
            ask=_("No blame at all. What made you decide? I'll tell {coordinator}."),
            read=read_reason,
            hint=_("A few words is plenty. For example: I've no time just now."),
            why=_("It helps {coordinator} do better for others."),
        ),
        "gone": Ending(
            _(
                "Thank you for being with us. Changed your mind? "
                "Text BACK in the next 10 minutes. All the best!"
            ),
            lambda answers, facts: ProgrammeLeft(str(answers.get("reason") or "")),
            binds=True,
        ),
        "rest": Ending("", then="pause"),
        "kept": Ending(_("Good to have you with us.")),
    },
    transitions=[
        ("yes", "sure", "reason"),
        ("rest", "sure", "rest"),
        ("no", "sure", "kept"),
        ("left", "sure", "kept"),
        ("answered", "reason", "gone"),
        ("left", "reason", "gone"),
    ],
)
