"""How well replies are understood: files of cases, one JSON object a line, scored by language."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from flows import reading

MOST_MISSES = 20
# The bars, in per cent and milliseconds.
DATES, DATES_IN_A_LANGUAGE, YES_NO = 85.0, 80.0, 95.0
MEDIAN, WORST = 1.0, 20.0


class NoCases(Exception):
    """A file that holds none, or one of another form."""


@dataclass(frozen=True)
class Case:
    """A reply, how else it was said, and what it should be read as."""

    language: str
    kind: str  # date, time, datetime, or yes-no
    text: str
    sentence: str
    accepted: tuple[str, ...]
    reference: datetime | None = None


@dataclass(frozen=True)
class Result:
    """What a case was read as, and in how many milliseconds."""

    case: Case
    read: str
    took: float
    by_sentence: bool

    @property
    def right(self) -> bool:
        return self.read in self.case.accepted


def score(path: Path) -> list[Result]:
    """Every case of a file, read."""
    cases = list(_cases(path))
    if not cases:
        raise NoCases(f"{path} holds no cases")
    for first in {(case.language, case.kind): case for case in cases}.values():
        _read(first, "1")  # a language's tables are built at its first reply, not at every one
    return [_scored(case) for case in cases]


def report(results: Sequence[Result]) -> Iterator[str]:
    """The misses, the counts, the speed, and the per cent as the last line."""
    misses = [result for result in results if not result.right]
    for miss in misses[:MOST_MISSES]:
        case = miss.case
        wanted = " or ".join(case.accepted)
        yield f"missed  {case.language}  {case.text!r}: {miss.read}, not {wanted}"
    if len(misses) > MOST_MISSES:
        yield f"... and {len(misses) - MOST_MISSES} more"
    for language, kind in sorted({(one.case.language, one.case.kind) for one in results}):
        some = [one for one in results if (one.case.language, one.case.kind) == (language, kind)]
        yield f"{language}  {kind:<8}  {_counted(some)}"
    for language, some in _by_language(results).items():
        yield f"{language}  {'all':<8}  {_counted(some)}"
    if any(result.case.sentence for result in results):
        sentences = sum(result.by_sentence for result in results)
        yield f"by sentence: {sentences} of {len(results)}, {100 * sentences / len(results):.1f} %"
    took = [result.took for result in results]
    yield f"a reply takes {median(took):.3f} ms at the median, {max(took):.3f} ms at worst"
    yield f"{percent(results):.1f} %"


def failings(results: Sequence[Result]) -> list[str]:
    """Which bars are missed."""
    told = percent(results)
    if results[0].case.kind == "yes-no":
        found = [f"{told:.1f} % is below {YES_NO} %"] if told < YES_NO else []
    else:
        found = [f"{told:.1f} % is below {DATES} %"] if told < DATES else []
        for language, some in _by_language(results).items():
            if percent(some) < DATES_IN_A_LANGUAGE:
                found.append(f"{language}: {percent(some):.1f} % is below {DATES_IN_A_LANGUAGE} %")
    took = [result.took for result in results]
    if median(took) > MEDIAN or max(took) > WORST:
        found.append(f"a reply takes more than {MEDIAN} ms at the median or {WORST} ms at worst")
    return found


def percent(results: Sequence[Result]) -> float:
    return 100 * sum(result.right for result in results) / len(results)


def _counted(results: Sequence[Result]) -> str:
    right = sum(result.right for result in results)
    return f"{right} of {len(results)}, {percent(results):.1f} %"


def _by_language(results: Sequence[Result]) -> Mapping[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.case.language, []).append(result)
    return found


def _cases(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield _case(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise NoCases(f"{path}:{number} is no case") from error


def _case(row: Mapping[str, Any]) -> Case:
    """The keys tell the form: a value is of yes and no, values and a reference are of dates."""
    if "value" in row:
        return Case(row["lang"], "yes-no", row["text"], "", (_answer(row["value"]),))
    return Case(
        language=row["lang"],
        kind=row["kind"],
        text=row["text"],
        sentence=row.get("sentence", ""),
        accepted=tuple(row["values"]),
        reference=datetime.fromisoformat(row["reference"]),
    )


def _answer(value: bool) -> str:
    return "yes" if value else "no"


def _scored(case: Case) -> Result:
    started = perf_counter()
    read = _read(case, case.text)
    took = (perf_counter() - started) * 1000
    said = _read(case, case.sentence) if case.sentence else read
    return Result(case, read, took, by_sentence=said in case.accepted)


def _read(case: Case, text: str) -> str:
    try:
        if case.reference is None:
            return _answer(reading.yes_no(text, case.language))
        # These cases take 6/30 for June where English does.
        first = case.language == "en"
        return reading.written(
            reading.moment(text, case.reference, case.language, month_first=first)
        )
    except reading.Unclear:
        return "unclear"
