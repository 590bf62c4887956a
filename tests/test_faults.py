"""Killed, shuffled, flooded: the product as processes, with its real channels and fakes around."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Connection, select, text

from assistant.inbox import missed
from assistant.ops import failpoints
from assistant.outbox import retries, send_results
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage import messages
from storage.database import Database, open_database
from storage.inbox import unanswered
from storage.outbox import due, sends
from storage.outbox.waiting import OutboundMessage
from storage.sealing.sealed import find_by
from storage.tables import Address, Handover, Message, Priority, table
from tests.conftest import sqlite_url
from tests.faults import concerns, rehearsal, run
from tests.faults.people import Person, Said, everybody
from tests.faults.processes import Fake, Nursery
from tests.faults.run import Plan
from tests.faults.scene import Scene, scene
from tests.faults.servers import Steady
from tests.faults.staff import Staff
from tests.phones import World
from tests.test_outbox import Carrier, known, send, write

A, H, M = table(Address), table(Handover), table(Message)
LEFT_TO_THE_NEXT = 8  # the number of a concern that the first on call leaves to the second
# Seconds for a reply: a text whose webhook went unanswered is read from the list so often, and then
# takes what a very busy machine takes.
PATIENCE = missed.EVERY + 180.0
CONFIRMED = "Okay, no more texts from Bridge. To come back one day, text START. Take care!"
STOPS = ("STOP", "please stop texting me", "unsubscribe", "don't text me any more", "stop all")


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Where the product's processes come from."""
    started = Nursery(tmp_path_factory.mktemp("faults") / "product.log")
    yield started
    started.close()


@pytest.fixture
async def four(database_url: str, nursery: Nursery, tmp_path: Path) -> AsyncIterator[Scene]:
    """Two web processes and two workers on PostgreSQL."""
    async with scene(Steady(database_url), 2, nursery, tmp_path) as stage:
        yield stage


on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def test_killed_at_every_named_point_nothing_is_lost_or_out_of_order(
    nursery: Nursery, tmp_path: Path
) -> None:
    twice = ("claimed", *failpoints.NAMES)  # a message may be on its way at two kills
    plan = Plan(9, kills=1, seed=7, named=twice, patience=PATIENCE, pause=0, whole=True)
    async with scene(Steady(sqlite_url(tmp_path)), 0, nursery, tmp_path) as stage:
        tally = await run.play(stage, plan)
        died = {kill.where for kill in stage.product.kills}
    assert not tally.wrong, "\n".join(tally.differs)
    assert died == {*failpoints.NAMES, "random"}
    assert tally.inbound > 9 * len(failpoints.NAMES)
    assert tally.offers, "two are asked, and meet"
    assert tally.crossed, "and read each other's words"
    assert tally.concerns > 1
    assert tally.frozen
    assert tally.agreed == tally.children == 1, "a guardian is asked, and agrees"
    assert tally.ended, "and ends it after some meetings"
    assert tally.again, "somebody is paged again by another process than the one that paged first"


async def test_pages_go_on_while_the_product_dies(nursery: Nursery, tmp_path: Path) -> None:
    async with scene(Steady(sqlite_url(tmp_path)), 0, nursery, tmp_path) as stage:
        (_, jay) = everybody(2, stage.twilio, stage.telegram)
        await joined([jay], "bridge")
        await jay.says(concerns.HARM.format(tag=LEFT_TO_THE_NEXT))
        (process,) = stage.product.processes
        for pages in (1, 2):
            await paged(stage.staff, pages)
            await stage.product.kill(process)
            stage.product.start(process)
        async with asyncio.timeout(PATIENCE):
            while not jay.taken:
                await jay.reads()


async def paged(staff: Sequence[Staff], pages: int) -> None:
    """Wait until somebody has been paged so often."""
    async with asyncio.timeout(PATIENCE):
        while sum(one.paged[LEFT_TO_THE_NEXT] for one in staff) < pages:
            await asyncio.sleep(0.01)


def test_the_rehearsal_takes_place_where_and_when_the_words_were_said() -> None:
    """The day by which somebody hears is named: it is another one an hour later, elsewhere."""
    noon = datetime(2026, 11, 28, 12, tzinfo=UTC)
    heard = [_promised(noon, zone) for zone in ("Etc/GMT-11", "Etc/GMT-12")]
    assert ["Tuesday" in one for one in heard] == [True, False]
    assert (
        _promised(noon, "Etc/GMT-11")
        == heard[0]
        != _promised(noon + timedelta(hours=1), "Etc/GMT-11")
    )


def _promised(at: datetime, zone: str) -> str:
    """What the rehearsal says to somebody who has joined."""
    person = Person(1, cast(Fake, None), telegram=True)
    person.said = [Said(words, f"{n}", at) for n, words in enumerate(person.joining())]
    return rehearsal.rehearse([person], zone)[1][-1]


@on_postgresql
async def test_one_of_four_killed_again_and_again_nothing_is_lost(four: Scene) -> None:
    named = ("accepted", "sent")
    plan = Plan(people=6, kills=4, seed=11, webs=2, named=named, patience=PATIENCE, pause=0)
    tally = await run.play(four, plan)
    assert not tally.wrong, "\n".join(tally.differs)
    assert {kill.part for kill in four.product.kills} == {"web", "worker"}


@on_postgresql
async def test_webhooks_delivered_three_times_and_shuffled_take_one_turn_each(four: Scene) -> None:
    people = everybody(16, four.twilio, four.telegram)
    await joined(people, "bridge")
    await four.telegram.tell("behave", hold=True)
    on_telegram = [one for one in people if one.telegram]
    for person in on_telegram:
        await person.says("ok")
    by_sms = [says_thrice(one, "ok") for one in people if not one.telegram]
    random.Random(7).shuffle(by_sms)
    thrice = four.telegram.tell("release", shuffle=True, copies=3, seed=7)
    await asyncio.gather(thrice, *by_sms)
    await run.at_rest(four)
    replies = [await person.reads() for person in people]
    assert [len(heard) for heard in replies] == [2] * 16
    assert all("How old are you?" in heard[1] for heard in replies)


@on_postgresql
async def test_twenty_at_once_are_twenty_turns_in_the_order_accepted(four: Scene) -> None:
    (person,) = everybody(1, four.twilio, four.telegram)
    await joined([person], *person.joining(), "0")
    await four.telegram.tell("behave", hold=True)
    for number in range(20):
        await person.says(f"ask is it number {number}?")
    await four.telegram.tell("release", shuffle=True, seed=3)
    await run.at_rest(four)
    kept, taken = accepted(four), questions(four)
    assert sorted(taken) == sorted(f"is it number {n}?" for n in range(20))
    for group in {at for at, _ in kept}:  # one group commit: what it held was taken in its order
        words = [asked for at, asked in kept if at == group]
        assert [asked for asked in taken if asked in words] == words
    assert len(await person.reads()) == 8 + 20


@on_postgresql
async def test_who_was_accepted_first_has_the_first_turn(four: Scene) -> None:
    (_, person) = everybody(2, four.twilio, four.telegram)
    await joined([person], *person.joining(), "0")
    waves = [[f"ask is it number {5 * wave + n}?" for n in range(5)] for wave in range(4)]
    for wave in waves:  # each wave knocks at both doors, once the one before was let in
        await asyncio.gather(*(person.says(words) for words in wave))
        await let_in(four, wave)
    await run.at_rest(four)
    taken = questions(four)
    in_waves = [sorted(taken[first : first + 5]) for first in range(0, 20, 5)]
    assert in_waves == [sorted(words[4:] for words in wave) for wave in waves]


@on_postgresql
async def test_after_a_stop_nothing_is_claimed_but_the_confirmation(four: Scene) -> None:
    people = everybody(10, four.twilio, four.telegram)
    await joined(people, "bridge", "ok")
    flood(four, people, 60)
    await heard_by_all(people, 6)
    words = zip(people, STOPS * 2, strict=True)
    await asyncio.gather(*(person.says(stop) for person, stop in words))
    await stopped(four, len(people))
    then = [await person.reads() for person in people]
    await run.at_rest(four)
    for person, before in zip(people, then, strict=True):
        heard = await person.reads()
        assert heard.count(CONFIRMED) == 1
        late = [one for one in heard[len(before) :] if one != CONFIRMED]
        assert len(late) <= 1, "only what was on the wire already may arrive"
        assert len(heard) < 60


@on_postgresql
async def test_help_and_start_are_heard_after_a_stop(four: Scene) -> None:
    people = everybody(4, four.twilio, four.telegram)
    await joined(people, "bridge", "ok", "STOP", "HELP", "START", "ok")
    for person in people:
        heard = await person.reads()
        assert heard[2] == CONFIRMED
        assert "STOP to opt out" in heard[3]
        assert "Okay to text you?" in heard[4]
        assert "How old are you?" in heard[5]


def test_what_is_on_its_way_at_a_stop_neither_returns_nor_holds_up_the_confirmation(
    db: Database,
) -> None:
    world = World(db)
    phone = known(world)
    write(world, phone, "on its way")
    with world.db.writing() as connection:  # claimed by another process, which has not sent it
        connection.execute(text("UPDATE message SET status = 'sending' WHERE direction = 'out'"))
    phone.says("STOP")
    with world.db.writing() as connection:  # and which shall try again later
        back = "UPDATE message SET status = 'queued' WHERE status = 'sending'"
        connection.execute(text(back))
    assert send(world, Carrier()).texts == [CONFIRMED]
    phone.says("START")
    world.passes(minutes=1)
    assert "on its way" not in send(world, Carrier()).texts


def test_what_was_queued_beside_a_carriers_stop_does_not_hold_up_help(db: Database) -> None:
    world = World(db)
    phone = known(world)
    with world.db.writing() as connection:
        connection.execute(text("UPDATE person SET stopped_at = '2026-03-01 12:00:00+00:00'"))
    write(world, phone, "a reply decided a moment before")
    (help_,) = phone.says("HELP")[-1:]
    assert send(world, Carrier()).texts == [help_]
    phone.says("START")
    world.passes(minutes=1)
    assert not [one for one in send(world, Carrier()).texts if "moment before" in one]


def test_a_reply_whose_sender_dies_each_time_is_sent_again_seven_times(db: Database) -> None:
    world = World(db)
    write(world, known(world), "one")
    again = []
    for _death in range(8):
        with world.db.writing() as connection:
            due.claim(connection, "simulated", world.now, 1)
            sends.leave_unknown(connection, "simulated", [])
            (message,) = sends.unknown(connection, "simulated", world.now, world.now, 1)
            again.append(retries.worth_repeating(message, world.now))
            send_results.record(connection, [(message, send_results.Again())], world.now)
        world.passes(hours=1)
    assert again == [*[True] * 7, False]


def test_two_workers_that_try_the_same_message_count_one_attempt(db: Database) -> None:
    world = World(db)
    world.accept([world.phone().inbound("bridge")])
    workers = [Turns(db, Policy(), lambda: world.now) for _ in range(2)]
    with db.writing() as connection:
        tried = [unanswered.attempt(connection, 1) for _ in workers]
    for worker, one in zip(workers, tried, strict=True):
        worker._alone(one)
    (message,) = world.rows(direction="in")
    assert message["answered_at"]
    assert message["attempts"] == 1


async def joined(people: Sequence[Person], *lines: str) -> None:
    """Everybody says these, each after the reply to the one before."""

    async def talk(person: Person) -> None:
        for line in lines:
            await person.says(line)
            await person.hears(PATIENCE)

    await asyncio.gather(*(talk(person) for person in people))


async def says_thrice(person: Person, line: str) -> None:
    await person.fake.tell("says", number=person.address, text=line, copies=3)


def flood(stage: Scene, people: Sequence[Person], count: int) -> None:
    """So many texts are due to each of them, of which nobody has asked for one."""
    with tables(stage) as db:
        now = datetime.now(UTC)
        rows = [
            OutboundMessage(
                person_id=address.person_id,
                address_id=address.id,
                sender=address.sender,
                kind="",
                text=f"news number {number}",
                priority=Priority.BROADCAST,
                due_at=now,
                turn_at=now,
                created_at=now,
            )
            for number in range(count)
            for address in addresses(db, people)
        ]
        messages.queue(db, rows)


async def heard_by_all(people: Sequence[Person], count: int) -> None:
    """Wait until everybody has read so many texts."""
    for person in people:
        async with asyncio.timeout(PATIENCE):
            while len(await person.reads()) < count:
                await asyncio.sleep(0.01)


async def stopped(stage: Scene, count: int) -> None:
    """Wait until so many people have stopped: their turns have committed."""
    async with asyncio.timeout(PATIENCE):
        while await asyncio.to_thread(_stopped, stage) < count:
            await asyncio.sleep(0.005)


def _stopped(stage: Scene) -> int:
    with tables(stage) as db:
        query = text("SELECT count(*) FROM person WHERE stopped_at IS NOT NULL")
        return int(db.execute(query).scalar_one())


def accepted(stage: Scene) -> list[tuple[datetime, str]]:
    """When each question was accepted, and its words, in the order of the table."""
    with tables(stage) as db:
        query = select(M.c.created_at, M.c.text).where(M.c.direction == "in").order_by(M.c.id)
        asked = [(at, words[4:]) for at, words in db.execute(query) if words[:4] == "ask "]
    return asked


async def let_in(stage: Scene, wave: Sequence[str]) -> None:
    """Wait until all of these were accepted, or read from the list that nobody answered for."""
    async with asyncio.timeout(PATIENCE):
        while not {words[4:] for words in wave} <= {words for _, words in accepted(stage)}:
            await asyncio.sleep(0.05)


def questions(stage: Scene) -> list[str]:
    """What the coordinator was asked, in the order of the turns."""
    with tables(stage) as db:
        return list(db.execute(select(H.c.text).order_by(H.c.id)).scalars())


def addresses(db: Connection, people: Sequence[Person]) -> Sequence[Any]:
    digests = [find_by(person.channel, person.address) for person in people]
    return db.execute(select(A).where(A.c.digest.in_(digests))).all()


@contextmanager
def tables(stage: Scene) -> Iterator[Connection]:
    """A transaction beside the product's own."""
    opened = open_database(stage.product.database_url)
    try:
        with opened.writing() as db:
            yield db
    finally:
        opened.close()
