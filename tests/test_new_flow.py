"""What a new flow costs: its own file, one line, its words and its dialogues; nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.rendering import catalogues
from assistant.rendering.translations import LANGUAGES

ROOT = Path(__file__).parent.parent
EXERCISE = ROOT / "tests/data/new_flow"
WRITTEN = {".py", ".txt", ".tsv", ".po", ".pot", ".md", ".toml"}
COPIED = ("assistant", "flows", "storage", "locales", "tests", "docs")
RULES = ("architecture", "catalogues", "dialogues", "flow_words", "flows", "locales")
# Of the tests that try each flow by itself, those of the flows that are new or other than before.
CONCERNED = "looking_back or menu or perhaps or architecture or catalogues or locales"


class Product(NamedTuple):
    """A copy of the product with the flow of the exercise, and what it held before."""

    root: Path
    before: dict[Path, bytes]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Product:
    copy = tmp_path_factory.mktemp("product")
    for part in COPIED:  # with what is compiled already
        shutil.copytree(ROOT / part, copy / part)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    before = _written(copy)
    shutil.copy(EXERCISE / "looking_back.py", copy / "flows/mentoring")
    shutil.copytree(EXERCISE / "dialogues", copy / "tests/dialogues/looking_back")
    _register(copy / "flows/__init__.py", '    "mentoring.looking_back",\n')
    _translate(copy)
    shutil.copy(EXERCISE / "play.py", copy / "tests/test_looking_back.py")
    return Product(copy, before)


def test_it_is_reached_by_its_words_and_by_menu_and_keeps_every_rule(product: Product) -> None:
    _run(product.root, "tests.test_dialogues")  # of MENU, where its row stands among the others
    _passes(product.root, "looking_back", *RULES, only=CONCERNED)


def test_nothing_else_was_needed(product: Product) -> None:
    now = _written(product.root)
    other = {one for one in now.keys() | product.before if now.get(one) != product.before.get(one)}
    catalogues = {one for one in other if one.parts[0] == "locales"}
    dialogues = {one for one in other if one.match("tests/dialogues/looking_back/*.txt")}
    dialogues |= {one for one in other if one.match("tests/dialogues/*/*.txt")}
    assert {str(one) for one in other - catalogues - dialogues} == {
        "flows/__init__.py",
        "flows/mentoring/looking_back.py",
        "tests/test_looking_back.py",  # that it can be reached
    }


def _written(root: Path) -> dict[Path, bytes]:
    paths = (path for path in root.rglob("*") if path.suffix in WRITTEN)
    return {path.relative_to(root): path.read_bytes() for path in paths}


def _register(file: Path, line: str) -> None:
    text = file.read_text()
    after = '    "support.ask",\n'
    assert text.count(after) == 1
    file.write_text(text.replace(after, line + after))


def _translate(product: Path) -> None:
    """What `make words` leaves, with the translations filled in."""
    _run(product, "assistant.rendering.catalogues")
    words = json.loads((EXERCISE / "words.json").read_text())
    for language in LANGUAGES[1:]:
        path = product / catalogues.catalogue_path(language).relative_to(ROOT)
        text = path.read_text()
        for msgid, said in words[language].items():
            empty = f'msgid "{msgid}"\nmsgstr ""\n'
            assert text.count(empty) == 1, msgid
            text = text.replace(empty, f'msgid "{msgid}"\nmsgstr "{said}"\n')
        path.write_text(text)


def _passes(product: Path, *names: str, only: str = "") -> None:
    files = [f"tests/test_{name}.py" for name in names]
    _run(product, "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", only, *files)


def _run(product: Path, *module: str) -> None:
    inherited = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    ran = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=product,
        env={**inherited, "PYTHONPATH": str(product)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
