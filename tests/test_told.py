"""What somebody hears of what has happened: of the other side, the clock, and a coordinator. Each
kind is said where it still holds, and not where it does not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.internal_events.kinds import (
    AnswerOverdue,
    CheckInDue,
    CoordinatorAnswered,
    ErasureOrdered,
    FellSilent,
    HandoverAdded,
    InternalEvent,
    Invited,
    Matched,
    MeetingOver,
    PauseOver,
    ReminderDue,
    StatusDue,
    StillInDoubt,
    Stopped,
)
from assistant.internal_events.of_match import Acted, GoesOn, Goodbye, OnHold, Parted
from assistant.internal_events.of_other_side import (
    Booked,
    Moved,
    OtherBack,
    OtherComing,
    OtherLate,
    OtherLeft,
    OtherPaused,
    Proposed,
    StillAsking,
)
from assistant.turns.lookups import Rarities
from storage.mentoring.feedback import Given
from storage.people.participants import Enrolment
from tests.one_turn import (
    MATCH,
    MENTEE,
    MENTOR,
    NIGHT,
    SLOT,
    STARTS,
    Known,
    after,
    codec,
    decide,
    follows,
    heard,
    known,
    meeting,
    names,
    pair,
    run,
)
from tests.phones import START
from tests.together import together

OTHER_SLOT = "2026-03-06T21:00+00:00"
NONE, DAY = meeting("none"), timedelta(days=1)
BOOKED, MINE, THEIRS = meeting(), meeting("proposed"), meeting("proposed", "mentor")
FRESH = run("pause", ago=timedelta(minutes=1))
RESTS = START + DAY
ABOUT = (MATCH, "Rosa")

# The event, what the two speak of, and what is said or follows; to Jay, who is the mentee.
SAID: list[tuple[InternalEvent, Any, list[str], set[str]]] = [
    (Moved(*ABOUT, SLOT), NONE, ["MOVED"], set()),
    (Moved(*ABOUT, SLOT), THEIRS, ["MOVED"], set()),
    (Moved(*ABOUT, SLOT), MINE, [], set()),
    (Moved(*ABOUT, SLOT), BOOKED, [], set()),
    (Booked(*ABOUT, SLOT), BOOKED, ["BOOKED"], set()),
    (Booked(*ABOUT, OTHER_SLOT), BOOKED, [], set()),
    (Booked(*ABOUT, SLOT), MINE, [], set()),
    (OtherLate(*ABOUT, SLOT, 0), BOOKED, ["LATE"], set()),
    (OtherLate(*ABOUT, SLOT, 10), BOOKED, ["LATE_BY"], set()),
    (OtherLate(*ABOUT, OTHER_SLOT, 10), BOOKED, [], set()),
    (OtherLate(*ABOUT, SLOT, 10), MINE, [], set()),
    (OtherComing(*ABOUT, SLOT), BOOKED, ["COMING"], set()),
    (OtherPaused(*ABOUT, SLOT, "2026-04-01", "off"), NONE, ["RESTS_OFF"], set()),
    (OtherPaused(*ABOUT, SLOT, "2026-04-01", "kept"), BOOKED, ["RESTS_KEPT"], set()),
    (OtherPaused(*ABOUT, "", "2026-04-01"), NONE, ["RESTS"], set()),
    (OtherBack(*ABOUT, ""), NONE, ["BACK_AGAIN"], set()),
    (Proposed(*ABOUT, SLOT), THEIRS, [], {"opens meeting"}),
    (Proposed(*ABOUT, SLOT), MINE, [], set()),
    (Proposed(*ABOUT, SLOT), BOOKED, [], set()),
    (Proposed(*ABOUT, OTHER_SLOT), THEIRS, [], set()),
    (StillAsking(*ABOUT, SLOT), THEIRS, ["STILL_WAITING"], {"opens meeting"}),
    (StillAsking(*ABOUT, SLOT), MINE, [], set()),
    (ReminderDue(MATCH, SLOT), BOOKED, ["TOMORROW"], set()),
    (ReminderDue(MATCH, OTHER_SLOT), BOOKED, [], set()),
    (ReminderDue(MATCH, SLOT), MINE, [], set()),
    (AnswerOverdue(MATCH, SLOT, 1), MINE, ["STILL_ASKING"], {"later unanswered"}),
    (AnswerOverdue(MATCH, SLOT, 2), MINE, ["NO_ANSWER"], {"lists no_answer"}),
    (AnswerOverdue(MATCH, SLOT, 1), THEIRS, [], set()),
    (AnswerOverdue(MATCH, SLOT, 1), BOOKED, [], set()),
    (AnswerOverdue(MATCH, OTHER_SLOT, 1), MINE, [], set()),
    (Matched(MATCH), NONE, ["MEET_MENTOR"], {"opens meeting", "later check_in"}),
    (CheckInDue(MATCH, 1), NONE, [], {"opens check_in", "later check_in"}),
    (Goodbye(*ABOUT, "Bye!"), NONE, ["GOODBYE"], set()),
]


@together
@pytest.mark.parametrize(("event", "spoken", "said", "more"), SAID)
def test_what_still_holds_is_told(
    event: InternalEvent, spoken: Any, said: list[str], more: set[str]
) -> None:
    outcome = heard(event, pairs=[pair(spoken=spoken)])
    assert names(outcome) == said
    asked_again = {f"tells {MENTOR} StillAsking"} if said == ["STILL_ASKING"] else set()
    assert follows(outcome) == more | asked_again


@together
@pytest.mark.parametrize("event", [one for one, *_ in SAID if not isinstance(one, Goodbye)])
@pytest.mark.parametrize("state", ["suspended", "closed"])
def test_nothing_reaches_who_is_not_together_any_more(event: InternalEvent, state: str) -> None:
    outcome = heard(event, pairs=[pair(state, BOOKED)])
    assert names(outcome) == []
    planned = isinstance(event, CheckInDue) and state == "suspended"
    assert follows(outcome) == ({"later check_in"} if planned else set())
    assert follows(heard(event)) == set()


def test_a_mentor_hears_whom_they_are_to_meet_and_is_asked_nothing() -> None:
    outcome = heard(Matched(MATCH), who=MENTOR, pairs=[pair()])
    assert names(outcome) == ["MEET_MENTEE"]
    assert follows(outcome) == {"later check_in"}


def test_a_proposal_that_they_see_already_is_not_asked_about_again() -> None:
    seen = run("meeting", answers={"match": MATCH, "seen": SLOT}, state="offer")
    assert follows(heard(Proposed(*ABOUT, SLOT), pairs=[pair(spoken=THEIRS)], runs=[seen])) == set()
    again = heard(StillAsking(*ABOUT, SLOT), pairs=[pair(spoken=THEIRS)], runs=[seen])
    assert names(again) == ["STILL_WAITING"]


WAITS = (
    (Proposed(*ABOUT, SLOT), THEIRS),
    (StillAsking(*ABOUT, SLOT), THEIRS),
    (Matched(MATCH), NONE),
    (CheckInDue(MATCH, 1), NONE),
    (MeetingOver(MATCH, SLOT), BOOKED),
)


@together
@pytest.mark.parametrize(("event", "spoken"), WAITS)
def test_what_asks_waits_for_a_fresh_question_and_for_the_end_of_a_rest(
    event: InternalEvent, spoken: Any
) -> None:
    there = [pair(spoken=spoken)]
    waiting = heard(event, pairs=there, runs=[FRESH])
    assert {"later wait"} <= follows(waiting) <= {"later wait", "later check_in"}
    assert not waiting.prompts
    resting = heard(event, pairs=there, paused_until=RESTS)
    assert {"later later"} <= follows(resting)
    assert not resting.prompts


@together
@pytest.mark.parametrize(
    ("event", "at_night"),
    [
        *((one, False) for one, *_ in WAITS),
        (OtherBack(*ABOUT, ""), False),
        (OtherComing(*ABOUT, SLOT), False),
        (OtherLeft(*ABOUT), False),
        (OtherPaused(*ABOUT, "", "2026-04-01"), False),
        (StatusDue(1, "mentee"), False),
        (FellSilent(1), False),
        (PauseOver(), False),
        (HandoverAdded(1, 1), False),
        (ReminderDue(MATCH, SLOT), False),
        (Booked(*ABOUT, SLOT), False),
        (Moved(*ABOUT, SLOT), False),
        (OtherLate(*ABOUT, SLOT, 5), True),
        (CoordinatorAnswered("Dana", "Hi"), True),
        (Stopped(), True),
        (StillInDoubt(1), True),
        (Acted(MATCH, "freeze"), True),
        (OnHold(*ABOUT), True),
        (GoesOn(*ABOUT), True),
        (Parted(*ABOUT, 1, "mentee"), True),
        (Goodbye(*ABOUT, "Bye!"), True),
        (Invited(1, "mentee", {}), True),
    ],
)
def test_at_night_only_what_cannot_wait_is_heard(event: InternalEvent, at_night: bool) -> None:
    outcome = heard(event, pairs=[pair(spoken=BOOKED)], now=NIGHT)
    assert ("later later" not in follows(outcome)) is at_night


@together
@pytest.mark.parametrize("what", [Booked, Moved])
@pytest.mark.parametrize(("hours", "waits"), [(10, False), (8.5, False), (7, True)])
def test_an_early_meeting_is_told_of_in_the_night(what: Any, hours: float, waits: bool) -> None:
    """At 22:00 in New York; the hours of a day begin eleven hours later."""
    del waits
    early = NIGHT + timedelta(hours=hours)
    spoken = meeting(starts=early) if what is Booked else NONE
    outcome = heard(
        what(*ABOUT, meeting(starts=early).slot), pairs=[pair(spoken=spoken)], now=NIGHT
    )
    assert outcome.prompts


def test_of_a_meeting_of_today_it_is_said_that_it_is_today_and_of_none_that_is_past() -> None:
    there = [pair(spoken=BOOKED)]
    today = heard(ReminderDue(MATCH, SLOT), pairs=there, now=STARTS - timedelta(hours=3))
    assert names(today) == ["TODAY"]
    assert today.reminder
    assert today.booked
    assert names(heard(ReminderDue(MATCH, SLOT), pairs=there, now=STARTS)) == []


def after_a_meeting(**how: Any) -> set[str]:
    now = STARTS + timedelta(minutes=90)
    how = {"pairs": [pair(spoken=BOOKED)]} | how
    return follows(heard(MeetingOver(MATCH, SLOT), now=now, **how))


def test_after_a_meeting_each_is_asked_once_how_it_was() -> None:
    about = f"meeting:{SLOT}"
    told = Given(MATCH, MENTEE, about, 5, {})
    assert after_a_meeting() == {"opens feedback"}
    assert after_a_meeting(pairs=[pair(spoken=BOOKED, feedback=(told,))]) == set()
    of_rosa, of_another = told._replace(person_id=MENTOR), told._replace(about="meeting:x")
    for other in (of_rosa, of_another):
        assert after_a_meeting(pairs=[pair(spoken=BOOKED, feedback=(other,))]) == {"opens feedback"}
    assert after_a_meeting(pairs=[pair(over=frozenset({SLOT}))]) == {"opens feedback"}
    assert after_a_meeting(pairs=[pair()]) == set()
    assert after_a_meeting(pairs=[pair(spoken=MINE)]) == set()
    assert after_a_meeting(pairs=[pair(spoken=meeting(starts=STARTS + DAY))]) == set()


def turn(event: InternalEvent, **how: Any) -> Known:
    """The turn that hears it, once it is decided."""
    one = known(codec.text(event), kind="inside", **how)
    decide(one)
    return one


def test_who_is_asked_first_how_it_was_closes_the_meeting() -> None:
    now = STARTS + timedelta(minutes=90)
    of = after(turn(MeetingOver(MATCH, SLOT), now=now, pairs=[pair(spoken=BOOKED)]))
    assert (of.meeting.state, of.ended, of.over) == ("none", "over", {SLOT})


def test_a_time_that_has_passed_unanswered_is_off() -> None:
    event, there = AnswerOverdue(MATCH, SLOT, 1), [pair(spoken=MINE)]
    late = turn(event, pairs=there, now=STARTS)
    assert after(late).meeting.state == "none"
    assert names(heard(event, pairs=there, now=STARTS)) == ["NO_ANSWER"]
    assert after(turn(AnswerOverdue(MATCH, SLOT, 2), pairs=there)).meeting == MINE


@together
@pytest.mark.parametrize(
    ("state", "said", "then"),
    [
        ("active", [], "active"),
        ("suspended", [], "suspended"),
        ("left", ["GONE"], "closed"),
        ("stopped", ["GONE"], "closed"),
        ("closed", [], "closed"),
    ],
)
def test_that_the_other_has_left_is_told_once(state: str, said: list[str], then: str) -> None:
    there = [pair(state)]
    assert names(heard(OtherLeft(*ABOUT), pairs=there)) == said
    assert after(turn(OtherLeft(*ABOUT), pairs=there)).state == then


def test_whose_match_is_long_gone_hears_it_all_the_same() -> None:
    assert names(heard(OtherLeft(*ABOUT))) == ["GONE"]


@pytest.mark.parametrize("event", [Moved(*ABOUT, SLOT), OtherPaused(*ABOUT, "", "2026-04-01")])
def test_a_question_about_what_has_changed_is_over_and_the_one_below_comes_back(
    event: InternalEvent,
) -> None:
    below, about = run("menu", 1), run("meeting", 2, answers={"match": MATCH}, state="offer")
    outcome = heard(event, pairs=[pair()], runs=[below, about])
    assert follows(outcome) == {"closes 2"}
    assert [one.asks for one in outcome.prompts] == [False, False, True]
    alone = heard(event, pairs=[pair()], runs=[below])
    assert len(alone.prompts) == 1


def test_a_match_on_hold_is_told_while_it_is_on_hold() -> None:
    assert names(heard(OnHold(*ABOUT), pairs=[pair("suspended")])) == ["ON_HOLD"]
    assert names(heard(OnHold(*ABOUT), pairs=[pair()])) == []
    assert names(heard(OnHold(*ABOUT))) == []


def test_once_it_goes_on_who_looks_for_help_is_asked_for_a_time() -> None:
    goes_on = GoesOn(*ABOUT)
    open_ = heard(goes_on, pairs=[pair()])
    assert (names(open_), follows(open_)) == (["GOES_ON"], {"opens meeting"})
    assert open_.by_day
    assert open_.about == MATCH
    assert follows(heard(goes_on, pairs=[pair()], runs=[run("pause")])) == set()
    assert follows(heard(goes_on, who=MENTOR, pairs=[pair()])) == set()
    booked = heard(goes_on, pairs=[pair(spoken=BOOKED)])
    assert (names(booked), follows(booked)) == (["GOES_ON_BOOKED"], set())
    assert names(heard(goes_on, pairs=[pair("suspended")])) == []


def test_who_was_parted_waits_again_unless_there_is_somebody_else() -> None:
    there = pair("closed")
    parted = heard(Parted(*ABOUT, 1, "mentee", MENTOR), pairs=[there])
    assert names(parted) == ["PARTED"]
    assert follows(parted) == {"later status", "opens goodbye"}
    silent = heard(Parted(*ABOUT, 1, "mentee"), pairs=[there])
    assert follows(silent) == {"later status"}
    other = replace(pair(), id=8)
    more = heard(Parted(*ABOUT, 1, "mentor", MENTEE), who=MENTOR, pairs=[there, other])
    assert (names(more), follows(more)) == (["PARTED_FROM_ONE"], {"opens goodbye"})


STOPPED_AT = START - DAY


@together
@pytest.mark.parametrize(
    "event", [*(one for one, *_ in SAID), StatusDue(1, "mentee"), PauseOver(), OtherLeft(*ABOUT)]
)
def test_who_has_stopped_hears_nothing(event: InternalEvent) -> None:
    outcome = heard(event, pairs=[pair(spoken=BOOKED)], stopped_at=STOPPED_AT)
    assert not outcome.prompts
    assert follows(outcome) == set()


def test_what_the_other_side_needs_done_is_done_for_who_has_stopped() -> None:
    frozen = turn(Acted(MATCH, "freeze"), pairs=[pair()], stopped_at=STOPPED_AT)
    assert after(frozen).state == "suspended"
    stopped = turn(Stopped(), pairs=[pair()], stopped_at=STOPPED_AT)
    assert after(stopped).state == "stopped"
    assert follows(heard(Stopped(), pairs=[pair()])) == set()  # they have come back since


def test_who_is_to_be_erased_is_so_whether_or_not_they_have_stopped() -> None:
    for stopped_at in (None, STOPPED_AT):
        outcome = heard(ErasureOrdered(), pairs=[pair()], stopped_at=stopped_at)
        assert [one.asked_by for one in outcome.erased] == ["operator"]
        assert outcome.person["stopped_at"] == (stopped_at or START)
        assert follows(outcome) == {"lists erased", f"tells {MENTOR} OtherLeft"}


def silent(**how: Any) -> list[str]:
    return names(heard(FellSilent(1), **how))


def test_who_falls_silent_is_asked_once_where_they_fell_silent() -> None:
    assert silent(runs=[run("pause")]) == ["NUDGE"]
    assert silent(runs=[run("pause", nudged=True)]) == []
    assert silent(runs=[run("pause", ago=DAY - timedelta(seconds=1))]) == []
    assert silent(runs=[run("pause"), run("menu", 2)]) == []
    assert silent() == []
    invited = (Enrolment(MENTEE, 1, "mentee", "invited", {}),)
    assert silent(runs=[run("pause")], enrolments=invited) == []
    assert silent(runs=[run("pause")], paused_until=RESTS) == []


def test_what_was_asked_about_a_time_that_has_passed_need_not_be_answered() -> None:
    about = run("meeting", answers={"match": MATCH, "seen": SLOT}, state="offer", ago=-DAY)
    late = heard(
        FellSilent(1), runs=[about], pairs=[pair(spoken=THEIRS)], now=STARTS + timedelta(hours=20)
    )
    assert follows(late) == {"closes 1"}
    assert not late.prompts


def test_who_waits_hears_that_they_are_not_forgotten_until_they_are_matched() -> None:
    due = StatusDue(1, "mentee")
    waiting = heard(due)
    assert names(waiting) == ["STILL_LOOKING"]
    assert "later status" in follows(waiting)
    assert follows(heard(due, pairs=[pair()])) == set()
    assert follows(heard(StatusDue(1, "mentor"))) == set()
    assert follows(heard(StatusDue(2, "mentee"))) == set()
    left = (Enrolment(MENTEE, 1, "mentee", "left", {}),)
    assert follows(heard(due, enrolments=left)) == set()
    assert follows(heard(due, runs=[FRESH])) == {"later wait"}


def test_a_rest_that_is_over_is_told_once() -> None:
    over = heard(PauseOver(), paused_until=START)
    assert names(over) == ["WELCOME_BACK"]
    assert over.person["paused_until"] is None
    assert names(heard(PauseOver(), paused_until=RESTS)) == []
    assert names(heard(PauseOver())) == []
    assert names(heard(PauseOver(late=True))) == ["WELCOME_BACK"]


def test_a_coordinators_own_words_end_a_silence_and_may_be_answered() -> None:
    outcome = heard(CoordinatorAnswered("Dana", "Hi"), echo={"silent_until": NIGHT.isoformat()})
    assert names(outcome) == ["RELAYED"]
    assert outcome.person["echo"] == {"heard_from": START.isoformat()}


@pytest.mark.parametrize(
    ("step", "before", "then", "told", "meets"),
    [
        ("freeze", "active", "suspended", "OnHold", "booked"),
        ("lift", "suspended", "active", "GoesOn", "booked"),
        ("end", "active", "closed", "Parted", "none"),
        ("end", "suspended", "closed", "Parted", "none"),
    ],
)
def test_what_a_coordinator_does_is_done_once_and_both_hear_of_it(
    step: Any, before: str, then: str, told: str, meets: str
) -> None:
    there, asked = [pair(before, BOOKED)], [run("meeting", state="offer", answers={"match": MATCH})]
    rare = Rarities(parted={MATCH: False})
    acted = codec.text(Acted(MATCH, step))
    one = known(acted, kind="inside", pairs=there, runs=asked, rare=rare)
    outcome = decide(one)
    assert (after(one).state, after(one).meeting.state) == (then, meets)
    assert outcome.taken_back == (MATCH,)
    reminded = {"later reminder", "later shortly", "later after"} if step == "lift" else set()
    both = {f"tells {MENTOR} {told}", f"tells {MENTEE} {told}"}
    assert follows(outcome) == both | {"closes 1"} | reminded
    again = heard(Acted(MATCH, step), pairs=[after(one)])
    assert (follows(again), again.taken_back) == (set(), ())


def test_a_match_ended_for_safety_leaves_no_last_words() -> None:
    for safety in (True, False):
        ended = heard(Acted(MATCH, "end", safety), pairs=[pair()])
        others = {getattr(one.event, "other", 0) for one in ended.told}
        assert others == ({None} if safety else {MENTOR, MENTEE})


def test_a_time_that_was_proposed_is_off_while_the_match_is_on_hold() -> None:
    frozen = turn(Acted(MATCH, "freeze"), pairs=[pair(spoken=MINE)])
    assert after(frozen).meeting.state == "none"
    rare = Rarities(parted={MATCH: False})
    past = turn(Acted(MATCH, "lift"), pairs=[pair("suspended", BOOKED)], now=STARTS, rare=rare)
    assert after(past).meeting.state == "none"
