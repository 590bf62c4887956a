"""What two people agree on, version by version, and their last day."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("match", sa.Column("last_on", sa.String(), nullable=True))
    op.create_table(
        "agreement",
        sa.Column("id", _ID, nullable=False),
        sa.Column("match_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("terms", "okays", "more")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["match_id"], ["match.id"], name=op.f("fk_agreement_match_id_match")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("match_id", "version", name=op.f("uq_agreement_match_id_version")),
    )


def downgrade() -> None:
    op.drop_table("agreement")
    op.drop_column("match", "last_on")
