"""All that is kept of somebody, as a file that people and programs can read."""

import json
from datetime import UTC, datetime

from assistant.channels import File
from assistant.records import withheld
from storage.database import Database
from storage.records import about

NAME = "my-data.json"


def file(db: Database, person: int) -> File:
    """The file, made when it is handed over, so that it is nowhere else."""
    return File(NAME, of(db, person))


def of(db: Database, person: int) -> bytes:
    """Every row about them in every table, by its columns' names, but for what would warn them."""
    with db.reading() as connection:
        shown = {
            name: found
            for name, rows in about.rows(connection, person)
            if (found := list(withheld.shown(name, rows)))
        }
    text = json.dumps(shown, indent=2, ensure_ascii=False, default=_plain)
    return f"{text}\n".encode()


def _plain(value: object) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case bytes():
            return value.hex()
        case _:
            return str(value)
