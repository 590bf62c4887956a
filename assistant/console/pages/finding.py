"""What people are looked for by: their name, and what they can be chosen and ordered by."""

from collections.abc import Mapping
from urllib.parse import urlencode

from assistant.console.asked import Asked
from assistant.rendering.translations import LANGUAGES
from storage.console.directory import Wanted
from storage.people import names
from storage.tables import Role

LONGEST = 100  # letters of a name
# What people can be listed by, each with the values that there are.
FILTERS = {
    "role": (Role.MENTEE, Role.MENTOR),
    "state": (
        *("invited", "consented", "awaiting", "ready", "finished"),
        *("left", "declined", "refused", "under_age"),
    ),
    "language": LANGUAGES,
    "order": ("newest",),
}


def chosen(asked: Asked) -> dict[str, str]:
    """What was chosen, as far as there is such a thing."""
    name = asked.query.get("name", "").replace("\0", "").strip()[:LONGEST]
    given = {key: asked.query.get(key, "") for key in FILTERS}
    known = {key: one for key, one in given.items() if one in FILTERS[key]}
    return {"name": name, **known} if name else known


def wanted(looked_for: Mapping[str, str], after: int) -> Wanted:
    """The same, for a query."""
    one = looked_for.get
    words = names.sought(one("name", ""))
    newest = one("order") == "newest"
    return Wanted(words, one("role", ""), one("state", ""), one("language", ""), newest, after)


def address(page: str, looked_for: Mapping[str, str]) -> str:
    """A page that shows the same people again."""
    return f"{page}?{urlencode(looked_for)}" if looked_for else page
