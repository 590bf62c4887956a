"""How two people stand, by what they have done in their match. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from assistant.noticing.looks import Standing, Wait
from flows import reading
from storage.mentoring.feedback import Given
from storage.mentoring.matches import Side
from storage.mentoring.noticing import Spoken, Unanswered
from storage.tables import Json

DAYS = {"week": 7, "fortnight": 14, "three_weeks": 21, "month": 30}  # of an agreement
MEETING = "meeting:"
NEVER = datetime.min.replace(tzinfo=UTC)


class Between(NamedTuple):
    """What the two of a match have done in it, each by their role."""

    opened_at: datetime
    sides: Mapping[str, Side]
    spoken: Sequence[Spoken]
    asked: Sequence[Unanswered]
    wrote: Mapping[int, datetime]  # to the other, last; held or not
    given: Sequence[Given]
    terms: Json

    @property
    def mentee(self) -> Side:
        return self.sides["mentee"]


def standing(found: Between, rested: object, now: datetime) -> Standing:
    """How they stand; nobody waits while one of them rests, which was until `rested`."""
    begin = found.opened_at
    if isinstance(rested, str):
        begin = max(begin, datetime.fromisoformat(rested))
    return Standing(
        begin,
        max((begin, *_talks(found, now))),
        {role: wait for role in found.sides if (wait := _wait(found, role, begin))},
        timedelta(days=DAYS.get(str(found.terms.get("often")), 0)),
        booked=any(one.booked_at for one in found.spoken),
        ahead=any(one.state == "booked" and one.starts_at > now for one in found.spoken),
        texting=found.terms.get("how") == "text",
    )


def _talks(found: Between, now: datetime) -> Iterator[datetime]:
    """When they talked: by text, or at a meeting of which neither said that it came to nothing."""
    if len(found.wrote) > 1:  # both have written
        yield min(found.wrote.values())
    missed = {one.about for one in found.given if one.answers.get("met") == "no"}
    for one in found.spoken:
        about = MEETING + one.starts_at.isoformat(timespec="minutes")
        took_place = one.state in ("over", "booked") and one.starts_at <= now
        if took_place and about not in missed:
            yield one.starts_at


def _wait(found: Between, role: str, begin: datetime) -> Wait | None:
    """Since when this side waits for the other, who has done nothing since."""
    me = found.sides[role]
    last = max(_acts(found, role), default=NEVER)
    texts = [
        one.created_at
        for one in found.asked
        if one.person_id == me.id and one.created_at > last and _asks(one, me)
    ]
    times = [
        one.created_at
        for one in found.spoken
        if one.by == role and one.booked_at is None and one.created_at > last
    ]
    if not texts and not times:
        return None
    return Wait(max(begin, min(texts or times)), bool(texts))


def _acts(found: Between, role: str) -> Iterator[datetime]:
    """What the other side has done."""
    yield from (at for who, at in found.wrote.items() if who != found.sides[role].id)
    for one in found.spoken:
        if one.booked_at:
            yield one.booked_at
        elif one.by != role:
            yield one.created_at


def _asks(one: Unanswered, writer: Side) -> bool:
    """Whether an answer is waited for: thanks and news need none."""
    words = one.text or ""
    return "?" in words or reading.asks(words, writer.language)
