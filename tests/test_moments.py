"""The very moment at which something begins to hold, or ceases to: just before it, then, and just
after it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select

from assistant.programmes import definitions
from storage import backlog, desk, history, runs, timers, times
from storage.backlog import Clocks
from storage.broadcasts import audience, progress, recipients
from storage.database import Database, open_database
from storage.desk import Of
from storage.mentoring import feedback, matches, meetings
from storage.outbox import delayed, due, sends, strangers
from storage.people import invitations
from storage.records import kept
from storage.records.kept import Since
from storage.safeguarding import concerns
from storage.tables import (
    Address,
    Broadcast,
    Concern,
    Entry,
    Fault,
    Feedback,
    Handover,
    Invitation,
    Match,
    Meeting,
    Message,
    Participant,
    Person,
    Recipient,
    Run,
    Timer,
    table,
)
from tests.conftest import sqlite_url
from tests.phones import START

AT = START
MOMENT, DAY, WEEK = timedelta(microseconds=1), timedelta(days=1), timedelta(days=7)
FOR_EVER = timedelta(days=9_999)
MENTOR, MENTEE, STOPPED, STRANGER, COORDINATOR = 1, 2, 3, 4, 5
DESK = Of(1, False)

UNTIL = (True, False, False)  # before that moment, and at it no more
AFTER = (False, False, True)
FROM = (False, True, True)  # from that moment on
UP_TO = (True, True, False)  # at that moment as well

M = table(Message)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Something of everything that happens at AT."""
    opened = open_database(sqlite_url(Path(tmp_path_factory.mktemp("moments"))))
    with opened.writing() as connection:
        definitions.demonstrate(connection, AT - 2 * DAY)
        for model, rows in _rows().items():
            for row in rows:
                connection.execute(insert(table(model)).values(row))
    yield opened
    opened.close()


def _rows() -> dict[Any, list[dict[str, Any]]]:
    who = {"programme_id": 1, "person_id": MENTEE}
    pair = {"programme_id": 1, "mentor_id": MENTOR, "reason": "", "paired_by": COORDINATOR}
    inviting = {"programme_id": 1, "facts": {}, "created_at": AT - DAY, "expires_at": AT}
    people = {MENTEE: {"paused_until": AT, "fewer": True}}
    roles = {MENTOR: "mentor", MENTEE: "mentee", STOPPED: "mentee"}
    return {
        Person: [
            {"id": n, "language": "en", "zone": "UTC", "created_at": AT, **people.get(n, {})}
            for n in range(1, 6)
        ],
        Address: [
            {"id": n, "person_id": n, "channel": "sms", "sender": "a", "digest": bytes([n])}
            | {"handle": str(n), "created_at": AT}
            for n in range(1, 6)
        ],
        Participant: [
            {**who, "person_id": n, "role": role, "state": "ready"}
            | {"profile": {}, "created_at": AT}
            for n, role in roles.items()
        ],
        Invitation: [{**inviting, "digest": b"c", "role": "coordinator"}],
        Match: [
            {**pair, "id": 1, "mentee_id": MENTEE, "state": "left", "opened_at": AT}
            | {"closed_at": AT},
            {**pair, "id": 2, "mentee_id": STOPPED, "state": "stopped", "opened_at": AT}
            | {"closed_at": AT},
            {**pair, "id": 3, "mentee_id": COORDINATOR, "opened_at": AT},
        ],
        Meeting: [_meeting(1, "over", AT), _meeting(3, "booked", None)],
        Feedback: [{"match_id": 1, "person_id": 1, "about": "", "answers": {}, "created_at": AT}],
        Handover: [
            {**who, "kind": kind, "text": "", "created_at": AT, "closed_at": closed, "match_id": 3}
            for kind, closed in (("left", None), ("no_answer", None), ("", AT))
        ],
        Run: [
            {"person_id": MENTEE, "flow": "", "state": "", "depth": 0, "asked": "", "data": {}}
            | {"opened_at": AT, "moved_at": AT, "nudge_at": AT + timedelta(hours=1)}
        ],
        Timer: [{"person_id": MENTEE, "cause": "", "due_at": AT, "news": {}}],
        Concern: [
            {**who, "kind": "", "about": "", "words": "", "opened_at": AT}
            | {"page_at": AT + timedelta(hours=2)}
        ],
        Entry: [{"person_id": MENTEE, "at": AT, "kind": "answered", "facts": {"answer": 1}}],
        Fault: [{"sender": "a", "external_id": "f", "code": "", "at": AT}],
        Broadcast: [
            {"id": 1, "programme_id": 1, "coordinator_id": COORDINATOR, "audience": "mentees"}
            | {"text": "", "state": "sending", "created_at": AT}
        ],
        Recipient: [
            {"broadcast_id": 1, "person_id": COORDINATOR, "state": "waiting"}
            | {"due_at": AT + timedelta(hours=3)}
        ],
        Message: [
            _message(STRANGER, "stranger", "sent", segments=1),
            _message(STRANGER, "stranger", "queued", sender="turn", segments=1, turn_at=AT),
            _message(MENTEE, "", "sent", priority=1, external_id="out"),
            _message(MENTOR, "", "sent", priority=2, broadcast_id=1, sent_at=AT),
            _message(MENTEE, "text", "received", direction="in", external_id="in"),
            _message(STOPPED, "", "queued", sender="due", due_at=AT + timedelta(hours=4)),
            _message(MENTOR, "", "queued", sender="ends", due_at=AT - DAY, send_before=AT),
            _message(STOPPED, "", "unknown", sender="lost", sent_at=AT),
            _message(COORDINATOR, "", "sent", created_at=AT + DAY),
        ],
    }


def _meeting(match: int, state: str, closed: datetime | None) -> dict[str, Any]:
    row = {"match_id": match, "state": state, "by": "mentor", "starts": "", "zone": "", "place": ""}
    return row | {"starts_at": AT, "created_at": AT, "closed_at": closed, "booked_at": AT}


def _message(person: int, kind: str, status: str, **more: Any) -> dict[str, Any]:
    row = {"person_id": person, "address_id": person, "direction": "out", "sender": "a"}
    row |= {"kind": kind, "text": "", "status": status, "due_at": AT, "created_at": AT}
    return row | more


def expired(db: Connection, now: datetime) -> int:
    delayed.expire(db, "ends", now)
    gone = select(func.count()).where(M.c.status == "expired")
    return db.execute(gone).scalar_one()


def over(db: Connection, stranger: datetime) -> bool:
    """Whether who is in no programme, and heard nothing since then, is to be erased."""
    return STRANGER in kept.people(db, Since(None, stranger, AT, AT, False))


def listed(db: Connection, now: datetime, kind: str) -> bool:
    return kind in {one.kind for one in desk.waiting(db, DESK, (), now)}


def spent(db: Connection, now: datetime) -> bool:
    return any(one.spent for one in audience.groups(db, DESK, "mentees", now))


HAPPENS: dict[str, tuple[Callable[[Connection, datetime], object], tuple[bool, bool, bool]]] = {
    "a timer is due": (lambda db, at: timers.due(db, at, 9), FROM),
    "who is silent is asked": (
        lambda db, at: runs.silent(db, at + timedelta(hours=1), 9),
        FROM,
    ),
    "somebody is paged": (
        lambda db, at: concerns.due(db, at + timedelta(hours=2), AT + DAY, 9),
        FROM,
    ),
    "a broadcast reaches them": (
        lambda db, at: recipients.claim(db, at + timedelta(hours=3), 9),
        FROM,
    ),
    "they wait for a broadcast": (
        lambda db, at: progress.count(db, 1, at + timedelta(hours=3))["waiting"],
        FROM,
    ),
    "a message is due": (
        lambda db, at: due.claim(db, "due", at + timedelta(hours=4), 9),
        FROM,
    ),
    "a message waits": (lambda db, at: backlog.due(db, at + timedelta(hours=4))[0] == 3, FROM),
    "a message may leave": (lambda db, at: due.claim(db, "ends", at, 9), UNTIL),
    "a message is not sent any more": (expired, FROM),
    "a stranger's turn has come": (lambda db, at: strangers.waiting(db, {"turn"}, at), FROM),
    "what is unknown is looked up": (lambda db, at: sends.unknown(db, "lost", at, AT, 9), FROM),
    "or was sent at a time to come": (
        lambda db, at: sends.unknown(db, "lost", AT - DAY, at, 9),
        UNTIL,
    ),
    "an id is taken": (lambda db, at: sends.taken_ids(db, MENTEE, at), UP_TO),
    "an invitation is good": (lambda db, at: invitations.find(db, [b"c"], at), UNTIL),
    "a coordinator may come": (lambda db, at: desk.has_coordinator(db, 1, at), UNTIL),
    "the cap counts": (lambda db, at: history.spent(db, [MENTEE], at), UNTIL),
    "they may react": (lambda db, at: history.told(db, [MENTEE], at), UNTIL),
    "they wrote": (lambda db, at: history.said_since(db, [MENTEE], at), UNTIL),
    "they usually write": (
        lambda db, at: history.heard_from(db, [MENTEE], at + 60 * DAY),
        UNTIL,
    ),
    "who left may come back": (lambda db, at: matches.lock(db, [MENTEE], at, AT - DAY), UNTIL),
    "who left stopped": (lambda db, at: matches.lock(db, [MENTEE], AT - DAY, at), UNTIL),
    "who stopped may come back": (lambda db, at: matches.lock(db, [STOPPED], AT, at), UNTIL),
    "feedback is compared": (lambda db, at: feedback.since(db, [1], at), UNTIL),
    "a meeting was lately": (lambda db, at: meetings.ended(db, [1], at), UNTIL),
    "a broadcast came lately": (lambda db, at: progress.reached(db, [MENTOR], at), UNTIL),
    "it cost in an hour": (lambda db, at: strangers.spent(db, at + timedelta(hours=1)).hour, UNTIL),
    "it cost in a day": (lambda db, at: strangers.spent(db, at + DAY).day, UNTIL),
    "they were answered": (
        lambda db, at: strangers.answered(db, [STRANGER], at + DAY),
        UNTIL,
    ),
    "somebody rests": (
        lambda db, at: any(one.paused for one in audience.groups(db, DESK, "mentees", at)),
        UNTIL,
    ),
    "they could be matched": (
        lambda db, at: MENTEE in {one.person_id for one in desk.ready(db, DESK, "mentee", at, 9)},
        FROM,
    ),
    "they had their text of a day": (
        lambda db, at: next(
            one.spent for one in audience.groups(db, DESK, "mentors", at + timedelta(hours=20))
        ),
        UNTIL,
    ),
    "they had their text of a week": (lambda db, at: spent(db, at + WEEK), UNTIL),
    "news is listed": (lambda db, at: listed(db, at + 30 * DAY, "left"), UP_TO),
    "nobody knows them any more": (over, AFTER),
    "an answer is forgotten": (kept.drop_answers, AFTER),
    "what is done is forgotten": (kept.drop_done, AFTER),
    "what was said is forgotten": (kept.drop_texts, AFTER),
}


@pytest.mark.parametrize(("happens", "then"), HAPPENS.values(), ids=HAPPENS)
def test_something_kept_holds_from_its_moment_on_or_until_it(
    db: Database,
    happens: Callable[[Connection, datetime], object],
    then: tuple[bool, bool, bool],
) -> None:
    found = []
    for at in (AT - MOMENT, AT, AT + MOMENT):
        with db.engine.connect() as connection, connection.begin() as transaction:
            found.append(bool(happens(connection, at)))
            transaction.rollback()
    assert tuple(found) == then


def test_invitations_and_faults_are_kept_until_their_moment_has_passed(db: Database) -> None:
    with db.engine.connect() as connection, connection.begin() as transaction:
        gone = [kept.drop_used(connection, at) for at in (AT - MOMENT, AT, AT + MOMENT)]
        transaction.rollback()
    assert gone == [0, 0, 2]


def test_a_booking_of_that_very_moment_answers_nothing(db: Database) -> None:
    with db.reading() as connection:
        assert listed(connection, AT, "no_answer")


def test_what_is_due_next_comes_after_now(db: Database) -> None:
    """A timer, who is silent, a page, a broadcast, a message, one after the other."""
    hours = [AT + timedelta(hours=n) for n in range(5)]
    with db.reading() as connection:
        before = [times.next_due(connection, at - MOMENT) for at in hours]
        after = [times.next_due(connection, at) for at in hours]
    assert before == hours
    assert after == [*hours[1:], None]


def test_a_row_is_young_by_either_clock_and_as_old_as_the_one_that_was_not_set_says() -> None:
    minute = timedelta(minutes=1)
    clocks = Clocks(AT, AT + FOR_EVER)
    assert [clocks.younger(AT - ago, minute) for ago in (minute, minute + MOMENT)] == [True, False]
    assert clocks.age(AT) == 0.0
    assert clocks.age(AT + minute) == (FOR_EVER - minute).total_seconds()
