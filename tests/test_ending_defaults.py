"""How long before a last day people are asked, by the time they have together."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from assistant.programmes import goodbyes
from assistant.programmes.goodbyes import Ending
from tests.one_turn import BRIDGE

FIRST = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(365, (30, 14)), (180, (30, 14)), (90, (15, 7)), (30, (5, 2)), (14, (4, 2))],
)
def test_notice_is_in_proportion_to_a_short_time(days: int, expected: tuple[int, int]) -> None:
    assert goodbyes.notices(Ending(), FIRST, FIRST + timedelta(days=days)) == expected


def test_a_programme_names_its_own_notices() -> None:
    own = BRIDGE._replace(settings={"goodbye": {"notices": [21, 7], "follow_up": 0}})
    assert goodbyes.notices(goodbyes.of(own), FIRST, FIRST + timedelta(days=365)) == (21, 7)
    assert goodbyes.of(BRIDGE) == goodbyes.of(None) == Ending()


def test_the_second_notice_comes_after_the_first() -> None:
    with pytest.raises(ValidationError):
        Ending(notices=(7, 14))
