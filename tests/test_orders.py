"""Two people act in the same instant: one outcome, of which both are told. `make orders` tries 200
orders of each step."""

import pytest

from storage.database import open_database
from tests.orders import ends, judging
from tests.orders.tables import TABLES
from tests.servers import Server

ORDERS = 8
STEPS = [(table, name) for table, steps in TABLES.items() for name in steps]


@pytest.mark.parametrize(("table", "name"), STEPS)
def test_whoever_comes_first_there_is_one_outcome(
    table: str, name: str, postgresql: Server
) -> None:
    url = postgresql.take()
    db = open_database(url)
    found = judging.tried(db, TABLES[table][name], 0, ORDERS)
    db.close()
    postgresql.give_back(url)
    assert judging.judged(found, ends.read(table).get(name, {})) == []
