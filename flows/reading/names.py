"""What somebody wants to be called."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

from flows.reading import words
from flows.reading.replies import Unclear, bounded, folded, without_pictures
from flows.reading.replies import words as words_in

_LONGEST = 40
_MOST = 5
_REFUSED = regex.compile(r"[<>{}\[\]\\/|@#$%^*_=+~?¿&]|\.\p{L}{2,}|\p{L}\p{M}{3}|https?:|www\.")
_PARENTHESIS = regex.compile(r"\([^()]*\)?")
_TITLES = "dr|dra|mr|mrs|ms|prof|sr|sra|srta|mme|mlle|st"
_BREAK = regex.compile(
    r"[,;:!\n\r\t\"\u201c\u201d«»]|\s[-\u2013\u2014]+\s"
    r"|(?<=\p{L}\s)(?:but|pero|mais|mas)(?=\s\p{L})"  # "elizabeth but call me liz"
    rf"|(?<=\p{{L}}{{2}})(?<!\b(?:{_TITLES}))\.(?:\s|$)",
    regex.IGNORECASE,
)
_NAME = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\p{N}'\u2019.\-\u200c\u200d]*|\p{N}\.")
_JOINT = regex.compile(r"(?<=['\u2019\-.])\p{L}|^\p{L}")
_VOWEL = regex.compile(r"[aeiouy]|[^a-z]")
_ROMANCE = frozenset({"de", "del", "da", "dos", "das", "du"})
_SMALL_FIRST = _ROMANCE | {"do", "van", "von", "bin", "ibn"}
_PROGRESSIVE = 6  # letters: "driving", but not "ming"


@dataclass(frozen=True)
class _Part:
    """A part of the reply without greetings, and how surely a name was announced in it."""

    typed: list[str]
    led: bool = False
    called: bool = False  # "my name is": whatever follows is one


def name(reply: str, language: str) -> str:
    """The name in "my name is jay", as one writes it: "Jay"."""
    text = _without_end(_PARENTHESIS.sub(" ", without_pictures(bounded(reply))), language)
    if _REFUSED.search(text):
        raise Unclear(reply)
    said = _BREAK.split(unicodedata.normalize("NFC", text))
    parts = [part for one in said if (part := _part(one.split(), language)).typed]
    first = parts[:1]
    for part in (*(one for one in parts if one.called), *first, *(one for one in parts if one.led)):
        if found := _written(part, language):
            return found
    raise Unclear(reply)


def announced(part: str, language: str) -> str:
    """The name where a part of a reply says for certain that it is one: "my name is ana"."""
    found = _part(part.split(), language)
    return _written(found, language) if found.called and found.typed else ""


def calling(language: str) -> frozenset[str]:
    """What announces a name for certain."""
    return _openings(language)[2]


def _without_end(text: str, language: str) -> str:
    """The reply without what only follows a name: "jay here", "Ana, and you?"."""
    typed = [word for word in words_in(text) if word.folded[0].isalnum()]
    said = [word.folded.replace("'", "") for word in typed]
    ends, last = words.phrases(language, "after_names"), len(said)
    while size := next(
        (n for n in range(6, 0, -1) if " ".join(said[max(0, last - n) : last]) in ends), 0
    ):
        if size >= last:
            break
        last -= size
    return text if last == len(said) else text[: typed[last].start].rstrip(" ¿")


def _part(typed: list[str], language: str) -> _Part:
    """What is left after "hi" and "my name is", up to where something else begins."""
    said = tuple(
        folded(word).strip(".'\u2019").replace("'", "").replace("-", " ") for word in typed
    )
    greetings, named, called = _openings(language)
    start, led, surely = 0, False, False
    while start < len(said):
        announced = words.longest(named, said, start)
        size = announced or (0 if surely else words.longest(greetings, said, start))
        if not size or (start + size == len(said) and _spelt_as_one(typed[start], language)):
            break
        surely = surely or words.longest(called, said, start) == announced > 0
        led, start = led or bool(announced), start + size
    end = next((at for at in range(start + 1, len(said)) if _turns(said, at, language)), len(said))
    while end > start + 1 and said[end - 1] in greetings:
        end -= 1
    return _Part(typed[start:end], led, surely)


def _spelt_as_one(typed: str, language: str) -> bool:
    """Whether a word that may be a name is written like one: "Vale"."""
    return _capital_only(typed) and folded(typed) in words.phrases(language, "also_names")


def _turns(said: tuple[str, ...], at: int, language: str) -> bool:
    """Whether something else is begun here: "and im 34"."""
    joined = said[at] in words.phrases(language, "ands")
    return joined and words.longest(words.phrases(language, "speaking"), said, at + 1) > 0


@lru_cache(maxsize=8)
def _openings(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    called = words.phrases(language, "called")
    return words.phrases(language, "greetings"), words.phrases(language, "named") | called, called


def _written(part: _Part, language: str) -> str:
    """The name in a part of the reply, or nothing."""
    parts = [one.strip("'\u2019\"`") for one in part.typed]
    parts = parts[:1] + [one for one in parts[1:] if not one.isdigit()]
    particles = words.phrases(language, "particles")
    if sum(folded(one) not in particles for one in parts) > _MOST:
        return ""
    if not all(_NAME.fullmatch(one) and len(one) <= _LONGEST for one in parts):
        return ""
    return "" if _talk(parts, part, language) else _cut(_capitals(parts, particles))


def _talk(parts: list[str], part: _Part, language: str) -> bool:
    """Whether these are words of a sentence, or an answer to something else."""
    said = [folded(one).replace("'", "") for one in parts]
    never, answers, also = _others(language)
    if len(said) == 1:
        if part.called and _capital_only(parts[0]):
            return said[0] in words.phrases(language, "negations") - {"no"}
        if _spelt_as_one(parts[0], language):
            return False
        if said[0] in answers and not part.led:
            return True
    origin = not part.called and parts[0] in _SMALL_FIRST  # "soy de Lima"
    if part.led and (origin or any(_progressive(one) for one in parts)):
        return True
    meant = [one for at, one in enumerate(said) if not (at and _capital_only(parts[at]))]
    return any(one in never and not (part.called and one in also) for one in meant)


def _capital_only(typed: str) -> bool:
    return typed[:1].isupper() and not typed[1:].isupper()


def _progressive(typed: str) -> bool:
    """ "im driving"."""
    return typed.islower() and typed.endswith("ing") and len(typed) >= _PROGRESSIVE


@lru_cache(maxsize=8)
def _others(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What is never in a name, what alone answers something else, and what of it may be one."""
    never = words.phrases(language, "not_names") - words.phrases(language, "particles")
    entries = ("yes", "no", "soft", "unsure", "particles", "beside")
    answers = frozenset().union(*(words.phrases(language, entry) for entry in entries))
    return never, answers | never, words.phrases(language, "also_names")


def _capitals(parts: list[str], particles: frozenset[str]) -> str:
    whole = " ".join(parts)
    shouted = whole.isupper() and any(len(part) > 2 for part in parts)
    if not (whole.islower() or shouted):
        return whole
    small = (
        part.lower() if _small(at, part.lower(), parts, particles) else _capital(part.lower())
        for at, part in enumerate(parts)
    )
    return " ".join(small)


def _small(at: int, part: str, parts: list[str], particles: frozenset[str]) -> bool:
    """Whether a part stays small: "de la Cruz", but "The Rock"."""
    after_de = at > 0 and parts[at - 1].lower() == "de" and part in {"la", "las", "los"}
    return after_de or (part in (particles | _ROMANCE if at else _SMALL_FIRST) and len(parts) > 1)


def _capital(part: str) -> str:
    if len(part) == 2 and not _VOWEL.search(folded(part)) and part != "ng":
        return part.upper()  # "tj"
    return str(_JOINT.sub(lambda match: match[0].upper(), part))


def _cut(whole: str) -> str:
    if len(whole) <= _LONGEST:
        return whole
    return whole[: whole.rfind(" ", 1, _LONGEST + 1)]
