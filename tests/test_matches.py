"""How a match goes from one state to the next."""

from itertools import product
from typing import get_args

import pytest

from flows.lifecycles import match
from flows.lifecycles.match import MatchState, NotAllowed, Step

STEPS: tuple[Step, ...] = get_args(Step)


def after(*steps: Step) -> MatchState:
    state = MatchState.OFFERED
    for step in steps:
        state = match.follow(state, step)
    return state


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), "offered"),
        (("decline",), "closed"),
        (("withdraw",), "closed"),
        (("accept",), "active"),
        (
            (
                "accept",
                "leave",
            ),
            "left",
        ),
        (("accept", "leave", "take_back"), "active"),
        (
            (
                "accept",
                "stop",
            ),
            "stopped",
        ),
        (("accept", "stop", "rejoin"), "active"),
        (("accept", "leave", "stop"), "stopped"),
        (("accept", "leave", "tell"), "closed"),
        (("accept", "leave", "stop", "tell"), "closed"),
        (
            (
                "accept",
                "freeze",
            ),
            "suspended",
        ),
        (("accept", "freeze", "lift"), "active"),
        (("accept", "end"), "closed"),
        (("accept", "freeze", "end"), "closed"),
    ],
)
def test_a_match_goes_step_by_step(steps: tuple[Step, ...], state: str) -> None:
    assert after(*steps) == state


@pytest.mark.parametrize("step", STEPS)
def test_what_the_other_side_has_been_told_is_closed_for_good(step: Step) -> None:
    with pytest.raises(NotAllowed):
        after("accept", "stop", "tell", step)


def test_whoever_left_takes_it_back_and_whoever_opted_out_agrees_again() -> None:
    with pytest.raises(NotAllowed):
        after("accept", "stop", "take_back")
    with pytest.raises(NotAllowed):
        after("accept", "leave", "rejoin")


@pytest.mark.parametrize("step", sorted(set(STEPS) - {"lift", "end"}))
def test_only_a_coordinator_moves_what_is_frozen(step: Step) -> None:
    with pytest.raises(NotAllowed):
        after("accept", "freeze", step)


@pytest.mark.parametrize("step", sorted(set(STEPS) - {"accept", "decline", "withdraw"}))
def test_what_is_offered_is_nothing_yet_that_could_be_left_or_frozen(step: Step) -> None:
    with pytest.raises(NotAllowed):
        after(step)


def test_a_match_may_take_the_steps_that_it_can_follow_and_no_others() -> None:
    for state, step in product(MatchState, STEPS):
        if match.may(state, step):
            assert match.follow(state, step) != state
            continue
        with pytest.raises(NotAllowed):
            match.follow(state, step)


def test_every_state_is_reached() -> None:
    assert {MatchState.OFFERED, *(dest for _, _, dest in match.ROWS)} == set(MatchState)
