"""`column IN (these ids)` as one statement, however many they are.

SQLAlchemy writes such a list out anew for every length; as one parameter the statement is
compiled once and prepared once.
"""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import BigInteger, ColumnElement, Dialect, Integer, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Text, TypeDecorator, TypeEngine


class _Ids(TypeDecorator[Sequence[int]]):
    """Ids as one parameter: JSON for SQLite, an array for PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(ARRAY(BigInteger()))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return f"[{','.join(map(str, value))}]"


class _Among(FunctionElement[int]):
    """A column and the parameter that holds the ids."""

    # Not Boolean: where a dialect has none, "= 1" would be added, and no index used.
    type = Integer()
    inherit_cache = True
    name = "among"


@compiles(_Among)
def _compile(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, ids = (compiler.process(clause, **given) for clause in element.clauses)
    if compiler.dialect.name == "postgresql":
        return f"{column} = ANY({ids})"
    return f"{column} IN (SELECT value FROM json_each({ids}))"


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """The rows whose column is one of the ids in the parameter of this name."""
    return cast(ColumnElement[bool], _Among(column, bindparam(name, type_=_Ids())))
