"""What a programme proposes to two people, and the days that they may pick."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.programmes import agreements
from assistant.programmes.agreements import Defaults
from storage.people.programmes import Programme
from tests.one_turn import BRIDGE

TODAY = date(2026, 9, 1)


def programme(until: str = "2027-12-31", **settings: Any) -> Programme:
    return BRIDGE._replace(settings={"until": until, "agreement": settings})


def test_adults_meet_once_a_month_for_half_a_year() -> None:
    found = agreements.proposed(programme(), TODAY, minor=False)
    assert (found.often, found.until) == ("month", "2027-03-01")


def test_young_people_meet_every_two_weeks_for_a_year() -> None:
    found = agreements.proposed(programme(), TODAY, minor=True)
    assert (found.often, found.until) == ("fortnight", "2027-09-01")


def test_no_last_day_is_after_the_programme_s() -> None:
    found = agreements.proposed(programme(until="2026-12-20"), TODAY, minor=True)
    assert found.until == "2026-12-20"
    days = dict(agreements.last_days(programme(until="2026-12-20", year="2027-06-18"), TODAY))
    assert days == {"programme": "2026-12-20"}


def test_the_programme_names_its_own() -> None:
    own = {"often": "week", "minutes": 45, "how": "mixed", "hours": ["15:00", "18:00"]}
    own |= {"length": "year", "year": "2027-06-18", "semester": "2027-01-29"}
    found = agreements.proposed(programme(**own), TODAY, minor=True)
    assert (found.often, found.long, found.how) == ("week", 45, "mixed")
    assert (found.start, found.end, found.until) == ("15:00", "18:00", "2027-06-18")
    assert "semester" in dict(agreements.last_days(programme(**own), TODAY))


@pytest.mark.parametrize("wrong", [{"hours": ["20:00", "09:00"]}, {"often": "daily"}, {"x": 1}])
def test_what_is_wrong_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Defaults(**wrong)
