"""What one table says of asking for something, and how sure that is while a question is open."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding import patterns

# What may stand round a request without making it another message; of kind FILL in each table.
FILLING = (
    "i im ill id we u you hey hi hello ok so and but cos bc because really just actually rn lol"
    " sorry soz omg for me us my a an the at to on of is it its this that again also any"
    " today tomorrow tmrw tmr 2day 2moro tonight now next week day morning afternoon later then"
    " monday tuesday wednesday thursday friday thu fri mon tue wed saturday sunday"
    " yo ya me mi lo la el los que q y pero es de del al hoy manana ahora porque perdon oye hola"
    " te se une uma um"
    " lunes martes miercoles jueves viernes semana proxima un una por con favor si"
    " je j me moi mon ma le les on c ce est qu il y et mais desole salut bonjour aujourd hui demain"
    " lundi mardi mercredi jeudi vendredi semaine prochaine pour du des d en au vous tu stp"
    " eu meu minha o os a as e mas oi ola hj hoje amanha agora desculpa gente da na no pra para"
    " segunda terca quarta quinta sexta semana q vem vc vcs com por uff omg pf aqui here"
)


@dataclass(frozen=True)
class Wish:
    """Ways of asking for one thing.

    `sure` and `likely` ways are heard anywhere in a message, `alone` as all that was said, and none
    when `unless` is in it. While a question is open only a `sure` way is sure, and only when it is
    all that was said.
    """

    name: str
    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """A table of kinds of words, and what is asked for with them (see wording.rules)."""

    words: Mapping[str, str]
    wishes: tuple[Wish, ...]


@dataclass(frozen=True)
class _Way:
    """One way of asking: where it stands in its table, of which sets of words it needs one each,
    and its expressions over letters."""

    order: int
    wish: int
    needs: tuple[frozenset[str], ...]
    within: re.Pattern[str] | None  # None when only all that was said counts
    whole: re.Pattern[str]
    surely: bool


class Listener:
    """A table, compiled."""

    def __init__(self, table: Wishes, foreign: Iterable[str] = ()) -> None:
        self._known = known = patterns.grammar(table.words, foreign=foreign)
        self._names = [wish.name for wish in table.wishes]
        self._unless = [patterns.rules(known, wish.unless) for wish in table.wishes]
        # The ways of which a word is the rarest part; most messages hold no such word.
        self._ways: dict[str, list[_Way]] = {}
        for order, (wish, field, rule) in enumerate(_written(table)):
            way = _compiled(known, rule, order, wish, field)
            for word in patterns.anchors(known, [rule]):
                self._ways.setdefault(word, []).append(way)
        # One of these is in everything that the table knows.
        self.anchors = frozenset(self._ways)

    def find(self, said: Sequence[str], asked: bool) -> tuple[str, bool] | None:
        """What is asked for, and whether that is sure."""
        every = frozenset(said)
        ways = {
            way.order: way
            for word in every
            for way in self._ways.get(word, ())
            if not any(map(every.isdisjoint, way.needs))
        }
        if not ways:
            return None
        letters = patterns.read(self._known, said)
        found: dict[int, bool] = {}
        for _, way in sorted(ways.items()):
            if (sure := _heard(way, letters, asked)) is not None:
                found[way.wish] = found.get(way.wish, False) or sure
        for wish in sorted(found):
            if not self._unless[wish].search(letters):
                return self._names[wish], found[wish]
        return None


def _written(table: Wishes) -> Iterator[tuple[int, str, str]]:
    for at, wish in enumerate(table.wishes):
        for field in ("sure", "likely", "alone"):
            for rule in getattr(wish, field):
                yield at, field, rule


def _compiled(known: patterns.Grammar, rule: str, order: int, wish: int, field: str) -> _Way:
    within = patterns.rules(known, [rule])
    around = f"(?:{known.kinds['FILL']}|,){{0,12}}"
    whole = re.compile(f"{around}(?:{within.pattern}){around}")
    needs = sorted({known.words[kind] for kind in patterns.needed(rule)}, key=len)
    alone, surely = field == "alone", field == "sure"
    return _Way(order, wish, tuple(needs), None if alone else within, whole, surely)


def _heard(way: _Way, letters: str, asked: bool) -> bool | None:
    """Whether it is sure; None when it is not asked for at all."""
    if way.within is None:
        return not asked if way.whole.fullmatch(letters) else None
    if not way.within.search(letters):
        return None
    return not asked or (way.surely and bool(way.whole.fullmatch(letters)))
