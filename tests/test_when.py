"""When: the whole of a phrase about a day or a time is read, or it is not understood."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from flows import reading
from tests.together import together

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


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "29 february 2029"),
        ("en", "fri or sat at 3"),
        ("en", "4pm GMT on friday"),
        ("en", "friday at 6 their time"),
        ("en", "june 3 to 9"),
        ("en", "may 4 - june 2"),
        ("en", "friday + 10 days"),
        ("en", "until friday"),
        ("es", "30 de febrero de 2027"),
        ("es", "después del viernes"),
        ("fr", "avant lundi"),
        ("fr", "à quatorze heures CET"),
        ("fr", "du 3 au 9 juin"),
        ("pt", "31 de junho de 2027"),
        ("pt", "3 a 9 de junho"),
    ],
)
def test_what_is_left_of_a_date_makes_it_unclear(language: str, reply: str) -> None:
    assert said(language, reply) == "-"


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "tomorrow 9-11am", "2026-11-25 09:00:00"),
        ("en", "thursday 11-1pm", "2026-11-26 11:00:00"),
        ("en", "friday 2-5", "2026-11-27 14:00:00"),
        ("en", "2-4pm", "14:00:00"),
        ("en", "saturday from 10 to 12:30", "2026-11-28 10:00:00"),
        ("en", "7 to 9 in the evening", "19:00:00"),
        ("es", "el sábado de 4 a 6", "2026-11-28 16:00:00"),
        ("fr", "jeudi de 14h à 16h", "2026-11-26 14:00:00"),
        ("pt", "quinta das 15 às 17h", "2026-11-26 15:00:00"),
    ],
)
def test_a_stretch_is_its_start(language: str, reply: str, expected: str) -> None:
    assert said(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "friday after 4", "2026-11-27"),
        ("en", "before 3 on friday", "2026-11-27"),
        ("es", "el jueves hasta las 6", "2026-11-26"),
        ("fr", "demain avant 17h", "2026-11-25"),
        ("pt", "sexta depois das 4", "2026-11-27"),
        ("en", "quarter after 5 on friday", "2026-11-27 17:15:00"),
        ("en", "after 4", "-"),
    ],
)
def test_before_and_after_an_hour_are_not_the_hour(
    language: str, reply: str, expected: str
) -> None:
    assert said(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "a week today", "2026-12-01"),
        ("en", "tomorrow week", "2026-12-02"),
        ("en", "two days after christmas", "2026-12-27"),
        ("en", "three days before the 20th of december", "2026-12-17"),
        ("en", "the day after 3 december", "2026-12-04"),
        ("fr", "le lendemain du 3 décembre", "2026-12-04"),
        ("es", "el día siguiente al 3 de diciembre", "2026-12-04"),
        ("en", "in 2 weeks and 3 days", "2026-12-11"),
        ("es", "dos días antes del 20 de diciembre", "2026-12-18"),
        ("es", "dos días antes del viernes", "2026-11-25"),
        ("en", "the day after christmas", "2026-12-26"),
        ("pt", "três dias depois do natal", "2026-12-28"),
        ("fr", "dans 2h30", "2026-11-24 13:00:00"),
        ("en", "today in two hours", "2026-11-24 12:30:00"),
    ],
)
def test_what_is_counted_from_a_day_is_counted(language: str, reply: str, expected: str) -> None:
    assert said(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "the last friday of may 2028", "2028-05-26"),
        ("en", "3 dec 27", "2027-12-03"),
        ("en", "the second day of june", "2027-06-02"),
        ("es", "fines del mes de abril", "2027-04-30"),
        ("pt", "3 de maio do ano que vem", "2027-05-03"),
        ("en", "friday 730", "2026-11-27 07:30:00"),
        ("fr", "vendredi midi et demie", "2026-11-27 12:30:00"),
        ("pt", "quinta dia 26 às 16h", "2026-11-26 16:00:00"),
        ("pt", "quinta vinte para as cinco", "2026-11-26 16:40:00"),
    ],
)
def test_every_part_of_a_date_counts(language: str, reply: str, expected: str) -> None:
    assert said(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "29 february 2029"),
        ("en", "10 weeks and friday"),
        ("es", "el 30 de febrero"),
        ("fr", "lundi ou mardi"),
        ("pt", "31 de abril de 2027"),
    ],
)
def test_what_is_left_of_a_date_makes_a_day_by_which_unclear(language: str, reply: str) -> None:
    with pytest.raises(reading.Unclear):
        reading.date(reply, NOW, language)


def test_before_a_day_is_an_answer_to_by_when() -> None:
    assert reading.date("before friday", NOW, "en") == dt.date(2026, 11, 27)
