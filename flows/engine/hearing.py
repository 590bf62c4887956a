"""What a reply means where a run stands: the trigger it fires, the answer, a note."""

import re
from contextlib import suppress
from dataclasses import replace
from typing import Any, assert_never

from flows import reading
from flows.engine.standing import Standing, asked_at
from flows.engine.states import (
    Choice,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Several,
    options_of,
)
from flows.reading import Offered, Unclear, replies

_HOLE = re.compile(r"\s*\{[^}]*\}")  # in "keep {other}": "keep" is enough


def hear(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> tuple[str, Any, str]:
    """What a reply means where the run stands: trigger, answer, note. Raises Unclear."""
    asked, state = asked_at(flow, standing), standing.state
    if asked.leave and heard.token == "0":
        return "left", None, ""
    match asked:
        case Question():
            answer, note = _hear_question(asked, standing, heard)
            return "answered", answer, note
        case Choice():
            options = options_of(asked, standing.answers, facts)
            token, note = _hear_either(asked, options, heard)
            return trigger_of(flow, state, token), token, note
        case Several():
            options = options_of(asked, standing.answers, facts)
            tokens, note = _hear_several(options, heard, asked.most)
            return "answered", list(tokens), note
        case _:
            assert_never(asked)


def offers(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> bool:
    """Whether these are the very words of an option that is open, or others that mean it."""
    asked = flow.states[standing.state]
    if not isinstance(asked, Question | Choice | Several):
        return False
    said = replies.plain(heard.text)
    options = offered(options_of(asked, standing.answers, facts), heard)
    return bool(said) and any(said == replies.plain(name) for one in options for name in one.words)


def offered(options: tuple[Option, ...], heard: Heard) -> list[Offered]:
    """The options in the words the person saw, and the other words that mean them."""
    return [
        Offered(
            option.token,
            (
                option.label if option.own else _HOLE.sub("", heard.say(option.label)),
                *(word for msgid in option.words for word in heard.say(msgid).split(", ")),
            ),
        )
        for option in options
    ]


def trigger_of(flow: Flow, state: str, answer: Any) -> str:
    chosen = isinstance(answer, str) and (answer, state) in flow.triggers
    return answer if chosen else "answered"


def _hear_question(asked: Question, standing: Standing, heard: Heard) -> tuple[Any, str]:
    token, note = heard.token, ""
    if token and token not in {option.token for option in (*asked.options, *asked.buttons)}:
        raise Unclear(token)
    if token:
        heard = replace(heard, text=token)
    try:
        answer = asked.read(heard)
    except Unclear:
        if token or not asked.options or standing.misses < 2:
            raise
        token, note = reading.choice(heard.text, offered(asked.options, heard), heard.language)
        answer = asked.read(replace(heard, text=token, token=token))
    return answer if isinstance(answer, tuple) else (answer, note)


def _hear_either(asked: Choice, options: tuple[Option, ...], heard: Heard) -> tuple[str, str]:
    if asked.other and not heard.token:
        with suppress(Unclear):
            return asked.other(heard), ""
    return _hear_choice(options, heard)


def _hear_choice(options: tuple[Option, ...], heard: Heard) -> tuple[str, str]:
    if heard.token:
        if heard.token not in {option.token for option in options}:
            raise Unclear(heard.token)
        return heard.token, ""
    return reading.choice(heard.text, offered(options, heard), heard.language)


def _hear_several(
    options: tuple[Option, ...], heard: Heard, most: int
) -> tuple[tuple[str, ...], str]:
    if heard.token:
        return (_hear_choice(options, heard)[0],), ""
    return reading.several(heard.text, offered(options, heard), heard.language, most)
