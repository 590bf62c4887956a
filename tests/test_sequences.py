"""Whatever people say in whatever order: no fault, an answer, and nothing after a STOP."""

import random
from typing import Any

import pytest
from sqlalchemy import text

from assistant.channels import Kind
from storage.database import Database
from tests.phones import Phone, World
from tests.test_clock import GOAL, READY, tick

OURS = [
    "MENU",
    "ASK",
    "BACK",
    "WHY",
    "HELP",
    "STOP",
    "START",
    "START",
    "no more",
    "español",
    "english",
]
JOINING = ["bridge", "guide", "harbor", "pilot", "/start", "hello there"]
ANSWERS = ["0", "1", "2", "3", "4", "1 3", "yes", "no", "ok", "23", "15", "30 june", "Jay", "idk"]
WORDS = [
    "find work",
    "after 4",
    "when I pass",
    "ask: when do we start?",
    "zzz",
    "?",
    "👍",
    "ask me",
]


def odd(phone: Phone, chance: random.Random) -> Any:
    """A button of this thread, or something that is not words."""
    buttons = [token for row in phone.thread() for _, token in row["buttons"] or ()]
    if buttons and chance.random() < 0.7:
        return phone.inbound(chance.choice(buttons[-6:]), Kind.BUTTON)
    kinds = [Kind.PHOTO, Kind.STICKER, Kind.EDITED, Kind.BLOCKED, Kind.UNBLOCKED]
    return phone.inbound("", chance.choice(kinds))


def anything(phone: Phone, chance: random.Random) -> Any:
    """What somebody may send next."""
    kind = chance.choices([OURS, JOINING, ANSWERS, WORDS, None], [5, 1, 10, 3, 3])[0]
    return odd(phone, chance) if kind is None else phone.inbound(chance.choice(kind))


def may_be_silent(world: World, phone: Phone, said: Any) -> bool:
    """Who has stopped, said no or waits for a person; who repeats themselves or presses twice."""
    person = phone.person()
    echo = person["echo"] or {}
    waits = echo.get("silent_until", "") > world.now.isoformat()
    with world.db.reading() as db:
        found = db.execute(text("SELECT state FROM participant WHERE person_id = :id"), person)
        agreed = {"consented", "ready"} & set(found.scalars())
    no_words = said.kind in (Kind.BUTTON, Kind.BLOCKED, Kind.UNBLOCKED)
    return bool(person["stopped_at"] or waits or no_words or echo.get("count", 0) > 3 or not agreed)


def check(world: World, phone: Phone, said: Any, replies: list[str]) -> None:
    """What holds after every turn."""
    person = phone.person()
    with world.db.reading() as db:
        assert not db.execute(text("SELECT text FROM handover WHERE kind = 'fault'")).all()
        open_runs = text("SELECT depth FROM run WHERE person_id = :id AND closed_at IS NULL")
        depths = list(db.execute(open_runs, person).scalars())
    assert len(depths) <= 5
    assert not world.rows(direction="in", answered_at=None)
    if person["stopped_at"]:
        assert {row["kind"] for row in queued(world, person)} <= {"compliance"}
    assert replies or may_be_silent(world, phone, said), said.text


def queued(world: World, person: dict[str, Any]) -> list[dict[str, Any]]:
    return world.rows(direction="out", status="queued", person_id=person["id"])


@pytest.mark.parametrize("seed", range(2))
def test_any_two_hundred_messages_are_answered_without_a_fault(db: Database, seed: int) -> None:
    world, chance = World(db), random.Random(seed)
    add_harbor(world)
    channels = {"+12125550100": "simulated_sms", "777": "simulated_telegram"}
    phones = [world.phone(*one) for one in channels.items()]
    for phone in phones:
        phone.says(*READY, *GOAL)
    for _ in range(100):
        for phone in phones:
            said = anything(phone, chance)
            check(world, phone, said, phone.sends(said))
        world.passes(minutes=chance.choice([0, 1, 12, 1500]))
        tick(world)
        for phone in phones:
            phone.hears()


def add_harbor(world: World) -> None:
    """A second programme."""
    with world.db.writing() as db:
        db.execute(
            text(
                "INSERT INTO programme (name, keyword, mentor_keyword, language, zone, country,"
                " formal, minimum_age, settings, created_at) SELECT 'Harbor', 'harbor', 'pilot',"
                " language, zone, country, formal, minimum_age, settings, created_at FROM programme"
            )
        )
