"""The demonstration as a programme that may go live, for tests that serve it to people."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.programmes import codes, definitions
from storage.people import programmes
from storage.people.programmes import Definition
from tests.on_call import HELPLINES, UNCOVERED


def go_live(db: Connection, now: datetime) -> None:
    """Helplines that are no examples, and a coordinator who is invited."""
    definitions.demonstrate(db, now)
    number, own = next(iter(programmes.every(db).items()))
    settings = {**own.settings, "helplines": HELPLINES, "uncovered": UNCOVERED}
    programmes.change(db, number, Definition(*own[1:-1], settings))
    codes.issue(db, number, "coordinator", {}, codes.Times(now, timedelta(days=3650)))
