"""The outbox: order, hours, stops, waits and unknown fates, on both databases."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import OperationalError

from assistant.channels import (
    Outbound,
    Receipt,
    Report,
    SendError,
    Stopped,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.outbox import delivery_reports, retries
from assistant.outbox.circuit import Circuit, Standing
from assistant.outbox.loop import IDLE, Outbox
from assistant.outbox.rate_limit import Allowance
from storage import history, timers
from storage.database import Database
from storage.holder import Holder, NotHeld
from storage.outbox import delayed
from storage.outbox.due import Ready
from storage.tables import Message, Priority, Run, table
from storage.timers import NewTimer
from tests.phones import START, Phone, World

SOON = START + timedelta(minutes=1)
SPEAKING = (  # status, kind, priority; whether it counts
    ("sent", "", Priority.REMINDER, True),
    ("delivered", "", Priority.BROADCAST, True),
    ("unknown", "", Priority.REMINDER, True),
    ("sent", "", Priority.REPLY, False),
    ("sent", "reminder", Priority.REMINDER, False),
    ("suppressed", "", Priority.REMINDER, False),
    ("expired", "", Priority.REMINDER, False),
    ("failed", "", Priority.REMINDER, False),
)
HELD = "WHERE locktype = 'advisory' AND classid = 77"


@dataclass
class Carrier:
    """A channel that does as it is told, and remembers what it was given."""

    does: dict[str, list[SendError]] = field(default_factory=dict)  # by words of the text
    found: str | None = None
    settles: timedelta = timedelta(0)
    per_second: float = 10_000.0
    per_address: float = 10_000.0
    name: str = "simulated"
    sender: str = "simulated"
    sent: list[Outbound] = field(default_factory=list)

    async def send(self, message: Outbound) -> Receipt:
        self.sent.append(message)
        for words, errors in self.does.items():
            if words in message.text and errors:
                raise errors.pop(0)
        return Receipt(f"their {message.id}")

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        return self.found

    async def knock(self) -> None: ...

    async def close(self) -> None: ...

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.sent]


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def write(world: World, phone: Phone, words: str, **more: Any) -> None:
    """Queue a text for a phone that is known already, as it was or has become meanwhile."""
    from storage import messages
    from storage.outbox.waiting import OutboundMessage

    address = phone.thread()[0]
    at = more.get("due_at", world.now)
    row = OutboundMessage(
        person_id=address["person_id"],
        address_id=address["address_id"],
        sender=address["sender"],
        kind="",
        text=words,
        priority=Priority.REPLY,
        due_at=at,
        turn_at=at,
        created_at=world.now,
    )
    with world.db.writing() as db:
        new = {name: more.pop(name) for name in row._fields if name in more}
        messages.queue(db, [row._replace(**new)])
        if more:
            queued = table(Message).c.id == select(func.max(table(Message).c.id)).scalar_subquery()
            db.execute(update(table(Message)).where(queued).values(more))


def known(world: World, address: str = "+12125550100") -> Phone:
    """A phone whose first reply has been sent."""
    phone = world.phone(address)
    phone.says("bridge")
    with world.db.writing() as db:
        db.execute(text("UPDATE message SET status = 'sent' WHERE direction = 'out'"))
    return phone


def send(world: World, carrier: Carrier, steps: int = 6) -> Carrier:
    """Let an outbox of its own take some steps."""

    async def run() -> None:
        outbox = Outbox(world.db, carrier, lambda: world.now, lambda: world.now.timestamp())
        world.now += timedelta(seconds=1)
        for _ in range(steps):
            await outbox.step()
            world.now += timedelta(seconds=1.5)
        await outbox._finish()

    asyncio.run(run())
    return carrier


def test_a_persons_messages_keep_their_order(world: World) -> None:
    phone = known(world)
    for number in range(5):
        write(world, phone, f"number {number}")
    assert send(world, Carrier(), 12).texts == [f"number {number}" for number in range(5)]


def test_who_writes_hears_at_once_what_was_to_be_tried_later(world: World) -> None:
    phone = known(world)
    write(world, phone, "delayed", attempts=5)
    carrier = Carrier({"delayed": [TryLater("unreachable")]})  # again in half a minute
    assert send(world, carrier, 3).texts == ["delayed"]
    world.accept([phone.inbound("hello?")])
    assert send(world, carrier, 3).texts == ["delayed"] * 2


@pytest.mark.parametrize(("later", "hurried"), [(0, False), (1, True)])
def test_who_wrote_before_the_last_attempt_waits_for_the_next(
    world: World, later: int, hurried: bool
) -> None:
    phone, then = known(world), world.now + timedelta(minutes=2)
    more = {"attempts": 5, "code": "unreached", "sent_at": world.now}
    write(world, phone, "delayed", due_at=then, **more)
    world.passes(seconds=later)
    world.accept([phone.inbound("hello?")])
    with world.db.writing() as db:
        delayed.hurry(db, "simulated", world.now)
    assert phone.thread()[-1]["due_at"] == (world.now if hurried else then)


@pytest.mark.parametrize("open_", [True, False])
@pytest.mark.parametrize(("code", "may_have_arrived"), [("unknown", True), ("unreached", False)])
@pytest.mark.parametrize("wrote", [True, False])
def test_no_copy_of_a_question_goes_out_that_is_answered_meanwhile(
    world: World, open_: bool, code: str, may_have_arrived: bool, wrote: bool
) -> None:
    phone, runs, asked_at = known(world), table(Run), world.now
    phone.says("ok")
    with world.db.writing() as db:
        if open_:
            db.execute(update(runs).where(runs.c.closed_at.is_(None)).values(asked="key"))
    world.passes(seconds=9)
    tried = {"asked": "key", "attempts": 1, "code": code, "asked_at": asked_at}
    write(world, phone, "please take it", kind="page", **tried)
    write(world, phone, "shall we?", **tried)
    if wrote:
        world.accept([phone.inbound("ok then")])
    sent = table(Message)
    with world.db.writing() as db:
        again = update(sent).where(sent.c.asked == "key").values(sent_at=world.now)
        db.execute(again)  # another copy went out since
        delayed.withdraw(db, "simulated")
    over = may_have_arrived and wrote and not open_
    page, question = (one for one in phone.thread() if one["asked"] == "key")
    assert (page["status"], question["status"]) == ("queued", "sent" if over else "queued")


def test_what_counts_for_the_frequency_cap_is_what_we_began(world: World) -> None:
    phone, counted = known(world), list[datetime]()
    for number, (status, kind, priority, counts) in enumerate(SPEAKING):
        at = world.now + timedelta(minutes=number)
        write(world, phone, "said", status=status, kind=kind, priority=priority, sent_at=at)
        counted += [at] * counts
    write(world, phone, "to be said", priority=Priority.REMINDER, due_at=world.now)
    person = phone.person()["id"]
    with world.db.reading() as db:
        found = history.spent(db, [person, person + 1], world.now - timedelta(seconds=1))
        later = history.spent(db, [person], world.now)
    assert found == {person: [*counted, world.now]}
    assert later == {}


def test_replies_go_before_reminders_and_these_before_broadcasts(world: World) -> None:
    phone = known(world)
    for priority in (Priority.BROADCAST, Priority.REMINDER, Priority.REPLY):
        write(world, phone, priority.name, priority=int(priority))
    assert send(world, Carrier(), 8).texts == ["REPLY", "REMINDER", "BROADCAST"]


def test_a_page_goes_before_everything_of_everybody(world: World) -> None:
    phone, other = known(world), known(world, "+12125550102")
    for number in range(5):
        write(world, other, f"reply {number}")
    write(world, phone, "reply")
    write(world, phone, "page", priority=int(Priority.PAGE))
    assert send(world, Carrier(), 8).texts[0] == "page"


def test_a_page_waits_for_no_other_way_that_is_shut(world: World) -> None:
    phone, second = known(world), known(world, "+12125550102")
    page = {"priority": int(Priority.PAGE)}
    write(world, phone, "first way", **page)
    way = {"person_id": phone.thread()[0]["person_id"]}
    write(world, second, "second way", **page, **way)
    write(world, second, "a reply to who came by it", **way)
    carrier = Carrier({"first way": [TryLater("unreachable", timedelta(hours=1))] * 9})
    assert send(world, carrier, 8).texts == [
        "first way",
        "second way",
        "a reply to who came by it",
    ]


def test_two_pages_by_one_way_keep_their_order(world: World) -> None:
    phone = known(world)
    write(world, phone, "first", priority=int(Priority.PAGE))
    write(world, phone, "second", priority=int(Priority.PAGE))
    carrier = Carrier({"first": [TryLater("unreachable", timedelta(hours=1))]})
    assert send(world, carrier, 4).texts == ["first"]


def test_who_has_stopped_is_sent_the_confirmation_and_nothing_else(world: World) -> None:
    phone = known(world)
    write(world, phone, "an old text")
    phone.says("STOP")
    write(world, phone, "a late text")
    assert send(world, Carrier()).texts == [
        "Okay, no more texts from Bridge. To come back one day, text START. Take care!"
    ]


def test_at_doubt_everything_but_replies_is_held(world: World) -> None:
    phone = known(world)
    phone.says("no more")
    write(world, phone, "a reminder", priority=int(Priority.REMINDER))
    held = send(world, Carrier()).texts
    assert "a reminder" not in held
    phone.says("1")
    assert "a reminder" in send(world, Carrier(), 10).texts


def test_the_wait_that_a_provider_names_is_kept_to_the_second(world: World) -> None:
    slow, other = known(world, "+12125550101"), known(world, "+12125550102")
    write(world, slow, "slow")
    write(world, other, "other")
    carrier = Carrier({"slow": [TryLater("throttled", timedelta(seconds=30))]})
    send(world, carrier, 2)
    refused_at = world.now
    assert carrier.texts == ["slow", "other"]
    (row,) = [row for row in slow.thread() if row["text"] == "slow"]
    assert timedelta(seconds=25) < row["due_at"] - refused_at <= timedelta(seconds=30)
    world.now = row["due_at"] - timedelta(seconds=12)
    send(world, carrier, 2)
    assert carrier.texts == ["slow", "other"]
    send(world, carrier, 12)
    assert carrier.texts == ["slow", "other", "slow"]


def test_the_next_message_waits_behind_one_that_is_tried_again(world: World) -> None:
    phone = known(world)
    write(world, phone, "first")
    write(world, phone, "second")
    carrier = send(world, Carrier({"first": [TryLater("busy")]}), 16)
    assert carrier.texts == ["first", "first", "second"]


def test_a_reply_of_unknown_fate_is_sent_once_more_and_flagged(world: World) -> None:
    phone = known(world)
    write(world, phone, "maybe")
    carrier = send(world, Carrier({"maybe": [Unknown("timeout")]}), 8)
    assert carrier.texts == ["maybe", "maybe"]
    assert [row["flagged"] for row in phone.thread()][-1]


def test_a_broadcast_of_unknown_fate_is_not_sent_again(world: World) -> None:
    phone = known(world)
    write(world, phone, "maybe", priority=int(Priority.BROADCAST))
    carrier = send(world, Carrier({"maybe": [Unknown("timeout")]}), 8)
    assert carrier.texts == ["maybe"]
    assert phone.thread()[-1]["status"] == "failed"


def test_a_message_that_is_found_at_the_provider_is_adopted(world: World) -> None:
    phone = known(world)
    write(world, phone, "maybe")
    carrier = send(world, Carrier({"maybe": [Unknown("timeout")]}, found="theirs"), 8)
    assert carrier.texts == ["maybe"]
    assert phone.thread()[-1]["external_id"] == "theirs"


def test_what_another_holder_left_sending_is_of_unknown_fate(world: World) -> None:
    phone = known(world)
    write(world, phone, "left", status="sending", sent_at=world.now)
    assert send(world, Carrier(found="theirs")).texts == []
    assert phone.thread()[-1]["status"] == "sent"


def test_a_carriers_stop_is_a_stop(world: World) -> None:
    phone = known(world)
    me, later = phone.person()["id"], world.now + timedelta(days=1)
    with world.db.writing() as db:
        timers.add(db, [NewTimer(me, "check_in", later, {"kind": "check_in"})])
    write(world, phone, "one")
    write(world, phone, "two")
    assert send(world, Carrier({"one": [Stopped("21610")]}), 8).texts == ["one"]
    assert phone.person()["stopped_at"]
    assert phone.thread()[-1]["status"] == "suppressed"
    with world.db.reading() as db:
        assert not timers.due(db, later, 9)
        logged = db.execute(text("SELECT kind FROM log WHERE kind = 'stopped by carrier'")).all()
    assert len(logged) == 1


def test_a_blocked_bot_is_written_to_again_when_the_person_is_back(world: World) -> None:
    phone = known(world)
    write(world, phone, "one")
    send(world, Carrier({"one": [Unreachable("blocked")]}))
    with world.db.reading() as db:
        assert db.execute(text("SELECT unreachable_at FROM address")).scalar()
    phone.says("hello")
    with world.db.reading() as db:
        assert db.execute(text("SELECT unreachable_at FROM address")).scalar() is None


def test_what_was_only_good_until_now_is_not_sent(world: World) -> None:
    phone = known(world)
    write(world, phone, "too late", send_before=world.now)
    assert send(world, Carrier()).texts == []
    assert phone.thread()[-1]["status"] == "expired"


def test_our_own_bug_in_a_send_holds_nobody_up(world: World) -> None:
    class Broken(Carrier):
        async def send(self, message: Outbound) -> Receipt:
            if message.text == "bug":
                raise ZeroDivisionError
            return await super().send(message)

    first, second = known(world, "+12125550101"), known(world, "+12125550102")
    write(world, first, "bug")
    write(world, second, "fine")
    assert send(world, Broken(), 3).texts == ["fine"]


@pytest.mark.parametrize("order", [("sent", "delivered"), ("delivered", "sent")])
def test_callbacks_in_any_order_end_in_the_right_status(
    world: World, order: tuple[str, str]
) -> None:
    phone = known(world)
    write(world, phone, "hello", status="sending", sent_at=world.now)
    message_id = phone.thread()[-1]["id"]
    for status in (*order, *order):
        with world.db.writing() as db:
            delivery_reports.record(
                db, Report("simulated", "SM1", status, message_id=message_id), world.now
            )
    row = phone.thread()[-1]
    assert (row["status"], row["external_id"]) == ("delivered", "SM1")


async def test_a_send_that_nobody_answers_is_given_up(db: Database) -> None:
    class Silent(Carrier):
        async def send(self, message: Outbound) -> Receipt:
            await asyncio.Event().wait()
            raise AssertionError

    world = World(db)
    write(world, known(world), "hello")
    outbox = Outbox(
        db, Silent(settles=timedelta(minutes=1)), lambda: world.now, lambda: world.now.timestamp()
    )
    world.now += timedelta(seconds=1)
    await outbox.step()
    outbox._under_way.since = dict.fromkeys(outbox._under_way.since, -60.0)  # a minute ago
    outbox._under_way.swept = -60.0
    await outbox.step()
    await outbox.step()
    await outbox._finish()
    assert {row["status"] for row in world.rows(direction="out")[-1:]} == {"unknown"}


def test_a_sender_has_one_holder(db: Database) -> None:
    one, other = Holder(db, "outbox x"), Holder(db, "outbox x")
    with one.writing():
        pass
    if db.embedded:  # one process, one writer: nothing to hold
        return
    with pytest.raises(NotHeld), other.writing():
        pass
    one.release()
    with db.reading() as reading:  # the server takes a moment to notice
        while reading.execute(text(f"SELECT 1 FROM pg_locks {HELD}")).first():
            pass
    with other.writing():
        assert other.fresh
    other.release()


async def test_a_database_that_is_away_is_not_asked_without_rest(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though something that came back waits to be recorded."""
    world = World(db)
    outbox = Outbox(db, Carrier(), lambda: world.now, lambda: world.now.timestamp())
    outbox._results.append((cast(Ready, None), Receipt("theirs")))
    tried: list[Holder] = []

    def away(holder: Holder) -> None:
        tried.append(holder)
        raise OperationalError("", {}, Exception("the disk is full"))

    monkeypatch.setattr(Holder, "writing", away)
    task = asyncio.create_task(outbox.run())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([task], timeout=60)
    assert len(tried) <= 3


async def test_what_was_claimed_while_the_product_is_told_to_stop_is_sent(db: Database) -> None:
    world, carrier = World(db), Carrier()
    write(world, known(world), "hello")
    claiming, go = threading.Event(), threading.Event()

    def now() -> datetime:
        if claiming.is_set():
            return world.now
        if threading.current_thread() is not threading.main_thread():  # in the transaction
            claiming.set()
            go.wait(60)
        return world.now

    outbox = Outbox(db, carrier, now, lambda: world.now.timestamp())
    world.now += timedelta(seconds=1)
    running = asyncio.create_task(outbox.run())
    await asyncio.to_thread(claiming.wait, 5)
    running.cancel()
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(running, return_exceptions=True)
    assert (carrier.texts, world.rows(direction="out")[-1]["status"]) == (["hello"], "sent")


async def test_what_is_under_way_at_the_end_is_recorded(db: Database) -> None:
    class Slow(Carrier):
        async def send(self, message: Outbound) -> Receipt:
            await asyncio.sleep(0.02)
            return await super().send(message)

    world = World(db)
    phone = known(world)
    write(world, phone, "one")
    outbox = Outbox(db, Slow(), lambda: world.now, lambda: world.now.timestamp())
    world.passes(seconds=1)
    await outbox.step()
    await outbox._finish()
    assert phone.thread()[-1]["status"] == "sent"


def test_our_own_bug_in_a_look_up_holds_nobody_up_for_ever(world: World) -> None:
    class Broken(Carrier):
        async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
            self.found, found = "theirs", self.found
            if found is None:
                raise ZeroDivisionError
            return found

    phone = known(world)
    write(world, phone, "maybe", status="unknown", sent_at=world.now - timedelta(days=1))
    write(world, phone, "next")
    assert send(world, Broken()).texts == ["next"]


def test_a_sender_whose_connection_is_killed_goes_on_and_loses_nothing(world: World) -> None:
    phones = [known(world, f"+1212555{number:04d}") for number in range(10)]
    texts = [[f"{number}.{n}" for n in range(4)] for number in range(10)]
    for phone, words in zip(phones, texts, strict=True):
        for word in words:
            write(world, phone, word)
    carrier = asyncio.run(_sent_while_killed(world, steps=60))
    assert {row["status"] for row in world.rows(direction="out")} == {"sent"}
    first_times = list(dict.fromkeys(carrier.texts))
    for number, words in enumerate(texts):
        assert [one for one in first_times if one.startswith(f"{number}.")] == words


async def _sent_while_killed(world: World, steps: int) -> Carrier:
    """What is sent while every seventh step finds its connection gone."""
    carrier = Carrier()
    outbox = Outbox(world.db, carrier, lambda: world.now, lambda: world.now.timestamp())
    for step in range(steps):
        world.now += timedelta(seconds=1)
        if step % 7 == 3 and not world.db.embedded:
            with world.db.writing() as db:
                db.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_locks {HELD}"))
        await outbox._safe_step()
    await outbox._finish()
    return carrier


def test_a_slow_sender_keeps_its_pace() -> None:
    allowance, sent = Allowance(0.2, 1.0, 0.0), 0
    for second in range(101):
        if allowance.whole(second):
            allowance.spend(1)
            sent += 1
    assert sent == 20


def test_an_address_gets_three_at_once_and_then_one_after_the_other() -> None:
    allowance = Allowance(10.0, 0.5, 0.0)
    assert [allowance.wait("a", 0.0) for _ in range(4)] == [0.0, 0.0, 0.0, 2.0]
    assert allowance.wait("b", 0.0) == 0.0
    assert [allowance.wait("a", 2.0), allowance.wait("a", 2.0)] == [0.0, 2.0]


def test_a_sender_says_how_long_until_the_next() -> None:
    allowance = Allowance(10.0, 1.0, 0.0)
    assert [allowance.whole(0.0), allowance.until_one(0.0)] == [0, 0.1]
    assert [allowance.whole(9.0), allowance.until_one(9.0)] == [2, 0.0]
    allowance.shut(11.0)
    allowance.shut(10.0)
    assert [allowance.whole(10.5), allowance.until_one(10.5)] == [0, 0.5]
    assert allowance.whole(11.0) == 2


async def test_an_outbox_looks_again_as_soon_as_it_may_send_more(db: Database) -> None:
    world, ticks, pauses = World(db), 0.0, []
    for phone in [known(world, f"+1212555010{number}") for number in range(5)]:
        write(world, phone, "to be sent")
    carrier = Carrier(per_second=20.0)
    outbox = Outbox(db, carrier, lambda: world.now, lambda: ticks)
    for _ in range(3):  # nothing may be sent yet, four may, and one is left
        pauses.append(await outbox.step())
        ticks += 1
    assert len(carrier.sent) == 5
    outbox.provider.circuit.failed(ticks, world.now)
    pauses.append(await outbox.step())
    assert pauses == [1 / 20, 1 / 20, IDLE, IDLE]
    await outbox._finish()


@pytest.mark.parametrize(
    ("code", "attempts", "flagged", "hours", "again"),
    [
        ("timeout", 99, True, 23, True),
        ("timeout", 1, False, 24, False),
        ("crashed", 7, True, 99, True),
        ("crashed", 8, True, 0, False),
        ("crashed", 8, False, 0, True),
        ("interrupted", 7, True, 99, True),
        ("interrupted", 8, True, 0, False),
    ],
)
def test_what_is_of_unknown_fate_is_repeated_so_often(
    code: str, attempts: int, flagged: bool, hours: int, again: bool
) -> None:
    one = ready(code=code, attempts=attempts, flagged=flagged)
    assert retries.worth_repeating(one, START + timedelta(hours=hours)) is again
    to_many = one._replace(priority=Priority.BROADCAST)
    assert not retries.worth_repeating(to_many, START)


@pytest.mark.parametrize(
    ("result", "after_a_day", "before"),
    [
        (TryLater("unreached"), True, False),
        (SendError(retries.UNKNOWN), True, True),
        (SendError("21610"), False, False),
        (Receipt("theirs"), False, False),
    ],
)
def test_a_reply_is_given_up_when_it_is_not_sent_any_more(
    result: object, after_a_day: bool, before: bool
) -> None:
    one, now = ready(), START + timedelta(days=1)
    assert retries.given_up(one, result, now) is after_a_day
    assert retries.given_up(one, result, now - timedelta(seconds=1)) is before
    assert not retries.given_up(one._replace(priority=Priority.REMINDER), result, now)


def test_waits_grow_until_they_are_long_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries.random, "uniform", lambda low, high: (low + high) / 2)
    waits = [retries.backoff(attempts).total_seconds() for attempts in (0, 1, 6, 7, 99)]
    assert waits == [1, 2, 64, 120, 120]
    waits = [retries.doubt(attempts).total_seconds() for attempts in (0, 1, 2, 5, 6, 7, 99)]
    assert waits == [1, 1, 4, 256, 1024, 1800, 1800]


def ready(**more: Any) -> Ready:
    """A reply as it is claimed, written at the start."""
    given: dict[str, Any] = dict.fromkeys(Ready._fields)
    given |= {"created_at": START, "priority": Priority.REPLY, "code": "", "attempts": 0}
    return Ready(**{**given, **more})


def test_a_provider_that_fails_is_asked_later_and_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries.random, "uniform", lambda low, high: (low + high) / 2)
    circuit = Circuit()
    assert [circuit.room(3, 8), circuit.knocks(0.0)] == [5, False]
    circuit.failed(0.0, START)
    circuit.failed(0.5, SOON)  # of the same moment: it knocks no later for that
    assert (circuit.standing, circuit.since, circuit.room(0, 8)) == (Standing.SHUT, START, 0)
    ticks = 0.0
    for wait in (1, 2, 4, 8, 16, 30, 30):
        assert [circuit.knocks(ticks + wait - 0.01), circuit.knocks(ticks + wait)] == [False, True]
        ticks += wait
        circuit.silent(ticks)
        assert circuit.away
    assert [circuit.answered(), circuit.answered()] == [True, False]
    assert [circuit.standing, circuit.room(0, 8), circuit.room(1, 8)] == [Standing.AJAR, 1, 0]
    assert [circuit.passed(ticks), circuit.passed(ticks)] == [True, False]
    assert not circuit.away
    circuit.failed(ticks, SOON)
    assert [circuit.knocks(ticks + 1), circuit.since] == [True, SOON]  # as at the beginning


def test_a_provider_that_takes_five_sends_in_vain_is_away_though_it_answers() -> None:
    circuit = Circuit()
    for _ in range(2):
        for number in range(5):
            assert not circuit.away, number
            circuit.failed(number, START)
            circuit.answered()
        assert circuit.away
        circuit.passed(10.0)
    assert [circuit.passed_within(5, ticks) for ticks in (15, 15.1)] == [True, False]
    assert not Circuit().passed_within(5, 0)
