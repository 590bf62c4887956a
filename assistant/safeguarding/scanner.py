"""Whether a text says something that needs a person now: all languages at once, in linear time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from assistant.safeguarding import spelling, tables, weights
from assistant.safeguarding.automaton import Found, Ordinary
from assistant.safeguarding.concerns import About, Concern, Doubt, Kind
from assistant.safeguarding.shelf import Language
from assistant.safeguarding.tables import Level, Table
from assistant.safeguarding.weights import Likely, Weights
from assistant.understanding import inquiries, patterns

LANGUAGES = ("en", "es", "fr", "pt")
LONGEST = 4096  # characters: the most that a message of any channel holds
REMEMBERED = 8192  # words of which it is known in which languages they may belong to a concern
OVERLAP = 200  # characters that two pieces of a long text share

_WORDS = Path(__file__).parent / "words"
_OTHER_SIDE = "mentor"  # what names of the other side are read as
_IN_JEST = frozenset({Kind.SELF_HARM, Kind.THREATENED, Kind.AFRAID})  # being hurt never is
_NEAR = 6  # words before, among which somebody is named
_ORDER = {kind: place for place, kind in enumerate(Kind)}


class Scanner:
    """Some tables, compiled: each language is tried, whatever the person's own."""

    def __init__(self, languages: Sequence[Table], weighed: Weights | None = None) -> None:
        self._weights = weighed
        self._lists = {
            name: frozenset(word for table in languages for word in table.lists.get(name, ()))
            for name in tables.LISTS
        }
        everyday = self._lists["everyday"]
        real = everyday.union(
            self._lists["no slips"],
            spelling.read_elsewhere(LANGUAGES),
            *(table.words() for table in languages),
        )
        self._languages = [Language(table, everyday, real) for table in languages]
        self._asked = lru_cache(REMEMBERED)(self._asks)

    def _asks(self, word: str) -> tuple[Language, ...]:
        """The languages in which a text with this word may be a concern."""
        return tuple(each for each in self._languages if each.may_concern(word))

    def scan(self, text: str, others: Iterable[str] = ()) -> Concern | Doubt | None:
        """The gravest that is said; `others` are the names of the other side of the person's pairs.

        Clear words go before unclear ones, wherever in the text they stand.
        """
        found = [one for piece in _pieces(text) if (one := self._scan(piece, others))]
        if not found:
            return self._weighed(text, others)
        heard, level = min(
            found, key=lambda one: _gravity(one[0].kind, isinstance(one[0], Concern))
        )
        return self._confirmed(heard, level, patterns.words(text), others)

    def hedges(self, text: str) -> bool:
        """Whether a yes in it would not be a plain one: "yes i guess"."""
        return not self._lists["hedging"].isdisjoint(patterns.words(text))

    def _scan(self, text: str, others: Iterable[str]) -> tuple[Concern | Doubt, Level] | None:
        typed = patterns.words(text)
        if not any(map(self._asked, typed)):  # the cheap first test
            return None
        said = (patterns.BREAK, *_named(typed, others), patterns.BREAK)
        asked = frozenset(chain.from_iterable(map(self._asked, said)))
        languages = (each for each in self._languages if each in asked)
        concerns = [found for each in languages for found in each.concerns(said)]
        if not concerns:
            return None
        # Whatever language it is in: "me toca" is a concern in one and a turn in another.
        is_ordinary = Ordinary(one for each in self._languages for one in each.ordinary(said))
        jest = not self._lists["laughing"].isdisjoint(said)
        concerns.sort(key=lambda one: _gravity(one.phrase.kind, _is_clear(one, jest)))
        gravest = next((one for one in concerns if not is_ordinary(one)), None)
        if gravest is None:
            return None
        clear, about = _is_clear(gravest, jest), self._about(gravest, said)
        heard = _said(gravest, about, (patterns.BREAK, *typed, patterns.BREAK), clear=clear)
        return heard, gravest.phrase.level

    def _confirmed(
        self, found: Concern | Doubt, level: Level, said: Sequence[str], others: Iterable[str]
    ) -> Concern | Doubt | None:
        """What a phrase found, unless all the words together tell of something else; what fills a
        part of the text stands whatever is beside it. A worry is in everyday words."""
        if not self._weights or found.words in " ".join(said).split(f" {patterns.BREAK} "):
            return found
        likely = self._weights.likely(_named(said, others))
        slight = level is Level.ASK and found.kind is not Kind.WORRY
        if likely is Likely.HARDLY or (likely is Likely.LITTLE and slight):
            return None
        if likely is Likely.WELL:
            return found
        return Doubt(found.kind, found.about, found.words)

    def _weighed(self, text: str, others: Iterable[str]) -> Doubt | None:
        """What no phrase says, and its words together suggest; what people idly ask is known."""
        if not self._weights:
            return None
        said = self._weights.heaviest(_named(patterns.words(text), others))
        if not self._weights.suspects(said) or inquiries.find(patterns.words(text), "en"):
            return None
        bounded = (patterns.BREAK, *said, patterns.BREAK)
        if any(True for each in self._languages for _ in each.ordinary(bounded)):
            return None  # of which the phrases know better
        named = not self._lists["other side"].isdisjoint(said)
        about = About.OTHER_SIDE if named else About.UNSAID
        return Doubt(Kind.AFRAID, about, " ".join(self._weights.telling(said)))

    def sober(self, text: str) -> str:
        """The text without its laughing: "i'm fine lol"."""
        said, laughing = patterns.words(text), self._lists["laughing"]
        if laughing.isdisjoint(said):
            return text
        return " ".join(word for word in said if word not in laughing)

    def points(self, text: str) -> bool:
        """Whether it speaks of somebody without a name: "he"."""
        return not self._lists["pronouns"].isdisjoint(patterns.words(text))

    def _about(self, found: Found, said: Sequence[str]) -> About:
        """Who is named in what was found, or just before; else the other side if named at all."""
        kind = found.phrase.kind
        if kind is Kind.SELF_HARM:
            return About.SELF
        named = not self._lists["other side"].isdisjoint(said)
        if kind is Kind.WORRY:
            return About.OTHER_SIDE if named else About.SOMEBODY
        for word in (*said[found.start : found.end], *_before(said, found.start)):
            if word in self._lists["other side"]:
                return About.OTHER_SIDE
            if word in self._lists["people"]:
                return About.SOMEBODY
            if word in self._lists["pronouns"]:
                break
        if named:
            return About.OTHER_SIDE
        return About.SELF if kind is Kind.HOME else About.UNSAID


def _named(said: Sequence[str], others: Iterable[str]) -> Sequence[str]:
    """The words, with those that name the other side read as what it is."""
    names = frozenset(word for name in others for word in patterns.words(name)[:1])
    return [_OTHER_SIDE if word in names else word for word in said] if names else said


def _said(found: Found, about: About, typed: Sequence[str], *, clear: bool) -> Concern | Doubt:
    kind = found.phrase.kind
    assert kind is not None
    quoted = " ".join(word for word in typed[found.start : found.end] if word != patterns.BREAK)
    return Concern(kind, about, quoted) if clear else Doubt(kind, about, quoted)


def _is_clear(found: Found, jest: bool) -> bool:
    return found.phrase.level is Level.PAGE and not (jest and found.phrase.kind in _IN_JEST)


def _pieces(text: str) -> list[str]:
    """A long text in pieces as long as is read at once, so that nothing lies between two."""
    size = patterns.LONGEST
    starts = range(0, max(min(len(text), LONGEST) - OVERLAP, 1), size - OVERLAP)
    return [text[start : min(start + size, LONGEST)] for start in starts]


def _gravity(kind: Kind | None, clear: bool) -> tuple[bool, int]:
    return not clear, _ORDER[kind] if kind else len(_ORDER)


def _before(said: Sequence[str], start: int) -> Iterator[str]:
    """The words before, the nearest first, up to the beginning of the clause."""
    for word in reversed(said[max(start - _NEAR, 0) : start]):
        if word == patterns.BREAK:
            return
        yield word


@lru_cache(maxsize=1)
def ours() -> Scanner:
    """The phrases that come with the product."""
    languages = [tables.read(_WORDS / f"{language}.txt") for language in LANGUAGES]
    return Scanner(languages, weights.read(weights.OURS))


def scan(text: str, others: Iterable[str] = (), language: str = "") -> Concern | Doubt | None:
    """What our phrases find in a text; alone, "sex" is Friday to who speaks Portuguese."""
    found = ours().scan(text, others)
    return None if found and found.words == "sex" and language[:2] == "pt" else found


def points(text: str) -> bool:
    """Whether it speaks of somebody without a name, in any language: "he scares me"."""
    return ours().points(text)
