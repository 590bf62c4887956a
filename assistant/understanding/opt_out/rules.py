"""What one language's tables say about wanting no more messages, and how sure that is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

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
class _Rules:
    """Some rules, and their expression over letters, made when it is first looked for."""

    known: patterns.Grammar
    written: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return patterns.rules(self.known, self.written)


class _Compiled(NamedTuple):
    said: _Rules
    unless: _Rules
    sure: bool


class _Way(NamedTuple):
    """One rule, and of which sets of words it needs one each."""

    needs: tuple[frozenset[str], ...]
    rules: _Rules


class Judge:
    """One language's tables, compiled."""

    def __init__(self, tables: Refusals, foreign: Iterable[str] = ()) -> None:
        self._known = known = patterns.grammar(tables.words, tables.respelt, foreign)
        self._requests = [
            _Compiled(_Rules(known, each.said), _Rules(known, each.unless), each.sure)
            for each in tables.requests
        ]
        self._ways = _by_anchor(known, [rule for each in tables.requests for rule in each.said])
        self._doubts = _by_anchor(known, tables.doubts)
        # The cheap first test: most messages hold no word that any request needs.
        self.anchors = frozenset(self._ways).union(self._doubts)
        self._denied = _Rules(known, tables.denied)
        self._dismissed = _Rules(known, tables.dismissed)
        self._doubted = _Rules(known, tables.doubted)
        self._narrowed = _Rules(known, tables.narrowed)

    def sense(self, said: Sequence[str]) -> Sense:
        # Only the rules whose words were said: an expression of all of them takes long.
        every = frozenset(said)
        asking = self.anchors.intersection(every)
        ways, doubts = _possible(self._ways, asking, every), _possible(self._doubts, asking, every)
        if not (ways or doubts):
            return Sense.NOTHING
        letters, found = patterns.read(self._known, said), Sense.NOTHING
        if any(way.search(letters) for way in ways):
            found = max(self._heard(each, letters) for each in self._requests)
        if found is Sense.NOTHING and doubts:
            whole = letters.replace(",", "")
            return Sense.DOUBTFUL if any(one.fullmatch(whole) for one in doubts) else found
        return found

    def _heard(self, request: _Compiled, letters: str) -> Sense:
        found = Sense.NOTHING
        for match in request.said.pattern.finditer(letters):
            start = letters.rfind(",", 0, match.start()) + 1
            before = letters[start : match.start()]
            asked = _clause(letters, match.start())
            if not (request.unless.pattern.search(before) or self._is_other(before, asked)):
                found = max(found, self._sure(request, before, asked))
        return found

    def _is_other(self, before: str, asked: str) -> bool:
        """Whether it is denied, asked about, said of somebody else, or meant for something else."""
        return bool(
            self._denied.pattern.search(before) or self._dismissed.pattern.search(before + asked)
        )

    def _sure(self, request: _Compiled, before: str, asked: str) -> Sense:
        if (
            not request.sure
            or self._doubted.pattern.search(before)
            or self._narrowed.pattern.search(asked)
        ):
            return Sense.DOUBTFUL
        return Sense.SURE


def _by_anchor(known: patterns.Grammar, rules: Iterable[str]) -> dict[str, list[_Way]]:
    """The rules, each by the words of which it needs one."""
    ways: dict[str, list[_Way]] = {}
    for rule in rules:
        needs = sorted({known.words[kind] for kind in patterns.needed(rule)}, key=len)
        way = _Way(tuple(needs), _Rules(known, (rule,)))
        for word in patterns.anchors(known, [rule]):
            ways.setdefault(word, []).append(way)
    return ways


def _possible(
    ways: Mapping[str, Sequence[_Way]], asking: Iterable[str], every: frozenset[str]
) -> list[re.Pattern[str]]:
    """The rules of which every part may have been said."""
    return [
        way.rules.pattern
        for word in asking
        for way in ways.get(word, ())
        if not any(map(every.isdisjoint, way.needs))
    ]


def _clause(letters: str, start: int) -> str:
    return letters[start:].partition(",")[0]
