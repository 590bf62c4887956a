"""What follows when one side proposes, accepts or moves a meeting, or time passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from flows import lifecycles, pairs
from flows.events import FeedbackGiven, MeetingMoved, SlotAccepted, SlotProposed
from flows.lifecycles import Act, Meeting, Stale
from storage.mentoring.feedback import Given
from storage.mentoring.matches import Side

if TYPE_CHECKING:
    from assistant.turns.conversation import Conversation
    from assistant.turns.run_stack import Open

LASTS = timedelta(minutes=90)  # then both are asked how it was
REMINDED_AT = time(9)  # the day before, or later that day at the hour they usually answer
LATE_REMINDER = timedelta(hours=3)  # before a meeting that was booked on the day itself
EVENING_REMINDER = time(18)  # before a meeting in the early morning
AN_HOUR = timedelta(hours=1)
NOTICE = timedelta(hours=2)  # of a meeting in the early morning, even outside the hours of a day
NEEDED_BEFORE = ("moved", "booked")
ANSWERED_BY = time(18)  # the evening by which whoever proposed a time hears
FAR_APART = 2  # of five: worth a look


def propose(talk: Conversation, run: Open, event: SlotProposed) -> None:
    """A time is proposed; the same as the other's own proposal books it."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return gone(talk, pair)
    side, me = pair.role(talk.person.id), pair.side(talk.person.id)
    offered = Meeting("proposed", side, event.slot, me.zone, event.place)
    if datetime.fromisoformat(offered.slot) <= talk.known.now:
        talk.say(system_messages.PAST)
        return again(talk, run, pair, "move")
    try:
        after = lifecycles.follow(pair.meeting, Act("propose", side, offered))
    except Stale:
        return stands(talk, run, pair)
    talk.put(replace(pair, meeting=after, ended="countered"))
    if after.state == "booked":
        return _booked(talk, talk.pairs[pair.id])
    tell(talk, talk.pairs[pair.id], "proposed")
    _await_answer(talk, talk.pairs[pair.id])
    return talk.say(system_messages.ASKING, **values(pair, talk.person.id, after))


def accept(talk: Conversation, run: Open, event: SlotAccepted) -> None:
    """The very time the other proposed is accepted; what was changed meanwhile is shown instead."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return gone(talk, pair)
    meant = Meeting(starts=event.slot[:16], zone="UTC")
    try:
        after = lifecycles.follow(pair.meeting, Act("accept", pair.role(talk.person.id), meant))
    except Stale:
        return stands(talk, run, pair)
    if datetime.fromisoformat(after.slot) <= talk.known.now:
        talk.say(system_messages.PAST)
        return again(talk, run, pair, "move")
    talk.put(replace(pair, meeting=after))
    return _booked(talk, talk.pairs[pair.id])


def move(talk: Conversation, run: Open, event: MeetingMoved) -> None:
    """They cannot make it: the time is free again, and the other side hears at once."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return gone(talk, pair)
    if pair.meeting.slot != event.slot:
        return None  # moved already, by either
    try:
        after = lifecycles.follow(pair.meeting, Act("move", pair.role(talk.person.id)))
    except Stale:
        return None
    talk.put(replace(pair, meeting=after, ended="moved"))
    return tell(talk, pair, "moved")


def drop(talk: Conversation, pair: Pair) -> Pair:
    """The meeting that is spoken of is off."""
    try:
        after = lifecycles.follow(pair.meeting, Act("drop", pair.role(talk.person.id)))
    except Stale:
        return pair
    return replace(pair, meeting=after, ended="dropped")


def over(pair: Pair) -> Pair:
    """The time of the meeting has come and gone."""
    after = lifecycles.follow(pair.meeting, Act("pass"))
    return replace(pair, meeting=after, ended="over", over=pair.over | {pair.meeting.slot})


def stands(talk: Conversation, run: Open, pair: Pair) -> None:
    """Things have changed since they were asked: how they stand, and what is open in it."""
    if pair.meeting.state == "booked":
        return talk.say(system_messages.BOOKED, **values(pair, talk.person.id))
    mine = pair.meeting.by == pair.role(talk.person.id)
    if pair.meeting.state == "proposed" and mine:
        return talk.say(system_messages.ASKING, **values(pair, talk.person.id))
    talk.say(
        system_messages.CHANGED if pair.meeting.state == "proposed" else system_messages.NOT_OPEN,
        **values(pair, talk.person.id),
    )
    return again(talk, run, pair)


def again(talk: Conversation, run: Open, pair: Pair, wish: str = "") -> None:
    """Speak of the meeting as it stands now, in the place of what spoke of it before."""
    given: dict[str, Any] = {"match": pair.id} | ({"wish": wish} if wish else {})
    talk.open("meeting", pair.programme_id, pair.role(talk.person.id), run.depth, given)


def gone(talk: Conversation, pair: Pair | None) -> None:
    """The other has left, which is told at once now, and not to be taken back any more."""
    if pair is None:
        return talk.say(system_messages.NOBODY)
    if pair.closed == "left":
        talk.put(replace(pair, closed="told"))
        talk.outcome.untimed.append(gone_cause(pair.other(talk.person.id).id, pair))
    return say_gone(talk, pair)


def gone_cause(person: int, pair: Pair) -> str:
    """What it is told by, later, that somebody has left."""
    return f"gone:{person}:{pair.id}"


def say_gone(talk: Conversation, pair: Pair) -> None:
    talk.say(system_messages.GONE, **values(pair, talk.person.id))


def give(talk: Conversation, run: Open, event: FeedbackGiven) -> None:
    """Keep what was said; what differs is worth a look for the coordinator."""
    pair = talk.pairs.get(event.match)
    if pair is None:
        return
    mine = Given(pair.id, talk.person.id, event.about, event.rating, event.answers)
    others = [
        one for one in pair.feedback if one.about != mine.about or one.person_id != mine.person_id
    ]
    talk.put(replace(pair, feedback=(*others, mine)))
    row = mine._asdict() | {"created_at": talk.known.now, "answers": dict(event.answers)}
    talk.outcome.feedback.append(row)
    _look(talk, pair, mine, others)


def _look(talk: Conversation, pair: Pair, mine: Given, others: list[Given]) -> None:
    said = mine.answers
    note = str(said.get("how_note") or said.get("useful_note") or said.get("word") or "")
    if said.get("safe") in ("no", "tell"):
        talk.hand_over("worry", note, pair.id)
    if said.get("need"):
        talk.hand_over("need", str(said["need"]), pair.id)
    if said.get("call") == "yes":
        talk.hand_over("call", note, pair.id)
    elif mine.rating is not None and mine.rating < FAR_APART + 1 and "safe" not in said:
        talk.hand_over("low", note, pair.id)
    for one in others:
        if differ(mine, one):
            kind = "fall" if one.person_id == mine.person_id else "difference"
            talk.hand_over(kind, _both(mine, one), pair.id)
            break


def differ(one: Given, other: Given) -> bool:
    """Whether two answers are worth a look: on the same thing, or a fall since the last."""
    if one.person_id == other.person_id:
        same_kind = one.about.split(":")[0] == other.about.split(":")[0]
        return same_kind and (other.rating or 0) - (one.rating or 5) >= FAR_APART
    if one.about != other.about:
        return False
    met = {one.answers.get("met"), other.answers.get("met")}
    apart = abs((one.rating or 0) - (other.rating or 0)) >= FAR_APART
    return ("no" in met and len(met - {None}) > 1) or (bool(one.rating and other.rating) and apart)


def _both(one: Given, other: Given) -> str:
    import json

    def short(given: Given) -> str:
        return str(given.rating or given.answers.get("met") or "?")

    return json.dumps({"first": short(one), "second": short(other)})


def tell(talk: Conversation, pair: Pair, what: str, **more: Any) -> None:
    """The other side hears of it: at once, or when their hours begin."""
    other, slot, now = pair.other(talk.person.id), pair.meeting.slot, talk.known.now
    near = what in NEEDED_BEFORE and soon(slot, other.zone, now)
    mine = pair.side(talk.person.id).name or "?"
    news = {"kind": "meeting", "match": pair.id, "what": what, "name": mine, **more}
    at = max(now, datetime.fromisoformat(slot) - NOTICE) if near else None
    talk.tell(other.id, other.zone, news | {"slot": slot}, at)


def soon(slot: str, zone: str, now: datetime) -> bool:
    """Whether a meeting would be over, or nearly so, before somebody's hours begin."""
    return bool(slot) and quiet_hours.within(now, zone) > datetime.fromisoformat(slot) - NOTICE


def past(pair: Pair, now: datetime) -> bool:
    """Whether the time that is spoken of has come and gone."""
    return bool(pair.meeting.slot) and datetime.fromisoformat(pair.meeting.slot) <= now


def _booked(talk: Conversation, pair: Pair) -> None:
    tell(talk, pair, "booked")
    for side in (pair.mentor, pair.mentee):
        _remind(talk, pair, side)
    talk.say(system_messages.BOOKED, **values(pair, talk.person.id))


def _remind(talk: Conversation, pair: Pair, side: Side) -> None:
    """The reminder and the question afterwards, for one side; both look again when they come."""
    starts = datetime.fromisoformat(pair.meeting.slot)
    about = {"match": pair.id, "slot": pair.meeting.slot}
    if at := reminder_at(starts, side.zone, talk.known.now):
        news = {"kind": "reminder", **about}
        usual = local(at, side.zone).date() < local(starts, side.zone).date()
        talk.time(side.id, f"reminder:{pair.id}:{pair.meeting.slot}", at, news | {"usual": usual})
    after = quiet_hours.within(starts + LASTS, side.zone)
    talk.time(side.id, f"after:{pair.id}:{pair.meeting.slot}", after, {"kind": "after", **about})


def reminder_at(starts: datetime, zone: str, now: datetime) -> datetime | None:
    """The day before at nine; for a meeting booked later than that, some hours before it within
    the hours of a day, or on the evening before, or not at all when it is too near."""
    there = local(starts, zone)
    day = there.date() - timedelta(days=1)
    before = datetime.combine(day, REMINDED_AT, there.tzinfo).astimezone(UTC)
    if before > now:
        return before
    late = quiet_hours.within(starts - LATE_REMINDER, zone)
    if late > starts - AN_HOUR:  # it would have to be in the night
        late = datetime.combine(day, EVENING_REMINDER, there.tzinfo).astimezone(UTC)
    return late if late > now + AN_HOUR else None


def _await_answer(talk: Conversation, pair: Pair) -> None:
    """They were told by when they hear: tomorrow evening they do, whatever has come of it."""
    there = local(talk.known.now, talk.person.zone)
    day = there.date() + timedelta(days=1)
    at = datetime.combine(day, ANSWERED_BY, there.tzinfo).astimezone(UTC)
    news = {"kind": "unanswered", "match": pair.id, "slot": pair.meeting.slot, "count": 1}
    talk.time(talk.person.id, f"unanswered:{pair.id}:{pair.meeting.slot}:1", at, news)


def values(pair: Pair, person: int, meeting: Meeting | None = None) -> dict[str, Any]:
    """What texts about a meeting show one of the two."""
    meeting = meeting or pair.meeting
    return {
        "other": pair.other(person).name or "?",
        "at": meeting.slot,
        "place": pairs.placed(meeting.place, {}),
        "reason": pair.reason,
    }
