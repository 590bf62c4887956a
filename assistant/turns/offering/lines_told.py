"""Somebody is asked for their line before the first meeting, or sees the other's."""

from typing import assert_never

from assistant.internal_events.of_lines import LineAsked, LinesDue, LineTold, OfLines
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings
from assistant.turns.internal_events import timing
from assistant.turns.offering import line_times, lines
from flows.lifecycles.offer import Stage


def hear(talk: Conversation, pair: Pair, event: OfLines) -> None:
    if pair.stage is not Stage.TRIAL or pair.quiet:
        return None
    match event:
        case LineAsked():
            return _ask(talk, pair, event)
        case LineTold():
            lines.show(talk, pair)
        case LinesDue():
            if pair.meeting.slot == event.slot:
                lines.show(talk, pair)
        case _:
            assert_never(event)
    return None


def _ask(talk: Conversation, pair: Pair, event: LineAsked) -> None:
    if pair.meeting.slot != event.slot or line_times.said(pair, talk.person.id):
        return
    if meetings.past(pair, talk.known.now):
        return
    if timing.rests(talk, event) or not timing.free(talk, event, pair):
        return
    talk.close_about(pair.id, (lines.FLOW,))
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open(lines.FLOW, pair.programme_id, role, depth, {"match": pair.id})
