"""People at simulated phones and real ones: two worlds that never meet."""

import uuid
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from assistant.broadcasts import feeder
from assistant.commands import installation
from assistant.ops.config import Settings
from assistant.programmes import codes
from storage.database import Database, open_database
from storage.people import worlds
from storage.tables import Match, Message, Participant, table
from tests import product
from tests.phones import Phone, World, code

M = table(Message)
JAY = ("bridge", "ok", "19", "Jay", "1", "maths", "tuesday and thursday after 4", "1", "0")
ROSA = ("guide", "ok", "52", "Rosa", "1", "nurse", "tue thu 3-8pm", "2")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def coordinator(world: World, channel: str) -> Phone:
    dana = world.phone("+12125550103" if "sms" in channel else "103", channel)
    dana.says(f"/start {code(world.db, world.now)}", "1")
    return dana


@pytest.mark.parametrize(
    ("hers", "theirs"), [("simulated_sms", "sms"), ("telegram", "simulated_telegram")]
)
def test_a_coordinator_sees_writes_to_and_pairs_nobody_of_the_other_world(
    world: World, hers: str, theirs: str
) -> None:
    dana = coordinator(world, hers)
    jay, rosa = world.phone("+12125550101", theirs), world.phone("+12125550102", theirs)
    jay.says(*JAY)
    rosa.says(*ROSA)
    jay.says("ask can I bring a friend?")
    assert dana.hears() == []  # the question is not hers
    assert "friend" not in "".join(dana.says("list"))
    assert "Jay" not in "".join(dana.says("pair"))
    dana.says("broadcast", "everyone", "Come tomorrow!", "1")
    dana.says("broadcast", "3", "Come tomorrow!", "1")
    with world.db.writing() as db:
        feeder.step(db, world.now, 100)
    assert jay.hears() == []
    assert not [row for row in world.rows() if row["broadcast_id"]]
    with world.db.reading() as db:
        assert db.execute(select(table(Match).c.id)).all() == []


def test_a_question_reaches_the_coordinator_of_its_own_world(world: World) -> None:
    played, real = coordinator(world, "simulated_sms"), coordinator(world, "telegram")
    jay = world.phone("+12125550101", "sms")
    jay.says(*JAY)
    jay.says("ask can I bring a friend?")
    assert played.hears() == []
    assert "friend" in "".join(real.hears())
    assert "Which one?" not in "".join(played.says("list"))
    assert "Which one?" in "".join(real.says("list"))


def test_who_coordinated_at_a_phone_does_not_once_people_are_real(world: World) -> None:
    played, real = coordinator(world, "simulated_sms"), coordinator(world, "telegram")
    with world.db.writing() as db:
        worlds.end_rehearsal(db)
    assert "list" not in "".join(played.says("menu")).casefold()
    assert "list" in "".join(real.says("menu")).casefold()


def test_going_live_ends_what_was_played(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('live') / 'a.db'}"
    secret = "a secret of the tests"
    tried = Settings(database_url=url, secret_key=secret)
    installation.prepare(tried)
    db = open_database(url)
    world = World(db, now=datetime.now(UTC))
    coordinator(world, "simulated_sms")
    states = select(table(Participant).c.state)
    with db.reading() as connection:
        assert connection.execute(states).scalars().all() == ["consented"]
    installation.prepare(Settings(database_url=url, secret_key=secret, telegram_bot_token="1:a"))
    with db.reading() as connection:
        assert connection.execute(states).scalars().all() == ["left"]
    db.close()


async def test_the_code_of_the_page_makes_nobody_a_coordinator_but_at_a_phone(
    world: World,
) -> None:
    typed = codes.at_a_phone(world.db, 1, world.now)
    for channel in ("telegram", "simulated_telegram"):
        world.phone("777", channel).says(f"/start {typed}")
    assert roles(world.db) == ["mentee", "coordinator"]


async def test_beside_real_people_there_are_no_phones_and_no_figures(database_url: str) -> None:
    async with product.product(database_url) as world:
        assert [await status(world, path) for path in ("/phone", "/metrics")] == [404, 403]


async def test_phones_that_are_wished_beside_real_people_coordinate_nothing(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHONES", "true")
    async with product.product(database_url) as world:
        assert await status(world, "/phone") == 200
        assert await status(world, "/phone/coordinator", {"programme": 1}) == 404
        typed = code(world.served.db, datetime.now(UTC))
        said = {"phone": "telegram:777", "language": "en", "text": f"/start {typed}"}
        assert await status(world, "/phone/messages", {**said, "id": str(uuid.uuid4())}) == 204
        await world.quiet()
        assert roles(world.served.db) == ["mentee"]


def roles(db: Database) -> list[str]:
    joined = table(Participant)
    with db.reading() as connection:
        return list(connection.execute(select(joined.c.role).order_by(joined.c.id)).scalars())


async def status(world: product.World, path: str, sent: dict[str, object] | None = None) -> int:
    """What a page of ours is answered."""
    ours = {"Sec-Fetch-Site": "same-origin"}
    method = "GET" if sent is None else "POST"
    async with world.session.request(method, world.url + path, json=sent, headers=ours) as answer:
        return answer.status
