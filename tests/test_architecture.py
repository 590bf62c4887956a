"""The dependency rule, kept by a test: flows <- assistant -> storage."""

import ast
import sys
from pathlib import Path

import pytest

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


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
