"""When: the whole of a phrase about a day or a time is read, or it is not understood."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from flows import reading

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("America/New_York"))  # a Tuesday


def said(language: str, reply: str) -> str:
    """The moment as ISO text; a dash where it is unclear."""
    try:
        return reading.written(reading.moment(reply, NOW, language))
    except reading.Unclear:
        return "-"


@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "Tonight at 8.", "2026-11-24 20:00:00"),
        ("es", "El lunes a las 9. Gracias", "2026-11-30 09:00:00"),
        ("fr", "lun. 14. déc", "2026-12-14"),
        ("pt", "A sexta que vem.", "2026-12-04"),
    ],
)
def test_a_full_stop_ends_a_sentence_and_not_a_time(
    language: str, reply: str, expected: str
) -> None:
    assert said(language, reply) == expected
