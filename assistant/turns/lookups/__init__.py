"""Facts that few turns need: each is asked for only where somebody in the batch needs it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.coordinators import desk
from assistant.coordinators.card import Card
from assistant.coordinators.desk import Desk
from assistant.coordinators.people import Everybody
from assistant.matching.suggestions import Suggestions
from assistant.turns.lookups import earlier
from assistant.turns.lookups.earlier import Late
from assistant.understanding import reactions
from storage import history
from storage.broadcasts import progress
from storage.broadcasts.progress import Writer
from storage.desk import Of
from storage.inbox.unanswered import Unanswered
from storage.mentoring.journeys import Journey
from storage.mentoring.relayed import Said, Wrote
from storage.mentoring.training import Learned, Minutes
from storage.people.addresses import Reached
from storage.people.claims import Claimed, Made
from storage.people.participants import Enrolment
from storage.questions import Question
from storage.runs import OpenRun
from storage.safeguarding import on_call, pages
from storage.safeguarding.on_call import OnCall
from storage.safeguarding.pages import Call
from storage.safeguarding.records import Record
from storage.tables import Role

ANSWERED_WITHIN = timedelta(days=3)  # a text that went to many
LOOKED_BACK = timedelta(days=8)
QUOTED_WITHIN = timedelta(days=60)  # what is older than that nobody reacts to


class Between(NamedTuple):
    """What somebody and those they meet wrote, and the days on which they talked, by match."""

    newest: Sequence[Said]
    days: Mapping[int, Sequence[date]]


@dataclass(frozen=True, slots=True)
class Rarities:
    """What few turns of a batch need."""

    desks: dict[Of, Desk] = field(default_factory=dict)  # for coordinators
    asked_at: Mapping[str, Sequence[datetime]] = field(default_factory=dict)  # by their keys
    spent: Mapping[int, Sequence[datetime]] = field(default_factory=dict)  # of the frequency cap
    broadcast_by: Mapping[int, Writer] = field(default_factory=dict)  # whose text they had last
    late: Mapping[int, Late] = field(default_factory=dict)  # by message: what was read late
    twice: Collection[int] = ()  # messages that are a second copy of the one before
    told_after: Collection[int] = ()  # messages before which something else was said
    told: Mapping[int, Sequence[str]] = field(default_factory=dict)  # by message: newest texts
    on_call: Sequence[OnCall] = ()
    calls: Mapping[int, Sequence[Call]] = field(default_factory=dict)  # for concerns, by whom
    people: dict[Of, Everybody] = field(default_factory=dict)  # to be found by name
    fits: dict[Of, Suggestions] = field(default_factory=dict)  # where they bring two together
    cards: dict[int, Card] = field(default_factory=dict)  # by person
    records: dict[int, Record | None] = field(default_factory=dict)  # by the number of a concern
    relayed: dict[int, Mapping[int, Wrote]] = field(default_factory=dict)  # who wrote when
    between: dict[int, Between] = field(default_factory=dict)  # by person
    answered: dict[int, int] = field(default_factory=dict)  # by message: whose text it answers
    questions: dict[int, Question | None] = field(default_factory=dict)  # that wait, by handover
    standing: dict[Of, Desk] = field(default_factory=dict)  # where an offer goes to the next
    trained: dict[int, Mapping[int, Minutes]] = field(default_factory=dict)  # by programme
    heard: dict[int, datetime | None] = field(default_factory=dict)  # when somebody wrote last
    learned: dict[int, Learned] = field(default_factory=dict)  # by person, where a lesson is due
    parted: dict[int, bool] = field(default_factory=dict)  # matches that cannot go on
    journeys: dict[int, Journey] = field(default_factory=dict)  # by match, near its end
    worried: set[int] = field(default_factory=set)  # who is in a meeting by text, and confided
    # Of who claims to be whom, and where somebody is reached; by person.
    claims: dict[int, Sequence[Made]] = field(default_factory=dict)
    claims_lately: list[int] = field(default_factory=list)  # how many, of anybody, in a day
    claimed: dict[int, Claimed | None] = field(default_factory=dict)
    addresses: dict[int, Sequence[Reached]] = field(default_factory=dict)


def gather(
    db: Connection,
    claimed: Sequence[Unanswered],
    enrolments: Mapping[int, Sequence[Enrolment]],
    runs: Mapping[int, Sequence[OpenRun]],
    now: datetime,
) -> Rarities:
    """At most one query for each kind, and none where nobody needs it."""
    inside = [message for message in claimed if message.kind == Kind.INSIDE]
    by_news = [run.asked for theirs in runs.values() for run in theirs if run.data.get("by_news")]
    free = [message.person_id for message in claimed if _may_write_back(message, runs)]
    told = {message.person_id for message in inside}
    behind = on_call.every(db)
    return Rarities(
        desk.gather(db, enrolments, runs, _handovers(inside), now),
        history.asked_at(db, by_news) if by_news else {},
        history.spent(db, sorted(told), now - LOOKED_BACK) if told else {},
        progress.reached(db, free, now - ANSWERED_WITHIN) if free else {},
        earlier.late(db, late, runs) if (late := [one for one in claimed if one.sent_at]) else {},
        earlier.twice(db, again, runs) if (again := earlier.said_again(claimed, runs)) else (),
        earlier.told_after(db, short, runs) if (short := earlier.short(claimed, runs)) else (),
        _told(db, quoting, now) if (quoting := _quoting(claimed)) else {},
        behind,
        pages.calls(db, staff) if (staff := _staff(claimed, enrolments, behind)) else {},
    )


def _staff(
    claimed: Sequence[Unanswered],
    enrolments: Mapping[int, Sequence[Enrolment]],
    behind: Sequence[OnCall],
) -> list[int]:
    """Who may have been paged."""
    called = {one.person_id for one in behind}
    for person, theirs in enrolments.items():
        if any(one.role == Role.COORDINATOR for one in theirs):
            called.add(person)
    return [one.person_id for one in claimed if one.person_id in called]


def _quoting(claimed: Sequence[Unanswered]) -> dict[int, int]:
    """The address of each message that has the form of a reaction."""
    return {
        one.id: one.address_id
        for one in claimed
        if one.address_id and one.kind != Kind.INSIDE and reactions.find(one.text)
    }


def _told(db: Connection, quoting: Mapping[int, int], now: datetime) -> dict[int, Sequence[str]]:
    texts = history.told(db, sorted(set(quoting.values())), now - QUOTED_WITHIN)
    return {message: texts.get(address, ()) for message, address in quoting.items()}


def _may_write_back(message: Unanswered, runs: Mapping[int, Sequence[OpenRun]]) -> bool:
    """Whether these words may be for whoever wrote to many: nothing is asked, or they ask."""
    return message.kind == Kind.TEXT and (not runs.get(message.person_id) or "?" in message.text)


def _handovers(inside: Sequence[Unanswered]) -> dict[int, int]:
    """What has just come onto a list, by the coordinator who is told of it."""
    read = {message.person_id: json.loads(message.text) for message in inside}
    return {person: one["handover"] for person, one in read.items() if "handover" in one}
