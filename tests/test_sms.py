"""SMS: the real Twilio client against the fake, and what Twilio's webhooks are read as."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.channels import (
    Forged,
    Inbound,
    Kind,
    Outbound,
    Paused,
    Report,
    SendError,
    Stopped,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.channels.sms import adapter, numbers
from tests.fakes import server
from tests.fakes.twilio import Twilio
from tests.together import together

ANA = "+525512345678"
TOKEN = "fake-auth-token"
PATIENCE = 30.0  # seconds: longer than an answer takes on a machine that is very busy
PUBLIC = "https://mentor.example.org"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class Ours:
    """Our side of the webhooks: what was signed is read, the rest is turned away."""

    def __init__(self) -> None:
        self.url = ""
        self.refusals = 0
        self.inbound: list[Inbound | None] = []
        self.reports: list[Report | None] = []
        routes = [
            Route("/channels/sms", self._receive, methods=["POST"]),
            Route("/channels/sms/status", self._report, methods=["POST"]),
        ]
        self.app = Starlette(routes=routes)

    async def _receive(self, request: Request) -> Response:
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=503)
        self.inbound.append(adapter.receive(await self._form(request), "sms:+15550009999"))
        return Response()

    async def _report(self, request: Request) -> Response:
        self.reports.append(adapter.report(await self._form(request), dict(request.query_params)))
        return Response()

    async def _form(self, request: Request) -> dict[str, str]:
        fields = adapter.parse_form(await request.body())
        url = f"{self.url}{request.url.path}" + (f"?{q}" if (q := request.url.query) else "")
        adapter.check_signature(url, fields, request.headers.get("X-Twilio-Signature"), TOKEN)
        return dict(fields)


@pytest.fixture
async def ours() -> AsyncIterator[Ours]:
    ours = Ours()
    async with server.serving(ours.app) as ours.url:
        yield ours


@pytest.fixture
async def twilio(ours: Ours) -> AsyncIterator[Twilio]:
    twilio = Twilio()
    twilio.behave(inbound_url=adapter.webhook_address(ours.url), retry_wait=0)
    async with server.serving(twilio.app) as twilio.url:
        yield twilio


@pytest.fixture
async def channel(twilio: Twilio, ours: Ours) -> AsyncIterator[adapter.Sms]:
    account = twilio.account
    channel = adapter.Sms(
        account.sid, TOKEN, account.number, "", twilio.url, ours.url, timeout=PATIENCE
    )
    yield channel
    await channel.close()


@pytest.fixture
async def hasty(twilio: Twilio, ours: Ours) -> AsyncIterator[adapter.Sms]:
    """One that soon gives up waiting for an answer."""
    account = twilio.account
    hasty = adapter.Sms(account.sid, TOKEN, account.number, "", twilio.url, ours.url, timeout=1)
    yield hasty
    await hasty.close()


def message(text: str = "Hi Ana", number: int = 7, queued_at: datetime | None = None) -> Outbound:
    return Outbound(id=number, address=ANA, text=text, queued_at=queued_at)


# Sending


async def test_a_text_reaches_the_phone_and_its_callbacks_name_our_message(
    channel: adapter.Sms, twilio: Twilio, ours: Ours
) -> None:
    receipt = await channel.send(message("¿Qué tal, João? 👋 & más"))
    await twilio.settled()
    assert twilio.person(ANA).texts == ["¿Qué tal, João? 👋 & más"]
    sender = "sms:+15550009999"
    assert ours.reports == [
        Report(sender, receipt.external_id, status, message_id=7)
        for status in ("sent", "delivered")
    ]


async def test_without_a_public_address_nothing_is_called_back(twilio: Twilio) -> None:
    channel = adapter.Sms(twilio.account.sid, TOKEN, twilio.account.number, api_url=twilio.url)
    await channel.send(message())
    await channel.close()
    await twilio.settled()
    assert twilio.account.called == []


async def test_a_messaging_service_chooses_the_number(twilio: Twilio) -> None:
    account = twilio.account
    channel = adapter.Sms(account.sid, TOKEN, "", account.service, twilio.url)
    await channel.send(message())
    await channel.close()
    assert channel.sender == f"sms:{account.service}"
    assert account.messages[0]["messaging_service_sid"] == account.service


async def test_fifty_texts_at_once_share_connections(channel: adapter.Sms, twilio: Twilio) -> None:
    sent = await asyncio.gather(*(channel.send(message(str(n), n)) for n in range(50)))
    assert len({receipt.external_id for receipt in sent}) == 50
    assert sorted(map(int, twilio.person(ANA).texts)) == list(range(50))


REFUSALS = [
    (429, 20429, TryLater),
    (429, 0, TryLater),
    (429, 63038, TryLater),
    (400, 21611, TryLater),
    (503, 20503, TryLater),
    (503, 0, TryLater),
    (500, 20500, Unknown),
    (500, 0, Unknown),
    (502, 0, Unknown),
    (504, 0, Unknown),
    (400, 21610, Stopped),
    (400, 21211, Unreachable),
    (400, 21612, Unreachable),
    (400, 21614, Unreachable),
    (400, 21635, Unreachable),
    (401, 20003, Paused),
    (401, 0, Paused),
    (403, 0, Paused),
    (404, 20404, Paused),
    (400, 21606, Paused),
    (400, 21705, Paused),
    (400, 30034, Paused),
    (302, 0, Paused),
    (400, 21617, SendError),
    (403, 21408, SendError),
    (400, 21608, SendError),
    (400, 30007, SendError),
    (400, 35111, SendError),
    (400, 99999, SendError),
]


async def test_each_refusal_says_what_to_do_next(channel: adapter.Sms, twilio: Twilio) -> None:
    met = []
    for status, code, _error in REFUSALS:
        twilio.fail(status=status, code=code)
        with pytest.raises(SendError) as caught:
            await channel.send(message())
        met.append((status, int(caught.value.code.removeprefix("http_")), type(caught.value)))
    assert met == [(status, code or status, error) for status, code, error in REFUSALS]
    assert (await channel.send(message())).external_id


async def test_when_twilio_says_how_long_to_wait_everybody_waits_so_long(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    twilio.fail(status=429, code=20429, retry_after="3")
    with pytest.raises(TryLater) as caught:
        await channel.send(message())
    assert (caught.value.wait, caught.value.everybody) == (timedelta(seconds=3), True)


async def test_a_fault_of_one_number_is_not_everybodys(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    twilio.fail(number="+525500000000", status=400, code=21610)
    assert (await channel.send(message())).external_id


async def test_an_answer_that_never_comes_leaves_the_fate_unknown(
    hasty: adapter.Sms, twilio: Twilio
) -> None:
    twilio.fail(act="hang")
    with pytest.raises(Unknown, match="unanswered"):
        await hasty.send(message())
    assert twilio.person(ANA).texts == ["Hi Ana"]


async def test_a_connection_that_breaks_leaves_the_fate_unknown(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    twilio.fail(act="reset")
    with pytest.raises(Unknown, match="unanswered"):
        await channel.send(message())
    assert twilio.person(ANA).texts == []


async def test_a_request_that_never_left_is_tried_later() -> None:
    channel = adapter.Sms("AC1", TOKEN, "+15550009999", api_url="http://127.0.0.1:1")
    with pytest.raises(TryLater, match="unreached") as caught:
        await channel.send(message())
    await channel.close()
    assert caught.value.everybody


async def test_an_answer_that_cannot_be_read_leaves_the_fate_unknown() -> None:
    bodies = ["", "<html>", "[]", "null", "{}", '{"sid": null}']

    async def answer(request: Request) -> Response:
        return Response(bodies[int((await request.form())["Body"])], 201)

    app = Starlette(routes=[Route("/{path:path}", answer, methods=["POST"])])
    async with server.serving(app) as url:
        channel = adapter.Sms("AC1", TOKEN, "+15550009999", api_url=url)
        for n in range(len(bodies)):
            with pytest.raises(Unknown, match="unreadable"):
                await channel.send(message(str(n)))
        await channel.close()


async def test_a_wrong_token_pauses_the_channel(twilio: Twilio) -> None:
    channel = adapter.Sms(twilio.account.sid, "wrong", twilio.account.number, api_url=twilio.url)
    with pytest.raises(Paused, match="20003"):
        await channel.send(message())
    await channel.close()


# Looking up what became of a message


async def lose(channel: adapter.Sms, twilio: Twilio, text: str = "Hi Ana") -> str:
    twilio.fail(act="refuse", status=500, recorded=True)
    with pytest.raises(Unknown):
        await channel.send(message(text))
    return str(twilio.account.messages[-1]["sid"])


async def test_a_message_whose_answer_was_lost_is_found_again(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    sid = await lose(channel, twilio)
    assert await channel.look_up(message(queued_at=datetime.now(UTC)), []) == sid


async def test_a_message_still_in_twilios_queue_is_found(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    twilio.behave(hold=True)
    sid = await lose(channel, twilio)
    assert twilio.account.messages[0]["date_sent"] is None
    assert await channel.look_up(message(queued_at=datetime.now(UTC)), []) == sid


async def test_a_message_that_another_has_is_not_adopted(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    sid = await lose(channel, twilio)
    assert await channel.look_up(message(queued_at=datetime.now(UTC)), [sid]) is None


async def test_of_two_that_fit_none_is_adopted(channel: adapter.Sms, twilio: Twilio) -> None:
    first, second = await lose(channel, twilio), await lose(channel, twilio)
    lost = message(queued_at=datetime.now(UTC))
    assert await channel.look_up(lost, []) is None
    assert await channel.look_up(lost, [first]) == second


async def test_what_does_not_fit_is_not_adopted(channel: adapter.Sms, twilio: Twilio) -> None:
    await lose(channel, twilio)
    kept = dict(twilio.account.messages[0])
    for change in (
        {"body": "Hi Eva"},
        {"direction": "inbound"},
        {"from": "+15550001111"},
        {"to": "+525500000000"},
        {"date_created": LONG_AGO},
    ):
        twilio.account.messages[0] = {**kept, **change}
        assert await channel.look_up(message(queued_at=datetime.now(UTC)), []) is None


async def test_a_trial_accounts_prefix_does_not_hide_a_message(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    sid = await lose(channel, twilio)
    prefixed = "Sent from your Twilio trial account - Hi Ana"
    twilio.account.messages[0]["body"] = prefixed
    assert await channel.look_up(message(queued_at=datetime.now(UTC)), []) == sid


async def test_looking_up_fails_when_twilio_cannot_be_asked() -> None:
    channel = adapter.Sms("AC1", TOKEN, "+15550009999", api_url="http://127.0.0.1:1")
    with pytest.raises(SendError):
        await channel.look_up(message(queued_at=LONG_AGO), [])
    await channel.close()


# What people sent


async def test_a_text_is_signed_received_and_repeated_until_it_is_taken(
    twilio: Twilio, ours: Ours
) -> None:
    ours.refusals = 3
    sid = await twilio.person(ANA).says("hola & adiós 👋")
    assert twilio.account.called[0]["answers"] == [503, 503, 503, 200]
    sender = "sms:+15550009999"
    assert ours.inbound == [Inbound("sms", sender, ANA, sid, "hola & adiós 👋", language="es")]


async def test_what_was_missed_is_listed_oldest_first(channel: adapter.Sms, twilio: Twilio) -> None:
    twilio.behave(inbound_url="")
    sids = [await twilio.person(ANA).says(f"text {n}") for n in range(3)]
    await channel.send(message())
    recent = await channel.recent_inbound(datetime.now(UTC) - timedelta(minutes=5))
    assert [(m.external_id, m.text, m.language) for m in recent] == [
        (sid, f"text {n}", "es") for n, sid in enumerate(sids)
    ]


async def test_every_page_of_what_was_missed_is_read(channel: adapter.Sms, twilio: Twilio) -> None:
    twilio.behave(inbound_url="")
    for n in range(1200):
        twilio.account.add("inbound", ANA, twilio.account.number, str(n), {})
        twilio.account.messages[-1]["date_sent"] = datetime.now(UTC)
    recent = await channel.recent_inbound(datetime.now(UTC) - timedelta(minutes=5))
    assert [m.text for m in recent] == [str(n) for n in range(1200)]


async def test_what_is_old_or_for_another_number_is_not_listed(
    channel: adapter.Sms, twilio: Twilio
) -> None:
    twilio.behave(inbound_url="")
    await twilio.person(ANA).says("long ago")
    await twilio.person(ANA).says("elsewhere")
    twilio.account.messages[0].update(date_created=LONG_AGO)
    twilio.account.messages[1].update(to="+15550001111")
    since = datetime.now(UTC).astimezone() - timedelta(minutes=5)
    assert await channel.recent_inbound(since) == []


FORMS = [
    ({"Body": "hi"}, Kind.TEXT, "hi"),
    ({"Body": ""}, Kind.TEXT, ""),
    ({}, Kind.TEXT, ""),
    ({"Body": "look", "NumMedia": "1", "MediaContentType0": "image/png"}, Kind.TEXT, "look"),
    ({"NumMedia": "1", "MediaContentType0": "image/jpeg"}, Kind.PHOTO, ""),
    ({"NumMedia": "2", "MediaContentType0": "audio/amr"}, Kind.VOICE, ""),
    ({"NumMedia": "1", "MediaContentType0": "text/x-vcard"}, Kind.OTHER, ""),
    ({"NumMedia": "1"}, Kind.OTHER, ""),
    ({"NumMedia": "many", "Body": "x"}, Kind.TEXT, "x"),
    ({"Body": "arrêt", "OptOutType": "STOP"}, Kind.KEYWORD, "STOP"),
    ({"Body": "unstop", "OptOutType": "START"}, Kind.KEYWORD, "START"),
    ({"Body": "Yes", "OptOutType": "START"}, Kind.TEXT, "Yes"),
    ({"Body": "info", "OptOutType": "help"}, Kind.KEYWORD, "HELP"),
    ({"Body": "hi", "OptOutType": "NEW"}, Kind.TEXT, "hi"),
]


@together
@pytest.mark.parametrize(("fields", "kind", "text"), FORMS)
def test_a_form_is_read_as_what_was_sent(fields: dict[str, str], kind: Kind, text: str) -> None:
    form = {"MessageSid": "SM1", "From": "+15125550143", **fields}
    assert adapter.receive(form, "sms:MG1") == Inbound(
        "sms", "sms:MG1", "+15125550143", "SM1", text, kind, language="en"
    )


@together
@pytest.mark.parametrize(
    "change",
    [
        {"From": "12345"},
        {"From": "MYBANK"},
        {"From": "whatsapp:+15125550143"},
        {"From": ""},
        {"From": "+0015125550143"},
        {"From": "+15550009999"},
        {"MessageSid": ""},
        {"MessageStatus": "delivered"},
    ],
)
def test_what_nobody_could_be_answered_for_is_no_message(change: dict[str, str]) -> None:
    form = {"MessageSid": "SM1", "From": "+15125550143", "Body": "hi", **change}
    assert adapter.receive(form, "sms:+15550009999") is None


# What became of our messages


async def test_twilios_own_stop_refuses_what_follows(
    channel: adapter.Sms, twilio: Twilio, ours: Ours
) -> None:
    twilio.behave(answers_stop=True, advanced_opt_out=True)
    await twilio.person(ANA).says("unsubscribe")
    with pytest.raises(Stopped, match="21610"):
        await channel.send(message())
    await twilio.person(ANA).says("START")
    await channel.send(message())
    assert [m.text for m in ours.inbound if m] == ["STOP", "START"]
    assert len(twilio.person(ANA).texts) == 3


REPORTED = ("sent", "delivered")


async def test_callbacks_may_be_late_doubled_and_shuffled(
    channel: adapter.Sms, twilio: Twilio, ours: Ours
) -> None:
    twilio.behave(hold=True)
    sent = await asyncio.gather(*(channel.send(message("x", n)) for n in (1, 2, 3)))
    assert ours.reports == []
    await twilio.release(shuffle=True, copies=2, seed=4)
    got = [(r.message_id, r.external_id, r.status) for r in ours.reports if r]
    once = [(n, s.external_id, w) for n, s in zip((1, 2, 3), sent, strict=True) for w in REPORTED]
    assert sorted(got) == sorted(once * 2)
    assert got != once * 2


async def test_a_callback_may_come_before_the_answer(
    hasty: adapter.Sms, twilio: Twilio, ours: Ours
) -> None:
    twilio.behave(early=True)
    twilio.fail(act="hang")
    with pytest.raises(Unknown):
        await hasty.send(message())
    assert [r.message_id for r in ours.reports if r] == [7, 7]


async def test_a_handset_out_of_reach_is_reported_for_later(
    channel: adapter.Sms, twilio: Twilio, ours: Ours
) -> None:
    twilio.fail(act="undeliver", code=30003)
    await channel.send(message())
    await twilio.settled()
    last = ours.reports[-1]
    assert last
    assert (last.status, last.code, last.retry_in) == ("failed", "30003", timedelta(minutes=15))
    assert twilio.person(ANA).texts == []


STATUSES = [
    *[(s, "", {"status": "sent"}) for s in ("accepted", "queued", "scheduled", "sending", "sent")],
    *[(s, "", {"status": "delivered"}) for s in ("delivered", "partially_delivered", "read")],
    ("canceled", "", {"status": "failed"}),
    ("sent", "30003", {"status": "sent"}),
    ("failed", "21610", {"status": "failed", "code": "21610", "stopped": True}),
    ("failed", "30005", {"status": "failed", "code": "30005", "unreachable": True}),
    ("undelivered", "30006", {"status": "failed", "code": "30006", "unreachable": True}),
    ("undelivered", "30007", {"status": "failed", "code": "30007"}),
    ("undelivered", "77777", {"status": "failed", "code": "77777"}),
    ("undelivered", "oops", {"status": "failed"}),
    *[
        (
            "undelivered",
            code,
            {"status": "failed", "code": code, "retry_in": timedelta(minutes=minutes)},
        )
        for code, minutes in [("30003", 15), ("30008", 15), ("30410", 15), ("30001", 5)]
    ],
]


@together
@pytest.mark.parametrize(("status", "code", "expected"), STATUSES)
def test_a_callback_is_read_as_a_report(status: str, code: str, expected: dict[str, str]) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": status, "From": "+15550009999"}
    form |= {"ErrorCode": code} if code else {}
    assert adapter.report(form, {"message": "12"}) == Report(
        "sms:+15550009999", "SM1", message_id=12, **expected
    )


@pytest.mark.parametrize("query", [{}, {"message": "x"}, {"message": "-1"}, {"message": "9" * 40}])
def test_a_callback_without_our_message_is_a_report_of_twilios(query: dict[str, str]) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "sent", "MessagingServiceSid": "MG1"}
    assert adapter.report(form, query) == Report("sms:MG1", "SM1", "sent")
    assert adapter.report(form, query, "sms:+1") == Report("sms:+1", "SM1", "sent")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"MessageSid": "SM1"},
        {"MessageSid": "SM1", "MessageStatus": "received"},
        {"MessageStatus": "sent"},
    ],
)
def test_what_tells_no_fate_is_no_report(form: dict[str, str]) -> None:
    assert adapter.report(form, {}) is None


def test_every_status_of_twilio_has_a_rank() -> None:
    assert (
        adapter.RANK["queued"]
        < adapter.RANK["sending"]
        < adapter.RANK["sent"]
        < adapter.RANK["delivered"]
    )
    assert adapter.RANK["failed"] == adapter.RANK["undelivered"] == adapter.RANK["delivered"]
    assert adapter.RANK["read"] == max(adapter.RANK.values())


# Signatures

URL = f"{PUBLIC}/channels/sms"
FIELDS = [("Body", "hi é"), ("From", ANA), ("Empty", "")]


def signature(url: str = URL, fields: list[tuple[str, str]] = FIELDS) -> str:
    return Twilio().account.sign(url, fields)


@together
@pytest.mark.parametrize(
    ("url", "fields", "signed"),
    [
        (URL, FIELDS, signature()),
        (URL, FIELDS[::-1], signature()),
        (URL + "#rc=5&rp=all", FIELDS, signature()),
        (URL, FIELDS, signature("https://mentor.example.org:443/channels/sms")),
        ("https://mentor.example.org:443/channels/sms", FIELDS, signature()),
        (URL + "/status?message=7", FIELDS, signature(URL + "/status?message=7")),
        ("http://127.0.0.1:8000/x", FIELDS, signature("http://127.0.0.1:8000/x")),
        (URL, [*FIELDS, ("Body", "a")], signature(URL, [*FIELDS, ("Body", "a")])),
        (URL, [*FIELDS, FIELDS[0]], signature()),
        (URL, [], signature(URL, [])),
    ],
)
def test_what_twilio_signed_is_let_in(url: str, fields: list[tuple[str, str]], signed: str) -> None:
    adapter.check_signature(url, fields, signed, TOKEN)


@together
@pytest.mark.parametrize(
    ("url", "fields", "signed", "token"),
    [
        (URL, FIELDS, None, TOKEN),
        (URL, FIELDS, "", TOKEN),
        (URL, FIELDS, "é", TOKEN),
        (URL, FIELDS, "A" * 28, TOKEN),
        (URL, FIELDS, signature(), "another token"),
        (URL, FIELDS, signature(), ""),
        (URL, [("Body", "hi ê"), *FIELDS[1:]], signature(), TOKEN),
        (URL, [*FIELDS, ("Extra", "1")], signature(), TOKEN),
        (URL, [*FIELDS, ("Body", "a")], signature(), TOKEN),
        (URL, FIELDS[1:], signature(), TOKEN),
        (URL + "/", FIELDS, signature(), TOKEN),
        (URL + "?message=8", FIELDS, signature(URL + "?message=7"), TOKEN),
        ("http://mentor.example.org/channels/sms", FIELDS, signature(), TOKEN),
        ("https://evil.example.org/channels/sms", FIELDS, signature(), TOKEN),
    ],
)
def test_what_twilio_did_not_sign_is_turned_away(
    url: str, fields: list[tuple[str, str]], signed: str | None, token: str
) -> None:
    with pytest.raises(Forged):
        adapter.check_signature(url, fields, signed, token)


def test_a_signature_published_by_twilio_is_let_in() -> None:
    # The example of https://www.twilio.com/docs/usage/security.
    fields = [
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+14158675309"),
        ("Digits", "1234"),
        ("From", "+14158675309"),
        ("To", "+18005551212"),
    ]
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    adapter.check_signature(url, fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "12345")


def test_a_form_is_parsed_in_order_with_repeats_and_blanks() -> None:
    fields = [("Body", "é & = + 👋\x00"), ("A", ""), ("Body", "2")]
    assert adapter.parse_form(urlencode(fields).encode()) == fields
    assert adapter.parse_form(b"") == []


@together
@pytest.mark.parametrize(
    "body",
    [
        b"a=" + b"b" * 65_536,
        b"&".join(b"a=1" for _ in range(501)),
        b"no equals sign",
        b"a=%ff",
        "a=é".encode(),
        json.dumps({"Body": "hi"}).encode(),
    ],
)
def test_what_is_no_form_is_turned_away(body: bytes) -> None:
    with pytest.raises(Forged):
        adapter.parse_form(body)


def test_the_address_for_twilio_asks_for_retries() -> None:
    address, _, overrides = adapter.webhook_address("https://mentor.example.org/").partition("#")
    assert address == URL
    assert {("rc", "5"), ("rp", "all")} <= set(parse_qsl(overrides))


# Numbers


@together
@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("(512) 555-0143", "US", "+15125550143"),
        ("07700 900123", "GB", "+447700900123"),
        ("+52 55 1234 5678", "US", "+525512345678"),
        ("٥١٢٥٥٥٠١٤٣", "US", "+15125550143"),
        ("555-0143", "US", None),
        ("12", "US", None),
        ("my number", "US", None),
        ("", "US", None),
        ("1" * 400, "US", None),
        ("512 555 0143", "", None),
    ],
)
def test_a_number_is_written_as_carriers_do(text: str, region: str, number: str | None) -> None:
    assert numbers.e164(text, region) == number


@together
@pytest.mark.parametrize(
    ("number", "language", "zone"),
    [
        ("+15125550143", "en", "America/Chicago"),
        ("+15550001111", "en", None),
        ("+18095551234", "es", "America/Santo_Domingo"),
        (ANA, "es", "America/Mexico_City"),
        ("+33612345678", "fr", "Europe/Paris"),
        ("+5511987654321", "pt", "America/Sao_Paulo"),
        ("+351912345678", "pt", "Europe/Lisbon"),
        ("+41791234567", "", "Europe/Zurich"),
        ("12345", "", None),
    ],
)
def test_a_number_hints_at_language_and_zone(number: str, language: str, zone: str | None) -> None:
    assert numbers.language(number) == language
    assert zone in numbers.zones(number) if zone else numbers.zones(number) == ()


# The fake by itself


def test_the_fake_can_be_told_from_another_thread() -> None:
    twilio = Twilio()
    with server.threaded(twilio.app) as url:
        server.tell(url, "behave", answers_stop=True)
        server.tell(url, "says", number=ANA, text="stop")
        assert len(server.tell(url, "hears", number=ANA, count=1)) == 1
        assert [m["body"] for m in server.tell(url, "show", what="messages")] == ["stop"]
        server.tell(url, "clear")
        assert server.tell(url, "texts", number=ANA) == []
