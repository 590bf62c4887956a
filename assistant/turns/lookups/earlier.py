"""What was asked and said before a message came, where that decides how it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.turns import duplicates
from storage import history
from storage.inbox.unanswered import Unanswered
from storage.runs import OpenRun

NOD = 24  # characters at most: "okay thank you so much"


@dataclass(frozen=True, slots=True)
class Late:
    """Where a text that was read late belongs."""

    asked_after: bool  # the open question was put to them only then
    said_after: Sequence[str]  # what they wrote after it, as far as we know


def told_after(
    db: Connection, some: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]
) -> set[int]:
    """The messages before which something was said that was not the question that is open."""
    addresses = sorted({one.address_id for one in some if one.address_id})
    told = history.last_told(db, addresses)
    return {
        one.id
        for one in some
        if one.address_id in told
        and told[one.address_id] > max(run.moved_at for run in runs[one.person_id])
    }


def short(claimed: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]) -> list[Unanswered]:
    """Words to an open question that are so few that they may only nod; a number picks."""
    return [
        one
        for one in claimed
        if one.kind == Kind.TEXT
        and len(one.text) <= NOD
        and runs.get(one.person_id)
        and not any(map(str.isdigit, one.text))
    ]


def said_again(
    claimed: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]
) -> list[Unanswered]:
    return [
        one
        for one in claimed
        if any(duplicates.may_be(one, run) for run in runs.get(one.person_id, ()))
    ]


def twice(
    db: Connection, again: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]
) -> set[int]:
    seen = _seen_at(db, again, runs)
    return {one.id for one in again if one.id in seen and duplicates.is_one(one, seen[one.id])}


def late(
    db: Connection, some: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]
) -> dict[int, Late]:
    seen = _seen_at(db, some, runs)
    addresses = [one.address_id for one in some if one.address_id]
    said = history.said_since(db, addresses, min(one.created_at for one in some))
    return {
        one.id: Late(
            one.id in seen and ((at := seen[one.id]) is None or one.created_at < at),
            [
                text
                for address, at, text in said
                if address == one.address_id and at > one.created_at
            ],
        )
        for one in some
    }


def _seen_at(
    db: Connection, some: Sequence[Unanswered], runs: Mapping[int, Sequence[OpenRun]]
) -> dict[int, datetime | None]:
    """When the question that is open to the sender of a message was handed over; None: not yet.
    What an internal event asks counts for itself."""
    asked = {
        one.address_id: max(moved)
        for one in some
        if one.address_id
        and (moved := [r.moved_at for r in runs.get(one.person_id, ()) if not _by_news(r)])
    }
    handed = history.handed_over(db, asked) if asked else {}
    return {
        one.id: handed.get(one.address_id, asked[one.address_id])
        for one in some
        if one.address_id in asked
    }


def _by_news(run: OpenRun) -> bool:
    return bool(run.data.get("by_news"))
