"""When somebody is usually free, read from their own words."""

from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import reading
from flows.reading import Unclear, Window

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
        assert found == sorted(found), text
        for one, other in pairwise(found):
            assert one.weekday < other.weekday or one.end < other.start, text


def test_nothing_lies_outside_the_hours_in_which_people_meet() -> None:
    assert reading.availability("tuesday 7am to 11pm", "en") == [Window(1, time(9), time(20))]
    with pytest.raises(Unclear):
        reading.availability("tuesday after 9pm", "en")


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
    started = perf_counter()
    for each in read(text, language):
        assert time(9) <= each.start < each.end <= time(20)
    assert perf_counter() - started < 0.5
