"""What one side says of a meeting: when the coordinator should look."""

import pytest

from assistant.turns.handlers import feedback
from storage.mentoring.feedback import Given

FIRST = Given(1, 1, "meeting:a", 4, {"met": "yes"})
OTHERS = FIRST._replace(person_id=2)


@pytest.mark.parametrize(
    ("other", "worth"),
    [
        (OTHERS._replace(rating=2), True),
        (OTHERS._replace(rating=3), False),
        (OTHERS._replace(rating=None), False),
        (OTHERS._replace(answers={"met": "no"}), True),
        (OTHERS._replace(answers={}), False),
        (OTHERS._replace(rating=1, about="meeting:b"), False),
        (FIRST._replace(rating=2), False),  # it has become better
        (FIRST._replace(rating=5, about="meeting:b"), False),
        (FIRST._replace(rating=6, about="meeting:b"), True),
        (FIRST._replace(rating=6, about="check_in:1"), False),
        (FIRST._replace(rating=None), False),
    ],
)
def test_two_answers_are_worth_a_look_where_they_are_far_apart(other: Given, worth: bool) -> None:
    assert feedback.differ(FIRST, other) is worth


def test_that_neither_has_met_the_other_is_no_difference() -> None:
    missed = FIRST._replace(rating=None, answers={"met": "no"})
    assert not feedback.differ(missed, missed._replace(person_id=2))
    assert feedback.differ(missed, OTHERS)
    assert not feedback.differ(missed, OTHERS._replace(answers={}))
