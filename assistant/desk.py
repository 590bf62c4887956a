"""What coordinators see on their phone: their list, who is ready, whom a text reaches."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from flows.broadcast import AUDIENCES
from storage import broadcasts, desk, matches
from storage.broadcasts import Group, Running
from storage.desk import Ready, Waiting
from storage.participants import Enrolment
from storage.runs import OpenRun

LISTED = 20  # things of a list; the oldest
SHOWN = 300  # people of a role
AT_ONCE = frozenset({"ask", "unclear", "reply", "worry", "need", "call", "switch"})


@dataclass(frozen=True)
class Desk:
    """What a programme's coordinators see."""

    waiting: Sequence[Waiting] = ()
    count: int = 0
    names: Mapping[int, str] = field(default_factory=dict)
    mentees: Sequence[Ready] = ()
    mentors: Sequence[Ready] = ()
    room: Mapping[int, int] = field(default_factory=dict)
    audiences: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    running: Mapping[int, Sequence[Running]] = field(default_factory=dict)
    progress: Mapping[int, Mapping[str, int]] = field(default_factory=dict)  # of the first of each


def gather(
    db: Connection,
    enrolments: Mapping[int, Sequence[Enrolment]],
    runs: Mapping[int, Sequence[OpenRun]],
    news: Mapping[int, int],
    now: datetime,
) -> dict[int, Desk]:
    """The desks of the programmes that somebody in this batch coordinates.

    `news` names things of the list, by person, that have only just come.
    """
    coordinators: dict[int, list[int]] = defaultdict(list)
    for person, theirs in enrolments.items():
        for one in theirs:
            if one.role == "coordinator" and one.state in broadcasts.AGREED:
                coordinators[one.programme_id].append(person)
    return {
        programme: _desk(db, programme, people, _Wanted.of(people, runs, news), now)
        for programme, people in coordinators.items()
    }


@dataclass(frozen=True)
class _Wanted:
    """What the coordinators of a programme look at just now."""

    handovers: frozenset[int]
    audiences: frozenset[str]

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
        return cls(frozenset(named), frozenset(picked))


def _audiences(run: OpenRun) -> Sequence[str]:
    """The audience that was picked, or all of them while that is still asked."""
    picked = run.data.get("answers", {}).get("audience")
    return [str(picked)] if picked else [option.token for option in AUDIENCES]


def _desk(
    db: Connection, programme: int, people: Sequence[int], wanted: _Wanted, now: datetime
) -> Desk:
    waiting = desk.waiting(db, [programme], wanted.handovers, LISTED)
    about = {one for row in waiting for one in (row.mentor_id, row.mentee_id) if one}
    names = {key: side.name or "?" for key, side in matches.sides(db, sorted(about)).items()}
    running = broadcasts.running(db, people, programme)
    shown = [theirs[0].id for theirs in running.values()]
    audiences = {one: broadcasts.groups(db, programme, one, now) for one in wanted.audiences}
    return Desk(
        waiting,
        desk.count(db, [programme]),
        names,
        desk.ready(db, programme, "mentee", now, SHOWN),
        desk.ready(db, programme, "mentor", now, SHOWN),
        matches.room(db, programme),
        audiences,
        running,
        {one: broadcasts.progress(db, one, now) for one in shown},
    )
