"""Many rows in one statement: every row gets its own values, however many there are."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, select, update

from storage import bulk
from storage.database import Database
from storage.tables import Fault, table

F = table(Fault)
CODED = update(F).where(F.c.external_id == bindparam("ours")).values(code=bindparam("why"))


@pytest.mark.parametrize("many", [1, bulk.AT_ONCE, 2 * bulk.AT_ONCE + 3])
def test_each_row_is_updated_with_its_own(db: Database, many: int) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    rows = [{"sender": "a", "external_id": str(n), "code": "", "at": now} for n in range(many + 1)]
    with db.writing() as connection:
        bulk.insert(connection, F, rows)
        bulk.update_each(connection, CODED, [{"ours": str(n), "why": f"{n}?"} for n in range(many)])
        pairs = connection.execute(select(F.c.external_id, F.c.code))
        found = {name: code for name, code in pairs}
    assert found == {str(n): f"{n}?" for n in range(many)} | {str(many): ""}
