"""Whatever is sent, in every state of every flow: a kind answer, and never a wrong advance."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from assistant.channels import Kind
from assistant.turns.run_stack import OF_PAIRS
from flows.engine.states import Choice
from storage.database import open_database
from storage.tables import Participant, Run, table
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.flow_walks import STANDS, Stand
from tests.phones import Phone, World

N = table(Participant)
SAFE = "check_in.safe"  # what is told there is handed to a person, whatever it says
STATES = list({repr(stand): stand for stand in STANDS}.values())
NO_WORDS = ["", "   ", "\0", "\ud83d", "🎉🎉", "…", "\u202e", "<>", "!!!"]
ODD = ["a" * 10_000, "\u202eمرحبا كيف حالك", "<script>alert(1)</script>", "नमस्ते", "{name} {0} %d"]  # noqa: RUF001
KINDS = [Kind.PHOTO, Kind.STICKER, Kind.VOICE, Kind.OTHER, Kind.EDITED]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("odd")))))


def standing(world: World, stand: Stand, channel: str) -> Phone:
    """A phone in Spanish whose only open question is this one."""
    world.count += 1
    phone = world.phone(f"+3460{world.count:07d}", channel)
    phone.says("bridge")
    person = phone.person()["id"]
    row: dict[str, Any] = {
        "person_id": person,
        "programme_id": 1,
        "role": stand.facts["role"],
        "flow": stand.flow.name,
        "state": stand.standing.state,
        "depth": 0,
        "asked": "key",
        "data": {"answers": stand.standing.answers | about(world, stand, person)},
        "opened_at": world.now,
        "moved_at": world.now,
    }
    with world.db.writing() as db:
        db.execute(text("DELETE FROM run WHERE person_id = :p"), {"p": person})
        db.execute(text("UPDATE person SET language = 'es' WHERE id = :p"), {"p": person})
        db.execute(
            text("UPDATE participant SET state = 'ready' WHERE person_id = :p"), {"p": person}
        )
        db.execute(insert(table(Run)), [row])
    phone.hears()
    return phone


def about(world: World, stand: Stand, person: int) -> dict[str, int]:
    """Who is asked about somebody has been brought together with somebody."""
    if stand.flow.name not in OF_PAIRS:
        return {}
    [mentor] = crowd.add(world, [One(f"+1718{world.count:07d}", "mentor", name="Rosa")])
    [match] = crowd.bring_together(world, [(mentor, person)])
    return {"match": match}


def at(stand: Stand) -> tuple[str, str]:
    return stand.flow.name, stand.standing.state


def where(world: World, phone: Phone) -> tuple[str, str]:
    query = "SELECT flow, state FROM run WHERE person_id = :p AND closed_at IS NULL ORDER BY depth"
    with world.db.reading() as db:
        rows = db.execute(text(query), {"p": phone.person()["id"]}).all()
    return (rows[0].flow, rows[0].state) if rows else ("", "")


def faults(world: World) -> int:
    with world.db.reading() as db:
        query = "SELECT count(*) FROM handover WHERE kind = 'fault'"
        return int(db.execute(text(query)).scalar_one())


@pytest.mark.parametrize("stand", STATES, ids=repr)
@pytest.mark.parametrize("channel", ["simulated_sms", "simulated_telegram"])
def test_what_holds_no_words_gets_a_kind_answer_and_moves_nothing(
    world: World, stand: Stand, channel: str
) -> None:
    for words in NO_WORDS:
        phone = standing(world, stand, channel)
        assert phone.sends(phone.inbound(words)), repr(words)
        assert where(world, phone) == at(stand), repr(words)
    for kind in KINDS:
        phone = standing(world, stand, channel)
        (reply,) = phone.sends(phone.inbound("", kind))
        assert "escrí" in reply.lower() or "escri" in reply.lower()
        assert where(world, phone) == at(stand)
    assert faults(world) == 0


@pytest.mark.parametrize("stand", STATES, ids=repr)
def test_odd_words_are_a_free_answer_or_none(world: World, stand: Stand) -> None:
    for words in ODD:
        phone = standing(world, stand, "simulated_sms")
        assert phone.says(words), words[:40]
        if isinstance(stand.asked, Choice) and repr(stand) != SAFE:
            assert where(world, phone) == at(stand), words[:40]
        assert all(len(row["text"]) <= 1600 for row in phone.thread())
    assert faults(world) == 0


def test_a_name_with_markup_or_an_emoji_is_only_a_name(world: World) -> None:
    phone = world.phone("+12125550111")
    phone.says("bridge", "ok", "23")
    (reply,) = phone.says("Zoë 🌸")
    assert reply.startswith("Nice to meet you, Zoe.")
    world.now += timedelta(seconds=1)
    assert "<b>" not in world.phone("+12125550112").says("bridge", "ok", "23", "<b>Jay</b>")[0]
