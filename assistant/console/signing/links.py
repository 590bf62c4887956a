"""Links that sign in: made for an account, good once and for a quarter of an hour."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels.sms import segments
from assistant.rendering.prompts import Reader, speak
from flows.engine.states import Prompt
from flows.engine.text import _
from storage import messages
from storage.console import accounts, signing
from storage.console.accounts import Coordinator
from storage.outbox.waiting import OutboundMessage
from storage.safeguarding import on_call
from storage.safeguarding.on_call import Way
from storage.sealing.sealed import find_by
from storage.tables import Priority

GOOD_FOR = timedelta(minutes=15)
MOST, WITHIN = 3, timedelta(minutes=15)  # links that one account is sent

# NOTE: To who runs a programme, when they want to sign in on the web: "the console" are its pages.
LINK = _("Your link to the console, good for 15 minutes: {link:relayed}")


def make(db: Connection, account: int, now: datetime) -> str:
    """The path of a new link; only its digest is kept."""
    token = secrets.token_urlsafe(32)
    signing.add_link(db, account, digest(token), now, now + GOOD_FOR)
    return f"/console/enter/{token}"


def digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


class Moment(NamedTuple):
    """Now: in the product, whose time may run ahead, and on the wall, by which links run out."""

    now: datetime
    wall: datetime


def send(db: Connection, typed: str, base: str, at: Moment) -> int:
    """A link to each coordinator of that number or name, at their own phone; how many texts."""
    may = {one.person_id: one for one in accounts.coordinators(db)}
    named = [person for person, one in may.items() if _is_called(one, typed)]
    ways = on_call.ways(db, named, _digests(typed))
    theirs = sorted(may.keys() & ways.keys())
    return sum(_send(db, person, ways[person], base, at) for person in theirs)


def _send(db: Connection, person: int, ways: Sequence[Way], base: str, at: Moment) -> int:
    """By the address that they used last, and not again and again."""
    account = accounts.of_person(db, person, at.wall)
    if signing.links_since(db, account, at.wall - WITHIN) >= MOST:
        return 0
    way = ways[-1]
    telegram = way.channel.endswith("telegram")
    reader = Reader(language=way.language, zone=way.zone, country=way.origin, buttons=telegram)
    link = base + make(db, account, at.wall)
    said = speak([Prompt(LINK, {"link": link})], reader)
    messages.queue(db, [_message(way, one.text, at.now) for one in said])
    return len(said)


def _message(way: Way, text: str, now: datetime) -> OutboundMessage:
    return OutboundMessage(
        person_id=way.person_id,
        address_id=way.address_id,
        sender=way.sender,
        kind="link",
        text=text,
        priority=Priority.REPLY,
        due_at=now,
        turn_at=now,
        created_at=now,
        segments=0 if way.channel.endswith("telegram") else segments.count(text),
        send_before=now + GOOD_FOR,
    )


def _is_called(one: Coordinator, typed: str) -> bool:
    return bool(one.name) and _plain(one.name or "") == _plain(typed)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _digests(typed: str) -> list[bytes]:
    """Under which a number would be found, on a real phone and on a simulated one."""
    number = "+" + "".join(filter(str.isdigit, typed))
    if len(number) < 8 or any(char.isalpha() for char in typed):
        return []
    return [find_by(channel, number) for channel in ("sms", "simulated_sms")]
