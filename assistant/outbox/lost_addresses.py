"""Addresses at which nothing arrives any more: whoever has them is reached otherwise, or a
coordinator hears of it."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels import undelivered_codes
from assistant.internal_events import codec
from assistant.internal_events.of_addresses import AddressLost
from storage.inbox import inside
from storage.outbox import redirected
from storage.people import addresses


class Failure(NamedTuple):
    """A text that has failed, as far as it tells of its address."""

    message: int
    person: int
    address: int
    code: str


def heard(db: Connection, one: Failure, now: datetime, *, at_once: bool) -> None:
    """A text has failed: `at_once` its address is no use any more, or by the third in a row."""
    if not at_once and not _often(db, one):
        return
    lost = addresses.unreachable(db, one.address, now)
    event = AddressLost(one.address, undelivered_codes.kind(one.code), again=not lost)
    there = addresses.best(db, [one.person]).get(one.person)
    cause = f"lost:{one.address}:{one.message}"
    row = inside.row(one.person, there.id if there else None, cause, codec.text(event), now)
    inside.tell(db, [row])


def _often(db: Connection, one: Failure) -> bool:
    if not undelivered_codes.of_the_address(one.code):
        return False
    codes = redirected.last_codes(db, one.address)
    in_a_row = [code for code in codes if code and undelivered_codes.of_the_address(code)]
    return len(in_a_row) == redirected.LAST
