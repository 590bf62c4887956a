"""A mentor who waits is asked after three weeks whether they are still up for it."""

import pytest

from assistant.internal_events import codec
from assistant.internal_events.kinds import StatusDue
from storage.database import Database
from storage.inbox import inside
from tests.offering import Office
from tests.phones import Phone

ASKS = "Are you still up for it?"
LOOKING = "still looking"


@pytest.fixture
def office(db: Database) -> Office:
    return Office(db)


def waits(office: Office, name: str, since: str, role: str = "mentor") -> str:
    """The day has come by which somebody was to hear."""
    phone: Phone = getattr(office, name.lower())
    person = office.ids[name]
    address = next(row["address_id"] for row in office.world.rows(person_id=person))
    event = StatusDue(1, role, since)
    cause = f"waits:{name}:{office.world.now}"
    row = inside.row(person, address, cause, codec.text(event), office.world.now)
    with office.world.db.writing() as db:
        inside.tell(db, [row])
    return office.hears(phone)


def test_after_three_weeks_they_are_asked_and_not_before(office: Office) -> None:
    assert ASKS not in waits(office, "Tom", "2026-02-11")  # twenty days before
    assert ASKS in waits(office, "Uma", "2026-02-10")
    assert ASKS not in waits(office, "Jay", "2026-01-01", "mentee")


def test_by_themselves_they_come_to_be_asked(office: Office) -> None:
    """From one day that they were told to the next."""
    waits(office, "Tom", "2026-03-03")
    heard = ""
    for _day in range(1, 28):
        office.passes(days=1)
        heard = office.hears(office.tom)
        if ASKS in heard:
            break
    assert 21 <= _day <= 27


def test_a_yes_is_thanked_and_they_wait_anew(office: Office) -> None:
    waits(office, "Tom", "2026-02-01")
    assert office.tom.says("1") == ["Lovely, thank you! You'll hear from me by Friday."]
    heard = []
    for _ in range(14):
        office.passes(days=1)
        heard += office.tom.hears()
    assert any(LOOKING in one.lower() for one in heard)
    assert not any(ASKS in one for one in heard)
    assert office.listed() == []


def test_not_just_now_becomes_a_rest_and_not_any_more_a_goodbye(office: Office) -> None:
    waits(office, "Tom", "2026-02-01")
    assert "Until what day" in office.tom.says("not just now")[0]
    waits(office, "Uma", "2026-02-01")
    assert "leave" in office.uma.says("3")[0]


def test_silence_is_the_coordinators_after_a_week_and_once(office: Office) -> None:
    waits(office, "Tom", "2026-02-01")
    office.days(6)
    assert office.listed() == []
    office.days(2)
    assert [kind for kind, _ in office.listed()] == ["still_up_silent"]
    office.days(7)
    assert [kind for kind, _ in office.listed()] == ["still_up_silent"]


def test_where_the_programme_says_so_nobody_is_asked(office: Office) -> None:
    office.set(offers={"on": True, "still_up": 0})
    assert ASKS not in waits(office, "Tom", "2026-01-01")


def test_who_is_asked_about_somebody_is_not_asked(office: Office) -> None:
    office.pair("jay", "tom")
    office.hears(office.tom)
    assert ASKS not in waits(office, "Tom", "2026-01-01")
