"""A real, migrated database for each test, SQLite and PostgreSQL alike."""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Connection, Engine, create_engine, event
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from storage import database, schema
from storage.database import Database, open_database
from storage.sealing import sealed
from storage.tables import Programme
from tests import rows, servers
from tests.servers import Server

SECRET = "a secret of the tests"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

# With CI set they run, and fail where there is no browser.
BROWSER = ("test_browser.py", "test_console_browser.py")
collect_ignore = [] if Path(CHROMIUM).exists() or os.environ.get("CI") else list(BROWSER)


# Each process of the tests imports the product and all tests: compiled once, it begins in half the
# time, even where the surroundings say that nothing compiled is to be kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# One process of the tests takes all of these together: the file waits more than it works, or shares
# what takes long to start; or all that come here do once what takes seconds, such as to walk
# through every flow, or to fill in every text.
TOGETHER = {
    one: one
    for one in (
        *("architecture", "browser", "connections", "faults", "new_flow", "packaging"),
        "promises",
    )
}
TOGETHER |= dict.fromkeys(
    (
        *("bad_input", "corrections", "flow_words", "flows", "heard_everywhere", "news"),
        *("nothing_follows", "standings"),
    ),
    "walks",
)
TOGETHER |= dict.fromkeys(("catalogues", "grammar", "locales"), "texts")
# What takes long comes first, so that nobody waits for one of them at the end; and what waits
# beside what works.
FIRST = (
    *("browser", "walks", "faults", "promises", "month", "connections", "erasing", "texts"),
    *("new_flow", "outages", "packaging", "sequences", "keys", "meetings"),
)


def _part(nodeid: str) -> str:
    """The file of a test by its short name, or those that it stays together with."""
    name = Path(nodeid.partition("::")[0]).stem.removeprefix("test_")
    return TOGETHER.get(name, name)


class Scheduling(LoadScopeScheduling):
    """Which tests run in one process: a function with all its cases, since to hand out each by
    itself costs more than most of them take; but for what stays together, or takes long."""

    def _split_scope(self, nodeid: str) -> str:
        part = _part(nodeid)
        if part in TOGETHER.values():
            return part
        return nodeid if part in FIRST else nodeid.partition("[")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    config.option.loadscopereorder = False  # they come in our own order
    return Scheduling(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more process than there are cores: tests wait, too."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is tried in every language is tried on PostgreSQL in one: the words are read before any
    query, and kept sealed. What takes long comes first."""
    spoken: dict[str, object] = {}  # by each test on PostgreSQL: the first language that it has
    left_out = [one for one in items if _in_another_language(one, spoken)]
    items[:] = [one for one in items if one not in left_out]
    places = {part: place for place, part in enumerate(FIRST)}
    items.sort(key=lambda one: places.get(_part(one.nodeid), len(FIRST)))
    config.hook.pytest_deselected(items=left_out)


def _in_another_language(item: pytest.Item, spoken: dict[str, object]) -> bool:
    params = item.callspec.params if hasattr(item, "callspec") else {}
    if params.get("database_url") != "postgresql" or "language" not in params:
        return False
    test = item.nodeid.partition("[")[0]
    return bool(spoken.setdefault(test, params["language"]) != params["language"])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was left out is said plainly."""
    if collect_ignore:
        terminalreporter.write_line(
            "Left out: the browser tests, which need chromium (Debian: apt-get install chromium)."
        )


def pytest_collection_finish() -> None:
    """Thousands of tests are known by now: they are not looked through again and again for what
    nobody uses any more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _keys() -> None:
    sealed.use(sealed.derive(SECRET))


@pytest.fixture(scope="session", autouse=True)
def _lax() -> Iterator[None]:
    """What the tests leave behind need not last: no commit on SQLite waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "PRAGMA synchronous = OFF"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """A statement is compiled once in each process, as in the product, though each test opens a
    database of its own: all engines of a kind share the dialect and the cache of the first."""
    known: dict[str, tuple[Any, Any]] = {}

    def shared(url: URL, **how: Any) -> Engine:
        engine = create_engine(url, **how)
        if how.get("connect_args", {}).get("connect_timeout"):  # its connections are its own kind
            return engine
        own = engine.dialect, engine._compiled_cache
        if engine.dialect.name in known:
            engine.dialect, engine._compiled_cache = known[engine.dialect.name]
        else:  # it knows its server from the first connection on
            event.listen(engine, "connect", lambda *_: known.setdefault(own[0].name, own))
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "create_engine", shared)
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of this test process."""
    with servers.running() as server:
        yield server


@pytest.fixture(scope="session")
def postgres(postgresql: Server) -> str:
    """Its address."""
    return postgresql.url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty, migrated database."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    server: Server = request.getfixturevalue("postgresql")
    url = server.take()
    yield url
    server.give_back(url)


@pytest.fixture
def db(database_url: str) -> Iterator[Database]:
    """An empty, migrated database."""
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An SQLite database that holds one programme, and that nobody changes."""
    opened = open_database(sqlite_url(tmp_path_factory.mktemp("rows")))
    with opened.writing() as db:
        rows.put(db, Programme, name="Bridge", zone="UTC", settings={"coordinator": "Dana"})
    yield opened
    opened.close()


@pytest.fixture
def connection(embedded: Database) -> Iterator[Connection]:
    """A transaction there, of which nothing stays."""
    with embedded.engine.connect() as db, db.begin() as transaction:
        yield db
        transaction.rollback()


def sqlite_url(folder: Path) -> str:
    """A migrated SQLite file in this folder: a copy, which takes a hundredth of the time."""
    url = f"sqlite:///{folder / 'assistant.db'}"
    open_database(url).close()  # makes the folder, as it should be
    (folder / "assistant.db").write_bytes(_migrated())
    return url


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "migrated.db"
        opened = open_database(f"sqlite:///{file}")
        schema.migrate(opened)
        opened.close()
        return file.read_bytes()
