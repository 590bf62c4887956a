"""Parts of a turn about people: offers to mentors, who joins and comes back, what a coordinator
does, and who waits for a person."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from assistant.channels import Kind
from assistant.internal_events.kinds import Matched, StatusDue
from assistant.internal_events.of_match import Acted, OfferOverdue, OfferWithdrawn
from assistant.safeguarding import texts
from assistant.turns import decide
from assistant.turns import system_messages as words
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import coordinators, offers, profiles, silence, staff
from assistant.turns.handlers.leaving import returns, undo
from assistant.turns.lookups import Late
from assistant.turns.offering import asking
from assistant.turns.replies import joining, late, outside, repeats
from assistant.understanding.keywords import Heard, Keyword
from flows.events import BroadcastApproved, HelpAsked, MatchActed, Paired
from storage.people.invitations import Invited
from storage.people.participants import Enrolment
from tests.one_turn import BRIDGE, MATCH, MENTEE, MENTOR, known, meeting, pair, run, talk
from tests.phones import START

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def said(one: Conversation) -> list[str]:
    return [prompt.msgid for prompt in one.outcome.prompts]


def listed(one: Conversation) -> list[tuple[str, str]]:
    return [(row.handover.kind, row.handover.text) for row in one.outcome.handovers]


def offered(**more: Any) -> Pair:
    return replace(pair("offered"), **more)


def mentor(one: Pair | None = None, text: str = "", **how: Any) -> Conversation:
    return talk(who=MENTOR, pairs=[one or offered()], text=text, **how)


def jay(**more: Any) -> Pair:
    one = offered()
    return replace(one, mentee=one.mentee._replace(**more))


def test_a_mentor_is_asked_and_silence_is_looked_at_again() -> None:
    one = mentor()
    offers.ask(one, offered(), 2)
    assert one.stack.top is not None
    assert (one.stack.top.flow.name, one.stack.top.nudged) == ("offer", True)
    (timer,) = one.outcome.timers
    assert (timer.at, timer.event) == (START + 2 * DAY, OfferOverdue(MATCH, 2))
    assert timer.cause.startswith("offer:7:2")


def test_what_a_mentor_hears_of_whom_they_are_asked_about() -> None:
    def heard(**wants: Any) -> Any:
        settings = {**BRIDGE.settings, "topics": [{"token": "school", "labels": {"en": "school"}}]}
        one = mentor()
        one.known.programmes = {1: BRIDGE._replace(settings=settings)}
        return offers._known(one, offered(wants=wants))

    found = heard(topics=["school", "gone"], topics_note="chess")
    assert (found["match"], found["other"], found["looks"]) == (MATCH, "Jay", ["school"])
    assert heard(topics_note="chess")["looks"] == ["chess"]
    assert heard()["looks"] == []
    assert offers._name(jay(name="Jay R")) == "Jay"
    assert offers._name(jay(name=None)) == "?"


def test_when_the_other_can_meet_is_said_with_their_place_where_it_is_another() -> None:
    one = mentor()
    assert asking._times(one, offered()) == ""
    here = asking._times(one, offered(free=("", "monday after 4pm")))
    assert here != ""
    assert "(" not in here
    there = replace(jay(zone="America/Los_Angeles"), free=("x", "monday after 4pm"))
    assert asking._times(one, there).endswith(" (Los Angeles)")


def test_whether_a_mentee_is_still_free() -> None:
    one = mentor()
    for theirs, free in (
        (offered(), True),
        (jay(paused_until=START), True),
        (jay(paused_until=START + MINUTE), False),
        (jay(stopped_at=START), False),
        (offered(elsewhere=True), False),
    ):
        assert offers._free(one, theirs) is free


def test_what_follows_where_a_mentor_agrees() -> None:
    one = mentor()
    offers._accept(one, offered())
    assert one.pairs[MATCH].state == "active"
    assert [(told.person, told.event, told.cause) for told in one.outcome.told] == [
        (MENTOR, Matched(MATCH), "mentor_id:7"),
        (MENTEE, Matched(MATCH), "mentee_id:7"),
    ]
    assert said(one) == [words.GLADLY]
    taken = mentor()
    offers._accept(taken, offered(elsewhere=True))
    assert (said(taken), taken.outcome.told) == ([words.SETTLED], ())
    assert taken.pairs[MATCH].closed
    none = mentor()
    offers._accept(none, None)
    assert (said(none), none.pairs) == ([words.SETTLED], {})


def test_what_follows_where_a_mentor_declines() -> None:
    one = mentor()
    offers._decline(one, offered(), "too far")
    assert (said(one), listed(one)) == ([words.NOT_NOW_SINCE], [("declined", "too far")])
    assert "echo" not in one.outcome.person
    bare = mentor()
    offers._decline(bare, offered(), "")
    assert (said(bare), listed(bare)) == ([words.NOT_NOW], [("declined", "")])
    assert bare.outcome.person["echo"] == {"heard_from": START.isoformat()}
    taken = mentor()
    offers._decline(taken, offered(elsewhere=True), "")
    assert listed(taken) == []
    none = mentor()
    offers._decline(none, None, "")
    assert (said(none), listed(none)) == ([words.SETTLED], [])


def test_why_a_mentor_declines() -> None:
    def why(text: str, kind: Kind = Kind.TEXT) -> str:
        one = mentor(text=text, kind=kind)
        offers.ask(one, offered(), 1)
        assert one.stack.top is not None
        return offers._reason(one, one.stack.top, offers.FLOW)

    assert why("no, i have no time in march") == "no, i have no time in march"
    assert why("no") == why("2") == why("key:no", Kind.BUTTON) == ""


def test_whoever_goes_is_offered_to_nobody() -> None:
    for programme, gone in ((None, True), (1, True), (2, False)):
        one = mentor()
        offers.withdraw(one, programme)
        assert (one.offered == {}) is gone
        assert [told.event for told in one.outcome.told] == [OfferWithdrawn(MATCH, "Jay")] * gone
        assert listed(one) == [("offer_off", "")] * gone


def test_whoever_completes_their_profile_is_promised_a_word() -> None:
    one = talk()
    profiles.promise(one, 1, "mentee")
    (timer,) = one.outcome.timers
    assert (timer.event, timer.cause) == (
        StatusDue(1, "mentee", "2026-03-03"),
        "status:2:1:2026-03-06",
    )
    assert timer.at.isoformat() == "2026-03-06T15:00:00+00:00"


def test_who_comes_back_hears_whether_they_meet_somebody() -> None:
    for pairs, heard in (([pair()], words.ALREADY_IN), ([pair("closed")], words.IN_AGAIN)):
        one = talk(pairs=pairs, runs=[run("menu")])
        profiles.ready_again(one, one.stack.runs[0])
        assert said(one) == [heard]
    told = talk(pairs=[pair()], runs=[run("menu")])
    told.say(next(iter(words.BACK_TOGETHER)))
    profiles.ready_again(told, told.stack.runs[0])
    assert len(said(told)) == 1


def test_an_answer_that_is_taken_away_is_kept_no_more() -> None:
    one = talk(enrolments=(Enrolment(MENTEE, 1, "mentee", "ready", {"hopes": "x", "age": 20}),))
    profiles.change_enrolment(one, 1, "mentee", "", {"hopes": "", "free": "mon"})
    profiles.change_enrolment(one, 2, "mentor", "")
    profiles.change_enrolment(one, 1, "mentee", "left")
    rows = [(row.state, row.profile) for row in one.outcome.enrolments]
    assert rows == [
        ("ready", {"age": 20, "free": "mon"}),
        ("consented", {}),
        ("left", {"hopes": "x", "age": 20}),
    ]


def test_whose_match_stands_again_after_they_had_stopped() -> None:
    def restored(until: Any = START + MINUTE, programme: int = 1, **how: Any) -> tuple[Any, ...]:
        kept = how.pop("kept", {"7": ["none", "", "", "", ""]})
        undone = {"until": until.isoformat(), "stopped": kept}
        one = talk(pairs=[how.pop("theirs", pair("stopped"))], undo=undone, **how)
        returns.restore(one, programme)
        return one.pairs[MATCH].state, said(one), [kind for kind, _ in listed(one)]

    again = ("active", [words.TOGETHER_AGAIN], ["returned"])
    assert restored() == again
    spoken = meeting()
    kept = [spoken.state, spoken.by, spoken.starts, spoken.zone, spoken.place]
    assert restored(kept={"7": kept}) == ("active", [words.BOOKED], ["returned"])
    past = meeting(starts=START)
    gone = [past.state, past.by, past.starts, past.zone, past.place]
    assert restored(kept={"7": gone}) == again
    nothing = ("stopped", [], [])
    assert restored(START) == restored(programme=2) == restored(kept={}) == nothing
    other = pair("stopped")
    stopped = replace(other, mentor=other.mentor._replace(stopped_at=START))
    assert restored(theirs=stopped) == restored(theirs=replace(other, elsewhere=True)) == nothing


def test_what_a_coordinator_does_reaches_whom_it_is_for() -> None:
    dana = talk(runs=[run("desk")])
    asked = dana.stack.runs[0]
    staff.act(dana, MatchActed(MATCH, "end", (1, 2), reason="unsafe", safety=True))
    assert [(told.person, told.event) for told in dana.outcome.told] == [
        (1, Acted(MATCH, "end", True)),
        (2, Acted(MATCH, "end", True)),
    ]
    (parted,) = dana.outcome.parted
    assert (parted.match_id, parted.parted_by, parted.safety, parted.reason) == (
        *(MATCH, MENTEE, True, "unsafe"),
    )
    frozen = talk()
    staff.act(frozen, MatchActed(MATCH, "freeze", (1,)))
    assert frozen.outcome.parted == ()
    coordinators.pair(dana, asked, Paired(mentor=1, mentee=2, reason="maths"))
    (new,) = dana.outcome.paired
    assert tuple(new)[:5] == (1, 1, 2, "maths", MENTEE)
    coordinators.send(dana, asked, BroadcastApproved("mentees", "hi"))
    assert [tuple(one) for one in dana.outcome.broadcasts] == [(1, MENTEE, "mentees", "hi")]
    assert staff.name_of(dana, asked) == "Jay"
    dana.known.person = dana.person._replace(name=None)
    assert staff.name_of(dana, asked) == "Dana"


def test_who_waits_for_a_person_and_how_long() -> None:
    for unclear, kind, silent in ((True, "unclear", True), (False, "ask", False)):
        one = talk()
        silence.ask_a_person(one, HelpAsked("help me", unclear=unclear))
        assert listed(one) == [(kind, "help me")]
        assert silence.begun(one.outcome) is silent
    one = talk(text="what")
    silence.hand_over(one)
    until = (START + DAY).isoformat()
    assert (listed(one), said(one)) == ([("unclear", "what")], [words.HANDED_OVER])
    assert one.outcome.person["echo"] == {"silent_until": until}
    for echo, holds in ((until, True), (START.isoformat(), False), (None, False)):
        waits = talk(echo={"silent_until": echo} if echo else {})
        assert silence.holds(waits) is holds
    for echo, told in (({}, 1), ({"told": True}, 0), (None, 1)):
        once = talk(echo=echo)
        silence.say_once(once)
        assert len(said(once)) == told
        assert ("echo" in once.outcome.person) is bool(told)


def test_when_a_silence_is_over() -> None:
    for echo, ended in (({"words": "x"}, True), ({"outside": "left"}, False), (None, False)):
        one = talk(echo=echo)
        silence.end(one)
        assert ("echo" in one.outcome.person) is ended
    below = talk(runs=[run("menu")]).stack.runs[0]
    begins = talk(echo={"words": "x"})
    silence.begin(begins)
    silence.end(begins)
    assert silence.begun(begins.outcome)
    assert silence.leaves_unasked(begins.outcome, below)
    assert not silence.leaves_unasked(talk().outcome, below)
    for confided, changed in ((START, True), (None, False)):
        one = talk(confided_at=confided)
        silence.asked(one)
        assert ("confided_at" in one.outcome.person) is changed
    fresh = talk()
    fresh.outcome.person["confided_at"] = START
    assert silence.leaves_unasked(fresh.outcome, below)
    silence.asked(fresh)
    assert fresh.outcome.person["confided_at"] is None


def test_how_often_the_same_words_are_answered() -> None:
    def counted(ago: timedelta, count: int, word: str = "hello") -> tuple[int, Any]:
        since = (START - ago).isoformat()
        one = talk(echo={"words": word, "count": count, "since": since})
        one.say(words.IDLE)
        repeats.count(one, "HELLO")
        return len(said(one)), one.outcome.person["echo"]

    soon = timedelta(minutes=5) - timedelta(seconds=1)
    since = (START - soon).isoformat()
    assert counted(soon, 2) == (1, {"words": "hello", "count": 3, "since": since})
    assert counted(soon, 3) == (0, {"words": "hello", "count": 4, "since": since})
    anew = (1, {"words": "hello", "count": 1, "since": START.isoformat()})
    assert counted(timedelta(minutes=5), 3) == counted(soon, 3, "other") == anew
    long = talk()
    repeats.count(long, "x" * 99)
    assert long.outcome.person["echo"]["words"] == "x" * 80  # type: ignore[index, typeddict-item]
    waits = talk()
    silence.begin(waits)
    repeats.count(waits, "hello")
    assert silence.begun(waits.outcome)


def test_what_came_late_is_asked_about_once() -> None:
    for how, asks in (
        ({}, 1),
        ({"stopped_at": START}, 0),
        ({"echo": {"silent_until": (START + DAY).isoformat()}}, 0),
        ({"echo": {"words": late.CAME_LATE, "count": 1, "since": START.isoformat()}}, 0),
        ({"echo": {"words": late.CAME_LATE, "count": 1, "since": (START - DAY).isoformat()}}, 1),
        ({"echo": {"words": "x", "count": 1, "since": START.isoformat()}}, 1),
    ):
        one = talk(**how)
        late.ask(one)
        assert len(said(one)) == asks, how
        assert [entry.kind for entry in one.outcome.entries] == ["came late"]


def test_whether_newer_words_have_decided_already() -> None:
    def over(word: Any, asked: bool = True, *said_after: str, **how: Any) -> bool:
        heard = Heard(word, sure=how.pop("sure", True)) if word else None
        return late.overtaken(talk(**how), Late(asked, said_after), heard)

    assert over(Keyword.STOP, True, "hi", "START")
    assert not over(Keyword.STOP, True, "yes")
    assert not over(Keyword.STOP)
    assert over(Keyword.START, False, stopped_at=START + MINUTE)
    assert not over(Keyword.START, True, stopped_at=START)
    assert not over(Keyword.START)
    for word in (None, Keyword.BACK, Keyword.WHY, Keyword.MENU):
        assert [over(word), over(word, False)] == [True, False]
    assert not over(Keyword.HELP)
    assert over(Keyword.HELP, sure=False)


def test_by_which_word_somebody_joins() -> None:
    two = replace(
        known(),
        programmes={1: BRIDGE, 2: BRIDGE._replace(id=2, keyword="river", mentor_keyword="oar")},
    )
    for text, joined in (
        ("Bridge!", (1, "mentee")),
        ("guide", (1, "mentor")),
        ('"RIVER"', (2, "mentee")),
        ("oar", (2, "mentor")),
        ("the bridge", None),
        ("hello", None),
    ):
        found = joining.find(two, text)
        assert (found and (found.programme, found.role)) == joined, text
    assert joining.code_in("/start abc") == "abc"
    assert joining.code_in("start abc") == ""
    assert joining.code_in(f"/start {'x' * 99}") == "x" * 64


def test_what_an_invitation_leads_to() -> None:
    def started(role: str, code: str = "abc", **how: Any) -> Conversation:
        one = known(**how)
        facts = {"name": "Ana", joining.codes.PLACE: 3, "age": 20}
        one = replace(one, invitation=Invited(4, b"", 1, role, facts))
        begun = Conversation(one)
        joining.start(begun, code)
        return begun

    new = started("mentor", enrolments=(), name=None)
    assert [(used.invitation, used.at) for used in new.outcome.invitations] == [(4, START)]
    assert [entry.kind for entry in new.outcome.entries] == ["invitation used"]
    assert new.outcome.person["name"] == "Ana"
    assert new.stack.top is not None
    assert new.stack.top.flow.name == "consent"
    there = started("mentee")
    assert said(there) == [words.ALREADY_IN]
    assert len(there.outcome.invitations) == 1
    on_call = started(joining.ON_CALL, name=None)
    assert [tuple(one) for one in on_call.outcome.on_call] == [(1, MENTEE, "Ana")]
    assert on_call.outcome.person["name"] == "Ana"
    assert "name" not in started(joining.ON_CALL).outcome.person
    assert started("mentee", "").outcome.invitations == ()
    asked = started("mentor", "", runs=[run("goals")])
    assert said(asked) != [words.ALREADY_IN]
    assert said(started("mentor", "")) == [words.ALREADY_IN]


def test_who_is_in_no_programme_hears_once_how_things_stand() -> None:
    def heard(state: str, text: str = "hi", echo: Any = None, **profile: Any) -> Conversation:
        theirs = (Enrolment(MENTEE, 1, "mentee", state, profile),)
        one = talk(enrolments=theirs, echo=echo, name="Jay")
        outside.hear(one, text)
        return one

    for state, stands in outside.STANDS.items():
        one = heard(state)
        assert said(one) == [stands]
        assert one.outcome.person["echo"] == {"outside": state}
        assert said(heard(state, echo={"outside": state})) == []
        assert said(heard(state, echo={"outside": "other"})) == [stands]
    older = heard("under_age", "im 18")
    assert (listed(older), [row.state for row in older.outcome.enrolments]) == (
        *([("age", "")], ["consented"]),
    )
    assert said(heard("under_age", "im 17")) == [outside.STANDS["under_age"]]
    assert listed(heard("awaiting", "im 19", age=16)) == [
        ("second_age", '{"first": "16", "second": "19"}')
    ]
    for same in (heard("awaiting", "im 16", age=16), heard("awaiting", "im 19")):
        assert listed(same) == []
    invited = talk(enrolments=(Enrolment(MENTEE, 1, "mentee", "declined", {"invited": True}),))
    invited.known.person = invited.person._replace(name=None)
    outside.hear(invited, "hi")
    assert said(invited) == []


def test_what_back_may_take_back() -> None:
    soon = (START + MINUTE).isoformat()
    assert undo.open_to(talk(undo={"until": soon, "goal": 1}))
    assert not undo.open_to(talk(undo={"until": START.isoformat(), "goal": 1}))
    assert not undo.open_to(talk(undo={"until": soon, "stopped": {}}))
    assert not undo.open_to(talk())
    one = talk(undo={"until": soon, "goal": 3})
    undo.take_back(one, {"until": soon, "goal": 3})
    assert [(row.id, row.state) for row in one.outcome.closed_goals] == [(3, "active")]
    assert (said(one), one.outcome.person["undo"]) == ([words.TAKEN_BACK], None)


def test_the_button_of_a_page_answers_nothing_else() -> None:
    for data, heard in (("page5:1", [texts.CLOSED]), ("page5:2", [words.OLD_BUTTON])):
        one = talk(text=data, kind=Kind.BUTTON, runs=[run("goals")])
        decide._button(one, data)
        assert said(one) == heard
