"""Whose time is over, and what is given up by itself: each rule with who it takes and who it does
not."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from storage.records import kept
from storage.records.kept import Since
from storage.tables import (
    Address,
    Entry,
    Erasure,
    Fault,
    Guardian,
    Handover,
    Invitation,
    Match,
    Message,
    Participant,
    Programme,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

A, L, M, N = table(Address), table(Entry), table(Message), table(Participant)
H, V = table(Handover), table(Invitation)


def ago(days: float) -> datetime:
    return START - timedelta(days=days)


STRANGER, DECLINED, ENDED = 3, 5, 7  # days
SINCE = Since(1, ago(STRANGER), ago(DECLINED), ago(ENDED), over=False)
LATER = 0.001
MENTEE, GUARDIAN = ("mentee", "ready"), ("guardian", "consented")
LEFT, INVITED = ("mentor", "left"), ("mentee", "invited")


def silent(db: Connection, days: float, *enrolled: tuple[str, str], **values: Any) -> int:
    """Somebody of whom and to whom nothing was said for so long; before that, something was."""
    person = somebody(db, *enrolled, created_at=ago(days + 50), **values)
    text(db, person, created_at=ago(days + 20))
    text(db, person, created_at=ago(days), direction="in", status="received")
    return person


def over(db: Connection, person: int, since: Since = SINCE) -> bool:
    return person in kept.people(db, since)


def gone_after(
    db: Connection, days: float, *enrolled: tuple[str, str], since: Since = SINCE, **values: Any
) -> bool:
    """Whether it is over after so many days, and not before."""
    just, later = (silent(db, one, *enrolled, **values) for one in (days, days + LATER))
    return over(db, later, since) and not over(db, just, since)


def test_how_long_those_are_kept_who_take_no_part(connection: Connection) -> None:
    for state in ("declined", "under_age", "awaiting", "refused"):
        assert gone_after(connection, DECLINED, ("mentee", state)), state
    assert gone_after(connection, STRANGER, INVITED)
    assert gone_after(connection, DECLINED, INVITED, stopped_at=ago(50))
    assert gone_after(connection, DECLINED, INVITED, ("mentor", "declined"))
    assert gone_after(connection, ENDED, LEFT)
    assert gone_after(connection, ENDED, LEFT, INVITED)
    assert gone_after(connection, ENDED, MENTEE, stopped_at=ago(50))
    assert gone_after(connection, DECLINED, GUARDIAN)
    assert gone_after(connection, STRANGER, since=SINCE._replace(programme=None))
    assert gone_after(connection, ENDED, MENTEE, since=SINCE._replace(over=True))
    assert gone_after(connection, ENDED, MENTEE, LEFT, since=SINCE._replace(over=True))


def test_who_is_kept_however_long_they_say_nothing(connection: Connection) -> None:
    def stays(*enrolled: tuple[str, str], since: Since = SINCE, **values: Any) -> int:
        person = silent(connection, 50, *enrolled, **values)
        assert not over(connection, person, since), (enrolled, values)
        return person

    nowhere, ended = SINCE._replace(programme=None), SINCE._replace(over=True)
    stays(MENTEE)
    stays(LEFT, MENTEE)
    stays(MENTEE, stopped_at=ago(ENDED))
    stays(INVITED, since=nowhere)
    stays()
    stays(("coordinator", "left"), stopped_at=ago(50))
    stays(("coordinator", "consented"), since=ended)
    stays(GUARDIAN, MENTEE)
    other = put(connection, Programme, settings={})
    twice = stays(LEFT, since=SINCE._replace(programme=other))
    put(connection, Participant, person_id=twice, programme_id=other, role="mentor", state="left")
    for since in (SINCE, ended, SINCE._replace(programme=other)):
        assert not over(connection, twice, since)
    child, guardian = stays(MENTEE), silent(connection, 50, GUARDIAN)
    assert over(connection, guardian)
    put(connection, Guardian, child_id=child, guardian_id=guardian)
    assert not over(connection, guardian)


def test_who_is_together_with_somebody_is_kept_until_that_is_over(connection: Connection) -> None:
    mentor, mentee = silent(connection, 50, LEFT), silent(connection, 50, INVITED)
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    match = put(connection, Match, **sides)
    assert not {mentor, mentee} & {*kept.people(connection, SINCE)}
    connection.execute(
        update(table(Match)).where(table(Match).c.id == match).values(closed_at=START)
    )
    assert {mentor, mentee} <= {*kept.people(connection, SINCE)}


def test_whoever_is_erased_or_about_to_be_is_not_erased_again(connection: Connection) -> None:
    begun, done, erased = (silent(connection, 50, LEFT) for _ in range(3))
    put(connection, Erasure, person_id=begun)
    put(connection, Erasure, person_id=done, finished_at=START)
    connection.execute(update(A).where(A.c.person_id == erased).values(origin="erased"))
    assert {begun, done, erased} & {*kept.people(connection, SINCE)} == {done}


def test_who_never_had_a_text_counts_from_the_day_they_were_known(connection: Connection) -> None:
    assert over(connection, somebody(connection, LEFT, created_at=ago(ENDED + LATER)))
    assert not over(connection, somebody(connection, LEFT, created_at=ago(ENDED)))


def test_texts_are_dropped_that_are_old_and_no_longer_in_use(connection: Connection) -> None:
    person, old = somebody(connection), {"created_at": ago(1)}
    gone = [text(connection, person, status=one, **old) for one in ("sent", "failed", "expired")]
    heard = {"direction": "in", "status": "received"}
    gone.append(text(connection, person, answered_at=START, **heard, **old))
    stay = [text(connection, person, status=one, **old) for one in ("queued", "sending", "unknown")]
    stay += [text(connection, person, **heard, **old), text(connection, person)]
    stay.append(text(connection, person, **old))  # the newest of all
    assert kept.drop_texts(connection, START) == len(gone)
    assert [*connection.execute(select(M.c.id).order_by(M.c.id)).scalars()] == stay
    assert kept.drop_texts(connection, START) == 0


def test_so_many_go_at_once(connection: Connection) -> None:
    person = somebody(connection)
    for _ in range(202):
        text(connection, person, created_at=ago(1))
    assert [kept.drop_texts(connection, START) for _ in range(3)] == [200, 1, 0]


def test_what_else_is_given_up_when_it_is_old(connection: Connection) -> None:
    person = somebody(connection)
    lines = [
        put(connection, Entry, person_id=person, at=at, facts={"answer": "x"})
        for at in (ago(1), START)
    ]
    assert [kept.drop_answers(connection, START) for _ in range(2)] == [1, 0]
    left = connection.execute(select(L.c.id, L.c.facts).order_by(L.c.id)).all()
    assert [(one.id, one.facts is None) for one in left] == [(lines[0], True), (lines[1], False)]
    for closed in (ago(1), START, None):
        put(connection, Handover, person_id=person, closed_at=closed)
    assert [kept.drop_done(connection, START) for _ in range(2)] == [1, 0]
    for used, expires in ((None, ago(1)), (ago(1), START), (START, START), (None, START)):
        put(connection, Invitation, used_at=used, expires_at=expires)
    for at in (ago(1), START):
        put(connection, Fault, at=at)
    assert [kept.drop_used(connection, START) for _ in range(2)] == [3, 0]
