"""Fair turns in the outbox; where numbers are from, and what strangers were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_QUEUED = sa.text("status = 'queued'")
_STRANGER = sa.text("kind = 'stranger'")
_COSTLY = sa.text("kind = 'stranger' AND segments > 0")


def upgrade() -> None:
    op.add_column("address", sa.Column("origin", sa.String(), nullable=False, server_default=""))
    op.add_column("message", sa.Column("turn_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE message SET turn_at = due_at WHERE status IN ('queued', 'sending', 'unknown')"
    )
    _due_by("turn_at")
    _index("ix_message_strangers", ["created_at", "segments"], _COSTLY)
    _index("ix_message_stranger", ["address_id", "created_at"], _STRANGER)


def downgrade() -> None:
    op.drop_index("ix_message_stranger", "message")
    op.drop_index("ix_message_strangers", "message")
    _due_by("due_at")
    op.drop_column("message", "turn_at")
    op.drop_column("address", "origin")


def _due_by(column: str) -> None:
    op.drop_index("ix_message_due", "message")
    _index("ix_message_due", ["sender", "priority", column, "id"], _QUEUED)


def _index(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "message", columns, sqlite_where=where, postgresql_where=where)
