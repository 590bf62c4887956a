"""Answers to "do you feel safe with {other}?": everything but a bare yes is a concern."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.safeguarding.concerns import About, Concern, Kind
from assistant.safeguarding.scanner import ours, scan
from flows import reading
from flows.engine.offering import offered
from flows.engine.states import Heard, Option
from flows.mentoring import check_in
from flows.reading import Unclear
from flows.support import safety

_YES, _NO = "yes", "no"


def unsafe(heard: Heard, others: Iterable[str] = ()) -> Concern | None:
    """The concern in such an answer, with all its words; about the other side unless it names
    somebody else. For what a flow would hear: commands and opting out come before."""
    found = scan(heard.text, others)
    if found is None and _is_bare_yes(heard):
        return None
    named = found is not None and found.about is not About.UNSAID
    about = found.about if found and named else About.OTHER_SIDE
    return Concern(found.kind if found else Kind.AFRAID, about, heard.text)


def unsafe_token(heard: Heard, others: Iterable[str] = ()) -> str:
    """The option that such an answer comes to; "" for a bare yes."""
    if unsafe(heard, others) is None:
        return ""
    picked = _picked(heard, check_in.SAFE)
    return picked if picked not in ("", _YES) else _NO


def eased(heard: Heard, state: str = "safe") -> str:
    """The option of "are you safe right now?", or of whatever that state of the flow asks, that
    words come to; "" for none of them.

    Only a plain "I'm okay" is one: with more beside it, or half said, it is "not really".
    """
    sober, asked = replace(heard, text=ours().sober(heard.text)), safety.ASKED[state]
    if _is_plain(heard, asked) or _is_plain(sober, asked):
        return _YES
    picked = _picked(heard, asked)
    return _NO if picked == _YES else picked


def _is_plain(heard: Heard, asked: tuple[Option, ...]) -> bool:
    """Whether it is the option's own words, or a yes with nothing beside it."""
    whole = reading.wholly(heard.text, offered(asked, heard), heard.language) == _YES
    return whole or (_picked(heard, asked) == _YES and _is_bare(heard, asked))


def _is_bare_yes(heard: Heard) -> bool:
    if heard.token:
        return heard.token == _YES
    return _picked(heard, check_in.SAFE) == _YES and _is_bare(heard, check_in.SAFE)


def _picked(heard: Heard, options: tuple[Option, ...]) -> str:
    try:
        return reading.choice(heard.text, offered(options, heard), heard.language)[0]
    except Unclear:
        return ""


def _is_bare(heard: Heard, options: tuple[Option, ...]) -> bool:
    """Whether nothing stands beside a choice, and nothing takes half of it back."""
    _token, note = reading.choice(heard.text, offered(options, heard), heard.language)
    return not note and not ours().hedges(heard.text)
