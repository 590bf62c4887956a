"""What is kept of somebody, told in sentences: those that have something to tell."""

from collections.abc import Iterator

from flows.engine.states import Facts, Option, Prompt
from flows.engine.text import _
from flows.joining import language
from flows.support import menu

HERE = _("Here's what I keep about you.")
# Each is said where its fact is there: {name} stands for whatever is listed beside it.
FACTS = (
    ("name", _("Your name: {name}.")),
    ("number", _("Your number: {number}.")),
    ("chat", _("Your chat here on Telegram.")),
    ("age", _("Your age: {age}.")),
    ("spoken", _("Your language: {spoken}.")),
    ("zone", _("Your time zone: {zone}.")),
    ("free", _("When you can: {free:week}.")),
    ("topics", _("What you'd like a hand with: {topics:list}.")),
    ("can_help", _("What you can help with: {can_help:list}.")),
    ("hopes", _("What you hope for: {hopes:short}.")),
    ("matters", _("What matters to you: {matters:list}.")),
    ("capacity", _("How many you'd be there for: {capacity:list}.")),
    ("been", _("What you've been through: {been:short}.")),
    ("met", _("Who you meet: {met:list}.")),
    # NOTE: RULES is a word that people text: write it as in the list of printed words.
    ("last_day", _("What you've agreed on with them: text RULES to see it.")),
    ("aims", _("Your goals: {aims:list}.")),
    ("meetings", _("Meetings we've booked: {meetings}.")),
    ("texts", _("Our texts since {since:date}: {texts}.")),
    ("agreed", _("You agreed to my texts on {agreed:date}, wording {wording}.")),
)
KEPT = _("I keep it while you take part, and {months} months after.")
# NOTE: Where a file can be sent; it comes right after.
FILE = _("All of it, word for word, comes as a file.")
PAPER = _("{coordinator} gets a note to hand you all of it on paper.")
# NOTE: FIX and FORGET are words that people text: write them as in the list of printed words.
MEND = _("To mend something, text FIX.")
GO = _("To have it all erased, text FORGET.")
CAPTION = _("All that I keep about you, as it stands in my records.")


def told(facts: Facts) -> Iterator[Prompt]:
    """The sentences, in order."""
    known = {**facts, **_answers(facts), "spoken": _language(facts)}
    yield Prompt(HERE, known)
    for name, sentence in FACTS:
        if known.get(name):
            yield Prompt(sentence, known)
    yield Prompt(KEPT, known)
    yield Prompt(FILE if known["by_file"] else PAPER, known)
    yield Prompt(MEND, known)
    yield Prompt(GO, known)


def _answers(facts: Facts) -> Facts:
    """The answers of the intake, in the words they were offered in."""
    known = facts["profile"]
    fields = [option.token for option in menu.fields({}, facts)]
    kept = [field for field in fields if menu.STORED.get(field, field) in known]
    return {field: menu.in_words(field, facts) for field in kept}


def _language(facts: Facts) -> Option | None:
    options = language.OPTIONS
    return next((one for one in options if one.token == facts["language"]), None)
