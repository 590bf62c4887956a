"""What stands in a text's place for a value: an answer, an option, a day, somebody's own words."""

from collections.abc import Callable
from datetime import date, time
from functools import lru_cache

import regex
from babel.lists import format_list

from assistant.channels.sms import alphabet, unseen
from assistant.channels.sms.alphabet import Letters
from assistant.rendering import countries, dates, hours
from assistant.rendering.translations import Reader, translate
from flows.engine.states import Option

LONGEST = 40
SHORT = 60
SENTENCE = 100  # the programme's own

_unseen = regex.compile(r"[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+").sub
_unsendable = regex.compile(r"[\0\p{Cs}]+").sub
_graphemes = regex.compile(r"\X").finditer
_vowel_i = regex.compile(r"h?[ií](?![aeo])", regex.IGNORECASE).match


def shown(value: object, spec: str, reader: Reader) -> str:
    """A value as its placeholder wants it, for this reader; a value never raises."""
    return _SHOWN[spec](value, reader)


def label(option: Option, reader: Reader) -> str:
    """An option in this reader's words."""
    text = option.label
    if not option.own:
        text = translate(text, reader.language, reader.formal, reader.country)
    return _within(text, LONGEST, reader)


def _plainly(value: object, reader: Reader) -> str:
    return _said(value, LONGEST, reader)


def _short(value: object, reader: Reader) -> str:
    return _said(value, SHORT, reader)


def _sentence(value: object, reader: Reader) -> str:
    return _said(value, SENTENCE, reader)


def _said(value: object, most: int, reader: Reader) -> str:
    match value:
        case str():
            return _within(value, most, reader)
        case Option():
            return label(value, reader)
        case None | bool():
            return ""
        case int():
            return _within(str(value), most, reader)
        case float():
            return f"{value:g}"
        case list() | tuple():
            return _listed(value, reader)
        case _:
            return ""


def _listed(value: object, reader: Reader) -> str:
    if not isinstance(value, list | tuple):
        return _said(value, LONGEST, reader)
    items = tuple(text for one in value if (text := _item(one, reader)))
    return _together(items, reader.language)


def _item(one: object, reader: Reader) -> str:
    match one:
        case [_, str(text)]:  # a programme or a topic, by its id
            return _within(text, LONGEST, reader)
        case list() | tuple():
            return ""
        case _:
            return _said(one, LONGEST, reader)


@lru_cache(maxsize=4096)
def _together(items: tuple[str, ...], language: str) -> str:
    text: str = format_list(items, locale=countries.locale(language, ""))
    if language == "es" and len(items) > 1 and _vowel_i(items[-1]):
        first = text[: -len(items[-1])]
        return first.removesuffix("y ") + "e " + items[-1] if first.endswith(" y ") else text
    return text


def _relayed(value: object, reader: Reader) -> str:
    if not isinstance(value, str):
        return _said(value, LONGEST, reader)
    if reader.letters is not Letters.WRITTEN:
        value = unseen.without(value)
    return value if value.isprintable() else str(_unsendable("", value))


def _within(text: str, most: int, reader: Reader) -> str:
    if not text.isprintable():
        text = " ".join(_unseen(" ", text).split())
    if reader.letters is not Letters.WRITTEN:
        text = alphabet.shown(unseen.without(text), reader.letters)
    return text if len(text) <= most else _cut(text, most - 3) + "..."


def _cut(text: str, most: int) -> str:
    """The beginning, up to a word if that loses little, and never half a character."""
    space = text.rfind(" ", most // 2, most + 1)
    if space > 0:
        return text[:space].rstrip(" ,;:")
    ends = (found.end() for found in _graphemes(text[: 2 * most]))
    return text[: max((end for end in ends if end <= most), default=0)]


def _date(value: object, reader: Reader) -> str:
    return _timely(value, "date", reader)


def _weekday(value: object, reader: Reader) -> str:
    return _timely(value, "weekday", reader)


def _on_weekday(value: object, reader: Reader) -> str:
    return _timely(value, "onweekday", reader)


def _time(value: object, reader: Reader) -> str:
    return _timely(value, "time", reader)


def _when(value: object, reader: Reader) -> str:
    return _timely(value, "when", reader)


def _week(value: object, reader: Reader) -> str:
    if not isinstance(value, str):
        return _said(value, LONGEST, reader)
    return _within(hours.said(value, reader.language, reader.country), hours.MOST, reader)


def _timely(value: object, spec: str, reader: Reader) -> str:
    if isinstance(value, date | time):
        value = value.isoformat()
    if not isinstance(value, str):
        return _said(value, LONGEST, reader)
    try:
        text = dates.said(value, spec, reader.language, reader.zone, reader.country)
    except (ValueError, OverflowError):  # not a day: what was written instead of one
        text = value
    return _within(text, LONGEST, reader)


_SHOWN: dict[str, Callable[[object, Reader], str]] = {
    "": _plainly,
    "short": _short,
    "sentence": _sentence,
    "list": _listed,
    "relayed": _relayed,
    "date": _date,
    "weekday": _weekday,
    "onweekday": _on_weekday,
    "time": _time,
    "when": _when,
    "week": _week,
}
SPECS = frozenset(_SHOWN)
