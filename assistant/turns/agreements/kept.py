"""What a batch has changed of agreements, as rows."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.turns.batch_matches import Pair
from flows.lifecycles.agreement import Agreement, Version
from flows.lifecycles.match import MatchState
from flows.mentoring.agreement import terms
from storage.mentoring import agreements
from storage.mentoring.agreements import ASKED, SETTLED, ChangedVersion, LastDay, NewVersion
from storage.tables import Json

Changed = Sequence[tuple[Pair, Pair]]
Standing = dict[int, tuple[Version, str]]  # by number: a version, and its state


def keep(db: Connection, changed: Changed, now: datetime) -> None:
    new, other = list(_new(changed, now)), list(_changed(changed, now))
    days = [
        LastDay(after.id, after.last_day)
        for before, after in changed
        if after.last_day != before.last_day
    ]
    over = [after.id for before, after in changed if _over(before, after)]
    if other:
        agreements.change(db, other)
    if new:
        agreements.add(db, new)
    if days:
        agreements.end_on(db, days)
    if over:
        agreements.close(db, over, now)


def _over(before: Pair, after: Pair) -> bool:
    """Whether a match has ended for good, in which something may have been agreed."""
    ended = after.state is MatchState.CLOSED and before.state is not MatchState.CLOSED
    return ended and not before.offered


def _new(changed: Changed, now: datetime) -> Iterator[NewVersion]:
    for before, after in changed:
        there = _standing(before.agreement)
        for number, (one, state) in _standing(after.agreement).items():
            if number not in there:
                yield NewVersion(
                    after.id, number, one.by, state, _terms(one), dict(one.okays), {}, now
                )


def _changed(changed: Changed, now: datetime) -> Iterator[ChangedVersion]:
    for before, after in changed:
        if before.agreement is after.agreement or before.agreement is None:
            continue
        now_there = _standing(after.agreement)
        more = dict(after.agreement.more) if after.agreement else {}
        for number, (one, state) in _standing(before.agreement).items():
            found, then = now_there.get(number, (one, ""))
            said = more if then == SETTLED else {}
            if then:
                yield ChangedVersion(after.id, number, then, dict(found.okays), said, None)
            else:
                gone = "replaced" if state == SETTLED else "dropped"
                yield ChangedVersion(after.id, number, gone, dict(one.okays), {}, now)


def _standing(found: Agreement | None) -> Standing:
    if found is None:
        return {}
    pairs = ((found.holds, SETTLED), (found.asked, ASKED))
    return {one.number: (one, state) for one, state in pairs if one}


def _terms(one: Version) -> Json:
    was = {"was": terms.kept(one.was), "knows": list(one.knows)} if one.was else {}
    return {**terms.kept(one.terms), **was}
