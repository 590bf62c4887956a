"""Which of the options offered a reply names in words, whole or in part, misspelt or not."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from flows.reading import labels, lexicon, spelling, words
from flows.reading.labels import Label, Offered
from flows.reading.replies import Word
from flows.reading.words import meet

_SHORT = 8  # In a longer reply a single word of an option is only talk.
_PREFIX = 4
_REACH = 4  # words that a denial reaches
_REASONS = frozenset(
    words.spellings("because, bc, cos, cuz, coz, cause, porque, pq, xq, car, parce")
)
# Who or what is wished for; and which of several places it may be.
_ANYONE = frozenset(
    words.spellings(
        "someone, somebody, person, who, has, alguien, persona, sea, quelquun, personne, soit, il, "
        "elle, alguem, pessoa, seja, ele, ela, show, see, view, open, less, muestra, muestrame, "
        "ver, "
        "montre, voir, mostra"
    )
)
_SCHOOLS = frozenset(
    words.spellings(
        "school, class, escuela, cole, colegio, insti, clase, ecole, lycee, college, fac, cours, "
        "escola, facul, aula"
    )
)
_ASKED = frozenset({"what", "how", "que", "quoi"})  # alone it asks, and picks nothing

Named = tuple[Offered, int, int]  # the option, its first word in the reply, the one after its last


def named(typed: Sequence[Word], options: Sequence[Offered], language: str) -> list[Named]:
    """The options a reply names, in its order: by their text, or by a word only they have."""
    said = tuple(labels.plainly(word) for word in typed)
    found = {option.token: place for option in options if (place := labels.stands(said, option))}
    if sum(text[:1].isalnum() for text in said) <= _SHORT:
        found = _by_keyword(said, tuple(options), language, found)
    if _denied(said, [first for first, _ in found.values()], language):
        return []
    ordered = [(option, *found[option.token]) for option in options if option.token in found]
    return sorted(ordered, key=lambda each: each[1])


def names_it(typed: Sequence[Word], found: Named, language: str) -> bool:
    """Whether the option found is named by its whole text, or by a word of it beside which
    nothing stands but politeness and a reason: a "library cafe" is not the Harbor Library."""
    option, first, after = found
    said = tuple(labels.plainly(word) for word in typed)
    if labels.stands(said, option):
        return True
    beside = [text for text in (*said[:first], *said[after:]) if text[:1].isalnum()]
    told = takewhile(lambda text: text not in _REASONS, beside)
    return polite(language).union(*labels.labels(option)).issuperset(told)


def is_phrase(typed: Sequence[Word]) -> bool:
    """Words enough to be somebody's own answer, and not a question."""
    letters = sum(len(word.folded) for word in typed if word.folded[0].isalpha())
    return letters >= 3 and typed[-1].folded != "?"


def weekday(text: str, language: str) -> str:
    """The weekday a word is, so that "thurs" is the Thursday that was offered."""
    found = lexicon.phrases(language).get(text, ())
    return f"{found[0].value}" if found and found[0].kind == "weekday" else ""


def _by_keyword(
    said: Label,
    options: tuple[Offered, ...],
    language: str,
    labelled: Mapping[str, tuple[int, int]],
) -> dict[str, tuple[int, int]]:
    denying = bool(words.phrases(language, "negations") & set(said))
    keys = _keywords(options, language, denying)
    found = dict(labelled)
    taken = {at for first, end in labelled.values() for at in range(first, end)}
    small = _small(language)
    content = [text for text in said if text[:1].isalnum() and text not in small]
    for at, text in enumerate(said):
        if at in taken or (text in small and text not in keys):
            continue
        token = _meant(text, keys, language, alone=len(content) == 1)
        if token:
            first, _ = found.get(token, (at, at))
            found[token] = (first, at + 1)
    return found


def _meant(text: str, keys: Mapping[str, str], language: str, *, alone: bool) -> str | None:
    """The one option a word stands for: itself, its beginning, its sound, or nearly itself."""
    if text in keys:
        return keys[text] or None
    if day := weekday(text, language):
        tokens = {keys[key] for key in keys if weekday(key, language) == day}
        return tokens.pop() if len(tokens) == 1 else None
    shortest = 2 if alone else _PREFIX
    for meant in (_begins, _sounds, spelling.alike):
        tokens = {keys[key] for key in keys if len(text) >= shortest and meant(text, key)}
        if tokens:
            return tokens.pop() if len(tokens) == 1 else None
    return None


def _begins(text: str, key: str) -> bool:
    return key.startswith(text)


def _sounds(text: str, key: str) -> bool:
    heard = spelling.sound(text)
    return len(heard) >= _PREFIX and heard == spelling.sound(key)


@lru_cache(maxsize=256)
def _keywords(options: tuple[Offered, ...], language: str, denying: bool) -> Mapping[str, str]:
    """The words of the options, each with its option, or with nothing if several have it.

    A word of "not now" stands for it only beside a not.
    """
    small = _small(language)
    owners: dict[str, set[str]] = {}
    for option in options:
        for label in labels.labels(option):
            denied = len(label) > 1 and words.phrases(language, "negations") & set(label)
            for text in label:
                if len(label) == 1 or (
                    text not in small and len(text) > 2 and (denying or not denied)
                ):
                    owners.setdefault(text, set()).add(option.token)
    return {text: tokens.pop() if len(tokens) == 1 else "" for text, tokens in owners.items()}


@lru_cache(maxsize=8)
def _small(language: str) -> frozenset[str]:
    entries = ("picking", "joins", "negations", "particles", "leads")
    asking = words.heads(words.phrases(language, "asks"))
    return _ASKED.union(asking, *(words.phrases(language, entry) for entry in entries))


@lru_cache(maxsize=8)
def polite(language: str) -> frozenset[str]:
    """Words that may stand beside one of an option and change nothing: "thursday is good"."""
    entries = ("beside", "softeners", "willing", "yes", "soft", "unsure")
    phrases = meet.phrases(language, "spare").union(
        *(words.phrases(language, entry) for entry in entries)
    )
    said = frozenset(word for phrase in phrases for word in phrase.split())
    return (said | _small(language) | _ANYONE) - meet.phrases(language, "places") - _SCHOOLS


def _denied(said: Label, places: Sequence[int], language: str) -> bool:
    """Whether one of the options is named only to refuse it: "i dont want to drop it"."""
    negations = words.phrases(language, "negations")
    if negations.isdisjoint(said):  # the cheap first test
        return False
    ends = words.phrases(language, "contrasts") - negations
    return any(negations & _just_before(said, place, ends) for place in places)


def _just_before(said: Label, place: int, ends: frozenset[str]) -> set[str]:
    """The words just before, back to a sign or a "but"."""
    found: set[str] = set()
    for text in reversed(said[max(0, place - _REACH) : place]):
        if text in ends or not text[:1].isalnum():
            break
        found.add(text)
    return found
