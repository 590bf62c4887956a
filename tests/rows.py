"""Rows as a test needs them: what it says of them, and the plainest there is of all else."""

from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, LargeBinary, insert
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.sealing.sealed import SealedJSON, find_by
from storage.tables import Address, Message, Participant, Person, table
from tests.phones import START

_numbers = count(1)


def put(db: Connection, model: type[SQLModel], **values: Any) -> int:
    """A row with these values; its id."""
    one = table(model)
    needed = [column for column in one.columns if not column.nullable and column.default is None]
    row = {column.name: _plain(column) for column in needed if not column.primary_key}
    return int(db.execute(insert(one).values(row | values)).inserted_primary_key[0])


def somebody(db: Connection, *enrolled: tuple[str, str], **values: Any) -> int:
    """Somebody with an address of the same id, who has these roles and states in programme 1."""
    person = put(db, Person, **{"language": "en", "zone": "UTC"} | values)
    address = {"channel": "sms", "sender": "sms:1", "handle": f"+{person}"}
    digest = find_by("sms", f"+{person}")
    put(db, Address, id=person, person_id=person, digest=digest, **address)
    for role, state in enrolled:
        put(db, Participant, person_id=person, programme_id=1, role=role, state=state)
    return person


def text(db: Connection, person: int, **values: Any) -> int:
    """A text to somebody, which has arrived."""
    told = {"direction": "out", "sender": "sms:1", "status": "sent", "address_id": person}
    return put(db, Message, person_id=person, **told | values)


def _plain(column: Column[Any]) -> object:
    match column.type:
        case UTCDateTime():
            return START
        case LargeBinary():
            return b"%d" % next(_numbers)
        case SealedJSON():
            return {}
        case Boolean():
            return False
        case Integer():
            return 1
        case _:
            return f"{next(_numbers)}" if column.unique else ""
