"""The record of a concern: by text, for who is on call and nobody else; each look is kept."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assistant.records import retention
from storage.database import open_database
from storage.holder import Holder
from storage.tables import Concern, ConcernLine, Page, table
from tests.conftest import sqlite_url
from tests.on_call import ROTA, Scene, on_rota
from tests.phones import World


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    world = World(open_database(sqlite_url(tmp_path)))
    on_rota(world, *ROTA)
    return Scene(world)


def test_it_tells_words_pages_who_has_it_and_what_was_said(scene: Scene) -> None:
    scene.says("he hits me")
    scene.says("and nobody would notice")
    scene.passes(minutes=5)
    scene.cole.says("1")
    scene.cole.says("DONE spoke to them")
    told = "\n".join(scene.cole.says("RECORD 1"))
    assert told.startswith("Concern 1: Somebody.")
    for line in (
        "Tue, Mar 3, 10 am, Somebody wrote: he hits me",
        "10 am, Mr Cole was called.",
        "I wrote: I'm an automatic helper, so I'm telling Mr Cole right now.",
        "Somebody wrote: and nobody would notice",
        "10:05 am, Mr Cole took it.",
        "10:05 am, dealt with. spoke to them",
    ):
        assert line in told


def test_each_look_is_kept_and_shown(scene: Scene) -> None:
    scene.says()
    scene.cole.says("record")
    (look,) = scene.lines("looked")
    assert look.person_id == scene.cole.person()["id"]
    assert "read this." in " ".join(scene.cole.says("record 1"))


def test_nobody_else_sees_it(scene: Scene) -> None:
    dana = scene.coordinator()
    scene.says()
    scene.cole.hears()
    for phone in (dana, scene.jay):
        heard = " ".join(phone.says("RECORD 1"))
        assert "Concern" not in heard
        assert "no record" not in heard
    assert scene.lines("looked") == []
    scene.cole.hears()
    assert scene.cole.says("RECORD 7") == ["I have no record of that number for you."]


def test_a_coordinator_of_the_rota_sees_it(scene: Scene) -> None:
    dana = scene.coordinator()
    on_rota(scene.world, {"coordinator": True})
    scene.says()
    dana.hears()
    assert dana.says("RECORD 1")[0].startswith("Concern 1:")


def test_it_is_given_up_three_years_after_it_is_seen_to(scene: Scene) -> None:
    scene.says()
    scene.cole.says("1")
    holder = Holder(scene.world.db, "records")
    retention.step(holder, scene.world.now + timedelta(days=2000))
    assert kept(scene) == [1, 1, len(scene.lines("told"))]
    scene.cole.says("DONE")
    retention.step(holder, scene.world.now + timedelta(days=1000))
    assert kept(scene)[0] == 1
    while retention.step(holder, scene.world.now + timedelta(days=1200)):
        pass
    assert kept(scene) == [0, 0, 0]
    holder.release()


def kept(scene: Scene) -> list[int]:
    with scene.world.db.reading() as db:
        tables = (Concern, Page, ConcernLine)
        return [
            db.execute(select(func.count()).select_from(table(one))).scalar_one() for one in tables
        ]
