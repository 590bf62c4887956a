"""People: everybody of somebody's programmes, and all there is about one."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import SETTLES, Asked, Route, Who, to
from assistant.console.pages import finding, rendered, today
from assistant.coordinators import agenda, card, people, settling
from assistant.coordinators.people import Everybody
from assistant.rendering.prompts import Reader, render
from storage.console import access, deeds, directory, todo
from storage.console.deeds import NewDeed
from storage.console.directory import Listed
from storage.desk import Of
from storage.people import programmes
from storage.people.participants import AGREED
from storage.people.programmes import Programme

PAGE = "/console/people"
EACH = 50  # people on a page
COUNTED = 1_000  # beyond it is only said that there are more
LONGEST = 600
LOOKS = Who(True, access.SEES)


def show(asked: Asked) -> Response:
    """Page by page, who has that name and stands so."""
    viewer, now = asked.somebody.viewer, asked.needs.now()
    looked_for = finding.chosen(asked)
    wanted = finding.wanted(looked_for, asked.number("after"))
    with asked.needs.db.reading() as db:
        found = directory.find(db, viewer, wanted, EACH + 1, COUNTED + 1)
        people = found.people[:EACH]
        with_whom = _with_whom(db, people)
        known = programmes.every(db)
    _note(asked, "saw_people")
    more = {"after": str(people[-1].id)} if len(found.people) > EACH else {}
    return rendered.page(
        asked,
        "console_people.html",
        people=[(one, _standing(one, with_whom, now), with_whom.get(one.id, ())) for one in people],
        here_again=finding.address(PAGE, looked_for),
        more=finding.address(PAGE, looked_for | more) if more else "",
        count=found.number,
        counted=COUNTED,
        looked_for=looked_for,
        filters=finding.FILTERS,
        longest=finding.LONGEST,
        programmes=known,
        several=len({one.programme_id for one in people}) > 1,
        first=wanted.after == 0,
    )


def show_one(asked: Asked) -> Response:
    """All there is about somebody, as by phone; their last words for who may hear of concerns."""
    viewer, person, now = asked.somebody.viewer, asked.number("person"), asked.needs.now()
    with asked.needs.db.reading() as db:
        found = directory.of_person(db, viewer, person)
        if not found:
            return rendered.refusal(404, "nothing", asked)
        known = programmes.every(db)
        reads = access.has(db, viewer, access.CONCERNED)
        cards = [(one, _card(db, asked, one, known[one.programme_id], reads)) for one in found]
        with_whom = _with_whom(db, found)
        writes = access.has(db, viewer, access.SETTLES)
        rows = [one for one in todo.waiting(db, viewer, now) if one.person_id == person]
        waiting = agenda.items(rows, today.known(db, rows, asked.language)) if rows else []
    _note(asked, "saw_person", person, found[0].programme_id)
    return rendered.page(
        asked,
        "console_person.html",
        who=found[0],
        cards=cards,
        with_whom=with_whom,
        programmes=known,
        waiting=waiting,
        writes=writes and any(_reachable(one) for one in found),
        at_night=settling.later(found[0].zone, now) > now,
        once=secrets.token_urlsafe(12),
        longest=LONGEST,
    )


def write(asked: Asked) -> Response:
    """Their words to somebody, in the hours of a day; sent twice, they are said once."""
    viewer, person, now = asked.somebody.viewer, asked.number("person"), asked.needs.now()
    text, once = asked.words("text", LONGEST + 1), asked.words("once", 40)
    here = f"{PAGE}/{person}"
    if not text or len(text) > LONGEST:
        return to(here, "long" if text else "empty")
    with asked.needs.db.writing() as db:
        found = directory.of_person(db, viewer, person, access.SETTLES)
        if not found:
            return rendered.refusal(404, "nothing", asked)
        if not any(_reachable(one) for one in found):
            return to(here, "cannot")
        settings = programmes.every(db)[found[0].programme_id].settings
        name = asked.somebody.name or str(settings.get("coordinator", "?"))
        said = settling.Written(person, found[0].zone, name, text, f"{viewer.account}:{once}")
        later = settling.write(db, said, now)
        told = NewDeed(viewer.account, "wrote", asked.needs.wall(), "person", person)
        deeds.add(db, told._replace(programme_id=found[0].programme_id))
    return to(here, "written_later" if later else "written")


def _card(
    db: Connection, asked: Asked, one: Listed, programme: Programme, reads: bool
) -> list[str]:
    """The lines of somebody's card."""
    theirs = directory.together(db, programme.id, [one.person_id])
    involved = {one.person_id, *(people.other(match, one.person_id) for match in theirs)}
    everybody = Everybody(directory.known(db, programme.id, sorted(involved)), theirs)
    found = card.gather(db, Of(programme.id, asked.somebody.viewer.simulated), one.person_id)
    reader = Reader(asked.language, programme.zone, programme.country)
    hidden = {card.OPEN} if reads else {card.OPEN, card.SAID, card.SILENT, card.NUMBERED}
    lines = card.lines(found, everybody, programme, reader, asked.needs.now())
    return [render(msgid, values, reader) for msgid, values in lines if msgid not in hidden]


def _with_whom(db: Connection, found: Sequence[Listed]) -> Mapping[int, Sequence[tuple[int, str]]]:
    """With whom each of a page is together, by enrolment: three queries for each programme."""
    met: dict[int, list[tuple[int, str]]] = {}
    for programme in sorted({one.programme_id for one in found}):
        some = {one.person_id: one.id for one in found if one.programme_id == programme}
        matches = directory.together(db, programme, sorted(some))
        sides = {one for match in matches for one in (match.mentor_id, match.mentee_id)}
        names = {o.person_id: o.name or "?" for o in directory.known(db, programme, sorted(sides))}
        for match in matches:
            for me in {match.mentor_id, match.mentee_id} & some.keys():
                other = people.other(match, me)
                if match.state != people.OFFERED:
                    met.setdefault(some[me], []).append((other, names.get(other, "?")))
    return met


def _standing(
    one: Listed, with_whom: Mapping[int, Sequence[tuple[int, str]]], now: datetime
) -> str:
    """How somebody stands, as a code."""
    if one.stopped_at is not None:
        return "stopped"
    if one.state != "ready":
        return one.state
    if one.paused_until and one.paused_until > now:
        return "pause"
    return "together" if with_whom.get(one.id) else "waiting"


def _reachable(one: Listed) -> bool:
    return one.stopped_at is None and one.state in (*AGREED, "awaiting")


def _note(asked: Asked, what: str, person: int | None = None, programme: int | None = None) -> None:
    """That they have looked is written down, and not at each look."""
    now, about = asked.needs.wall(), "person" if person else ""
    deed = NewDeed(asked.somebody.viewer.account, what, now, about, person, programme)
    with asked.needs.db.reading() as db:
        known = deeds.lately(db, deed, now - rendered.ONE_LOOK)
    if not known:
        with asked.needs.db.writing() as db:
            deeds.add(db, deed)


ROUTES = (
    Route("GET", PAGE, LOOKS, show),
    Route("GET", f"{PAGE}/{{person}}", LOOKS, show_one),
    Route("POST", f"{PAGE}/{{person}}/write", SETTLES, write),
)
