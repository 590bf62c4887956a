"""Facts that few turns need: each is asked for only where somebody in the batch needs it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant import desk
from assistant.channels import Kind
from assistant.desk import Desk
from storage import broadcasts, messages
from storage.broadcasts import Writer
from storage.messages import Unanswered
from storage.participants import Enrolment
from storage.runs import OpenRun

ANSWERED_WITHIN = timedelta(days=3)  # a text that went to many
LOOKED_BACK = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Rarities:
    """What few turns of a batch need."""

    desks: Mapping[int, Desk] = field(default_factory=dict)  # by programme, for coordinators
    asked_at: Mapping[str, Sequence[datetime]] = field(default_factory=dict)  # by news: sent
    spent: Mapping[int, Sequence[datetime]] = field(default_factory=dict)  # of the budget
    broadcast_by: Mapping[int, Writer] = field(default_factory=dict)  # whose text they had last


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
    return Rarities(
        desk.gather(db, enrolments, runs, _handovers(inside), now),
        messages.asked_at(db, by_news) if by_news else {},
        messages.spent(db, sorted(told), now - LOOKED_BACK) if told else {},
        broadcasts.reached(db, free, now - ANSWERED_WITHIN) if free else {},
    )


def _may_write_back(message: Unanswered, runs: Mapping[int, Sequence[OpenRun]]) -> bool:
    """Whether these words may be for whoever wrote to many: nothing is asked, or they ask."""
    return message.kind == Kind.TEXT and (not runs.get(message.person_id) or "?" in message.text)


def _handovers(inside: Sequence[Unanswered]) -> dict[int, int]:
    """What has just come onto a list, by the coordinator who is told of it."""
    read = {message.person_id: json.loads(message.text) for message in inside}
    return {person: one["handover"] for person, one in read.items() if "handover" in one}
