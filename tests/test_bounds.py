"""How much is read at most: of a thread, a list, a programme, a text, a flow."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert

from assistant.programmes import definitions
from flows.engine import hearing
from flows.engine.runs import open_run
from flows.engine.standing import Turn
from flows.engine.states import Ending, Flow, Heard, Option, Remark, Row
from storage import backlog, cards, desk, history, threads
from storage.database import open_database
from storage.desk import Of
from storage.outbox import waiting
from storage.outbox.waiting import OutboundMessage, Unsent
from storage.outbox.waiting import Turn as Turned
from storage.sealing import sealed
from storage.tables import Address, Handover, Message, Participant, Person, table
from tests.conftest import sqlite_url
from tests.phones import START

A, H, M, N, P = (table(one) for one in (Address, Handover, Message, Participant, Person))
WHO, MINUTE = ("sms", "+12125550100"), timedelta(minutes=1)
DESK = Of(1, False)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A programme with somebody who can be written to."""
    opened = open_database(sqlite_url(Path(tmp_path_factory.mktemp("bounds"))))
    with opened.writing() as connection:
        definitions.demonstrate(connection, START)
        connection.execute(insert(P).values(id=1, language="en", zone="UTC", created_at=START))
        address = {"id": 1, "person_id": 1, "channel": WHO[0], "sender": "a", "handle": WHO[1]}
        address |= {"digest": sealed.find_by(*WHO), "created_at": START}
        connection.execute(insert(A).values(address))
        yield connection
    opened.close()


def messages(db: Connection, many: int, **values: Any) -> None:
    row = {"person_id": 1, "address_id": 1, "direction": "out", "sender": "a", "kind": "text"}
    row |= {"status": "sent", "due_at": START, "created_at": START}
    each = [{"external_id": f"{n}", "text": f"{n}"} for n in range(many)]
    db.execute(delete(M))
    db.execute(insert(M), [row | values | one for one in each])


def test_of_a_thread_the_newest_fifty_are_shown(db: Connection) -> None:
    messages(db, 51)
    shown = threads.newest(db, [WHO])[WHO]
    assert [line.text for line in shown] == [f"{n}" for n in range(1, 51)]


def test_somebody_reacts_to_one_of_the_newest_forty(db: Connection) -> None:
    messages(db, 41)
    told = history.told(db, [1], START - MINUTE)[1]
    assert sorted(told, key=int) == [f"{n}" for n in range(1, 41)]


def test_their_usual_hour_is_that_of_their_newest_twenty_texts(db: Connection) -> None:
    messages(db, 21, direction="in")
    assert len(history.heard_from(db, [1], START + MINUTE)) == 20


@pytest.mark.parametrize(("number", "passes"), [(1, False), (2, True)])
def test_a_success_is_looked_for_among_the_newest_five_hundred(
    db: Connection, number: int, passes: bool
) -> None:
    messages(db, 1, id=number, sent_at=START)
    row = {"person_id": 1, "direction": "in", "sender": "a", "kind": "text", "text": ""}
    row |= {"status": "received", "due_at": START, "created_at": START}
    db.execute(insert(M).values(id=501, **row))
    assert backlog._delivers(db, "a", START - MINUTE) is passes
    assert not backlog._delivers(db, "a", START)
    assert not backlog._delivers(db, "b", START - MINUTE)


def test_a_list_has_five_hundred_things_the_worst_first(db: Connection) -> None:
    row = {"person_id": 1, "programme_id": 1, "text": "", "created_at": START}
    kinds = ("left", "ask", "low", "worry", *["unknown"] * 497)
    db.execute(insert(H), [row | {"kind": kind} for kind in kinds])
    found = [one.kind for one in desk.waiting(db, DESK, (), START)]
    assert len(found) == 500
    assert found[:5] == ["worry", "low", "ask", "left", "unknown"]


def test_a_programme_has_five_thousand_people(db: Connection) -> None:
    numbers = range(2, 5003)
    person = {"language": "en", "zone": "UTC", "created_at": START}
    db.execute(insert(P), [person | {"id": n} for n in numbers])
    row = {"programme_id": 1, "role": "mentee", "state": "ready", "profile": {}}
    db.execute(insert(N), [row | {"person_id": n, "created_at": START} for n in numbers])
    assert [one.person_id for one in cards.known(db, DESK)] == [*numbers][:5000]


@pytest.mark.parametrize(("letters", "found"), [(120, ["maths"]), (121, [])])
def test_a_long_text_is_not_searched_for_other_names_of_options(
    letters: int, found: list[str]
) -> None:
    options = (Option("maths", "Maths", whole=("sums",)),)
    said = Heard("sums".ljust(letters), START, "en")
    assert hearing._told(options, said, 3) == ((found, "") if found else ())


def test_a_flow_that_goes_round_in_a_circle_is_told_after_thirty_states() -> None:
    def way(remarks: int) -> Turn:
        names = [f"{n}" for n in range(remarks)]
        rows: list[Row] = [("onward", one, f"{n + 1}") for n, one in enumerate(names)]
        flow = Flow("way", {one: Remark() for one in names} | {f"{remarks}": Ending("")}, rows)
        return open_run(flow, {})

    assert way(29).closed
    with pytest.raises(ValueError, match="way goes round"):
        way(30)


@pytest.mark.parametrize(("many", "gone"), [(29, []), (30, [1]), (32, [1, 2, 3])])
def test_of_answers_that_nobody_hears_the_first_and_the_newest_thirty_wait(
    many: int, gone: list[int]
) -> None:
    turns = [Turned([Unsent(1, n, "", "queued", 0, f"{n}", START, START)]) for n in range(many)]
    new = OutboundMessage(1, 1, "a", "", "new", 0, START, START, START)
    _, left = waiting._unlike(turns, [new])
    assert [n for n, one in enumerate(turns) if one not in left] == gone
