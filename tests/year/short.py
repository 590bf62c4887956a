"""A short programme with all there is in it, which the promises are judged by."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from storage.database import Database
from tests.year import habits, programme
from tests.year.living import Life, Time
from tests.year.people import HARM, Actor

BEGINS = datetime(2026, 2, 23, 15, tzinfo=UTC)  # two weeks before the clocks change in New York
ENDS = datetime(2026, 4, 25, 15, tzinfo=UTC)
LAST_DAY = "2026-04-10"  # of everybody who agrees on what is proposed
PAIRS = 10
WHEN = Time(BEGINS, ENDS, timedelta(minutes=30), timedelta(hours=3))
GUARDIAN = "+12125550777"


def lived(db: Database, patch: pytest.MonkeyPatch, restarts: int = 14) -> Life:
    """From the first word to the follow-up, for ten pairs and some who have a way of their own."""
    agreed = {"length": "semester", "semester": LAST_DAY, "year": None, "often": "fortnight"}
    described = programme.described(
        until="2026-12-31", agreement=agreed, goodbye={"follow_up": 7}, minimum_age=13
    )
    life = Life(db, described, WHEN, patch)
    programme.staff(life)
    people = cast(life)
    habits.restarts(life, restarts, 11)
    life.join(list(people.values()), programme.WORDS)
    habits.plan(
        life, list(people.values()), BEGINS + timedelta(days=1), habits.Rates(0.3, 0, 0, 0), 5
    )
    fates(life, people)
    life.live(ENDS)
    return life


def cast(life: Life) -> dict[str, Actor]:
    """Ten mentors and eleven who look for one; one of those is sixteen, one says no at once."""
    found = [
        programme.person(life, n, role, 7) for n in range(PAIRS) for role in ("mentee", "mentor")
    ]
    found.append(programme.person(life, PAIRS, "mentee", 7))
    people = {f"{one.role} {(n // 2)}": one for n, one in enumerate(found)}
    young = people["mentee 0"]
    young.age, young.guardian, young.muddled, young.silent = 16, GUARDIAN, 0.0, 0.0
    parent = Actor("Parent", life.phone(GUARDIAN), "en", "guardian", young.chance)
    life.knows(parent)
    people["mentee 5"].own["consent.okay"] = ["2"]
    return people


def fates(life: Life, people: dict[str, Actor]) -> None:
    """What happens to some of them, whatever they are asked at that time."""

    def at(day: str, hour: int, who: str, text: str) -> None:
        moment = datetime.fromisoformat(f"2026-{day}").replace(hour=hour, tzinfo=UTC)
        one = people[who]
        life.comes_to_mind(moment, one, HARM[one.language] if text == "harm" else text)

    at("03-10", 8, "mentee 1", "harm")  # at night
    at("03-19", 18, "mentor 2", "harm")
    at("02-24", 16, "mentee 7", "harm")  # who waits for somebody
    at("03-16", 7, "mentor 3", "STOP")  # at night
    at("04-08", 17, "mentor 3", "START")
    at("02-25", 17, "mentee 10", "STOP")
    at("03-20", 17, "mentee 4", "STOP")
    at("03-12", 18, "mentee 2", "MYDATA")
    at("03-13", 15, "mentor 1", "MYDATA")
    at("04-12", 15, "mentor 8", "MYDATA")
    at("03-31", 16, "mentee 8", "FORGET")
    at("04-20", 16, "mentor 6", "FORGET")
    at("03-25", 17, "mentee 6", "LEAVE")
    at("03-11", 16, "mentor 7", "PAUSE")
    at("03-05", 16, "mentor 6", "FEWER")
    at("03-23", 16, "mentee 9", "SWITCH")
    for day, text in (("03-06", "No meetings on Friday."), ("03-27", "Spring is here!")):
        moment = datetime.fromisoformat(f"2026-{day}").replace(hour=23, minute=30, tzinfo=UTC)
        life.plan(moment, broadcast(life, text))


def broadcast(life: Life, text: str) -> Callable[[], None]:
    """The one before may not have reached everybody yet; then another is written."""
    assert life.dana
    said = ("broadcast", "write another one", "everyone", text, "send it")
    return partial(life.say, life.dana, *said)
