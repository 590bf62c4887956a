"""Every place where a run can stand, found by walking through the flows."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flows import FLOWS
from flows.engine import runs, states
from flows.engine.standing import Standing, Turn
from flows.engine.states import Asking, Flow, Heard, Question
from tests.flow_facts import GIVEN, VARIANTS

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
REPLIES = (
    "21",
    "16",
    "Jay",
    "pass my maths exam",
    "Maths",
    "3 - it's hard",
    "5",
    "30 June",
    "1 4",
    "Tuesday at 4",
    "Tuesday at 4 or Thursday at 5",
    "every second Tuesday at 4",
    "Friday at 11 pm",
    "not Tuesday",
    "4 pm",
    "212-555-0100",
)
LOUD = "Reply YES to this"  # only who writes to many is asked not to write so


@dataclass(frozen=True, repr=False)
class Stand:
    """Somewhere a run can stand, and how it came there."""

    flow: Flow
    facts: Mapping[str, Any]
    turn: Turn
    before: Standing | None

    def __repr__(self) -> str:
        return f"{self.flow.name}.{self.standing.state}"

    @property
    def standing(self) -> Standing:
        return self.turn.standing

    @property
    def asked(self) -> Asking:
        state = self.flow.states[self.standing.state]
        assert isinstance(state, Asking)
        return state

    @property
    def distinct(self) -> tuple[Any, ...]:
        """What sets it apart from other stands: two kinds of people may stand at the very same."""
        standing, before = self.standing, self.before
        options = states.options_of(self.asked, standing.answers, self.facts)
        return (
            *(self.flow.name, standing.state, before and before.state),
            tuple(prompt.msgid for prompt in self.turn.prompts),
            tuple(option.token for option in options),
            json.dumps(standing.answers, sort_keys=True),
        )

    def hear(self, text: str, token: str = "") -> Turn:
        return self.take(Heard(text, NOW, "en", str, token))

    def take(self, heard: Heard) -> Turn:
        return runs.take_turn(self.flow, self.standing, self.facts, heard)

    def replies(self) -> Iterator[tuple[str, str]]:
        """Everything sensible that can be said here, as text and token."""
        options = states.options_of(self.asked, self.standing.answers, self.facts)
        yield from (("", option.token) for option in options)
        if isinstance(self.asked, Question) or getattr(self.asked, "other", None):
            loud = (LOUD,) if self.flow.name == "broadcast" else ()
            yield from ((reply, "") for reply in (*REPLIES, *loud))
        if self.asked.leave:
            yield "0", ""


@cache
def walk(name: str) -> tuple[tuple[Stand, ...], tuple[Turn, ...]]:
    """Every state of a flow that can be asked in, once per kind of person, and every turn taken."""
    stands: dict[tuple[str, str], Stand] = {}
    turns: list[Turn] = []
    told = [{}, *GIVEN.get(name, [])]
    people = [
        (f"{kind} {n}", one, facts)
        for kind, facts in VARIANTS.items()
        for n, one in enumerate(told)
    ]
    for kind, given, facts in people:
        turn = runs.open_run(FLOWS[name], facts, given)
        turns.append(turn)
        waiting = [] if turn.closed else [Stand(FLOWS[name], facts, turn, None)]
        while waiting:
            stand = waiting.pop(0)
            if stands.setdefault((kind, stand.standing.state), stand) is not stand:
                continue
            onward = [stand.hear(*reply) for reply in stand.replies()]
            turns += onward
            waiting += [
                Stand(stand.flow, facts, turn, stand.standing)
                for turn in onward
                if turn.answered and not turn.closed
            ]
    return tuple(stands.values()), tuple(turns)


@cache
def stands(name: str) -> tuple[Stand, ...]:
    """Those of a flow that differ."""
    return tuple({stand.distinct: stand for stand in walk(name)[0]}.values())


@cache
def each_state(name: str) -> tuple[Stand, ...]:
    """One stand in each state of a flow."""
    return tuple({stand.standing.state: stand for stand in stands(name)}.values())


def everywhere(of: Callable[[str], tuple[Stand, ...]]) -> list[Stand]:
    """Those of all flows."""
    return [stand for name in FLOWS for stand in of(name)]
