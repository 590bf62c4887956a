"""What a programme is for is marked by each side at the beginning and at the end."""

from typing import Any

import pytest
from pydantic import ValidationError

from assistant.programmes import goodbyes
from storage.database import open_database
from tests.conftest import sqlite_url
from tests.ending import Ending
from tests.test_surveys import over, said

PLAN = {"token": "plan", "ask": {"en": "I have a plan.", "es": "Tengo un plan."}}
SURE = {"token": "sure", "ask": {"en": "I feel sure of myself."}}
ASKED = "from 1 not at all to 5 fully".casefold()


@pytest.fixture
def two(tmp_path) -> Ending:  # type: ignore[no-untyped-def]
    two = Ending(open_database(sqlite_url(tmp_path)))
    two.wants(objectives=[PLAN, SURE])
    return two.settled()  # type: ignore[return-value]


def test_both_are_asked_on_the_day_after_they_agreed_and_again_at_the_end(two: Ending) -> None:
    two.passes(days=1)
    two.gone = 1
    heard = two.hear()
    assert heard["Jay"].startswith("I have a plan. From 1 not at all to 5 fully.")
    assert "I have a plan." in heard["Rosa"]
    assert "I feel sure of myself." in two.jay.says("2")[0]
    assert two.jay.says("3 some days") == ["Thank you, Jay. That helps."]
    assert "I have a plan." in over(two)
    assert "How was your time with Rosa" in " ".join(two.jay.says("4", "5"))
    two.jay.says("5", "1", "5", "5", "0")
    marks = [(about, rating) for about, rating, _answers in said(two)]
    assert marks == [
        *(("baseline:plan", 2), ("baseline:sure", 3), ("end:plan", 4), ("end:sure", 5)),
        ("exit", 5),
    ]


def test_a_low_mark_is_no_complaint(two: Ending) -> None:
    two.passes(days=1)
    two.hear()
    two.jay.says("1", "1")
    assert two.listed() == []


def test_more_time_asks_no_second_time_how_it_was_at_the_beginning(two: Ending) -> None:
    two.passes(days=1)
    two.gone = 1
    two.jay.says("2", "2")
    two.rosa.says("2", "2")
    two.until(-30)
    two.jay.says("more time")
    two.rosa.says("more time", "1")
    two.hear()
    two.jay.says("1")
    two.passes(days=1)
    heard = two.hear()
    assert ASKED not in (heard["Jay"] + heard["Rosa"]).casefold()


@pytest.mark.parametrize(
    "wrong",
    [
        [PLAN, SURE, {**PLAN, "token": "c"}, {**PLAN, "token": "d"}],
        [{"token": "plan", "ask": {"es": "Tengo un plan."}}],
        [{"token": "A plan", "ask": {"en": "I have a plan."}}],
    ],
)
def test_at_most_three_in_english_at_least(wrong: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError):
        goodbyes.Ending(objectives=wrong)  # type: ignore[arg-type]
