"""A person's open questions as a stack: which one is answered, which give way, and which stay."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.channels import Kind
from assistant.turns.open_runs import Open
from assistant.turns.run_stack import DEEPEST, RunStack
from flows import FLOWS
from flows.engine.standing import Standing
from storage.runs import OpenRun
from tests.phones import START

MINUTE = timedelta(minutes=1)


def asked(
    flow: str, number: int, match: int | None = None, *, news: bool = False, ago: int = 0
) -> OpenRun:
    """A question of this flow, so many minutes ago, about a match or about nobody."""
    data = {"answers": {} if match is None else {"match": match}, "by_news": news, "trail": ()}
    at, state = START - ago * MINUTE, FLOWS[flow].initial
    return OpenRun(number, 1, 1, "mentee", flow, state, number, f"key {number}", data, at, None)


def stack(
    *rows: OpenRun, inside: bool = False, sent: dict[str, datetime] | None = None
) -> RunStack:
    """They lie one on the other; those of internal events have been sent, unless it says so."""
    kind = Kind.INSIDE if inside else Kind.TEXT
    message: Any = SimpleNamespace(kind=kind, created_at=START, sent_at=None, sender="", text="")
    at = {one.asked: [one.moved_at] for one in rows} if sent is None else sent
    known: Any = SimpleNamespace(
        runs=rows,
        now=START,
        message=message,
        rare=SimpleNamespace(asked_at=at),
        person=SimpleNamespace(id=1, zone="UTC"),
        shared=SimpleNamespace(nudges={}),
    )
    return RunStack(known)


def names(runs: RunStack) -> list[str]:
    """The flows that are open, lowest first."""
    return [one.flow.name for one in runs.runs if not one.closed]


def opened(flow: str, depth: int) -> Open:
    """A run that this very turn has opened."""
    at = Standing(FLOWS[flow].initial)
    return Open(None, FLOWS[flow], 1, "mentee", depth, at, "", touched=True)


def test_the_top_is_the_highest_that_is_open_and_below_it_the_next() -> None:
    runs = stack(asked("goals", 0), asked("menu", 1), asked("ask", 2))
    low, middle, high = runs.runs
    assert runs.top is high
    assert runs.below(high) is middle
    assert runs.below(middle) is high
    middle.close()
    assert runs.below(high) is low
    high.close()
    assert runs.top is low
    assert runs.below(low) is None
    low.close()
    assert runs.top is None


def test_a_question_is_found_by_its_key_and_none_by_no_key() -> None:
    runs = stack(asked("goals", 0), asked("menu", 1)._replace(asked=""))
    assert runs.asked_by("key 0") is runs.runs[0]
    assert runs.asked_by("") is None
    assert runs.asked_by("key 9") is None


def test_words_are_for_the_newest_question_that_was_seen() -> None:
    runs = stack(asked("goals", 0, ago=1), asked("meeting", 1, 7, news=True, ago=5))
    assert runs.spoken_to() is runs.runs[0]
    runs.runs[0].close()
    assert runs.spoken_to() is runs.runs[1]
    unseen = stack(asked("goals", 0, ago=9), asked("meeting", 1, 7, news=True), sent={})
    assert unseen.spoken_to() is unseen.runs[0]
    assert stack(asked("meeting", 0, 7, news=True), sent={}).spoken_to() is None
    alone = stack(asked("goals", 0))
    assert alone.spoken_to() is alone.top
    alone.runs[0].close()
    assert alone.spoken_to() is None


def test_who_looks_at_more_and_more_is_asked_five_things_at_most() -> None:
    runs = stack(*(asked("goals", n) for n in range(DEEPEST - 1)))
    assert runs.next_depth() == DEEPEST - 1 == 4
    assert len(names(runs)) == 4
    full = stack(*(asked("goals", n) for n in range(DEEPEST)))
    assert full.next_depth() == 4
    assert len(names(full)) == 4
    assert stack().next_depth() == 0


def test_news_takes_the_place_of_the_oldest_news_and_never_of_what_may_be_answered() -> None:
    kinds = ("goals", "meeting", "check_in", "menu", "feedback")
    news = ("meeting", "check_in", "feedback")
    rows = [asked(name, n, 7, news=name in news) for n, name in enumerate(kinds)]
    runs = stack(*rows, inside=True)
    assert runs.next_depth() == 5
    assert names(runs) == ["goals", "check_in", "menu", "feedback"]
    top = stack(*(asked("goals", n, news=n == 4) for n in range(5)), inside=True)
    assert top.next_depth() == 5
    assert len(names(top)) == 5


def test_a_flow_begun_anew_takes_the_place_of_the_old_one_about_the_same() -> None:
    rows = asked("meeting", 0, 7), asked("meeting", 1, 8), asked("goals", 2)
    runs = stack(*rows)
    runs.make_way("meeting", 8)
    assert [one.closed for one in runs.runs] == [False, True, False]
    runs.make_way("meeting", None)
    assert [one.closed for one in runs.runs] == [True, True, False]
    by_news = stack(*rows, inside=True)
    by_news.make_way("meeting", None)
    assert len(names(by_news)) == 3


def test_who_answers_below_has_seen_enough_of_what_lay_above() -> None:
    rows = asked("goals", 0), asked("menu", 1), asked("perhaps", 2), asked("pause", 3)
    runs = stack(*rows, asked("ask", 4, news=True))
    goals = runs.runs[0]
    runs.pass_over(goals)
    assert names(runs) == ["pause", "ask", "goals"]
    assert (goals.depth, goals.touched) == (5, True)
    alone = stack(asked("menu", 3))
    alone.pass_over(alone.runs[0])
    assert not alone.runs[0].touched
    top = stack(asked("menu", 0), asked("goals", 1))
    top.pass_over(top.runs[1])
    assert names(top) == ["menu", "goals"]
    assert not top.runs[1].touched


def test_an_older_question_about_the_same_is_over_once_the_newer_is_answered() -> None:
    def answered(*older: OpenRun, sent: dict[str, datetime] | None = None) -> list[int | None]:
        runs = stack(*older, asked("meeting", 9, 7), sent=sent)
        runs.pass_over(runs.runs[-1])
        return [one.id for one in runs.runs if not one.closed]

    assert answered(asked("meeting", 0, 7, ago=1)) == [9]
    assert answered(asked("meeting", 0, 7)) == [9]  # of the same moment
    assert answered(asked("meeting", 0, 8, ago=1)) == [0, 9]
    assert answered(asked("feedback", 0, 7, ago=1)) == [0, 9]
    assert answered(asked("meeting", 0, ago=1)) == [0, 9]
    assert answered(asked("meeting", 0, 7, news=True), sent={}) == [0, 9]  # nobody has seen it
    assert answered(asked("meeting", 0, 7, ago=-1)) == [0, 9]


def test_what_comes_to_the_top_stands_above_all_that_is_open() -> None:
    runs = stack(asked("goals", 0), asked("menu", 1), asked("ask", 2))
    low, menu, _ = runs.runs
    runs.raise_(low)
    assert [one.flow.name for one in runs.runs] == ["menu", "ask", "goals"]
    assert (low.depth, low.touched, menu.depth, menu.touched) == (3, True, 1, False)
    runs.raise_(low)
    assert low.depth == 3


def test_what_was_only_looked_at_is_over_down_to_what_was_asked() -> None:
    runs = stack(asked("menu", 0), asked("pause", 1), asked("ask", 2), asked("menu", 3))
    runs.leave_asides()
    assert names(runs) == ["menu", "pause"]


def test_after_an_hour_nobody_is_asked_what_they_meant() -> None:
    runs = stack(asked("perhaps", 0, ago=60), asked("stuck", 1, ago=60), asked("stuck", 2, ago=59))
    runs.forget()
    assert len(names(runs)) == 3
    runs.runs[2].close()
    runs.forget()
    assert names(runs) == []
    other = stack(asked("goals", 0, ago=99))
    other.forget()
    assert names(other) == ["goals"]


@pytest.mark.parametrize(("only", "left"), [(True, ["goals"]), (False, ["meeting", "goals"])])
def test_questions_without_a_name_are_about_the_only_match(only: bool, left: list[str]) -> None:
    runs = stack(asked("meeting", 0), asked("meeting", 1, 7), asked("goals", 2, 7))
    runs.close_about(7, ("meeting",), only=only)
    assert names(runs) == left
    runs = stack(asked("meeting", 0, 8))
    runs.close_about(7, ("meeting",), only=only)
    assert names(runs) == ["meeting"]


def test_questions_about_who_is_gone_are_over_and_the_one_they_see_is_told() -> None:
    runs = stack(asked("meeting", 0, 7), asked("feedback", 1, 8), asked("goals", 2))
    assert runs.close_alone([7]) is None
    assert names(runs) == ["meeting", "goals"]
    seen = stack(asked("goals", 0), asked("meeting", 1, 8))
    assert seen.close_alone([7]) is seen.runs[1]
    nobody = stack(asked("meeting", 0))
    assert nobody.close_alone([7]) is None
    assert nobody.close_alone([]) is nobody.runs[0]
    assert stack(asked("goals", 0)).close_alone([]) is None


def test_a_turn_speaks_of_the_match_that_it_has_moved() -> None:
    runs = stack(asked("meeting", 0, 7), asked("feedback", 1, 8), asked("goals", 2, 9))
    assert runs.spoken_of is None
    runs.runs[1].touched = runs.runs[2].touched = True
    assert runs.spoken_of == 8


def test_a_stack_is_emptied_where_what_was_open_before_is_closed() -> None:
    runs = stack(asked("goals", 0), asked("menu", 1))
    runs.runs[1].close()
    assert not runs.emptied
    assert not runs.has("menu")
    assert runs.has("goals")
    runs.runs[0].close()
    assert runs.emptied
    assert not stack().emptied
    new = stack()
    new.runs.append(opened("menu", 0))
    new.runs[0].close()
    assert not new.emptied


def test_only_what_has_changed_is_kept_and_nothing_of_what_came_and_went() -> None:
    runs = stack(asked("goals", 0), asked("menu", 1), asked("ask", 2))
    assert runs.rows() == ([], [])
    runs.runs[1].close()
    gone, new = opened("pause", 3), opened("stuck", 3)
    gone.close()
    runs.runs += [gone, new]
    added, moved = runs.rows()
    assert [(one.flow, one.closed_at) for one in added] == [("stuck", None)]
    assert [(one.id, one.closed_at, one.data) for one in moved] == [(1, START, {})]
    assert moved[0].nudge_at is None
    assert added[0].nudge_at == START + timedelta(days=1)


@pytest.mark.parametrize("change", [{"flow": "gone"}, {"state": "gone"}])
def test_a_question_that_nobody_can_ask_any_more_is_over(change: dict[str, Any]) -> None:
    runs = stack(asked("goals", 0)._replace(**change), asked("menu", 1))
    assert names(runs) == ["menu"]
    _, (row,) = runs.rows()
    assert (row.id, row.closed_at, row.nudge_at, row.asked, row.data) == (0, START, None, "", {})
