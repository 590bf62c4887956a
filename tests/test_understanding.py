"""How well replies are understood, as the command measures it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant import understanding
from assistant.__main__ import app
from assistant.understanding import Case, NoCases, Result

CASES = Path(__file__).parent / "data" / "understanding"


def written(folder: Path, *rows: object) -> Path:
    file = folder / "cases.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def a_date(text: str, *values: str, language: str = "en", kind: str = "date") -> dict[str, object]:
    return {
        "lang": language,
        "kind": kind,
        "text": text,
        "sentence": f"See you {text}.",
        "reference": "2026-03-11T10:00:00",
        "values": list(values),
    }


@pytest.mark.parametrize("name", ["dates", "yesno"])
def test_our_own_cases_are_understood_well_enough(name: str) -> None:
    results = understanding.score(CASES / f"{name}.jsonl")
    told = [line for line in understanding.failings(results) if " ms " not in line]
    assert told == []


@pytest.mark.parametrize("name", ["dates", "yesno"])
def test_there_are_cases_in_every_language(name: str) -> None:
    languages = [one.case.language for one in understanding.score(CASES / f"{name}.jsonl")]
    assert min(languages.count(language) for language in ("en", "es", "fr", "pt")) >= 25


def test_a_date_may_be_read_in_any_of_the_ways_that_are_accepted(tmp_path: Path) -> None:
    times = a_date("half past seven", "07:30:00", "19:30:00", kind="time")
    moment = a_date("tomorrow at noon", "2026-03-12 12:00:00", kind="datetime")
    results = understanding.score(
        written(tmp_path, a_date("tomorrow", "2026-03-12"), times, moment)
    )
    assert [result.right for result in results] == [True, True, True]
    assert all(result.by_sentence for result in results)


def test_the_keys_tell_which_form_a_file_is_of(tmp_path: Path) -> None:
    (result,) = understanding.score(
        written(tmp_path, {"lang": "es", "text": "claro", "value": True})
    )
    assert (result.case.kind, result.read, result.right) == ("yes-no", "yes", True)


@pytest.mark.parametrize("row", [{"lang": "en", "text": "yes"}, ["en"], "yes", 7])
def test_a_file_of_another_form_is_refused_by_its_line(tmp_path: Path, row: object) -> None:
    with pytest.raises(NoCases, match=r"cases\.jsonl:1"):
        understanding.score(written(tmp_path, row))


def test_a_language_below_its_bar_is_told(tmp_path: Path) -> None:
    good = [a_date("tomorrow", "2026-03-12")] * 9
    results = understanding.score(
        written(tmp_path, *good, a_date("hmm", "2026-03-12", language="fr"))
    )
    assert understanding.failings(results)[0].startswith("fr: 0.0 %")
    assert understanding.percent(results) == 90


def test_slow_replies_are_told() -> None:
    case = Case("en", "yes-no", "yes", "", ("yes",))
    slow = Result(case, "yes", took=30, by_sentence=True)
    assert "ms" in understanding.failings([slow])[0]


def test_the_command_prints_the_per_cent_last(tmp_path: Path) -> None:
    file = written(tmp_path, *[a_date("tomorrow", "2026-03-12")] * 9, a_date("hm", "2026-03-12"))
    ran = CliRunner().invoke(app, ["understand", str(file)])
    assert ran.output.splitlines()[-1] == "90.0 %"
    assert "missed  en  'hm': unclear, not 2026-03-12" in ran.output


def test_the_command_fails_below_the_bar_and_without_cases(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert (
        run(app, ["understand", str(written(tmp_path, a_date("hm", "2026-03-12")))]).exit_code == 1
    )
    assert run(app, ["understand", str(tmp_path / "none.jsonl")]).exit_code == 2
    assert run(app, ["understand", str(written(tmp_path))]).exit_code == 2
