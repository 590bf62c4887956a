"""Addresses as rows: where somebody is reached, what waits for them, and whose a claim is."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage.outbox import redirected
from storage.people import addresses, claims
from storage.people.claims import NewClaim
from storage.sealing.sealed import find_by
from storage.tables import Address, Guardian, Match, Message, OnCall, Participant, table
from tests.phones import START
from tests.rows import put, somebody, text

A, M = table(Address), table(Message)
HOUR, LATER = timedelta(hours=1), START + timedelta(hours=2)


def another(db: Connection, person: int, **values: Any) -> int:
    handle = f"+{person}{len(db.execute(select(A.c.id)).all())}"
    of = {"handle": handle, "digest": find_by("sms", handle), "channel": "sms", "sender": "sms:1"}
    return put(db, Address, person_id=person, **of | values)


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        ({}, {}, 1),  # the newer
        ({"heard_at": LATER}, {"heard_at": START}, 0),
        ({"heard_at": LATER}, {}, 0),
        ({"heard_at": LATER, "unreachable_at": LATER}, {"heard_at": START}, 1),
        ({"heard_at": LATER, "left_at": LATER}, {"heard_at": START}, 1),
        ({"unreachable_at": LATER}, {"unreachable_at": LATER}, None),
        ({"unreachable_at": LATER}, {"shared_id": 9, "heard_at": START}, None),
        ({"unreachable_at": START}, {"shared_id": 9, "heard_at": LATER}, 1),
        ({}, {"shared_id": 9, "heard_at": LATER}, 1),
    ],
)
def test_somebody_is_reached_where_they_wrote_last(
    connection: Connection, first: dict[str, Any], second: dict[str, Any], best: int | None
) -> None:
    one = somebody(connection)
    connection.execute(A.update().where(A.c.id == one).values({"origin": "", **first}))
    both = [one, another(connection, one, **second)]
    found = addresses.best(connection, [one]).get(one)
    assert (found and found.id) == (None if best is None else both[best])


def test_an_address_that_was_left_is_found_no_more_and_told_of_once(connection: Connection) -> None:
    one = somebody(connection)
    assert addresses.unreachable(connection, one, START)
    assert not addresses.unreachable(connection, one, LATER)
    addresses.leave(connection, [one], LATER)
    digest = find_by("sms", f"+{one}")
    assert connection.execute(select(A.c.id).where(A.c.digest == digest)).first() is None
    assert addresses.of(connection, one) == []


def test_what_waits_is_taken_once_in_its_order(connection: Connection) -> None:
    one = somebody(connection)
    kept = [
        text(connection, one, status="withheld", text="first"),
        text(connection, one, status="queued", text="second"),
        text(connection, one, status="withheld", text="too late", send_before=START),
        text(connection, one, status="queued", text="last words", kind="compliance"),
        text(connection, one, status="sent", text="gone"),
    ]
    found = redirected.take(connection, one, START, old=[one])
    assert [row.text for row in found] == ["first", "second"]
    assert redirected.take(connection, one, START, old=[one]) == []
    states = connection.execute(select(M.c.status).where(M.c.id.in_(kept)).order_by(M.c.id))
    assert list(states.scalars()) == ["suppressed", "suppressed", "suppressed", "queued", "sent"]


def test_what_has_failed_lately_matters_and_not_the_words_of_others(connection: Connection) -> None:
    one = somebody(connection)
    rows: list[dict[str, Any]] = [
        {"code": "30007", "text": "reminder"},
        {"code": "refused", "text": "ours"},
        {"code": "30007", "text": "Rosa: hi", "kind": "relayed"},
        {"code": "30007", "text": "old", "created_at": START - timedelta(days=3)},
    ]
    for row in rows:
        text(connection, one, status="failed", **row)
    found = redirected.failed(connection, one, START + HOUR, ["30007"])
    assert [row.text for row in found] == ["reminder"]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Participant, {"state": "ready", "role": "mentee"}),
        (Participant, {"state": "awaiting", "role": "mentee"}),
        (OnCall, {}),
        (Guardian, {"guardian_id": "me"}),
        (Match, {"mentee_id": "me"}),
    ],
)
def test_who_is_somebody_already_cannot_be_another(
    connection: Connection, model: Any, values: dict[str, Any]
) -> None:
    jay, new = somebody(connection), somebody(connection)
    claims.add(connection, [NewClaim(new, jay, new, "Jay", START)])
    claims.add(connection, [NewClaim(new, jay, new, "Jay", START)])  # twice is once
    found = claims.newest(connection, new)
    assert found is not None
    assert not found.own
    assert len(claims.of(connection, [jay])) == 1
    named = {name: new if value == "me" else value for name, value in values.items()}
    if model in (Participant, OnCall):
        named["person_id"] = new
    put(connection, model, **named)
    found = claims.newest(connection, new)
    assert found is not None
    assert found.own
