"""Whose the files are: nobody else on the machine reads the database, its copies or the key."""

import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import files, schema
from storage.database import open_database
from tests import commands
from tests.conftest import sqlite_url

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _wide() -> Iterator[None]:
    """Whatever the process makes, all may read and write it."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def modes(folder: Path) -> dict[str, int]:
    return {file.name: mode(file) for file in folder.iterdir()}


def test_a_new_database_is_its_owners_alone(tmp_path: Path) -> None:
    db = open_database(f"sqlite:///{tmp_path}/data/assistant.db")
    schema.migrate(db)
    names = ("assistant.db", "assistant.db-wal", "assistant.db-shm")
    assert modes(tmp_path / "data") == dict.fromkeys(names, 0o600)
    assert mode(tmp_path / "data") == 0o700
    db.close()


def test_folders_above_it_are_made(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "here" / "there")
    files.make_folder(tmp_path / "here" / "there")
    assert (tmp_path / "here" / "there").stat().st_mode & 0o777 == 0o700


def test_one_that_all_could_read_is_shut(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = open_database(sqlite_url(folder))
    with first.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE more (id INTEGER)")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o777 if path.is_dir() else 0o666)
    second = open_database(f"sqlite:///{folder}/assistant.db")
    assert set(modes(folder).values()) == {0o600}
    assert len(modes(folder)) == 3
    assert mode(folder) == 0o700
    second.close()
    first.close()


@pytest.mark.parametrize("neighbour", ["notes.txt", ".bashrc", "postgres"])
def test_a_folder_that_holds_anything_else_is_left_as_it_is(tmp_path: Path, neighbour: str) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / neighbour).touch()
    db = open_database(sqlite_url(tmp_path))
    assert mode(tmp_path) == 0o755
    assert mode(tmp_path / "assistant.db") == 0o600
    db.close()


def test_a_folder_for_everybody_stays_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    open_database(sqlite_url(tmp_path)).close()
    assert mode(tmp_path) == 0o1777


def test_a_database_behind_a_link_is_shut_where_it_lies(tmp_path: Path) -> None:
    sqlite_url(tmp_path / "real")
    (tmp_path / "real/assistant.db").chmod(0o644)
    (tmp_path / "link.db").symlink_to(tmp_path / "real/assistant.db")
    open_database(f"sqlite:///{tmp_path}/link.db").close()
    assert mode(tmp_path / "real/assistant.db") == 0o600


def test_the_commands_leave_key_database_and_copy_to_their_owner(tmp_path: Path) -> None:
    said = run(tmp_path, "migrate") + run(tmp_path, "backup", "data/copy.db")
    names = ("assistant.db", "copy.db", "secret.key")
    assert modes(tmp_path / "data") == dict.fromkeys(names, 0o600)
    assert mode(tmp_path / "data") == 0o700
    assert "open to others" not in said


def test_a_key_and_a_folder_that_all_could_read_are_shut(tmp_path: Path) -> None:
    run(tmp_path, "migrate")
    (tmp_path / "data").chmod(0o755)
    (tmp_path / "data/secret.key").chmod(0o644)
    assert "open to others" not in run(tmp_path, "migrate")
    assert mode(tmp_path / "data/secret.key") == 0o600
    assert mode(tmp_path / "data") == 0o700


def test_a_folder_that_stays_open_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(0o755)
    (tmp_path / "data/notes.txt").touch()
    (line,) = run(tmp_path, "migrate").splitlines()[:-1]
    assert "open to others" in line
    assert f"{tmp_path}/data" in line


def test_what_cannot_be_shut_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError

    file = tmp_path / "assistant.db"
    file.touch(0o644)
    monkeypatch.setattr(Path, "chmod", refuse)
    files.make_database(file)
    assert list(files.exposed(files.database_files(file))) == [file]


def test_a_copy_is_never_written_over_anything(tmp_path: Path) -> None:
    run(tmp_path, "migrate")
    (tmp_path / "there.db").write_text("mine")
    done = command(tmp_path, "backup", "there.db")
    assert (done.returncode, done.stderr) == (1, "assistant: there.db exists already\n")
    assert (tmp_path / "there.db").read_text() == "mine"


def run(folder: Path, *arguments: str) -> str:
    done = command(folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def command(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The real command line, in a folder of its own, without settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return commands.run(folder, *arguments, env=kept)
