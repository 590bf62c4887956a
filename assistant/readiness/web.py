"""Whether the world can reach the product, and whether its clock is right."""

import asyncio
from collections.abc import Iterator

from assistant.ops.config import Settings
from assistant.readiness.findings import Finding
from assistant.readiness.peers import Peers

CLOCK = 10.0  # seconds


async def look(settings: Settings, peers: Peers) -> list[Finding]:
    """The public address, and each webhook's way of turning strangers away."""
    if not settings.public_url:
        return [Finding.missing("PUBLIC_URL", "the https address of this product; SMS need it")]
    if not settings.public_url.startswith("https://"):
        return [Finding.wrong("PUBLIC_URL", "must begin with https://: people's words pass there")]
    doors = [("Telegram", "/channels/telegram")] if settings.telegram else []
    doors += [("SMS", "/channels/sms")] if settings.sms else []
    found = [_health(settings, peers), *(_door(settings, peers, *door) for door in doors)]
    return list(await asyncio.gather(*found))


async def _health(settings: Settings, peers: Peers) -> Finding:
    reply = await peers.ask("GET", f"{settings.public_url}/health")
    if not reply.status:
        return Finding.wrong(
            "PUBLIC_URL", f"{reply.why}: is the product running, does the name lead to it?"
        )
    if not isinstance(reply.body, dict) or "ok" not in reply.body:
        return Finding.wrong("PUBLIC_URL", f"somebody else answers there ({reply.status})")
    if not reply.body["ok"]:
        return Finding.wrong("health", "the product runs and is not well: see /health")
    return Finding.ok("PUBLIC_URL", "the product answers there, and is well")


async def _door(settings: Settings, peers: Peers, name: str, path: str) -> Finding:
    reply = await peers.ask("POST", f"{settings.public_url}{path}")
    about = f"webhook {name}"
    if not reply.status:
        return Finding.wrong(about, f"{reply.why}: {settings.public_url}{path}")
    if reply.status != 403:
        return Finding.wrong(
            about, f"answers {reply.status} to a stranger, not 403: is it the product?"
        )
    return Finding.ok(about, "can be reached, and turns strangers away")


def clock(peers: Peers) -> Iterator[Finding]:
    """Our clock beside those of the providers."""
    if not peers.ahead:
        return
    ahead = sorted(peers.ahead)[len(peers.ahead) // 2]
    if abs(ahead) > CLOCK:
        way = "ahead" if ahead > 0 else "behind"
        yield Finding.wrong("clock", f"{abs(ahead):.0f} s {way} of the provider's: set it by NTP")
    else:
        yield Finding.ok("clock", "agrees with the provider's")
