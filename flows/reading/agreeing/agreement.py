"""The option meant where one can agree, or not: what follows from a yes may bind."""

import re
from collections.abc import Sequence
from functools import lru_cache

from flows.reading import hearing, words
from flows.reading.agreeing.marks import Known, Mark, known_in, marks
from flows.reading.agreeing.yesno import clauses, picking, yes_no
from flows.reading.amounts.counts import Count, counts
from flows.reading.amounts.numbers import after
from flows.reading.hearing import Heard
from flows.reading.labels import CLAUSE, Offered
from flows.reading.replies import Unclear

_MARKS = {"yes": Mark.WANTED, "no": Mark.CHOSEN}
_REFUSALS = frozenset({Mark.NO, Mark.EITHER, Mark.DENIAL})
_DENIES = _REFUSALS | {Mark.NOT}
_NOTED = _DENIES | {Mark.OTHER}  # beside a yes they are kept with it
_REFUSED = _REFUSALS | {Mark.CHOSEN}
# "No longer", "i dont like her": what goes on now is denied.
_GOING_ON = frozenset(
    words.spellings(
        "anymore, anymor, more, longer, ya, mas, plus, pu, mais, ja, her, him, them, for, out, "
        "fora, "
        "interested, interesa, interesado, interesada, interesse, interessado, interessada"
    )
)
_REASSURES = re.compile(
    r"(?:no|nah|nope|non|nan|nn|nao|n) "
    r"(?:its|it is|thats|that is|esta|ta|todo|cest|c est|ca|tudo|td) "
    r"(?:(?:all|muy|tres|va|tout) )?(?:fine|ok|okay|good|cool|bien|bueno|bon|bom|bem|otimo)"
)
_BESIDE = 4  # words around a number that picks


def asked(options: Sequence[Offered]) -> bool:
    """Whether a yes and a no are among the options."""
    return {"yes", "no"} <= {option.token for option in options}


def agreed(heard: Heard, options: Sequence[Offered], *, noted: bool) -> tuple[str, str]:
    """A whole text of an option picks it, a word of it never does; and nothing that may matter
    stands beside a yes, unless it may be kept as a note."""
    named = named_by(tuple(options), heard.language)
    said = [
        mark
        for part in picking(heard.text, heard.language)
        for mark in marks(part, heard.language, named)
    ]
    if other := _other(heard, options, said):
        return other, ""
    if "?" in heard.text and said and set(said) <= {Mark.DENIAL, Mark.CHOSEN}:
        return "no", ""  # "can we move it?"
    if Mark.PUT_OFF in said and _REFUSED.isdisjoint(said):
        raise Unclear(heard.text)  # "not now": it is put off
    try:
        _no_unit(heard)
        says = yes_no(heard.text, heard.language, named, noted=noted)
    except Unclear:
        return _numbered(heard, options), ""
    if not says:
        return "no", _after_number(heard)
    return "yes", (_after_number(heard) or heard.text) if _NOTED & set(said) else ""


def reassures(reply: str) -> bool:
    """Whether it may be a no or its opposite: "no its fine", where one asks if a time works."""
    return bool(_REASSURES.fullmatch(" ".join(word for part in clauses(reply) for word in part)))


def keeps(reply: str, options: Sequence[Offered], language: str) -> bool:
    """Whether a no leaves things as they are where a yes would end them: not so "i dont want to
    do this anymore"."""
    named = named_by(tuple(options), language)
    return all(_denies_ending(part, language, named) for part in picking(reply, language))


def _denies_ending(part: Sequence[str], language: str, named: Known) -> bool:
    """Whether nothing unknown, and nothing that goes on now, is denied in a part of the reply."""
    found = marks(part, language, named)
    denied = found[1:] if found[:1] == [Mark.NO] else found
    if _DENIES.isdisjoint(denied):
        return True
    if Mark.CHOSEN in found:
        return Mark.WANTED in found  # "je pars pas je reste", but not "je reste pas", "no le sigo"
    return Mark.OTHER not in denied and _GOING_ON.isdisjoint(part)


def _other(heard: Heard, options: Sequence[Offered], said: Sequence[Mark]) -> str:
    """The option beside yes and no that is named: "yes, but wrong number"."""
    if Mark.THIRD not in said or said[said.index(Mark.THIRD) - 1 :][:1] == [Mark.NOT]:
        return ""
    spoken = [f" {' '.join(part)} " for part in clauses(heard.text)]
    found = {option.token for option in options if _stands(spoken, option)} - _MARKS.keys()
    return found.pop() if len(found) == 1 else ""


def _stands(spoken: Sequence[str], option: Offered) -> bool:
    return any(f" {phrase} " in part for phrase in _phrases(option) for part in spoken)


@lru_cache(maxsize=256)
def named_by(options: tuple[Offered, ...], language: str) -> Known:
    """What the options' numbers and whole texts mean, and how their texts begin."""
    generic = known_in(language)
    found: dict[str, Mark | None] = {}
    for number, option in enumerate(options, 1):
        mark = _MARKS.get(option.token, Mark.THIRD)
        for phrase in (f"#{number}", *_phrases(option)):
            if mark is Mark.CHOSEN and generic.get(phrase) in _REFUSALS:
                continue  # "no" in "no, thanks" is any no
            found[phrase] = mark if found.get(phrase, mark) is mark else Mark.UNSURE
    return {**found, **_turned(found, generic)}


def _turned(named: Known, generic: Known) -> Known:
    """Ways to say yes that would deny an option: "cant wait" where one may wait."""
    ends = {phrase for phrase, mark in named.items() if mark is Mark.WANTED}
    return {
        phrase: Mark.UNSURE
        for phrase, mark in generic.items()
        if mark is Mark.WANTED
        and phrase not in named
        and generic.get(phrase.partition(" ")[0]) in _DENIES
        and phrase.partition(" ")[2] in ends
    }


@lru_cache(maxsize=512)
def _phrases(option: Offered) -> frozenset[str]:
    texts = [text for said in option.words for text in (said, CLAUSE.split(said)[0])]
    spoken = (" ".join(word for part in clauses(text) for word in part) for text in texts)
    return frozenset(phrase for phrase in spoken if phrase)


def _no_unit(heard: Heard) -> None:
    """Refuse "2:30": it begins with a number, and picks nothing."""
    found = counts(heard.typed[:4], heard.language)
    if found and not found[0].first and hearing.unit_follows(heard, found[0]):
        raise Unclear(heard.text)


def _numbered(heard: Heard, options: Sequence[Offered]) -> str:
    """The option whose number is all that is said: "the first one", "option two pls"."""
    found = counts(heard.typed, heard.language)
    if not found or len(found) > _BESIDE:
        raise Unclear(heard.text)
    beside = {
        word.folded.replace("'", "")
        for at, word in enumerate(heard.typed)
        if not any(count.first <= at < count.after for count in found) and word.folded[0].isalnum()
    }
    values = {count.value for count in found}
    small = heard.phrases("picking") - heard.phrases("negations") - heard.phrases("contrasts")
    if len(values) != 1 or "?" in heard.text or len(beside) > _BESIDE or not beside <= small:
        raise Unclear(heard.text)
    if found[0].ordinal and not _pointed(heard, found[0]):
        raise Unclear(heard.text)  # "say please first"
    if not 1 <= (value := values.pop()) <= len(options):
        raise Unclear(heard.text)
    return options[value - 1].token


def _pointed(heard: Heard, count: Count) -> bool:
    """Whether an ordinal stands alone, or behind "the"."""
    before = heard.typed[: count.first]
    return not before or before[-1].folded in heard.phrases("pointers")


def _after_number(heard: Heard) -> str:
    """What was written after a number: "2 she was away"."""
    if heard.typed[0].folded.isdecimal() and not hearing.leads(heard, heard.typed[1:]):
        return after(heard.text, heard.typed, 1)
    return ""
