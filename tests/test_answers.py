"""A provider's answers that no provider gives: too long, endless, nested without end."""

import asyncio
import gzip
import json
import time
from collections.abc import AsyncIterator, Callable

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from assistant.channels import Channel, Outbound, SendError, Unknown
from assistant.channels.answers import LONGEST
from assistant.channels.sms.adapter import Sms
from assistant.channels.telegram.adapter import Telegram
from tests.fakes.server import serving

MESSAGE = Outbound(7, "+12125550100", "hello")
CHANNELS: dict[str, Callable[[str], Channel]] = {
    "telegram": lambda url: Telegram("1:a", url),
    "sms": lambda url: Sms("AC1", "token", "+15550009999", api_url=url),
}
GZIP = {"Content-Encoding": "gzip"}
BRACKETS = b"[" * 5_000_000
ANSWERS = {
    "brackets": lambda: Response(BRACKETS),
    "few brackets": lambda: Response(BRACKETS[: LONGEST - 1]),
    "closed brackets": lambda: Response(b"[" * 100_000 + b"]" * 100_000),
    "nested objects": lambda: Response(b'{"ok":true,"result":' + b'{"a":' * 20_000 + b"1"),
    "compressed brackets": lambda: Response(gzip.compress(BRACKETS), headers=GZIP),
    "long words": lambda: Response(json.dumps({"ok": True, "result": "a" * LONGEST})),
    "without end": lambda: StreamingResponse(_endless()),
}


async def _endless() -> AsyncIterator[bytes]:
    while True:
        await asyncio.sleep(0)  # nobody may be reading any more
        yield b" " * 65_536


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("name", CHANNELS)
@pytest.mark.parametrize("status", [200, 400])
async def test_an_answer_without_end_is_not_read_to_its_end(
    name: str, answer: str, status: int
) -> None:
    async def answers(_request: Request) -> Response:
        response = ANSWERS[answer]()
        response.status_code = status
        return response

    app = Starlette(routes=[Route("/{path:path}", answers, methods=["POST", "GET"])])
    async with serving(app) as url:
        channel = CHANNELS[name](url)
        began = time.process_time()
        expected = Unknown if status == 200 else SendError  # as the status says
        with pytest.raises(expected):
            async with asyncio.timeout(60):
                await channel.send(MESSAGE)
        await channel.close()
        assert time.process_time() - began < 10  # it took nine minutes
