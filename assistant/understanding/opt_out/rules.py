"""What one language's tables say about wanting no more messages, and how sure that is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from assistant.understanding import patterns


class Sense(IntEnum):
    """How sure it is that somebody wants no more messages."""

    NOTHING = 0
    DOUBTFUL = 1
    SURE = 2


@dataclass(frozen=True)
class Request:
    """Ways of asking, and what stands right before them when it is no request at all."""

    said: tuple[str, ...]
    unless: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True)
class Refusals:
    """One language's tables: kinds of words, and the rules over them (see wording.rules).

    What stands before a request `denied` or `doubted`; in its clause it is `dismissed`, in or
    after it `narrowed`. `doubts` are whole messages.
    """

    words: Mapping[str, str]
    requests: tuple[Request, ...]
    denied: tuple[str, ...]
    dismissed: tuple[str, ...]
    doubted: tuple[str, ...]
    narrowed: tuple[str, ...]
    doubts: tuple[str, ...]
    respelt: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class _Compiled:
    said: re.Pattern[str]
    unless: re.Pattern[str]
    sure: bool


class Judge:
    """One language's tables, compiled."""

    def __init__(self, tables: Refusals, foreign: Iterable[str] = ()) -> None:
        self._known = known = patterns.grammar(tables.words, tables.respelt, foreign)
        self._requests = [
            _Compiled(
                patterns.rules(known, each.said), patterns.rules(known, each.unless), each.sure
            )
            for each in tables.requests
        ]
        needed = [rule for each in tables.requests for rule in each.said]
        self._ways = _by_anchor(known, needed)
        self._doubtful = patterns.anchors(known, tables.doubts)
        # The cheap first test: most messages hold no word that any request needs.
        self.anchors = self._doubtful.union(self._ways)
        self._denied = patterns.rules(known, tables.denied)
        self._dismissed = patterns.rules(known, tables.dismissed)
        self._doubted = patterns.rules(known, tables.doubted)
        self._narrowed = patterns.rules(known, tables.narrowed)
        self._doubts = patterns.rules(known, tables.doubts)

    def sense(self, said: Sequence[str]) -> Sense:
        letters = patterns.read(self._known, said)
        found = Sense.NOTHING
        # Only the rules whose rarest word was said: an expression of all of them takes long.
        asking = self.anchors.intersection(said)
        if any(way.search(letters) for word in asking for way in self._ways.get(word, ())):
            found = max(self._heard(each, letters) for each in self._requests)
        if found is Sense.NOTHING and self._is_doubtful(said, letters):
            return Sense.DOUBTFUL
        return found

    def _is_doubtful(self, said: Sequence[str], letters: str) -> bool:
        if self._doubtful.isdisjoint(said):
            return False
        return bool(self._doubts.fullmatch(letters.replace(",", "")))

    def _heard(self, request: _Compiled, letters: str) -> Sense:
        found = Sense.NOTHING
        for match in request.said.finditer(letters):
            start = letters.rfind(",", 0, match.start()) + 1
            before = letters[start : match.start()]
            asked = _clause(letters, match.start())
            if not (request.unless.search(before) or self._is_other(before, asked)):
                found = max(found, self._sure(request, before, asked))
        return found

    def _is_other(self, before: str, asked: str) -> bool:
        """Whether it is denied, asked about, said of somebody else, or meant for something else."""
        return bool(self._denied.search(before) or self._dismissed.search(before + asked))

    def _sure(self, request: _Compiled, before: str, asked: str) -> Sense:
        if not request.sure or self._doubted.search(before) or self._narrowed.search(asked):
            return Sense.DOUBTFUL
        return Sense.SURE


def _by_anchor(known: patterns.Grammar, rules: Iterable[str]) -> dict[str, list[re.Pattern[str]]]:
    """The rules, each by the words of which it needs one."""
    ways: dict[str, list[re.Pattern[str]]] = {}
    for rule in rules:
        way = patterns.rules(known, [rule])
        for word in patterns.anchors(known, [rule]):
            ways.setdefault(word, []).append(way)
    return ways


def _clause(letters: str, start: int) -> str:
    return letters[start:].partition(",")[0]
