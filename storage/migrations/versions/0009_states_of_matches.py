"""How a match stands has a name, in place of why it was closed."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute('ALTER TABLE "match" RENAME COLUMN code TO state')
    op.execute("UPDATE \"match\" SET state = 'active' WHERE closed_at IS NULL")
    op.execute(
        "UPDATE \"match\" SET state = 'closed'"
        " WHERE closed_at IS NOT NULL AND state NOT IN ('left', 'stopped')"
    )


def downgrade() -> None:
    op.execute("UPDATE \"match\" SET state = '' WHERE state = 'active'")
    op.execute("UPDATE \"match\" SET state = 'told' WHERE state = 'closed'")
    op.execute('ALTER TABLE "match" RENAME COLUMN state TO code')
