"""How old somebody says that they are: a number with nothing beside it that may deny it."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from flows.reading import words
from flows.reading.amounts.counts import counts
from flows.reading.replies import Unclear, bounded
from flows.reading.replies import words as words_in

YOUNGEST, OLDEST = 5, 110
_MOST = 60  # words: whoever writes more tells something else
_YEARS = frozenset(map(str, range(1900, 2100)))
_ENDS = frozenset(",.;!:()")
_BOUNDS = frozenset({"+", "<", ">", "½"})  # "18+"
_BY_EAR = frozenset({"to", "too", "tu", "for", "fore", "won", "ate", "tree"})  # "twenty to"


def age(reply: str, language: str) -> int:
    """The age in "im 16". What is not so yet, or somebody else's, or no age at all is unclear:
    "almost 18", "18 this summer", "my sister is 18", "20 minutes", "20s"."""
    typed = words_in(bounded(reply))
    said = tuple(word.folded.replace("'", "") for word in typed)
    found = [
        count
        for count in counts(typed, language)
        if not count.ordinal and count.value and said[count.first] not in _YEARS
    ]
    values = {count.value for count in found}
    if len(values) != 1 or len(said) > _MOST or not _BOUNDS.isdisjoint(said) or said[0] == "-":
        raise Unclear(reply)
    numbers = {at for count in found for at in range(count.first, count.after)}
    (value,) = values
    if value % 10 == 0 and not _BY_EAR.isdisjoint(said[max(numbers) + 1 : max(numbers) + 2]):
        raise Unclear(reply)
    if not YOUNGEST <= value <= OLDEST or not _plainly(said, numbers, language):
        raise Unclear(reply)
    return value


def _plainly(said: tuple[str, ...], numbers: Collection[int], language: str) -> bool:
    """Whether all that stands beside the number is known, and nothing said may deny it."""
    turned = words.phrases(language, "turned")
    part, at = _part(said, min(numbers)), 0
    while at < len(said):
        if words.longest(turned, said, at):
            return True  # "I turned 16 last may"
        spelt = at in numbers and said[at][:1].isalpha()
        strictly = at in part and not spelt
        size = _beside(said, at, language) or _alone(said[at], language, strictly=strictly)
        if not size or _denies(said, at, size, language):
            return False
        at += size
    return "?" not in said[max(numbers) + 1 : max(numbers) + 3]


def _part(said: Sequence[str], first: int) -> range:
    """Where the part of the reply is that holds its first number."""
    ends = [at for at, text in enumerate(said) if text in _ENDS]
    start = max((at for at in ends if at < first), default=-1)
    return range(start + 1, min((at for at in ends if at > first), default=len(said)))


def _beside(said: tuple[str, ...], at: int, language: str) -> int:
    """How many words from here may stand beside an age: "years old", "born 2010"."""
    born = words.longest(words.phrases(language, "born"), said, at)
    if born:
        return born + 1 if _YEARS.issuperset(said[at + born : at + born + 1] or ("",)) else 0
    return words.longest(_known(language), said, at)


def _alone(text: str, language: str, *, strictly: bool) -> int:
    """1 for a sign or a number, with no more glued to it than in "16yo"; elsewhere for any word."""
    letters = text.lstrip("0123456789")
    if letters != text:
        return int(not letters or letters in _known(language))
    return int(not strictly or not letters[:1].isalnum())


def _denies(said: tuple[str, ...], at: int, size: int, language: str) -> bool:
    entries = ("not_yet", "negations")
    return any(words.longest(words.phrases(language, one), said, at) >= size for one in entries)


@lru_cache(maxsize=8)
def _known(language: str) -> frozenset[str]:
    """What carries nothing beside an age."""
    entries = ("aged", "leads", "beside", "greetings")
    return frozenset().union(*(words.phrases(language, entry) for entry in entries))
