"""A statement for one row, compiled once for each dialect, and the same for many rows."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import ValuesBase
from sqlmodel.sql.sqltypes import UTCDateTime

AT_ONCE = 32  # rows in one go

_NAMED = re.compile(r"%\((\w+)\)s")
_ROW = re.compile(r" VALUES (\([^()]*\))")


class Slot(NamedTuple):
    """One parameter: the field of a row, what makes its value ready, and whether that is an
    instant."""

    field: str
    processor: Callable[[Any], Any] | None
    instant: bool


class Statement(NamedTuple):
    sql: str
    slots: tuple[Slot, ...]
    many: str = ""  # the same for AT_ONCE rows
    columns: str = ""  # the same for any number of rows, with an array for each slot


def compiled_for(statement: ValuesBase, dialect: Dialect) -> Statement:
    """The SQL for one row and for many, and what makes their parameters ready."""
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    sql = str(compiled)
    # A driver that is given names looks up each of them in every row: places are cheaper.
    names = compiled.positiontup or _NAMED.findall(sql)
    slots = tuple(_slot(compiled, name) for name in names)
    if not compiled.positional:
        return Statement(_NAMED.sub("%s", sql), slots, columns=_from_arrays(compiled, names))
    row = _ROW.search(sql) if isinstance(statement, Insert) else None
    many = f"{sql[: row.start(1)]}{', '.join([row[1]] * AT_ONCE)}{sql[row.end(1) :]}" if row else ""
    return Statement(sql, slots, many)


def _from_arrays(compiled: SQLCompiler, names: Sequence[str]) -> str:
    """The statement for one row as one that takes an array for each of its parameters."""
    sql = str(compiled)
    kinds = [compiled.binds[name].type.compile(dialect=compiled.dialect) for name in names]
    for n, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        plain = f"%({name})s"
        sql = sql.replace(cast if (cast := f"{plain}::{kind}") in sql else plain, f"given.c{n}", 1)
    arrays = ", ".join(f"%b::{kind}[]" for kind in kinds)
    given = f"unnest({arrays}) AS given({', '.join(f'c{n}' for n in range(len(names)))})"
    if row := _ROW.search(sql):
        return f"{sql[: row.start()]} SELECT {row[1][1:-1]} FROM {given}{sql[row.end() :]}"
    return sql.replace(" WHERE ", f" FROM {given} WHERE ", 1)


def _slot(compiled: SQLCompiler, name: str) -> Slot:
    processor = compiled._bind_processors.get(name)
    assert processor is None or callable(processor)
    instant = isinstance(compiled.binds[name].type, UTCDateTime)
    return Slot(name, processor, instant)


def from_values(alone: Statement) -> str:
    """The update of one row as one that takes its parameters from a list of AT_ONCE rows."""
    first, *rest = alone.sql.split("?")
    named = first + "".join(f"given.column{n}{part}" for n, part in enumerate(rest, 1))
    rows = ", ".join([f"({', '.join('?' * len(alone.slots))})"] * AT_ONCE)
    return named.replace(" WHERE ", f" FROM (VALUES {rows}) AS given WHERE ", 1)
