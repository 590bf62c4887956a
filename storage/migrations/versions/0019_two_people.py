"""What two people write to each other and agree on, why they were brought together, and training."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("match", sa.Column("reasons", sa.LargeBinary(), nullable=True))
    op.add_column("match", sa.Column("quiet", sa.String(), nullable=False, server_default=""))
    op.add_column("match", sa.Column("last_on", sa.String(), nullable=True))
    op.add_column("message", sa.Column("reply_to", sa.String(), nullable=True))
    _relayed()
    _agreement()
    _training()


def _relayed() -> None:
    op.create_table(
        "relayed",
        sa.Column("id", _ID, nullable=False),
        sa.Column("message_id", _ID, nullable=False),
        sa.Column("match_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relayed")),
        sa.ForeignKeyConstraint(["match_id"], ["match.id"], name=op.f("fk_relayed_match_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_relayed_person_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_relayed_message_id")),
    )
    op.create_index("ix_relayed_match", "relayed", ["match_id", "created_at"])
    words = sa.text("text IS NOT NULL")
    op.create_index(
        "ix_relayed_words", "relayed", ["created_at"], sqlite_where=words, postgresql_where=words
    )
    op.create_index(op.f("ix_relayed_person_id"), "relayed", ["person_id"])


def _agreement() -> None:
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


def _training() -> None:
    op.create_table(
        "training",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("programme_id", _ID, nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("recorded_by", _ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_training_person_id"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_training_programme_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training"),
    )
    op.create_index("ix_training_person_id", "training", ["person_id"])


def downgrade() -> None:
    op.drop_table("training")
    op.drop_table("agreement")
    op.drop_table("relayed")
    op.drop_column("message", "reply_to")
    for name in ("last_on", "quiet", "reasons"):
        op.drop_column("match", name)
