"""Cases that are tried in one test: each is tried, and each that fails is named."""

import inspect

import pytest

from tests.together import together

tried: list[tuple[int, str]] = []


@together
@pytest.mark.parametrize(("number", "expected"), [(1, 1), (2, 3), pytest.param(4, 4, id="four")])
@pytest.mark.parametrize("text", ["a", pytest.param("b")])
def _cases(limit: int, number: int, expected: int, text: str) -> None:
    tried.append((number, text))
    assert number == expected
    with pytest.raises(ValueError, match="less"):
        if number < limit:
            raise ValueError("less")


def test_every_case_is_tried_and_each_that_fails_is_named() -> None:
    tried.clear()
    with pytest.raises(BaseExceptionGroup, match="4 of 6 cases failed") as failed:
        _cases(limit=3)
    assert sorted(tried) == [(one, text) for one in (1, 2, 4) for text in "ab"]
    assert [one.__notes__ for one in failed.value.exceptions] == [
        [f"in the case text = {text!r}, number = {number}, expected = {expected}"]
        for text in "ab"
        for number, expected in ((2, 3), (4, 4))
    ]


def test_nothing_fails_where_no_case_does() -> None:
    heard: list[str] = []

    @together
    @pytest.mark.parametrize("text", ["a", "b"])
    def passing(text: str) -> None:
        heard.append(text)

    passing()
    assert heard == ["a", "b"]


def test_its_fixtures_and_what_else_it_is_parametrized_for_are_left() -> None:
    several = pytest.mark.parametrize("limit", [5])(_cases)
    assert [*inspect.signature(several).parameters] == ["limit"]
    assert [one.args[0] for one in several.pytestmark] == ["limit"]


def test_where_there_is_no_case_it_says_so() -> None:
    @pytest.mark.parametrize("text", [])
    def empty(text: str) -> None: ...

    with pytest.raises(AssertionError, match="there is nothing to try"):
        together(empty)
