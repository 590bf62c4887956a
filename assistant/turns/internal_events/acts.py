"""What a coordinator does to a match, and how its two people hear of it."""

from typing import assert_never

from assistant.internal_events.of_ending import SurveyDue
from assistant.internal_events.of_match import Acted, GoesOn, Goodbye, OfMatch, OnHold, Parted
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.context import HandedOver
from assistant.turns.conversation import Conversation
from assistant.turns.endings import times
from assistant.turns.handlers import confided, holds, meetings, profiles, suspensions
from assistant.turns.internal_events import other_side
from assistant.turns.relaying import switching
from assistant.turns.run_stack import OF_PAIRS
from flows.lifecycles.match import MatchState
from storage.handovers import NewHandover


def hear(talk: Conversation, event: OfMatch) -> None:
    if isinstance(event, Acted):
        if event.step in ("quiet", "loud"):
            pair, off = talk.pairs.get(event.match), event.step == "quiet"
            return switching.switch(talk, pair, switching.COORDINATOR, off=off)
        return suspensions.apply(talk, event)
    talk.outcome.by_day, talk.outcome.about = True, event.match
    pair = talk.pairs.get(event.match)
    match event:
        case OnHold():
            return _on_hold(talk, pair, event)
        case GoesOn():
            return _goes_on(talk, pair)
        case Parted():
            return _parted(talk, event)
        case Goodbye():
            return _goodbye(talk, event)
        case _:
            assert_never(event)


def _goodbye(talk: Conversation, event: Goodbye) -> None:
    """Nothing of the other reaches who has said meanwhile what needs a person: a person looks."""
    if confided.known(talk).concerns:
        return _held_back(talk, event)
    return talk.say(system_messages.GOODBYE, other=event.name, words=event.words)


def _held_back(talk: Conversation, event: Goodbye) -> None:
    pair, now = talk.pairs.get(event.match), talk.known.now
    if pair is not None:
        other, whose = pair.other(talk.person.id), (pair.programme_id, pair.id)
        new = NewHandover(other.id, "relay", event.words, now, *whose)
        talk.outcome.handovers += (HandedOver(new),)


def _on_hold(talk: Conversation, pair: Pair | None, event: OnHold) -> None:
    if pair and pair.state is MatchState.SUSPENDED:
        suspensions.close_goodbye(talk, pair.id)
        if holds.said(talk, pair) or holds.left(talk, pair):
            return _over(talk, pair)
        shown = {"other": event.name}
        return other_side.instead(talk, pair.id, system_messages.ON_HOLD, shown, OF_PAIRS)
    return None


def _over(talk: Conversation, pair: Pair) -> None:
    """Nothing is asked about it any more; the question below is open again."""
    before = talk.stack.top
    talk.close_about(pair.id, OF_PAIRS)
    if talk.stack.top is not before:
        talk.resume()


def _goes_on(talk: Conversation, pair: Pair | None) -> None:
    if pair is None or pair.closed or holds.left(talk, pair):
        return None
    shown = meetings.values(pair, talk.person.id)
    if pair.meeting.state == "booked":
        return talk.say(system_messages.GOES_ON_BOOKED, **shown)
    talk.say(system_messages.GOES_ON, **shown)
    if pair.role(talk.person.id) == "mentee" and talk.stack.top is None:
        other_side.speak_of(talk, pair)
    return None


def _parted(talk: Conversation, event: Parted) -> None:
    """They wait again, for a day that is named; and may leave the other a few words."""
    more = any(not pair.closed for pair in talk.pairs.values())
    msgid = system_messages.PARTED_FROM_ONE if more else system_messages.PARTED
    suspensions.close_goodbye(talk, event.match)
    other_side.instead(talk, event.match, msgid, {"other": event.name}, OF_PAIRS)
    if not more:
        profiles.promise(talk, event.programme, event.role)
    if event.other is not None:
        who = (event.match, event.name, event.programme, event.role, event.other)
        times.after(talk, SurveyDue(*who, planned=False))
        given = {"ended": event.match, "to": event.other, "other": event.name}
        depth = talk.stack.next_depth()
        talk.open("goodbye", event.programme, event.role, depth, given)
