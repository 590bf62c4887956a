"""The statements of the path use their indexes, so that a turn costs the same with many people."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.sql.compiler import SQLCompiler

from storage import history, messages, runs
from storage.broadcasts import progress, recipients
from storage.database import open_database
from storage.inbox import received, unanswered
from storage.mentoring import feedback, goals, matches, meetings
from storage.outbox import delayed, due, sends, strangers, waiting
from storage.people import addresses, participants, persons
from storage.safeguarding import pages
from tests.conftest import sqlite_url

STATEMENTS = {
    "who is at an address": received._KNOWN,
    "the oldest unanswered": unanswered._OLDEST,
    "messages by id": unanswered._READ,
    "delayed messages": delayed._HURRIED,
    "people by id": persons._PEOPLE,
    "addresses by id": addresses._ADDRESSES,
    "enrolments": participants._ENROLLED,
    "open runs": runs._OPEN,
    "silent runs": runs._SILENT,
    "for whom somebody was paged": pages._CALLS,
    "goals": goals._ACTIVE,
    "matches to lock": matches._LOCKED,
    "matches and their meetings": matches._READ,
    "both sides": matches._SIDES,
    "profiles": participants._PROFILES,
    "what was said of matches": feedback._GIVEN,
    "meetings that are over": meetings._ENDED,
    "what was written of our own accord": history._SPENT,
    "when questions were sent": history._ASKED_AT,
    "when people write": history._HEARD,
    "recipients whose time has come": recipients._DUE,
    "recipients by id": recipients._READ,
    "what did not leave in time": recipients._LATE,
    "a recipient who waits again": recipients._AGAIN,
    "where an audience stands": progress._PROGRESS,
    "whose broadcast people had": progress._REACHED,
    "who wrote it": progress._BY,
    "what is due": due._DUE,
    "what waits for people": waiting._WAITING,
    "what strangers cost": strangers._SPENT,
    "what waits for strangers": strangers._WAITING,
    "how often strangers were answered": strangers._ANSWERED,
    "what to send": due._READ,
    "what waits for who has stopped": messages._SUPPRESSED,
    "sends of unknown fate": sends._UNKNOWN,
    "what another was sending": sends._LEFT.values(code=""),
}


OWN = re.compile(r"json_each|SCAN \(subquery|SCAN anon_")  # what the statement itself has made
LISTS = {
    "what waits for strangers": {"senders": ["a", "b"], "until": None},
    "who is at an address": {"digests": [b"1"]},
    "when questions were sent": {"keys": ["a", "b"]},
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Any:
    db = open_database(sqlite_url(Path(tmp_path_factory.mktemp("plans"))))
    yield db
    db.close()


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_table_is_read_from_end_to_end(database: Any, name: str) -> None:
    statement = STATEMENTS[name]
    if lists := LISTS.get(name):
        statement = statement.params(**lists)
    compiled = statement.compile(
        dialect=database.engine.dialect, compile_kwargs={"render_postcompile": True}
    )
    assert isinstance(compiled, SQLCompiler)
    with database.reading() as db:
        values = [None] * len(compiled.positiontup or ())
        raw = db.connection.driver_connection
        plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {compiled}", values)]
    scans = [step for step in plan if step.startswith("SCAN") and not OWN.search(step)]
    # The partial indexes of what waits hold only what waits.
    waiting = ("ix_message_unanswered", "ix_message_delayed", "ix_message_late")
    assert [step for step in scans if not step.endswith(waiting)] == []
