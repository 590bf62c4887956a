"""What a turn leaves of texts between the two of a match."""

from dataclasses import dataclass, field

from storage.mentoring.relayed import NewRelayed, SettledRelayed


@dataclass(slots=True)
class Crossing:
    """Rows of texts, and whether what this turn says are the other's words."""

    others_words: bool = False  # they leave after the answers to others, in the hours of a day
    in_line: bool = False  # about a meeting by text: it leaves in its order with the other's words
    sent: list[NewRelayed] = field(default_factory=list)
    settled: list[SettledRelayed] = field(default_factory=list)
    hushed: list[int] = field(default_factory=list)  # matches: of these no more of them leave
