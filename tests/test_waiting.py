"""Fair turns: nobody waits because somebody else writes much; what repeats is said once."""

import asyncio

import pytest
from sqlalchemy import text

from assistant.outbox.loop import Outbox
from storage.database import Database
from storage.outbox import waiting
from tests.phones import World
from tests.test_clock import tick
from tests.test_outbox import Carrier, known, send, write

READY = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1", "0")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def test_who_has_one_waiting_goes_before_who_has_many(world: World) -> None:
    loud, new = known(world, "+12125550101"), known(world, "+12125550102")
    for number in range(4):
        world.passes(seconds=1)
        write(world, loud, f"loud {number}")
    world.passes(seconds=1)
    write(world, new, "new")
    assert send(world, Carrier(per_second=1.0), 8).texts[:3] == ["loud 0", "new", "loud 1"]


def test_turns_go_round(world: World) -> None:
    phones = [known(world, f"+1212555010{number}") for number in range(3)]
    for phone in phones:
        for number in range(3):
            world.passes(seconds=1)
            write(world, phone, f"{phone.address[-1]}.{number}")
    sent = send(world, Carrier(per_second=1.0), 20).texts
    assert sent == [f"{who}.{number}" for number in range(3) for who in range(3)]


def test_the_same_answer_waits_once_and_the_newest_stands(world: World) -> None:
    phone = world.phone("777", "simulated_telegram")
    phone.says(*READY)
    write_all_sent(world)
    for _ in range(50):
        world.passes(seconds=1)
        phone.says("MENU")
    (waits,) = world.rows(direction="out", status="queued")
    assert "\n" in waits["text"] or waits["buttons"]
    before = len(phone.thread())
    label = waits["buttons"][0][0]
    assert phone.presses(label)
    assert len(phone.thread()) > before


def test_answers_that_nobody_hears_do_not_pile_up(world: World) -> None:
    phone = world.phone("+12125550101")
    phone.says(*READY)
    write_all_sent(world)
    for _ in range(waiting.MOST // 2):  # three answers at a time
        world.passes(seconds=1)
        phone.says("MENU", "WHY", "1")
    turns = {row["created_at"] for row in world.rows(direction="out", status="queued")}
    assert len(turns) <= waiting.MOST


def test_what_matters_is_never_taken_for_needless(world: World) -> None:
    phone = known(world)
    write(world, phone, "first")
    for number in range(9):
        world.passes(seconds=1)
        write(world, phone, f"kept {number}", kind="kept")
        write(world, phone, "confirmed", kind="compliance")
        write(world, phone, f"plain {number}")
    sent = send(world, Carrier(), 60).texts
    assert sent[0] == "first"
    assert sent[-1] == "plain 8"
    assert [one for one in sent if one.startswith("kept")] == [f"kept {n}" for n in range(9)]
    assert sent.count("confirmed") == 9


async def test_a_newcomer_is_heard_beside_somebody_who_writes_without_end(db: Database) -> None:
    world = World(db)
    loud, new = world.phone("+12125550101"), world.phone("+12125550102")
    loud.says(*READY)
    write_all_sent(world)
    carrier = Carrier(per_second=1.0)
    outbox = Outbox(db, carrier, lambda: world.now, lambda: world.now.timestamp())
    asked_at = None
    for second in range(100):
        await asyncio.to_thread(loud.says, ("MENU", "WHY", "1")[second % 3])
        if second == 2 * waiting.MOST:
            await asyncio.to_thread(new.says, "bridge")
            asked_at = world.now
        await outbox.step()
        if any(one.address == new.address for one in carrier.sent):
            break
        world.passes(seconds=1)
    await outbox._finish()
    assert asked_at is not None
    assert (world.now - asked_at).total_seconds() <= 5


def write_all_sent(world: World) -> None:
    with world.db.writing() as db:
        db.execute(text("UPDATE message SET status = 'sent' WHERE direction = 'out'"))


def test_a_question_on_waiting_days_is_asked_three_times_and_then_we_only_tell(
    db: Database,
) -> None:
    world = World(db)
    rosa = world.phone("777", "simulated_telegram")
    rosa.says("guide", "1", "52", "Rosa", "1", "a nurse", "mornings", "1")
    heard = []
    for _ in range(30):
        world.passes(days=1)
        tick(world)
        world.settle()
        heard += rosa.hears()
    told, asked = (
        [one for one in heard if words in one] for words in ("Still looking", "what do you like")
    )
    assert (len(told) > 6, len(asked)) == (True, 3)
    assert not [one for one in heard if "No rush" in one]
