"""Where a run stands, and what a turn of it leaves."""

from dataclasses import dataclass, field
from typing import NamedTuple

from flows.engine.states import Answers, Asking, Ending, Facts, Flow, Prompt, Remark
from flows.events import Event


class Mend(NamedTuple):
    """An earlier answer that was given anew at another question."""

    behind: int  # how many questions were answered by then
    state: str  # where it was mended
    key: str  # the answer that was
    earlier: Answers  # what it was before, if it had been given


@dataclass(slots=True)  # never changed; not frozen, which costs thrice as much in each turn
class Standing:
    """Where a run stands; survives JSON."""

    state: str
    answers: Answers = field(default_factory=dict)
    trail: tuple[str, ...] = ()  # the questions asked before this one
    misses: int = 0
    given: Answers = field(default_factory=dict)  # known before they are asked
    mends: tuple[Mend, ...] = ()  # of earlier answers, in the order in which they were made

    @classmethod
    def of(cls, state: str, data: Facts) -> "Standing":
        """A standing in this state, of what was `stored` of it."""
        mends = data.get("mends")
        return cls(
            state,
            data.get("answers", {}),
            tuple(data.get("trail", ())),
            data.get("misses", 0),
            data.get("given", {}),
            tuple(Mend(*one) for one in mends) if mends else (),
        )

    def stored(self) -> Answers:
        """What is kept of it beside its state, as JSON."""
        data: Answers = {"answers": self.answers, "trail": self.trail}
        if self.misses:
            data["misses"] = self.misses
        if self.given:
            data["given"] = self.given
        if self.mends:
            data["mends"] = [[*one] for one in self.mends]
        return data

    @property
    def first(self) -> bool:
        """Whether nothing was asked before this question."""
        return not self.trail and not self.mends

    @property
    def mend(self) -> Mend | None:
        """What was mended since the last answer, which is what BACK takes back first."""
        last = self.mends[-1] if self.mends else None
        return last if last and last.behind == len(self.trail) else None


@dataclass(slots=True)
class Turn:
    """The result of one exchange: where the run now stands, what to say, what happened."""

    standing: Standing
    prompts: tuple[Prompt, ...] = ()
    events: tuple[Event, ...] = ()
    closed: bool = False
    then: str = ""  # the flow that takes this one's place
    given: Answers = field(default_factory=dict)  # to that flow
    stuck: bool = False  # three misunderstandings: a person should help
    answered: str = ""  # the state that was answered


def asked_at(flow: Flow, standing: Standing) -> Asking:
    """The state that waits for a reply; raises ValueError where nothing is asked."""
    state = flow.states[standing.state]
    if isinstance(state, Ending | Remark):
        raise ValueError(f"{flow.name} asks nothing at {standing.state!r}")
    return state
