"""Whose turn it is in an offer: each answers once, and the clock stands still for a question."""

from itertools import product
from typing import get_args

import pytest

from flows.lifecycles import offer
from flows.lifecycles.offer import OUT, Side, Stage, Stale, Step, Word, verdict


def after(*steps: tuple[Step, Side]) -> Stage:
    stage = Stage.LISTED
    for step, side in steps:
        stage = offer.follow(stage, step, side)
    return stage


BOTH: tuple[tuple[Step, Side], ...] = (("ask", ""), ("gladly", "mentor"), ("gladly", "mentee"))


def test_the_mentor_is_asked_first_and_then_who_looks_for_help() -> None:
    assert [after(*BOTH[:n]) for n in range(4)] == ["listed", "mentor", "mentee", "trial"]
    assert after(*BOTH, ("keep", "")) is Stage.NONE


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_nobody_answers_for_the_other_or_twice(side: Side) -> None:
    other: Side = "mentee" if side == "mentor" else "mentor"
    asked = BOTH[:1] if side == "mentor" else BOTH[:2]
    answers: tuple[Step, ...] = ("gladly", "decline", "wonder")
    for step in answers:
        with pytest.raises(Stale):
            after(*asked, (step, other))
    with pytest.raises(Stale):
        after(*asked, ("gladly", side), ("gladly", side))


def test_nothing_lapses_while_a_question_is_out() -> None:
    for stage in OUT:
        with pytest.raises(Stale):
            offer.follow(stage, "lapse")
        assert offer.follow(offer.follow(stage, "told"), "lapse") is Stage.OVER


def test_every_stage_is_reached_and_only_two_ends_are_left() -> None:
    reached = {Stage.LISTED} | {dest for _step, _side, _source, dest in offer.ROWS}
    assert reached == set(Stage)
    assert set(Stage) - {source for _step, _side, source, _dest in offer.ROWS} == {
        Stage.NONE,
        Stage.OVER,
    }


def test_only_two_who_both_keep_it_go_on() -> None:
    found = {
        (one, other): verdict({"mentor": one, "mentee": other})
        for one, other in product(get_args(Word), repeat=2)
    }
    assert [both for both, what in found.items() if what == "kept"] == [("keep", "keep")]
    assert {both for both, what in found.items() if what == "parted"} == {
        both for both in found if "change" in both
    }
    assert verdict({}) == verdict({"mentor": "keep"}) == "open"
