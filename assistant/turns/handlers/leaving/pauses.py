"""What follows when somebody rests, wants less, leaves, or would like somebody else."""

import json
from datetime import UTC, date, datetime, time
from functools import partial
from typing import assert_never

from assistant.internal_events.kinds import PauseOver
from assistant.internal_events.of_other_side import OtherBack, OtherLeft, OtherPaused
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import UNDONE_WITHIN, Pair
from assistant.turns.guardians import children
from assistant.turns.handlers import meetings, offers, profiles
from assistant.turns.handlers.leaving import returns
from assistant.turns.handlers.repeating import series
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import Absence, FewerWanted, Paused, PauseEnded, ProgrammeLeft, SwitchAsked
from flows.lifecycles import match
from flows.lifecycles.match import MatchState
from storage.people.persons import Undo

BACK_AT = time(9)
# What happens a while after something stands still in a rest. What happens at a time that was
# named, such as the reminder of a meeting, does not, and looks itself whether they rest.
STAND_STILL = ("check_in", "silent", "waiting")


def apply(talk: Talk, run: Open, event: Absence) -> None:
    match event:
        case Paused():
            pause(talk, event)
        case PauseEnded():
            end_pause(talk)
        case FewerWanted(fewer):
            talk.outcome.person["fewer"] = fewer
        case ProgrammeLeft(reason):
            leave(talk, run, reason)
        case SwitchAsked(match, reason):
            talk.hand_over("switch", reason, match)
        case _:
            assert_never(event)


def pause(talk: Talk, event: Paused) -> None:
    """Their timers stand still until that day; meetings before it are off, and the other knows."""
    there = local(talk.known.now, talk.person.zone)
    until = datetime.combine(date.fromisoformat(event.until), BACK_AT, there.tzinfo)
    until = until.astimezone(UTC)
    talk.outcome.person |= {"paused_at": talk.known.now, "paused_until": until}
    talk.outcome.shift = until - talk.known.now
    for pair in list(talk.pairs.values()):
        if not pair.closed:
            _rest(talk, pair, event, until)
    offers.withdraw(talk)
    talk.time(talk.person.id, f"back:{talk.person.id}:{until.isoformat()}", until, PauseOver())


def _rest(talk: Talk, pair: Pair, event: Paused, until: datetime) -> None:
    """Without their word a meeting inside the rest is off, and the other hears which."""
    slot, booked = pair.meeting.slot, pair.meeting.state == "booked"
    inside = bool(slot) and talk.known.now < datetime.fromisoformat(slot) < until
    kept = booked and pair.id == event.keeps
    if inside and not kept:
        talk.put(series.go_on(talk, meetings.drop(talk, pair), until))
    if not slot:  # what is being arranged would be asked again in the rest
        talk.close_about(pair.id, ("meeting",))
    stands = ("kept" if kept else "off") if inside and booked else None
    if stands == "off":
        talk.hand_over("pause", json.dumps({"until": event.until, "at": slot}), pair.id)
    meetings.tell(talk, pair, partial(OtherPaused, until=event.until, stands=stands))


def come_back(talk: Talk) -> None:
    """Their time goes on: what was put off by what is left of the rest comes that much sooner."""
    until = talk.person.paused_until
    if until and until > talk.known.now:
        talk.outcome.shift = talk.known.now - until
    talk.outcome.person |= {"paused_at": None, "paused_until": None}


def end_pause(talk: Talk) -> None:
    come_back(talk)
    for pair in talk.pairs.values():
        if not pair.closed:
            meetings.tell(talk, pair, OtherBack)


def leave(talk: Talk, run: Open, reason: str) -> None:
    """They are out at once; that the other side hears of it may be taken back for ten minutes."""
    profiles.enrol(talk, run, "left", {})
    told = talk.known.now + UNDONE_WITHIN
    left = [
        pair
        for pair in talk.pairs.values()
        if pair.programme_id == run.programme_id and not pair.closed
    ]
    for pair in left:
        talk.put(meetings.drop(talk, pair).after("leave"))
        _tell_later(talk, pair, told)
    for open_ in talk.stack.runs:  # nothing of this programme is asked any more
        if open_ is not run and open_.programme_id == run.programme_id:
            open_.close()
    offers.withdraw(talk, run.programme_id)
    children.tell_gone(talk)
    talk.hand_over("left", reason)
    talk.outcome.person["undo"] = {
        "until": told.isoformat(),
        "left": run.programme_id,
        "role": run.role,
        "matches": [pair.id for pair in left],
    }


def _tell_later(talk: Talk, pair: Pair, told: datetime) -> None:
    """The other side hears that they have gone, when that cannot have been a slip any more."""
    other, mine = pair.other(talk.person.id), pair.side(talk.person.id).name or "?"
    at = quiet_hours.within(told, other.zone)
    cause = meetings.gone_cause(talk.person.id, pair)
    talk.tell(other.id, other.zone, OtherLeft(pair.id, mine), at, cause)


def return_(talk: Talk, undo: Undo) -> bool:
    """BACK after leaving: all is as it was, unless the other side has heard or has somebody
    else; whether it is."""
    left = undo.get("matches") or ()
    mine = [pair for pair in talk.pairs.values() if pair.id in left]
    if not all(pair.reopens("take_back") for pair in mine):
        return False
    for pair in mine:
        talk.put(series.go_on(talk, pair.after("take_back")))
        talk.outcome.untimed += (meetings.gone_cause(talk.person.id, pair),)
    children.back(talk)
    profiles.change_enrolment(talk, undo["left"], undo["role"], "ready")
    return True


def stop(talk: Talk) -> None:
    """Who opts out leaves nobody waiting: the other side and the coordinator hear of it."""
    kept = {}
    offers.withdraw(talk)
    for pair in list(talk.pairs.values()):
        if pair.state is MatchState.SUSPENDED:  # nothing of it reaches the other side
            talk.hand_over("stopped_on_hold", "", pair.id)
        if not match.may(pair.state, "stop"):
            continue
        if not pair.closed:
            kept[pair.id] = pair.meeting
            _tell_later(talk, pair, talk.known.now + UNDONE_WITHIN)
        talk.put(meetings.drop(talk, pair).after("stop"))
        talk.hand_over("stopped", "", pair.id)
    returns.remember(talk, kept)
