"""The schema of an SQLite file: brought up to date, compared, and wiped of what was before."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import schema
from storage.backups import copies, restores
from storage.database import Database, open_database
from storage.schema import Newer, Older
from storage.tables import Person
from tests.conftest import sqlite_url
from tests.rows import put, somebody

SECRET = "falconry"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(sqlite_url(tmp_path))
    yield opened
    opened.close()


def pragma(db: Database, what: str = "user_version", to: int | None = None) -> int:
    with db.writing() as connection:
        if to is not None:
            connection.exec_driver_sql(f"PRAGMA {what} = {to}")
        return int(connection.exec_driver_sql(f"PRAGMA {what}").scalar() or 0)


def erased(db: Database) -> None:
    """Something was there, and is in no row any more."""
    with db.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE old (text)")
        for _ in range(50):
            connection.exec_driver_sql("INSERT INTO old VALUES (?)", (f"{SECRET} " * 400,))
    with db.writing() as connection:
        connection.exec_driver_sql("DROP TABLE old")


def holds(folder: Path) -> bool:
    return any(SECRET.encode() in file.read_bytes() for file in folder.glob("assistant.db*"))


def test_a_new_file_is_clean_and_one_that_is_migrated_stays_as_it_was(
    db: Database, tmp_path: Path
) -> None:
    new = open_database(f"sqlite:///{tmp_path / 'new.db'}")
    schema.migrate(new)
    assert pragma(new) == 1
    new.close()
    pragma(db, to=0)
    schema.migrate(db)
    assert pragma(db) == 0


def test_tables_of_another_version_are_told(db: Database, tmp_path: Path) -> None:
    with db.writing() as connection:
        schema.check(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(Newer):
            schema.check(connection)
    with pytest.raises(Newer):
        schema.migrate(db)
    empty = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    with empty.writing() as connection, pytest.raises(Older):
        schema.check(connection)
    empty.close()


def test_what_migrations_replaced_is_wiped_once(db: Database, tmp_path: Path) -> None:
    erased(db)
    pragma(db, to=1)
    assert schema.wipe(db)
    assert holds(tmp_path)
    pragma(db, to=0)
    assert schema.wipe(db)
    assert not holds(tmp_path)
    assert pragma(db) == 1


def test_what_is_wiped_waits_for_who_reads_the_file(db: Database, tmp_path: Path) -> None:
    erased(db)
    with closing(sqlite3.connect(tmp_path / "assistant.db", isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")
        db.engine.dispose()
        pragmas = ("PRAGMA busy_timeout = 0",)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("storage.database.PRAGMAS", pragmas)
            assert not schema.wipe_erased(db)
        other.execute("ROLLBACK")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        assert not schema.wipe_erased(db)  # the log cannot be given up
        other.execute("COMMIT")
    assert schema.wipe_erased(db)
    assert not holds(tmp_path)
    assert pragma(db) == 1


def test_a_large_file_is_wiped_when_the_product_starts_next(
    db: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert schema.SMALL == 32 * 1024 * 1024
    erased(db)
    with db.alone() as raw:
        size = schema._size(raw)
    assert size > 100_000
    monkeypatch.setattr(schema, "SMALL", size - 1)
    assert schema.wipe_erased(db)
    assert pragma(db) == 0
    monkeypatch.setattr(schema, "SMALL", size)
    assert schema.wipe_erased(db)
    assert pragma(db) == 1
    assert not holds(tmp_path)


def test_whether_a_file_holds_anybody(db: Database, tmp_path: Path) -> None:
    file = tmp_path / "assistant.db"
    assert not restores.has_people(file)
    with db.writing() as connection:
        put(connection, Person, language="en", zone="UTC")
        assert restores.people(connection) == 1
    assert restores.has_people(file)
    (tmp_path / "empty.db").touch()
    assert not restores.has_people(tmp_path / "empty.db")
    (tmp_path / "ruined.db").write_bytes(b"no database" * 99)
    assert restores.has_people(tmp_path / "ruined.db")
    assert restores.has_people(tmp_path / "nowhere" / "x.db")


def test_a_copy_is_whole_and_nothing_is_left_beside_it(db: Database, tmp_path: Path) -> None:
    with db.writing() as connection:
        somebody(connection, name="Jay")
    copy = tmp_path / "copies" / "copy.db"
    copy.parent.mkdir()
    (copy.parent / ".copy.db.partial").write_text("left")
    copies.write(db, copy)
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copies.size(db) >= copy.stat().st_size
    copies.check(copy)
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert found.execute("SELECT count(*) FROM person").fetchone() == (1,)


def test_a_copy_that_is_not_whole_is_told(db: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copies.write(db, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as found:
        found.execute("PRAGMA foreign_keys = OFF")
        found.execute(
            "INSERT INTO erasure (person_id, asked_by, asked_at, message_id, stage, place, done_to)"
            " VALUES (99, '', '2026-03-03', 1, '', '', 0)"
        )
    with pytest.raises(copies.Damaged):
        copies.check(copy)
    (tmp_path / "other.db").touch()
    with pytest.raises(copies.Damaged):
        copies.check(tmp_path / "other.db")
    (tmp_path / "ruined.db").write_bytes(b"no database" * 99)
    with pytest.raises(copies.Damaged):
        copies.check(tmp_path / "ruined.db")


def test_a_file_that_somebody_has_open_is_not_replaced(db: Database, tmp_path: Path) -> None:
    file, copy = tmp_path / "assistant.db", tmp_path / "copy.db"
    copies.write(db, copy)
    with db.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person")
        with pytest.raises(restores.InUse):
            restores.put_in_place(copy, file, tmp_path / "aside.db")
    db.close()
    restores.put_in_place(copy, file, tmp_path / "aside.db")
    copies.check(tmp_path / "aside.db")
    assert not copy.exists()
    for end in ("", "-wal", "-shm"):
        (tmp_path / f"ruined.db{end}").write_bytes(b"no database" * 99)
    restores.put_in_place(file, tmp_path / "ruined.db", tmp_path / "old.db")
    assert (tmp_path / "old.db").exists()
    assert not list(tmp_path.glob("ruined.db-*"))
    copies.check(tmp_path / "ruined.db")
