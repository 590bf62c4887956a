"""Concerns on Today: somebody has one, and it is seen to."""

from collections.abc import Sequence

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import CONCERNED, Asked, Route, to
from assistant.console.pages import settled
from assistant.console.pages.today import HOME
from assistant.coordinators import settling
from assistant.coordinators.settling import Word
from assistant.internal_events.kinds import ConcernTaken
from assistant.safeguarding import wording
from storage import messages
from storage.console import access, todo
from storage.console.access import WORRY
from storage.desk import Waiting
from storage.safeguarding import concerns, pages
from storage.safeguarding.concerns import Acknowledged

LONGEST_NOTE = 400


def take(asked: Asked) -> Response:
    """They have a concern: nobody else is paged, and whoever said it hears so."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        found = todo.concerns(db, [one.id for one in shown])
        if not found:
            return None
        taken, now = next(iter(found.values())), asked.needs.now()
        person, name = asked.somebody.viewer.person, settled.name(db, asked, shown)
        if not concerns.acknowledge(db, Acknowledged(taken.concern_id, person, name, now)):
            return "taken_already"
        messages.take_back(db, [pages.key(taken.concern_id)], now, but_for=person)
        by = (now + wording.HEARS_WITHIN).isoformat()
        told = ConcernTaken(taken.concern_id, name, by)
        cause = f"taken:{taken.concern_id}"
        settling.tell(db, [Word(taken.person_id, told, cause)], cause, now)
        return "taken"

    return settled.settle(asked, act, access.CONCERNED)


def done(asked: Asked) -> Response:
    """A concern is seen to; what was done about it is kept with it."""
    note = asked.words("note", LONGEST_NOTE)
    if not note:
        return to(HOME, "empty")

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        if shown[-1].kind != WORRY:
            return None
        now = asked.needs.now()
        for taken in todo.concerns(db, [one.id for one in shown]).values():
            concerns.close(db, taken.concern_id, now, note)
        settling.keep(db, settling.close(shown), settled.by(db, asked, shown))
        return "done"

    return settled.settle(asked, act, access.CONCERNED)


ROUTES = (
    Route("POST", f"{settled.THING}/take", CONCERNED, take),
    Route("POST", f"{settled.THING}/done", CONCERNED, done),
)
