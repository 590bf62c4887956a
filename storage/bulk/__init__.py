"""Many rows in one statement, with less work for each than the toolkit's own way.

What SQLAlchemy does for every row of an executemany (a dictionary of parameters, defaults, the
same instant formatted once for each column) costs more than the database does. Here a statement is
compiled once for each dialect, and rows become the driver's parameters in one pass. Many rows go
in one statement. On SQLite the driver lets other threads run at each and waits for them: there a
statement takes 32 rows. On PostgreSQL each is a message that the server answers, and every value a
conversion: there it takes all rows, and each column is one parameter, an array.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Dialect, Select, Table, Update, bindparam, text
from sqlalchemy import insert as insert_into
from sqlalchemy import update as update_of
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ValuesBase
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.bulk.statements import AT_ONCE, Slot, Statement, compiled_for, from_values
from storage.sealing.sealed import Processor

Columns = Mapping[str, Sequence[Any]]  # the values of rows, by field
Given = Mapping[str, Any]  # parameters
Kind = TypeVar("Kind")


class Known(NamedTuple):
    """What a row is known by: the columns of a unique index, and which rows it holds."""

    columns: tuple[str, ...]
    where: str = ""  # all of them


def insert(
    db: Connection,
    table: Table,
    rows: Sequence[NamedTuple],
    unless_known: Known | None = None,
    ids: Sequence[int] = (),
) -> None:
    """Insert rows, whose fields are columns; the others get their defaults. One that is known
    already changes nothing."""
    defaults, given = _defaults(table), _columns(rows) | ({"id": ids} if ids else {})
    columns = tuple({**defaults, **given})
    _run(db, _inserting(table, columns, unless_known, db.dialect), given, defaults)


def changing(table: Table, fields: Sequence[str], by: Sequence[str] = ("id",)) -> Update:
    """The statement that keeps such rows, each in the place of the one it is known by."""
    which = (table.c[name] == bindparam(name) for name in by)
    values: dict[str, Any] = {name: bindparam(name) for name in fields if name not in by}
    return update_of(table).where(*which).values(values)


def update(db: Connection, statement: ValuesBase, rows: Sequence[NamedTuple]) -> None:
    """Run a statement once for every row, whose fields are its parameters."""
    _run(db, _prepared(statement, db.dialect, together=False), _columns(rows), {})


def update_each(db: Connection, statement: ValuesBase, rows: Sequence[NamedTuple]) -> None:
    """The same where no two of the rows change the same one: so they may go together."""
    _run(db, _prepared(statement, db.dialect, together=True), _columns(rows), {})


def read(db: Connection, query: Select[Any], given: Given, kind: Callable[..., Kind]) -> list[Kind]:
    """The rows of a query, each made of its columns in their order."""
    rows = db.execute(query, given)._fetchall_impl()
    if not rows:
        return []
    columns = zip(_readers(query, db.dialect), zip(*rows, strict=True), strict=True)
    return list(map(kind, *(_ready(values, *reader) for reader, values in columns)))


def _columns(rows: Sequence[NamedTuple]) -> dict[str, Sequence[Any]]:
    return dict(zip(rows[0]._fields, zip(*rows, strict=True), strict=True))


def _run(db: Connection, statement: Statement, given: Columns, defaults: Given) -> None:
    count = len(next(iter(given.values())))
    ready = [_column(slot, given, defaults, count) for slot in statement.slots]
    if statement.columns:
        db.exec_driver_sql(statement.columns, tuple([_array(values) for values in ready]))
        return
    values = list(zip(*ready, strict=True))
    alone = len(values) % AT_ONCE if statement.many else len(values)
    if alone:
        db.exec_driver_sql(statement.sql, values[:alone])
    goes = (values[first : first + AT_ONCE] for first in range(alone, len(values), AT_ONCE))
    if together := [tuple(chain.from_iterable(rows)) for rows in goes]:
        db.exec_driver_sql(statement.many, together)


def _column(slot: Slot, given: Columns, defaults: Given, count: int) -> Sequence[Any]:
    if slot.field in given:
        return _ready(given[slot.field], slot.processor, slot.instant)
    return [*_ready([defaults[slot.field]], slot.processor, slot.instant)] * count


def _ready(
    values: Sequence[Any], processor: Callable[[Any], Any] | None, instant: bool
) -> Sequence[Any]:
    """The values of a column as the other side wants them; an instant is often many rows' own."""
    if processor is None:
        return values
    if isinstance(processor, Processor):
        return processor.each(values)
    if instant:
        ready = {value: processor(value) for value in set(values)}
        return list(map(ready.__getitem__, values))
    return [None if value is None else processor(value) for value in values]


def _array(values: Sequence[Any]) -> list[Any]:
    """A parameter of one kind of values: beside a plain one the driver takes no member of an
    enumeration."""
    if any(issubclass(kind, Enum) for kind in set(map(type, values))):
        return [one.value if isinstance(one, Enum) else one for one in values]
    return [*values]


@lru_cache(maxsize=64)
def _defaults(table: Table) -> dict[str, Any]:
    return {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }


@lru_cache(maxsize=256)
def _inserting(
    table: Table, columns: tuple[str, ...], unless_known: Known | None, dialect: Dialect
) -> Statement:
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    if unless_known is None:
        return compiled_for(insert_into(table).values(values).inline(), dialect)
    module: Any = postgresql if dialect.name == "postgresql" else sqlite
    where = text(unless_known.where) if unless_known.where else None
    adding = module.insert(table).values(values).inline()
    unless = adding.on_conflict_do_nothing(index_elements=unless_known.columns, index_where=where)
    return compiled_for(unless, dialect)


@lru_cache(maxsize=256)
def _prepared(statement: ValuesBase, dialect: Dialect, *, together: bool) -> Statement:
    alone = compiled_for(statement, dialect)
    if not together:
        return alone._replace(columns="")
    return alone._replace(many=from_values(alone)) if dialect.name == "sqlite" else alone


@lru_cache(maxsize=256)
def _readers(
    query: Select[Any], dialect: Dialect
) -> list[tuple[Callable[[Any], Any] | None, bool]]:
    """What makes the values of each column ready, and whether those are instants."""
    types = [column.type for column in query.selected_columns]
    return [
        (kind.dialect_impl(dialect).result_processor(dialect, None), isinstance(kind, UTCDateTime))
        for kind in types
    ]
