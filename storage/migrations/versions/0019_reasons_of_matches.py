"""Why two people were brought together, to be told to each in their own language."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("match", sa.Column("reasons", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("match", "reasons")
