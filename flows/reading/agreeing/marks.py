"""What each word of a reply does to a yes or a no beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from flows.reading import lexicon, words
from flows.reading.spelling import Speller
from flows.reading.words import feelings

YES_SIGNS = frozenset("✅✔☑💯🙆🫡")
SOFT_SIGNS = frozenset("👍👌🆗🤙🤝🙌")
NO_SIGNS = frozenset("👎❌✋🖐🚫🙅⛔✖🛑🤚")
DOUBT_SIGNS = frozenset("🙄🤔🤨😒🤷😬😰😨😱😟😥😖😣😧😦😢😞😔🫤")
_PLAIN_NO = frozenset({"no", "nope", "nah", "nop", "noo", "non", "nan", "nn"})
# Whole refusals: nothing that follows is denied by them.
_NO_THANKS = frozenset(
    words.spellings(
        "no thanks, no thank you, no thank u, no thx, no ty, no gracias, non merci, nao obrigado, "
        "nao obrigada"
    )
)
_NO_DENIAL = frozenset({"non"})  # of what follows: "non je veux bien" denies no wish
_STRETCHED = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(r"(.)\1+")
_AGAIN = re.compile(r"(\w{2,4}?)\1+")  # "yesyes", "sisi"
_LONGEST = 7  # words of a phrase


class Mark(StrEnum):
    """What a word or a phrase does; what carries nothing has no mark."""

    YES = "yes"
    WANTED = "wanted"  # a yes that a not turns round: "quiero"
    SOFT = "soft"  # a yes by itself, politeness beside a no: "fine"
    NO = "no"  # and nothing more
    DENIAL = "denial"  # a no that takes a yes back: "i dont agree"
    CONTENT = "content"  # how one is, or "later": politely no, or nothing to do with it
    UNSURE = "unsure"
    DOUBT = "doubt"  # leaves a yes or a no open: "although", "i never said that"
    ASKING = "asking"
    NOT = "not"  # denies what follows, or what went before when it is the last word
    EITHER = "either"  # a no, or a not when something follows: "no" in Spanish, "never"
    WILLING = "willing"  # says something only when it is denied: "interested"
    ENDING = "ending"  # nobody knows what it means denied: "leave"
    AND = "and"
    BUT = "but"
    NOT_YET = "not yet"  # a no, but not against a yes
    PUT_OFF = "put off"  # as little: "not now"
    CHOSEN = "chosen"  # the text of an option that means no: "keep her"
    OTHER = "other"  # not known: it may matter
    THIRD = "third"  # an option that is neither yes nor no


Known = Mapping[str, Mark | None]
NOTHING: Known = {}
_ENTRIES: tuple[tuple[str, Mark | None], ...] = (  # the later one wins where two hold a phrase
    ("willing", Mark.WILLING),
    ("greetings", None),
    ("leads", None),
    ("beside", None),
    ("endings", Mark.ENDING),
    ("contrasts", Mark.BUT),
    ("ands", Mark.AND),
    ("asks", Mark.ASKING),
    ("negations", Mark.NOT),
    ("yes", Mark.YES),
    ("soft", Mark.SOFT),
    ("unsure", Mark.UNSURE),
    ("content", Mark.CONTENT),
    ("later", Mark.CONTENT),
    ("busy", Mark.CONTENT),
    ("no", Mark.DENIAL),
    ("doubts", Mark.DOUBT),
)
_SIGNS = (
    (YES_SIGNS, Mark.YES),
    (SOFT_SIGNS, Mark.SOFT),
    (NO_SIGNS, Mark.NO),
    (DOUBT_SIGNS, Mark.DOUBT),
)


def marks(clause: Sequence[str], language: str, named: Known = NOTHING) -> list[Mark]:
    """The marks of a part of a reply in order, the longest phrase first.

    `named` are phrases that mean something at this question alone.
    """
    known, near = known_in(language), _speller(language)
    listed = _listed(language)
    said = [
        word if word in listed or word in named else _spelt(word, known, near) for word in clause
    ]
    return [mark for mark in _found(said, known, named) if mark is not None]


def _found(said: Sequence[str], known: Known, named: Known) -> Iterator[Mark | None]:
    at = 0
    while at < len(said):
        for size in range(min(_LONGEST, len(said) - at), 0, -1):
            phrase = " ".join(said[at : at + size])
            if phrase in named or phrase in known:
                yield named[phrase] if phrase in named else known[phrase]
                break
        else:
            size = 1
            yield Mark.OTHER
        at += size


def _spelt(word: str, known: Known, near: Speller) -> str:
    """As the tables have it: "yesss" is "yes", "yesyes" too, "absolutley" one letter off."""
    if len(word) < 3:
        return word
    tries = [
        _STRETCHED.sub(r"\1", word),
        _STRETCHED.sub(r"\1\1", word),
        _DOUBLED.sub(r"\1", word),
    ]
    if again := _AGAIN.fullmatch(word):
        tries.append(again[1])
    return next((one for one in tries if one in known), near.known(word) or word)


@lru_cache(maxsize=8)
def known_in(language: str) -> Known:
    """Every phrase and its mark; the later entry wins where two hold it."""
    negations = words.phrases(language, "negations") - _NO_DENIAL
    known: dict[str, Mark | None] = dict.fromkeys(feelings.praise(language))
    for entry, mark in _ENTRIES:
        known |= dict.fromkeys(words.phrases(language, entry), mark)
    both = negations & words.phrases(language, "contrasts")  # "except": denies no clause
    known |= dict.fromkeys(both, Mark.BUT)
    known |= dict.fromkeys(_PLAIN_NO - negations, Mark.NO)
    known |= dict.fromkeys(_NO_THANKS & known.keys(), Mark.NO)
    known |= {
        phrase: Mark.EITHER
        for phrase in words.phrases(language, "no")
        if phrase.split()[-1] in negations and phrase not in words.phrases(language, "doubts")
    }
    agreeing = words.phrases(language, "yes") | words.phrases(language, "soft")
    known |= dict.fromkeys(feelings.fearless(language) - agreeing, Mark.DOUBT)
    later, yet = words.phrases(language, "later"), words.phrases(language, "yet")
    known |= dict.fromkeys(later & words.phrases(language, "no"), Mark.PUT_OFF)
    known |= dict.fromkeys(yet, Mark.NOT_YET)
    willing = words.phrases(language, "willing")
    known |= {
        phrase: Mark.WANTED
        for phrase, mark in known.items()
        if mark is Mark.YES and (" " in phrase or phrase in willing)
    }
    for signs, mark in _SIGNS:
        known |= dict.fromkeys(signs, mark)
    return known


@lru_cache(maxsize=8)
def _listed(language: str) -> frozenset[str]:
    """Every word of the tables, alone or in a phrase, and those of times: "noon" is no "non"."""
    known = (*known_in(language), *lexicon.phrases(language))
    return frozenset(word for phrase in known for word in phrase.split())


@lru_cache(maxsize=8)
def _speller(language: str) -> Speller:
    """The single words that decide, and politeness, with one letter wrong."""
    deciding = (Mark.YES, Mark.WANTED, Mark.SOFT, Mark.NO, Mark.EITHER)
    polite = words.phrases(language, "beside")
    return Speller(
        {
            word: str(mark)
            for word, mark in known_in(language).items()
            if (mark in deciding or word in polite) and " " not in word
        }
    )
