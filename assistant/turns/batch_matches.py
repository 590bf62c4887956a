"""The matches of a batch: one copy of each, on which both sides' turns are decided in order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from flows.lifecycles import match, offer
from flows.lifecycles.agreement import Agreement
from flows.lifecycles.match import MatchState, Step
from flows.lifecycles.meeting import A_DAY, Meeting
from flows.lifecycles.offer import Stage
from storage.mentoring import feedback, matches, meetings
from storage.mentoring.feedback import Given
from storage.mentoring.matches import Kept, OpenMatch, Side
from storage.mentoring.meetings import Ended
from storage.people import participants
from storage.tables import Json

UNDONE_WITHIN = timedelta(minutes=10)
RETURNS_WITHIN = timedelta(days=1)  # who has opted out
ASKED_ABOUT = timedelta(days=14)  # how long after a meeting its questions may still come
COMPARED_WITH = timedelta(days=100)  # how far back feedback is looked at


@dataclass(frozen=True, slots=True)
class Signers:
    """Who else may have to agree to what two people do: who answers for which side by text, and
    which sides are under 18."""

    guardians: Mapping[str, int] = field(default_factory=dict)
    minors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """A match, both its people, and the meeting they speak of, as the batch has it by now."""

    id: int
    programme_id: int
    mentor: Side
    mentee: Side
    free: tuple[str, str]  # when each can, in own words: the mentor, the mentee
    reason: str
    meeting: Meeting = field(default_factory=Meeting)
    meeting_id: int | None = None
    last_place: str = ""
    over: frozenset[str] = frozenset()  # the slots of meetings whose time has passed lately
    refused: frozenset[str] = frozenset()  # slots and days that do not suit one of the two
    feedback: tuple[Given, ...] = ()
    ended: str = ""  # why the meeting that was open is not any more: moved, over, dropped
    state: MatchState = MatchState.ACTIVE
    elsewhere: bool = False  # the mentee has another mentor by now
    wants: Json = field(default_factory=dict)  # what the mentee has said of themselves
    quiet: frozenset[str] = frozenset()  # who has switched texts between the two off
    last_day: str = ""  # that they have agreed on
    since: datetime | None = None  # when they came together
    agreement: Agreement | None = None  # None: not read, since few turns need it
    signers: Signers | None = None
    reasons: Kept = ()  # instead of a reason in words: for each to read in their own language
    stage: Stage = Stage.NONE  # of an offer that both are asked about
    answer_by: datetime | None = None

    @property
    def closed(self) -> bool:
        return self.state not in match.OPEN

    @property
    def offered(self) -> bool:
        """Whether only the mentor knows of it, who is asked."""
        return self.state is MatchState.OFFERED

    def reopens(self, step: Step) -> bool:
        """Whether it can be as it was before somebody left or opted out."""
        return match.may(self.state, step) and not self.elsewhere

    def after(self, step: Step) -> "Pair":
        """The match after that has happened to it; raises NotAllowed."""
        return replace(self, state=match.follow(self.state, step))

    def staged(self, step: offer.Step, side: offer.Side = "", by: datetime | None = None) -> "Pair":
        """The offer after that has happened in it; raises Stale."""
        return replace(self, stage=offer.follow(self.stage, step, side), answer_by=by)

    def with_clock(self, person: int, zone: str) -> "Pair":
        """One of the two lives by another clock than we took for theirs."""
        if person == self.mentor.id:
            return replace(self, mentor=self.mentor._replace(zone=zone))
        return replace(self, mentee=self.mentee._replace(zone=zone))

    def arranged(self, meeting: Meeting, ended: str, refused: Iterable[str] = ()) -> "Pair":
        """With another meeting, or none, since the one before and these slots do not suit."""
        slots = self.refused.union(refused, [self.meeting.slot]) - {"", meeting.slot}
        return replace(self, meeting=meeting, ended=ended, refused=slots)

    def role(self, person: int) -> str:
        return "mentor" if person == self.mentor.id else "mentee"

    def side(self, person: int) -> Side:
        return self.mentor if person == self.mentor.id else self.mentee

    def other(self, person: int) -> Side:
        return self.mentee if person == self.mentor.id else self.mentor


@dataclass(slots=True)
class Pairs:
    """Every match of the people of a batch: as it was read, and as it is by now."""

    before: dict[int, Pair] = field(default_factory=dict)
    now: dict[int, Pair] = field(default_factory=dict)
    _of: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def of(self, person: int) -> list[Pair]:
        """The matches of a person, oldest first."""
        return [self.now[one] for one in self._of.get(person, ())]

    def taken(self, pair: Pair) -> bool:
        """Whether the mentee has another mentor by now, this batch included."""
        with_them = (one for one in self.now.values() if one.mentee.id == pair.mentee.id)
        return pair.elsewhere or any(one.state in match.STANDING for one in with_them)

    def put(self, pair: Pair) -> None:
        self.now[pair.id] = pair

    def changed(self) -> Iterator[tuple[Pair, Pair]]:
        """What a batch has changed: as it was, and as it is."""
        for key, before in self.before.items():
            if self.now[key] is not before:
                yield before, self.now[key]


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
    )


def _meeting(row: OpenMatch) -> Meeting:
    if row.meeting_id is None or row.meeting_state is None:
        return Meeting()
    said = row.by or "", row.starts or "", row.zone or "", row.place or ""
    return Meeting(row.meeting_state, *said, row.began_at, row.ends_at, row.longer_at)
