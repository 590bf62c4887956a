"""When somebody is usually free, read from their own words."""

from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from pathlib import Path
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import reading
from flows.reading import Unclear, Window
from tests.together import together

LANGUAGES = ("en", "es", "fr", "pt")
# Language, what was written, the windows meant: "02@17-19; 5@9-12", or a dash for none.
TABLE = (Path(__file__).parent / "data" / "availability.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]


def clock(text: str) -> time:
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute or 0))


def windows(written: str) -> Iterator[Window]:
    for part in written.split("; "):
        days, _, hours = part.partition("@")
        start, end = hours.split("-")
        yield from (Window(int(day), clock(start), clock(end)) for day in days)


def covered(found: list[Window]) -> set[tuple[int, int]]:
    """The minutes of the week, so that it does not matter how windows were written."""
    return {
        (each.weekday, minute)
        for each in found
        for minute in range(
            each.start.hour * 60 + each.start.minute, each.end.hour * 60 + each.end.minute
        )
    }


def read(text: str, language: str) -> list[Window]:
    try:
        return reading.availability(text, language)
    except Unclear:
        return []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_in_ten_ways_of_saying_when_are_read_right(language: str) -> None:
    rows = [(text, meant) for code, text, meant in ROWS if code == language]
    right = [
        covered(read(text, language)) == covered([*windows(meant)] if meant != "-" else [])
        for text, meant in rows
    ]
    print(f"{language}: {sum(right)} of {len(right)}")
    assert len(rows) >= 30
    assert sum(right) / len(right) >= 0.9


def test_windows_are_in_order_and_none_touches_another() -> None:
    for language, text, _meant in ROWS:
        found = read(text, language)
        assert list(found) == sorted(found), text
        for one, other in pairwise(found):
            assert one.weekday < other.weekday or one.end < other.start, text


def test_nothing_lies_outside_the_hours_in_which_people_meet() -> None:
    assert reading.availability("tuesday 7am to 11pm", "en") == (Window(1, time(9), time(20)),)
    with pytest.raises(Unclear):
        reading.availability("tuesday after 9pm", "en")


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ""),
        ("en", "i sat next to her"),
        ("en", "I have 3 brothers"),
        ("en", "it changes every week"),
        ("en", "im not free"),
        ("es", "el mar me gusta"),
        ("es", "depende de mi mamá"),
        ("fr", "je sais pas trop"),
        ("pt", "quero ter um emprego"),
        ("pt", "não sei"),
    ],
)
def test_what_says_no_time_of_a_week_is_unclear(language: str, text: str) -> None:
    with pytest.raises(Unclear):
        reading.availability(text, language)


@settings(deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(TABLE.replace("\t", " ").split()), max_size=60).map(" ".join),
    st.sampled_from([*LANGUAGES, "xx", ""]),
)
def test_any_text_is_windows_or_unclear_and_takes_no_time(text: str, language: str) -> None:
    started = thread_time()
    for each in read(text, language):
        assert time(9) <= each.start < each.end <= time(20)
    assert thread_time() - started < 0.5


@together
@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "Monday: unavailable\nTuesday: 9 - 11\nFriday: none", "1@9-11"),
        ("en", "mon 4-6, tue busy, wed n/a, thu after 5", "0@16-18; 3@17-20"),
        ("en", "Tue: -\nWed: all day", "2@9-20"),
        ("es", "lunes: no disponible, jueves de 4 a 6", "3@16-18"),
        ("fr", "lundi : indisponible, jeudi de 14h à 16h", "3@14-16"),
        ("pt", "segunda: sem disponibilidade\nquinta: 14h às 16h", "3@14-16"),
        ("en", "wednesdays i work 9 to 5, mondays after 3", "0@15-20"),
        ("en", "anything but thursdays", "012456@9-20"),
        ("en", "any time but 1-2 on fridays", "012356@9-20; 4@9-13; 4@14-20"),
        ("pt", "toda noite depois das 18h menos quinta", "012456@18-20"),
        ("pt", "quinta não, sexta depois do meio-dia", "4@12-20"),
    ],
)
def test_what_is_refused_is_not_free(language: str, text: str, meant: str) -> None:
    assert covered(read(text, language)) == covered([*windows(meant)])


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i work until 6"),
        ("en", "I teach every day from 10 to 2. Other than that I'm around"),
        ("en", "i can't make these times:\nMonday 3-4\nFriday 9-11"),
        ("en", "Monday: gym, Tuesday: choir"),
        ("en", "every other thursday"),
        ("en", "the second tuesday of the month"),
        ("en", "saturday 14 march at 3"),
        ("en", "weekdays 5-7pm CET"),
        ("en", "are mondays any good?"),
        ("en", "two hours on tuesdays"),
        ("en", "R 1-3"),
        ("en", "mondays are tough"),
        ("en", "fridays until next month"),
        ("en", "monday ok tuesday busy friday 2-4"),
        ("en", "i dont work on fridays"),
        ("en", "this thursday at 3"),
        ("en", "friday, not sure about monday"),
        ("en", "weekdays after training"),
        ("en", "mondays before i pick him up"),
        ("es", "trabajo de 9 a 5"),
        ("es", "los lunes después del gimnasio"),
        ("fr", "le lundi après la piscine"),
        ("pt", "segunda depois da piscina"),
        ("es", "tengo clases hasta las 4"),
        ("fr", "je bosse jusqu'à 18h"),
        ("fr", "un lundi sur deux, le premier"),
        ("pt", "trabalho das 9 às 17h"),
        ("pt", "estou na escola até as 15h"),
    ],
)
def test_what_is_taken_or_left_over_is_asked_again(language: str, text: str) -> None:
    assert read(text, language) == []


@together
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("M-F 3-5pm", "01234@15-17"),
        ("MWF after 4", "024@16-20"),
        ("Tue. 4-6, Thu. 5-7", "1@16-18; 3@17-19"),
        ("0930-1200 on mondays", "0@9:30-12"),
        ("noon to 2 on sundays", "6@12-14"),
        ("4 PM to 12 AM", "0123456@16-20"),
        ("8:30 - 11:30", "0123456@9-11:30"),
        ("tuesdays, but only after 4", "1@16-20"),
        ("any time after 1pm on Tuesday/Thursday", "13@13-20"),
        ("weeknights", "01234@17-20"),
        ("mondays evenings, after 6", "0@18-20"),
        ("daily 17:00~19:00", "0123456@17-19"),
        ("any weekday after 5:30 pm", "01234@17:30-20"),
        ("after school on mondays until 6", "0@15:30-18"),
        ("before 11 and evenings after 7", "0123456@9-11; 0123456@19-20"),
        ("my lunch break on wed", "2@12-14"),
        ("weekdays after 4ish", "01234@16-20"),
        ("fri from 4ish til 6ish", "4@16-18"),
    ],
)
def test_hours_are_read_as_timetables_write_them(text: str, meant: str) -> None:
    assert covered(read(text, "en")) == covered([*windows(meant)])


@together
@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "weekdays im not free till 6, saturdays all day", "01234@18-20; 5@9-20"),
        ("en", "cant do weekdays before 6, sat and sun whenever", "01234@18-20; 56@9-20"),
        ("es", "lunes no puedo antes de las 5, sabado si", "0@17-20; 5@9-20"),
        ("pt", "durante a semana não to livre até as 18", "01234@18-20"),
        ("en", "wed i work 9-5, sat free", "5@9-20"),
        ("en", "sat anytime sun after 2", "5@9-20; 6@14-20"),
        ("fr", "le samedi n'importe quand", "5@9-20"),
        ("en", "im not free until the weekend", "-"),
        # Whose hours they are.
        ("en", "wknds n after 4 on weekdays", "01234@16-20; 56@9-20"),
        ("es", "findes y entre semana despues de las 4", "01234@16-20; 56@9-20"),
        ("en", "mondays and after 4 on tuesdays", "0@9-20; 1@16-20"),
        ("en", "sat and sun after 2", "56@14-20"),
        ("es", "domingos pero en la mañana no", "6@12-20"),
        ("es", "l a v despues de 5", "01234@17-20"),
        # Hours in words, after noon too.
        ("fr", "lundi et mercredi entre quatorze et dix-sept heures", "02@14-17"),
        ("fr", "le mardi de dix heures à midi", "1@10-12"),
        ("pt", "terça das catorze às dezesseis", "1@14-16"),
    ],
)
def test_every_hour_goes_with_its_days(language: str, text: str, meant: str) -> None:
    found = read(text, language)
    assert covered(found) == covered([*windows(meant)] if meant != "-" else [])


@together
@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "weekends or after 6", "01234@18-20; 56@9-20"),
        ("en", "weekends and evenings", "01234@17-20; 56@9-20"),
        ("en", "saturday or after school", "01234@15:30-20; 5@9-20"),
        ("en", "monday morning or afternoon", "0@9-17"),
        ("es", "fines de semana o después de las 6", "01234@18-20; 56@9-20"),
        ("fr", "le week-end ou après 18h", "01234@18-20; 56@9-20"),
        ("pt", "fim de semana ou depois das 18", "01234@18-20; 56@9-20"),
    ],
)
def test_hours_after_an_or_are_of_any_day(language: str, text: str, meant: str) -> None:
    assert covered(read(text, language)) == covered([*windows(meant)])
