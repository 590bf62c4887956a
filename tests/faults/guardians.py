"""A child joins, a guardian is asked at another number, and what they say decides what follows."""

import asyncio
import random
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from sqlalchemy import update

from storage.database import Database
from storage.tables import Programme, table
from tests.faults import meetings, roles
from tests.faults.meetings import HELLO, MOVE, OFFER, SLOT, Office
from tests.faults.people import Over, Person
from tests.faults.roles import Guards

R = table(Programme)
LOWEST = 13  # years
BEGINS = ("bridge", "ok", "15", "1")
MEANWHILE = ("menu", "my name is {name}", "can i meet my mentor now")  # while nobody has answered
GOES_ON = ("{name}", "1 4", "pass exam {n}", "{free}", "1", "0")
STOP, LEAVE, CONFIRMED, START = "STOP", "LEAVE", "1", "START"
COMES_BACK = ("bridge", "ok")  # a child whose guardian does not agree
PLACE = "harbor library"  # not 1 once more: within seconds it would be the same SMS
MENU, TO_ASK = "menu", "1"
QUESTION = "how is it going, number {turn}?"


class Tongue(NamedTuple):
    """What a guardian says, in the language in which they are asked."""

    place: str  # among the languages
    yes: str
    no: str
    call: str


TONGUES = (
    Tongue("2", "si, claro que puede", "no", "llámeme primero"),
    Tongue("3", "oui", "non", "appelez-moi d'abord"),
    Tongue("1", "yes they may", "no", "call me first"),
    Tongue("4", "sim", "não", "prefiro que me liguem primeiro"),
)


class Heard(NamedTuple):
    """Somebody hears of it; the last of several texts has these words."""

    person: Person
    words: str = ""


class Step(NamedTuple):
    """Something that one of them says, and who hears of it."""

    person: Person
    words: str
    heard: tuple[Heard, ...]


class Stands(NamedTuple):
    """A guardian's answer, and the words in which it was given."""

    state: str
    words: str


def let_in(db: Database) -> None:
    """The programme takes children."""
    with db.writing() as connection:
        connection.execute(update(R).values(minimum_age=LOWEST))


def tongue(child: Person) -> Tongue:
    """The language of a child's guardian: each kind of guardian has each of them in time."""
    place = child.number // 10
    return TONGUES[(place + place // len(TONGUES)) % len(TONGUES)]


def asked(child: Person) -> Iterator[Step]:
    """What is said until the child is ready, or the guardian has said no."""
    guardian, own = _guardian(child), tongue(child)
    yield from _alone(child, (*BEGINS, guardian.address))
    yield Step(child, own.place, (Heard(child), Heard(guardian, "\n4 ")))
    kind = roles.of_guardian(child.number)
    yield from _alone(child, (line.format(name=child.name) for line in MEANWHILE))
    if kind is Guards.TAKES_BACK:
        yield Step(guardian, own.call, (Heard(guardian, "\n3 "),))
    if kind is Guards.REFUSES:
        yield Step(guardian, own.no, (Heard(guardian), Heard(child)))
        return (yield from _alone(child, COMES_BACK))
    yield Step(guardian, own.yes, (Heard(guardian, "\n0 "), Heard(child)))
    yield Step(guardian, guardian.name, (Heard(guardian, guardian.name),))
    told = {"name": child.name, "n": child.number, "free": child.free}
    yield from _alone(child, (line.format(**told) for line in GOES_ON))


def met(child: Person) -> Iterator[Step]:
    """What is said once there is a mentor, for ever: the two meet until the guardian ends it, if
    that is their way; then the guardian goes on asking, and hears, but nothing begins again."""
    guardian, mentor, kind = _guardian(child), child.partner, roles.of_guardian(child.number)
    assert mentor is not None
    both = (Heard(child), Heard(mentor))
    yield Step(child, SLOT, (Heard(child),))  # where, is asked the first time
    for turn in count(1):
        yield Step(child, SLOT if turn > 1 else PLACE, both)
        yield Step(mentor, OFFER, both)
        if kind is Guards.STAYS and turn % 3 == 0:
            yield from _asks(guardian, turn)
        if kind is not Guards.STAYS and turn == meetings_of(child):
            break
        yield Step(child, MOVE, both)
    if kind is Guards.TAKES_BACK:
        yield Step(guardian, LEAVE, (Heard(guardian, "\n2 "),))
    ends = CONFIRMED if kind is Guards.TAKES_BACK else STOP
    yield Step(guardian, ends, (Heard(guardian), *both))
    yield from _alone(mentor, (HELLO.format(other=child.name, turn=1),))
    yield from _alone(child, COMES_BACK)
    yield from _alone(guardian, (START,) if kind is Guards.STOPS else (STOP, START))
    for turn in count(1):
        yield from _asks(guardian, turn)


def stands(child: Person) -> Stands:
    """What a guardian's own words have come to so far; no state before they are asked."""
    if len(child.said) < len(BEGINS) + 2:  # the number and the language are told last
        return Stands("", "")
    now, own, before = Stands("asked", ""), tongue(child), ""
    for words in (one.words for one in _guardian(child).said):
        if now.state == "granted" and (words == STOP or (before, words) == (LEAVE, CONFIRMED)):
            now = Stands("ended", f"{now.words} / {words}")
        elif now.state == "asked" and words in (own.yes, own.no):
            now = Stands("granted" if words == own.yes else "refused", words)
        before = words
    return now


def meetings_of(child: Person) -> int:
    """How many meetings there are before a guardian ends it, one sooner and one later."""
    return 1 + child.number // 40 * 2


async def grow_up(child: Person, office: Office, over: Over, patience: float, pause: float) -> None:
    """The child joins, and meets a mentor once the guardian has agreed, until it is over."""
    mentor = child.partner
    chance = random.Random(child.number)

    async def go(steps: Iterable[Step]) -> None:
        for step in steps:
            if over():
                return
            await step.person.says(step.words)
            await asyncio.gather(*(one.person.hears(patience, one.words) for one in step.heard))
            if pause:
                await asyncio.sleep(chance.uniform(0, pause))

    if mentor is None:
        return await go(asked(child))
    await asyncio.gather(go(asked(child)), meetings.join(mentor, patience))
    if over():
        return None
    await office.write(meetings.match, child, mentor)
    child.matched = True
    await meetings.all_hear((child, mentor), patience)
    return await go(met(child))


def _guardian(child: Person) -> Person:
    assert child.guardian is not None
    return child.guardian


def _alone(person: Person, lines: Iterable[str]) -> Iterator[Step]:
    return (Step(person, line, (Heard(person),)) for line in lines)


def _asks(guardian: Person, turn: int) -> Iterator[Step]:
    yield from _alone(guardian, (MENU, TO_ASK, QUESTION.format(turn=turn)))
