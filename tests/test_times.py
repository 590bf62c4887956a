"""What time does to two people who meet: reminders, questions, rests, and what comes too late."""

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text, update

from assistant.broadcasts import feeder
from assistant.internal_events.kinds import CheckInDue, InternalEvent, PauseOver, StatusDue
from assistant.schedule import clock, quiet_hours
from assistant.turns.handlers import reminders
from assistant.turns.internal_events import timing
from storage import desk
from storage.broadcasts import NewBroadcast, start
from storage.database import Database
from storage.holder import Holder
from storage.inbox import inside
from storage.tables import Meeting, Message, table
from tests.phones import START, Phone, World, code

G, M = table(Meeting), table(Message)
JAY = ("bridge", "ok", "19", "Jay", "1", "maths", "tuesday and thursday after 4", "1", "0")
ROSA = ("guide", "ok", "52", "Rosa", "1", "nurse", "tue thu 3-8pm", "2")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def pair(
    world: World, rosas: str = "+12125550102", agreed: datetime | None = None
) -> tuple[Phone, Phone, Phone]:
    jay, rosa, dana = (world.phone(n) for n in ("+12125550101", rosas, "+12125550103"))
    dana.says(f"/start {code(world.db, world.now)}", "1")
    jay.says(*JAY)
    rosa.says(*ROSA)
    dana.says("pair", "1", "1", "You both love maths.", "1")
    rosa.hears()
    world.now = agreed or world.now
    rosa.says("gladly")
    for phone in (jay, rosa):
        phone.hears()
    return jay, rosa, dana


def book(jay: Phone, rosa: Phone, words: str) -> None:
    jay.says(words)
    if "Did I get that right" in jay.thread()[-1]["text"]:
        jay.says("1")
    if "Where would" in jay.thread()[-1]["text"]:
        jay.says("1")
    rosa.hears()
    assert "Booked!" in rosa.says("1")[-1]
    jay.hears()


def tick(world: World, at: datetime | None = None) -> None:
    world.now = at or world.now
    holder = Holder(world.db, "clock")
    for _ in range(3):
        clock.step(holder, world.now, feeder.step)
        world.settle()
    holder.release()


def new_york(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026 by the clocks of New York, which change on the 8th."""
    zone = ZoneInfo("America/New_York")
    return datetime(2026, 3, day, hour, minute, tzinfo=zone).astimezone(UTC)


def tell(world: World, phone: Phone, **news: Any) -> None:
    address = phone.thread()[0]
    row = inside.row(
        address["person_id"], address["address_id"], f"t:{world.count}", json.dumps(news), world.now
    )
    with world.db.writing() as db:
        inside.tell(db, [row])
    world.count += 1
    world.settle()


@pytest.mark.parametrize("said", ["thursday at 9:30pm", "thursday at 7:30pm"])
def test_after_a_late_meeting_both_are_asked_in_the_morning(world: World, said: str) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, said)
    tick(world, new_york(6, 8, 59))
    jay.hears(), rosa.hears()
    tick(world, new_york(6, 9))
    for phone in (jay, rosa):
        (asked,) = phone.hears()
        assert "meet on Thursday?" in asked


@pytest.mark.parametrize(
    ("starts", "booked", "before", "shortly"),
    [  # of the 5th of March in New York
        ((5, 16), (3, 10), (4, 9), (5, 14)),  # the day before, and two hours before
        ((5, 16), (4, 10), None, (5, 14)),  # booked less than a day before
        ((5, 16), (5, 12, 30), None, (5, 14)),
        ((5, 16), (5, 13), None, None),  # they know: it is near
        ((5, 11), (3, 10), (4, 9), (5, 9)),
        ((5, 10, 30), (3, 10), (4, 9), (4, 18)),  # the evening before: 8:30 is too early
        ((5, 7), (4, 12), None, (4, 18)),
        ((5, 9, 30), (4, 17), None, None),
        ((5, 21, 45), (3, 10), (4, 9), (5, 19, 45)),
        ((5, 22), (3, 10), (4, 9), (5, 19)),  # earlier that evening: 20:00 is too late
        ((6, 0, 30), (3, 10), (5, 9), (5, 19)),
        ((6, 1, 0), (5, 18), None, None),
        ((9, 10), (6, 10), (8, 9), (8, 18)),  # the day of the change of the clocks
        ((8, 12), (6, 10), (7, 9), (8, 10)),
    ],
)
def test_a_meeting_is_reminded_of_within_hours(
    starts: tuple[int, ...],
    booked: tuple[int, ...],
    before: tuple[int, ...] | None,
    shortly: tuple[int, ...] | None,
) -> None:
    zone = "America/New_York"
    at = reminders.remind_at(new_york(*starts), zone, new_york(*booked))
    assert at == (before and new_york(*before), shortly and new_york(*shortly))


def test_whatever_the_hour_of_a_meeting_it_is_reminded_of_before_it_and_by_day() -> None:
    for zone in ("America/New_York", "Europe/Madrid", "America/Sao_Paulo", "Asia/Kolkata"):
        first = datetime(2026, 3, 6, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for half_hours in range(48 * 26):  # over both changes of the clocks
            starts = first + timedelta(minutes=30 * half_hours)
            found = reminders.remind_at(starts, zone, starts - timedelta(days=3))
            for at, ahead in zip(found, (timedelta(hours=9), timedelta(hours=2)), strict=True):
                assert at is not None
                assert quiet_hours.within(at, zone) == at
                assert at <= starts - ahead
            assert found[0] < found[1]  # type: ignore[operator]


def test_both_reminders_come_and_the_second_is_short(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "thursday at 4pm")
    for at, word in ((new_york(4, 19, 59), "Tomorrow,"), (new_york(5, 14, 1), "Today,")):
        tick(world, at)
        for phone in (jay, rosa):
            (told,) = phone.hears()
            assert told.startswith(word)
            assert "Can't come? Text MOVE." in told


def test_a_meeting_that_is_moved_is_reminded_of_at_its_new_time_alone(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "thursday at 4pm")
    jay.says("MOVE", "friday at 5pm", "1")
    tick(world)
    rosa.hears()
    rosa.says("1")
    for at in (new_york(4, 20), new_york(5, 14, 1), new_york(5, 19)):
        tick(world, at)
        assert not any("Thu" in said or "Today" in said for said in rosa.hears() + jay.hears())
    tick(world, new_york(6, 15, 1))
    for phone in (jay, rosa):
        (told,) = phone.hears()
        assert "Today, Fri, Mar 6, 5 pm" in told


@pytest.mark.parametrize("answers", [False, True])
def test_who_does_not_answer_a_proposal_is_asked_once_more(world: World, answers: bool) -> None:
    jay, rosa, _ = pair(world)
    jay.says("10 march at 4pm", "1")
    rosa.hears()
    if answers:
        rosa.says("1")
    jay.hears()
    told, asked = list[str](), list[str]()
    for at in (new_york(4, 18, 1), new_york(4, 18, 40), new_york(5, 10)):
        tick(world, at)
        told, asked = told + jay.hears(), asked + rosa.hears()
    assert any("I've asked again" in said for said in told) is not answers
    assert any("would still like to know" in said for said in asked) is not answers


def test_a_reminder_comes_at_the_hour_at_which_they_usually_write(world: World) -> None:
    jay, rosa, _ = pair(world)  # at ten in the morning, all of it
    book(jay, rosa, "10 march at 4pm")
    tick(world, new_york(9, 9, 59))
    assert not any("Tomorrow" in said for said in jay.hears() + rosa.hears())
    tick(world, new_york(9, 10, 1))
    assert any(said.startswith("Tomorrow") for said in jay.hears())
    assert any(said.startswith("Tomorrow") for said in rosa.hears())


def test_who_has_gone_by_the_morning_is_introduced_to_nobody(world: World) -> None:
    jay, rosa, _ = pair(world, agreed=new_york(3, 21))
    rosa.says("STOP")
    tick(world, new_york(4, 9, 1))
    (told,) = jay.hears()
    assert told.startswith("Rosa has left")
    assert rosa.hears() == []


def test_who_rests_by_the_morning_is_introduced_when_they_are_back(world: World) -> None:
    _, rosa, _ = pair(world, agreed=new_york(3, 21))
    rosa.says("PAUSE", "6 march")
    tick(world, new_york(4, 9, 1))
    assert not any("It's settled" in said for said in rosa.hears())
    tick(world, new_york(6, 9, 10))
    assert any("It's settled" in said for said in rosa.hears())


def test_a_rest_leaves_the_reminder_of_a_later_meeting_at_its_time(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "10 march at 4pm")
    jay.says("PAUSE", "6 march")
    jay.hears(), rosa.hears()
    tick(world, new_york(6, 9))
    assert "Welcome back" in jay.hears()[0]
    tick(world, new_york(9, 19))
    assert any("Mar 10" in said for said in jay.hears())
    assert any("Mar 10" in said for said in rosa.hears())


def test_a_rest_after_a_meeting_does_not_undo_that_it_took_place(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "5 march at 4pm")
    world.now = new_york(5, 17)
    jay.says("PAUSE", "12 march")
    rosa.hears()
    tick(world, new_york(5, 17, 30))
    assert "did you and Jay meet" in rosa.hears()[-1]


def test_a_rest_until_the_same_day_twice_ends_twice(world: World) -> None:
    jay, _, _ = pair(world)
    jay.says("PAUSE", "12 march", "PAUSE", "1", "PAUSE", "12 march")
    tick(world)
    world.settle()
    jay.hears()
    tick(world, new_york(12, 9))
    assert [said for said in jay.hears() if "Welcome back" in said]


def test_who_is_back_hears_that_and_nothing_else_that_day(world: World) -> None:
    jay = world.phone()
    jay.says(*JAY[:-1])  # a question for a goal is open
    jay.says("PAUSE", "9 march")
    for at in (new_york(6, 10), new_york(9, 9), new_york(9, 9, 10), new_york(9, 19)):
        tick(world, at)
    (said,) = [row["text"] for row in jay.thread() if row["priority"]]
    assert "Welcome back" in said


def test_a_nudge_that_was_put_off_does_not_come_to_who_has_answered(world: World) -> None:
    jay = world.phone()
    jay.says(*JAY[:-1])
    jay.says("PAUSE", "6 march")
    tick(world, new_york(4, 12))
    jay.says("Get my licence")
    tick(world, new_york(6, 9))
    tick(world, new_york(6, 9, 30))
    world.now = new_york(7, 8, 50)
    jay.says("when I pass")
    tick(world, new_york(7, 9, 30))
    assert not [row for row in jay.thread() if "No rush" in row["text"]]


def test_of_two_texts_to_many_at_one_moment_each_hears_one(world: World) -> None:
    jay, _, dana = pair(world)
    coordinator = dana.person()["id"]
    with world.db.writing() as db:
        for words in ("One", "Two"):
            start(db, NewBroadcast(1, coordinator, "mentees", words), world.now)
        feeder.step(db, world.now, 500)
    assert [said for said in jay.hears() if said in ("One", "Two")] == ["One"]


def test_what_was_put_off_comes_before_a_new_text_to_many(world: World) -> None:
    jay, rosa, dana = pair(world)
    book(jay, rosa, "5 march at 11am")
    with world.db.writing() as db:
        new = NewBroadcast(1, dana.person()["id"], "mentees", "One")
        start(db, new, new_york(5, 12, 30))
    jay.hears()
    tick(world, new_york(5, 12, 30))
    assert "did you and Rosa meet" in jay.hears()[-1]


def test_a_proposal_whose_time_has_come_and_gone_is_the_coordinators(world: World) -> None:
    jay, rosa, _ = pair(world)
    jay.says("tomorrow at 4pm", "1", "1")
    rosa.hears()
    tick(world, new_york(4, 18, 1))
    assert jay.hears() == ["Rosa hasn't answered yet. Dana Reyes will find out, and writes to you."]
    assert rosa.hears() == []
    assert world_kinds(world) == ["no_answer"]


def world_kinds(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(text("SELECT kind FROM handover ORDER BY id")).scalars())


def test_a_yes_is_to_the_time_that_was_shown_and_not_to_a_newer_one(world: World) -> None:
    jay, rosa, _ = pair(world)
    jay.says("thursday", "1")
    rosa.hears()
    world.accept([jay.inbound("MOVE")])  # Jay proposes another time while Rosa types
    world.settle()
    for words in ("friday at 5pm", "1", "1"):
        world.accept([jay.inbound(words)])
    world.settle()
    world.accept([rosa.inbound("1")])
    world.settle()
    assert "Jay can do Fri, Mar 6, 5 pm" in rosa.hears()[-1]
    with world.db.reading() as db:
        states = db.execute(select(G.c.state).where(G.c.closed_at.is_(None))).scalars().all()
    assert states == ["proposed"]


def test_a_question_that_never_left_is_answered_once_it_is_asked_again(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "5 march at 4pm")
    tick(world, new_york(5, 17, 30))
    with world.db.writing() as db:
        lost = (M.c.asked.is_not(None), M.c.status == "queued")
        db.execute(update(M).where(*lost).values(status="expired"))
    world.now = new_york(5, 21)
    assert "did you and Rosa meet" in jay.says("MENU", "0")[-1]
    assert "Was it useful" in jay.says("1")[-1]


def test_a_question_asked_again_meanwhile_is_not_sent_twice(world: World) -> None:
    jay, rosa, _ = pair(world)
    book(jay, rosa, "5 march at 4pm")
    tick(world, new_york(5, 17, 30))
    for words in ("MENU", "0"):
        world.accept([jay.inbound(words)])
        world.settle()
    asked = [row for row in jay.thread() if "did you and Rosa meet" in row["text"]]
    assert [row["status"] for row in asked] == ["suppressed", "queued"]


def test_the_question_below_is_shown_again_when_news_closes_the_one_above(world: World) -> None:
    jay, rosa, _ = pair(world)
    rosa.says("MENU")
    world.passes(minutes=40)
    jay.says("thursday", "1")
    assert "Does that work?" in rosa.hears()[-1]
    jay.says("PAUSE", "12 march")
    (said,) = rosa.hears()
    assert "Jay is taking a break" in said
    assert "Back to: What would you like" in said


def test_who_is_left_is_not_asked_about_who_has_gone(world: World) -> None:
    jay, rosa, _ = pair(world)
    jay.says("0")
    tick(world, new_york(10, 10, 1))
    assert "How is it going with Rosa" in jay.hears()[-1]
    rosa.says("STOP")
    assert jay.hears() == []  # a slip can be taken back for a while
    tick(world, world.now + timedelta(minutes=11))
    (said,) = jay.hears()
    assert said.startswith("Rosa has left the program.")
    assert "didn't get that" in jay.says("4")[0]


def test_two_who_are_together_already_are_not_brought_together_again(world: World) -> None:
    jay, rosa, dana = (world.phone(f"+1212555010{n}") for n in range(3))
    other = world.phone("+12125550109")
    for phone in (dana, other):
        phone.says(f"/start {code(world.db, world.now)}", "1")
    jay.says(*JAY)
    rosa.says(*ROSA)
    for phone in (dana, other):
        phone.says("pair", "1", "1", "You both love maths.")
    assert "Done. I ask" in dana.says("1")[0]
    assert other.says("1")[0].startswith("Rosa isn't free any more, sorry. ")


def test_news_that_is_late_waits_for_the_morning(world: World) -> None:
    jay, _, _ = pair(world)
    world.now = new_york(3, 23)
    tell(world, jay, kind="check_in", match=1, number=1)
    tell(world, jay, kind="meeting", match=1, what="back", name="Rosa", slot="")
    assert jay.hears() == []
    tick(world, new_york(4, 9))
    assert any("is back from their break" in said for said in jay.hears())


def test_who_rests_is_not_on_the_list_of_who_is_ready(world: World) -> None:
    jay = world.phone()
    jay.says(*JAY, "PAUSE", "12 march")
    with world.db.reading() as db:
        assert desk.ready(db, desk.Of(1, True), "mentee", world.now, 9) == []
        assert desk.ready(db, desk.Of(1, True), "mentee", world.now + timedelta(days=10), 9)


def test_who_meets_early_hears_of_it_two_hours_before(world: World) -> None:
    jay, rosa, _ = pair(world)
    world.now = new_york(3, 21)
    jay.says("tomorrow at 7:30 am", "1", "1")
    rosa.says("MENU", "2", "1")
    jay.hears()
    tick(world, new_york(4, 5, 29))
    assert jay.hears() == []
    tick(world, new_york(4, 5, 30))
    assert "Booked!" in jay.hears()[0]


@pytest.mark.parametrize(
    ("open_for", "meeting_in", "again_in"),
    [
        (timedelta(minutes=30), None, None),
        (timedelta(minutes=29), None, timedelta(minutes=1)),
        (timedelta(minutes=29), timedelta(hours=3), timedelta(minutes=1)),
        (timedelta(minutes=5), timedelta(hours=2.9), None),
        (timedelta(minutes=4), timedelta(hours=2.9), timedelta(minutes=1)),
        (timedelta(hours=-1), None, timedelta(minutes=30)),  # the clock was set back
    ],
)
def test_a_fresh_question_is_answered_first(
    open_for: timedelta, meeting_in: timedelta | None, again_in: timedelta | None
) -> None:
    waits = list[datetime]()
    talk: Any = SimpleNamespace(
        stack=SimpleNamespace(top=SimpleNamespace(moved_at=START - open_for)),
        known=SimpleNamespace(now=START),
        person=SimpleNamespace(confided_at=None),
        wait=lambda until, _event: waits.append(until),
    )
    slot = None if meeting_in is None else (START + meeting_in).isoformat()
    pair: Any = slot and SimpleNamespace(meeting=SimpleNamespace(slot=slot))
    free = timing.free(talk, PauseOver(), pair)
    assert free is (again_in is None)
    assert waits == ([] if again_in is None else [START + again_in])


@pytest.mark.parametrize(
    ("rest", "event", "again_in"),
    [
        (None, StatusDue(1, "mentee"), None),
        (
            timedelta(minutes=0),
            StatusDue(1, "mentee"),
            timedelta(minutes=5),
        ),  # who is back hears that first
        (timedelta(minutes=-5), StatusDue(1, "mentee"), None),
        (timedelta(minutes=60), StatusDue(1, "mentee"), timedelta(minutes=65)),
        (timedelta(minutes=60), PauseOver(), None),
    ],
)
def test_nothing_is_asked_in_a_rest(
    rest: timedelta | None, event: InternalEvent, again_in: timedelta | None
) -> None:
    later = list[datetime]()
    until = None if rest is None else START + rest
    talk: Any = SimpleNamespace(
        known=SimpleNamespace(now=START, rare=SimpleNamespace(spent={})),
        person=SimpleNamespace(id=1, zone="America/New_York", fewer=False, paused_until=until),
        outcome=SimpleNamespace(reminder=False),
        put_off=lambda at, _event: later.append(at),
    )
    assert timing.affordable(talk, event) is (again_in is None)
    assert later == ([] if again_in is None else [START + again_in])
    assert talk.outcome.reminder
    later.clear()
    resting = until is not None and until > START
    assert timing.rests(talk, event) is resting
    assert later == [until] * resting


@pytest.mark.parametrize(
    ("number", "meant_for", "day"),
    [
        (1, "", (2026, 3, 10)),
        (2, "2026-03-03", (2026, 3, 17)),
        (2, "2026-02-24", (2026, 3, 10)),  # a week late, and the next comes as it would have
        (2, "2026-02-23", (2026, 3, 17)),  # so late that it counts from today
        (3, "2026-03-03", (2026, 4, 2)),
        (9, "2026-03-03", (2026, 4, 2)),
    ],
)
def test_check_ins_come_after_a_week_then_two_then_each_month(
    number: int, meant_for: str, day: tuple[int, int, int]
) -> None:
    timed = list[tuple[datetime, InternalEvent]]()
    talk: Any = SimpleNamespace(
        known=SimpleNamespace(now=START),
        person=SimpleNamespace(zone="America/New_York"),
        pairs={},
        time=lambda _person, _cause, at, event: timed.append((at, event)),
    )
    reminders.check_in(talk, 1, 2, number, meant_for)
    at = datetime(*day, 10, tzinfo=ZoneInfo("America/New_York"))
    assert timed == [(at, CheckInDue(1, number, at.date().isoformat(), usual=True))]


def test_what_is_told_instead_of_a_mark_reaches_the_coordinator(world: World) -> None:
    jay, _, dana = pair(world)
    jay.says("0")
    tick(world, new_york(10, 10, 5))
    assert "How is it going with" in jay.hears()[-1]
    assert "Do you feel safe" in jay.says("she never came")[-1]
    jay.says("1", "0")
    dana.hears()
    assert "she never came" in " ".join(dana.says("list", "1"))
