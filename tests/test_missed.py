"""Texts that Twilio gave up on: read from its list, in the order in which they were sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from storage.database import Database
from storage.holder import Holder
from storage.inbox import watermarks
from storage.records import erasing, erasures
from storage.records.erasures import NewErasure
from storage.tables import Address, table
from tests import product
from tests.fakes.twilio import Twilio
from tests.phones import Phone, World
from tests.product import M, hold
from tests.test_outbox import Carrier, send

A = table(Address)
ANA = "+525512345678"
READY = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1")
STOPPED = "Okay, no more texts from Bridge. To come back one day, text START. Take care!"
LATE = "An earlier text of yours reached me only now."


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def late(phone: Phone, words: str, at: datetime) -> list[str]:
    """What the list told of, and no webhook."""
    return phone.sends(replace(phone.inbound(words), sent_at=at))


# Their place


def test_a_late_text_is_taken_before_what_was_sent_after_it(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k")
    world.passes(minutes=2)
    sent = world.now - timedelta(minutes=1)
    newer, older = phone.inbound("Jay"), replace(phone.inbound("23"), sent_at=sent)
    world.accept([newer])
    world.accept([older])
    world.settle()
    answered = world.rows(direction="in")
    by_time = sorted(answered, key=lambda row: (row["answered_at"], row["created_at"]))
    assert [row["text"] for row in by_time][-2:] == ["23", "Jay"]
    assert "What should I call you" not in phone.hears()[-1]


def test_an_unanswered_question_is_answered_by_a_late_text(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    send(world, Carrier())
    world.passes(hours=3)
    assert "How old" in late(phone, "k", world.now - timedelta(hours=2))[0]


@pytest.mark.parametrize("words", ["1", "1 4", "BACK", "no idea", "yes"])
def test_a_late_text_never_answers_a_newer_question(world: World, words: str) -> None:
    phone = world.phone()
    phone.says("bridge", "k", "23")
    before = world.now
    world.passes(minutes=5)
    asked = phone.says("Jay")[-1]
    (said,) = late(phone, words, before)
    assert said.startswith(LATE)
    assert said[-50:] == asked[-50:]
    assert world.rows(direction="in")[-1]["text"] == words
    assert phone.says("1 4") != [said]


def test_several_that_came_late_are_spoken_of_once(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k", "23")
    before = world.now
    world.passes(minutes=5)
    phone.says("Jay")
    said = [late(phone, words, before) for words in ("1", "2", "3")]
    assert [len(one) for one in said] == [1, 0, 0]


def test_a_question_that_was_not_handed_over_when_they_wrote_is_not_answered(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k")
    world.passes(minutes=10)
    send(world, Carrier())  # the provider was away until now
    assert LATE in late(phone, "23", world.now - timedelta(minutes=5))[0]


@pytest.mark.parametrize("words", ["STOP", "please stop texting me", "alto"])
def test_a_stop_is_honoured_however_late(world: World, words: str) -> None:
    phone = world.phone()
    phone.says(*READY)
    before = world.now - timedelta(hours=5)
    world.passes(hours=1)
    assert late(phone, words, before) == [STOPPED]
    assert phone.person()["stopped_at"]


def test_a_late_stop_does_not_undo_a_newer_start(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k")
    before = world.now - timedelta(minutes=5)
    world.passes(minutes=5)
    phone.says("START")
    assert LATE in late(phone, "STOP", before)[0]
    assert phone.person()["stopped_at"] is None


def test_a_late_start_does_not_undo_a_newer_stop(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k")
    before = world.now - timedelta(minutes=5)
    phone.says("STOP")
    assert late(phone, "START", before) == []
    assert phone.person()["stopped_at"]


def test_help_is_answered_however_late(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "k")
    assert "A person can help" in late(phone, "HELP", world.now - timedelta(hours=1))[0]


# When the list is read


def test_what_was_erased_is_not_read_anew(world: World) -> None:
    """The provider's list holds what we do not: neither words nor number come back by it."""
    phone = world.phone("+12125550101", "sms")
    phone.says("bridge", "k")
    person, before = phone.person()["id"], world.now
    with world.db.writing() as db:
        erasures.add(db, [NewErasure(person, "person", world.now, 10**6)])
        erasing.end(db, person, world.now, shut=False)
    world.passes(minutes=5)
    kept = len(world.rows(direction="in"))
    late(phone, "23", before)
    assert len(world.rows(direction="in")) == kept
    assert handle(world, person) == ""
    late(phone, "hello again", world.now)
    assert handle(world, person) == phone.address


def handle(world: World, person: int) -> str:
    with world.db.reading() as db:
        found: str = db.execute(select(A.c.handle).where(A.c.person_id == person)).scalar_one()
    return found


def given_up(world: product.World | Twilio, words: str, ago: timedelta = timedelta(0)) -> None:
    """A text whose webhook was tried in vain."""
    twilio = world.twilio if isinstance(world, product.World) else world
    account = twilio.account
    message = account.add("inbound", ANA, account.number, words, {})
    at = message["date_created"] - ago
    message.update(status="received", date_sent=at, date_created=at)


async def test_the_list_is_read_before_the_door_opens(database_url: str) -> None:
    async with product.around() as world:
        given_up(world, "bridge", timedelta(minutes=3))
        async with product.serving(world, database_url):
            assert world.rows(M.c.text, direction="in") == ["bridge"]
            await world.twilio.person(ANA).hears(1)


async def test_the_door_opens_without_twilio_and_the_list_is_read_once_it_is_there(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.inbox.missed.OPENS_AFTER", 0.2)
    async with product.around() as world:
        given_up(world, "bridge")
        world.twilio.behave(lists=False)
        async with product.serving(world, database_url):
            assert world.rows(M.c.text, direction="in") == []
            world.twilio.behave(lists=True)
            await world.twilio.person(ANA).hears(1)


async def test_after_an_outage_of_the_database_the_list_is_read(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with product.product(database_url) as world:
        person = world.twilio.person(ANA)
        await hold(person, ["bridge"])
        keep = world.served.inbox._keep

        def away(*_: Any) -> None:
            raise OperationalError("", None, Exception("away"))

        monkeypatch.setattr(world.served.inbox, "_keep", away)
        await person.says("ok")
        calls = [c for c in world.twilio.account.called if c["url"].endswith("/channels/sms")]
        assert set(calls[-1]["answers"]) == {503}
        monkeypatch.setattr(world.served.inbox, "_keep", keep)
        await person.hears(2)
        await world.quiet()
        assert world.rows(M.c.text, direction="in") == ["bridge", "ok"]


async def test_the_list_is_read_from_where_it_was_read_to(database_url: str) -> None:
    """However long nobody was there: longer than a day, too."""
    async with product.around() as world:
        given_up(world, "bridge", timedelta(days=90))
        async with product.serving(world, database_url):
            await world.quiet()
            assert world.rows(M.c.text, direction="in") == []  # before there was a product
            given_up(world, "bridge", timedelta(days=60))
            with world.served.db.writing() as db:
                watermarks.rise(db, "sms:" + product.NUMBER, _days_ago(61))
        async with product.serving(world, database_url):
            assert world.rows(M.c.text, direction="in") == ["bridge"]
            with world.served.db.reading() as db:
                assert watermarks.find(db, "sms:" + product.NUMBER) > _days_ago(60.5)  # type: ignore[operator]


def _days_ago(days: float) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


async def test_what_a_webhook_has_brought_is_not_kept_again(database_url: str) -> None:
    async with product.product(database_url) as world:
        await hold(world.twilio.person(ANA), ["bridge", "ok"])
        missed = world.served.missed
        assert missed
        await missed.step()
        await world.quiet()
        assert world.rows(M.c.text, direction="in") == ["bridge", "ok"]
        assert len(world.twilio.person(ANA).texts) == 2


async def test_one_process_reads_at_a_time(database_url: str) -> None:
    async with product.product(database_url) as world:
        db, missed = world.served.db, world.served.missed
        if db.embedded or missed is None:
            return
        other = Holder(db, f"missed sms:{product.NUMBER}")
        with other.writing():
            assert await missed._read() is False
        other.release()
        assert await missed._read() is True


async def test_times_are_ours_where_the_clocks_differ(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with product.product(database_url) as world:
        missed = world.served.missed
        assert missed
        given_up(world, "bridge")
        ahead = timedelta(hours=2)
        missed._now = lambda: datetime.now(UTC) + ahead
        await missed.step()
        (kept,) = world.rows(M.c.sent_at, direction="in")
        assert abs(kept - (datetime.now(UTC) + ahead)) < timedelta(minutes=1)
