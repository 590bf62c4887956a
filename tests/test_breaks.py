"""Until when somebody wants a break, as people write it."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from flows import reading
from flows.engine.states import Heard
from flows.mentoring import pause

NOW = dt.datetime(2026, 3, 26, 10, 30, tzinfo=ZoneInfo("America/New_York"))  # a Thursday


@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "until the 30th", "03-30"),
        ("en", "til may", "05-01"),
        ("en", "tuesday", "03-31"),
        ("en", "when exams are over", "-"),
        ("en", "until school starts", "-"),
        ("es", "después de semana santa", "-"),
        ("fr", "après les vacances", "-"),
        ("pt", "depois do carnaval", "-"),
        ("es", "hasta el 30", "03-30"),
        ("es", "pausa hasta mayo", "05-01"),
        ("fr", "jusqu'au 30", "03-30"),
        ("fr", "jusqu'en mai", "05-01"),
        ("pt", "até dia 30", "03-30"),
        ("pt", "ate o dia 30", "03-30"),
        ("pt", "até o fim do mês", "03-31"),
    ],
)
def test_the_day_until_which_somebody_rests(language: str, reply: str, expected: str) -> None:
    try:
        said = pause.read_until(Heard(reply, NOW, language))[5:]
    except reading.Unclear:
        said = "-"
    assert said == expected
