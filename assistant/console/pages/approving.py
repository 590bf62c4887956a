"""Pairs of the matching desk are approved, and a question to a mentor is taken back."""

from collections.abc import Sequence

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import SETTLES, Asked, Route, to
from assistant.console.pages import choices, rendered
from assistant.console.pages.choices import PAGE
from assistant.console.pages.matching import EACH
from assistant.coordinators import bringing
from assistant.coordinators.bringing import Approved, By
from storage.console import access, deeds, offered
from storage.console.deeds import NewDeed
from storage.desk import Of
from storage.people import participants, programmes, worlds
from storage.people.programmes import Programme


def approve(asked: Asked) -> Response:
    """Those that are ticked, or the one that was pressed: their mentors are asked."""
    viewer, now = asked.somebody.viewer, asked.needs.now()
    with asked.needs.db.writing() as db:
        programme = _settled(db, asked)
        if programme is None:
            return rendered.refusal(404, "nothing", asked)
        by = viewer.person or _coordinator(db, Of(programme.id, viewer.simulated))
        some = _ticked(asked)
        if not by or not some:
            return _back(asked, programme.id, "nobody_ticked" if by else "nobody_asks")
        done = bringing.approve(db, programme, some, By(by, viewer.simulated, now))
        for one in done.asked:
            told = NewDeed(viewer.account, "paired", asked.needs.wall(), "person", one.mentee)
            deeds.add(db, told._replace(programme_id=programme.id))
    if done.gone:
        return _back(asked, programme.id, "some_paired" if done.asked else "none_paired")
    return _back(asked, programme.id, "paired")


def take_back(asked: Asked) -> Response:
    """A mentor need not say any more."""
    viewer = asked.somebody.viewer
    with asked.needs.db.writing() as db:
        programme = _settled(db, asked)
        if programme is None:
            return rendered.refusal(404, "nothing", asked)
        asking = offered.standing(db, Of(programme.id, viewer.simulated))
        one = next((one for one in asking if one.id == asked.number("match")), None)
        if one is None:
            return _back(asked, programme.id, "gone")
        bringing.take_back(db, one.id, (one.mentor_id, one.mentee_id), asked.needs.now())
        told = NewDeed(viewer.account, "took_back", asked.needs.wall(), "match", one.id)
        deeds.add(db, told._replace(programme_id=programme.id))
    return _back(asked, programme.id, "took_back")


def _settled(db: Connection, asked: Asked) -> Programme | None:
    """The programme of a form, where it is theirs to settle."""
    number = asked.number("programme")
    allowed = number in access.where(db, asked.somebody.viewer, access.SETTLES)
    return programmes.every(db)[number] if allowed else None


def _coordinator(db: Connection, of: Of) -> int:
    """In whose name an owner without a phone asks: somebody has to hear of the answers."""
    theirs = participants.coordinators(db, [of.programme]).get(of.programme, [])
    played = worlds.simulated(db, theirs)
    return next((one for one in theirs if (one in played) == of.simulated), 0)


def _ticked(asked: Asked) -> Sequence[Approved]:
    only, pre = asked.form.get("only", ""), "pair-"
    ticked = [key.removeprefix(pre) for key in asked.form if key.startswith(pre)]
    found = []
    for one in [only] if only else ticked[:EACH]:
        mentee, _, mentor = one.partition("-")
        if all(n.isascii() and n.isdecimal() and len(n) < 19 for n in (mentee, mentor)):
            line = _line(asked.words(f"why-{mentee}", bringing.LONGEST))
            found.append(Approved(int(mentee), int(mentor), line))
    return found


def _line(text: str) -> str:
    """It begins like a sentence, and ends like one."""
    line = " ".join(text.split())
    return f"{line[:1].upper()}{line[1:]}{'.' if line[-1:].isalnum() else ''}"


def _back(asked: Asked, programme: int, notice: str) -> Response:
    return to(choices.of(asked, programme).url(done=notice))


ROUTES = (
    Route("POST", f"{PAGE}/approve", SETTLES, approve),
    Route("POST", f"{PAGE}/take-back", SETTLES, take_back),
)
