"""The flow of the exercise, in a copy of the product that has it: by its words and by MENU."""

import pytest

from storage.database import Database
from tests.phones import Phone, World

ASKED = "Look back at your goal: get my licence. What are you proud of?"
JOINED = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1")
WITH_A_GOAL = (*JOINED, "2", "get my licence", "when I pass", "book a lesson", "30 june", "1")


@pytest.fixture
def phone(db: Database) -> Phone:
    found = World(db).phone()
    found.says(*WITH_A_GOAL)
    return found


def test_its_words_open_it(phone: Phone) -> None:
    assert ASKED in phone.says("i want to look back")[0]
    assert phone.says("1") == ["You can be. Well done!"]


def test_what_may_be_an_answer_is_asked_about(phone: Phone) -> None:
    phone.says("ask")
    assert "look back a little" in phone.says("lets look back at it, and then at all the rest")[0]


def test_menu_opens_it(phone: Phone) -> None:
    rows = phone.says("menu")[0]
    number = rows.split(" look back")[0][-1]
    assert ASKED in phone.says(number)[0]


def test_menu_leaves_it_out_where_its_row_does_not_apply(db: Database) -> None:
    phone = World(db).phone()
    phone.says(*JOINED, "0")
    assert "look back" not in phone.says("menu")[0]
