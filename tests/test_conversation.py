"""A conversation in one turn: what is asked anew, gone back to, and heard at the question below."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.database import open_database
from storage.tables import Handover, Message, Person, Run, table
from tests.conftest import sqlite_url
from tests.phones import Phone, World
from tests.test_times import pair, tell

H, M, P, R = table(Handover), table(Message), table(Person), table(Run)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


@pytest.fixture
def jay(world: World) -> Phone:
    """He has somebody to meet, and nothing is asked of him."""
    phone, _, _ = pair(world)
    phone.says("0")
    world.passes(hours=1)
    return phone


def runs(world: World) -> list[tuple[str, int]]:
    """The open flows of everybody with their depths, lowest first."""
    query = select(R.c.flow, R.c.depth).where(R.c.closed_at.is_(None)).order_by(R.c.depth)
    with world.db.reading() as db:
        return [(flow, depth) for flow, depth in db.execute(query)]


def check_in(world: World, phone: Phone) -> dict[str, Any]:
    """The question of a check-in, which waits to be sent."""
    tell(world, phone, kind="check_in", match=1, number=1)
    (waits,) = phone.thread()[-1:]
    assert "How is it going with Rosa" in waits["text"]
    assert waits["asked"]
    return waits


def test_a_question_that_waits_to_be_sent_is_taken_back_where_it_is_asked_anew(
    world: World, jay: Phone
) -> None:
    waits = check_in(world, jay)
    asked = jay.says("who is my mentor?")[-1]
    assert "How is it going with Rosa" in asked
    (before,) = world.rows(id=waits["id"])
    assert (before["status"], before["code"]) == ("suppressed", "asked already")
    assert "How is it going" not in jay.says("4")[-1]  # they have seen it, so this is the answer
    assert runs(world) == [("check_in", 0)]


def test_back_stays_with_the_question_that_was_seen(world: World, jay: Phone) -> None:
    first = jay.says("menu", "goals")[-1]
    assert jay.says("pass maths")[-1] != first
    world.passes(minutes=31)
    waits = check_in(world, jay)
    world.accept([jay.inbound("BACK")])
    world.settle()
    assert jay.thread()[-1]["text"].endswith(first.rpartition(". ")[2])
    assert [name for name, _ in runs(world)] == ["check_in", "goal_setting"]
    (still,) = world.rows(id=waits["id"])
    assert (still["status"], still["code"]) == ("queued", "")


def test_menu_over_menu_asks_once_more_and_opens_nothing(world: World, jay: Phone) -> None:
    menu = jay.says("menu")
    assert jay.says("menu") == menu
    assert len(runs(world)) == 1


def test_whoever_is_not_understood_twice_is_handed_over_with_their_words(
    world: World, jay: Phone
) -> None:
    jay.says("menu", "zzz", "zzz yyy", "zzz yyy xxx")
    assert [name for name, _ in runs(world)][-1] == "stuck"
    with world.db.reading() as db:
        assert not db.execute(select(H.c.id).where(H.c.kind == "unclear")).first()
    jay.says("vvv", "vvv www", "vvv www uuu")
    with world.db.reading() as db:
        unclear = db.execute(select(H.c.text).where(H.c.kind == "unclear")).scalars().all()
        until = db.execute(select(P.c.echo).where(P.c.id == jay.person()["id"])).scalar_one()
    assert unclear == ["vvv www uuu"]
    assert until == {"silent_until": (world.now + timedelta(days=1)).isoformat()}
