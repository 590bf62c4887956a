"""What one table says of asking for something, and how sure that is while a question is open."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding import patterns
from flows.engine.intents import Table


@dataclass(frozen=True)
class _Way:
    """One way of asking: where it stands in its table, of which sets of words it needs one each,
    and its expressions over letters, made when they are first looked for."""

    known: patterns.Grammar
    rule: str
    order: int
    intent: int
    needs: tuple[frozenset[str], ...]
    alone: bool  # only all that was said counts
    surely: bool

    @cached_property
    def within(self) -> re.Pattern[str]:
        return patterns.rules(self.known, [self.rule])

    @cached_property
    def whole(self) -> re.Pattern[str]:
        around = f"(?:{self.known.kinds['FILL']}|,){{0,12}}"
        return re.compile(f"{around}(?:{self.within.pattern}){around}")


class Listener:
    """A table, compiled."""

    def __init__(self, table: Table, foreign: Iterable[str] = ()) -> None:
        self._known = known = patterns.grammar(table.words, foreign=foreign)
        self._names = [ways.name for ways in table.ways]
        self._unless = [patterns.rules(known, ways.unless) for ways in table.ways]
        # The ways of which a word is the rarest part; most messages hold no such word.
        self._ways: dict[str, list[_Way]] = {}
        for order, (intent, field, rule) in enumerate(_written(table)):
            way = _compiled(known, rule, order, intent, field)
            for word in patterns.anchors(known, [rule]):
                self._ways.setdefault(word, []).append(way)
        # One of these is in everything that the table knows.
        self.anchors = frozenset(self._ways)

    def find(self, said: Sequence[str], asked: bool) -> tuple[str, bool] | None:
        """What is asked for, and whether that is sure."""
        every = frozenset(said)
        ways = {
            way.order: way
            for word in self.anchors.intersection(every)
            for way in self._ways[word]
            if not any(map(every.isdisjoint, way.needs))
        }
        if not ways:
            return None
        letters = patterns.read(self._known, said)
        found: dict[int, bool] = {}
        for _, way in sorted(ways.items()):
            if (sure := _heard(way, letters, asked)) is not None:
                found[way.intent] = found.get(way.intent, False) or sure
        for intent in sorted(found):
            if not self._unless[intent].search(letters):
                return self._names[intent], found[intent]
        return None

    def surely(self, said: Sequence[str], name: str) -> bool:
        """Whether a way that is sure anywhere in a message asks for that."""
        letters = patterns.read(self._known, said)
        ways = (way for word in set(said) for way in self._ways.get(word, ()))
        return any(
            way.surely and self._names[way.intent] == name and way.within.search(letters)
            for way in ways
        )


def _written(table: Table) -> Iterator[tuple[int, str, str]]:
    for at, ways in enumerate(table.ways):
        for field in ("sure", "likely", "alone"):
            for rule in getattr(ways, field):
                yield at, field, rule


def _compiled(known: patterns.Grammar, rule: str, order: int, intent: int, field: str) -> _Way:
    needs = sorted({known.words[kind] for kind in patterns.needed(rule)}, key=len)
    return _Way(known, rule, order, intent, tuple(needs), field == "alone", field == "sure")


def _heard(way: _Way, letters: str, asked: bool) -> bool | None:
    """Whether it is sure; None when it is not asked for at all."""
    if way.alone:
        return not asked if way.whole.fullmatch(letters) else None
    if not way.within.search(letters):
        return None
    return not asked or (way.surely and bool(way.whole.fullmatch(letters)))
