"""Signs that a boundary is crossed between two people: a person reads before it goes across."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from assistant.safeguarding.crossing import hints
from assistant.understanding import patterns
from assistant.understanding.patterns import BREAK

OVERLAP = 200  # characters
FEWEST = 2  # words that are weighed together
NOTHING = (0.0, "")
LANGUAGES = ("en", "es", "fr", "pt")  # in whichever somebody writes
_WORDS = Path(__file__).parent / "words"
_NAMED = "dana"  # as the tables call whoever coordinates


class Boundary(StrEnum):
    """Which boundary it may be."""

    SECRECY = "secrecy"
    PHOTOS = "photos"
    GIFTS = "gifts"
    ALONE = "alone"
    APP = "app"
    SEXUAL = "sexual"
    NIGHT = "night"


def _tables() -> Mapping[Boundary, re.Pattern[str]]:
    signs: dict[Boundary, list[str]] = {kind: [] for kind in Boundary}
    for language in LANGUAGES:
        _read((_WORDS / f"{language}.txt").read_text(), signs)
    return {kind: re.compile(rf"\b(?:{'|'.join(some)})") for kind, some in signs.items()}


def _read(table: str, signs: Mapping[Boundary, list[str]]) -> None:
    """Lines "NAME = expression" first, then below "[kind]" one sign a line."""
    names: dict[str, str] = {}
    under: list[str] = []
    for line in table.splitlines():
        if line.startswith("["):
            under = signs[Boundary(line.strip("[]"))]
        elif found := re.fullmatch(r"([A-Z]+) = (.+)", line):
            names[found[1]] = found[2]
        elif line and not line.startswith("#"):
            named = re.sub(r"<([A-Z]+)>", lambda one: names[one[1]], line)
            under.append(f"(?:{named})")


_SIGNS = _tables()
# What reads like a sign, and is none.
_HARMLESS = re.compile(r"\bdont mention it\b|\bsecret santa\b|\bamigo secreto\b|\bno me digas\b")


def find(text: str, coordinator: str = "") -> Boundary | None:
    """The first boundary of which there is a sign; who coordinates is one not to be told."""
    return listed(text, coordinator) or hinted(text, coordinator)


def listed(text: str, coordinator: str = "") -> Boundary | None:
    """The first of which an expression is found, unless all the words together tell of nothing."""
    said = _said(text, coordinator)
    plain = [_HARMLESS.sub(" ", " ".join(word for word in some if word != BREAK)) for some in said]
    found = next((kind for kind, signs in _SIGNS.items() if any(map(signs.search, plain))), None)
    return found if found and _weighed(said)[0] > hints.HARDLY else None


def hinted(text: str, coordinator: str = "") -> Boundary | None:
    """The one at which all the words together hint; one word alone hints at nothing."""
    weight, kind = _weighed(_said(text, coordinator))
    return Boundary(kind) if weight > hints.BAR else None


def _said(text: str, coordinator: str) -> list[list[str]]:
    called = frozenset(patterns.words(coordinator))
    return [
        [_NAMED if word in called else word for word in patterns.words(piece)]
        for piece in _pieces(text)
    ]


def _weighed(said: Sequence[Sequence[str]]) -> tuple[float, str]:
    some = [hints.ours().weigh(words) for words in said if len(words) >= FEWEST]
    return max(some, default=NOTHING)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that are read whole; what stands at an edge is in two of them."""
    for at in range(0, max(1, len(text) - OVERLAP), patterns.LONGEST - OVERLAP):
        yield text[at : at + patterns.LONGEST]
