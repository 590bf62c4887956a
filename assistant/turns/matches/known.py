"""What flows may know of the people somebody was brought together with, and of their times."""

from collections.abc import Collection, Iterable
from datetime import datetime

from assistant.programmes import relaying
from assistant.rendering import dates
from assistant.schedule.quiet_hours import local
from assistant.turns.agreements import known as agreements
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Known
from assistant.turns.facts import here, rests_until
from assistant.turns.matches import rhythm
from assistant.turns.outbound import reader_of
from flows import reading
from flows.engine.states import Facts, Need
from flows.lifecycles import meeting
from flows.lifecycles.offer import Stage
from flows.mentoring.times import slots
from flows.mentoring.times.slots import Free
from flows.reading import Unclear
from storage.mentoring.matches import Side

KNOWN = 6  # times at which both are free, of which some may be refused


def of_pairs(
    known: Known, theirs: Iterable[Pair], language: str, needs: Collection[Need]
) -> list[Facts]:
    """The people somebody was brought together with; with times at which both are free, and what
    they agree on, where that is needed."""
    found = [
        (pair, _pair(known, pair, language, "slots" in needs)) for pair in theirs if not pair.closed
    ]
    if "agreement" in needs:
        return [{**facts, "agreement": agreements.facts(known, pair)} for pair, facts in found]
    return [facts for _, facts in found]


def _pair(known: Known, pair: Pair, language: str, with_slots: bool) -> Facts:
    me, other, spoken = known.person.id, pair.other(known.person.id), pair.meeting
    mine, theirs = pair.free if pair.mentor.id == me else reversed(pair.free)
    return {
        "id": pair.id,
        "other": other.name or "?",
        "meeting": spoken.state,
        "mine": spoken.by == pair.role(me),
        "slot": spoken.slot,
        "here": here(spoken.slot, known.person.zone),
        "zone": known.person.zone,
        "other_zone": other.zone,
        "last": here(max(pair.over, default=""), known.person.zone),
        "free": _windows(mine, known.person.language) if with_slots else [],
        "other_free": _windows(theirs, other.language) if with_slots else [],
        "place": spoken.place,
        "last_place": pair.last_place,
        "rests_until": rests_until(other, known.now),
        "muted": pair.role(me) in pair.quiet,
        "hushed": bool(pair.quiet - {pair.role(me)}),
        "last_day": pair.last_day,
        "texts": not pair.quiet and relaying.of(known.programmes.get(pair.programme_id)).on,
        "trial": pair.stage is Stage.TRIAL,
        "every": pair.series.stands.every if pair.series.stands else "",
        "asked_every": pair.series.asked.every if pair.series.asked else "",
        "slots": _slots(known, pair, language) if with_slots else [],
    }


def _windows(free: str, language: str) -> list[list[object]]:
    """When somebody is usually free, as far as it can be read: weekday, from, until."""
    try:
        windows = reading.availability(free, language)
    except Unclear:
        return []
    return [[one.weekday, f"{one.start:%H:%M}", f"{one.end:%H:%M}"] for one in windows]


def _slots(known: Known, pair: Pair, language: str) -> list[list[str]]:
    """The next times at which both are free: wall times of this person, and how they read."""
    # The facts of a run are looked up several times in one turn.
    found = known.shared.slots.get(pair.id)
    if found is None:
        found = known.shared.slots[pair.id] = shared_slots(pair, rhythm.begins(pair, known.now))
    starts = [local(at, known.person.zone).replace(tzinfo=None) for at in found]
    mine, other = known.person.zone, pair.other(known.person.id).zone
    texts = [at.isoformat(timespec="minutes") for at in starts]
    country = reader_of(known, language).country
    return [
        [text, dates.said(meeting.told(text, mine, other), "when", language, mine, country)]
        for text in texts
    ]


def shared_slots(pair: Pair, now: datetime) -> list[datetime]:
    """The next instants at which two people are both free, by what they said of when they can.

    Each in an own zone and language; none where one of the two cannot be read.
    """
    sides = pair.mentor, pair.mentee
    try:
        first, second = (_free(words, side) for words, side in zip(pair.free, sides, strict=True))
    except Unclear:
        return []
    refused = [slots.around(one) for one in pair.refused]
    return slots.shared(first, second, now, refused, KNOWN)


def _free(words: str, side: Side) -> Free:
    """When somebody is usually free; raises Unclear."""
    return Free(tuple(reading.availability(words, side.language)), side.zone)
