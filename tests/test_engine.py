"""The engine on a flow of its own: what is asked, how it is heard, where it leads."""

from dataclasses import replace
from typing import Any

import pytest

from flows.engine import hearing, prompts, runs, versions
from flows.engine.standing import Standing, Turn, asked_at
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Remark,
    Several,
)
from flows.reading import Unclear
from tests.phones import START

YES, NO = Option("yes", "Yes"), Option("no", "No")
TOPICS = tuple(Option(one, one.title()) for one in ("maths", "music", "art"))


def number(heard: Heard) -> int:
    if not heard.text.strip().isdecimal():
        raise Unclear(heard.text)
    return int(heard.text)


def named(heard: Heard) -> str:
    if not heard.text.startswith("im "):
        raise Unclear(heard.text)
    return heard.text[3:]


def values(answers: Answers, facts: Facts) -> Facts:
    return {"doubled": 2 * answers.get("age", 0), "from": facts.get("zone")}


AGE = Question("How old?", number, "Digits.", "Because.", "You are {age}.", "Just digits.")
LIKES = Several("What?", TOPICS, "Numbers.", "To match.", most=2, echo="You like {answer}.")
SURE = Choice("Sure?", (YES, NO), "Yes or no.", "To be sure.", echo="Okay, {answer}.")
FLOW = Flow(
    "trial",
    {
        "age": AGE,
        "note": Remark("Thanks."),
        "likes": LIKES,
        "sure": SURE,
        "done": Ending("Done.", lambda answers, facts: dict(answers), then="next"),
        "off": Ending(""),
    },
    [
        ("answered", "age", "note"),
        ("onward", "note", "likes"),
        ("answered", "likes", "sure"),
        ("yes", "sure", "done"),
        ("no", "sure", "off"),
        ("left", "age", "off"),
        ("left", "likes", "off"),
        ("left", "sure", "off"),
    ],
    values=values,
)


def heard(text: str, token: str = "") -> Heard:
    return Heard(text, START, "en", token=token)


def take(state: str, text: str, token: str = "", flow: Flow = FLOW, **more: Any) -> Turn:
    return runs.take_turn(flow, Standing(state, **more), {"zone": "UTC"}, heard(text, token))


def said(turn: Turn) -> list[str]:
    return [prompt.msgid for prompt in turn.prompts]


def other(**changed: Any) -> Flow:
    """The flow with another state, or rows."""
    states = {name: changed.pop(name, state) for name, state in FLOW.states.items()}
    return Flow("trial", states, changed.pop("transitions", FLOW.transitions), **changed)


def test_a_question_is_asked_and_echoed_and_what_follows_is_said() -> None:
    first = runs.open_run(FLOW, {"zone": "UTC"})
    (prompt,) = first.prompts
    assert (prompt.msgid, prompt.options, prompt.leave, prompt.several, prompt.asks) == (
        *("How old?", (), True, 0, True),
    )
    assert prompt.values == {"zone": "UTC", "doubled": 0, "from": "UTC"}
    assert (first.standing, first.answered, first.closed) == (Standing("age"), "", False)
    turn = take("age", "21")
    assert said(turn) == ["You are {age}.", "Thanks.", "What?"]
    echo, remark, asked = turn.prompts
    assert (echo.values["answer"], echo.values["age"], echo.values["doubled"]) == (21, 21, 42)
    assert (echo.asks, remark.asks, asked.several, asked.options) == (False, False, 2, TOPICS)
    assert (turn.answered, turn.standing) == ("age", Standing("likes", {"age": 21}, ("age",)))


def test_some_of_several_are_picked() -> None:
    turn = take("likes", "1 3", answers={"age": 21}, trail=("age",))
    assert turn.standing.answers == {"age": 21, "likes": ["maths", "art"]}
    (echo, asked) = turn.prompts
    assert [one.token for one in echo.values["answer"]] == ["maths", "art"]
    assert (asked.msgid, asked.options, asked.several, asked.leave) == ("Sure?", (YES, NO), 0, True)
    assert take("likes", "", "music").standing.answers["likes"] == ["music"]
    assert said(take("likes", "", "gone")) == ["Numbers."]
    noted = prompts.echo(
        FLOW, Standing("sure", {"likes": ["art"], "likes_note": "chess"}, ("likes",)), {}
    )
    assert [one.label for one in noted[0].values["answer"]] == ["Art", "chess"]
    assert prompts.echo(FLOW, Standing("sure", {"likes": []}, ("likes",)), {}) == ()


def test_an_ending_closes_and_tells_what_comes_next() -> None:
    turn = take("sure", "yes", answers={"age": 21}, trail=("age",))
    assert (turn.closed, turn.then, said(turn)) == (True, "next", ["Okay, {answer}.", "Done."])
    assert turn.events == ({"age": 21, "sure": "yes"},)
    off = take("sure", "no")
    assert (off.closed, off.then, off.events, said(off)) == (True, "", (), ["Okay, {answer}."])
    left = take("sure", "", "0")
    assert (left.closed, left.standing.state, said(left)) == (True, "off", [])
    given = other(done=Ending("Done.", then="next", given=lambda answers, facts: {"x": 1}))
    assert take("sure", "yes", flow=given).given == {"x": 1}
    assert take("sure", "yes").given == {}


def test_what_is_not_understood_is_hinted_at_then_simpler_then_for_a_person() -> None:
    first = take("age", "old", answers={"x": 1})
    assert (said(first), first.standing.misses, first.stuck) == (["Digits."], 1, False)
    assert (first.prompts[0].asks, first.prompts[0].several) == (False, 0)
    second = take("age", "old", misses=1)
    (prompt,) = second.prompts
    assert (prompt.msgid, prompt.leave, prompt.asks, second.stuck) == (
        *("Just digits.", True, True, False),
    )
    third = take("age", "old", misses=2)
    assert (third.stuck, third.prompts, third.standing.misses) == (True, (), 3)
    hint = take("likes", "?").prompts[0]
    assert (hint.msgid, hint.options, hint.several, hint.leave) == ("Numbers.", TOPICS, 2, True)
    choice = take("sure", "?").prompts[0]
    assert (choice.options, choice.several) == ((YES, NO), 0)
    assert take("sure", "?", misses=1).prompts[0].msgid == "Sure?"
    assert take("likes", "1", misses=2).standing.misses == 0


def test_a_question_that_was_missed_twice_may_be_answered_by_an_option() -> None:
    options = (Option("20", "Twenty"), Option("30", "Thirty"))
    flow = other(age=replace(AGE, options=options))
    assert take("age", "thirty", flow=flow, misses=1).answered == ""
    turn = take("age", "thirty", flow=flow, misses=2)
    assert (turn.answered, turn.standing.answers["age"]) == ("age", 30)
    assert take("age", "", "20", flow=flow).standing.answers["age"] == 20
    assert take("age", "", "40", flow=flow).answered == ""
    buttons = other(age=replace(AGE, buttons=options))
    assert take("age", "", "20", flow=buttons).standing.answers["age"] == 20
    assert take("age", "x", flow=buttons).prompts[0].buttons == options
    assert runs.open_run(buttons, {}).prompts[0].buttons == options


def test_what_is_given_is_not_asked() -> None:
    turn = runs.open_run(FLOW, {}, {"age": 21, "likes": ["art"], "more": 1})
    assert (turn.standing.state, said(turn)) == ("sure", ["Thanks.", "Sure?"])
    assert turn.standing.answers == {"more": 1, "age": 21, "likes": ["art"]}
    assert turn.standing.given == {}
    ends = runs.open_run(FLOW, {}, {"age": 21, "likes": [], "sure": "no"})
    assert (ends.closed, ends.standing.state) == (True, "off")


def test_back_asks_the_question_before_again_without_its_answer() -> None:
    answers = {"age": 21, "age_note": "n", "likes": ["art"], "likes_note": "chess"}
    there = Standing("sure", answers, ("age", "likes"), 2)
    turn = runs.go_back(FLOW, there, {})
    assert turn.standing == Standing("likes", {"age": 21, "age_note": "n"}, ("age",))
    assert said(turn) == ["What?"]
    first = runs.go_back(FLOW, Standing("age", misses=2), {})
    assert (said(first), first.standing.misses) == ([runs.FIRST, "How old?"], 0)
    passed = runs.go_back(FLOW, Standing("sure", {"age": 21, "likes": ["art"]}, ("age",)), {})
    assert (passed.standing.state, passed.standing.answers) == ("age", {})
    assert passed.standing.given == {"likes": ["art"]}


def test_why_and_what_was_interrupted_are_asked_again() -> None:
    there = Standing("age", misses=2)
    assert said(runs.explain(FLOW, there, {})) == ["Because.", "How old?"]
    assert said(runs.resume(FLOW, there, {})) == [runs.BACK_TO, "How old?"]
    again = runs.ask_again(FLOW, there, {})
    assert (said(again), again.standing.misses) == (["How old?"], 0)
    assert runs.resume(FLOW, Standing("done"), {}).prompts == ()
    for nothing in ("note", "done"):
        with pytest.raises(ValueError, match="asks nothing"):
            asked_at(FLOW, Standing(nothing))
    with pytest.raises(ValueError, match="leads nowhere"):
        FLOW.follow("done", "answered", {}, {})


def test_where_a_row_has_a_condition_the_first_that_holds_is_taken() -> None:
    rows: list[Any] = [
        ("answered", "age", "off", lambda answers, facts: answers["age"] < 18),
        ("answered", "age", "sure", lambda answers, facts: facts["zone"] == "UTC"),
        *FLOW.transitions,
    ]
    flow = other(transitions=rows)
    found = [flow.follow("age", "answered", {"age": age}, {"zone": "UTC"}) for age in (17, 18)]
    assert found == ["off", "sure"]
    assert flow.follow("age", "answered", {"age": 18}, {"zone": ""}) == "note"
    assert ("answered", "age") in flow.triggers
    assert flow.initial == "age"


def test_a_no_leaves_where_it_changes_nothing() -> None:
    likes = Choice("Which?", TOPICS, "A number.", "To match.")
    rows: list[Any] = [("answered", "likes", "sure"), ("left", "likes", "off"), *FLOW.transitions]
    plain = other(likes=likes, transitions=rows)
    assert take("likes", "no", flow=plain).standing.state == "off"
    assert take("likes", "later", flow=plain).standing.state in ("off", "likes")
    for kept in (
        replace(likes, leave=False),
        replace(likes, other=named),
    ):
        assert (
            take("likes", "no", flow=other(likes=kept, transitions=rows)).standing.state == "likes"
        )
    binding = [("left", "likes", "done"), *[row for row in rows if row[:2] != ("left", "likes")]]
    assert take("likes", "no", flow=other(likes=likes, transitions=binding)).answered == ""
    question = take("age", "no")
    assert question.standing.state == "age"


def test_own_words_come_first_or_last() -> None:
    rows: list[Any] = [("answered", "sure", "done"), *FLOW.transitions]
    words = other(sure=replace(SURE, echo="", other=named), transitions=rows)
    turn = take("sure", "im late", flow=words)
    assert (turn.standing.answers["sure"], turn.standing.state) == ("late", "done")
    wholly = other(sure=replace(SURE, echo="", other=named, wholly=True), transitions=rows)
    assert take("sure", "yes", flow=wholly).standing.answers["sure"] == "yes"
    assert take("sure", "im off", flow=wholly).standing.answers["sure"] == "off"
    assert take("sure", "perhaps yes", flow=wholly).answered == ""


def test_a_yes_after_what_was_not_understood_is_asked_again_where_it_may_mean_that() -> None:
    rows: list[Any] = [("answered", "sure", "done"), *FLOW.transitions]
    words = other(sure=replace(SURE, echo="", other=named), transitions=rows)
    assert take("sure", "yeah ok", flow=words, misses=1).answered == ""
    for sure in (
        take("sure", "yes", flow=words, misses=1),
        take("sure", "1", flow=words, misses=1),
        take("sure", "", "yes", flow=words, misses=1),
        take("sure", "yeah ok", flow=words),
        take("sure", "yeah ok", misses=1),
    ):
        assert sure.answered == "sure"


def test_an_answer_may_mend_an_earlier_one() -> None:
    rows: list[Any] = [("answered", "sure", "likes"), *FLOW.transitions]
    mending = replace(SURE, echo="", other=named, mends="age")
    turn = take("sure", "im 30", flow=other(sure=mending, transitions=rows), answers={"age": 21})
    assert (turn.standing.state, turn.standing.answers) == ("likes", {"age": "30"})
    assert turn.answered == "sure"


def test_an_exact_answer_may_be_taken_back_at_the_next_question() -> None:
    exact = other(age=replace(AGE, exact=True, changed="Now {age}."))
    turn = take("likes", "no, 22", flow=exact, answers={"age": 21}, trail=("age",))
    assert (turn.standing.answers, said(turn)[0]) == ({"age": 22}, "Now {age}.")
    for text, more in (("22", {}), ("no, 22", {"trail": ()})):
        kept = take("likes", text, flow=exact, **{"answers": {"age": 21}, "trail": ("age",)} | more)
        assert kept.answered == "", text
    plain = take("likes", "no, 22", answers={"age": 21}, trail=("age",))
    assert plain.answered == ""


def test_an_answer_may_tell_what_is_asked_later() -> None:
    flow = other(age=replace(AGE, tells={"sure": lambda heard: "no", "likes": named}))
    turn = take("age", "21", flow=flow)
    assert turn.standing.answers["age"] == 21
    assert turn.standing.given == {"sure": "no"}
    told = other(age=replace(AGE, tells={"more": lambda heard: 3}), transitions=FLOW.transitions)
    extended = Flow("trial", {**told.states, "more": AGE}, told.transitions)
    assert said(take("age", "21", flow=extended))[:2] == ["You are {age}.", "You are {age}."]


def test_options_are_heard_by_their_names() -> None:
    rosa = Option("rosa", "Meet {other}", words=("her, that one",))
    assert hearing.offered((rosa,), heard(""), {"other": "Rosa Lima"})[0].words == (
        *("Meet Rosa Lima", "Meet Rosa", "her", "that one"),
    )
    assert hearing.offered((rosa,), heard(""), {"other": " "})[0].words[:1] == ("Meet",)
    assert hearing.offered((rosa,), heard(""))[0].words[:1] == ("Meet",)
    own = Option("x", "Maths {1}", own=True)
    assert hearing.offered((own,), heard(""))[0].words == ("Maths {1}",)
    flow = other(sure=replace(SURE, options=(YES, rosa)))
    for text, offered in (("meet!", True), ("her", True), ("Meet Rosa", False), ("", False)):
        found = hearing.offers(flow, Standing("sure"), {"other": "Rosa"}, heard(text))
        assert found is offered, text
    assert not hearing.offers(FLOW, Standing("done"), {}, heard("yes"))


def test_other_names_of_options_may_be_several() -> None:
    whole = tuple(replace(one, whole=(f"{one.token}s",)) for one in TOPICS)

    def all_of(text: str, most: int = 2, token: str = "", options: Any = whole) -> list[str]:
        told = hearing._told(options, heard(text, token), most)
        return told[0] if told else []

    assert all_of("arts") == ["art"]
    assert all_of("maths, arts") == ["maths", "art"]
    assert all_of("arts, arts") == ["art"]
    assert all_of("arts, musics", 1) == all_of("arts", token="x") == []
    assert hearing._told(whole, heard("arts, Chess"), 2) == (["art"], "Chess")
    assert all_of("arts, not chess") == all_of("chess") == all_of("arts, chess, go") == []
    assert all_of("arts", options=TOPICS) == []


def test_a_state_that_was_renamed_is_followed() -> None:
    moved = replace(FLOW, moved={"old": "older", "older": "likes"})
    there = Standing("old", {"age": 21}, ("age", "gone"), 2)
    assert versions.moved(moved, there) == Standing("likes", {"age": 21}, ("age",), 0)
    stays = Standing("age", misses=2)
    assert versions.moved(moved, stays) is stays
    found = [versions.stands(moved, one) for one in ("age", "old", "gone")]
    assert found == [True, True, False]
    asked = [versions.wording(FLOW, one) for one in ("age", "sure", "done")]
    assert len({*asked}) == 3
    assert {len(one) for one in asked} == {8}


def test_what_is_shown_is_kept_with_the_question() -> None:
    shows = replace(FLOW, shows=lambda answers, facts: {"seen": facts["zone"]})
    asked = runs.open_run(shows, {"zone": "UTC"})
    assert asked.standing.answers == {"seen": "UTC"}
    for misses, seen in ((0, {}), (1, {"seen": "UTC"})):
        assert take("age", "x", flow=shows, misses=misses).standing.answers == seen
