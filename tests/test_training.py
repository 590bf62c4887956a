"""Training is recorded by text, seen with WHO, and looked at before a match; on both databases."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from assistant.commands import installation
from assistant.learning import reviews
from assistant.ops.config import BadSettings, Settings
from assistant.programmes import codes, definitions
from assistant.records import export
from flows.support.lessons import LESSONS
from storage.database import Database, open_database
from storage.people import programmes
from storage.records import erasing
from storage.tables import Programme, Timer, Training, table
from tests import crowd
from tests.conftest import SECRET, sqlite_url
from tests.crowd import One
from tests.phones import START, Phone, World, code
from tests.test_clock import tick
from tests.test_programmes import EXAMPLE

R, S, W = table(Training), table(Programme), table(Timer)


@dataclass
class Office:
    """Dana, who coordinates, beside Rosa, who mentors, and Jay."""

    world: World
    dana: Phone
    rosa: int
    jay: int

    def wants(self, **training: Any) -> None:
        self.settings(training=training)

    def settings(self, **values: Any) -> None:
        with self.world.db.writing() as db:
            settings = {**programmes.every(db)[1].settings, **values}
            db.execute(update(S).where(S.c.id == 1).values(settings=settings))

    def kept(self) -> list[tuple[int, str, int]]:
        with self.world.db.reading() as db:
            query = select(R.c.person_id, R.c.what, R.c.minutes).order_by(R.c.id)
            return [tuple(row) for row in db.execute(query)]

    def who(self, name: str) -> str:
        lines = " ".join(self.dana.says(f"WHO {name}"))
        return lines[lines.find("Training:") :].split(".")[0] if "Training:" in lines else ""


@pytest.fixture
def office(db: Database) -> Office:
    world = World(db)
    dana = world.phone("777", "simulated_telegram")
    dana.says(f"/start {code(db, world.now)}")
    dana.presses("Okay")
    rosa, jay = crowd.add(
        world,
        [One("+12125550111", "mentor", name="Rosa"), One("+12125550122", name="Jay")],
    )
    return Office(world, dana, rosa, jay)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("record 120 minutes for rosa", 120),
        ("Record 120 min of training for Rosa", 120),
        ("RECORD rosa 2 hours", 120),
        ("please record 1.5h for rosa", 90),
        ("record -30 rosa", -30),
        ("anota 90 minutos para rosa", 90),
        ("enregistre 1h30 pour rosa", 90),
        ("registra 45 minutos para a rosa", 45),
    ],
)
def test_minutes_are_recorded_by_a_text(office: Office, said: str, minutes: int) -> None:
    assert "Noted" in office.dana.says(said)[0]
    assert office.kept() == [(office.rosa, "outside", minutes)]


@pytest.mark.parametrize(
    "said",
    [
        "record 120 minutes",
        "record 99999 minutes for rosa",
        "TRAINING",
        "TRAINING rosa",
        "training with rosa at 5",
    ],
)
def test_what_is_not_sure_is_asked(office: Office, said: str) -> None:
    assert office.dana.says(said)[0].count("?") == 1
    assert office.kept() == []


@pytest.mark.parametrize("said", ["record that jay is ill", "the record shop is shut at 5"])
def test_other_words_record_nothing(office: Office, said: str) -> None:
    office.dana.says(said)
    assert office.kept() == []


def test_a_participant_records_nothing(office: Office) -> None:
    rosa = office.world.phone("+12125550111")
    rosa.says("record 120 minutes for rosa")
    assert office.kept() == []


def test_it_is_seen_with_who(office: Office) -> None:
    assert office.who("rosa") == ""
    office.dana.says("record 120 minutes for rosa")
    office.dana.says("record -30 minutes for rosa")
    assert office.who("rosa") == "Training: 90 minutes, and 0 by text"
    office.wants(minutes=120)
    assert office.who("rosa") == "Training: 90 of 120 minutes, and 0 by text"
    assert office.who("jay") == ""


def pairs(office: Office) -> Sequence[str]:
    return office.dana.says("PAIR", "Jay", "Rosa")


def test_pair_warns_and_goes_on_all_the_same(office: Office) -> None:
    office.wants(minutes=120)
    assert pairs(office)[0].startswith("Rosa has 0 of the 120 minutes of training. Go on")
    assert office.dana.says("go on all the same")[0].split("\n\n")[-1].startswith("Why these two?")


def test_pair_says_nothing_where_there_is_enough(office: Office) -> None:
    office.wants(minutes=120, required=True)
    office.dana.says("record 120 minutes for rosa")
    assert pairs(office)[0].split("\n\n")[-1].startswith("Why these two?")


def test_pair_refuses_where_the_programme_says_so(office: Office) -> None:
    office.wants(minutes=120, required=True)
    said = pairs(office)[0]
    assert said.startswith("Rosa has 0 of the 120 minutes of training, so I can't ask yet.")
    assert office.dana.says("Rosa")[0].startswith("Rosa has 0 of the 120")  # and again


def test_minutes_of_lessons_count_where_the_programme_says_so(office: Office) -> None:
    with office.world.db.writing() as db:
        row = {"person_id": office.rosa, "programme_id": 1, "what": "listening", "minutes": 2}
        db.execute(R.insert().values(**row, answer="answer_1", at=START))
    office.wants(minutes=2)
    assert "0 of the 2 minutes" in pairs(office)[0]
    office.dana.says("0")
    office.wants(minutes=2, lessons_count=True)
    assert pairs(office)[0].split("\n\n")[-1].startswith("Why these two?")


def test_it_is_shown_to_whose_it_is_and_goes_with_them(office: Office) -> None:
    office.dana.says("record 120 minutes for rosa", "record 60 minutes for jay")
    (mine,) = json.loads(export.of(office.world.db, office.rosa))["training"]
    assert (mine["what"], mine["minutes"]) == ("outside", 120)
    with office.world.db.writing() as db:
        while erasing.own(db, office.rosa, START + timedelta(days=9)):
            pass
    assert office.kept() == [(office.jay, "outside", 60)]


TIP = {
    "token": "cards",
    "role": "both",
    "moment": "goal",
    "owner": "Sam",
    "text": {"en": "Library cards are free."},
}


def reviewed(office: Office, day: str) -> None:
    office.settings(tips=[{**TIP, "review": day}])
    with office.world.db.writing() as db:
        reviews.plan(db, programmes.every(db)[1], office.world.now)


def hears_until(office: Office, day: int, hour: int = 15) -> list[str]:
    office.world.now = datetime(2026, 3, day, hour, tzinfo=UTC)
    tick(office.world)
    return [text for text in office.dana.hears() if "look at this again" in text]


def test_the_coordinator_is_told_on_the_day_to_look_again(office: Office) -> None:
    reviewed(office, "2026-03-10")
    reviewed(office, "2026-03-10")
    assert hears_until(office, 9) == []
    assert hears_until(office, 10) == [
        "Today is the day to look at this again. Sam looks after it. It says: "
        "Library cards are free."
    ]
    assert hears_until(office, 11) == []


def test_a_day_that_was_changed_is_the_one_that_counts(office: Office) -> None:
    reviewed(office, "2026-03-10")
    reviewed(office, "2026-03-12")
    assert hears_until(office, 10) == []
    assert len(hears_until(office, 12)) == 1


def test_who_comes_to_coordinate_later_is_told_as_well(db: Database) -> None:
    world = World(db)
    office = Office(world, world.phone("777", "simulated_telegram"), 0, 0)
    reviewed(office, "2026-03-10")
    office.dana.says(f"/start {code(db, world.now)}")
    office.dana.presses("Okay")
    assert len(hears_until(office, 10)) == 1


def test_the_example_says_what_a_programme_teaches() -> None:
    found = definitions.read(EXAMPLE)
    assert found.lessons == list(LESSONS)
    assert (found.training.minutes, found.training.required) == (120, False)
    assert [one.label["fr"] for one in found.own_lessons[0].answers] == ["en bus", "à pied"]
    assert found.tips[0].owner == "Sam Ortiz"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"talking"', '"juggling"', "juggling: there are boundaries"),
        ('token = "doors"', 'token = "listening"', "is a name of the product's own"),
        ('token = "doors"', 'token = "card"', "each has a token of its own"),
        ("review = 2027-01-15", "", "review: Field required"),
        ('owner = "Sam Ortiz"', "", "owner: Field required"),
        ("How would you get home after a talk?", "Reply STOP", "STOP belongs to the carriers"),
        ("How would you get home after a talk?", "x" * 250, "longer than 2 SMS in en"),
        ('en = "by bus", ', "", "needs en"),
        ("question_days = 3", "question_days = 0", "question_days"),
        ("minutes = 120", "minutes = -1", "training.minutes"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    file = tmp_path / "programme.toml"
    file.write_text(EXAMPLE.read_text().replace(old, new, 1))
    with pytest.raises(BadSettings) as error:
        definitions.read(file)
    assert says in str(error.value)


def test_reading_a_file_plans_what_is_to_be_looked_at(tmp_path: Path) -> None:
    settings = Settings(database_url=sqlite_url(tmp_path), secret_key=SECRET)
    installation.describe(settings, EXAMPLE)
    db = open_database(settings.database_url.get_secret_value())
    world = World(db, datetime.now(UTC))
    dana = world.phone("777", "simulated_telegram")
    with db.writing() as connection:
        times = codes.Times(world.now, codes.COORDINATOR)
        harbor = next(one for one in programmes.every(connection).values() if one.name == "Harbor")
        invited = codes.issue(connection, harbor.id, "coordinator", {}, times)
    dana.says(f"/start {invited}")
    dana.presses("Okay")
    far = {"2027-01-15": f"{world.now.year + 1}-12-31"}
    file = tmp_path / "programme.toml"
    file.write_text(EXAMPLE.read_text().replace(*next(iter(far.items()))))
    installation.describe(settings, file)
    with db.reading() as connection:
        causes = connection.execute(select(W.c.cause).where(W.c.cause.like("review:%"))).scalars()
        assert {cause.split(":")[2] for cause in causes} == {"doors", "card"}
    db.close()
