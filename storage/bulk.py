"""Many rows in one statement, with less work for each than the toolkit's own way.

What SQLAlchemy does for every row of an executemany (a dictionary of parameters, defaults, the
same instant formatted once for each column) costs more than the database does. Here a statement
is compiled once for each dialect, and a row becomes the driver's parameters in one pass. SQLite
takes many rows in one go: for each go the driver lets other threads run, and has to wait for them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Table, bindparam, text
from sqlalchemy import insert as insert_into
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import ValuesBase
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel.sql.sqltypes import UTCDateTime

Row = Mapping[str, Any]

AT_ONCE = 32  # rows in one go


class _Slot(NamedTuple):
    """One parameter: its name, what makes its value ready, and whether that is an instant."""

    name: str
    processor: Callable[[Any], Any] | None
    instant: bool


class _Statement(NamedTuple):
    sql: str
    slots: tuple[_Slot, ...]
    named: bool
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


def _run(db: Connection, statement: _Statement, rows: Sequence[Row], defaults: Row) -> None:
    times: dict[datetime, Any] = {}
    values = [_values(statement.slots, {**defaults, **row}, times) for row in rows]
    if statement.named:
        names = [slot.name for slot in statement.slots]
        db.exec_driver_sql(statement.sql, [dict(zip(names, one, strict=True)) for one in values])
        return
    alone = len(values) % AT_ONCE if statement.many else len(values)
    if alone:
        db.exec_driver_sql(statement.sql, values[:alone])
    if together := [_together(values, n) for n in range(alone, len(values), AT_ONCE)]:
        db.exec_driver_sql(statement.many, together)


def _together(values: list[tuple[Any, ...]], first: int) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(values[first : first + AT_ONCE]))


def _values(slots: tuple[_Slot, ...], row: Row, times: dict[datetime, Any]) -> tuple[Any, ...]:
    return tuple(
        [
            row[name]
            if processor is None or row[name] is None
            else _instant(row[name], processor, times)
            if instant
            else processor(row[name])
            for name, processor, instant in slots
        ]
    )


def _instant(value: datetime, processor: Callable[[Any], Any], times: dict[datetime, Any]) -> Any:
    ready = times.get(value)
    if ready is None:
        ready = times[value] = processor(value)
    return ready


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


def _compiled(statement: ValuesBase, dialect: Dialect) -> _Statement:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    names = compiled.positiontup or list(compiled.params)
    slots = [
        _Slot(
            name,
            _processor(compiled, name),
            isinstance(compiled.binds[name].type, UTCDateTime),
        )
        for name in names
    ]
    sql, one = str(compiled), f"({', '.join('?' * len(slots))})"
    many = sql.replace(one, ", ".join([one] * AT_ONCE)) if isinstance(statement, Insert) else ""
    return _Statement(sql, tuple(slots), not compiled.positional, many)


def _processor(compiled: SQLCompiler, name: str) -> Callable[[Any], Any] | None:
    found = compiled._bind_processors.get(name)
    assert found is None or callable(found)
    return found
