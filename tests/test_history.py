"""What was said to people and by them: which texts count, and which do not."""

from datetime import timedelta

from sqlalchemy import Connection

from storage import history
from storage.tables import Address
from tests.phones import START
from tests.rows import put, somebody, text

MINUTE = timedelta(minutes=1)
SINCE, THEN = START - MINUTE, START + MINUTE
HEARD = {"direction": "in", "status": "received"}


def test_what_counts_as_said_unasked(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    asked = {"priority": 2, "kind": "", "due_at": THEN}
    for told in (
        {"priority": 0},
        {"direction": "in"},
        {"kind": "reminder"},
        {"created_at": SINCE},
        *({"status": one} for one in ("suppressed", "expired", "failed")),
    ):
        text(connection, person, **asked | told)
    text(connection, other, **asked)
    assert history.spent(connection, [person], SINCE) == {}
    for told in ({}, {"priority": 1, "sent_at": START}, {"status": "unknown"}):
        text(connection, person, **asked | told)
    assert history.spent(connection, [person], SINCE) == {person: [THEN, START, THEN]}


def test_when_somebody_wrote(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    second = put(connection, Address, person_id=person)
    long_ago = timedelta(days=60)
    text(connection, person, **HEARD)
    text(connection, person, **HEARD | {"created_at": THEN, "address_id": second})
    text(connection, other, **HEARD)
    text(connection, person)
    text(connection, person, **HEARD | {"sender": "inside"})
    text(connection, person, **HEARD | {"created_at": START + MINUTE - long_ago})
    found = history.heard_from(connection, [person], START + MINUTE)
    assert sorted(found) == [(person, START), (person, THEN)]
    assert len(history.heard_from(connection, [person], START)) == 3


def test_what_an_address_was_told(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    text(connection, person, text="new")
    text(connection, person, text="newer", status="failed")
    text(connection, person, text="old", created_at=SINCE)
    text(connection, person, text="heard", **HEARD)
    text(connection, other, text="other")
    assert sorted(history.told(connection, [person], SINCE)[person]) == ["new", "newer"]


def test_when_a_question_was_handed_over(connection: Connection) -> None:
    person = somebody(connection)
    for key, at in (("a", START), ("a", THEN), ("a", None), ("b", START), ("c", START)):
        text(connection, person, asked=key, asked_at=at)
    assert history.asked_at(connection, ["a", "b", "d"]) == {"a": [START, THEN], "b": [START]}


def test_when_what_a_turn_said_arrived(connection: Connection) -> None:
    first, second, third, fourth = (somebody(connection) for _ in range(4))
    text(connection, first, sent_at=START)
    text(connection, first, sent_at=THEN)  # the last part
    text(connection, first, sent_at=SINCE, **HEARD | {"created_at": START})
    text(connection, first, sent_at=SINCE, created_at=THEN)
    text(connection, second, sent_at=THEN, flagged=True)
    text(connection, third)
    text(connection, fourth, sent_at=THEN)
    asked = dict.fromkeys((first, second, third), START)
    found = history.handed_over(connection, asked)
    assert found == {first: THEN, second: START, third: None}


def test_what_somebody_said_since(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    text(connection, person, text="now", kind="text", **HEARD)
    text(connection, person, text="before", kind="text", **HEARD | {"created_at": SINCE})
    text(connection, person, text="inside", kind="inside", **HEARD)
    text(connection, person, text="ours", kind="text")
    text(connection, other, text="another's", kind="text", **HEARD)
    assert history.said_since(connection, [person], SINCE) == [(person, START, "now")]
