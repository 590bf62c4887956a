"""What follows from what a conversation has established, decided without a database."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from assistant.internal_events.kinds import ReminderDue
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import registry
from flows.events import (
    AnswerChanged,
    ConsentDeclined,
    ConsentGiven,
    Event,
    FeedbackGiven,
    FewerWanted,
    GoalClosed,
    GoalRated,
    GoalSet,
    GoodbyeSaid,
    HelpAsked,
    LanguageChanged,
    MeetingMoved,
    OnTheWay,
    Paused,
    PauseEnded,
    ProfileCompleted,
    ProgrammeLeft,
    RoleTurned,
    RunningLate,
    SlotAccepted,
    SlotProposed,
    StopConfirmed,
    StopDenied,
    SwitchAsked,
    UnderAge,
    WrongPerson,
)
from storage.mentoring.feedback import Given
from storage.people.participants import Enrolment
from tests.one_turn import (
    MATCH,
    MENTEE,
    MENTOR,
    SLOT,
    STARTS,
    follows,
    meeting,
    names,
    pair,
    run,
    talk,
)
from tests.phones import START

BOOKED, MINE, THEIRS = meeting(), meeting("proposed"), meeting("proposed", "mentor")
OTHER_SLOT = "2026-03-06T21:00+00:00"
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
GONE = f"tells {MENTOR} OtherLeft"


def after(event: Event, *, binds: bool = False, **how: Any) -> Conversation:
    """The turn of Jay in which a flow has established it."""
    one = talk(**{"runs": [run("menu")], "text": "words"} | how)
    registry.apply(one, one.stack.runs[-1], event, binds=binds)
    return one


def spoken(one: Conversation) -> Pair:
    return one.pairs[MATCH]


def summed(one: Conversation) -> tuple[list[str], set[str]]:
    outcome = one.keep()
    return names(outcome), follows(outcome)


PROPOSED = SlotProposed(MATCH, "2026-03-05T16:00", "Library")  # by the clock of New York
TOLD = f"tells {MENTOR} "
FOR_BOTH = {"later reminder", "later shortly", "later after"}


@pytest.mark.parametrize(
    ("event", "speaks", "said", "more", "state"),
    [
        (PROPOSED, None, ["ASKING"], {f"{TOLD}Proposed", "later unanswered"}, "proposed"),
        (PROPOSED, THEIRS, ["BOOKED"], {f"{TOLD}Booked", *FOR_BOTH}, "booked"),
        (PROPOSED, BOOKED, ["BOOKED"], set(), "booked"),
        (
            replace(PROPOSED, slot="2026-03-03T10:00"),  # this very moment
            None,
            ["PAST"],
            {"opens meeting"},
            "none",
        ),
        (SlotAccepted(MATCH, SLOT), THEIRS, ["BOOKED"], {f"{TOLD}Booked", *FOR_BOTH}, "booked"),
        (SlotAccepted(MATCH, OTHER_SLOT), THEIRS, ["CHANGED"], {"opens meeting"}, "proposed"),
        (SlotAccepted(MATCH, SLOT), MINE, ["ASKING"], set(), "proposed"),
        (SlotAccepted(MATCH, SLOT), None, ["NOT_OPEN"], {"opens meeting"}, "none"),
        (SlotAccepted(MATCH, OTHER_SLOT), BOOKED, ["BOOKED"], set(), "booked"),
        (MeetingMoved(MATCH, SLOT), BOOKED, [], {f"{TOLD}Moved"}, "none"),
        (MeetingMoved(MATCH, OTHER_SLOT), BOOKED, [], set(), "booked"),
        (RunningLate(MATCH, SLOT, 5), BOOKED, ["NOT_YET"], set(), "booked"),
        (OnTheWay(MATCH, SLOT), BOOKED, ["THERE"], set(), "booked"),
        (OnTheWay(MATCH, OTHER_SLOT), BOOKED, ["BOOKED"], set(), "booked"),
        (RunningLate(MATCH, SLOT, 5), MINE, ["ASKING"], set(), "proposed"),
    ],
)
def test_of_a_meeting(
    event: Event, speaks: Any, said: list[str], more: set[str], state: str
) -> None:
    one = after(event, pairs=[pair(spoken=speaks)])
    assert spoken(one).meeting.state == state
    assert summed(one) == (said, more)


@pytest.mark.parametrize(
    "event",
    [PROPOSED, SlotAccepted(MATCH, SLOT), MeetingMoved(MATCH, SLOT), OnTheWay(MATCH, SLOT)],
)
@pytest.mark.parametrize(
    ("there", "said"),
    [([], ["NOBODY"]), ([pair("suspended")], ["ON_HOLD"]), ([pair("left")], ["GONE"])],
)
def test_of_a_meeting_with_who_is_not_there(
    event: Event, there: list[Pair], said: list[str]
) -> None:
    one = after(event, pairs=there)
    assert summed(one) == (said, set())
    told = said == ["GONE"]
    assert one.outcome.untimed == (f"gone:{MENTOR}:{MATCH}",) * told
    assert not told or spoken(one).state == "closed"


def test_a_time_that_has_passed_since_it_was_proposed_is_no_booking() -> None:
    at = meeting("proposed", "mentor", START)
    one = after(SlotAccepted(MATCH, at.slot), pairs=[pair(spoken=at)])
    assert spoken(one).meeting == at
    assert summed(one) == (["PAST"], {"opens meeting"})


def test_who_is_late_tells_the_other_at_once_and_who_comes_on_the_day() -> None:
    for event, before in ((RunningLate(MATCH, SLOT, 5), 3), (OnTheWay(MATCH, SLOT), 36)):
        for hours, told in ((before, True), (before + 0.1, False)):
            now = STARTS - timedelta(hours=hours)
            one = after(event, pairs=[pair(spoken=BOOKED)], now=now)
            assert bool(one.outcome.told) is told
    assert names(
        after(RunningLate(MATCH, SLOT, 5), pairs=[pair(spoken=BOOKED)], now=STARTS).outcome
    )


def test_a_reminder_comes_at_their_usual_hour_only_on_the_day_before() -> None:
    for now, found in (
        (START, [(True, False), (False, True)]),
        (STARTS - timedelta(hours=7), [(False, None)]),
    ):
        one = after(SlotAccepted(MATCH, SLOT), pairs=[pair(spoken=THEIRS)], now=now)
        due = [each.event for each in one.outcome.timers if isinstance(each.event, ReminderDue)]
        assert [(each.usual, each.again) for each in due] == [*found, *found]


def rests(until: str, keeps: int = 0, **how: Any) -> tuple[set[str], str | None, str]:
    one = after(Paused(until, keeps), **how)
    (told,) = [getattr(news.event, "stands", None) for news in one.outcome.told]
    return summed(one)[1] - {TOLD + "OtherPaused"}, told, spoken(one).meeting.state


def test_a_rest_takes_away_what_lies_in_it_unless_they_keep_it() -> None:
    there = [pair(spoken=BOOKED)]
    assert rests("2026-03-06", pairs=there) == ({"later back", "lists pause"}, "off", "none")
    assert rests("2026-03-06", MATCH, pairs=there) == ({"later back"}, "kept", "booked")
    assert rests("2026-03-05", pairs=there) == ({"later back"}, None, "booked")
    proposed = [pair(spoken=MINE)]
    assert rests("2026-03-06", MATCH, pairs=proposed) == ({"later back"}, None, "none")
    about = run("meeting", 2, answers={"match": MATCH}, state="offer")
    arranging = rests("2026-03-06", pairs=[pair()], runs=[about])
    assert arranging == ({"later back", "closes 2"}, None, "none")


def test_a_rest_moves_what_was_to_come_and_its_end_moves_it_back() -> None:
    one = after(Paused("2026-03-06"))
    until = datetime.fromisoformat("2026-03-06T14:00+00:00")  # at nine in New York
    assert one.outcome.person == {"paused_at": START, "paused_until": until}
    assert one.outcome.shift == until - START
    back = after(PauseEnded(), pairs=[pair()], paused_until=until)
    assert back.outcome.person == {"paused_at": None, "paused_until": None}
    assert back.outcome.shift == START - until
    assert follows(back.outcome) == {TOLD + "OtherBack"}
    assert after(PauseEnded(), pairs=[pair("closed")]).outcome.told == ()


def test_who_leaves_may_take_it_back_for_ten_minutes() -> None:
    below = run("pause", 1)
    one = after(ProgrammeLeft("no time"), pairs=[pair(spoken=BOOKED)], runs=[below, run("menu", 2)])
    assert (spoken(one).state, spoken(one).meeting.state) == ("left", "none")
    assert follows(one.keep()) == {GONE, "lists left", "closes 1"}
    (told,) = one.outcome.told
    assert (told.at, told.cause) == (START + 10 * MINUTE, f"gone:{MENTEE}:{MATCH}")
    undo = {"left": 1, "role": "mentee", "matches": [MATCH]}
    assert one.outcome.person["undo"] == {"until": (START + 10 * MINUTE).isoformat(), **undo}
    assert [each.state for each in one.outcome.enrolments] == ["left"]
    elsewhere = after(ProgrammeLeft(""), pairs=[replace(pair(), programme_id=2)])
    assert spoken(elsewhere).state == "active"


def test_who_stops_leaves_nobody_waiting_and_may_come_back_for_a_day() -> None:
    one = after(StopConfirmed(), pairs=[pair(spoken=BOOKED)])
    assert summed(one) == (["STOPPED"], {GONE, "lists stopped", "closes 1"})
    assert (one.outcome.stop, one.outcome.compliance) == (True, True)
    undo: Any = one.outcome.person["undo"]
    assert undo["until"] == (START + DAY).isoformat()
    assert undo["stopped"] == {
        f"{MATCH}": ["booked", "mentee", "2026-03-05T21:00", "UTC", "Library"]
    }
    frozen = after(StopConfirmed(), pairs=[pair("suspended")])
    assert follows(frozen.outcome) == {"lists stopped_on_hold"}
    assert spoken(frozen).state == "suspended"
    left = after(StopConfirmed(wrong_number=True), pairs=[pair("left")])
    assert follows(left.outcome) == {"lists stopped", "lists wrong_person"}
    assert left.outcome.person["undo"]["stopped"] == {}  # type: ignore[index]
    provider = after(StopConfirmed(), answered_by_provider=True)
    assert names(provider.outcome) == []
    assert after(StopDenied()).outcome.person == {"held_at": None}


def come_back(**undone: Any) -> Conversation:
    kept = ["booked", "mentee", "2026-03-05T21:00", "UTC", "Library"]
    undo = {"until": (START + MINUTE).isoformat(), "stopped": {f"{MATCH}": kept}}
    how: dict[str, Any] = {"pairs": [pair("stopped")], "undo": undo} | undone
    return after(ConsentGiven(), **how)


def test_who_agrees_again_finds_their_match_as_they_left_it() -> None:
    one = come_back()
    assert spoken(one).meeting == BOOKED
    assert set(one.outcome.untimed) == {f"gone:{MENTEE}:{MATCH}", f"ward_gone:{MENTEE}"}
    assert summed(one) == (["BOOKED"], {"lists returned", "later check_in", *FOR_BOTH})
    past = come_back(now=STARTS, undo={"until": (STARTS + DAY).isoformat()} | _stopped())
    assert summed(past) == (
        ["TOGETHER_AGAIN"],
        {"lists returned", "later check_in"},
    )
    for gone in (
        {"pairs": [pair("closed")]},
        {"pairs": [pair("stopped", elsewhere=True)]},
        {"pairs": [replace(pair("stopped"), programme_id=2)]},
        {"pairs": [replace(pair("stopped"), mentor=pair().mentor._replace(stopped_at=START))]},
        {"undo": {"until": START.isoformat()} | _stopped()},
        {"undo": {"until": (START + DAY).isoformat(), "stopped": {"8": []}}},
        {"undo": None},
    ):
        assert summed(come_back(**gone)) == ([], set())


def _stopped() -> dict[str, Any]:
    return {"stopped": {f"{MATCH}": ["booked", "mentee", "2026-03-05T21:00", "UTC", "Library"]}}


NOT_ASKED = (Enrolment(MENTEE, 1, "mentee", "invited", {"topics": ["school"]}),)


@pytest.mark.parametrize(
    ("event", "state", "listed"),
    [
        (ConsentGiven(), "consented", set()),
        (ConsentDeclined(), "declined", set()),
        (WrongPerson(), "declined", {"lists wrong_person"}),
        (UnderAge(), "under_age", {"lists under_age"}),
    ],
)
def test_of_consent(event: Event, state: str, listed: set[str]) -> None:
    one = after(event, enrolments=NOT_ASKED)
    assert summed(one) == ([], listed)
    (row,) = one.outcome.enrolments
    assert (row.state, row.profile) == (state, {"topics": ["school"]})
    assert one.outcome.person == ({"name": None} if isinstance(event, WrongPerson) else {})


def test_of_a_profile() -> None:
    one = after(ProfileCompleted({"name": "Jay", "goal": "", "free": "now"}), enrolments=NOT_ASKED)
    (row,) = one.outcome.enrolments
    kept = {"topics": ["school"], "free": "now", "complete": True}
    assert (row.state, row.profile) == ("ready", kept)
    assert one.outcome.person == {"name": "Jay"}
    (due,) = one.outcome.timers
    assert due.at == datetime.fromisoformat("2026-03-06T15:00+00:00")  # Friday at ten
    changed = after(AnswerChanged("free", "later", "perhaps"), enrolments=NOT_ASKED)
    (row,) = changed.outcome.enrolments
    assert (row.state, row.profile["free"], row.profile["free_note"]) == (
        "invited",
        "later",
        "perhaps",
    )


def test_of_goals() -> None:
    one = after(GoalSet("maths", "a B", None, None, replaces=4))
    (new,) = one.outcome.goals
    assert (new.text, new.state, new.programme_id) == ("maths", "active", 1)
    (closed,) = one.outcome.closed_goals
    assert (closed.id, closed.state, closed.closed_at) == (4, "changed", START)
    assert not after(GoalSet("maths", None, None, None)).outcome.closed_goals
    assert [tuple(row) for row in after(GoalRated(4, 3)).outcome.rated] == [(4, MENTEE, 3)]
    for binds in (True, False):
        dropped = after(GoalClosed(4, "dropped"), binds=binds)
        undo = {"undo": {"until": (START + 10 * MINUTE).isoformat(), "goal": 4}}
        assert dropped.outcome.person == (undo if binds else {})
        assert dropped.outcome.closed_goals[0].state == "dropped"


def test_of_wishes() -> None:
    assert follows(after(SwitchAsked(MATCH, "hm"), pairs=[pair()]).outcome) == {"lists switch"}
    assert after(FewerWanted(True)).outcome.person == {"fewer": True}
    assert after(FewerWanted(False)).outcome.person == {"fewer": False}
    spanish = after(LanguageChanged("es")).outcome
    assert (spanish.language, spanish.person) == ("es", {"language": "es"})
    asked = after(HelpAsked("why?"))
    assert (follows(asked.outcome), asked.outcome.person) == ({"lists ask"}, {})
    unclear = after(HelpAsked("hm", unclear=True))
    assert follows(unclear.outcome) == {"lists unclear"}
    until = {"echo": {"silent_until": (START + DAY).isoformat()}}
    assert unclear.outcome.person == until
    bye = after(GoodbyeSaid(MATCH, MENTOR, "Bye!"))
    assert follows(bye.outcome) == {TOLD + "Goodbye"}
    assert bye.outcome.told[0].at == START


def test_whoever_would_rather_be_the_other_of_the_two() -> None:
    met = after(RoleTurned("mentor"), pairs=[pair()])
    assert summed(met) == (["PASSED_ON"], {"lists ask"})
    joining = after(RoleTurned("mentor"), enrolments=NOT_ASKED, pairs=[pair("closed")])
    assert [row.role for row in joining.outcome.enrolled] == ["mentor"]
    assert "opens consent" in follows(joining.keep())
    ready = after(RoleTurned("mentor"), runs=[run("pause"), run("menu", 2)])
    assert follows(ready.keep()) >= {"opens mentor_intake", "closes 1"}
    assert [(one.role, one.state) for one in ready.outcome.enrolments] == [("mentee", "left")]
    assert [(one.role, one.state) for one in ready.outcome.enrolled] == [("mentor", "consented")]
    been = (*ready.known.enrolments, Enrolment(MENTEE, 1, "mentor", "left", {}))
    again = after(RoleTurned("mentor"), enrolments=been)
    changed = [(one.role, one.state) for one in again.outcome.enrolments]
    assert changed == [("mentee", "left"), ("mentor", "consented")]


ABOUT = f"meeting:{SLOT}"


def gave(rating: int | None = 5, others: tuple[Given, ...] = (), **answers: str) -> set[str]:
    event = FeedbackGiven(MATCH, ABOUT, rating, answers)
    one = after(event, pairs=[pair(feedback=others)])
    assert spoken(one).feedback[-1] == Given(MATCH, MENTEE, ABOUT, rating, answers)
    assert len(one.outcome.feedback) == 1
    return follows(one.outcome)


def test_of_feedback_the_coordinator_hears_what_is_worth_a_look() -> None:
    assert gave() == set()
    assert gave(3) == set()
    assert gave(2) == {"lists low"}
    assert gave(2, call="yes") == {"lists call"}
    assert gave(call="no") == set()
    assert gave(need="a room") == {"lists need"}
    assert gave(2, safe="yes") == set()
    assert gave(reason="he was rude") == {"lists complaint"}
    mine, hers = Given(MATCH, MENTEE, "meeting:x", 5, {}), Given(MATCH, MENTOR, ABOUT, 5, {})
    assert gave(3, (mine,)) == {"lists fall"}
    assert gave(3, (hers,)) == {"lists difference"}
    assert gave(4, (mine, hers)) == set()


def test_who_does_not_come_twice_is_worth_a_look() -> None:
    before = Given(MATCH, MENTEE, "meeting:x", None, {"came": "other"})
    assert gave(None, came="other") == set()
    assert gave(None, (before,), came="me") == {"lists no_show"}
    assert gave(None, (before,), came="both") == set()
    same = before._replace(about=ABOUT, person_id=MENTOR)
    assert gave(None, (same,), came="other") == set()


def test_whoever_changes_their_mind_is_kept_once() -> None:
    old, hers = Given(MATCH, MENTEE, ABOUT, 1, {}), Given(MATCH, MENTOR, ABOUT, 5, {})
    one = after(FeedbackGiven(MATCH, ABOUT, 5, {}), pairs=[pair(feedback=(old, hers))])
    assert [given.rating for given in spoken(one).feedback] == [5, 5]
    assert after(FeedbackGiven(8, ABOUT, 5, {})).outcome.feedback == ()
