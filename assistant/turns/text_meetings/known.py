"""Whether a meeting by text is under way, so that what somebody writes is for the other."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.turns.batch_matches import Pair, Pairs
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.lifecycles import text_meeting
from flows.lifecycles.match import MatchState
from storage.inbox.unanswered import Unanswered
from storage.safeguarding import concerns

OFFERED = "relay"  # the flow that asks whether words are for the other
SAFETY = "safety"
NEAR = timedelta(minutes=10)


def on(pair: Pair, now: datetime) -> bool:
    """Whether theirs has begun, is not over, and nothing stands between the two."""
    stands = pair.state is MatchState.ACTIVE and not pair.quiet
    return stands and text_meeting.goes_on(pair.meeting, now)


def near(pair: Pair, now: datetime) -> bool:
    """Whether it is about to begin, or has just ended: what is written then is asked about."""
    meeting = pair.meeting
    if not text_meeting.booked(meeting, meeting.slot):
        return False
    starts = datetime.fromisoformat(meeting.slot)
    return starts - NEAR <= now <= (meeting.ends or starts + text_meeting.LASTS) + NEAR


def ends(talk: Talk) -> datetime | None:
    """Until when whatever can wait has to; None where none is under way."""
    theirs = (pair.meeting.ends for pair in talk.pairs.values() if on(pair, talk.known.now))
    return max((at for at in theirs if at), default=None)


def under_way(talk: Talk) -> list[Pair]:
    """The matches to whose other side these words go straight: they were written after it had
    begun, answer nothing that was asked since, and come from nobody who has said meanwhile what
    needs a person."""
    wrote, now = talk.known.message.created_at, talk.known.now
    theirs = [pair for pair in talk.pairs.values() if on(pair, now) and _began(pair) <= wrote]
    if not theirs or talk.coordinates or not talk.agreed:
        return []
    confided = talk.person.confided_at is not None or talk.stack.has(SAFETY)
    if confided or talk.person.id in talk.known.rare.worried:
        return []
    run = talk.stack.top
    if run and (run.flow.name == OFFERED or not _waits(run, theirs)):
        return []
    return theirs


def _began(pair: Pair) -> datetime:
    assert pair.meeting.began is not None
    return pair.meeting.began


def _waits(run: Open, theirs: Sequence[Pair]) -> bool:
    """Whether a question was asked before, so that it waits until after."""
    return run.moved_at is not None and all(run.moved_at < _began(pair) for pair in theirs)


def asked(talk: Talk) -> Open | None:
    """The question that may be put again now: what was asked before waits until after."""
    run, now = talk.stack.top, talk.known.now
    if run is None or not talk.pairs or run.flow.name == OFFERED:
        return run
    theirs = [pair for pair in talk.pairs.values() if on(pair, now)]
    return None if theirs and _waits(run, theirs) else run


def worried(
    db: Connection, claimed: Sequence[Unanswered], pairs: Pairs, now: datetime
) -> frozenset[int]:
    """Who of those in such a meeting has said what needs a person since it began."""
    begun = [
        (one.person_id, _began(pair))
        for one in claimed
        if one.kind != Kind.INSIDE
        for pair in pairs.of(one.person_id)
        if on(pair, now)
    ]
    if not begun:
        return frozenset()
    people, since = {one for one, _ in begun}, min(at for _, at in begun)
    return concerns.opened_since(db, sorted(people), since)
