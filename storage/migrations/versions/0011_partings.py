"""Why two people were parted; and which match a text is about, so that it can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("message", sa.Column("match_id", _ID, nullable=True))
    op.create_table(
        "parting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("match_id", _ID, nullable=False),
        sa.Column("parted_by", _ID, nullable=False),
        sa.Column("safety", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parting")),
        sa.ForeignKeyConstraint(["match_id"], ["match.id"], name=op.f("fk_parting_match_id")),
        sa.ForeignKeyConstraint(["parted_by"], ["person.id"], name=op.f("fk_parting_parted_by")),
    )
    op.create_index(op.f("ix_parting_match_id"), "parting", ["match_id"])


def downgrade() -> None:
    op.drop_table("parting")
    op.drop_column("message", "match_id")
