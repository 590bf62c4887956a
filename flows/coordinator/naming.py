"""Whom a coordinator means by a name, and what of their words comes after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from flows.engine.values import Facts
from flows.reading import replies

# Between an order and a name: "write to Jay", "qui est Jay".
_LINKED = (
    "to for of with the is a al de con es para pra pro ao o do da com e est avec pour on freeze"
    " hold match between la el le les entre pausa pause"
)
LINKS = frozenset(_LINKED.split())
ALIKE = 0.66  # "tasah" for "Tasha"; they are asked
AND = frozenset({"and", "y", "e", "et"})
_SIGNS = ":,;-.\u2013\u2014!?"


@dataclass(frozen=True)
class Found:
    """Those who may be meant, and what was said after the name; `sure` unless it was misspelt."""

    people: Sequence[Facts] = ()
    rest: str = ""
    sure: bool = True


def find(said: str, people: Sequence[Facts]) -> Found:
    """Whoever has the most of their name at the beginning; of one name alike, all of them."""
    typed = [word for word in replies.words(replies.bounded(said)) if word.folded[0].isalnum()]
    if not typed:
        return Found()
    spoken = [_bare(word.folded) for word in typed]
    counted = [(_stands(spoken, _names(one)), one) for one in people]
    most = max((count for count, _one in counted), default=0)
    if most:
        meant = [one for count, one in counted if count == most]
        return Found(meant, _after(said, typed[most - 1].end))
    if spoken[0] in LINKS and len(typed) > 1:
        return find(said[typed[0].end :], people)
    meant = [one for one in people if _alike(spoken[0], _names(one))]
    return Found(meant, _after(said, typed[0].end), sure=False)


def find_more(rest: str, people: Sequence[Facts]) -> Found:
    """Whoever is named next: "and Rosa"; and what was said after."""
    typed = replies.words(replies.bounded(rest))
    if len(typed) < 2 or typed[0].folded not in AND:
        return Found(rest=rest)
    more = find(rest[typed[0].end :], people)
    return more if more.people and more.sure else Found(rest=rest)


def with_more(found: Found, people: Sequence[Facts]) -> Found:
    """Those who are named one after the other, "Jay and Rosa", and what was said after them."""
    more = find_more(found.rest, people)
    return Found([*found.people, *more.people], more.rest, found.sure)


def _names(one: Facts) -> list[str]:
    return [_bare(word) for word in replies.plain(str(one["name"]))]


def _bare(word: str) -> str:
    """Without "'s", and without an apostrophe within."""
    return word.removesuffix("'s").replace("'", "")


def _stands(spoken: Sequence[str], names: Sequence[str]) -> int:
    """How many words of a name come first: its first one, or its last alone."""
    if not names or spoken[0] not in (names[0], names[-1]):
        return 0
    begins = names if spoken[0] == names[0] else names[-1:]
    count = 0
    for word, name in zip(spoken, begins, strict=False):
        if word != name and not (count and len(word) == 1 and name.startswith(word)):
            break
        count += 1
    return count


def _alike(word: str, names: Sequence[str]) -> bool:
    matcher = SequenceMatcher(b=word)
    for name in names[:1]:
        matcher.set_seq1(name)
        if len(word) > 2 and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            return True
    return False


def _after(said: str, end: int) -> str:
    return said[end:].strip().lstrip(_SIGNS).strip()
