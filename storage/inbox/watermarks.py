"""How far a sender's list at the provider was read."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import Watermark, table

W = table(Watermark)


def find(db: Connection, sender: str) -> datetime | None:
    return db.execute(select(W.c.read_to).where(W.c.sender == sender)).scalar()


def rise(db: Connection, sender: str, to: datetime) -> None:
    """Everything up to then was read; it never sinks again."""
    dialect: Any = postgresql if db.dialect.name == "postgresql" else sqlite
    row = dialect.insert(W).values(sender=sender, read_to=to)
    higher = row.excluded.read_to > W.c.read_to
    db.execute(
        row.on_conflict_do_update(index_elements=["sender"], set_={"read_to": to}, where=higher)
    )
