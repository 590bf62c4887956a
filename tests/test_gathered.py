"""What is read for a batch: of each kind of fact those rows that a turn needs."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.channels.simulated import SENDER
from assistant.programmes import codes
from assistant.turns import duplicates, gather, lookups
from assistant.turns.context import Known, Lacking, Policy
from assistant.turns.lookups import earlier, rounds
from assistant.turns.matches import gathered
from flows.lifecycles.meeting import A_DAY, Meeting
from storage.inbox.unanswered import Unanswered
from storage.people.invitations import Invited
from storage.people.participants import Enrolment
from storage.runs import OpenRun
from storage.safeguarding.on_call import OnCall
from storage.tables import (
    Concern,
    ConcernLine,
    Feedback,
    Goal,
    Guardian,
    Invitation,
    Match,
    Run,
)
from storage.tables import Meeting as MeetingRow
from tests.phones import START
from tests.rows import put, somebody, text

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MENTEE, MENTOR = ("mentee", "ready"), ("mentor", "ready")
HEARD = {"direction": "in", "status": "received"}


def message(person: int = 1, number: int = 1, **more: Any) -> Unanswered:
    one = Unanswered(number, person, person, "sms:1", Kind.TEXT, "hi", START, 0)
    return one._replace(**more)


def read(db: Connection, *messages: Unanswered, policy: Policy | None = None) -> list[Known]:
    return gather.gather(db, messages, policy or Policy(), START, lambda stage: None).each


def open_run(person: int = 1, flow: str = "menu", *, ago: timedelta = DAY, **data: Any) -> OpenRun:
    row = ("menu", 0, "key", data, START - ago, None)
    return OpenRun(1, person, 1, "mentee", flow, *row)


def test_what_is_known_of_who_has_written(connection: Connection) -> None:
    person, other = somebody(connection, MENTEE, name="Kim"), somebody(connection)
    put(connection, Run, person_id=person, flow="goals", state="what", depth=0)
    put(connection, Goal, person_id=person, state="active", text="swim")
    put(connection, Goal, person_id=other, state="active", text="other")
    first, second = read(connection, message(person), message(other, 2))
    assert (first.person.name, first.now) == ("Kim", START)
    assert first.address is not None
    assert first.address.id == person
    assert [one.state for one in first.enrolments] == ["ready"]
    assert [one.flow for one in first.runs] == ["goals"]
    assert [one.text for one in first.goals or ()] == ["swim"]
    assert (second.goals, second.runs, second.enrolments) == (None, (), ())
    (nowhere,) = read(connection, message(person, address_id=None))
    assert nowhere.address is None


def test_what_a_provider_has_answered_itself() -> None:
    policy = Policy(stop_answered_by=frozenset({"sms:1"}))
    for one, answered in (
        (message(kind=Kind.KEYWORD), True),
        (message(text="STOP"), True),
        (message(text="hello"), False),
        (message(text="STOP", sender="sms:2"), False),
    ):
        assert gather._answered(one, policy) is answered, one


def test_a_code_is_good_in_its_place_until_too_many_were_wrong(connection: Connection) -> None:
    def invited(role: str, place: str = "", *, simulated: bool, real: bool = True) -> bool:
        one = Invited(1, b"", 1, role, {codes.PLACE: place} if place else {})
        return gather._good_here(one, simulated, Policy(reaches_people=real))

    assert invited("mentor", simulated=True) is invited("mentor", simulated=False) is True
    assert not invited("coordinator", simulated=True)
    assert invited("coordinator", simulated=True, real=False)
    assert invited("coordinator", simulated=False)
    assert invited("mentor", codes.PHONES, simulated=True)
    assert not invited("mentor", codes.PHONES, simulated=False)
    assert not invited("mentor", "elsewhere", simulated=True)
    assert invited("mentor", "elsewhere", simulated=False)
    person = somebody(connection)
    digest = codes.digests("right")[0]
    put(connection, Invitation, digest=digest, expires_at=START + DAY, role="mentee")
    policy = Policy()
    right, wrong = message(person, 2, text="/start right"), message(person, 1, text="/start wrong")
    found = gather._invitations(connection, [right, wrong, message(person, 3)], policy, START)
    assert [*found] == [2]
    for _ in range(9):
        gather._invitations(connection, [wrong], policy, START)
    assert gather._invitations(connection, [right], policy, START) == {}
    assert gather._invitations(connection, [message(text="right")], Policy(), START) == {}
    phone = message(person, 2, text="/start right", sender=SENDER)
    assert [*gather._invitations(connection, [phone], Policy(), START)] == [2]


def test_a_turn_that_lacks_something_gets_just_that(connection: Connection) -> None:
    person, other = somebody(connection, MENTEE), somebody(connection, MENTEE)
    concern = put(connection, Concern, person_id=person)
    put(connection, ConcernLine, concern_id=concern, person_id=person, kind="words")
    put(connection, Concern, person_id=other)
    put(connection, Guardian, child_id=person, guardian_id=other)
    put(connection, Goal, person_id=person, state="active", text="swim")
    (one,) = read(connection, message(person))
    assert (one.held, one.consents, one.safeguarding, one.goals, one.number) == (None,) * 5
    rounds.complete(connection, one, Lacking("held"))
    rounds.complete(connection, one, Lacking("consents"))
    rounds.complete(connection, one, Lacking("concerns"))
    assert one.goals is None
    rounds.complete(connection, one, Lacking("goals"))
    assert one.held is not None
    assert one.held.goals == ["swim"]
    assert [row.child_id for row in one.consents or ()] == [person]
    assert one.safeguarding is not None
    assert [row.id for row in one.safeguarding.concerns] == [concern]
    assert one.safeguarding.told[concern].words == 1
    assert [*one.safeguarding.cover] == [1]
    assert [row.text for row in one.goals or ()] == ["swim"]
    assert one.number == f"+{person}"


def test_a_record_and_a_number_are_read_where_they_are_lacking(connection: Connection) -> None:
    person = somebody(connection, MENTEE)
    concern = put(connection, Concern, person_id=person)
    (one,) = read(connection, message(person))
    rounds.complete(connection, one, Lacking("record", person=concern))
    assert [*one.rare.records] == [concern]
    (nowhere,) = read(connection, message(person, address_id=None))
    rounds.complete(connection, nowhere, Lacking("number"))
    assert nowhere.number == ""


def together(db: Connection) -> tuple[int, int, int]:
    """Rosa, Jay and their match."""
    mentor = somebody(db, MENTOR, name="Rosa", zone="Europe/Madrid")
    mentee = somebody(db, MENTEE, name="Jay")
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor, "reason": "maths"}
    return mentor, mentee, put(db, Match, **sides)


def test_a_match_as_a_batch_has_it(connection: Connection) -> None:
    mentor, mentee, match = together(connection)
    slot = {"starts": "2026-03-05T16:00", "zone": "UTC", "by": "mentor", "place": "Park"}
    put(connection, MeetingRow, match_id=match, state="proposed", **slot)
    for days, state in ((13, "over"), (15, "over"), (13, "moved"), (12, "refused day")):
        at = START - days * DAY
        put(connection, MeetingRow, match_id=match, state=state, starts_at=at, closed_at=at)
    for days in (99, 101):
        row = {"match_id": match, "person_id": mentee, "about": f"{days}"}
        put(connection, Feedback, **row, created_at=START - days * DAY)
    (pair,) = gathered.gather(connection, [mentee], START).of(mentor)
    assert (pair.mentor.name, pair.mentee.name, pair.reason) == ("Rosa", "Jay", "maths")
    assert pair.meeting == Meeting("proposed", "mentor", "2026-03-05T16:00", "UTC", "Park")
    over, day = ((START - n * DAY).isoformat(timespec="minutes") for n in (13, 12))
    assert (pair.over, pair.refused) == ({over}, {over, day + A_DAY})
    assert [one.about for one in pair.feedback] == ["99"]


def test_the_two_sides_of_a_match(connection: Connection) -> None:
    mentor, mentee, _ = together(connection)
    found = gathered.gather(connection, [mentee], START)
    (pair,) = found.of(mentee)
    assert found.of(mentor) == [pair]
    assert (pair.role(mentor), pair.side(mentor), pair.other(mentor)) == (
        *("mentor", pair.mentor, pair.mentee),
    )
    assert (pair.role(mentee), pair.side(mentee), pair.other(mentee)) == (
        *("mentee", pair.mentee, pair.mentor),
    )
    assert pair.with_clock(mentor, "UTC").mentor.zone == "UTC"
    there = pair.with_clock(mentee, "Asia/Tokyo")
    assert (there.mentee.zone, there.mentor.zone) == ("Asia/Tokyo", "Europe/Madrid")
    assert [*found.changed()] == []
    after = pair.after("leave")
    found.put(after)
    assert [*found.changed()] == [(pair, after)]
    assert gathered.gather(connection, [somebody(connection)], START).of(mentee) == []


def test_whether_a_mentee_has_another_mentor_by_now(connection: Connection) -> None:
    mentor, mentee = somebody(connection, MENTOR), somebody(connection, MENTEE)
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    for _ in range(2):
        put(connection, Match, **sides, state="offered")
    found = gathered.gather(connection, [mentor], START)
    first, second = found.of(mentor)
    assert not found.taken(first)
    found.put(second.after("accept"))
    assert found.taken(first)


def test_who_may_have_been_paged() -> None:
    theirs = {
        2: [Enrolment(2, 1, "coordinator", "consented", {})],
        3: [Enrolment(3, 1, "mentee", "ready", {})],
    }
    some = [message(1), message(2), message(3), message(4)]
    assert lookups._staff(some, theirs, [OnCall(1, 4, "Ana")]) == [2, 4]


def test_what_has_the_form_of_a_reaction() -> None:
    liked = "Liked “See you at five”"
    some = [
        message(1, 1, text=liked),
        message(2, 2, text=liked, kind=Kind.INSIDE),
        message(3, 3, text="hello"),
        message(4, 4, text=liked, address_id=None),
    ]
    assert lookups._quoting(some) == {1: 1}


def test_whose_words_may_be_for_who_wrote_to_many() -> None:
    asked = {1: [open_run()]}
    for one, may in (
        (message(2), True),
        (message(1), False),
        (message(1, text="who?"), True),
        (message(2, kind=Kind.BUTTON), False),
    ):
        assert lookups._may_write_back(one, asked) is may, one


def test_what_was_read_late_and_what_came_after_it(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    late = message(person, 1, sent_at=START - HOUR, created_at=START - HOUR)
    for at, words in ((START - 2 * HOUR, "before"), (START - MINUTE, "after")):
        text(connection, person, text=words, kind="text", **HEARD | {"created_at": at})
    text(connection, other, text="another's", kind="text", **HEARD)

    def asked(*runs: OpenRun) -> earlier.Late:
        return earlier.late(connection, [late], {person: runs})[1]

    assert asked() == earlier.Late(False, ["after"])
    assert asked(open_run(person, ago=MINUTE)).asked_after
    assert not asked(open_run(person, ago=2 * HOUR)).asked_after
    assert not asked(open_run(person, ago=MINUTE, by_news=True)).asked_after
    put_over = {"created_at": START - MINUTE, "status": "queued"}
    text(connection, person, **put_over)
    assert asked(open_run(person, ago=MINUTE)).asked_after  # it has not left yet


def test_what_comes_a_second_time(connection: Connection) -> None:
    person = somebody(connection)
    words = message(person, 1, text="hello")
    mark = duplicates.mark(words)

    def twice(ago: timedelta, heard: int = mark) -> set[int]:
        run = {person: [open_run(person, ago=ago, heard=heard)]}
        return earlier.twice(connection, earlier.said_again([words], run), run)

    second = timedelta(seconds=1)
    assert twice(2 * second) == {1}
    assert twice(3 * second) == twice(2 * second, mark + 1) == twice(6 * second) == set()
    for at in (START - second, None):
        text(connection, person, created_at=START - 5 * second, sent_at=at)
        assert twice(5 * second) == {1}


def test_what_is_asked_of_the_database_only_where_somebody_needs_it(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for module, name in (
        (lookups.history, "asked_at"),
        (lookups.history, "spent"),
        (lookups.progress, "reached"),
        (lookups.earlier, "late"),
        (lookups.earlier, "twice"),
        (lookups.earlier, "told_after"),
        (lookups, "_told"),
        (lookups.pages, "calls"),
    ):
        monkeypatch.setattr(module, name, lambda *_, name=name: asked.append(name) or {})

    def needs(one: Unanswered, *runs: OpenRun) -> list[str]:
        asked.clear()
        lookups.gather(connection, [one], {}, {one.person_id: runs} if runs else {}, START)
        return list(asked)

    long = "something that is longer than a nod"
    assert needs(message(text=long), open_run()) == []
    assert needs(message(), open_run()) == ["told_after"]
    assert needs(message(text=long), open_run(by_news=True)) == ["asked_at"]
    inside = message(kind=Kind.INSIDE, text='{"kind": "x"}')
    assert needs(inside, open_run()) == ["spent"]
    assert needs(message()) == ["reached"]
    assert needs(message(text=long, sent_at=START), open_run()) == ["late"]
    assert needs(message(text=f"Liked “{long}”"), open_run()) == ["_told"]
    said = message(text=long)
    mark = duplicates.mark(said)
    assert needs(said, open_run(ago=MINUTE * 0, heard=mark)) == ["twice"]
    handed = message(kind=Kind.INSIDE, text='{"kind": "x", "handover": 3}')
    assert lookups._handovers([handed, inside._replace(person_id=2)]) == {1: 3}
