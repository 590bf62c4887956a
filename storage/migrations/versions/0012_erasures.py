"""Who is to be erased, and how far that has come."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN, UNWIPED = sa.text("finished_at IS NULL"), sa.text("wiped_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("done_to", ID, nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wiped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_erasure_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    op.create_index(
        "uq_erasure_open",
        "erasure",
        ["person_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        "ix_erasure_unwiped", "erasure", ["id"], sqlite_where=UNWIPED, postgresql_where=UNWIPED
    )
    nowhere = sa.text("address_id IS NULL")
    op.create_index(
        "ix_message_nowhere",
        "message",
        ["person_id"],
        sqlite_where=nowhere,
        postgresql_where=nowhere,
    )


def downgrade() -> None:
    op.drop_index("ix_message_nowhere", "message")
    op.drop_table("erasure")
