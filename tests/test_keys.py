"""The keys of the data: checked before any door opens, changed while people converse."""

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, func, select, type_coerce

from assistant.commands import opening, rotation
from assistant.ops import config
from assistant.ops.config import BadSettings, Settings
from storage.database import Database
from storage.sealing import keys, sealed
from storage.tables import Address, Message, Programme, SealingKey, table
from tests import product
from tests.commands import Command
from tests.conftest import SECRET
from tests.phones import Phone, World
from tests.product import hold

NEW, THIRD = "another secret of the tests", "a third secret of the tests"
ONE, TWO = "1:" + "QUFB" * 10 + "QUE=", "2:" + "QkJC" * 10 + "QkI="
A, K, M, P = table(Address), table(SealingKey), table(Message), table(Programme)


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    yield
    sealed.renew_by(None)
    sealed.use(sealed.derive(SECRET))


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "LEARNT_AFTER", 0.1)


def settings(url: str, **given: str) -> Settings:
    return config.read(**{"database_url": url, "secret_key": SECRET, **given})


def stopped(db: Database) -> Phone:
    """Somebody has said STOP."""
    phone = World(db).phone()
    phone.says("bridge", "STOP")
    return phone


def start(given: Settings) -> None:
    with opening.migrated(given):
        pass


def numbers(db: Database) -> set[int]:
    """With which keys the texts of messages are sealed."""
    first = func.substr(type_coerce(M.c.text, LargeBinary()), 1, 1, type_=LargeBinary())
    with db.reading() as connection:
        return {bytes(one)[0] for one in connection.execute(select(first).distinct()).scalars()}


def test_who_had_said_stop_is_found_after_secret_key_changed(
    db: Database, database_url: str
) -> None:
    start(settings(database_url, sealing_keys=ONE))
    phone = stopped(db)
    start(settings(database_url, sealing_keys=ONE, secret_key=NEW))
    assert phone.says("hello") == []
    with db.reading() as connection:
        assert connection.execute(select(func.count()).select_from(A)).scalar() == 1


@pytest.mark.parametrize(
    ("made", "opened"),
    [
        ({}, {"secret_key": NEW}),
        ({"sealing_keys": ONE}, {"sealing_keys": TWO}),
        ({"sealing_keys": ONE}, {}),
        ({}, {"sealing_keys": ONE}),
    ],
)
def test_a_wrong_key_opens_no_door(
    db: Database, database_url: str, made: dict[str, str], opened: dict[str, str]
) -> None:
    start(settings(database_url, **made))
    stopped(db)
    with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
        start(settings(database_url, **opened))
    start(settings(database_url, **made))


def test_a_newer_sealing_key_is_not_left_aside_silently(db: Database, database_url: str) -> None:
    start(settings(database_url, sealing_keys=ONE))
    with pytest.raises(BadSettings, match="assistant rotate"):
        start(settings(database_url, sealing_keys=f"{ONE},{TWO}"))


def test_a_database_of_before_takes_its_keys_over(db: Database, database_url: str) -> None:
    phone = stopped(db)  # nothing of keys is kept yet
    with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
        start(settings(database_url, secret_key=NEW))
    with db.reading() as connection:
        assert connection.execute(select(func.count()).select_from(K)).scalar() == 0
    start(settings(database_url))
    assert phone.says("hello") == []


def test_a_database_of_before_whose_secret_changed_beside_sealing_keys_is_told(
    db: Database, database_url: str
) -> None:
    sealed.use(sealed.given(SECRET, ONE))
    stopped(db)
    with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
        start(settings(database_url, sealing_keys=ONE, secret_key=NEW))
    start(settings(database_url, sealing_keys=ONE))


@pytest.mark.parametrize(
    ("made", "then"),
    [
        ({}, {"secret_key": NEW, "old_secret_key": SECRET}),
        ({"sealing_keys": ONE}, {"sealing_keys": f"{ONE},{TWO}"}),
        ({"sealing_keys": ONE}, {"old_sealing_keys": ONE}),
        ({"sealing_keys": ONE}, {"secret_key": NEW, "old_sealing_keys": ONE}),
        ({}, {"sealing_keys": TWO, "old_secret_key": SECRET}),
        ({}, {"sealing_keys": TWO, "secret_key": NEW, "old_secret_key": SECRET}),
    ],
)
def test_a_rotation_seals_everything_anew(
    db: Database, database_url: str, made: dict[str, str], then: dict[str, str]
) -> None:
    start(settings(database_url, **made))
    phone = stopped(db)
    other = phone.world.phone("+12125550101")
    other.says("bridge", "ok")
    lines = list(rotation.rotate(settings(database_url, **then)))
    assert "Restart" in lines[-1]
    assert len(numbers(db)) == 1
    kept = {name: value for name, value in then.items() if not name.startswith("old")}
    start(settings(database_url, **kept))
    assert other.says("23")
    assert phone.says("hello") == []
    if kept.get("sealing_keys") != f"{ONE},{TWO}":
        with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
            start(settings(database_url, **made))
    assert "0 rows" in list(rotation.rotate(settings(database_url, **kept)))[1]


def test_a_rotation_with_a_wrong_old_key_changes_nothing(db: Database, database_url: str) -> None:
    start(settings(database_url))
    stopped(db)
    wrong = settings(database_url, secret_key=NEW, old_secret_key=THIRD)
    with pytest.raises(BadSettings, match="OLD_SECRET_KEY"):
        list(rotation.rotate(wrong))
    start(settings(database_url))


def test_a_rotation_that_was_not_finished_is_not_begun_over(
    db: Database, database_url: str
) -> None:
    start(settings(database_url))
    stopped(db)
    begun = rotation.rotate(settings(database_url, secret_key=NEW, old_secret_key=SECRET))
    next(begun)
    begun.close()
    with pytest.raises(BadSettings, match="was begun and not finished"):
        list(rotation.rotate(settings(database_url, secret_key=THIRD, old_secret_key=NEW)))
    for secret in (SECRET, NEW):  # either opens it
        start(settings(database_url, secret_key=secret))
    list(rotation.rotate(settings(database_url, secret_key=NEW)))
    with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
        start(settings(database_url))


async def test_a_rotation_killed_at_any_point_is_finished_by_the_next_while_people_converse(
    database_url: str, tmp_path: Path
) -> None:
    async with product.product(database_url) as world:
        people = [world.telegram.person(number) for number in range(1, 9)]
        await asyncio.gather(*(hold(person, ["bridge", "ok"]) for person in people))
        fill(world.served.db, 3000)
        for wait in (0.0, 0.2, 0.5, 1.0):
            rotating = await asyncio.to_thread(rotate_apart, database_url, tmp_path)
            await asyncio.sleep(wait)
            rotating.send_signal(signal.SIGKILL)
            await asyncio.to_thread(rotating.wait)
        rotating = await asyncio.to_thread(rotate_apart, database_url, tmp_path)
        names = [f"Ana{'abcdefgh'[number]}" for number in range(8)]
        for lines in (["23"] * 8, names):
            said = zip(people, lines, strict=True)
            await asyncio.gather(*(hold(person, [line]) for person, line in said))
        ended = await asyncio.to_thread(rotating.wait, 240)
        assert ended == 0, (tmp_path / "err").read_text()
        assert "Restart the product" in (tmp_path / "out").read_text()
        await asyncio.gather(*(hold(person, ["1"]) for person in people))
        await world.quiet()
        assert len(numbers(world.served.db)) == 1
        assert world.rows(M.c.id, aside_at=None, direction="in") == world.rows(
            M.c.id, direction="in"
        )
    start(settings(database_url, secret_key=NEW))
    with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
        start(settings(database_url))


def rotate_apart(url: str, folder: Path) -> Command:
    """`assistant rotate` in a process of its own."""
    given = {"DATABASE_URL": url, "SECRET_KEY": NEW, "OLD_SECRET_KEY": SECRET}
    output = folder / "out", folder / "err"
    return Command(folder, "rotate", env=os.environ | given, output=output, before=patient)


def patient() -> None:
    """A rotation waits ten times as long as the product here takes to learn of a key."""
    keys.LEARNT_AFTER = 1.0


def fill(db: Database, count: int) -> None:
    """So many messages more, as after years."""
    with db.writing() as connection:
        one = connection.execute(select(M).where(M.c.direction == "out").limit(1)).mappings().one()
        row = {**one, "status": "sent", "asked": None}
        del row["id"]
        connection.execute(M.insert(), [row for _ in range(count)])
