"""Parts of a turn, each alone: runs as rows, a concern where nobody is, matches that are over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, select

from assistant.internal_events.kinds import ConcernTaken, NobodyYet
from assistant.safeguarding import Kind, texts
from assistant.turns import open_runs, overtaken
from assistant.turns.batch_matches import Pairs
from assistant.turns.context import Decided, Lacking, Outcome, Safeguarding
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import concerns, confided, feedback, reminders
from assistant.turns.handlers.concerns import Raised
from assistant.turns.matches import kept
from assistant.turns.matches.known import of_pairs
from assistant.turns.open_runs import Open
from assistant.turns.replies import rights
from flows import FLOWS
from flows.engine.standing import Standing
from flows.engine.states import Prompt
from flows.lifecycles.match import MatchState
from storage.mentoring.feedback import Given
from storage.mentoring.matches import NewMatch
from storage.mentoring.meetings import ClosedMeeting
from storage.people.participants import ChangedEnrolment
from storage.records.held import Held
from storage.runs import OpenRun
from storage.safeguarding.concerns import Concern
from storage.safeguarding.lines import Told
from storage.tables import Match, Meeting, table
from tests.one_turn import MATCH, MENTEE, MENTOR, STARTS, ZONE, known, meeting, pair, run, talk
from tests.phones import START
from tests.rows import put, somebody, text

M, T = table(Meeting), table(Match)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RAISED = Raised("hurt", "self", "he hit me")


def quiet(*said: Concern, told: Told | None = None, **how: Any) -> Conversation:
    """Somebody who has said these, where nobody can be reached."""
    kept = {said[-1].id: told} if told else {}
    return talk(safeguarding=Safeguarding(said, {}, kept), **how)


def concern(number: int = 5, **more: Any) -> Concern:
    given: dict[str, Any] = dict.fromkeys(Concern._fields)
    given |= {"id": number, "person_id": MENTEE, "programme_id": 1, "opened_at": START, "pages": 0}
    return Concern(**given | {"kind": "hurt", "about": "self", "words": "x"} | more)


def said(one: Conversation) -> list[str]:
    return [prompt.msgid for prompt in one.outcome.prompts]


def test_a_run_is_read_as_it_was_kept() -> None:
    there = Standing("what", {"goal": 1}, ("question",), 2, {"x": 1})
    flow = FLOWS["ask"]
    there.state = flow.initial
    one = Open(
        *(3, flow, 1, "mentor", 2, there, "key", "before", True, True, START, START, 7),
    )
    row = open_runs.moved(one, 3, known())
    kept = OpenRun(3, 1, 1, "mentor", "ask", row.state, 2, "key", row.data, START, START)
    assert open_runs.read(kept) == one
    assert (row.closed_at, row.nudge_at, row.moved_at) == (None, None, START)
    plain = Open(None, flow, 1, "mentor", 2, Standing(flow.initial), "key")
    added = open_runs.added(plain, known())
    assert added.data == {"answers": {}, "trail": ()}
    assert added.closed_at is None
    kept = kept._replace(id=4, data=added.data, nudge_at=None)
    assert open_runs.read(kept) == replace(plain, id=4, moved_at=START)
    for gone in (kept._replace(flow="gone"), kept._replace(state="gone")):
        assert open_runs.read(gone) is None
    over = open_runs.lost(kept, START + HOUR)
    assert (over.id, over.closed_at, over.data) == (4, START + HOUR, {})
    plain.close()
    closed = open_runs.moved(plain, 4, known())
    assert (closed.data, closed.closed_at, closed.nudge_at) == ({}, START, None)


def test_when_it_is_looked_at_whether_somebody_is_still_there() -> None:
    def nudged(flow: str = "goals", **more: Any) -> Any:
        one = Open(1, FLOWS[flow], 1, "mentee", 0, Standing(""), "key", **more)
        return open_runs._nudge_at(one, known())

    assert nudged() == START + DAY
    assert nudged(nudge_at=START + HOUR) == START + HOUR
    for none in ({"nudged": True}, {"closed": True}):
        assert nudged(**none) is None
    assert {nudged(flow) for flow in open_runs.BEFORE_CONSENT} == {None}


def test_what_a_run_is_about() -> None:
    def about(**answers: Any) -> str:
        return Open(1, FLOWS["goals"], 1, "", 0, Standing("", answers), "").about

    assert [about(match=7, who=8), about(who="8"), about(match=0), about()] == ["7", "8", "", ""]


def test_a_question_about_somebody_who_has_gone_is_over() -> None:
    asked = run("feedback", answers={"match": MATCH})
    stays = talk(runs=[asked], pairs=[pair()])
    assert stays.alone is None
    assert stays.stack.top is not None
    for state in ("left", "closed", "suspended"):
        over = talk(runs=[asked], pairs=[pair(state)])
        assert over.alone is over.stack.runs[0], state
        assert over.stack.top is None


def test_a_concern_where_there_is_no_programme_goes_to_the_list() -> None:
    one = Conversation(replace(known(), programmes={}))
    concerns.open_concern(one, RAISED._replace(match=7))
    (listed,) = one.outcome.handovers
    row = listed.handover
    assert (row.kind, row.text, row.programme_id, row.match_id) == ("worry", "he hit me", 1, 7)
    assert (said(one), one.outcome.concerns, one.outcome.entries) == ([], (), [])


def test_a_concern_is_kept_and_what_is_true_is_said() -> None:
    one = quiet()
    concerns.open_concern(one, RAISED)
    (new,) = one.outcome.concerns
    assert (new.person_id, new.programme_id, new.match_id) == (MENTEE, 1, None)
    assert (new.kind, new.about, new.words) == RAISED[:3]
    assert new.opened_at == new.page_at == START
    assert said(one) == [texts.GLAD, texts.NOBODY, texts.DANGER]
    assert [number for number, _, _ in one.outcome.concern_lines] == [None, None]
    assert one.outcome.urgent
    assert not one.outcome.compliance
    assert one.outcome.person["confided_at"] == START
    stopped = quiet(stopped_at=START)
    concerns.open_concern(stopped, RAISED)
    assert stopped.outcome.compliance


def test_how_thanks_are_said() -> None:
    kinds = {"hurt": texts.GLAD, "unsafe": texts.MATTERS, Kind.WORRY: texts.WORRIED}
    for kind, words in kinds.items():
        assert concerns._thanks(RAISED._replace(kind=kind)) == words


def test_nobody_whom_they_fear_reaches_them_any_more() -> None:
    for kind, match, state in (
        ("hurt", MATCH, "suspended"),
        (Kind.WORRY, MATCH, "active"),
        ("hurt", None, "active"),
    ):
        one = quiet(pairs=[pair()])
        concerns.open_concern(one, RAISED._replace(kind=kind, match=match))
        assert one.pairs[MATCH].state == state, (kind, match)


def test_whose_staff_are_paged() -> None:
    def paged(match: int | None, programmes: tuple[int, ...] = (1, 2), of: int = 2) -> int | None:
        one = talk(pairs=[replace(pair(), programme_id=of)])
        one.known.programmes = dict.fromkeys(programmes)  # type: ignore[arg-type]
        return concerns._programme(one, match)

    assert [paged(MATCH), paged(None), paged(99), paged(MATCH, of=3)] == [2, 1, 1, 1]
    assert paged(None, (4, 5)) == 4
    assert paged(None, ()) is None


def test_more_words_of_today_belong_to_the_newest_concern() -> None:
    for programme in (None, 1):
        for ago, found in ((timedelta(0), True), (DAY - HOUR, True), (DAY, False)):
            one = quiet(concern(4), concern(5, opened_at=START - ago))
            before = confided.before(confided.known(one).concerns, one, programme)
            assert before is not None
            assert before.id == (5 if found else 4)
    assert confided.before([concern(programme_id=2)], talk(), 1) is None
    assert confided.before([], talk()) is None
    with pytest.raises(Lacking, match="concerns"):
        confided.known(talk())


def test_how_often_more_words_are_answered() -> None:
    nobody = [texts.NOBODY, texts.DANGER]
    for told, answer in (
        (None, nobody),
        (Told(0, START), nobody),
        (Told(1, None), nobody),
        (Told(1, START - HOUR), nobody),
        (Told(1, START - HOUR + timedelta(seconds=1)), []),
    ):
        one = quiet(concern(), told=told)
        assert confided.more(one, "and more")
        assert said(one) == answer, told
        assert [(earlier.id, words) for earlier, words in one.outcome.more_words] == [
            (5, "and more")
        ]
        assert one.outcome.person["confided_at"] == START
        assert len(one.outcome.entries) == 1
    taken = quiet(concern(acknowledged_by="Dana"))
    assert confided.more(taken, "and more")
    assert said(taken) == [texts.ADDED, texts.DANGER]
    assert [number for number, _, _ in taken.outcome.concern_lines] == [5, 5]
    none = quiet()
    assert not confided.more(none, "and more")
    assert (none.outcome.entries, none.outcome.more_words) == ([], ())


def test_what_is_said_some_minutes_later() -> None:
    taken, not_yet = ConcernTaken(5, "Dana", "sms"), NobodyYet(5, "Eli")
    for event, one, words in (
        (taken, quiet(concern()), [texts.TAKEN]),
        (taken, quiet(), [texts.TAKEN]),
        (not_yet, quiet(concern()), [texts.NOT_YET]),
        (not_yet, quiet(concern(acknowledged_at=START)), []),
        (not_yet, quiet(concern(6)), []),
        (not_yet, quiet(), []),
    ):
        concerns.follow(one, event)
        assert said(one) == words, event
        assert one.outcome.urgent


def test_which_of_two_meetings_is_the_one_that_was_spoken_of() -> None:
    proposed, booked = pair(spoken=meeting("proposed")), pair(spoken=meeting())
    other = pair(spoken=meeting(starts=STARTS + HOUR))
    none = replace(pair(), meeting_id=3)
    for before, after, same in (
        (proposed, booked, True),
        (proposed, proposed, True),
        (booked, proposed, False),  # they speak of it anew
        (proposed, other, False),
        (proposed, none, False),
        (none, none, False),
        (replace(proposed, meeting_id=None), booked, False),
    ):
        assert kept._same(before, after) is same
        ended = kept._ended(before, replace(after, ended="moved"), START)
        assert (ended is None) is (same or before.meeting_id is None)
    countered = kept._ended(proposed, other, START)
    assert countered == ClosedMeeting(3, "countered", START)
    assert kept._ended(proposed, replace(other, ended="moved"), START) == ClosedMeeting(
        *(3, "moved", START)
    )
    row = kept._proposed(booked, booked, START)
    assert (row.match_id, row.state, row.booked_at, row.starts_at) == (
        *(MATCH, "booked", START, STARTS),
    )
    assert kept._proposed(proposed, proposed, START).booked_at is None


def test_which_days_have_just_been_refused() -> None:
    day, slot = "2026-03-05T00:00+00:00/day", "2026-03-06T21:00+00:00"
    before = replace(pair(), refused=frozenset({"2026-03-04T00:00+00:00/day"}))
    after = replace(pair(spoken=meeting(by="mentor")), refused=before.refused | {day, slot})
    (row,) = kept._refused(before, after, START)
    assert (row.state, row.by, row.starts, row.zone) == (
        *("refused day", "mentor", "2026-03-05T00:00", "UTC"),
    )
    assert (row.booked_at, row.closed_at, row.created_at) == (None, START, START)


def test_what_a_batch_changes_of_its_matches(connection: Connection) -> None:
    mentor, mentee = somebody(connection), somebody(connection)
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    number = put(connection, Match, **sides, state="active")
    spoken = put(connection, Meeting, match_id=number, state="proposed")
    before = replace(pair(spoken=meeting("proposed")), id=number, meeting_id=spoken)
    later = START + HOUR

    def keeps(**changed: Any) -> tuple[Any, ...]:
        now = {number: replace(before, **changed)}
        kept.keep(connection, Pairs({number: before}, now), later)
        rows = connection.execute(select(M).where(M.c.match_id == number).order_by(M.c.id))
        found = [(row.state, row.booked_at, row.closed_at) for row in rows]
        state = connection.execute(select(T.c.state, T.c.closed_at).where(T.c.id == number)).one()
        return (*found, tuple(state))

    standing = ("active", None)
    assert keeps() == (("proposed", None, None), standing)
    assert keeps(wants={"x": 1}) == (("proposed", None, None), standing)
    assert keeps(meeting=meeting()) == (("booked", later, None), standing)
    assert keeps(state=MatchState.LEFT) == (("booked", later, None), ("left", later))
    assert keeps(state=MatchState.SUSPENDED) == (("booked", later, None), ("suspended", None))
    moved = keeps(meeting=meeting("proposed", starts=STARTS + HOUR), ended="moved")
    assert moved[:2] == (("moved", later, later), ("proposed", None, None))


def test_a_match_to_which_the_mentor_agrees_begins_then(connection: Connection) -> None:
    mentor, mentee = somebody(connection), somebody(connection)
    sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
    asked, later = put(connection, Match, **sides, state="offered"), START + HOUR
    offered = replace(pair("offered"), id=asked)
    agreed = {asked: offered.after("accept")}
    kept.keep(connection, Pairs({asked: offered}, agreed), later)
    row = connection.execute(select(T).where(T.c.id == asked)).one()
    assert (row.state, row.opened_at, row.closed_at) == ("active", later, None)


def test_what_is_known_of_whom_somebody_meets() -> None:
    free = replace(
        pair(spoken=meeting(by="mentor")),
        free=("monday 9am-11am", "tue after 4"),
        last_place="Park",
        over=frozenset({"2026-03-01T21:00+00:00", "2026-02-01T21:00+00:00"}),
    )
    (theirs,) = of_pairs(known(), [free, pair("left")], "en", ["slots"])
    assert (theirs["id"], theirs["other"], theirs["meeting"], theirs["mine"]) == (
        *(MATCH, "Rosa", "booked", False),
    )
    assert (theirs["here"], theirs["last"], theirs["last_place"]) == (
        *("2026-03-05T16:00", "2026-03-01T16:00", "Park"),
    )
    assert theirs["free"] == [[1, "16:00", "20:00"]]
    assert theirs["other_free"] == [[0, "09:00", "11:00"]]
    (mentors,) = of_pairs(known(who=MENTOR), [free], "en", ["slots"])
    assert (mentors["free"], mentors["mine"]) == ([[0, "09:00", "11:00"]], True)
    (none,) = of_pairs(known(), [free], "en", [])
    assert none["free"] == none["other_free"] == none["slots"] == []
    nameless = replace(free, mentor=free.mentor._replace(name=None))
    assert of_pairs(known(), [nameless], "en", [])[0]["other"] == "?"
    both = replace(pair(), free=("mon 9am-11am", "mon 10am-12am"))
    assert of_pairs(known(), [both], "en", ["slots"])[0]["slots"] != []
    often = replace(pair(), free=("every day 9am-11am", "every day 9am-11am"))
    assert len(of_pairs(known(), [often], "en", ["slots"])[0]["slots"]) == 6
    unread = replace(pair(), free=("", "x"))
    assert of_pairs(known(), [unread], "en", ["slots"])[0]["slots"] == []


def given(
    person: int = MENTEE, about: str = "meeting:1", rating: int | None = None, **said: Any
) -> Given:
    return Given(MATCH, person, about, rating, said)


def test_when_two_answers_are_worth_a_look() -> None:
    for one, other, differs in (
        (given(rating=2), given(MENTOR, rating=4), True),
        (given(rating=4), given(MENTOR, rating=2), True),
        (given(rating=3), given(MENTOR, rating=4), False),
        (given(rating=2), given(MENTOR, "meeting:2", rating=5), False),
        (given(rating=5), given(MENTOR), False),
        (given(), given(MENTOR, rating=5), False),
        (given(met="no"), given(MENTOR, met="yes"), True),
        (given(met="no"), given(MENTOR, met="no"), False),
        (given(met="no"), given(MENTOR), False),
        (given(rating=2), given(about="meeting:0", rating=4), True),
        (given(rating=3), given(about="meeting:0", rating=4), False),
        (given(rating=4), given(about="meeting:0", rating=2), False),
        (given(rating=2), given(about="check_in:1", rating=5), False),
        (given(), given(about="meeting:0", rating=5), False),
    ):
        assert feedback.differ(one, other) is differs, (one, other)
    assert feedback._both(given(rating=2), given(met="no")) == '{"first": "2", "second": "no"}'
    assert feedback._both(given(), given()) == '{"first": "?", "second": "?"}'


def test_what_of_feedback_the_coordinator_hears() -> None:
    def hears(rating: int | None = None, *others: Given, **said: Any) -> list[tuple[str, str]]:
        one = quiet(pairs=[pair()])
        feedback._look(one, pair(), given(rating=rating, **said), list(others))
        return [(row.handover.kind, row.handover.text) for row in one.outcome.handovers]

    assert hears(3) == hears(safe="yes") == []
    assert hears(2, reason="late", word="sad") == [("low", "late. sad")]
    assert hears(2, safe="yes") == []
    assert hears(need="a book") == [("need", "a book")]
    assert hears(call="yes", call_note="at 5", reason="x") == [("call", "at 5")]
    assert hears(call="yes", reason="x") == [("call", "x")]
    assert hears(call="no") == []
    assert hears(1, call="yes") == [("call", "")]
    before = given(about="meeting:0", came="other")
    assert hears(None, before, came="me", reason="ill") == [("no_show", "ill")]
    assert hears(None, before, came="both") == []
    assert hears(None, given(came="other"), came="me") == []
    assert [kind for kind, _ in hears(2, given(about="meeting:0", rating=4))] == ["low", "fall"]
    assert [kind for kind, _ in hears(3, given(MENTOR, rating=5))] == ["difference"]
    twice = (given(MENTOR, rating=5), given(about="meeting:0", rating=5))
    assert len(hears(3, *twice)) == 1


def test_an_answer_that_tells_of_danger_is_a_concern() -> None:
    for safe, opened in (("no", 1), ("tell", 1), ("yes", 0)):
        one = quiet(pairs=[pair()], text="he shouts")
        feedback._look(one, pair(), given(safe=safe), [])
        assert len(one.outcome.concerns) == opened
        if opened:
            assert one.outcome.concerns[0].words == "he shouts"
    picked = quiet(pairs=[pair()], text="2")
    feedback._look(picked, pair(), given(safe="no"), [])
    words = picked.outcome.concerns[0].words
    assert "Rosa" in words
    assert "{" not in words


def test_when_a_meeting_is_reminded_of() -> None:
    def at(starts: str, now: str) -> str:
        """Both in New York, five hours behind."""
        found = reminders.remind_at(moment(starts), ZONE, moment(now))
        there = (at.astimezone(ZoneInfo(ZONE)) if at else None for at in found)
        return ", ".join(at.strftime("%d %H:%M") if at else "-" for at in there)

    def moment(text: str) -> datetime:
        return datetime.fromisoformat(f"2026-03-{text}-05:00").astimezone(UTC)

    for starts, now, told in (
        ("05T16:00", "04T08:59", "04 09:00, 05 14:00"),
        ("05T16:00", "04T09:00", "-, 05 14:00"),
        ("05T16:00", "05T12:59", "-, 05 14:00"),
        ("05T16:00", "05T13:00", "-, -"),
        ("05T11:00", "04T12:00", "-, 05 09:00"),
        ("05T10:59", "04T12:00", "-, 04 18:00"),
        ("05T09:30", "04T17:00", "-, -"),
        ("05T22:00", "04T12:00", "-, 05 19:00"),
    ):
        assert at(starts, now) == told, (starts, now)


def test_when_a_check_in_comes() -> None:
    def days(number: int, last: str = "") -> str:
        one = talk()
        reminders.check_in(one, MATCH, MENTEE, number, last)
        (timer,) = one.outcome.timers
        assert timer.cause == f"check_in:7:{number}:2"
        assert timer.at.hour in (14, 15)
        return timer.at.date().isoformat()[5:]

    assert [days(number) for number in (1, 2, 3, 4)] == ["03-10", "03-17", "04-02", "04-02"]
    assert days(3, "2026-02-24") == "03-26"  # it comes late by a week
    assert days(3, "2026-02-23") == "04-02"


def test_what_somebody_is_shown_of_what_is_kept() -> None:
    held = Held("+12125550143", START, 5, 2, ["read"], START, "v1 en")

    def shown(one: Any, **more: Any) -> dict[str, Any]:
        return dict(rights._facts(Conversation(one), held._replace(**more), True))

    found = shown(known(pairs=[pair()]))
    assert (found["number"], found["chat"], found["met"]) == ("+12125550143", False, ["Rosa"])
    assert (found["texts"], found["meetings"], found["aims"]) == (5, 2, ["read"])
    assert (found["since"], found["agreed"], found["wording"]) == (
        *(START.isoformat(), START.isoformat(), "v1"),
    )
    none = shown(known(), since=None, agreed_at=None)
    assert (none["since"], none["agreed"]) == ("", "")
    assert shown(known(enrolments=()))["agreed"] == ""
    telegram = known()
    assert telegram.address is not None
    telegram.address = telegram.address._replace(channel="telegram")
    assert (shown(telegram)["number"], shown(telegram)["chat"]) == ("", True)


def test_on_whose_standing_a_turn_relies() -> None:
    def touched(**outcome: Any) -> list[int]:
        return [*overtaken._touched(Decided(known(), Outcome(**outcome)))]

    words = [Prompt("x", {})]
    left = [ChangedEnrolment(MENTEE, 1, "mentee", "left", {})]
    assert touched(paired=[NewMatch(1, 8, 9, "", MENTEE, START)]) == [8, 9]
    assert touched(stop=True) == touched(enrolments=left) == [MENTEE]
    assert touched(reminder=True, prompts=words) == [MENTEE]
    for nothing in (
        {"reminder": True},
        {"prompts": words},
        {"reminder": True, "booked": True, "prompts": words},
        {"enrolments": [left[0]._replace(state="ready")]},
    ):
        assert touched(**nothing) == [], nothing
    assert overtaken._may_go(Outcome(person={"paused_until": START}))
    assert not overtaken._may_go(Outcome(person={"paused_until": None}))


def test_a_turn_that_others_have_overtaken_is_taken_anew(connection: Connection) -> None:
    roles = ("mentor", "mentee", "mentee")
    mentor, mentee, other = (somebody(connection, (role, "ready")) for role in roles)
    real = replace(known(), address=None)

    def decided(number: int, whose: int, **outcome: Any) -> Decided:
        who = real.person._replace(id=whose)
        message = real.message._replace(id=number)
        return Decided(replace(real, person=who, message=message), Outcome(**outcome))

    def left(*some: Decided) -> list[int]:
        kept_ = overtaken.leave_out(connection, some, START)
        return [one.known.message.id for one in kept_]

    pairing = {"paired": [NewMatch(1, mentor, mentee, "", 99, START)]}
    assert left(decided(1, 99, **pairing)) == [1]
    assert left(decided(1, 99, **pairing), decided(2, 98, **pairing)) == [1]
    assert left(decided(1, 99, **pairing), decided(2, mentor, stop=True)) == [2]
    rests = {"person": {"paused_until": START + HOUR}}
    assert left(decided(1, 99, **pairing), decided(2, other, **rests)) == [1, 2]
    assert left(decided(1, 99, **pairing), decided(2, mentee, **rests)) == [2]
    speaks = {"reminder": True, "prompts": [Prompt("x", {})]}
    assert left(decided(3, other, **speaks)) == [3]
    text(connection, other, priority=2, sent_at=START)
    assert left(decided(3, other, **speaks)) == []
    sides = {"mentor_id": mentor, "mentee_id": other, "paired_by": mentor}
    put(connection, Match, **sides)
    with pytest.raises(overtaken.Overtaken):
        left(decided(4, other, stop=True))
    assert left(decided(5, mentee, stop=True)) == [5]
