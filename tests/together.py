"""Many small cases in one test: to begin a test, and to tell of it, takes longer than they do."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any

import pytest

Case = dict[str, Any]
FAILURES = (Exception, pytest.fail.Exception)


def together(test: Any) -> Callable[..., None]:
    """Try in one test all cases for which it is parametrized below this line, whatever becomes of
    the others; each that fails is named. They share the fixtures, so that none may change them."""
    marks = [one for one in test.pytestmark if one.name == "parametrize"]
    cases = [_joined(parts) for parts in product(*map(_cases, marks))]
    assert cases, "there is nothing to try"

    def every(*args: Any, **fixtures: Any) -> None:
        try_each(partial(test, *args, **fixtures), cases)

    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        setattr(every, name, getattr(test, name))
    signature = inspect.signature(test)
    left = [one for name, one in signature.parameters.items() if name not in cases[0]]
    every.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
    every.pytestmark = [one for one in test.pytestmark if one not in marks]  # type: ignore[attr-defined]
    return every


def try_each(test: Callable[..., None], cases: Sequence[Case]) -> None:
    """Each whatever becomes of the others; each that fails is named."""
    if failed := [error for case in cases if (error := _failure(test, case))]:
        raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases failed", failed)


def _cases(mark: pytest.Mark) -> Iterator[Case]:
    """The arguments of each case of one parametrization."""
    names, values = mark.args
    alone = isinstance(names, str)
    for one in values:
        given = one.values if isinstance(one, pytest.ParameterSet) else [one] if alone else one
        yield dict(zip([names] if alone else names, given, strict=True))


def _joined(parts: tuple[Case, ...]) -> Case:
    return {name: value for part in parts for name, value in part.items()}


def _failure(test: Callable[..., None], case: Case) -> BaseException | None:
    try:
        test(**case)
    except FAILURES as error:
        error.add_note("in the case " + ", ".join(f"{k} = {v!r}" for k, v in case.items()))
        return error
    return None
