"""What moves a message that waits to be sent, what ends it, and what of it is counted."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from storage.outbox import callbacks, delayed, sends, strangers
from storage.outbox.callbacks import Told
from storage.outbox.waiting import Turn, Unsent
from storage.tables import Message, table
from tests.phones import START
from tests.rows import somebody, text

M = table(Message)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OURS, LATER = "sms:1", START + HOUR
TRIED = {
    "status": "queued",
    "attempts": 1,
    "sent_at": START - HOUR,
    "due_at": LATER,
    "code": "busy",
}
HEARD = {"direction": "in", "status": "received"}


def row(db: Connection, number: int) -> Row[Any]:
    return db.execute(select(M).where(M.c.id == number)).one()


def answered(db: Connection, *, reply: dict[str, Any] | None = None, **message: Any) -> int:
    """A message that is to be tried again, and what its person wrote since."""
    person = somebody(db)
    number = text(db, person, **TRIED | message)
    text(db, person, **HEARD | {"created_at": START} | (reply or {}))
    return number


def test_who_writes_since_the_last_attempt_waits_no_longer(connection: Connection) -> None:
    def hurried(**how: Any) -> bool:
        number = answered(connection, **how)
        delayed.hurry(connection, OURS, START)
        return bool(row(connection, number).due_at == START)

    assert hurried()
    for how in (
        {"code": "throttled"},
        {"code": "paced"},
        {"status": "sent"},
        {"attempts": 0},
        {"sender": "sms:2"},
        {"sent_at": START},
        {"reply": {"direction": "out"}},
        {"reply": {"sender": "inside"}},
        {"reply": {"created_at": START - HOUR}},
        {"reply": {"address_id": somebody(connection)}},
    ):
        assert not hurried(**how), how


def test_what_may_have_arrived_is_withdrawn_once_they_write(connection: Connection) -> None:
    for code, status in (("30008", "sent"), ("30410", "sent"), ("30003", "queued")):
        number = answered(connection, code=code)
        delayed.withdraw(connection, "sms:2")
        assert row(connection, number).status == "queued"
        delayed.withdraw(connection, OURS)
        assert row(connection, number).status == status


def test_what_waits_is_due_at_once_when_its_provider_is_back(connection: Connection) -> None:
    def resumed(**message: Any) -> bool:
        number = text(connection, somebody(connection), **TRIED | message)
        delayed.resume(connection, OURS, START)
        return bool(row(connection, number).due_at == START)

    assert resumed()
    assert not any(resumed(code=code) for code in ("", "throttled", "paced", "30008"))
    assert not resumed(sender="sms:2")
    assert not resumed(status="sent")
    assert not resumed(due_at=START - MINUTE)


def test_a_clock_that_was_set_back_delays_nothing_but_what_was_for_later(
    connection: Connection,
) -> None:
    def moved(**message: Any) -> bool:
        number = text(connection, somebody(connection), **TRIED | {"created_at": LATER} | message)
        delayed.set_back(connection, OURS, START)
        return bool(row(connection, number).due_at == START)

    assert moved(code="")
    assert moved(created_at=START)
    assert not moved(created_at=START, code="")
    assert not moved(sender="sms:2")
    assert not moved(status="sent")
    assert not moved(due_at=START - MINUTE)


def test_what_was_only_good_until_now_expires(connection: Connection) -> None:
    def expired(**message: Any) -> bool:
        number = text(connection, somebody(connection), **{"status": "queued"} | message)
        delayed.expire(connection, OURS, START)
        return bool(row(connection, number).status == "expired")

    assert expired(send_before=START)
    assert not expired(send_before=START + MINUTE)
    assert not expired()
    assert not expired(send_before=START, sender="sms:2")
    assert not expired(send_before=START, status="sending")


def test_which_message_a_report_speaks_of(connection: Connection) -> None:
    person = somebody(connection)
    number = text(connection, person, external_id="theirs")
    text(connection, person, external_id="heard", **HEARD)

    def found(sender: str, external_id: str, ours: int | None) -> int | None:
        told = callbacks.find(connection, sender, external_id, ours)
        return told.id if told else None

    assert found(OURS, "theirs", None) == found(OURS, "other", number) == number
    for wrong in ((OURS, "heard", None), ("sms:2", "theirs", None), ("sms:2", "", number)):
        assert found(*wrong) is None
    assert found(OURS, "theirs", number + 9) is None
    assert found(OURS, "", number + 1) is None


def test_a_report_is_kept_where_it_says_more(connection: Connection) -> None:
    person = somebody(connection)

    def kept(status: str, told: str, **more: Any) -> bool:
        number = text(connection, person, status=status, **more)
        given = row(connection, number)
        message = Told(*(given._mapping[name] for name in Told._fields))
        done = callbacks.record(connection, message, told, "theirs", "1")
        now = row(connection, number)
        assert (now.status, now.code) == ((told, "1") if done else (status, given.code))
        assert now.attempts == given.attempts + (done and status == "sending")
        return done

    order = (("queued",), ("sending", "unknown"), ("sent",), ("failed",), ("delivered",))
    for rank, names in enumerate(order):
        for other, told in enumerate(order):
            for one in names:
                assert all(kept(one, it) is (other > rank) for it in told), (one, told)
    tried = {"attempts": 1, "code": "30003"}
    assert not kept("queued", "failed", **tried)
    assert kept("queued", "delivered", **tried)
    assert kept("queued", "failed", attempts=1, code="unknown")


def test_what_failed_at_the_handset_is_tried_again_unless_they_have_stopped(
    connection: Connection,
) -> None:
    for stopped_at, again in ((None, True), (START, False)):
        person = somebody(connection, stopped_at=stopped_at)
        number = text(connection, person, attempts=1)
        message = Told(number, person, person, "sent", 1, "", None)
        assert callbacks.try_again(connection, message, LATER, "30003") is again
        now = row(connection, number)
        told = ("queued", LATER, "30003", 2) if again else ("sent", START, "", 1)
        assert (now.status, now.due_at, now.code, now.attempts) == told


def test_what_another_was_sending_is_of_unknown_fate(connection: Connection) -> None:
    person = somebody(connection)
    mine, lost = (text(connection, person, status="sending") for _ in range(2))
    others = [text(connection, person, status=one) for one in ("queued", "unknown", "sent")]
    theirs = text(connection, person, status="sending", sender="sms:2")
    sends.leave_unknown(connection, OURS, [mine])
    now = row(connection, lost)
    assert (now.status, now.code, now.attempts) == ("unknown", "interrupted", 1)
    kept = [row(connection, one) for one in (mine, *others, theirs)]
    assert [one.attempts for one in kept] == [0] * 5
    assert [one.code for one in kept] == [""] * 5


def test_what_is_looked_up_and_what_it_may_not_be(connection: Connection) -> None:
    person = somebody(connection)
    for sent, found in (
        (START, True),
        (START + MINUTE, False),
        (LATER, False),
        (LATER + MINUTE, True),
    ):
        number = text(connection, person, status="unknown", sent_at=sent)
        asked = sends.unknown(connection, OURS, START, LATER, 99)
        assert (number in [one.id for one in asked]) is found, sent
    assert len(sends.unknown(connection, OURS, START, LATER, 1)) == 1
    assert sends.unknown(connection, "sms:2", START, LATER, 99) == []
    for external_id, more in (
        ("a", {}),
        ("b", {"created_at": START - MINUTE}),
        ("c", HEARD),
        (None, {}),
        ("d", {"address_id": somebody(connection)}),
    ):
        text(connection, person, external_id=external_id, **more)
    assert sends.taken_ids(connection, person, START) == ["a"]


def test_what_people_who_have_not_agreed_cost(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    assert strangers.spent(connection, START) == strangers.Spent(0, 0)
    for kind, segments, ago in (
        ("stranger", 1, timedelta(0)),
        ("compliance", 2, MINUTE),
        ("stranger", 4, HOUR),
        ("stranger", 8, 23 * HOUR),
        ("stranger", 16, DAY),
        ("", 32, timedelta(0)),
    ):
        text(connection, person, kind=kind, segments=segments, created_at=START - ago)
    assert strangers.spent(connection, START) == strangers.Spent(3, 15)
    assert strangers.answered(connection, [person, other], START) == {person: 4}
    assert strangers.answered(connection, [other], START) == {}


def test_what_waits_for_people_who_have_not_agreed(connection: Connection) -> None:
    person = somebody(connection)
    waits = {"status": "queued", "kind": "stranger", "segments": 2, "turn_at": START}
    for more in (
        {},
        {"segments": 0},
        {"segments": 1},
        {"sender": "telegram"},
        {"status": "sent"},
        {"priority": 1},
        {"kind": "compliance"},
        {"turn_at": START + MINUTE},
        {"sender": "sms:2"},
    ):
        text(connection, person, **waits | more)
    assert strangers.waiting(connection, [OURS, "telegram"], START) == {OURS: 4, "telegram": 2}


def test_which_answers_may_still_be_taken_back() -> None:
    plain = Unsent(1, 1, "", "queued", 0, "x", START, START)
    assert Turn([plain]).can_go
    assert Turn([plain, plain._replace(kind="stranger")]).can_go
    for other in ({"kind": "kept"}, {"status": "sending"}, {"attempts": 1}):
        assert not Turn([plain, plain._replace(**other)]).can_go
