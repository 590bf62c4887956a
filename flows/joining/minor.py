"""Who is under 18 says how a parent or guardian can be asked, and waits for their answer."""

from flows import reading
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Predicate,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import Event, GuardianNamed, PaperWanted
from flows.joining.language import OPTIONS
from flows.joining.profile import read_name

NUMBER = Option("number", _("give another number"), words=(_("another number, wrong number"),))
SHARE = Option("share", _("we share it"), words=(_("yes we share it, the same phone"),))
FORM = Option("form", _("take a form home"), words=(_("a form, on paper"),))
PERSON = Option("person", _("ask {coordinator}"), words=(_("ask a person, a question"),))
OWN = "own"  # what `dial` says of the number of whoever names it


def read_number(heard: Heard) -> str:
    return reading.phone(heard.text, heard.language)


def _dialled(answers: Answers, facts: Facts) -> str:
    """The number as it can be dialled; "" where it cannot, or OWN."""
    return str(facts["dial"](str(answers.get("number") or "")))


def _unusable(answers: Answers, facts: Facts) -> bool:
    return not _dialled(answers, facts)


def _own(answers: Answers, facts: Facts) -> bool:
    return _dialled(answers, facts) == OWN


def _stands(state: str) -> Predicate:
    """How far the question to a guardian is: asked, claimed, form, refused; "" before it."""
    return lambda answers, facts: bool(facts["profile"].get("guardian") == state)


def _over(answers: Answers, facts: Facts) -> bool:
    return facts["profile"].get("guardian") in ("refused", "ended")


def _here(answers: Answers, facts: Facts) -> Event:
    return GuardianNamed(str(answers["number"]), str(facts["language"]), str(answers["parent"]))


def _named(answers: Answers, facts: Facts) -> Event:
    language = str(answers.get("language") or facts["language"])
    return GuardianNamed(_dialled(answers, facts), language)


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"number": _dialled(answers, facts)} if answers.get("number") else {}


FLOW = Flow(
    name="minor",
    needs=("dial",),
    states={
        "start": Remark(),
        "first": Remark(
            _("Under 18, a parent or guardian has to agree too. Nothing is shared before that.")
        ),
        "number": Question(
            ask=_("What is their mobile number? For example: 212-555-0123."),
            read=read_number,
            hint=_("Just their number, please. If they have none, 0 is fine too."),
            why=_("I'll tell them what this is, and ask if you may take part."),
        ),
        "unusable": Remark(_("I can't text this number.")),
        "language": Choice(
            ask=_("I'll ask at {number}. Which language do they read best?"),
            options=OPTIONS,
            hint=_("Just pick one of the four."),
            why=_("It's easiest in the language they like best."),
        ),
        "asked": Ending(
            _(
                "Thank you. I'll text them between 9 am and 8 pm. It helps if "
                "you tell them it's me. You'll hear as soon as they answer."
            ),
            _named,
        ),
        "shared": Choice(
            ask=_("That's the number of your own phone. Do they use it, too?"),
            options=(SHARE, NUMBER, FORM),
            hint=_("Just pick what fits best."),
            why=_("I ask them myself, so I have to know where I can reach them."),
        ),
        "parent": Question(
            ask=_("What is their name? My texts to them begin with it."),
            read=read_name,
            hint=_("Just their name, please. For example: Ana Lopez."),
            why=_("So that you both can tell whom a text is for."),
        ),
        "here": Ending(
            _(
                "Thank you. I'll ask {parent} right here, between 9 am and 8 pm. "
                "As it's one phone, {coordinator} will check with them, too."
            ),
            _here,
        ),
        "paper": Ending(
            _(
                "No problem. {coordinator} has a form for you to take home. I'll "
                "go on as soon as it's back."
            ),
            lambda answers, facts: PaperWanted(),
        ),
        "waiting": Choice(
            ask=_(
                "I've asked them and I'm waiting for the answer. Is there something "
                "you'd like to do?"
            ),
            options=(NUMBER, FORM, PERSON),
            hint=_("You can just wait, or pick one of these."),
            why=_("Under 18, I can only go on once they agree."),
        ),
        "on_paper": Choice(
            ask=_(
                "{coordinator} is waiting for the form from home. Is there "
                "something you'd like to do?"
            ),
            options=(NUMBER, PERSON),
            hint=_("You can just wait, or pick one of these."),
            why=_("Under 18, I can only go on once they agree."),
        ),
        "checked": Choice(
            ask=_(
                "{coordinator} will check with them once, as you share a phone. "
                "Is there something you'd like to do?"
            ),
            options=(NUMBER, PERSON),
            hint=_("You can just wait, or pick one of these."),
            why=_("Under 18, I can only go on once they agree."),
        ),
        "patient": Ending(_("All right. You'll hear from me as soon as I know.")),
        "closed": Ending(
            _(
                "Without a parent's okay I can't go on, and it's not your fault. "
                "{coordinator} can help: {contact:relayed}"
            )
        ),
        "person": Ending("", then="ask"),
    },
    values=_values,
    transitions=[
        ("onward", "start", "waiting", _stands("asked")),
        ("onward", "start", "on_paper", _stands("form")),
        ("onward", "start", "checked", _stands("claimed")),
        ("onward", "start", "closed", _over),
        ("onward", "start", "number", _stands("wrong")),
        ("onward", "start", "first"),
        ("onward", "first", "number"),
        ("answered", "number", "unusable", _unusable),
        ("answered", "number", "shared", _own),
        ("answered", "number", "language"),
        ("left", "number", "paper"),
        ("share", "shared", "parent"),
        ("number", "shared", "number"),
        ("form", "shared", "paper"),
        ("left", "shared", "paper"),
        ("answered", "parent", "here"),
        ("left", "parent", "paper"),
        ("onward", "unusable", "number"),
        ("answered", "language", "asked"),
        ("left", "language", "asked"),
        ("number", "waiting", "number"),
        ("form", "waiting", "paper"),
        ("person", "waiting", "person"),
        ("left", "waiting", "patient"),
        ("number", "on_paper", "number"),
        ("person", "on_paper", "person"),
        ("left", "on_paper", "patient"),
        ("number", "checked", "number"),
        ("person", "checked", "person"),
        ("left", "checked", "patient"),
    ],
)
