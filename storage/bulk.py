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

from sqlalchemy import Connection, Dialect, Insert, Select, Table, bindparam, text
from sqlalchemy import insert as insert_into
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import ValuesBase
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel.sql.sqltypes import UTCDateTime

Row = Mapping[str, Any]
Kind = TypeVar("Kind")

AT_ONCE = 32  # rows in one go

_NAMED = re.compile(r"%\((\w+)\)s")
_ROW = re.compile(r" VALUES (\([^()]*\))")


class _Slot(NamedTuple):
    """One parameter: its name, what makes its value ready, and whether that is an instant."""

    name: str
    processor: Callable[[Any], Any] | None
    instant: bool


class _Statement(NamedTuple):
    sql: str
    slots: tuple[_Slot, ...]
    many: str = ""  # the same for AT_ONCE rows


def insert(db: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, which all name the same columns; the others get their defaults."""
    defaults = _defaults(table)
    columns = tuple({**defaults, **rows[0]})
    _run(db, _inserting(table, columns, db.dialect), rows, defaults)


class Known(NamedTuple):
    """What a row is known by: the columns of a unique index, and which rows it holds."""

    columns: tuple[str, ...]
    where: str


def insert_unless_known(db: Connection, table: Table, rows: Sequence[Row], by: Known) -> None:
    """Insert rows; one that is known already changes nothing."""
    defaults = _defaults(table)
    columns = tuple({**defaults, **rows[0]})
    _run(db, _inserting_new(table, columns, by, db.dialect), rows, defaults)


def update(db: Connection, statement: ValuesBase, rows: Sequence[Row]) -> None:
    """Run a statement with named parameters once for every row."""
    _run(db, _prepared(statement, db.dialect), rows, {})


def update_each(db: Connection, statement: ValuesBase, rows: Sequence[Row]) -> None:
    """The same where no two of the rows change the same one: so they may go together."""
    _run(db, _prepared_together(statement, db.dialect), rows, {})


def read(db: Connection, query: Select[Any], given: Row, kind: Callable[..., Kind]) -> list[Kind]:
    """The rows of a query, each made of its columns in their order."""
    rows = db.execute(query, given)._fetchall_impl()
    if not rows:
        return []
    columns = zip(_readers(query, db.dialect), zip(*rows, strict=True), strict=True)
    return list(map(kind, *(_ready(values, *reader) for reader, values in columns)))


def _run(db: Connection, statement: _Statement, rows: Sequence[Row], defaults: Row) -> None:
    columns = [_column(slot, rows, defaults) for slot in statement.slots]
    values = list(zip(*columns, strict=True))
    alone = len(values) % AT_ONCE if statement.many else len(values)
    if alone:
        db.exec_driver_sql(statement.sql, values[:alone])
    if together := [_together(values, n) for n in range(alone, len(values), AT_ONCE)]:
        db.exec_driver_sql(statement.many, together)


def _together(values: Sequence[tuple[Any, ...]], first: int) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(values[first : first + AT_ONCE]))


def _column(slot: _Slot, rows: Sequence[Row], defaults: Row) -> list[Any]:
    name = slot.name
    if name in rows[0]:
        return _ready([row[name] for row in rows], slot.processor, slot.instant)
    return _ready([defaults[name]], slot.processor, slot.instant) * len(rows)


def _ready(
    values: Sequence[Any], processor: Callable[[Any], Any] | None, instant: bool
) -> list[Any]:
    """The values of a column as the other side wants them; an instant is often many rows' own."""
    if processor is None:
        return list(values)
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
def _inserting(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Statement:
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    return _compiled(insert_into(table).values(values).inline(), dialect)


@lru_cache(maxsize=256)
def _inserting_new(
    table: Table, columns: tuple[str, ...], by: Known, dialect: Dialect
) -> _Statement:
    module: Any = postgresql if dialect.name == "postgresql" else sqlite
    adding = module.insert(table).values({name: bindparam(name) for name in columns}).inline()
    unless = adding.on_conflict_do_nothing(index_elements=by.columns, index_where=text(by.where))
    return _compiled(unless, dialect)


@lru_cache(maxsize=256)
def _prepared(statement: ValuesBase, dialect: Dialect) -> _Statement:
    return _compiled(statement, dialect)


@lru_cache(maxsize=256)
def _prepared_together(statement: ValuesBase, dialect: Dialect) -> _Statement:
    alone = _compiled(statement, dialect)
    return alone._replace(many=_from_values(alone)) if dialect.name == "sqlite" else alone


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
    slots = [
        _Slot(
            name,
            _processor(compiled, name),
            isinstance(compiled.binds[name].type, UTCDateTime),
        )
        for name in names
    ]
    if not compiled.positional:
        sql = _NAMED.sub("%s", sql)
    row = _ROW.search(sql) if isinstance(statement, Insert) else None
    many = f"{sql[: row.start(1)]}{', '.join([row[1]] * AT_ONCE)}{sql[row.end(1) :]}" if row else ""
    return _Statement(sql, tuple(slots), many)


def _processor(compiled: SQLCompiler, name: str) -> Callable[[Any], Any] | None:
    found = compiled._bind_processors.get(name)
    assert found is None or callable(found)
    return found
