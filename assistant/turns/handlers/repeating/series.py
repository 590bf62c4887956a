"""What follows for a series of meetings: it is agreed on, goes on with its next one, or ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from assistant.programmes import days_off
from assistant.programmes.days_off import Off
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import reminders
from assistant.turns.handlers.repeating import texts
from assistant.turns.talk import Talk
from flows.engine.states import Facts, Option
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
        if not _off(talk, pair, wall):
            yield wall


def _off(talk: Talk, pair: Pair, wall: str) -> Off | None:
    """The days off of their programme in which a time lies."""
    programme = talk.known.programmes.get(pair.programme_id)
    return days_off.on(programme, date.fromisoformat(wall[:10]))


def say_next(talk: Talk, pair: Pair, slot: str) -> None:
    """After a meeting of a series: that the one after it falls in days off, and is left out; or
    that it is at another hour by the clock of this side."""
    one = pair.series.stands
    if one is None or pair.meeting.state != "booked" or not regular(pair):
        return
    before = local(datetime.fromisoformat(slot), one.zone).replace(tzinfo=None)
    since = replace(one, last=before.isoformat(timespec="minutes"))
    first = next(series.after(since, datetime.fromisoformat(slot)), "")
    off = _off(talk, pair, first) if first and first < pair.meeting.starts else None
    if off:
        talk.say(texts.LEFT_OUT, **_named(talk, off, pair, meeting.slot_of(first, one.zone)))
    elif before.isoformat()[10:16] == one.starts[10:] and _shifted(talk, slot, pair.meeting.slot):
        zones = talk.person.zone, pair.other(talk.person.id).zone
        talk.say(texts.SHIFTED, at=meeting.told(pair.meeting.slot, *zones))


def _shifted(talk: Talk, *slots: str) -> bool:
    """Whether two instants are at different hours by the clock of this side."""
    zone = talk.person.zone
    hours = {local(datetime.fromisoformat(one), zone).time() for one in slots}
    return len(hours) > 1


def say_off(talk: Talk, pair: Pair) -> None:
    """That the time that is spoken of lies in days off."""
    wall = pair.meeting.starts
    if off := _off(talk, pair, wall):
        talk.say(texts.IN_DAYS_OFF, **_named(talk, off, pair, pair.meeting.slot))


def _named(talk: Talk, off: Off, pair: Pair, slot: str) -> Facts:
    what = Option("off", days_off.called(off, talk.language), own=True)
    me, other = pair.side(talk.person.id), pair.other(talk.person.id)
    shown = {"off": slot, "at": pair.meeting.slot}
    told = {name: meeting.told(at, me.zone, other.zone) for name, at in shown.items()}
    return {"what": what, "last": off.last.isoformat(), **told}


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
