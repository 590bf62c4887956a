"""On PostgreSQL no new row of the history locks the person whom it is about."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_LINKS = (("message", "person"), ("log", "person"), ("log", "programme"))


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, target in _LINKS:
            op.drop_constraint(f"fk_{table}_{target}_id", table)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, target in _LINKS:
            op.create_foreign_key(
                f"fk_{table}_{target}_id", table, target, [f"{target}_id"], ["id"]
            )
