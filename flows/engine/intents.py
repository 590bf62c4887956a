"""How somebody opens a flow: by a row of MENU, or by asking for it in their own words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flows.engine.values import Facts

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
class Ways:
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
class Table:
    """A table of kinds of words, and what is asked for with them (the rules are those of
    `assistant.understanding.patterns.rules`)."""

    words: Mapping[str, str]
    ways: tuple[Ways, ...]


@dataclass(frozen=True)
class Intent:
    """What somebody asks for in own words; it opens the flow that declares it.

    `printed` is the word of ours for it, by language: always sure, as a whole message. Where the
    words may as well answer the open question, `label` is what the person picks to mean the intent.
    A table may hold the ways of several intents; one of them declares it.
    """

    name: str
    printed: Mapping[str, str] = field(default_factory=dict)
    table: Table | None = None
    label: str = ""
    words: tuple[str, ...] = ()  # msgids that are understood as the label
    given: Facts = field(default_factory=dict)  # what the flow is told
    answers: bool = False  # the same words may answer the flow's first question, and more fully
    named: bool = False  # the name of somebody they meet is in it, or it is something else
    yields: bool = False  # never sure where the words answer the open question too
    coordinator: bool = False  # only a coordinator can want it


@dataclass(frozen=True)
class MenuRow:
    """A flow's row in MENU; `when` says of whose facts it is shown."""

    label: str
    words: tuple[str, ...] = ()  # msgids that are understood as the label
    when: Callable[[Facts], bool] = lambda facts: True
