"""Everybody who waits and everybody with room, scored and solved; beside greedy and mentor-match.

Each side has a profile of its own, as people write it. mentor-match is given the same rules and the
same scores, in as many rounds as a mentor may have people; a smaller programme, since it makes an
object of every two.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import numpy as np

from assistant.matching import optimum, rules, suggestions
from assistant.matching.fit import Fit, Scores
from assistant.matching.rules import Flags
from assistant.matching.suggestions import Suggestions
from assistant.matching.terms import Terms
from storage.mentoring.candidates import Candidate, Candidates
from storage.tables import Json
from tests.benchmarks.figures import Figure, Sizes, command

Result = TypeVar("Result")

NOW = datetime(2026, 3, 3, 15, tzinfo=UTC)
WITHIN = 2.0  # seconds
TOPICS = ("school", "job", "career", "money", "people", "college", "exams", "english")
NOTES = ("", "parmedic stuff", "quiero ser enfermera", "coding n games", "passer le bac", "xadrez")
LIVES = ("", "first in my family at college", "inmigrante", "divorcée, deux enfants", "mãe solo")
WORK = ("", "nurse", "ingeniero", "professeure de maths", "cozinheiro", "I run a shop", "plumber")
LIKES = ("", "music n football", "leer y cocinar", "le jardinage", "filmes e jogos", "dogs, hiking")
DAYS = ("mon", "tuesday", "weds", "thu", "fri", "sat", "sunday", "weekends", "weekdays")
ZONES = (
    "America/New_York",
    "America/Lima",
    "America/Chicago",
    "America/Sao_Paulo",
    "Europe/Madrid",
)
STYLES = ("", "listen", "talk", "plan", "open")
WANTED = ("been", "job", "talk", "patient", "language")
ROUNDS = 3  # of mentor-match: the most that a mentor has room for


@dataclass(frozen=True)
class Solved:
    """Who was found for whom, in how many seconds."""

    pairs: dict[int, int]
    seconds: float

    def fit(self, fits: Scores) -> float:
        return float(sum(fits[row, column] for row, column in self.pairs.items()))


def compare(sizes: Sizes) -> list[Figure]:
    found, reading = _timed(lambda: _people(sizes.seekers, sizes.helpers))
    fits, possible, room = _scored(found)
    ours = min((_ours(found) for _ in range(sizes.rounds)), key=lambda one: one.seconds)
    greedy = _greedy(fits, possible, room)
    few, _read = _timed(lambda: _people(sizes.seekers // 10, sizes.helpers // 10, seed=2))
    few_fits, few_possible, few_room = _scored(few)
    best = _ours(few)
    theirs = _mentor_match(few_fits, few_possible, few_room)
    name = f"{sizes.seekers:,} mentees by {sizes.helpers:,} mentors"
    return [
        Figure(
            f"{name}, scored and solved, to {WITHIN:g} s",
            ours.seconds / WITHIN,
            1,
            "lower",
            command("suggestions"),
            f"their profiles were read before, in {reading:.2f} s",
            _said(ours, fits),
            f"greedy, scores given: {_said(greedy, fits)}",
        ),
        Figure(
            f"fit of {name} to greedy",
            ours.fit(fits) / greedy.fit(fits),
            1,
            "higher",
            command("suggestions"),
            f"found for {len(ours.pairs)} mentees, greedy for {len(greedy.pairs)}",
            "the sum of fits",
            "the same, of whoever fits best first",
        ),
        Figure(
            f"fit of {sizes.seekers // 10:,} by {sizes.helpers // 10:,} to mentor-match",
            best.fit(few_fits) / theirs.fit(few_fits),
            1,
            "higher",
            command("suggestions"),
            "",
            _said(best, few_fits),
            f"the same scores given: {_said(theirs, few_fits)}",
        ),
    ]


def _said(one: Solved, fits: Scores) -> str:
    return f"{len(one.pairs)} pairs, fit {one.fit(fits):.1f}, {one.seconds:.2f} s"


def _scored(found: Suggestions) -> tuple[Scores, Flags, list[int]]:
    fits = Fit(found.mentees, found.mentors).total
    possible = rules.allowed(found.mentees, found.mentors, found.terms, found.apart)
    return fits, possible & (fits >= found.terms.floor), [one.room for one in found.mentors]


def _ours(found: Suggestions) -> Solved:
    """From people to who is suggested for whom."""
    pairs, seconds = _timed(lambda: optimum.assign(*_scored(found)))
    return Solved(pairs, seconds)


def _greedy(fits: Scores, possible: Flags, room: Sequence[int]) -> Solved:
    """Whoever fits best first."""

    def solve() -> dict[int, int]:
        left, pairs = list(room), dict[int, int]()
        for place in np.argsort(-np.where(possible, fits, -1), axis=None, kind="stable"):
            row, column = divmod(int(place), len(left))
            if not possible[row, column]:
                break
            if row not in pairs and left[column]:
                pairs[row], left[column] = column, left[column] - 1
        return pairs

    return Solved(*_timed(solve))


def _mentor_match(fits: Scores, possible: Flags, room: Sequence[int]) -> Solved:
    """The package, with one rule that gives our scores and one that rules out what ours do."""
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Disqualify

    class Ours:
        def evaluate(self, match: object) -> bool:
            return True

        def apply(self, match: object) -> int:
            row, column = int(match.mentee.email), -1 - int(match.mentor.email)  # type: ignore[attr-defined]
            return round(float(fits[row, column]) * optimum.STEPS)

    def ruled_out(match: object) -> bool:
        row, column = int(match.mentee.email), -1 - int(match.mentor.email)  # type: ignore[attr-defined]
        full = len(match.mentor.mentees) >= room[column]  # type: ignore[attr-defined]
        return bool(full or match.mentee.mentors or not possible[row, column])  # type: ignore[attr-defined]

    mentees = [Mentee(grade=1, email=str(row)) for row in range(len(fits))]
    mentors = [Mentor(grade=1, email=str(-1 - column)) for column in range(len(room))]
    matrices = [[Ours(), Disqualify(ruled_out)] for _ in range(ROUNDS)]
    _done, seconds = _timed(lambda: process_data(mentors, mentees, matrices))
    pairs = {int(one.email): -1 - int(mentor.email) for one in mentees for mentor in one.mentors}
    return Solved(pairs, seconds)


def _people(seekers: int, helpers: int, seed: int = 1) -> Suggestions:
    chance = random.Random(seed)
    mentees = [_candidate(n, chance, _seeks(chance)) for n in range(seekers)]
    mentors = [_candidate(seekers + n, chance, _helps(chance)) for n in range(helpers)]
    together = {
        (chance.randrange(seekers), seekers + chance.randrange(helpers)) for _ in range(seekers)
    }
    soon = {seekers + n: chance.choice((2.0, 20.0, 60.0)) for n in range(0, helpers, 2)}
    found = Candidates(mentees, mentors, {}, {}, together, set(), set(), soon)
    labels = {token: {"en": token} for token in TOPICS}
    return suggestions.of(found, Terms(labels=labels), NOW)


def _candidate(person: int, chance: random.Random, profile: Json) -> Candidate:
    language = chance.choice(("en", "en", "es", "fr", "pt"))
    spoken = chance.sample(("en", "es", "fr", "pt"), k=2)
    both = {
        "topics": chance.sample(TOPICS, k=chance.randint(1, 3)),
        "free": f"{chance.choice(DAYS)} after {chance.randint(1, 6)}, {chance.choice(DAYS)} am",
        "interests": chance.choice(LIKES),
        "style": chance.choice(STYLES),
        "languages": spoken,
    }
    return Candidate(person, f"P{person}", {**both, **profile}, language, chance.choice(ZONES))


def _seeks(chance: random.Random) -> Json:
    said = {"topics_note": chance.choice(NOTES), "hopes": chance.choice(NOTES)}
    return {**said, "faces": chance.choice(LIVES), "matters": chance.choice(WANTED)}


def _helps(chance: random.Random) -> Json:
    said = {"been": chance.choice(LIVES), "work": chance.choice(WORK)}
    return {**said, "capacity": str(chance.choice((1, 2, 3, 3)))}


def _timed(solve: Callable[[], Result]) -> tuple[Result, float]:
    started = time.perf_counter()
    return solve(), time.perf_counter() - started
