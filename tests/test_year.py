"""A small one of the year: a few pairs for some weeks, with deaths, and what is counted of it."""

import argparse
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.database import open_database
from tests.conftest import sqlite_url
from tests.year import __main__ as year
from tests.year import figures, programme, promises
from tests.year.living import Decision, Life
from tests.year.record import Record

SMALL = argparse.Namespace(pairs=3, weeks=6, restarts=12, grain=60, seed=3, keep="", quiet=True)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    with pytest.MonkeyPatch.context() as patch:
        db = open_database(sqlite_url(Path(tmp_path_factory.mktemp("year"))))
        life = Life(db, programme.described(until="2028-06-30"), year.when(SMALL), patch)
        yield year.lived(life, SMALL)
        db.close()


def test_some_weeks_keep_every_promise(lived: Life) -> None:
    record = lived.record()
    wrong = {name: list(judge(record).wrong) for name, judge in promises.JUDGES.items()}
    assert {name: found for name, found in wrong.items() if found} == {}
    assert (lived.restarts, record.deaths > 3) == (12, True)


def test_its_figures_are_those_of_the_tables(
    lived: Life, capsys: pytest.CaptureFixture[str]
) -> None:
    record = lived.record()
    found = figures.of(record, lived.decisions)
    assert 0 < found.pairs <= 3
    assert 0 < found.unasked < found.texts < 20
    assert sum(found.decisions.values()) == len(lived.decisions)
    assert figures.say(record, lived.decisions, lived.restarts, figures.Took(1, 1)) == 0
    assert "| texts a person and week |" in capsys.readouterr().out


def test_what_breaks_a_promise_is_printed(lived: Life, capsys: pytest.CaptureFixture[str]) -> None:
    record: Record = lived.record()
    record.sent = [one._replace(text="Open www.example.org") for one in record.sent]
    decisions = [Decision(record.began + timedelta(days=20), "pair")]
    assert figures.say(record, decisions, 0, figures.Took(1, 1)) == 1
    assert "www.example.org" in capsys.readouterr().out
