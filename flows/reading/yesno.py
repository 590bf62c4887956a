"""Yes or no, however it is said: every word of the reply is heard, or it is not understood."""

from collections.abc import Sequence
from enum import StrEnum

from flows.reading import lexicon, words
from flows.reading.marks import NO_SIGNS, SOFT_SIGNS, YES_SIGNS, Known, Mark, marks
from flows.reading.replies import Unclear, bounded
from flows.reading.replies import words as words_in

_ENDS = frozenset(".,;:!()…¡")
_AGREED = YES_SIGNS | SOFT_SIGNS
_SIGNS = _AGREED | NO_SIGNS
_NUMBERED: Known = {"#1": Mark.YES, "#2": Mark.NO}
_AGREEING = frozenset({Mark.YES, Mark.WANTED})
_AGREED_MARKS = _AGREEING | {Mark.SOFT}
_REFUSING = frozenset({Mark.NO, Mark.DENIAL})
_NOTS = frozenset({Mark.NOT, Mark.EITHER})
_DENYING = _NOTS | {Mark.DENIAL}
_OPEN = frozenset({Mark.UNSURE, Mark.ASKING, Mark.THIRD})
_LEFT = frozenset({Mark.OTHER, Mark.WILLING})


class _Says(StrEnum):
    """What a part of the reply says."""

    YES = "yes"
    SOFT = "soft"  # a yes, but not against a no
    NO = "no"
    DENIES = "denies"  # something that is not known: a no only beside a no
    NEITHER = "neither"  # both, or a doubt, or a question


def yes_no(reply: str, language: str, named: Known = _NUMBERED, *, noted: bool = False) -> bool:
    """Whether the reply agrees. A yes counts when nothing unknown stands beside it, and a denial
    beats the yes before it; yes and no side by side, and a question, are unclear.

    `named` are phrases that mean something at this question alone; with `noted` a yes may stand
    beside something else, which is kept with it.
    """
    text = bounded(reply)
    if _asks(text, language) or _both(text):
        raise Unclear(reply)
    heard = [_resolved(marks(part, language, named)) for part in picking(text, language)]
    said = [verdict for part in heard if (verdict := _says(part))]
    if not said or _Says.NEITHER in said:
        raise Unclear(reply)
    if _Says.NO in said and _refuses(heard, said):
        return False
    if not {_Says.YES, _Says.SOFT}.issuperset(said) or _takes_back(heard, noted=noted):
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


def _refuses(heard: Sequence[Sequence[Mark]], said: Sequence[_Says]) -> bool:
    """Whether a no stands: nothing but politeness beside it, or it takes the yes back."""
    if _Says.YES not in said:
        return True
    spoken = {mark for part in heard for mark in part}
    return said[-1] is _Says.NO and bool(spoken & {Mark.BUT, Mark.DENIAL})


def _takes_back(heard: Sequence[Sequence[Mark]], *, noted: bool) -> bool:
    """Whether something stands beside a yes that may change it."""
    spoken = [mark for part in heard for mark in part]
    if Mark.BUT in spoken[1:] or Mark.ASKING in spoken:
        return True
    return not noted and not _LEFT.isdisjoint(spoken)


def _says(part: Sequence[Mark]) -> _Says | None:
    """What a part of the reply says; None for nothing about yes or no."""
    spoken = set(part)
    if spoken & _OPEN:
        return _Says.NEITHER
    if spoken & (_REFUSING | _NOTS):
        return _denied(part)
    if Mark.CONTENT in spoken:
        return _Says.DENIES
    if spoken & _AGREEING:
        return _Says.YES
    return _Says.SOFT if Mark.SOFT in spoken else None


def _resolved(part: Sequence[Mark]) -> list[Mark]:
    """The marks, each not with what it denies made one: "not interested" is a denial."""
    found: list[Mark] = []
    for mark in part:
        before = found[-1] if found else None
        if mark is Mark.ENDING:
            found.append(Mark.UNSURE if (_DENYING | {Mark.OTHER}) & set(part) else Mark.DENIAL)
        elif before in _NOTS and _denies(before, mark):
            found[-1] = Mark.DENIAL
        else:
            found.append(mark)
    if found and found[-1] in _NOTS:
        bare = found[-1] is Mark.EITHER and _AGREEING.isdisjoint(found)
        found[-1] = Mark.NO if bare else Mark.DENIAL
    return found


def _denies(before: Mark | None, mark: Mark) -> bool:
    return mark in {Mark.WANTED, Mark.SOFT, Mark.WILLING} or (
        mark is Mark.YES and before is Mark.NOT
    )


def _denied(part: Sequence[Mark]) -> _Says:
    """What a part says in which something is denied."""
    last_yes, last_no = _last(part, _AGREEING), _last(part, _REFUSING)
    if last_yes < 0:
        return _alone(part) if last_no >= 0 else _Says.DENIES
    if part[last_no] is Mark.DENIAL and last_no < last_yes and Mark.BUT not in part:
        return _Says.NEITHER if Mark.AND in part else _Says.NO
    taken_back = Mark.BUT in part[:last_no] or (last_no >= 0 and part[last_no] is Mark.DENIAL)
    loose = Mark.AND in part or not _NOTS.isdisjoint(part)
    return _Says.NO if last_yes < last_no and taken_back and not loose else _Says.NEITHER


def _alone(part: Sequence[Mark]) -> _Says:
    """A no without a yes: "my mum says no" is one, "i have no credit left" is not."""
    firmly = Mark.DENIAL in part or part[0] is Mark.NO or part[-1] is Mark.NO
    return _Says.NO if firmly or _LEFT.isdisjoint(part) else _Says.NEITHER


def _last(part: Sequence[Mark], kinds: frozenset[Mark]) -> int:
    return max((at for at, mark in enumerate(part) if mark in kinds), default=-1)
