"""Silence between two people over weeks: who hears what, when, and what comes onto the list."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select, update

from assistant.broadcasts import feeder
from assistant.internal_events import codec
from assistant.internal_events.kinds import CheckInDue
from assistant.noticing import sweep
from assistant.schedule import clock
from assistant.schedule.quiet_hours import local
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage import timers
from storage.database import Database
from storage.holder import Holder
from storage.tables import AgreementVersion, Handover, Match, Meeting, Programme, table
from storage.timers import NewTimer
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World, code

H, G, T = table(Handover), table(Programme), table(Match)
JAY, ROSA = "+12125550172", "+12125550171"


class Weeks:
    """Rosa helps Jay, and Dana coordinates; time goes by in steps of half a day."""

    def __init__(self, db: Database, zones: tuple[str, str] = ("America/New_York",) * 2) -> None:
        self.world = World(db)
        people = [
            One(ROSA, "mentor", name="Rosa", zone=zones[0]),
            One(JAY, name="Jay", zone=zones[1]),
        ]
        self.ids = add(self.world, people)
        (self.match,) = bring_together(self.world, [(self.ids[0], self.ids[1])])
        self.rosa, self.jay = self.world.phone(ROSA), self.world.phone(JAY)
        self.dana = self.world.phone("777", "simulated_telegram")
        self.dana.says(f"/start {code(db, self.world.now)}", "ok")
        self.heard: list[tuple[datetime, str, str]] = []

    @property
    def phones(self) -> dict[str, Phone]:
        return {"Rosa": self.rosa, "Jay": self.jay, "Dana": self.dana}

    def pass_(self, days: float, every: Callable[[], None] = lambda: None) -> list[tuple[int, str]]:
        """Let time pass; what each of the two heard, by the day since."""
        begin, found = self.world.now, []
        while self.world.now < begin + timedelta(days=days):
            self.world.passes(hours=12)
            self.step()
            every()
            for name, phone in self.phones.items():
                for text in phone.hears():
                    self.heard.append((self.world.now, name, text))
                    found.append(((self.world.now - begin).days, f"{name}: {text}"))
        return found

    def step(self) -> None:
        for _ in range(2):  # what is noticed is a timer, which is due in the next step
            holder = Holder(self.world.db, "clock")
            clock.step(holder, self.world.now, feeder.step, notice=sweep.step)
            holder.release()
            self.world.settle()

    def restart(self) -> None:
        """Everything that a process remembers is gone."""
        self.world.turns = Turns(self.world.db, Policy(), lambda: self.world.now)

    def listed(self) -> list[str]:
        with self.world.db.reading() as db:
            return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())

    def settings(self, **noticing: Any) -> None:
        with self.world.db.writing() as db:
            found = db.execute(select(G.c.settings)).scalar_one()
            db.execute(update(G).values(settings={**found, "noticing": noticing}))

    def hear(self) -> None:
        self.step()
        for phone in self.phones.values():
            phone.hears()


@pytest.fixture
def weeks(db: Database) -> Weeks:
    return Weeks(db)


ASKS = "TO rosa when can we talk about college?"


def who(said: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(day, text.split(": ")[0]) for day, text in said]


def test_a_silence_goes_up_the_ladder_step_by_step(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.hear()
    said = [one for one in weeks.pass_(14) if "No rush" not in one[1]]
    assert who(said) == [(3, "Rosa"), (5, "Jay"), (7, "Dana"), (10, "Jay")], said
    assert "Jay would love to hear from you" in said[0][1]
    assert "text TO JAY and your words" in said[0][1]
    assert "Rosa hasn't answered you yet" in said[1][1]
    assert "has a look on Tuesday" in said[1][1]
    assert "Rosa hasn't answered Jay since Tue, Mar 3" in said[2][1]
    assert "Would you like someone other than Rosa?" in said[3][1]
    assert "Nothing changes before that" in weeks.jay.says("1", "0")[0]
    assert weeks.listed() == ["silent", "unbooked", "switch"]


def test_who_answers_ends_it_and_it_is_off_the_list(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.hear()
    weeks.pass_(8)
    weeks.rosa.says("TO jay sorry, was away. sunday?")
    assert "Your list is empty" in weeks.dana.says("0", "LIST")[0]
    weeks.hear()
    assert not [text for _, text in weeks.pass_(3.5) if "someone other" in text]


def test_who_says_yes_to_a_time_has_answered(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.hear()
    weeks.jay.says("MEETING", "march 20 at 4", "1", "1")
    weeks.hear()
    assert "Booked!" in weeks.rosa.says("1")[0]
    weeks.hear()
    assert not [text for _, text in weeks.pass_(8) if "love to hear" in text or "answered" in text]
    assert "silent" not in weeks.listed()


def test_thanks_and_news_wait_for_no_answer(weeks: Weeks) -> None:
    weeks.rosa.says("TO jay well done today")
    weeks.jay.says("TO rosa thanks, that was great")
    weeks.hear()
    assert weeks.pass_(8) == []


def test_a_restart_at_each_step_says_nothing_twice(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.hear()
    said = weeks.pass_(12, weeks.restart)
    assert len({text for _, text in said if "No rush" not in text}) == 4
    assert weeks.listed().count("silent") == 1


def test_nobody_hears_at_night_nor_where_the_clocks_change(db: Database) -> None:
    weeks = Weeks(db, ("America/Los_Angeles", "Europe/Paris"))
    weeks.world.now = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)  # seven in the evening in Paris
    weeks.jay.says("TO rosa when can we talk?")
    weeks.hear()
    weeks.pass_(12)
    assert len([name for _, name, _ in weeks.heard if name != "Dana"]) >= 3
    for row in weeks.world.rows(direction="out", kind="kept"):
        zone = "America/Los_Angeles" if row["person_id"] == weeks.ids[0] else "Europe/Paris"
        at = local(max(row["due_at"], row["created_at"]), zone)
        assert row["person_id"] not in weeks.ids or 9 <= at.hour < 20, (at, row["text"])


def test_a_rest_stops_the_ladder_and_nobody_waits_in_it(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.rosa.says("PAUSE", "two weeks")
    weeks.hear()
    said = [text for _, text in weeks.pass_(16)]
    assert not [text for text in said if "would love to hear" in text or "answered you" in text]
    later = [text for _, text in weeks.pass_(2.5)]
    assert [one for one in later if "would love to hear" in one]
    assert not [one for one in later if "answered you" in one]


def test_on_hold_nothing_is_noticed(weeks: Weeks) -> None:
    weeks.jay.says(ASKS)
    weeks.hear()
    with weeks.world.db.writing() as db:
        db.execute(update(T).values(state="suspended"))
    assert weeks.pass_(12) == []
    assert weeks.listed() == []


def test_a_programme_sets_the_days_or_wants_none_of_it(weeks: Weeks) -> None:
    weeks.settings(silence=[1, 2, 4, 6], first_meeting=30)
    weeks.jay.says(ASKS)
    weeks.hear()
    said = [one for one in weeks.pass_(7) if "No rush" not in one[1]]
    assert who(said) == [(1, "Rosa"), (2, "Jay"), (4, "Dana"), (6, "Jay")]
    weeks.settings(on=False)
    weeks.rosa.says("TO jay monday?")
    weeks.hear()
    assert weeks.pass_(4) == []


def test_no_first_meeting_in_ten_days_is_worth_a_look_and_no_more_once_booked(
    weeks: Weeks,
) -> None:
    assert weeks.pass_(9.5) == []
    assert weeks.listed() == []
    weeks.pass_(1)
    assert weeks.listed() == ["unbooked"]
    assert "Worth a look (1)" in weeks.dana.says("what's worth a look?")[0]
    (shown,) = weeks.dana.says("1")
    assert "Jay and Rosa are a pair since Tue, Mar 3, and no first meeting is booked" in shown
    weeks.dana.says("0")
    weeks.jay.says("MEETING", "friday at 11", "1", "1")
    weeks.rosa.says("MEETING", "1")
    assert "Nothing is worth a look" in weeks.dana.says("worth a look")[0]


@pytest.mark.parametrize(("often", "days"), [("", 21), ("week", 21), ("month", 45)])
def test_no_contact_for_long_is_worth_a_look(weeks: Weeks, often: str, days: int) -> None:
    now, about = weeks.world.now, {"match_id": weeks.match}
    met = {"state": "over", "by": "mentee", "starts": "2026-03-03T10:00", "zone": "UTC"}
    with weeks.world.db.writing() as db:
        row = met | about | {"starts_at": now, "created_at": now, "booked_at": now}
        db.execute(insert(table(Meeting)).values(row | {"place": "", "closed_at": now}))
        if often:
            terms = {"often": often, "how": "person"}
            kept = {"version": 1, "by": "", "state": "settled", "okays": {}, "more": {}}
            version = kept | about | {"terms": terms, "created_at": now}
            db.execute(insert(table(AgreementVersion)).values(version))
    weeks.pass_(days - 1)
    assert weeks.listed() == []
    weeks.pass_(2)
    assert weeks.listed() == ["no_contact"]
    assert (
        "I know of no talk between Jay and Rosa since Tue, Mar 3" in weeks.dana.says("LIST", "1")[0]
    )
    weeks.rosa.says("TO jay hi")
    assert "Your list is empty" in weeks.dana.says("0", "LIST")[0]


def check_in(weeks: Weeks, number: int) -> list[str]:
    """It is due on one of the days after; what Jay hears."""
    weeks.world.passes(days=2)
    weeks.hear()  # what is asked once more a day later
    weeks.world.passes(days=7)
    event = CheckInDue(weeks.match, number, "2026-03-10")
    row = NewTimer(weeks.ids[1], f"due:{number}", weeks.world.now, codec.stored(event))
    with weeks.world.db.writing() as db:
        timers.add(db, [row])
    weeks.step()
    return weeks.jay.hears()


def test_after_three_unanswered_questions_nothing_is_asked_until_one_word(weeks: Weeks) -> None:
    for number in (91, 92, 93):
        assert "How is it going" in check_in(weeks, number)[-1]
    (told,) = check_in(weeks, 94)
    assert told.startswith("No stress, Jay: I won't ask you anything more for now.")
    assert check_in(weeks, 95) == []
    assert "hushed" in weeks.listed()
    again = weeks.jay.says("hello")
    assert again[0].startswith("Good to hear from you, Jay! From now on I ask again.")
    assert "Your list" not in weeks.dana.says("LIST")[0] or "hushed" not in weeks.listed()
    assert "How is it going" in check_in(weeks, 96)[-1]


def test_any_word_between_counts_as_an_answer(weeks: Weeks) -> None:
    for number in (91, 92, 93, 94, 95):
        assert "How is it going" in check_in(weeks, number)[-1]
        weeks.jay.says("MENU")
    assert "hushed" not in weeks.listed()


def test_a_booked_meeting_and_the_others_words_come_all_the_same(weeks: Weeks) -> None:
    for number in (91, 92, 93, 94):
        check_in(weeks, number)
    weeks.rosa.says("TO jay hi, how are you?")
    assert "Rosa: hi, how are you?" in weeks.jay.hears()[0]


def test_who_stops_is_told_nothing_of_it(weeks: Weeks) -> None:
    for number in (91, 92, 93, 94):
        check_in(weeks, number)
    (stopped,) = weeks.jay.says("STOP")
    assert stopped.startswith("Okay, no more texts")


def test_a_check_in_comes_at_the_hour_at_which_they_usually_answer(weeks: Weeks) -> None:
    weeks.world.passes(hours=6)  # four in the afternoon
    for _ in range(3):
        weeks.jay.says("thanks")
        weeks.world.passes(days=1)
    weeks.world.now = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)  # ten in the morning
    event = CheckInDue(weeks.match, 91, "2026-03-10", usual=True)
    with weeks.world.db.writing() as db:
        row = NewTimer(weeks.ids[1], "due", weeks.world.now, codec.stored(event))
        timers.add(db, [row])
    weeks.step()
    assert weeks.jay.hears() == []
    weeks.world.passes(hours=6, minutes=1)
    weeks.step()
    assert "How is it going" in weeks.jay.hears()[0]


@pytest.mark.parametrize("many", [1, 40])
def test_many_matches_are_looked_at_with_as_many_queries_as_one(db: Database, many: int) -> None:
    world = World(db)
    ids = add(world, [One(f"+1212555{n:04}") for n in range(2 * many)])
    bring_together(world, list(zip(ids[::2], ids[1::2], strict=True)))
    asked: list[str] = []
    with db.writing() as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        assert sweep.step(connection, world.now, 500) == many
    assert len(asked) <= 10  # rows are kept by some together
