"""The words of a phrase as the grammar of dates sees them: each a kind and a value."""

import re
from collections.abc import Iterator
from datetime import time
from functools import lru_cache
from itertools import takewhile

from flows.reading import lexicon, spelling, tokens, words
from flows.reading.amounts import counts
from flows.reading.lexicon import MARKED, Sign
from flows.reading.replies import RECENT
from flows.reading.when import almanac

_MARKS = {",": "comma", "/": "sep", "-": "sep", ".": "sep", "@": "at"} | dict.fromkeys(
    "%€$£", "word"
)
_MOST = 160  # Words and signs: whoever writes more has said when long before.
_BEFORE_MONTH = frozenset({"number", "ordinal", "year"})


@lru_cache(RECENT)
def read(phrase: str, language: str) -> tuple[Sign, ...]:
    """The signs of a phrase, in order; words that mean nothing here are of kind "word"."""
    return tuple(_timed(list(_signs(tokens.read(phrase, language)[:_MOST], language))))


def _timed(signs: list[Sign]) -> Iterator[Sign]:
    """The signs with "8" and "pm" made one, unless the 8 belongs to a number before it."""
    at = 0
    while at < len(signs):
        sign, following = signs[at], signs[at + 1 : at + 2]
        alone = at == 0 or signs[at - 1].kind not in {"number", "sep"}
        marked = bool(following) and following[0].kind == "ampm" and alone
        timed = _marked(sign, following[0]) if marked else None
        yield timed or sign
        at += 2 if timed else 1


def _marked(sign: Sign, mark: Sign) -> Sign | None:
    """A clock time with its am or pm."""
    if sign.kind == "number" and isinstance(sign.value, int) and 1 <= sign.value <= 12:
        at = time(sign.value)
    elif isinstance(sign.value, time):
        at = sign.value
    else:
        return None
    if mark.text == "ampm" or at.hour > 12:
        return Sign("clock", at, sign.text)
    return Sign("clock", at.replace(hour=at.hour % 12 + 12 * (mark.value == "p")), MARKED)


def _signs(typed: list[tuple[str, str]], language: str) -> Iterator[Sign]:
    at = 0
    kinds: list[str] = []
    while at < len(typed):
        found, size = _at(typed, at, language, kinds)
        yield from found
        kinds.extend(sign.kind for sign in found)
        at += size


def _at(
    typed: list[tuple[str, str]], at: int, language: str, kinds: list[str]
) -> tuple[tuple[Sign, ...], int]:
    kind, text = typed[at]
    match kind:
        case "mark":
            ends = text == "." and not _goes_on(typed[at + 1 : at + 2], language)
            return (Sign("stop" if ends else _MARKS.get(text, "stop"), 0, text),), 1
        case "iso" | "numeric":
            return (_numeric(text),), 1
        case "solid":
            return (_numeric(f"{text[:4]}-{text[4:6]}-{text[6:]}"),), 1
        case "clock" | "dotted" | "packed":
            return (_clock(text),), 1
        case "ampm":
            return (Sign("ampm", text[0], text),), 1
    return _worded(typed, at, language, kinds)


def _goes_on(then: list[tuple[str, str]], language: str) -> bool:
    """Whether a dot stands within a date ("14. april", "lun. 16"), and ends no sentence."""
    return any(kind in _NUMBERED or text in lexicon.months(language) for kind, text in then)


def _numeric(text: str) -> Sign:
    parts = tuple(int(part) for part in re.findall(r"\d+", text))
    if len(parts) == 3 and parts[0] > 31:
        day = almanac.valid(*parts) or almanac.valid(parts[0], parts[2], parts[1])
        return Sign("iso", day, text) if day else Sign("word", 0, text)
    clock = len(parts) == 2 and "." in text and 13 <= parts[0] < 24 and parts[1] < 60  # 19.45
    if max(parts[:2]) > 31 and not clock:
        return Sign("word", 0, text)
    return Sign("numeric", parts, text)


def _clock(text: str) -> Sign:
    digits = [int(part) for part in re.findall(r"\d+", text)]
    if len(digits) == 1 and digits[0] > 99:
        digits = list(divmod(digits[0], 100))
    hour, minute, second = (*digits, 0, 0)[:3]
    if hour > 24:
        return Sign("word", 0, text)
    return Sign("clock", time(hour % 24, minute, second), text)


def _worded(
    typed: list[tuple[str, str]], at: int, language: str, kinds: list[str]
) -> tuple[tuple[Sign, ...], int]:
    """A number or a word, or the longest phrase that begins with it."""
    together = takewhile(lambda token: token[0] in _SPEAKING, typed[at : at + 6])
    texts = tuple(text for _, text in together)
    counted = _follows_number(kinds) and not _two_numbers(typed, at, language)
    if counted and texts and texts[0] in lexicon.months(language):
        return (Sign("month", lexicon.months(language)[texts[0]], texts[0]),), 1
    for size in range(len(texts), 0, -1):
        if found := lexicon.phrases(language).get(" ".join(texts[:size])):
            return found, size
    if typed[at][0] in {"number", "mixed"}:
        return (_number(typed[at][1]),), 1
    return _spelled(texts, language)


def _two_numbers(typed: list[tuple[str, str]], at: int, language: str) -> bool:
    """ "Dez de dez" is ten out of ten; "10 de dez" is in December."""
    spelled = words.values(language, "numbers")
    before = (text for _, text in typed[max(0, at - 2) : at])
    return typed[at][1] in spelled and any(text in spelled for text in before)


_SPEAKING = frozenset({"word", "number", "mixed", "ampm"})
_NUMBERED = frozenset({"number", "mixed", "numeric", "clock"})


def _follows_number(kinds: list[str]) -> bool:
    """Whether "sept", "dez" or "mar" can only be a month here: "14 sept", "3 de mar"."""
    back = [kind for kind in kinds[-3:] if kind not in {"of", "sep"}]
    return bool(back) and back[-1] in _BEFORE_MONTH


def _number(text: str) -> Sign:
    if ordinal := tokens.ORDINAL.fullmatch(text):
        return Sign("ordinal", int(ordinal[1]), text)
    if not text.isdecimal() or len(text) > 4:
        return Sign("word", 0, text)
    if len(text) == 4 and text[0] == "0" and int(text) < 1000 and int(text) % 100 < 60:
        return Sign("clock", time(*divmod(int(text), 100)), text)
    if len(text) == 4 and 1900 <= int(text) <= 2100:
        return Sign("year", int(text), text)
    return Sign("number", int(text), text)


def _spelled(texts: tuple[str, ...], language: str) -> tuple[tuple[Sign, ...], int]:
    if count := counts.spelled(texts, 0, language):
        if 2000 <= count.value <= 2100:
            return (Sign("year", count.value, "spelled"),), count.after
        kind = "ordinal" if count.ordinal else "number"
        return (Sign(kind, count.value, "spelled"),), count.after
    meant = (
        lexicon.speller(language).known(texts[0]) if len(texts[0]) >= spelling.SHORTEST else None
    )
    if meant and max(len(meant), len(texts[0])) > spelling.SHORTEST:
        return lexicon.phrases(language)[meant], 1
    return (Sign("word", 0, texts[0]),), 1
