from tests.test_still_yours import Reached, reached, asked, select, A
from sqlalchemy import select


def test_dbg(asked):
    for _ in range(8):
        asked.passes(days=1)
    print(asked.says(asked.jay, "still me"))
    from storage.tables import Handover, table

    H = table(Handover)
    with asked.world.db.reading() as db:
        for r in db.execute(select(A)).mappings():
            print(dict(r))
        for r in db.execute(select(H)).mappings():
            print(dict(r))
    print(asked.says(asked.dana, "list"))
    print(asked.says(asked.dana, "1"))
    print([row["buttons"] for row in asked.dana.thread()][-3:])
    assert 0
