"""The questions about a person, as the intakes ask them and the menu changes them."""

from flows import reading
from flows.engine.states import (
    Answers,
    Choice,
    Heard,
    Option,
    Predicate,
    Question,
    Several,
)
from flows.engine.text import _
from flows.events import ProfileCompleted
from flows.joining import subjects
from flows.reading import Unclear

ROUGHLY = (
    Option("after", _("weekdays after 4")),
    Option("evenings", _("evenings")),
    Option("weekends", _("weekends")),
    Option("any", _("any time")),
)


def read_name(heard: Heard) -> str:
    announced, _beside = reading.introduced(heard.text, heard.language)
    if not announced and reading.puts_off(heard.text, heard.language):
        raise Unclear(heard.text)
    return reading.name(heard.text, heard.language)


def read_words(heard: Heard) -> str:
    """Somebody's own words."""
    _pick_nothing(heard)
    return reading.sentence(heard.text, heard.language)


def read_answer(heard: Heard) -> str:
    """Somebody's own words where a question of theirs, or a refusal, would be no answer, nor that
    their phone does not work."""
    _pick_nothing(heard)
    _understand(heard)
    if reading.of_a_phone(heard.text, heard.language):
        raise Unclear(heard.text)
    return reading.own_words(heard.text, heard.language)


def _pick_nothing(heard: Heard) -> None:
    """ "1" or "2 n 3" alone were meant for a question with numbers. Raises Unclear."""
    if reading.only_picks(heard.text, heard.language):
        raise Unclear(heard.text)


def _understand(heard: Heard) -> None:
    """ "What?" asks for the question once more. Raises Unclear."""
    if reading.puzzled(heard.text, heard.language):
        raise Unclear(heard.text)


def read_any(heard: Heard) -> str:
    """Somebody's own words where there may be none: "" for a mere no."""
    if reading.later(heard.text, heard.language):
        raise Unclear(heard.text)
    return "" if reading.nothing(heard.text, heard.language) else read_answer(heard)


def read_reason(heard: Heard) -> str:
    """The same where "no time" is an answer."""
    if reading.not_now(heard.text, heard.language):
        raise Unclear(heard.text)
    if reading.declines(heard.text, heard.language):
        return ""
    read_words(heard)
    _understand(heard)
    return reading.reason(heard.text, heard.language)


def read_need(heard: Heard) -> str:
    """The same where a question of theirs is an answer, too: "can we get a quieter room?"."""
    if reading.later(heard.text, heard.language):
        raise Unclear(heard.text)
    return "" if reading.nothing(heard.text, heard.language) else read_words(heard)


def read_free(heard: Heard) -> str:
    """The words in which somebody says when they can, where days or hours are read in them."""
    if heard.token:
        (picked,) = (option for option in ROUGHLY if option.token == heard.token)
        return heard.say(picked.label)
    said = read_answer(heard)
    reading.availability(said, heard.language)
    return said


def completed(answers: Answers) -> ProfileCompleted:
    """All that was answered of oneself."""
    return ProfileCompleted(
        {key: one for key, one in answers.items() if key not in ("young", "teen")}
    )


def all_known(*questions: str) -> Predicate:
    """Whether all of these were given beforehand."""
    return lambda answers, facts: all(question in answers for question in questions)


NAME = Question(
    ask=_("What should I call you?"),
    read=read_name,
    hint=_("Just the name you like to be called by. For example: Sam."),
    why=_("It's nicer to talk by name. A first name or a nickname is plenty."),
    echo=_("Nice to meet you, {name}."),
    exact=True,
)
TOPICS = Several(
    ask=_("What would you like a hand with?"),
    options=subjects.topics,
    hint=_("Your own words are fine too."),
    why=_("It helps {coordinator} find somebody who knows about it."),
    echo=_("Got it: {topics:list}."),
)
HOPES = Question(
    ask=_(
        "If this goes well, what will be different for you by {until:date}? A few words is plenty."
    ),
    read=read_answer,
    hint=_("A few words in your own way. For example: I know what comes after school."),
    why=_("It helps to look for somebody who can get you closer to it."),
    echo=_("Saved, in your own words."),
)
FREE = Question(
    ask=_("When could you usually meet someone? For example: Tuesday after 4."),
    read=read_free,
    hint=_("Some days and times, roughly. For example: Tuesday after 4."),
    why=_("You two need a time when you're both free. It binds you to nothing."),
    echo=_("Noted: {free:week}."),
    simpler=_("Which comes closest?"),
    options=ROUGHLY,
    exact=True,
)
MATTERS = Choice(
    ask=_("Last one: what matters most in a mentor?"),
    options=(
        Option("been", _("been where I am"), words=(_("the same as me, been through it"),)),
        Option("job", _("does a job I want")),
        Option("talk", _("easy to talk to"), words=(_("easy, good to talk to"),)),
        Option("patient", _("patient"), words=(_("patience"),)),
        Option(
            "language",
            _("speaks my language"),
            words=(
                _("my language, the same language"),
                _("speaks English, speaks Spanish, speaks French, speaks Portuguese"),
            ),
        ),
    ),
    hint=_("Just pick the one thing that counts most."),
    why=_("Hardly anybody has it all, so it helps to know what comes first."),
    echo=_("Noted: {matters}."),
)
CAN_HELP = Several(
    ask=_("What could you help somebody with?"),
    options=subjects.topics,
    hint=_("Your own words are fine too."),
    why=_("It helps {coordinator} find somebody you can really help."),
    echo=_("Got it: {topics:list}."),
)
BEEN = Question(
    ask=_(
        "What have you been through that could help somebody else? "
        "For example: first in my family at college."
    ),
    read=read_answer,
    hint=_("A few words is plenty. For example: I changed jobs twice."),
    why=_("People open up to somebody who has been where they are."),
    echo=_("Saved, in your own words."),
)
CAPACITY = Choice(
    ask=_("Last one: how many people would you like to be there for?"),
    options=(
        Option("1", _("one person")),
        Option("2", _("two people")),
        Option("3", _("three people")),
    ),
    hint=_("From one to three."),
    why=_("Nobody should get more than fits into their week."),
    echo=_("Noted: {capacity}."),
)
