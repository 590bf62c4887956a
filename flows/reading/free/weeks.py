"""The words of a week as somebody says when they are free: days, parts of them, hours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import islice

from flows.reading import spelling, words
from flows.reading.replies import bounded, folded
from flows.reading.words.free import PHRASES

_TOKEN = re.compile(
    r"(?P<clock>(?<!\d)\d\d?(?:\s?[:h.]\s?[0-5]\d(?!\d)|\s?h(?:rs?|s)?(?![a-z]))?"
    r"(?:\s?[ap]\.?\s?m\b\.?|[ap]\b)?)(?:ish)?(?!\d)"
    r"|(?P<word>[^\W\d_]+|\d+[a-z]*)"
    r"|(?P<mark>[,;.!?:\n/&+\-])"
)
_MARKS = {"-": "to", "/": "or", "&": "and", "+": "onwards", ",": "comma", ":": "colon", "?": "asks"}
_OFF = re.compile(r":[ \t]*(?:-+|x|no|/)[ \t]*(?=$|[\n,;])", re.MULTILINE)  # "Friday: -"
_PACKED = re.compile(r"(?<![\d:.])([01]\d|2[0-3])([0-5]\d)(?![\d:.])")  # "0900-1200"
_SHORT = 3  # letters: "mar", "set" and "may" are other words, too
_LONGEST = 5
_MOST = 120  # words and signs
_SINGLE: Mapping[str, frozenset[int]] = {
    "everyday": frozenset(range(7)),
    "weekdays": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A word, number or mark: what it may be, the days it names, or the hour."""

    kinds: frozenset[str]
    days: frozenset[int] = frozenset()
    hour: time | None = None
    bare: bool = False  # an hour on either side of noon
    plain: bool = False  # a number that need not be an hour
    doubtful: bool = False  # "sat", "sun": also something else
    spelled: bool = False  # a number in words, which need not count anything

    def may_be(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


def read(text: str, language: str) -> list[Sign]:
    """The signs of a text; what is not known is a "word"."""
    tokens = _tokens(text, language)
    return list(_signs(tokens, _language(language)))


def _language(language: str) -> str:
    return language[:2] if language[:2] in PHRASES else "en"


def _tokens(text: str, language: str) -> list[tuple[str, str]]:
    plain = _OFF.sub(": none", folded(bounded(text))).replace("24/7", "always").replace("~", "-")
    plain = _PACKED.sub(r"\1:\2", plain.replace("n/a", "none"))
    plain = plain.replace("'", "" if _language(language) == "en" else " ")
    matches = islice(_TOKEN.finditer(plain), _MOST)
    # An hour without what only makes it rough: "4ish".
    found = [(kind := match.lastgroup or "", match[kind]) for match in matches]
    known = _lexicon(_language(language))
    return [
        (kind, _spelt(text, _language(language)))
        for at, (kind, text) in enumerate(found)
        if not (text == "." and at and found[at - 1][1] in known and known[found[at - 1][1]].days)
        or at + 1 == len(found)
    ]


def _spelt(text: str, language: str) -> str:
    """The word of a phrase that was meant, or the text itself."""
    meant = _speller(language).known(text) if len(text) >= spelling.SHORTEST else None
    return meant or text


def _signs(tokens: list[tuple[str, str]], language: str) -> Iterator[Sign]:
    at = 0
    while at < len(tokens):
        kind, text = tokens[at]
        found, size = _phrase(tokens, at, language)
        if found:
            yield found
        elif kind == "clock":
            yield _clock(text)
        elif kind == "mark":
            yield Sign(frozenset({_MARKS.get(text, "stop")}))
        else:
            kinds = {"letter", "word"} if len(text) == 1 else {"word"}
            yield Sign(frozenset({"left"} if text[0].isdigit() else kinds))
        at += size


def _phrase(tokens: list[tuple[str, str]], at: int, language: str) -> tuple[Sign | None, int]:
    """The longest phrase that begins here; a hyphen may stand within."""
    texts = [text for kind, text in tokens[at : at + _LONGEST]]
    for size in range(len(texts), 0, -1):
        hyphened = texts[0] == "-" or texts[size - 1] == "-"
        joined = " ".join(text for text in texts[:size] if text != "-")
        found = None if hyphened else _lexicon(language).get(joined)
        if found and not (found.may_be("onwards") and size > 1 and _counts(tokens, at + size)):
            return found, size
    return None, 1


def _counts(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether an hour comes: "mondays and after 4", and not "4 and after"."""
    return at < len(tokens) and tokens[at][0] == "clock"


def _clock(text: str) -> Sign:
    hour, minute = (*(int(part) for part in re.findall(r"\d+", text)), 0)[:2]
    if hour > 24:
        return Sign(frozenset({"left"}))
    mark = re.search(r"[ap](?=\.?\s?m|$)", text)
    if mark and hour <= 12:
        return Sign(frozenset({"hour"}), hour=time(hour % 12 + 12 * (mark[0] == "p"), minute))
    bare = "h" not in text and not text.startswith("0") and hour <= 12
    return Sign(
        frozenset({"hour"}), hour=time(hour % 24, minute), bare=bare, plain=text.isdecimal()
    )


@lru_cache(maxsize=8)
def _lexicon(language: str) -> dict[str, Sign]:
    kinds: dict[str, set[str]] = {}
    for kind, listed in PHRASES[language].items():
        for phrase in words.spellings(listed):
            kinds.setdefault(phrase, set()).add(kind)
    lexicon = {phrase: _sign(frozenset(found)) for phrase, found in kinds.items()}
    for phrase, number in words.values(language, "numbers").items():
        if 1 <= number <= 24 and phrase not in kinds:
            bare = number <= 12
            lexicon[phrase] = Sign(
                frozenset({"hour"}), hour=time(number % 24), bare=bare, plain=True, spelled=True
            )
    lexicon |= dict.fromkeys(_months(language) - lexicon.keys(), Sign(frozenset({"left"})))
    return lexicon | dict(_weekdays(language))


def _months(language: str) -> frozenset[str]:
    """The names of months, which make it one day, and none of every week."""
    tables = (words.own(language), words.own("en"))
    found = (name for table in tables for names in table.months for name in words.spellings(names))
    return frozenset(name for name in found if len(name) > _SHORT)


def _sign(kinds: frozenset[str]) -> Sign:
    days = frozenset[int]().union(*(_SINGLE.get(kind, ()) for kind in kinds))
    return Sign(kinds, days, hour=time(23, 59) if "midnight" in kinds else None)


def _weekdays(language: str) -> Iterator[tuple[str, Sign]]:
    doubtful = set(words.spellings(words.own(language).signs["doubtful"]))
    for day, listed in enumerate(words.own(language).weekdays):
        for phrase in words.spellings(listed):
            named = Sign(frozenset({"day"}), frozenset({day}), doubtful=phrase in doubtful)
            yield phrase, named
            if len(phrase) > 2:
                yield f"{phrase}s", Sign(frozenset({"day"}), frozenset({day}))
    yield from ((plural, Sign(frozenset({"day"}), days)) for plural, days in _PLURALS[language])


_PLURALS: Mapping[str, tuple[tuple[str, frozenset[int]], ...]] = {
    "en": (
        *(("tuesdys", frozenset({1})), ("wensdays", frozenset({2}))),
        *((text, frozenset(range(5))) for text in ("m f", "m to f", "m through f", "m thru f")),
        *((text, frozenset({0, 2, 4})) for text in ("mwf", "m w f", "m / w / f", "m , w , f")),
        *((text, frozenset({1, 3})) for text in ("tth", "t th", "tuth", "tu th", "t / th")),
        *((text, frozenset({0, 2})) for text in ("mw", "m w", "m / w")),
    ),
    "es": tuple((text, frozenset(range(5))) for text in ("l a v", "l v", "de l a v")),
    "fr": tuple((text, frozenset(range(5))) for text in ("l a v", "l v")),
    "pt": (("segundas feiras", frozenset({0})), ("sextas feiras", frozenset({4}))),
}


@lru_cache(maxsize=8)
def _speller(language: str) -> spelling.Speller:
    lexicon = _lexicon(language)
    known = {word for phrase in lexicon for word in phrase.split()}
    days = {word: lexicon[word].days for word in known if word in lexicon}
    return spelling.Speller({word: days.get(word) or spelling.sound(word) for word in known})
