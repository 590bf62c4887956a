"""Things that are told in a row, as they were written: "help with english and getting a job"."""

from flows.reading import words
from flows.reading.replies import bounded, plain
from flows.reading.replies import words as words_in

_PARTING = frozenset(",;/&+")
_ARTICLES = frozenset(
    words.spellings("the, my, a, el, la, los, las, mi, le, les, mon, ma, o, os, as, meu")
)
_LEADS = frozenset(  # what leads up to the things; in all languages, since people mix them
    words.spellings(
        "help with, help me with, some help with, getting help with, i need help with, "
        "i need some help with, need help with, i want help with, i would like help with, "
        "id like help with, i could use help with, advice on, support with, get better at, "
        "i want to get better at, someone to help me with, somebody to help me with, mostly, "
        "ayuda con, ayuda en, ayuda para, ayudame con, necesito ayuda con, necesito ayuda en, "
        "quiero ayuda con, quisiera ayuda con, me gustaria ayuda con, que me ayuden con, "
        "que me ayuden en, consejos sobre, mejorar en, mas que nada, sobre todo, "
        "de laide pour, de laide en, aide pour, jai besoin daide pour, jai besoin daide en, "
        "besoin daide pour, je veux de laide pour, je voudrais de laide pour, "
        "jaimerais de laide pour, des conseils sur, surtout, "
        "ajuda com, ajuda em, ajuda para, me ajuda com, preciso de ajuda com, "
        "preciso de ajuda em, quero ajuda com, queria ajuda com, gostaria de ajuda com, "
        "conselhos sobre, melhorar em, principalmente"
    )
)


def things(reply: str, language: str) -> list[str]:
    """Each thing that is told, without what leads up to it."""
    text, ands = bounded(reply), words.phrases(language, "ands")
    found: list[str] = []
    begin = end = -1
    for word in words_in(text):
        if word.folded in ands or word.folded in _PARTING:
            found.append(_thing(text, begin, end))
            begin = end = -1
        elif word.folded[0].isalnum() or begin >= 0:
            begin, end = (word.start if begin < 0 else begin), word.end
    found.append(_thing(text, begin, end))
    return [one for one in found if one]


def is_thing(text: str, language: str) -> bool:
    """Whether it is told plainly: no number that picks, nothing denied, nothing asked."""
    said = frozenset(plain(text))
    picks = any(map(str.isdigit, said)) or "?" in text
    return not picks and said.isdisjoint(words.phrases(language, "negations"))


def bare(text: str) -> tuple[str, ...]:
    """The words of a thing without its article."""
    said = plain(text)
    return said[1:] if said[:1] and said[0] in _ARTICLES and len(said) > 1 else said


def _thing(text: str, begin: int, end: int) -> str:
    if begin < 0:
        return ""
    typed = words_in(text[begin:end])
    said = tuple(word.folded.replace("'", "") for word in typed)
    size = words.longest(_LEADS, said)
    if size >= len(typed):
        return text[begin:end]
    return text[begin + typed[size].start : end].rstrip(" .!")
