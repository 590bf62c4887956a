"""Two people on two channels, from the first word to three months after the last."""

from pathlib import Path

from tests.conftest import sqlite_url
from tests.journey import played
from tests.journey.__main__ import PAGE
from tests.journey.figures import MOST_DAYS, MOST_REPLIES
from tests.journey.played import PAIRS, SHOWN, Played


async def test_the_page_is_what_the_product_says(tmp_path: Path) -> None:
    journey = await played.played(sqlite_url(tmp_path), PAIRS[SHOWN])
    within_bounds(journey)
    assert journey.page == PAGE.read_text()


def within_bounds(journey: Played) -> None:
    print(journey.figures)
    assert journey.figures.replies <= MOST_REPLIES
    assert journey.figures.days <= MOST_DAYS
