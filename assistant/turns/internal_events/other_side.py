"""What the other side of a match did: what still holds of it is told."""

from typing import assert_never

from assistant.internal_events.of_ending import SurveyDue
from assistant.internal_events.of_other_side import (
    Booked,
    FromOtherSide,
    Moved,
    OtherBack,
    OtherComing,
    OtherLate,
    OtherLeft,
    OtherPaused,
    Proposed,
    StillAsking,
    UnderWay,
)
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.endings import times
from assistant.turns.facts import here
from assistant.turns.handlers import meetings, profiles
from assistant.turns.handlers.repeating import series
from assistant.turns.internal_events import timing
from assistant.turns.run_stack import FRESH, OF_PAIRS
from flows.engine.values import Facts
from flows.lifecycles import match
from flows.mentoring import pairs
from flows.mentoring.times import spoken_times

NOBODY = 0  # who has left is written to no more
ECHOED = ("sure", "both", "repeats")  # where a time that was written is to be confirmed


def heard(talk: Conversation, event: FromOtherSide) -> None:
    pair = talk.pairs.get(event.match)
    if isinstance(event, OtherLeft):
        return _gone(talk, pair, event)
    if pair is None or pair.closed:
        return None
    return _in_match(talk, pair, event)


def _in_match(
    talk: Conversation,
    pair: Pair,
    event: Proposed | StillAsking | Booked | Moved | UnderWay | OtherPaused | OtherBack,
) -> None:
    match event:
        case Proposed():
            _proposed(talk, pair, event)
        case StillAsking():
            _asking(talk, pair, event)
        case Booked():
            _agreed(talk, pair, event)
        case Moved():
            _moved(talk, pair, event)
        case OtherLate() | OtherComing():
            _under_way(talk, pair, event)
        case OtherPaused():
            _rests(talk, pair, event)
        case OtherBack():
            talk.say(system_messages.BACK_AGAIN, **meetings.values(pair, talk.person.id))
        case _:
            assert_never(event)


def _proposed(talk: Conversation, pair: Pair, event: Proposed) -> None:
    if _asks(talk, pair, event):
        series.say_off(talk, pair)
        second = here(event.second or "", talk.person.zone)
        speak_of(talk, pair, {"alternative": second} if second else {})


def _asking(talk: Conversation, pair: Pair, event: StillAsking) -> None:
    if _asks(talk, pair, event):
        talk.say(system_messages.STILL_WAITING, **meetings.values(pair, talk.person.id))
        speak_of(talk, pair)


def _agreed(talk: Conversation, pair: Pair, event: Booked) -> None:
    if not _holds(talk, pair, event, "booked"):
        return
    shown, written = meetings.values(pair, talk.person.id), _written(talk, pair)
    if not written:
        return instead(talk, pair.id, meetings.booked(pair), shown)
    talk.close_about(pair.id, ("meeting",))
    talk.say(meetings.booked(pair), **shown)
    return speak_of(talk, pair, {"booked": written})


def _written(talk: Conversation, pair: Pair) -> str:
    """Another time that they have just written, at which the two messages crossed."""
    run = talk.stack.top
    if run is None or run.about != str(pair.id) or run.standing.state not in ECHOED:
        return ""
    answers, facts = run.standing.answers, talk.facts(run)
    slot, now = spoken_times.slot(answers, facts), talk.known.now
    fresh = run.moved_at is None or run.moved_at + FRESH > now
    return slot if fresh and slot != pairs.pair_of(answers, facts)["here"] else ""


def _moved(talk: Conversation, pair: Pair, event: Moved) -> None:
    if event.scope:
        return _of_series(talk, pair, event)
    mine = pair.meeting.by == pair.role(talk.person.id)
    if pair.meeting.state == "booked" or (pair.meeting.state == "proposed" and mine):
        return  # they have found the next time meanwhile
    at = meetings.told(pair, talk.person.id, event.slot)
    shown = {**meetings.values(pair, talk.person.id), "at": at}
    instead(talk, pair.id, system_messages.MOVED, shown)


def _of_series(talk: Conversation, pair: Pair, event: Moved) -> None:
    off = meetings.told(pair, talk.person.id, event.slot)
    shown = {**meetings.values(pair, talk.person.id), "off": off}
    if event.scope == "skip":
        ahead = pair.meeting.state == "booked"
        msgid = system_messages.SKIPPED if ahead else system_messages.CANNOT
        return instead(talk, pair.id, msgid, shown)
    if pair.meeting.state != "none" or pair.series.stands:
        return None  # they have found the next time meanwhile
    over = event.scope == "end"
    msgid = system_messages.SERIES_OFF if over else system_messages.SERIES_MOVED
    return instead(talk, pair.id, msgid, shown)


def _under_way(talk: Conversation, pair: Pair, event: OtherLate | OtherComing) -> None:
    if pair.meeting.state != "booked" or pair.meeting.slot != event.slot:
        return None
    shown = meetings.values(pair, talk.person.id)
    if isinstance(event, OtherComing):
        return talk.say(system_messages.HERE if event.here else system_messages.COMING, **shown)
    if event.minutes:
        return talk.say(system_messages.LATE_BY, minutes=event.minutes, **shown)
    return talk.say(system_messages.LATE, **shown)


def _rests(talk: Conversation, pair: Pair, event: OtherPaused) -> None:
    at = meetings.told(pair, talk.person.id, event.slot)
    shown = {**meetings.values(pair, talk.person.id), "until": event.until, "at": at}
    said = {"off": system_messages.RESTS_OFF, "kept": system_messages.RESTS_KEPT}
    instead(talk, pair.id, said.get(event.stands or "", system_messages.RESTS), shown)


def _gone(talk: Conversation, pair: Pair | None, event: OtherLeft) -> None:
    """The other side has left; the coordinator takes it from here."""
    if pair is not None:  # else it was longer ago than can be taken back
        if not match.may(pair.state, "tell"):
            return None  # they are back, or it has been told
        talk.put(pair.after("tell"))
    if (mine := talk.enrolment()) and mine.state == "left":
        return None  # they have left themselves
    instead(talk, event.match, system_messages.GONE, {"other": event.name}, OF_PAIRS)
    if one := talk.enrolment():
        who = (event.match, event.name, one.programme_id, one.role, NOBODY)
        times.after(talk, SurveyDue(*who, planned=False))
        if all(other.closed for other in talk.pairs.values()):  # they wait again
            profiles.promise(talk, one.programme_id, one.role)
    return None


def _holds(
    talk: Conversation, pair: Pair, event: Proposed | StillAsking | Booked, state: str
) -> bool:
    """Whether that time is still spoken of so, and still to come."""
    same = pair.meeting.state == state and pair.meeting.slot == event.slot
    return same and not meetings.past(pair, talk.known.now)


def _asks(talk: Conversation, pair: Pair, event: Proposed | StillAsking) -> bool:
    """Whether the other side's proposal still stands, and they can be asked about it now."""
    top, mine = talk.stack.top, pair.meeting.by == pair.role(talk.person.id)
    seen = isinstance(event, Proposed) and top and top.standing.answers.get("seen") == event.slot
    stands = not mine and not seen and _holds(talk, pair, event, "proposed")
    return stands and not timing.rests(talk, event) and timing.free(talk, event, pair)


def speak_of(talk: Conversation, pair: Pair, more: Facts | None = None) -> None:
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open("meeting", pair.programme_id, role, depth, {"match": pair.id, **(more or {})})


def instead(
    talk: Conversation,
    match: int,
    msgid: str,
    shown: Facts,
    flows: tuple[str, ...] = ("meeting",),
) -> None:
    """Things have changed: a question about them is over, and the one below is open again."""
    before = talk.stack.top
    talk.close_about(match, flows)
    talk.say(msgid, **shown)
    if talk.stack.top is not before:
        talk.resume()
