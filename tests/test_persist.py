"""What a batch decided, as rows: each kind of outcome, and that nothing else is written."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from assistant.channels import Kind
from assistant.internal_events.kinds import EventFor, PauseOver
from assistant.turns import persist
from assistant.turns.context import Decided, HandedOver, Known, Outcome
from flows.engine.states import Prompt
from storage.entries import Entry as NewEntry
from storage.handovers import NewHandover
from storage.mentoring.feedback import NewFeedback
from storage.mentoring.goals import ClosedGoal, NewGoal, RatedGoal
from storage.mentoring.partings import NewParting
from storage.mentoring.training import AnsweredLesson, NewTraining
from storage.people.addresses import Reached
from storage.people.invitations import UsedInvitation
from storage.people.participants import ChangedEnrolment, NewEnrolment
from storage.records.erasures import NewErasure
from storage.runs import MovedRun, NewRun
from storage.tables import (
    Address,
    Broadcast,
    Entry,
    Erasure,
    Feedback,
    Goal,
    Handover,
    Invitation,
    Match,
    Message,
    Participant,
    Parting,
    Person,
    Run,
    Timer,
    Training,
    table,
)
from tests.one_turn import known
from tests.phones import START
from tests.rows import put, somebody, text

HOUR = timedelta(hours=1)
WORDS = [Prompt("hi", {})]


def wrote(db: Connection, **person: Any) -> Known:
    """Somebody who has written something, at a real channel."""
    number = somebody(db, ("mentee", "consented"), **person)
    heard = {"direction": "in", "status": "received", "kind": Kind.TEXT, "text": "words"}
    message = text(db, number, **heard)
    one = known("words")
    return replace(
        one,
        message=one.message._replace(
            id=message, person_id=number, address_id=number, sender="sms:1"
        ),
        person=one.person._replace(id=number, stopped_at=person.get("stopped_at")),
        address=Reached(number, number, "sms", "sms:1", None, ""),
    )


def keep(db: Connection, one: Known, fault: str = "", **outcome: Any) -> int:
    persist.keep(db, [Decided(one, Outcome(**outcome), fault)], START)
    return one.person.id


def rows(db: Connection, model: Any, *names: str, **where: Any) -> list[tuple[Any, ...]]:
    one = table(model)
    query = select(*(one.c[name] for name in names))
    for name, value in where.items():
        query = query.where(one.c[name] == value)
    return [tuple(row) for row in db.execute(query.order_by(one.c.id))]


def test_what_is_said_waits_and_the_message_is_answered(connection: Connection) -> None:
    one = wrote(connection)
    person = keep(connection, one, prompts=WORDS, language="en")
    assert rows(connection, Message, "direction", "status", "answered_at", person_id=person) == [
        ("in", "received", START),
        ("out", "queued", None),
    ]
    silent = keep(connection, replace(wrote(connection), address=None), prompts=WORDS)
    assert len(rows(connection, Message, "id", person_id=silent)) == 1
    for model in (Handover, Timer, Run, Entry, Goal):
        assert rows(connection, model, "id") == []


def test_what_no_turn_could_be_taken_on_is_set_aside(connection: Connection) -> None:
    person = keep(connection, wrote(connection), "crash")
    assert rows(connection, Message, "code", "aside_at", person_id=person) == [("crash", START)]
    assert rows(connection, Handover, "kind", "text", "person_id") == [("fault", "words", person)]


def test_who_stops_or_has_stopped_is_sent_nothing_that_waited(connection: Connection) -> None:
    for stopped_at, stops, left in ((None, True, []), (START, False, []), (None, False, [1])):
        one = wrote(connection, stopped_at=stopped_at)
        waits = text(connection, one.person.id, status="queued")
        put(connection, Timer, person_id=one.person.id, cause=f"{waits}", due_at=START)
        keep(connection, one, stop=stops)
        assert len(rows(connection, Message, "id", id=waits, status="queued")) == len(left)
        assert len(rows(connection, Timer, "id", person_id=one.person.id)) == len(left)


def test_what_changes_of_somebody(connection: Connection) -> None:
    person = keep(connection, wrote(connection), person={"name": "Kim"}, reachable=False)
    assert rows(connection, Person, "name", id=person) == [("Kim",)]
    assert rows(connection, Address, "unreachable_at", id=person) == [(START,)]
    there = wrote(connection)
    keep(connection, there, reachable=True)
    assert rows(connection, Address, "unreachable_at", id=there.person.id) == [(None,)]
    moved = wrote(connection)
    moved = replace(moved, message=moved.message._replace(sender="sms:9"))
    for kind, sender in ((Kind.INSIDE, "sms:1"), (Kind.TEXT, "sms:9")):
        keep(connection, replace(moved, message=moved.message._replace(kind=kind)))
        assert rows(connection, Address, "sender", id=moved.person.id) == [(sender,)]
    keep(connection, replace(wrote(connection), address=None), reachable=True)


def test_every_row_of_an_outcome_is_kept(connection: Connection) -> None:
    one = wrote(connection)
    person = one.person.id
    sides = {"mentor_id": person, "mentee_id": person, "paired_by": person}
    match, first = put(connection, Match, **sides), put(connection, Goal, person_id=person)
    second, stood = put(connection, Goal, person_id=person), put(connection, Run, person_id=person)
    invited, listed = put(connection, Invitation), put(connection, Handover, person_id=person)
    row = ("menu", "what", 1, "key", {})
    keep(
        connection,
        one,
        opened=[NewRun(person, 1, "mentee", *row, START, START, None, None)],
        moved=[MovedRun(stood, "moved", 0, "", {}, START, None, None)],
        entries=[NewEntry(person, START, "joined", 1)],
        enrolled=[NewEnrolment(person, 1, "mentor", "invited", {}, START)],
        enrolments=[ChangedEnrolment(person, 1, "mentee", "ready", {})],
        goals=[NewGoal(person, 1, "swim", {}, "active", START)],
        rated=[RatedGoal(first, person, 4)],
        closed_goals=[ClosedGoal(second, person, "dropped", START)],
        feedback=[NewFeedback(match, person, "meeting:1", 3, {}, START)],
        parted=[NewParting(match, person, False, "x", START)],
        invitations=[UsedInvitation(invited, START)],
        erased=[NewErasure(person, "person", START, 1)],
        training=[NewTraining(person, 1, what, 0, "", None, START) for what in ("a", "b")],
        answered=[AnsweredLesson(person, "b", "answer_2", 1)],
        handovers=[HandedOver(NewHandover(person, "ask", "?", START, 1))],
        timers=[EventFor(person, "cause", START + HOUR, PauseOver())],
        done=[listed],
    )
    assert rows(connection, Run, "flow", "state") == [("", "moved"), ("menu", "what")]
    assert rows(connection, Entry, "kind") == [("joined",)]
    assert rows(connection, Participant, "role", "state") == [
        ("mentee", "ready"),
        ("mentor", "invited"),
    ]
    assert rows(connection, Goal, "text", "progress", "closed_at") == [
        ("", 4, None),
        ("", None, START),
        ("swim", None, None),
    ]
    assert rows(connection, Feedback, "rating") == [(3,)]
    assert rows(connection, Parting, "reason") == [("x",)]
    assert rows(connection, Invitation, "used_at", id=invited) == [(START,)]
    assert rows(connection, Erasure, "person_id") == [(person,)]
    assert rows(connection, Handover, "kind", "closed_at") == [("", START), ("ask", None)]
    assert rows(connection, Training, "what", "answer", "minutes") == [
        ("a", "", 0),
        ("b", "answer_2", 1),
    ]
    timers = dict(rows(connection, Timer, "cause", "due_at"))
    assert timers.pop("cause") == START + HOUR
    assert [cause.partition(":")[0] for cause in timers] == ["question"]  # that nobody answers


def test_what_is_off_and_what_may_come_now(connection: Connection) -> None:
    one = wrote(connection)
    person, later = one.person.id, START + 9 * HOUR
    for cause, waits, kind in (
        ("off", False, "x"),
        ("waits", True, "x"),
        ("nudge", False, "check_in"),
    ):
        news = {"kind": kind}
        row = {"person_id": person, "cause": cause, "waits": waits, "news": news}
        put(connection, Timer, **row, due_at=later)

    def due(**outcome: Any) -> dict[str, Any]:
        keep(connection, one, **outcome)
        return dict(rows(connection, Timer, "cause", "due_at"))

    assert due(untimed=["off"]) == {"waits": later, "nudge": later}
    assert due(shift=HOUR) == {"waits": later, "nudge": later + HOUR}
    assert due(shift=timedelta(0)) == {"waits": later, "nudge": later + HOUR}
    assert due(idle=True) == {"waits": START, "nudge": later + HOUR}


def test_what_waits_to_be_sent_is_taken_back(connection: Connection) -> None:
    one = wrote(connection)
    person = one.person.id
    sides = {"mentor_id": person, "mentee_id": person, "paired_by": person}
    match = put(connection, Match, **sides)
    asked = text(connection, person, status="queued", asked="key")
    about = text(connection, person, status="queued", match_id=match)
    keep(connection, one, asked_anew=["key"])
    assert rows(connection, Message, "code", id=asked) == [("asked already",)]
    assert rows(connection, Message, "status", id=about) == [("queued",)]
    keep(connection, one, taken_back=[match], prompts=WORDS, about=match)
    codes = rows(connection, Message, "code", match_id=match)
    assert codes == [("frozen",), ("frozen",)]


def test_what_a_coordinator_does_to_broadcasts(connection: Connection) -> None:
    one = wrote(connection)
    running = put(connection, Broadcast, coordinator_id=one.person.id, state="sending")
    keep(connection, one, redirected=[(running, "held")])
    assert rows(connection, Broadcast, "state") == [("held",)]
