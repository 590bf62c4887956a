"""A copy of the product that tells which of its blocks a test comes through: each begins with a
call that notes its number. That costs next to nothing, where tracing each line doubles a run."""

import ast
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutations.mutants import ROOMS, ROOT, files

PARTS = ("assistant", "flows", "storage", "locales", "tests", "docs", "deploy")
NOTES = "from noted import note as _note"
NOTED = "hits: set[int] = set()\nnote = hits.add\n"
IMPORTED = "imported"  # in the place of a test: what is run before any of them


class Block(NamedTuple):
    """Lines that are run one after the other, but for blocks inside."""

    file: str
    first: int
    last: int
    name: str  # its function's, and which of its blocks: the same when lines are added above

    def holds(self, file: str, line: int) -> bool:
        return self.file == file and self.first <= line <= self.last


def copy(to: Path) -> None:
    """The product and its tests, as they are."""
    for part in PARTS:
        left = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, to / part, ignore=left, dirs_exist_ok=True)
    for file in ROOT.iterdir():
        if file.is_file() and not file.name.startswith("."):
            shutil.copy(file, to / file.name)


def place(to: Path, rooms: Sequence[str] = ROOMS) -> list[Block]:
    """Have every block of the copy tell; what they are, by number."""
    blocks: list[Block] = []
    for file in files(rooms):
        tree = ast.parse((to / file).read_text())
        within = Counter[str]()
        for function, statements in list(_bodies(tree)):
            within[function] += 1
            lines = statements[0].lineno, statements[-1].end_lineno or 0
            blocks.append(Block(file, *lines, f"{function} {within[function]}"))
            note = ast.parse(f"_note({len(blocks) - 1})").body[0]
            statements.insert(1 if _is_text(statements[0]) else 0, note)
        tree.body.insert(1 if ast.get_docstring(tree) else 0, ast.parse(NOTES).body[0])
        (to / file).write_text(ast.unparse(ast.fix_missing_locations(tree)))
    (to / "noted.py").write_text(NOTED)
    return blocks


def _bodies(node: ast.AST, function: str = "") -> Iterator[tuple[str, list[ast.stmt]]]:
    """What functions, branches and loops hold, and the name of the function."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        function = f"{function}.{node.name}"
    if not isinstance(node, ast.Module | ast.ClassDef):
        for name in ("body", "orelse", "finalbody"):
            statements = getattr(node, name, None)
            if isinstance(statements, list) and statements:
                yield function, statements
    for child in ast.iter_child_nodes(node):
        yield from _bodies(child, function)


def _is_text(statement: ast.stmt) -> bool:
    """Whether it is what a function says of itself."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
