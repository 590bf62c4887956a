"""What a turn is given and what it leaves: the two ends of deciding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from assistant.internal_events.kinds import EventFor
from assistant.internal_events.of_phones import Seated
from assistant.ops.guesses import Guesses
from assistant.ops.limits import USUAL, Limits
from assistant.rendering.prompts import Reader
from assistant.safeguarding.cover import NOWHERE, Reachable, Senders
from assistant.turns.batch_matches import Pairs
from assistant.turns.lookups import Rarities
from assistant.turns.reaching.outcome import Reaching
from assistant.turns.relaying.outcome import Crossing
from assistant.turns.shared.known import Sharing
from flows.engine.states import Facts, Prompt
from storage.broadcasts import NewBroadcast
from storage.desk import Of
from storage.entries import Entry
from storage.handovers import NewHandover
from storage.inbox.unanswered import HandedOn, Reworded, Unanswered
from storage.mentoring.feedback import NewFeedback
from storage.mentoring.goals import ActiveGoal, ClosedGoal, DatedGoal, NewGoal, RatedGoal
from storage.mentoring.matches import NewMatch
from storage.mentoring.partings import NewParting
from storage.mentoring.training import AnsweredLesson, NewTraining
from storage.people import worlds
from storage.people.addresses import Reached
from storage.people.guardians import AskedGuardian, ChangedConsent, Consent, NewConsent
from storage.people.invitations import Invited, UsedInvitation
from storage.people.participants import ChangedEnrolment, Enrolment, NewEnrolment
from storage.people.persons import Changes, Someone
from storage.people.programmes import Programme
from storage.people.sharing import Sharer
from storage.records.erasures import NewErasure
from storage.records.held import Held
from storage.runs import MovedRun, NewRun, OpenRun
from storage.safeguarding.concerns import Acknowledged, Concern, NewConcern
from storage.safeguarding.lines import Kind, Told
from storage.safeguarding.on_call import OnCall

WRONG_CODES = 10  # in 3,600 seconds, of one person
WRONG_OF_ALL = 1_000


@dataclass(frozen=True, slots=True)
class Policy:
    """What deciding needs to know of this installation."""

    stop_answered_by: frozenset[str] = frozenset()  # senders whose provider answers STOP itself
    limits: Limits = USUAL
    reaches_people: bool = False  # then nobody at a simulated phone becomes a coordinator
    guesses: Guesses = field(default_factory=lambda: Guesses(WRONG_CODES, 3600.0, WRONG_OF_ALL))
    paces: Mapping[str, float] = field(default_factory=dict)  # segments a second, by sender
    senders: Senders = NOWHERE  # by which staff are reached who never wrote to us


class Lacking(Exception):
    """A turn needs a kind of fact which has not been read; `rounds.complete` knows them all."""

    def __init__(self, kind: str, of: Of | None = None, person: int = 0) -> None:
        super().__init__(kind)
        self.kind, self.of, self.person = kind, of, person


class Safeguarding(NamedTuple):
    """What a turn with a concern needs: what they have said, and who can be reached now."""

    concerns: Sequence[Concern]  # that are not closed, oldest first
    cover: Mapping[int, Sequence[Reachable]]  # by programme
    told: Mapping[int, Told]  # by concern


@dataclass(slots=True)
class Shared:
    """What is the same for several turns of a batch, and worked out once."""

    facts: dict[tuple[int | None, str, str, str], Facts] = field(default_factory=dict)
    readers: dict[tuple[str, str, str, str, int, str], Reader] = field(default_factory=dict)
    here: dict[str, datetime] = field(default_factory=dict)  # now, by zone
    nudges: dict[str, datetime] = field(default_factory=dict)  # by zone
    slots: dict[int, list[datetime]] = field(default_factory=dict)  # by match


@dataclass(slots=True)  # not frozen: that costs three times as much, and this is in every turn
class Known:
    """One message, and all that deciding on it takes."""

    message: Unanswered
    person: Someone
    address: Reached | None
    enrolments: Sequence[Enrolment]
    runs: Sequence[OpenRun]
    goals: Sequence[ActiveGoal] | None  # None: not read, since no open flow needs them
    pairs: Pairs
    programmes: Mapping[int, Programme]
    invitation: Invited | None
    now: datetime
    held: Held | None = None  # what is kept of them; None: not read, since hardly anybody asks
    number: str | None = None  # the address itself; None: not read, since few turns show it
    consents: Sequence[Consent] | None = None  # of guardians; None: not read
    sharers: Sequence[Sharing] = ()  # of a phone that several share, where it wrote this itself
    beside: Sequence[Sharer] | None = None  # who shares their phone; None: not read
    safeguarding: Safeguarding | None = None  # None: not read
    senders: Senders = NOWHERE
    answered_by_provider: bool = False  # a word that it knows; what is ours to do remains
    rare: Rarities = field(default_factory=Rarities)
    shared: Shared = field(default_factory=Shared)

    @property
    def at_phone(self) -> bool:
        """Whether they are at a simulated phone, and nobody real."""
        return self.address is not None and self.address.channel.startswith(worlds.PHONES)


class HandedOver(NamedTuple):
    """Something for a coordinator's list, and the only one who is told of it, if one is."""

    handover: NewHandover
    to: int | None = None
    told: bool = True


@dataclass(slots=True)
class Outcome:
    """What a turn decided: words for the person, rows for the tables. An empty tuple is free."""

    prompts: list[Prompt] = field(default_factory=list)
    language: str = ""
    asked: str = ""  # the key of the question that the last prompt asks
    certificate: bool = False  # goes with the first of these texts, as a picture
    file: str = ""  # under which words all that is kept of them is sent as a file
    asked_anew: tuple[str, ...] = ()  # keys: what waits to be sent need not be
    reminder: bool = False  # proactive: quiet hours and frequency cap hold
    by_day: bool = False  # proactive, and outside the frequency cap: quiet hours hold
    about: int | None = None  # the match it is about, with which it may be taken back
    booked: bool = False  # it reminds of what they booked: outside the frequency cap
    compliance: bool = False  # goes out even to who has stopped
    stranger: bool = False  # they have not agreed yet: its cost is counted
    stands_back: timedelta = timedelta(0)  # behind the answers to others, while these wait
    helped: bool = False  # they asked for HELP, which is owed to anybody
    unanswered: str = ""  # why a stranger hears nothing
    person: Changes = field(default_factory=Changes)
    urgent: bool = False  # goes before everybody's
    stop: bool = False  # take back all that waits for this person
    erased: tuple[NewErasure, ...] = ()
    reachable: bool | None = None
    reaching: Reaching | None = None  # of few turns
    invitations: tuple[UsedInvitation, ...] = ()
    enrolled: tuple[NewEnrolment, ...] = ()
    enrolments: tuple[ChangedEnrolment, ...] = ()
    guardians: tuple[AskedGuardian, ...] = ()
    consents: tuple[ChangedConsent, ...] = ()
    papers: tuple[NewConsent, ...] = ()
    # Of a phone that several share: whose messages are, as what somebody more is to join.
    handed_on: tuple[HandedOn, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    seated: tuple[Seated, ...] = ()
    opened: Sequence[NewRun] = ()
    moved: Sequence[MovedRun] = ()
    entries: list[Entry] = field(default_factory=list)
    goals: tuple[NewGoal, ...] = ()
    rated: tuple[RatedGoal, ...] = ()
    dated: tuple[DatedGoal, ...] = ()
    closed_goals: tuple[ClosedGoal, ...] = ()
    feedback: tuple[NewFeedback, ...] = ()
    training: tuple[NewTraining, ...] = ()
    answered: tuple[AnsweredLesson, ...] = ()
    # What is to happen, to them and to others.
    told: tuple[EventFor, ...] = ()
    timers: tuple[EventFor, ...] = ()
    untimed: tuple[str, ...] = ()  # causes of timers that are off
    shift: timedelta | None = None  # of all their timers, by a rest or its end
    crossing: Crossing | None = None  # texts between two people; of few turns
    idle: bool = False  # no question is open any more: what waited for that may come
    taken_back: tuple[int, ...] = ()  # matches: what waits about them stays
    handovers: tuple[HandedOver, ...] = ()
    done: tuple[int, ...] = ()
    # What needs a person now: said, said again, taken, seen to.
    concerns: tuple[NewConcern, ...] = ()
    more_words: tuple[tuple[Concern, str], ...] = ()
    concern_lines: tuple[tuple[int | None, Kind, str], ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    seen_to: tuple[tuple[int, str], ...] = ()  # a concern, a word about it
    on_call: tuple[OnCall, ...] = ()
    paired: tuple[NewMatch, ...] = ()
    parted: tuple[NewParting, ...] = ()
    broadcasts: tuple[NewBroadcast, ...] = ()
    redirected: tuple[tuple[int, str], ...] = ()  # a broadcast, its state


class Decided(NamedTuple):
    """A turn that is to be kept."""

    known: Known
    outcome: Outcome
    fault: str = ""  # why no turn could be taken
