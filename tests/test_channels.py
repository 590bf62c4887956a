"""Whole conversations through the real product, its real channels and the fakes over HTTP."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from storage.database import open_database
from storage.tables import Goal, table
from tests import product
from tests.conftest import SECRET, sqlite_url
from tests.live import go_live
from tests.product import BOT_SECRET, A, M, P, Waits, World, hold

ANA, BEN, EVA = "+12125550101", "+12125550102", "+12125550103"
SAID = [
    *("bridge", "ok", "23", "Jay", "1 4", "pass maths", "tuesdays after 4", "1"),
    *("2", "Get my driving licence", "when I pass the test", "book a lesson", "30 june", "1"),
]
# Telegram tells what they are called, and has buttons.
DONE = ["bridge", "[Okay]", "23", "[School]", *SAID[5:7], "[Been where I am]"]
DONE += ["[Another goal]", *SAID[9:13], "[Keep it]"]
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with product.product(database_url) as world:
        yield world


@pytest.fixture
async def hasty(database_url: str) -> AsyncIterator[World]:
    """A product that soon gives up waiting for an answer."""
    async with product.product(database_url, waits=Waits(answer=1.5)) as world:
        yield world


@pytest.fixture
async def swift(database_url: str) -> AsyncIterator[World]:
    """One that also looks up soon what became of a message."""
    async with product.product(database_url, waits=Waits(answer=1.5, settles=0.2)) as world:
        yield world


def goals(world: World) -> list[str]:
    g = table(Goal)
    with world.served.db.reading() as db:
        return list(db.execute(g.select().with_only_columns(g.c.text)).scalars())


def assert_goal_is_set(heard: list[str], lines: list[str]) -> None:
    assert len(heard) == len(lines), heard
    assert heard[0].startswith("Hi! This is Bridge")
    assert "Your goal: Get my driving licence, by June 30" in heard[-2]
    assert heard[-1].startswith("Saved, and good luck!")


# From the first word to a saved goal


async def test_a_goal_is_set_on_telegram_by_polling(database_url: str) -> None:
    async with product.product(database_url, polling=True) as world:
        heard = await hold(world.telegram.person(7), DONE)
        await world.quiet()
        assert_goal_is_set(heard, DONE)
        assert goals(world) == ["Get my driving licence"]
        assert len(world.telegram.bot.answered) == 5
        assert set(world.statuses()) == {"sent"}


async def test_a_goal_is_set_on_telegram_by_its_webhook(world: World) -> None:
    heard = await hold(world.telegram.person(7), DONE)
    await world.quiet()
    assert_goal_is_set(heard, DONE)
    assert goals(world) == ["Get my driving licence"]
    assert len(world.telegram.bot.answered) == 5
    assert world.telegram.webhook.address.url == f"{world.url}/channels/telegram"


async def test_a_goal_is_set_by_signed_sms(world: World) -> None:
    heard = await hold(world.twilio.person(ANA), SAID)
    await world.quiet()
    assert_goal_is_set(heard, SAID)
    assert goals(world) == ["Get my driving licence"]
    assert set(world.statuses()) == {"delivered"}


async def test_people_on_both_channels_are_answered_side_by_side(world: World) -> None:
    texters = [world.twilio.person(f"+121255501{n:02d}") for n in range(6)]
    chatters = [world.telegram.person(n) for n in range(1, 7)]
    both = [*((one, SAID) for one in texters), *((one, DONE) for one in chatters)]
    heard = await asyncio.gather(*(hold(person, lines) for person, lines in both))
    for texts, (_, lines) in zip(heard, both, strict=True):
        assert_goal_is_set(texts, lines)
    assert len(goals(world)) == 12


async def test_texts_that_came_while_nobody_listened_are_answered(database_url: str) -> None:
    async with product.around() as world:
        person = world.twilio.person(ANA)
        await person.says("bridge")
        await person.says("ok")  # to a question that nobody had put yet
        async with product.serving(world, database_url):
            assert (await person.hears(2))[1].startswith("An earlier text of yours")
            assert "How old are you?" in (await hold(person, ["ok"]))[2]


async def test_the_command_serves_and_ends_when_told(tmp_path: Path) -> None:
    async with product.around() as world:
        process = await serve(world, tmp_path)
        try:
            person = world.telegram.person(7)
            person.says("bridge")
            assert (await person.hears(1))[0].startswith("Hi! This is Bridge")
        finally:
            process.send_signal(signal.SIGTERM)
            out, err = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0, err.decode()
        assert b"bridge" not in out + err


async def serve(world: World, folder: Path) -> asyncio.subprocess.Process:
    """`assistant serve` in a process of its own, polling."""
    url = sqlite_url(folder)
    db = open_database(url)
    with db.writing() as connection:
        go_live(connection, datetime.now(UTC))
    db.close()
    given = {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "DATABASE_URL": url,
        "PORT": "0",
        "SECRET_KEY": SECRET,
        "TELEGRAM_BOT_TOKEN": world.telegram.bot.token,
        "TELEGRAM_API_URL": world.telegram.url,
    }
    command = (sys.executable, "-m", "assistant", "serve")
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *command, env=os.environ | given, stdout=pipe, stderr=pipe
    )


# Delivered three times, shuffled


async def test_webhooks_delivered_three_times_and_shuffled_take_one_turn_each(
    world: World,
) -> None:
    world.telegram.behave(hold=True)
    people = [world.telegram.person(n) for n in range(1, 31)]
    for person in people:
        person.says("bridge")
    assert await world.telegram.webhook.release(shuffle=True, copies=3, seed=3) == 90
    await world.quiet()
    assert [len(person.texts) for person in people] == [1] * 30


async def test_texts_delivered_three_times_take_one_turn_each(world: World) -> None:
    people = [world.twilio.person(f"+121255501{n:02d}") for n in range(30)]
    await asyncio.gather(*(person.says("bridge", copies=3) for person in people))
    await world.quiet()
    assert [len(person.texts) for person in people] == [1] * 30


async def test_a_conversation_delivered_again_and_again_changes_nothing(world: World) -> None:
    world.telegram.behave(copies=3)
    heard = await hold(world.telegram.person(7), DONE)
    await world.telegram.webhook.settled()
    await world.telegram.webhook.redeliver(shuffle=True, copies=2, seed=5)
    await world.quiet()
    assert_goal_is_set(heard, DONE)
    assert world.telegram.person(7).texts == heard
    assert len(world.rows(M.c.id, direction="in")) == len(DONE)


@pytest.mark.parametrize("polling", [True, False])
async def test_twenty_messages_at_once_are_twenty_turns_in_their_order(
    database_url: str, polling: bool
) -> None:
    async with product.around() as world:
        person = world.telegram.person(7)
        words = [line.strip("[]") for line in DONE] + [f"hello number {n}" for n in range(8)]
        for word in words:
            person.says(word)
        async with product.serving(world, database_url, polling=polling):
            await person.hears(len(DONE))
            await world.quiet()
            assert world.rows(M.c.text, direction="in") == words
            assert goals(world) == ["Get my driving licence"]
            # What repeats an answer that still waits is said once.
            assert person.texts == world.rows(M.c.text, direction="out", code="")


# Forged


def update(number: int = 1) -> dict[str, Any]:
    chat = {"id": 7, "type": "private", "first_name": "Jay"}
    user = {"id": 7, "is_bot": False, "first_name": "Jay"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "bridge"}
    return {"update_id": number, "message": message}


async def test_an_update_without_the_secret_is_refused_and_not_kept(world: World) -> None:
    wrong = ("", "wrong", BOT_SECRET + "x", BOT_SECRET.upper())
    for headers in ({}, *({SECRET_HEADER: secret} for secret in wrong)):
        assert await posted(world, "/channels/telegram", headers, json=update()) == 403
    assert world.rows(M.c.id) == []
    good = {SECRET_HEADER: BOT_SECRET}
    assert await posted(world, "/channels/telegram", good, json=update()) == 200
    assert world.rows(M.c.text, direction="in") == ["bridge"]


FORM = {"AccountSid": "AC" + "0" * 31 + "1", "MessageSid": "SM" + "0" * 32, "Body": "bridge"}
FORM |= {"From": ANA, "To": product.NUMBER}
SIGNED_OTHERWISE = [
    ("/channels/sms", {**FORM, "Body": "bridge!"}),
    ("/channels/sms", {**FORM, "From": BEN}),
    ("/channels/sms", {**FORM, "Extra": "1"}),
    ("/channels/sms/status", FORM),
    ("/channels/sms?message=1", FORM),
]


async def test_a_text_that_twilio_did_not_sign_so_is_refused_and_not_kept(world: World) -> None:
    for headers in ({}, *(signature(world, *signed) for signed in SIGNED_OTHERWISE)):
        assert await posted(world, "/channels/sms", headers, form=FORM) == 403
    assert world.rows(M.c.id) == []
    good = signature(world, "/channels/sms", FORM)
    assert await posted(world, "/channels/sms", good, form=FORM) == 200
    assert world.rows(M.c.text, direction="in") == ["bridge"]


async def test_a_forged_report_changes_nothing(world: World) -> None:
    world.twilio.behave(statuses=())
    await hold(world.twilio.person(ANA), ["bridge"])
    await world.quiet()
    ((number, sid),) = world.rows(M.c.id, M.c.external_id, direction="out")
    path, form = f"/channels/sms/status?message={number}", {**FORM, "MessageSid": sid}
    form |= {"From": product.NUMBER, "MessageStatus": "failed"}
    for signed in ({}, signature(world, "/channels/sms/status?message=99", form)):
        assert await posted(world, path, signed, form=form) == 403
    of_others = {**form, "AccountSid": "AC" + "0" * 31 + "2"}
    assert await posted(world, path, signature(world, path, of_others), form=of_others) == 403
    assert world.statuses() == ["sent"]
    assert await posted(world, path, signature(world, path, form), form=form) == 204
    assert world.statuses() == ["failed"]


def signature(world: World, path: str, form: dict[str, str]) -> dict[str, str]:
    return {"X-Twilio-Signature": world.twilio.account.sign(world.url + path, form.items())}


async def posted(
    world: World, path: str, headers: dict[str, str], form: Any = None, json: Any = None
) -> int:
    sent = {"json": json} if json else {"data": urlencode(form).encode()}
    kind = {} if json else {"Content-Type": "application/x-www-form-urlencoded"}
    url = world.url + path
    async with world.session.post(url, headers=headers | kind, **sent) as answer:
        return answer.status


# What the providers refuse


async def test_who_opted_out_at_the_carrier_is_stopped_until_they_start_again(
    world: World,
) -> None:
    person = world.twilio.person(ANA)
    world.twilio.fail(code=21610)
    await person.says("bridge")
    await world.quiet()
    assert world.rows(P.c.stopped_at, direction="in") != [None]
    assert world.rows(M.c.status, M.c.code, direction="out") == [("failed", "21610")]
    await person.says("hello?")
    await world.quiet()
    assert person.texts == []
    await person.says("START")
    assert (await person.hears(1))[0].startswith("Hi! This is Bridge")


async def test_who_blocked_the_bot_is_unreachable_until_they_write_again(world: World) -> None:
    person = world.telegram.person(7)
    world.telegram.fail(status=403)
    person.says("bridge")
    await world.quiet()
    assert world.rows(A.c.unreachable_at, direction="in") != [None]
    assert world.rows(M.c.status, direction="out") == ["failed"]
    person.says("hello?")
    assert len(await person.hears(1)) == 1
    assert world.rows(A.c.unreachable_at, direction="in") == [None, None]


async def test_the_door_shut_and_opened_is_noticed_without_a_send(world: World) -> None:
    person = world.telegram.person(7)
    await hold(person, ["bridge"])
    person.blocks()
    await world.quiet()
    assert None not in world.rows(A.c.unreachable_at, direction="in")
    person.unblocks()
    await world.quiet()
    assert set(world.rows(A.c.unreachable_at, direction="in")) == {None}
    await hold(person, ["[Okay]"])


async def test_a_throttled_chat_waits_to_the_second_and_nobody_else_does(world: World) -> None:
    slow, quick = world.telegram.person(7), world.telegram.person(8)
    world.telegram.fail(chat=7, status=429, retry_after=1)
    slow.says("bridge")
    quick.says("bridge")
    await slow.hears(1)
    bot = world.telegram.bot
    refused = next(asked["at"] for asked in bot.requests if asked["status"] == 429)
    assert bot.chats[7][0].at - refused >= 1.0
    assert bot.chats[8][0].at < bot.chats[7][0].at


async def test_a_throttled_sender_waits_and_loses_nothing(world: World) -> None:
    people = [world.twilio.person(number) for number in (ANA, BEN, EVA)]
    world.twilio.fail(status=429, code=20429, retry_after="1", times=2)
    await asyncio.gather(*(person.says("bridge") for person in people))
    await asyncio.gather(*(person.hears(1) for person in people))
    assert [len(person.texts) for person in people] == [1, 1, 1]


# What became of it


async def test_reports_shuffled_and_doubled_end_in_the_right_status(world: World) -> None:
    world.twilio.behave(hold=True)
    people = [world.twilio.person(f"+121255501{n:02d}") for n in range(12)]
    world.twilio.fail(act="undeliver", code=30005, number=people[3].number)
    await asyncio.gather(*(person.says("bridge") for person in people))
    await world.quiet()
    await world.twilio.release(shuffle=True, copies=3, seed=11)
    ends = dict(world.rows(A.c.handle, M.c.status, direction="out"))
    assert ends.pop(people[3].number) == "failed"
    assert set(ends.values()) == {"delivered"}
    shut = dict(world.rows(A.c.handle, A.c.unreachable_at))
    assert [number for number, at in shut.items() if at] == [people[3].number]


async def test_reports_that_come_before_the_answer_stand(world: World) -> None:
    world.twilio.behave(early=True, shuffle=True, copies=2)
    await hold(world.twilio.person(ANA), SAID[:4])
    await world.quiet()
    assert world.statuses() == ["delivered"] * 4


async def test_a_handset_out_of_reach_is_tried_again_later(world: World) -> None:
    world.twilio.fail(act="undeliver", code=30003)
    await world.twilio.person(ANA).says("bridge")
    await world.until(lambda: world.rows(M.c.code, direction="out") == ["30003"])
    ((status, due, sent),) = world.rows(M.c.status, M.c.due_at, M.c.sent_at, direction="out")
    assert status == "queued"
    assert 890 < (due - sent).total_seconds() < 910


# Sent, but no answer


async def test_a_report_adopts_a_text_whose_answer_is_missing(hasty: World) -> None:
    hasty.twilio.behave(hold=True)
    hasty.twilio.fail(act="hang")
    person = hasty.twilio.person(ANA)
    await person.says("bridge")
    await hasty.until(lambda: hasty.statuses() == ["unknown"])
    await hasty.twilio.release(shuffle=True, copies=2, seed=1)
    await hasty.quiet()
    sid = hasty.twilio.account.requests[0]["sid"]
    assert hasty.rows(M.c.status, M.c.external_id, M.c.flagged, direction="out") == [
        ("delivered", sid, False)
    ]
    assert len(person.texts) == len(hasty.twilio.account.requests) == 1


async def test_a_text_whose_answer_is_missing_is_found_and_not_sent_again(swift: World) -> None:
    swift.twilio.behave(statuses=())
    swift.twilio.fail(act="hang")
    person = swift.twilio.person(ANA)
    await person.says("bridge")
    await swift.quiet()
    sid = swift.twilio.account.requests[0]["sid"]
    assert swift.rows(M.c.status, M.c.external_id, direction="out") == [("sent", sid)]
    assert len(person.texts) == len(swift.twilio.account.requests) == 1
    await hold(person, ["ok"])


async def test_a_text_that_never_arrived_is_sent_once_more_and_flagged(swift: World) -> None:
    swift.twilio.fail(act="reset")
    person = swift.twilio.person(ANA)
    await person.says("bridge")
    await person.hears(1)
    await swift.quiet()
    assert swift.rows(M.c.status, M.c.flagged, direction="out") == [("delivered", True)]
    assert (len(person.texts), len(swift.twilio.account.requests)) == (1, 2)


async def test_what_comes_next_waits_behind_a_text_of_unknown_fate(swift: World) -> None:
    swift.twilio.behave(statuses=())
    swift.twilio.fail(act="hang")
    person = swift.twilio.person(ANA)
    await person.says("bridge")
    await person.says("ok")
    await person.hears(2)
    assert ["Okay to text you?" in text for text in person.texts] == [True, False]
    assert [asked["fault"] for asked in swift.twilio.account.requests] == ["hang", ""]


UNANSWERED = [  # a fault, and how often the message is then on the screen
    ({"act": "hang", "recorded": True}, 2),
    ({"act": "reset", "recorded": True}, 2),
    ({"act": "reset"}, 1),
    ({"status": 502}, 1),
    ({"status": 500, "recorded": True}, 2),
]


async def test_a_reply_on_telegram_of_unknown_fate_is_sent_once_more_and_flagged(
    hasty: World,
) -> None:
    people = [hasty.telegram.person(n) for n in range(1, 1 + len(UNANSWERED))]
    for person, (fault, _) in zip(people, UNANSWERED, strict=True):
        hasty.telegram.fail(chat=person.chat, **fault)
        person.says("bridge")
    await asyncio.gather(*(one.hears(n) for one, (_, n) in zip(people, UNANSWERED, strict=True)))
    await hasty.quiet()
    assert set(hasty.rows(M.c.status, M.c.flagged, direction="out")) == {("sent", True)}
    assert [len(person.texts) for person in people] == [often for _, often in UNANSWERED]


FAULTS = ({"status": 503}, {"act": "reset"}, {"status": 500}, {"act": "slow"})
FAULTS += ({"status": 429, "retry_after": 1}, {"status": 504})


async def test_faults_of_every_kind_leave_conversations_whole_and_in_order(world: World) -> None:
    async def converse(person: Any) -> None:
        for first in (0, 7):
            world.telegram.fail(chat=person.chat, **random.choice(FAULTS))
            await hold(person, DONE[first : first + 7])

    people = [world.telegram.person(n) for n in range(1, 13)]
    await asyncio.gather(*(converse(person) for person in people))
    await world.quiet()
    sent = world.rows(M.c.text, A.c.handle, direction="out")
    for person in people:
        assert_goal_is_set(person.texts, DONE)
        assert person.texts == [text for text, handle in sent if handle == str(person.chat)]
