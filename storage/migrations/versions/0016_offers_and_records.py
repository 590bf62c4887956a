"""A mentor is asked before a match, and each concern has lines of its record.

Several may be asked about one mentee, who has one mentor.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = "closed_at IS NULL"
OFFERED = f"{OPEN} AND state = 'offered'"


def upgrade() -> None:
    op.drop_index("uq_match_mentee", "match")
    _index("uq_match_mentee", f"{OPEN} AND state <> 'offered'", unique=True)
    _index("ix_match_mentee", OPEN, unique=False)
    # What a used one told of somebody is kept with them, and was erased with them only there.
    op.execute("DELETE FROM invitation WHERE used_at IS NOT NULL")
    op.create_table(
        "concern_line",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(_links(f"{to}_id", to) for to in ("concern", "person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_line")),
    )
    for column in ("concern_id", "person_id"):
        op.create_index(op.f(f"ix_concern_line_{column}"), "concern_line", [column])


def downgrade() -> None:
    op.drop_table("concern_line")
    op.execute(f"UPDATE \"match\" SET closed_at = opened_at, state = 'closed' WHERE {OFFERED}")
    op.drop_index("ix_match_mentee", "match")
    op.drop_index("uq_match_mentee", "match")
    _index("uq_match_mentee", OPEN, unique=True)


def _index(name: str, where: str, *, unique: bool) -> None:
    partly = sa.text(where)
    op.create_index(
        name, "match", ["mentee_id"], unique=unique, sqlite_where=partly, postgresql_where=partly
    )


def _links(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_concern_line_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name)
