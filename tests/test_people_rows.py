"""Which rows of people, matches, concerns and conversations a question finds, and which not."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import runs
from storage.inbox import inside, late, received, unanswered, watermarks
from storage.mentoring import feedback, matches, meetings
from storage.people import guardians, invitations, participants, persons, programmes, worlds
from storage.records import erasures
from storage.runs import Nudge
from storage.safeguarding import concerns, lines, on_call, pages, records
from storage.tables import (
    Address,
    Broadcast,
    Concern,
    ConcernLine,
    Erasure,
    Feedback,
    Guardian,
    Invitation,
    Match,
    Meeting,
    Message,
    OnCall,
    Page,
    Participant,
    Person,
    Programme,
    Run,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

A, C, M = table(Address), table(Concern), table(Message)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LATER = START + HOUR
MENTEE, LEADS = ("mentee", "ready"), ("coordinator", "consented")
HEARD = {"direction": "in", "status": "received"}


def test_which_matches_of_somebody_are_locked(connection: Connection) -> None:
    mentor = somebody(connection)

    def locked(state: str, closed_at: datetime | None, *, whose: str = "mentor_id") -> bool:
        sides = {"mentor_id": somebody(connection), "mentee_id": somebody(connection)}
        row = sides | {whose: mentor, "paired_by": mentor, "state": state, "closed_at": closed_at}
        number = put(connection, Match, **row)
        return number in matches.lock(connection, [mentor], START, START - HOUR)

    for whose in ("mentor_id", "mentee_id"):
        assert all(locked(one, START + MINUTE, whose=whose) for one in ("left", "closed"))
        assert locked("stopped", START - HOUR + MINUTE, whose=whose)
        assert not any(locked(one, START, whose=whose) for one in ("left", "closed"))
        assert not locked("stopped", START - HOUR, whose=whose)
        assert not locked("active", LATER, whose=whose)
    assert locked("active", None)
    assert locked("active", None, whose="mentee_id")
    assert matches.lock(connection, [somebody(connection)], START, START) == []
    assert len(matches.open_of(connection, [mentor])) == 2


def test_what_is_known_of_a_match(connection: Connection) -> None:
    mentor, mentee, other = (somebody(connection) for _ in range(3))
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    match = put(connection, Match, **sides, state="offered")

    def read() -> matches.OpenMatch:
        return matches.read(connection, [match])[0]

    assert (read().meeting_id, read().last_place, read().elsewhere) == (None, None, False)
    met = {"match_id": match, "booked_at": START, "closed_at": START}
    put(connection, Meeting, **met, place="old")
    put(connection, Meeting, **met, place="library")
    put(connection, Meeting, **met | {"booked_at": None}, place="never")
    spoken = put(connection, Meeting, match_id=match, place="new", state="proposed")
    assert (read().meeting_id, read().place, read().last_place) == (spoken, "new", "library")
    put(connection, Match, **sides | {"mentee_id": other})
    put(connection, Match, **sides, state="offered")
    put(connection, Match, **sides, closed_at=START)
    assert not read().elsewhere
    put(connection, Match, **sides)
    assert read().elsewhere
    closed = put(connection, Match, **sides, closed_at=START)
    again = [
        matches.ChangedMatch(closed, "active", None),
        matches.ChangedMatch(match, "left", START),
    ]
    matches.change(connection, again)
    found = {
        one.id: (one.state, one.closed_at) for one in matches.read(connection, [match, closed])
    }
    assert found == {match: ("left", START), closed: ("active", START)}


def test_what_was_said_of_a_match_and_which_meetings_are_over(connection: Connection) -> None:
    mentor, mentee = somebody(connection), somebody(connection)
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    match, other = put(connection, Match, **sides), put(connection, Match, **sides, closed_at=START)
    for row, at in ((match, START), (match, LATER), (other, LATER)):
        put(connection, Feedback, match_id=row, person_id=mentee, about=f"{at}", created_at=at)
    assert [one.about for one in feedback.since(connection, [match], START)[match]] == [f"{LATER}"]
    again = feedback.NewFeedback(match, mentee, f"{LATER}", 3, {}, LATER)
    feedback.keep(connection, [again])
    assert [one.rating for one in feedback.since(connection, [match], START)[match]] == [3]
    for number, state in (
        (1, "over"),
        (2, "moved"),
        (3, "countered"),
        (4, "refused day"),
        (5, "booked"),
    ):
        row = {"match_id": match, "state": state, "closed_at": START}
        put(connection, Meeting, **row, starts_at=START + number * MINUTE)
        put(connection, Meeting, **row, starts_at=START)
    found = meetings.ended(connection, [match], START)[match]
    assert [(one.at - START, one.over, one.day) for one in found] == [
        (MINUTE, True, False),
        (2 * MINUTE, False, False),
        (3 * MINUTE, False, False),
        (4 * MINUTE, False, True),
    ]


def test_which_invitations_are_good_and_that_each_is_so_once(connection: Connection) -> None:
    good = {"expires_at": START + MINUTE, "facts": {"name": "Jay"}}
    for digest, more in ((b"a", {}), (b"b", {"used_at": START}), (b"c", {"expires_at": START})):
        put(connection, Invitation, digest=digest, **good | more)
    found = invitations.find(connection, [b"a", b"b", b"c", b"d"], START)
    assert [*found] == [b"a"]
    used = [invitations.UsedInvitation(found[b"a"].id, START)]
    invitations.use(connection, used)
    assert invitations.find(connection, [b"a"], START) == {}
    with pytest.raises(invitations.UsedAlready):
        invitations.use(connection, used)


def test_which_concerns_are_due_and_who_has_them(connection: Connection) -> None:
    person = somebody(connection)

    def due(page_at: datetime | None, **more: Any) -> bool:
        number = put(connection, Concern, person_id=person, page_at=page_at, **more)
        return number in [one.id for one in concerns.due(connection, START, LATER, 99)]

    assert due(START)
    assert due(LATER + MINUTE)
    assert not due(START + MINUTE)
    assert not due(LATER)
    assert not due(None)
    assert not due(START, closed_at=START)
    assert len(concerns.due(connection, START, LATER, 1)) == 1
    number = put(connection, Concern, person_id=person, page_at=START)
    mine = concerns.Acknowledged(number, person, "Dana", START)
    assert [concerns.acknowledge(connection, mine) for _ in range(2)] == [True, False]
    assert concerns.find(connection, [number])[0].page_at is None
    closed = put(connection, Concern, person_id=person, closed_at=START)
    assert not concerns.acknowledge(connection, mine._replace(concern=closed))
    listed = put(connection, Concern, person_id=person, handover_id=7, page_at=START)
    assert concerns.close(connection, listed, LATER, "seen to") == 7
    assert concerns.close(connection, listed, START, "again") is None
    row = connection.execute(select(C).where(C.c.id == listed)).one()
    assert (row.closed_at, row.note, row.page_at) == (LATER, "seen to", None)
    other = put(connection, Concern, person_id=person, handover_id=7, page_at=START)
    concerns.close_listed(connection, [7], concerns.Listed(1, "Dana", START))
    rows = connection.execute(
        select(C.c.id, C.c.closed_at, C.c.page_at).where(C.c.handover_id == 7)
    )
    assert [tuple(one) for one in rows] == [(listed, LATER, None), (other, START, None)]


def test_for_whom_somebody_was_called(connection: Connection) -> None:
    said, staff = somebody(connection, name="Jay"), somebody(connection)
    first, second = (put(connection, Concern, person_id=said) for _ in range(2))
    closed = put(connection, Concern, person_id=said, closed_at=START)
    for concern, at in ((first, START), (first, START + 2 * MINUTE), (second, START + MINUTE)):
        put(connection, Page, concern_id=concern, person_id=staff, at=at)
    put(connection, Page, concern_id=closed, person_id=staff)
    put(connection, Page, concern_id=first, person_id=said)
    sent = {"asked": pages.key(first), "sent_at": LATER}
    for status in ("queued", "sending", "unknown", "failed", "sent", "delivered"):
        text(connection, staff, direction="out", status=status, **sent)
    text(connection, said, direction="out", status="sent", **sent)
    text(connection, staff, direction="out", status="delivered", sender="voice:+1", **sent)
    found = pages.calls(connection, [staff])[staff]
    assert [(one.concern, one.shown) for one in found] == [(first, [LATER] * 2), (second, ())]
    assert {one.about for one in found} == {"Jay"}
    for kind, at in (("words", START), ("words", LATER), ("told", START), ("told", LATER)):
        put(connection, ConcernLine, concern_id=first, person_id=said, kind=kind, at=at)
    put(connection, ConcernLine, concern_id=second, person_id=staff, kind="looked", at=LATER)
    assert lines.told(connection, [first, second]) == {
        first: lines.Told(2, LATER),
        second: lines.Told(0, None),
    }
    record = records.find(connection, first)
    assert record is not None
    assert (len(record.pages), len(record.lines), record.readers) == (3, 4, {said: "Jay"})
    assert records.find(connection, closed + 9) is None
    other = records.find(connection, second)
    assert other is not None
    assert other.readers == {staff: "?"}


def test_old_records_of_concerns_are_given_up(connection: Connection) -> None:
    person = somebody(connection)
    elsewhere = put(connection, Programme, settings={})
    old = put(connection, Concern, person_id=person, closed_at=START - MINUTE)
    kept = [
        put(connection, Concern, person_id=person, **more)
        for more in (
            {},
            {"closed_at": START},
            {"closed_at": START - HOUR, "programme_id": elsewhere},
        )
    ]
    for concern in (old, *kept):
        put(connection, Page, concern_id=concern, person_id=person)
        put(connection, ConcernLine, concern_id=concern, person_id=person)
    assert [records.give_up(connection, 1, START) for _ in range(2)] == [1, 0]
    for model in (Concern, Page, ConcernLine):
        one = table(model)
        column = one.c.id if model is Concern else one.c.concern_id
        assert [*connection.execute(select(column).order_by(column)).scalars()] == kept


def test_two_hundred_records_go_at_once(connection: Connection) -> None:
    person = somebody(connection)
    for _ in range(201):
        put(connection, Concern, person_id=person, closed_at=START - MINUTE)
    assert [records.give_up(connection, 1, START) for _ in range(3)] == [200, 1, 0]


def test_who_is_on_call_and_by_which_number(connection: Connection) -> None:
    person = somebody(connection, name="Dana")
    put(connection, OnCall, person_id=person, name="Dana")
    on_call.add(connection, [on_call.OnCall(1, person, "Dana again")])
    assert [one.name for one in on_call.every(connection)] == ["Dana"]
    put(connection, Address, id=person + 1, person_id=person, channel="telegram", handle="chat")
    assert on_call.number(connection, person) == f"+{person}"
    put(connection, Address, id=person + 2, person_id=person, channel="simulated_sms", handle="new")
    assert on_call.number(connection, person) == "new"
    assert on_call.name(connection, person) == "Dana"
    assert on_call.name(connection, put(connection, Person, language="en", zone="UTC")) is None


def test_who_coordinates_and_who_answers_for_whom(connection: Connection) -> None:
    coordinator, left, mentee = (
        somebody(connection, LEADS),
        somebody(connection),
        somebody(connection, MENTEE),
    )
    put(connection, Participant, person_id=left, programme_id=1, role="coordinator", state="left")
    elsewhere = put(connection, Programme, settings={})
    there = {"programme_id": elsewhere, "role": "coordinator", "state": "ready"}
    put(connection, Participant, person_id=mentee, **there)
    assert participants.coordinators(connection, [1]) == {1: [coordinator]}
    profiles = participants.profiles(connection, [mentee])
    assert profiles == {(mentee, 1, "mentee"): {}, (mentee, elsewhere, "coordinator"): {}}
    first = put(connection, Guardian, child_id=mentee, guardian_id=coordinator)
    second = put(connection, Guardian, child_id=coordinator)
    put(connection, Guardian, child_id=left)
    assert [one.id for one in guardians.of(connection, coordinator)] == [first, second]


def test_a_programme_in_which_somebody_was_stays(connection: Connection) -> None:
    used, invited, unused = (
        put(connection, Programme, keyword=one, mentor_keyword=f"{one} too", settings={})
        for one in ("used", "invited", "unused")
    )
    put(connection, Participant, person_id=somebody(connection), programme_id=used)
    put(connection, Invitation, programme_id=invited)
    for keyword in ("used", "invited", "unused", "none"):
        programmes.drop_unused(connection, keyword)
    found = programmes.every(connection)
    assert {used, invited} < found.keys()
    assert unused not in found


def test_whoever_is_at_a_phone_coordinates_nobody_once_real_people_are_there(
    connection: Connection,
) -> None:
    real, phone = somebody(connection, LEADS), somebody(connection, LEADS, MENTEE)
    connection.execute(A.update().where(A.c.person_id == phone).values(channel="simulated"))
    for person, state in ((real, "held"), (phone, "sending"), (phone, "held"), (phone, "done")):
        put(connection, Broadcast, coordinator_id=person, state=state)
    assert worlds.simulated(connection, [real, phone]) == {phone}
    worlds.end_rehearsal(connection)
    rows = select(Participant.state).order_by(Participant.id)  # type: ignore[arg-type]
    assert [*connection.execute(rows).scalars()] == ["consented", "left", "ready"]
    states = select(Broadcast.state).order_by(Broadcast.id)  # type: ignore[arg-type]
    assert [*connection.execute(states).scalars()] == ["held", "dropped", "dropped", "done"]


def test_what_is_changed_of_people(connection: Connection) -> None:
    first, second = somebody(connection), somebody(connection, echo={"count": 2})
    persons.change(connection, {first: {"name": "Jay", "fewer": True}, second: {"name": "Rosa"}})
    persons.ask_again(connection, [first, second])
    found = persons.find(connection, [first, second])
    assert [(one.name, one.fewer, one.echo) for one in found.values()] == [
        ("Jay", True, {"unheard": True}),
        ("Rosa", False, {"count": 2, "unheard": True}),
    ]
    assert persons.lock_if_free(connection, [first, 0]) == {first}
    persons.lock(connection, [first])


def test_how_far_an_erasure_has_come(connection: Connection) -> None:
    people = [somebody(connection) for _ in range(3)]
    assert erasures.newest_message(connection) == 0
    newest = text(connection, people[0])
    assert erasures.newest_message(connection) == newest
    new = [erasures.NewErasure(one, "person", START, newest) for one in people]
    erasures.add(connection, new)
    erasures.add(connection, new[:1])
    first, second, third = erasures.under_way(connection, 9, 0)
    assert (first.stage, first.place, first.done_to) == ("others", "", 0)
    assert [one.id for one in erasures.under_way(connection, 1, first.id)] == [second.id]
    erasures.move(connection, first._replace(stage="own", place="goal", done_to=7))
    assert erasures.under_way(connection, 1, 0)[0][5:] == ("own", "goal", 7)
    for one in (first, second):
        erasures.finish(connection, one.id, LATER)
    assert erasures.to_wipe(connection) == [first.id, second.id]
    erasures.wiped(connection, [first.id], LATER)
    assert erasures.to_wipe(connection) == [second.id]
    row = connection.execute(select(table(Erasure)).where(table(Erasure).c.id == first.id)).one()
    assert (row.finished_at, row.wiped_at, row.place, row.done_to) == (LATER, LATER, "", 0)
    assert [one.id for one in erasures.under_way(connection, 9, 0)] == [third.id]


def arrival(person: int, external_id: str, **more: Any) -> received.Arrival:
    how = {"kind": "text", "text": "hi", "home": lambda: ("en", "UTC")}
    digest = b"digest %d" % person
    values = {"channel": "sms", "sender": "sms:1", "address": f"+{person}", "digest": digest}
    return received.Arrival(external_id=external_id, **values | how | more)


def test_what_arrives_is_kept_once_and_what_is_urgent_first(connection: Connection) -> None:
    received.keep(connection, [arrival(1, "a"), arrival(2, "b"), arrival(1, "a")], START)
    received.keep(connection, [arrival(1, "c", urgent=True, sent_at=LATER)], START)
    received.keep(connection, [arrival(2, "d", sent_at=START - HOUR)], START)
    rows = connection.execute(select(M).order_by(M.c.id)).all()
    told = [(row.external_id, row.priority, row.created_at, row.sent_at) for row in rows]
    assert told == [
        ("a", -1, START, None),
        ("b", 0, START, None),
        ("c", -1, START, LATER),
        ("d", 0, START - HOUR, START - HOUR),
    ]
    assert {row.due_at for row in rows} == {START}
    assert received.new(connection, "sms:1", ["a", "x"]) == {"x"}
    assert received.new(connection, "sms:2", ["a", "x"]) == {"a", "x"}
    claimed = unanswered.claim(connection, 9)
    assert [one.external_id for one in rows if one.id in {one.id for one in claimed}] == ["a", "d"]
    assert [one.urgent for one in claimed] == [True, False]
    assert unanswered.newest(connection) == rows[-1].id
    assert unanswered.claim_one(connection, rows[1].id) == []
    assert unanswered.next_left_over(connection, rows[1].id) == rows[0].id
    unanswered.mark_answered(connection, [row.id for row in rows[:3]], START)
    unanswered.set_aside(connection, rows[3].id, "crash", START)
    assert unanswered.newest(connection) == 0
    aside = connection.execute(select(M.c.aside_at, M.c.code).order_by(M.c.id)).all()
    assert [tuple(one) for one in aside] == [(None, "")] * 3 + [(START, "crash")]


def test_what_is_read_late_of_who_was_erased_since_is_not_kept(connection: Connection) -> None:
    person = received.find_or_add(connection, arrival(1, "a"), START)[1]
    for at in (START - HOUR, START):
        put(connection, Erasure, person_id=person, asked_at=at, finished_at=at)
    some = [
        arrival(1, "now"),
        arrival(1, "before", sent_at=START),
        arrival(1, "after", sent_at=START + MINUTE),
        arrival(2, "another's", sent_at=START),
    ]
    found = [one.external_id for one in late.not_erased(connection, some)]
    assert found == ["now", "after", "another's"]


def test_who_was_erased_and_writes_again_can_be_answered(connection: Connection) -> None:
    address, person = received.find_or_add(connection, arrival(1, "a"), START)
    values = {"handle": "", "origin": "erased", "sender": "old"}
    connection.execute(A.update().where(A.c.id == address).values(values))
    again = arrival(1, "b", origin=lambda: "US")
    assert received.find_or_add(connection, again, START) == (address, person)
    row = connection.execute(select(A).where(A.c.id == address)).one()
    assert (row.handle, row.origin, row.sender) == ("+1", "US", "sms:1")


def test_news_from_inside_happens_once_and_a_mark_never_sinks(connection: Connection) -> None:
    person = somebody(connection)
    text(connection, person, external_id="ours", sender="inside")
    text(connection, person, external_id="theirs", **HEARD)
    row = inside.row(person, None, "cause", "{}", START)
    for _ in range(2):
        inside.tell(connection, [row])
    told = [inside.told(connection, one) for one in ("cause", "ours", "theirs", "none")]
    assert told == [True, False, False, False]
    count = select(M.c.id).where(M.c.external_id == "cause")
    assert len(connection.execute(count).all()) == 1
    for to, read_to in ((START, START), (LATER, LATER), (START, LATER)):
        watermarks.rise(connection, "sms:1", to)
        assert watermarks.find(connection, "sms:1") == read_to
    assert watermarks.find(connection, "sms:2") is None


def test_which_conversations_are_looked_at(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    rows = {
        "later": {"depth": 2, "nudge_at": START},
        "due": {"depth": 1, "nudge_at": START - HOUR},
        "not yet": {"depth": 3, "nudge_at": START + MINUTE},
        "never": {"depth": 4},
        "closed": {"depth": 5, "nudge_at": START, "closed_at": START},
    }
    ids = {
        flow: put(connection, Run, person_id=person, flow=flow, **row) for flow, row in rows.items()
    }
    put(connection, Run, person_id=other, depth=1, flow="other's")
    stack = runs.current(connection, [person])[person]
    assert [one.flow for one in stack] == ["due", "later", "not yet", "never"]
    assert [one.id for one in runs.silent(connection, START, 1)] == [ids["due"]]
    assert [one.id for one in runs.silent(connection, START, 9)] == [ids["later"]]
    assert runs.silent(connection, START, 9) == []
    runs.put_off(connection, [Nudge(ids["due"], START)])
    assert [one.id for one in runs.silent(connection, START, 9)] == [ids["due"]]
