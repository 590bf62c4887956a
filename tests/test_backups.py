"""Backups and restores: whole, private, once a day, and never over what is alive."""

import os
import resource
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text, update

from assistant.commands import installation, restoring
from assistant.ops import backups, config
from assistant.ops.backups import Backups
from assistant.ops.config import BadSettings, Settings
from assistant.ops.probe import Problem
from assistant.programmes import definitions
from storage.backups import copies, restores
from storage.database import Database, open_database
from storage.holder import Holder
from storage.sealing import sealed
from storage.tables import Address, Broadcast, Message, Person, table
from tests import commands
from tests.conftest import SECRET, sqlite_url

A, B, M, P = table(Address), table(Broadcast), table(Message), table(Person)
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
PEOPLE = 40


def fill(db: Database) -> None:
    """People with a message on its way each, and a broadcast under way."""
    with db.writing() as connection:
        definitions.demonstrate(connection, NOW)
        for number in range(1, PEOPLE + 1):
            connection.execute(insert(P), [_person(number)])
            connection.execute(insert(A), [_address(number)])
            connection.execute(insert(M), [_message(number)])
        connection.execute(insert(B), [_broadcast()])


def _person(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "language": "en",
        "zone": "UTC",
        "name": f"Ana {number}",
        "created_at": NOW,
    }


def _address(number: int) -> dict[str, Any]:
    handle = f"+1212555{number:04d}"
    return {
        "id": number,
        "person_id": number,
        "channel": "sms",
        "sender": "sms:+15550009999",
        "digest": sealed.find_by("sms", handle),
        "handle": handle,
        "created_at": NOW,
    }


def _message(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "person_id": number,
        "address_id": number,
        "direction": "out",
        "sender": "sms:+15550009999",
        "kind": "",
        "text": f"Hello {number}",
        "status": ("queued", "sending", "unknown", "sent")[number % 4],
        "due_at": NOW,
        "created_at": NOW,
    }


def _broadcast() -> dict[str, Any]:
    return {
        "programme_id": 1,
        "coordinator_id": 1,
        "audience": "everyone",
        "text": "Tomorrow at six",
        "state": "sending",
        "created_at": NOW,
    }


def everything(db: Database) -> dict[str, list[Any]]:
    """Every row of every table, as it lies there."""
    with db.reading() as connection:
        return {
            one.name: [tuple(row) for row in connection.execute(select(one).order_by(*one.c[:1]))]
            for one in copies.plain_tables()
        }


@pytest.fixture
def settings(database_url: str) -> Settings:
    return config.read(database_url=database_url, secret_key=SECRET)


@pytest.fixture
def full(db: Database) -> Database:
    fill(db)
    return db


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Database]:
    """Another database to restore into: an SQLite file."""
    (tmp_path / "elsewhere").mkdir()
    other = open_database(sqlite_url(tmp_path / "elsewhere"))
    yield other
    other.close()


def test_a_copy_holds_everything_and_only_its_owner_may_read_it(
    full: Database, tmp_path: Path
) -> None:
    copies.write(full, tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    with closing(open_database(f"sqlite:///{tmp_path / 'copy.db'}")) as copy:  # shuts what is open
        assert everything(copy) == everything(full)
    raw = (tmp_path / "copy.db").read_bytes()
    assert b"Hello" not in raw
    assert b"+1212555" not in raw


def test_people_are_answered_while_a_copy_is_made(
    full: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy waits in its middle until somebody has written; it has none of that."""
    reached, wrote = threading.Event(), threading.Event()
    check = copies.rows_of

    def slowly(*given: Any) -> Any:
        for rows in check(*given):
            reached.set()
            assert wrote.wait(90)
            yield rows

    monkeypatch.setattr(copies, "rows_of", slowly)
    monkeypatch.setattr(copies, "PAGES", 1)
    monkeypatch.setattr(copies, "PAUSE", 0.01)
    copying = threading.Thread(target=copies.write, args=(full, tmp_path / "copy.db"))
    copying.start()
    if not full.embedded:
        assert reached.wait(90)
    with full.writing() as connection:
        connection.execute(insert(P), [_person(PEOPLE + 1)])
    still_copying = copying.is_alive()
    wrote.set()
    copying.join(60)
    assert still_copying
    copies.check(tmp_path / "copy.db")


def test_one_copy_a_day_in_a_private_folder(full: Database, tmp_path: Path) -> None:
    folder, day = tmp_path / "backups", [NOW]
    made = Backups(full, folder, lambda: day[0])
    holder = Holder(full, "backups")
    for hours in (0, 1, 24, 25, 48):
        day[0] = NOW + timedelta(hours=hours)
        made.step(holder)
    holder.release()
    names = ["assistant-2026-11-28.db", "assistant-2026-11-29.db", "assistant-2026-11-30.db"]
    assert sorted(file.name for file in folder.iterdir()) == names
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_process_of_many_makes_it(postgres: str, tmp_path: Path) -> None:
    with closing(open_database(postgres)) as db:
        other = Holder(db, "backups")
        with other.writing():
            pass
        made = Backups(db, tmp_path / "backups", lambda: NOW)
        made.step(Holder(db, "backups"))
        assert not (tmp_path / "backups").exists()
        other.release()


def test_seven_days_and_the_last_of_four_weeks_before_them_are_kept() -> None:
    have: set[date] = set()
    for day in (date(2026, 1, 5) + timedelta(days=n) for n in range(100)):
        have = backups.kept({*have, day})
    last = date(2026, 4, 14)
    days = {last - timedelta(days=n) for n in range(7)}
    assert have - days == {
        date(2026, 4, 7),  # of a week of which the other days are among the seven
        date(2026, 4, 5),
        date(2026, 3, 29),
        date(2026, 3, 22),
    }
    assert days <= have


def test_what_is_not_ours_is_left_alone(full: Database, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "assistant-old.db").write_text("mine")
    for n in range(30):
        (tmp_path / f"assistant-{date(2026, 10, 1) + timedelta(days=n)}.db").touch()
    backups.make(full, tmp_path, NOW.date())
    left = {file.name for file in tmp_path.iterdir()}
    assert {"notes.txt", "assistant-old.db"} <= left
    assert len([name for name in left if name.startswith("assistant-2026")]) == 11


def test_a_failed_backup_is_told_and_leaves_nothing(
    full: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, holder = Backups(full, tmp_path / "backups", lambda: NOW), Holder(full, "backups")
    monkeypatch.setattr(backups, "SPARE", 1 << 62)
    assert made.step(holder) == backups.AGAIN
    assert made.look() == [Problem("backup", "the last one failed: disk full")]
    assert list((tmp_path / "backups").iterdir()) == []
    monkeypatch.setattr(backups, "SPARE", 0)
    made.step(holder)
    holder.release()
    assert made.look() == []
    assert (tmp_path / "backups/assistant-2026-11-28.db").exists()


def test_a_folder_that_cannot_be_one_is_told(full: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    made, holder = Backups(full, tmp_path / "file", lambda: NOW), Holder(full, "backups")
    made.step(holder)
    holder.release()
    assert made.look() == [Problem("backup", "the last one failed: file exists")]


def test_no_backup_for_more_than_a_day_is_told(full: Database, tmp_path: Path) -> None:
    now = [datetime.now(UTC)]
    made = Backups(full, tmp_path, lambda: now[0])
    backups.make(full, tmp_path, now[0].date())
    now[0] += timedelta(hours=27)
    assert made.look() == [Problem("backup", "none has been made for more than a day")]


def test_a_disk_that_is_full_in_the_middle_leaves_nothing(full: Database, tmp_path: Path) -> None:
    """Really: a process that may not write so large a file."""
    (tmp_path / "copies").mkdir()
    url = full.engine.url.render_as_string(hide_password=False)
    env = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": SECRET}
    small = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (100_000, 100_000))
    copy = str(tmp_path / "copies/copy.db")
    ran = commands.run(tmp_path, "backup", copy, env=env, before=small)
    assert ran.returncode == 1
    assert "there is no copy" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_is_restored_into_the_database_it_came_from(
    full: Database, settings: Settings, tmp_path: Path
) -> None:
    before = everything(full)
    copies.write(full, tmp_path / "copy.db")
    with full.writing() as connection:
        connection.execute(update(P).values(language="fr"))
    full.close()
    told = restoring.restore(settings, tmp_path / "copy.db", replacing=True)
    assert f"{PEOPLE} people" in told
    assert "30 messages were on their way" in told
    assert "1 broadcasts" in told
    after = everything(full)
    assert after["person"] == before["person"]
    assert after["address"] == before["address"]
    full.close()


def test_what_was_on_its_way_is_in_doubt_and_what_was_sent_is_not(
    full: Database, settings: Settings, tmp_path: Path
) -> None:
    copies.write(full, tmp_path / "copy.db")
    full.close()
    restoring.restore(settings, tmp_path / "copy.db", replacing=True)
    with full.reading() as connection:
        counted = select(M.c.status, func.count()).group_by(M.c.status)
        found = {status: count for status, count in connection.execute(counted)}
        assert found == {"unknown": 30, "sent": 10}
        assert connection.execute(select(B.c.state)).scalar() == "held"


def test_the_next_row_gets_a_number_of_its_own(
    full: Database, settings: Settings, tmp_path: Path
) -> None:
    copies.write(full, tmp_path / "copy.db")
    full.close()
    restoring.restore(settings, tmp_path / "copy.db", replacing=True)
    row = _person(0)
    del row["id"]
    with full.writing() as connection:
        connection.execute(insert(P), [row])
        assert restores.people(connection) == PEOPLE + 1


def test_a_copy_moves_from_one_database_to_the_other(
    full: Database, settings: Settings, elsewhere: Database, tmp_path: Path
) -> None:
    """From either to SQLite, and back to where it came from."""
    copies.write(full, tmp_path / "copy.db")
    target = config.read(database_url=str(elsewhere.engine.url), secret_key=SECRET)
    elsewhere.close()
    restoring.restore(target, tmp_path / "copy.db", replacing=False)
    assert everything(elsewhere)["person"] == everything(full)["person"]
    full.close()
    copies.write(elsewhere, tmp_path / "second.db")
    restoring.restore(settings, tmp_path / "second.db", replacing=True)
    assert everything(full)["message"] == everything(elsewhere)["message"]


@pytest.fixture
def copy(full: Database, tmp_path: Path) -> Path:
    copies.write(full, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def test_nothing_is_restored_onto_people_without_the_word(
    full: Database, settings: Settings, copy: Path
) -> None:
    before = everything(full)
    full.close()
    with pytest.raises(BadSettings, match="--replace"):
        restoring.restore(settings, copy, replacing=False)
    assert everything(full) == before


def test_nothing_is_restored_while_the_product_runs(
    full: Database, settings: Settings, copy: Path
) -> None:
    with full.reading() as connection:
        connection.execute(text("SELECT 1"))
    with pytest.raises(BadSettings, match="in use"):
        restoring.restore(settings, copy, replacing=True)


def test_a_copy_under_another_key_is_refused(
    full: Database, settings: Settings, copy: Path
) -> None:
    before = everything(full)
    full.close()
    other = settings.model_copy(update={"secret_key": type(settings.secret_key)("another secret")})
    try:
        with pytest.raises(BadSettings, match="SECRET_KEY"):
            restoring.restore(other, copy, replacing=True)
    finally:
        sealed.use(sealed.derive(SECRET))
    assert everything(full) == before


@pytest.mark.parametrize("harm", ["cut", "garbage", "page", "empty"])
def test_a_damaged_copy_is_refused(
    full: Database, settings: Settings, copy: Path, harm: str
) -> None:
    whole = copy.read_bytes()
    harmed = {
        "cut": whole[: len(whole) // 2],
        "garbage": os.urandom(len(whole)),
        "page": whole[:8192] + b"\xff" * 40960 + whole[49152:],
        "empty": b"",
    }
    copy.write_bytes(harmed[harm])
    before = everything(full)
    full.close()
    with pytest.raises(BadSettings, match="not a whole copy"):
        restoring.restore(settings, copy, replacing=True)
    assert everything(full) == before


def test_a_ruined_file_is_set_aside_with_its_log(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    with closing(open_database(url)) as db:
        fill(db)
        copies.write(db, tmp_path / "copy.db")
    (tmp_path / "assistant.db").write_bytes(os.urandom(40960))
    (tmp_path / "assistant.db-wal").write_bytes(os.urandom(4096))
    settings = config.read(database_url=url, secret_key=SECRET)
    restoring.restore(settings, tmp_path / "copy.db", replacing=True)
    with closing(open_database(url)) as db, db.reading() as connection:
        assert restores.people(connection) == PEOPLE
    assert list(tmp_path.glob("assistant.db.before-*"))
    assert not (tmp_path / "assistant.db-wal").exists()


def test_a_backup_with_the_wrong_key_is_refused(
    full: Database, settings: Settings, tmp_path: Path
) -> None:
    other = settings.model_copy(update={"secret_key": type(settings.secret_key)("another secret")})
    try:
        with pytest.raises(BadSettings, match="SECRET_KEY"):
            installation.backup(other, tmp_path / "copy.db")
    finally:
        sealed.use(sealed.derive(SECRET))
    assert not (tmp_path / "copy.db").exists()


def test_what_a_killed_process_left_of_a_copy_is_in_nobodys_way(tmp_path: Path) -> None:
    db, left = open_database(sqlite_url(tmp_path)), tmp_path / ".copy.db.partial"
    left.write_bytes(b"half a page")
    copies.write(db, tmp_path / "copy.db")
    copies.check(tmp_path / "copy.db")
    assert not left.exists()
    db.close()
