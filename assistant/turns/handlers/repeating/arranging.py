"""What follows of a meeting from what one side says: where they cannot make it, too, be that to
one or to a whole series."""

from functools import partial
from typing import assert_never

from assistant.internal_events.of_other_side import Moved
from assistant.turns import system_messages
from assistant.turns.handlers import meetings
from assistant.turns.handlers.repeating import series
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import MeetingMoved, SlotAccepted, SlotProposed
from flows.lifecycles import meeting
from flows.lifecycles.meeting import Act, Stale


def apply(talk: Talk, run: Open, event: SlotProposed | SlotAccepted | MeetingMoved) -> None:
    match event:
        case SlotProposed():
            meetings.propose(talk, run, event)
        case SlotAccepted():
            meetings.accept(talk, run, event)
        case MeetingMoved():
            move(talk, event)
        case _:
            assert_never(event)


def move(talk: Talk, event: MeetingMoved) -> None:
    """They cannot make it: the time is free again, and the other side hears at once."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return meetings.gone(talk, pair)
    if pair.meeting.slot != event.slot:
        return None  # moved already, by either
    try:
        after = meeting.follow(pair.meeting, Act("move", pair.role(talk.person.id)))
    except Stale:
        return None
    scope = event.scope if pair.series.stands else ""
    moved = pair.arranged(after, "moved")
    if scope in ("move", "end"):
        moved = series.ended(moved)
    elif scope == "skip":
        moved = series.go_on(talk, moved)
    talk.put(moved)
    meetings.tell(talk, pair, partial(Moved, scope=scope or None))
    if scope == "skip" and moved.meeting.slot:
        talk.say(system_messages.NEXT_ONE, **meetings.values(moved, talk.person.id))
    return None
