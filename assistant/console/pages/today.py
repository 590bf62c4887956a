"""Today: who needs somebody now, what it takes, and each thing where it is settled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from fastapi import Response
from fastapi.responses import JSONResponse
from sqlalchemy import Connection

from assistant.console.asked import SEES, Asked, Route
from assistant.console.pages import rendered
from assistant.coordinators import agenda
from assistant.coordinators.agenda import Item, Known, Section
from assistant.rendering import dates
from assistant.schedule.quiet_hours import local
from storage.console import access, deeds, todo
from storage.console.access import Viewer
from storage.console.deeds import NewDeed
from storage.desk import Waiting
from storage.mentoring import matches
from storage.people import programmes
from storage.people.programmes import Programme

HOME = "/console"
SIZE = 50_000  # bytes of things on a page
EACH = 2_500  # of a thing, beside its words
RESTING = 10  # of what is put off


@dataclass(frozen=True)
class Today:
    """What the page shows."""

    sections: Sequence[Section]
    count: int
    minutes: int
    page: int
    pages: int
    put_off: Sequence[Item]
    hidden: int  # concerns that wait for others
    newest: int
    rows: int


def show(asked: Asked) -> Response:
    here, now = asked.somebody, asked.needs.now()
    with asked.needs.db.reading() as db:
        today = _gather(db, asked, now)
        settles = _settles(db, here.viewer)
        several = len(access.where(db, here.viewer, access.ANY)) > 1
    _note(asked)
    return rendered.page(
        asked,
        "console_today.html",
        today=today,
        settles=settles,
        several=several,
        now=now,
        ago=lambda at: _ago(now - at),
        day=lambda one, at: _day(one, at, asked.language),
        tomorrow=(now + timedelta(days=1)).date().isoformat(),
        latest=(now + timedelta(days=365)).date().isoformat(),
    )


def live(asked: Asked) -> Response:
    """By which an open page knows that something has come or gone."""
    with asked.needs.db.reading() as db:
        rows, newest = todo.count(db, asked.somebody.viewer, asked.needs.now())
    return JSONResponse({"rows": rows, "newest": newest}, headers={"Cache-Control": "no-store"})


def _settles(db: Connection, viewer: Viewer) -> Callable[[Item], bool]:
    """Which things they may settle: there are buttons for no others."""
    ordinary = access.where(db, viewer, access.SETTLES)
    concerns = access.where(db, viewer, access.CONCERNED)

    def settles(one: Item) -> bool:
        there = concerns if one.kind == access.WORRY else ordinary
        return bool(there) if one.programme_id is None else one.programme_id in there

    return settles


def _gather(db: Connection, asked: Asked, now: datetime) -> Today:
    viewer = asked.somebody.viewer
    rows, later = todo.waiting(db, viewer, now), todo.put_off(db, viewer, now)
    about = known(db, [*rows, *(one.waiting for one in later)], asked.language)
    found = agenda.items(rows, about) if rows else []
    until = {one.waiting.id: one.until for one in later}
    resting = agenda.items([one.waiting for one in later], about) if later else []
    pages = _pages(found)
    page = min(max(1, asked.number("page")), len(pages))
    return Today(
        agenda.sections(pages[page - 1]),
        len(found),
        agenda.total(found),
        page,
        len(pages),
        [replace(one, until=until[one.id]) for one in resting[:RESTING]],
        todo.hidden(db, viewer),
        max((one.id for one in rows), default=0),
        len(rows),
    )


def _pages(found: Sequence[Item]) -> list[list[Item]]:
    """As many things on each as a slow line brings soon."""
    pages: list[list[Item]] = [[]]
    size = 0
    for one in found:
        size += EACH + len(one.words.encode())
        if size > SIZE and pages[-1]:
            pages.append([])
            size = EACH + len(one.words.encode())
        pages[-1].append(one)
    return pages


def known(db: Connection, rows: Sequence[Waiting], language: str) -> Known:
    """What the words of these things need."""
    every: dict[int, Programme] = programmes.every(db)
    people = sorted({one for row in rows for one in (row.mentor_id, row.mentee_id) if one})
    names = {key: side.name or "?" for key, side in matches.sides(db, people).items()}
    worries = [row.id for row in rows if row.kind == access.WORRY]
    return Known(names, every, todo.concerns(db, worries) if worries else {}, language)


def _note(asked: Asked) -> None:
    """That they have looked is written down, and not at each look."""
    now = asked.needs.wall()
    deed = NewDeed(asked.somebody.viewer.account, "saw", now, "today")
    with asked.needs.db.reading() as db:
        known = deeds.lately(db, deed, now - rendered.ONE_LOOK)
    if not known:
        with asked.needs.db.writing() as db:
            deeds.add(db, deed)


def _day(one: Item, at: datetime, language: str) -> str:
    """A day as it is there where the programme is."""
    there = local(at, one.zone).date()
    return dates.said(there.isoformat(), "when", language, one.zone, one.country)


def _ago(past: timedelta) -> tuple[str, int]:
    """How long ago, as a unit and how many of it."""
    seconds = max(0, int(past.total_seconds()))
    if seconds < 3600:
        return "minutes", seconds // 60
    return ("hours", seconds // 3600) if seconds < 172_800 else ("days", seconds // 86_400)


ROUTES = (
    Route("GET", HOME, SEES, show),
    Route("GET", "/console/live", SEES, live),
)
