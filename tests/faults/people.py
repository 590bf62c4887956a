"""The people who converse: each says the next thing when the reply to the last has come."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.faults import concerns, roles
from tests.faults.books import Books
from tests.faults.patience import Patience
from tests.faults.processes import Fake
from tests.faults.roles import Guards, Role

AREA = "+1212555"  # what comes before the number of somebody by SMS
# No area that anybody knows: whoever has it is in the zone of the programme.
OF_CHILDREN, OF_GUARDIANS = "+1555121", "+1555212"
GUARDIANS = 5000  # what the number of a guardian has more than that of the child
NAME = "{name}"  # asked by SMS only: Telegram tells it
FIRST = ("bridge", "ok", "23", NAME, "1 4", "pass exam {n}", "after 4", "1")
GOAL = ("2", "Get licence {n}", "when I pass test {n}", "book lesson {n}", "30 june", "1")
GUIDE = ("guide", "ok", "52", "1 4", "nurse", "{free}", "2")  # a mentor, on Telegram
CLOCK = "What time is it where you are?"  # asked of some, before when they can
FORGET, ERASE = "FORGET", "1"
LISTENS = 5.0  # seconds, then it is looked whether there is anything left to say
LOOKS = 0.5  # seconds
Over = Callable[[], bool]
ANSWERS, HOPES = "[My answers]", "[What I hope for]"  # buttons, where there are any


@dataclass
class Said:
    """A text, or a button in brackets, as a person sent it."""

    words: str
    external_id: str
    at: datetime


@dataclass
class Person:
    """Somebody with a phone, on one of the two channels."""

    number: int
    fake: Fake
    telegram: bool
    said: list[Said] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    overdue: int = 0  # replies that did not come in time
    free: str = "after 4"  # when they can meet somebody
    partner: "Person | None" = None  # whom they are brought together with
    mentor: bool = False
    matched: bool = False
    role: Role = Role.TALKS
    area: str = AREA
    guardian: "Person | None" = None  # who answers for them
    elsewhere: bool = False  # by their number they may be of another clock than the programme
    acted: int = 0  # times that a coordinator has frozen or lifted their match

    @property
    def name(self) -> str:
        return f"Jay{self.number}"

    @property
    def channel(self) -> str:
        return "telegram" if self.telegram else "sms"

    @property
    def address(self) -> str:
        return str(7000 + self.number) if self.telegram else f"{self.area}{self.number:04d}"

    @property
    def _who(self) -> dict[str, Any]:
        return {"chat": int(self.address)} if self.telegram else {"number": self.address}

    def joining(self) -> Iterator[str]:
        """What this person says to join the programme."""
        for line in GUIDE if self.mentor else FIRST:
            if not (line == NAME and self.telegram):
                line = line.replace("after 4", "{free}")
                if line == "{free}" and self._of_another_clock():
                    yield "1"
                yield line.format(name=self.name, n=self.number, free=self.free)

    def _of_another_clock(self) -> bool:
        """Whether they were asked what time it is where they are."""
        self.elsewhere = self.elsewhere or any(CLOCK in one for one in self.heard[-2:])
        return self.elsewhere

    def lines(self) -> Iterator[str]:
        """What this person says, for ever: joins, sets a goal, then changes an answer and asks a
        question again and again, each time with other words, which come back in the replies. Some
        say in between what needs a person, the first time as they join; some leave."""
        harm = concerns.said_by(self.number)
        for place, line in enumerate(self._beginning()):
            if self.role is Role.CONFIDES and place == 1 + self.number // 10 % len(FIRST):
                yield from _confiding(next(harm))
            yield line
        menu = (ANSWERS, HOPES) if self.telegram else ("1", "4")
        turn = 0
        while True:
            turn += 1
            if self.role is Role.CONFIDES:
                yield "menu"
                yield from _confiding(next(harm))
            yield from ("menu", *menu, f"some hope number {turn} of {self.name}")
            if turn % 3 == 0:
                yield f"ask what about {turn}?"
            if turn % 4 == 0:
                yield from ("FEWER", "1")
            if self.role is Role.LEAVES and turn % 5 == 0:
                return (yield from (FORGET, ERASE))

    def _beginning(self) -> Iterator[str]:
        yield from self.joining()
        yield from (line.format(n=self.number) for line in GOAL)

    async def appears(self) -> None:
        """Telegram knows what they are called."""
        if self.telegram:
            await self.fake.tell("named", name=self.name, **self._who)

    async def says(self, line: str) -> None:
        """Say it; an SMS is said when its webhook is answered or given up. A button that is not
        there, because its message is late, is said in words."""
        if self.telegram:  # it tells whole seconds: in the same one it may have been typed before
            await asyncio.sleep(1 - time.time() % 1)
        sent, at = None, datetime.now(UTC)
        if line.startswith("["):
            with suppress(ValueError):
                sent = await self.fake.tell("presses", label=line[1:-1], **self._who)
            line = line if sent else line[1:-1]
        sent = sent or await self.fake.tell("says", text=line, **self._who)
        self.said.append(Said(line, str(sent), at))

    async def hears(self, patience: float, words: str = "") -> None:
        """Wait for a reply with these words that is not a repetition of the last."""
        waits, last = Patience(patience), self.replies[-1:]
        while (heard := self.replies[-1:]) == last or words not in heard[0]:
            try:
                await self._listen(len(self.heard) + 1)
            except TimeoutError:
                if waits.over:
                    self.overdue += 1
                    return

    async def _listen(self, count: int) -> None:
        self.heard = await self.fake.tell("hears", count=count, within=LISTENS, **self._who)

    @property
    def replies(self) -> list[str]:
        """What they have heard, but for what comes at any moment."""
        return [text for text in self.heard if not concerns.is_news(text)]

    @property
    def taken(self) -> int:
        """How often they have heard that somebody has what they said."""
        return sum(concerns.TAKEN in text for text in self.heard)

    @property
    def left(self) -> bool:
        """Whether they have asked to be erased, and have said yes."""
        return [one.words for one in self.said[-2:]] == [FORGET, ERASE]

    @property
    def confided(self) -> list[str]:
        """The words with which they have opened concerns."""
        return [one.words for one in self.said if concerns.is_one(one.words)]

    async def before(self, line: str, books: Books, over: Over) -> None:
        """Wait until what is to be said can be said, or until it is over: more of a concern once
        somebody has it, and another one once the last is closed; else it were more of the same."""
        last = self.confided[-1:]
        while last and not over() and _waits(line, self, books.closed(concerns.tag(last[0]))):
            self.heard = await self.fake.tell("texts", **self._who)
            await asyncio.sleep(LOOKS)

    async def reads(self) -> list[str]:
        """All that is on the phone by now."""
        self.heard = await self.fake.tell("texts", **self._who)
        return self.heard


def _confiding(words: str) -> Iterator[str]:
    yield words
    if concerns.goes_on(words):
        yield concerns.more_of(words)
    yield concerns.THEN


def _waits(line: str, person: Person, closed: bool) -> bool:
    if concerns.is_one(line):
        return not closed
    return concerns.is_more(line) and person.taken < len(person.confided)


def everybody(count: int, twilio: Fake, telegram: Fake, free: str = "after 4") -> list[Person]:
    """So many people, half of them on each channel; those on Telegram meet two by two, or a child
    by SMS, who has a guardian beside these people."""
    people = [
        Person(number, telegram if number % 2 else twilio, bool(number % 2))
        for number in range(1, count + 1)
    ]
    for person in people:
        if not person.telegram:
            person.role = roles.of_one(person.number)
        if person.role is Role.CHILD:
            _grow_up(person, people[person.number - 2], free)
    mentors = {one.number - 1 for one in people if one.guardian}  # of a child, or would have been
    there = [one for one in people if one.telegram and one.number not in mentors]
    for pair, (mentee, mentor) in enumerate(zip(there[::2], there[1::2], strict=False)):
        _meet(mentee, mentor, free)
        mentee.role = mentor.role = roles.of_two(pair)
    return people


def guardians(people: Sequence[Person]) -> list[Person]:
    """Those who answer for some of these people."""
    return [person.guardian for person in people if person.guardian]


def _meet(mentee: Person, mentor: Person, free: str) -> None:
    mentee.partner, mentor.partner, mentor.mentor = mentor, mentee, True
    mentee.free = mentor.free = free


def _grow_up(child: Person, mentor: Person, free: str) -> None:
    """With a guardian, and with a mentor where they get so far."""
    child.area = OF_CHILDREN
    child.guardian = Person(child.number + GUARDIANS, child.fake, telegram=False)
    child.guardian.role, child.guardian.area = Role.GUARDIAN, OF_GUARDIANS
    if roles.of_guardian(child.number) is not Guards.REFUSES:
        _meet(child, mentor, free)
        mentor.role = Role.MEETS


async def converse(person: Person, books: Books, over: Over, patience: float, pause: float) -> None:
    """Say and hear until it is over; between a reply and the next words, think a while."""
    chance = random.Random(person.number)
    for line in person.lines():
        await person.before(line, books, over)
        if over():
            return
        await person.says(line)
        await person.hears(patience)
        if pause:
            await asyncio.sleep(chance.uniform(0, pause))
