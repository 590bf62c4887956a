"""How a thing of Today is settled: once, by who may, in one transaction that writes it down."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import Asked, to
from assistant.console.pages import rendered
from assistant.console.pages.today import HOME
from storage.console import access, deeds, todo
from storage.console.access import WORRY
from storage.console.deeds import NewDeed
from storage.desk import Waiting
from storage.people import programmes
from storage.safeguarding.concerns import Listed

THING = "/console/things/{thing}"
LATEST = timedelta(days=366)

# What was done, as the notice and the audit log name it; None: it is no thing for that.
Act = Callable[[Connection, Sequence[Waiting]], str | None]


def settle(asked: Asked, act: Act, roles: Collection[str] = access.SETTLES) -> Response:
    """Do it to a thing with its repeats, if it is still there and theirs to settle."""
    viewer = asked.somebody.viewer
    with asked.needs.db.writing() as db:
        shown = todo.thing(db, viewer, asked.number("thing"), asked.number("seen"), roles)
        if shown is None or (shown and (shown[0].kind == WORRY) != (roles == access.CONCERNED)):
            return rendered.refusal(404, "nothing", asked)
        if not shown:
            return to(HOME, "gone")
        what = act(db, shown)
        if what is None:
            return to(HOME, "cannot")
        write_down(db, asked, what, shown)
    return to(HOME, what)


def write_down(db: Connection, asked: Asked, what: str, shown: Sequence[Waiting]) -> None:
    one, account = shown[0], asked.somebody.viewer.account
    now = asked.needs.wall()
    deeds.add(db, NewDeed(account, what, now, one.kind, one.id, one.programme_id))


def name(db: Connection, asked: Asked, shown: Sequence[Waiting]) -> str:
    """Theirs, or that under which the programme's coordinator is known."""
    if asked.somebody.name:
        return asked.somebody.name
    known = programmes.every(db)
    programme = known.get(shown[0].programme_id or 0) or next(iter(known.values()))
    return str(programme.settings.get("coordinator") or programme.name)


def by(db: Connection, asked: Asked, shown: Sequence[Waiting]) -> Listed:
    return Listed(asked.somebody.viewer.person, name(db, asked, shown), asked.needs.now())


def day(db: Connection, asked: Asked, shown: Sequence[Waiting]) -> datetime | None:
    """The beginning of the day to which it is put off, where the programme is."""
    now, known = asked.needs.now(), programmes.every(db)
    programme = known.get(shown[0].programme_id or 0) or next(iter(known.values()))
    zone = ZoneInfo(programme.zone)
    today = now.astimezone(zone).date()
    try:
        days = asked.number("days")
        day = today + timedelta(days=days) if days else date.fromisoformat(asked.form["until"])
    except (KeyError, ValueError, OverflowError):
        return None
    if not today < day <= today + LATEST:
        return None
    return datetime.combine(day, time(), zone).astimezone(UTC)
