"""What the fault runs count of offers, terms, texts and goodbyes: each is seen to fail on a made-up
fault."""

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import update

from storage.database import Database, open_database
from storage.tables import Match, Meeting, table
from tests.conftest import sqlite_url
from tests.faults import courses, meetings, outcomes, rehearsal
from tests.faults.lines import Act, Line
from tests.faults.people import Person, Said, everybody
from tests.faults.processes import Fake
from tests.faults.roles import Role

E, T = table(Meeting), table(Match)
NOON, ZONE = datetime(2026, 11, 30, 12, tzinfo=UTC), "Etc/GMT"
THREE_TURNS = 36  # lines and acts: they part, one declines, and they part again


class Two:
    """The first two who are offered to each other, and what they say in a product in peace."""

    def __init__(self, db: Database, count: int = THREE_TURNS) -> None:
        nobody = cast(Fake, None)
        coming = [one for one in everybody(9, nobody, nobody, "thursday") if one.role is Role.COMES]
        self.mentee, self.mentor = sorted(coming, key=lambda one: one.mentor)
        for one in coming:
            for words in meetings.joining(one):
                self._says(one, words)
        self.mentee.matched = True
        self.lines = list(islice(courses.lines(self.mentee, self.mentor), count))
        for line in self.lines:
            if isinstance(line, Line):
                self._says(line.person, line.words)
        self.mentee.acted = sum(isinstance(line, Act) for line in self.lines)
        heard = rehearsal.played(db, coming, ZONE)
        for one in coming:
            one.heard = heard[one.number]

    def _says(self, person: Person, words: str) -> None:
        person.said.append(Said(words, f"{person.number}, {len(person.said)}", NOON))


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path)


@pytest.fixture
def two(url: str) -> Two:
    db = open_database(url)
    found = Two(db)
    db.close()
    return found


def wrong(url: str, two: Two) -> list[str]:
    return outcomes.judge(url, [two.mentee, two.mentor]).wrong


def test_in_peace_both_hear_of_all_that_is_kept(url: str, two: Two) -> None:
    tally = outcomes.judge(url, [two.mentee, two.mentor])
    assert tally.wrong == []
    assert (tally.offers, tally.terms, tally.crossed, tally.apart) == (2, 1, 6, 0)


def test_each_hears_something_wherever_it_is_waited_for(two: Two) -> None:
    for one in (two.mentee, two.mentor):
        waits = sum(one in line.hear for line in two.lines)
        joined = len(list(meetings.joining(one)))
        assert len(one.heard) >= waits + joined - 1


TEXT = courses.TEXT.partition("} ")[2].format(turn=1)


@pytest.mark.parametrize("what", [outcomes.BOOKED, outcomes.AGREED, outcomes.PARTED, TEXT])
def test_what_one_of_them_did_not_hear_is_counted(url: str, two: Two, what: str) -> None:
    place = next(n for n, text in enumerate(two.mentee.heard) if what in text)
    del two.mentee.heard[place]
    assert len(wrong(url, two)) == 1


def test_words_that_are_read_twice_are_counted(url: str, two: Two) -> None:
    place = next(n for n, text in enumerate(two.mentor.heard) if "thanks for turn 1" in text)
    two.mentor.heard.append(two.mentor.heard[place])
    assert len(wrong(url, two)) == 1


def test_what_is_kept_otherwise_is_counted(url: str, two: Two) -> None:
    db = open_database(url)
    with db.writing() as connection:
        connection.execute(update(T).values(state="active"))
        connection.execute(update(E).values(booked_at=None))
    db.close()
    assert len(wrong(url, two)) == 2
