"""What people do of their own accord, by chance: now and then a word, and some big steps."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.year.living import Life
from tests.year.people import HARM, Actor
from tests.year.product import POINTS

SMALL = (  # how likely against each other
    ("TO {other} see you soon", 6.0),
    ("TO {other} how did it go?", 3.0),
    ("can we find a time to meet?", 6.0),
    ("cant make it", 1.0),
    ("MENU", 1.0),
    ("RULES", 1.0),
    ("HELP", 1.0),
    ("WHY", 1.0),
    ("BACK", 1.0),
    ("ask when is the next get-together?", 1.0),
    ("KUDOS", 1.0),
    ("thx!!", 1.0),
    ("hmm not sure what to write", 1.0),
    ("LESSONS", 0.5),
    ("MYDATA", 0.5),
)
BIG = (("PAUSE", 4.0), ("FEWER", 3.0), ("SWITCH", 2.0), ("LEAVE", 1.0), ("STOP", 2.0))


@dataclass(frozen=True)
class Rates:
    """How often, for each person and week."""

    small: float = 0.25
    big: float = 0.004
    harm: float = 0.001
    forget: float = 0.0005


def plan(life: Life, people: Sequence[Actor], begins: datetime, rates: Rates, seed: int) -> None:
    """Whatever comes to each of them, until it is over."""
    weeks = int((life.time.ends - begins).days / 7)
    for one in people:
        chance = random.Random(f"{seed} {one.name}")
        for week in range(weeks):
            start = begins + timedelta(days=7 * week)
            for rate, text in (
                (rates.small, _one_of(SMALL, chance)),
                (rates.big, _one_of(BIG, chance)),
                (rates.harm, HARM[one.language]),
                (rates.forget, "FORGET"),
            ):
                if chance.random() < rate:
                    at = start + timedelta(hours=chance.randint(0, 167))
                    life.comes_to_mind(at, one, text)
                    if text == "STOP" and chance.random() < 0.5:
                        life.comes_to_mind(at + timedelta(days=20), one, "START")


def restarts(life: Life, many: int, seed: int) -> None:
    """The process starts anew so often: every second time because it died in the middle."""
    chance = random.Random(seed)
    whole = life.time.ends - life.time.begins
    for n in range(many):
        at = life.time.begins + whole * (n + chance.random()) / many
        if n % 2:
            life.plan(at, life.restart)
        else:
            point = POINTS[n // 2 % len(POINTS)]
            life.plan(at, lambda point=point: life.dies_at(point))  # type: ignore[misc]


def _one_of(choices: Sequence[tuple[str, float]], chance: random.Random) -> str:
    texts, weights = zip(*choices, strict=True)
    return str(chance.choices(texts, weights)[0])
