"""Series of meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("match", sa.Column("series", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("match", "series")
