"""Who is in the audience of a broadcast, and where each of its people stands."""

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from storage import broadcasts
from storage.broadcasts import NewBroadcast, audience, progress, recipients
from storage.broadcasts.audience import Group
from storage.desk import Of
from storage.tables import (
    Address,
    Broadcast,
    Feedback,
    Match,
    Message,
    Participant,
    Programme,
    Recipient,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

A, C, M, R = table(Address), table(Broadcast), table(Message), table(Recipient)
MINUTE, DAY, WEEK = timedelta(minutes=1), timedelta(hours=20), timedelta(days=7)
MENTEE, MENTOR, LEADS = ("mentee", "ready"), ("mentor", "consented"), ("coordinator", "ready")
HERE = Of(1, simulated=False)
UNASKED = {"priority": 2, "due_at": START - DAY}


def groups(db: Connection, name: str = "everyone") -> list[Group]:
    return audience.groups(db, HERE, name, START)


def spent(db: Connection, **person: Any) -> Any:
    """Whether what they were told leaves nothing for somebody with such texts."""

    def of(*told: dict[str, Any]) -> bool:
        one = somebody(db, MENTEE, zone=f"{len(groups(db))}", **person)
        for more in told:
            text(db, one, **UNASKED | more)
        return next(group.spent for group in groups(db) if group.zone == f"{len(groups(db)) - 1}")

    return of


def test_what_a_day_or_a_week_may_bring(connection: Connection) -> None:
    of = spent(connection)
    assert not of()
    assert not of({})
    recent = {"due_at": START - DAY + MINUTE}
    assert of(recent)
    for more in (
        {"priority": 0},
        {"direction": "in"},
        {"kind": "reminder"},
        *({"status": one} for one in ("suppressed", "expired", "failed")),
    ):
        assert not of(recent | more), more
    days = [{"due_at": START - n * timedelta(days=1)} for n in (2, 3, 4)]
    assert of(*days)
    assert not of(*days[:2], days[1])  # said at once: once
    assert not of(*days[:2], {"due_at": START - WEEK})
    assert of(*days[:2], {"due_at": START - WEEK + MINUTE})
    fewer = spent(connection, fewer=True)
    assert fewer({"due_at": START - WEEK + MINUTE})
    assert not fewer({"due_at": START - WEEK})


def test_for_whom_another_broadcast_waits_nothing_is_left(connection: Connection) -> None:
    coordinator = somebody(connection)
    for stands, waits, taken in (
        ("sending", "waiting", True),
        ("held", "waiting", False),
        ("sending", "fed", False),
    ):
        broadcast = put(connection, Broadcast, coordinator_id=coordinator, state=stands)
        person = somebody(connection, MENTEE, zone=f"{stands} {waits}")
        put(connection, Recipient, broadcast_id=broadcast, person_id=person, state=waits)
        found = {group.zone: group.spent for group in groups(connection)}
        assert found[f"{stands} {waits}"] is taken


def told(db: Connection, coordinator: int, name: str) -> list[int]:
    """Whom a broadcast goes to."""
    number = broadcasts.start(db, NewBroadcast(1, coordinator, name, "hi"), START)
    rows = select(R.c.person_id).where(R.c.broadcast_id == number).order_by(R.c.person_id)
    return [*db.execute(rows).scalars()]


def test_who_is_in_it(connection: Connection) -> None:
    mentee, mentor = somebody(connection, MENTEE), somebody(connection, MENTOR)
    coordinator = somebody(connection, LEADS)
    somebody(connection, ("mentee", "left"))
    phone, stranger = somebody(connection, MENTEE), somebody(connection)
    elsewhere = put(connection, Programme, settings={})
    row = {"person_id": stranger, "programme_id": elsewhere, "role": "mentee", "state": "ready"}
    put(connection, Participant, **row)
    connection.execute(A.update().where(A.c.person_id == phone).values(channel="simulated"))
    assert told(connection, coordinator, "mentees") == [mentee]
    assert told(connection, coordinator, "mentors") == [mentor]
    assert told(connection, coordinator, "everyone") == [mentee, mentor]
    assert told(connection, coordinator, "unmet") == []
    assert sum(group.people for group in groups(connection)) == 2


def test_who_has_not_met_yet(connection: Connection) -> None:
    mentee, mentor, gone = (somebody(connection, MENTEE) for _ in range(3))

    def unmet() -> list[int]:
        return told(connection, mentor, "unmet")

    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    put(connection, Match, **sides, closed_at=START)
    put(connection, Match, **sides, state="offered")
    elsewhere = put(connection, Programme, settings={})
    other = put(connection, Match, **sides | {"mentee_id": gone}, programme_id=elsewhere)
    assert unmet() == []
    match = put(connection, Match, **sides)
    assert unmet() == [mentee, mentor]
    said = {"person_id": mentee, "about": "meeting:1", "rating": 5}
    put(connection, Feedback, **said, match_id=other)
    put(connection, Feedback, **said | {"rating": None}, match_id=match)
    put(connection, Feedback, **said | {"about": "check_in:1"}, match_id=match)
    assert unmet() == [mentee, mentor]
    put(connection, Feedback, **said | {"about": "meeting:2"}, match_id=match)
    assert unmet() == []


def test_why_somebody_of_it_never_gets_it(connection: Connection) -> None:
    coordinator = somebody(connection)
    people = {
        "": somebody(connection, MENTEE, paused_until=START),
        "stopped": somebody(connection, MENTEE, stopped_at=START),
        "paused": somebody(connection, MENTEE, paused_until=START + MINUTE),
        "unreachable": somebody(connection, MENTEE),
    }
    newer = put(connection, Address, person_id=people[""], unreachable_at=START)
    shut = A.update().where(A.c.person_id == people["unreachable"])
    connection.execute(shut.values(unreachable_at=START))
    number = broadcasts.start(connection, NewBroadcast(1, coordinator, "mentees", "hi"), START)
    rows = connection.execute(select(R).where(R.c.broadcast_id == number)).all()
    assert {row.code: row.person_id for row in rows} == people
    assert {row.code: row.state for row in rows} == dict.fromkeys(people, "suppressed") | {
        "": "waiting"
    }
    assert {row.code: row.address_id for row in rows}[""] == people[""] != newer
    flags = {(one.stopped, one.paused, one.channel) for one in groups(connection, "mentees")}
    assert flags == {
        (False, False, "sms"),
        (True, False, "sms"),
        (False, True, "sms"),
        (False, False, None),
    }


def test_where_everybody_of_it_stands(connection: Connection) -> None:
    number = put(connection, Broadcast, coordinator_id=somebody(connection), state="sending")
    stands = [("waiting", START, ""), ("waiting", START + MINUTE, ""), ("suppressed", START, "")]
    stands += [("fed", START, one) for one in ("queued", "sent", "expired", "sent")]
    for state, due, status in stands:
        person = somebody(connection)
        row = {"broadcast_id": number, "person_id": person}
        put(connection, Recipient, **row, state=state, due_at=due)
        if status:
            text(connection, person, broadcast_id=number, status=status)
    assert progress.count(connection, number, START) == Counter(
        waiting=1, deferred=2, suppressed=1, queued=1, sent=2
    )


def test_whose_broadcast_somebody_had_last(connection: Connection) -> None:
    first, second, person = (somebody(connection) for _ in range(3))
    number, newer = (put(connection, Broadcast, coordinator_id=one) for one in (first, second))
    sent = {"priority": 2, "broadcast_id": number, "sent_at": START + MINUTE}
    for more in ({"sent_at": START}, {"sent_at": None}):
        other = somebody(connection)
        text(connection, other, **sent | more)
        assert progress.reached(connection, [other], START) == {}
    text(connection, person, **sent | {"broadcast_id": None})
    assert progress.reached(connection, [person], START) == {}
    text(connection, person, **sent)
    assert progress.reached(connection, [person], START) == {person: progress.Writer(first, 1)}
    text(connection, person, **sent | {"broadcast_id": newer})
    assert progress.reached(connection, [person], START) == {person: progress.Writer(second, 1)}


def state(db: Connection, number: int) -> str:
    return str(db.execute(select(C.c.state).where(C.c.id == number)).scalar_one())


def test_which_broadcasts_a_coordinator_has_under_way(connection: Connection) -> None:
    mine, other = somebody(connection), somebody(connection)
    theirs: dict[str, Any] = {"coordinator_id": mine, "state": "sending"}
    held = put(connection, Broadcast, **theirs | {"state": "held"})
    running, newer = (put(connection, Broadcast, **theirs) for _ in range(2))
    done = put(connection, Broadcast, **theirs | {"state": "done"})
    put(connection, Broadcast, **theirs | {"coordinator_id": other})
    put(connection, Broadcast, **theirs, programme_id=put(connection, Programme, settings={}))
    found = broadcasts.running(connection, [mine], 1)[mine]
    assert [one.id for one in found] == [held, newer, running]
    broadcasts.change(connection, running, other, "held")
    broadcasts.change(connection, done, mine, "held")
    assert (state(connection, running), state(connection, done)) == ("sending", "done")


def test_a_broadcast_is_held_and_dropped(connection: Connection) -> None:
    mine, person, queued = (somebody(connection, MENTEE) for _ in range(3))
    running = put(connection, Broadcast, coordinator_id=mine, state="sending")
    row = {"broadcast_id": running, "person_id": person}
    waits = put(connection, Recipient, **row, state="waiting")
    fed = put(connection, Recipient, **row | {"person_id": queued}, state="fed")
    message = text(connection, queued, broadcast_id=running, status="queued")
    sent = text(connection, person, broadcast_id=running, status="sent")
    broadcasts.change(connection, running, mine, "held")
    assert recipients.claim(connection, START, 9) == []
    broadcasts.change(connection, running, mine, "sending")
    assert recipients.claim(connection, START - MINUTE, 9) == []
    assert [one.id for one in recipients.claim(connection, START, 9)] == [waits]
    broadcasts.change(connection, running, mine, "dropped")
    codes = connection.execute(select(R.c.id, R.c.state, R.c.code)).all()
    assert [tuple(one) for one in codes] == [(waits, "suppressed", "dropped"), (fed, "fed", "")]
    rows = connection.execute(select(M.c.id, M.c.status, M.c.code)).all()
    assert [tuple(one) for one in rows] == [(message, "suppressed", "dropped"), (sent, "sent", "")]


def test_a_broadcast_is_done_when_nothing_of_it_can_leave(connection: Connection) -> None:
    coordinator = somebody(connection)

    def done(stands: str = "sending", waits: str = "fed", status: str = "sent") -> bool:
        number = put(connection, Broadcast, coordinator_id=coordinator, state=stands)
        person = somebody(connection)
        put(connection, Recipient, broadcast_id=number, person_id=person, state=waits)
        text(connection, person, broadcast_id=number, status=status)
        broadcasts.finish(connection)
        return state(connection, number) == "done"

    assert done()
    assert not done("held")
    assert not done(waits="waiting")
    for status in ("queued", "sending", "unknown", "expired"):
        assert not done(status=status), status


def test_what_is_known_of_somebody_whose_time_has_come(connection: Connection) -> None:
    coordinator = somebody(connection)
    number = put(connection, Broadcast, coordinator_id=coordinator, state="sending", text="hi")
    other = put(connection, Broadcast, coordinator_id=coordinator, state="done")
    first, second, third = (
        somebody(connection, one) for one in (MENTEE, ("mentee", "left"), MENTOR)
    )
    put(connection, Participant, person_id=second, programme_id=1, role="coordinator", state="left")
    newer = put(connection, Address, person_id=first, channel="telegram", sender="bot")
    put(connection, Address, person_id=first, unreachable_at=START)
    for person, due in ((third, START), (second, START - MINUTE), (first, START)):
        row = {"broadcast_id": number, "person_id": person, "state": "waiting"}
        put(connection, Recipient, **row, due_at=due)
    put(connection, Recipient, broadcast_id=other, person_id=first, state="waiting")
    assert [one.person_id for one in recipients.claim(connection, START, 1)] == [second]
    found = recipients.claim(connection, START, 9)
    assert [(one.person_id, one.agreed) for one in found] == [
        (third, True),
        (second, False),
        (first, True),
    ]
    reached = found[2]
    assert (reached.address_id, reached.channel, reached.sender) == (newer, "telegram", "bot")
    assert {one.text for one in found} == {"hi"}
    shut = A.update().where(A.c.person_id == second)
    connection.execute(shut.values(unreachable_at=START))
    assert recipients.claim(connection, START, 1)[0].address_id is None


def test_what_did_not_leave_in_its_hours_waits_again(connection: Connection) -> None:
    coordinator = somebody(connection)
    assert recipients.wait_again(connection, START, 9) == 0
    stands: dict[int, tuple[str, str]] = {}
    for now, then in (("sending", "sending"), ("dropped", "dropped"), ("done", "sending")):
        number = put(connection, Broadcast, coordinator_id=coordinator, state=now)
        stands[number] = (then, "suppressed" if now == "dropped" else "waiting")
        for status in ("expired", "sent"):
            person = somebody(connection)
            put(connection, Recipient, broadcast_id=number, person_id=person, state="fed")
            text(connection, person, broadcast_id=number, status=status)
    text(connection, coordinator, status="expired")
    later = START + MINUTE
    assert [recipients.wait_again(connection, later, 2) for _ in range(3)] == [2, 1, 0]
    assert {one: state(connection, one) for one in stands} == {
        one: then for one, (then, _) in stands.items()
    }
    rows = connection.execute(select(R.c.broadcast_id, R.c.state, R.c.code, R.c.due_at))
    again = {row[0]: (row[1], row[2], row[3]) for row in rows if row.state != "fed"}
    assert again == {
        one: (then, "dropped" if then == "suppressed" else "", later)
        for one, (_, then) in stands.items()
    }
    left = connection.execute(select(M.c.status).order_by(M.c.id)).scalars()
    assert [*left] == ["sent", "sent", "sent", "expired"]


def test_who_is_put_off_or_never_gets_it(connection: Connection) -> None:
    number = put(connection, Broadcast, coordinator_id=somebody(connection), state="sending")
    row = {"broadcast_id": number, "state": "waiting"}
    ids = [put(connection, Recipient, **row, person_id=somebody(connection)) for _ in range(3)]
    recipients.put_off(connection, {ids[0]: START + MINUTE})
    recipients.suppress(connection, {ids[1]: "left"})
    rows = connection.execute(select(R.c.state, R.c.code, R.c.due_at).order_by(R.c.id))
    assert [tuple(one) for one in rows] == [
        ("waiting", "", START + MINUTE),
        ("suppressed", "left", START),
        ("waiting", "", START),
    ]
    recipients.feed(connection, [], [])
    assert len(connection.execute(select(M.c.id)).all()) == 0
