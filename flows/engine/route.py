"""The way of a run: from an answer to the next state that asks, or to an ending."""

from dataclasses import replace

from flows.engine import hearing, prompts
from flows.engine.standing import Standing, Turn
from flows.engine.states import Ending, Facts, Flow, Prompt, Remark

LONGEST_WAY = 30  # states passed in one turn; more is a circle of given answers


def move(flow: Flow, standing: Standing, trigger: str, facts: Facts) -> Turn:
    state = flow.follow(standing.state, trigger, standing.answers, facts)
    return arrive(flow, _at(standing, state), facts)


def arrive(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Say what the state says; remarks and answers given beforehand are passed without asking."""
    remarks: tuple[Prompt, ...] = ()
    for _step in range(LONGEST_WAY):
        state = flow.states[standing.state]
        if isinstance(state, Remark):
            if state.say:
                values = prompts.values_of(flow, standing.answers, facts)
                remarks = (*remarks, Prompt(state.say, values))
            known = {**standing.given, **standing.answers}
            onward = flow.follow(standing.state, "onward", known, facts)
            standing = _at(standing, onward)
        elif standing.state in standing.given:
            standing = _pass(flow, standing, facts)
        else:
            turn = _say(flow, standing, facts)
            return replace(turn, prompts=(*remarks, *turn.prompts)) if remarks else turn
    raise ValueError(f"{flow.name} goes round in a circle at {standing.state!r}")


def _say(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    state = flow.states[standing.state]
    match state:
        case Ending():
            values = prompts.values_of(flow, standing.answers, facts)
            events = (state.event(standing.answers, facts),) if state.event else ()
            said = (Prompt(state.say, values),) if state.say else ()
            given = state.given(standing.answers, facts) if state.given else {}
            return Turn(standing, said, events, closed=True, then=state.then, given=given)
        case _:
            return prompts.asking(flow, standing, facts)


def _pass(flow: Flow, standing: Standing, facts: Facts) -> Standing:
    state, given = standing.state, dict(standing.given)
    answers = {**standing.answers, state: given.pop(state)}
    trigger = hearing.trigger_of(flow, state, answers[state])
    onward = flow.follow(state, trigger, answers, facts)
    return replace(standing, state=onward, answers=answers, given=given)


def _at(standing: Standing, state: str) -> Standing:
    # Spelt out: `replace` costs ten times as much, and this is in every turn.
    return Standing(
        state,
        standing.answers,
        standing.trail,
        standing.misses,
        standing.given,
        standing.mends,
    )
