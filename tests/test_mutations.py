"""The run that puts faults into the product: that it makes real ones, where they can matter, and
tells one that was noticed from one that was not."""

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray")  # of the development libraries, and needed nowhere else

from cosmic_ray.mutating import mutate_code

from tests.mutations import evidence, mutants, operators, probes, recorded, trials
from tests.mutations.evidence import Evidence, Timed
from tests.mutations.mutants import Mutant
from tests.mutations.probes import Block
from tests.mutations.trials import Held, Verdict

OWN = (operators.NoCall, operators.NoReturn, operators.OtherMembership)
IN_STORAGE = Mutant("storage/plans.py", 2, 0, "NoReturn", 0)
BOTH = (("x", "sqlite"), ("x", "postgresql"))
ORDERLY = """
def test_it():
    from storage.plans import whole
    assert whole(2) == 2
"""


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.__name__)
def test_our_own_faults_are_those_that_they_say(kind: type[operators.Operator]) -> None:
    for one in kind.examples():
        made = mutate_code(one.pre_mutation_code, kind(), one.occurrence)
        assert made == one.post_mutation_code


def test_what_only_people_and_the_type_checker_read_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = '"""Words, 1."""\n\nKind = int | str\nMOST = 3\n\n\n'
    said += "def of(one: int | None) -> int | None:\n    log.info(1)\n"
    said += "    assert_never(one)\n    return MOST\n"
    said += "def no() -> bool:\n    return False\n"
    said += "def two() -> object:\n    return zip(a, b, strict=True)\n"
    (tmp_path / "one.py").write_text(said)
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    found = {(one.line, one.operator) for one in mutants.within("one.py")}
    assert found == {
        (4, "NumberReplacer"),
        (10, "NoReturn"),
        (12, "ReplaceFalseWithTrue"),
        (14, "NoReturn"),
    }


def test_the_same_seed_draws_the_same_and_one_of_a_line() -> None:
    drawn = mutants.draw(8, 1, ["assistant/schedule"])
    assert drawn == mutants.draw(8, 1, ["assistant/schedule"])
    assert drawn != mutants.draw(8, 2, ["assistant/schedule"])
    assert len({(one.file, one.line) for one in drawn}) == 8
    assert all(ast.parse(one.after) for one in drawn)


def test_what_is_said_to_change_nothing_is_still_there() -> None:
    known = list(mutants.known_equivalent())
    for one in known:
        file, _, shown = one.partition(": ")
        lines = (mutants.ROOT / file).read_text().splitlines()
        assert shown.partition("  =>  ")[0] in {line.strip() for line in lines}, one
    assert len(set(known)) == len(known)


def test_every_block_of_the_copy_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = 'def of(one):\n    """Says."""\n    if one:\n        return 1\n    return 2\n'
    (tmp_path / "one.py").write_text(source)
    monkeypatch.setattr(probes, "files", lambda rooms: ["one.py"])
    placed = [Block("one.py", 2, 5, ".of 1"), Block("one.py", 4, 4, ".of 2")]
    assert probes.place(tmp_path) == placed
    hits: list[int] = []
    names = {"_note": hits.append}
    told = (tmp_path / "one.py").read_text().replace(probes.NOTES, "")
    exec(compile(told, "one", "exec"), names)
    assert names["of"](True) == 1  # type: ignore[func-returns-value]
    assert hits == [0, 1]


def test_of_the_tests_that_come_through_the_innermost_block_the_nearest_are_run_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "ROOT", tmp_path)
    (tmp_path / "test_near.py").write_text("from one import two\n")
    blocks = [["one.py", 1, 9, ""], ["one.py", 4, 5, ""], ["other.py", 1, 2, ""]]
    seen = {"a[1]": (3.0, [0, 1]), "a[2]": (2.0, [0, 1]), "b": (4.0, [1]), "c": (0.1, [0])}
    seen |= {"far": (0.1, [1, 2]), "test_near.py::d": (9.0, [1, 2]), "test_near.py::e": (9.0, [2])}
    (tmp_path / recorded.KEPT).write_text(json.dumps([blocks, seen, {}]))
    found = Evidence.read(tmp_path)
    within = found.against(Mutant("one.py", 4, 0, "NoCall", 0))
    assert [one.test for one in within] == ["test_near.py::d", "a[2]", "b", "far", "a[1]"]
    outside = found.against(Mutant("one.py", 10, 0, "NumberReplacer", 0))
    assert {one.test for one in outside} == {*seen}


def test_what_is_only_run_when_it_is_imported_shows_in_what_tests_do_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"made.py": "", "all.py": "from made import one\n", "user.py": "from all import one\n"}
    files |= {"test_it.py": "", "other.py": "from user import one\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(evidence, "ROOT", tmp_path)
    monkeypatch.setattr(evidence, "_parts", lambda: tuple(files))
    blocks = [["made.py", 3, 4, ""], ["made.py", 6, 7, ""], ["user.py", 1, 9, ""]]
    blocks.append(["other.py", 1, 9, ""])
    seen = {"imported": (0.0, [0]), "test_it.py::a": (1.0, [2]), "test_it.py::b": (1.0, [3])}
    (tmp_path / recorded.KEPT).write_text(json.dumps([blocks, seen, {}]))
    found = Evidence.read(tmp_path)
    for line, tests in ((1, ["test_it.py::a"]), (4, ["test_it.py::a"]), (7, [])):
        against = found.against(Mutant("made.py", line, 0, "NoReturn", 0))
        assert [one.test for one in against] == tests


def test_only_tests_that_are_new_or_have_changed_are_recorded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = Block("one.py", 1, 2, ".of 1"), Block("one.py", 4, 5, ".gone 1")
    seen = {"tests/test_a.py::a": (1.0, [0, 1]), "tests/test_b.py::b": (1.0, [0])}
    seen["tests/test_c.py::c"] = (1.0, [0])
    known = {"tests/test_a.py": "1", "tests/test_b.py": "1", "tests/test_c.py": "1"}
    (tmp_path / recorded.KEPT).write_text(json.dumps([[one, other], seen, known]))
    now = {"tests/test_a.py": "1", "tests/test_b.py": "2", "tests/test_d.py": "1"}
    monkeypatch.setattr(recorded, "files_of_tests", lambda: now)
    asked: list[str] = []

    def record(copy: Path, files: list[str], at_once: int) -> tuple[list[Block], recorded.Seen]:
        asked.extend(files)
        return [Block("one.py", 9, 9, ".new 1"), one], {"tests/test_b.py::b": (2.0, [0])}

    monkeypatch.setattr(recorded, "_record", record)
    recorded.bring_up_to_date(tmp_path, 1)
    assert asked == ["tests/test_b.py", "tests/test_d.py"]
    found = recorded.read(tmp_path)
    assert found.seen == {"tests/test_a.py::a": [1.0, [1]], "tests/test_b.py::b": [2.0, [0]]}
    recorded.bring_up_to_date(tmp_path, 1)
    assert len(asked) == 2


def test_those_that_need_a_server_come_last_and_no_trial_is_long() -> None:
    tests = [Timed("x[postgresql]", 1.0), *(Timed(f"{n}", 12.0) for n in range(5))]
    assert [len(one) for one in trials.portions(IN_STORAGE, tests)] == [3, 1]
    many = [Timed(f"{n}", 1.0) for n in range(99)]
    assert [len(one) for one in trials.portions(IN_STORAGE, many)] == [12, 18]


def test_outside_the_storage_no_test_is_run_a_second_time_on_a_server() -> None:
    tests = [Timed(f"{name}[{kind}]", 1.0) for name, kind in (*BOTH, ("y", "postgresql"))]
    assert [len(one) for one in trials.portions(IN_STORAGE, tests)] == [1, 2]
    elsewhere = replace(IN_STORAGE, file="flows/engine/runs.py")
    assert [[one.test for one in some] for some in trials.portions(elsewhere, tests)] == [
        ["x[sqlite]"],
        ["y[postgresql]"],
    ]


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ("def whole(one):\n    return one\n", Verdict.SURVIVED),
        ("def whole(one):\n    return 1\n", Verdict.CAUGHT),
        ("import time\ndef whole(one):\n    while one: time.sleep(1)\n", Verdict.ENDLESS),
    ],
)
def test_a_fault_is_caught_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: str, verdict: Verdict
) -> None:
    for folder in ("storage", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    (tmp_path / "tests" / "test_it.py").write_text(ORDERLY)
    monkeypatch.setattr(Mutant, "before", "def whole(one):\n    return one\n")
    monkeypatch.setattr(Mutant, "after", after)
    monkeypatch.setattr(trials, "PATIENCE", (20.0, 0.0))
    (tmp_path / IN_STORAGE.file).write_text(IN_STORAGE.before)
    assert not trials.unsound(IN_STORAGE, [Timed("tests/test_it.py", 0.1)], tmp_path)
    if verdict is Verdict.ENDLESS:
        monkeypatch.setattr(trials, "PATIENCE", (8.0, 0.0))
    held = trials.hold(IN_STORAGE, [Timed("tests/test_it.py", 0.1)], tmp_path)
    caught = verdict is Verdict.CAUGHT
    assert held == Held(verdict, "tests/test_it.py::test_it" if caught else "")
    assert (tmp_path / IN_STORAGE.file).read_text() == IN_STORAGE.before


def test_what_no_test_comes_through_is_not_caught(tmp_path: Path) -> None:
    assert trials.hold(IN_STORAGE, [], tmp_path) == Held(Verdict.UNREACHED)


def test_a_test_that_fails_without_the_fault_too_notices_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("storage", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    fails = "\n\ndef test_that_fails():\n    raise AssertionError\n"
    (tmp_path / "tests" / "test_it.py").write_text(ORDERLY + fails)
    monkeypatch.setattr(Mutant, "before", "def whole(one):\n    return one\n")
    monkeypatch.setattr(Mutant, "after", "def whole(one):\n    return one \n")
    tests = [Timed(f"tests/test_it.py::test_{one}", 0.1) for one in ("that_fails", "it", "gone")]
    assert trials.unsound(IN_STORAGE, tests[:2], tmp_path) == {tests[0].test}
    assert trials.hold(IN_STORAGE, tests[2:], tmp_path).verdict == Verdict.SURVIVED
