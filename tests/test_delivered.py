"""What others hear of a batch: who, when, and of what only one coordinator is told."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from assistant.internal_events.kinds import EventFor, PauseOver
from assistant.turns.context import Decided, HandedOver, Outcome
from assistant.turns.internal_events import delivery, paging
from storage.handovers import NewHandover
from storage.mentoring.matches import NewMatch
from storage.safeguarding import pages
from storage.safeguarding.concerns import Acknowledged, NewConcern
from storage.safeguarding.lines import Kind
from storage.safeguarding.on_call import OnCall as Behind
from storage.tables import (
    Address,
    Concern,
    ConcernLine,
    Handover,
    Match,
    Message,
    OnCall,
    Timer,
    table,
)
from tests.one_turn import known
from tests.phones import START
from tests.rows import put, somebody, text

A, C, H, L, M = (table(one) for one in (Address, Concern, Handover, ConcernLine, Message))
T = table(Timer)
HOUR, NIGHT = timedelta(hours=1), START + timedelta(hours=9)
URGENT = "ask"
LEADS = ("coordinator", "consented")


def turn(person: int, number: int = 1, **outcome: Any) -> Decided:
    one = known()
    who, message = one.person._replace(id=person), one.message._replace(id=number)
    return Decided(replace(one, person=who, message=message), Outcome(**outcome))


def news(db: Connection) -> list[tuple[Any, ...]]:
    """What lies in inboxes: whose, by which cause, and at which address."""
    columns = M.c.person_id, M.c.external_id, M.c.address_id
    rows = db.execute(select(*columns).where(M.c.sender == "inside").order_by(M.c.id))
    return [tuple(row) for row in rows]


def later(db: Connection) -> list[tuple[Any, ...]]:
    rows = db.execute(select(T.c.person_id, T.c.cause, T.c.due_at, T.c.waits).order_by(T.c.id))
    return [tuple(row) for row in rows]


def test_what_is_for_now_is_told_and_what_is_for_later_waits(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    nowhere = somebody(connection)
    connection.execute(A.update().where(A.c.id == nowhere).values(unreachable_at=START))
    event = PauseOver()
    told = [EventFor(other, "now", START, event), EventFor(nowhere, "too", START, event)]
    told.append(EventFor(other, "soon", START + HOUR, event))
    timers = [EventFor(person, "mine", START - HOUR, event, waits=True)]
    delivery.deliver(connection, [turn(person, told=told, timers=timers)], START)
    assert news(connection) == [(other, "now", other), (nowhere, "too", None)]
    assert later(connection) == [
        (person, "mine", START - HOUR, True),
        (other, "soon", START + HOUR, False),
    ]


def test_a_mentor_is_asked_about_a_match(connection: Connection) -> None:
    mentor, mentee = somebody(connection), somebody(connection)
    new = NewMatch(1, mentor, mentee, "maths", mentor, START)
    delivery.deliver(connection, [turn(mentor, paired=[new])], START)
    (match,) = connection.execute(select(table(Match).c.id)).scalars()
    assert news(connection) == [(mentor, f"offered:{match}", mentor)]


def test_which_coordinators_are_told_of_what_should_not_wait(connection: Connection) -> None:
    dana, eli = (somebody(connection, LEADS, zone="America/New_York") for _ in range(2))
    phone = somebody(connection, LEADS)
    connection.execute(A.update().where(A.c.id == phone).values(channel="simulated"))
    person = somebody(connection)

    def told(kind: str = URGENT, to: int | None = None, **more: Any) -> list[int]:
        before = len(news(connection))
        now = more.pop("now", START)
        row = NewHandover(person, kind, "x", START, 1)._replace(**more)
        handed = turn(person, handovers=[HandedOver(row, to)])
        delivery.deliver(connection, [handed], now)
        return [who for who, *_ in news(connection)[before:]]

    assert told() == [dana, eli]
    assert told(to=eli) == [eli]
    assert told(to=person) == [dana, eli]
    assert told("other") == told(programme_id=None) == []
    assert told(person_id=phone) == [phone]
    assert told(now=NIGHT + HOUR) == []  # it is eight there: in the morning
    assert len(connection.execute(select(H.c.id)).all()) == 7
    asked, waits = [], []
    for row in later(connection):
        (asked if row[1].startswith("question:") else waits).append(row)
    assert {row[0] for row in waits} == {dana, eli}
    assert {row[2] for row in waits} == {START + 23 * HOUR}
    assert {row[0] for row in asked} == {person, phone}  # theirs are looked at when overdue


def test_only_the_first_has_a_concern(connection: Connection) -> None:
    person, first, second = (somebody(connection) for _ in range(3))
    concern = put(connection, Concern, person_id=person)
    waits = {"status": "queued", "asked": pages.key(concern)}
    mine, theirs = (text(connection, one, **waits) for one in (first, second))
    takes = [
        turn(one, number, acknowledged=[Acknowledged(concern, one, "x", START)])
        for number, one in ((1, first), (2, second))
    ]
    others = [turn(person, 3)]
    left = paging.leave_out(connection, [*takes, *others], START)
    assert [one.known.message.id for one in left] == [1, 3]
    rows = connection.execute(select(M.c.id, M.c.status).where(M.c.asked.is_not(None)))
    assert {tuple(row) for row in rows} == {(mine, "queued"), (theirs, "suppressed")}
    assert paging.leave_out(connection, others, START) is others


def test_a_concern_is_listed_paged_and_written_down(connection: Connection) -> None:
    person = somebody(connection)
    new = NewConcern(person, 1, 7, "hurt", "self", "he hit me", START, START)
    lines = [(None, Kind.TOLD, "somebody is told")]
    paging.keep(connection, [turn(person, concerns=[new], concern_lines=lines)], START)
    row = connection.execute(select(C)).one()
    listed = connection.execute(select(H)).one()
    assert (listed.kind, listed.text, listed.match_id) == ("worry", "he hit me", 7)
    assert (row.handover_id, row.words) == (listed.id, "he hit me")
    found = connection.execute(select(L.c.concern_id, L.c.kind, L.c.text)).all()
    assert [tuple(one) for one in found] == [(row.id, "told", "somebody is told")]
    paging.keep(connection, [turn(person, concern_lines=lines)], START)
    looked = [(row.id, Kind.LOOKED, "")]
    paging.keep(connection, [turn(person, concern_lines=looked)], START)
    kinds = connection.execute(select(L.c.kind).order_by(L.c.id)).scalars()
    assert [*kinds] == ["told", "looked"]


def test_a_concern_that_is_seen_to_leaves_the_list(connection: Connection) -> None:
    person = somebody(connection)
    listed = [put(connection, Handover, person_id=person) for _ in range(2)]
    first, second, third = (
        put(connection, Concern, person_id=person, handover_id=one) for one in (*listed, None)
    )
    paging.keep(connection, [turn(person, seen_to=[(first, "fine"), (third, "")])], START)
    paging.keep(connection, [turn(person, done=[listed[1]])], START)
    rows = connection.execute(select(C.c.id, C.c.note).where(C.c.closed_at.is_not(None)))
    assert {tuple(row) for row in rows} == {(first, "fine"), (third, ""), (second, None)}
    closed = connection.execute(select(H.c.id).where(H.c.closed_at.is_not(None))).scalars()
    assert [*closed] == listed[:1]
    paging.keep(connection, [turn(person, on_call=[Behind(1, person, "Rosa")])], START)
    assert connection.execute(select(table(OnCall).c.person_id)).scalar() == person
