"""What follows from what somebody writes or presses, decided without a database."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from assistant.channels import Kind
from assistant.turns.context import Outcome
from assistant.turns.decide import decide
from assistant.turns.lookups import Rarities
from assistant.turns.lookups.earlier import Late
from storage.broadcasts.progress import Writer
from storage.people.participants import Enrolment
from storage.safeguarding.on_call import OnCall
from storage.safeguarding.pages import Call
from tests.one_turn import (
    MATCH,
    MENTEE,
    MENTOR,
    STARTS,
    after,
    follows,
    known,
    meeting,
    names,
    pair,
    run,
    said,
)
from tests.phones import START

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BOOKED, MINE, THEIRS = meeting(), meeting("proposed"), meeting("proposed", "mentor")
LATER = (START + DAY).isoformat()


def enrolled(state: str, **profile: Any) -> dict[str, Any]:
    return {"enrolments": (Enrolment(MENTEE, 1, "mentee", state, profile),)}


def pressed(data: str, **how: Any) -> Outcome:
    return said(data, kind=Kind.BUTTON, **how)


def sent(kind: Kind, text: str = "", **how: Any) -> Outcome:
    return said(text, kind=kind, **how)


def test_who_is_in_no_programme_hears_once_how_things_stand() -> None:
    assert "opens consent" in follows(said("hello", enrolments=()))
    for state, text in (("declined", "SAID_NO"), ("left", "HAS_LEFT"), ("under_age", "TOO_YOUNG")):
        once = said("hello", **enrolled(state))
        assert names(once) == [text]
        assert once.person["echo"] == {"outside": state}
        assert names(said("hello", echo={"outside": state}, **enrolled(state))) == []
        assert names(said("hello", echo={"outside": "?"}, **enrolled(state))) == [text]
    wrong = said("hello", name=None, **enrolled("declined", invited=True))
    assert names(wrong) == []
    assert names(said("hello", **enrolled("declined", invited=True))) == ["SAID_NO"]


def test_who_was_too_young_and_is_not_goes_on_where_they_ended() -> None:
    older = said("18", **enrolled("under_age"))
    assert follows(older) == {"lists age", "opens intake"}
    assert older.person["echo"] is None
    assert [one.state for one in older.enrolments] == ["consented"]
    assert names(said("17", **enrolled("under_age"))) == ["TOO_YOUNG"]
    assert names(said("18", **enrolled("left"))) == ["HAS_LEFT"]


STOPPED = {"stopped_at": START - DAY}


def test_who_has_stopped_hears_nothing_but_what_they_ask_for() -> None:
    for text in ("hello", "menu", "1"):
        assert not said(text, **STOPPED).prompts
    help_ = said("HELP", **STOPPED)
    assert (names(help_), help_.compliance, help_.helped) == (["HELP"], True, True)
    start = said("START", **STOPPED)
    assert "opens consent" in follows(start)
    assert start.person["stopped_at"] is None
    assert [one.state for one in start.enrolments] == ["invited"]
    asked = said("START", runs=[run("menu")], **STOPPED)  # a carrier stopped them
    assert follows(asked) == {"opens consent", "closes 1"}
    erased = said("START", undo={"until": LATER, "erased": True}, **STOPPED)
    assert (names(erased), erased.compliance) == (["STILL_ERASING"], True)
    for text in ("can I come back?", "BACK"):
        back = said(text, **STOPPED)
        assert (names(back), back.compliance) == (["COME_BACK"], True)
        assert names(said(text, echo={"outside": "stopped"}, **STOPPED)) == []


def test_words_out_of_nothing() -> None:
    assert names(said("thank you so much")) == ["WELCOME"]
    assert names(said("zxcv")) == ["IDLE"]
    assert follows(said("can I bring my dog?")) == {"opens stuck"}
    assert names(said("BACK")) == ["NOTHING_BACK"]
    written = said("see you", echo={"heard_from": (START - HOUR).isoformat()})
    assert (names(written), follows(written)) == (["PASSED_ON"], {"lists reply"})
    many = Rarities(broadcast_by={MENTEE: Writer(3, 1)})
    to_writer = said("see you", rare=many)
    assert (names(to_writer), to_writer.handovers[0].to) == (["PASSED_ON"], 3)
    assert names(said("thanks", rare=many)) == ["WELCOME"]


def test_back_takes_back_what_was_done_just_now() -> None:
    goal = {"until": LATER, "goal": 4}
    taken = said("BACK", undo=goal)
    assert names(taken) == ["TAKEN_BACK"]
    assert taken.person["undo"] is None
    assert [(one.id, one.state, one.closed_at) for one in taken.closed_goals] == [
        (4, "active", None)
    ]
    answering = said("BACK", undo=goal, runs=[run("menu", trail=["what"])])
    assert names(answering) == []
    left = {"until": LATER, "left": 1, "role": "mentee", "matches": [MATCH]}
    out = enrolled("left")
    back = said("BACK", undo=left, pairs=[pair("left")], **out)
    assert names(back) == ["TAKEN_BACK"]
    assert back.untimed == (f"gone:{MENTEE}:{MATCH}", f"ward_gone:{MENTEE}")
    assert [one.state for one in back.enrolments] == ["ready"]
    for gone in (pair("closed"), pair("left", elsewhere=True)):
        assert names(said("BACK", undo=left, pairs=[gone], **out)) == ["TOO_LATE"]


def test_after_a_handover_they_hear_once_what_is_happening() -> None:
    waits = {"silent_until": LATER}
    once = said("hello?", echo=waits)
    assert names(once) == ["WAITS_FOR_A_PERSON"]
    assert once.person["echo"] == waits | {"told": True}
    again = said("hello?", echo=waits | {"told": True})
    assert names(again) == []
    assert "echo" not in again.person
    more = said("my brother would like to come too", echo=waits)
    assert names(more) == ["WAITS_FOR_A_PERSON"]
    assert [(one.handover.text, one.told) for one in more.handovers] == [
        ("my brother would like to come too", False)
    ]
    assert not said("thanks", echo=waits).handovers
    menu = said("menu", echo=waits)
    assert menu.person["echo"] is None


def test_question_marks_alone_are_no_thanks() -> None:
    assert names(said("???")) == ["IDLE"]
    assert names(said("thanks!")) == ["WELCOME"]


def test_the_same_words_are_answered_three_times() -> None:
    def echo(count: int, since: datetime = START - MINUTE) -> dict[str, Any]:
        return {"words": "zxcv", "count": count, "since": since.isoformat()}

    third = said("ZXCV", echo=echo(2))
    assert names(third) == ["IDLE"]
    assert third.person["echo"] == echo(3)
    fourth = said("zxcv", echo=echo(3))
    assert not fourth.prompts
    assert fourth.person["echo"] == echo(4)
    for fresh in (said("zxcv", echo=echo(3, START - 5 * MINUTE)), said("zxcvb", echo=echo(3))):
        assert fresh.prompts
        assert fresh.person["echo"]["count"] == 1  # type: ignore[index]


def test_a_question_that_was_lost_on_its_way_is_asked_and_not_answered() -> None:
    lost = said("1", echo={"unheard": True}, runs=[run("menu")])
    assert lost.person["echo"] is None
    assert lost.prompts[-1].asks
    assert not [one for one in lost.entries if one.kind == "answered"]


def test_a_nod_is_to_the_meeting_that_is_near() -> None:
    there = [pair(spoken=BOOKED)]
    for text in ("ok", "yes", "see you there"):
        assert names(said(text, pairs=there, now=STARTS - 36 * HOUR)) == ["THERE"]
    assert names(said("ok", pairs=there)) != ["THERE"]
    assert names(said("no", pairs=there, now=STARTS - 36 * HOUR)) != ["THERE"]
    assert names(said("ok", pairs=[pair("closed", BOOKED)], now=STARTS)) != ["THERE"]


def test_words_about_the_meeting_lead_to_it() -> None:
    opens = {"opens meeting"}
    assert follows(said("friday at 5 pm", pairs=[pair()])) == opens
    assert follows(said("yes", pairs=[pair(spoken=THEIRS)])) == opens
    assert follows(said("yes", pairs=[pair(spoken=MINE)])) == set()
    for there in ([], [pair("closed", THEIRS)]):
        assert "opens meeting" not in follows(said("yes", pairs=there))


WROTE = Rarities(relayed={MATCH: {}})


def test_words_for_the_other_are_given_to_them() -> None:
    told = said("tell Rosa I passed my exam", pairs=[pair()], rare=WROTE)
    assert (names(told), follows(told)) == ([], {f"tells {MENTOR} TextRelayed"})
    assert told.crossing
    assert [(row.state, row.text) for row in told.crossing.sent] == [("across", "I passed my exam")]
    for there in ([], [pair("closed")]):
        assert follows(said("tell Rosa I passed my exam", pairs=there)) == {"lists relay"}
    two = replace(pair(), id=8, mentor=pair().mentor._replace(id=3, name="Ana"))
    mine = said("tell my mentor I passed my exam", pairs=[pair(), two])
    assert follows(mine) == {"lists relay"}
    only = said("tell my mentor I passed my exam", pairs=[pair()], rare=WROTE)
    assert follows(only) == {f"tells {MENTOR} TextRelayed"}
    late = said("tell Rosa I'm running late", pairs=[pair(spoken=BOOKED)], now=STARTS - HOUR)
    assert f"tells {MENTOR} OtherLate" in follows(late)


def came_late(text: str, asked_after: bool, *after_it: str, **how: Any) -> list[str]:
    return names(said(text, rare=Rarities(late={9: Late(asked_after, after_it)}), **how))


def test_a_text_that_came_late_answers_nothing_that_was_asked_since() -> None:
    asked = [run("menu")]
    assert came_late("1", True, runs=asked) == ["CAME_LATE"]
    assert came_late("1", False, runs=asked) == []
    assert came_late("BACK", True, runs=asked) == ["CAME_LATE"]
    assert came_late("HELP", True, runs=asked) == ["HELP"]
    assert came_late("STOP", True, "START") == ["CAME_LATE"]
    assert came_late("STOP", True, "hello") == ["STOPPED"]
    assert came_late("START", True, **STOPPED) != ["CAME_LATE"]
    assert came_late("START", True, stopped_at=START + MINUTE) == []
    told = {"words": "(came late)", "count": 1, "since": START.isoformat()}
    assert came_late("1", True, runs=asked, echo=told) == []
    waits = {"silent_until": LATER}
    assert came_late("1", True, runs=asked, echo=waits) == []


def test_a_press_counts_for_its_own_question() -> None:
    asked = [run("menu", before="key0")]
    old = pressed("gone:1", runs=asked)
    assert names(old) == ["OLD_BUTTON"]
    assert old.prompts[-1].asks
    for data, how in (
        ("key0:1", {"runs": asked}),  # pressed twice: the first press counts
        ("gone:1", {}),
        ("key1:1", {"runs": asked, **STOPPED}),
    ):
        assert not pressed(data, **how).prompts
    about = run("meeting", answers={"match": MATCH}, state="offer")
    assert names(pressed("key1:1", runs=[about], pairs=[pair("left")])) == ["GONE"]


def test_what_is_no_words() -> None:
    assert names(sent(Kind.EDITED)) == ["EDITED"]
    assert names(sent(Kind.EDITED, "hello")) == ["EDITED"]
    assert names(sent(Kind.EDITED, "STOP")) == ["STOPPED"]
    assert "opens opt_out" in follows(sent(Kind.EDITED, "not interested"))
    assert names(sent(Kind.EDITED, "not interested", runs=[run("goals")])) == ["EDITED"]
    photo = Kind("photo") if "photo" in {one.value for one in Kind} else Kind.ALBUM
    assert names(sent(photo)) == ["ONLY_WORDS"]
    assert not sent(photo, **STOPPED).prompts
    assert not sent(photo, echo={"silent_until": LATER}).prompts
    assert "opens consent" in follows(sent(photo, enrolments=()))
    assert names(sent(photo, "thank you")) == ["WELCOME"]
    just = [run("menu", ago=timedelta(seconds=9))]
    assert not sent(Kind.ALBUM, runs=just).prompts
    assert sent(Kind.ALBUM, runs=[run("menu", ago=MINUTE)]).prompts


@pytest.mark.parametrize(("kind", "reachable"), [(Kind.BLOCKED, False), (Kind.UNBLOCKED, True)])
def test_who_blocks_us_is_not_reached_until_they_are_back(kind: Kind, reachable: bool) -> None:
    gone = sent(kind)
    assert gone.reachable is reachable
    assert not gone.prompts
    assert [one.kind for one in gone.entries] == [kind]
    one = known("hello")
    assert one.address
    one.address = one.address._replace(unreachable_at=START)
    assert decide(one).reachable is True
    assert said("hello").reachable is None


def call(at: datetime = START - MINUTE, **more: Any) -> dict[str, Any]:
    row = {"person_id": MENTEE, "concern": 5, "about_id": 8, "about": "Kim"}
    row |= {"programme_id": 1, "words": "", "acknowledged_by": None}
    row |= {"acknowledged_person_id": None, "acknowledged_at": None}
    row |= {"shown": [at]} | more
    mine = (OnCall(1, MENTOR, "Rosa"), OnCall(2, MENTEE, "J."), OnCall(1, MENTEE, "Jay K."))
    return {"rare": Rarities(on_call=mine, calls={MENTEE: [Call(**row)]})}


def test_whoever_is_paged_says_that_they_have_it() -> None:
    for one in (said("I have it", **call()), said("1", **call()), pressed("page5:1", **call())):
        (taken,) = one.acknowledged
        assert (taken.concern, taken.person, taken.name, taken.at) == (5, MENTEE, "Jay K.", START)
        assert one.urgent
        assert follows(one) == {"tells 8 ConcernTaken"}
    other = {"acknowledged_at": START, "acknowledged_by": "Ana", "acknowledged_person_id": 9}
    mine = other | {"acknowledged_person_id": MENTEE}
    for more in (other, mine):
        late = said("I have it", **call(**more))
        assert (len(late.prompts), late.acknowledged) == (1, ())
        old = said("I have it", **call(START - 21 * MINUTE, **more))
        assert names(old) or follows(old)
    answering = [run("menu", ago=timedelta(seconds=30))]
    assert not said("1", runs=answering, **call()).acknowledged
    assert said("got it", runs=answering, **call()).acknowledged
    assert said("1", runs=[run("menu", ago=HOUR)], **call()).acknowledged
    assert not pressed("page6:1", **call()).acknowledged
    assert not said("I have it").acknowledged


def test_only_who_has_it_says_that_it_is_seen_to() -> None:
    mine = {"acknowledged_at": START, "acknowledged_by": "J", "acknowledged_person_id": MENTEE}
    assert said("done: called her", **call(**mine)).seen_to == ((5, "called her"),)
    assert not said("done: called her", **call(**mine | {"acknowledged_person_id": 9})).seen_to
    assert not said("done", **call()).seen_to


def test_who_is_only_on_call_is_asked_for_no_consent() -> None:
    waiting = said("hello", enrolments=(), **call())
    assert (len(waiting.prompts), follows(waiting)) == (1, set())
    taken = said("hello", enrolments=(), **call(acknowledged_at=START))
    assert (len(taken.prompts), follows(taken)) == (1, set())
    assert waiting.prompts[0].msgid != taken.prompts[0].msgid


def test_a_machine_is_not_answered() -> None:
    assert not said("I'm driving right now. I'll get back to you later.").prompts
    twice = said("zxcv", rare=Rarities(twice={9}))
    assert (twice.prompts, [one.kind for one in twice.entries]) == ([], ["came twice"])
    liked = Rarities(told={9: ["See you on Thursday"]})
    quote = "Liked \u201cSee you on Thursday\u201d"
    assert not said(quote, rare=liked).prompts


def test_nothing_of_somebody_gone_is_asked() -> None:
    about = run("meeting", answers={"match": MATCH}, state="offer")
    one = known("1", runs=[about], pairs=[pair("left")])
    outcome = decide(one)
    assert (names(outcome), after(one).state) == (["GONE"], "closed")
    assert follows(outcome) == {"closes 1"}
    assert outcome.idle


def test_words_of_ours_work_at_any_time() -> None:
    asked = [run("goal_setting", state="measure", answers={"goal": "x"}, trail=["goal"])]
    for text in ("WHY", "MENU", "BACK", "HELP"):
        assert said(text, runs=asked).prompts
    assert names(said("WHY")) == ["IDLE"]
    assert names(said("HELP", runs=asked)) == ["HELP"]
    assert names(said("HELP", runs=asked, answered_by_provider=True)) == []
    assert follows(said("MENU", runs=asked)) == {"opens menu"}
    assert follows(said("MENU", runs=[run("menu")])) == {"opens menu", "closes 1"}
    spanish = said("espa\u00f1ol", runs=[run("pause"), run("menu", 2)])
    assert (names(spanish), follows(spanish)) == (["LANGUAGE"], {"closes 2"})
    assert (spanish.language, spanish.person["language"]) == ("es", "es")


def test_before_they_have_agreed_only_the_question_for_it_is_open() -> None:
    asked = {"runs": [run("consent", 0, state="okay")], **enrolled("invited")}
    for text in ("MENU", "PAUSE", "BACK", "WHY"):
        outcome = said(text, **asked)
        assert outcome.prompts[-1].asks
        assert len(outcome.prompts) == (2 if text in ("BACK", "WHY") else 1)
        assert follows(outcome) == set()


def test_whoever_asks_for_whom_has_left_hears_that_they_have() -> None:
    gone = [pair("left")]
    assert names(said("MEETING", pairs=gone)) == ["GONE"]
    for other in (
        {"pairs": [pair("left", elsewhere=True)]},
        {"pairs": [pair("closed")]},
        {"pairs": [*gone, replace(pair(), id=8)]},
        {"pairs": gone, "undo": {"until": LATER, "matches": [MATCH]}},
    ):
        assert names(said("MEETING", **other)) != ["GONE"]
    assert "opens pause" in follows(said("PAUSE", pairs=gone))


def test_words_that_may_be_an_answer_are_asked_about() -> None:
    asked = [run("menu")]
    assert follows(said("PAUSE", runs=asked)) == {"opens pause", "closes 1"}
    assert follows(said("PAUSE")) == {"opens pause"}
    for text in ("LIST", "HOLD", "PAIR"):  # only a coordinator wants that
        assert not {one for one in follows(said(text)) if one.startswith("opens desk")}


@pytest.mark.parametrize(
    ("text", "how", "kind"),
    [
        ("I have it", call(), "concern acknowledged"),
        ("STOP", {}, "stopped"),
        ("START", STOPPED, "started again"),
        ("hello", STOPPED, "heard while stopped"),
        ("guide", {"enrolments": ()}, "joined by word"),
        ("1", {"runs": [run("menu")], "rare": Rarities(late={9: Late(True, ())})}, "came late"),
        ("hello", {"runs": [run("menu")._replace(state="gone")]}, "run lost"),
        ("I'm driving right now. I'll get back to you later.", {}, "answered by a machine"),
    ],
)
def test_what_happened_is_a_line_of_the_log(text: str, how: dict[str, Any], kind: str) -> None:
    assert kind in [one.kind for one in said(text, **how).entries]
