"""The rest of the profile, one question at a time on waiting days; each may be left."""

from collections.abc import Callable, Mapping

from flows.engine import options
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Predicate,
    Question,
    Remark,
    Several,
)
from flows.engine.text import _
from flows.events import AnswerChanged, Event
from flows.joining.language import OPTIONS as LANGUAGES
from flows.joining.profile import read_answer, read_any

MOST_OWN = 3
OWN = tuple(f"own_{number}" for number in range(1, MOST_OWN + 1))  # the programme's questions
MENTEES = ("interests", "must_nots", *OWN, "faces", "languages", "style", "wishes")
MENTORS = ("interests", "must_nots", *OWN, "work", "languages", "style", "wishes")
QUESTIONS = tuple(dict.fromkeys((*MENTEES, *MENTORS)))


def left_to_ask(facts: Facts) -> list[str]:
    """The questions that this person has neither answered nor left."""
    theirs = MENTORS if facts["role"] == "mentor" else MENTEES
    own = _own(facts)
    asked = (name for name in theirs if name not in OWN or name in own)
    return [name for name in asked if _field(name, facts) not in facts["profile"]]


def _own(facts: Facts) -> Mapping[str, Facts]:
    """The programme's own questions, by the states that ask them."""
    return dict(zip(OWN, facts.get("asks", ()), strict=False))


def _field(question: str, facts: Facts) -> str:
    """Where in the profile the answer to a question is kept."""
    return str(_own(facts)[question]["field"]) if question in OWN else question


def _offered(question: str) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    return lambda answers, facts: options.own(
        (token, label) for token, label in _own(facts).get(question, {}).get("options", ())
    )


def _values(answers: Answers, facts: Facts) -> Facts:
    return {name: one["ask"] for name, one in _own(facts).items()}


def _next(question: str) -> Predicate:
    return lambda answers, facts: left_to_ask(facts)[:1] == [question]


def _changed(answers: Answers, facts: Facts) -> Event:
    """What was left is remembered as empty, so that it is not asked again."""
    (question,) = [name for name in QUESTIONS if name in answers]
    note = answers.get(f"{question}_note", "")
    return AnswerChanged(_field(question, facts), answers[question] or [], note)


FLOW = Flow(
    name="details",
    states={
        "start": Remark(),
        "interests": Question(
            ask=_(
                "While {coordinator} looks: what do you like doing? Music, games, sport, "
                "anything. It helps find someone you'll click with."
            ),
            read=read_answer,
            hint=_("A few words is plenty. For example: football and drawing."),
            why=_("It's easier to start with something you both like."),
        ),
        **{
            name: Choice(
                ask=f"{{{name}:sentence}}",
                options=_offered(name),
                hint=_("Just pick what fits best."),
                why=_("{coordinator} asks this of everybody, to see who fits."),
            )
            for name in OWN
        },
        "faces": Question(
            ask=_(
                "Is there something in your life right now that a mentor should know first-hand? "
                "A few words, for {coordinator}."
            ),
            read=read_any,
            hint=_("A few words is plenty. For example: new in this country."),
            why=_("It's easier to talk to somebody who has been there."),
        ),
        "work": Question(
            ask=_("What do you do, or what have you learned to do? A few words."),
            read=read_answer,
            hint=_("A few words is plenty. For example: nurse, or I run a shop."),
            why=_("Many look for somebody who does what they dream of."),
        ),
        "languages": Several(
            ask=_("Which languages can you chat in?"),
            options=(*LANGUAGES, Option("else", _("another one"))),
            hint=_("Just pick the ones you feel fine in."),
            why=_("Two people need a language that both feel fine in."),
        ),
        "style": Choice(
            ask=_("How do you like to talk with somebody new?"),
            options=(
                Option("listen", _("mostly listen")),
                Option("talk", _("talk a lot")),
                Option("plan", _("have a plan")),
                Option("open", _("just see what comes")),
            ),
            hint=_("Just pick what fits best."),
            why=_("Two people who like the same way get going sooner."),
        ),
        "wishes": Question(
            ask=_("Is there anything you'd wish for in the person you meet? A few words."),
            read=read_any,
            hint=_("A few words is plenty. For example: somebody who speaks Spanish."),
            why=_("{coordinator} looks for it, as far as possible."),
        ),
        "must_nots": Question(
            ask=_(
                "Is there anyone you'd rather not be paired with? I'll tell {coordinator}, not "
                "them."
            ),
            read=read_any,
            hint=_("A name or a few words is plenty."),
            why=_("Nobody should meet somebody they don't want to."),
        ),
        "noted": Ending(_("Noted, thank you."), _changed),
        "skipped": Ending(_("No problem."), _changed),
        "nothing": Ending(""),
    },
    values=_values,
    transitions=[
        *(("onward", "start", name, _next(name)) for name in QUESTIONS),
        ("onward", "start", "nothing"),
        *(("answered", name, "noted") for name in QUESTIONS),
        *(("left", name, "skipped") for name in QUESTIONS),
    ],
)
