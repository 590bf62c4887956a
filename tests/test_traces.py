"""What others hold of somebody who is erased: where it is looked for, and what is left of it."""

import json
from typing import Any

from sqlalchemy import Connection, select

from storage.records import traces
from storage.records.erasures import OpenErasure
from storage.records.mentions import Mentions
from storage.records.traces import Place
from storage.tables import (
    Entry,
    Feedback,
    Goal,
    Guardian,
    Match,
    Message,
    Participant,
    Programme,
    table,
)
from tests.phones import START
from tests.rows import put, somebody, text

M, N = table(Message), table(Participant)
MENTEE, COORDINATOR = ("mentee", "ready"), ("coordinator", "consented")
LUCIA = Mentions(["Lucía"], [], [])


def erasure(stage: str = "others", newest: int = 10**6, done_to: int = 0) -> OpenErasure:
    return OpenErasure(1, 1, "person", START, newest, stage, "", done_to)


def thread(person: int) -> Place:
    return Place(f"thread {person}", "message", person)


def again(person: int) -> Place:
    return Place(f"thread {person} again", "message", person, again=True)


def clear(db: Connection, person: int, place: Place | None = None, **one: Any) -> int | None:
    return traces.clear(db, erasure(**one), place or thread(person), [person], LUCIA)


def messages(db: Connection) -> list[tuple[object, ...]]:
    rows = db.execute(select(M.c.text, M.c.status, M.c.code).order_by(M.c.id))
    return [tuple(row) for row in rows]


def test_what_tells_of_somebody_is_their_names_numbers_and_words(connection: Connection) -> None:
    person = somebody(connection, name="Lucía")
    said = {"person_id": person, "kind": "answered", "state": "name"}
    put(connection, Entry, **said, facts={"answer": "Lu Ortiz"})
    put(connection, Entry, **said)
    put(connection, Entry, **said | {"state": "hopes"}, facts={"answer": "to read a whole book"})
    put(connection, Entry, **said | {"kind": "stopped"}, facts={"answer": "Nobody"})
    heard = {"direction": "in", "status": "received"}
    text(connection, person, text="my words are my own", **heard)
    text(connection, person, text="news from inside the house", **heard, sender="inside")
    text(connection, person, text="our words are not hers")
    details = {"step": ["ask the green librarian"]}
    put(connection, Goal, person_id=person, text="learn to play chess", details=details)
    found = traces.of(connection, person)
    for own in (
        *("lucia", "Ortiz", f"+{person}", "to read a whole book", "my words are my own"),
        *("learn to play chess", "ask the green librarian"),
    ):
        assert found.within(own), own
    for other in ("Nobody", "news from inside the house", "our words are not hers"):
        assert not found.within(other), other


def test_who_may_hold_something_of_somebody(connection: Connection) -> None:
    person, mentor, mentee, child, guardian = (somebody(connection, MENTEE) for _ in range(5))
    coordinator, pairing, stranger = (somebody(connection, COORDINATOR) for _ in range(3))
    for one in (pairing, stranger):
        connection.execute(N.delete().where(N.c.person_id == one))
    elsewhere = put(connection, Programme, settings={})
    put(connection, Participant, person_id=stranger, programme_id=elsewhere, role="coordinator")
    put(connection, Match, mentor_id=mentor, mentee_id=person, paired_by=person)
    put(connection, Match, mentor_id=person, mentee_id=mentee, paired_by=pairing)
    over = {"paired_by": stranger, "closed_at": START}
    put(connection, Match, mentor_id=mentor, mentee_id=mentee, **over)
    put(connection, Guardian, child_id=child, guardian_id=person)
    put(connection, Guardian, child_id=person, guardian_id=guardian)
    put(connection, Guardian, child_id=person)
    held = traces.holders(connection, person)
    assert held == [mentor, mentee, child, guardian, coordinator, pairing]


def test_it_is_looked_for_in_their_threads_and_wherever_words_are_kept(
    connection: Connection,
) -> None:
    people = [somebody(connection) for _ in range(2)]
    assert [*traces.places(connection, [])] == []
    found = [*traces.places(connection, people[1:])]
    assert found[0] == thread(people[1])
    names = {one.name for one in found[1:]}
    assert {"participant", "goal", "feedback", "handover", "log", "match"} <= names
    assert not {"message", "address", "programme"} & names


def test_what_is_left_of_a_text_that_tells_of_somebody(connection: Connection) -> None:
    person = somebody(connection)
    heard = {"direction": "in", "status": "received"}
    text(connection, person, text="lucia is late", **heard)
    text(connection, person, text="Meet Lucía!", buttons=[["Lucía", "1"]])
    text(connection, person, text="Ask Lucía?", status="queued")
    text(connection, person, text="Hello Ana", status="queued")
    for status in ("sending", "unknown"):  # found again by its words
        text(connection, person, text="Lucía", status=status)
    news = {**heard, "sender": "inside"}
    for said, at in (("Lucía", START), ("Ana", START), ("Lucía", None)):
        inside = json.dumps({"kind": "said", "text": said, "lucia": ["x"]})
        text(connection, person, text=inside, answered_at=at, **news)
    text(connection, person, answered_at=START, **news)  # emptied before
    kept = messages(connection)
    assert clear(connection, person) is None
    assert messages(connection) == [
        ("[...] is late", "received", ""),
        ("", "sent", ""),
        ("", "suppressed", "erased"),
        *kept[3:6],
        ("", "received", ""),
        *kept[7:],
    ]
    assert {*connection.execute(select(M.c.buttons)).scalars()} == {None}


def test_what_a_timer_has_told_since_is_told_without_them(connection: Connection) -> None:
    person = somebody(connection)
    people = [*traces.places(connection, [person])]
    assert people[-1] == again(person)
    news = {"direction": "in", "status": "received", "sender": "inside"}
    inside = json.dumps({"kind": "said", "text": "Lucía"})
    text(connection, person, text=inside, **news)
    for stage, said in (("others", "Lucía"), ("rest", "[...]")):
        assert clear(connection, person, again(person), stage=stage) is None
        ((found, *_),) = messages(connection)
        assert json.loads(str(found))["text"] == said


def test_what_tells_of_somebody_in_answers_is_left_out_wherever_it_stands(
    connection: Connection,
) -> None:
    person, other = somebody(connection), somebody(connection)
    answers = {"best": ["Lucía came", {"note": "with lucia's book"}], "choice": "lucia", "n": 3}
    match = put(connection, Match, mentor_id=other, mentee_id=person, paired_by=other)
    for one in (person, other):
        put(connection, Feedback, match_id=match, person_id=one, answers=answers)
    assert clear(connection, person, Place("feedback", "feedback")) is None
    found = connection.execute(select(table(Feedback).c.answers).order_by(table(Feedback).c.id))
    assert [*found.scalars()] == [
        {"best": ["[...] came", {"note": "with [...]'s book"}], "choice": "lucia", "n": 3},
        answers,
    ]


def test_the_hours_of_others_are_no_words_of_who_has_picked_the_same(
    connection: Connection,
) -> None:
    mentor, mentee = somebody(connection), somebody(connection)
    hours = ["times", ["0 09:00 20:00"], ["0 09:00 20:00"]]
    values = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    put(connection, Match, reasons=[hours], reason="from 09:00-20:00", **values)
    theirs = Mentions([], [], ["09:00-20:00"])
    traces.clear(connection, erasure(), Place("match", "match"), [mentor], theirs)
    kept = connection.execute(select(table(Match).c.reasons, table(Match).c.reason)).one()
    assert tuple(kept) == ([hours], "from [...]")


def test_a_thread_is_looked_through_two_hundred_texts_at_a_time(connection: Connection) -> None:
    person = somebody(connection)
    ids = [text(connection, person, text="Lucía") for _ in range(201)]
    assert clear(connection, person) == ids[199]
    assert [row[0] for row in messages(connection)] == [""] * 200 + ["Lucía"]
    assert clear(connection, person, done_to=ids[199]) is None
    assert messages(connection)[-1][0] == ""


def test_what_tells_that_they_have_gone_is_cleared_last(connection: Connection) -> None:
    person = somebody(connection)
    before, after = (text(connection, person, text="Lucía") for _ in range(2))
    assert clear(connection, person, newest=before) is None
    assert [row[0] for row in messages(connection)] == ["", "Lucía"]
    assert clear(connection, person, newest=before, stage="rest") is None
    assert [row[0] for row in messages(connection)] == ["", ""]
    assert after > before


def test_whether_somebody_is_still_to_read_of_them(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)

    def unread(newest: int = 0) -> bool:
        return traces.unread(connection, erasure(newest=newest), [person], LUCIA)

    text(connection, person, text="Lucía has left", status="sent")
    text(connection, person, text="Ana has left", status="queued")
    text(connection, other, text="Lucía has left", status="queued")
    assert not unread()
    for status in ("queued", "sending", "unknown"):
        number = text(connection, person, text="Lucía has left", status=status)
        assert unread(number - 1)
        assert not unread(number)


def test_the_first_text_that_had_to_do_with_them(connection: Connection) -> None:
    child, person, other = (somebody(connection) for _ in range(3))
    assert traces.first_of(connection, person) == 0
    text(connection, other)
    first, second = text(connection, child), text(connection, person)
    text(connection, person)
    assert traces.first_of(connection, person) == second
    put(connection, Guardian, child_id=child, guardian_id=person)
    assert traces.first_of(connection, person) == first
