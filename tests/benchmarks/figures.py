"""A figure: a ratio that was measured, and the bar it has to clear."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

COMMAND = ".venv/bin/python -m tests.benchmarks"


@dataclass(frozen=True)
class Sizes:
    """How much is measured: the shipped sizes, unless a test wants to be quick."""

    rounds: int = 5
    few: int = 1_000  # people
    many: int = 100_000
    passes: int = 3  # over a fresh copy of the few, in a round
    chats: int = 500  # of ConversationHandler
    updates: int = 100  # that it is fed, in a round
    talkers: int = 2_000  # on the whole path, in a round
    newcomers: int = 34  # with three texts each, in a round of lone webhooks
    queued: int = 10_000
    seekers: int = 2_000  # who wait, and
    helpers: int = 1_000  # who have room


@dataclass(frozen=True)
class Figure:
    """One ratio, the median of its rounds."""

    name: str
    ratio: float
    bar: float
    better: Literal["higher", "lower"]
    command: str
    note: str = ""
    ours: str = ""  # what is done on each side, in words
    theirs: str = ""

    @property
    def holds(self) -> bool:
        return self.ratio >= self.bar if self.better == "higher" else self.ratio <= self.bar

    def __str__(self) -> str:
        bound = "at least" if self.better == "higher" else "at most"
        verdict = "ok" if self.holds else "MISSED"
        head = f"{self.name}: {self.ratio:.3g} ({bound} {self.bar:g}) {verdict}"
        sides = f"    ours: {self.ours}\n    beside: {self.theirs}\n"
        note = f"    {self.note}\n" if self.note else ""
        return f"{head}\n{sides}{note}    {self.command}"


def command(benchmark: str) -> str:
    """What measures this again."""
    return f"{COMMAND} {benchmark}"


def write(figures: Sequence[Figure], file: Path) -> None:
    """Keep what was measured, for whoever compares."""
    fields = ("name", "ratio", "bar", "better", "command", "ours", "theirs")
    rows = [{name: getattr(one, name) for name in fields} for one in figures]
    file.write_text(json.dumps(rows, indent=2) + "\n")
