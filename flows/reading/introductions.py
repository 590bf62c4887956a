"""A name that is told along with something else: "im 21 and my name is ana"."""

from flows.reading import names, words
from flows.reading.replies import bounded
from flows.reading.replies import words as words_in

_ENDS = frozenset(",;.!:")


def introduced(reply: str, language: str) -> tuple[str, str]:
    """The name where it is announced for certain, and what is said beside it: "Ana" and "im 21" of
    "im 21 and my name is ana"."""
    text, found = bounded(reply), ""
    beside: list[str] = []
    for part in _clauses(text, language):
        name = names.announced(part, language)
        found = found or name
        if not name:
            beside.append(part)
    return found, " ".join(beside)


def _clauses(text: str, language: str) -> list[str]:
    """The parts of a text that signs and an "and" keep apart; the "e" of "meu nome e" is none."""
    typed = words_in(text)
    said = tuple(word.folded.replace("'", "") for word in typed)
    ands, called = words.phrases(language, "ands"), names.calling(language)
    parts: list[str] = []
    start = at = 0
    while at < len(said):
        size = words.longest(called, said, at)
        if not size and (said[at] in ands or said[at] in _ENDS):
            parts.append(text[start : typed[at].start].strip())
            start = typed[at].end
        at += size or 1
    return [part for part in (*parts, text[start:].strip()) if part]
