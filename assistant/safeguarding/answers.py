"""Answers to "do you feel safe with {other}?": everything but a bare yes is a concern."""

from collections.abc import Iterable

from assistant.safeguarding.concerns import About, Concern, Kind
from assistant.safeguarding.scanner import ours, scan
from flows import reading
from flows.engine.hearing import offered
from flows.engine.states import Heard
from flows.mentoring import check_in
from flows.reading import Unclear

_YES = "yes"


def unsafe(heard: Heard, others: Iterable[str] = ()) -> Concern | None:
    """The concern in such an answer, with all its words; about the other side unless it names
    somebody else. For what a flow would hear: commands and opting out come before."""
    found = scan(heard.text, others)
    if found is None and _is_bare_yes(heard):
        return None
    named = found is not None and found.about is not About.UNSAID
    about = found.about if found and named else About.OTHER_SIDE
    return Concern(found.kind if found else Kind.AFRAID, about, heard.text)


def _is_bare_yes(heard: Heard) -> bool:
    if heard.token:
        return heard.token == _YES
    try:
        token, note = reading.choice(heard.text, offered(check_in.SAFE, heard), heard.language)
    except Unclear:
        return False
    return token == _YES and not note and not ours().hedges(heard.text)
