"""Somebody's own words, and the ways of leaving a question."""

import re
from functools import lru_cache

from flows.reading import spelling, words
from flows.reading.replies import Unclear, bounded, folded, plain, without_pictures
from flows.reading.words.nothings import NOTHINGS

_SHRUG = re.compile("🤷|¯\\\\_")
_LONGEST = 300
_MISSPELT = 32  # letters: the longest phrase and one more
_WORDS = 9  # in the longest way of leaving
_NO = frozenset(words.spellings("no, nope, nop, nah, naw, n, non, nn, nan, nao"))
_THANKS = frozenset(
    words.spellings(
        "thanks, thank, thx, thnx, thnks, tnx, tks, ty, tysm, cheers, gracias, grasias, grax, "
        "merci, mrc, obrigado, obrigada, obg, obgd, brigado, brigada, valeu, vlw"
    )
)
_VERY = frozenset(
    words.spellings(
        "you, u, so, very, much, anyway, anyways, muchas, mil, igual, beaucoup, bcp, quand, meme, "
        "ira, muito, mesmo, assim"
    )
)
# Who is not sure of an answer ends it like a question: "maybe a job?"
_HEDGES = frozenset(
    words.spellings(
        "maybe, perhaps, probably, prob, prolly, like, guess, dunno, idk, think, vez, quiza, "
        "quizas, capaz, creo, supongo, peutetre, ptet, ptetre, etre, crois, pense, "
        "talvez, acho, sei"
    )
)
_HESITANT = 3  # words, which are an answer with whatever sign behind them: "be a nurse?"
_GLUED = re.compile(r"(.)\1\1+")


def sentence(reply: str, language: str) -> str:
    """What was written, on one line and never too long."""
    text = " ".join(bounded(reply).split())
    if not any(map(str.isalnum, text)):
        raise Unclear(reply)
    if len(text) <= _LONGEST:
        return text
    return text[: text.rfind(" ", 1, _LONGEST + 1)] if " " in text[:_LONGEST] else text[:_LONGEST]


def wonders(text: str, spoken: tuple[str, ...]) -> bool:
    """Whether the words end as a question that is asked back: "c'est obligé de répondre ?"."""
    if "?" not in text or len(spoken) <= _HESITANT:  # the cheap first test
        return False
    ends = without_pictures(text).rstrip(" !.)").endswith("?")
    return ends and _HEDGES.isdisjoint(spoken)


def leaves(reply: str, language: str) -> bool:
    """Whether somebody would rather not answer: "0", "skip", "not sure", "idk"."""
    if len(plain(reply)) > _WORDS or "?" in reply:
        return False
    said = plain(_GLUED.sub(r"\1", reply[:120]) if _GLUED.search(reply) else reply[:120])
    if not said:
        return bool(_SHRUG.search(folded(reply[:120])))
    if said[0] not in _heads(language):  # the cheap second test
        return _misspelt(said, language)
    start = _softened(said, language)
    size = words.longest(words.phrases(language, "unsure"), said, start) if start < len(said) else 0
    rest = said[start + size :]
    if not size:
        return _misspelt(said, language)
    return all(word in words.phrases(language, "softeners") for word in rest) or _again(
        rest, language
    )


def declines(reply: str, language: str) -> bool:
    """Whether it is a no and nothing else, where one can say something or not: "nah thanks"."""
    return refused(plain(reply[:120]), language)


def passes(reply: str, language: str) -> bool:
    """Whether a no and thanks are all that is said: "no thank you", "non ça va merci"."""
    said = plain(reply[:120])
    if _NO.isdisjoint(said) or _THANKS.isdisjoint(said):
        return False
    without = tuple(word for word in said if word not in _THANKS | _VERY)
    return refused(said, language) or refused(without, language)


def nothing(reply: str, language: str) -> bool:
    """Whether they have nothing to say, where one can: a mere no, or "nothing right now"."""
    if declines(reply, language):
        return True
    soft = words.phrases(language, "softeners")
    said = [word for word in plain(reply[:120]) if word not in soft]
    listed = NOTHINGS.get(language[:2], "").split(", ")
    return bool(said) and any(
        said == [word for word in plain(one) if word not in soft] for one in listed
    )


def refused(said: tuple[str, ...], language: str) -> bool:
    """Whether these words are a no and nothing else."""
    start = 0
    denied, soft = words.phrases(language, "no"), words.phrases(language, "softeners")
    if words.anchors(denied).isdisjoint(said):  # the cheap first test
        return False
    while start < len(said) and not words.longest(denied, said, start) and said[start] in soft:
        start += 1
    size = words.longest(denied, said, start) if start < len(said) else 0
    return bool(size) and all(word in soft or word in denied for word in said[start + size :])


def _softened(said: tuple[str, ...], language: str) -> int:
    """How many words only lead up to it: "um honestly idk"."""
    unsure, soft = words.phrases(language, "unsure"), words.phrases(language, "softeners")
    start = 0
    while start < len(said) and not words.longest(unsure, said, start) and said[start] in soft:
        start += 1
    return start


def _again(rest: tuple[str, ...], language: str) -> bool:
    """Said twice: "idk not sure"."""
    return words.longest(words.phrases(language, "unsure"), rest) == len(rest)


def _misspelt(said: tuple[str, ...], language: str) -> bool:
    """The whole reply is a phrase with one letter wrong: "not surre"."""
    typed = " ".join(said)
    if len(typed) > _MISSPELT:
        return False
    near = _phrases_by_shape(language)
    return any(
        spelling.alike(typed, phrase)
        for length in (len(typed) - 1, len(typed), len(typed) + 1)
        for phrase in near.get((typed[0], length), ())
    )


@lru_cache(maxsize=8)
def _heads(language: str) -> frozenset[str]:
    """The words with which leaving a question can begin."""
    known = words.phrases(language, "unsure") | words.phrases(language, "softeners")
    return frozenset(phrase.split()[0] for phrase in known)


@lru_cache(maxsize=8)
def _phrases_by_shape(language: str) -> dict[tuple[str, int], list[str]]:
    """The longer phrases by first letter and length: a slip changes neither by more than one."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for phrase in words.phrases(language, "unsure"):
        if len(phrase) > 6 and " " in phrase:
            shapes.setdefault((phrase[0], len(phrase)), []).append(phrase)
    return shapes
