"""The clauses of a reply about a time: those that grant one, and those that refuse it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from flows.reading import words
from flows.reading.replies import RECENT, Unclear, Word, bounded
from flows.reading.replies import words as words_in
from flows.reading.when import signs
from flows.reading.words import meet

_ENDS = re.compile(r"[,;!?\n]+|\.(?!\d)")
_LONGEST = 400  # letters: a time to meet takes no more
_TIMELY = frozenset(
    words.spellings("weekday, day, clock, number, ordinal, numeric, iso, feast, month, part")
)


@lru_cache(RECENT)
def granted(text: str, language: str) -> str:
    """What is said without a not: of "cant do thursday, friday at 5?" only the Friday.

    What is taken back after a time makes it unclear, and so does all but one day.
    """
    if len(text) > _LONGEST or _all_but(text, language):
        raise Unclear(text)
    clauses = [_harmless(clause, language) for clause in _clauses(text, language)]
    refused = [_refused(said, language) for said, _ in clauses]
    if any(refused) and _taken_back([rest for _, rest in clauses], refused, language):
        raise Unclear(text)
    kept = (rest for (_, rest), denied in zip(clauses, refused, strict=True) if not denied)
    return ", ".join(one.strip() for one in kept)


@lru_cache(RECENT)
def refused(text: str, language: str) -> str:
    """What is said with a not."""
    clauses = [_harmless(clause, language) for clause in _clauses(text[:_LONGEST], language)]
    return ", ".join(rest.strip() for said, rest in clauses if _refused(said, language))


def _taken_back(clauses: Sequence[str], refused: Sequence[bool], language: str) -> bool:
    """Whether a no follows a time, and names no other: "friday at 5? no wait"."""
    timely = False
    for clause, denied in zip(clauses, refused, strict=True):
        tells = _tells(clause, language)
        if denied and timely and not tells:
            return True
        timely = timely or (tells and not denied)
    return False


def _clauses(text: str, language: str) -> Iterator[str]:
    for part in _ENDS.split(bounded(text)):
        yield from _contrasted(part, language)


def _contrasted(part: str, language: str) -> Iterator[str]:
    """The part, cut at every "but"."""
    typed = words_in(part)
    buts = meet.phrases(language, "but")
    cuts = [word for word in typed if word.folded in buts]
    edges = [Word("", 0, 0), *cuts, Word("", len(part), len(part))]
    for one, other in pairwise(edges):
        yield part[one.end : other.start]


def _harmless(clause: str, language: str) -> tuple[Sequence[str], str]:
    """The words of a clause and its text, without a "no" that denies nothing, "no problem", and
    a number that is no time, "room 12"."""
    typed = words_in(clause)
    texts = tuple(word.folded.replace("'", "") for word in typed)
    spoken, kept, at = [], [], 0
    while at < len(texts):
        size = words.longest(meet.phrases(language, "harmless"), texts, at)
        size = size or _numbered(texts[at : at + 2], language)
        if not size:
            spoken.append(texts[at])
            end = typed[at + 1].start if at + 1 < len(typed) else len(clause)
            kept.append(clause[typed[at].start : end])
        at += size or 1
    return spoken, "".join(kept)


def _numbered(said: Sequence[str], language: str) -> int:
    """How many of these words name a place by its number."""
    if len(said) < 2 or not said[1].isdecimal():
        return 0
    return 2 if said[0] in meet.phrases(language, "numbered") else 0


def _refused(said: Sequence[str], language: str) -> bool:
    """Whether a time is denied, or taken: "fri is no good", "i have an exam on friday"."""
    denying = words.phrases(language, "negations") | meet.phrases(language, "refusing")
    if not denying.isdisjoint(said):
        return True
    if len(said) > 1 and said[-1] in words.phrases(language, "no"):  # "thurs no, fri yes"
        return True
    taken, texts = meet.phrases(language, "engaged"), tuple(said)
    return any(words.longest(taken, texts, at) for at in range(len(texts)))


def _all_but(text: str, language: str) -> bool:
    """ "Any day but Tuesday" is none."""
    _, rest = _harmless(bounded(text), language)
    texts = {word.folded.replace("'", "") for word in words_in(rest)}
    return not (
        texts.isdisjoint(meet.phrases(language, "any"))
        or texts.isdisjoint(meet.phrases(language, "except"))
    )


def _tells(clause: str, language: str) -> bool:
    return any(sign.kind in _TIMELY for sign in signs.read(clause, language))
