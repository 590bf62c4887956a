"""A phrase about when, cut into words, numbers, clocks, dates and marks."""

import re
from functools import lru_cache

from flows.reading import lexicon
from flows.reading.replies import bounded, folded

ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ere|eme|e|o|a|ro|ra)")
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d?-\d\d?(?!\d|-\d))(?:t(?=\d))?"
    r"|(?P<solid>(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
    r"|(?P<clock>(?<![\d.,:/])\d\d?(?::[0-5]\d(?::[0-5]\d)?(?!\d)|\s?h\s?[0-5]\d(?!\d|\s?/)|\s?h(?![a-z])))"
    r"|(?P<numeric>(?<![\d.,:/-])(?:\d{4}[/.-]\d\d?[/.-]\d\d?"
    r"|\d\d?(?:\s?/\s?|[.-])\d\d?(?:(?:\s?/\s?|[.-])(?:\d{4}|\d\d?))?)"
    r"(?![\d%€$£]|[.,:/-]\d|\s?[ap]\s?\.?\s?m\b|\s?[ap]\b(?!\s\w)))"
    r"|(?P<dotted>(?<![\d.,:/])\d\d?\.(?:[0-5]\d)?(?=\s?[ap]\b|\s?[ap]\s?\.?\s?m\b))"
    r"|(?P<packed>(?<!\d)\d{1,2}[0-5]\d(?=\s?[ap]\s?\.?\s?m\b))"
    r"|(?P<mixed>\d+[a-z]+(?=$|[^a-z\d]))"
    r"|(?P<number>\d+)"
    r"|(?P<ampm>[ap]\s?\.?\s?m\b(?:\s?\.)?|(?<=\d)[ap]\b|(?<=\d\s)[ap]\b(?=$|\W*$))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[,/.\-@!?;:%€$£])"
)
_CODED = re.compile(r"[a-z]+\d[a-z]*|\d[a-z]+\d")
_ELISION = re.compile(r"\b(?:[ldjmtsnc]|qu)'(?=[a-z])")
_JOINED = re.compile(r"(?<=[^\W\d_])[-'](?=[^\W\d_])")
_ENGLISH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_GLUED = re.compile(r"(\d+)([a-z]+)")


def read(phrase: str, language: str) -> list[tuple[str, str]]:
    """What kind of token each is, and its text."""
    text = folded(bounded(phrase)).replace("o'clock", "oclock")
    if language.startswith("fr"):
        text = _ELISION.sub("", text.replace("aujourd'hui", "aujourdhui"))
    text = _JOINED.sub(lambda joint: " " if joint[0] == "-" else "", text)
    found = [_kept(match) for match in _tokens(language).finditer(text)]
    parted = (_apart(found, at, language) for at in range(len(found)))
    return [part for tokens in parted for token in tokens for part in _parted(token, language)]


@lru_cache(maxsize=8)
def _tokens(language: str) -> re.Pattern[str]:
    """The tokens, and the words of a language that hold a digit: "dem1", "b4"."""
    known = {word for phrase in lexicon.phrases(language) for word in phrase.split()}
    coded = "|".join(sorted(filter(_CODED.fullmatch, known), key=len, reverse=True))
    return re.compile(rf"(?P<coded>\b(?:{coded})\b)|{_TOKEN.pattern}" if coded else _TOKEN.pattern)


def _kept(match: re.Match[str]) -> tuple[str, str]:
    kind = match.lastgroup or ""
    return "word" if kind == "coded" else kind, match[0]


def _apart(found: list[tuple[str, str]], at: int, language: str) -> list[tuple[str, str]]:
    """The hour and the day in "7h 20 mars"."""
    kind, text = found[at]
    then = [text for _, text in found[at + 1 : at + 3] if text not in {"de", "do", "del"}]
    if kind != "clock" or " " not in text or not then or then[0] not in lexicon.months(language):
        return [found[at]]
    hour, _, day = text.rpartition(" ")
    return [(kind, hour), ("number", day)]


def _parted(token: tuple[str, str], language: str) -> list[tuple[str, str]]:
    """The number and the unit in "30min"; "2moro" and "1st" stay whole."""
    kind, text = token
    glued = _GLUED.fullmatch(text)
    ordinal = _ENGLISH if language.startswith("en") else ORDINAL
    if kind != "mixed" or not glued or text in lexicon.phrases(language) or ordinal.fullmatch(text):
        return [token]
    if glued[2] == "ish":
        return [("mark", "@"), ("number", glued[1])]
    return [
        ("number", glued[1]),
        ("ampm" if glued[2] in {"am", "pm", "a", "p", "ampm"} else "word", glued[2]),
    ]
