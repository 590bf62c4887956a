"""People who have not agreed: whom of them we answer, how often, and what that may cost."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from assistant.broadcasts import feeder
from assistant.channels import Inbound
from assistant.channels.sms import numbers
from assistant.command_line import app
from assistant.ops.health import State
from assistant.ops.limits import Limits
from assistant.schedule import clock
from assistant.turns import strangers as turned_away
from assistant.turns.context import Known, Outcome, Policy
from assistant.turns.lookups import Rarities
from assistant.turns.loop import Turns
from assistant.turns.strangers import Quota
from flows.engine.states import Prompt
from storage.database import Database
from storage.holder import Holder
from storage.outbox import strangers
from storage.people import programmes
from storage.people.addresses import Reached
from storage.people.programmes import Definition
from storage.safeguarding.concerns import Acknowledged
from storage.safeguarding.on_call import OnCall
from tests import one_turn
from tests.conftest import SECRET, sqlite_url
from tests.phones import START, World

TIGHT = Limits(hour=80, day=240)


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.fixture
def tight(db: Database) -> World:
    """A world that answers a tenth of the usual number of strangers."""
    world = World(db)
    world.turns = Turns(db, Policy(limits=TIGHT), lambda: world.now)
    return world


@pytest.mark.parametrize(
    "words", [("hello",), ("hello", "WHY"), ("bridge", "español"), ("hello", "no more")]
)
def test_who_never_agreed_is_only_ever_answered(world: World, words: tuple[str, ...]) -> None:
    phone = world.phone()
    assert phone.says(*words)
    holder = Holder(world.db, "clock")
    for _ in range(4):
        world.passes(days=1, hours=1)
        clock.step(holder, world.now, feeder.step)
        world.settle()
    holder.release()
    assert phone.hears() == []


def text_from(world: World, number: str, words: str = "hello") -> list[str]:
    """The replies to a real text from this number."""
    phone = world.phone(number, "sms")
    phone.hears()
    return phone.sends(by_sms(world, number, words))


def by_sms(world: World, number: str, words: str) -> Inbound:
    return replace(world.phone(number, "sms").inbound(words), sender="sms:+15550009999")


@pytest.mark.parametrize(
    "number",
    [
        *("+19005550100", "+34806123456", "+34902123456", "+447012345678", "+15005550006"),
        *("+881612345678", "+870773123456", "+8821012345678", "+883510012345", "+97912345678"),
        *("87000", "+5547", "NETFLIX", "+33612345678", "+18765551234"),
    ],
)
def test_who_is_costly_or_from_elsewhere_is_kept_and_not_answered(
    world: World, number: str
) -> None:
    for words in ("bridge", "hello", "HELP", "START", "STOP"):
        assert text_from(world, number, words) == []
    assert len(world.rows(direction="in", answered_at=None)) == 0
    assert len(world.rows(direction="in")) == 5
    assert world.phone(number, "sms").person()["stopped_at"]


@pytest.mark.parametrize("said", [("bridge",), ("bridge", "ok"), ("bridge", "ok", "leave", "1")])
def test_a_costly_number_is_not_answered_whoever_has_it(
    world: World, said: tuple[str, ...]
) -> None:
    for words in said:
        assert text_from(world, "+12125550100", words)
    with world.db.writing() as db:
        db.execute(text("UPDATE address SET origin = 'premium'"))
    for words in ("ok", "bridge", "hello", "HELP"):
        assert text_from(world, "+12125550100", words) == []


@pytest.mark.parametrize("number", ["+12125550100", "+18445551234", "+15550009998"])
def test_who_is_from_here_is_answered(world: World, number: str) -> None:
    assert "Okay to text you?" in text_from(world, number)[0]


def test_a_programme_names_the_countries_that_it_answers(world: World) -> None:
    change_settings(world, countries=[])
    assert not text_from(world, "+34612345678")
    change_settings(world, countries=["US", "FR"])
    assert text_from(world, "+33612345678")
    assert not text_from(world, "+33899123456")
    assert not text_from(world, "+34612345678")


def test_one_stranger_gets_so_many_messages_a_day_and_stop_and_help_beyond(world: World) -> None:
    answers = [
        text for n in range(60) for text in text_from(world, "+12125550100", f"what is {n} {n}")
    ]
    assert 5 <= len(answers) <= 20
    assert text_from(world, "+12125550100", "hey you there") == []
    assert len(text_from(world, "+12125550100", "HELP")) == 1
    assert len(text_from(world, "+12125550100", "STOP")) == 1
    assert text_from(world, "+12125550100", "STOP") == []


def test_no_stranger_costs_more_by_stop_and_help_without_end(world: World) -> None:
    for _ in range(20):
        for words in ("START", "STOP", "HELP", "ayuda", "aide"):
            text_from(world, "+12125550100", words)
    assert 10 <= len(world.phone("+12125550100", "sms").thread()) <= 26
    assert world.phone("+12125550100", "sms").person()["stopped_at"]


def test_who_agrees_is_heard_whatever_the_limit(world: World) -> None:
    text_from(world, "+12125550100", "bridge")
    for n in range(60):
        text_from(world, "+12125550100", f"WHY {n}")
    assert "How old are you?" in text_from(world, "+12125550100", "ok")[-1]


def test_a_flood_of_strangers_costs_no_more_than_the_ceiling(tight: World) -> None:
    flood = [by_sms(tight, f"+1212{n:07d}", "hi") for n in range(5_550_000, 5_550_100)]
    for hour in range(2):
        for first in range(0, len(flood), 10):
            tight.accept(
                [
                    replace(one, external_id=f"{hour} {one.external_id}")
                    for one in flood[first : first + 10]
                ]
            )
            tight.settle()
        tight.passes(hours=1, minutes=1)
    rows = tight.rows(direction="out")
    assert 30 <= sum(row["segments"] for row in rows) <= 2 * TIGHT.hour
    with tight.db.reading() as db:
        assert strangers.spent(db, tight.now).day <= TIGHT.day
    assert not tight.rows(direction="in", answered_at=None)


def test_who_comes_by_the_word_is_answered_beside_those_who_simply_write(tight: World) -> None:
    tight.accept([by_sms(tight, f"+1212555{n:04d}", "hi") for n in range(40)])
    tight.settle()
    assert text_from(tight, "+12125559999", "hi") == []
    assert "Okay to text you?" in text_from(tight, "+12125559999", "bridge")[0]


def test_a_class_that_joins_in_one_hour_is_answered(world: World) -> None:
    numbers = [f"+1212555{n:04d}" for n in range(100)]
    for words in ("bridge", "ok"):
        for first in range(0, 100, 20):
            some = numbers[first : first + 20]
            world.accept([by_sms(world, number, words) for number in some])
            world.settle()
    for number in numbers:
        assert len(world.phone(number, "sms").thread()) == 2, number


async def test_health_tells_of_a_flood_and_stays_well(tight: World) -> None:
    tight.accept([by_sms(tight, f"+1212555{n:04d}", "hi") for n in range(40)])
    tight.settle()
    found = await State(tight.db, lambda: tight.now, limits=TIGHT).look()
    assert [one["name"] for one in found["warnings"]] == ["strangers"]
    assert found["strangers"]["hour"] >= 30


def test_the_ceiling_is_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url(tmp_path))
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("STRANGERS_PER_HOUR", "10")
    said = CliRunner().invoke(app, ["ceiling", "--price", "0.01"]).output
    assert "at most 240 SMS segments a day, 2.40" in said
    assert "invited" in said


def change_settings(world: World, **more: Any) -> None:
    with world.db.writing() as db:
        (one,) = programmes.every(db).values()
        definition = Definition(*one[1:])._replace(settings={**one.settings, **more})
        programmes.change(db, one.id, definition)


def from_afar(person: int, *, on_call: int, origin: str = "US") -> Known:
    """Somebody who has agreed to nothing, by SMS, where somebody is on call."""
    known = one_turn.known("1", who=person, enrolments=())
    known.message = known.message._replace(sender="sms:+12125550100")
    known.address = Reached(person, person, "sms", "sms:+12125550100", None, origin)
    known.rare = Rarities(on_call=[OnCall(1, on_call, "Mr Cole")])
    return known


def test_who_is_on_call_has_as_many_concerns_as_there_are() -> None:
    used_up = Quota(Limits(0, 0, 0), frozenset({"US"}))
    for staff, answers in ((2, ["Thank you."]), (3, [])):
        taken = Outcome(prompts=[Prompt("Thank you.", {})])
        found = turned_away.bounded(from_afar(2, on_call=staff), taken, used_up)
        assert [one.msgid for one in found.prompts] == answers


def test_that_somebody_has_a_concern_counts_whatever_their_number_costs() -> None:
    said = Acknowledged(1, 2, "Mr Cole", START)
    taken = Outcome(prompts=[Prompt("Thank you.", {})], acknowledged=[said])
    known = from_afar(2, on_call=2, origin=next(iter(numbers.NEVER)))
    found = turned_away.bounded(known, taken, Quota(Limits(0, 0, 0)))
    assert (found.acknowledged, found.prompts) == ([said], [])
