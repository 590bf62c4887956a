"""Where people are reached: when each address was heard from, and who says that one is theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENTS = ("heard_at", "doubted_at", "left_at")
_HEARD = """
    UPDATE address SET heard_at = (
        SELECT max(message.created_at) FROM message
        WHERE message.address_id = address.id
            AND message.direction = 'in' AND message.sender <> 'inside'
    )
"""


def upgrade() -> None:
    for name in _MOMENTS:
        op.add_column("address", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("merged_id", _ID, nullable=True))
    op.execute(_HEARD)
    withheld = sa.text("status = 'withheld'")
    op.create_index(
        "ix_message_withheld",
        "message",
        ["person_id"],
        sqlite_where=withheld,
        postgresql_where=withheld,
    )
    _claim()


def downgrade() -> None:
    op.drop_table("claim")
    op.drop_index("ix_message_withheld", "message")
    op.execute("UPDATE message SET status = 'suppressed' WHERE status = 'withheld'")
    op.drop_column("person", "merged_id")
    for name in reversed(_MOMENTS):
        op.drop_column("address", name)


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("claimed_id", _ID, nullable=True),
        sa.Column("address_id", _ID, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        *(_links(column, to) for column, to in _LINKS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    for column in ("person_id", "claimed_id"):
        op.create_index(op.f(f"ix_claim_{column}"), "claim", [column])
    is_open = sa.text("state = 'open'")
    op.create_index(
        "uq_claim_open",
        "claim",
        ["person_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


_LINKS = (("person_id", "person"), ("claimed_id", "person"), ("address_id", "address"))


def _links(column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_claim_{column}_{to}"))
