"""What has been kept long enough is given up, by the clock, a little at a time."""

from typing import Any

import pytest
from sqlalchemy import func, insert, select

from assistant.programmes import definitions
from assistant.programmes.definitions import Described
from assistant.records.loop import Records
from storage.database import Database
from storage.people import persons
from storage.records import kept
from storage.sealing.sealed import find_by
from storage.tables import Address, Entry, Fault, Handover, Message, Participant, Person, table
from tests.phones import Phone, World

A, F, H, L, M = table(Address), table(Fault), table(Handover), table(Entry), table(Message)
N, P = table(Participant), table(Person)
INTAKE = ("bridge", "ok", "23", "Jay", "1", "pass maths", "tue after 4", "1", "0", "0", "0", "0")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def settle(world: World) -> int:
    """What the loop of records does until there is no more to do; in how many steps."""
    records = Records(world.db, lambda: world.now)
    for steps in range(2000):
        if not records.step():
            records.release()
            return steps
    raise AssertionError("there is no end to it")


def handle(world: World, phone: Phone) -> str:
    with world.db.reading() as db:
        digest = find_by(phone.channel, phone.address)
        return str(db.execute(select(A.c.handle).where(A.c.digest == digest)).scalar())


def after(world: World, **time: float) -> None:
    """So much later somebody else writes, and it is looked for what is kept too long."""
    world.passes(**time)
    world.phone("+12125550177").says("hi")
    settle(world)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (("bridge",), 30),  # never agreed
        (("bridge", "no thanks"), 30),
        (("bridge", "ok", "16", "1"), 30),  # too young
    ],
)
def test_who_never_took_part_is_gone_after_a_month(
    world: World, said: tuple[str, ...], days: int
) -> None:
    phone = world.phone()
    phone.says(*said)
    after(world, days=days - 1)
    assert handle(world, phone) == phone.address
    world.passes(days=2)
    settle(world)
    assert handle(world, phone) == ""
    assert {row["text"] for row in world.rows(person_id=1)} <= {""}


def test_who_never_agreed_and_writes_again_is_greeted_like_anybody(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    after(world, days=31)
    assert "Okay to text you?" in " ".join(phone.says("bridge"))
    assert handle(world, phone) == phone.address


def test_who_said_no_is_still_known_to_have_said_no(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "no thanks")
    after(world, days=31)
    assert "You asked me not to write" in " ".join(phone.says("hello"))


def test_who_takes_part_is_kept_whatever_they_say(world: World) -> None:
    phone = world.phone()
    phone.says(*INTAKE)
    after(world, days=300)
    assert handle(world, phone) == phone.address
    assert phone.person()["name"] == "Jay"


@pytest.mark.parametrize("said", [("STOP",), ("LEAVE", "1", "0")])
def test_who_has_left_or_stopped_is_gone_after_half_a_year(
    world: World, said: tuple[str, ...]
) -> None:
    phone = world.phone()
    phone.says(*INTAKE, *said)
    after(world, days=180)
    assert phone.person()["name"] == "Jay"
    after(world, days=5)
    assert phone.person()["name"] is None
    assert handle(world, phone) == ""


def test_half_a_year_after_a_programmes_end_its_people_are_gone(world: World) -> None:
    phone = world.phone()
    phone.says(*INTAKE)
    after(world, days=480)  # it ended on 30 June 2027
    assert phone.person()["name"] == "Jay"
    after(world, days=200)
    assert phone.person()["name"] is None


def test_texts_and_answers_are_gone_after_two_years(world: World) -> None:
    phone = world.phone()
    phone.says(*INTAKE)
    _goes_on_until(world, 2035)
    world.passes(days=720)
    phone.says("hi again")
    settle(world)
    assert "pass maths" in [row["text"] for row in world.rows()]
    world.passes(days=20)
    phone.says("hi once more")
    settle(world)
    assert {row["text"] for row in world.rows(direction="in")} == {"hi again", "hi once more"}
    with world.db.reading() as db:
        assert db.execute(select(L.c.facts).where(L.c.facts.is_not(None))).all() == []
        assert db.execute(select(N.c.profile)).scalar_one()["hopes"] == "pass maths"


def test_it_is_done_in_many_short_steps(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 5)
    now = world.now
    with world.db.writing() as db:
        db.execute(
            insert(P), [{"language": "en", "zone": "UTC", "created_at": now} for _ in range(23)]
        )
        ids = list(db.execute(select(P.c.id)).scalars())
        db.execute(insert(A), [_address(one, now) for one in ids])
        db.execute(insert(M), [_message(one, now) for one in ids for _ in range(3)])
    world.passes(days=31)
    assert settle(world) > 23 // kept.MOST
    with world.db.reading() as db:
        left = db.execute(select(func.count()).where(A.c.origin != "erased")).scalar_one()
    assert left == 0


def test_a_programme_says_how_long(world: World) -> None:
    _goes_on_until(world, 2030, {"stranger_days": 3})
    phone = world.phone()
    phone.says("bridge")
    after(world, days=4)
    assert handle(world, phone) == ""


def test_what_was_dealt_with_and_what_could_not_be_kept_goes_too(world: World) -> None:
    with world.db.writing() as db:
        db.execute(insert(F), {"sender": "s", "external_id": "1", "code": "x", "at": world.now})
    phone = world.phone()
    phone.says(*INTAKE, "ASK", "is it open?")
    with world.db.writing() as db:
        db.execute(H.update().values(closed_at=world.now))
    _goes_on_until(world, 2035)
    world.passes(days=740)
    phone.says("hi")
    settle(world)
    with world.db.reading() as db:
        assert db.execute(select(H)).all() == db.execute(select(F)).all() == []


def test_who_opted_out_is_never_written_to_again_though_their_number_is_erased(
    world: World,
) -> None:
    phone = world.phone()
    phone.says(*INTAKE, "STOP")
    after(world, days=190)
    with world.db.reading() as db:
        assert persons.find(db, [1])[1].stopped_at is not None
    assert phone.says("hello") == []


def _goes_on_until(world: World, year: int, retention: dict[str, int] | None = None) -> None:
    described = Described(
        name="Bridge",
        keyword="bridge",
        mentor_keyword="guide",
        zone="America/New_York",
        country="US",
        coordinator="Dana Reyes",
        place="Harbor Library",
        contact="call 212-555-0100",
        until=f"{year}-06-30",
        topics=[{"token": "school", "labels": {"en": "school"}}],
        **({"retention": retention} if retention else {}),
    )
    with world.db.writing() as db:
        definitions.keep(db, described, world.now)


def _address(person: int, now: Any) -> dict[str, Any]:
    return {
        "person_id": person,
        "channel": "sms",
        "sender": "sms:1",
        "digest": str(person).encode(),
        "handle": f"+1212{person:07}",
        "origin": "US",
        "created_at": now,
    }


def _message(person: int, now: Any) -> dict[str, Any]:
    return {
        "person_id": person,
        "address_id": person,
        "direction": "out",
        "sender": "sms:1",
        "kind": "",
        "text": "hi",
        "status": "sent",
        "due_at": now,
        "created_at": now,
    }
