"""A meeting by text: for half an hour what either writes goes straight across, and nothing else
does."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.internal_events.kinds import CheckInDue, ReminderDue
from assistant.internal_events.of_match import Acted
from assistant.understanding import longer
from flows.lifecycles import text_meeting
from flows.lifecycles.meeting import Meeting
from storage.database import Database
from storage.mentoring import journeys, relayed
from storage.tables import Concern, table
from storage.tables import Meeting as MeetingTable
from tests.crowd import One, add, bring_together
from tests.interleaved import Interleaved
from tests.phones import Phone, World
from tests.test_clock import tick
from tests.test_relaying import Three
from tests.together import together

C, W = table(Concern), table(MeetingTable)
OFFERED = "Shall I send this to Rosa?"
BEGINS, OVER = "all you write goes straight to", "That was your time with"
PRIVATE = "Your answers go to Dana Reyes, not to Rosa"


class ByText(Three):
    """Jay and Rosa have booked a meeting by text, an hour from now: at eleven in New York."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for phone in (self.jay, self.rosa):
            phone.says("thank you")
        self.book()

    def book(self, at: str = "today at 11") -> None:
        self.jay.says("MEETING", at, "1", "by text")
        assert self.rosa.says("MEETING", "1")[0].startswith("Booked!")
        self.hear()

    def begin(self) -> None:
        self.passes(hours=1)
        for phone in (self.jay, self.rosa):
            assert BEGINS in " ".join(phone.hears())

    def ends(self) -> datetime:
        with self.world.db.reading() as db:
            return db.execute(select(W.c.ends_at).order_by(W.c.id.desc())).scalars().first()  # type: ignore[return-value]


@pytest.fixture
def by_text(tmp_path: Path) -> ByText:
    return ByText(tmp_path)


def test_what_either_writes_goes_straight_across_and_both_hear_its_end(by_text: ByText) -> None:
    by_text.begin()
    assert by_text.jay.says("hey, maths went ok") == []
    assert by_text.rosa.hears() == ["Jay: hey, maths went ok"]
    assert by_text.rosa.says("Great. How come?", "I'm so glad") == []
    assert by_text.jay.hears() == ["Rosa: Great. How come?", "Rosa: I'm so glad"]
    by_text.passes(minutes=30)
    assert by_text.jay.hears()[0].startswith(OVER)
    assert "TO JAY" in by_text.rosa.hears()[0]
    assert by_text.states() == ["across"] * 3


@pytest.mark.parametrize(
    "said", ["hi rosa u there", "hello", "my dog ate it", "thanks", "it is raining"]
)
def test_a_minute_before_it_is_asked_about(by_text: ByText, said: str) -> None:
    by_text.passes(minutes=59)
    assert by_text.jay.says(said)[0].startswith(OFFERED)
    assert by_text.states() == []
    by_text.passes(minutes=1)
    heard = " ".join(by_text.jay.hears())
    assert BEGINS in heard
    assert OFFERED in heard  # it is still theirs to say
    assert by_text.jay.says("1")[0].startswith("Got it")
    assert by_text.jay.says("and now?") == []
    assert [row.text for row in by_text.rows()] == [said, "and now?"]


def test_a_minute_after_it_is_asked_about(by_text: ByText) -> None:
    by_text.begin()
    by_text.jay.says("hi")
    by_text.rosa.says("hi Jay")
    by_text.passes(minutes=31)
    by_text.hear()
    assert by_text.jay.says("one more thing")[0].startswith(OFFERED)
    assert by_text.states() == ["across"] * 2


def test_what_was_written_before_it_began_is_not_relayed_unasked(by_text: ByText) -> None:
    by_text.passes(minutes=59, seconds=59)
    late = by_text.jay.inbound("im scared of the dentist")
    by_text.world.accept([late])
    by_text.world.passes(seconds=1)
    tick(by_text.world)
    assert OFFERED in " ".join(by_text.jay.hears())
    assert by_text.states() == []


@pytest.mark.parametrize("said", ["MENU", "menu", "HELP", "/menu", "MEETING", "ASK is it free?"])
def test_words_of_ours_still_work(by_text: ByText, said: str) -> None:
    by_text.begin()
    assert by_text.jay.says(said) != []
    assert by_text.states() == []
    assert by_text.rosa.hears() == []


@pytest.mark.parametrize("said", ["why?", "back now", "thanks", "hi", "2", "i cant make it friday"])
def test_what_only_looks_like_one_goes_across(by_text: ByText, said: str) -> None:
    by_text.begin()
    assert by_text.jay.says(said) == []
    assert by_text.rosa.hears() == [f"Jay: {said}"]


def test_what_answers_our_own_question_does_not_go_across(by_text: ByText) -> None:
    by_text.begin()
    assert "1 " in by_text.jay.says("MENU")[0]
    by_text.jay.says("0")
    assert by_text.states() == []
    assert by_text.jay.says("im back") == []
    assert by_text.states() == ["across"]


def test_who_is_named_is_told(by_text: ByText) -> None:
    by_text.begin()
    assert by_text.jay.says("tell dana im ill") != []
    assert [kind for kind, _ in by_text.listed()] == ["relay"]
    assert by_text.jay.says("tell rosa im ill") == []
    assert by_text.rosa.hears() == ["Jay: im ill"]


def test_a_wish_to_be_forgotten_is_asked_about(by_text: ByText) -> None:
    by_text.begin()
    assert by_text.jay.says("please delete my data")[0].startswith(OFFERED)
    assert by_text.states() == []


def test_stop_stops_and_ends_it_at_once(by_text: ByText) -> None:
    by_text.begin()
    by_text.jay.says("STOP")
    by_text.hear()
    by_text.rosa.says("are you there?")
    assert by_text.states() == []
    assert by_text.jay.hears() == []
    by_text.passes(minutes=30)
    assert not [one for one in by_text.rosa.hears() if one.startswith(OVER)]


@pytest.mark.parametrize("step", ["freeze", "end"])
def test_frozen_or_ended_nothing_goes_across_any_more(by_text: ByText, step: str) -> None:
    by_text.begin()
    by_text.act(Acted(by_text.match, step))  # type: ignore[arg-type]
    by_text.hear()
    by_text.rosa.says("are you there?")
    assert by_text.states() == []
    assert by_text.jay.hears() == []
    by_text.passes(minutes=30)
    assert OVER not in " ".join((*by_text.rosa.hears(), *by_text.jay.hears()))


def test_a_concern_is_a_concern_and_what_follows_it_stays_here(by_text: ByText) -> None:
    by_text.begin()
    by_text.jay.says("hi")
    assert by_text.rosa.hears() == ["Jay: hi"]
    by_text.jay.says("i want to kill myself")
    with by_text.world.db.reading() as db:
        assert len(db.execute(select(C.c.id)).all()) == 1
    by_text.jay.says("at school", "please dont tell my mum")
    assert by_text.states() == ["across"]
    assert by_text.rosa.hears() == []


def test_boundary_signs_and_numbers_are_held_as_ever(by_text: ByText) -> None:
    by_text.begin()
    assert by_text.rosa.says("dont tell anyone about this ok") == []
    assert "go to Dana Reyes first" in by_text.jay.says("my number is 212 555 0199")[0]
    assert by_text.states() == ["held", "held"]
    assert [kind for kind, _text in by_text.listed()] == ["held", "held"]


def test_a_private_question_waits_until_after(by_text: ByText) -> None:
    by_text.ask()
    by_text.passes(hours=1)
    assert "waits until after" in " ".join(by_text.jay.hears())
    first = by_text.jay.says("it was a hard week")
    assert first[0].startswith("That looks like a note for Rosa.")
    assert by_text.states() == []
    assert by_text.jay.says("1") == ["Got it, that one is for Rosa."]
    assert by_text.jay.says("anyway how are you") == []
    assert by_text.jay.says("4")[0].startswith("That looks like a note")  # it would be an answer
    by_text.jay.says("1")
    assert by_text.states() == ["across"] * 3
    by_text.rosa.says("fine")
    by_text.hear()
    by_text.passes(minutes=30)
    heard = by_text.jay.hears()[-1]
    assert heard.startswith(OVER)
    assert PRIVATE in heard
    assert by_text.jay.says("4")[0].startswith("Do you feel safe")


def test_reminders_and_questions_wait_until_it_is_over(by_text: ByText) -> None:
    by_text.begin()
    slot = "2026-03-04T16:00+00:00"
    by_text.tell("Jay", CheckInDue(by_text.match, 1, "2026-03-10"), "check_in")
    by_text.tell("Rosa", ReminderDue(by_text.match, slot), "reminder")
    by_text.passes(minutes=5)
    assert by_text.hear() == {"Rosa": [], "Jay": []}
    by_text.jay.says("hi")
    by_text.passes(minutes=26)
    assert "how is it going" in " ".join(by_text.jay.hears()).lower()


@together
@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("10 more minutes", 10),
        ("can we have ten more mins pls?", 10),
        ("20 MORE MINUTES", 20),
        ("otros 10 minutos", 10),
        ("5 minutos más porfa", 5),
        ("encore 10 minutes stp", 10),
        ("15 min de plus", 15),
        ("mais 10 minutos", 10),
        ("more time", 10),
        ("90 more minutes", 60),
        ("i need 10 more minutes to get home", 0),
        ("10 minutes", 0),
        ("10 more", 0),
        ("no more time lol", 0),
    ],
)
def test_more_time_is_wished_for_in_these_words(said: str, minutes: int) -> None:
    assert longer.find(said) == minutes


def test_more_time_is_told_to_both_and_counts(by_text: ByText) -> None:
    by_text.begin()
    by_text.passes(minutes=28)
    assert by_text.jay.says("10 more minutes") == ["Sure: you two have until 11:40 am."]
    assert by_text.rosa.hears() == ["Jay would like more time: you two have until 11:40 am."]
    by_text.passes(minutes=4)
    assert by_text.hear() == {"Rosa": [], "Jay": []}
    assert by_text.rosa.says("still here") == []
    by_text.passes(minutes=10)
    assert by_text.states() == ["across"]
    assert "wrote to you" in by_text.jay.hears()[-1]
    assert "didn't write" in by_text.rosa.hears()[-1]


def test_two_wishes_at_once_are_one(by_text: ByText) -> None:
    by_text.begin()
    said = "10 more minutes"
    by_text.world.accept([by_text.jay.inbound(said), by_text.rosa.inbound(said)])
    by_text.hear()
    assert by_text.ends() == datetime(2026, 3, 3, 16, 40, tzinfo=UTC)
    by_text.passes(minutes=1)
    by_text.jay.says(said)
    assert by_text.ends() == datetime(2026, 3, 3, 16, 50, tzinfo=UTC)


def test_there_is_a_longest(by_text: ByText) -> None:
    by_text.begin()
    for _ in range(3):
        by_text.passes(minutes=1)
        said = by_text.jay.says("60 more minutes")
    assert said[0].startswith("That's as long as it can be")
    assert by_text.ends() == datetime(2026, 3, 3, 18, 0, tzinfo=UTC)


def test_where_neither_or_one_wrote_it_is_said_and_nobody_is_blamed(by_text: ByText) -> None:
    by_text.begin()
    by_text.passes(minutes=30)
    for phone in (by_text.jay, by_text.rosa):
        assert phone.hears() == [
            "Time's up, and nobody wrote, no harm done. To find a new time, text MENU."
        ]
    by_text.passes(hours=2)
    assert "did you and Rosa meet" in " ".join(by_text.jay.hears())


def test_it_counts_as_a_conversation(by_text: ByText) -> None:
    by_text.begin()
    by_text.jay.says("hi")
    by_text.rosa.says("hi Jay")
    by_text.passes(minutes=30)
    by_text.hear()
    by_text.passes(minutes=30)
    assert "Was it useful" in by_text.jay.hears()[-1]  # and not whether they met
    with by_text.world.db.reading() as db:
        since = by_text.world.now - timedelta(days=1)
        assert journeys.of(db, by_text.match).met == 1
        found = relayed.conversations(db, by_text.ids["Jay"], since)
    assert [day.isoformat() for day in found[by_text.match]] == ["2026-03-03"]


def test_words_of_one_alone_are_none(by_text: ByText) -> None:
    by_text.begin()
    by_text.jay.says("hi", "rosa?")
    by_text.passes(minutes=31)
    with by_text.world.db.reading() as db:
        assert journeys.of(db, by_text.match).met == 0
        since = by_text.world.now - timedelta(days=1)
        assert relayed.conversations(db, by_text.ids["Jay"], since) == {}


def test_after_an_outage_in_the_middle_it_begins_late(by_text: ByText) -> None:
    by_text.passes(hours=1, minutes=25)
    for phone in (by_text.jay, by_text.rosa):
        assert "until 11:40 am" in " ".join(phone.hears())
    assert by_text.jay.says("hi") == []


def test_after_one_that_lasted_longer_it_is_said(by_text: ByText) -> None:
    by_text.passes(hours=1, minutes=31)
    assert "That's my fault" in " ".join(by_text.jay.hears())
    assert by_text.jay.says("rosa?")[0].startswith(OFFERED)


def test_moved_it_does_not_begin(by_text: ByText) -> None:
    by_text.jay.says("MOVE", "tomorrow at 11", "1")
    by_text.hear()
    by_text.passes(hours=1)
    assert BEGINS not in " ".join((*by_text.jay.hears(), *by_text.rosa.hears()))


def test_where_texts_are_off_it_cannot_begin_and_by_text_is_not_offered(by_text: ByText) -> None:
    by_text.rosa.says("MUTE", "1")
    by_text.hear()
    by_text.passes(hours=1)
    assert "can't begin" in " ".join(by_text.jay.hears())
    by_text.jay.says("MOVE", "tomorrow at 3pm")
    by_text.jay.says("1")
    said = by_text.jay.says("MEETING", "2", "thursday at 4", "1")
    assert "by text" not in " ".join(said)


def test_at_night_it_begins_at_its_hour_and_nothing_waits(by_text: ByText) -> None:
    by_text.jay.says("MOVE", "tomorrow at 8:30 pm", "1")
    by_text.rosa.says("MEETING", "1")
    by_text.hear()
    by_text.passes(days=1, hours=10, minutes=30)
    assert BEGINS in " ".join(by_text.jay.hears())
    by_text.hear()
    assert by_text.jay.says("how was your day?") == []
    rows = [row for row in by_text.world.rows(kind="relayed") if "how was" in row["text"]]
    assert [row["due_at"] for row in rows] == [by_text.world.now]


def test_a_mentor_with_two_at_once_is_asked_for_whom(by_text: ByText) -> None:
    (ana,) = add(by_text.world, [One("+12125550173", name="Ana")])
    bring_together(by_text.world, [(by_text.ids["Rosa"], ana)])
    phone: Phone = by_text.world.phone("+12125550173")
    phone.says("thank you")
    phone.says("MEETING", "today at 11", "1", "by text")
    by_text.rosa.says("MEETING", "Ana", "1")
    by_text.passes(hours=1)
    by_text.hear()
    phone.hears()
    assert by_text.rosa.says("hello!")[0].startswith("Who is this for?")
    assert by_text.states() == []


def test_the_first_begins_it_for_both_and_it_ends_half_an_hour_later() -> None:
    at = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)
    booked = Meeting("booked", "mentor", "2026-03-03T16:00", "UTC", "text")
    begun = text_meeting.begun(booked, at)
    assert text_meeting.begun(begun, at + timedelta(minutes=1)) == begun
    assert text_meeting.goes_on(begun, at)
    assert text_meeting.goes_on(begun, at + timedelta(minutes=29, seconds=59))
    assert not text_meeting.goes_on(begun, at + timedelta(minutes=30))
    assert not text_meeting.goes_on(booked, at)


@pytest.mark.parametrize("seed", range(8))
def test_two_workers_agree_on_its_end(db: Database, seed: int) -> None:
    world, chance = World(db), random.Random(seed)
    people = [One("+12125550171", "mentor", name="Rosa"), One("+12125550172", name="Jay")]
    rosa, jay = add(world, people)
    bring_together(world, [(rosa, jay)])
    phones = world.phone("+12125550172"), world.phone("+12125550171")
    for phone in phones:
        phone.says("thank you")
    phones[0].says("MEETING", "today at 11", "1", "by text")
    phones[1].says("MEETING", "1")
    world.passes(hours=1)
    tick(world)
    for phone in phones:
        phone.hears()
    world.passes(minutes=20)
    said = [phone.inbound("10 more minutes") for phone in phones]
    chance.shuffle(said)
    if db.embedded:
        world.accept(said)
    else:
        Interleaved(world, chance).take(said)
    world.settle()
    for phone in phones:
        assert "until 11:40 am" in phone.hears()[-1]
