"""Yes or no, however it is said."""

import re
from dataclasses import dataclass

from flows.reading import words
from flows.reading.replies import Unclear, bounded
from flows.reading.replies import words as words_in

_YES = "👍👌✅✔☑🆗💯🤙🙆🫡🤝🙌"
_NO = "👎❌✋🖐🚫🙅⛔✖🛑🤚"
_ENDS = frozenset(".,;:!()…¡")
_STRETCHED = re.compile(r"(.)\1{2,}")
_FEW = 6
_PLAIN_YES = frozenset({"yes", "yeah", "si", "sim", "oui", "ouais"})
_PLAIN_NO = frozenset({"no", "non", "nao", "nope", "nah"})


@dataclass(frozen=True)
class _Said:
    yes: bool
    bare: bool  # one word, and not a consent denied


def yes_no(reply: str, language: str) -> bool:
    """Whether the reply agrees: the first thing said counts, and a denied yes is a no."""
    text = bounded(reply)
    if _asks(text, language):
        raise Unclear(reply)
    clauses = _clauses(text)
    said = [verdict for clause in clauses for verdict in _heard(clause, language)]
    if not said or _contradicts(clauses):
        raise Unclear(reply)
    first = said[0]
    denied = [verdict for verdict in said[1:] if not verdict.yes and not verdict.bare]
    return first.yes and not (denied and not _plainly(clauses, language))


def _asks(text: str, language: str) -> bool:
    """A question is no answer, but "why not?" is."""
    if not text.rstrip().endswith("?"):
        return False
    said = tuple(word for clause in _clauses(text) for word in clause)
    yes = words.phrases(language, "yes")
    return len(said) < 2 or words.longest(yes, said) != len(said)


def _clauses(text: str) -> list[tuple[str, ...]]:
    """The words of each part of the reply; a picture is a part of its own."""
    clauses: list[list[str]] = [[]]
    for word in words_in(text.replace(" - ", ", ").replace("\n", ", ")):
        if word.folded in _ENDS or word.folded in {"but", "pero", "mais", "mas"}:
            clauses.append([])
        elif word.folded[0].isalnum():
            clauses[-1].append(_short(word.folded))
        elif word.folded in _YES or word.folded in _NO:
            clauses.append([word.folded])
            clauses.append([])
    return [tuple(clause) for clause in clauses if clause]


def _short(word: str) -> str:
    """A word as it is in the table: "yesss" is "yes", "don't" is "dont"."""
    word = word.replace("'", "")
    return _STRETCHED.sub(r"\1", word) if len(word) > 3 else word


def _heard(clause: tuple[str, ...], language: str) -> list[_Said]:
    """What one part of the reply says, if it says anything."""
    if clause[0] in _YES or clause[0] in _NO:
        return [_Said(clause[0] in _YES, bare=True)]
    if clause[0] in ("1", "2"):
        return [_Said(clause[0] == "1", bare=True)]
    at = _led(clause, language)
    if words.longest(words.phrases(language, "unsure"), clause, at) > 1:
        return []
    if said := _phrase(clause, at, language):
        return [said]
    if _denied(clause, language):
        return [_Said(yes=False, bare=False)]
    return _last(clause, language)


def _led(clause: tuple[str, ...], language: str) -> int:
    """Where what is meant begins: after "well, i said", unless that is a phrase itself."""
    leads = words.phrases(language, "leads")
    at = 0
    while at < len(clause) and not _phrase(clause, at, language):
        size = words.longest(leads, clause, at)
        if not size:
            break
        at += size
    return at if at < len(clause) else 0


def _phrase(clause: tuple[str, ...], at: int, language: str) -> _Said | None:
    """A yes or a no that begins here; the longer one wins."""
    yes = words.longest(words.phrases(language, "yes"), clause, at)
    no = words.longest(words.phrases(language, "no"), clause, at)
    unsure = words.longest(words.phrases(language, "unsure"), clause, at)
    if unsure > max(yes, no) or yes == no:
        return None
    if yes > no and _denied(clause[at:], language):
        return None if not words.longest(_PLAIN_YES, clause, at) else _Said(True, True)
    bare = max(yes, no) == 1 and not _denied(clause[at:], language)
    return _Said(yes > no, bare)


def _denied(clause: tuple[str, ...], language: str) -> bool:
    """A wish or a consent with a not beside it: "dont want to", "ce n'est pas ok"."""
    negations, willing = (words.phrases(language, name) for name in ("negations", "willing"))
    yes = words.phrases(language, "yes")
    for at, word in enumerate(clause):
        if word not in negations or words.longest(yes, clause, at):
            continue
        near = (*clause[max(0, at - 2) : at], *clause[at + 1 : at + 5])
        if any(each in willing for each in near):
            return True
    return clause[0] in {"pas", "ne"} and len(clause) > 1 and not words.longest(yes, clause)


def _last(clause: tuple[str, ...], language: str) -> list[_Said]:
    """A short clause that ends in its answer: "my mum says yes"."""
    if len(clause) > _FEW:
        return []
    for at in range(1, len(clause)):
        for entry in ("yes", "no"):
            phrases = words.phrases(language, entry)
            if words.longest(phrases, clause, at) == len(clause) - at:
                return [_Said(entry == "yes", bare=True)]
    return []


def _plainly(clauses: list[tuple[str, ...]], language: str) -> bool:
    """Whether it began with the word yes itself, which no later half-sentence takes back."""
    return bool(words.longest(_PLAIN_YES, clauses[0], _led(clauses[0], language)))


def _contradicts(clauses: list[tuple[str, ...]]) -> bool:
    """Nothing but a yes and a no: "yes no"."""
    spoken = tuple(word for clause in clauses for word in clause)
    return (
        len(spoken) > 1
        and {word in _PLAIN_YES for word in spoken} == {True, False}
        and all(word in _PLAIN_YES or word in _PLAIN_NO for word in spoken)
    )
