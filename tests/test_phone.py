"""The simulated phones without a browser: their messages, their page and their streams."""

import asyncio
import json
import re
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from assistant.channels import Inbound, Kind, Outbound, simulated
from assistant.channels.simulated import Phone, Simulated
from assistant.console import headers, phone, streams
from assistant.console.streams import Full, Streams
from storage import threads
from storage.database import Database
from storage.tables import Programme, table
from tests.fakes.server import serving
from tests.phones import World

SMS = "sms:+12125550100"
PHONE = Phone("simulated_sms", "+12125550100")
OURS = {"Sec-Fetch-Site": "same-origin"}
HERE = "http://phones.test"
STREAM = "/phone/stream?phones=sms:%2B12125550100"
ROUTES = ("/phone", "/phone/static/phone.js", STREAM)


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


class Site:
    """The routes over a world, and whom they are open to."""

    def __init__(self, world: World) -> None:
        self.world, self.allowed, self.away = world, True, False
        self.streams = Streams(world.db, pause=0.01)
        self.app = FastAPI()
        self.app.add_middleware(headers.Headers)
        self.app.include_router(phone.routes(self.needs()))

    def needs(self) -> phone.Needs:
        return phone.Needs(
            self.world.db,
            self.accept,
            self.streams,
            lambda _request: self.allowed,
            self.code,
            lambda: self.world.now,
            self.skip,
        )

    async def code(self, programme: int) -> str:
        return f"code of {programme}"

    async def skip(self, by: timedelta | None) -> datetime:
        self.world.now += by or timedelta(minutes=5)
        return self.world.now

    async def accept(self, messages: Sequence[Inbound]) -> None:
        if self.away:
            raise OSError("the database is away")
        await asyncio.to_thread(self.world.accept, messages)

    def browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=HERE)

    async def get(self, path: str) -> httpx.Response:
        async with self.browser() as browser:
            return await browser.get(path)

    async def post(self, fields: Any, **sent: str) -> httpx.Response:
        wanted = {"Content-Type": "application/json"} | OURS | sent
        async with self.browser() as browser:
            return await browser.post(
                "/phone/messages",
                content=json.dumps(fields),
                headers={name: value for name, value in wanted.items() if value},
            )


@pytest.fixture
def site(world: World) -> Site:
    return Site(world)


def message(**fields: Any) -> dict[str, Any]:
    plain = {"phone": SMS, "language": "en", "text": "hello", "id": str(uuid.uuid4())}
    return {name: value for name, value in (plain | fields).items() if value is not None}


# The channel


async def test_handing_over_to_a_simulated_phone_is_delivering() -> None:
    receipt = await Simulated().send(Outbound(7, "+12125550100", "hello"))
    assert (receipt.external_id, receipt.delivered) == ("simulated:7", True)


async def test_a_simulated_message_of_unknown_fate_is_always_found() -> None:
    channel = Simulated()
    assert channel.settles == timedelta(0)
    assert await channel.look_up(Outbound(7, "+12125550100", "hello"), []) == "simulated:7"


# What a phone sends


def test_an_sms_brings_its_number_and_no_name() -> None:
    told = simulated.receive(message(name="Jay", language="es"))
    assert (told.channel, told.sender, told.address) == ("simulated_sms", "simulated", SMS[4:])
    assert (told.text, told.kind, told.language, told.name) == ("hello", Kind.TEXT, "es", "")


def test_a_telegram_message_brings_a_name() -> None:
    told = simulated.receive(message(phone="telegram:123456", name="João"))
    assert (told.channel, told.address, told.name) == ("simulated_telegram", "123456", "João")


def test_a_pressed_button_is_its_token() -> None:
    told = simulated.receive(message(text="Okay", button="12:okay"))
    assert (told.kind, told.text) == (Kind.BUTTON, "12:okay")


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice"])
def test_an_attachment_is_of_its_kind(kind: str) -> None:
    assert simulated.receive(message(text="", attachment=kind)).kind == kind


BAD: list[Any] = [
    None,
    [],
    "hello",
    {},
    message(phone=None),
    message(text=None),
    message(phone="sms:12125550100"),
    message(phone="sms:+12125550100 "),
    message(phone="sms:+١٢١٢٥٥٥٠١٠٠"),
    message(phone="telegram:-100123"),
    message(phone="fax:+12125550100"),
    message(language="de"),
    message(id="1"),
    message(id="X" * 36),
    message(text=7),
    message(text="a" * 10_001),
    message(button="x" * 65),
    message(button=["12:okay"]),
    message(attachment="document"),
    message(attachment="photo", button="12:okay"),
    message(name="a" * 101, phone="telegram:1"),
    message(sender="somebody else"),
]


@pytest.mark.parametrize("fields", BAD, ids=range(len(BAD)))
def test_what_no_page_of_ours_sends_is_refused(fields: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the field is named for the log only
        simulated.receive(fields)


# The routes


async def test_a_message_is_kept_before_the_page_hears_so(site: Site) -> None:
    answer = await site.post(message(text="bridge"))
    assert answer.status_code == 204
    assert [row["text"] for row in site.world.rows()] == ["bridge"]


async def test_a_message_sent_twice_is_one_message(site: Site) -> None:
    fields = message()
    assert [(await site.post(fields)).status_code for _ in range(2)] == [204, 204]
    assert len(site.world.rows()) == 1


async def test_a_bad_message_is_refused_and_not_kept(site: Site) -> None:
    assert (await site.post(message(phone="fax:1"))).status_code == 422
    assert (await site.post("[" * 20_000)).status_code == 422
    assert site.world.rows() == []


async def test_what_no_database_can_hold_is_left_out(site: Site) -> None:
    assert (await site.post(message(text="a\0b\ud800c"))).status_code == 204
    assert [row["text"] for row in site.world.rows()] == ["ab?c"]


async def test_a_body_above_64_kilobytes_is_refused(site: Site) -> None:
    assert (await site.post(message(text="a" * 70_000))).status_code == 413
    assert site.world.rows() == []


async def test_a_message_that_could_not_be_kept_is_asked_for_again(site: Site) -> None:
    site.away = True
    answer = await site.post(message())
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


@pytest.mark.parametrize(
    "sent",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": HERE},
        {"Sec-Fetch-Site": "", "Origin": "http://elsewhere.test"},
        {"Sec-Fetch-Site": "", "Origin": "null"},
        {"Sec-Fetch-Site": ""},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ],
    ids=str,
)
async def test_a_message_from_elsewhere_is_refused(site: Site, sent: dict[str, str]) -> None:
    assert (await site.post(message(), **sent)).status_code == 403
    assert site.world.rows() == []


async def test_the_origin_stands_in_for_a_browser_that_tells_no_more(site: Site) -> None:
    answer = await site.post(message(), **{"Sec-Fetch-Site": "", "Origin": HERE})
    assert answer.status_code == 204


async def test_there_is_nothing_for_whom_it_is_not_allowed(site: Site) -> None:
    site.allowed = False
    assert [(await site.get(path)).status_code for path in ROUTES] == [404] * len(ROUTES)
    assert (await site.post(message())).status_code == 404
    assert site.world.rows() == []


async def test_the_page_proposes_the_words_of_the_programme(site: Site) -> None:
    page = (await site.get("/phone")).text
    assert 'data-text="BRIDGE"' in page
    assert 'data-text="GUIDE"' in page


async def test_a_code_is_made_for_our_page_only_and_for_a_programme_that_there_is(
    site: Site,
) -> None:
    assert "COORDINATE" in (await site.get("/phone")).text
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    async with site.browser() as browser:
        made = await browser.post("/phone/coordinator", json={"programme": 1}, headers=OURS)
        assert made.json() == {"code": "code of 1"}
        for asked in ({}, [], {"programme": 2}, {"programme": "1"}, {"programme": [1]}):
            refused = await browser.post("/phone/coordinator", json=asked, headers=OURS)
            assert refused.status_code == 422, asked
        refused = await browser.post("/phone/coordinator", json={"programme": 1}, headers=elsewhere)
        assert refused.status_code == 403


async def test_nobody_is_made_a_coordinator_where_people_are_real(site: Site) -> None:
    site.app = FastAPI()
    site.app.include_router(phone.routes(replace(site.needs(), code=None)))
    assert "COORDINATE" not in (await site.get("/phone")).text
    async with site.browser() as browser:
        asked = await browser.post("/phone/coordinator", json={"programme": 1}, headers=OURS)
    assert asked.status_code == 404


async def test_time_is_skipped_from_our_page_only_and_by_what_it_offers(site: Site) -> None:
    before = site.world.now
    async with site.browser() as browser:
        later = await browser.post("/phone/clock", json={"hours": 1}, headers=OURS)
        assert later.json() == {"now": int((before + timedelta(hours=1)).timestamp() * 1000)}
        for hours in (-1, 2, "1", [], 10**9):
            refused = await browser.post("/phone/clock", json={"hours": hours}, headers=OURS)
            assert refused.status_code == 422, hours
        elsewhere = {"Sec-Fetch-Site": "cross-site"}
        assert (await browser.post("/phone/clock", json={}, headers=elsewhere)).status_code == 403
    assert site.world.now == before + timedelta(hours=1)


async def test_the_page_keeps_to_its_policy(site: Site) -> None:
    answer = await site.get("/phone")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", answer.text)
    assert not re.search(r"""(?:href|src|action)=["'](?![/#])""", answer.text)


@pytest.mark.parametrize("path", [*ROUTES[:2], "/nowhere"])
async def test_every_answer_carries_the_headers(site: Site, path: str) -> None:
    sent = (await site.get(path)).headers
    assert sent["X-Content-Type-Options"] == "nosniff"
    # The page of phones has a form, which tells its own site where it comes from.
    assert sent["Referrer-Policy"] == ("same-origin" if path == "/phone" else "no-referrer")
    assert sent["X-Frame-Options"] == "DENY"


async def test_a_name_of_a_programme_cannot_be_markup(site: Site) -> None:
    with site.world.db.writing() as db:
        db.execute(update(table(Programme)).values(name="<img src=x>"))
    page = (await site.get("/phone")).text
    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


async def test_only_known_files_are_served_and_kept_by_browsers(site: Site) -> None:
    page = (await site.get("/phone")).text
    files = re.findall(r'"(/phone/static/[^"]+)"', page)
    answers = [await site.get(file) for file in files]
    assert [answer.status_code for answer in answers] == [200] * len(files)
    assert all("immutable" in answer.headers["Cache-Control"] for answer in answers)
    for name in ("phone.html", "..%2Fphone.py", "../phone.py", "%2e%2e/phone.py"):
        assert (await site.get(f"/phone/static/{name}")).status_code == 404


@pytest.mark.parametrize(
    "asked",
    ["", "?phones=", "?phones=fax:1", "?phones=" + ",".join(f"telegram:{n}" for n in range(1, 14))],
)
async def test_a_stream_of_no_known_phone_or_of_too_many_is_refused(site: Site, asked: str) -> None:
    assert (await site.get(f"/phone/stream{asked}")).status_code == 422


# The threads


def test_a_thread_is_its_newest_messages_oldest_first(world: World) -> None:
    one, other = world.phone(), world.phone("+12125550101")
    for number in range(60):
        world.accept([one.inbound(f"one {number}"), other.inbound(f"other {number}")])
    with world.db.reading() as db:
        found = threads.newest(db, [PHONE, ("simulated_sms", other.address), ("simulated_sms", "")])
    assert [line.text for line in found[PHONE]] == [f"one {n}" for n in range(10, 60)]
    assert next(line.text for line in found["simulated_sms", other.address]) == "other 10"
    assert found["simulated_sms", ""] == []


def test_a_number_and_a_chat_of_the_same_digits_are_two_phones(world: World) -> None:
    world.accept([world.phone("123456", "simulated_telegram").inbound("hello")])
    with world.db.reading() as db:
        assert threads.newest(db, [("simulated_sms", "123456")])["simulated_sms", "123456"] == []


def test_news_from_inside_is_on_no_phone(world: World) -> None:
    world.accept([world.phone().inbound("hello"), world.phone().inbound("{}", Kind.INSIDE)])
    with world.db.reading() as db:
        assert [line.text for line in threads.newest(db, [PHONE])[PHONE]] == ["hello"]


# The streams


@asynccontextmanager
async def running(live: Streams) -> AsyncIterator[None]:
    task = asyncio.create_task(live.run())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def told(events: AsyncIterator[str]) -> dict[str, Any]:
    """The next thing a page is told."""
    async with asyncio.timeout(90):
        async for event in events:
            if event.startswith("data: "):
                assert event.endswith("\n\n")
                news: dict[str, Any] = json.loads(event.removeprefix("data: "))
                return news
    raise AssertionError("the stream ended")


def page(live: Streams, *shown: Phone) -> Any:
    return aclosing(live.open(shown or [PHONE]))


async def test_an_empty_phone_is_told_that_it_is_empty(site: Site) -> None:
    async with running(site.streams), page(site.streams) as events:
        assert await told(events) == {"phone": SMS, "full": True, "messages": []}


async def test_a_message_comes_as_it_is_and_again_when_it_is_answered(site: Site) -> None:
    fields = message(text="bridge")
    async with running(site.streams), page(site.streams) as events:
        await told(events)
        await site.post(fields)
        first = (await told(events))["messages"]
        await asyncio.to_thread(site.world.settle)
        site.streams.wake()
        later = (await told(events))["messages"]
    assert [(one["ref"], one["text"], one["due"]) for one in first] == [
        (fields["id"], "bridge", True)
    ]
    assert next((one["id"], one["direction"], one["due"]) for one in later) == (
        first[0]["id"],
        "in",
        False,
    )
    assert later[1]["direction"] == "out"
    assert later[1]["segments"] >= 1


async def test_a_pressed_button_shows_the_words_that_were_on_it(site: Site) -> None:
    jay = site.world.phone("123456", "simulated_telegram")
    await asyncio.to_thread(jay.says, "bridge")
    await asyncio.to_thread(jay.presses, "Okay")
    async with running(site.streams), page(site.streams, Phone(jay.channel, jay.address)) as events:
        messages = (await told(events))["messages"]
    offered = {token: label for one in messages for label, token in one["buttons"]}
    (pressed,) = [one for one in messages if one["kind"] == "button"]
    assert (pressed["text"], offered[pressed["button"]]) == ("Okay", "Okay")


async def test_what_another_process_wrote_is_seen_without_being_woken(site: Site) -> None:
    async with running(site.streams), page(site.streams) as events:
        await told(events)
        await asyncio.to_thread(site.world.phone().says, "bridge")
        assert (await told(events))["messages"][0]["text"] == "bridge"


async def test_a_page_that_comes_back_gets_the_newest_fifty_again(site: Site) -> None:
    jay = site.world.phone()
    site.world.accept([jay.inbound(f"hello {number}") for number in range(60)])
    async with running(site.streams):
        for _ in range(2):
            async with page(site.streams) as events:
                news = await told(events)
                assert news["full"]
                assert [one["text"] for one in news["messages"]] == [
                    f"hello {number}" for number in range(10, 60)
                ]


async def test_a_page_that_reads_slowly_gets_the_latest_state_once(site: Site) -> None:
    jay = site.world.phone()
    async with running(site.streams), page(site.streams) as slow, page(site.streams) as quick:
        await told(slow)
        await told(quick)
        for number in range(5):
            site.world.accept([jay.inbound(f"hello {number}")])
            await told(quick)
        assert len((await told(slow))["messages"]) == 5


class Counted(Database):
    """A database that counts how often it is read, and is away at times."""

    def __init__(self, db: Database) -> None:
        super().__init__(db.engine, db.engine)
        self.reads, self.away = 0, 0

    def reading(self) -> Any:
        self.reads += 1
        if self.reads <= self.away:
            raise OperationalError("SELECT", {}, OSError("away"))
        return super().reading()


async def test_nothing_is_read_while_no_page_is_open(db: Database) -> None:
    counted = Counted(db)
    live = Streams(counted, pause=0.001)
    async with running(live):
        for _ in range(20):
            live.wake()
            await asyncio.sleep(0)
        assert counted.reads == 0


async def test_all_pages_are_read_in_one_query(db: Database) -> None:
    counted = Counted(db)
    live = Streams(counted, pause=60)
    shown = [Phone("simulated_telegram", str(number)) for number in range(1, 13)]
    async with running(live), page(live, *shown) as one, page(live, *shown[:3]) as two:
        await asyncio.gather(told(one), told(two))
        assert counted.reads <= 2  # both pages at once, or one after the other


async def test_a_database_that_was_away_is_read_again(db: Database) -> None:
    counted = Counted(db)
    counted.away = 2
    live = Streams(counted, pause=0.001)
    async with running(live), page(live) as events:
        assert (await told(events))["full"]
    assert counted.reads > 2


async def test_closing_ends_every_stream_and_opens_none_again(site: Site) -> None:
    async with running(site.streams), page(site.streams) as one, page(site.streams) as two:
        await told(one)
        await told(two)
        await site.streams.close()
        async with asyncio.timeout(90):
            assert [event async for event in one if event.startswith("data")] == []
            assert [event async for event in two if event.startswith("data")] == []
            assert [event async for event in site.streams.open([PHONE])][1:] == []


async def test_more_pages_than_can_be_served_are_refused(site: Site) -> None:
    pages = [site.streams.open([PHONE]) for _ in range(streams.MOST_PAGES)]
    for events in pages:
        await anext(events)
    assert (await site.get(STREAM)).status_code == 503
    with pytest.raises(Full):
        site.streams.open([PHONE])
    await site.streams.close()
    for events in pages:
        await events.aclose()


async def test_a_page_that_went_away_is_forgotten(site: Site) -> None:
    async with serving(site.app) as url, running(site.streams), httpx.AsyncClient() as browser:
        async with browser.stream("GET", f"{url}{STREAM}") as answer:
            assert answer.headers["Content-Type"].startswith("text/event-stream")
            assert answer.headers["Cache-Control"] == "no-store"
            assert await anext(answer.aiter_lines()) == "retry: 1000"
            assert site.streams.open_pages == 1
        async with asyncio.timeout(90):
            while site.streams.open_pages:
                await asyncio.sleep(0.01)
