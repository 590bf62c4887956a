"""A phone's own words for a reaction: they quote what was said to its owner, and answer nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understanding import opt_out, patterns

MOST_AROUND = 48  # characters around the quoted words: a verb, an emoji, perhaps a name
FEW = 3  # words that are enough to know the beginning of a text again
# Quotation marks: straight, curly, low, angular, and corners.
_PLAINLY = '"\u201c\u201e\u00ab\u300c\u300e'
_OPENS = _PLAINLY + "'\u201d\u2018\u2039"
_APOSTROPHES = "'\u2019"
_CLOSES = _APOSTROPHES + '"\u201c\u201d\u00bb\u203a\u300d\u300f'
_CORNERS = {"\u300c": "\u300d", "\u300e": "\u300f"}
_QUOTING = re.compile(f"[{_PLAINLY}]")
_ENDS = frozenset(_CLOSES + "…")
_FORM = re.compile(
    rf"(?P<head>(?:[^{_OPENS}]|(?<=\w)'(?=\w)){{0,{MOST_AROUND}}}[^\w{_OPENS}]|)"
    rf"(?P<mark>[{_OPENS}])+(?P<said>.*)",
    re.DOTALL,
)
_CUT = re.compile(r"(?:…|\.\.\.)\W*$")
# Verbs as phones write them, about somebody and in the past; nobody speaks so of themselves.
_VERBS = patterns.listed(
    "liked loved disliked emphasized emphasised laughed questioned reacted removed unliked hearted"
    " gusto encanto rio reacciono enfatizo destaco pregunto exclamo cuestiono elimino quito"
    " aime adore ri reagi souligne question evidence supprime retire exclame interroge"
    " curtiu gostou amou adorou riu reagiu enfatizou destacou questionou perguntou removeu"
    " descurtiu gefallt liebt piaciuto"
)
_BESIDE = patterns.listed(
    "to at a an the from with like heart thumbs up down exclamation question mark laugh reaction"
    " le no se lo con de del por un una me gusta corazon reaccion su mensaje"
    " n pas avec un une mis mise en remis coeur reaction pouce de du son message sur"
    " nao com o ao em uma um coracao reacao sua mensagem das da"
)
_ATTACHED = patterns.listed(
    "image photo picture video movie attachment gif sticker message link audio"
    " imagen foto archivo adjunto mensaje enlace piece jointe imagem anexo mensagem"
)
# Who says so beside a quotation answers.
_ANSWERS = opt_out.STOP_WORDS | patterns.listed(
    "yes yeah yep no nope si oui non sim nao ok okay sure i my je mon ma eu meu mi yo not dont cant"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A message that is hardly more than words in quotation marks."""

    said: tuple[str, ...]
    around: tuple[str, ...]  # words before and after
    trailed: bool  # by words after
    marked: bool  # by an emoji
    cut: bool


def find(text: str) -> Quote | None:
    """The form of a reaction, whatever its verb, its language and its quotation marks."""
    text = text.strip()
    if text[-1:] not in _ENDS and not _QUOTING.search(text, 0, MOST_AROUND):
        return None  # the cheap first test
    found = _FORM.match(text)
    if found is None:
        return None
    said, tail = _closed(found["said"], _CORNERS.get(found["mark"], _CLOSES))
    around = f"{found['head']} {tail or ''}".strip()
    if not around or len(around) > MOST_AROUND:
        return None
    return Quote(
        _words(said),
        _words(around),
        bool(_words(tail or "")),
        any(ord(letter) > 0x2190 and not letter.isalnum() for letter in around),
        tail is None or _CUT.search(said) is not None,
    )


def attachment(text: str) -> bool:
    """ "Liked an image": a reaction to something without words."""
    said = patterns.words(text) if len(text) <= MOST_AROUND else ()
    if _VERBS.isdisjoint(said[:2]):
        return False
    first, *rest = said
    return not _ATTACHED.isdisjoint(rest) and _known([first, *rest], _ATTACHED)


def is_one(quote: Quote, ours: Iterable[str]) -> bool:
    """Whether it reacts: it has a known verb, or quotes one of the newest texts to its sender."""
    if not _VERBS.isdisjoint(quote.around) and _known(quote.around):
        return True
    if any(word in _ANSWERS or word.isdigit() for word in quote.around):
        return False
    if quote.marked and _known(quote.around):
        return True
    # Somebody who answers may quote us first, and answer after that.
    return (quote.marked or not quote.trailed) and any(_begins(text, quote) for text in ours)


def _known(words: Iterable[str], also: frozenset[str] = frozenset()) -> bool:
    return all(word in _VERBS or word in _BESIDE or word in also for word in words)


def _begins(text: str, quote: Quote) -> bool:
    ours = _words(text)
    if quote.said == ours:
        return bool(ours)
    said = quote.said[:-1] if quote.cut else quote.said  # the last word may be half of one
    return len(said) >= FEW and said == ours[: len(said)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in patterns.words(text) if word != patterns.BREAK)


def _closed(said: str, marks: str) -> tuple[str, str | None]:
    """What is quoted, and what follows the last mark that closes; None where none does."""
    at = max(said.rfind(mark) for mark in marks)
    apostrophe = at >= 0 and said[at] in _APOSTROPHES and said[at + 1 : at + 2].isalnum()
    if at < 0 or apostrophe or len(said) - at > MOST_AROUND:
        return said, None
    return said[:at], said[at + 1 :]
