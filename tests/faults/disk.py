"""A disk that can be filled: a file system of its own, in memory, which only root may mount."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHUNK = 1 << 20
PAGE = 4096


class Disk:
    """A small file system under a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self) -> Iterator[None]:
        """Nothing more can be written meanwhile."""
        filler = self.folder / "filler"
        try:
            _fill(filler)
            yield
        finally:
            filler.unlink()


@contextmanager
def mounted(folder: Path, megabytes: int) -> Iterator[Disk | None]:
    """A file system of that size under the folder; None for who may not mount one."""
    if os.geteuid() != 0 or not _mount(folder, megabytes):
        yield None
        return
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


def _mount(folder: Path, megabytes: int) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "tmpfs", str(folder)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        for size in (CHUNK, PAGE):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
