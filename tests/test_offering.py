"""Both are asked before two people are together; who waits hears, and nobody of a no."""

import random

import pytest

from storage.database import Database, open_database
from tests.conftest import sqlite_url
from tests.interleaved import Interleaved
from tests.offering import Office
from tests.phones import Phone

LISTED = ("offered", "listed")


@pytest.fixture
def office(tmp_path) -> Office:  # type: ignore[no-untyped-def]
    return Office(open_database(sqlite_url(tmp_path)))


def willing(office: Office) -> Office:
    """Rosa would gladly, and Jay is asked; Tom and Uma stand behind her."""
    first(office)
    office.rosa.says("gladly")
    assert "meet Rosa" in office.hears(office.jay)
    return office


def first(office: Office) -> Office:
    office.lists("Jay", "Rosa", "Tom", "Uma")
    office.begins("Jay")
    assert "a mentor for Jay" in office.hears(office.rosa)
    return office


def no_refusal(words: str) -> bool:
    return not any(said in words for said in ("declin", "said no", "doesn't want", "refus"))


def test_the_mentor_is_asked_first_and_then_who_looks_for_help(office: Office) -> None:
    office.pair("jay", "rosa")
    heard = office.hears(office.rosa)
    assert "Why you: Both quiet. Would you like to be a mentor for Jay? Take until Friday." in heard
    assert "Smith" not in heard
    assert office.hears(office.jay) == ""
    said = office.rosa.says("gladly!")[0]
    assert "I'll ask Jay and tell you by Sat, Mar 7. You two meet once" in said
    assert office.stands() == [("offered", "mentee")]
    assert "meet Rosa. Both quiet. Would you like to meet Rosa once" in office.hears(office.jay)
    assert "I'll find a time for you two" in office.jay.says("lets meet")[0]
    assert office.stands() == [("active", "trial")]
    assert "Jay would like to meet you" in office.hears(office.rosa)


def test_silent_the_mentor_is_reminded_after_a_day_and_then_the_next_is_asked(
    office: Office,
) -> None:
    first(office)
    office.passes(hours=23)
    assert office.hears(office.rosa) == ""
    office.passes(hours=2)
    assert "No rush, I'm still here." in office.hears(office.rosa)
    office.passes(days=2, hours=7)  # the third day, seven in the evening
    assert office.stands()[0] == ("offered", "mentor")
    office.passes(hours=2)
    assert [stage for _, stage in office.stands()][1] == "mentor"
    office.passes(hours=14)
    assert "I've taken the question about Jay back" in office.hears(office.rosa)
    assert "a mentor for Jay" in office.hears(office.tom)
    assert office.listed() == []


def test_who_waits_never_hears_of_a_refusal(office: Office) -> None:
    first(office)
    office.rosa.says("not now")
    office.hears(office.tom)
    office.tom.says("nope not now")
    office.passes(hours=1)
    assert "a mentor for Jay" in office.hears(office.uma)
    assert office.hears(office.jay) == ""


def test_when_nobody_is_left_the_coordinator_hears(office: Office) -> None:
    first(office)
    for phone in (office.rosa, office.tom, office.uma):
        office.passes(hours=1)
        office.hears(phone)
        phone.says("2" if "1 gladly\n2 not" in phone.thread()[-1]["text"] else "3")
    office.passes(hours=1)
    assert ("list_over", "") in office.listed()
    assert "Nobody is left to ask about Jay Smith" in office.hears(office.dana)


def test_who_looks_for_help_says_no_and_the_mentor_hears_only_that_we_look_on(
    office: Office,
) -> None:
    willing(office)
    said = office.jay.says("not for me")[0]
    assert said.startswith("No problem at all. You'll hear from me by Friday.")
    heard = office.hears(office.rosa)
    assert "Thank you for waiting, Rosa Diaz. I'm still looking for the right person" in heard
    assert no_refusal(heard)
    assert "a mentor for Jay" in office.hears(office.tom)
    assert office.jay.says("she is too old")[0].startswith("Thank you. I've passed it on")


def test_who_looks_for_help_is_silent_and_it_goes_on(office: Office) -> None:
    willing(office)
    office.days(3)
    assert "No rush" in office.hears(office.jay)
    office.passes(hours=12)
    assert office.stands()[:2] == [("closed", "mentee"), ("offered", "mentor")]
    office.passes(hours=12)
    assert "taken the question about Rosa back for now. Dana Reyes keeps" in office.hears(
        office.jay
    )
    assert "I'm still looking for the right person for you" in office.hears(office.rosa)


def test_the_mentor_hears_by_the_day_that_was_named(office: Office) -> None:
    willing(office)
    office.days(3)
    office.hears(office.jay)
    office.jay.says("2 what does she do all day")
    office.hears(office.rosa)
    office.passes(days=1)
    assert "No word from Jay yet. I'll tell you by" in office.hears(office.rosa)


def test_a_question_goes_along_without_names_and_the_clock_stands_still(office: Office) -> None:
    first(office)
    office.passes(days=2)
    office.hears(office.rosa)
    assert "I'm asking Jay now" in office.rosa.says("2 what year is he in? rosa here")[0]
    heard = office.hears(office.jay)
    assert "A mentor we have in mind for you asks: what year is he in? ... here." in heard
    office.passes(days=1, hours=23)  # beyond the third evening
    assert office.stands()[0] == ("offered", "mentor_asks")
    assert office.jay.says("yr 11")[-1] == "Thank you. I've passed it on."
    heard = office.hears(office.rosa)
    assert "Jay says: yr 11. Would you like to be a mentor for Jay? Take until Sunday." in heard


def test_without_an_answer_they_can_decide_all_the_same(office: Office) -> None:
    first(office)
    office.rosa.says("a question first", "does he live near the river")
    office.days(2)
    heard = office.hears(office.rosa)
    assert "Jay hasn't answered your question yet. You can decide without it." in heard
    assert "by Sat" in office.rosa.says("1")[0] or office.stands()[0] == ("offered", "mentee")


@pytest.mark.parametrize(
    "words",
    [
        "is this your number 212 555 0147?",
        "can he mail me at rosa@gmail.com?",
        "i live at 12 elm street, is that ok?",
    ],
)
def test_no_way_round_us_goes_along(office: Office, words: str) -> None:
    first(office)
    """It is said that it cannot; or where it may cross a boundary, a person looks at it."""
    told = office.rosa.says(f"2 {words}")[0].startswith("Numbers, addresses and links")
    assert office.hears(office.jay) == ""
    assert office.stands()[0] == ("offered", "mentor" if told else "mentor_asks")
    assert told or office.listed() == [("relay", words)]


GOING = {"STOP": (), "PAUSE": ("two weeks", "1"), "LEAVE": ("1", "0")}


@pytest.mark.parametrize("goes", GOING)
def test_a_mentor_who_goes_gives_way_to_the_next(office: Office, goes: str) -> None:
    willing(office)
    office.rosa.says(goes, *GOING[goes])
    office.passes(minutes=10)
    assert office.stands()[:2] == [("closed", "mentee"), ("offered", "mentor")]
    assert "Still looking for the right person for you" in office.hears(office.jay)
    assert "a mentor for Jay" in office.hears(office.tom)


@pytest.mark.parametrize("goes", GOING)
def test_who_looks_for_help_goes_and_nobody_is_asked_any_more(office: Office, goes: str) -> None:
    willing(office)
    office.jay.says(goes, *GOING[goes])
    assert [state for state, _ in office.stands()] == ["closed"] * 3
    office.passes(hours=1)
    assert "I'm still looking for the right person for you" in office.hears(office.rosa)
    office.days(5)
    assert office.tom.hears() == []


def test_the_next_who_is_not_free_any_more_is_passed_over(office: Office) -> None:
    first(office)
    office.tom.says("PAUSE", "two weeks", "1")
    office.rosa.says("not now")
    office.passes(hours=1)
    assert office.stands()[1:] == [("closed", "listed"), ("offered", "mentor")]


def test_taken_back_by_the_coordinator_nobody_else_is_asked(office: Office) -> None:
    first(office)
    office.dana.says("PART rosa", "1")
    office.passes(hours=1)
    assert [state for state, _ in office.stands()] == ["closed"] * 3
    assert "need to decide about Jay any more" in office.hears(office.rosa)
    assert office.hears(office.jay) == office.hears(office.tom) == ""


def test_while_they_are_asked_nobody_hears_that_we_look_on(office: Office) -> None:
    office.jay.says("MENU", "0")
    willing(office)
    for _ in range(2):
        office.passes(days=1)
        assert "Still looking" not in office.hears(office.jay)


def test_who_is_only_on_a_list_is_not_said_to_be_asked(office: Office) -> None:
    first(office)
    shown = " ".join(office.dana.says("WHO jay"))
    assert "Rosa Diaz is asked since" in shown
    assert "Tom Byrne is asked" not in shown


def test_a_mentor_on_a_list_is_free_for_others(office: Office) -> None:
    office.lists("Jay", "Rosa", "Tom")
    assert "Tom Byrne" in " ".join(office.dana.says("PAIR", "ana"))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "words", [("1", "STOP"), ("3", "LEAVE"), ("1", "FORGET"), ("2 why me", "STOP")]
)
def test_an_answer_and_a_going_in_the_same_second(
    db: Database, words: tuple[str, str], seed: int
) -> None:
    """Jay answers while Rosa goes: whichever comes first, nobody is left with who has gone, and
    the next of the list is asked unless the two are together."""
    chance = random.Random(seed)
    office = willing(Office(db))
    if words[1] != "STOP":
        office.rosa.says(words[1])
    going = words[1] if words[1] == "STOP" else "1"
    together(office, chance, (office.jay, words[0]), (office.rosa, going))
    office.passes(hours=1)
    office.rosa.hears()
    (state, stage), (second, asked), _third = office.stands()
    if (state, stage) == ("active", "trial"):
        assert second == "closed"
    elif state == "stopped" or (state, second) == ("closed", "closed"):
        assert stage == "trial"  # she has gone after both would have met
    else:
        assert (state, second, asked) == ("closed", "offered", "mentor") or state == "offered"
    crashed = [row for row in office.world.rows(direction="in") if row["aside_at"]]
    assert crashed == []


def together(office: Office, chance: random.Random, *says: tuple[Phone, str]) -> None:
    """Both in the same second, in any order."""
    said = [phone.inbound(words) for phone, words in says]
    chance.shuffle(said)
    if office.world.db.embedded or chance.random() < 0.3:
        office.world.accept(said)
    else:
        Interleaved(office.world, chance).take(said)
    office.world.settle()
