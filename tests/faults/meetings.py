"""Two people who meet: one proposes and moves, the other accepts, over and over."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage.database import Database, open_database
from storage.inbox import inside
from storage.mentoring import matches
from storage.mentoring.matches import NewMatch
from storage.sealing.sealed import find_by
from tests.faults.people import GOAL, Over, Person

FREE_IN = timedelta(days=3)  # far enough for the hours of a day not to matter
SLOT, OFFER, MOVE = "1", "works for me", "move"


class Line(NamedTuple):
    """Something one of the two says; `both` hear of it."""

    person: Person
    words: str
    both: bool


def midday(now: datetime) -> str:
    """A zone in which it is about noon, so that nothing waits for the morning."""
    ahead = (12 - now.hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def free_on(now: datetime) -> str:
    """A day on which both are free."""
    return (now + FREE_IN).strftime("%A").lower()


def place(db: Database, zone: str) -> None:
    """Let the programme be in this zone."""
    with db.writing() as connection:
        connection.execute(text("UPDATE programme SET zone = :zone"), {"zone": zone})


def placed(db: Database) -> str:
    """The zone that the programme is in."""
    with db.reading() as connection:
        return str(connection.execute(text("SELECT zone FROM programme")).scalar_one())


def joining(person: Person) -> Iterator[str]:
    """What somebody says before they are brought together with anybody."""
    yield from person.joining()
    if not person.mentor:
        yield from (line.format(n=person.number) for line in GOAL)


def lines(mentee: Person, mentor: Person) -> Iterator[Line]:
    """What the two say of their meetings, for ever."""
    yield Line(mentee, SLOT, both=False)  # where, is asked the first time
    while True:
        yield Line(mentee, SLOT, both=True)
        yield Line(mentor, OFFER, both=True)
        yield Line(mentee, MOVE, both=True)


async def meet(mentee: Person, database_url: str, over: Over, patience: float) -> None:
    """Both join; then they are brought together, and meet until it is over."""
    mentor = mentee.partner
    assert mentor is not None
    await asyncio.gather(_join(mentee, patience), _join(mentor, patience))
    if over():
        return
    await _bring_together(database_url, mentee, mentor)
    mentee.matched = True
    await _both_hear(mentee, mentor, patience)
    for line in lines(mentee, mentor):
        if over():
            return
        await line.person.says(line.words)
        if line.both:
            await _both_hear(mentee, mentor, patience)
        else:
            await line.person.hears(patience)


async def _join(person: Person, patience: float) -> None:
    for words in joining(person):
        await person.says(words)
        await person.hears(patience)


async def _both_hear(mentee: Person, mentor: Person, patience: float) -> None:
    await asyncio.gather(mentee.hears(patience), mentor.hears(patience))


async def _bring_together(database_url: str, mentee: Person, mentor: Person) -> None:
    """As often as it takes: the database may be away just then, or its disk full."""
    while True:
        try:
            return await asyncio.to_thread(_match, database_url, mentee, mentor)
        except OperationalError:
            await asyncio.sleep(1)


def _match(database_url: str, mentee: Person, mentor: Person) -> None:
    db = open_database(database_url)
    try:
        match(db, mentee, mentor, datetime.now(UTC))
    finally:
        db.close()


def match(db: Database, mentee: Person, mentor: Person, now: datetime) -> None:
    """Bring two people together, as a coordinator does."""
    with db.writing() as connection:
        ids = {}
        for person in (mentee, mentor):
            digest = find_by(person.channel, person.address)
            query = text("SELECT person_id, id FROM address WHERE digest = :digest")
            ids[person.number] = connection.execute(query, {"digest": digest}).one()
        row = NewMatch(
            programme_id=1,
            mentor_id=ids[mentor.number].person_id,
            mentee_id=ids[mentee.number].person_id,
            reason="You both know how hard it is to begin.",
            paired_by=ids[mentor.number].person_id,
            opened_at=now,
            state="active",
        )
        (number,) = matches.open_(connection, [row])
        news = f'{{"kind": "matched", "match": {number}}}'
        inside.tell(
            connection,
            [
                inside.row(person, address, f"matched:{number}:{person}", news, now)
                for person, address in ids.values()
            ],
        )
