"""Phones that several people share: the address of the phone, and one behind it for each."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("address", sa.Column("shared_id", _ID, nullable=True))
    shared = sa.text("shared_id IS NOT NULL")
    op.create_index(
        "ix_address_shared_id",
        "address",
        ["shared_id"],
        sqlite_where=shared,
        postgresql_where=shared,
    )


def downgrade() -> None:
    op.drop_index("ix_address_shared_id", "address")
    op.drop_column("address", "shared_id")
