"""A flow as a Mermaid diagram."""

from typing import assert_never

from assistant.ops.config import BadSettings
from flows import FLOWS
from flows.engine.states import Choice, Ending, Question, Remark, Several, State


def mermaid(name: str) -> str:
    """The states and transitions of a flow; raises BadSettings when there is none of that name."""
    if name not in FLOWS:
        raise BadSettings(f"no flow {name}; there are {', '.join(FLOWS)}")
    flow = FLOWS[name]
    lines = ["stateDiagram-v2", f"    [*] --> {flow.initial}"]
    lines += [f"    {state} : {_label(state, is_)}" for state, is_ in flow.states.items()]
    lines += [f"    {row[1]} --> {row[2]} : {_trigger(row)}" for row in flow.transitions]
    lines += [
        f"    {state} --> [*]" for state, is_ in flow.states.items() if isinstance(is_, Ending)
    ]
    return "\n".join(lines)


def _label(name: str, state: State) -> str:
    match state:
        case Question():
            return f"{name} (question)"
        case Choice():
            return f"{name} (choice)"
        case Several():
            return f"{name} (up to {state.most})"
        case Remark():
            return f"{name} (says)"
        case Ending(then=then):
            return f"{name} (then {then})" if then else name
        case _:
            assert_never(state)


def _trigger(row: tuple[object, ...]) -> str:
    when = getattr(row[3], "__name__", "") if len(row) > 3 else ""
    return f"{row[0]} [{when}]" if when else str(row[0])
