"""How well replies are understood, as the command measures it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.command_line import app
from assistant.commands import scores, scoring
from assistant.commands.scores import Case, Result, Score
from assistant.commands.scoring import NoExamples

WEEKEND = "SaSu 09:00-20:00"
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
    results = scores.score(CASES / f"{name}.jsonl")
    told = [line for line in scores.failings(results) if " ms " not in line]
    assert told == []


def test_where_something_binds_no_reply_of_two_hundred_in_a_language_is_misread() -> None:
    results = scores.score(CASES / "binding.jsonl")
    assert [(one.case.text, one.read) for one in results if one.score is Score.WRONG] == []
    languages = [one.case.language for one in results]
    assert min(languages.count(language) for language in ("en", "es", "fr", "pt")) >= 200
    assert scoring.percent(results, Score.ASKED) <= 3


def test_where_something_binds_no_reply_in_three_voices_is_misread() -> None:
    """Busy people, formal elders, hurried teenagers."""
    results = scores.score(CASES / "binding_spoken.jsonl")
    assert [(one.case.text, one.read) for one in results if one.score is Score.WRONG] == []
    assert scoring.percent(results, Score.ASKED) <= 5


def test_where_something_binds_no_reply_of_a_family_is_misread() -> None:
    """Parents who are asked for consent, and their children; who leaves, and who is erased."""
    results = scores.score(CASES / "binding_families.jsonl")
    assert [(one.case.text, one.read) for one in results if one.score is Score.WRONG] == []
    languages = [one.case.language for one in results]
    assert min(languages.count(language) for language in ("en", "es", "fr", "pt")) >= 40
    assert scores.percent(results, Score.ASKED) <= 3


@pytest.mark.parametrize("name", ["dates", "yesno"])
def test_there_are_cases_in_every_language(name: str) -> None:
    languages = [one.case.language for one in scores.score(CASES / f"{name}.jsonl")]
    assert min(languages.count(language) for language in ("en", "es", "fr", "pt")) >= 25


def test_a_date_may_be_read_in_any_of_the_ways_that_are_accepted(tmp_path: Path) -> None:
    times = a_date("half past seven", "07:30:00", "19:30:00", kind="time")
    moment = a_date("tomorrow at noon", "2026-03-12 12:00:00", kind="datetime")
    results = scores.score(written(tmp_path, a_date("tomorrow", "2026-03-12"), times, moment))
    assert [result.score for result in results] == [Score.RIGHT] * 3
    assert all(result.by_sentence for result in results)


def test_the_keys_tell_which_form_a_file_is_of(tmp_path: Path) -> None:
    (result,) = scores.score(written(tmp_path, {"lang": "es", "text": "claro", "value": True}))
    assert (result.case.reader, result.read, result.score) == ("yes-no", "yes", Score.RIGHT)


@pytest.mark.parametrize("row", [{"lang": "en", "text": "yes"}, ["en"], "yes", 7])
def test_a_file_of_another_form_is_refused_by_its_line(tmp_path: Path, row: object) -> None:
    with pytest.raises(NoExamples, match=r"cases\.jsonl:1"):
        scores.score(written(tmp_path, row))


def test_a_reader_below_its_bar_is_told(tmp_path: Path) -> None:
    good = [a_date("tomorrow", "2026-03-12")] * 4
    results = scores.score(written(tmp_path, *good, a_date("hmm", "2026-03-12")))
    assert scores.failings(results)[0].startswith("date: 80.0 % right is below 85 %")
    assert scoring.percent(results, Score.ASKED) == 20


@pytest.mark.parametrize(
    ("row", "score"),
    [
        ({"reader": "yes_no", "text": "yes", "expected": "yes"}, Score.RIGHT),
        ({"reader": "yes_no", "text": "hmm", "expected": "yes"}, Score.ASKED),
        ({"reader": "yes_no", "text": "no", "expected": ["yes", "unclear"]}, Score.WRONG),
        ({"reader": "yes_no", "text": "hmm", "expected": ["yes", "unclear"]}, Score.RIGHT),
        ({"reader": "flow consent.okay", "text": "2", "expected": "no"}, Score.RIGHT),
        ({"reader": "moment", "text": "at noon", "expected": "12:00"}, Score.RIGHT),
        ({"reader": "name", "text": "im jay", "expected": "Jay"}, Score.RIGHT),
        ({"reader": "scale 1..5", "text": "4", "expected": "4"}, Score.RIGHT),
        ({"reader": "number 5..110 (age)", "text": "im 16", "expected": "16"}, Score.RIGHT),
        ({"reader": "availability", "text": "weekends", "expected": WEEKEND}, Score.RIGHT),
        ({"text": "stop texting me", "kind": "opt_out"}, Score.RIGHT),
        ({"text": "see you there", "kind": "opt_out"}, Score.WRONG),
        ({"text": "see you there", "kind": "ordinary"}, Score.RIGHT),
    ],
)
def test_a_wrong_answer_is_told_from_asking_again(
    tmp_path: Path, row: dict[str, object], score: Score
) -> None:
    case = {"lang": "en", "reference": "2026-03-11T10:00:00", **row}
    (result,) = scores.score(written(tmp_path, case))
    assert result.score is score


def test_slow_replies_are_told() -> None:
    case = Case("en", "yes-no", "yes", ("yes",))
    slow = Result(case, "yes", took=30, by_sentence=True)
    assert "ms" in scores.failings([slow])[0]


def test_the_command_prints_the_three_numbers_last(tmp_path: Path) -> None:
    file = written(tmp_path, *[a_date("tomorrow", "2026-03-12")] * 9, a_date("hm", "2026-03-12"))
    ran = CliRunner().invoke(app, ["understand", str(file)])
    last = ran.output.splitlines()[-1]
    assert last.strip() == "10 cases: 90.0 % right, 10.0 % asked, 0.0 % wrong"


def test_the_command_fails_below_the_bar_and_without_cases(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert (
        run(app, ["understand", str(written(tmp_path, a_date("hm", "2026-03-12")))]).exit_code == 1
    )
    assert run(app, ["understand", str(tmp_path / "none.jsonl")]).exit_code == 2
    assert run(app, ["understand", str(written(tmp_path))]).exit_code == 2
