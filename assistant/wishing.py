"""What one table says of asking for something, and how sure that is while a question is open."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant import wording

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


class Listener:
    """A table, compiled."""

    def __init__(self, table: Wishes, foreign: Iterable[str] = ()) -> None:
        self._known = known = wording.grammar(table.words, foreign=foreign)
        self._wishes = [_Compiled(known, wish) for wish in table.wishes]
        said = [rule for each in table.wishes for rule in (*each.sure, *each.likely, *each.alone)]
        # One of these is in everything that the table knows.
        self.anchors = wording.anchors(known, said)

    def find(self, said: Sequence[str], asked: bool) -> tuple[str, bool] | None:
        """What is asked for, and whether that is sure."""
        letters = wording.read(self._known, said)
        for wish in self._wishes:
            if (sure := wish.heard(letters, asked)) is not None:
                return wish.name, sure
        return None


class _Compiled:
    def __init__(self, known: wording.Grammar, wish: Wish) -> None:
        self.name = wish.name
        around = f"(?:{known.kinds['FILL']}|,){{0,12}}"
        self._within = wording.rules(known, (*wish.sure, *wish.likely))
        self._sure = _amid(around, wording.rules(known, wish.sure))
        self._alone = _amid(around, wording.rules(known, wish.alone))
        self._unless = wording.rules(known, wish.unless)

    def heard(self, letters: str, asked: bool) -> bool | None:
        """Whether it is sure; None when it is not asked for at all."""
        whole = self._alone.fullmatch(letters)
        if not (whole or self._within.search(letters)) or self._unless.search(letters):
            return None
        return not asked or bool(self._sure.fullmatch(letters))


def _amid(around: str, rules: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"{around}(?:{rules.pattern}){around}")
