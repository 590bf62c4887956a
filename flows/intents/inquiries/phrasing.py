"""Ways of asking in one language, written short."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Phrasing:
    """What is asked, and the ways of asking it as whole messages, folded.

    In a way "(a|b|)" stands for a, b or nothing. `small` words say nothing anywhere; `polite` ones
    say nothing beside others. `alike` are other spellings, each with what it stands for. A word
    alone asks only where it stands alone in `ways`.
    """

    small: str
    polite: str
    alike: str  # "u=you whos=who+is"
    ways: Mapping[str, tuple[str, ...]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Every way, over words that are each followed by a space; a group for each topic."""
        topics = (
            f"(?P<{topic}>{'|'.join(map(self._way, ways))})" for topic, ways in self._sorted()
        )
        return re.compile("|".join(topics))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of all ways."""
        return frozenset(word for ways in self.ways.values() for word in _words(" ".join(ways)))

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that ask by themselves."""
        single = (way for ways in self.ways.values() for way in ways if way in self.known)
        return frozenset(self.respelt.get(way, way) for way in single)

    @cached_property
    def respelt(self) -> Mapping[str, str]:
        """Other spellings of a word."""
        pairs = (one.split("=") for one in self.alike.split())
        return {typed: word.replace("+", " ") for typed, word in pairs}

    @cached_property
    def saying_nothing(self) -> frozenset[str]:
        return frozenset(self.small.split())

    @cached_property
    def courtesies(self) -> frozenset[str]:
        return frozenset(self.polite.split())

    def _sorted(self) -> list[tuple[str, tuple[str, ...]]]:
        return list(self.ways.items())

    def _way(self, way: str) -> str:
        spaced = _WORD.sub(self._one, way).replace(" (", "(").replace(") ", ")")
        return (
            re.sub(r" +", " ", spaced.replace("(", "(?:")).replace("| ", "|").replace("(?: ", "(?:")
        )

    def _one(self, word: re.Match[str]) -> str:
        return "" if word[0] in self.saying_nothing else self.respelt.get(word[0], word[0]) + " "


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
