"""Frozen: nothing that one side can cause reaches the other; lifted, what still holds is back."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import select, update

from assistant.internal_events import codec
from assistant.internal_events.kinds import (
    AnswerOverdue,
    CheckInDue,
    InternalEvent,
    Matched,
    MeetingOver,
    ReminderDue,
)
from assistant.internal_events.of_agreement import (
    LastDayNear,
    TermsAsked,
    TermsDue,
    TermsOkayed,
    TermsOverdue,
    TermsSettled,
    TermsStay,
    TermsUnanswered,
    WardTerms,
    WardTermsOverdue,
)
from assistant.internal_events.of_ending import (
    Finished,
    FollowUpDue,
    Halfway,
    LastDayCame,
    LastDayOver,
    LastMeetingNear,
    ObjectivesDue,
    SurveyDue,
)
from assistant.internal_events.of_goals import OfGoals
from assistant.internal_events.of_learning import LessonDue
from assistant.internal_events.of_match import Acted, GoesOn, Goodbye, OfOffer, OnHold, Parted
from assistant.internal_events.of_milestones import MilestoneReached
from assistant.internal_events.of_noticing import OfNoticing
from assistant.internal_events.of_offers import OfBoth, OfTrial, StillUpOverdue
from assistant.internal_events.of_other_side import FromOtherSide
from assistant.internal_events.of_relay import OfRelay
from assistant.internal_events.of_text_meetings import OfTextMeetings
from flows.support.lessons import LESSONS
from storage.database import open_database
from storage.inbox import inside
from storage.tables import Handover, Match, Programme, table
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import World
from tests.test_clock import tick

G, H, T = table(Programme), table(Handover), table(Match)
ROSA, JAY = "+12125550171", "+12125550172"
HOLD = "A little pause: what you and {other} do together is on hold for now."
SLOT = "2026-03-06T16:00+00:00"  # a Friday, at eleven in New York
SHOWN: dict[str, Any] = {"slot": SLOT, "name": "Rosa", "until": "2026-03-20", "minutes": 10}
SHOWN |= {"ends": SLOT}
SHOWN |= {"by": SLOT, "left": 1, "programme": 1, "role": "mentee"}
SHOWN |= {"version": 1, "moment": "goal"}
SHOWN |= {"since": "2026-03-01T16:00+00:00", "step": 2, "about": "unbooked"}
SHOWN |= {"goal": "pass maths"}
SHOWN |= {"words": "see you there", "message": 1, "first": True}
SHOWN |= {"number": 1, "day": "2026-03-10", "count": 2, "usual": False, "stands": "off"}
OF_TIME = (Matched, ReminderDue, MeetingOver, AnswerOverdue, CheckInDue)
OF_AGREEMENT = (
    *(TermsDue, TermsAsked, TermsOverdue, TermsUnanswered, TermsSettled, TermsStay, LastDayNear),
)
OF_ENDING = (MilestoneReached, ObjectivesDue, Halfway, LastMeetingNear, LastDayCame, LastDayOver)
OF_TWO = (
    *(*get_args(FromOtherSide), *get_args(OfOffer), *get_args(OfBoth), *get_args(OfTrial)),
    *(*get_args(OfRelay), *get_args(OfNoticing), *get_args(OfGoals), *OF_AGREEMENT),
    *get_args(OfTextMeetings),
)
SITUATIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what either said before
    "nothing": ((), ()),
    "asked": (("MEETING", "friday at 11", "1", "1"), ()),
    "being asked": ((), ("MEETING", "friday at 11", "1", "1")),
    "booked": (("MEETING", "friday at 11", "1", "1"), ("MEETING", "1")),
}
SAYS = (
    "MEETING",
    "MOVE",
    "1",
    "2",
    "friday at 11",
    "im running late",
    "on my way",
    "cant make it on friday",
    "tell {other} i am sorry",
    "TO {other} i miss you",
    "TO {other}",
    "see you soon then",
    "hey {other} how are you",
    "PAUSE",
    "two weeks",
    "SWITCH",
    "we argue all the time",
    "ASK when is it?",
    "MENU",
    "LEAVE",
    "STOP",
)


class Two:
    """Rosa helps Jay; either may be frozen."""

    def __init__(self, folder: Path) -> None:
        self.world = World(open_database(sqlite_url(folder)))
        people = [One(ROSA, "mentor", name="Rosa"), One(JAY, name="Jay")]
        mentor, mentee = add(self.world, people)
        self.ids = {"Rosa": mentor, "Jay": mentee}
        (self.match,) = bring_together(self.world, [(mentor, mentee)])
        self.phones = {"Rosa": self.world.phone(ROSA), "Jay": self.world.phone(JAY)}

    def other(self, name: str) -> str:
        return "Jay" if name == "Rosa" else "Rosa"

    def tell(self, name: str, event: InternalEvent, cause: str) -> None:
        with self.world.db.writing() as db:
            address = self._address(name)
            row = inside.row(self.ids[name], address, cause, codec.text(event), self.world.now)
            inside.tell(db, [row])

    def _address(self, name: str) -> int | None:
        rows = self.world.rows(person_id=self.ids[name])
        return next((row["address_id"] for row in rows if row["address_id"]), None)

    def act(self, event: Acted, cause: str = "") -> None:
        """As a coordinator's turn does it: both are given it."""
        for name in self.ids:
            self.tell(name, event, f"acted:{cause or event.step}:{name}")
        self.world.settle()

    def state(self) -> str:
        with self.world.db.reading() as db:
            return str(db.execute(select(T.c.state)).scalar_one())

    def hear(self) -> dict[str, list[str]]:
        self.world.settle()
        return {name: phone.hears() for name, phone in self.phones.items()}

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.world.settle()


@pytest.fixture
def two(tmp_path: Path) -> Two:
    found = Two(tmp_path)
    for phone in found.phones.values():  # so that an address is known
        phone.says("thank you")
    return found


def stand(two: Two, situation: str) -> None:
    jay, rosa = SITUATIONS[situation]
    two.phones["Jay"].says(*jay)
    two.phones["Rosa"].says(*rosa)
    two.hear()


def before(two: Two, situation: str) -> None:
    stand(two, situation)
    two.act(Acted(two.match, "freeze"))
    assert two.state() == "suspended"


def teach(two: Two) -> None:
    """The programme sends lessons."""
    with two.world.db.writing() as db:
        settings = db.execute(select(G.c.settings)).scalar_one()
        db.execute(update(G).values(settings={**settings, "lessons": list(LESSONS)}))


def event_of(kind: Callable[..., InternalEvent], match: int) -> InternalEvent:
    """One of this kind, whatever it carries."""
    given = {**SHOWN, "match": match}
    if kind is LessonDue:
        given["until"] = "2026-04-20T12:00+00:00"
    return kind(**{one.name: given[one.name] for one in fields(kind) if one.name in given})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Rosa", "Jay"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_event_of_the_match_says_anything(two: Two, situation: str, name: str) -> None:
    """The other side's and those of time: every kind there is, at any hour."""
    before(two, situation)
    two.hear()
    kinds = [*OF_TWO, *OF_TIME, *OF_ENDING, LessonDue, GoesOn]
    teach(two)
    for hour, number in ((0, 1), (10, 2), (74, 3)):
        two.passes(hours=hour)
        for kind in kinds:
            two.tell(name, event_of(kind, two.match), f"{kind.__name__}:{number}")
        assert two.hear() == {"Rosa": [], "Jay": []}
    assert not [row for row in two.world.rows(direction="in") if row["aside_at"]]  # none crashed
    assert two.state() == "suspended"


def test_every_kind_that_is_about_a_match_is_among_them() -> None:
    """But for what only a coordinator causes."""
    about = {one for one in get_args(InternalEvent) if "match" in {f.name for f in fields(one)}}
    of_others = {TermsOkayed, WardTerms, WardTermsOverdue}  # which a guardian hears, or says
    tried = {*OF_TWO, *OF_TIME, *OF_ENDING, LessonDue, GoesOn} - {StillUpOverdue}
    ended = {Finished, SurveyDue, FollowUpDue}  # when it has ended
    assert about == {*tried, *of_others, *ended, Acted, OnHold, Parted, Goodbye}


@pytest.mark.parametrize("name", ["Rosa", "Jay"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_whatever_one_side_says_the_other_hears_nothing(
    two: Two, situation: str, name: str
) -> None:
    before(two, situation)
    two.hear()
    other = two.other(name)
    for said in SAYS:
        two.phones[name].says(said.format(other=other))
        two.passes(minutes=1)
        assert two.phones[other].hears() == [], said
    for _ in range(40):  # and nothing of it comes later
        two.passes(days=1)
        assert two.phones[other].hears() == []
    assert two.state() == "suspended"


@pytest.mark.parametrize("name", ["Rosa", "Jay"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_unfrozen_the_same_reaches_the_other(two: Two, situation: str, name: str) -> None:
    stand(two, situation)
    other = two.other(name)
    heard: list[str] = []
    for said in SAYS:
        two.phones[name].says(said.format(other=other))
        two.passes(minutes=1)
        heard += two.phones[other].hears()
    assert heard


def test_both_hear_of_a_pause_once_and_of_no_reason(two: Two) -> None:
    before(two, "booked")
    heard = two.hear()
    for name, (text,) in heard.items():
        assert text.startswith(HOLD.format(other=two.other(name)))
    two.act(Acted(two.match, "freeze"), "again")
    assert two.hear() == {"Rosa": [], "Jay": []}


@pytest.mark.parametrize(
    "said",
    [
        *("MEETING", "MOVE", "SWITCH", "when is my meeting?", "im running late"),
        *("is it still on?", "who is my mentor?", "when will i hear something?"),
    ],
)
def test_who_asks_of_the_match_hears_of_the_pause_and_of_no_reason(two: Two, said: str) -> None:
    before(two, "booked")
    two.hear()
    (text,) = two.phones["Jay"].says(said)
    assert text.startswith(HOLD.format(other="Rosa"))
    assert two.phones["Rosa"].hears() == []


@pytest.mark.parametrize("said", ["SWITCH", "i want a new mentor", "i dont like my mentor"])
def test_who_wants_somebody_else_meanwhile_is_passed_on(two: Two, said: str) -> None:
    before(two, "booked")
    two.hear()
    (text,) = two.phones["Jay"].says(said)
    assert text.startswith(HOLD.format(other="Rosa"))
    assert "I've told Dana Reyes what you write, not Rosa." in text
    with two.world.db.reading() as db:
        listed = db.execute(select(H.c.kind, H.c.text, H.c.match_id)).all()
    assert listed == [("switch", said, two.match)]
    assert two.phones["Rosa"].hears() == []


def test_at_night_the_pause_is_kept_for_the_morning(two: Two) -> None:
    two.world.passes(hours=14)  # midnight
    before(two, "nothing")
    rows = [row for row in two.world.rows(direction="out") if "on hold" in row["text"]]
    assert [row["due_at"].hour for row in rows] == [14, 14]  # nine in New York


def test_what_waits_about_the_match_is_taken_back(two: Two) -> None:
    """Jay proposes; Rosa's question is queued and the provider is away."""
    two.phones["Jay"].says("MEETING", "friday at 11", "1", "1")
    two.world.settle()
    asked = [row for row in two.world.rows(person_id=two.ids["Rosa"]) if row["asked"]]
    assert [row["status"] for row in asked] == ["queued"]
    two.act(Acted(two.match, "freeze"))
    (row,) = [row for row in two.world.rows(person_id=two.ids["Rosa"]) if row["asked"]]
    assert (row["status"], row["code"]) == ("suppressed", "frozen")


def test_a_lifted_match_has_its_meeting_and_its_check_ins(two: Two) -> None:
    before(two, "booked")
    two.hear()
    two.passes(hours=2)
    two.act(Acted(two.match, "lift"))
    assert two.state() == "active"
    for (text,) in two.hear().values():
        assert text.startswith("The pause is over.")
        assert "Fri, Mar 6, 11 am" in text
    two.passes(days=2)  # the reminder of the day before
    assert all(any("omorrow" in text for text in texts) for texts in two.hear().values())


def test_a_meeting_that_went_by_meanwhile_is_off_and_nobody_is_asked_how_it_was(two: Two) -> None:
    before(two, "booked")
    two.passes(days=6)
    two.hear()
    two.act(Acted(two.match, "lift"))
    heard = two.hear()
    assert heard["Rosa"] == ["The pause is over: you and Jay can go on."]
    assert heard["Jay"][0].startswith("The pause is over: you and Rosa can go on.")
    two.passes(days=1)
    assert not any("did you and" in text for texts in two.hear().values() for text in texts)


def test_check_ins_keep_their_days_while_it_is_frozen(two: Two) -> None:
    two.tell("Jay", Matched(two.match), "matched")
    two.world.settle()
    two.act(Acted(two.match, "freeze"))
    two.hear()
    two.passes(days=8)
    assert two.hear()["Jay"] == []
    two.act(Acted(two.match, "lift"))
    two.hear()
    two.phones["Jay"].says("0")
    heard: list[str] = []
    for _ in range(16):
        two.passes(days=1)
        heard += two.hear()["Jay"]
    assert any("How is it going with Rosa" in text for text in heard)


def test_who_opts_out_of_a_frozen_match_is_told_to_the_coordinator_alone(two: Two) -> None:
    before(two, "booked")
    two.hear()
    two.phones["Rosa"].says("STOP")
    two.passes(hours=1)
    assert two.phones["Jay"].hears() == []
    with two.world.db.reading() as db:
        kinds = list(db.execute(select(H.c.kind)).scalars())
    assert "stopped_on_hold" in kinds


def test_ended_kindly_both_wait_again_and_may_say_goodbye_once(two: Two) -> None:
    before(two, "booked")
    two.hear()
    two.act(Acted(two.match, "end"))
    assert two.state() == "closed"
    heard = two.hear()
    assert "You'll hear by" in heard["Jay"][0]
    assert "leave Rosa a few words" in " ".join(heard["Jay"])
    assert two.phones["Jay"].says("thank you for everything") == [
        "Passed on to Rosa, word for word. Well done, both of you."
    ]
    assert "Jay leaves you these words: thank you for everything" in two.hear()["Rosa"]
    two.passes(days=4)
    assert any("Still looking" in text for text in two.hear()["Jay"])


def test_ended_for_safety_no_words_go_across(two: Two) -> None:
    before(two, "nothing")
    two.hear()
    two.act(Acted(two.match, "end", safety=True))
    for texts in two.hear().values():
        assert len(texts) == 1
        assert "few words" not in texts[0]


def test_words_of_fear_are_no_goodbye(two: Two) -> None:
    two.act(Acted(two.match, "end"))
    two.hear()
    two.phones["Jay"].says("he scares me")
    assert not any("scares" in text for text in two.hear()["Rosa"])
    with two.world.db.reading() as db:
        assert "worry" in list(db.execute(select(H.c.kind)).scalars())
