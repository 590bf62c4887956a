"""Who has opted out and comes back within a day: matches of which nobody has been told yet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from assistant.turns import system_messages
from assistant.turns.batch_matches import RETURNS_WITHIN, Pair
from assistant.turns.guardians import children
from assistant.turns.handlers import meetings, reminders
from assistant.turns.handlers.repeating import series
from assistant.turns.talk import Talk
from flows.lifecycles.meeting import Meeting
from storage.people.persons import Undo


def remember(talk: Talk, kept: Mapping[int, Meeting]) -> None:
    """What can be brought back: the matches, and the meeting that was spoken of in each."""
    talk.outcome.person["undo"] = {
        "until": (talk.known.now + RETURNS_WITHIN).isoformat(),
        "stopped": {str(one): _kept(meeting) for one, meeting in kept.items()},
    }


def restore(talk: Talk, programme: int | None) -> None:
    """They have agreed again: each match is as it was, unless the other side has been told, or
    has somebody else."""
    undo = talk.person.undo or Undo()
    kept = undo.get("stopped")
    if kept is None:
        return
    talk.outcome.person["undo"] = None
    children.back(talk)
    if datetime.fromisoformat(undo["until"]) <= talk.known.now:
        return
    for pair in list(talk.pairs.values()):
        there = pair.other(talk.person.id).stopped_at is None
        mine = pair.programme_id == programme and pair.reopens("rejoin")
        if mine and there and str(pair.id) in kept:
            _reopen(talk, pair, kept[str(pair.id)])


def _kept(meeting: Meeting) -> list[str]:
    return [meeting.state, meeting.by, meeting.starts, meeting.zone, meeting.place]


def _reopen(talk: Talk, pair: Pair, kept: Sequence[str]) -> None:
    state, by, starts, zone, place = kept
    meeting = Meeting(state, by, starts, zone, place)
    if meeting.slot and datetime.fromisoformat(meeting.slot) <= talk.known.now:
        meeting = Meeting()
    opened = series.go_on(talk, replace(pair.after("rejoin"), meeting=meeting))
    meeting = opened.meeting
    talk.put(opened)
    me = talk.person.id
    talk.outcome.untimed += (meetings.gone_cause(me, pair),)
    reminders.check_in(talk, pair.id, me, 1)
    if meeting.state == "booked":
        reminders.remind(talk, opened, opened.side(me))
        talk.say(system_messages.BOOKED, **meetings.values(opened, me))
    else:
        talk.say(system_messages.TOGETHER_AGAIN, **meetings.values(opened, me))
    talk.hand_over("returned", "", pair.id)
