"""How a match goes from one state to the next."""

from itertools import product
from typing import get_args

import pytest

from flows.lifecycles import match
from flows.lifecycles.match import MatchState, NotAllowed, Step

STEPS: tuple[Step, ...] = get_args(Step)


def after(*steps: Step) -> MatchState:
    state = MatchState.ACTIVE
    for step in steps:
        state = match.follow(state, step)
    return state


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), "active"),
        (("leave",), "left"),
        (("leave", "take_back"), "active"),
        (("stop",), "stopped"),
        (("stop", "rejoin"), "active"),
        (("leave", "stop"), "stopped"),
        (("leave", "tell"), "closed"),
        (("leave", "stop", "tell"), "closed"),
        (("freeze",), "suspended"),
        (("freeze", "lift"), "active"),
        (("end",), "closed"),
        (("freeze", "end"), "closed"),
    ],
)
def test_a_match_goes_step_by_step(steps: tuple[Step, ...], state: str) -> None:
    assert after(*steps) == state


@pytest.mark.parametrize("step", STEPS)
def test_what_the_other_side_has_been_told_is_closed_for_good(step: Step) -> None:
    with pytest.raises(NotAllowed):
        after("stop", "tell", step)


def test_whoever_left_takes_it_back_and_whoever_opted_out_agrees_again() -> None:
    with pytest.raises(NotAllowed):
        after("stop", "take_back")
    with pytest.raises(NotAllowed):
        after("leave", "rejoin")


@pytest.mark.parametrize("step", sorted(set(STEPS) - {"lift", "end"}))
def test_only_a_coordinator_moves_what_is_frozen(step: Step) -> None:
    with pytest.raises(NotAllowed):
        after("freeze", step)


def test_a_match_may_take_the_steps_that_it_can_follow_and_no_others() -> None:
    for state, step in product(MatchState, STEPS):
        if match.may(state, step):
            assert match.follow(state, step) != state
            continue
        with pytest.raises(NotAllowed):
            match.follow(state, step)


def test_every_state_is_reached() -> None:
    assert {MatchState.ACTIVE, *(dest for _, _, dest in match.ROWS)} == set(MatchState)
