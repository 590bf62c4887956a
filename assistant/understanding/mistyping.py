"""How words are mistyped."""

from collections.abc import Iterator, Sequence

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def misspelt(word: str, respelt: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """Likely slips: a sound spelt otherwise; in longer words a letter lost, swapped, doubled."""
    for sound, other in respelt:
        if sound in word:
            yield word.replace(sound, other)
    if len(word) < 5:
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def beside(word: str) -> Iterator[str]:
    """The word with one letter from the key to the left or right instead."""
    for at, letter in enumerate(word):
        row = next((keys for keys in _KEYS if letter in keys), letter)
        place = row.index(letter)
        for other in row[max(place - 1, 0) : place] + row[place + 1 : place + 2]:
            yield word[:at] + other + word[at + 1 :]
