"""Signs of a crossed boundary that no list names: what texts from which nothing was learned say."""

import time
from pathlib import Path

import pytest

from assistant.commands import hinting, scans
from assistant.commands.hinting import Lesson
from assistant.commands.scans import ORDINARY, Text
from assistant.safeguarding.crossing import boundaries, hints
from assistant.safeguarding.crossing.boundaries import Boundary

DATA = Path(__file__).parent / "data" / "boundaries"
HELD = ("first_held", "second_held")
LANGUAGES = ("en", "es", "fr", "pt")
SECONDS = 0.01  # a text


def texts(name: str) -> list[Text]:
    return list(scans.texts(DATA / f"{name}.jsonl"))


def held(one: Text) -> bool:
    return hinting.held(one.text)


def test_the_command_says_how_many_are_held() -> None:
    lines = list(hinting.report([*DATA.glob("*.jsonl")]))
    assert [line.partition(",")[0] for line in lines] == [
        *("first_held: 138 signs", "first_held: 240 ordinary"),
        *("second_held: 116 signs", "second_held: 96 ordinary"),
    ]
    share = 100 * sum(held(one) for one in texts("first_held") if one.kind != ORDINARY) / 138
    assert lines[0].endswith(f"{share:.1f} % held")


@pytest.mark.parametrize("name", HELD)
def test_signs_that_nothing_was_learned_from_are_held(name: str) -> None:
    crossed = [one for one in texts(name) if one.kind != ORDINARY]
    assert sum(map(held, crossed)) >= 0.85 * len(crossed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_held_in_each_language(language: str) -> None:
    crossed = [
        one
        for name in HELD
        for one in texts(name)
        if one.kind != ORDINARY
        if one.language == language
    ]
    assert sum(map(held, crossed)) >= 0.8 * len(crossed)


@pytest.mark.parametrize("name", HELD)
def test_near_misses_that_nothing_was_learned_from_are_seldom_held(name: str) -> None:
    ordinary = [one for one in texts(name) if one.kind == ORDINARY]
    assert sum(map(held, ordinary)) <= 0.06 * len(ordinary)


def test_nothing_is_learned_from_texts_that_are_kept_away() -> None:
    taught = {one.text for path in DATA.glob("*.jsonl") for one in scans.texts(path)}
    kept = {one.text for name in HELD for one in texts(name)}
    learned = hinting.lessons([*DATA.glob("*.jsonl")])
    assert len(learned) < len(taught)
    assert len(hinting.lessons([DATA / f"{name}.jsonl" for name in HELD])) == 0
    assert kept


def test_weights_are_read_as_they_are_written() -> None:
    file = hints.OURS.read_text(encoding="utf-8")
    assert hints.written(hints.ours()) == file
    assert hints.ours().kinds == tuple(sorted(Boundary))


def test_a_kind_is_known_by_its_words() -> None:
    some = [("send a pic", "photos"), ("give me money", "gifts"), ("see you at four", ORDINARY)]
    lessons = [Lesson(hints.marks(text.split()), kind) for text, kind in some] * 9
    taught = hinting.learned(lessons)
    assert taught.weigh(["send", "a", "pic"])[1] == "photos"
    assert taught.weigh(["give", "me", "money"])[1] == "gifts"
    assert taught.weigh(["see", "you", "at", "four"])[0] < 0 < taught.weigh(["a", "pic"])[0]
    weighed = dict(hinting.unseen(lessons))
    assert {True, False} == set(weighed.values())


def test_it_takes_hardly_any_time() -> None:
    some = texts("first_held")
    held(some[0])
    began = time.perf_counter()
    for one in some:
        boundaries.find(one.text, "Dana Reyes")
    assert time.perf_counter() - began < SECONDS * len(some)
