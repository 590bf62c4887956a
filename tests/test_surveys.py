"""After the end of a match both are asked how it was, and months later how it is now."""

from typing import Any

import pytest
from sqlalchemy import select

from assistant.internal_events.of_match import Acted
from storage.database import open_database
from storage.tables import Feedback, Participant, table
from tests.conftest import sqlite_url
from tests.ending import Ending
from tests.test_endings import finish

B, N = table(Feedback), table(Participant)
ASKED = "How was your time with Rosa, from 1 not good to 5 very good?"
EARLY = "ended early, and that's nobody's fault"


@pytest.fixture
def two(tmp_path) -> Ending:  # type: ignore[no-untyped-def]
    return Ending(open_database(sqlite_url(tmp_path))).settled()  # type: ignore[return-value]


def over(two: Ending) -> str:
    """Their time is over; what Jay is asked two days later."""
    finish(two)
    two.until(0)
    two.jay.says("0")
    two.rosa.says("0")
    two.until(1)
    return two.until(3)["Jay"]


def said(two: Ending) -> list[tuple[str, int | None, dict[str, Any]]]:
    with two.world.db.reading() as db:
        rows = db.execute(select(B.c.about, B.c.rating, B.c.answers).order_by(B.c.id))
        return [tuple(row) for row in rows]  # type: ignore[misc]


def profile(two: Ending, name: str) -> dict[str, Any]:
    with two.world.db.reading() as db:
        query = select(N.c.profile).where(N.c.person_id == two.ids[name])
        return db.execute(query).scalar_one()


def test_five_questions_and_what_they_said_is_kept(two: Ending) -> None:
    assert ASKED in over(two)
    two.jay.says("5 she is great", "part of the way", "4", "5", "start earlier")
    kept = {"goal": "part", "felt": 4, "friend": 5, "change": "start earlier"}
    assert said(two) == [("exit", 5, {**kept, "how_note": "she is great"})]
    assert two.listed() == ["exit"]


def test_who_was_not_happy_is_on_the_list(two: Ending) -> None:
    over(two)
    two.jay.says("2", "not far", "1", "1", "nobody asked me")
    assert two.listed() == ["exit_low"]
    assert "It wasn't good for Jay with Rosa" in " ".join(two.dana.says("LIST", "1"))


def test_a_story_is_told_and_taken_back(two: Ending) -> None:
    over(two)
    heard = two.jay.says("5", "1", "5", "5", "0", "not now", "without my name", "i passed!")
    assert "To see it or to take it back, text STORY" in heard[-1]
    kept = profile(two, "Jay")
    assert (kept["story_told"], kept["story_words"]) == ("nameless", "i passed!")
    assert "without your name: i passed!" in two.jay.says("STORY")[0]
    assert two.jay.says("take it back")[0].startswith("It's taken back")
    assert "story_words" not in profile(two, "Jay")
    assert two.listed() == ["story_nameless", "story_back"]


def test_a_story_can_be_taken_back_months_later_in_own_words(two: Ending) -> None:
    over(two)
    two.jay.says("5", "1", "5", "5", "0", "not now", "with my name", "i passed!")
    two.until(60)
    assert "with your name: i passed!" in two.jay.says("please take back my story")[0]
    two.jay.says("3")
    assert "story_told" not in profile(two, "Jay")


def test_nobody_under_18_is_asked_for_a_story(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Ending(open_database(sqlite_url(tmp_path)), {"age": 16, "guardian": "paper"})
    two.asked()
    two.jay.says("1", "1", "1")
    two.rosa.says("1", "1", "1")
    two.dana.says("LIST", "1", "1")
    two.hear()
    assert two.last_day()
    over(two)
    heard = " ".join(two.jay.says("5", "1", "5", "5", "0", "not now"))
    assert "story" not in heard


def test_who_would_like_somebody_new_waits_again(two: Ending) -> None:
    over(two)
    two.jay.says("5", "1", "5", "5", "0")
    assert "You'll hear from me by" in two.jay.says("gladly")[0]
    assert (two.enrolled("Jay"), two.enrolled("Rosa")) == ("ready", "finished")


def test_who_asks_for_somebody_new_later_waits_again(two: Ending) -> None:
    over(two)
    two.jay.says("0")
    assert "Has come to the end of it." in " ".join(two.dana.says("WHO jay"))
    assert "together with somebody new" in two.jay.says("i want a new mentor")[0]
    assert "You'll hear from me by" in two.jay.says("gladly")[0]
    assert two.enrolled("Jay") == "ready"


def test_where_a_coordinator_ends_it_both_are_asked_kindly(two: Ending) -> None:
    two.tell("Rosa", Acted(two.match, "end"), "end")
    two.hear()
    two.jay.says("0")
    two.rosa.says("0")
    two.passes(days=2)
    heard = two.hear()
    assert EARLY in heard["Jay"]
    two.jay.says("3", "2", "3", "3", "0")
    assert said(two) == [("exit", 3, {"goal": "part", "felt": 3, "friend": 3})]


def test_who_was_left_is_asked_for_no_goodbye_and_who_left_is_asked_nothing(two: Ending) -> None:
    two.rosa.says("LEAVE", "1", "no time")
    two.passes(hours=1)
    heard = two.hear()["Jay"]
    assert "Rosa has left the program" in heard
    assert "few words" not in heard
    two.passes(days=3)
    heard_all = two.hear()
    assert EARLY in heard_all["Jay"]
    assert heard_all["Rosa"] == ""


def test_after_an_end_for_safety_nobody_is_asked(two: Ending) -> None:
    two.tell("Rosa", Acted(two.match, "end", safety=True), "end")
    two.hear()
    for _day in range(4):
        two.passes(days=1)
        assert "from 1" not in " ".join(two.hear().values())


def test_three_months_later_they_are_asked_how_it_is_now(two: Ending) -> None:
    over(two)
    two.jay.says("0")
    heard = two.until(92)["Jay"]
    assert "it's been a while since your time with Rosa" in heard
    two.jay.says("4", "at college now", "please do")
    assert said(two) == [("follow_up", 4, {"word": "at college now", "call": "yes"})]
    assert two.listed() == ["call"]


def test_a_programme_may_want_none_of_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Ending(open_database(sqlite_url(tmp_path)))
    two.wants(survey=False, follow_up=0)
    two.settled()
    assert over(two) == ""
    assert two.until(92)["Jay"] == ""
