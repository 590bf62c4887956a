"""What a reply means where a run stands: the trigger it fires, the answer, a note."""

from dataclasses import replace
from typing import assert_never

from flows import reading
from flows.engine import choosing
from flows.engine.offering import offered, shown
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


def hear(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> tuple[str, Answer, str]:
    """What a reply means where the run stands: trigger, answer, note. Raises Unclear."""
    asked, state = asked_at(flow, standing), standing.state
    if asked.leave and heard.token == "0":
        return "left", None, ""
    if replies.endless(heard.text):
        raise Unclear(heard.text)
    match asked:
        case Question():
            answer, note = _hear_question(asked, standing, heard)
            return "answered", answer, note
        case Choice():
            token = choosing.unlisted(asked, flow, standing, facts, heard)
            token, note = (
                (token, "") if token else choosing.hear_one(asked, flow, standing, facts, heard)
            )
            return trigger_of(flow, state, token), token, note
        case Several():
            if told := _told(options_of(asked, standing.answers, facts), heard, asked.most):
                return "answered", *told
            tokens, note = _hear_several(shown(flow, standing, facts, heard), heard, asked.most)
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


def trigger_of(flow: Flow, state: str, answer: Answer) -> str:
    chosen = isinstance(answer, str) and (answer, state) in flow.triggers
    return answer if chosen else "answered"


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


def _told(
    options: tuple[Option, ...], heard: Heard, most: int
) -> tuple[list[str], str] | tuple[()]:
    """The options that are named in other words, of which at least one is, and what is told in a
    row with them."""
    if heard.token or len(heard.text) > LONGEST_NAMES or not any(one.whole for one in options):
        return ()
    known = {
        replies.plain(words): one.token
        for one in options
        if one.whole
        for words in (one.label, *one.whole)
    }
    things = reading.things(heard.text, heard.language)
    found = {one: known.get(reading.bare(one), "") for one in things}
    if not any(found.values()) or len(found) > most:
        return ()
    known |= {(f"{n}",): one.token for n, one in enumerate(options, 1)}
    own = [one for one in things if replies.plain(one) not in known and not found[one]]
    if not all(reading.is_thing(one, heard.language) for one in own):
        return ()
    told = (found[one] or known.get(replies.plain(one), "") for one in things)
    return list(dict.fromkeys(filter(None, told))), ", ".join(own)


def _hear_several(options: list[Offered], heard: Heard, most: int) -> tuple[tuple[str, ...], str]:
    if heard.token:
        return (choosing.hear_choice(options, heard)[0],), ""
    return reading.several(heard.text, options, heard.language, most)
