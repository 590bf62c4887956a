"""What is chosen at the matching desk and not approved yet: it lives in addresses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from assistant.console.asked import Asked

PAGE = "/console/matching"
MOST = 200  # choices of a kind
Two = tuple[int, int]  # mentee and mentor


@dataclass(frozen=True)
class Choices:
    """Pairs that are kept whatever else, and two who are not brought together."""

    programme: int
    pins: Mapping[int, int] = field(default_factory=dict)
    never: frozenset[Two] = frozenset()
    page: int = 0

    def pinned(self, mentee: int, mentor: int) -> "Choices":
        never = self.never - {(mentee, mentor)}
        return replace(self, pins={**self.pins, mentee: mentor}, never=never)

    def unpinned(self, mentee: int) -> "Choices":
        return replace(self, pins={key: one for key, one in self.pins.items() if key != mentee})

    def forbidden(self, mentee: int, mentor: int) -> "Choices":
        rest = self.unpinned(mentee) if self.pins.get(mentee) == mentor else self
        return replace(rest, never=rest.never | {(mentee, mentor)})

    def allowed(self, mentee: int, mentor: int) -> "Choices":
        return replace(self, never=self.never - {(mentee, mentor)})

    def url(self, **more: object) -> str:
        """Where the desk stands as it is chosen here."""
        given = {"programme": self.programme, "pins": self.pins_text, "never": self.never_text}
        given |= {"page": self.page, **more}
        return f"{PAGE}?{urlencode({key: one for key, one in given.items() if one})}"

    @property
    def pins_text(self) -> str:
        return _text(self.pins.items())

    @property
    def never_text(self) -> str:
        return _text(sorted(self.never))


def of(asked: Asked, programme: int) -> Choices:
    """As the address or the form has it; with one more, where somebody else was just picked."""
    pins = dict(_pairs(_given(asked, "pins")))
    never = frozenset(_pairs(_given(asked, "never")))
    found = Choices(programme, pins, never, asked.number("page"))
    mentee, mentor = asked.number("mentee"), asked.number("mentor")
    return found.pinned(mentee, mentor) if mentee and mentor else found


def _given(asked: Asked, name: str) -> str:
    return asked.form.get(name) or asked.query.get(name, "")


def _pairs(text: str) -> list[Two]:
    found = (one.partition("-") for one in text.split(".")[:MOST])
    return [(int(a), int(b)) for a, _, b in found if _number(a) and _number(b)]


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _text(pairs: Iterable[Two]) -> str:
    return ".".join(f"{one}-{other}" for one, other in pairs)
