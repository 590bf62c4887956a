"""What somebody wants to be called."""

import unicodedata

import regex

from flows.reading import words
from flows.reading.replies import Unclear, bounded, folded, without_pictures

_LONGEST = 40
_MOST = 5
_REFUSED = regex.compile(r"[<>{}\[\]\\/|@#$%^*_=+~?¿&]|\.\p{L}{2,}|\p{L}\p{M}{3}|https?:|www\.")
_PARENTHESIS = regex.compile(r"\([^()]*\)?")
_BREAK = regex.compile(r"[,;:!\n\r\t\"\u201c\u201d«»]|\s[-\u2013\u2014]+\s|(?<=\p{L}{2})\.(?:\s|$)")
_NAME = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\p{N}'\u2019.\-\u200c\u200d]*")
_JOINT = regex.compile(r"(?<=['\u2019\-.])\p{L}|^\p{L}")
_VOWEL = regex.compile(r"[aeiouy]|[^a-z]")


def name(reply: str, language: str) -> str:
    """The name in "my name is jay", as one writes it: "Jay"."""
    text = _PARENTHESIS.sub(" ", without_pictures(bounded(reply)))
    if _REFUSED.search(text):
        raise Unclear(reply)
    for part in _BREAK.split(unicodedata.normalize("NFC", text)):
        typed, led = _without_lead(part.split(), language)
        if typed:
            return _written(reply, typed, language, led=led)
    raise Unclear(reply)


def _without_lead(typed: list[str], language: str) -> tuple[list[str], bool]:
    """What is left after "hi" and "my name is", and whether anything announced a name."""
    said = tuple(folded(word).strip(".'\u2019").replace("'", "") for word in typed)
    greetings, named = (words.phrases(language, entry) for entry in ("greetings", "named"))
    start = 0
    led = False
    while start < len(said):
        announced = words.longest(named, said, start)
        size = announced or words.longest(greetings, said, start)
        if not size:
            break
        led, start = led or bool(announced), start + size
    end = len(said)
    while end > start + 1 and said[end - 1] in greetings:
        end -= 1
    return typed[start:end], led


def _written(reply: str, typed: list[str], language: str, *, led: bool) -> str:
    parts = [part.strip("'\u2019\"`") for part in typed]
    parts = parts[:1] + [part for part in parts[1:] if not part.isdigit()]
    particles = words.phrases(language, "particles")
    if sum(folded(part) not in particles for part in parts) > _MOST:
        raise Unclear(reply)
    for part in parts:
        if not _NAME.fullmatch(part) or len(part) > _LONGEST:
            raise Unclear(reply)
    if _talk([folded(part).replace("'", "") for part in parts], language, led=led):
        raise Unclear(reply)
    return _cut(_capitals(parts, particles))


def _talk(said: list[str], language: str, *, led: bool) -> bool:
    """Whether these are words of a sentence rather than of a name."""
    never = words.phrases(language, "not_names") - words.phrases(language, "particles")
    if len(said) == 1 and not led and said[0] in _answers(language):
        return True
    return any(word in never for word in said)


def _answers(language: str) -> frozenset[str]:
    """Single words that answer something else: "ok", "skip"."""
    entries = ("yes", "no", "unsure", "particles")
    return frozenset().union(*(words.phrases(language, entry) for entry in entries))


def _capitals(parts: list[str], particles: frozenset[str]) -> str:
    whole = " ".join(parts)
    shouted = whole.isupper() and any(len(part) > 2 for part in parts)
    if not (whole.islower() or shouted):
        return whole
    written = [_capital(part.lower()) for part in parts]
    small = (
        part.lower() if at and part.lower() in particles else part
        for at, part in enumerate(written)
    )
    return " ".join(small)


def _capital(part: str) -> str:
    if len(part) == 2 and not _VOWEL.search(folded(part)) and part != "ng":
        return part.upper()  # "tj"
    return str(_JOINT.sub(lambda match: match[0].upper(), part))


def _cut(whole: str) -> str:
    if len(whole) <= _LONGEST:
        return whole
    return whole[: whole.rfind(" ", 1, _LONGEST + 1)]
