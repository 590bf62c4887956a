"""What was decided about addresses becomes rows; what waits to be sent goes where they are."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import Kind, undelivered_codes
from assistant.channels.sms import segments
from assistant.outbox import undelivered
from assistant.turns.context import Decided
from assistant.turns.outbound import MOST_SEGMENTS
from assistant.turns.reaching.known import is_number
from assistant.turns.reaching.outcome import Reaching
from storage.outbox import redirected
from storage.outbox.redirected import Kept
from storage.outbox.waiting import OutboundMessage
from storage.people import addresses, claims, merging
from storage.people.addresses import Reached
from storage.people.merging import Merge

FRESH = timedelta(minutes=10)  # how exactly it is known when somebody wrote


def overtaken(db: Connection, decided: Sequence[Decided]) -> Iterator[int]:
    """Whose turn makes two people one of whom the other writes at this very moment, or has become
    somebody else."""
    writing = {one.known.person.id for one in decided if not _merge(one)}
    merged: set[int] = set()
    for one in decided:
        if (found := _merge(one)) is None:
            continue
        newcomer = found.newcomer_id
        stands = claims.newest(db, newcomer)
        open_ = stands is not None and stands.state == claims.OPEN
        same = open_ and stands == one.known.rare.claimed.get(newcomer)
        if newcomer in writing | merged or not same or not merging.free(db, newcomer):
            yield one.known.message.id
        merged.add(newcomer)


def touched(one: Decided) -> Iterator[int]:
    """Who is locked before that is judged."""
    if found := _merge(one):
        yield from (found.person_id, found.newcomer_id)


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> list[OutboundMessage]:
    """Addresses and claims; what waits to be sent is taken back, and comes again behind what this
    turn says."""
    rows: list[OutboundMessage] = []
    for one in decided:
        if reaching := one.outcome.reaching:
            _keep(db, one, reaching, now)
            rows += _again(db, one, reaching, now)
    if heard := sorted(_heard(decided, now)):
        addresses.heard(db, heard, now)
    return rows


def _merge(one: Decided) -> Merge | None:
    return one.outcome.reaching.merge if one.outcome.reaching else None


def _heard(decided: Sequence[Decided], now: datetime) -> Iterator[int]:
    """Addresses from which somebody has written, but for those that may be another's."""
    for one in decided:
        address, reaching = one.known.address, one.outcome.reaching
        if one.known.message.kind in (Kind.INSIDE, Kind.BLOCKED) or address is None:
            continue
        doubted = address.doubted_at
        if doubted and not (reaching and reaching.anew):
            continue
        if address.left_at or (reaching and reaching.left):
            continue
        back = doubted is not None or address.unreachable_at is not None
        if back or address.heard_at is None or address.heard_at < now - FRESH:
            yield address.id


def _keep(db: Connection, one: Decided, reaching: Reaching, now: datetime) -> None:
    address = one.known.address
    if address and reaching.doubted is not None:
        addresses.doubt(db, address.id, now if reaching.doubted else None)
    if reaching.left:
        addresses.leave(db, reaching.left, now)
    if reaching.dropped:
        undelivered.tell(db, redirected.drop(db, one.known.person.id), now)
    if reaching.claim:
        claims.add(db, [reaching.claim])
    if reaching.settled:
        claims.settle(db, *reaching.settled, claims.COORDINATOR, now)
    if reaching.merge:
        redirected.withhold(db, reaching.merge.left)
        merging.merge(db, reaching.merge, now)


def _again(
    db: Connection, one: Decided, reaching: Reaching, now: datetime
) -> Iterator[OutboundMessage]:
    """What waits for them elsewhere, as it goes to where they are. A question that is asked anew
    just now is not put twice; one with buttons is asked when its turn comes."""
    to = one.known.address
    if to is None or not (reaching.anew or reaching.lost):
        return
    found = redirected.take(db, one.known.person.id, now, old=reaching.lost)
    if reaching.failed:
        codes = undelivered_codes.counted()
        found = redirected.failed(db, reaching.failed, now, codes) + found
    for kept in found:
        if kept.asked and kept.asked == one.outcome.asked:
            continue
        if kept.broadcast_id is not None:
            parts = segments.count(kept.text) if is_number(to.channel) else 0
            redirected.readdress(db, kept.id, to.id, to.sender, parts)
            continue
        if not (kept.buttons and is_number(to.channel)):
            yield from _anew(one.known.person.id, to, kept, now)


def _anew(person: int, to: Reached, kept: Kept, now: datetime) -> Iterator[OutboundMessage]:
    sms = is_number(to.channel)
    parts = segments.split(kept.text, MOST_SEGMENTS) if sms else [kept.text]
    for number, part in enumerate(parts, 1):
        last = number == len(parts)
        yield OutboundMessage(
            person,
            to.id,
            to.sender,
            kept.kind,
            part,
            kept.priority,
            now,
            now,
            now,
            segments.count(part) if sms else 0,
            kept.send_before,
            kept.buttons if last else None,
            kept.asked if last else None,
            match_id=kept.match_id,
        )
