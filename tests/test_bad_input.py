"""Whatever is sent, in every state of every flow: a kind answer, and never a wrong advance."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from assistant.channels import Kind
from assistant.turns.run_stack import OF_PAIRS
from flows import FLOWS
from flows.engine.states import Choice
from storage.database import open_database
from storage.tables import Participant, Run, table
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.flow_walks import Stand, each_state
from tests.phones import Phone, World

N = table(Participant)
# Choices at which own words are for a person: told at once, or offered as the message.
FOR_A_PERSON = ("safety.safe", "check_in.safe", "desk.item", "feedback.reason")
NO_WORDS = ["", "   ", "\0", "\ud83d", "🎉🎉", "…", "\u202e", "<>", "!!!"]
ODD = ["a" * 10_000, "\u202eمرحبا كيف حالك", "<script>alert(1)</script>", "नमस्ते", "{name} {0} %d"]  # noqa: RUF001
KINDS = [Kind.PHOTO, Kind.STICKER, Kind.VOICE, Kind.OTHER, Kind.EDITED]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("odd")))))


def side_by_side(world: World, stands: Sequence[Stand], channel: str) -> list[Phone]:
    """A phone in Spanish for each of these, whose only open question is this one."""
    numbers = range(world.count, world.count + len(stands))
    world.count += len(stands)
    many = [
        One(f"+3461{n:07d}", "mentee", channel, language="es", zone="Europe/Madrid")
        for n in numbers
    ]
    ask(world, [*zip(stands, crowd.add(world, many), strict=True)])
    return [world.phone(one.address, one.channel) for one in many]


def ask(world: World, whom: Sequence[tuple[Stand, int]]) -> None:
    """Each person is asked this question."""
    matches = about(world, [person for stand, person in whom if stand.flow.name in OF_PAIRS])
    rows = [
        {
            "programme_id": 1,
            "person_id": person,
            "role": stand.facts["role"],
            "flow": stand.flow.name,
            "state": stand.standing.state,
            "depth": 0,
            "asked": "key",
            "data": {"answers": stand.standing.answers | matches.get(person, {})},
            "opened_at": world.now,
            "moved_at": world.now,
        }
        for stand, person in whom
    ]
    with world.db.writing() as db:
        db.execute(insert(table(Run)), rows)


def about(world: World, people: Sequence[int]) -> dict[int, dict[str, int]]:
    """Who is asked about somebody has been brought together with somebody."""
    if not people:
        return {}
    others = [One(f"+1718{one:07d}", "mentor", name="Rosa") for one in people]
    pairs = [*zip(crowd.add(world, others), people, strict=True)]
    opened = crowd.bring_together(world, pairs)
    return {one: {"match": match} for one, match in zip(people, opened, strict=True)}


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


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("channel", ["simulated_sms", "simulated_telegram"])
def test_what_holds_no_words_gets_a_kind_answer_and_moves_nothing(
    world: World, flow: str, channel: str
) -> None:
    said = [(words, Kind.TEXT) for words in NO_WORDS] + [("", kind) for kind in KINDS]
    for phone, stand, words, kind in at_once(world, flow, channel, said):
        replies = phone.hears()
        assert replies, (stand, words)
        assert where(world, phone) == at(stand), (words, kind)
        if kind is not Kind.TEXT:
            assert "escrí" in replies[0].lower() or "escri" in replies[0].lower()
    assert faults(world) == 0


@pytest.mark.parametrize("flow", FLOWS)
def test_odd_words_are_a_free_answer_or_none(world: World, flow: str) -> None:
    said = [(words, Kind.TEXT) for words in ODD]
    for phone, stand, words, _ in at_once(world, flow, "simulated_sms", said):
        assert phone.hears(), (stand, words[:40])
        if isinstance(stand.asked, Choice) and repr(stand) not in FOR_A_PERSON:
            assert where(world, phone) == at(stand), words[:40]
        assert all(len(row["text"]) <= 1600 for row in phone.thread())
    assert faults(world) == 0


def at_once(
    world: World, flow: str, channel: str, said: Sequence[tuple[str, Kind]]
) -> list[tuple[Phone, Stand, str, Kind]]:
    """In each state of the flow somebody says each of these, and all of it is one batch."""
    cases = [(stand, *one) for stand in each_state(flow) for one in said]
    phones = side_by_side(world, [stand for stand, *_ in cases], channel)
    world.accept([phone.inbound(*one) for phone, (_, *one) in zip(phones, cases, strict=True)])
    world.settle()
    return [(phone, *case) for phone, case in zip(phones, cases, strict=True)]


def test_a_name_with_markup_or_an_emoji_is_only_a_name(world: World) -> None:
    phone = world.phone("+12125550111")
    phone.says("bridge", "ok", "23")
    assert phone.says("Zoë 🌸")[0].startswith("Nice to meet you, Zoë.")
    world.now += timedelta(seconds=1)
    assert "<b>" not in world.phone("+12125550112").says("bridge", "ok", "23", "<b>Jay</b>")[0]
