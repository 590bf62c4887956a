"""Open runs: from their rows into a turn, and back into rows."""

import random
from dataclasses import dataclass
from datetime import datetime

from assistant.schedule import silences
from assistant.turns.context import Known
from flows import FLOWS
from flows.engine import versions
from flows.engine.standing import Standing
from flows.engine.states import Flow
from storage.runs import MovedRun, NewRun, OpenRun
from storage.tables import Json

# Who has not agreed is only ever answered.
BEFORE_CONSENT = ("consent", "joining", "minor", "guardian", "new_number")


@dataclass(slots=True)
class Open:
    """An open run, as this turn leaves it."""

    id: int | None
    flow: Flow
    programme_id: int | None
    role: str
    depth: int
    standing: Standing
    asked: str
    before: str = ""  # the key of the question before
    nudged: bool = False
    by_news: bool = False  # nobody asked for its question: it counts from when it was sent
    moved_at: datetime | None = None
    nudge_at: datetime | None = None
    heard: int = 0  # the mark of the words that moved it last
    closed: bool = False
    touched: bool = False

    @property
    def about(self) -> str:
        """The match it is about, if it is about one."""
        return str(self.standing.answers.get("match") or self.standing.answers.get("who") or "")

    def close(self) -> None:
        self.closed = self.touched = True


def key() -> str:
    """The key of a question. No secret: only a person's own runs are looked up by it."""
    return f"{random.getrandbits(48):012x}"


def read(run: OpenRun) -> Open | None:
    """The run, or None when its flow or its state is gone."""
    data, flow = run.data, FLOWS.get(run.flow)
    if flow is None or not versions.stands(flow, run.state):
        return None
    return Open(
        run.id,
        flow,
        run.programme_id,
        run.role,
        run.depth,
        versions.moved(flow, Standing.of(run.state, data)),
        run.asked,
        data.get("before", ""),
        data.get("nudged", False),
        data.get("by_news", False),
        run.moved_at,
        run.nudge_at,
        data.get("heard", 0),
    )


def lost(run: OpenRun, now: datetime) -> MovedRun:
    """The row of a run that cannot be read any more: it is over."""
    return MovedRun(
        id=run.id,
        state=run.state,
        depth=run.depth,
        asked="",
        data={},
        moved_at=now,
        closed_at=now,
        nudge_at=None,
    )


def added(run: Open, known: Known) -> NewRun:
    """The row of a run that this turn has opened."""
    return NewRun(
        person_id=known.person.id,
        programme_id=run.programme_id,
        role=run.role,
        flow=run.flow.name,
        state=run.standing.state,
        depth=run.depth,
        asked=run.asked,
        data=_data(run),
        opened_at=known.now,
        moved_at=known.now,
        closed_at=None,
        nudge_at=_nudge_at(run, known),
    )


def moved(run: Open, number: int, known: Known) -> MovedRun:
    """Where a run stands that was open before, by its number."""
    return MovedRun(  # by place: see outbound
        number,
        run.standing.state,
        run.depth,
        run.asked,
        {} if run.closed else _data(run),
        known.now,
        known.now if run.closed else None,
        _nudge_at(run, known),
    )


def _nudge_at(run: Open, known: Known) -> datetime | None:
    """Once, a day after they fell silent: that is looked at when they might have, and put off
    where they have not. The same for everybody of a zone in this batch."""
    if run.closed or run.nudged or run.flow.name in BEFORE_CONSENT:
        return None
    if run.nudge_at is not None:
        return run.nudge_at
    zone, nudges = known.person.zone, known.shared.nudges
    at = nudges.get(zone)
    if at is None:
        at = nudges[zone] = silences.ends(known.now, zone)
    return at


def _data(run: Open) -> Json:
    data: dict[str, object] = run.standing.stored()
    if run.before:
        data["before"] = run.before
    if run.nudged:
        data["nudged"] = True
    if run.by_news:
        data["by_news"] = True
    if run.heard:
        data["heard"] = run.heard
    return data
