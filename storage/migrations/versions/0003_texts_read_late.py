"""How far the provider's list was read; turns in the order in which texts were sent."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNANSWERED = sa.text("direction = 'in' AND answered_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "watermark",
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("read_to", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_watermark")),
    )
    _order_by("person_id", "created_at", "id")


def downgrade() -> None:
    _order_by("person_id", "id")
    op.drop_table("watermark")


def _order_by(*columns: str) -> None:
    op.drop_index("ix_message_unanswered_person", "message")
    op.create_index(
        "ix_message_unanswered_person",
        "message",
        list(columns),
        sqlite_where=_UNANSWERED,
        postgresql_where=_UNANSWERED,
    )
