"""The programme that is lived through: everything that stands behind a setting is on."""

import random
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from assistant.programmes.definitions import Described
from tests.year.living import Life
from tests.year.people import LANGUAGES, NUMBERS, SPOKEN, Actor

FILE = Path(__file__).parent.parent.parent / "docs/programme.toml"
WORDS = {"mentee": "harbor", "mentor": "pilot"}
COLE, DANA = "+12125550111", "+12125550199"
WHERE = (  # mentee and mentor, over and over
    ("New York", "New York"),
    ("telegram", "Paris"),
    ("Los Angeles", "New York"),
    ("Paris", "telegram"),
    ("Lisbon", "Paris"),
    ("New York", "Madrid"),
    ("Madrid", "telegram"),
)


def described(**changed: Any) -> Described:
    """The example of the documentation, with all of it switched on, and what is changed."""
    read: dict[str, Any] = tomllib.loads(FILE.read_text())
    read["offers"]["on"] = True
    read["training"]["minutes"] = 0
    read["countries"] = ["US", "ES", "FR", "PT"]
    read["matching"] |= {"floor": 1, "zones_apart": 12, "first": [], "questions": []}
    read["agreement"]["hours"] = [str(one) for one in read["agreement"]["hours"]]
    for name, value in changed.items():
        own = isinstance(value, Mapping) and isinstance(read.get(name), dict)
        read[name] = {**read[name], **value} if own else value
    return Described(**read)


def staff(life: Life) -> tuple[Actor, Actor]:
    """Who coordinates, and who is on call before them and overlooks some pages."""
    dana = Actor("Sam Ortiz", life.phone(DANA), "en", "coordinator", random.Random(1))
    cole = Actor("Alex Cole", life.phone(COLE), "en", "on call", random.Random(2), silent=0.5)
    life.knows(cole)
    life.staff.append(cole)
    life.coordinates(dana)
    return dana, cole


def person(life: Life, number: int, role: str, seed: int) -> Actor:
    """One of many: where they live, what they speak, and how they are."""
    mentor = role == "mentor"
    place = WHERE[number % len(WHERE)][mentor]
    language = SPOKEN.get(place, "en")
    if place == "telegram":
        language = LANGUAGES[number % 4]
        phone = life.phone(f"77{1 + mentor}{number:03d}", "simulated_telegram")
    else:
        phone = life.phone(f"{NUMBERS[place]}{number:03d}{1 + mentor}")
    chance = random.Random(f"{seed} {role} {number}")
    return Actor(
        f"{role.capitalize()}{letters(number)}",
        phone,
        language,
        role,
        chance,
        patience=timedelta(hours=(2, 5, 9, 20)[number % 4]),
        silent=(0.0, 0.05, 0.15, 0.3)[(number // 2) % 4],
        muddled=(0.0, 0.04, 0.1)[number % 3],
    )


def letters(number: int) -> str:
    """A name's end that is letters alone: A, B … Z, Ba, Bb …"""
    first, last = divmod(number, 26)
    return (chr(64 + first) if first else "") + chr((97 if first else 65) + last)
