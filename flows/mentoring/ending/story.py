"""May their story be told? With their name or without; and taken back at any time."""

from flows.engine.intents import Intent
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
)
from flows.engine.text import _
from flows.events import Event, StoryTold
from flows.intents.story import STORY
from flows.joining.ages import ADULT
from flows.support.goodbye import read_goodbye

NAMED, NAMELESS, NO = "named", "nameless", "untold"
WITH = Option(NAMED, _("with my name"), words=(_("my name, named"),))
WITHOUT = Option(NAMELESS, _("without my name"), words=(_("no name, anonymous, nameless"),))
_CHOSEN = _(
    "Thank you! {coordinator} has it now. To see it or to take it back, text STORY any time."
)


def _told(how: str) -> Predicate:
    """Whether their story may be told so by now."""
    return lambda answers, facts: facts["profile"].get("story_told") == how


def _not_asked(answers: Answers, facts: Facts) -> bool:
    """Nobody is asked twice, nor who is under 18; who wants to see it is shown it anyway."""
    age = facts["profile"].get("age")
    young = isinstance(age, int) and age < ADULT
    known = bool(facts["profile"].get("story_told"))
    return young or (answers.get("wish") != "see" and (known or not answers.get("ask")))


def _young(answers: Answers, facts: Facts) -> bool:
    return _not_asked(answers, facts) and answers.get("wish") == "see"


def _event(answers: Answers, facts: Facts) -> Event:
    return StoryTold(str(answers.get("how") or NAMELESS), str(answers.get("words") or ""))


def _now(how: str):  # type: ignore[no-untyped-def]
    """The same words, told otherwise, or not any more."""
    return lambda answers, facts: StoryTold(how, str(facts["profile"].get("story_words") or ""))


def _wordless(answers: Answers, facts: Facts) -> bool:
    return not answers.get("words")


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"words": facts["profile"].get("story_words") or ""}


_AS_IT_IS = Option("keep", _("leave it as it is"), words=(_("leave it, as it is, the same"),))
_BACK = Option(NO, _("take it back"), words=(_("take back, delete it, remove it, not at all"),))

FLOW = Flow(
    name="story",
    intents=(
        Intent(
            "story",
            printed={"en": "STORY", "es": "HISTORIA", "fr": "HISTOIRE", "pt": "HISTORIA"},
            table=STORY,
            label=_("see or take back my story"),
            given={"wish": "see"},
        ),
    ),
    states={
        "start": Remark(),
        "nothing": Ending(""),
        "young": Ending(_("Stories are only told of people from 18 on, so yours is safe.")),
        "how": Choice(
            ask=_("May we tell your story so others join? You can take it back."),
            options=(
                WITH,
                WITHOUT,
                Option(NO, _("don't tell it"), words=(_("keep it to yourself"),)),
            ),
            hint=_("Just tell me: with your name, without your name, or not at all."),
            why=_("People join when somebody like them says what it was like."),
        ),
        "words": Question(
            ask=_("Write it in a few words, just as others should read it."),
            read=read_goodbye,
            hint=_("A few words is plenty. For example: I passed my exam, and I found a friend."),
            why=_("Only your own words are told, and nothing else about you."),
        ),
        "told": Ending(_CHOSEN, _event),
        "no": Ending(_("No problem at all, nothing is told.")),
        "has_named": Choice(
            ask=_("Your story may be told with your name: {words:relayed} What would you like?"),
            options=(_AS_IT_IS, WITHOUT, _BACK),
            hint=_("Just pick one. Whatever you choose, it holds at once."),
            why=_("It's your story, and you can take it back any time."),
        ),
        "has_nameless": Choice(
            ask=_("Your story may be told without your name: {words:relayed} What would you like?"),
            options=(_AS_IT_IS, WITH, _BACK),
            hint=_("Just pick one. Whatever you choose, it holds at once."),
            why=_("It's your story, and you can take it back any time."),
        ),
        "kept": Ending(_("All right, nothing has changed.")),
        "with_name": Ending(_("Okay, it may be told with your name now."), _now(NAMED)),
        "without_name": Ending(_("Okay, your name is left out from now on."), _now(NAMELESS)),
        "taken_back": Ending(
            _("It's taken back, and isn't told any more. {coordinator} knows."), _now(NO)
        ),
    },
    values=_values,
    transitions=[
        ("onward", "start", "young", _young),
        ("onward", "start", "nothing", _not_asked),
        ("onward", "start", "has_named", _told(NAMED)),
        ("onward", "start", "has_nameless", _told(NAMELESS)),
        ("onward", "start", "how"),
        (NAMED, "how", "words"),
        (NAMELESS, "how", "words"),
        (NO, "how", "no"),
        ("left", "how", "no"),
        ("answered", "words", "no", _wordless),
        ("answered", "words", "told"),
        ("left", "words", "no"),
        ("keep", "has_named", "kept"),
        ("left", "has_named", "kept"),
        (NAMELESS, "has_named", "without_name"),
        (NO, "has_named", "taken_back"),
        ("keep", "has_nameless", "kept"),
        ("left", "has_nameless", "kept"),
        (NAMED, "has_nameless", "with_name"),
        (NO, "has_nameless", "taken_back"),
    ],
)
