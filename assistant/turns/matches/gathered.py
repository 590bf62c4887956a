"""The matches of the people of a batch, as they are read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.turns.batch_matches import RETURNS_WITHIN, UNDONE_WITHIN, Pair, Pairs
from assistant.turns.matches import repeated
from flows.lifecycles.match import MatchState
from flows.lifecycles.meeting import A_DAY, Meeting
from flows.lifecycles.offer import Stage
from flows.lifecycles.series import NONE
from storage.mentoring import feedback, matches, meetings
from storage.mentoring.matches import OpenMatch, Side
from storage.mentoring.meetings import Ended
from storage.people import participants
from storage.tables import Json

ASKED_ABOUT = timedelta(days=14)  # how long after a meeting its questions may still come
COMPARED_WITH = timedelta(days=100)  # how far back feedback is looked at


def gather(db: Connection, people: Sequence[int], now: datetime) -> Pairs:
    """Lock and read the matches of these people; nothing else of theirs may be read before."""
    ids = matches.lock(db, people, now - UNDONE_WITHIN, now - RETURNS_WITHIN)
    if not ids:
        return Pairs()
    rows = matches.read(db, ids)
    theirs = sorted({one for row in rows for one in (row.mentor_id, row.mentee_id)})
    sides = matches.sides(db, theirs)
    profiles = participants.profiles(db, theirs)
    given = feedback.since(db, ids, now - COMPARED_WITH)
    ended = meetings.ended(db, ids, now - ASKED_ABOUT)
    found = {
        row.id: replace(
            _pair(row, sides, profiles),
            feedback=tuple(given.get(row.id, ())),
            over=frozenset(_slot(one) for one in ended.get(row.id, ()) if one.over),
            refused=frozenset(_slot(one) for one in ended.get(row.id, ()) if not one.over),
        )
        for row in rows
    }
    of: dict[int, list[int]] = defaultdict(list)
    for pair in found.values():
        of[pair.mentor.id].append(pair.id)
        of[pair.mentee.id].append(pair.id)
    return Pairs(found, dict(found), of)


def _slot(one: Ended) -> str:
    return one.at.isoformat(timespec="minutes") + (A_DAY if one.day else "")


def _pair(
    row: OpenMatch,
    sides: Mapping[int, Side],
    profiles: Mapping[tuple[int, int, str], Json],
) -> Pair:
    def free(person: int, role: str) -> str:
        return str(profiles.get((person, row.programme_id, role), {}).get("free") or "")

    return Pair(
        id=row.id,
        programme_id=row.programme_id,
        mentor=sides[row.mentor_id],
        mentee=sides[row.mentee_id],
        free=(free(row.mentor_id, "mentor"), free(row.mentee_id, "mentee")),
        reason=row.reason,
        reasons=row.reasons or (),
        meeting=_meeting(row),
        meeting_id=row.meeting_id,
        last_place=row.last_place or "",
        state=MatchState(row.state),
        elsewhere=row.elsewhere,
        quiet=frozenset(row.quiet.split()),
        wants=profiles.get((row.mentee_id, row.programme_id, "mentee"), {}),
        last_day=row.last_on or "",
        since=row.opened_at,
        stage=Stage(row.stage),
        answer_by=row.answer_by,
        series=repeated.restored(row.series) if row.series else NONE,
    )


def _meeting(row: OpenMatch) -> Meeting:
    if row.meeting_id is None or row.meeting_state is None:
        return Meeting()
    said = row.by or "", row.starts or "", row.zone or "", row.place or ""
    return Meeting(row.meeting_state, *said, row.began_at, row.ends_at, row.longer_at)
