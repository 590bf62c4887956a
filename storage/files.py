"""Files that nobody else on the machine may read: the database, its copies, the key."""

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
BESIDE = ("-wal", "-shm", "-journal")  # SQLite gives these the mode of the database
# A folder that holds anything else is not ours to shut: it may be /tmp, or somebody's home.
OURS = ("*.db", "*.db-*", "*.key", ".*.partial", "backups", "lost+found")


def make_folder(folder: Path) -> None:
    """A folder for ourselves alone. One that is there already is shut if all in it is ours."""
    folder.mkdir(FOLDER, parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        if _is_ours(folder):
            _shut(folder, FOLDER)


def make_file(file: Path, content: str = "") -> None:
    """A new file for ourselves alone, whatever the umask; raises FileExistsError."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    with os.fdopen(descriptor, "w") as made:
        made.write(content)


def shut(file: Path) -> None:
    """Take away from others what they may do with a file, if it is there."""
    with contextlib.suppress(OSError):
        _shut(file, FILE)


def make_database(file: Path) -> None:
    """Room for a SQLite database that is ours alone; nothing in it changes."""
    make_folder(file.parent)
    with contextlib.suppress(OSError):  # there already, or SQLite says why it cannot be
        make_file(file)
    for one in database_files(file):
        shut(one)


def database_files(file: Path) -> Sequence[Path]:
    """A SQLite database and what SQLite writes beside it."""
    return [file, *(file.with_name(file.name + end) for end in BESIDE)]


def exposed(paths: Sequence[Path]) -> Iterator[Path]:
    """Those of them that others on this machine may read or change."""
    for path in paths:
        with contextlib.suppress(OSError):
            if path.stat().st_mode & 0o077:
                yield path


def _is_ours(folder: Path) -> bool:
    found = folder.stat()
    if found.st_uid != os.geteuid() or found.st_mode & stat.S_ISVTX:
        return False
    return all(any(fnmatch(name, ours) for ours in OURS) for name in os.listdir(folder))


def _shut(path: Path, mode: int) -> None:
    now = stat.S_IMODE(path.stat().st_mode)
    if now & 0o077:
        path.chmod(now & mode)  # what its owner may only read stays so, and is told
