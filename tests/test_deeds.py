"""Whether two people met: a yes to what may come tells nothing of what has happened."""

from pathlib import Path

import pytest

from tests.test_agreement import heard
from tests.together import together

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "did_they_meet.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@together
@pytest.mark.parametrize(("language", "reply", "trigger"), CASES)
def test_a_meeting_is_told_of_by_words_of_what_has_happened(
    language: str, reply: str, trigger: str
) -> None:
    assert heard("feedback.met", language, reply) == trigger
