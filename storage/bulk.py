"""Many rows in one statement, with less work for each than the toolkit's own way.

What SQLAlchemy does for every row of an executemany (a dictionary of parameters, defaults, the
same instant formatted once for each column) costs more than the database does. Here a statement is
compiled once for each dialect, and a row becomes the driver's parameters in one pass. Many rows go
in one statement: on SQLite the driver lets other threads run at each and waits for them, and on
PostgreSQL each is a message that the server answers.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Dialect, Insert, Select, Table, Update, bindparam, text
from sqlalchemy import insert as insert_into
from sqlalchemy import update as update_of
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import ValuesBase
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel.sql.sqltypes import UTCDateTime

Columns = Mapping[str, Sequence[Any]]  # the values of rows, by field
Given = Mapping[str, Any]  # parameters
Kind = TypeVar("Kind")

AT_ONCE = 32  # rows in one go

_NAMED = re.compile(r"%\((\w+)\)s")
_ROW = re.compile(r" VALUES (\([^()]*\))")


class _Slot(NamedTuple):
    """One parameter: the field of a row, what makes its value ready, and whether that is an
    instant."""

    field: str
    processor: Callable[[Any], Any] | None
    instant: bool


class _Statement(NamedTuple):
    sql: str
    slots: tuple[_Slot, ...]
    many: str = ""  # the same for AT_ONCE rows


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


def _run(db: Connection, statement: _Statement, given: Columns, defaults: Given) -> None:
    count = len(next(iter(given.values())))
    ready = [_column(slot, given, defaults, count) for slot in statement.slots]
    values = list(zip(*ready, strict=True))
    alone = len(values) % AT_ONCE if statement.many else len(values)
    if alone:
        db.exec_driver_sql(statement.sql, values[:alone])
    goes = (values[first : first + AT_ONCE] for first in range(alone, len(values), AT_ONCE))
    if together := [tuple(chain.from_iterable(rows)) for rows in goes]:
        db.exec_driver_sql(statement.many, together)


def _column(slot: _Slot, given: Columns, defaults: Given, count: int) -> Sequence[Any]:
    if slot.field in given:
        return _ready(given[slot.field], slot.processor, slot.instant)
    return [*_ready([defaults[slot.field]], slot.processor, slot.instant)] * count


def _ready(
    values: Sequence[Any], processor: Callable[[Any], Any] | None, instant: bool
) -> Sequence[Any]:
    """The values of a column as the other side wants them; an instant is often many rows' own."""
    if processor is None:
        return values
    if instant:
        ready = {value: processor(value) for value in set(values)}
        return [ready[value] for value in values]
    return [None if value is None else processor(value) for value in values]


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
) -> _Statement:
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    if unless_known is None:
        return _compiled(insert_into(table).values(values).inline(), dialect)
    module: Any = postgresql if dialect.name == "postgresql" else sqlite
    where = text(unless_known.where) if unless_known.where else None
    adding = module.insert(table).values(values).inline()
    unless = adding.on_conflict_do_nothing(index_elements=unless_known.columns, index_where=where)
    return _compiled(unless, dialect)


@lru_cache(maxsize=256)
def _prepared(statement: ValuesBase, dialect: Dialect, *, together: bool) -> _Statement:
    alone = _compiled(statement, dialect)
    at_once = together and dialect.name == "sqlite"
    return alone._replace(many=_from_values(alone)) if at_once else alone


def _from_values(alone: _Statement) -> str:
    """The update of one row as one that takes its parameters from a list of AT_ONCE rows."""
    first, *rest = alone.sql.split("?")
    named = first + "".join(f"given.column{n}{part}" for n, part in enumerate(rest, 1))
    rows = ", ".join([f"({', '.join('?' * len(alone.slots))})"] * AT_ONCE)
    return named.replace(" WHERE ", f" FROM (VALUES {rows}) AS given WHERE ", 1)


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


def _compiled(statement: ValuesBase, dialect: Dialect) -> _Statement:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    sql = str(compiled)
    # A driver that is given names looks up each of them in every row: places are cheaper.
    names = compiled.positiontup or _NAMED.findall(sql)
    slots = [_slot(compiled, name) for name in names]
    if not compiled.positional:
        sql = _NAMED.sub("%s", sql)
    row = _ROW.search(sql) if isinstance(statement, Insert) else None
    many = f"{sql[: row.start(1)]}{', '.join([row[1]] * AT_ONCE)}{sql[row.end(1) :]}" if row else ""
    return _Statement(sql, tuple(slots), many)


def _slot(compiled: SQLCompiler, name: str) -> _Slot:
    processor = compiled._bind_processors.get(name)
    assert processor is None or callable(processor)
    instant = isinstance(compiled.binds[name].type, UTCDateTime)
    return _Slot(name, processor, instant)
