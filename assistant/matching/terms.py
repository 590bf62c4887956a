"""What a programme asks of a match: its rules, whom it reaches first, its own topics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage.tables import Json

ZONES_APART = 8  # hours
FLOOR = 50  # per cent


@dataclass(frozen=True)
class Terms:
    """The rules of one programme; fields are those of a profile, or "language"."""

    zones_apart: float = ZONES_APART  # hours between two clocks, at most
    floor: float = FLOOR / 100  # a fit under which nobody is suggested
    same: Sequence[str] = ()  # fields in which the two have something in common
    different: Sequence[str] = ()  # fields in which they have nothing in common
    first: Sequence[tuple[str, str]] = ()  # a field and a value: they are reached before others
    labels: Mapping[str, Json] = field(default_factory=dict)  # of the programme's topics
    words: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)  # for topics


def of(settings: Json) -> Terms:
    """As a programme's settings have them; what they leave out is as usual."""
    told: Json = settings.get("matching") or {}
    return Terms(
        zones_apart=float(told.get("zones_apart", ZONES_APART)),
        floor=float(told.get("floor", FLOOR)) / 100,
        same=tuple(told.get("same", ())),
        different=tuple(told.get("different", ())),
        first=tuple((str(one["field"]), str(one["value"])) for one in told.get("first", ())),
        labels={str(one["token"]): one["labels"] for one in settings.get("topics", ())},
        words={str(one["token"]): one["words"] for one in told.get("topics", ())},
    )
