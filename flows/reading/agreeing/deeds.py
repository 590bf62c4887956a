"""Whether a yes tells that something has happened, where one asks that."""

from collections.abc import Sequence
from functools import lru_cache

from flows.reading import words
from flows.reading.agreeing.agreement import named_by
from flows.reading.agreeing.marks import Known, Mark, marks
from flows.reading.agreeing.verdicts import AGREEING, LEFT
from flows.reading.agreeing.yesno import picking
from flows.reading.labels import Offered
from flows.reading.replies import bounded, plain
from flows.reading.words import deeds


def happened(reply: str, options: Sequence[Offered], language: str) -> bool:
    """Whether a yes says so of what has been asked: not so "i will", "yes tomorrow" or "of course
    she forgot"."""
    parts = picking(bounded(reply), language)
    if _holds("amiss", parts, language):
        return False
    met = _holds("met", parts, language)
    if _holds("coming", parts, language) and not (met or _holds("past", parts, language)):
        return False
    named = named_by(tuple(options), language)
    said = _said(parts, _wishes(language), named, language)
    if not LEFT.isdisjoint(said):
        said = _said(parts, _loose(language), named, language)
        return met or not AGREEING.isdisjoint(said)
    return said != {Mark.SOFT} or not plain(reply)  # a thumb alone says so


def _said(parts: Sequence[Sequence[str]], soft: Known, named: Known, language: str) -> set[Mark]:
    return {mark for part in parts for mark in marks(part, language, {**soft, **named})}


def _holds(entry: str, parts: Sequence[Sequence[str]], language: str) -> bool:
    """Whether a phrase of the entry is said."""
    known = deeds.phrases(language, entry)
    return any(
        words.longest(known, said, at) for said in map(tuple, parts) for at in range(len(said))
    )


@lru_cache(maxsize=8)
def _wishes(language: str) -> Known:
    known = deeds.phrases(language, "wishes") | words.phrases(language, "assents")
    return dict.fromkeys(known, Mark.SOFT)


@lru_cache(maxsize=8)
def _loose(language: str) -> Known:
    return {**_wishes(language), **dict.fromkeys(deeds.phrases(language, "loose"), Mark.SOFT)}
