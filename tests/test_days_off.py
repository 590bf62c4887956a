"""Holidays and exams of a programme: they are told, left out, and much stands still in them."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select, update

from assistant.programmes import days_off
from assistant.programmes.days_off import Off
from storage.database import Database
from storage.people.programmes import Programme
from storage.tables import Programme as Kept
from storage.tables import table
from tests.one_turn import BRIDGE
from tests.phones import World
from tests.test_series import agree, booked
from tests.test_times import new_york, pair, tick

G = table(Kept)
BREAK = {
    "name": {"en": "spring break", "fr": "vacances de printemps"},
    "first": "2026-03-09",
    "last": "2026-03-15",
}


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def off(world: World, *some: dict[str, Any]) -> None:
    with world.db.writing() as db:
        found = db.execute(select(G.c.settings)).scalar_one()
        db.execute(update(G).values(settings={**found, "days_off": list(some)}))


def of(*some: dict[str, Any]) -> Programme:
    return BRIDGE._replace(settings={**BRIDGE.settings, "days_off": list(some)})


def test_days_off_are_over_on_the_day_after_the_last_of_them() -> None:
    exams = {"name": {"en": "exams"}, "first": "2026-03-16", "last": "2026-03-17"}
    for day, over in ((8, None), (9, 18), (15, 18), (16, 18), (17, 18), (18, None)):
        found = days_off.over(of(BREAK, exams), date(2026, 3, day))
        assert found == (date(2026, 3, over) if over else None), day
    assert days_off.over(BRIDGE, date(2026, 3, 9)) is None
    assert days_off.over(None, date(2026, 3, 9)) is None


def test_days_off_have_a_name_in_the_languages_of_the_product() -> None:
    found = Off(**BREAK)
    assert days_off.called(found, "fr") == "vacances de printemps"
    assert days_off.called(found, "pt") == "spring break"
    for wrong in ({"name": {"fr": "x"}}, {"name": {"en": "x", "xx": "y"}}, {"last": "2026-03-08"}):
        with pytest.raises(ValidationError):
            Off(**{**BREAK, **wrong})


def test_a_series_leaves_days_off_out_and_both_hear_it_once(world: World) -> None:
    jay, rosa, _ = pair(world)
    off(world, BREAK)
    agree(jay, rosa, world)
    for hour in (14, 18, 19):
        tick(world, new_york(5, hour))
    for phone in (jay, rosa):
        (told,) = [said for said in phone.hears() if "No meeting" in said]
        assert "No meeting Thu, Mar 12, 4 pm: spring break. The next one is Thu, Mar 19" in told
    assert booked(world) == "19 Mar 16:00"


def test_it_is_said_where_a_time_falls_in_days_off_and_they_may_still_meet(world: World) -> None:
    jay, rosa, _ = pair(world)
    off(world, BREAK)
    told = jay.says("thursday 12 march at 4", "1")
    assert "falls in this: spring break, until March 15, 2026" in told[-1]
    tick(world)
    assert "falls in this: spring break" in rosa.hears()[-1]
    assert "Booked!" in rosa.says("1")[-1]


def test_check_ins_stand_still_in_days_off(world: World) -> None:
    jay, _rosa, _ = pair(world)
    off(world, BREAK)
    jay.says("0")
    at = new_york(9, 10)
    while at < new_york(16, 8, 59):
        tick(world, at)
        assert not any("How is it going" in said for said in jay.hears())
        at += timedelta(hours=12)
    tick(world, new_york(16, 10))
    tick(world, new_york(16, 19))
    assert any("How is it going" in said for said in jay.hears())
