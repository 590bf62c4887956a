"""What needs a person is taken first, and who has just confided something is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

UNANSWERED = "direction = 'in' AND answered_at IS NULL"


def upgrade() -> None:
    op.add_column("person", sa.Column("confided_at", sa.DateTime(timezone=True), nullable=True))
    # What waits was accepted unscanned: as if it were urgent it is scanned when its turn comes.
    op.execute(f"UPDATE message SET priority = -1 WHERE {UNANSWERED} AND kind <> 'inside'")
    _index(["id"], ["priority", "id"])


def downgrade() -> None:
    _index(["priority", "id"], ["id"])
    op.drop_column("person", "confided_at")


def _index(before: list[str], after: list[str]) -> None:
    op.drop_index("ix_message_unanswered", "message")
    where = sa.text(UNANSWERED)
    op.create_index(
        "ix_message_unanswered", "message", after, sqlite_where=where, postgresql_where=where
    )
