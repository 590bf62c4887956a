"""How one turn moves runs: what is opened, taken, gone back from, and what comes after an end."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.channels import Kind
from assistant.internal_events.kinds import PauseOver
from assistant.turns import system_messages as ours
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from flows.engine import runs as engine
from storage.people.participants import Enrolment
from tests.one_turn import BRIDGE, MENTEE, known, names, pair, run, talk
from tests.phones import START

HOUR = timedelta(hours=1)
MENU, AT_STEP = run("menu"), run("goal_setting", state="step", answers={"goal": "x"})


def flows(one: Conversation) -> list[str]:
    """What is open, lowest first."""
    return [each.flow.name for each in one.stack.runs if not each.closed]


def said(one: Conversation) -> list[str]:
    return [prompt.msgid for prompt in one.outcome.prompts]


def answered(one: Conversation) -> list[str]:
    return [entry.state for entry in one.outcome.entries if entry.kind == "answered"]


def test_a_flow_is_opened_once_above_what_is_open() -> None:
    one = talk(runs=[MENU])
    one.push("ask")
    assert flows(one) == ["menu", "ask"]
    assert [each.depth for each in one.stack.runs] == [1, 2]
    assert (one.stack.runs[1].programme_id, one.stack.runs[1].role) == (1, "mentee")
    heard = len(said(one))
    one.push("ask")
    assert (flows(one), len(said(one))) == (["menu", "ask"], heard + 1)
    one.push("ask", {"wish": "x"})
    assert len([each for each in one.stack.runs if each.flow.name == "ask"]) == 2
    empty = talk()
    empty.push("ask")
    assert empty.stack.runs[0].depth == 0
    with pytest.raises(Lacking, match="goals"):
        talk(goals=None).push("goals")
    talk(goals=None).push("ask")


def test_a_run_takes_a_turn_and_the_answer_is_a_line_of_the_log() -> None:
    one = talk(runs=[AT_STEP])
    top = one.stack.runs[0]
    one.take(top, "read a page")
    assert answered(one) == ["step"]
    assert (top.standing.state, top.touched) == ("by", True)
    assert one.outcome.asked == top.asked != "key1"
    assert top.before == "key1"
    missed = talk(runs=[run("menu")])
    missed.take(missed.stack.runs[0], "purple")
    assert (answered(missed), missed.stack.runs[0].asked) == ([], "key1")
    assert missed.outcome.asked == "key1"
    assert missed.stack.runs[0].standing.misses == 1


def test_what_was_meant_for_the_question_below_is_heard_there() -> None:
    one = talk(runs=[AT_STEP, run("perhaps", 2)], text="read a page")
    one.take(one.stack.runs[1], "read a page")
    assert answered(one) == ["step"]
    assert flows(one) == ["goal_setting"]
    stuck = talk(runs=[AT_STEP, run("stuck", 2, state="person")], text="read a page")
    stuck.take(stuck.stack.runs[1], "read a page")
    assert answered(stuck) == []
    alone = talk(runs=[run("perhaps")], text="read a page")
    alone.take(alone.stack.runs[0], "read a page")
    assert answered(alone) == []
    below = talk(runs=[AT_STEP, run("perhaps", 2)])
    below.answer_below(below.stack.runs[1], "read a page")
    assert (answered(below), flows(below)) == (["step"], ["goal_setting"])
    nobody = talk(runs=[run("perhaps")])
    nobody.answer_below(nobody.stack.runs[0], "read a page")
    assert (answered(nobody), flows(nobody)) == ([], [])


def test_what_answers_the_question_below_menu_is_heard_there_but_for_what_may_nod_to_menu() -> None:
    free = talk(runs=[run("intake", 1, state="free"), run("menu", 2)])
    free.take(free.stack.runs[1], "tuesdays after 4")
    assert (answered(free), flows(free)) == (["free"], ["intake"])
    nod = talk(runs=[run("fewer", 1, state="less"), run("menu", 2)])
    nod.take(nod.stack.runs[1], "yes")
    assert answered(nod) == []


def test_what_answers_the_open_question() -> None:
    one = talk(runs=[MENU])
    top = one.stack.runs[0]
    assert one.understands(top, "1")
    assert not one.understands(top, "purple")
    words = talk(runs=[AT_STEP])
    assert not words.understands(words.stack.runs[0], "read a page")
    assert words.answers("read a page")
    assert not words.answers_exactly("read a page")
    assert not talk().answers("1")
    assert not talk().offers("1")
    age = talk(runs=[run("intake", state="age")])
    assert age.answers_exactly("21")
    assert not age.answers_exactly("purple")
    assert not one.answers_exactly("1")
    first = next(iter(engine.open_run(top.flow, one.facts(top)).prompts[-1].options))
    assert one.offers(first.label)
    assert not one.offers("purple")


def test_back_why_and_again() -> None:
    above = talk(runs=[MENU, run("ask", 2)])
    above.go_back(above.stack.runs[1])
    assert flows(above) == ["menu"]
    assert said(above)[0] == engine.BACK_TO
    lowest = talk(runs=[replace_depth(run("ask"), 0)])
    lowest.go_back(lowest.stack.runs[0])
    assert (flows(lowest), said(lowest)[0]) == (["ask"], engine.FIRST)
    trail = talk(runs=[MENU, run("goal_setting", 2, state="step", trail=("goal",))])
    trail.go_back(trail.stack.runs[1])
    assert (flows(trail), trail.stack.runs[1].standing.state) == (["menu", "goal_setting"], "goal")
    why = talk(runs=[AT_STEP])
    why.explain(why.stack.runs[0])
    assert len(said(why)) == 2
    for again in (Conversation.ask_again, Conversation.resume):
        nothing = talk()
        again(nothing)
        assert said(nothing) == []
    asked = talk(runs=[AT_STEP])
    asked.ask_again()
    assert len(said(asked)) == 1
    asked.resume()
    assert said(asked)[1] == engine.BACK_TO


def replace_depth(row: Any, depth: int) -> Any:
    return row._replace(depth=depth)


def test_a_question_that_news_asked_is_theirs_once_they_see_it() -> None:
    news = run("ask", by_news=True)
    for kind, seen in ((Kind.TEXT, True), (Kind.INSIDE, False)):
        one = talk(runs=[news], kind=kind)
        one.ask_again()
        assert one.stack.runs[0].by_news is not seen
        assert one.outcome.asked_anew == (("key1",) if seen else ())
        assert one.outcome.asked == "key1"
    opened = talk(kind=Kind.INSIDE)
    opened.push("ask")
    assert opened.stack.runs[0].by_news
    mine = talk()
    mine.push("ask")
    assert not mine.stack.runs[0].by_news
    assert mine.stack.runs[0].before == ""
    above = talk(runs=[MENU])
    above.push("ask")
    assert above.stack.runs[1].before == "key1"


def test_who_is_stuck_is_offered_a_person_and_then_waits_for_one() -> None:
    one = talk(runs=[run("menu", misses=2)], text="x" * 400)
    one.take(one.stack.runs[0], "purple")
    assert flows(one) == ["menu", "stuck"]
    assert one.stack.runs[1].standing.answers["said"] == "x" * 300
    again = talk(runs=[MENU, run("stuck", 2, state="person", misses=2)], text="purple")
    again.take(again.stack.runs[1], "purple")
    assert names(again.outcome) == ["HANDED_OVER"]
    assert flows(again) == ["menu"]


def test_after_an_end_the_question_below_is_asked_again() -> None:
    one = talk(runs=[MENU, run("language", 2)])
    one.take(one.stack.runs[1], "", "0")
    assert flows(one) == ["menu"]
    assert engine.BACK_TO in said(one)
    alone = talk(runs=[run("language")])
    alone.take(alone.stack.runs[0], "", "0")
    assert (flows(alone), engine.BACK_TO in said(alone)) == ([], False)
    waits = talk(runs=[MENU, run("stuck", 2, state="person")], text="what")
    waits.take(waits.stack.runs[1], "1")
    assert flows(waits) == ["menu"]


def test_whoever_agrees_is_asked_what_is_not_known_yet() -> None:
    profile = {"age": 20, "topics": None, "hopes": "pass"}
    theirs = (Enrolment(MENTEE, 1, "mentee", "consented", profile),)
    one = talk(runs=[run("consent")], enrolments=theirs, name=None)
    given = one._given(one.stack.runs[0], "intake")
    assert given == {"age": 20, "hopes": "pass"}
    named = talk(runs=[run("consent")], enrolments=theirs)
    assert named._given(named.stack.runs[0], "intake")["name"] == "Jay"


def test_what_a_turn_leaves() -> None:
    held = talk(held_at=START)
    assert held.keep().person["held_at"] is None
    asked = talk(held_at=START, runs=[run("opt_out")])
    assert "held_at" not in asked.keep().person
    set_now = talk(held_at=START)
    set_now.outcome.person["held_at"] = START + HOUR
    assert set_now.keep().person["held_at"] == START + HOUR
    assert "held_at" not in talk().keep().person
    one = talk(runs=[MENU], pairs=[pair()])
    one.put(one.pairs[7].after("leave"))
    one.stack.runs[0].close()
    outcome = one.keep()
    assert one.known.pairs.now[7].state == "left"
    assert [(row.id, row.closed_at) for row in outcome.moved] == [(1, START)]
    assert (outcome.opened, outcome.idle) == ([], True)
    lost = Conversation(replace(known(), runs=[run("menu")._replace(flow="gone")]))
    assert [entry.kind for entry in lost.outcome.entries] == ["run lost"]
    assert [row.closed_at for row in lost.keep().moved] == [START]


def test_a_side_of_a_turn_knows_where_it_is() -> None:
    assert talk().home() == (1, "mentee")
    guest = (Enrolment(MENTEE, 2, "mentor", "left", {}),)
    assert talk(enrolments=guest).home() == (2, "mentor")
    assert talk(runs=[run("menu")._replace(programme_id=3)]).home() == (3, "mentee")
    assert talk(enrolments=()).home() == (1, "mentee")
    two = Conversation(replace(known(enrolments=()), programmes={1: BRIDGE, 2: BRIDGE}))
    assert two.home() == (None, "mentee")
    assert talk().agreed
    assert not talk(enrolments=guest).agreed
    assert talk(stopped_at=START).stopped
    assert not talk().stopped
    long = talk(text="x" * 2000)
    assert len(long.text) == 1600
    one = talk(pairs=[pair()])
    one.tell(1, "UTC", PauseOver())
    one.say(ours.IDLE, more=1)
    assert one.outcome.prompts[0].values["more"] == 1
    assert one.outcome.told[0].at == START


def test_what_is_handed_over_names_its_programme() -> None:
    elsewhere = replace(pair(), programme_id=2)
    one = talk(pairs=[elsewhere])
    one.hand_over("ask", "x", 7)
    one.hand_over("ask", "y", 8)
    one.hand_over("ask", "z")
    rows = [row.handover for row in one.outcome.handovers]
    assert [(row.programme_id, row.match_id) for row in rows] == [(2, 7), (1, 8), (1, None)]
