"""What was recorded of the tests, kept in a folder: the next run records only the files of tests
that are new or have changed.

Where the product has changed since, what is known of the others is a little old: blocks are found
again by the names of their functions. A test may be missed so, and a fault look as if it survived;
none looks caught that is not, for only a test that fails catches one.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutations import probes
from tests.mutations.mutants import ROOT
from tests.mutations.probes import Block

# They look at the files, or at the product in processes of its own, or they take very long.
LEFT_OUT = (
    *("architecture", "away", "benchmarks", "browser", "catalogues", "connections", "documents"),
    *("faults", "locales", "month", "new_flow", "packaging"),
)
KEPT = "recorded.json"

Seen = dict[str, tuple[float, list[int]]]  # of each test how long it took, and its blocks


class Recorded(NamedTuple):
    """Which tests come through which blocks, and the files of tests as they were then."""

    blocks: list[Block]
    seen: Seen
    files: dict[str, str]


def read(folder: Path) -> Recorded:
    """What is kept there; nothing where nothing is."""
    if not (folder / KEPT).exists():
        return Recorded([], {}, {})
    blocks, seen, files = json.loads((folder / KEPT).read_text())
    return Recorded([Block(*one) for one in blocks], seen, files)


def bring_up_to_date(folder: Path, at_once: int) -> None:
    """Record what is not known yet of the tests as they are."""
    known, files = read(folder), files_of_tests()
    new = [name for name, digest in files.items() if known.files.get(name) != digest]
    if not new:
        return
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="recording") as copy:
        blocks, seen = _record(Path(copy), new, at_once)
    folder.mkdir(parents=True, exist_ok=True)
    kept = Recorded(blocks, _kept(known, blocks, set(files) - set(new)) | seen, files)
    (folder / KEPT).write_text(json.dumps(kept))
    print(f"recorded in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def files_of_tests() -> dict[str, str]:
    """What changes when one of them does."""
    return {
        f"tests/{file.name}": hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted((ROOT / "tests").glob("test_*.py"))
        if file.stem.removeprefix("test_") not in LEFT_OUT
    }


def _record(copy: Path, files: Sequence[str], at_once: int) -> tuple[list[Block], Seen]:
    """Run the tests of these files in a copy that tells."""
    probes.copy(copy)
    blocks = probes.place(copy)
    run = ["-m", "pytest", "-q", "-n", str(at_once), "-p", "tests.mutations.recording", *files]
    subprocess.run([sys.executable, *run], cwd=copy, stdout=sys.stderr, check=False)
    seen: Seen = {}
    for file in sorted(copy.glob("seen.*.json")):
        seen |= json.loads(file.read_text())
    return blocks, seen


def _kept(known: Recorded, blocks: Sequence[Block], files: set[str]) -> Seen:
    """What is known of the tests of these files, by the blocks as they are now."""
    now = {(one.file, one.name): n for n, one in enumerate(blocks)}
    moved = {n: now.get((one.file, one.name)) for n, one in enumerate(known.blocks)}
    return {
        test: (seconds, [new for one in hits if (new := moved[one]) is not None])
        for test, (seconds, hits) in known.seen.items()
        if test.partition("::")[0] in files
    }
