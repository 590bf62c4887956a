"""What is to happen later: when it does, what moves it, and what is due next."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from storage import backlog, timers, times
from storage.backlog import Clocks
from storage.tables import Broadcast, Concern, Recipient, Run, Timer, table
from storage.timers import NewTimer
from tests.phones import START
from tests.rows import put, somebody, text

T = table(Timer)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LATER = START + HOUR


def at(db: Connection) -> dict[str, datetime]:
    """When each is due, by its cause."""
    return {row.cause: row.due_at for row in db.execute(select(T.c.cause, T.c.due_at))}


def test_of_one_cause_something_happens_once(connection: Connection) -> None:
    person = somebody(connection)
    timers.add(connection, [NewTimer(person, "a", START, {}), NewTimer(person, "b", START, {})])
    timers.add(connection, [NewTimer(person, "b", LATER, {}), NewTimer(person, "c", LATER, {})])
    assert at(connection) == {"a": START, "b": START, "c": LATER}
    timers.drop_of(connection, ["a", "d"])
    assert at(connection) == {"b": START, "c": LATER}
    timers.drop(connection, [somebody(connection)])
    assert len(at(connection)) == 2
    timers.drop(connection, [person])
    assert at(connection) == {}


def test_what_waited_longest_is_due_first_and_then_gone(connection: Connection) -> None:
    person = somebody(connection)
    for cause, due in (("c", START), ("d", START), ("b", START - HOUR), ("e", START + MINUTE)):
        put(connection, Timer, person_id=person, cause=cause, due_at=due)
    assert [one.cause for one in timers.due(connection, START, 2)] == ["b", "c"]
    assert [one.cause for one in timers.due(connection, START, 2)] == ["d"]
    assert timers.due(connection, START, 2) == []
    assert at(connection) == {"e": START + MINUTE}


def test_a_rest_moves_what_it_is_for(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    kinds = {"a": "nudge", "later:b": "other", "c": "other"}
    for cause, kind in kinds.items():
        put(connection, Timer, person_id=person, cause=cause, due_at=LATER, news={"kind": kind})
    put(connection, Timer, person_id=other, cause="d", due_at=LATER, news={"kind": "nudge"})

    def shift(by: timedelta) -> list[datetime]:
        timers.shift(connection, person, by, START, ["nudge"])
        found = at(connection)
        return [found[cause] for cause in (*kinds, "d")]

    assert shift(HOUR) == [LATER + HOUR, LATER, LATER, LATER]
    assert shift(-MINUTE) == [LATER + HOUR - MINUTE, LATER - MINUTE, LATER, LATER]
    assert shift(timedelta(0)) == [LATER + HOUR - MINUTE, LATER - MINUTE, LATER, LATER]
    assert shift(-9 * HOUR) == [START, START, LATER, LATER]
    timers.shift(connection, somebody(connection), HOUR, START, ["nudge"])


def test_what_waited_for_a_question_waits_no_longer(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    for cause, more in (
        ("a", {"waits": True, "due_at": LATER}),
        ("b", {"due_at": LATER}),
        ("c", {"waits": True, "due_at": START - HOUR}),
        ("d", {"waits": True, "due_at": LATER, "person_id": other}),
    ):
        put(connection, Timer, **{"person_id": person, "cause": cause} | more)
    timers.hurry(connection, [person], START)
    assert at(connection) == {"a": START, "b": LATER, "c": START - HOUR, "d": LATER}


def test_what_is_due_next(connection: Connection) -> None:
    person = somebody(connection)
    assert times.next_due(connection, START) is None
    assert times.newest(connection) is None
    broadcast = put(connection, Broadcast, coordinator_id=person)
    due: list[tuple[type[SQLModel], str, dict[str, Any], dict[str, Any]]] = [
        (Timer, "due_at", {}, {}),
        (Run, "nudge_at", {"depth": 1}, {"depth": 2, "closed_at": START}),
        (Concern, "page_at", {}, {}),
        (Recipient, "due_at", {"state": "waiting"}, {"state": "fed"}),
    ]
    for place, (model, column, waits, over) in enumerate(due, 1):
        link = {"broadcast_id": broadcast} if model is Recipient else {}
        other = somebody(connection)
        for more, when in ((over, START), (waits, LATER - place * MINUTE)):
            put(connection, model, **link, **{"person_id": other, **more, column: when})
            other = somebody(connection)
        assert times.next_due(connection, START) == LATER - place * MINUTE
        sooner = {"person_id": other, **over, column: START + MINUTE}
        if over:
            put(connection, model, **link, **sooner)
            assert times.next_due(connection, START) == LATER - place * MINUTE
    text(connection, person, status="queued", due_at=START)
    text(connection, person, status="sent", due_at=START + MINUTE)
    assert times.next_due(connection, START) == LATER - 4 * MINUTE
    text(connection, person, status="queued", due_at=LATER - 5 * MINUTE, created_at=LATER)
    assert times.next_due(connection, START) == LATER - 5 * MINUTE
    assert times.newest(connection) == LATER


def test_how_much_waits_and_since_when(connection: Connection) -> None:
    person = somebody(connection)
    assert backlog.unanswered(connection) == backlog.due(connection, START) == (0, None)
    heard = {"direction": "in", "status": "received"}
    for due, answered in ((LATER, None), (START, None), (START - HOUR, START)):
        text(connection, person, due_at=due, answered_at=answered, **heard)
    for status, due in (("queued", START), ("queued", START + MINUTE), ("sent", START - HOUR)):
        text(connection, person, status=status, due_at=due)
    assert backlog.unanswered(connection) == (2, START)
    assert backlog.due(connection, START) == (1, START)


def test_the_age_of_a_row_is_by_the_clock_that_was_not_set() -> None:
    clocks = Clocks(START, START - HOUR)
    assert clocks.younger(START - MINUTE, MINUTE)
    assert clocks.younger(START - HOUR + MINUTE, MINUTE)
    assert not clocks.younger(START - 2 * MINUTE, MINUTE)
    assert clocks.age(START - MINUTE) == 60
    assert clocks.age(START - HOUR) == 0
    assert clocks.age(START - HOUR - MINUTE) == 60
    assert clocks.age(LATER) == 0


def test_which_senders_are_late(connection: Connection) -> None:
    clocks = Clocks(START, START)

    def late(**message: Any) -> list[tuple[str, bool, datetime]]:
        person = somebody(connection, **message.pop("person", {}))
        told = {"status": "queued", "sender": f"sms:{person}", "created_at": START - HOUR}
        text(connection, person, **told | message)
        found = backlog.late(connection, clocks, MINUTE)
        return [
            (one.kind, one.refused, one.since) for one in found if one.sender == f"sms:{person}"
        ]

    since = START - HOUR
    assert late() == late(priority=-1) == [("sms", False, since)]
    refused = [("sms", True, since)]
    assert late(code="away") == late(status="unknown") == late(status="sending") == refused
    assert late(code="away", priority=2) == refused
    assert late(send_before=LATER) == [("sms", False, since)]
    assert late(created_at=START - MINUTE - timedelta(seconds=1)) != []
    for nothing in (
        {"priority": 1},
        {"status": "sent"},
        {"created_at": START - MINUTE},
        {"send_before": START},
        {"person": {"stopped_at": START}},
    ):
        assert late(**nothing) == [], nothing
