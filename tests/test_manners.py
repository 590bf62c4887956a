"""How a programme writes to whom: formally or not, with accents or without, as which country."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.commands import installation
from assistant.ops.config import Settings
from storage.database import open_database
from tests.conftest import SECRET, sqlite_url
from tests.phones import World

EXAMPLE = Path(__file__).parent.parent / "docs/programme.toml"
SPANISH, FRENCH, PORTUGUESE = "+34612345678", "+33612345678", "+351912345678"
AMERICAN, BRITISH, BRAZILIAN = "+12125550100", "+447400123456", "+5511961234567"
Open = Callable[..., World]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """The example's programme, with some lines of its file changed."""
    settings = Settings(database_url=sqlite_url(tmp_path), secret_key=SECRET)
    db = open_database(settings.database_url.get_secret_value())

    def open_(**lines: str) -> World:
        text = EXAMPLE.read_text()
        text = text.replace('["US", "PR"]', '["US", "ES", "FR", "PT", "BR", "GB"]')
        for name, value in lines.items():
            text = text.replace(*_changed(text, name, value))
        file = tmp_path / "programme.toml"
        file.write_text(text)
        installation.describe(settings, file)
        return World(db)

    yield open_
    db.close()


def _changed(text: str, name: str, value: str) -> tuple[str, str]:
    line = next(line for line in text.splitlines() if line.startswith(f"{name} ="))
    return line, f"{name} = {value}"


@pytest.mark.parametrize(
    ("formal", "mentee", "mentor"),
    [
        ("false", "¿Puedo escribirte?", "¿Puedo escribirte?"),
        ("true", "¿Puedo escribirle?", "¿Puedo escribirle?"),
        ('["mentor"]', "¿Puedo escribirte?", "¿Puedo escribirle?"),
        ('["mentee"]', "¿Puedo escribirle?", "¿Puedo escribirte?"),
    ],
)
def test_each_role_may_be_written_to_in_its_own_form(
    opened: Open, formal: str, mentee: str, mentor: str
) -> None:
    world = opened(formal=formal)
    assert mentee in world.phone(SPANISH).says("harbor")[-1]
    other = world.phone("+34612345679")
    assert mentor in other.says("pilot")[-1]
    asked = other.says("de acuerdo")[-1]
    assert ("tiene?" in asked) == (mentor == "¿Puedo escribirle?")


def test_accents_stay_on_sms(opened: Open) -> None:
    assert "Écris comme d'habitude" in " ".join(opened().phone(FRENCH).says("harbor", "ok"))


def test_a_programme_may_do_without_accents_by_sms(opened: Open) -> None:
    world = opened(accents="false")
    assert " ".join(world.phone(FRENCH).says("harbor", "ok")).isascii()
    telegram = world.phone("1234", "simulated_telegram")
    assert "données" in " ".join(telegram.says("harbor", "en français"))


@pytest.mark.parametrize(
    ("number", "told", "never"),
    [
        (AMERICAN, "mentoring program at", "programme"),
        (BRITISH, "mentoring programme at", "program at"),
    ],
)
def test_english_is_spelled_as_in_the_country_of_the_number(
    opened: Open, number: str, told: str, never: str
) -> None:
    said = opened().phone(number).says("harbor")[0]
    assert told in said
    assert never not in said


@pytest.mark.parametrize(
    ("country", "told"),
    [("US", "mentoring program at"), ("GB", "mentoring programme at")],
)
def test_who_has_no_number_reads_as_in_the_country_of_the_programme(
    opened: Open, country: str, told: str
) -> None:
    telegram = opened(country=f'"{country}"').phone("1234", "simulated_telegram")
    assert told in telegram.says("harbor")[0]


def test_portugal_reads_no_brazilian(opened: Open) -> None:
    world = opened()
    assert "Quantos anos você tem?" in world.phone(BRAZILIAN).says("harbor", "ok")[-1]
    assert "Quantos anos tens?" in world.phone(PORTUGUESE).says("harbor", "ok")[-1]


def test_days_and_hours_are_those_of_the_country_and_month_first_only_there(opened: Open) -> None:
    world = opened()
    american = world.phone(AMERICAN)
    american.says("harbor", "ok", "23", "Ana", "1", "a job", "weekends", "0", "0")
    assert "October 3, 20" in american.says("PAUSE", "10/3")[-1]
    british = world.phone(BRITISH)
    british.says("harbor", "ok", "23", "Ana", "1", "a job", "weekends", "0", "0")
    assert "10 March 20" in british.says("PAUSE", "10/3")[-1]
