"""Who is on duty when, in which order everybody is paged, and how a programme says so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.ops.config import BadSettings
from assistant.programmes import definitions, safeguards
from assistant.safeguarding import rota
from storage.database import Database
from storage.people import programmes
from storage.people.programmes import Programme
from storage.tables import Json

EXAMPLE = Path(__file__).parent.parent / "docs/programme.toml"
TUESDAY = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)  # ten in the morning in New York
NIGHT = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)  # three
COLE = {"name": "Mr Cole", "phone": "+12125550111", "hours": ["mon-fri 08:00-17:00"]}
ORTIZ = {"name": "Ms Ortiz", "telegram": True, "hours": ["mon-fri 17:00-08:00"]}
DANA = {"coordinator": True, "hours": ["mon-sun 07:00-22:00"]}


def programme(*staff: Json) -> Programme:
    settings = {"coordinator": "Dana Reyes", "rota": list(staff)}
    zone = "America/New_York"
    return Programme(1, "Bridge", "bridge", "guide", "en", zone, "US", False, 18, settings)


def told(now: datetime, *staff: Json) -> list[tuple[str, bool]]:
    return [(one.staff.name, one.on_duty) for one in rota.order(programme(*staff), now)]


def test_who_is_on_duty_comes_first_then_the_others_in_order() -> None:
    assert told(TUESDAY, ORTIZ, COLE, DANA) == [
        ("Mr Cole", True),
        ("Dana Reyes", True),
        ("Ms Ortiz", False),
    ]


def test_at_three_in_the_morning_nobody_may_be_on_duty_and_all_are_paged() -> None:
    assert told(NIGHT, COLE, DANA) == [("Mr Cole", False), ("Dana Reyes", False)]


def test_the_coordinator_is_on_call_by_default_at_any_time() -> None:
    assert told(NIGHT) == [("Dana Reyes", True)]


@pytest.mark.parametrize(
    ("written", "day", "hour", "held"),
    [
        ("mon-fri 08:00-17:00", 2, 8, True),  # the second of March is a Monday
        ("mon-fri 08:00-17:00", 2, 17, False),
        ("mon-fri 08:00-17:00", 7, 9, False),
        ("sat-mon 08:00-24:00", 8, 23, True),
        ("sat-mon 08:00-24:00", 3, 9, False),
        ("fri 20:00-08:00", 7, 3, True),  # on into Saturday
        ("fri 20:00-08:00", 6, 3, False),
        ("fri 20:00-08:00", 6, 23, True),
        ("SUN 00:00-00:00", 8, 0, True),
        ("sun 00:00-00:00", 8, 23, True),
        ("sun 00:00-00:00", 9, 1, False),
    ],
)
def test_hours_hold_in_the_week(written: str, day: int, hour: int, held: bool) -> None:
    assert safeguards.hours(written).hold(datetime(2026, 3, day, hour, tzinfo=UTC)) is held


def test_hours_are_those_of_the_programmes_zone() -> None:
    evening = datetime(2026, 3, 3, 22, 30, tzinfo=UTC)  # half past five in New York
    assert told(evening, COLE, ORTIZ) == [("Ms Ortiz", True), ("Mr Cole", False)]


def test_everybody_is_paged_twice_then_it_begins_again() -> None:
    assert [rota.whose_turn(count, 3) for count in range(8)] == [0, 0, 1, 1, 2, 2, 0, 0]
    assert {rota.whose_turn(count, 1) for count in range(8)} == {0}


@pytest.mark.parametrize(
    ("was", "becomes", "names"),
    [
        ('"mon-fri 09:00-17:00"', '"weekdays 9-5"', "rota.0.hours.0"),
        ('"mon-fri 09:00-17:00"', '"mon-fry 09:00-17:00"', "rota.0.hours.0"),
        ('"+12125550111"', '"212 555 0111"', "rota.0.phone"),
        ('"+12125550111"', '"+19005550111"', "rota.0.phone"),
        ("telegram = true", "telegram = 1.5", "rota.0.telegram"),
        ("coordinator = true ", 'name = "Sam" ', "rota.1"),
        ("coordinator = true ", 'name = "Alex Cole"\ntelegram = true ', "rota"),
        ('{ en = "Call or text 988,', '{ de = "Call or text 988,', "helplines"),
        ('day or night."', 'day or night"', "helplines.en"),
    ],
)
def test_a_slip_in_the_rota_is_named(tmp_path: Path, was: str, becomes: str, names: str) -> None:
    file = tmp_path / "programme.toml"
    text = EXAMPLE.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes, 1))
    with pytest.raises(BadSettings, match=names):
        definitions.read(file)


def test_a_programme_keeps_its_rota_and_its_helplines(db: Database) -> None:
    with db.writing() as connection:
        definitions.keep(connection, definitions.read(EXAMPLE), TUESDAY)
    with db.reading() as connection:
        (kept,) = programmes.every(connection).values()
    assert [one.staff.name for one in rota.order(kept, TUESDAY)] == ["Alex Cole", "Sam Ortiz"]
    for language, words in (("es", "a cualquier hora"), ("pt", "a qualquer hora"), ("xx", "day")):
        assert words in safeguards.worded(kept.settings, "helplines", language, "en")


def test_the_demonstration_says_that_its_helplines_are_examples(db: Database) -> None:
    with db.writing() as connection:
        definitions.demonstrate(connection, TUESDAY)
        (shown,) = programmes.every(connection).values()
    examples = {"en": "an example", "es": "un ejemplo", "fr": "un exemple", "pt": "um exemplo"}
    for language, words in examples.items():
        for what in ("helplines", "uncovered"):
            assert words in safeguards.worded(shown.settings, what, language, "en")
