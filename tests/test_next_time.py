"""When two who have met are asked for the next time, and which times they are offered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.turns.batch_matches import Pair
from assistant.turns.matches import rhythm
from flows.lifecycles.agreement import Agreement, Terms, Version
from flows.lifecycles.meeting import Meeting
from flows.lifecycles.offer import Stage
from storage.database import open_database
from storage.mentoring.feedback import Given
from storage.mentoring.matches import Side
from tests.conftest import sqlite_url
from tests.offering import Office
from tests.test_trial import asked, met

HELD = datetime(2026, 3, 5, 22, 0, tzinfo=UTC)
NOW = HELD + timedelta(hours=3)


@pytest.fixture
def office(tmp_path) -> Office:  # type: ignore[no-untyped-def]
    return met(Office(open_database(sqlite_url(tmp_path))))


def test_who_has_agreed_is_asked_for_the_next_time(office: Office) -> None:
    asked(office)
    office.jay.says("1")
    office.rosa.says("1")
    office.days(2)
    for phone in (office.rosa, office.jay):
        assert "agree on" in office.hears(phone)
    office.rosa.says("1", "1", "1")
    said = office.jay.says("1", "1", "1")
    assert "It's agreed, you and Rosa Diaz" in said[0]
    assert "When could you meet Rosa Diaz?" in said[-1]


@pytest.mark.parametrize(("often", "days"), [("week", 3), ("fortnight", 10), ("month", 24)])
def test_times_are_offered_as_often_as_they_agreed(often: str, days: int) -> None:
    assert rhythm.begins(pair(often), NOW) == HELD + timedelta(days=days)


def test_a_meeting_that_was_missed_is_made_up_for_soon() -> None:
    assert rhythm.begins(pair("month", said="no"), NOW) == NOW


def test_near_the_last_day_they_meet_a_week_before_it_at_the_latest() -> None:
    found = rhythm.begins(pair("month", last_day="2026-03-20"), NOW)
    assert found == datetime(2026, 3, 13, tzinfo=UTC)


def pair(often: str, said: str = "yes", last_day: str = "2026-09-03") -> Pair:
    terms = Terms(often, 60, "phone", "09:00", "20:00", last_day)
    about = f"meeting:{HELD.isoformat(timespec='minutes')}"
    given = Given(1, 2, about, 5, {"met": said})
    sides = [Side(n, *[None] * (len(Side._fields) - 1)) for n in (1, 2)]
    found = Pair(1, 1, *sides, Meeting(), ("", ""))  # type: ignore[arg-type]
    holds = Version(1, terms, "", {}, None, ())
    return replace(
        found,
        stage=Stage.NONE,
        last_day=last_day,
        feedback=(given,),
        agreement=Agreement(None, holds, 1, {}),
    )
