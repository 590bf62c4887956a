"""What holds wherever a run stands, whatever is written there."""

import json
from dataclasses import asdict, replace

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import FLOWS
from flows.engine import runs
from flows.engine.standing import Standing, Turn
from flows.engine.states import Heard
from tests.flow_walks import NOW, Stand, everywhere, stands

WEIRD = (
    "x" * 10_000,
    "7" * 10_000,
    "yes no " * 1_500,
    "\u202e\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",  # right to left
    "<b>*_[x](http://x)</b> {name} {0} %s",
    "{" * 500 + "}" * 500,
    "\x00 a \ud800",
    "?!.,;:-()/\\",
)
MEANINGLESS = ("", " ", "\n", "\u200b", "🙃", "🎉🎉", "🦊 🍕", "🏳️‍🌈", "...", "\x00", "\ud800")


@pytest.mark.parametrize("flow", FLOWS)
class TestStanding:
    def test_it_survives_being_stored(self, flow: str) -> None:
        for stand in stands(flow):
            assert kept(stand.standing) == stand.standing

    def test_back_returns_to_the_question_before(self, flow: str) -> None:
        for stand in stands(flow):
            back = runs.go_back(stand.flow, stand.standing, stand.facts)
            before = stand.before or stand.standing
            assert back.standing.state == before.state, stand
            # What was picked here in an earlier round is asked anew, so it need not be kept.
            anew = (before.state, f"{before.state}_note")
            kept = {key: value for key, value in before.answers.items() if key not in anew}
            found = back.standing.answers
            assert {key: found[key] for key in found if key not in anew} == kept, stand
            assert back.prompts[-1].asks, stand

    def test_why_is_explained_and_the_question_asked_again(self, flow: str) -> None:
        for stand in stands(flow):
            told = runs.explain(stand.flow, stand.standing, stand.facts)
            said = [prompt.msgid for prompt in told.prompts]
            assert said == [stand.asked.why, stand.asked.ask], stand
            assert told.standing == stand.standing

    def test_two_misunderstandings_bring_a_numbered_question_and_three_a_person(
        self, flow: str
    ) -> None:
        for stand in stands(flow):
            first = stand.hear("🙃")
            second = Stand(stand.flow, stand.facts, first, None).hear("🙃")
            third = Stand(stand.flow, stand.facts, second, None).hear("🙃")
            assert first.prompts[0].msgid == stand.asked.hint, stand
            assert second.prompts[0].asks, stand
            assert third.stuck, stand

    def test_whatever_is_written_is_answered(self, flow: str) -> None:
        for stand in stands(flow):
            for text in WEIRD:
                assert answered(stand, stand.hear(text)), (stand, ascii(text))

    def test_nothing_and_pictures_never_lead_on(self, flow: str) -> None:
        for stand in stands(flow):
            for text in MEANINGLESS:
                turn = stand.hear(text)
                assert not turn.answered, (stand, ascii(text))
                assert turn.standing.state == stand.standing.state

    def test_a_button_of_another_question_is_not_an_answer(self, flow: str) -> None:
        for stand in stands(flow):
            assert not stand.hear("", "no such token").answered, stand


def test_nothing_is_done_about_somebody_who_is_gone_by_then() -> None:
    for stand in stands("person"):
        desk = {**stand.facts["desk"], "people": []}
        gone = replace(stand, facts={**stand.facts, "desk": desk})
        for reply in stand.replies():
            assert gone.hear(*reply).events == (), stand


def kept(standing: Standing) -> Standing:
    return Standing.of(standing.state, orjson.loads(orjson.dumps(standing.stored())))


def answered(stand: Stand, turn: Turn) -> bool:
    """Whether something follows: words, another flow, a person, an event that speaks itself, or
    the question below, of which there is always one where a reply can mean two things."""
    json.dumps(asdict(turn.standing))
    below = turn.closed and stand.flow.name == "perhaps"
    return bool(turn.prompts or turn.stuck or turn.then or turn.events or below)


@settings(deadline=None, max_examples=400, derandomize=True)
@given(
    stand=st.deferred(lambda: st.sampled_from(everywhere(stands))),
    text=st.text(st.characters(exclude_categories=())),
    misses=st.integers(0, 2),
)
def test_any_text_in_any_state_is_answered(stand: Stand, text: str, misses: int) -> None:
    standing = replace(stand.standing, misses=misses)
    heard = Heard(text, NOW, "en")
    assert answered(stand, runs.take_turn(stand.flow, standing, stand.facts, heard))
