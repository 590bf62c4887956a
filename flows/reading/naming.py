"""Which of the options offered a reply names in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from flows.reading import spelling, words
from flows.reading.replies import Word
from flows.reading.replies import words as words_in

_TONES = frozenset("🏻🏼🏽🏾🏿")
_ELISION = re.compile(r"^(?:[ldjmtsnc]|qu)'(?=[a-z]{2})")
_SHORT = 8  # In a longer reply a single word of an option is only talk.
_PREFIX = 4


@dataclass(frozen=True)
class Offered:
    """An option: what the flow calls it, and how the person sees it, in words or a picture."""

    token: str
    words: tuple[str, ...]


Named = tuple[Offered, int, int]  # the option, its first word in the reply, the one after its last


def exactly(typed: Sequence[Word], options: Sequence[Offered]) -> Offered | None:
    """The option whose text, and nothing else, was written."""
    said = _texts(typed)
    found = [option for option in options if said and said in _labels(option)]
    return found[0] if len(found) == 1 else None


def named(typed: Sequence[Word], options: Sequence[Offered], language: str) -> list[Named]:
    """The options a reply names, in its order: by their text, or by a word only they have."""
    said = tuple(_plainly(word) for word in typed)
    found = {option.token: place for option in options if (place := _labelled(said, option))}
    if sum(text[:1].isalnum() for text in said) <= _SHORT:
        found = _by_keyword(said, tuple(options), language, found)
    if _denied(said, [first for first, _ in found.values()], language):
        return []
    ordered = [(option, *found[option.token]) for option in options if option.token in found]
    return sorted(ordered, key=lambda each: each[1])


def is_phrase(typed: Sequence[Word]) -> bool:
    """Words enough to be somebody's own answer, and not a question."""
    letters = sum(len(word.folded) for word in typed if word.folded[0].isalpha())
    return letters >= 3 and typed[-1].folded != "?"


@lru_cache(maxsize=512)
def _labels(option: Offered) -> frozenset[tuple[str, ...]]:
    return frozenset(label for text in option.words if (label := _texts(words_in(text))))


def _texts(typed: Sequence[Word]) -> tuple[str, ...]:
    """The words and pictures, without punctuation and skin tones."""
    texts = (_plainly(word) for word in typed if word.folded not in _TONES)
    return tuple(text for text in texts if text and (text[0].isalnum() or ord(text[0]) > 0x2000))


def _plainly(word: Word) -> str:
    """The word without its apostrophe, and without what French puts before it: "l'école"."""
    return _ELISION.sub("", word.folded).replace("'", "")


def _labelled(said: tuple[str, ...], option: Offered) -> tuple[int, int] | None:
    """Where the whole text of an option stands in the reply."""
    for label in sorted(_labels(option), key=len, reverse=True):
        for at in range(len(said) - len(label) + 1):
            if said[at : at + len(label)] == label and _weighty(label):
                return at, at + len(label)
    return None


def _weighty(label: tuple[str, ...]) -> bool:
    """A text that is not a small word anybody might use."""
    return len(label) > 1 or len(label[0]) > 3 or not label[0].isascii()


def _by_keyword(
    said: tuple[str, ...],
    options: tuple[Offered, ...],
    language: str,
    labelled: Mapping[str, tuple[int, int]],
) -> dict[str, tuple[int, int]]:
    keys = _keywords(options, language)
    found = dict(labelled)
    taken = {at for first, end in labelled.values() for at in range(first, end)}
    small = words.phrases(language, "picking") | words.phrases(language, "joins")
    content = [text for text in said if text[:1].isalnum() and text not in small]
    for at, text in enumerate(said):
        if at in taken or (text in small and text not in keys):
            continue
        token = _meant(text, keys, alone=len(content) == 1)
        if token:
            first, _ = found.get(token, (at, at))
            found[token] = (first, at + 1)
    return found


def _meant(text: str, keys: Mapping[str, str], *, alone: bool) -> str | None:
    """The one option a word stands for: itself, its beginning, its sound, or nearly itself."""
    if text in keys:
        return keys[text] or None
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
def _keywords(options: tuple[Offered, ...], language: str) -> Mapping[str, str]:
    """The words of the options, each with its option, or with nothing if several have it."""
    small = words.phrases(language, "picking") | words.phrases(language, "joins")
    small |= words.phrases(language, "negations") | words.phrases(language, "particles")
    owners: dict[str, set[str]] = {}
    for option in options:
        for label in _labels(option):
            for text in label:
                if len(label) == 1 or (text not in small and len(text) > 2):
                    owners.setdefault(text, set()).add(option.token)
    return {text: tokens.pop() if len(tokens) == 1 else "" for text, tokens in owners.items()}


def _denied(said: tuple[str, ...], places: Sequence[int], language: str) -> bool:
    """Whether one of the options is named only to refuse it: "anything but school"."""
    negations = words.phrases(language, "negations")
    return any(negations & set(said[max(0, place - 2) : place]) for place in places)
