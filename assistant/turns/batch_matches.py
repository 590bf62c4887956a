"""The matches of a batch: one copy of each, on which both sides' turns are decided in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from flows.lifecycles import match, offer
from flows.lifecycles.agreement import Agreement
from flows.lifecycles.match import MatchState, Step
from flows.lifecycles.meeting import Meeting
from flows.lifecycles.offer import Stage
from flows.lifecycles.series import NONE, Regular
from storage.mentoring.feedback import Given
from storage.mentoring.matches import Kept, Side
from storage.tables import Json

UNDONE_WITHIN = timedelta(minutes=10)
RETURNS_WITHIN = timedelta(days=1)  # who has opted out


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
    series: Regular = NONE

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
        """With another meeting, or none, since the one before and these slots do not suit. A series
        that somebody would have liked is asked about no more."""
        slots = self.refused.union(refused, [self.meeting.slot]) - {"", meeting.slot}
        regular = replace(self.series, asked=None)
        return replace(self, meeting=meeting, ended=ended, refused=slots, series=regular)

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
