"""What a programme comes to, in figures, and which of the promises held."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import mean
from typing import NamedTuple

from tests.year import promises
from tests.year.living import Decision, by_week
from tests.year.record import Record

WEEK = timedelta(days=7)
FORTNIGHT = 2  # weeks in which everybody joins
EIGHTY = 80  # pairs, of whom the coordinator is to have few decisions
GOAL = 30  # a week
READY = ("intake.matters", "mentor_intake.capacity")  # the last questions before somebody is ready


class Took(NamedTuple):
    """Seconds of the clock, and of the processor."""

    clock: float
    processor: float


class Figures(NamedTuple):
    """What is printed of it."""

    pairs: int  # at the same time, at most
    texts: float  # to each who takes part, in each week after the first fortnight
    unasked: float  # of these, those that nobody had asked for
    decisions: dict[int, int]  # of the coordinator, by week
    for_eighty: float  # decisions a week for eighty pairs, after the first fortnight
    first_meeting: float  # days from the approval, on the average
    replies: float  # from the first text until ready, in the middle


def of(record: Record, decisions: Sequence[Decision]) -> Figures:
    weeks = max(1, round((record.ended - record.began) / WEEK))
    later = record.began + FORTNIGHT * WEEK
    ours = [one for one in record.sent if one.person not in record.staff and one.at >= later]
    there = sum(len(_together(record, record.began + n * WEEK)) for n in range(FORTNIGHT, weeks))
    people = 2 * there or 1
    found = by_week(decisions, record.began)
    settled = sum(n for week, n in found.items() if week >= FORTNIGHT)
    return Figures(
        pairs=max(len(_together(record, record.began + n * WEEK)) for n in range(weeks + 1)),
        texts=len({(one.person, one.at) for one in ours}) / people,
        unasked=len({(one.person, one.at) for one in ours if _unasked(one.priority, one.kind)})
        / people,
        decisions={week: found.get(week, 0) for week in range(weeks)},
        for_eighty=settled * EIGHTY / (there or 1),
        first_meeting=_first_meeting(record),
        replies=_replies(record),
    )


def _unasked(priority: int, kind: str) -> bool:
    return priority > 0 and kind not in ("reminder", "relayed")


def _together(record: Record, at: datetime) -> list[int]:
    """The matches that go on at a moment."""
    return [
        row["id"]
        for row in record.rows("matches")
        if row["opened_at"] <= at
        and row["state"] != "offered"
        and row["stage"] in ("", "trial")
        and (row["closed_at"] is None or row["closed_at"] > at)
    ]


def _first_meeting(record: Record) -> float:
    """Days from when both had said yes until the first time they met."""
    first: dict[int, datetime] = {}
    for row in record.rows("meetings"):
        if row["state"] == "over":
            at = first.get(row["match_id"], row["starts_at"])
            first[row["match_id"]] = min(at, row["starts_at"])
    opened = {row["id"]: row["opened_at"] for row in record.rows("matches")}
    days = [(at - opened[match]) / timedelta(days=1) for match, at in first.items()]
    return mean(days) if days else 0.0


def _replies(record: Record) -> float:
    """How many texts somebody wrote until they were ready, from their first word on."""
    counted = []
    for said in record.by.values():
        ready = next((n for n, one in enumerate(said, 1) if one.place in READY), 0)
        if ready:
            counted.append(ready)
    return sorted(counted)[len(counted) // 2] if counted else 0


def say(record: Record, decisions: Sequence[Decision], restarts: int, took: Took) -> int:
    """Print it; 1 where a promise is broken."""
    found = of(record, decisions)
    weekly = [n for week, n in found.decisions.items() if week >= FORTNIGHT]
    print(f"\n{len(record.sent)} texts sent, {len(record.said)} written by people.")
    print(f"Took {took.clock:.0f} s, of the processor {took.processor:.0f} s.")
    print(f"The process started anew {restarts} times, {record.deaths} of them in the middle.")
    print("\n| figure | |\n|---|---|")
    print(f"| pairs together, at most | {found.pairs} |")
    print(f"| texts a person and week | {found.texts:.1f} |")
    print(f"| of these unasked for | {found.unasked:.1f} |")
    print(f"| the coordinator's decisions a week | {mean(weekly or [0]):.0f} |")
    print(f"| the same for {EIGHTY} pairs (goal: at most {GOAL}) | {found.for_eighty:.0f} |")
    print(f"| days to the first meeting | {found.first_meeting:.1f} |")
    print(f"| texts of theirs until somebody is ready | {found.replies:.0f} |")
    kinds = Counter(one.what.split(":")[0][:50] for one in decisions).most_common(12)
    print("\nWhat the coordinator decided most often:", dict(kinds))
    print("\n| promise | cases | broken |\n|---|---|---|")
    broken = 0
    for name, judge in promises.JUDGES.items():
        verdict = judge(record)
        broken += len(verdict.wrong)
        print(f"| {name} | {verdict.cases} | {len(verdict.wrong)} |")
        for one in verdict.wrong[:10]:
            print(f"  {one[:300]}")
    return 1 if broken else 0
