"""What goes from one of a match to the other: what is held back for a person, and what is not."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.safeguarding.crossing import boundaries, contacts, numerals
from assistant.safeguarding.crossing.boundaries import Boundary
from assistant.safeguarding.crossing.contacts import Detail

DATA = Path(__file__).parent / "data" / "relay"
COORDINATOR = "Dana Reyes"
LONG = 4096  # characters of the longest text of any channel
SECONDS = 0.25


def lines(name: str) -> Iterator[str]:
    return iter((DATA / name).read_text().splitlines())


def said(name: str) -> list[str]:
    return [line.rpartition("\t")[2] for line in lines(name)]


def held(text: str) -> bool:
    return bool(boundaries.find(text, COORDINATOR) or contacts.find(text))


@pytest.mark.parametrize(
    "name", ["boundaries.tsv", "boundaries_second.tsv", "boundaries_third.tsv"]
)
def test_signs_of_a_crossed_boundary_are_held(name: str) -> None:
    missed = [text for text in said(name) if not boundaries.find(text, COORDINATOR)]
    assert len(missed) <= 0.05 * len(said(name)), missed


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_they_are_held_in_each_language(language: str) -> None:
    theirs = [one.split("\t") for one in lines("boundaries.tsv") if one.startswith(language)]
    missed = [text for _, _, text in theirs if not boundaries.find(text, COORDINATOR)]
    assert len(missed) <= 0.05 * len(theirs), missed


@pytest.mark.parametrize("name", ["ordinary.tsv", "ordinary_second.tsv", "ordinary_third.tsv"])
def test_what_a_pair_ordinarily_writes_is_not(name: str) -> None:
    wrongly = [text for text in said(name) if held(text)]
    assert len(wrongly) <= 0.02 * len(said(name)), wrongly


@pytest.mark.parametrize("name", ["", "_second", "_third", "_fourth", "_held"])
def test_contact_details_are_held_however_disguised(name: str) -> None:
    missed = [text for text in said(f"contacts{name}.txt") if not contacts.find(text)]
    assert len(missed) <= 0.1 * len(said(f"contacts{name}.txt")), missed


def test_whoever_coordinates_is_one_not_to_be_told() -> None:
    assert boundaries.find("please dont tell sam", "Sam Ortiz") is Boundary.SECRECY
    assert boundaries.find("on se voit sans sam", "Sam Ortiz") is Boundary.ALONE


def test_what_stands_at_the_end_of_a_long_text_is_found() -> None:
    for much in (1390, 1590, 3000):
        assert boundaries.find("bla " * (much // 4) + "this stays between you and me")
        assert contacts.find("bla " * (much // 4) + "call 212 555 0147") is Detail.NUMBER


@pytest.mark.parametrize(
    "text",
    ["tues 12 may, 3:30 to 4:45", "12/06/2026 at 16h30", "pages 40 to 52", "7 8 9", "we won 3 2"],
)
def test_days_hours_and_pages_are_no_number(text: str) -> None:
    assert numerals.longest(text) < contacts.DIGITS


@pytest.mark.parametrize(
    "letter", ["a", "a ", "1 a ", "_", ".", "@", "a.", "send ", "no le ", "rue "]
)
def test_nothing_takes_long_to_look_at(letter: str) -> None:
    text = (letter * LONG)[:LONG]
    began = time.thread_time()
    held(text)
    assert time.thread_time() - began < SECONDS
