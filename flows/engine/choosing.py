"""Which of the options of a choice a reply means, or what it says instead of one."""

from contextlib import suppress
from dataclasses import replace

from flows import reading
from flows.engine.offering import offered, shown
from flows.engine.prompts import values_of
from flows.engine.standing import Standing
from flows.engine.states import Choice, Facts, Flow, Heard
from flows.reading import Offered, Unclear


def hear_one(
    asked: Choice, flow: Flow, standing: Standing, facts: Facts, heard: Heard
) -> tuple[str, str]:
    options = shown(flow, standing, facts, heard)
    token, note = _hear_either(asked, options, heard)
    if heard.token:
        return token, note
    if token == "no" and not _surely(asked, options, heard):
        raise Unclear(heard.text)
    if token == "yes" and asked.firm and not _firmly(asked, options, heard):
        raise Unclear(heard.text)
    return token, note


def hear_choice(options: list[Offered], heard: Heard, *, noted: bool = False) -> tuple[str, str]:
    if heard.token:
        if heard.token not in {option.token for option in options}:
            raise Unclear(heard.token)
        return heard.token, ""
    return reading.choice(heard.text, options, heard.language, noted=noted)


def picked(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> str:
    """The option that is named or picked, whatever stands beside it. Raises Unclear."""
    return hear_choice(shown(flow, standing, facts, heard), heard)[0]


def unlisted(asked: Choice, flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> str:
    """The option that is not shown whose words are all that is said, with the name in them."""
    if heard.token or not asked.unlisted:
        return ""
    values = values_of(flow, standing.answers, facts)
    return reading.repeats(heard.text, offered(asked.unlisted, heard, values), heard.language)


def _hear_either(asked: Choice, options: list[Offered], heard: Heard) -> tuple[str, str]:
    if asked.wholly and not heard.token:
        if token := reading.wholly(heard.text, options, heard.language):
            return token, ""
        if not asked.other:
            raise Unclear(heard.text)
        return str(asked.other(heard)), ""
    if asked.options_first:
        return _hear_first(asked, options, heard)
    if asked.other and not heard.token:
        with suppress(Unclear):
            return _hear_other(asked, heard)
    return hear_choice(options, heard, noted=asked.noted)


def _hear_first(asked: Choice, options: list[Offered], heard: Heard) -> tuple[str, str]:
    """An option, or what `other` reads beside it or alone. Raises Unclear where something stands
    beside it that may matter, and cannot be read."""
    try:
        token, note = hear_choice(options, heard, noted=asked.noted)
    except Unclear:
        if heard.token:
            raise
        return _hear_other(asked, heard)
    if not note:
        return token, ""
    rest = reading.beside(note, options, heard.language)
    with suppress(Unclear):
        return _hear_other(asked, replace(heard, text=rest))[0], heard.text
    named = " ".join(name for one in options if one.token == token for name in one.words)
    if reading.alters(rest, named, heard.language):
        raise Unclear(heard.text)
    return token, note


def _hear_other(asked: Choice, heard: Heard) -> tuple[str, str]:
    assert asked.other is not None
    answer = asked.other(heard)
    return answer if isinstance(answer, tuple) else (answer, "")


def _surely(asked: Choice, options: list[Offered], heard: Heard) -> bool:
    """Whether a no is one where something hangs on it: what a yes would end, a time, safety."""
    if asked.ends and not reading.keeps(heard.text, options, heard.language):
        return False
    return not (asked.other and reading.reassures(heard.text))


def _firmly(asked: Choice, options: list[Offered], heard: Heard) -> bool:
    """Whether a yes is more than a nod, and tells of what has happened where it may be noted."""
    if reading.only_assents(heard.text, heard.language) and not _reads_out(options, heard):
        return False
    return not asked.noted or reading.happened(heard.text, options, heard.language)


def _reads_out(options: list[Offered], heard: Heard) -> bool:
    """Whether it is the label of a yes as it stands there, "I'm sure"."""
    said = reading.plain(heard.text)
    return any(one.token == "yes" and reading.plain(one.words[0]) == said for one in options)
