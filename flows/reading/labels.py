"""The texts of the options offered, and which of them a reply repeats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flows.reading.replies import Word
from flows.reading.replies import words as words_in

_TONES = frozenset("🏻🏼🏽🏾🏿")
_ELISION = re.compile(r"^(?:[ldjmtsnc]|qu)'(?=[a-z]{2})")
CLAUSE = re.compile(r"[,;:(]")

Label = tuple[str, ...]


@dataclass(frozen=True)
class Offered:
    """An option: what the flow calls it, and how the person sees it, in words or a picture."""

    token: str
    words: tuple[str, ...]


@lru_cache(maxsize=512)
def labels(option: Offered) -> frozenset[Label]:
    """The texts an option goes by, word by word."""
    return frozenset(label for text in option.words if (label := texts(words_in(text))))


def texts(typed: Sequence[Word]) -> Label:
    """The words and pictures, without punctuation and skin tones."""
    plain = (plainly(word) for word in typed if word.folded not in _TONES)
    return tuple(text for text in plain if text and (text[0].isalnum() or ord(text[0]) > 0x2000))


def plainly(word: Word) -> str:
    """The word without its apostrophe, and without what French puts before it: "l'école"."""
    return _ELISION.sub("", word.folded).replace("'", "")


def exactly(typed: Sequence[Word], options: Sequence[Offered]) -> Offered | None:
    """The option whose text, or the only one of whose text a part, was written and no more."""
    said = texts(typed)
    if not said:
        return None
    for is_said in (labels, _clauses):
        found = [option for option in options if said in is_said(option)]
        if found:
            return found[0] if len(found) == 1 else None
    timely = len(said) > 1 and any(text.isdigit() for text in said)
    within = [option for option in options if timely and _within(said, option)]
    return within[0] if len(within) == 1 else None


def stands(said: Label, option: Offered) -> tuple[int, int] | None:
    """Where the whole text of an option stands in the reply."""
    for label in sorted(labels(option), key=len, reverse=True):
        at = _place(label, said)
        if at is not None and _weighty(label):
            return at, at + len(label)
    return None


@lru_cache(maxsize=512)
def _clauses(option: Offered) -> frozenset[Label]:
    """How the texts of an option begin: "I'm okay" in "I'm okay, just an expression"."""
    begun = (texts(words_in(CLAUSE.split(text)[0])) for text in option.words)
    return frozenset(clause for clause in begun if clause)


def _within(said: Label, option: Offered) -> bool:
    """Whether this is a part of the option's text, as "4:30" is of "Wed 4:30 pm"."""
    return any(_place(said, label) is not None for label in labels(option))


def _place(part: Label, whole: Label) -> int | None:
    places = range(len(whole) - len(part) + 1)
    return next((at for at in places if whole[at : at + len(part)] == part), None)


def _weighty(label: Label) -> bool:
    """A text that is not a small word anybody might use."""
    return len(label) > 1 or len(label[0]) > 3 or not label[0].isascii()
