"""Which rows are about somebody: those that name a person, and those of a match of theirs."""

from collections.abc import Iterator, Sequence
from functools import cache

from sqlalchemy import Column, ColumnElement, Connection, Table, or_, select, union

from storage.sealing.sealed import SealedJSON, SealedText
from storage.tables import Address, Json, Match, Message, Person, metadata, table

A, M, P, T = table(Address), table(Message), table(Person), table(Match)
# What somebody did for others is not about them.
OF_OTHERS = {("match", "paired_by")}
# Codes, hours and moments, by which others are told of: no words of anybody's.
TOKENS = frozenset(("match.reasons", "match.noticed"))


@cache
def tables() -> Sequence[Table]:
    """Every table that holds something of people, theirs first."""
    return tuple(one for one in metadata.sorted_tables if one is P or _people(one) or _match(one))


def theirs(one: Table, person: int) -> ColumnElement[bool]:
    """The rows of a table that are about somebody."""
    if one is P:
        return P.c.id == person
    if one is M:  # each by an index of its own
        addresses = select(A.c.id).where(A.c.person_id == person)
        sent = select(M.c.id).where(M.c.address_id.in_(addresses))
        inside = select(M.c.id).where(M.c.address_id.is_(None), M.c.person_id == person)
        return M.c.id.in_(union(sent, inside))
    if columns := _people(one):
        return or_(*(column == person for column in columns))
    matches = select(T.c.id).where(theirs(T, person))
    return or_(*(column.in_(matches) for column in _match(one)))


def sealed(one: Table) -> Sequence[Column[object]]:
    """The columns that hold words."""
    return [column for column in one.c if isinstance(column.type, SealedText | SealedJSON)]


def worded(one: Table) -> Sequence[Column[object]]:
    """Those of them in which others may have written of somebody."""
    return [column for column in sealed(one) if str(column) not in TOKENS]


def rows(db: Connection, person: int) -> Iterator[tuple[str, Sequence[Json]]]:
    """All that is kept of somebody, table by table."""
    for one in tables():
        query = select(one).where(theirs(one, person)).order_by(*one.primary_key)
        if found := [dict(row) for row in db.execute(query).mappings()]:
            yield one.name, found


def _people(one: Table) -> list[Column[int]]:
    links = [column for column in one.c if _points(column, P)]
    return [column for column in links if (one.name, column.name) not in OF_OTHERS]


def _match(one: Table) -> list[Column[int]]:
    return [] if _people(one) else [column for column in one.c if _points(column, T)]


def _points(column: Column[int], at: Table) -> bool:
    return any(key.column.table is at for key in column.foreign_keys)
