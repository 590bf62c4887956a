"""Pairs that a coordinator approves in the console: asked as by phone, and nobody twice."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.coordinators import desk, fits, offered, settling
from assistant.coordinators.settling import Word
from assistant.internal_events.of_match import Acted
from assistant.learning import minutes
from assistant.matching import chosen
from assistant.matching.reasons import For
from assistant.matching.suggestions import Suggestion
from assistant.programmes import lessons, offers
from flows.lifecycles.offer import Stage
from storage.desk import Of
from storage.mentoring import training
from storage.mentoring.matches import NewMatch
from storage.people import persons
from storage.people.programmes import Programme

BARE = frozenset({For.LANGUAGE, For.SOON})  # too little to be read
LONGEST = 200  # a line that both read


class Approved(NamedTuple):
    """Two people, and the coordinator's own line for both, if there is one."""

    mentee: int
    mentor: int
    line: str = ""


class By(NamedTuple):
    """In whose name mentors are asked, and whether that is among simulated phones."""

    person: int
    simulated: bool
    now: datetime


class Done(NamedTuple):
    """Which mentors are asked now, and about whom somebody else was faster."""

    asked: Sequence[Approved]
    gone: Sequence[Approved]


def bare(one: Suggestion) -> bool:
    """Whether nothing speaks for the two that both could read: it takes a line of somebody."""
    return {reason.kind for reason in one.pros} <= BARE


def short(
    db: Connection, programme: Programme, mentors: Sequence[int]
) -> tuple[Mapping[int, int], int, bool]:
    """The minutes of training of those who have had too few, how many it takes, and whether
    nobody may be asked without."""
    wanted = lessons.training(programme)
    if not wanted.minutes:
        return {}, 0, False
    had = minutes.short(training.minutes(db, programme.id), list(mentors), wanted)
    return had, wanted.minutes, wanted.required


def approve(db: Connection, programme: Programme, some: Sequence[Approved], by: By) -> Done:
    """Ask the mentors of those who are free still, behind a lock on all of them."""
    people = {person for one in some for person in (one.mentee, one.mentor)}
    persons.lock(db, people)
    of = Of(programme.id, by.simulated)
    found, there = fits.gather(db, of, programme, by.now), desk.of(db, of, by.now, people)
    had, _needed, required = short(db, programme, sorted(people))
    barred = set(had) if required else set()
    asked: list[Approved] = []
    rows: list[NewMatch] = []
    stage = Stage.MENTOR if offers.of(programme).on else Stage.NONE
    for one in some:
        pair = found.pair(one.mentee, one.mentor)
        known = pair is not None and chosen.may(pair) and one.mentor not in barred
        spoken_of = one.mentee in {other.mentee_id for other in there.asked}
        if pair is None or not known or spoken_of or not there.free(one.mentor, one.mentee):
            continue
        if bare(pair) and not one.line:
            continue
        there = there.after(one.mentor, one.mentee)
        asked.append(one)
        kept = None if one.line else [reason.kept() for reason in pair.pros]
        who = (programme.id, one.mentor, one.mentee, one.line, by.person, by.now)
        rows.append(NewMatch(*who, reasons=kept, stage=stage))
    told = offered.open_(db, rows, by.now)
    settling.tell(db, [Word(one.person, one.event, one.cause) for one in told], "offered", by.now)
    return Done(asked, [one for one in some if one not in asked])


def take_back(db: Connection, match: int, sides: Sequence[int], now: datetime) -> None:
    """Nobody need say any more: both sides are given it, as by phone."""
    done = Acted(match, "withdraw")
    words = [Word(one, done, f"acted:withdraw:{match}:{one}") for one in sides]
    settling.tell(db, words, f"match:{match}", now)
