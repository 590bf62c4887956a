"""Meetings again and again: agreed on by both, booked one after the other, moved or called off."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from assistant.internal_events.kinds import ReminderDue
from assistant.turns.handlers import suspensions
from assistant.turns.matches import repeated
from flows import reading
from flows.lifecycles import meeting, series
from flows.lifecycles.meeting import Act, Meeting, Stale
from flows.lifecycles.series import NONE, Regular, Series
from storage.database import Database
from storage.tables import Match, Person, table
from storage.tables import Meeting as Kept
from tests import one_turn
from tests.phones import Phone, World
from tests.test_times import new_york, pair, tick

G, P, T = table(Kept), table(Person), table(Match)
SAID = {
    "w1": "every tuesday at 4, todos los martes a las 4, chaque mardi à 16h, toda terça às 16h",
    "w2": (
        "every second tuesday at 4, tuesdays at 4 every other week, cada dos martes a las 4, "
        "un martes sí y otro no a las 4, un mardi sur deux à 16h, "
        "tous les 15 jours le mardi à 16h, terça sim e outra não às 16h, "
        "de 15 em 15 dias na terça às 16h"
    ),
    "w3": "every three weeks on tuesday at 4, cada tres semanas el martes a las 4",
    "m1": "first tuesday of every month at 4, le premier mardi du mois à 16h",
    "ml": "the last tuesday of each month at 4, el último martes del mes a las 4",
    "m": "once a month on tuesday at 4, uma vez por mês na terça às 16h",
    "once": "just this once, solo esta vez, juste cette fois, só dessa vez",
    "": "tuesday at 4, second tuesday at 4, every day at 4, el martes a las 4, mardi à 16h",
}


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.mark.parametrize("every", SAID)
def test_how_often_is_heard_in_four_languages(every: str) -> None:
    for said in SAID[every].split(", "):
        found, rest = reading.how_often(said)
        assert found == every, said
        if every not in ("", "once"):
            day = {"tuesday", "martes", "mardi", "terca", "terça"}
            assert day & set(rest.replace(",", " ").split()), rest


def test_a_series_follows_the_clock_on_the_wall_over_both_changes() -> None:
    for every, starts, weeks in (("w2", "2026-03-03T16:00", 20), ("ml", "2026-01-30T09:00", 30)):
        one = Series(every, starts, "America/New_York", "Room 12", "mentee", starts)
        found = series.after(one, datetime(2026, 1, 1, tzinfo=UTC))
        walls = [next(found) for _ in range(weeks)]
        assert {wall[10:] for wall in walls} == {starts[10:]}
        days = [datetime.fromisoformat(wall).date() for wall in walls]
        assert {day.weekday() for day in days} == {datetime.fromisoformat(starts).weekday()}
        if every == "w2":
            assert {b - a for a, b in pairwise(days)} == {timedelta(days=14)}
        else:
            assert all((day + timedelta(days=7)).month != day.month for day in days)
            assert len({(day.year, day.month) for day in days}) == weeks


def agree(jay: Phone, rosa: Phone, world: World, words: str = "every thursday at 4") -> None:
    jay.says(words, "1", "1")
    tick(world)
    (asked,) = rosa.hears()
    assert "and then every" in asked
    assert "and then every" in rosa.says("1")[-1]
    jay.hears()


def rows(world: World) -> list[dict[str, Any]]:
    with world.db.reading() as db:
        return [dict(row) for row in db.execute(select(G).order_by(G.c.id)).mappings()]


def booked(world: World) -> str:
    """The meeting that is booked, by the clock of New York."""
    found = [row for row in rows(world) if row["closed_at"] is None and row["state"] == "booked"]
    assert len(found) < 2
    zone = ZoneInfo("America/New_York")
    return f"{found[0]['starts_at'].astimezone(zone):%d %b %H:%M}" if found else ""


def test_a_series_is_booked_one_after_the_other_at_the_same_hour(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    assert booked(world) == "05 Mar 16:00"
    for day in (5, 12, 19):  # the clocks change on the 8th
        for hour in (14, 18):
            tick(world, new_york(day, hour))
            reminded = any(f"Today, Thu, Mar {day}, 4 pm" in said for said in rosa.hears())
            assert reminded == (hour == 14)
        assert booked(world) == f"{day + 7:02} Mar 16:00"


def test_who_said_yes_to_one_alone_has_agreed_to_no_more(world: World) -> None:
    jay, rosa, _ = pair(world)
    jay.says("every thursday at 4", "1", "1")
    tick(world)
    rosa.hears()
    assert "and then" not in rosa.says("just that one time")[-1]
    tick(world, new_york(5, 18))
    assert booked(world) == ""


@pytest.mark.parametrize("moves", ["jay", "rosa"])
def test_one_of_a_series_is_called_off_alone(world: World, moves: str) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    one, other = (jay, rosa) if moves == "jay" else (rosa, jay)
    told = one.says("cancel the meeting", "1", "only that one")
    assert "The next one stays as it is: Thu, Mar 12, 4 pm" in told[-1]
    tick(world)
    (heard,) = other.hears()
    assert "can't make it Thu, Mar 5, 4 pm. The next one stays as it is: Thu, Mar 12" in heard
    assert booked(world) == "12 Mar 16:00"


def test_all_of_a_series_are_called_off(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    jay.says("cancel the meeting", "1", "all of them")
    tick(world)
    assert "has called off your regular meetings" in rosa.hears()[-1]
    tick(world, new_york(12, 18))
    assert booked(world) == ""


def test_whether_it_is_one_or_all_is_asked_and_never_guessed(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    assert "Is it only Thu, Mar 5, 4 pm, or all of them?" in jay.says("MOVE")[-1]
    jay.says("hm", "0")
    assert booked(world) == "05 Mar 16:00"


def test_one_that_is_moved_changes_nothing_of_the_others(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    jay.says("MOVE", "1", "friday at 5", "1")
    tick(world)
    rosa.hears()
    rosa.says("1")
    assert booked(world) == "06 Mar 17:00"
    tick(world, new_york(6, 19))
    assert booked(world) == "12 Mar 16:00"


def test_one_for_which_no_other_time_is_found_does_not_end_the_others(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    jay.says("MOVE", "1", "saturday at 5", "1")
    assert booked(world) == ""
    tick(world, new_york(5, 18))
    tick(world, new_york(8, 10))
    assert booked(world) == "12 Mar 16:00"


def test_all_of_them_move_as_often_as_before(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    asked = jay.says("MOVE", "all of them", "friday at 5")[-1]
    assert "Fri, Mar 6, 5 pm, and then every week" in asked
    jay.says("1")
    tick(world)
    rosa.hears()
    rosa.says("1")
    tick(world, new_york(6, 19))
    assert booked(world) == "13 Mar 17:00"


def test_a_series_goes_on_after_a_rest(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    jay.says("PAUSE", "2 weeks", "call it off")
    tick(world)
    assert "your meeting Thu, Mar 5, 4 pm is off" in rosa.hears()[-1]
    assert booked(world) == "19 Mar 16:00"  # the first after the 17th


def test_a_series_ends_with_the_last_day(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    with world.db.writing() as db:
        db.execute(update(T).values(last_on="2026-03-13"))
    tick(world, new_york(5, 18))
    assert booked(world) == "12 Mar 16:00"
    tick(world, new_york(12, 18))
    assert booked(world) == ""


def test_nothing_goes_on_in_a_match_that_is_left(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    rosa.says("LEAVE", "1", "0")
    tick(world, new_york(12, 18))
    assert booked(world) == ""


def test_who_is_asked_after_one_of_a_series_hears_of_the_next(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    tick(world, new_york(5, 18))
    assert "did you and Rosa meet" in jay.hears()[-1]
    assert "meet again Thu, Mar 12, 4 pm" in jay.says("1", "5", "0")[-1]


ONE = Series("w2", "2026-03-05T16:00", "America/New_York", "Room 12", "mentee", "2026-03-05T16:00")


def test_a_frozen_match_has_no_series_any_more() -> None:
    there = one_turn.pair(spoken=one_turn.meeting(), series=Regular(stands=ONE))
    talk = one_turn.talk(pairs=[there])
    suspensions.freeze_for(talk, there)
    assert talk.pairs[one_turn.MATCH].series == NONE


def test_a_series_is_kept_and_read_as_it_was_and_is_none_once_erased() -> None:
    for one in (Regular(ONE), Regular(None, ONE), Regular(ONE, ONE)):
        kept = repeated.stored(one)
        assert kept is not None
        assert repeated.restored(kept) == one
    assert repeated.stored(NONE) is None
    assert repeated.restored({}) == NONE


def test_a_booked_time_becomes_the_first_of_a_series_only_with_the_other_sides_word() -> None:
    booked = Meeting("booked", "mentor", "2026-03-05T16:00", "UTC", "Room 12")
    wished = Meeting("proposed", "mentee", "2026-03-05T16:00", "UTC", "Room 12")
    asked = meeting.follow(booked, Act("extend", "mentee", wished))
    assert (asked.state, asked.by) == ("proposed", "mentee")
    assert meeting.follow(asked, Act("accept", "mentor", wished)).state == "booked"
    with pytest.raises(Stale):
        meeting.follow(asked, Act("accept", "mentee", wished))
    with pytest.raises(Stale):
        later = Meeting("proposed", "mentee", "2026-03-06T16:00", "UTC", "Room 12")
        meeting.follow(booked, Act("extend", "mentee", later))


def test_a_reminder_that_comes_so_late_that_the_next_is_due_is_not_said_twice() -> None:
    there = [one_turn.pair(spoken=one_turn.meeting())]
    for hours, said in ((3, 1), (2, 0)):
        due = ReminderDue(one_turn.MATCH, one_turn.SLOT, again=False)
        now = one_turn.STARTS - timedelta(hours=hours)
        assert len(one_turn.heard(due, pairs=there, now=now).prompts) == said


def test_who_opts_out_and_comes_back_finds_the_series_again(world: World) -> None:
    jay, rosa, _ = pair(world)
    agree(jay, rosa, world)
    jay.says("STOP")
    assert booked(world) == ""
    jay.says("START", "ok")
    assert booked(world) == "05 Mar 16:00"
    tick(world, new_york(5, 18))
    assert booked(world) == "12 Mar 16:00"


def test_a_time_that_is_booked_already_is_asked_about_as_a_series(world: World) -> None:
    jay, rosa, _ = pair(world)
    jay.says("thursday at 4", "1")
    tick(world)
    rosa.hears()
    rosa.says("1")
    jay.hears()
    jay.says("MEETING", "every thursday at 4", "1")
    tick(world)
    assert "can do Thu, Mar 5, 4 pm, and then every week" in rosa.hears()[-1]
    rosa.says("1")
    tick(world, new_york(5, 18))
    assert booked(world) == "12 Mar 16:00"


def test_whose_clock_changes_on_another_day_hears_of_the_other_hour(world: World) -> None:
    jay, rosa, _ = pair(world)
    with world.db.writing() as db:
        mentor = select(T.c.mentor_id).scalar_subquery()
        db.execute(update(P).where(P.c.id == mentor).values(zone="Europe/Madrid"))
    jay.says("every thursday at 12", "1", "3")  # so far apart a call comes first
    tick(world)
    rosa.hears()
    rosa.says("1")
    shifts = {5: "the next one is Thu, Mar 12, 5 pm", 12: "", 19: "", 26: "Thu, Apr 2, 6 pm"}
    for day, at in shifts.items():
        found = list[str]()
        for later in range(3):  # the question, with which it is said, may have to wait
            tick(world, new_york(day + later, 13, 50))
            found += [said for said in rosa.hears() if "clocks change" in said]
            jay.hears(), rosa.says("0")
        assert len(found) == bool(at), day
        assert all(at in said for said in found)
    assert not any("clocks change" in row["text"] for row in jay.thread())
