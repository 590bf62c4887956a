"""A wording and its values become a text: names only, nothing is ever evaluated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.channels.sms import alphabet
from assistant.channels.sms.alphabet import Letters
from assistant.rendering import values
from assistant.rendering.translations import Reader, translate
from flows.engine.states import Option
from flows.engine.values import Facts

_hole = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}")
_opening = re.compile(r"""(?:^|[.!?]["')»]*\s+)["'(«¡¿]*$""").search

# Where a value is missing, the comma or the space that led up to it goes too.
_MISSING = "\0"
_pauses = re.compile(r"(?:^|(?<=[.!?] ))\0[,;:]? *|,? ?\0(?= ?[,.!?;:]|$)|\0 ?")


class WordingError(ValueError):
    """A wording that cannot be shown: a stray brace, or a way of showing that does not exist."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a value goes: which, shown how, and whether it begins or ends a sentence."""

    name: str
    spec: str = ""
    opens: bool = False
    ends: bool = False


Parts = tuple[str | Hole, ...]


def parse(wording: str) -> Parts:
    """The literal texts and the holes of a wording, in order."""
    return tuple(part for part in _parts(wording) if part)


def _parts(wording: str) -> Iterator[str | Hole]:
    end = 0
    for found in _hole.finditer(wording):
        yield _literal(wording[end : found.start()])
        yield _checked(found, wording)
        end = found.end()
    yield _literal(wording[end:])


def _literal(text: str) -> str:
    if "{" in text or "}" in text:
        raise WordingError(f"a stray brace: {text!r}")
    return text


def _checked(found: re.Match[str], wording: str) -> Hole:
    name, spec = found[1], found[2] or ""
    if spec not in values.SPECS:
        raise WordingError(f"nothing is shown as {spec!r}")
    opens = bool(_opening(wording, 0, found.start()))
    return Hole(name, spec, opens, ends=wording.startswith(".", found.end()))


def render(msgid: str, given: Facts, reader: Reader) -> str:
    """The text as this reader sees it."""
    parts = _template(msgid, reader.language, reader.country, reader.formal, reader.letters)
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0]
    text = "".join(
        [part if isinstance(part, str) else _filled(part, given, reader) for part in parts]
    )
    return _without_gaps(text) if _MISSING in text else text


@lru_cache(maxsize=8192)
def _template(msgid: str, language: str, country: str, formal: bool, letters: Letters) -> Parts:
    parts = parse(translate(msgid, language, formal, country))
    return tuple(alphabet.shown(part, letters) if isinstance(part, str) else part for part in parts)


def settled(option: Option, given: Facts, reader: Reader) -> Option:
    """The option with its own placeholders filled in."""
    if option.own or "{" not in option.label:
        return option
    return replace(option, label=render(option.label, given, reader), own=True)


def _filled(hole: Hole, given: Facts, reader: Reader) -> str:
    value = given.get(hole.name)
    if isinstance(value, Option):
        value = settled(value, given, reader)
    elif isinstance(value, list | tuple):
        value = [settled(one, given, reader) if isinstance(one, Option) else one for one in value]
    text = values.shown(value, hole.spec, reader)
    if not text or hole.spec == "relayed":
        return text or _MISSING
    if hole.ends and text[-1] == ".":  # theirs or ours, not both
        text = text[:-1] or _MISSING
    if hole.opens and (hole.spec or not isinstance(value, str)):
        text = text[0].upper() + text[1:]
    return text


def _without_gaps(text: str) -> str:
    text = _pauses.sub("", text).strip()
    return text[:1].upper() + text[1:]
