"""Two people come to the last day that they have agreed on: it is prepared, kept, and over."""

import pytest

from assistant.internal_events.of_match import Acted
from storage.database import open_database
from tests.conftest import sqlite_url
from tests.ending import Ending

WORDS = "few words"


@pytest.fixture
def two(tmp_path) -> Ending:  # type: ignore[no-untyped-def]
    return Ending(open_database(sqlite_url(tmp_path))).settled()  # type: ignore[return-value]


def finish(two: Ending) -> None:
    """Both would like to finish as planned, and nobody finds another time."""
    two.until(-30)
    two.jay.says("1")
    two.rosa.says("finish")
    two.until(-7)
    two.jay.says("0")
    two.until(-2)


def test_both_hear_when_half_of_their_time_is_over(two: Ending) -> None:
    heard = two.until(-92)
    assert "Halfway, Jay! You and Rosa still have until September 3, 2026" in heard["Jay"]
    assert "Halfway, Rosa!" in heard["Rosa"]


def test_a_last_meeting_is_looked_for_a_week_before(two: Ending) -> None:
    two.until(-30)
    two.jay.says("1")
    two.rosa.says("1")
    heard = two.until(-7)
    assert "Meeting once more makes a good goodbye" in heard["Rosa"]
    assert "When could you meet Rosa?" in heard["Jay"]


def test_a_last_meeting_that_is_booked_is_told(two: Ending) -> None:
    two.until(-30)
    two.jay.says("1")
    two.rosa.says("1")
    two.until(-9)
    two.jay.says("MEETING", "september 1 at 11", "1", "1")
    two.hear()
    two.rosa.says("MEETING", "1")
    two.hear()
    heard = two.until(-7)
    assert "Your last meeting with Rosa is Tue, Sep 1" in heard["Jay"]
    assert "one moment you'll remember" in heard["Rosa"]


def test_each_leaves_the_other_a_few_words_and_both_hear_that_it_is_over(two: Ending) -> None:
    finish(two)
    heard = two.until(0)
    assert "leave Rosa a few words" in heard["Jay"]
    assert "leave Jay a few words" in heard["Rosa"]
    assert two.jay.says("thx 4 everythin ur a legend")[0].startswith("Passed on to Rosa")
    assert "Jay leaves you these words: thx 4 everythin" in two.hears(two.rosa)
    two.rosa.says("no thanks")
    assert two.hears(two.jay) == ""
    heard = two.until(1)
    assert "That was your time with Rosa, Jay. Well done!" in heard["Jay"]
    assert "That was your time with Jay, Rosa. Well done!" in heard["Rosa"]
    assert (two.state(), two.enrolled("Jay"), two.enrolled("Rosa")) == (
        *("closed", "finished"),
        "finished",
    )


def test_last_words_arrive_after_the_last_day_too(two: Ending) -> None:
    finish(two)
    two.until(0)
    two.until(1)
    assert two.jay.says("sorry 4 the wait. thank you Rosa")[-1].startswith("Passed on")
    assert "Jay leaves you these words: sorry 4 the wait" in two.hears(two.rosa)


def test_a_number_in_last_words_goes_to_the_coordinator_first(two: Ending) -> None:
    finish(two)
    two.until(0)
    assert two.jay.says("thank you! text me on 212 555 0147")[0].startswith("Numbers")
    assert two.hears(two.rosa) == ""
    assert two.listed() == ["held"]
    two.until(1)
    assert "212 555 0147" in " ".join(two.dana.says("LIST", "1"))
    two.dana.says("1")
    assert "Jay leaves you these words: thank you! text me" in two.hears(two.rosa)


def test_a_sign_of_a_boundary_in_last_words_is_held_and_nobody_hears_why(two: Ending) -> None:
    finish(two)
    two.until(0)
    assert two.jay.says("dont tell anyone we meet on saturdays")[0].startswith("Got it")
    assert two.hears(two.rosa) == ""
    assert two.listed() == ["held"]


def test_a_meeting_on_the_last_day_comes_first(two: Ending) -> None:
    finish(two)
    two.jay.says("MEETING", "september 3 at 15:00", "1", "1")
    two.hear()
    two.rosa.says("MEETING", "1")
    two.hear()
    assert WORDS not in " ".join(two.until(0).values())
    assert "did you and Rosa meet" in two.until(0.3)["Jay"]
    assert WORDS in " ".join(two.until(0.35).values())


def test_after_a_meeting_on_the_morning_after_the_last_day_they_still_say_goodbye(
    two: Ending,
) -> None:
    finish(two)
    two.jay.says("MEETING", "september 4 at 9:00", "1", "1")
    two.hear()
    two.rosa.says("MEETING", "1")
    two.hear()
    heard = [*two.until(0).values(), *two.until(0.98).values()]  # half past ten
    assert WORDS not in " ".join(heard)
    assert two.state() == "active"
    assert WORDS in " ".join(two.until(1.05).values())
    two.until(2)
    assert two.state() == "closed"


def test_on_hold_nobody_is_asked_for_words_and_nothing_ends(two: Ending) -> None:
    finish(two)
    two.tell("Rosa", Acted(two.match, "freeze"), "freeze")
    two.hear()
    assert WORDS not in " ".join((two.until(0) | two.until(2)).values())
    assert two.state() == "suspended"
    two.tell("Rosa", Acted(two.match, "lift"), "lift")
    two.hear()
    two.jay.says("0")
    assert WORDS in two.until(3)["Jay"]
    two.until(4)
    assert two.state() == "closed"


def test_who_is_afraid_instead_of_saying_goodbye_is_not_asked_again(two: Ending) -> None:
    finish(two)
    two.until(0)
    assert "telling Dana Reyes right now" in two.jay.says("she scares me")[0]
    assert "on hold for now" in two.hears(two.rosa)
    heard = " ".join(" ".join(two.until(day).values()) for day in (1, 2))
    assert WORDS not in heard
    two.rosa.says("thank you Jay")
    assert two.hears(two.jay) == ""
    assert two.state() == "suspended"


def test_ended_for_safety_nobody_is_asked_anything(two: Ending) -> None:
    finish(two)
    two.tell("Rosa", Acted(two.match, "end", safety=True), "end")
    two.hear()
    heard = " ".join(" ".join(two.until(day).values()) for day in (0, 1, 3, 5, 8))
    assert WORDS not in heard
    assert "from 1" not in heard


def test_while_they_agree_on_more_time_nothing_ends(two: Ending) -> None:
    two.until(-30)
    two.jay.says("more time")
    two.rosa.says("more time")
    two.hear()
    assert WORDS not in " ".join((two.until(0) | two.until(1)).values())
    assert two.state() == "active"


def test_who_rests_on_the_last_day_says_goodbye_when_they_are_back(two: Ending) -> None:
    finish(two)
    two.jay.says("PAUSE", "until september 8", "1")
    two.hear()
    assert two.until(0)["Jay"] == two.until(1)["Jay"] == ""
    assert two.state() == "closed"
    heard = two.until(6)["Jay"]
    assert "That was your time with Rosa" in heard
    assert "leave Rosa a few words" in heard


def test_who_is_back_just_before_it_is_over_says_goodbye_too(two: Ending) -> None:
    finish(two)
    two.jay.says("PAUSE", "until september 4", "1")
    two.hear()
    assert two.until(0)["Jay"] == ""
    heard = two.until(1)["Jay"]
    assert "Back to: Would you like to leave Rosa a few words" in heard
    assert heard.index("leave Rosa a few words") < heard.index("That was your time with Rosa")
    assert "Passed on to Rosa" in two.jay.says("thanks for every tuesday")[-1]
    assert "thanks for every tuesday" in two.until(2)["Rosa"]


def test_a_programme_may_leave_it_to_its_people(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Ending(open_database(sqlite_url(tmp_path)))
    two.wants(on=False)
    two.settled()
    heard = " ".join(" ".join(two.until(day).values()) for day in (-92, -7, 0, 1))
    assert WORDS not in heard
    assert "Halfway" not in heard
    assert two.state() == "active"
