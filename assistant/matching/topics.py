"""What free text speaks of: a small table of topics in all languages, which programmes extend.

Nothing is sent anywhere: words are compared with the table, and what it does not hold is not heard.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.understanding import mistyping
from flows.reading.replies import plain

Words = Mapping[str, Sequence[str]]  # by language; the first is what the topic is called
SHORTEST = 7  # letters of a word that may be mistyped
REMEMBERED = 8192  # texts
_ELIDED = re.compile(r"\b([cdjlmnst]|qu)['\u2019]", re.IGNORECASE)
_FILE = Path(__file__).parent / "words" / "topics.toml"


@dataclass(frozen=True)
class Table:
    """Topics by their token."""

    topics: Mapping[str, Words]
    _heard: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def heard(self, text: str) -> frozenset[str]:
        """The topics that a text speaks of."""
        if (known := self._heard.get(text)) is not None:
            return known
        if len(self._heard) >= REMEMBERED:
            self._heard.clear()
        found = self._heard[text] = frozenset(self._find(words(text)))
        return found

    def label(self, topic: str, language: str) -> str:
        """What a topic is called in a language, or in English."""
        named = self.topics.get(topic, {})
        return next((named[one][0] for one in (language, "en") if named.get(one)), topic)

    def _find(self, said: Sequence[str]) -> Iterator[str]:
        for at, word in enumerate(said):
            some = (
                self._phrases.get(tuple(said[at : at + n])) for n in range(1, self._longest + 1)
            )
            found = [topic for topic in some if topic]
            yield from found or self._begun(word)

    def _begun(self, word: str) -> Sequence[str]:
        """The topic whose beginning it has, of several the longest; whole words go before."""
        some = (self._beginnings.get(word[:length]) for length in self._lengths)
        return [topic for topic in some if topic][:1]

    @cached_property
    def _phrases(self) -> Mapping[tuple[str, ...], str]:
        """Whole phrases, and likely slips in long words, where they are no word of the table."""
        exact = {phrase: topic for topic, phrase in self._written() if phrase[-1] != "*"}
        slips: dict[tuple[str, ...], str] = {
            (slip,): topic
            for phrase, topic in exact.items()
            if len(phrase) == 1 and len(phrase[0]) >= SHORTEST
            for slip in mistyping.misspelt(phrase[0])
        }
        return {**slips, **exact}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._phrases), default=0)

    @cached_property
    def _beginnings(self) -> Mapping[str, str]:
        return {one[0]: topic for topic, one in self._written() if one[-1] == "*"}

    @cached_property
    def _lengths(self) -> Sequence[int]:
        return sorted({len(one) for one in self._beginnings}, reverse=True)

    def _written(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each phrase as its words; what stands for any ending has a "*" behind."""
        for topic, named in self.topics.items():
            for phrase in (one for some in named.values() for one in some):
                yield topic, (*words(phrase), "*") if phrase.endswith("*") else words(phrase)


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Folded words, those that are joined by an apostrophe apart: "d'infirmier"."""
    return plain(_ELIDED.sub(r"\1 ", text))


@lru_cache(maxsize=1)
def known() -> Table:
    """The product's own topics."""
    return Table(tomllib.loads(_FILE.read_text()))


@lru_cache(maxsize=16)
def _extended(own: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]) -> Table:
    topics = {topic: dict(named) for topic, named in known().topics.items()}
    for topic, added in own:
        named = topics.setdefault(topic, {})
        for language, more in added:
            named[language] = [*named.get(language, ()), *more]
    return Table(topics)


def with_own(own: Mapping[str, Words]) -> Table:
    """The table with a programme's own topics, and its own words for those that are there."""
    if not own:
        return known()
    return _extended(tuple((topic, _frozen(named)) for topic, named in sorted(own.items())))


def _frozen(named: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((language, tuple(some)) for language, some in sorted(named.items()))


def twice(table: Table) -> Iterable[tuple[str, str, str]]:
    """Phrases that stand for two topics, which makes them say nothing."""
    seen: dict[tuple[str, ...], str] = {}
    for topic, phrase in table._written():
        other = seen.setdefault(phrase, topic)
        if other != topic:
            yield " ".join(phrase), other, topic
