"""A question that waits for longer than was promised goes to a second coordinator, once."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from storage.database import Database
from storage.people import programmes
from storage.tables import Person, Programme, table
from tests import crowd
from tests.crowd import One
from tests.phones import Phone, World, code
from tests.test_clock import tick

P, S = table(Person), table(Programme)
QUESTION = "is the library open on friday"
LONGER = "Sorry, your question takes longer than I said. I've asked about it again."


@dataclass
class Office:
    world: World
    jay: Phone
    dana: Phone
    sam: Phone

    def asks(self) -> None:
        said = self.jay.says("ASK", QUESTION)
        assert "answers here by Friday" in said[-1]
        self.world.settle()
        self.dana.hears()
        self.sam.hears()

    def at(self, day: int, hour: int = 15) -> tuple[list[str], list[str], list[str]]:
        """What Jay, Dana and Sam hear by then."""
        self.world.now = datetime(2026, 3, day, hour, tzinfo=UTC)
        for _ in range(3):
            tick(self.world)
        return self.jay.hears(), self.dana.hears(), self.sam.hears()

    def settings(self, **values: Any) -> None:
        with self.world.db.writing() as db:
            settings = {**programmes.every(db)[1].settings, **values}
            db.execute(update(S).where(S.c.id == 1).values(settings=settings))

    def change(self, phone: Phone, **values: Any) -> None:
        with self.world.db.writing() as db:
            db.execute(update(P).where(P.c.id == phone.person()["id"]).values(**values))


def coordinator(world: World, address: str, name: str) -> Phone:
    phone = world.phone(address, "simulated_telegram")
    phone.says(f"/start {code(world.db, world.now)}")
    phone.presses("Okay")
    with world.db.writing() as db:
        db.execute(update(P).where(P.c.id == phone.person()["id"]).values(name=name))
    return phone


@pytest.fixture
def office(db: Database) -> Office:
    world = World(db)  # a Tuesday: who asks is told Friday
    crowd.add(world, [One("+12125550122", name="Jay")])
    people = coordinator(world, "777", "Dana"), coordinator(world, "888", "Sam")
    return Office(world, world.phone("+12125550122"), *people)


def about(texts: list[str]) -> list[str]:
    return [text for text in texts if "waited since" in text or "brought it to" in text]


def told(heard: tuple[list[str], list[str], list[str]]) -> list[str]:
    """What any of the three is told of it."""
    jay, dana, sam = heard
    return [*jay, *about([*dana, *sam])]


def test_it_is_told_to_the_second_with_what_was_asked_and_to_the_first(office: Office) -> None:
    office.asks()
    assert told(office.at(6)) == []
    jay, dana, sam = office.at(7)
    assert jay == [LONGER]
    assert about(dana) == [
        "Jay has waited for an answer since Tue, Mar 3. I've brought it to Sam as well."
    ]
    assert "This has waited since Tue, Mar 3, longer than I said it would." in sam[0]
    assert QUESTION in " ".join(sam)
    assert told(office.at(8)) == []


def test_the_second_answers_it_there(office: Office) -> None:
    office.asks()
    office.at(7)
    office.sam.presses("Answer Jay")
    office.sam.says("Yes, until six")
    assert "Yes, until six" in " ".join(office.jay.hears())


@pytest.mark.parametrize("who", ["dana", "sam"])
def test_what_was_answered_waits_no_more(office: Office, who: str) -> None:
    office.jay.says("ASK", QUESTION)
    office.world.settle()
    by: Phone = getattr(office, who)
    by.hears()
    by.presses("Answer Jay")
    by.says("Yes, until six")
    office.jay.hears()
    office.dana.hears()
    office.sam.hears()
    assert told(office.at(7)) == []


def test_a_programme_may_say_when(office: Office) -> None:
    office.settings(question_days=1)
    office.asks()
    assert told(office.at(4)) == []
    assert office.at(5)[0] == [LONGER]


def test_with_one_coordinator_it_is_brought_to_them_again(office: Office) -> None:
    office.change(office.sam, stopped_at=office.world.now)
    office.asks()
    _, dana, sam = office.at(7)
    assert QUESTION in " ".join(dana)
    assert sam == []


def test_who_rests_is_passed_by(office: Office) -> None:
    office.change(office.dana, paused_until=datetime(2026, 4, 1, tzinfo=UTC))
    office.asks()
    _, dana, sam = office.at(7)
    assert about(dana) == []
    assert QUESTION in " ".join(sam)


def test_who_has_stopped_is_told_nothing_and_their_question_still_waits(office: Office) -> None:
    office.asks()
    office.change(office.jay, stopped_at=office.world.now)
    jay, _, sam = office.at(7)
    assert jay == []
    assert QUESTION in " ".join(sam)
