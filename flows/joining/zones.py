"""Where somebody is, as the zone whose clock is theirs: "lima", "I live in Chicago now"."""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from zoneinfo import available_timezones

from flows.reading import words
from flows.reading.replies import Unclear, plain
from flows.reading.words.zones import BESIDE, COMMON, ENGLISH, HERE, ZONES

_CONTINENTS = frozenset(
    {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
_BEGINS = 4  # words before it is said where


def zone(text: str, language: str) -> str:
    """The IANA zone of the one place that is named, and of nothing else; raises Unclear."""
    said, known = plain(text), _known(language)
    names, spare = frozenset(known), _spare(language)
    found: set[str] = set()
    at = 0
    while at < len(said):
        size = words.longest(names, said, at)
        if size:
            found.add(known[" ".join(said[at : at + size])])
        elif said[at] not in spare:
            raise Unclear(text)
        at += size or 1
    if len(found) != 1:
        raise Unclear(text)
    return found.pop()


def tells(text: str, language: str) -> bool:
    """Whether a text begins as if it told where somebody is: "im in lima"."""
    said, here = plain(text), _here(language)
    begun = said[:_BEGINS]
    if words.anchors(here).isdisjoint(said) or words.heads(here).keys().isdisjoint(begun):
        return False  # the cheap first test
    return any(words.longest(here, said, at) for at in range(len(begun)))


@cache
def _known(language: str) -> Mapping[str, str]:
    """The zone of each name of a place."""
    found: dict[str, str] = {}
    for name in sorted(available_timezones()):
        if name.partition("/")[0] in _CONTINENTS and (city := _city(name)) not in COMMON:
            found[city] = name
    tables = (ZONES, ENGLISH) if language == "en" else (ZONES,)
    for name, said in chain.from_iterable(table.items() for table in tables):
        for one in filter(None, (_city(name), *said.split(", "))):
            found[" ".join(plain(one))] = name
    return found


def _city(name: str) -> str:
    return " ".join(plain(name.rpartition("/")[2].replace("_", " ").replace("-", " ")))


@cache
def _here(language: str) -> frozenset[str]:
    return frozenset(" ".join(plain(one)) for one in HERE[language].split(","))


@cache
def _spare(language: str) -> frozenset[str]:
    """Words beside a place that change nothing."""
    beside = (" ".join(plain(one)) for one in BESIDE[language].split(","))
    return frozenset(word for one in (*beside, *_here(language)) for word in one.split())
