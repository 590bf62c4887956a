"""What a part of a reply says about yes or no, once each "not" is one with what it denies."""

from collections.abc import Sequence
from enum import StrEnum

from flows.reading.agreeing.marks import Mark

AGREEING = frozenset({Mark.YES, Mark.WANTED})
LEFT = frozenset({Mark.OTHER, Mark.WILLING})
_WEAK = frozenset({Mark.NOT_YET, Mark.PUT_OFF, Mark.CHOSEN})  # a no, but not against a yes
_FIRM = frozenset({Mark.DENIAL, *_WEAK})
_REFUSING = frozenset({Mark.NO, *_FIRM})
_NOTS = frozenset({Mark.NOT, Mark.EITHER})
_DENYING = _NOTS | _FIRM
_OPEN = frozenset({Mark.UNSURE, Mark.DOUBT, Mark.ASKING, Mark.THIRD})


class Says(StrEnum):
    """What a part of the reply says."""

    YES = "yes"
    SOFT = "soft"  # a yes, but not against a no
    NO = "no"
    DENIES = "denies"  # something that is not known: a no only beside a no
    NEITHER = "neither"  # both, or a doubt, or a question


def says(part: Sequence[Mark]) -> Says | None:
    """What a part of the reply says; None for nothing about yes or no."""
    spoken = set(part)
    if spoken & _OPEN:
        return Says.NEITHER
    if spoken & (_REFUSING | _NOTS):
        return _denied(part)
    if Mark.CONTENT in spoken:
        return Says.DENIES
    if spoken & AGREEING:
        return Says.YES
    return Says.SOFT if Mark.SOFT in spoken else None


def resolved(part: Sequence[Mark]) -> list[Mark]:
    """The marks, each not with what it denies made one: "not interested" is a denial."""
    found: list[Mark] = []
    for mark in part:
        before = found[-1] if found else None
        if mark is Mark.ENDING:
            found.append(Mark.UNSURE if (_DENYING | {Mark.OTHER}) & set(part) else Mark.DENIAL)
        elif before in _NOTS | {Mark.DENIAL} and mark is Mark.CHOSEN:
            found[-1] = Mark.UNSURE  # "não vou ficar", "no quiero quedarme"
        elif before in _NOTS and _denies(before, mark):
            found[-1] = Mark.DENIAL
        else:
            found.append(mark)
    if found and found[-1] in _NOTS:
        bare = found[-1] is Mark.EITHER and AGREEING.isdisjoint(found)
        found[-1] = Mark.NO if bare else Mark.DENIAL
    return found


def _denies(before: Mark | None, mark: Mark) -> bool:
    return mark in {Mark.WANTED, Mark.SOFT, Mark.WILLING} or (
        mark is Mark.YES and before is Mark.NOT
    )


def _denied(part: Sequence[Mark]) -> Says:
    """What a part says in which something is denied."""
    last_yes, last_no = _last(part, AGREEING), _last(part, _REFUSING)
    if last_yes < 0:
        return _alone(part) if last_no >= 0 else Says.DENIES
    if not _WEAK.isdisjoint(part):
        return Says.NO if part[0] is Mark.NO else Says.NEITHER  # "no i want to stay"
    if part[last_no] is Mark.DENIAL and last_no < last_yes and Mark.BUT not in part:
        return Says.NEITHER if Mark.AND in part else Says.NO
    taken_back = Mark.BUT in part[:last_no] or (last_no >= 0 and part[last_no] is Mark.DENIAL)
    loose = Mark.AND in part or not _NOTS.isdisjoint(part) or _of_another(part, last_no)
    loose = loose or Mark.OTHER in part[last_no + 1 :]
    return Says.NO if last_yes < last_no and taken_back and not loose else Says.NEITHER


def _of_another(part: Sequence[Mark], last_no: int) -> bool:
    """Whether a denial may be of something unknown: "yes but the bus does not"."""
    said = part[:last_no]
    start = max(_last(said, frozenset({Mark.BUT})), _last(said, AGREEING))
    return Mark.OTHER in said[start + 1 :]


def _alone(part: Sequence[Mark]) -> Says:
    """A no without a yes: "my mum says no" is one, "i have no credit left" is not."""
    if part[-2:] == [Mark.BUT, Mark.SOFT]:
        return Says.NEITHER  # "nah but ok"
    if Mark.SOFT in part and Mark.BUT in part and not (_WEAK | {Mark.OTHER}).isdisjoint(part):
        return Says.NEITHER  # "fine but i dont want to go by bus"
    firmly = not _FIRM.isdisjoint(part) or part[0] is Mark.NO or part[-1] is Mark.NO
    return Says.NO if firmly or LEFT.isdisjoint(part) else Says.NEITHER


def _last(part: Sequence[Mark], kinds: frozenset[Mark]) -> int:
    return max((at for at, mark in enumerate(part) if mark in kinds), default=-1)
