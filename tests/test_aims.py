"""Goals with the mentor: from a hope to a goal that is shown, looked at again, and reached."""

from typing import Any

import pytest
from sqlalchemy import select, update

from assistant.internal_events import codec
from assistant.internal_events.kinds import CheckInDue, InternalEvent
from assistant.internal_events.of_goals import GoalDue
from storage import timers
from storage.database import Database
from storage.tables import Goal, Handover, Participant, Programme, table
from storage.timers import NewTimer
from tests.test_noticing import Weeks

B, H, N, G = table(Goal), table(Handover), table(Participant), table(Programme)
GOAL = ("1", "when I pass the test", "ask my teacher", "30 June", "1")


class Aims(Weeks):
    """The same two, in a programme that asks about goals."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        with db.writing() as one:
            found = one.execute(select(G.c.settings)).scalar_one()
            one.execute(update(G).values(settings={**found, "goals": {"on": True}}))
            profile = {"complete": True, "hopes": "pass maths this year"}
            one.execute(update(N).where(N.c.person_id == self.ids[1]).values(profile=profile))

    def due(self, event: InternalEvent, to: str = "Jay") -> list[str]:
        """It is time for that; what is heard then."""
        self.world.passes(days=2)
        self.hear()  # what is asked once more a day later
        self.world.passes(days=7)
        who = self.ids[0] if to == "Rosa" else self.ids[1]
        row = NewTimer(who, f"due:{self.world.now}", self.world.now, codec.stored(event))
        with self.world.db.writing() as db:
            timers.add(db, [row])
        self.step()
        return self.phones[to].hears()

    def goals(self) -> list[Any]:
        with self.world.db.reading() as db:
            return list(db.execute(select(B.c.text, B.c.state, B.c.progress, B.c.details)))

    def check_in(self, number: int) -> list[str]:
        """Up to its last question, which is answered with nothing."""
        self.due(CheckInDue(self.match, number, "2026-03-10"))
        return self.jay.says("4", "1", "0")

    def sets_a_goal(self, *show: str) -> list[str]:
        self.due(GoalDue(self.match))
        return self.jay.says(*GOAL, *show)


@pytest.fixture
def aims(db: Database) -> Aims:
    return Aims(db)


def test_a_hope_becomes_a_goal_with_a_measure_a_step_and_a_date(aims: Aims) -> None:
    (asked,) = aims.due(GoalDue(aims.match))
    assert "You told me what you hope for: pass maths this year. Shall we make that" in asked
    assert "How will you know" in aims.jay.says("1")[-1]
    saved = aims.jay.says(*GOAL[1:])
    assert "Shall I show your goal to Rosa, who can add a word? Pass maths this year" in saved[-1]
    ((text, state, _progress, details),) = aims.goals()
    assert (text, state) == ("pass maths this year", "active")
    assert details["by"] == "2026-06-30"
    assert details["step"] == "ask my teacher"


def test_a_wrong_date_is_mended_alone(aims: Aims) -> None:
    aims.due(GoalDue(aims.match))
    assert "by June 15" in aims.jay.says(*GOAL[:-1], "no, 15 june")[-1]
    aims.jay.says("1", "2")
    assert aims.goals()[0].details["by"] == "2026-06-15"


def test_the_mentor_sees_it_once_it_may_be_shown_and_adds_a_word(aims: Aims) -> None:
    aims.sets_a_goal()
    assert not aims.rosa.hears()
    assert "Rosa gets to see it" in aims.jay.says("1")[0]
    seen = "\n".join(aims.rosa.hears())
    assert "Jay has a goal, by June 30, 2026: pass maths this year. A word from you helps." in seen
    assert "The first step: ask my teacher." in seen
    assert "Write to Jay, just as it should read." in seen
    aims.rosa.says("great one, we can do it")
    assert aims.jay.hears()[-1].startswith("Rosa: great one, we can do it")


def test_a_goal_that_is_kept_private_stays_private(aims: Aims) -> None:
    assert "stays with you" in aims.sets_a_goal("2")[0]
    aims.hear()
    assert aims.due(GoalDue(aims.match, usual=False), "Rosa") == []
    assert [text for _, name, text in aims.heard if name == "Rosa"] == []


def test_a_number_in_a_goal_goes_to_the_coordinator_first(aims: Aims) -> None:
    aims.due(GoalDue(aims.match))
    aims.jay.says("2", "call my uncle on 212 555 0134 about a job", "hired", "0", "0", "1", "1")
    assert aims.rosa.hears() == []
    assert "held" in aims.listed()


def test_at_every_second_check_in_they_are_asked_how_far_they_are(aims: Aims) -> None:
    aims.sets_a_goal("2")
    assert "All done" in aims.check_in(91)[0]
    (asked,) = aims.check_in(92)
    assert "And your goal: pass maths this year. How far are you" in asked
    assert "Noted, 3 of 5" in aims.jay.says("3 slow but ok")[0]
    ((_text, _state, progress, details),) = aims.goals()
    assert progress == 3
    assert details["marks"][0][1:] == [3, "slow but ok"]
    assert "All done" in aims.check_in(93)[0]


@pytest.mark.parametrize(
    ("said", "hears", "state"),
    [
        ("let it go", "I've let go of", "dropped"),
        ("done!!", "You did it: pass maths this year", "achieved"),
        ("i did it", "You did it: pass maths this year", "achieved"),
        ("change it", "let's put it in new words", "active"),
    ],
)
def test_reached_changed_or_dropped_without_blame(
    aims: Aims, said: str, hears: str, state: str
) -> None:
    aims.sets_a_goal("2")
    aims.check_in(92)
    assert hears in " ".join(aims.jay.says(said))
    assert aims.goals()[0].state == state


def test_a_reached_goal_asks_for_the_next_and_whether_it_may_be_told(aims: Aims) -> None:
    aims.sets_a_goal("2")
    aims.check_in(92)
    assert "Would you like to set a next goal?" in aims.jay.says("done")[-1]
    assert "Shall I tell Rosa that you made it?" in aims.jay.says("1")[-1]
    assert aims.rosa.hears() == []
    assert "Let's set a goal" in aims.jay.says("1")[-1]
    (told,) = aims.rosa.hears()
    assert "Jay has reached a goal: pass maths this year" in told


def test_what_is_not_to_be_told_is_not(aims: Aims) -> None:
    aims.sets_a_goal("2")
    aims.check_in(92)
    aims.jay.says("done", "2")
    assert "Well done again" in aims.jay.says("2")[0]
    aims.hear()
    assert [text for _, name, text in aims.heard if name == "Rosa"] == []


def test_what_is_due_together_is_asked_in_one_sitting(aims: Aims) -> None:
    due = [CheckInDue(aims.match, 91, "2026-03-10"), GoalDue(aims.match)]
    rows = [
        NewTimer(aims.ids[1], f"due:{n}", aims.world.now, codec.stored(one))
        for n, one in enumerate(due)
    ]
    with aims.world.db.writing() as db:
        timers.add(db, rows)
    aims.step()
    (asked,) = aims.jay.hears()
    assert "How is it going" in asked
    aims.world.passes(hours=3)
    aims.step()
    assert aims.jay.hears() == []  # the other one waits for another day, or for an answer
    assert "All done" in aims.jay.says("4", "1", "0")[0]
    aims.world.passes(minutes=1)
    aims.step()
    assert "You told me what you hope for" in aims.jay.hears()[-1]


def test_who_says_nothing_is_asked_the_other_one_another_day(aims: Aims) -> None:
    aims.due(CheckInDue(aims.match, 91, "2026-03-10"))
    row = NewTimer(aims.ids[1], "due", aims.world.now, codec.stored(GoalDue(aims.match)))
    with aims.world.db.writing() as db:
        timers.add(db, [row])
    assert not [one for day, one in aims.pass_(0.75) if "hope" in one]
    assert [one for day, one in aims.pass_(1.25) if "hope" in one]


def test_the_reminder_carries_what_the_two_agreed_on_last(aims: Aims) -> None:
    aims.jay.says("MEETING", "friday at 11", "1", "1")
    aims.rosa.says("MEETING", "1")
    aims.world.passes(days=3, hours=4)
    aims.step()
    aims.jay.hears()
    aims.jay.says("1", "4")
    assert "What did you two agree on as a next step?" in aims.jay.says("0")[-1]
    aims.jay.says("send rosa my letter", "1", "next friday at 11", "1", "1")
    aims.hear()
    aims.rosa.says("MEETING", "1")
    aims.hear()
    aims.pass_(6.5)
    reminded = [(name, text) for _, name, text in aims.heard if "Can't come?" in text]
    assert {name for name, _ in reminded} == {"Jay", "Rosa"}
    for _, text in reminded:
        assert "Last time you two agreed on this: send rosa my letter" in text
