"""Everything sealed, page by page, under the newest key, while others read and write."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
    update,
)

from storage.database import Database
from storage.sealing import sealed
from storage.sealing.sealed import SealedJSON, SealedText
from storage.tables import Programme, metadata, table

PAGE = 500


def pages(db: Database, newest: int) -> Iterator[int]:
    """Reseal what another key than the newest has sealed; how many rows each page had.

    The programmes come first: whoever takes turns reads them, and so learns of the newest key.
    A row that somebody else holds is left for the next pass.
    """
    first = table(Programme)
    for one in [first, *(other for other in metadata.sorted_tables if other is not first)]:
        after: int | None = 0
        while _columns(one) and after is not None:
            with db.writing() as connection:
                done, after = _page(connection, one, after, newest)
            if done:
                yield done


def _columns(table: Table) -> list[Any]:
    return [one for one in table.c if isinstance(one.type, SealedText | SealedJSON)]


def _page(db: Connection, table: Table, after: int, newest: int) -> tuple[int, int | None]:
    """How many rows were resealed, and after which to go on; None at the end."""
    columns = _columns(table)
    raw = [_raw(column).label(column.name) for column in columns]
    query = (
        select(table.c.id, *raw)
        .where(table.c.id > after, or_(*(_other(column, newest) for column in columns)))
        .order_by(table.c.id)
        .limit(PAGE)
        .with_for_update(key_share=True, skip_locked=True)
    )
    rows = db.execute(query).all()
    if not rows:
        return 0, None
    values = {one.name: bindparam(f"new_{one.name}", type_=LargeBinary()) for one in columns}
    changing = update(table).where(table.c.id == bindparam("row")).values(values)
    db.execute(
        changing,
        [
            {"row": row.id}
            | {f"new_{one.name}": _resealed(getattr(row, one.name), one.type) for one in columns}
            for row in rows
        ],
    )
    return len(rows), rows[-1].id


def _raw(column: Any) -> ColumnElement[bytes]:
    return type_coerce(column, LargeBinary())


def _other(column: Any, newest: int) -> ColumnElement[bool]:
    first = func.substr(_raw(column), 1, 1, type_=LargeBinary())
    return first != bindparam(None, bytes((newest,)), type_=LargeBinary())


def _resealed(value: bytes | None, kind: SealedText | SealedJSON) -> bytes | None:
    return None if value is None else sealed.reseal(bytes(value), kind.place)
