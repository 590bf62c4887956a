"""Lessons come at their moment, seldom, and never into something else; on both databases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from assistant.internal_events import codec
from assistant.internal_events.kinds import Matched
from flows.support.lessons import LESSONS
from storage.database import Database
from storage.inbox import inside
from storage.mentoring import agreements
from storage.mentoring.agreements import NewVersion
from storage.mentoring.training import AGAIN, NONE
from storage.people import programmes
from storage.tables import (
    Address,
    Concern,
    Goal,
    Match,
    Message,
    Person,
    Programme,
    Run,
    Training,
    table,
)
from tests import crowd
from tests.crowd import One
from tests.flow_facts import TERMS
from tests.phones import Phone, World
from tests.test_clock import next_due, tick

C, G, P, T = table(Concern), table(Goal), table(Person), table(Match)
M, R, S, U = table(Message), table(Training), table(Programme), table(Run)
A = table(Address)
TUESDAY = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)  # ten in the morning in New York
BOOKED = ("MEETING", "thursday 12 march at 4 pm", "1", "1")
LESSON = "A minute "
NIGHT = 12  # o'clock, in UTC: eight in the morning in New York


@dataclass
class Two:
    """Rosa, who mentors, and Jay."""

    world: World
    rosa: Phone
    jay: Phone
    people: tuple[int, int]
    match: int

    def books(self) -> None:
        self.jay.says(*BOOKED)
        self.rosa.hears()
        assert self.rosa.says("1")[0].startswith("Booked!")
        self.jay.hears()

    def until(
        self, moment: datetime, then: Callable[[str, str], object] | None = None
    ) -> list[tuple[datetime, str, str]]:
        """What both hear by then, and when, hour by hour; where nothing is due, the clock need
        not look. `then` is called with each text, and whose it is."""
        heard: list[tuple[datetime, str, str]] = []
        due: datetime | None = self.world.now
        while self.world.now < moment:
            night = self.world.now.hour < NIGHT  # which is over at thirteen or fourteen hours
            self.world.passes(hours=NIGHT - self.world.now.hour if night else 1)
            if due is None or self.world.now < due:
                continue
            tick(self.world)
            new = [(name, text) for name, phone in self.phones for text in phone.hears()]
            heard += [(self.world.now, *one) for one in new]
            for one in new if then else ():
                then(*one)
            due = next_due(self.world)
        return heard

    @property
    def phones(self) -> tuple[tuple[str, Phone], ...]:
        return ("rosa", self.rosa), ("jay", self.jay)

    def lessons(self, moment: datetime, name: str = "rosa") -> list[datetime]:
        """When one of them was sent a lesson, by then."""
        return [at for at, who, text in self.until(moment) if who == name and LESSON in text]

    def change(self, one: Any, key: int, **values: Any) -> None:
        with self.world.db.writing() as db:
            db.execute(update(one).where(one.c.id == key).values(**values))

    def kept(self) -> list[tuple[int, str, str, int]]:
        query = select(R.c.person_id, R.c.what, R.c.answer, R.c.minutes).order_by(R.c.id)
        with self.world.db.reading() as db:
            return [tuple(row) for row in db.execute(query)]

    def asked(self) -> int:
        """How many lessons wait for an answer."""
        query = select(func.count()).where(U.c.flow == "lesson", U.c.closed_at.is_(None))
        with self.world.db.reading() as db:
            return int(db.execute(query).scalar_one())

    def settings(self, **values: Any) -> None:
        with self.world.db.writing() as db:
            settings = {**programmes.every(db)[1].settings, **values}
            db.execute(update(S).where(S.c.id == 1).values(settings=settings))


@pytest.fixture
def two(db: Database) -> Two:
    world = World(db, TUESDAY)
    some = [
        One("+12125550111", "mentor", name="Rosa"),
        One("+12125550122", "mentee", name="Jay"),
    ]
    rosa, jay = crowd.add(world, some)
    (match,) = crowd.bring_together(world, [(rosa, jay)])
    with db.writing() as connection:  # they have agreed already, and are not asked for that
        agreements.add(
            connection, [NewVersion(match, 1, "mentor", "settled", TERMS, {}, {}, TUESDAY)]
        )
        agreed = update(T).where(T.c.id == match).values(last_on=TERMS["until"])
        connection.execute(agreed)
    phones = world.phone("+12125550111"), world.phone("+12125550122")
    found = Two(world, *phones, (rosa, jay), match)
    found.settings(lessons=list(LESSONS))
    return found


def day(number: int, hour: int = 12, month: int = 3) -> datetime:
    return datetime(2026, month, number, hour, tzinfo=UTC)


def test_before_the_first_meeting_both_get_a_lesson_of_their_own(two: Two) -> None:
    two.books()
    heard = [one for one in two.until(day(11)) if LESSON in one[2]]
    assert [(at, who) for at, who, _ in heard] == [(day(10, 14), "rosa"), (day(10, 14), "jay")]
    assert "staying safe" in heard[0][2]
    assert "before you meet" in heard[1][2]


def test_what_is_answered_is_kept_with_its_minute(two: Two) -> None:
    two.books()
    two.until(day(10, 14))
    assert two.rosa.says("2") == ["A kind no is fine. It tells Jay where you stand."]
    assert two.jay.says("not now")[0].startswith("No problem, that's fine.")
    rosa, jay = two.people
    assert two.kept() == [
        (rosa, "boundaries", "answer_2", 1),
        (jay, "safe", "left", 0),
    ]


def test_a_meeting_that_was_moved_or_is_near_brings_none(two: Two) -> None:
    two.books()
    two.jay.says("MOVE", "0")
    assert two.lessons(day(12)) == []
    two.jay.says("MEETING", "thursday 12 march at 12", "1", "1")  # in three hours or so
    two.rosa.hears()
    two.rosa.says("1")
    assert two.lessons(day(13)) == []


def test_at_most_one_comes_in_two_weeks_and_the_next_before_a_later_meeting(two: Two) -> None:
    two.settings(lessons=["boundaries", "listening"])
    two.books()
    assert two.lessons(day(10, 14)) == [day(10, 14)]
    two.rosa.says("1")
    two.until(day(12, 22))
    for phone in (two.rosa, two.jay):
        phone.says("1", "4", "0", "2")
    two.jay.says("MEETING", "thursday 19 march at 4 pm", "1", "1")
    two.rosa.hears()
    two.rosa.says("1")
    assert two.lessons(day(23, 15)) == []
    for phone in (two.rosa, two.jay):
        phone.says("1", "4", "0", "2")
    two.jay.says("MEETING", "friday 27 march at 4 pm", "1", "1")
    two.rosa.hears()
    two.rosa.says("1")
    heard = two.until(day(26))
    (again,) = [text for _, who, text in heard if who == "rosa" and LESSON in text]
    assert "on listening" in again


def test_it_waits_for_an_open_question_and_comes_when_that_is_answered(two: Two) -> None:
    two.books()
    two.until(day(10, 13))
    two.rosa.says("PAUSE")
    assert two.lessons(day(10, 18)) == []
    two.rosa.says("0")
    assert two.lessons(day(10, 20)) == [day(10, 19)]


def test_it_is_dropped_when_its_moment_has_passed(two: Two) -> None:
    two.books()
    two.until(day(10, 13))
    two.rosa.says("PAUSE")
    assert two.lessons(day(12, 21)) == []  # an hour after the meeting has begun
    two.rosa.says("0")
    assert two.lessons(day(12, 22)) == []
    assert two.kept() == [(two.people[1], "safe", "", 0)]


@pytest.mark.parametrize("held", ["frozen", "concern", "rests", "stopped", "waits for a person"])
def test_never_while_something_else_matters_more(two: Two, held: str) -> None:
    two.books()
    rosa, jay = two.people
    match held:
        case "frozen":
            two.change(T, two.match, state="suspended")
        case "rests":
            two.change(P, rosa, paused_until=day(20))
        case "stopped":
            two.change(P, rosa, stopped_at=TUESDAY)
        case "waits for a person":
            two.change(P, rosa, echo={"silent_until": day(20).isoformat()})
        case _:
            row = {"person_id": jay, "programme_id": 1, "match_id": two.match, "kind": "unsafe"}
            row |= {"about": "other", "words": "he shouts", "opened_at": TUESDAY, "pages": 0}
            with two.world.db.writing() as db:
                db.execute(insert(C).values(row))
    assert two.lessons(day(11, 23)) == []


def test_after_a_hold_it_comes_while_there_is_time(two: Two) -> None:
    two.books()
    two.change(T, two.match, state="suspended")
    assert two.lessons(day(10, 23)) == []
    two.change(T, two.match, state="active")
    assert two.lessons(day(11, 23)) == [day(11, 14)]


@pytest.mark.parametrize(
    ("before", "comes"), [(9, []), (2, [datetime(2026, 3, 10, 14, tzinfo=UTC)])]
)
def test_it_counts_within_what_may_be_sent_unasked(
    two: Two, before: int, comes: list[datetime]
) -> None:
    """Who wants less is sent one text a week that they did not ask for."""
    two.change(P, two.people[0], fewer=True)
    two.books()
    sent = {"person_id": two.people[0], "address_id": _address(two), "sender": "simulated"}
    sent |= {"direction": "out", "priority": 2, "status": "sent", "kind": "", "text": "Hello!"}
    sent |= dict.fromkeys(("created_at", "due_at", "sent_at", "turn_at"), day(before, 14))
    with two.world.db.writing() as db:
        db.execute(insert(M).values(**sent, segments=1, attempts=0))
    assert two.lessons(day(12, 19)) == comes


def test_who_wants_no_more_gets_none_until_they_ask(two: Two) -> None:
    two.books()
    two.until(day(10, 14))
    two.rosa.says("1")
    assert two.rosa.says("no more lessons")[0].startswith("Okay, no more lessons.")
    two.until(day(12, 22))
    for phone in (two.rosa, two.jay):
        phone.says("2", "1")
    assert two.lessons(day(28)) == []
    assert two.rosa.says("lessons")[0].startswith("Okay, you get a short lesson")
    assert [what for _, what, _, _ in two.kept()][2:] == [NONE, AGAIN]


def test_a_lesson_without_an_answer_is_over_after_three_days(two: Two) -> None:
    two.books()
    two.until(day(13, 13))
    assert two.asked() == 2
    two.until(day(13, 15))
    assert two.asked() == 0
    assert two.kept()[0] == (two.people[0], "boundaries", "", 0)


def missed(two: Two, said: tuple[str, ...] = ("2", "1")) -> None:
    """They have had the lesson before, long ago, and were asked how the meeting was."""
    two.books()
    with two.world.db.writing() as db:
        for person, what in zip(two.people, ("boundaries", "safe"), strict=True):
            row = {"person_id": person, "programme_id": 1, "what": what, "minutes": 1}
            old = TUESDAY - timedelta(days=40)
            db.execute(insert(R).values(**row, answer="answer_1", at=old))
    two.settings(lessons=["mentor_missed", "mentee_missed", "mentor_goal", "mentee_goal"])
    two.until(day(12, 22))
    for phone in (two.rosa, two.jay):
        phone.says(*said)


def test_after_a_missed_meeting_there_is_one_about_that(two: Two) -> None:
    missed(two)
    heard = [text for _, who, text in two.until(day(14)) if who == "rosa"]
    assert ["missed meetings" in text for text in heard] == [True]


def test_after_a_meeting_there_is_one_about_goals(two: Two) -> None:
    missed(two, ("1", "4", "0", "2"))
    heard = two.until(day(16))
    assert [(who, "on goals" in text) for _, who, text in heard] == [("rosa", True), ("jay", True)]


def test_not_where_there_is_a_goal(two: Two) -> None:
    missed(two, ("1", "4", "0", "2"))
    row = {"person_id": two.people[1], "programme_id": 1, "text": "pass", "details": {}}
    with two.world.db.writing() as db:
        db.execute(insert(G).values(**row, state="active", created_at=TUESDAY))
    assert two.lessons(day(20)) == []


def matched(two: Two) -> None:
    """They hear that they are together, as after a gladly."""
    with two.world.db.writing() as db:
        for person, name in zip(two.people, ("mentor", "mentee"), strict=True):
            text = codec.text(Matched(two.match))
            row = inside.row(person, _address(two, person), f"{name}:1", text, two.world.now)
            inside.tell(db, [row])
    two.world.settle()
    two.rosa.hears()
    two.jay.hears()
    two.jay.says("0")


def test_before_the_end_there_is_one_about_goodbyes(two: Two) -> None:
    two.settings(until="2026-04-20", lessons=["mentor_ending", "mentee_ending"])
    matched(two)
    for phone, at in ((two.rosa, day(10, 22)), (two.jay, day(10, 23))):
        two.until(at)  # the first check-in
        phone.says("4", "1", "0")
    assert two.lessons(day(24)) == [day(23, 14)]


def test_the_end_that_was_moved_moves_it(two: Two) -> None:
    two.settings(until="2026-04-20", lessons=["mentor_ending", "mentee_ending"])
    matched(two)
    two.settings(until="2026-06-20")

    def answers(who: str, text: str) -> None:
        if who == "rosa" and "How is it going" in text:
            two.rosa.says("4", "0")

    told = two.until(day(30, month=5), answers)
    heard = [at for at, who, text in told if who == "rosa" and LESSON in text]
    assert [at.date() for at in heard] == [day(23, month=5).date()]


def test_the_programme_chooses_and_adds_its_own(two: Two) -> None:
    own = {
        "token": "doors",
        "role": "both",
        "moment": "first",
        "owner": "Sam",
        "review": "2027-01-01",
    }
    own |= {"text": {"en": "Doors close at 9. How do you get home?"}}
    own |= {"answers": [{"label": {"en": "by bus"}, "back": {"en": "Good plan."}}] * 2}
    two.settings(lessons=[], own_lessons=[own])
    two.books()
    heard = [text for _, who, text in two.until(day(10, 14)) if who == "jay"]
    assert heard[-1].startswith("Doors close at 9. How do you get home?\n1 by bus")
    assert two.jay.says("1") == ["Good plan."]
    assert (two.people[1], "doors", "answer_1", 1) in two.kept()


def test_a_tip_asks_nothing(two: Two) -> None:
    tip = {"token": "cards", "role": "mentor", "moment": "first", "owner": "Sam"}
    tip |= {"review": "2027-01-01", "text": {"en": "Library cards are free."}}
    two.settings(lessons=[], tips=[tip])
    two.books()
    assert "Library cards are free." in [text for _, _, text in two.until(day(10, 14))]
    assert two.kept() == [(two.people[0], "cards", "told", 0)]


def _address(two: Two, person: int = 0) -> int:
    query = select(A.c.id).where(A.c.person_id == (person or two.people[0]))
    with two.world.db.reading() as db:
        return int(db.execute(query).scalar_one())
