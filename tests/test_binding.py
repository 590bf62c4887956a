"""Replies at questions that bind or protect, as people text them: a doubt is asked about."""

from pathlib import Path

import pytest

from tests.test_agreement import heard
from tests.together import together

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "at_binding.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@together
@pytest.mark.parametrize(("language", "place", "reply", "trigger"), CASES)
def test_where_something_follows_nothing_is_guessed(
    language: str, place: str, reply: str, trigger: str
) -> None:
    assert heard(place, language, reply) == trigger
