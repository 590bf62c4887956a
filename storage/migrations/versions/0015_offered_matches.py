"""A mentor is asked before a match: several may be asked about one mentee, who has one mentor."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None

OPEN = "closed_at IS NULL"
OFFERED = f"{OPEN} AND state = 'offered'"


def upgrade() -> None:
    op.drop_index("uq_match_mentee", "match")
    _index("uq_match_mentee", f"{OPEN} AND state <> 'offered'", unique=True)
    _index("ix_match_mentee", OPEN, unique=False)


def downgrade() -> None:
    op.execute(f"UPDATE \"match\" SET closed_at = opened_at, state = 'closed' WHERE {OFFERED}")
    op.drop_index("ix_match_mentee", "match")
    op.drop_index("uq_match_mentee", "match")
    _index("uq_match_mentee", OPEN, unique=True)


def _index(name: str, where: str, *, unique: bool) -> None:
    partly = sa.text(where)
    op.create_index(
        name, "match", ["mentee_id"], unique=unique, sqlite_where=partly, postgresql_where=partly
    )
