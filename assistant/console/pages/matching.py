"""The matching desk: who waits, the best set of pairs, and what a coordinator makes of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from fastapi import Response
from sqlalchemy import Connection

from assistant.console.asked import Asked, Route, Who
from assistant.console.pages import choices, rendered
from assistant.console.pages.choices import PAGE, Choices
from assistant.coordinators import bringing, fits
from assistant.matching import chosen
from assistant.matching.people import Mentee, Mentor
from assistant.matching.phrases import View
from assistant.matching.suggestions import BEST, Suggestion, Suggestions
from assistant.matching.wordings import Names, Wording
from assistant.rendering.prompts import Reader
from storage.console import access, offered
from storage.desk import Of
from storage.mentoring import matches
from storage.people import programmes
from storage.people.programmes import Programme

EACH = 20  # pairs on a page
LEFT = 50  # of those who get nobody
MENTORS = 300  # in a list to pick from
LOOKS = Who(True, access.SEES)


@dataclass(frozen=True)
class Row:
    """A suggested pair as it is shown."""

    mentee: Mentee
    mentor: Mentor
    pros: str
    cons: str
    bare: bool  # a line of the coordinator is needed
    pinned: bool
    had: int | None  # minutes of training, where they are too few
    here: Choices

    @property
    def keep(self) -> str:
        return self.here.pinned(self.mentee.id, self.mentor.id).url() + self._at

    @property
    def let_go(self) -> str:
        return self.here.unpinned(self.mentee.id).url() + self._at

    @property
    def never(self) -> str:
        return self.here.forbidden(self.mentee.id, self.mentor.id).url() + self._at

    @property
    def others(self) -> str:
        return self.here.url(open=self.mentee.id) + self._at

    @property
    def _at(self) -> str:
        return f"#m{self.mentee.id}"


@dataclass(frozen=True)
class Desk:
    """What is read for a programme."""

    of: Of
    programme: Programme
    found: Suggestions
    words: Wording
    short: tuple[Mapping[int, int], int, bool]  # of training

    @property
    def barred(self) -> Collection[int]:
        had, _needed, required = self.short
        return had if required else ()

    def row(self, one: Suggestion, here: Choices) -> Row:
        names = Names.of(one.mentee, one.mentor)
        return Row(
            one.mentee,
            one.mentor,
            self.words.told(one.pros, names, View.COORDINATOR),
            self.words.against(one),
            bringing.bare(one),
            one.mentee.id in here.pins,
            self.short[0].get(one.mentor.id),
            here,
        )


def show(asked: Asked) -> Response:
    viewer = asked.somebody.viewer
    with asked.needs.db.reading() as db:
        theirs = sorted(access.where(db, viewer, access.SEES))
        number = asked.number("programme") or (theirs[0] if theirs else 0)
        if number not in theirs:
            return rendered.refusal(404, "nothing", asked)
        known = programmes.every(db)
        desk = _desk(db, asked, known[number])
        settles = number in access.where(db, viewer, access.SETTLES)
        asking = offered.standing(db, desk.of)
        names = matches.sides(db, sorted({n for o in asking for n in (o.mentor_id, o.mentee_id)}))
    here = choices.of(asked, number)
    plan = _plan(desk, here)
    pairs = [one for a, b in plan.items() if (one := desk.found.pair(a, b))]
    first = min(here.page, max(len(pairs) - 1, 0) // EACH) * EACH
    return rendered.page(
        asked,
        "console_matching.html",
        programmes=[known[one] for one in theirs],
        programme=known[number],
        choices=here,
        settles=settles,
        rows=[desk.row(one, here) for one in pairs[first : first + EACH]],
        count=len(pairs),
        pages=_pages(here, len(pairs)),
        others=_others(desk, here, plan, asked.number("open")) if settles else (),
        open=asked.number("open"),
        mentors=[one for one in desk.found.mentors if one.room and one.id not in desk.barred][
            :MENTORS
        ],
        waiting=sum(one.id not in desk.found.asked for one in desk.found.mentees),
        room=sum(one.room for one in desk.found.mentors),
        left=_left(desk, here, plan),
        needed=desk.short[1],
        barred=[one for one in desk.found.mentors if one.room and one.id in desk.barred],
        asking=[(one, names) for one in asking],
        forbidden=_forbidden(desk.found, here),
        longest=bringing.LONGEST,
    )


def _desk(db: Connection, asked: Asked, programme: Programme) -> Desk:
    of = Of(programme.id, asked.somebody.viewer.simulated)
    found = fits.gather(db, of, programme, asked.needs.now())
    words = fits.wording(found, Reader(asked.language, programme.zone, programme.country))
    short = bringing.short(db, programme, [one.id for one in found.mentors])
    return Desk(of, programme, found, words, short)


def _plan(desk: Desk, here: Choices) -> Mapping[int, int]:
    """The best for all around what is chosen; who lacks training is asked about nobody."""
    barred = {(one.id, other) for one in desk.found.mentees for other in desk.barred}
    pins = {key: one for key, one in here.pins.items() if one not in desk.barred}
    return chosen.around(desk.found, pins, here.never | barred)


def _others(
    desk: Desk, here: Choices, plan: Mapping[int, int], mentee: int
) -> Sequence[tuple[str, str]]:
    """The best for one mentee, each with what speaks for them, and where they are picked."""
    found = desk.found.best(mentee, BEST + len(here.never) + len(desk.barred) + 1)
    now = plan.get(mentee)
    free = [one for one in found if one.mentor.id != now and _open(desk, here, one)]
    return [
        (desk.words.line(one), f"{here.pinned(mentee, one.mentor.id).url()}#m{mentee}")
        for one in free[:BEST]
    ]


def _left(desk: Desk, here: Choices, plan: Mapping[int, int]) -> Sequence[tuple[Mentee, str, bool]]:
    """Who gets nobody, and whether anybody would fit them, who is then there for others."""
    some = [m for m in desk.found.mentees if m.id not in plan and m.id not in desk.found.asked]
    never = {mentor for mentee, mentor in here.never for m in some[:LEFT] if m.id == mentee}
    hidden = len(never) + len(desk.barred)
    return [
        (one, here.url(open=one.id), any(_open(desk, here, fit) for fit in found))
        for one in some[:LEFT]
        for found in [desk.found.best(one.id, hidden + 1)]
    ]


def _open(desk: Desk, here: Choices, one: Suggestion) -> bool:
    return one.mentor.id not in desk.barred and (one.mentee.id, one.mentor.id) not in here.never


def _forbidden(found: Suggestions, here: Choices) -> Sequence[tuple[str, str, str]]:
    pairs = ((found.pair(*two), two) for two in sorted(here.never))
    return [(o.mentee.name, o.mentor.name, here.allowed(*two).url()) for o, two in pairs if o]


def _pages(here: Choices, count: int) -> Sequence[tuple[int, str]]:
    return [(n + 1, here.url(page=n)) for n in range(-(-count // EACH))] if count > EACH else ()


ROUTES = (Route("GET", PAGE, LOOKS, show),)
