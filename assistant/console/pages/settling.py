"""What is done with things of Today: the same functions as by phone, in one transaction each."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import CONCERNED, SETTLES, Asked, Route, to
from assistant.console.pages import rendered
from assistant.console.pages.today import HOME
from assistant.coordinators import minutes, settling, things
from assistant.coordinators.agenda import NEWS
from assistant.coordinators.settling import Settled, Word
from assistant.internal_events.kinds import ConcernTaken
from assistant.safeguarding import wording
from storage import messages
from storage.console import access, deeds, todo
from storage.console.access import WORRY
from storage.console.deeds import NewDeed
from storage.desk import Waiting
from storage.mentoring import matches
from storage.people import programmes
from storage.safeguarding import concerns, pages
from storage.safeguarding.concerns import Acknowledged

LONGEST_ANSWER = 600  # characters
LONGEST_NOTE = 400
LATEST = timedelta(days=366)
DAYS = (1, 3, 7)
MOST_ALIKE = 100

# What was done, as the notice and the audit log name it; None: it is no thing for that.
Act = Callable[[Connection, Sequence[Waiting]], str | None]


def answer(asked: Asked) -> Response:
    """Their words reach who asked, under their own name."""
    text = asked.words("answer", LONGEST_ANSWER + 1)
    if not text or len(text) > LONGEST_ANSWER:
        return to(HOME, "long" if text else "empty")

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        one = shown[-1]
        unreachable = one.stopped_at is not None or one.kind in ("wrong_person", "under_age")
        if unreachable or one.kind in (things.HELD, things.TERMS):
            return None
        settled = settling.answer(shown, _name(db, asked, shown), text)
        settling.keep(db, settled, asked.needs.now())
        return "answered"

    return _settle(asked, act)


def close(asked: Asked) -> Response:
    """It is done, as it is."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        if shown[-1].kind in (things.HELD, things.TERMS):
            return None
        settling.keep(db, settling.close(shown), asked.needs.now())
        return "closed"

    return _settle(asked, act)


def close_alike(asked: Asked) -> Response:
    """All of a kind that is only news."""
    given = asked.form.get("things", "").split(",")[:MOST_ALIKE]
    pairs = [one.partition("-") for one in given]
    wanted = [(int(a), int(b)) for a, _, b in pairs if a.isdecimal() and b.isdecimal()]
    viewer, now = asked.somebody.viewer, asked.needs.now()
    with asked.needs.db.writing() as db:
        for first, seen in sorted(wanted):
            shown = todo.thing(db, viewer, first, seen, access.SETTLES)
            if shown and minutes.rank(shown[-1].kind) == NEWS:
                settling.keep(db, settling.close(shown), now)
                _write_down(db, asked, "closed", shown)
    return to(HOME, "closed_alike")


def approve(asked: Asked) -> Response:
    """What two people agree on is all right."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        settled = settling.approve(shown) if shown[-1].kind == things.TERMS else Settled()
        settling.keep(db, settled, asked.needs.now())
        return "approved" if settled.done else None

    return _settle(asked, act)


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
        settling.keep(db, settling.settle_held(shown, names, now, released=released), now)
        return "released" if released else "kept_back"

    return _settle(asked, act)


def take(asked: Asked) -> Response:
    """They have a concern: nobody else is paged, and whoever said it hears so."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        found = todo.concerns(db, [one.id for one in shown])
        if not found:
            return None
        taken, now = next(iter(found.values())), asked.needs.now()
        person, name = asked.somebody.viewer.person, _name(db, asked, shown)
        if not concerns.acknowledge(db, Acknowledged(taken.concern_id, person, name, now)):
            return "taken_already"
        messages.take_back(db, [pages.key(taken.concern_id)], now, but_for=person)
        by = (now + wording.HEARS_WITHIN).isoformat()
        told = ConcernTaken(taken.concern_id, name, by)
        cause = f"taken:{taken.concern_id}"
        settling.tell(db, [Word(taken.person_id, told, cause)], cause, now)
        return "taken"

    return _settle(asked, act, access.CONCERNED)


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
        settling.keep(db, settling.close(shown), now)
        return "done"

    return _settle(asked, act, access.CONCERNED)


def snooze(asked: Asked) -> Response:
    """It comes back on that day."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        until = _day(db, asked, shown)
        if until is None or shown[-1].kind == WORRY:
            return None
        todo.snooze(db, [one.id for one in shown], until)
        return "put_off"

    return _settle(asked, act)


def bring_back(asked: Asked) -> Response:
    """It is there again."""

    def act(db: Connection, shown: Sequence[Waiting]) -> str | None:
        todo.snooze(db, [one.id for one in shown], None)
        return "brought_back"

    return _settle(asked, act)


def _settle(asked: Asked, act: Act, roles: Collection[str] = access.SETTLES) -> Response:
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
        _write_down(db, asked, what, shown)
    return to(HOME, what)


def _write_down(db: Connection, asked: Asked, what: str, shown: Sequence[Waiting]) -> None:
    one, account = shown[0], asked.somebody.viewer.account
    now = asked.needs.wall()
    deeds.add(db, NewDeed(account, what, now, one.kind, one.id, one.programme_id))


def _name(db: Connection, asked: Asked, shown: Sequence[Waiting]) -> str:
    """Theirs, or that under which the programme's coordinator is known."""
    if asked.somebody.name:
        return asked.somebody.name
    known = programmes.every(db)
    programme = known.get(shown[0].programme_id or 0) or next(iter(known.values()))
    return str(programme.settings.get("coordinator") or programme.name)


def _day(db: Connection, asked: Asked, shown: Sequence[Waiting]) -> datetime | None:
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


_THING = "/console/things/{thing}"
ROUTES = (
    Route("POST", f"{_THING}/answer", SETTLES, answer),
    Route("POST", f"{_THING}/close", SETTLES, close),
    Route("POST", f"{_THING}/approve", SETTLES, approve),
    Route("POST", f"{_THING}/release", SETTLES, release),
    Route("POST", f"{_THING}/keep-back", SETTLES, keep_back),
    Route("POST", f"{_THING}/snooze", SETTLES, snooze),
    Route("POST", f"{_THING}/bring-back", SETTLES, bring_back),
    Route("POST", f"{_THING}/take", CONCERNED, take),
    Route("POST", f"{_THING}/done", CONCERNED, done),
    Route("POST", "/console/alike/close", SETTLES, close_alike),
)
