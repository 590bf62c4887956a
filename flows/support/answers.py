"""What is answered to what people ask out of nothing, or instead of an answer: facts alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from flows.engine.states import Facts
from flows.engine.text import _
from flows.mentoring import pairs

When = Callable[[Facts], bool]


@dataclass(frozen=True)
class Answer:
    """What is said where `when` holds, with what it tells `of`; with `tells`, the coordinator gets
    the words as well."""

    say: str
    when: When = lambda facts: True
    tells: bool = False
    of: Callable[[Facts], Facts] = lambda facts: {}  # a pair


def _booked(facts: Facts) -> Facts:
    """The next meeting that is booked."""
    booked = [pair for pair in facts["pairs"] if pair["meeting"] == "booked"]
    return min(booked, key=lambda pair: str(pair["slot"]), default={})


def _waits(facts: Facts) -> Facts:
    """The pair whose other side has not answered yet about a time."""
    mine = (one for one in facts["pairs"] if one["meeting"] == "proposed" and one["mine"])
    return next(mine, {})


def _resting(facts: Facts) -> Facts:
    """The only one there is to meet, while they rest."""
    return next(iter(facts["pairs"]), {}) if all(p["rests_until"] for p in facts["pairs"]) else {}


def _any_pair(facts: Facts) -> Facts:
    return next(iter(facts["pairs"]), {})


def _asked(facts: Facts) -> bool:
    """Whether a question is open."""
    return bool(facts["asked"])


def _complete(facts: Facts) -> bool:
    return bool(facts["profile"].get("complete"))


def _guards(facts: Facts) -> bool:
    """Whether they are asked as somebody's parent or guardian."""
    return bool(facts["role"] == "guardian")


def _about(say: str, of: Callable[[Facts], Facts]) -> Answer:
    """What is told of a pair, where there is one to tell of."""
    return Answer(say, lambda facts: bool(of(facts)), of=of)


def values(answer: Answer, facts: Facts) -> Facts:
    """What an answer shows: of the programme, and of the pair that it tells of."""
    pair = answer.of(facts)
    if not pair:
        return facts
    return {**facts, **pairs.values({"match": pair["id"]}, facts), "rests": pair["rests_until"]}


# What only the programme knows.
TO_THE_COORDINATOR = Answer(
    _("Thank you. I've passed it on to {coordinator}, who answers here by {day:weekday}."),
    tells=True,
)
TOPICS: Mapping[str, tuple[Answer, ...]] = {
    "who": (
        Answer(
            _(
                "I'm the automatic helper of {programme}, the mentoring programme at {place}. "
                "{coordinator} runs it."
            )
        ),
    ),
    "machine": (
        Answer(_("I'm an automatic helper. {coordinator} is a person; to reach them, text ASK.")),
    ),
    "coordinator": (
        Answer(_("{coordinator} is the person who runs {programme}. To reach them, text ASK.")),
    ),
    "sees": (
        Answer(
            _(
                "{coordinator} can read this chat to keep people safe. So I can't promise to keep "
                "a secret."
            )
        ),
    ),
    "free": (Answer(_("I never ask for money. Your phone plan may charge for texts or data.")),),
    "long": (
        Answer(_("Just a few minutes, and there's no hurry. Answer whenever you like."), _asked),
        TO_THE_COORDINATOR,
    ),
    "term": (TO_THE_COORDINATOR,),
    "next": (
        replace(TO_THE_COORDINATOR, when=_guards),
        Answer(
            _("You're on a break until {paused_until:date}. I ask nothing before that."),
            lambda facts: bool(facts["paused_until"]),
        ),
        _about(_("Next you meet {other}: {at:when}, {place}."), _booked),
        _about(_("I've asked {other} about {at:when}, and I'll text you when I hear."), _waits),
        _about(
            _("{other} is taking a break until {rests:date}. I'll be in touch after that."),
            _resting,
        ),
        _about(_("You and {other} can find a time to meet. For that, text MENU."), _any_pair),
        Answer(
            _(
                "{coordinator} is looking for the right person for you. "
                "I'll text you when there's news."
            ),
            _complete,
        ),
        Answer(_("First a few questions. Then {coordinator} looks for the right person for you.")),
    ),
    "meeting": (_about(_("It's booked: {at:when}, {place}, you and {other}."), _booked),),
    "source": (
        Answer(
            _("{coordinator} gave me your number, so that I could ask you."),
            lambda facts: bool(facts["invited"]),
        ),
        Answer(_("I have your number because you texted me first.")),
    ),
    "number": (
        Answer(
            _(
                "Thanks for telling me. I've passed it on to {coordinator}, who answers here "
                "by {day:weekday}."
            ),
            tells=True,
        ),
    ),
    "later": (Answer(_("No rush. I'm here when you're ready.")),),
    "thanks": (Answer(_("Any time! I'm here when you need me.")),),
    "hello": (
        Answer(_("Hello there! I'm the automatic helper of {programme}."), _asked),
        Answer(_("Hello there! To see what I can do, text MENU.")),
    ),
}


def answer(topic: str, facts: Facts) -> Answer | None:
    """What is answered; None where another flow tells it better."""
    return next((one for one in TOPICS.get(topic, ()) if one.when(facts)), None)
