"""Versions of an agreement as they are kept: sealed, closed with the match, gone with a person."""

import pytest
from sqlalchemy import Connection, select, text

from storage.database import Database
from storage.mentoring import agreements
from storage.mentoring.agreements import ChangedVersion, LastDay, NewVersion
from storage.records import about, erasing
from storage.tables import AgreementVersion, Match, table
from tests.agreeing import Two
from tests.phones import START

V, T = table(AgreementVersion), table(Match)
TERMS = {"often": "week", "long": 60, "how": "person"}


@pytest.fixture
def two(db: Database) -> Two:
    return Two(db)


def new(two: Two, version: int, state: str = "asked") -> NewVersion:
    return NewVersion(two.match, version, "mentor", state, TERMS, {}, {}, START)


def states(db: Connection) -> list[str]:
    return list(db.execute(select(V.c.state).order_by(V.c.version)).scalars())


def test_a_version_is_known_by_its_match_and_number(two: Two) -> None:
    with two.world.db.writing() as db:
        agreements.add(db, [new(two, 1), new(two, 2)])
        changed = ChangedVersion(two.match, 1, "dropped", {"mentor": "x"}, {}, START)
        agreements.change(db, [changed])
        first, second = agreements.of(db, [two.match])
        assert (first.state, first.okays, second.state) == ("dropped", {"mentor": "x"}, "asked")
        assert agreements.of(db, [two.match + 1]) == []


def test_what_still_stood_is_closed_with_the_match(two: Two) -> None:
    with two.world.db.writing() as db:
        agreements.add(db, [new(two, 1, "settled"), new(two, 2)])
        agreements.change(db, [ChangedVersion(two.match, 1, "replaced", {}, {}, START)])
        agreements.close(db, [two.match], START)
        assert states(db) == ["replaced", "closed"]


def test_the_last_day_is_the_match_s(two: Two) -> None:
    with two.world.db.writing() as db:
        agreements.end_on(db, [LastDay(two.match, "2026-06-30")])
        assert db.execute(select(T.c.last_on)).scalar_one() == "2026-06-30"


def test_the_terms_are_sealed(two: Two) -> None:
    with two.world.db.writing() as db:
        agreements.add(db, [new(two, 1)])
        kept = db.execute(text("SELECT terms FROM agreement")).scalar_one()
        assert b"week" not in bytes(kept)


def test_either_is_shown_it_and_it_goes_with_either(two: Two) -> None:
    with two.world.db.writing() as db:
        agreements.add(db, [new(two, 1, "settled")])
        for name in ("Rosa", "Jay"):
            shown = dict(about.rows(db, two.ids[name]))
            assert [row["terms"] for row in shown["agreement"]] == [TERMS]
        while erasing.own(db, two.ids["Jay"], START):
            pass
        assert states(db) == []
