"""A reply to a question that offered options, and what in it is only talk around a pick."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.reading import words
from flows.reading.amounts.counts import Count
from flows.reading.replies import Unclear, Word, bounded
from flows.reading.replies import words as words_in

_MARKUP = re.compile(r"</?[A-Za-z!]")  # the 1 in "<b>alert(1)</b>" picks nothing
_GLUED = re.compile(
    r"(?:n|nd|and|y|e|et|no|nr|num|numero|number|opt?|option|opcion|opcao|choix|q)(\d{1,2})"
)
_LAST = frozenset({"last", "ultima", "ultimo", "derniere", "dernier"})
_ALL = frozenset(words.spellings("all, everything, todo, todos, todas, tout, tous, toutes, tudo"))
_THEM = frozenset(
    words.spellings(
        "of, the, them, these, those, above, it, three, 3, eso, las, los, tres, por, favor, ca, "
        "les, trois, isso, os, as"
    )
)
_UNITS = frozenset(":.%$€£/")


@dataclass(frozen=True)
class Heard:
    """A reply to a question with options: its text, its words, and its language."""

    text: str
    typed: tuple[Word, ...]
    language: str

    def phrases(self, entry: str) -> frozenset[str]:
        return words.phrases(self.language, entry)


def hear(reply: str, language: str) -> Heard:
    text = bounded(reply).strip()
    typed = tuple(_unglued(word) for word in words_in(text))
    if not typed or _MARKUP.search(text):
        raise Unclear(reply)
    return Heard(text, typed, language)


def _unglued(word: Word) -> Word:
    """The number in "opt1" and "no2"."""
    match = _GLUED.fullmatch(word.folded)
    return Word(match[1], word.start, word.end) if match else word


def leads(heard: Heard, before: Sequence[Word]) -> bool:
    """Whether these words only lead up to a pick: "i think i'll go with"."""
    lead = heard.phrases("picking") | heard.phrases("negations")
    return all(
        word.folded.replace("'", "") in lead or not word.folded[0].isalnum() for word in before
    )


def last(heard: Heard) -> bool:
    """Whether the last of the options is all that is said: "the last one", "la última"."""
    small = heard.phrases("picking") - heard.phrases("negations")
    said = [word.folded for word in heard.typed if word.folded[0].isalnum()]
    return sum(word in _LAST for word in said) == 1 and set(said) <= small | _LAST


def all_of_them(heard: Heard) -> bool:
    """Whether all of the options are meant: "all of them"."""
    said = {word.folded for word in heard.typed if word.folded[0].isalnum()}
    if _ALL.isdisjoint(said) or "?" in heard.text:
        return False
    return said <= _ALL | _THEM | (heard.phrases("picking") - heard.phrases("negations"))


def only_numbers(heard: Heard, rest: Sequence[Word], others: Sequence[Count]) -> bool:
    """Nothing follows but other numbers: "1 or 2", "1 no wait 2"."""
    inside = {at for other in others for at in range(other.first, other.after)}
    left = [word for at, word in enumerate(rest) if at not in inside]
    between = heard.phrases("joins") | heard.phrases("eithers") | {"wait", "espera", "attends"}
    return all(word.folded in between for word in left if not leads(heard, [word]))


def unit_follows(heard: Heard, count: Count) -> bool:
    """A clock time, a share or a price: "1:30", "2.5", "4%"."""
    following = heard.typed[count.after : count.after + 2]
    if not following or following[0].folded not in _UNITS:
        return False
    glued = following[0].start == heard.typed[count.after - 1].end
    digits = len(following) < 2 or following[1].folded.isdigit()
    return glued and (following[0].folded in "%$€£" or (len(following) == 2 and digits))
