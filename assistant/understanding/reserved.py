"""Words that carriers own, our own words, and what a text invites a participant to write."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.channels.sms import numbers
from assistant.understanding import intents, opt_out, patterns


@dataclass(frozen=True)
class Provider:
    """The words an SMS provider acts on by itself, and whether it also answers them."""

    stop: frozenset[str]
    start: frozenset[str]
    help: frozenset[str]
    answers_stop: bool
    answers_help: bool


# https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out and
# https://support.twilio.com/hc/en-us/articles/223134027: long codes, without Advanced Opt-Out.
TWILIO = Provider(
    stop=patterns.listed("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT"),
    start=patterns.listed("START YES UNSTOP"),
    help=frozenset(["HELP", "INFO"]),
    answers_stop=True,
    answers_help=True,
)
# Toll-free numbers: the carriers' network answers, and knows one word of each.
TOLL_FREE = Provider(
    stop=frozenset(["STOP"]),
    start=frozenset(["START", "UNSTOP"]),
    help=frozenset(),
    answers_stop=True,
    answers_help=False,
)
# Telegram and the simulated phones answer nothing, but the same person may text by SMS tomorrow.
NONE = Provider(
    stop=TWILIO.stop,
    start=TWILIO.start,
    help=TWILIO.help,
    answers_stop=False,
    answers_help=False,
)

_HELP_WORDS = patterns.listed("AYUDA AIDE AJUDA")

_KEYWORDS = {
    "en": "MENU|ASK|BACK|WHY|SKIP|MYDATA|FIX|FORGET",
    "es": "MENÚ|PREGUNTA|ATRÁS|POR QUÉ|MISDATOS|CORREGIR|OLVIDAR",
    "fr": "MENU|DEMANDER|RETOUR|POURQUOI|MESDONNEES|CORRIGER|OUBLIER",
    "pt": "MENU|PERGUNTA|VOLTAR|POR QUE|MEUSDADOS|CORRIGIR|ESQUECER",
}
OWN_WORDS: Mapping[str, frozenset[str]] = {
    language: patterns.listed(words).union(
        opens.intent.printed[language]
        for opens in intents.INTENTS.values()
        if language in opens.intent.printed
    )
    for language, words in _KEYWORDS.items()
}
_OURS = {patterns.unaccented(word) for words in OWN_WORDS.values() for word in words}

_ASKING = (
    "reply|text|write|send|say|type|answer"
    "|escribe|escriba|responde|responda|envia|envie|contesta|conteste|manda|mande|di|diga"
    "|reponds|repondez|ecris|ecrivez|envoie|envoyez|tape|tapez|dis|dites"
    "|escreva|escreve|digite|digita"
)
_JOINED = r"(?:\s*[,/]\s*|\s+(?:or|o|u|ou|and|y|et|e)\s+)"
_WITH = r"(?:(?:with|back|the word|con|la palabra|avec|le mot|par|com|a palavra)\s+)?"
_SAID = re.compile(rf"\b(?:{_ASKING})[\s:]+{_WITH}[\"'«“]?\s*(\w+(?:{_JOINED}\w+)*)", re.IGNORECASE)
_SLASHED = re.compile(r"\b[^\W\d]+(?:/[^\W\d]+)+\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_QUOTED = re.compile(r"[\"“«]\s*([^\"”»]{1,40}?)\s*[\"”»]|(?<!\w)'([^']{1,40})'(?!\w)")
_OPTION = re.compile(
    r"(?<!\w)[1-9][.):]?\s+(?:for\s+|para\s+|pour\s+|si\s+)?([^\W\d][^,;.?!\n]*?)"
    r"(?=\s*[,;.?!\n]|\s+[1-9][.):]?\s|\s*$)"
)


def answers(ours: str, text: str) -> bool:
    """Whether Twilio answers such a text to a number or service of ours itself: only where a
    single word of its own is the whole of it."""
    provider = TOLL_FREE if numbers.is_toll_free(ours) else TWILIO
    word = text.strip().upper()
    return word in provider.stop or word in provider.help


def reserved(provider: Provider) -> frozenset[str]:
    """Every word no prompt may invite: the provider's, and those we hear as STOP or HELP."""
    ours = frozenset(word.upper() for word in opt_out.STOP_WORDS)
    return provider.stop | provider.start | provider.help | ours | _HELP_WORDS


def invited(text: str) -> set[str]:
    """What the text invites as a reply, in capitals: words asked for, quoted, offered, or loud."""
    plain = patterns.unaccented(text)
    return {" ".join(found.upper().split()) for found in _invitations(plain) if found.strip()}


def loud(text: str) -> str:
    """A word of the carriers that a text invites somebody to write; "" when it does not."""
    return min(invited(text) & reserved(TWILIO), default="")


def _invitations(text: str) -> Iterator[str]:
    yield from _CAPITALS.findall(text)
    for slashed in _SLASHED.findall(text):
        yield from slashed.split("/")
    for said in _SAID.findall(text):
        yield from re.split(_JOINED, said)
    for quoted in _QUOTED.findall(text):
        yield from quoted
    yield from _OPTION.findall(text)


def taught(text: str) -> set[str]:
    """Our own words that the text teaches: those it prints in capitals, here without accents."""
    plain = patterns.unaccented(text)
    return {word for word in _OURS if word in plain and re.search(rf"\b{word}\b", plain)}
