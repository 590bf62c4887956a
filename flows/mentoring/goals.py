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
from flows.mentoring.aims.marks import BECOMES, FAR, aiming, becomes, named, read_far

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


def _which(answers: Answers) -> int:
    return int(_meant(answers))


def _meant(answers: Answers) -> str:
    return str(answers.get("which") or answers.get("named") or "")


def _mark(answers: Answers) -> int:
    return int(answers.get("rate") or answers["how_far"])


def _rated(answers: Answers, facts: Facts) -> Event:
    note = answers.get("rate_note") or answers.get("how_far_note") or ""
    return GoalRated(_which(answers), _mark(answers), str(note))


def _reached(answers: Answers, facts: Facts) -> Answers:
    return {"aim": _values(answers, facts)["aim"]}


def _achieved(answers: Answers, facts: Facts) -> Event:
    return GoalClosed(_which(answers), "achieved")


def _replaced(answers: Answers, facts: Facts) -> Answers:
    """The old goal stays until the new one is saved."""
    return {"replaces": _which(answers)}


def _dropped(answers: Answers, facts: Facts) -> Event:
    return GoalClosed(_which(answers), "dropped")


def _values(answers: Answers, facts: Facts) -> Facts:
    texts = {str(goal["id"]): goal["text"] for goal in facts["goals"]}
    mark = answers.get("rate") or answers.get("how_far")
    return {"aim": texts.get(_meant(answers), ""), "rate": mark}


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
            options=(Option("far", _("how far I am")), *BECOMES),
            hint=_("Just pick what fits."),
            why=_("A goal may change on the way. Nothing happens before you've chosen."),
        ),
        "rate": Question(
            ask=_("How far are you, from 1 just begun to 5 nearly there?"),
            read=scale.read_mark,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("Over a few weeks, small steps add up."),
            simpler=_("Which comes closest?"),
            options=FAR,
            buttons=scale.BUTTONS,
        ),
        "how_far": Question(
            ask=_(
                "And your goal: {aim:short}. How far are you, from 1 just begun to 5 nearly "
                "there? Or write: done, change it, let it go."
            ),
            read=read_far,
            hint=_("Just a number from 1 to 5, or: done, change it, let it go."),
            why=_("Over a few weeks, small steps add up."),
            simpler=_("Which comes closest?"),
            options=FAR,
            buttons=scale.BUTTONS,
        ),
        "rated": Ending(_("Noted, {rate} of 5. Thanks for telling me!"), _rated),
        "achieved": Ending(
            _("You did it: {aim:short}! That was your own work. Congratulations!"), _achieved
        ),
        "achieved_next": Ending(
            _("You did it: {aim:short}! That was your own work. Congratulations!"),
            _achieved,
            then="goal_reached",
            given=_reached,
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
        ("onward", "start", "how_far", named),
        ("onward", "start", "which"),
        ("new", "which", "new"),
        ("answered", "which", "what"),
        ("left", "which", "kept"),
        ("far", "what", "rate"),
        ("reached", "what", "achieved_next", aiming),
        ("reached", "what", "achieved"),
        ("change", "what", "changed"),
        ("drop", "what", "dropped"),
        ("left", "what", "kept"),
        ("answered", "rate", "rated"),
        ("left", "rate", "kept"),
        ("answered", "how_far", "achieved_next", becomes("reached")),
        ("answered", "how_far", "changed", becomes("change")),
        ("answered", "how_far", "dropped", becomes("drop")),
        ("answered", "how_far", "rated"),
        ("left", "how_far", "kept"),
    ],
)
