"""What is refused where a time or a place is asked for: a day, all that was offered, anything."""

from flows.reading import lexicon, words
from flows.reading.free.clauses import granted, refused
from flows.reading.lexicon import WEEKLY
from flows.reading.replies import plain
from flows.reading.when import signs
from flows.reading.when.proposals import either, spare
from flows.reading.words import meet


def refuses(text: str, language: str) -> bool:
    """Whether a day, or all that was offered, is refused and nothing is said instead: "not
    thursday", "none of those"."""
    said, none = plain(text), meet.phrases(language, "none_of_them")
    named = any(words.longest(none, said, at) for at in range(len(said)))
    if "?" in text or not (named or refused_weekdays(text, language)):
        return False
    parts = either(text, language)
    if len(parts) > 1 and not all(_weekdays(one, language) for one in parts):
        return False  # "friday at 5 or i cant"
    return spare(granted(text, language), language)


def names_place(text: str, known: str, language: str) -> bool:
    """Whether a place is named beside the time, and not the one that is known."""
    return not (meet.phrases(language, "places") & set(plain(text))) <= set(plain(known))


def denies(text: str, language: str) -> bool:
    """Whether it is all a no: "i'd rather not", "dont have a phone"."""
    return "?" not in text and bool(refused(text, language)) and not granted(text, language)


def refused_weekdays(text: str, language: str) -> frozenset[int]:
    """The days of the week that somebody cannot: "not thursday", "cant do mondays or tuesdays"."""
    return _weekdays(refused(text, language), language)


def _weekdays(text: str, language: str) -> frozenset[int]:
    days: set[int] = set()
    for sign in signs.read(text, language):
        every = sign.value == WEEKLY  # "mondays"
        named = lexicon.phrases(language).get(sign.text[:-1], ()) if every else (sign,)
        days |= {one.value for one in named if one.kind == "weekday" and isinstance(one.value, int)}
    return frozenset(days)
