"""When two people could meet."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import reading
from flows.mentoring.times import slots
from flows.mentoring.times.slots import Free
from flows.reading import Window

NEW_YORK, MADRID, KATHMANDU = "America/New_York", "Europe/Madrid", "Asia/Kathmandu"
MONDAY = datetime(2026, 10, 12, 15, 0, tzinfo=UTC)


def said(text: str, zone: str = NEW_YORK, language: str = "en") -> Free:
    return Free(reading.availability(text, language), zone)


def local(found: list[datetime], zone: str = NEW_YORK) -> list[str]:
    return [f"{at.astimezone(ZoneInfo(zone)):%a %-d %H:%M}" for at in found]


def test_the_next_hours_that_both_have_free_are_found_on_different_days() -> None:
    other = said("tue or thu after 4, wed after 4:30")
    found = slots.shared(said("mon to thu after 3:30"), other, MONDAY)
    assert local(found) == ["Tue 13 16:00", "Wed 14 16:30", "Thu 15 16:00"]
    assert all(at.tzinfo is UTC for at in found)


def test_each_is_asked_in_their_own_zone() -> None:
    found = slots.shared(said("mornings"), said("por la tarde", MADRID, "es"), MONDAY)
    assert local(found) == ["Wed 14 09:00", "Thu 15 09:00", "Fri 16 09:00"]
    assert local(found, MADRID)[0] == "Wed 14 15:00"


def test_a_day_may_be_another_on_the_other_side_of_the_world() -> None:
    free = Free([Window(1, time(17), time(20))], "America/Los_Angeles")
    other = Free([Window(2, time(9), time(12))], "Asia/Tokyo")
    found = slots.shared(free, other, MONDAY)
    assert local(found, "America/Los_Angeles")[0] == "Tue 13 17:00"
    assert local(found, "Asia/Tokyo")[0] == "Wed 14 09:00"


def test_people_who_share_no_hour_are_offered_none() -> None:
    assert slots.shared(said("mornings"), said("evenings"), MONDAY) == []
    assert slots.shared(said("mon"), said("tue"), MONDAY) == []
    assert slots.shared(said("tue 4 to 4:30"), said("whenever"), MONDAY) == []
    assert slots.shared(Free([], NEW_YORK), said("whenever"), MONDAY) == []


def test_nothing_is_sooner_than_a_day_or_later_than_two_weeks() -> None:
    found = slots.shared(said("mon after 11"), said("whenever"), MONDAY)
    assert local(found) == ["Mon 19 11:00", "Mon 19 13:00", "Mon 26 11:00"]
    assert slots.shared(said("mon 10 to 11"), said("whenever"), MONDAY)[0] - MONDAY >= timedelta(1)


def test_the_same_day_serves_twice_only_when_there_is_no_other() -> None:
    found = slots.shared(said("sat 10 to 3"), said("whenever"), MONDAY)
    assert local(found) == ["Sat 17 10:00", "Sat 17 12:00", "Sat 24 10:00"]


def test_an_hour_keeps_its_place_when_the_clocks_change_between() -> None:
    now = datetime(2026, 10, 30, 12, 0, tzinfo=UTC)  # New York changes on 1 November
    found = slots.shared(said("sat or mon after 4"), said("whenever"), now)
    assert local(found) == ["Sat 31 16:00", "Mon 2 16:00", "Sat 7 16:00"]
    assert [at.hour for at in found] == [20, 21, 21]


def test_weeks_in_which_only_one_side_has_changed_are_reckoned_right() -> None:
    now = datetime(2027, 3, 14, 12, 0, tzinfo=UTC)  # Madrid changes two weeks after New York
    found = slots.shared(said("mornings"), said("tardes", MADRID, "es"), now)
    assert local(found)[0] == "Mon 15 09:00"
    assert local(found, MADRID)[0] == "Mon 15 14:00"


@pytest.mark.parametrize(
    ("day", "hours", "expected"),
    [
        ((2027, 3, 11), (1, 4), ["Sun 14 01:00"]),  # 2:00 to 3:00 is not there
        ((2026, 10, 29), (1, 4), ["Sun 1 02:00", "Sun 8 01:00"]),  # 1:00 to 2:00 comes twice
    ],
)
def test_an_hour_that_is_not_there_or_there_twice_is_not_offered(
    day: tuple[int, int, int], hours: tuple[int, int], expected: list[str]
) -> None:
    night = Free([Window(6, time(hours[0]), time(hours[1]))], NEW_YORK)
    now = datetime(*day, 12, 0, tzinfo=UTC)
    found = local(slots.shared(night, night, now, most=9))
    assert not {"Sun 14 02:00", "Sun 14 02:30", "Sun 1 01:00", "Sun 1 01:30"} & set(found)
    assert set(expected) <= set(found)


def test_meetings_begin_on_the_hour_or_the_half_hour() -> None:
    found = slots.shared(said("tue 3:45 to 5:45"), said("whenever"), MONDAY)
    assert local(found)[0] == "Tue 13 16:00"
    found = slots.shared(said("mornings"), said("evenings", KATHMANDU), MONDAY)
    assert {at.astimezone(ZoneInfo(NEW_YORK)).minute for at in found} <= {0, 30}


ZONES = st.sampled_from([NEW_YORK, MADRID, KATHMANDU, "Australia/Lord_Howe", "UTC"])
WINDOWS = st.lists(
    st.builds(
        lambda day, start, length: Window(day, time(start), time(min(start + length, 23))),
        st.integers(0, 6),
        st.integers(0, 22),
        st.integers(1, 9),
    ),
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(WINDOWS, ZONES, WINDOWS, ZONES, st.integers(0, 800 * 24))
def test_whatever_is_offered_suits_both(
    one: list[Window], zone: str, two: list[Window], other: str, hours: int
) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    found = slots.shared(Free(one, zone), Free(two, other), now)
    assert len(found) <= 3
    assert found == sorted(set(found))
    for at in found:
        assert timedelta(days=1) <= at - now <= timedelta(days=14)
        for windows, name in ((one, zone), (two, other)):
            start = at.astimezone(ZoneInfo(name))
            end = (at + timedelta(hours=1)).astimezone(ZoneInfo(name))
            assert any(
                each.weekday == start.weekday()
                and each.start <= start.time()
                and end.time() <= each.end
                for each in windows
            )
