"""A step that takes two people: how they come there, and what both do at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from tests.orders import standing
from tests.orders.company import Act, Cast, Company

Ready = Callable[[Company], None]
HARM = "rosa hit me"
LEAVES = ("LEAVE", "1")
PARTS = ("PART jay", "1", "no time")


@dataclass(frozen=True)
class Step:
    """What two people do at once."""

    ready: Ready  # until the moment before
    acts: tuple[Act, Act]
    stands: Callable[[Connection, Cast], str] = standing.matches
    names: Sequence[str] = ("dana", "rosa", "jay")
    settings: Mapping[str, Any] = field(default_factory=dict)


def then(ready: Ready, who: str, *lines: str) -> Ready:
    """And one of them says this as well."""

    def both(company: Company) -> None:
        ready(company)
        company.says(who, *lines)

    return both


def together(company: Company) -> None:
    """Rosa helps Jay."""
    company.match()
