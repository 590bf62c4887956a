"""What is done with things of Today: the same functions as by phone, in one transaction each."""

from collections.abc import Sequence

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import SETTLES, Asked, Route, to
from assistant.console.pages import settled
from assistant.console.pages.today import HOME
from assistant.coordinators import minutes, settling, things
from assistant.coordinators.address_kinds import CLAIM
from assistant.coordinators.agenda import NEWS
from assistant.coordinators.settling import Settled
from storage.console import access, todo
from storage.console.access import WORRY
from storage.desk import Waiting
from storage.mentoring import matches

LONGEST_ANSWER = 600  # characters
MOST_ALIKE = 100
BY_THEMSELVES = (things.HELD, things.TERMS, CLAIM)  # settled in a way of their own


def answer(asked: Asked) -> Response:
    """Their words reach who asked, under their own name."""
    text = asked.words("answer", LONGEST_ANSWER + 1)
    if not text or len(text) > LONGEST_ANSWER:
        return to(HOME, "long" if text else "empty")

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        one = shown[-1]
        unreachable = one.stopped_at is not None or one.kind in ("wrong_person", "under_age")
        if unreachable or one.kind in BY_THEMSELVES:
            return None
        done = settling.answer(shown, settled.name(db, asked, shown), text)
        settling.keep(db, done, settled.by(db, asked, shown))
        return "answered"

    return settled.settle(asked, act)


def close(asked: Asked) -> Response:
    """It is done, as it is."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        if shown[-1].kind in BY_THEMSELVES:
            return None
        settling.keep(db, settling.close(shown), settled.by(db, asked, shown))
        return "closed"

    return settled.settle(asked, act)


def close_alike(asked: Asked) -> Response:
    """All of a kind that is only news."""
    given = asked.form.get("things", "").split(",")[:MOST_ALIKE]
    pairs = [one.partition("-") for one in given]
    wanted = [(int(a), int(b)) for a, _, b in pairs if a.isdecimal() and b.isdecimal()]
    viewer = asked.somebody.viewer
    with asked.needs.db.writing() as db:
        for first, seen in sorted(wanted):
            shown = todo.thing(db, viewer, first, seen, access.SETTLES)
            if shown and minutes.rank(shown[-1].kind) == NEWS:
                settling.keep(db, settling.close(shown), settled.by(db, asked, shown))
                settled.write_down(db, asked, "closed", shown)
    return to(HOME, "closed_alike")


def approve(asked: Asked) -> Response:
    """What two people agree on is all right."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        done = settling.approve(shown) if shown[-1].kind == things.TERMS else Settled()
        settling.keep(db, done, settled.by(db, asked, shown))
        return "approved" if done.done else None

    return settled.settle(asked, act)


def release(asked: Asked) -> Response:
    """A held text goes across."""
    return _held(asked, released=True)


def keep_back(asked: Asked) -> Response:
    """A held text stays here."""
    return _held(asked, released=False)


def _held(asked: Asked, *, released: bool) -> Response:
    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        if shown[-1].kind != things.HELD:
            return None
        people = {one for row in shown for one in (row.mentor_id, row.mentee_id) if one}
        sides = matches.sides(db, sorted(people))
        names = {key: side.name or "?" for key, side in sides.items()}
        now = asked.needs.now()
        done = settling.settle_held(shown, names, now, released=released)
        settling.keep(db, done, settled.by(db, asked, shown))
        return "released" if released else "kept_back"

    return settled.settle(asked, act)


def snooze(asked: Asked) -> Response:
    """It comes back on that day."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        until = settled.day(db, asked, shown)
        if until is None or shown[-1].kind == WORRY:
            return None
        todo.snooze(db, [one.id for one in shown], until)
        return "put_off"

    return settled.settle(asked, act)


def bring_back(asked: Asked) -> Response:
    """It is there again."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        todo.snooze(db, [one.id for one in shown], None)
        return "brought_back"

    return settled.settle(asked, act)


ROUTES = (
    Route("POST", f"{settled.THING}/answer", SETTLES, answer),
    Route("POST", f"{settled.THING}/close", SETTLES, close),
    Route("POST", f"{settled.THING}/approve", SETTLES, approve),
    Route("POST", f"{settled.THING}/release", SETTLES, release),
    Route("POST", f"{settled.THING}/keep-back", SETTLES, keep_back),
    Route("POST", f"{settled.THING}/snooze", SETTLES, snooze),
    Route("POST", f"{settled.THING}/bring-back", SETTLES, bring_back),
    Route("POST", "/console/alike/close", SETTLES, close_alike),
)
