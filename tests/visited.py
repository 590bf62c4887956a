"""Which states and transitions the dialogues visit: `python -m tests.visited` prints it."""

from dataclasses import dataclass, field, fields
from typing import NamedTuple

from flows import FLOWS
from flows.engine.states import Answers, Facts, Flow
from tests.test_dialogues import DIALOGUES, Dialogue, play


class Transition(NamedTuple):
    """A row of a flow's table."""

    flow: str
    trigger: str
    source: str
    dest: str


@dataclass
class Visited:
    """Where dialogues have been."""

    states: set[tuple[str, str]] = field(default_factory=set)
    transitions: set[Transition] = field(default_factory=set)

    def missing(self) -> tuple[list[tuple[str, str]], list[Transition]]:
        """The states and transitions of all flows that no dialogue visits."""
        states = {(name, state) for name, flow in FLOWS.items() for state in flow.states}
        rows = {
            Transition(name, *row[:3]) for name, flow in FLOWS.items() for row in flow.transitions
        }
        return sorted(states - self.states), sorted(rows - self.transitions)

    def __str__(self) -> str:
        states, rows = self.missing()
        return (
            f"{len(DIALOGUES)} dialogues visit {len(self.states)} states and "
            f"{len(self.transitions)} transitions; {len(states)} and {len(rows)} are left out."
        )


def by_all() -> Visited:
    """Replay every dialogue."""
    found = Visited()
    for path in DIALOGUES:
        header, _, lines = path.read_text().partition("\n\n")
        play(Followed(header, found), lines)
    return found


class Followed(Dialogue):
    """A dialogue that notes where it goes."""

    def __init__(self, header: str, visited: Visited) -> None:
        self.visited = visited
        super().__init__(header)

    def find(self, name: str) -> Flow:
        found = Noted(**{one.name: getattr(FLOWS[name], one.name) for one in fields(Flow)})
        found.__dict__["visited"] = self.visited
        self.visited.states.add((name, found.initial))
        return found


class Noted(Flow):
    """A flow whose every step is noted."""

    def follow(self, state: str, trigger: str, answers: Answers, facts: Facts) -> str:
        dest = super().follow(state, trigger, answers, facts)
        visited: Visited = self.__dict__["visited"]
        visited.states.add((self.name, dest))
        visited.transitions.add(Transition(self.name, trigger, state, dest))
        return dest


if __name__ == "__main__":
    all_of_them = by_all()
    print(all_of_them)
    for one in (*all_of_them.missing()[0], *all_of_them.missing()[1]):
        print(*one)
