"""What is to come in time of a meeting by text: for each of the two its beginning and its end."""

from datetime import datetime

from assistant.internal_events.of_text_meetings import TextMeetingBegins, TextMeetingEnds
from assistant.turns.batch_matches import Pair
from assistant.turns.talk import Talk
from flows.lifecycles import text_meeting
from storage.mentoring.matches import Side


def begins(talk: Talk, pair: Pair, side: Side) -> None:
    """For one side, of a meeting that was just booked."""
    slot = pair.meeting.slot
    if text_meeting.booked(pair.meeting, slot):
        event = TextMeetingBegins(pair.id, slot)
        talk.time(side.id, f"text_begins:{pair.id}:{slot}", datetime.fromisoformat(slot), event)


def ends(talk: Talk, pair: Pair, person: int) -> None:
    """For one of the two; of an earlier end nothing follows any more."""
    assert pair.meeting.ends is not None
    slot, at = pair.meeting.slot, pair.meeting.ends
    event = TextMeetingEnds(pair.id, slot, at.isoformat())
    talk.time(person, f"text_ends:{pair.id}:{slot}:{at.isoformat()}", at, event)
