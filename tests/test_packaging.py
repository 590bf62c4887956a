"""What is installed: the locks are true to pyproject, and the wheel holds all that runs."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PARTS = ("assistant", "flows", "storage", "locales")
CARRIED = {".py", ".html", ".js", ".css", ".svg", ".mako", ".po"}

Pins = dict[str, Requirement]


def _pins(name: str) -> Pins:
    """What a lock file installs, by canonical name."""
    lines = (ROOT / name).read_text().splitlines()
    found = [Requirement(one.rstrip(" \\")) for one in lines if one and one[0].isalnum()]
    return {canonicalize_name(one.name): one for one in found}


def _needed(asked: list[str], pins: Pins) -> set[str]:
    """The names that these need on this machine, and what those need in turn."""
    needed: set[str] = set()
    waiting = [(Requirement(one), "") for one in asked]
    while waiting:
        one, extra = waiting.pop()
        if one.marker and not one.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(one.name)
        version = str(pins[name].specifier).removeprefix("==")
        assert one.specifier.contains(version, prereleases=True), f"{one} is locked as {version}"
        extras = one.extras or {""}
        if name not in needed or one.extras:
            waiting += [(Requirement(r), e) for r in requires(name) or () for e in extras]
        needed.add(name)
    return needed


def _locked_here(pins: Pins) -> set[str]:
    return {n for n, one in pins.items() if not one.marker or one.marker.evaluate()}


def test_production_is_what_the_product_needs_and_nothing_else() -> None:
    pins = _pins("requirements.txt")
    assert _needed(PROJECT["dependencies"], pins) == _locked_here(pins)


def test_development_adds_to_production_and_changes_nothing() -> None:
    pins, production = _pins("requirements-dev.txt"), _pins("requirements.txt")
    asked = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert _needed(asked, pins) == _locked_here(pins)
    assert {name: pins.get(name) for name in production} == production


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_its_hashes(name: str) -> None:
    entries = (ROOT / name).read_text().replace("\\\n", " ").strip().splitlines()
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / "source" / part)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / "source" / name)
    build = "from setuptools.build_meta import build_wheel; build_wheel('..')"
    subprocess.run(
        [sys.executable, "-c", build], cwd=folder / "source", check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    zipfile.ZipFile(built).extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_holds_everything(wheel: Path) -> None:
    ours = {p.relative_to(ROOT) for part in PARTS for p in (ROOT / part).rglob("*")}
    missing = {path for path in ours if path.suffix in CARRIED and not (wheel / path).is_file()}
    assert not missing


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["--help"], "serve"),
        (["draw", "consent"], "stateDiagram"),
        (["talk", "consent", "--language", "es"], "mensajes"),
    ],
)
def test_what_the_wheel_installs_runs(
    wheel: Path, tmp_path: Path, command: list[str], says: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "assistant", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        input="",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert says in ran.stdout, ran.stderr
