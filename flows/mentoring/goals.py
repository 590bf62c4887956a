"""A person's goals: how far one is, reached, changed or dropped, and a new one."""

from flows.engine import options
from flows.engine.intents import MenuRow
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import Event, GoalClosed, GoalRated
from flows.mentoring import scale

NEW = Option("new", _("a new goal"))
MOST = 8  # of the goals one can choose from; the newest
LONGEST = 24  # letters of a goal among others


def which(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The goals, and a new one."""
    goals = options.own((goal["id"], _cut(goal["text"])) for goal in facts["goals"])
    return (*goals[-MOST:], NEW)


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    whole = text[:LONGEST].rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,.;:')}..."


def _none(answers: Answers, facts: Facts) -> bool:
    return not facts["goals"]


def _rated(answers: Answers, facts: Facts) -> Event:
    return GoalRated(int(answers["which"]), int(answers["rate"]), answers.get("rate_note", ""))


def _achieved(answers: Answers, facts: Facts) -> Event:
    return GoalClosed(int(answers["which"]), "achieved")


def _replaced(answers: Answers, facts: Facts) -> Answers:
    """The old goal stays until the new one is saved."""
    return {"replaces": int(answers["which"])}


def _dropped(answers: Answers, facts: Facts) -> Event:
    return GoalClosed(int(answers["which"]), "dropped")


def _values(answers: Answers, facts: Facts) -> Facts:
    texts = {str(goal["id"]): goal["text"] for goal in facts["goals"]}
    return {"aim": texts.get(answers.get("which", ""), "")}


FLOW = Flow(
    name="goals",
    menu=MenuRow(_("my goals"), when=lambda facts: facts["role"] != "mentor"),
    needs=("goals",),
    states={
        "start": Remark(),
        "which": Choice(
            ask=_("Which goal is it about?"),
            options=which,
            hint=_("Just pick one of your goals."),
            why=_("I only change the goal that you mean."),
        ),
        "what": Choice(
            ask=_("{aim:short}: what shall I write down?"),
            options=(
                Option("far", _("how far I am")),
                Option("reached", _("I've reached it"), words=(_("done, did it, made it"),)),
                Option("change", _("change it")),
                Option("drop", _("let it go"), words=(_("drop it, give it up, forget it"),)),
            ),
            hint=_("Just pick what fits."),
            why=_("A goal may change on the way. Nothing happens before you've chosen."),
        ),
        "rate": Question(
            ask=_("How far are you, from 1 just begun to 5 nearly there?"),
            read=scale.read_mark,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("Over a few weeks, small steps add up."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("just begun")),
                Option("2", _("a little way")),
                Option("3", _("about halfway")),
                Option("4", _("more than half")),
                Option("5", _("nearly there")),
            ),
            buttons=scale.BUTTONS,
        ),
        "rated": Ending(_("Noted, {rate} of 5. Thanks for telling me!"), _rated),
        "achieved": Ending(
            _("You did it: {aim:short}! That was your own work. Congratulations!"), _achieved
        ),
        "changed": Ending(
            _("All right, then let's put it in new words."),
            then="goal_setting",
            given=_replaced,
        ),
        "dropped": Ending(
            _(
                "Okay, I've let go of: {aim:short}. "
                "Changed your mind? Text BACK in the next 10 minutes."
            ),
            _dropped,
            binds=True,
        ),
        "new": Ending("", then="goal_setting"),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "new", _none),
        ("onward", "start", "which"),
        ("new", "which", "new"),
        ("answered", "which", "what"),
        ("left", "which", "kept"),
        ("far", "what", "rate"),
        ("reached", "what", "achieved"),
        ("change", "what", "changed"),
        ("drop", "what", "dropped"),
        ("left", "what", "kept"),
        ("answered", "rate", "rated"),
        ("left", "rate", "kept"),
    ],
)
