"""How each step may end, as it was read and found true: how it stands, and what each heard last.

A file for each table of steps. `python -m tests.orders --write` adds what it has seen; each line of
the difference is to be read before it is kept.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "orders"
Heard = dict[str, set[str]]  # of each: the last that they may have heard
Ends = dict[str, dict[str, Heard]]  # of each step: for each way in which it may stand
LONGEST = 160
NOTHING = "(nothing)"
_NUMBER = re.compile(r"\+?\d{7,}")
# Said to who answers what is not asked any more, beside what has become of it.
_BESIDE = ("I'm an automatic helper and didn't get that.",)


def last(texts: Sequence[str]) -> str:
    """The last sentences that somebody has heard, in one line, without numbers of phones."""
    told = [text for text in texts if not text.startswith(_BESIDE)] or list(texts)
    if not told:
        return NOTHING
    return _NUMBER.sub("#", " ".join(told[-1].split()))[:LONGEST].rstrip()


def read(table: str) -> Ends:
    """What may become of the steps of a table."""
    found: Ends = {}
    file = FOLDER / f"{table}.txt"
    for line in file.read_text().splitlines() if file.exists() else ():
        depth, said = len(line) - len(line.lstrip()), line.strip()
        if depth == 0 and said:
            states = found.setdefault(said, {})
        elif depth == 2:
            heard = states.setdefault(said, {})
        elif depth == 4:
            who, _, text = said.partition(": ")
            heard.setdefault(who, set()).add(text)
    return found


def write(table: str, ends: Mapping[str, Mapping[str, Heard]]) -> None:
    FOLDER.mkdir(exist_ok=True)
    lines = []
    for step, states in ends.items():
        lines += ["", step]
        for state, heard in sorted(states.items()):
            lines.append(f"  {state}")
            lines += [f"    {who}: {text}" for who in heard for text in sorted(heard[who])]
    (FOLDER / f"{table}.txt").write_text("\n".join(lines[1:]) + "\n")
