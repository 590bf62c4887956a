"""What a batch has changed of its matches, as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from assistant.turns.agreements import kept as agreements
from assistant.turns.batch_matches import Pair, Pairs
from assistant.turns.matches import repeated
from flows.lifecycles import match
from flows.lifecycles.match import MatchState
from storage.mentoring import matches, meetings, offers, relayed
from storage.mentoring.matches import ChangedMatch
from storage.mentoring.meetings import (
    BookedMeeting,
    ClosedMeeting,
    KeptSeries,
    NewMeeting,
    TextedMeeting,
)
from storage.mentoring.offers import AgreedMatch, StagedMatch
from storage.mentoring.relayed import SwitchedMatch


def keep(db: Connection, pairs: Pairs, now: datetime) -> None:
    """Write down what a batch has changed of its matches."""
    changed = list(pairs.changed())
    _meetings(db, changed, now)
    stand = [
        ChangedMatch(after.id, after.state.value, None if after.state in match.STANDING else now)
        for before, after in changed
        if after.state != before.state and not _agreed(before, after)
    ]
    agreed = [
        AgreedMatch(after.id, after.state.value, now)
        for before, after in changed
        if _agreed(before, after)
    ]
    if stand:
        matches.change(db, stand)
    if agreed:
        offers.agree(db, agreed)
    _others(db, changed)
    agreements.keep(db, changed, now)


def _others(db: Connection, changed: Sequence[tuple[Pair, Pair]]) -> None:
    """What is of the match itself, beside how it stands."""
    if staged := [
        StagedMatch(after.id, after.stage.value, after.answer_by)
        for before, after in changed
        if (after.stage, after.answer_by) != (before.stage, before.answer_by)
    ]:
        offers.stage(db, staged)
    if switched := [
        SwitchedMatch(after.id, " ".join(sorted(after.quiet)))
        for before, after in changed
        if after.quiet != before.quiet
    ]:
        relayed.switch(db, switched)
    if series := [
        KeptSeries(after.id, repeated.stored(after.series))
        for before, after in changed
        if after.series != before.series
    ]:
        meetings.repeat(db, series)


def _meetings(db: Connection, changed: Sequence[tuple[Pair, Pair]], now: datetime) -> None:
    ended = [row for before, after in changed if (row := _ended(before, after, now))]
    booked = [
        BookedMeeting(before.meeting_id, after.meeting.state, now)
        for before, after in changed
        if before.meeting_id is not None
        if _same(before, after) and after.meeting.state != before.meeting.state
    ]
    opened = [
        _proposed(before, after, now)
        for before, after in changed
        if after.meeting.state != "none" and not _same(before, after)
    ]
    refused = [row for before, after in changed for row in _refused(before, after, now)]
    if ended:
        meetings.close(db, ended)
    if booked:
        meetings.book(db, booked)
    if opened or refused:
        meetings.propose(db, [*refused, *opened])
    if texted := [one for before, after in changed if (one := _texted(before, after))]:
        meetings.text(db, texted)


def _agreed(before: Pair, after: Pair) -> bool:
    return before.state is MatchState.OFFERED and after.state in match.STANDING


def _same(before: Pair, after: Pair) -> bool:
    """Whether both speak of one meeting: the time that was proposed, which is booked now."""
    kept = replace(before.meeting, state="") == replace(after.meeting, state="")
    onward = (before.meeting.state, after.meeting.state) != ("booked", "proposed")
    return before.meeting_id is not None and kept and onward and after.meeting.state != "none"


def _ended(before: Pair, after: Pair, now: datetime) -> ClosedMeeting | None:
    if before.meeting_id is None or _same(before, after):
        return None
    return ClosedMeeting(before.meeting_id, after.ended or "countered", now)


def _texted(before: Pair, after: Pair) -> TextedMeeting | None:
    """Of a meeting by text when it began, and until when it is, where that has changed."""
    now = after.meeting.began, after.meeting.ends, after.meeting.longer
    was = before.meeting.began, before.meeting.ends, before.meeting.longer
    if before.meeting_id is None or now == was or not _same(before, after):
        return None
    return TextedMeeting(before.meeting_id, *now)


def _proposed(before: Pair, pair: Pair, now: datetime) -> NewMeeting:
    """The next meeting of a series was agreed on as the series was."""
    meeting, now_stands, stood = pair.meeting, pair.series.stands, before.series.stands
    agreed = now
    if now_stands and stood and now_stands.since == stood.since and now_stands.last != stood.last:
        agreed = datetime.fromisoformat(now_stands.since)
    return NewMeeting(
        match_id=pair.id,
        state=meeting.state,
        by=meeting.by,
        starts=meeting.starts,
        zone=meeting.zone,
        starts_at=datetime.fromisoformat(meeting.slot),
        place=meeting.place,
        created_at=now,
        booked_at=agreed if meeting.state == "booked" else None,
    )


def _refused(before: Pair, after: Pair, now: datetime) -> Iterator[NewMeeting]:
    """The days that somebody has just refused."""
    for refused in sorted(after.refused - before.refused):
        slot, _, day = refused.partition("/")
        if day:
            at, role = datetime.fromisoformat(slot), after.meeting.by
            yield NewMeeting(after.id, meetings.DAY, role, slot[:16], "UTC", at, "", now, None, now)
