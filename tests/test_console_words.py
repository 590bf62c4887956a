"""The words of the console, in which language; the link of the first start; what its log keeps."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.command_line import app
from assistant.commands import installation
from assistant.console import words
from assistant.console.pages import rendered
from assistant.ops.config import Settings
from storage.console import deeds, signing
from storage.console.deeds import NewDeed
from storage.database import Database, open_database
from storage.tables import Deed
from tests.conftest import SECRET, sqlite_url
from tests.console import NOW, Console
from tests.phones import World

SPANISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Today"
msgstr "Hoy"

msgid "%(num)s thing"
msgid_plural "%(num)s things"
msgstr[0] "%(num)s cosa"
msgstr[1] "%(num)s cosas"
"""


def test_every_word_of_the_pages_is_there_for_translators() -> None:
    assert words.TEMPLATE.read_bytes() == words.written(words.extract()), "run the module"


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "console.po").write_text(SPANISH)
    kept = (rendered.language, rendered._environment, rendered._catalogue)
    monkeypatch.setattr(rendered, "LOCALES", tmp_path)
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


@pytest.mark.usefixtures("spanish")
def test_a_catalogue_is_all_that_another_language_takes(db: Database) -> None:
    site = Console(World(db))
    browser = site.enters()
    for count, said in ((1, "1 cosa,"), (2, "2 cosas,")):
        site.thing()
        page = browser.get("/console", **{"Accept-Language": "es-MX,es;q=0.9"}).text
        assert '<html lang="es">' in page
        assert "<h1>Hoy</h1>" in page
        assert said in page, count
    assert "<h1>Today</h1>" in browser.get("/console", **{"Accept-Language": "fr"}).text


def settings(folder: Path, **more: object) -> Settings:
    return Settings(database_url=sqlite_url(folder), secret_key=SECRET, **more)  # type: ignore[arg-type]


def test_the_first_start_prints_a_link_until_somebody_has_signed_in(tmp_path: Path) -> None:
    given = settings(tmp_path, port=8123)
    link = installation.first_link(given)
    assert link.startswith("http://localhost:8123/console/enter/")
    assert installation.first_link(given) not in ("", link)
    db = open_database(given.database_url.get_secret_value())
    site = Console(World(db), wall=datetime.now(UTC))
    browser = site.stranger()
    assert browser.post(link.removeprefix("http://localhost:8123")).status_code == 303
    assert browser.get("/console/accounts").status_code == 200
    assert installation.first_link(given) == ""


def test_a_command_prints_another_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url(tmp_path))
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("PUBLIC_URL", "https://mentoring.example.org")
    done = CliRunner().invoke(app, ["sign-in"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("https://mentoring.example.org/console/enter/")


def test_the_log_is_given_up_a_little_at_a_time(db: Database) -> None:
    site = Console(World(db))
    account = site.account("owner")
    with db.writing() as connection:
        for days in range(5):
            deeds.add(connection, NewDeed(account, "saw", NOW + timedelta(days=days), "today"))
        before = NOW + timedelta(days=3)
        assert [deeds.forget(connection, before, 2) for _ in range(3)] == [2, 1, 0]
        assert not signing.anybody_came(connection)
    assert site.rows(Deed) == 2
