"""What flows say, as it is sent: short, one question, and no word that is not ours to use."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.rendering.prompts import LANGUAGES, Reader, Spoken, speak
from assistant.understanding import reserved
from flows import FLOWS
from flows.engine.states import Prompt
from tests.flow_facts import LONG
from tests.flow_walks import walk
from tests.together import together

READERS = {
    f"{language}-{'formal' if formal else 'informal'}": Reader(
        language=language, zone="UTC", formal=formal, buttons=False, letters=Letters.TYPED
    )
    for language in LANGUAGES
    for formal in (False, True)
}
RESERVED = reserved.reserved(reserved.TWILIO)


@cache
def prompted(flow: str) -> tuple[Sequence[Prompt], ...]:
    """What is said in the turns of a walk through a flow, once."""
    return _each_once(turn.prompts for turn in walk(flow)[1])


@cache
def prompted_at_length(flow: str) -> tuple[Sequence[Prompt], ...]:
    """The same, with long names."""
    return _each_once(
        [replace(one, values={**one.values, **LONG}) for one in prompts]
        for prompts in prompted(flow)
    )


def _each_once(several: Iterable[Sequence[Prompt]]) -> tuple[Sequence[Prompt], ...]:
    return tuple({repr(prompts): prompts for prompts in several}.values())


@cache
def said(flow: str, reader: Reader) -> tuple[Spoken, ...]:
    """Every text that a walk through a flow brings, once."""
    turns = (speak(prompts, reader) for prompts in prompted(flow))
    return tuple(dict.fromkeys(spoken for texts in turns for spoken in texts))


@pytest.mark.parametrize("flow", FLOWS)
@together
@pytest.mark.parametrize("reader", READERS.values())
def test_no_text_invites_a_word_that_carriers_own(flow: str, reader: Reader) -> None:
    # A coordinator is told which word of theirs it is.
    said_by = {"consent": {"HELP", "STOP"}, "guardian": {"HELP", "STOP"}, "broadcast": {"YES"}}
    allowed = said_by.get(flow, set())
    for spoken in said(flow, reader):
        assert reserved.invited(spoken.text) & RESERVED <= allowed, spoken.text


@pytest.mark.parametrize("flow", FLOWS)
@together
@pytest.mark.parametrize("reader", READERS.values())
def test_no_text_teaches_more_than_one_word_of_ours(flow: str, reader: Reader) -> None:
    for spoken in said(flow, reader):
        assert len(reserved.taught(spoken.text)) <= 1, spoken.text


@pytest.mark.parametrize("flow", FLOWS)
@together
@pytest.mark.parametrize("reader", READERS.values())
def test_no_text_puts_two_questions(flow: str, reader: Reader) -> None:
    for spoken in said(flow, reader):
        assert spoken.text.count("?") <= 1, spoken.text


@pytest.mark.parametrize("flow", FLOWS)
@together
@pytest.mark.parametrize("reader", READERS.values())
def test_no_text_needs_a_link(flow: str, reader: Reader) -> None:
    for spoken in said(flow, reader):
        assert "http" not in spoken.text
        assert "www." not in spoken.text


@pytest.mark.parametrize("flow", FLOWS)
@together
@pytest.mark.parametrize("reader", READERS.values())
def test_every_text_fits_two_segments_with_long_names(flow: str, reader: Reader) -> None:
    for prompts in prompted_at_length(flow):
        for spoken in speak(prompts, reader):
            assert segments.count(spoken.text) <= 2, (len(spoken.text), spoken.text)


def test_the_two_texts_of_the_first_contact_fit_one_message() -> None:
    for turn in walk("consent")[1]:
        if turn.prompts and turn.prompts[-1].asks:
            assert len(speak(turn.prompts, READERS["en-informal"])) == 1
