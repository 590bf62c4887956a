"""Whose turn it is in an offer of two people to each other, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("match", sa.Column("stage", sa.String(), nullable=False, server_default=""))
    op.add_column("match", sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for name in ("answer_by", "stage"):
        op.drop_column("match", name)
