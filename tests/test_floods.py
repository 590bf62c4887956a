"""Floods of strangers: whoever comes by the programme's word is answered at once all the same."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from assistant.channels import Inbound
from assistant.outbox.loop import Outbox
from assistant.programmes import codes
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import open_database
from tests.conftest import sqlite_url
from tests.phones import Phone, World
from tests.test_outbox import Carrier

OURS = "sms:+15550009999"
NEWCOMER, FRIEND = "+12125550000", "+12125550001"
HERE = "+1646"  # where the flood's own numbers are from
ABROAD = ("+3361", "+3461", "+447700", "+18765")
COSTLY = ("+1900555", "+881612", "+882101", "+97912")
SOON = 5  # seconds of the product's time


def numbers(start: str, count: int) -> list[str]:
    """Numbers of twelve signs that begin like this."""
    digits = 12 - len(start)
    return [f"{start}{n:0{digits}d}" for n in range(count)]


def letters(n: int) -> str:
    """Words that answer no question."""
    return "".join("bcdfghjklm"[int(digit)] for digit in f"{n:04d}")


def mixed(count: int) -> list[tuple[str, str]]:
    """Strangers of every kind, each with words of their own: half are from here."""
    kinds = [HERE, *ABROAD, HERE, *COSTLY, HERE, HERE, HERE, HERE]
    words = cycle(("hi", "asdf", "free money", "what bridge", "hello there", "STOP", "HELP"))
    pools = {kind: iter(numbers(kind, count)) for kind in kinds}
    senders = (next(pools[kind]) for kind in islice(cycle(kinds), count))
    short = ((str(80_000 + n), "win") for n in range(count // 50))
    return [*zip(senders, words, strict=False), *short]


FLOODS: dict[str, Callable[[int], Sequence[tuple[str, str]]]] = {
    "all kinds": mixed,
    "hi": lambda count: [(one, "hi") for one in numbers(HERE, count)],
    "nonsense": lambda count: [(one, f"x{one[-3:]} zz") for one in numbers(HERE, count)],
    "few who go on": lambda count: [
        (one, f"what {letters(n)}") for n, one in enumerate(islice(cycle(numbers(HERE, 40)), count))
    ],
    "one who goes on": lambda count: [
        (HERE + "5550100", f"well {letters(n)}") for n in range(count)
    ],
    "codes of one": lambda count: [(HERE + "5550100", f"/start {n:022d}") for n in range(count)],
    "codes of many": lambda count: [
        (one, f"/start {n:022d}") for n, one in enumerate(numbers(HERE, count))
    ],
}


@dataclass
class Line:
    """The product behind one number of ours, which sends one segment a second."""

    world: World

    def __post_init__(self) -> None:
        now = lambda: self.world.now  # noqa: E731
        policy = Policy(paces={OURS: 1.0})
        self.world.turns = Turns(self.world.db, policy, now)
        self.carrier = Carrier(sender=OURS, per_second=1.0, per_address=1.0)
        self.outbox = Outbox(self.world.db, self.carrier, now, lambda: self.world.now.timestamp())

    def text(self, number: str, words: str) -> Inbound:
        return replace(self.phone(number).inbound(words), sender=OURS)

    def phone(self, number: str) -> Phone:
        return self.world.phone(number, "sms")

    def take(self, texts: Sequence[Inbound]) -> None:
        self.world.accept(texts)
        while self.world.turns.step():
            self.world.passes(milliseconds=1)  # no two turns of one person at the same moment

    async def flood(self, texts: Sequence[tuple[str, str]], a_second: int) -> None:
        for first in range(0, len(texts), a_second):
            some = [self.text(*one) for one in texts[first : first + a_second]]
            await asyncio.to_thread(self.take, some)
            await self.second()

    async def second(self) -> None:
        await self.outbox.step()
        self.world.passes(seconds=1)

    async def hears(self, number: str, words: str, most: int = 30) -> int:
        """Seconds until this number is sent something in answer to these words."""
        before = len(self.to(number))
        await asyncio.to_thread(self.take, [self.text(number, words)])
        for second in range(most):
            await self.second()
            if len(self.to(number)) > before:
                return second
        return most

    def to(self, number: str) -> list[str]:
        return [one.text for one in self.carrier.sent if one.address == number]


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return Line(World(open_database(sqlite_url(tmp_path))))


@pytest.mark.parametrize("kind", FLOODS)
async def test_who_comes_by_the_word_is_answered_in_a_flood(line: Line, kind: str) -> None:
    await line.flood(FLOODS[kind](300), a_second=50)
    assert await line.hears(NEWCOMER, "bridge") <= SOON
    assert "Okay to text you?" in line.to(NEWCOMER)[0]
    await finish(line)


async def test_the_word_after_other_words_is_not_held_up_by_these(line: Line) -> None:
    await line.flood(FLOODS["hi"](100), a_second=50)
    await asyncio.to_thread(line.take, [line.text(NEWCOMER, "I have a question")])
    assert await line.hears(NEWCOMER, "bridge") <= SOON
    await finish(line)


async def test_who_has_agreed_is_never_held_up_by_strangers(line: Line) -> None:
    for words in ("bridge", "ok"):
        await line.hears(FRIEND, words)
    await line.flood([(one, "bridge") for one in numbers(HERE, 100)], a_second=50)
    assert await line.hears(FRIEND, "23") <= SOON
    await finish(line)


async def test_an_invitations_code_goes_before_a_flood_of_the_word(line: Line) -> None:
    code = invited(line)
    await line.flood([(one, "bridge") for one in numbers(HERE, 400)], a_second=50)
    assert await line.hears(NEWCOMER, f"/start {code}") <= SOON
    await finish(line)


async def test_after_a_flood_of_the_word_the_next_is_answered_at_once(line: Line) -> None:
    await line.flood([(one, "bridge") for one in numbers(HERE, 100)], a_second=50)
    for _ in range(6):
        await line.second()
    assert await line.hears(NEWCOMER, "bridge") <= SOON
    await finish(line)


async def test_a_class_that_writes_the_word_at_once_is_answered_to_the_last(line: Line) -> None:
    pupils = numbers(HERE, 30)
    await line.flood([(one, "bridge") for one in pupils], a_second=30)
    for _ in range(70):
        await line.second()
    assert all(line.to(one) for one in pupils)
    await finish(line)


def invited(line: Line) -> str:
    """The code of an invitation to the programme."""
    with line.world.db.writing() as db:
        times = codes.Times(line.world.now, codes.INVITED)
        return codes.issue(db, 1, "mentee", {"invited": True}, times)


async def finish(line: Line) -> None:
    await line.outbox._finish()
    line.world.db.close()
