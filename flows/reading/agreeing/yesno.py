"""Yes or no, however it is said: every word of the reply is heard, or it is not understood."""

import re
from collections.abc import Sequence

from flows.reading import lexicon, words
from flows.reading.agreeing.marks import (
    DOUBT_SIGNS,
    NO_SIGNS,
    SOFT_SIGNS,
    YES_SIGNS,
    Known,
    Mark,
    known_in,
    marks,
)
from flows.reading.agreeing.verdicts import AGREEING, LEFT, Says, resolved, says
from flows.reading.replies import Unclear, bounded, plain
from flows.reading.replies import words as words_in
from flows.reading.words import meet

_ENDS = frozenset(".,;:!()…¡")
_AGREED = YES_SIGNS | SOFT_SIGNS
_SIGNS = _AGREED | NO_SIGNS | DOUBT_SIGNS
_SENTENCE = re.compile(r"(?<![.!…])[.!…]+\s+")
_NUMBERED: Known = {"#1": Mark.YES, "#2": Mark.NO}
_AGREED_MARKS = AGREEING | {Mark.SOFT}


def yes_no(reply: str, language: str, named: Known = _NUMBERED, *, noted: bool = False) -> bool:
    """Whether the reply agrees. A yes counts when nothing unknown stands beside it, and a denial
    beats the yes before it; yes and no side by side, and a question, are unclear.

    `named` are phrases that mean something at this question alone; with `noted` a yes may stand
    beside something else, which is kept with it. Where nothing binds, a sentence that tells what
    was said earlier is no part of the answer: "yes. i said no onions".
    """
    text = bounded(reply)
    if noted or named is _NUMBERED:
        text = _before_report(text, language)
    parts = picking(text, language)
    if _asks(text, language) or _both(text) or any(_of_a_thing(one, language) for one in parts):
        raise Unclear(reply)
    heard = [resolved(marks(part, language, named)) for part in parts]
    said = [verdict for part in heard if (verdict := says(part))]
    if not said or Says.NEITHER in said:
        raise Unclear(reply)
    if Says.NO in said and _refuses(heard, said):
        return False
    if not {Says.YES, Says.SOFT}.issuperset(said) or _takes_back(heard, noted=noted):
        raise Unclear(reply)
    return True


def agrees_on(reply: str, language: str) -> bool:
    """Whether it only agrees, or says nothing, beside a day and a time: "thursday works"."""
    timely = lexicon.phrases(language).keys() - words.phrases(language, "negations")
    said = [
        mark
        for part in clauses(bounded(reply))
        for mark in marks([word for word in part if word not in timely], language)
    ]
    return "?" not in reply and _AGREED_MARKS.issuperset(said)


def agrees_elsewhere(reply: str, language: str) -> bool:
    """Whether it agrees to all but the place: "yes but by phone"."""
    named = meet.phrases(language, "places")
    idle = (named | meet.phrases(language, "at_place")) - known_in(language).keys()
    parts = [[word for word in part if word not in idle] for part in clauses(bounded(reply))]
    said = {mark for part in parts for mark in marks(part, language)}
    agreed = said - {Mark.BUT}
    return bool(agreed) and agreed <= _AGREED_MARKS and not named.isdisjoint(plain(reply))


def picking(text: str, language: str) -> list[list[str]]:
    """The parts of the reply; a number picks where it comes first, if it counts nothing."""
    found = clauses(text)
    if found and found[0][0].isdecimal():
        first, *rest = found[0]
        counts = bool(rest) and words.longest(words.phrases(language, "counted"), tuple(rest)) > 0
        found[0] = [first if counts else f"#{int(first)}", *rest]
    return found


def clauses(text: str) -> list[list[str]]:
    """The words of each part of the reply; a picture is a part of its own."""
    found: list[list[str]] = [[]]
    for word in words_in(text.replace(" - ", ", ").replace("\n", ", ")):
        if word.folded in _ENDS:
            found.append([])
        elif word.folded[0].isalnum():
            found[-1].append(word.folded.replace("'", ""))
        elif word.folded in _SIGNS and found[-2:] != [[word.folded], []]:
            found.extend(([word.folded], []))
    return [clause for clause in found if clause]


def _before_report(text: str, language: str) -> str:
    """The yes before a sentence that reports: "yes. i said no"."""
    first, *rest = _SENTENCE.split(text, maxsplit=1)
    if not rest:  # the cheap first test
        return text
    spoken = clauses(rest[0])[:1]
    if not spoken or not words.longest(words.phrases(language, "reports"), tuple(spoken[0])):
        return text
    said = [mark for part in clauses(first) for mark in marks(part, language)]
    return first if said and AGREEING.issuperset(said) else text


def _asks(text: str, language: str) -> bool:
    """A question is no answer, but "why not?" is."""
    if "?" not in text:
        return False
    said = tuple(word for clause in clauses(text) for word in clause)
    yes = words.phrases(language, "yes")
    return len(said) < 2 or words.longest(yes, said) != len(said)


def _both(text: str) -> bool:
    """Whether one picture agrees and another does not."""
    return not text.isascii() and not (NO_SIGNS.isdisjoint(text) or _AGREED.isdisjoint(text))


def _of_a_thing(part: Sequence[str], language: str) -> bool:
    """Whether it is something unknown that does not work: "my phone doesnt work", but not "friday
    doesnt work"."""
    fails, said = words.phrases(language, "fails"), tuple(part)
    if words.anchors(fails).isdisjoint(said):  # the cheap first test
        return False
    at = next((at for at in range(1, len(said)) if words.longest(fails, said, at)), 0)
    timely = lexicon.phrases(language)
    return Mark.OTHER in marks([word for word in said[:at] if word not in timely], language)


def _refuses(heard: Sequence[Sequence[Mark]], said: Sequence[Says]) -> bool:
    """Whether a no stands: nothing but politeness beside it, or it takes the yes back."""
    if Says.YES not in said:
        return True
    spoken = {mark for part in heard for mark in part}
    return said[-1] is Says.NO and bool(spoken & {Mark.BUT, Mark.DENIAL})


def _takes_back(heard: Sequence[Sequence[Mark]], *, noted: bool) -> bool:
    """Whether something stands beside a yes that may change it."""
    spoken = [mark for part in heard for mark in part]
    if Mark.BUT in spoken[1:] or Mark.ASKING in spoken:
        return True
    return not noted and not LEFT.isdisjoint(spoken)
