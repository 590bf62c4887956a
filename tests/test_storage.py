"""The tables, their seals and their migrations, on both databases."""

import sqlite3
import threading
from pathlib import Path
from typing import cast

import psycopg
import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

from assistant.command_line import app
from storage import bulk, database, schema
from storage.database import Database, open_database
from storage.sealing import sealed
from storage.sealing.sealed import NoKey, SealedText
from storage.tables import metadata
from tests.conftest import SECRET, sqlite_url
from tests.phones import World

AS_OPERATED = database.PRAGMAS  # the tests wait for no disk


def test_migrations_end_at_the_tables(db: Database) -> None:
    with db.reading() as connection:
        assert schema.differences(connection) == []


def test_migrating_again_changes_nothing(db: Database) -> None:
    schema.migrate(db)
    with db.reading() as connection:
        assert schema.differences(connection) == []


def test_what_a_column_holds_where_a_row_says_nothing() -> None:
    found = [
        (f"{one.name}.{name}", value)
        for one in metadata.sorted_tables
        for name, value in bulk._defaults(one).items()
    ]
    told = [(name, value) for name, value in found if value not in ("", False)]
    assert sorted(told) == [("match.state", "active"), ("programme.minimum_age", 18)]
    assert len(found) == 24


def test_nothing_that_people_wrote_lies_open_in_the_file(tmp_path: Path) -> None:
    db = open_database(sqlite_url(tmp_path))
    phone = World(db).phone("+12125550123")
    phone.says("bridge", "ok", "23", "Xanthippe", "1 4", "learn falconry", "after 4", "1")
    phone.says("Train a kestrel", "it comes back", "buy a glove", "0", "1")
    db.close()
    bytes_on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for secret in (b"Xanthippe", b"falconry", b"kestrel", b"2125550123", b"Dana Reyes"):
        assert secret not in bytes_on_disk


def test_a_sealed_value_moved_to_another_column_does_not_open(db: Database) -> None:
    value = SealedText("person.name").process_bind_param("Jay", db.engine.dialect)
    with pytest.raises(InvalidTag):
        SealedText("message.text").process_result_value(value, db.engine.dialect)


def test_a_new_key_seals_and_the_old_one_still_opens(db: Database) -> None:
    old, new = "1:" + "QUFB" * 10 + "QUE=", "2:" + "QkJC" * 10 + "QkI="
    column = SealedText("person.name")
    sealed.use(sealed.given(SECRET, old))
    value = column.process_bind_param("Jay", db.engine.dialect)
    sealed.use(sealed.given(SECRET, f"{old},{new}"))
    again = column.process_bind_param("Jay", db.engine.dialect)
    try:
        assert column.process_result_value(value, db.engine.dialect) == "Jay"
        assert again is not None
        assert again[0] == 2
        sealed.use(sealed.given(SECRET, new))
        with pytest.raises(NoKey):
            column.process_result_value(value, db.engine.dialect)
    finally:
        sealed.use(sealed.derive(SECRET))


BASE64 = "QUFB" * 10 + "QUE="  # of 32 bytes


@pytest.mark.parametrize(
    "keys",
    ["", "1", "1:abc", f"1:-{BASE64}", f"0:{BASE64}", f"256:{BASE64}", f"1:{BASE64[4:]}", "x:y"],
)
def test_a_key_that_is_none_is_refused_by_name(keys: str) -> None:
    with pytest.raises(ValueError, match="32 bytes in base64"):
        sealed.given(SECRET, keys)


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    def fail() -> None:
        with db.writing() as connection:
            connection.execute(
                text("INSERT INTO fault (sender, external_id, code, at) VALUES ('a','b','c', :at)"),
                {"at": "2026-01-01 00:00:00+00:00"},
            )
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with db.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM fault")).scalar() == 0


def test_sqlite_is_opened_to_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PRAGMAS", AS_OPERATED)
    db = open_database(sqlite_url(tmp_path))
    with db.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    db.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_backup_made_while_running_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = sqlite_url(tmp_path)
    db = open_database(url)
    World(db).phone().says("bridge")
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    copy = tmp_path / "copy.db"
    done = CliRunner().invoke(app, ["backup", str(copy)])
    db.close()
    assert done.exit_code == 0, done.output
    found = sqlite3.connect(copy)
    assert found.execute("SELECT count(*) FROM message").fetchone() == (2,)
    assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found.close()


def test_no_exchange_with_a_server_takes_longer_than_it_may(postgres: str) -> None:
    db = open_database(postgres, longest=0.5)
    with pytest.raises(OperationalError), db.reading() as connection:
        connection.exec_driver_sql("SELECT pg_sleep(20)")
    db.close()


def test_a_new_connection_to_a_server_stands_in_no_transaction(postgres: str) -> None:
    db = open_database(postgres)
    connection = db.engine.raw_connection()
    status = cast(psycopg.Connection, connection.driver_connection).info.transaction_status
    assert status == psycopg.pq.TransactionStatus.IDLE
    connection.close()
    db.close()


def test_a_probe_waits_for_no_writer_of_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PROBE", 0.01)
    db = open_database(sqlite_url(tmp_path))
    with db.writing(), pytest.raises(TimeoutError), db.probing():
        pass
    for _ in range(2):  # it has let go of what it waited for
        with db.probing() as probing:
            assert probing.get_execution_options()["writing"]
    db.close()


def test_a_database_that_is_closed_leaves_nothing_open(tmp_path: Path) -> None:
    db = open_database(sqlite_url(tmp_path))
    with db.reading() as connection:
        connection.execute(text("SELECT 1"))
    pool, steps = db.engine.pool, db.steps
    assert steps is not None
    release = threading.Event()
    running, waiting = steps.submit(release.wait), steps.submit(release.wait)
    assert pool.checkedin() == 1  # type: ignore[attr-defined]
    threading.Timer(0.01, release.set).start()
    db.close()
    assert (running.result(), waiting.cancelled()) == (True, True)
    assert db.engine.pool is not pool
    assert pool.checkedin() == 0  # type: ignore[attr-defined]


def test_pages_that_do_not_fit_are_told(tmp_path: Path) -> None:
    db = open_database(sqlite_url(tmp_path))
    db.check()
    with db.writing() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.exec_driver_sql(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
            " WHERE name = 'ix_goal_person_id') WHERE name = 'ix_timer_person_id'"
        )
    db.engine.dispose()
    with pytest.raises(database.Damaged):
        db.check()
    db.close()
