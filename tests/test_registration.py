"""`assistant registration`: what carriers ask for, in the very words that people get."""

from assistant.commands import opening, registration
from assistant.ops import config
from assistant.ops.config import Settings
from storage.database import Database
from tests.conftest import SECRET
from tests.phones import World


def settings(database_url: str) -> Settings:
    return config.read(database_url=database_url, secret_key=SECRET)


def test_it_prints_the_texts_that_people_really_get(db: Database, database_url: str) -> None:
    with opening.migrated(settings(database_url)):
        pass
    told = list(registration.lines(settings(database_url)))
    phone = World(db).phone()
    told = list(registration.lines(settings(database_url)))
    asked = " ".join(" ".join(phone.says("bridge")).split())
    shown = " ".join(line.strip() for line in told if line.startswith("  "))
    assert shown == asked
    help_ = phone.says("HELP")[0]
    assert any(line.startswith("Help message: ") and line[14:] in help_ for line in told)
    phone.says("ok", "23", "Jay")
    stopped = phone.says("STOP")[0]
    assert f"Opt-out message: {stopped}" in told


def test_it_names_all_that_a_form_has_a_field_for(db: Database, database_url: str) -> None:
    with opening.migrated(settings(database_url)):
        pass
    World(db)
    told = "\n".join(registration.lines(settings(database_url)))
    for field in (
        *("Use case:", "Description:", "Opt-in:", "Opt-in keywords: BRIDGE, GUIDE, START"),
        *("Opt-out keywords: STOP", "Help keywords: HELP", "Sample message 3:"),
        *("/privacy/en", "/terms/en"),
    ):
        assert field in told
    assert "{" not in told
