"""What is known of somebody's addresses, and of who claims to be whom; read where it is needed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.programmes import noticing
from assistant.turns.context import Known, Lacking
from assistant.turns.talk import Talk
from storage.people import addresses, claims
from storage.people.addresses import Reached
from storage.people.claims import Claimed, Made

DAY = timedelta(days=1)
NEEDS = ("claims", "claimed", "addresses")


def complete(db: Connection, known: Known, kind: str, person: int) -> None:
    rare = known.rare
    if kind == "claims":
        rare.claims[person] = claims.of(db, [person])
        rare.claims_lately.append(claims.since(db, known.now - DAY))
    elif kind == "claimed":
        rare.claimed[person] = claims.newest(db, person)
    else:
        rare.addresses[person] = addresses.of(db, person)


def made(talk: Talk, person: int) -> Sequence[Made]:
    """What somebody has claimed, and what was claimed about them."""
    if person not in talk.known.rare.claims:
        raise Lacking("claims", person=person)
    return talk.known.rare.claims[person]


def claimed(talk: Talk, newcomer: int) -> Claimed | None:
    if newcomer not in talk.known.rare.claimed:
        raise Lacking("claimed", person=newcomer)
    return talk.known.rare.claimed[newcomer]


def own(talk: Talk) -> Sequence[Reached]:
    """Their addresses, as far as they are still theirs."""
    me = talk.person.id
    if me not in talk.known.rare.addresses:
        raise Lacking("addresses", person=me)
    return talk.known.rare.addresses[me]


def silent(talk: Talk) -> bool:
    """Whether nothing has come from their address for so long that it may be somebody else's."""
    address = talk.known.address
    days = noticing.of(talk.known.programmes.get(talk.home()[0] or 0)).phone
    if address is None or not days:
        return False
    before = talk.known.now - timedelta(days=days)
    return _before(address.heard_at, before) and not (address.shared_id and _beside(talk, before))


def _beside(talk: Talk, before: datetime) -> bool:
    """Whether somebody has written lately from the phone that they share."""
    if talk.known.beside is None:
        raise Lacking("beside")
    return any(not _before(one.heard_at, before) for one in talk.known.beside)


def _before(heard: datetime | None, at: datetime) -> bool:
    return heard is not None and heard < at


def is_number(channel: str) -> bool:
    """Whether its addresses are phone numbers."""
    return channel.endswith("sms")
