"""Two meet once, and then each says in private whether they keep it."""

import random
from itertools import product

import pytest

from assistant.internal_events import codec
from assistant.internal_events.of_match import Acted
from storage.database import Database, open_database
from storage.inbox import inside
from tests.conftest import sqlite_url
from tests.offering import Office
from tests.test_offering import together


@pytest.fixture
def office(tmp_path) -> Office:  # type: ignore[no-untyped-def]
    return met(Office(open_database(sqlite_url(tmp_path))))


def met(office: Office) -> Office:
    """Rosa and Jay would both, and meet; how it was is asked."""
    office.set(agreement={"on": True})
    office.pair("jay", "rosa")
    office.hears(office.rosa)
    office.rosa.says("gladly")
    office.hears(office.jay)
    office.jay.says("let's meet", "thursday at 5", "1", "1")
    office.hears(office.rosa)
    office.rosa.says("1")
    office.days(2)
    office.passes(hours=9)
    assert "did you and Rosa Diaz meet" in office.hears(office.jay)
    assert "did you and Jay Smith meet" in office.hears(office.rosa)
    office.passes(hours=16)  # the next noon
    office.hears(office.rosa)
    office.hears(office.jay)
    return office


def asked(office: Office) -> Office:
    """Both have said how it was, and are asked whether they keep it."""
    for phone in (office.jay, office.rosa):
        assert "Would you like to keep going with" in phone.says("1", "4", "0")[-1]
    return office


def test_both_keep_it_and_agree_on_terms_the_day_after(office: Office) -> None:
    asked(office)
    assert office.jay.says("keep going")[0].startswith("Thank you, that's good to hear.")
    assert office.hears(office.rosa) == ""
    assert "you and Jay Smith both keep going" in office.rosa.says("1")[0]
    assert "you and Rosa Diaz both keep going" in office.hears(office.jay)
    assert office.stands() == [("active", "")]
    office.days(2)
    assert "agree on" in office.hears(office.jay)
    assert "agree on" in office.hears(office.rosa)


def test_nothing_is_agreed_on_before_both_keep_it(office: Office) -> None:
    asked(office)
    office.jay.says("keep going")
    for _ in range(7):
        office.passes(days=1)
        heard = office.hears(office.jay) + office.hears(office.rosa)
        assert "agree on" not in heard


def test_nobody_is_asked_how_it_goes_before_both_have_decided(office: Office) -> None:
    office.days(9)
    heard = office.hears(office.jay) + office.hears(office.rosa)
    assert "How is it going with" not in heard
    office.days(14)
    assert "How is it going with" in office.hears(office.jay)


def test_one_would_rather_have_somebody_else_and_nobody_hears_whose_word_it_was(
    office: Office,
) -> None:
    asked(office)
    office.rosa.says("1")
    said = office.jay.says("someone else")[0]
    assert "Then it ends here with Rosa Diaz" in said
    assert office.stands() == [("active", "trial")]
    assert "with nobody to blame" in office.jay.says("yes, someone else")[0]
    heard = office.hears(office.rosa)
    assert "You and Jay Smith met once to see, and it doesn't go on. It's nobody's fault." in heard
    assert office.stands() == [("closed", "trial")]
    assert ("dissolved", "") in office.listed()
    assert "She was too strict." not in heard
    assert office.jay.says("she was too strict")[0].startswith("Thank you. I've passed it on")


def test_who_has_not_been_asked_yet_is_asked_no_more(office: Office) -> None:
    office.jay.says("1", "4", "0", "someone else", "1")
    assert "it doesn't go on" in office.hears(office.rosa)
    office.days(4)
    assert "keep going" not in office.hears(office.rosa)


def test_who_is_not_sure_is_asked_again_and_nothing_changes(office: Office) -> None:
    asked(office)
    office.rosa.says("1")
    assert "Nothing changes for now" in office.jay.says("not sure")[0]
    assert ("unsure", "") in office.listed()
    assert office.stands() == [("active", "trial")]
    office.hears(office.jay)
    office.days(8)
    assert "Would you like to keep going with Rosa Diaz?" in office.hears(office.jay)
    office.jay.says("1")
    assert office.stands() == [("active", "")]


def test_who_says_nothing_is_asked_once_more_and_then_it_is_the_coordinators(
    office: Office,
) -> None:
    office.rosa.says("1", "4", "0", "keep going")
    office.days(4)
    assert "Would you like to keep going with Rosa Diaz?" in office.hears(office.jay)
    office.days(2)
    assert "No rush" not in office.hears(office.jay)  # that comes in its own time
    office.days(2)
    assert ("undecided", "") in office.listed()


def test_who_keeps_it_hears_by_the_day_that_was_named(office: Office) -> None:
    office.rosa.says("1", "4", "0")
    assert "by Monday how it goes on" in office.rosa.says("keep going")[0]
    office.days(4)
    assert "nothing is decided yet" in office.hears(office.rosa)


def test_on_hold_nothing_is_decided(office: Office) -> None:
    asked(office)
    freeze(office)
    assert "keep going" not in " ".join(office.jay.says("keep going"))
    assert office.stands() == [("suspended", "trial")]


def freeze(office: Office) -> None:
    rows = office.world.rows(person_id=office.ids["Rosa"])
    address = next(row["address_id"] for row in rows if row["address_id"])
    words = codec.text(Acted(1, "freeze"))
    with office.world.db.writing() as db:
        row = inside.row(office.ids["Rosa"], address, "freeze", words, office.world.now)
        inside.tell(db, [row])
    office.world.settle()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (("1", "1"), {("active", "")}),
        (("1", "someone else"), {("closed", "trial")}),
        (("STOP", "1"), set(product(("stopped", "closed"), ("trial", "")))),
        (("someone else", "someone else"), {("closed", "trial")}),
    ],
)
def test_both_say_it_in_the_same_second(
    db: Database, words: tuple[str, str], ends: set[tuple[str, str]], seed: int
) -> None:
    """Whichever comes first, both hear of one end, and nobody is asked any more."""
    office = asked(met(Office(db)))
    for phone, said in ((office.jay, words[0]), (office.rosa, words[1])):
        if said == "someone else":
            phone.says("3")
    both = [(office.jay, words[0]), (office.rosa, words[1])]
    together(office, random.Random(seed), *both)
    office.passes(hours=14)
    assert office.stands()[0] in ends
    crashed = [row for row in office.world.rows(direction="in") if row["aside_at"]]
    assert crashed == []
    for phone in (office.jay, office.rosa):
        phone.hears()
    office.days(2)
    assert "keep going with" not in office.hears(office.rosa) + office.hears(office.jay)
