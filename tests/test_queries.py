"""Questions to the database that little else asks, each with a row that it finds and one that it
does not."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.schedule.timekeeping import Timekeeper
from assistant.schedule.virtual_clock import Clock
from storage import messages, threads
from storage.database import open_database
from storage.inbox import unanswered
from storage.outbox import callbacks
from storage.people import addresses, persons
from storage.safeguarding import on_call
from storage.sealing import keys, sealed
from storage.tables import Message, table
from tests.conftest import SECRET, sqlite_url
from tests.phones import START, World
from tests.test_outbox import known, write

M = table(Message)
HOUR, NIGHT = timedelta(hours=1), START + timedelta(hours=9)  # seven in the evening in New York


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


def test_how_much_is_not_handed_over(world: World) -> None:
    phone = known(world)
    for status in ("queued", "sending", "unknown", "sent"):
        write(world, phone, status, status=status)
    with world.db.reading() as db:
        assert messages.undelivered(db, "simulated") == 2
        assert messages.undelivered(db, "sms:1") == 0


def test_an_attempt_that_was_none_does_not_count(world: World) -> None:
    phone = world.phone()
    world.accept([phone.inbound("hello"), phone.inbound("hello")])
    with world.db.writing() as db:
        assert [unanswered.attempt(db, 1).attempts for _ in range(2)] == [1, 2]
        unanswered.not_attempted(db, 1)
        left = db.execute(select(M.c.attempts).order_by(M.c.id)).scalars().all()
    assert left == [1, 0]


def test_no_thread_is_read_where_none_is_asked_for(world: World) -> None:
    with world.db.reading() as db:
        assert threads.newest(db, []) == {}


def test_a_report_says_what_is_more_than_is_known(world: World) -> None:
    phone = known(world)
    write(world, phone, "one", status="sending", attempts=1)
    number = phone.thread()[-1]["id"]

    def told(status: str) -> bool:
        with world.db.writing() as db:
            message = callbacks.find(db, "simulated", "", number)
            assert message
            return callbacks.record(db, message, status, "theirs", "")

    assert told("sent")
    assert phone.thread()[-1]["attempts"] == 2
    assert [told(status) for status in ("sent", "failed", "sent", "delivered", "failed")] == [
        *(False, True, False, True, False)
    ]
    assert phone.thread()[-1]["attempts"] == 2
    with world.db.reading() as db:
        assert callbacks.find(db, "simulated", "theirs", None)
        assert not callbacks.find(db, "sms:1", "theirs", None)
        assert not callbacks.find(db, "sms:1", "", number)


def test_who_is_reached_and_how(world: World) -> None:
    old, new = known(world), known(world, "+12125550101")
    ids = [int(phone.person()["id"]) for phone in (old, new)]
    digest = sealed.find_by(old.channel, old.address)
    with world.db.writing() as db:
        assert addresses.best(db, ids).keys() == set(ids)
        assert on_call.ways(db, [], [digest]).keys() == {ids[0]}
        assert on_call.ways(db, ids, []).keys() == set(ids)
        assert on_call.number(db, ids[0]) == old.address
        assert on_call.stopped(db, [digest]) == set()
        persons.stop(db, ids[0], START)
        persons.stop(db, ids[0], START + HOUR)  # since when is kept
        assert on_call.stopped(db, [digest]) == {digest}
        assert on_call.ways(db, ids, [digest]).keys() == {ids[1]}
        addresses.unreachable(db, addresses.best(db, ids)[ids[1]].id, START)
        assert addresses.best(db, ids).keys() == {ids[0]}
        assert on_call.ways(db, ids, [digest]) == {}
    assert old.person()["stopped_at"] == START


def test_whether_these_keys_open_the_database(world: World) -> None:
    known(world)
    mine, other = sealed.derive(SECRET), sealed.derive("another")
    try:
        with world.db.writing() as db:
            assert [keys.known(db, one) for one in (mine, other)] == [True, False]
            sealed.use(keys.adopt(db, mine, START))
            assert [keys.known(db, one) for one in (mine, other)] == [True, False]
            with pytest.raises(keys.WrongKey):
                keys.read(db, other)
    finally:
        sealed.use(sealed.derive(SECRET))


def test_virtual_time_goes_on_where_it_stood_and_begins_in_the_day(world: World) -> None:
    known(world)
    for now, begins in (
        (START - HOUR, START),  # later than it stood
        (START + HOUR, START + HOUR),
        (NIGHT + 2 * HOUR, START + 23 * HOUR),  # at nine in the evening: at nine in the morning
    ):
        clock = Clock(Timekeeper(lambda at=now: at, lambda: 0.0))  # type: ignore[misc]
        clock.catch_up(world.db)
        assert clock.now() == begins
        assert clock.ahead == begins - now


def test_a_start_goes_on_from_what_was_kept_last(world: World) -> None:
    clock = Clock(Timekeeper(lambda: START - HOUR, lambda: 0.0))
    clock.go_on(world.db)
    assert clock.now() == START - HOUR
    known(world)
    clock.go_on(world.db)
    assert clock.now() == START
    assert clock.ahead == timedelta(0)
