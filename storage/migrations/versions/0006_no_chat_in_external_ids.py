"""Telegram's ids of our messages without the chat that they are in."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OURS = "direction = 'out' AND sender LIKE 'telegram:%' AND external_id LIKE '%:%'"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "UPDATE message SET external_id = substr(external_id, instr(external_id, ':') + 1)"
            f" WHERE {OURS}"
        )
        return
    # An update leaves the old rows in the table's file; this writes the table anew.
    op.execute(
        "ALTER TABLE message ALTER COLUMN external_id TYPE VARCHAR USING"
        f" CASE WHEN {OURS} THEN split_part(external_id, ':', 2) ELSE external_id END"
    )


def downgrade() -> None:
    """The chat is known by the message's address."""
