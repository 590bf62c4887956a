"""What is wrong with the database is one sentence, with what to do, and exit code 1."""

import ctypes
import os
import socket
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from storage.database import Database, open_database
from tests import commands
from tests.conftest import SECRET, sqlite_url
from tests.phones import World

ROOT = Path(__file__).parent.parent
COMMANDS = (
    ["serve"],
    ["migrate"],
    ["invite", "bridge", "--number", "+12125550123"],
    ["handovers"],
    ["programme", str(ROOT / "docs/programme.toml")],
)
CAPABILITIES, CAP_DAC_OVERRIDE = 0x20080522, 1  # of <linux/capability.h>


def refused(url: str, command: list[str], **given: str) -> str:
    """The one sentence with which a command ends."""
    return sentence(commands.run(ROOT, *command, env=environment(url) | given))


def refused_by_rights(url: str, *command: str) -> str:
    """The same for who is bound by the rights of files, as root is not."""
    done = commands.run(ROOT, *command, env=environment(url), before=bound_by_rights)
    return sentence(done)


def environment(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url, "SECRET_KEY": SECRET, "PORT": "0"}


def sentence(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 1, done.stdout + done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("assistant: ")
    return line


@pytest.fixture
def used(db: Database, database_url: str) -> str:
    """The address of a database in which somebody has said STOP."""
    World(db).phone().says("bridge", "STOP")
    db.close()
    return database_url


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_with_a_wrong_key_says_so(used: str, command: list[str]) -> None:
    told = refused(used, command, SECRET_KEY="another secret of the tests")
    assert "SECRET_KEY is not the one" in told


def test_a_backup_with_a_wrong_key_says_so(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    told = refused(used_file(tmp_path), ["backup", str(copy)], SECRET_KEY="another 16 letters")
    assert "SECRET_KEY is not the one" in told
    assert not copy.exists()


def test_a_backup_into_no_folder_says_so(tmp_path: Path) -> None:
    told = refused(used_file(tmp_path), ["backup", str(tmp_path / "none/copy.db")])
    assert "none/copy.db: there is no copy" in told


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_garbage_is_no_database(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "garbage.db").write_bytes(os.urandom(65536))
    told = refused(f"sqlite:///{tmp_path}/garbage.db", command)
    assert told.endswith("the file is no SQLite database; restore the newest backup")


def test_pages_that_were_overwritten_are_found_at_the_start(tmp_path: Path) -> None:
    url = used_file(tmp_path)
    file = tmp_path / "assistant.db"
    size = file.stat().st_size
    with file.open("r+b") as pages:
        pages.seek(8192)
        pages.write(os.urandom(size - 8192))
    assert refused(url, ["serve"]).endswith("the file is damaged; restore the newest backup")


def test_a_page_that_no_start_reads_is_looked_at_all_the_same(tmp_path: Path) -> None:
    url = used_file(tmp_path)
    file = tmp_path / "assistant.db"
    with closing(sqlite3.connect(file)) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        root = "SELECT rootpage FROM sqlite_schema WHERE name = 'broadcast'"
        (page,) = db.execute(root).fetchone()
    with file.open("r+b") as pages:
        pages.seek((page - 1) * size)
        pages.write(b"\xff" * size)
    assert "the file is damaged" in refused(url, ["migrate"])


def test_a_file_that_was_cut_is_found_at_the_start(tmp_path: Path) -> None:
    url = used_file(tmp_path)
    file = tmp_path / "assistant.db"
    os.truncate(file, file.stat().st_size // 2)
    assert "the file is damaged" in refused(url, ["serve"])


@pytest.mark.parametrize("command", COMMANDS[:2], ids=lambda command: command[0])
def test_a_folder_is_no_file(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "folder.db").mkdir()
    told = refused(f"sqlite:///{tmp_path}/folder.db", command)
    assert "the file cannot be opened; see that it is a file" in told


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = refused(f"sqlite:///{tmp_path}/file/assistant.db", ["serve"])
    assert "DATABASE_URL: its folder cannot be made" in told


@pytest.mark.parametrize("folder_too", [False, True])
def test_what_can_only_be_read_is_noticed_at_the_start(tmp_path: Path, folder_too: bool) -> None:
    url = used_file(tmp_path)
    started = commands.run(ROOT, "migrate", env=environment(url))
    assert started.returncode == 0  # the next start finds its keys, and nothing to change
    file = tmp_path / "assistant.db"
    file.chmod(0o444)
    tmp_path.chmod(0o555 if folder_too else 0o755)
    try:
        told = refused_by_rights(url, "serve")
    finally:
        tmp_path.chmod(0o755)
    assert "it can only be read" in told


def test_a_newer_version_made_it(used: str) -> None:
    db = open_database(used)
    with db.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    db.close()
    for command in COMMANDS:
        assert "made by a newer version" in refused(used, command)


def test_an_empty_file_wants_tables_before_anybody_is_invited(tmp_path: Path) -> None:
    told = refused(f"sqlite:///{tmp_path}/new.db", ["invite", "bridge"])
    assert "run `assistant migrate` first" in told


def test_no_server_is_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"postgresql://a:b@127.0.0.1:{taken.getsockname()[1]}/c"
        told = refused(url, ["serve"])
    assert told.endswith("the server cannot be reached; start it, or correct DATABASE_URL")


def test_the_server_refuses_the_name(postgres: str) -> None:
    url = make_url(postgres)
    stranger = url.set(username="stranger", password="wrong").render_as_string(False)
    assert "refuses the user or the password" in refused(stranger, ["serve"])
    nowhere = url.set(database="nowhere").render_as_string(False)
    assert "the server has no such database" in refused(nowhere, ["migrate"])


def used_file(folder: Path) -> str:
    url = sqlite_url(folder)
    db = open_database(url)
    World(db).phone().says("bridge", "STOP")
    db.close()
    return url


def bound_by_rights() -> None:
    """Root may write everything; from now on this process may not."""
    libc, header = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()  # in effect, permitted, inherited; then the later ones
    assert libc.capget(header, held) == 0
    held[0] &= ~(1 << CAP_DAC_OVERRIDE)
    assert libc.capset(header, held) == 0
