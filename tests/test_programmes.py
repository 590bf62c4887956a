"""A programme as its file describes it, and what is said when the file is wrong."""

import socket
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from assistant.commands import installation
from assistant.ops import server
from assistant.ops.config import BadSettings, Settings
from assistant.programmes import definitions
from assistant.turns import outbound
from assistant.turns.talk import Talk
from storage.database import open_database
from storage.people import programmes
from storage.people.participants import Enrolment
from tests.conftest import SECRET, sqlite_url
from tests.phones import World

EXAMPLE = Path(__file__).parent.parent / "docs/programme.toml"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=sqlite_url(tmp_path), secret_key=SECRET)


def test_the_example_is_added_and_joined_by_its_word(settings: Settings) -> None:
    assert installation.describe(settings, EXAMPLE).startswith("Added Harbor.")
    assert installation.describe(settings, EXAMPLE) == "Changed Harbor."
    db = open_database(settings.database_url.get_secret_value())
    replies = World(db).phone().says("harbor", "ok", "23", "Ana")
    db.close()
    assert "1 finding a job\n2 better English" in replies[0]


def test_a_real_programme_takes_the_place_of_an_unused_demonstration(settings: Settings) -> None:
    installation.prepare(settings)
    installation.describe(settings, EXAMPLE)
    db = open_database(settings.database_url.get_secret_value())
    assert "This is Harbor" in World(db).phone().says("hello")[0]
    db.close()


def test_a_demonstration_in_use_stays(settings: Settings) -> None:
    installation.prepare(settings)
    db = open_database(settings.database_url.get_secret_value())
    World(db).phone().says("bridge")
    installation.describe(settings, EXAMPLE)
    with db.reading() as connection:
        assert len(programmes.every(connection)) == 2
    db.close()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('keyword = "harbor"', 'keyword = "stop"', "keyword: Value error, belongs to the carriers"),
        ('keyword = "harbor"', 'keyword = "h 2"', "keyword: Value error, is one word"),
        ("America/New_York", "Mars/Base", "zone: Value error, is no time zone"),
        ('en = "better English", ', "", "labels: Value error, needs en"),
        ("minimum_age = 18", "minimum_age = 12", "minimum_age"),
        ('place = "Harbor Library"', "", "place: Field required"),
        ("formal = false", "formal = = false", "programme.toml: Invalid value"),
        ("formal = false", "casual = true", "casual: Extra inputs are not permitted"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    file = tmp_path / "programme.toml"
    file.write_text(EXAMPLE.read_text().replace(old, new, 1))
    with pytest.raises(BadSettings) as error:
        definitions.read(file)
    assert says in str(error.value)


def test_a_word_of_another_programme_is_refused(settings: Settings, tmp_path: Path) -> None:
    installation.prepare(settings)
    file = tmp_path / "programme.toml"
    file.write_text(EXAMPLE.read_text().replace('"pilot"', '"bridge"'))
    assert installation.describe(settings, EXAMPLE)
    file.write_text(EXAMPLE.read_text().replace('"harbor"', '"lagoon"'))
    with pytest.raises(BadSettings, match="belongs to another programme"):
        installation.describe(settings, file)


def test_another_key_is_refused_at_the_start(settings: Settings) -> None:
    from storage.sealing import sealed

    installation.prepare(settings)
    settings.secret_key = SecretStr("another secret of the tests")
    try:
        with pytest.raises(BadSettings, match="SECRET_KEY is not the one"):
            installation.prepare(settings)
    finally:
        sealed.use(sealed.derive(SECRET))


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(port=taken.getsockname()[1])
        with pytest.raises(BadSettings, match=f"PORT {settings.port} is not to be had"):
            server.listen(settings)


@pytest.mark.parametrize(
    ("enrolled", "run", "opened", "spoken_to"),
    [
        (2, None, None, (2, "mentor")),
        (2, 3, 1, (2, "mentor")),
        (None, 3, 1, (3, "mentee")),
        (None, None, 1, (1, "mentee")),
        (None, None, None, (0, "mentee")),  # whichever there is
    ],
)
def test_who_stands_in_no_conversation_is_spoken_to_by_their_own_programme(
    enrolled: int | None, run: int | None, opened: int | None, spoken_to: tuple[int, str]
) -> None:
    runs = [[SimpleNamespace(programme_id=one, role="mentee")] * bool(one) for one in (run, opened)]
    theirs = [Enrolment(1, enrolled, "mentor", "ready", {})] if enrolled else []
    known: Any = SimpleNamespace(enrolments=theirs, runs=runs[0])
    new: Any = runs[1]
    assert outbound._spoken_to(known, new) == spoken_to


@pytest.mark.parametrize(("programmes", "home"), [([7], 7), ([7, 8], None), ([], None)])
def test_who_is_in_no_programme_is_at_home_in_the_only_one(
    programmes: list[int], home: int | None
) -> None:
    known = SimpleNamespace(programmes=dict.fromkeys(programmes))
    talk: Any = SimpleNamespace(
        stack=SimpleNamespace(top=None), enrolment=lambda: None, known=known
    )
    assert Talk.home(talk) == (home, "mentee")
