"""Many rows in one statement: every row gets its own values, however many there are."""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from sqlalchemy import select

from storage import bulk
from storage.database import Database
from storage.tables import Fault, Role, table

F = table(Fault)


class Row(NamedTuple):
    sender: str
    external_id: str
    code: str
    at: datetime


class Code(NamedTuple):
    external_id: str
    code: str


CODED = bulk.changing(F, Code._fields, by=("external_id",))


@pytest.mark.parametrize("many", [1, bulk.AT_ONCE, 2 * bulk.AT_ONCE + 3])
def test_each_row_is_updated_with_its_own(db: Database, many: int) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    rows = [Row("a", str(n), "", now) for n in range(many + 1)]
    with db.writing() as connection:
        bulk.insert(connection, F, rows)
        bulk.update_each(connection, CODED, [Code(str(n), f"{n}?") for n in range(many)])
        pairs = connection.execute(select(F.c.external_id, F.c.code))
        found = {name: code for name, code in pairs}
    assert found == {str(n): f"{n}?" for n in range(many)} | {str(many): ""}


def test_rows_get_their_ids_in_order_and_the_members_of_an_enumeration_their_values(
    db: Database,
) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    codes = [Role.MENTOR if n % 2 else "plain" for n in range(2 * bulk.AT_ONCE + 3)]
    with db.writing() as connection:
        bulk.insert(connection, F, [Row("a", f"{n}", one, now) for n, one in enumerate(codes)])
        found = connection.execute(select(F.c.external_id, F.c.code).order_by(F.c.id)).all()
    assert [tuple(row) for row in found] == [(f"{n}", str(one)) for n, one in enumerate(codes)]
