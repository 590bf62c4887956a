"""What README.md and docs/ name is there: files, tests, commands and targets of make."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest
from typer.main import get_command

from assistant.command_line import app

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
# A path is written from the root, or from `assistant` or `tests` where that is plain.
BASES = (ROOT, ROOT / "assistant", ROOT / "tests")
ENDINGS = "py|md|toml|txt|tsv|jsonl|po|pot|yaml|env|service|css|html|lock|key|json"
A_PATH = re.compile(rf"[\w.<>*-]+(?:/[\w.<>*-]+)*(?:/|\.(?:{ENDINGS}))|[\w.<>-]+(?:/[\w.<>-]+)+")
# Made when the product runs, and what older versions had.
NOT_HERE = {"bench.json", ".env", "data/secret.key", "old.key", "requirements.lock"}

A_SPAN = re.compile(r"`([^`\n]+)`")
A_BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
A_COMMAND = re.compile(r"(?<!exec )(?<![\w/-])assistant ([a-z][a-z-]+)")
A_TARGET = re.compile(r"^make ([a-z]+)", re.MULTILINE)
A_MODULE = re.compile(r"-m ((?:assistant|tests)\.[\w.]+)")

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)


@each_document
def test_every_file_it_names_exists(document: Path) -> None:
    assert [one for one in spans(document) if A_PATH.fullmatch(one) and not exists(one)] == []


@each_document
def test_every_test_it_names_exists(document: Path) -> None:
    for file, _, test in (one.partition("::") for one in spans(document) if "::" in one):
        assert f"def {test}(" in (ROOT / "tests" / file.removeprefix("tests/")).read_text()


@each_document
def test_every_command_it_names_exists(document: Path) -> None:
    assert set(A_COMMAND.findall(code(document))) <= commands()


@each_document
def test_every_target_of_make_it_names_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(A_TARGET.findall(code(document))) <= targets


@each_document
def test_every_module_it_runs_exists(document: Path) -> None:
    assert [one for one in A_MODULE.findall(code(document)) if find_spec(one) is None] == []


def test_the_readme_lists_every_command() -> None:
    rows = re.findall(r"^\| `([a-z-]+)[ `]", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert set(rows) >= commands()


@lru_cache
def commands() -> frozenset[str]:
    return frozenset(getattr(get_command(app), "commands"))  # noqa: B009 - of a group


def spans(document: Path) -> Iterator[str]:
    return iter(A_SPAN.findall(A_BLOCK.sub("", document.read_text())))


def code(document: Path) -> str:
    text = document.read_text()
    return "\n".join([*A_BLOCK.findall(text), *A_SPAN.findall(A_BLOCK.sub("", text))])


def exists(path: str) -> bool:
    return path in NOT_HERE or bool(found(path))


def found(path: str) -> list[Path]:
    """What a path names; where it is written <so>, that stands for any name."""
    pattern = re.sub(r"<[^>]*>", "*", path)
    return [one for base in BASES for one in base.glob(pattern)]


def test_the_files_that_name_a_language_are_those_that_contributing_lists() -> None:
    written = (ROOT / "docs/contributing.md").read_text().split("## Add a language\n")[1]
    listed = set(chain(*(found(one) for one in A_SPAN.findall(written) if "/" in one)))
    sources = chain(*((ROOT / package).rglob("*.py") for package in ("assistant", "flows")))
    assert {one for one in sources if _knows(one, "pt")} <= listed


def _knows(source: Path, language: str) -> bool:
    nodes = ast.walk(ast.parse(source.read_text()))
    return any(isinstance(node, ast.Constant) and node.value == language for node in nodes)
