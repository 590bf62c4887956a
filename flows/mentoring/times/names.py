"""The name of whom they meet, beside a time: "meet w rosa fri 6pm"."""

from collections.abc import Sequence

from flows import reading

_THEM = frozenset(["her", "him", "ella", "elle", "lui", "ela", "ele"])
_WITH = frozenset(["with", "w", "con", "avec", "com", "a"])


def without(names: Sequence[str], text: str) -> str:
    """The text without the first names of these people, and without a "with" before them; "her"
    and "him" can be nobody else."""
    firsts = {first for name in names for first in reading.plain(name)[:1]}
    firsts |= _THEM if firsts else set()
    if firsts.isdisjoint(reading.plain(text)):
        return text
    kept: list[str] = []
    for word in text.split():
        if firsts.isdisjoint(reading.plain(word)):
            kept.append(word)
        elif kept and not _WITH.isdisjoint(reading.plain(kept[-1])):
            kept.pop()
    return " ".join(kept)
