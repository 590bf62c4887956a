"""What is worth a word while it happens: the third meeting, a goal, something kind."""

import pytest
from sqlalchemy import insert

from storage.database import open_database
from storage.tables import Feedback, Goal, table
from tests.conftest import sqlite_url
from tests.ending import Ending
from tests.phones import START

B, G = table(Feedback), table(Goal)
THIRD = "That was your third time with"


@pytest.fixture
def two(tmp_path) -> Ending:  # type: ignore[no-untyped-def]
    return Ending(open_database(sqlite_url(tmp_path)))


def met_before(two: Ending, times: int) -> None:
    with two.world.db.writing() as db:
        for day in range(1, times + 1):
            row = {"match_id": two.match, "person_id": two.ids["Jay"], "rating": 4}
            row |= {"about": f"meeting:2026-02-0{day}T16:00+00:00", "created_at": START}
            db.execute(insert(B), row | {"answers": {"met": "yes"}})


def meet(two: Ending) -> None:
    two.jay.says("MEETING", "friday at 11", "1", "1")
    two.rosa.says("MEETING", "1")
    two.hear()
    two.passes(days=3, hours=6)
    two.hear()


def test_both_hear_that_they_have_met_three_times(two: Ending) -> None:
    met_before(two, 2)
    meet(two)
    assert THIRD in " ".join(two.jay.says("1", "5", "0", "2"))
    assert THIRD in " ".join(two.rosa.says("1", "5", "0"))


@pytest.mark.parametrize("times", [1, 3])
def test_only_the_third_time(two: Ending, times: int) -> None:
    met_before(two, times)
    meet(two)
    assert THIRD not in " ".join(two.jay.says("1", "5", "0", "2"))


def test_where_it_is_asked_whether_to_tell_nobody_hears_of_a_goal_unasked(two: Ending) -> None:
    two.change("goals", {"on": True})
    with two.world.db.writing() as db:
        row = {"person_id": two.ids["Jay"], "programme_id": 1, "text": "pass maths", "details": {}}
        db.execute(insert(G), row | {"state": "active", "created_at": START})
    two.jay.says("MENU", "1", "1", "2")
    assert "reached a goal" not in two.hears(two.rosa)


def test_a_mentor_hears_of_a_goal_that_was_reached_and_may_say_something_kind(two: Ending) -> None:
    with two.world.db.writing() as db:
        row = {"person_id": two.ids["Jay"], "programme_id": 1, "text": "pass maths", "details": {}}
        db.execute(insert(G), row | {"state": "active", "created_at": START})
    two.jay.says("MENU", "1", "1", "2")
    heard = two.hears(two.rosa)
    assert "Jay has just reached a goal! To say something kind about it, text KUDOS" in heard
    assert "maths" not in heard
    assert "What did Jay do well?" in two.rosa.says("KUDOS")[0]
    two.rosa.says("your patience was great")
    assert "your patience was great" in two.hears(two.jay)


def test_kind_words_go_through_the_signs_of_every_text(two: Ending) -> None:
    two.jay.says("kudos to rosa", "you are great, call me on 212 555 0147")
    assert two.hears(two.rosa) == ""
    assert two.listed() == ["held"]


def test_a_programme_may_want_no_milestones(two: Ending) -> None:
    two.wants(milestones=False)
    met_before(two, 2)
    meet(two)
    assert THIRD not in " ".join(two.jay.says("1", "5", "0", "2"))
