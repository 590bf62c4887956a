"""What is missing or wrong before going live: one line for each thing, with what to do."""

import asyncio
from collections.abc import Iterator, Sequence

from assistant.ops.config import Settings
from assistant.readiness import here, sms, telegram, web
from assistant.readiness.findings import Finding, State
from assistant.readiness.peers import Peers


def look(settings: Settings) -> list[Finding]:
    """Everything that can be looked at from here; nothing is changed, and no secret is told."""
    return [*here.look(settings), *asyncio.run(_look_around(settings))]


async def _look_around(settings: Settings) -> list[Finding]:
    async with Peers() as peers:
        found = await asyncio.gather(
            web.look(settings, peers),
            telegram.look(settings, peers),
            sms.look(settings, peers),
        )
        return [*(one for each in found for one in each), *web.clock(peers), *_way(settings)]


def _way(settings: Settings) -> Iterator[Finding]:
    if not (settings.telegram or settings.sms):
        yield Finding.missing(
            "channel", "set TELEGRAM_BOT_TOKEN or TWILIO_ACCOUNT_SID: so far only the phones answer"
        )


def lines(found: Sequence[Finding]) -> list[str]:
    """As they are printed."""
    return [f"{one.state:<8} {one.about:<12} {one.words}" for one in found]


def ready(found: Sequence[Finding]) -> bool:
    return all(one.state is State.OK for one in found)
