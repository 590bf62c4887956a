"""What follows when one side proposes, accepts or moves a meeting, or time passes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from assistant.internal_events.of_other_side import Booked, FromOtherSide, Moved, Proposed
from assistant.schedule import quiet_hours
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.handlers import holds, reminders
from assistant.turns.handlers.repeating import series
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.values import Facts
from flows.events import SlotAccepted, SlotProposed
from flows.lifecycles import match, meeting
from flows.lifecycles.meeting import Act, Meeting, Stale
from flows.mentoring import pairs, places
from flows.mentoring.times import repeated_times

NOTICE = timedelta(hours=2)  # of a meeting in the early morning, even outside the hours of a day
NEEDED_BEFORE = (Moved, Booked)


def propose(talk: Talk, run: Open, event: SlotProposed) -> None:
    """A time is proposed; the same as the other's own proposal books it."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return gone(talk, pair)
    side, me = pair.role(talk.person.id), pair.side(talk.person.id)
    offered = Meeting("proposed", side, event.slot, me.zone, _place(talk, event.place))
    if datetime.fromisoformat(offered.slot) <= talk.known.now:
        talk.say(system_messages.PAST)
        return again(talk, run, pair, "move")
    try:
        after = meeting.follow(pair.meeting, Act(_trigger(pair, event, offered), side, offered))
    except Stale:
        return stands(talk, run, pair)
    refused = (meeting.refused_of(one, me.zone) for one in event.refused)
    arranged = pair.arranged(after, "countered", refused)
    if after.state == "booked":
        talk.put(series.both_asked(pair, arranged, event, talk.known.now))
        return _booked(talk, talk.pairs[pair.id])
    talk.put(series.asked(arranged, event, offered))
    second = meeting.slot_of(event.second, me.zone) if event.second else None
    tell(talk, talk.pairs[pair.id], partial(Proposed, second=second))
    reminders.await_answer(talk, talk.pairs[pair.id])
    series.say_off(talk, talk.pairs[pair.id])
    return talk.say(system_messages.ASKING, **values(pair, talk.person.id, after))


def _trigger(pair: Pair, event: SlotProposed, offered: Meeting) -> str:
    """What is booked may be meant to be elsewhere, or to be the first of a series."""
    same = pair.meeting.state == "booked" and pair.meeting.slot == offered.slot
    if event.every and same:
        return "extend"
    return "relocate" if event.elsewhere else "propose"


def _place(talk: Talk, place: str) -> str:
    """The place, with the number that they text from where that is meant."""
    if place != places.OWN_NUMBER:
        return place
    if talk.known.number is None:
        raise Lacking("number")
    return f"Tel. {talk.known.number}"


def accept(talk: Talk, run: Open, event: SlotAccepted) -> None:
    """The very time the other proposed is accepted; what was changed meanwhile is shown instead."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return gone(talk, pair)
    meant = Meeting(starts=event.slot[:16], zone="UTC")
    try:
        after = meeting.follow(pair.meeting, Act("accept", pair.role(talk.person.id), meant))
    except Stale:
        return stands(talk, run, pair)
    if datetime.fromisoformat(after.slot) <= talk.known.now:
        talk.say(system_messages.PAST)
        return again(talk, run, pair, "move")
    talk.put(series.agreed(replace(pair, meeting=after), talk.known.now, once=event.once))
    return _booked(talk, talk.pairs[pair.id])


def drop(talk: Talk, pair: Pair) -> Pair:
    """The meeting that is spoken of is off."""
    try:
        after = meeting.follow(pair.meeting, Act("drop", pair.role(talk.person.id)))
    except Stale:
        return pair
    return replace(pair, meeting=after, ended="dropped")


def stands(talk: Talk, run: Open, pair: Pair) -> None:
    """Things have changed since they were asked: how they stand, and what is open in it."""
    if pair.meeting.state == "booked":
        return talk.say(booked(pair), **values(pair, talk.person.id))
    mine = pair.meeting.by == pair.role(talk.person.id)
    if pair.meeting.state == "proposed" and mine:
        return talk.say(system_messages.ASKING, **values(pair, talk.person.id))
    talk.say(
        system_messages.CHANGED if pair.meeting.state == "proposed" else system_messages.NOT_OPEN,
        **values(pair, talk.person.id),
    )
    return again(talk, run, pair)


def again(talk: Talk, run: Open, pair: Pair, wish: str = "") -> None:
    """Speak of the meeting as it stands now, in the place of what spoke of it before."""
    given: Facts = {"match": pair.id} | ({"wish": wish} if wish else {})
    talk.open("meeting", pair.programme_id, pair.role(talk.person.id), run.depth, given)


def gone(talk: Talk, pair: Pair | None) -> None:
    """The other has left, which is told at once now, and not to be taken back any more; or the
    match is on hold."""
    if pair is None:
        return talk.say(system_messages.NOBODY)
    if pair.state is match.MatchState.SUSPENDED:
        return holds.say(talk, pair, system_messages.ON_HOLD)
    if match.may(pair.state, "tell"):
        talk.put(pair.after("tell"))
        talk.outcome.untimed += (gone_cause(pair.other(talk.person.id).id, pair),)
    return say_gone(talk, pair)


def gone_cause(person: int, pair: Pair) -> str:
    """What it is told by, later, that somebody has left."""
    return f"gone:{person}:{pair.id}"


def say_gone(talk: Talk, pair: Pair) -> None:
    talk.say(system_messages.GONE, **values(pair, talk.person.id))


def tell(talk: Talk, pair: Pair, what: Callable[[int, str, str], FromOtherSide]) -> None:
    """The other side hears of it: at once, or when their hours begin."""
    other, slot, now = pair.other(talk.person.id), pair.meeting.slot, talk.known.now
    mine = pair.side(talk.person.id).name or "?"
    news = what(pair.id, mine, slot)
    near = isinstance(news, NEEDED_BEFORE) and soon(slot, other.zone, now)
    at = max(now, datetime.fromisoformat(slot) - NOTICE) if near else None
    talk.tell(other.id, other.zone, news, at)


def soon(slot: str, zone: str, now: datetime) -> bool:
    """Whether a meeting would be over, or nearly so, before somebody's hours begin."""
    return bool(slot) and quiet_hours.within(now, zone) > datetime.fromisoformat(slot) - NOTICE


def past(pair: Pair, now: datetime) -> bool:
    """Whether the time that is spoken of has come and gone."""
    return bool(pair.meeting.slot) and datetime.fromisoformat(pair.meeting.slot) <= now


def _booked(talk: Talk, pair: Pair) -> None:
    tell(talk, pair, Booked)
    for side in (pair.mentor, pair.mentee):
        reminders.remind(talk, pair, side)
    talk.say(booked(pair), **values(pair, talk.person.id))


def booked(pair: Pair) -> str:
    """How it is told that a meeting is booked, and with it perhaps a series."""
    return system_messages.REGULAR if series.regular(pair) else system_messages.BOOKED


def told(pair: Pair, person: int, slot: str) -> str:
    """A time as one of the two is told it."""
    return meeting.told(slot, pair.side(person).zone, pair.other(person).zone)


def values(pair: Pair, person: int, meeting: Meeting | None = None) -> Facts:
    """What texts about a meeting show one of the two."""
    meeting = meeting or pair.meeting
    every = pair.series.stands.every if pair.series.stands else ""
    return {
        "every": repeated_times.shown(every),
        "other": pair.other(person).name or "?",
        "at": told(pair, person, meeting.slot),
        "place": pairs.placed(meeting.place, {}),
        "reason": pair.reason,
    }
