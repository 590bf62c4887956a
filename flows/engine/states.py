"""What a flow can say: its kinds of state, its rows, and the words that come of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal, cast

from transitions import Machine

from flows.engine.intents import Intent, MenuRow
from flows.engine.values import Answer
from flows.engine.values import Answers as Answers
from flows.engine.values import Facts as Facts
from flows.events import Event

Predicate = Callable[[Answers, Facts], bool]
Values = Callable[[Answers, Facts], Facts]
Need = Literal["goals", "slots", "desk", "people", "fits", "dial", "wards", "agreement", "training"]
Row = tuple[str, str, str] | tuple[str, str, str, Predicate]  # trigger, from, to, when


@dataclass(frozen=True)
class Option:
    """One of few. `label` is a msgid, or the programme's own words (then `own`)."""

    token: str
    label: str
    own: bool = False
    words: tuple[str, ...] = ()  # msgids that are understood too
    whole: tuple[str, ...] = field(default=(), compare=False)  # of one language, if all is said


@dataclass(slots=True)  # never changed; not frozen, which costs thrice as much in each turn
class Heard:
    """A reply, with all that reading it takes: `now` is in the person's zone."""

    text: str
    now: datetime
    language: str
    say: Callable[[str], str] = str  # a msgid in the person's words
    token: str = ""  # of a button
    month_first: bool = False  # 6/30 is the 30th of June where they live
    others: tuple[str, ...] = ()  # the names of those whom they meet


Reader = Callable[[Heard], Answer]
Options = tuple[Option, ...] | Callable[[Answers, Facts], tuple[Option, ...]]


@dataclass(slots=True)
class Prompt:
    """Something a flow says, not yet translated. Values may be Options, which have words too."""

    msgid: str
    values: Facts
    options: tuple[Option, ...] = ()
    buttons: tuple[Option, ...] = ()  # shown where there are buttons, not numbered elsewhere
    leave: bool = False  # say that 0 leaves it
    several: int = 0  # how many options may be picked
    asks: bool = False


@dataclass(frozen=True)
class Question:
    """A state that asks something open; a readable reply fires `answered`, 0 `left`.

    Of an option or a button picked, `read` hears the token, as text and as token. An `exact`
    answer may be taken back at the next question: "no, 21"; `changed` is said then. `tells` reads
    the answers to later questions that are told along with this one.
    """

    ask: str
    read: Reader
    hint: str
    why: str
    echo: str = ""  # said before what comes next
    simpler: str = ""  # asked after two misunderstandings, with these options
    options: tuple[Option, ...] = ()
    buttons: tuple[Option, ...] = ()
    leave: bool = True
    exact: bool = False
    changed: str = ""
    tells: Mapping[str, Reader] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Choice:
    """A state that offers options; the one picked is the trigger, or `answered`.

    Own words that `other` can read are an answer too, heard first ("thursday at 5" is not "Thu 4
    pm"); with `mends` that of an earlier state. A yes may be `noted` with what stands beside it.
    """

    ask: str
    options: Options
    hint: str
    why: str
    echo: str = ""
    leave: bool = True
    other: Reader | None = None
    options_first: bool = False  # `other` comes last, and reads what stands beside one, too
    wholly: bool = False  # only the whole words of an option choose it; `other` comes last
    mends: str = ""  # the state whose answer `other` reads anew
    noted: bool = False
    firm: bool = False  # an "ok" is no yes: it tells nothing of what has happened, and ends nothing
    unlisted: tuple[Option, ...] = ()  # whose whole words are heard, and never shown
    ends: bool = False  # a yes ends something: "i dont want this anymore" is no no


@dataclass(frozen=True)
class Several:
    """A state that offers options of which some may be picked; `answered`."""

    ask: str
    options: Options
    hint: str
    why: str
    most: int = 3
    echo: str = ""
    leave: bool = True


@dataclass(frozen=True)
class Remark:
    """A state that asks nothing: it says something, or nothing, and `onward` leads on at once."""

    say: str = ""


@dataclass(frozen=True)
class Ending:
    """Where a run is over: what is said, what is thereby established, what is opened next."""

    say: str
    event: Callable[[Answers, Facts], Event] | None = None
    then: str = ""
    given: Callable[[Answers, Facts], Answers] | None = None  # to the flow opened next
    binds: bool = False  # may be taken back with BACK for ten minutes


Asking = Question | Choice | Several
State = Question | Choice | Several | Remark | Ending


def options_of(asked: Asking, answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What a state offers, its table or what its function makes of the answers."""
    return asked.options(answers, facts) if callable(asked.options) else asked.options


@dataclass(frozen=True)
class Flow:
    """A conversation's definition: two tables. The first state is the initial one."""

    name: str
    states: Mapping[str, State]
    transitions: list[Row]
    needs: tuple[Need, ...] = ()
    intents: tuple[Intent, ...] = ()  # what somebody asks for in own words that opens it
    menu: MenuRow | None = None
    moved: Mapping[str, str] = field(default_factory=dict)  # states renamed or removed
    values: Values | None = None  # what its prompts show beside facts and answers
    shows: Values | None = None  # what a question tells of that may change before it is answered

    @property
    def initial(self) -> str:
        return next(iter(self.states))

    @cached_property
    def machine(self) -> Machine:
        """Built once per flow and shared: a machine per turn costs five times as much."""
        states = list(self.states)
        machine = Machine(None, states=states, initial=self.initial, auto_transitions=False)
        for trigger, source, dest, *when in self.transitions:
            machine.add_transition(trigger, source, dest, conditions=list(when))
        return machine

    @cached_property
    def triggers(self) -> frozenset[tuple[str, str]]:
        return frozenset((row[0], row[1]) for row in self.transitions)

    def follow(self, state: str, trigger: str, answers: Answers, facts: Facts) -> str:
        """Where a trigger leads from a state; raises ValueError when nowhere."""
        for conditions, dest in self._ways.get((trigger, state), ()):
            if not conditions or all(holds(answers, facts) for holds in conditions):
                return dest
        raise ValueError(f"{self.name}: {trigger!r} leads nowhere from {state!r}")

    @cached_property
    def _ways(self) -> Mapping[tuple[str, str], Sequence[tuple[Sequence[Predicate], str]]]:
        """The machine's table: where each trigger may lead from each state, and when. It is read
        instead of firing it: nothing hangs on the firing here, and it costs ten times as much."""
        return {
            (trigger, state): [
                (cast("list[Predicate]", [one.func for one in row.conditions]), str(row.dest))
                for row in rows
            ]
            for trigger, event in self.machine.events.items()
            for state, rows in event.transitions.items()
        }
