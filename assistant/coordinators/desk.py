"""What coordinators see on their phone: their list, who is ready, whom a text reaches."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from flows.coordinator import pairing, together
from flows.coordinator.broadcast import AUDIENCES
from storage import broadcasts, desk
from storage.broadcasts import Running, audience, progress
from storage.broadcasts.audience import Group
from storage.desk import Of, Ready, Waiting
from storage.mentoring import matches, offers, partings
from storage.mentoring.offers import Offer
from storage.mentoring.partings import Parted
from storage.people import worlds
from storage.people.participants import AGREED, Enrolment
from storage.runs import OpenRun

SHOWN = 300  # people of a role
AT_ONCE = frozenset(
    {"ask", "unclear", "reply", "relay", "need", "call", "switch", "erased", "data"}
    | {"complaint", "no_show", "pause", "stopped_on_hold", "declined", "offer_off", "offer_silent"}
    | {"form", "guardian_shared", "guardian_silent", "guardian_call", "guardian_ended"}
    | {"phone_stopped", "held", "unreached", "terms", "ward_silent", "silent"}
    | {"list_over", "unsure", "dissolved", "late"}
    | {"claim", "claim_denied", "claim_void", "no_channel", "still_silent"}
)


@dataclass(frozen=True)
class Desk:
    """What a programme's coordinators see."""

    waiting: Sequence[Waiting] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    mentees: Sequence[Ready] = ()
    mentors: Sequence[Ready] = ()
    room: Mapping[int, int] = field(default_factory=dict)
    audiences: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    running: Mapping[int, Sequence[Running]] = field(default_factory=dict)
    progress: Mapping[int, Mapping[str, int]] = field(default_factory=dict)  # of the first of each
    partings: Sequence[Parted] = ()  # of who is picked to be brought together
    asked: Sequence[Offer] = ()  # mentors who have not said yet

    def alike(self, handover: int) -> Sequence[Waiting]:
        """A thing and its repeats: the same of the same person, which is one thing."""
        one = next((one for one in self.waiting if one.id == handover), None)
        return [other for other in self.waiting if one and _same(one) == _same(other)]

    def things(self) -> list[Sequence[Waiting]]:
        """What waits, each thing with its repeats, oldest first."""
        found: dict[tuple[int, str, int | None], list[Waiting]] = {}
        for one in self.waiting:
            found.setdefault(_same(one), []).append(one)
        return list(found.values())

    def has_room(self, mentor: Ready) -> bool:
        taken = self.room.get(mentor.person_id, 0)
        return taken < int(mentor.profile.get("capacity") or 1)

    def free(self, mentor: int, mentee: int) -> bool:
        """Whether these two can be brought together."""
        helps = any(one.person_id == mentor and self.has_room(one) for one in self.mentors)
        asked = Offer(mentor, mentee) in self.asked
        return helps and not asked and any(one.person_id == mentee for one in self.mentees)

    def after(self, mentor: int, mentee: int) -> "Desk":
        """As it is once the mentor is asked about the mentee."""
        room = {**self.room, mentor: self.room.get(mentor, 0) + 1}
        return replace(self, room=room, asked=(*self.asked, Offer(mentor, mentee)))


def _same(one: Waiting) -> tuple[int, str, int | None]:
    return one.person_id, one.kind, one.match_id


def gather(
    db: Connection,
    enrolments: Mapping[int, Sequence[Enrolment]],
    runs: Mapping[int, Sequence[OpenRun]],
    news: Mapping[int, int],
    now: datetime,
) -> dict[Of, Desk]:
    """The desks of the programmes that somebody in this batch coordinates.

    `news` names what has only just come onto the list, by the person who is told of it.
    """
    theirs = [
        one
        for some in enrolments.values()
        for one in some
        if one.role == "coordinator" and one.state in AGREED
    ]
    if not theirs:
        return {}
    at_phones = worlds.simulated(db, [one.person_id for one in theirs])
    coordinators: dict[Of, list[int]] = defaultdict(list)
    for one in theirs:
        coordinators[Of(one.programme_id, one.person_id in at_phones)].append(one.person_id)
    return {
        of: _desk(db, of, people, _Wanted.of(people, runs, news), now)
        for of, people in coordinators.items()
    }


def of(db: Connection, whose: Of, now: datetime, people: Collection[int]) -> Desk:
    """A desk on which nobody but these people is."""
    return Desk(
        mentees=desk.still_ready(db, whose, "mentee", now, people),
        mentors=desk.still_ready(db, whose, "mentor", now, people),
        room=offers.room(db, whose.programme),
        asked=offers.standing(db, whose.programme),
    )


@dataclass(frozen=True)
class _Wanted:
    """What the coordinators of a programme look at just now."""

    handovers: frozenset[int]
    audiences: frozenset[str]
    people: frozenset[int]  # picked to be brought together

    @classmethod
    def of(
        cls,
        people: Sequence[int],
        runs: Mapping[int, Sequence[OpenRun]],
        news: Mapping[int, int],
    ) -> "_Wanted":
        theirs = [run for person in people for run in runs.get(person, ())]
        named = {
            int(one)
            for run in theirs
            for key in ("handover", "list")
            if (one := run.data.get("answers", {}).get(key)) and str(one).isdigit()
        }
        named |= {news[person] for person in people if person in news}
        picked = {one for run in theirs if run.flow == "broadcast" for one in _audiences(run)}
        return cls(frozenset(named), frozenset(picked), frozenset(_picked(theirs)))


def _audiences(run: OpenRun) -> Sequence[str]:
    """The audience that was picked, or all of them while that is still asked."""
    picked = run.data.get("answers", {}).get("audience")
    return [str(picked)] if picked else [option.token for option in AUDIENCES]


def _picked(runs: Sequence[OpenRun]) -> set[int]:
    """Who may be brought together just now: their names are needed where they are free no more."""
    answers = [run.data.get("answers", {}) for run in runs if run.flow == pairing.FLOW.name]
    picked = [str(given.get(page)) for given in answers for page in together.PICKED]
    return {int(one) for one in picked if one.isdigit()}


def _desk(db: Connection, of: Of, people: Sequence[int], wanted: _Wanted, now: datetime) -> Desk:
    waiting = desk.waiting(db, of, wanted.handovers, now)
    about = wanted.people | {
        one for row in waiting for one in (row.mentor_id, row.mentee_id) if one
    }
    asked = offers.standing(db, of.programme)
    about |= {one for offer in asked for one in offer}
    names = {key: side.name or "?" for key, side in matches.sides(db, sorted(about)).items()}
    running = broadcasts.running(db, people, of.programme)
    shown = [theirs[0].id for theirs in running.values()]
    audiences = {one: audience.groups(db, of, one, now) for one in wanted.audiences}
    return Desk(
        waiting,
        names,
        desk.ready(db, of, "mentee", now, SHOWN),
        desk.ready(db, of, "mentor", now, SHOWN),
        offers.room(db, of.programme),
        audiences,
        running,
        {one: progress.count(db, one, now) for one in shown},
        partings.of(db, wanted.people) if wanted.people else (),
        asked,
    )
