"""What somebody asks out of nothing, or instead of an answer; only where it is all they say."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.understanding import mistyping, patterns
from assistant.understanding.matcher import Listener
from flows.intents.inquiries import PHRASINGS
from flows.intents.inquiries.phrasing import Phrasing
from flows.intents.volunteering import VOLUNTEERING

LONGEST = 14  # words
# Of these several may be asked at once: facts answer each of them.
TOLD = ("who", "machine", "sees", "free", "long", "term", "next", "source", "know")
OPENING = ("meeting", "later", "answers", "return")  # for which an intent may open a flow instead


class _Compiled(NamedTuple):
    """A language's ways of asking, ready to be looked for."""

    words: Mapping[str, str]  # each known word, misspelt or not, as it stands in the pattern
    phrasing: Phrasing  # whose expression is made when it is first looked for
    small: frozenset[str]
    polite: frozenset[str]
    alone: frozenset[str]


def find(typed: Sequence[str], language: str) -> str:
    """What is asked with these words, in the language of the person or any other; "" if nothing.

    Several things at once are parted by spaces: "who free".
    """
    if len(typed) > LONGEST or not _KNOWN.issuperset(typed):  # the cheap first test
        return ""
    said = [word for word in typed if word != patterns.BREAK]
    return _in_one(said, language) or _in_parts(typed, language)


def offers_to_mentor(text: str, language: str) -> bool:
    """Whether somebody's first words say that they would like to be a mentor."""
    typed = patterns.words(text)
    return find(typed, language) == "mentor" or _VOLUNTEERING.find(typed, asked=False) is not None


def _in_parts(typed: Sequence[str], language: str) -> str:
    """What is asked sentence by sentence: "who is this? is it free?"."""
    parts = [list(part) for ends, part in groupby(typed, patterns.BREAK.__eq__) if not ends]
    if len(parts) < 2:
        return ""
    topics = dict.fromkeys(_in_one(part, language) for part in parts)
    return " ".join(topics) if all(topic in TOLD for topic in topics) else ""


def _in_one(said: Sequence[str], language: str) -> str:
    for one in _ORDERED.get(language, _ALL):
        if topic := _asked(one, said):
            return topic
    return ""


def _asked(one: _Compiled, said: Sequence[str]) -> str:
    words, kept = one.words, []
    for word in said:
        if word not in one.small:
            known = words.get(word)
            if known is None:  # a word that stands in no way of asking
                return ""
            kept.append(known)
    return _topic(one, kept) or _topic(one, [word for word in kept if word not in one.polite])


def _topic(one: _Compiled, kept: Sequence[str]) -> str:
    if not kept or (len(kept) == 1 and kept[0] not in one.alone):
        return ""
    found = one.phrasing.pattern.fullmatch(" ".join(kept) + " ")
    return found.lastgroup or "" if found else ""


def _compiled(phrasing: Phrasing) -> _Compiled:
    real = phrasing.known | phrasing.courtesies
    words = {slip: word for word in real for slip in mistyping.misspelt(word)}
    words |= {word: word for word in real}
    words |= phrasing.respelt
    return _Compiled(
        {typed: phrasing.respelt.get(word, word) for typed, word in words.items()},
        phrasing,
        phrasing.saying_nothing,
        phrasing.courtesies,
        phrasing.alone,
    )


_VOLUNTEERING = Listener(VOLUNTEERING)
_COMPILED = {language: _compiled(phrasing) for language, phrasing in PHRASINGS.items()}
_ALL = tuple(_COMPILED.values())
# A message with any other word asks nothing.
_KNOWN = frozenset([patterns.BREAK]).union(*(one.small.union(one.words) for one in _ALL))
# The person's own language first.
_ORDERED = {
    language: (own, *(one for one in _ALL if one is not own)) for language, own in _COMPILED.items()
}
