"""The house, kept by tests: who may import whom, and how much a file and a folder may hold."""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from assistant.commands import imports

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "flows": {"flows", "transitions", "regex"},
    "storage": {
        "storage",
        "sqlalchemy",
        "sqlmodel",
        "alembic",
        "cryptography",
        "orjson",
        "psycopg",
    },
}
IMPURE = {"asyncio", "logging", "os", "random", "socket", "sqlite3", "subprocess", "time", "urllib"}
# Who speaks to others; what is asked before going live is asked over HTTP as it is.
ROOMS_KNOW = {
    "telegram": {"telegram"},
    "twilio": {"sms"},
    "aiohttp": {"channels", "telegram", "sms", "readiness"},
}
# The rooms of `assistant`, from the top down: an import never runs up.
RANKS = (
    ("__main__", "command_line", "commands", "readiness"),
    ("app", "loops", "site"),
    ("console", "inbox", "outbox", "turns"),
    (
        *("broadcasts", "coordinators", "learning", "matching", "programmes"),
        *("records", "safeguarding", "schedule"),
    ),
    ("channels", "rendering", "understanding"),
    ("internal_events", "ops"),
    ("flows", "storage"),
)
LINES, FILES, AT_THE_TOP = 200, 20, 6
# Tables of words, and what is never edited, may be longer.
TABLES = (
    "flows/reading/words/*.py",
    "flows/intents/inquiries/*.py",
    "assistant/understanding/*/english.py",
    "assistant/understanding/*/french.py",
    "assistant/understanding/*/portuguese.py",
    "assistant/understanding/*/spanish.py",
    "storage/migrations/versions/*.py",
)

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
ANYTHING = SETTINGS["overrides"][-1]["module"]  # where mypy lets a value be anything
DICTS = {"assistant/turns/facts.py", "assistant/ops/health.py"}  # of facts, and of no rows
LOOSE = re.compile(r"(dict|Mapping)\[str, (Any|object)\]")


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_stay_inside_the_rule(package: str) -> None:
    allowed = ALLOWED[package] | sys.stdlib_module_names
    if package == "flows":
        allowed -= IMPURE
    for path in (ROOT / package).rglob("*.py"):
        assert imported(path) <= allowed, path


@pytest.mark.parametrize("library", ROOMS_KNOW)
def test_only_its_channel_knows_a_providers_library(library: str) -> None:
    for path in (ROOT / "assistant").rglob("*.py"):
        if library in imported(path):
            assert path.parent.name in ROOMS_KNOW[library], path


def test_nothing_imports_the_service() -> None:
    for package in ALLOWED:
        for path in (ROOT / package).rglob("*.py"):
            assert "assistant" not in imported(path), path


def test_an_import_never_runs_up() -> None:
    rank = {room: number for number, rooms in enumerate(RANKS) for room in rooms}
    rooms = imports.rooms(imports.graph())
    assert {(a, b) for a, below in rooms.items() for b in below if rank[b] < rank[a]} == set()


def test_there_is_no_circle() -> None:
    modules = imports.graph()
    assert imports.circles(imports.rooms(modules)) == set()
    assert imports.circles(modules) == set()


def test_no_file_is_long() -> None:
    tables = {path for table in TABLES for path in ROOT.glob(table)}
    long = {
        str(path.relative_to(ROOT))
        for path in imports.modules().values()
        if path not in tables and len(path.read_text().splitlines()) > LINES
    }
    assert long == set()


def test_no_folder_is_full() -> None:
    held = Counter(path.parent for path in imports.modules().values())
    del held[ROOT / "storage" / "migrations" / "versions"]  # of which there are ever more
    full = {str(path.relative_to(ROOT)) for path, files in held.items() if files > FILES}
    assert full == set()
    assert held[ROOT / "assistant"] <= AT_THE_TOP


def test_no_name_of_a_file_is_given_twice() -> None:
    files = [*imports.modules().values(), *(ROOT / "tests").rglob("*.py")]
    twice = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        for name, times in Counter(_given(ast.parse(path.read_text()))).items()
        if times > 1
    }
    assert twice == set()


def test_the_drawing_of_the_rooms_is_true() -> None:
    assert f"```mermaid\n{imports.mermaid()}\n```" in (ROOT / "docs/architecture.md").read_text()


def test_no_row_and_no_event_goes_from_room_to_room_as_a_dict() -> None:
    loose = {
        f"{path.relative_to(ROOT)}: {found}"
        for path in imports.modules().values()
        if str(path.relative_to(ROOT)) not in DICTS and not _may_be_anything(path)
        for found in _loose(ast.parse(path.read_text()))
    }
    assert loose == set()


def test_whatever_may_be_anything_is_told_with_its_reason() -> None:
    told = (ROOT / "docs/architecture.md").read_text()
    files = {one.replace(".", "/").replace("/*", "/") for one in ANYTHING}
    assert {one for one in files if f"`{one}`" not in told and f"`{one}.py`" not in told} == set()


def _may_be_anything(path: Path) -> bool:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return any(fnmatch(name, one) for one in ANYTHING)


def _loose(tree: ast.Module) -> Iterator[str]:
    """Public signatures, fields and names of types in which a dict stands for a row."""
    for node in ast.walk(tree):
        told: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
            given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            told = [node.returns, *(one.annotation for one in given)]
        elif isinstance(node, ast.ClassDef):
            told = [one.annotation for one in node.body if isinstance(one, ast.AnnAssign)]
        elif isinstance(node, ast.Module):
            told = [one.value for one in node.body if isinstance(one, ast.Assign)]
        yield from (ast.unparse(one) for one in told if one and LOOSE.search(ast.unparse(one)))


def _given(tree: ast.Module) -> Iterator[str]:
    """The constants, functions and classes that a file defines; `|=` only adds to one."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            names = (one for target in node.targets for one in ast.walk(target))
            yield from (one.id for one in names if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@cache
def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
