"""What is heard before any flow: stopping, help, the programme's own words, another language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding import (
    inquiries,
    intents,
    languages,
    opt_out,
    patterns,
    people,
    phrases,
    relays,
)
from assistant.understanding.courtesy import courteous, pleasant
from assistant.understanding.opt_out.rules import Sense
from assistant.understanding.reserved import (
    NONE,
    OWN_WORDS,
    TWILIO,
    Provider,
    invited,
    reserved,
    taught,
)

__all__ = [
    "NONE",
    "OWN_WORDS",
    "TWILIO",
    "Heard",
    "Keyword",
    "Provider",
    "hear",
    "invited",
    "is_courtesy",
    "reserved",
    "taught",
]


class Keyword(StrEnum):
    """A word heard before any flow."""

    STOP = "stop"
    # Perhaps a stop: ask one question, and hold everything but replies.
    DOUBT = "doubt"
    START = "start"
    HELP = "help"
    MENU = "menu"
    ASK = "ask"
    BACK = "back"
    WHY = "why"
    LANGUAGE = "language"
    # Something that people ask out of nothing, or instead of an answer.
    INQUIRY = "inquiry"
    # Words that are meant for somebody else.
    RELAY = "relay"
    # Somebody asks who somebody is.
    ABOUT = "about"


@dataclass(frozen=True)
class Heard:
    """A keyword, or the name of an intent that a flow declares, and what came with it.

    After ASK the text; after START a Telegram token, or "yes"; after LANGUAGE its code; after
    DOUBT the intent that it may be instead; after INQUIRY what is asked; after RELAY the name of
    whom it is for, after ABOUT who is asked about. Where it is not sure, the text may as
    well answer the question that is open: ask one question.
    """

    word: str
    rest: str = ""
    sure: bool = True


# Commands as Telegram sends them: /start token, /menu@our_bot.
_COMMAND = re.compile(r"\s*/([^\W\d]+)(?:@\w+)?(?:\s+(.*\S))?\s*", re.DOTALL)
_COMMANDS: dict[str, str] = {
    name: word
    for word, names in {
        Keyword.STOP: "stop stopall unsubscribe cancel quit parar alto baja arret sair",
        Keyword.START: "start unstop",
        Keyword.HELP: "help info ayuda aide ajuda",
        Keyword.MENU: "menu",
        Keyword.ASK: "ask pregunta demander pergunta",
        Keyword.BACK: "back atras retour voltar",
        Keyword.WHY: "why porque pourquoi",
        Keyword.LANGUAGE: "language lang idioma langue",
    }.items()
    for name in names.split()
} | {name: word for word, names in intents.PRINTED.items() for name in names}
_ASKED = re.compile(r"\s*(ask|pregunta|demander|pergunta)\b(\s*:)?[\s,.-]*(.*\S)", re.I | re.DOTALL)
_ANCHORS = opt_out.ANCHORS | phrases.ANCHORS | languages.ANCHORS
_STOP_SIGN = "\N{OCTAGONAL SIGN}"


def hear(text: str, language: str, asked: bool) -> Heard | None:
    """The keyword a text is, or None when it is for the flow; `asked` when a question is open."""
    text, language = text[: patterns.LONGEST], language[:2].lower()
    if command := _COMMAND.fullmatch(text):
        return _commanded(patterns.fold(command[1]), command[2] or "")
    typed = patterns.words(text)
    if _ordinary(typed) and _STOP_SIGN not in text:
        return _question(text, asked) or _wished(typed, language, asked)
    said = courteous(typed, language)
    if not said:
        return Heard(Keyword.DOUBT) if _STOP_SIGN in text else _wished(typed, language, asked)
    sense = opt_out.sense(said, language, asked)
    if sense is Sense.DOUBTFUL and (wish := _lesser(typed, language, asked)):
        return wish
    if sense is Sense.SURE:
        return Heard(Keyword.STOP)
    if sense is not Sense.NOTHING:
        return Heard(Keyword.DOUBT, "off" if intents.calls_off(typed) else "")
    kept = opt_out.plain(said)
    found = _named(kept, language, asked) or _question(text, asked)
    if found and not (found.word is Keyword.BACK and _returns(text, typed, language, asked)):
        return found
    return _wished(typed, language, asked)


def _lesser(typed: Sequence[str], language: str, asked: bool) -> Heard | None:
    """What is wished for, where it only looks like a stop: to be erased, or sent less."""
    if inquiries.find(typed, language) == "delete":
        return Heard(Keyword.INQUIRY, "delete")
    found = intents.find(typed, asked)
    return Heard(found[0], sure=found[1]) if found and found[0] in ("fewer", "no_lessons") else None


def is_courtesy(text: str, language: str) -> bool:
    """Whether a text only thanks, greets or nods: "thanks!", "ok", "no worries", a thumb."""
    said, language = patterns.words(text), language[:2].lower()
    if "?" in text and not any(word.isalnum() for word in said):  # "???"
        return False
    return not opt_out.plain(courteous(said, language)) or pleasant(said, language)


def _ordinary(typed: Sequence[str]) -> bool:
    """The cheap first test: no word that any keyword needs, and nothing s p e l t."""
    return _ANCHORS.isdisjoint(typed) and any(len(word) > 1 for word in typed)


def _returns(text: str, typed: Sequence[str], language: str, asked: bool) -> bool:
    """Whether it is not the question before that is meant, but the programme: "puedo volver?"."""
    return ("?" in text or not asked) and inquiries.find(typed, language) == "return"


def _commanded(name: str, rest: str) -> Heard | None:
    word = _COMMANDS.get(name)
    if word is None:
        return None
    return _language(languages.named(rest)) if word is Keyword.LANGUAGE else Heard(word, rest)


def _named(kept: Sequence[str], language: str, asked: bool) -> Heard | None:
    name = phrases.name(kept, asked)
    if name == "yes":
        return Heard(Keyword.START, "yes")
    if name is not None:
        return Heard(Keyword(name))
    code = languages.wanted(kept, language, asked)
    return None if code is None else _language(code)


def _language(code: str) -> Heard:
    """Who wants another language without naming it finds them all in the menu."""
    return Heard(Keyword.LANGUAGE, code) if code else Heard(Keyword.MENU)


def _wished(typed: Sequence[str], language: str, asked: bool) -> Heard | None:
    """What people ask, or an intent; where both are meant, the one that opens a flow."""
    # The first test is the cheap one.
    found = None if intents.ANCHORS.isdisjoint(typed) else intents.find(typed, asked)
    topic = inquiries.find(typed, language)
    if topic and not (found and found[1] and topic in inquiries.OPENING):
        # Who asks how to stop is asked whether to.
        return Heard(Keyword.DOUBT) if topic == "stop" else Heard(Keyword.INQUIRY, topic)
    if not (found and found[1]):
        if name := relays.find(typed):
            return Heard(Keyword.RELAY, name)
        if name := people.find(typed):
            return Heard(Keyword.ABOUT, name)
    return Heard(found[0], sure=found[1]) if found else None


def _question(text: str, asked: bool) -> Heard | None:
    """ASK and a question. While another is open "ask my teacher" is an answer, so it must show."""
    found = _ASKED.fullmatch(text)
    if found is None or inquiries.find(patterns.words(text), "en") == "later":
        return None  # "ask me tomorrow"
    word, colon, rest = found.groups()
    if asked and not (word.isupper() or colon or rest.endswith("?")):
        return None
    return Heard(Keyword.ASK, rest)
