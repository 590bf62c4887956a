"""What a database's error means in plain words, and what an operator can do about it."""

from typing import NamedTuple

from sqlalchemy.exc import DBAPIError

from storage.database import Damaged


class Trouble(NamedTuple):
    """What is the matter with the database."""

    reason: str
    remedy: str


DAMAGED = Trouble("the file is damaged", "restore the newest backup")
FULL = Trouble("the disk is full", "free some space on it")
READ_ONLY = Trouble(
    "it can only be read", "give this user the right to write the file and its folder"
)
AWAY = Trouble("the server cannot be reached", "start it, or correct DATABASE_URL")

# By how the name of SQLite's error begins.
_SQLITE = (
    ("SQLITE_FULL", FULL),
    ("SQLITE_READONLY", READ_ONLY),
    ("SQLITE_CORRUPT", DAMAGED),
    ("SQLITE_NOTADB", Trouble("the file is no SQLite database", "restore the newest backup")),
    ("SQLITE_BUSY", Trouble("another program keeps it locked", "end that program")),
    ("SQLITE_LOCKED", Trouble("another program keeps it locked", "end that program")),
    (
        "SQLITE_CANTOPEN",
        Trouble("the file cannot be opened", "see that it is a file, that may be written"),
    ),
    ("SQLITE_IOERR", Trouble("the disk does not read or write it", "look at the disk")),
    ("SQLITE_PERM", READ_ONLY),
)
# By how the SQLSTATE begins.
_POSTGRESQL = (
    ("28", Trouble("the server refuses the user or the password", "correct DATABASE_URL")),
    ("3D", Trouble("the server has no such database", "create it, or correct DATABASE_URL")),
    ("42501", Trouble("the user may not write there", "grant it the rights on the schema")),
    ("53100", FULL),
    ("53", Trouble("the server has no room for more", "raise max_connections or its memory")),
    ("57", Trouble("the server is starting, stopping or ended a query", "wait until it is up")),
    ("55P03", Trouble("another program keeps it locked", "end that program")),
    ("25006", Trouble("the server can only be read", "connect to the primary server")),
    ("XX", Trouble("the server found damaged data", "restore the newest backup")),
)
_BY_WORDS = (  # a connection that fails has no SQLSTATE
    ("password authentication failed", _POSTGRESQL[0][1]),
    ("no pg_hba.conf entry", _POSTGRESQL[0][1]),
    ("no password supplied", _POSTGRESQL[0][1]),
    ("role ", _POSTGRESQL[0][1]),
    ("database ", _POSTGRESQL[1][1]),
    ("the database system is", _POSTGRESQL[5][1]),
    ("too many", _POSTGRESQL[4][1]),
)


def understood(error: Exception) -> Trouble:
    """What is the matter, without the error's own text: that may hold what people wrote."""
    if isinstance(error, Damaged):
        return DAMAGED
    original = error.orig if isinstance(error, DBAPIError) else error
    if name := getattr(original, "sqlite_errorname", ""):
        return _first(_SQLITE, name) or Trouble(f"it failed ({name})", "look at the disk")
    if state := getattr(original, "sqlstate", None):
        return _first(_POSTGRESQL, state) or Trouble(f"it failed ({state})", "look at its log")
    if isinstance(error, TimeoutError):
        return Trouble("it is busy", "wait, or look at the disk")
    said = str(original)
    return next((one for words, one in _BY_WORDS if f"FATAL:  {words}" in said), AWAY)


def _first(known: tuple[tuple[str, Trouble], ...], name: str) -> Trouble | None:
    return next((one for start, one in known if name.startswith(start)), None)
