"""What follows for a series of meetings: it is agreed on, goes on with its next one, or ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import reminders
from assistant.turns.talk import Talk
from flows.events import SlotProposed
from flows.lifecycles import meeting, series
from flows.lifecycles.meeting import Meeting
from flows.lifecycles.series import NONE, Series


def asked(pair: Pair, event: SlotProposed, offered: Meeting) -> Pair:
    """The time that is proposed is the first of a series, if they said so."""
    if not event.every or pair.meeting.state != "proposed":
        return pair
    one = Series(event.every, offered.starts, offered.zone, offered.place, offered.by)
    return replace(pair, series=replace(pair.series, asked=one))


def agreed(pair: Pair, now: datetime, *, once: bool) -> Pair:
    """The time was accepted: with it the series that it begins, or it alone."""
    one = pair.series.asked
    if once or one is None:
        return replace(pair, series=replace(pair.series, asked=None))
    return replace(pair, series=pair.series.agreed(now))


def both_asked(before: Pair, after: Pair, event: SlotProposed, now: datetime) -> Pair:
    """Both proposed the same time: a series only where both meant the same."""
    one = before.series.asked
    if one is None or one.every != event.every:
        return after
    return replace(after, series=before.series.agreed(now))


def ended(pair: Pair) -> Pair:
    return replace(pair, series=NONE)


def go_on(talk: Talk, pair: Pair, rests: datetime | None = None) -> Pair:
    """Where nothing is spoken of, the next meeting of their series is booked: one that lies in
    nobody's rest, and not after their last day. `rests` is one that begins in this very turn."""
    one = pair.series.stands
    if one is None or pair.closed or pair.meeting.state != "none":
        return pair
    wall = next(_possible(talk, pair, one, rests), "")
    if not wall:
        return ended(pair)
    booked = Meeting("booked", one.by, wall, one.zone, one.place)
    pair = replace(pair, meeting=booked, series=pair.series.booked(wall))
    for side in (pair.mentor, pair.mentee):
        reminders.remind(talk, pair, side)
    return pair


def _possible(talk: Talk, pair: Pair, one: Series, rests: datetime | None) -> Iterator[str]:
    found = [side.paused_until for side in (pair.mentor, pair.mentee) if side.paused_until]
    until = max([talk.known.now, *found, *([rests] if rests else [])])
    for wall in series.after(one, until):
        if pair.last_day and wall[:10] > pair.last_day:
            return
        yield wall


def upcoming(pair: Pair) -> str:
    """The meeting of their series after the one that is booked, as an instant; "" for none."""
    one = pair.series.stands
    if one is None:
        return ""
    after = datetime.fromisoformat(pair.meeting.slot or pair.series.at)
    wall = next(series.after(one, after), "")
    return meeting.slot_of(wall, one.zone) if wall else ""


def regular(pair: Pair) -> bool:
    """Whether the meeting that is booked is where its series has it."""
    return pair.series.stands is not None and pair.meeting.slot == pair.series.at


def lapse(talk: Talk, pair: Pair) -> Pair:
    """A time that one proposed instead of a meeting of the series, and that has passed without an
    answer, does not hold it up."""
    slot = pair.meeting.slot
    past = pair.meeting.state == "proposed" and datetime.fromisoformat(slot) <= talk.known.now
    if pair.series.stands is None or not past:
        return pair
    return replace(pair, meeting=meeting.follow(pair.meeting, meeting.Act("pass")), ended="dropped")
