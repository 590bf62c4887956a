"""A mentor is asked before a match: only a gladly makes it, and the mentee hears of no other."""

from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.internal_events import codec
from assistant.internal_events.kinds import StatusDue
from storage.database import open_database
from storage.inbox import inside
from storage.tables import Handover, Match, table
from tests.conftest import sqlite_url
from tests.crowd import One, add
from tests.phones import Phone, World
from tests.test_clock import tick

H, T = table(Handover), table(Match)
DANA, ROSA, TOM = "+12125550191", "+12125550192", "+12125550193"
JAY, ANA = "+12125550194", "+12125550195"
WANTS = {"topics": ["school", "money"], "free": "mon-fri after 4", "hopes": "pass maths"}
PEOPLE = [
    One(DANA, "coordinator", name="Dana Reyes"),
    One(ROSA, "mentor", name="Rosa Diaz", profile={"capacity": "2"}),
    One(TOM, "mentor", name="Tom"),
    One(JAY, name="Jay Smith", profile=WANTS),
    One(ANA, name="Ana", language="es", profile={"free": "los lunes después de las 4"}),
]


class Office:
    """Dana, two mentors, and two who look for help."""

    def __init__(self, folder: Path) -> None:
        self.world = World(open_database(sqlite_url(folder)))
        add(self.world, PEOPLE)
        phones = [self.world.phone(one.address) for one in PEOPLE]
        self.dana, self.rosa, self.tom, self.jay, self.ana = phones

    def pair(self, mentee: str, mentor: str) -> list[str]:
        """Dana picks them by name."""
        said = self.dana.says("PAIR", mentee, mentor, "Both quiet.", "1")
        self.heard = [self.hears(self.rosa), self.hears(self.tom)]  # what was sent is answered
        return said

    def states(self) -> list[str]:
        with self.world.db.reading() as db:
            return list(db.execute(select(T.c.state).order_by(T.c.id)).scalars())

    def listed(self) -> list[tuple[str, str]]:
        with self.world.db.reading() as db:
            return [(row.kind, row.text) for row in db.execute(select(H).order_by(H.c.id))]

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.world.settle()

    def hears(self, phone: Phone) -> str:
        self.world.settle()
        return " / ".join(phone.hears())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_mentor_hears_who_it_would_be_and_no_more(office: Office) -> None:
    assert office.pair("jay", "rosa")[0].startswith("Done. I ask Rosa Diaz between 9 am and 8 pm")
    heard = office.heard[0]
    for told in (
        "Jay would like a hand with: school and money",
        "Jay can usually meet: Mon-Fri 4-",
        "a mentor for",
    ):
        assert told in heard
    for kept in ("Smith", "pass maths", "Both quiet", "555"):
        assert kept not in heard
    assert office.hears(office.jay) == ""


def test_a_mentee_of_another_language_is_told_of_in_the_mentors(office: Office) -> None:
    office.pair("ana", "rosa")
    assert "Ana can usually meet: Mon 4-" in office.heard[0]


def test_only_a_gladly_makes_the_match(office: Office) -> None:
    office.pair("jay", "rosa")
    assert office.rosa.says("gladly!")[0].startswith("Lovely, thank you!")
    assert office.states() == ["active"]
    assert "meet Rosa" in office.hears(office.jay)


def test_who_says_not_now_is_thanked_and_may_say_why(office: Office) -> None:
    office.pair("jay", "rosa")
    assert "Jay never hears of it" in office.rosa.says("2")[0]
    assert office.states() == ["closed"]
    assert office.rosa.says("my mother is ill until june")[0].startswith("Thank you. I've passed")
    assert [kind for kind, _ in office.listed()] == ["declined", "reply"]
    assert office.hears(office.jay) == ""
    assert "says not now to Jay Smith" in office.hears(office.dana)


def test_a_reason_told_along_reaches_the_coordinator(office: Office) -> None:
    office.pair("jay", "rosa")
    assert "thank you for saying so" in office.rosa.says("not now, exams until june")[0]
    assert office.listed() == [("declined", "not now, exams until june")]


def test_silent_she_is_reminded_once_and_then_it_is_the_coordinators(office: Office) -> None:
    office.pair("jay", "rosa")
    office.passes(days=1, hours=2)
    assert office.hears(office.rosa) == ""
    office.passes(days=1)
    assert "No rush, I'm still here." in office.hears(office.rosa)
    office.passes(days=2)
    assert office.hears(office.rosa) == ""
    assert office.listed() == [("offer_silent", "")]
    office.passes(days=3)
    assert office.listed() == [("offer_silent", "")]
    assert office.rosa.says("1")[0].startswith("Lovely")


def test_two_questions_at_once_are_told_apart(office: Office) -> None:
    office.pair("jay", "rosa")
    office.pair("ana", "rosa")
    office.passes(hours=1)
    assert "a mentor for Ana" in office.hears(office.rosa)
    office.rosa.says("1")
    assert "a mentor for Jay" in office.rosa.says("MENU", "0")[-1]
    office.rosa.says("not now")
    assert office.states() == ["closed", "active"]


def test_of_two_mentors_the_first_has_it_and_the_other_is_told(office: Office) -> None:
    office.pair("jay", "rosa")
    office.pair("jay", "tom")
    office.tom.says("1")
    assert office.states() == ["closed", "active"]
    assert "need to decide about Jay any more" in office.hears(office.rosa)
    assert office.listed() == []


def test_both_at_the_same_moment_only_one_has_it(office: Office) -> None:
    office.pair("jay", "rosa")
    office.pair("jay", "tom")
    office.world.accept([office.rosa.inbound("1"), office.tom.inbound("1")])
    office.world.settle()
    assert office.states() == ["active", "closed"]
    assert "settled now" in office.hears(office.tom)


@pytest.mark.parametrize("goes", ["STOP", "PAUSE", "LEAVE"])
def test_a_mentor_who_goes_meanwhile_is_asked_no_more(office: Office, goes: str) -> None:
    office.pair("jay", "rosa")
    office.rosa.says(goes, *({"PAUSE": ["two weeks", "1"], "LEAVE": ["1", "0"]}.get(goes, ())))
    assert office.states() == ["closed"]
    assert ("offer_off", "") in office.listed()
    office.passes(days=9)
    assert "a mentor for" not in office.hears(office.rosa)
    assert office.hears(office.jay) == ""


@pytest.mark.parametrize("goes", ["STOP", "PAUSE", "LEAVE"])
def test_when_the_mentee_goes_the_mentor_need_not_decide(office: Office, goes: str) -> None:
    office.pair("jay", "rosa")
    office.jay.says(goes, *({"PAUSE": ["two weeks", "1"], "LEAVE": ["1", "0"]}.get(goes, ())))
    assert office.states() == ["closed"]
    assert "need to decide about Jay any more" in office.hears(office.rosa)


def test_who_waits_hears_by_their_day_though_somebody_said_not_now(office: Office) -> None:
    office.pair("jay", "rosa")
    office.rosa.says("not now")
    office.jay.says("thank you")
    who, row = office.jay.person()["id"], StatusDue(1, "mentee")
    with office.world.db.writing() as db:
        address = office.world.rows(person_id=who)[0]["address_id"]
        inside.tell(db, [inside.row(who, address, "due", codec.text(row), office.world.now)])
    assert "Still looking" in office.hears(office.jay)


def test_pair_shows_who_is_asked_and_asks_nobody_twice(office: Office) -> None:
    office.pair("jay", "rosa")
    shown = office.dana.says("PAIR")[-1]
    assert "Jay Smith: asked: Rosa; school, money" in shown
    assert "Rosa" not in office.dana.says("jay")[-1]


def test_who_shows_that_somebody_is_asked(office: Office) -> None:
    office.pair("jay", "rosa")
    assert "Asked about Jay Smith since Tue, Mar 3" in " ".join(office.dana.says("WHO rosa"))
    shown = " ".join(office.dana.says("WHO jay"))
    assert "Rosa Diaz is asked since Tue, Mar 3" in shown
    assert "together with nobody" in shown


def test_the_coordinator_takes_the_question_back(office: Office) -> None:
    office.pair("jay", "rosa")
    assert "Take the question back?" in office.dana.says("PART rosa")[-1]
    office.dana.says("1")
    assert office.states() == ["closed"]
    assert "need to decide about Jay any more" in office.hears(office.rosa)
    assert office.hears(office.jay) == ""


def test_what_is_only_asked_can_not_be_frozen(office: Office) -> None:
    office.pair("jay", "rosa")
    assert "together with nobody" in office.dana.says("FREEZE rosa")[-1]
