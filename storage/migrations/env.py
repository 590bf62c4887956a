"""How Alembic reaches the database: the connection is handed over by `storage.schema`."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage.sealing.sealed import SealedJSON, SealedText
from storage.tables import metadata


def _render(kind: str, item: Any, _context: AutogenContext) -> Any:
    """What our own types are to the database: a sealed column is bytes."""
    if kind != "type":
        return False
    if isinstance(item, SealedText | SealedJSON):
        return "sa.LargeBinary()"
    if isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return "sa.String()" if isinstance(item, AutoString) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=_render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
