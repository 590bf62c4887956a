"""What somebody may say that needs a person now, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What it is about, the gravest first."""

    SELF_HARM = "self_harm"
    TOUCHED = "touched"
    HURT = "hurt"
    THREATENED = "threatened"
    GROOMING = "grooming"
    AFRAID = "afraid"
    HOME = "home"
    WORRY = "worry"


class About(StrEnum):
    """Who does the harm; in a worry, for whom it is; unsaid is "he scares me"."""

    SELF = "self"
    OTHER_SIDE = "other_side"
    SOMEBODY = "somebody"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Concern:
    """Clear words: a person is paged."""

    kind: Kind
    about: About
    words: str  # that said so, folded


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may mean no harm: one gentle question."""

    kind: Kind
    about: About
    words: str
