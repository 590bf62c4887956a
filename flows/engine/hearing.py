"""What a reply means where a run stands: the trigger it fires, the answer, a note."""

import re
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

from flows import reading
from flows.engine.prompts import values_of
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
from flows.engine.values import Answer
from flows.reading import Offered, Unclear, replies

LONGEST_NAMES = 120  # letters of options that are named in other words
_HOLE = re.compile(r"\s*\{(\w*)[^}]*\}")


def hear(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> tuple[str, Answer, str]:
    """What a reply means where the run stands: trigger, answer, note. Raises Unclear."""
    asked, state = asked_at(flow, standing), standing.state
    if asked.leave and heard.token == "0":
        return "left", None, ""
    match asked:
        case Question():
            answer, note = _hear_question(asked, standing, heard)
            return "answered", answer, note
        case Choice():
            token = _unlisted(asked, flow, standing, facts, heard)
            token, note = (token, "") if token else _hear_one(asked, flow, standing, facts, heard)
            return trigger_of(flow, state, token), token, note
        case Several():
            if named := _all_whole(options_of(asked, standing.answers, facts), heard, asked.most):
                return "answered", named, ""
            tokens, note = _hear_several(_shown(flow, standing, facts, heard), heard, asked.most)
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


def offered(
    options: tuple[Option, ...], heard: Heard, values: Facts | None = None
) -> list[Offered]:
    """The options in the words the person saw, and the other words that mean them."""
    return [
        Offered(
            option.token,
            (
                *([option.label] if option.own else _named(heard.say(option.label), values or {})),
                *(
                    word
                    for msgid in option.words
                    for said in heard.say(msgid).split(", ")
                    for word in _named(said, values or {})
                ),
            ),
        )
        for option in options
    ]


def trigger_of(flow: Flow, state: str, answer: Answer) -> str:
    chosen = isinstance(answer, str) and (answer, state) in flow.triggers
    return answer if chosen else "answered"


def _shown(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> list[Offered]:
    """The options of a state as the person saw them, with the names in them."""
    options = options_of(asked_at(flow, standing), standing.answers, facts)
    named = any("{" in text for one in options for text in (one.label, *one.words))
    return offered(options, heard, values_of(flow, standing.answers, facts) if named else {})


def _named(text: str, values: Facts) -> tuple[str, ...]:
    """A text with the name in it, whole and the first alone; without, where none is known."""
    hole = _HOLE.search(text) if "{" in text else None
    if not hole:
        return (text,)
    name = values.get(hole[1])
    if not isinstance(name, str) or not name.strip():
        return (_HOLE.sub("", text),)
    known = dict.fromkeys((name, name.split()[0]))
    return tuple(text.replace(hole[0], f" {one}").strip() for one in known)


def _hear_question(asked: Question, standing: Standing, heard: Heard) -> tuple[Answer, str]:
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
        if note and asked.exact:
            raise  # "two a week is fine" is not the second option
        answer = asked.read(replace(heard, text=token, token=token))
    return answer if isinstance(answer, tuple) else (answer, note)


def _hear_either(asked: Choice, options: list[Offered], heard: Heard) -> tuple[str, str]:
    if asked.other and asked.wholly and not heard.token:
        if token := reading.wholly(heard.text, options, heard.language):
            return token, ""
        return str(asked.other(heard)), ""
    if asked.options_first:
        with suppress(Unclear):
            return _hear_choice(options, heard, noted=asked.noted)
    if asked.other and not heard.token:
        with suppress(Unclear):
            answer = asked.other(heard)
            return answer if isinstance(answer, tuple) else (answer, "")
    return _hear_choice(options, heard, noted=asked.noted)


def _hear_choice(options: list[Offered], heard: Heard, *, noted: bool = False) -> tuple[str, str]:
    if heard.token:
        if heard.token not in {option.token for option in options}:
            raise Unclear(heard.token)
        return heard.token, ""
    return reading.choice(heard.text, options, heard.language, noted=noted)


def _hear_one(
    asked: Choice, flow: Flow, standing: Standing, facts: Facts, heard: Heard
) -> tuple[str, str]:
    options = _shown(flow, standing, facts, heard)
    token, note = _hear_either(asked, options, heard)
    if heard.token:
        return token, note
    if token == "no" and not _surely(asked, options, heard):
        raise Unclear(heard.text)
    if token == "yes" and asked.happened and reading.only_assents(heard.text, heard.language):
        raise Unclear(heard.text)
    return token, note


def _unlisted(asked: Choice, flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> str:
    """The option that is not shown whose words are all that is said, with the name in them."""
    if heard.token or not asked.unlisted:
        return ""
    values = values_of(flow, standing.answers, facts)
    return reading.repeats(heard.text, offered(asked.unlisted, heard, values), heard.language)


def _surely(asked: Choice, options: list[Offered], heard: Heard) -> bool:
    """Whether a no is one where something hangs on it: what a yes would end, a time, safety."""
    if asked.ends and not reading.keeps(heard.text, options, heard.language):
        return False
    return not (asked.other and reading.reassures(heard.text))


def _all_whole(options: tuple[Option, ...], heard: Heard, most: int) -> list[str]:
    """The options that are named in other words, where nothing else is said."""
    if heard.token or len(heard.text) > LONGEST_NAMES:
        return []
    known = {
        replies.plain(words): one.token
        for one in options
        if one.whole
        for words in (one.label, *one.whole)
    }
    parts = reading.parts(heard.text, heard.language) if known else []
    found = [known.get(part, "") for part in parts]
    return list(dict.fromkeys(found)) if all(found) and len(set(found)) <= most else []


def _hear_several(options: list[Offered], heard: Heard, most: int) -> tuple[tuple[str, ...], str]:
    if heard.token:
        return (_hear_choice(options, heard)[0],), ""
    return reading.several(heard.text, options, heard.language, most)
