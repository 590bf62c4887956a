"""Two people who meet: one proposes and moves, the other accepts, over and over."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from storage.database import Database, open_database
from storage.inbox import inside
from storage.mentoring import matches
from storage.mentoring.matches import NewMatch
from tests.faults import concerns, courses, threads
from tests.faults.books import Books
from tests.faults.lines import Act, Line
from tests.faults.people import ERASE, FORGET, GOAL, LOOKS, Over, Person
from tests.faults.roles import Role
from tests.faults.staff import Staff

FREE_IN = timedelta(days=3)  # far enough for the hours of a day not to matter
SLOT, OFFER, MOVE = "1", "works for me", "move"
HELLO = "tell {other} hello {turn} times"
FROZEN = (HELLO, "MEETING", HELLO, "im running late", HELLO, "move")
PARTS_AFTER = 3  # meetings
Written = Callable[[Connection, Person, Person, datetime], None]  # what is kept of two people


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


def lines(mentee: Person, mentor: Person) -> Iterator[Line | Act]:
    """What the two say of their meetings, for ever. Of some the mentee is afraid of the mentor now
    and then, or leaves; some begin with an offer."""
    if mentee.role is Role.COMES:
        return (yield from courses.lines(mentee, mentor))
    fear, both = concerns.feared_by(mentee.number, mentor.name), (mentee, mentor)
    yield Line(mentee, SLOT, (mentee,))  # where, is asked the first time
    for turn in count(1):
        yield Line(mentee, SLOT, both)
        if mentee.role is Role.FEARS and turn % 4 == 2:
            yield Line(mentee, next(fear), both)
            yield from _frozen(mentee, mentor, turn)
            yield Line(mentee, SLOT, both)  # what was proposed was dropped
        yield Line(mentor, OFFER, both)
        if mentee.role is Role.FEARS and turn % 4 == 0:
            yield Act("freeze", both)
            yield from _frozen(mentee, mentor, turn)
        if mentee.role is Role.PARTS and turn == PARTS_AFTER:
            yield Line(mentee, FORGET, (mentee,))
            yield Line(mentee, ERASE, both)
            return
        yield Line(mentee, MOVE, both)


def _frozen(mentee: Person, mentor: Person, turn: int) -> Iterator[Line | Act]:
    """Whatever either says meanwhile reaches nobody but the coordinator."""
    for said in FROZEN:
        for one, other in ((mentor, mentee), (mentee, mentor)):
            yield Line(one, said.format(other=other.name, turn=turn), (one,))
    yield Act("lift", (mentee, mentor))


@dataclass(frozen=True)
class Office:
    """What the two need of a programme: its tables, and its coordinator."""

    database_url: str
    books: Books
    dana: Staff
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # she does one thing after the other

    async def act(self, act: Act, mentee: Person, patience: float) -> None:
        mentor = mentee.partner
        assert mentor is not None
        if act.step in WRITTEN:
            await self.write(WRITTEN[act.step], mentee, mentor)
        else:
            async with self.turn:
                await self._order(act, mentee, patience)
        mentee.acted += 1

    async def before(self, act: Act, mentee: Person, over: Over) -> None:
        """Two go on once what one of them said of the other is dealt with; sooner it is refused."""
        last = mentee.confided[-1:] if act.step == "lift" else []
        while last and not over() and not self.books.closed(concerns.tag(last[0])):
            await asyncio.sleep(LOOKS)

    async def _order(self, act: Act, mentee: Person, patience: float) -> None:
        if act.step == "end":
            return await self.dana.ends(mentee.name, patience)
        order, asked = {"freeze": ("FREEZE", "Put"), "lift": ("LIFT", "May")}[act.step]
        return await self.dana.acts(order, mentee.name, asked, patience)

    async def write(self, what: Written, mentee: Person, mentor: Person) -> None:
        """As often as it takes: the database may be away just then, or its disk full."""
        while True:
            try:
                return await asyncio.to_thread(self._write, what, mentee, mentor)
            except OperationalError:
                await asyncio.sleep(1)

    def _write(self, what: Written, mentee: Person, mentor: Person) -> None:
        db = open_database(self.database_url)
        try:
            with db.writing() as connection:
                what(connection, mentee, mentor, datetime.now(UTC))
        finally:
            db.close()


async def meet(mentee: Person, office: Office, over: Over, patience: float) -> None:
    """Both join; then they are brought together, and meet until it is over."""
    mentor = mentee.partner
    assert mentor is not None
    await asyncio.gather(join(mentee, patience), join(mentor, patience))
    if over():
        return
    if mentee.role is not Role.COMES:
        await office.write(match, mentee, mentor)
        await all_hear((mentee, mentor), patience)
    mentee.matched = True
    for line in lines(mentee, mentor):
        if over():
            return
        last = ""
        if isinstance(line, Act):
            await office.before(line, mentee, over)
            if over():
                return
            await office.act(line, mentee, patience)
        else:
            last = line.last
            await line.person.before(line.words, office.books, over)
            if over():
                return
            await line.person.says(line.words)
        await all_hear(line.hear, patience, last)


async def join(person: Person, patience: float) -> None:
    for words in joining(person):
        await person.says(words)
        await person.hears(patience)


async def all_hear(people: Sequence[Person], patience: float, words: str = "") -> None:
    await asyncio.gather(*(one.hears(patience, words) for one in people))


def match(db: Connection, mentee: Person, mentor: Person, now: datetime) -> None:
    """Bring two people together, as a coordinator does."""
    ids = {one.number: threads.find(db, one.channel, one.address) for one in (mentee, mentor)}
    row = NewMatch(
        programme_id=1,
        mentor_id=ids[mentor.number].person,
        mentee_id=ids[mentee.number].person,
        reason="You both know how hard it is to begin.",
        paired_by=ids[mentor.number].person,
        opened_at=now,
        state="active",
    )
    (number,) = matches.open_(db, [row])
    news = f'{{"kind": "matched", "match": {number}}}'
    rows = [
        inside.row(person, address, f"matched:{number}:{person}", news, now)
        for person, address in ids.values()
    ]
    inside.tell(db, rows)


WRITTEN: Mapping[str, Written] = {
    "offer": courses.offer,
    "trial": courses.ask_for_trial,
    "terms": courses.ask_for_terms,
}
