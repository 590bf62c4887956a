"""A meeting by text begins for somebody, is to be longer, or is over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from assistant.internal_events.kinds import MeetingOver
from assistant.internal_events.of_text_meetings import (
    OfTextMeetings,
    TextMeetingBegins,
    TextMeetingEnds,
    TextMeetingLonger,
)
from assistant.schedule import quiet_hours
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.relaying import sending
from assistant.turns.text_meetings import known, texts, times
from assistant.understanding import patterns
from flows.lifecycles import text_meeting
from storage.mentoring.relayed import Wrote

ASKED_AFTER = timedelta(minutes=10)  # how it was


def hear(talk: Conversation, event: OfTextMeetings) -> None:
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return None
    sending.crossing_of(talk).in_line = talk.outcome.booked = True
    talk.outcome.about = pair.id
    match event:
        case TextMeetingBegins():
            return _begins(talk, pair, event)
        case TextMeetingLonger():
            return _longer(talk, pair, event)
        case TextMeetingEnds():
            return _ends(talk, pair, event)
        case _:
            assert_never(event)


def _begins(talk: Conversation, pair: Pair, event: TextMeetingBegins) -> None:
    if not text_meeting.booked(pair.meeting, event.slot):
        return
    now, other = talk.known.now, pair.other(talk.person.id).name or "?"
    if text_meeting.missed(pair.meeting, now):
        return talk.say(texts.MISSED, other=other)
    if not sending.open_to(talk, pair):
        return talk.say(texts.CLOSED, other=other)
    pair = replace(pair, meeting=text_meeting.begun(pair.meeting, now))
    talk.put(pair)
    times.ends(talk, pair, talk.person.id)
    talk.say(texts.BEGINS, other=other, ends=_at(pair))
    if not _texts(talk, pair):
        talk.say(texts.READS)
    if (run := talk.stack.top) is None:
        return
    if run.flow.name == known.OFFERED:  # what they wrote just before is still asked about
        return talk.ask_again()
    return talk.say(texts.WAITS)


def _longer(talk: Conversation, pair: Pair, event: TextMeetingLonger) -> None:
    if known.on(pair, talk.known.now):
        ends = max(_at(pair), event.ends)
        talk.say(texts.LONGER_TOLD, other=event.name, ends=ends)


def _ends(talk: Conversation, pair: Pair, event: TextMeetingEnds) -> None:
    meeting = pair.meeting
    if not text_meeting.booked(meeting, event.slot) or meeting.ends is None:
        return
    if meeting.ends > datetime.fromisoformat(event.ends):
        return  # one of the two wished for more time
    other, wrote = pair.other(talk.person.id), _wrote(talk, pair)
    mine, theirs = talk.person.id in wrote, other.id in wrote
    if mine and theirs:
        _talked(talk, pair)
    told = {(True, True): texts.OVER, (True, False): texts.ALONE, (False, True): texts.SILENT}
    first = next(iter(patterns.words(other.name or "")), "").upper()
    talk.say(told.get((mine, theirs), texts.NOBODY), other=other.name or "?", first=first)
    talk.resume()


def _talked(talk: Conversation, pair: Pair) -> None:
    """That they met is known: soon they are asked how it was, and not whether."""
    slot, me = pair.meeting.slot, talk.person
    assert pair.meeting.ends is not None
    talk.outcome.untimed += (f"after:{pair.id}:{slot}:{me.id}",)
    at = quiet_hours.within(max(pair.meeting.ends, talk.known.now) + ASKED_AFTER, me.zone)
    event = MeetingOver(pair.id, slot, talked=True)
    talk.time(me.id, f"after_text:{pair.id}:{slot}", at, event)


def _wrote(talk: Conversation, pair: Pair) -> set[int]:
    """Who of the two has written since it began."""
    began = pair.meeting.began
    found = _texts(talk, pair).items()
    return {person for person, wrote in found if began and wrote.at >= began}


def _texts(talk: Conversation, pair: Pair) -> Mapping[int, Wrote]:
    """When each of the two wrote to the other last."""
    if pair.id not in talk.known.rare.relayed:
        raise Lacking("relayed", person=pair.id)
    return talk.known.rare.relayed[pair.id]


def _at(pair: Pair) -> str:
    assert pair.meeting.ends is not None
    return pair.meeting.ends.isoformat(timespec="minutes")
