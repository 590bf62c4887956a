"""What whoever runs the product does about people's rights: `data`, `forget`, `retention`."""

import json
import stat
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.commands import opening, people
from assistant.ops import config
from assistant.ops.config import BadSettings, Settings
from assistant.records.loop import Records
from storage.database import Database
from storage.tables import Erasure, Person, table
from tests.conftest import SECRET
from tests.phones import Phone, World

E, P = table(Erasure), table(Person)
INTAKE = ("bridge", "ok", "23", "Jay", "1", "pass maths", "tue after 4", "1", "0", "0", "0", "0")


@pytest.fixture
def settings(database_url: str) -> Settings:
    return config.read(database_url=database_url, secret_key=SECRET)


@pytest.fixture
def world(db: Database, settings: Settings) -> World:
    with opening.migrated(settings):
        pass
    return World(db)


def mentee(world: World) -> Phone:
    phone = world.phone()
    phone.says(*INTAKE)
    return phone


def test_what_is_kept_is_written_for_its_owner_alone(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    mentee(world)
    people.write_data(settings, 1, tmp_path / "jay.json")
    held = json.loads((tmp_path / "jay.json").read_text())
    assert held["person"][0]["name"] == "Jay"
    assert stat.S_IMODE((tmp_path / "jay.json").stat().st_mode) == 0o600
    with pytest.raises(BadSettings, match="cannot be written"):
        people.write_data(settings, 1, tmp_path / "jay.json")


def test_who_is_nobody_is_told(world: World, settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="no person 7"):
        people.forget(settings, 7)
    with pytest.raises(BadSettings, match="no person 7"):
        people.write_data(settings, 7, tmp_path / "nobody.json")


@pytest.mark.parametrize("before", [(), ("STOP",)])
def test_who_asked_on_paper_is_erased_without_another_text(
    world: World, settings: Settings, before: tuple[str, ...]
) -> None:
    phone = mentee(world)
    phone.says(*before)
    assert "Person 1 is erased" in people.forget(settings, 1)
    world.settle()
    assert phone.hears() == []
    world.passes(days=3, minutes=1)
    records = Records(world.db, lambda: world.now)
    while records.step():
        pass
    records.release()
    with world.db.reading() as db:
        assert db.execute(select(E.c.asked_by)).scalar_one() == "operator"
        assert db.execute(select(P.c.name).where(P.c.id == 1)).scalar_one() is None


def test_what_is_kept_too_long_is_given_up(world: World, settings: Settings) -> None:
    phone = world.phone()
    phone.says("bridge")  # in March 2026, by the time of the test
    assert people.give_up(settings) == "What has been kept long enough is gone."
    with world.db.reading() as db:
        assert db.execute(select(E.c.asked_by)).scalars().all() == ["retention"]
