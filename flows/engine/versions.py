"""A run that is older than its flow: states that have moved, words that have changed."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from flows.engine.standing import Standing
from flows.engine.states import Flow


def stands(flow: Flow, state: str) -> bool:
    """Whether a run can stand there: in a state of the flow, or one that has moved."""
    return state in flow.states or state in flow.moved


def moved(flow: Flow, standing: Standing) -> Standing:
    """The standing in the newest flow: a state that was renamed is followed, and BACK passes by
    those that are gone."""
    state, trail, known = standing.state, standing.trail, flow.states.keys()
    mended = not standing.mends or known >= {one.state for one in standing.mends}
    if state in known and known >= {*trail} and mended:  # as it is in nearly every turn
        return standing
    while state not in known:
        state = flow.moved[state]
    trail = tuple(one for one in trail if one in known)
    return replace(standing, state=state, trail=trail, misses=0, mends=())


def wording(flow: Flow, state: str) -> str:
    """The version of what is asked there: it changes with the words."""
    return _version(getattr(flow.states[state], "ask", ""))


@lru_cache(maxsize=1024)
def _version(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]
