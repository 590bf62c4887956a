"""One line from each before two meet for the first time: both see both, once, and in time."""

import pytest

from storage.database import Database
from tests.offering import Office

ASKED = "what would make it good for you?"
OPEN_OFFICE = "no lecture please"


@pytest.fixture
def office(db: Database) -> Office:
    """Jay and Rosa meet for the first time on Thursday at five."""
    office = Office(db)
    office.pair("jay", "rosa")
    office.hears(office.rosa)
    office.rosa.says("gladly")
    office.hears(office.jay)
    office.jay.says("let's meet", "thursday at 5", "1", "1")
    office.hears(office.rosa)
    office.rosa.says("1")
    return office


def asked(office: Office) -> None:
    for phone in (office.jay, office.rosa):
        assert ASKED in office.hears(phone) + "".join(row["text"] for row in phone.thread()[-1:])


def test_both_are_asked_and_see_both_once_both_have_written(office: Office) -> None:
    asked(office)
    assert "Rosa Diaz sees it before you meet" in office.jay.says(OPEN_OFFICE)[0]
    assert office.hears(office.rosa) == ""
    (said,) = office.rosa.says("good questions!")
    assert said == f"Jay Smith wrote: {OPEN_OFFICE}. Jay Smith gets yours, too."
    assert office.hears(office.jay) == (
        "Rosa Diaz wrote: good questions! Rosa Diaz gets yours, too."
    )
    office.days(2)
    office.passes(hours=4)
    told = office.hears(office.jay) + office.hears(office.rosa)
    assert "wrote" not in told


def test_shortly_before_the_other_sees_it_even_alone(office: Office) -> None:
    asked(office)
    office.jay.says(OPEN_OFFICE)
    office.days(2)
    assert "wrote" not in office.hears(office.rosa)
    office.passes(hours=4)  # two in the afternoon, three hours before
    assert f"Before you two meet, Jay Smith wrote: {OPEN_OFFICE}." in office.hears(office.rosa)
    assert "wrote" not in office.hears(office.jay)
    said = " ".join(office.rosa.says("good questions"))
    assert "wrote" not in said  # she has seen it
    assert "Rosa Diaz wrote: good questions." in office.hears(office.jay)


def test_who_would_rather_not_need_not_and_the_other_is_not_kept_waiting(office: Office) -> None:
    asked(office)
    assert office.jay.says("0") == ["No problem, then I leave it at that."]
    office.rosa.says("good questions")
    assert "Rosa Diaz wrote: good questions." in office.hears(office.jay)


def test_a_number_cannot_go_along(office: Office) -> None:
    asked(office)
    said = office.jay.says("call me on 212 555 0147 before")
    assert "can't go along before you two have met" in said[0]
    assert ASKED in said[-1]
    office.jay.says(OPEN_OFFICE)
    office.rosa.says("good questions")
    assert "555" not in office.hears(office.rosa)


def test_a_sign_is_held_and_nobody_hears_of_it(office: Office) -> None:
    asked(office)
    assert "sees it before you meet" in office.rosa.says("add me on snapchat")[0]
    office.jay.says(OPEN_OFFICE)
    assert "snap" not in office.hears(office.jay)
    assert f"Jay Smith wrote: {OPEN_OFFICE}." in office.hears(office.rosa)
    assert [kind for kind, _ in office.listed()] == ["held"]


def test_moved_it_is_not_asked_again(office: Office) -> None:
    asked(office)
    office.jay.says(OPEN_OFFICE, "MOVE", "friday at 5", "1")
    office.hears(office.rosa)
    office.rosa.says("MEETING", "1")
    assert ASKED not in office.hears(office.jay)
    assert ASKED in " ".join(row["text"] for row in office.rosa.thread()[-2:])


def test_after_both_keep_it_no_meeting_asks_for_one(office: Office) -> None:
    asked(office)
    office.jay.says(OPEN_OFFICE)
    office.rosa.says("good questions")
    office.days(3)
    for phone in (office.jay, office.rosa):
        office.hears(phone)
        phone.says("1", "4", "0", "keep going")
    office.jay.says("MEETING", "next thursday at 5", "1")
    office.hears(office.rosa)
    office.rosa.says("MEETING", "1")
    assert ASKED not in office.hears(office.jay) + office.hears(office.rosa)


def test_gone_meanwhile_nothing_is_shown(office: Office) -> None:
    asked(office)
    office.jay.says(OPEN_OFFICE)
    office.rosa.says("STOP")
    office.days(2)
    office.passes(hours=4)
    assert "wrote" not in office.hears(office.rosa) + office.hears(office.jay)


def test_both_at_once_both_see_both(office: Office) -> None:
    asked(office)
    said = [office.jay.inbound(OPEN_OFFICE), office.rosa.inbound("good questions")]
    office.world.accept(said)
    assert "Rosa Diaz wrote: good questions." in office.hears(office.jay)
    assert f"Jay Smith wrote: {OPEN_OFFICE}." in office.hears(office.rosa)


def test_once_they_have_met_nobody_is_asked_for_it_any_more(office: Office) -> None:
    asked(office)
    office.days(3)
    for phone in (office.jay, office.rosa):
        office.hears(phone)
        assert ASKED not in " ".join(phone.says("1", "4", "0"))
