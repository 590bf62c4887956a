"""A yes to the time that the other proposed, at another place: it is proposed there, not booked."""

from pathlib import Path

import pytest

from storage.database import open_database
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World


def proposed(tmp_path: Path, language: str = "en") -> tuple[Phone, Phone]:
    """Jay has proposed Friday at 11 in the library; Rosa has heard of it."""
    world = World(open_database(sqlite_url(tmp_path)))
    people = [One("+12125550171", "mentor", name="Rosa", language=language), One("+12125550172")]
    mentor, mentee = add(world, people)
    bring_together(world, [(mentor, mentee)])
    rosa, jay = (world.phone(one.address) for one in people)
    jay.says("MEETING", "friday at 11", "1", "1")
    rosa.hears()
    return rosa, jay


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(("en", "yes but by phone"), ("en", "ok but at the cafe instead")),
        *(("en", "friday 11 works but by phone"), ("en", "yes friday at 11 at the cafe")),
        *(("es", "sí pero por teléfono"), ("es", "vale, en el parque mejor")),
        *(("fr", "oui mais au café"), ("fr", "oui mais par téléphone")),
        *(("pt", "sim mas por ligação"), ("pt", "pode ser, mas na praça")),
    ],
)
def test_a_yes_to_the_time_at_another_place_is_proposed_there(
    tmp_path: Path, language: str, said: str
) -> None:
    rosa, jay = proposed(tmp_path, language)
    assert "\n1 Harbor Library" in rosa.says(said)[0]
    assert jay.hears() == []
    rosa.says("3")
    assert "Rosa can do Fri, Mar 6, 11 am, by text." in jay.hears()[0]
    assert "Booked! Fri, Mar 6, 11 am, by text" in jay.says("1")[0]


@pytest.mark.parametrize("said", ["yes at the library", "friday at 11 at the library works", "ok"])
def test_a_yes_to_the_very_place_books(tmp_path: Path, said: str) -> None:
    rosa, _jay = proposed(tmp_path)
    assert "Booked! Fri, Mar 6, 11 am, Harbor Library" in rosa.says(said)[0]


def test_the_same_place_picked_after_all_books(tmp_path: Path) -> None:
    rosa, jay = proposed(tmp_path)
    assert "Booked!" in rosa.says("yes but by phone", "1")[0]
    assert "Booked!" in jay.hears()[0]
