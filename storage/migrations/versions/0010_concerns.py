"""Concerns, the pages for each, and who is behind the names of a rota."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "concern",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("programme_id", _ID, nullable=False),
        sa.Column("match_id", _ID, nullable=True),
        sa.Column("handover_id", _ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("page_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.LargeBinary(), nullable=True),
        sa.Column("acknowledged_person_id", _ID, nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        _links("concern", "person_id", "person"),
        _links("concern", "programme_id", "programme"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
    )
    pages = sa.text("page_at IS NOT NULL")
    op.create_index(
        "ix_concern_page_at", "concern", ["page_at"], sqlite_where=pages, postgresql_where=pages
    )
    op.create_index(op.f("ix_concern_person_id"), "concern", ["person_id"])
    op.create_table(
        "page",
        sa.Column("id", _ID, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _links("page", "concern_id", "concern"),
        _links("page", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
    )
    op.create_index(op.f("ix_page_concern_id"), "page", ["concern_id"])
    op.create_index(op.f("ix_page_person_id"), "page", ["person_id"])
    op.create_table(
        "on_call",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        _links("on_call", "programme_id", "programme"),
        _links("on_call", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_on_call")),
        sa.UniqueConstraint(
            "programme_id", "person_id", name=op.f("uq_on_call_programme_id_person_id")
        ),
    )
    op.create_index(op.f("ix_on_call_person_id"), "on_call", ["person_id"])


def downgrade() -> None:
    op.drop_table("on_call")
    op.drop_table("page")
    op.drop_table("concern")


def _links(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
