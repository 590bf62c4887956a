"""A place that is named beside a time: "saturday at the library"."""

from collections.abc import Sequence

from flows.reading import hearing, labels, naming, words
from flows.reading.labels import Offered
from flows.reading.lexicon import BOUND
from flows.reading.naming import Named
from flows.reading.replies import Unclear, plain
from flows.reading.when import signs
from flows.reading.words import meet

_ALTERING = frozenset(
    words.spellings(
        "weekday, day, clock, number, month, ordinal, part, numeric, iso, feast, ampm, hour, unit, "
        "later, half, quarter"
    )
)


def place(text: str, options: Sequence[Offered], language: str) -> str:
    """The one of some places that is named, in full or as such places are called, "library", and
    no other place beside it; "" for none."""
    found, said = _named(text, options, language), set(plain(text))
    if not found:
        return ""
    option, first, after = found
    called = meet.phrases(language, "places")
    spoken = labels.texts(hearing.hear(text, language).typed[first:after])
    known = {word for label in labels.labels(option) for word in label} | set(spoken)
    meant = labels.stands(spoken, option) or called.issuperset(spoken)
    return option.token if meant and not called & said - known else ""


def beside(text: str, options: Sequence[Offered], language: str) -> str:
    """What is said beside the one option that is named."""
    if not (found := _named(text, options, language)):
        return text
    _option, first, after = found
    heard = hearing.hear(text, language)
    start, end = heard.typed[first].start, heard.typed[after - 1].end
    return f"{heard.text[:start]} {heard.text[end:]}".strip()


def alters(text: str, known: str, language: str) -> bool:
    """Whether what is said beside a place may change something: a time, a number, another place,
    a not, a "but", a question."""
    said = words.phrases(language, "negations") | words.phrases(language, "contrasts")
    if "?" in text or not said.isdisjoint(plain(text)) or names_place(text, known, language):
        return True
    found = signs.read(text, language)
    return any(sign.kind in _ALTERING or sign.value == BOUND for sign in found)


def names_place(text: str, known: str, language: str) -> bool:
    """Whether a place is named beside the time, and not the one that is known."""
    return not (meet.phrases(language, "places") & set(plain(text))) <= set(plain(known))


def _named(text: str, options: Sequence[Offered], language: str) -> Named | None:
    try:
        found = naming.named(hearing.hear(text, language).typed, options, language)
    except Unclear:
        return None
    return found[0] if len(found) == 1 else None
