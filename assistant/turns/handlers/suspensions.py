"""Matches are frozen, go on, or are ended: both sides are told, and nothing else reaches them."""

from collections.abc import Callable, Mapping, Sequence

from assistant.internal_events.of_match import Acted, GoesOn, OnHold, Parted
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.endings import times
from assistant.turns.handlers import holds, meetings, offers, reminders
from assistant.turns.handlers.repeating import series
from assistant.turns.run_stack import OF_PAIRS
from assistant.turns.talk import Talk
from flows.lifecycles import match
from flows.lifecycles.match import MatchState
from storage.mentoring.matches import Side

# As which a match stands once it is done, by whoever.
DONE: Mapping[str, frozenset[MatchState]] = {
    "freeze": frozenset({MatchState.SUSPENDED}),
    "lift": frozenset({MatchState.ACTIVE}),
    "end": frozenset({MatchState.CLOSED}),
    "withdraw": frozenset({MatchState.CLOSED}),
}


def freeze_for(talk: Talk, pair: Pair) -> None:
    """Who takes this turn has told something that is about the other side, or can only mean them:
    the match is frozen now, and the other side hears of a pause and of no reason."""
    _freeze(talk, pair, [pair.other(talk.person.id)])


def apply(talk: Talk, event: Acted) -> None:
    """What a coordinator does to a match. Both sides are given it: the first to take a turn does
    it, so that it waits for neither."""
    pair = talk.pairs.get(event.match) or talk.offered.get(event.match)
    if event.step == "quiet" or event.step == "loud":
        return None  # nothing of the match itself
    if pair is None:
        return None
    if not match.may(pair.state, event.step) or _parted(talk, pair, event):
        return _too_late(talk, pair, event)
    match event.step:
        case "freeze":
            return _freeze(talk, pair, (pair.mentor, pair.mentee))
        case "lift":
            return _lift(talk, pair)
        case "end":
            return _end(talk, pair, safety=event.safety)
        case "withdraw":
            return offers.take_back(talk, pair)


def _parted(talk: Talk, pair: Pair, event: Acted) -> bool:
    """Whether they would go on though one has gone, or has just said what needs a person."""
    if event.step != "lift":
        return False
    if pair.id not in talk.known.rare.parted:
        raise Lacking("parted", person=pair.id)
    return talk.known.rare.parted[pair.id]


def _too_late(talk: Talk, pair: Pair, event: Acted) -> None:
    """A coordinator hears that nothing came of it, unless the other side's turn has done it."""
    once = pair.role(talk.person.id) == "mentor"
    if once and pair.state not in DONE.get(event.step, ()):
        talk.hand_over("late", "", pair.id)


def ask_for_another(talk: Talk, pair: Pair) -> None:
    """Somebody on hold would like somebody else: the coordinator hears it, though nothing of the
    match goes on."""
    talk.hand_over("switch", talk.text, pair.id)
    holds.say(talk, pair, system_messages.ON_HOLD_TOLD)


def _freeze(talk: Talk, pair: Pair, told: Sequence[Side]) -> None:
    if not match.may(pair.state, "freeze"):
        return
    kept = meetings.drop(talk, pair) if pair.meeting.state == "proposed" else pair
    talk.put(series.ended(kept).after("freeze"))
    talk.close_about(pair.id, OF_PAIRS)
    close_goodbye(talk, pair.id)
    talk.outcome.taken_back += (pair.id,)
    for side in told:
        _tell(talk, pair, side, OnHold)


def _lift(talk: Talk, pair: Pair) -> None:
    """A meeting that is still to come is kept; check-ins have kept their days."""
    after = meetings.drop(talk, pair) if meetings.past(pair, talk.known.now) else pair
    after = after.after("lift")
    talk.put(after)
    times.resume(talk, after)
    talk.outcome.taken_back += (pair.id,)
    for side in (after.mentor, after.mentee):
        if after.meeting.state == "booked":
            reminders.remind(talk, after, side)
        _tell(talk, after, side, GoesOn)


def _end(talk: Talk, pair: Pair, *, safety: bool) -> None:
    talk.put(meetings.drop(talk, pair).after("end"))
    talk.close_about(pair.id, OF_PAIRS)
    talk.outcome.taken_back += (pair.id,)
    for side in (pair.mentor, pair.mentee):
        other, role = pair.other(side.id), pair.role(side.id)
        event = Parted(
            pair.id, other.name or "?", pair.programme_id, role, None if safety else other.id
        )
        talk.tell(side.id, side.zone, event, talk.known.now)


def _tell(talk: Talk, pair: Pair, side: Side, what: Callable[[int, str], OnHold | GoesOn]) -> None:
    # At any time: it is their turn that waits for the morning with what it says.
    talk.tell(side.id, side.zone, what(pair.id, pair.other(side.id).name or "?"), talk.known.now)


def close_goodbye(talk: Talk, match: int) -> None:
    """Nobody is asked for last words to somebody of whom nothing is to reach them."""
    for run in talk.stack.runs:
        if run.flow.name == "goodbye" and run.standing.answers.get("ended") == match:
            run.close()


def on_hold(talk: Talk) -> Pair | None:
    """The match that is on hold, of whoever has no other."""
    standing = [pair for pair in talk.pairs.values() if pair.state in match.STANDING]
    held = [pair for pair in standing if pair.state is MatchState.SUSPENDED]
    return held[0] if held and held == standing else None
