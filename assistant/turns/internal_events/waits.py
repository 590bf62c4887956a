"""When nothing has happened for a while: silence, a promised day, the end of a rest."""

from dataclasses import replace
from datetime import datetime

from assistant.internal_events.kinds import FellSilent, PauseOver, StatusDue
from assistant.programmes import matching
from assistant.schedule import silences
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import profiles
from assistant.turns.handlers.leaving import pauses
from assistant.turns.internal_events import timing
from assistant.turns.offering import waiting_told
from assistant.turns.open_runs import Open
from flows.joining import details
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import ASKED
from storage.people.participants import Enrolment

MOST = 3  # questions of a profile that come to nothing; then we only tell how it stands


def nudge(talk: Conversation, event: FellSilent) -> None:
    """Once, after a day, at the question where they fell silent."""
    run = talk.stack.top
    if run is None or run.id != event.run or run.nudged or not _silent(talk, run):
        return None
    if not talk.agreed or timing.hushed(talk) or run.flow.name == "still_yours":
        return None
    talk.stack.forget()  # what was open below is asked instead
    run = talk.stack.top
    if run is None or run.nudged:
        return None
    seen = run.standing.answers.get("seen")
    if seen and datetime.fromisoformat(seen) <= talk.known.now:
        return run.close()  # nobody need answer any more whether a time suits them
    if not timing.affordable(talk, event):
        return None
    run.nudged = True
    talk.say(system_messages.NUDGE)
    return talk.ask_again()


def _silent(talk: Conversation, run: Open) -> bool:
    """Whether nothing has come of a question for a day, also where this was put off."""
    return run.moved_at is None or run.moved_at + silences.AFTER <= talk.known.now


def status(talk: Conversation, event: StatusDue) -> None:
    """Nobody waits without a word: the next day is named, and kept in its turn."""
    one = _waits(talk, event)
    if one and _asked(talk, one):  # about somebody: that is no time to say that we look on
        return profiles.promise(talk, one.programme_id, one.role, event.since or "")
    if one and waiting_told.due(talk, one, event):
        return waiting_told.ask(talk, one, event)
    if one and timing.free(talk, event) and timing.affordable(talk, event):
        talk.say(system_messages.STILL_LOOKING)
        profiles.promise(talk, one.programme_id, one.role, event.since or "")
        asked = _unanswered(talk)
        if talk.stack.top or not _left_to_ask(talk, one) or asked >= MOST:
            return talk.resume()
        talk.open("details", one.programme_id, one.role)
        if talk.stack.top:
            talk.stack.top.nudged = True  # nobody is reminded of what need not be answered
    return None


def _unanswered(talk: Conversation) -> int:
    """The question of the last such day gives way; how many came to nothing since they wrote."""
    top, count = talk.stack.top, talk.person.unanswered
    if top is None or top.flow.name != "details":
        return count
    top.close()
    talk.outcome.person["unanswered"] = count + 1
    return count + 1


def _asked(talk: Conversation, one: Enrolment) -> bool:
    """Whether they are asked about somebody, or would gladly and wait for the other's word."""
    me, ours = talk.person.id, talk.offered.values()
    theirs = [pair for pair in ours if pair.stage in ASKED and pair.role(me) == one.role]
    waits = one.role == "mentor"
    return any(waits or ASKED[pair.stage] == "mentee" for pair in theirs)


def _left_to_ask(talk: Conversation, one: Enrolment) -> bool:
    settings = talk.known.programmes[one.programme_id].settings
    asks = matching.asked(settings, one.role, talk.language)
    return bool(details.left_to_ask({"profile": one.profile, "role": one.role, "asks": asks}))


def _waits(talk: Conversation, event: StatusDue) -> Enrolment | None:
    """The enrolment in which they wait to be brought together with somebody."""
    for one in talk.known.enrolments:
        ours = one.programme_id == event.programme and one.role == event.role
        there = (pair for pair in talk.pairs.values() if pair.state is not MatchState.CLOSED)
        matched = any(pair.role(talk.person.id) == one.role for pair in there)
        if ours and one.state == "ready" and not matched:
            return one
    return None


def back(talk: Conversation, event: PauseOver) -> None:
    """The day has come until which they wanted a rest; the words may have to come later."""
    until, late = talk.person.paused_until, event.late
    if (until and until > talk.known.now) or not (until or late):
        return
    pauses.come_back(talk)
    if timing.affordable(talk, replace(event, late=True)):
        talk.say(system_messages.WELCOME_BACK)
        talk.resume()
