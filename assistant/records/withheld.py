"""What is left out of what somebody is shown of their own records, so that nobody is warned.

That a text to the other of a match was held for signs of a crossed boundary is for those who look
at it. The text itself is listed as what they wrote.
"""

import json
from collections.abc import Iterable, Iterator

from assistant.safeguarding.crossing.boundaries import Boundary
from storage.tables import Json

HELD = "held"  # the kind of a thing on a coordinator's list
_FATES = ("state", "settled_at")  # of every such text, so that nothing follows from one without


def shown(table: str, rows: Iterable[Json]) -> Iterator[Json]:
    """The rows of a table as they are shown."""
    match table:
        case "relayed":
            yield from ({name: row[name] for name in row if name not in _FATES} for row in rows)
        case "handover":
            yield from (row for row in rows if not _warns(row))
        case _:
            yield from rows


def _warns(row: Json) -> bool:
    return row["kind"] == HELD and json.loads(row["text"])["why"] in list(Boundary)
