"""Where a fault can be made, and which of those places are drawn."""

import ast
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from tests.mutations import operators

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("assistant/turns", "assistant/outbox", "flows/engine", "assistant/schedule", "storage")
LEFT_OUT = "storage/migrations/"  # they have run, and nothing of them may change
EQUIVALENT = Path(__file__).parent / "equivalent.txt"
OPERATORS = operators.everything()


@dataclass(frozen=True)
class Mutant:
    """One fault in one place of one file."""

    file: str
    line: int
    column: int
    operator: str
    occurrence: int

    @property
    def room(self) -> str:
        return next(one for one in ROOMS if self.file.startswith(f"{one}/"))

    @cached_property
    def before(self) -> str:
        return (ROOT / self.file).read_text()

    @cached_property
    def after(self) -> str:
        """The whole file with the fault."""
        made = mutate_code(self.before, OPERATORS[self.operator], self.occurrence)
        assert made
        return str(made)

    @property
    def shown(self) -> str:
        """The line before and after."""
        pairs = zip(self.before.splitlines(), self.after.splitlines(), strict=False)
        old, new = next((one for one in pairs if one[0] != one[1]), ("", ""))
        return f"{old.strip()}  =>  {new.strip()}"

    @property
    def works(self) -> bool:
        """Whether it is Python at all, and other than before."""
        try:
            return ast.dump(ast.parse(self.after)) != ast.dump(ast.parse(self.before))
        except SyntaxError:
            return False


def draw(count: int, seed: int, rooms: Sequence[str] = ROOMS) -> list[Mutant]:
    """So many, one a line at most; every line that can be wrong is as likely as any other. In any
    order: the first of them are a sample too."""
    chance = random.Random(seed)
    lines: dict[tuple[str, int], list[Mutant]] = defaultdict(list)
    for file in files(rooms):
        for one in within(file):
            lines[one.file, one.line].append(one)
    chosen: list[Mutant] = []
    equal = set(known_equivalent())
    for place in chance.sample(sorted(lines), len(lines)):
        one = chance.choice(lines[place])
        if len(chosen) < count and one.works and f"{one.file}: {one.shown}" not in equal:
            chosen.append(one)
    return chosen


def known_equivalent() -> Iterator[str]:
    """Those that change nothing that anybody could see, each below the reason for it."""
    for line in EQUIVALENT.read_text().splitlines():
        if line and not line.startswith("#"):
            yield line


def files(rooms: Sequence[str]) -> Iterator[str]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not name.startswith(LEFT_OUT):
                yield name


def within(file: str) -> Iterator[Mutant]:
    """All that could be wrong in a file."""
    source = (ROOT / file).read_text()
    left = _left_alone(ast.parse(source))
    nodes = list(ast_nodes(get_ast(source)))
    for name, operator in OPERATORS.items():
        places = [at for node in nodes for at, _ in operator.mutation_positions(node)]
        for occurrence, (line, column) in enumerate(places):
            if not any(begin <= (line, column) < end for begin, end in left):
                yield Mutant(file, line, column, name, occurrence)


Span = tuple[tuple[int, int], tuple[int, int]]


def _left_alone(tree: ast.Module) -> list[Span]:
    """What is read by people and by the type checker alone."""
    found: list[ast.expr | ast.stmt] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            found.append(node.annotation)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [node.returns] if node.returns else []
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found += node.decorator_list
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "zip":
            found += [one.value for one in node.keywords]  # we count right
        if isinstance(node, ast.Expr) and (_logs(node.value) or _is_never_run(node.value)):
            found.append(node)
    found += [node for node in tree.body if _is_alias(node)]
    return [
        ((one.lineno, one.col_offset), (one.end_lineno or 0, one.end_col_offset or 0))
        for one in found
    ]


def _logs(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func).startswith("log.")


def _is_never_run(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "assert_never"


def _is_alias(node: ast.stmt) -> bool:
    """Whether it names a type: A = B | C, or A = dict[B, C]."""
    if not isinstance(node, ast.Assign):
        return False
    value = node.value
    named = isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
    return named or isinstance(value, ast.Subscript)
