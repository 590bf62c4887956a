"""People are found by the words of their names, and listed by how they stand and what they read."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDING = "ix_participant_programme_id_state_role"


def upgrade() -> None:
    op.create_table(
        "name_word",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_name_word_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_word")),
        sa.UniqueConstraint("digest", "person_id", name=op.f("uq_name_word_digest_person_id")),
    )
    op.create_index(op.f("ix_name_word_person_id"), "name_word", ["person_id"])
    op.create_index(_STANDING, "participant", ["programme_id", "state", "role"])
    op.create_index(op.f("ix_person_language"), "person", ["language"])


def downgrade() -> None:
    op.drop_index(op.f("ix_person_language"), "person")
    op.drop_index(_STANDING, "participant")
    op.drop_table("name_word")
