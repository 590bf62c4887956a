"""Lessons of one minute: what each says and asks, and a warm line for whatever is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from flows.engine.states import Option
from flows.engine.text import _

Moment = Literal["first", "missed", "goal", "ending"]
Role = Literal["mentor", "mentee"]


@dataclass(frozen=True)
class Lesson:
    """What is told, and then asked, and each answer with the line that follows it; none is wrong.
    The two are one text where they fit."""

    role: Role
    moment: Moment
    tell: str
    ask: str
    answers: Mapping[str, str]

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(Option(f"answer_{n}", label) for n, label in enumerate(self.answers, 1))


# NOTE: Lessons: each is a minute's worth to read, and asks what somebody would do. Below it stand
# the answers to choose from, and what is said to each; no answer is wrong.
LESSONS: Mapping[str, Lesson] = {
    "boundaries": Lesson(
        "mentor",
        "first",
        _(
            "A minute on staying safe, for both of you: meet where others are, keep to the times "
            "you agreed, no money or gifts."
        ),
        _("{other} asks you for a lift home. What feels right?"),
        {
            _("ask {coordinator} first"): _(
                "Good call. {coordinator} is glad to be asked, also about small things."
            ),
            _("say no, kindly"): _("A kind no is fine. It tells {other} where you stand."),
            _("wait with them for the bus"): _("Nice: that helps, and stays safe for you both."),
        },
    ),
    "listening": Lesson(
        "mentor",
        "first",
        _("A minute on listening: ask one open question, then wait. A quiet moment is fine."),
        _("{other} says it's been a bad week. What would you do first?"),
        {
            _("ask what made it bad"): _("Lovely. To be asked often helps more than advice."),
            _("tell of my own bad week"): _(
                "That shows you know the feeling. Then hand the talk back with a question."
            ),
            _("think of a way to help"): _(
                "It's good that you care. Ask one thing first, and your help will fit better."
            ),
        },
    ),
    "mentor_missed": Lesson(
        "mentor",
        "missed",
        _(
            "A minute on missed meetings: nearly every pair has one. One warm line soon after "
            "keeps the door open."
        ),
        _("What would you write to {other}?"),
        {
            _("hope you're okay"): _("Warm, and it asks for nothing. That's often all it takes."),
            _("no harm done, when suits you"): _("Lovely: no blame, and an easy next step."),
            _("I missed our talk"): _("That's good to hear. It says that {other} matters to you."),
        },
    ),
    "mentor_goal": Lesson(
        "mentor",
        "goal",
        _(
            "A minute on goals: a small one that {other} picks works better than a big one that "
            "you pick."
        ),
        _("{other} has no idea yet. What would you try?"),
        {
            _("ask what would be fun"): _("Fun is a great start. What we like, we do."),
            _("look for a tiny first step"): _("Tiny is good: one small win makes the next easy."),
            _("wait, and just talk on"): _("No rush is fine. Ideas often come in a good talk."),
        },
    ),
    "mentor_ending": Lesson(
        "mentor",
        "ending",
        _(
            "A minute on endings: a good goodbye is part of it. Say early which time is the last, "
            "and look back at what you two did."
        ),
        _("How would you like to end with {other}?"),
        {
            _("look back at the best bits"): _("Lovely. Bring one moment that you'll remember."),
            _("do something nice"): _("Great idea. {other} may like to help you pick it."),
            _("write a few words"): _("Words stay. A few lines can mean a lot for years."),
        },
    ),
    "safe": Lesson(
        "mentee",
        "first",
        _(
            "A minute before you meet: it's your time. You may pass on any question, and tell me "
            "if something feels odd."
        ),
        _("What would you say if a question feels too close?"),
        {
            _("I keep that to myself"): _("Just right. Nobody needs a reason for that."),
            _("can we talk of something else"): _("Good one. So the talk goes your way."),
            _("I'd tell {coordinator} later"): _("That's good, too. Write it here, at any time."),
        },
    ),
    "talking": Lesson(
        "mentee",
        "first",
        _(
            "A minute on talking: say what you need, and {other} can help you more. Some days "
            "it's advice, some days just an ear."
        ),
        _("What would help you most at first?"),
        {
            _("somebody who listens"): _("Then say so at the start: today, please just listen."),
            _("some advice"): _("Good. Bring one question with you, and you have a start."),
            _("just a chat"): _("A chat is a fine start. The rest comes with time."),
        },
    ),
    "mentee_missed": Lesson(
        "mentee",
        "missed",
        _(
            "A minute on missed meetings: nearly every pair has one. One line from you soon after "
            "is all it takes."
        ),
        _("What would you write to {other}?"),
        {
            _("sorry, something came up"): _("That's all it takes. It's good to say so."),
            _("can we find a new time"): _("Great: it shows that you'd like to go on."),
            _("hope you're okay"): _("Kind of you. That's always good to read."),
        },
    ),
    "mentee_goal": Lesson(
        "mentee",
        "goal",
        _(
            "A minute on goals: small ones work best, like one call or one page this week. "
            "{other} can help you pick."
        ),
        _("How would you like to start?"),
        {
            _("with one small thing"): _("Great. One small thing done makes the next easy."),
            _("with a big dream"): _("A dream is a great start. {other} can help with step one."),
            _("find one with {other}"): _("Good idea. Two heads find more than one."),
        },
    ),
    "mentee_ending": Lesson(
        "mentee",
        "ending",
        _(
            "A minute on endings: a good goodbye helps you both. You can look back, say thanks, "
            "or ask what's next."
        ),
        _("What would you like to do with {other}?"),
        {
            _("look back at what we did"): _("Lovely. Pick one moment that you'll remember."),
            _("say thanks"): _("A few words are plenty. They mean more than you think."),
            _("talk about what's next"): _("Smart. {other} may have ideas for you."),
        },
    ),
}
