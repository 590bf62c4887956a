"""What goes of somebody who is erased, what is emptied, and what stays."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from storage.records import erasing
from storage.tables import (
    Address,
    Concern,
    Goal,
    Handover,
    Match,
    Meeting,
    Message,
    Participant,
    Person,
    Timer,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

TODAY = START + timedelta(days=1)
MENTEE = ("mentee", "ready")
FAREWELL = {"kind": "compliance", "status": "queued"}


def count(db: Connection, model: Any, **values: Any) -> int:
    one = table(model)
    same = (one.c[name] == value for name, value in values.items())
    return int(db.execute(select(func.count()).select_from(one).where(*same)).scalar_one())


def rows(db: Connection, model: Any, *names: str) -> dict[int, tuple[Any, ...]]:
    one = table(model)
    found = db.execute(select(one.c.id, *(one.c[name] for name in names))).all()
    return {row[0]: tuple(row[1:]) for row in found}


def erase(db: Connection, person: int, step: Any = erasing.own) -> list[int]:
    """How many rows went at each step."""
    done: list[int] = []
    while not done or done[-1]:
        done.append(step(db, person, TODAY + timedelta(days=1)))
    return done


def test_their_rows_go_table_by_table_but_for_what_has_to_stay(connection: Connection) -> None:
    person, other = somebody(connection, MENTEE), somebody(connection, MENTEE)
    for one in (person, other):
        put(connection, Goal, person_id=one)
        put(connection, Concern, person_id=one)
        put(connection, Handover, person_id=one, kind="ask")
        put(connection, Handover, person_id=one, kind="erased")
        put(connection, Timer, person_id=one, cause=f"{one}")
    match = put(connection, Match, mentor_id=other, mentee_id=person, paired_by=other)
    put(connection, Meeting, match_id=match)
    for _ in range(2):
        text(connection, person)
    last, _newest = text(connection, person, **FAREWELL), text(connection, person)
    assert sorted(erase(connection, person)) == [0, 1, 1, 1, 2]
    assert count(connection, Goal) == count(connection, Timer) == 1
    assert (count(connection, Concern), count(connection, Participant)) == (2, 2)
    assert (count(connection, Handover), count(connection, Handover, kind="erased")) == (3, 2)
    assert count(connection, Match) == count(connection, Meeting) == 1
    assert count(connection, Message) == 2
    assert erase(connection, person, erasing.rest) == [1, 0]
    assert count(connection, Message, id=last) == 0


def test_five_hundred_rows_go_at_once(connection: Connection) -> None:
    person = somebody(connection)
    for _ in range(502):
        put(connection, Goal, person_id=person)
    assert erase(connection, person) == [500, 2, 0]


@pytest.mark.parametrize("status", ["queued", "sending", "unknown"])
def test_their_last_text_is_on_its_way(connection: Connection, status: str) -> None:
    person, other = somebody(connection), somebody(connection)
    text(connection, other, **FAREWELL)
    text(connection, person, status=status)
    text(connection, person, **FAREWELL | {"status": "sent"})
    text(connection, person, **FAREWELL | {"direction": "in"})
    assert not erasing.says_farewell(connection, person)
    text(connection, person, **FAREWELL | {"status": status})
    assert erasing.says_farewell(connection, person)


def test_whoever_they_met_is_to_hear_of_it_if_they_can(connection: Connection) -> None:
    people = [somebody(connection) for _ in range(3)]
    stopped = somebody(connection, stopped_at=START)

    def untold(state: str, other: int, *, mentors: bool) -> bool:
        person = somebody(connection)
        mentor, mentee = (person, other) if mentors else (other, person)
        sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": other}
        put(connection, Match, state=state, closed_at=START, **sides)
        return erasing.untold(connection, person)

    for mentors in (True, False):
        assert untold("left", people[0], mentors=mentors)
        assert not untold("closed", people[1], mentors=mentors)
        assert not untold("left", stopped, mentors=mentors)
    assert not erasing.untold(connection, somebody(connection))


def test_what_is_left_of_somebody_names_nobody(connection: Connection) -> None:
    told: dict[str, Any] = {
        "name": "Lucía",
        "zone": "Europe/Madrid",
        "fewer": True,
        "undo": {"a": 1},
    }
    told |= {"echo": {"b": 1}, "held_at": START, "paused_at": START, "paused_until": START}
    people = [somebody(connection, MENTEE, **told, stopped_at=START) for _ in range(3)]
    person, other, shut = people
    connection.execute(table(Participant).update().values(profile={"age": 20}))
    sides = {"mentor_id": other, "mentee_id": person, "paired_by": other, "reason": "maths"}
    match = put(connection, Match, **sides)
    over = put(connection, Match, **sides | {"mentee_id": shut}, state="closed", closed_at=START)
    put(connection, Meeting, match_id=match, place="Library")
    put(connection, Timer, person_id=other, cause=f"gone:{person}:{other}")
    put(connection, Timer, person_id=other, cause=f"gone:{other}:{person}")
    waits = text(connection, person, text="hi", kind="", status="queued", buttons=[["a", "b"]])
    sent, theirs = (text(connection, one, text="hi", asked="key") for one in (person, other))
    erasing.end(connection, person, TODAY, shut=False)
    erasing.end(connection, shut, TODAY, shut=True)

    left, kept = (None, "UTC", False, *[None] * 5), tuple(told.values())
    assert rows(connection, Person, *told) == {person: left, other: kept, shut: left}
    assert {*rows(connection, Person, "stopped_at").values()} == {(START,)}
    assert rows(connection, Address, "handle", "origin") == {
        person: ("", "erased"),
        other: (f"+{other}", ""),
        shut: ("", "erased"),
    }
    enrolled = rows(connection, Participant, "person_id", "profile").values()
    assert [*enrolled] == [(person, {}), (other, {"age": 20})]
    assert rows(connection, Match, "reason", "state", "closed_at") == {
        match: ("", "closed", TODAY),
        over: ("", "closed", START),
    }
    assert [*rows(connection, Meeting, "place").values()] == [("",)]
    assert [*rows(connection, Timer, "cause").values()] == [(f"gone:{other}:{person}",)]
    assert rows(connection, Message, "text", "kind", "status", "code", "buttons", "asked") == {
        waits: ("", "erased", "suppressed", "erased", None, None),
        sent: ("", "erased", "sent", "", None, None),
        theirs: ("hi", "", "sent", "", None, "key"),
    }
