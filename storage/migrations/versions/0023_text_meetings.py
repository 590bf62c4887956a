"""Since when and until when a meeting by text is under way."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENTS = ("began_at", "ends_at", "longer_at")


def upgrade() -> None:
    for name in MOMENTS:
        op.add_column("meeting", sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for name in reversed(MOMENTS):
        op.drop_column("meeting", name)
