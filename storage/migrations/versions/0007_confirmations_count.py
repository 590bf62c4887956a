"""What STOP and HELP cost counts among what strangers cost."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BEFORE, _NOW = "kind = 'stranger'", "kind IN ('stranger', 'compliance')"


def upgrade() -> None:
    _index_what(_NOW)


def downgrade() -> None:
    _index_what(_BEFORE)


def _index_what(counts: str) -> None:
    op.drop_index("ix_message_stranger", "message")
    op.drop_index("ix_message_strangers", "message")
    _index("ix_message_strangers", ["created_at", "segments"], f"{counts} AND segments > 0")
    _index("ix_message_stranger", ["address_id", "created_at"], counts)


def _index(name: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, "message", columns, sqlite_where=only, postgresql_where=only)
