"""What a coordinator's questions find: what waits, who is ready, who is together with whom."""

from datetime import timedelta
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from assistant.coordinators.kinds import KINDS
from storage import cards, desk
from storage.desk import Of
from storage.mentoring import goals, offers, partings
from storage.mentoring.settled import HARM, NEWS, OF_A_MATCH, OF_AN_OFFER
from storage.records import held
from storage.tables import (
    Address,
    Entry,
    Goal,
    Handover,
    Invitation,
    Match,
    Meeting,
    Participant,
    Parting,
    Programme,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

MINUTE, MONTH = timedelta(minutes=1), timedelta(days=30)
MENTEE, MENTOR, LEADS = ("mentee", "ready"), ("mentor", "ready"), ("coordinator", "consented")
HERE = Of(1, simulated=False)


def at_phone(db: Connection, person: int) -> int:
    one = table(Address)
    db.execute(one.update().where(one.c.id == person).values(channel="simulated_sms"))
    return person


def together(db: Connection, mentor: int, mentee: int, **values: Any) -> int:
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    return put(db, Match, **sides | values)


def test_whether_somebody_runs_a_programme(connection: Connection) -> None:
    def runs(programme: int = 1) -> bool:
        return desk.has_coordinator(connection, programme, START)

    somebody(connection, MENTEE, ("coordinator", "left"))
    at_phone(connection, somebody(connection, LEADS))
    asked = {"role": "coordinator", "programme_id": 1}
    put(connection, Invitation, **asked, expires_at=START)
    put(connection, Invitation, **asked | {"role": "mentor"}, expires_at=START + MINUTE)
    assert not runs()
    put(connection, Invitation, **asked, expires_at=START + MINUTE)
    other = put(connection, Programme, settings={})
    assert runs()
    assert not runs(other)
    person = somebody(connection)
    put(connection, Participant, person_id=person, programme_id=other, role="coordinator")
    assert runs(other)


def test_what_waits_on_a_list(connection: Connection) -> None:
    person = somebody(connection)
    other = put(connection, Programme, settings={})

    def waits(*, named: bool = False, **values: Any) -> bool:
        row = {"person_id": person, "programme_id": 1, "kind": "ask"} | values
        number = put(connection, Handover, **row)
        found = desk.waiting(connection, HERE, [number] if named else [], START)
        return number in [one.id for one in found]

    assert waits()
    assert waits(programme_id=None)
    assert not waits(programme_id=other)
    assert not waits(closed_at=START)
    assert not waits(person_id=at_phone(connection, somebody(connection)))
    for kind in NEWS:
        assert waits(kind=kind, created_at=START - MONTH) is (kind != "stopped"), kind
        assert not waits(kind=kind, created_at=START - MONTH - MINUTE)
        assert waits(kind=kind, created_at=START - MONTH - MINUTE, named=True)
    assert waits(created_at=START - MONTH - MINUTE)
    assert waits(kind="stopped", person_id=somebody(connection, stopped_at=START))


def test_of_every_kind_it_is_said_how_long_it_can_wait() -> None:
    named = [*chain.from_iterable(HARM), *NEWS]
    assert len(named) == len(set(named))
    assert set(KINDS) - set(named) == {"data", "erased"}  # which wait longest, but do not lapse
    assert set(named) <= set(KINDS)


def test_what_settles_itself_waits_no_more(connection: Connection) -> None:
    mentor, mentee = somebody(connection, MENTOR), somebody(connection, MENTEE)

    def waits(kind: str, match: int) -> bool:
        row = {"person_id": mentee, "programme_id": 1, "kind": kind, "match_id": match}
        number = put(connection, Handover, **row)
        found = desk.waiting(connection, HERE, [], START)
        return number in [one.id for one in found]

    offered = together(connection, mentor, mentee, state="offered")
    over = together(connection, mentor, mentee, state="closed", closed_at=START)
    assert all(waits(kind, offered) for kind in (*OF_AN_OFFER, *OF_A_MATCH))
    assert {kind for kind in (*OF_AN_OFFER, *OF_A_MATCH) if waits(kind, over)} == {
        *("declined", "offer_off")
    }
    for booked_at, state in ((START, "booked"), (START + MINUTE, "proposed")):
        put(
            connection, Meeting, match_id=offered, booked_at=booked_at, state=state, closed_at=START
        )
        assert waits("no_answer", offered)
    put(connection, Meeting, match_id=offered, booked_at=START + MINUTE, state="booked")
    assert not waits("no_answer", offered)
    assert waits("low", offered)
    together(connection, mentor, mentee, state="active")
    assert not any(waits(kind, offered) for kind in OF_AN_OFFER)


def test_who_is_ready_to_be_brought_together(connection: Connection) -> None:
    def ready(role: str, person: int) -> bool:
        there = [one.person_id for one in desk.ready(connection, HERE, role, START, 500)]
        still = desk.still_ready(connection, HERE, role, START, [person])
        assert (person in there) == bool(still)
        return person in there

    mentor = somebody(connection, MENTOR)
    assert ready("mentor", mentor)
    assert not ready("mentee", mentor)
    assert ready("mentee", somebody(connection, MENTEE, paused_until=START))
    for person in (
        somebody(connection, MENTEE, paused_until=START + MINUTE),
        somebody(connection, MENTEE, stopped_at=START),
        somebody(connection, ("mentee", "consented")),
        at_phone(connection, somebody(connection, MENTEE)),
    ):
        assert not ready("mentee", person)
    mentee = somebody(connection, MENTEE)
    together(connection, mentor, mentee, closed_at=START)
    together(connection, mentor, mentee, state="offered")
    assert ready("mentee", mentee)
    together(connection, mentor, mentee)
    assert not ready("mentee", mentee)
    assert ready("mentor", mentor)
    first = desk.ready(connection, HERE, "mentee", START, 1)
    assert len(first) == 1
    assert first[0].person_id < mentee


def test_whom_a_coordinator_finds_by_name(connection: Connection) -> None:
    people = [somebody(connection, one) for one in (MENTOR, LEADS, MENTEE, ("guardian", "x"))]
    phone = at_phone(connection, somebody(connection, MENTEE))
    other = put(connection, Programme, settings={})
    stranger = somebody(connection)
    put(connection, Participant, person_id=stranger, programme_id=other, role="mentee")
    found = [one.person_id for one in cards.known(connection, HERE)]
    assert found == [people[0], people[2]]
    assert [one.person_id for one in cards.known(connection, Of(1, simulated=True))] == [phone]
    numbers = cards.numbers_end(connection, [phone])
    assert numbers == {phone: f"+{phone}"[-4:]}


def test_what_the_card_of_somebody_shows(connection: Connection) -> None:
    person, other = somebody(connection, MENTEE), somebody(connection)
    heard = {"direction": "in", "status": "received", "kind": "text"}
    text(connection, person, text="hello", **heard)
    text(connection, person, text="last words", **heard)
    for more in ({"direction": "out"}, {"sender": "inside"}, {"kind": "photo"}):
        text(connection, person, text="not theirs", **heard | more)
    text(connection, other, text="another's", **heard)
    elsewhere = put(connection, Programme, settings={})
    for kind, more in (
        ("ask", {}),
        ("low", {}),
        ("ask", {}),
        ("call", {"closed_at": START}),
        ("call", {"programme_id": elsewhere}),
        ("call", {"person_id": other}),
    ):
        put(connection, Handover, **{"person_id": person, "programme_id": 1, "kind": kind} | more)
    shown = cards.details(connection, HERE, person)
    assert shown.said == cards.Said("last words", START)
    assert list(shown.open) == [("ask", 2), ("low", 1)]
    assert (shown.channel, shown.handle) == ("sms", f"+{person}")
    nobody = cards.details(connection, HERE, -1)
    assert nobody == cards.Details("", "", None, [], [], [])


def test_who_is_together_with_whom_and_who_was(connection: Connection) -> None:
    mentor, mentee, other = (somebody(connection, MENTEE) for _ in range(3))
    elsewhere = put(connection, Programme, settings={})
    over = together(connection, mentor, mentee, closed_at=START)
    asked = together(connection, mentor, mentee, state="offered")
    active = together(connection, mentor, other)
    together(connection, other, mentee, programme_id=elsewhere)
    together(connection, other, mentor, state="offered", programme_id=elsewhere)
    assert [one.id for one in cards.together(connection, 1)] == [asked, active]
    assert offers.standing(connection, 1) == [offers.Offer(mentor, mentee)]
    assert offers.room(connection, 1) == {mentor: 2}
    for match in (over, active):
        put(connection, Parting, match_id=match, parted_by=other, safety=match == over, reason="x")
    parted = partings.of(connection, [mentee])
    assert parted == [partings.Parted(mentor, mentee, True, "x", START)]


def test_what_is_kept_of_somebody_in_short(connection: Connection) -> None:
    person, other = somebody(connection, MENTEE), somebody(connection)
    assert held.of(connection, -1) == held.Held("", None, 0, 0, [], None, "")
    put(connection, Address, person_id=person, handle="newer")
    text(connection, person, created_at=START - MINUTE)
    text(connection, person, direction="in")
    text(connection, person, sender="inside", created_at=START - MONTH)
    text(connection, other)
    for one, state in ((person, "active"), (person, "achieved"), (other, "active")):
        put(connection, Goal, person_id=one, state=state, text=state)
    for mentor, mentee in ((person, other), (other, person)):
        match = together(connection, mentor, mentee)
        put(connection, Meeting, match_id=match, booked_at=START)
        put(connection, Meeting, match_id=match, closed_at=START)
    line = {"person_id": person, "flow": "consent", "kind": "answered", "wording": "old"}
    put(connection, Entry, **line)
    put(connection, Entry, **line | {"flow": "guardian", "wording": "new", "at": START + MINUTE})
    put(connection, Entry, **line | {"flow": "goals"})
    put(connection, Entry, **line | {"kind": "stopped"})
    put(connection, Entry, **line | {"person_id": other})
    found = held.of(connection, person)
    agreed = START + MINUTE
    assert found == held.Held("newer", START - MINUTE, 2, 2, ["active"], agreed, "new")


def test_what_somebody_works_towards(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    number = put(connection, Goal, person_id=person, state="active", text="read")
    theirs = put(connection, Goal, person_id=other, state="active", text="swim")
    goals.rate(connection, [goals.RatedGoal(number, person, 4), goals.RatedGoal(theirs, person, 1)])
    found = goals.active(connection, [person, other])
    assert [(one.text, one.progress) for some in found.values() for one in some] == [
        ("read", 4),
        ("swim", None),
    ]
    goals.close(connection, [goals.ClosedGoal(number, person, "achieved", START)])
    assert goals.active(connection, [person]) == {}
