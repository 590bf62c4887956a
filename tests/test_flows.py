"""What every flow must satisfy, whatever it is about."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant.rendering.translations import LANGUAGES
from assistant.understanding.keywords import Keyword
from flows import FLOWS
from flows.engine import runs, states, versions
from flows.engine.standing import Mend, Standing
from flows.engine.states import (
    Asking,
    Choice,
    Ending,
    Flow,
    Heard,
    Question,
    Remark,
    Several,
)
from tests.flow_facts import VARIANTS
from tests.flow_walks import NOW, Stand, walk

RELEASED = Path(__file__).parent / "data" / "released_states.txt"
AGES = ("age", "young", "teen")
NEVER_LEFT = {
    ("check_in", "safe"),
    ("offer", "offer"),
    ("offer", "want"),
    ("introduction", "want"),
    *(("keeping", state) for state in ("keep", "sure")),
    ("consent", "okay"),
    ("forgetting", "sure"),
    *((flow, state) for flow in ("intake", "mentor_intake", "menu") for state in AGES),
    *(("guardian", state) for state in ("may", "later")),
    ("opt_out", "texts"),
    ("safety", "other_safe"),
    ("safety", "safe"),
    ("whose", "which"),
    *(("claimed", state) for state in ("number", "telegram")),
    *(("still_yours", state) for state in ("named", "unnamed")),
}
JARGON = re.compile(r"\b(mentees?|match(es|ed)?|intake|closure|enrol\w*|onboard\w*)\b", re.I)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=lambda flow: flow.name)
class TestFlow:
    def test_every_state_can_be_reached(self, flow: Flow) -> None:
        reached: set[str] = set()
        onward = {flow.initial}
        while onward:
            reached |= onward
            onward = {row[2] for row in flow.transitions if row[1] in onward} - reached
        assert reached == set(flow.states)

    def test_every_question_and_ending_is_reached_by_somebody_who_replies(self, flow: Flow) -> None:
        reached = {turn.standing.state for turn in walk(flow.name)[1]}
        resting = {name for name, one in flow.states.items() if not isinstance(one, Remark)}
        assert reached == resting

    def test_every_state_but_an_ending_leads_on(self, flow: Flow) -> None:
        leaving = {row[1] for row in flow.transitions}
        assert leaving == {name for name, one in flow.states.items() if not isinstance(one, Ending)}

    def test_every_row_leads_from_a_state_to_a_state(self, flow: Flow) -> None:
        assert {place for row in flow.transitions for place in row[1:3]} <= set(flow.states)

    def test_every_row_can_be_fired(self, flow: Flow) -> None:
        for trigger, source, *_ in flow.transitions:
            assert trigger in fired(flow, source), (trigger, source)

    def test_every_option_has_a_row(self, flow: Flow) -> None:
        for stand in walk(flow.name)[0]:
            state = stand.standing.state
            for option in states.options_of(stand.asked, stand.standing.answers, stand.facts):
                assert {(option.token, state), ("answered", state)} & flow.triggers

    def test_every_question_has_a_hint_and_says_why(self, flow: Flow) -> None:
        for name, state in questions(flow):
            assert state.hint, name
            assert state.why, name
            assert len({state.ask, state.hint, state.why}) == 3, name

    def test_what_can_be_left_has_a_row_and_what_cannot_has_none(self, flow: Flow) -> None:
        for name, state in questions(flow):
            assert (("left", name) in flow.triggers) == state.leave
            assert state.leave == ((flow.name, name) not in NEVER_LEFT)

    def test_labels_are_short_and_unlike_each_other(self, flow: Flow) -> None:
        for stand in walk(flow.name)[0]:
            options = states.options_of(stand.asked, stand.standing.answers, stand.facts)
            assert len({option.label.casefold() for option in options}) == len(options)
            assert all(len(option.label) <= 40 for option in options)

    def test_no_words_of_ours_are_jargon(self, flow: Flow) -> None:
        assert not [text for text in words_of(flow) if JARGON.search(text)]

    def test_the_next_flow_exists(self, flow: Flow) -> None:
        nexts = {one.then for one in flow.states.values() if isinstance(one, Ending)}
        assert nexts - {""} <= set(FLOWS)

    def test_a_state_that_moved_leads_to_one_that_asks(self, flow: Flow) -> None:
        for old in flow.moved:
            stood = versions.moved(flow, Standing(old, trail=("gone",)))
            assert isinstance(flow.states[stood.state], Asking)

    def test_back_passes_by_a_question_that_is_gone(self, flow: Flow) -> None:
        for state, _asked in questions(flow):
            mend = Mend(1, "no such state", state, {})
            stood = Standing(state, trail=("no such state",), mends=(mend,))
            assert versions.moved(flow, stood) == Standing(state)

    def test_every_option_of_a_simpler_question_is_an_answer(self, flow: Flow) -> None:
        for _name, asked in questions(flow):
            if isinstance(asked, Question) and asked.simpler:
                for option in (*asked.options, *asked.buttons):
                    asked.read(Heard(option.token, NOW, "en", str, option.token))

    def test_at_most_one_question_is_put_at_a_time(self, flow: Flow) -> None:
        for turn in walk(flow.name)[1]:
            assert sum(prompt.asks for prompt in turn.prompts) <= 1
            asked = [prompt for prompt in turn.prompts if "?" in prompt.msgid]
            assert sum(prompt.msgid.count("?") for prompt in asked) <= 1, asked


def questions(flow: Flow) -> Iterator[tuple[str, Asking]]:
    return ((name, state) for name, state in flow.states.items() if isinstance(state, Asking))


def words_of(flow: Flow) -> Iterator[str]:
    for state in flow.states.values():
        for part in ("ask", "say", "hint", "why", "echo", "simpler"):
            if text := getattr(state, part, ""):
                yield text


def fired(flow: Flow, source: str) -> set[str]:
    """The triggers that a state can fire."""
    match flow.states[source]:
        case Remark():
            return {"onward"}
        case Question() | Several():
            return {"answered", "left"}
        case Choice(options=options, unlisted=unlisted):
            stands = [one for one in walk(flow.name)[0] if one.standing.state == source]
            made = (
                [options(one.standing.answers, one.facts) for one in stands]
                if callable(options)
                else [options]
            )
            return {"answered", "left", *(one.token for each in (*made, unlisted) for one in each)}
        case _:
            return set()


def test_intents_have_names_of_their_own() -> None:
    names = [intent.name for flow in FLOWS.values() for intent in flow.intents]
    assert len(set(names) | set(Keyword)) == len(names) + len(Keyword)


def test_no_two_intents_are_printed_as_the_same_word() -> None:
    for language in LANGUAGES:
        declared = [one for flow in FLOWS.values() for one in flow.intents if one.printed]
        words = [intent.printed[language] for intent in declared]
        assert len(set(words)) == len(words)


class TestReleased:
    """A run may stand for weeks where it stood: no state disappears without a way on."""

    released = tuple(RELEASED.read_text().split())

    def test_every_state_ever_released_is_a_state_or_has_moved(self) -> None:
        for flow, state in (line.split(".") for line in self.released):
            assert state in FLOWS[flow].states or state in FLOWS[flow].moved


def replies(name: str, facts: Mapping[str, Any], known: Mapping[str, Any], said: list[str]) -> int:
    """How many replies a flow takes until it closes; not all of them may be needed."""
    stand = Stand(FLOWS[name], facts, runs.open_run(FLOWS[name], facts, dict(known)), None)
    for count, text in enumerate(said, 1):
        stand = Stand(stand.flow, facts, stand.hear(text), None)
        if stand.turn.closed:
            return count
    raise AssertionError(stand.standing)


INTAKE = ["16", "Jay", "1 4", "pass maths", "after school", "1"]


def test_a_stranger_answers_at_most_six_questions() -> None:
    facts = {**VARIANTS["stranger"], "minimum_age": 16}
    assert replies("consent", facts, {}, ["ok"]) + replies("intake", facts, {}, INTAKE) == 7


def test_who_was_invited_answers_at_most_four() -> None:
    facts, known = VARIANTS["invited"], {"age": 19, "name": "Jay", "invited": True}
    assert replies("consent", facts, {}, ["ok"]) + replies("intake", facts, known, INTAKE[2:]) == 5


def test_a_goal_takes_at_most_five_replies() -> None:
    said = ["pass my maths exam", "the letter", "ask my teacher", "30 June", "1"]
    assert replies("goal_setting", VARIANTS["known mentee"], {}, said) == 5
