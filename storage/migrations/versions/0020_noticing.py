"""When it is next seen how two people get on, what was noticed, and how many questions waited."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("match", sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("match", sa.Column("noticed", sa.LargeBinary(), nullable=True))
    active = sa.text("state = 'active'")
    op.create_index(
        "ix_match_look", "match", ["look_at"], sqlite_where=active, postgresql_where=active
    )
    waiting = sa.Column("unanswered", sa.Integer(), nullable=False, server_default="0")
    op.add_column("person", waiting)


def downgrade() -> None:
    op.drop_column("person", "unanswered")
    op.drop_index("ix_match_look", "match")
    for name in ("noticed", "look_at"):
        op.drop_column("match", name)
