"""How much later or earlier than the time that is spoken of: "15 min later", "media hora antes"."""

import re

from flows.reading import words
from flows.reading.free.clauses import granted
from flows.reading.replies import Unclear, plain
from flows.reading.words import meet

_GLUED = re.compile(r"(\d+)([a-z]+)")
_MOST = 12 * 60  # minutes
_QUARTER, _HALF, _HOUR = 15, 30, 60

Said = tuple[str, ...]


def shift(text: str, language: str) -> int:
    """By how many minutes; less than none is earlier. Nothing else may be said."""
    said = _plain(granted(text, language))
    for at in range(len(said)):
        minutes, after = _length(said, at, language)
        before, way = said[:at], 0
        if minutes:
            way, after = _way(said, after, language)
        if minutes and not way:
            way, before = _put(before, language)
        if way:
            rest = (*before, *said[after:])
            if minutes > _MOST or not meet.phrases(language, "spare").issuperset(rest):
                break
            return way * minutes
    raise Unclear(text)


def _put(said: Said, language: str) -> tuple[int, Said]:
    """Which way it is to be put, "push it an hour", and what else stands before the length."""
    for entry, way in (("put_off", 1), ("bring_forward", -1)):
        for at in range(len(said)):
            if size := words.longest(meet.phrases(language, entry), said, at):
                return way, (*said[:at], *said[at + size :])
    return 0, said


def same_hour(text: str, language: str) -> bool:
    """Whether the hour is that of the time that is spoken of: "same time friday"."""
    said = plain(text)
    named = meet.phrases(language, "same_hour")
    return any(words.longest(named, said, at) for at in range(len(said)))


def week_later(text: str, language: str) -> bool:
    """Whether it is the same time a week later: "same time next week". Nothing else may be said."""
    found, said = same_hour(text, language), _plain(granted(text, language))
    for at in range(len(said)):
        if size := words.longest(meet.phrases(language, "week_later"), said, at):
            rest = (*said[:at], *said[at + size :])
            return found and meet.phrases(language, "spare").issuperset(rest)
    return False


def _plain(text: str) -> Said:
    return tuple(word for one in plain(text) for word in _GLUED.sub(r"\1 \2", one).split())


def _length(said: Said, at: int, language: str) -> tuple[int, int]:
    """How many minutes are said here, and where that ends; none where no length is."""
    for entry, minutes in (("half_hour", _HALF), ("quarter_hour", _QUARTER)):
        if size := words.longest(meet.phrases(language, entry), said, at):
            return minutes, at + size
    if half := _hour_and_half(said, at, language):
        return _HOUR + _HALF, at + half
    many = _count(said[at], language)
    if size := words.longest(meet.phrases(language, "minutes"), said, at + 1):
        return many, at + 1 + size
    if size := words.longest(meet.phrases(language, "hours"), said, at + 1):
        return many * _HOUR, at + 1 + size
    return 0, at


def _hour_and_half(said: Said, at: int, language: str) -> int:
    """ "An hour and a half", "hora y media": how many words it takes."""
    led = int(said[at] in meet.phrases(language, "one"))
    hour = words.longest(meet.phrases(language, "hours"), said, at + led)
    half = words.longest(meet.phrases(language, "and_half"), said, at + led + hour)
    return led + hour + half if hour and half else 0


def _count(word: str, language: str) -> int:
    if word.isdecimal():
        return int(word) if len(word) < 4 else 0
    if word in meet.phrases(language, "one"):
        return 1
    return words.values(language, "numbers").get(word, 0)


def _way(said: Said, at: int, language: str) -> tuple[int, int]:
    for entry, way in (("later", 1), ("earlier", -1)):
        if size := words.longest(meet.phrases(language, entry), said, at):
            return way, at + size
    return 0, at
