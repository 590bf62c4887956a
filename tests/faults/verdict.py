"""What must hold at the end: nothing lost, nothing out of order, repeats only where allowed."""

import difflib
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import func, select, update

from assistant.channels import Inbound, Kind
from assistant.channels.sms import numbers
from storage.database import Database, open_database
from storage.sealing.sealed import find_by
from storage.tables import Address, Meeting, Message, Status, table
from tests.conftest import sqlite_url
from tests.faults import meetings
from tests.faults.people import Person, Said
from tests.phones import World

A, G, M = table(Address), table(Meeting), table(Message)
COLUMNS = (M.c.id, M.c.external_id, M.c.text, M.c.flagged, M.c.code, M.c.attempts)
COLUMNS += (M.c.answered_at, M.c.aside_at)
OPEN = (Status.QUEUED, Status.SENDING, Status.UNKNOWN)


@dataclass
class Tally:
    """The numbers of a run; everything in `wrong` is a violation, in words."""

    inbound: int = 0
    inbound_lost: int = 0
    replies: int = 0
    replies_lost: int = 0
    reordered: int = 0
    repeats: int = 0
    bad_repeats: int = 0
    overdue: int = 0
    booked: int = 0  # meetings that two people agreed on
    wrong: list[str] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)  # lines: what was heard, by who heard wrongly

    def add(self, other: "Tally") -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


class Row(NamedTuple):
    """One message of the table, as far as it matters here."""

    id: int
    external_id: str
    text: str
    flagged: bool
    code: str
    attempts: int
    answered: datetime | None
    aside: datetime | None


def settled(database_url: str) -> bool:
    """Whether every message has been answered and every answer sent."""
    waiting = select(func.count()).where(
        (M.c.direction == "in") & M.c.answered_at.is_(None)
        | (M.c.direction == "out") & M.c.status.in_(OPEN)
    )
    db = open_database(database_url)
    try:
        with db.reading() as connection:
            return connection.execute(waiting).scalar() == 0
    finally:
        db.close()


def judge(database_url: str, people: Sequence[Person], in_flight: frozenset[int]) -> Tally:
    """Compare what was said, what the tables hold, what the phones show and what should be."""
    tally = Tally()
    db = open_database(database_url)
    try:
        expected = rehearse(people, meetings.placed(db))
        for person in people:
            one = _judge_one(db, person, expected[person.number], in_flight)
            one.wrong = [f"{person.channel} {person.number}: {line}" for line in one.wrong]
            tally.add(one)
        with db.reading() as connection:
            agreed = select(func.count()).where(G.c.booked_at.is_not(None))
            tally.booked = connection.execute(agreed).scalar_one()
    finally:
        db.close()
    return tally


def _judge_one(
    db: Database, person: Person, expected: Sequence[str], in_flight: frozenset[int]
) -> Tally:
    tally = Tally(len(person.said), replies=len(expected), overdue=person.overdue)
    _inbound(tally, person, _rows(db, person, "in"))
    shown = [text for text, _ in groupby(person.heard)]
    if missing := Counter(expected) - Counter(shown):
        tally.replies_lost = missing.total()
        tally.wrong.append(f"lost: {dict(missing)}")
    common = (Counter(expected) & Counter(shown)).total()
    if moved := common - _in_order(expected, shown):
        tally.reordered = moved
        tally.wrong.append(f"{moved} replies out of order")
    _repeats(tally, person, expected, in_flight, _rows(db, person, "out"))
    if shown != list(expected):
        said = [f"> {one.at:%H:%M:%S} {one.words}" for one in person.said]
        tally.differs = [f"== {person.channel} {person.number}", *said]
        tally.differs += difflib.unified_diff(expected, shown, "should", "heard", lineterm="")
    return tally


def _inbound(tally: Tally, person: Person, rows: Sequence[Row]) -> None:
    known = {row.external_id: row for row in rows}
    said = [said.external_id for said in person.said]
    fates = {one: _fate(known.get(one)) for one in said}
    if lost := {one: fate for one, fate in fates.items() if fate != "answered"}:
        tally.inbound_lost = len(lost)
        tally.wrong.append(f"inbound lost: {lost}")
    elif list(known) != said:
        tally.wrong.append("inbound messages in another order than they were said")


def _fate(row: Row | None) -> str:
    if row is None:
        return "not accepted"
    if row.aside:
        return f"set aside, {row.code}, after {row.attempts} attempts"
    return "answered" if row.answered else "not answered"


def _repeats(
    tally: Tally,
    person: Person,
    expected: Sequence[str],
    in_flight: frozenset[int],
    rows: Sequence[Row],
) -> None:
    """Rows and replies correspond one to one, and a repetition follows its original at once."""
    counts = [len(list(group)) for _, group in groupby(person.heard)]
    tally.repeats = sum(counts) - len(counts)
    shown = [text for text, _ in groupby(person.heard)]
    if shown != list(expected) or [row.text for row in rows] != shown:
        if not tally.wrong:
            tally.wrong.append("more was said than should have been")
        tally.bad_repeats = max(tally.repeats, (Counter(shown) - Counter(expected)).total())
        return
    for row, count in zip(rows, counts, strict=True):
        if count > 1 and not (row.flagged and row.id in in_flight):
            tally.bad_repeats += count - 1
            tally.wrong.append(f"message {row.id} came {count} times, flagged: {row.flagged}")


def _in_order(expected: Sequence[str], shown: Sequence[str]) -> int:
    if list(expected) == list(shown):
        return len(shown)
    matcher = difflib.SequenceMatcher(None, expected, shown, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _rows(db: Database, person: Person, direction: str) -> list[Row]:
    query = (
        select(*COLUMNS)
        .join(A, M.c.address_id == A.c.id)
        .where(
            A.c.digest == find_by(person.channel, person.address),
            M.c.direction == direction,
            M.c.sender != "inside",
        )
        .order_by(M.c.id)
    )
    with db.reading() as connection:
        return [Row._make(row) for row in connection.execute(query)]


def rehearse(people: Sequence[Person], zone: str) -> dict[int, list[str]]:
    """The replies, had nothing ever been killed: the same words said to a product in peace, which
    is in this zone."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(sqlite_url(Path(folder)))
        try:
            return _Rehearsal(db, people, zone).replies()
        finally:
            db.close()


class _Rehearsal:
    """A product of its own that hears what everybody said, everybody's next words in one go."""

    def __init__(self, db: Database, people: Sequence[Person], zone: str) -> None:
        began = min((said.at for one in people for said in one.said), default=datetime.now(UTC))
        self._world, self._people = World(db, _hour(began)), people
        meetings.place(db, zone)

    def replies(self) -> dict[int, list[str]]:
        alone = [person for person in self._people if person.partner is None]
        for place in range(max((len(person.said) for person in alone), default=0)):
            speaking = [person for person in alone if place < len(person.said)]
            self._say([(one, one.said[place]) for one in speaking])
        for person in self._people:
            if person.partner and not person.mentor:
                self._meet(person, person.partner)
        return {person.number: [row.text for row in self._out(person)] for person in self._people}

    def _meet(self, mentee: Person, mentor: Person) -> None:
        said = {one.number: iter(one.said) for one in (mentee, mentor)}
        for one in (mentee, mentor):
            for _words in meetings.joining(one):
                self._say([(one, next(said[one.number]))])
        if not mentee.matched:
            return
        meetings.match(self._world.db, mentee, mentor, self._world.now)
        self._settle()
        for line in meetings.lines(mentee, mentor):
            words = next(said[line.person.number], None)
            if words is None:
                return
            self._say([(line.person, words)])

    def _say(self, said: Sequence[tuple[Person, Said]]) -> None:
        """Say it at the hour at which it was said: a day's name depends on that."""
        for hour, together in groupby(sorted(said, key=_when), key=lambda one: _hour(_when(one))):
            self._world.now = hour
            self._world.accept([self._inbound(*one) for one in together])
            self._settle()

    def _settle(self) -> None:
        """Turns are taken, and the questions that news has asked are handed over."""
        self._world.settle()
        now = self._world.now
        with self._world.db.writing() as connection:
            asked = M.c.asked.is_not(None) & M.c.asked_at.is_(None)
            connection.execute(update(M).where(asked).values(asked_at=now))

    def _inbound(self, person: Person, said: Said) -> Inbound:
        text, kind = said.words, Kind.TEXT
        if said.words.startswith("["):
            text, kind = self._token(person, said.words[1:-1]), Kind.BUTTON
        language = "en" if person.telegram else numbers.language(person.address)
        name = "Jay" if person.telegram else ""
        return Inbound(
            person.channel,
            "rehearsal",
            person.address,
            said.external_id,
            text,
            kind,
            language,
            name,
        )

    def _token(self, person: Person, label: str) -> str:
        digest = find_by(person.channel, person.address)
        newest: Any = (
            select(M.c.buttons)
            .join(A, M.c.address_id == A.c.id)
            .where(A.c.digest == digest, M.c.direction == "out")
            .order_by(M.c.id.desc())
            .limit(1)
        )
        with self._world.db.reading() as connection:
            buttons = connection.execute(newest).scalar()
        return next((token for name, token in buttons or () if name == label), "")

    def _out(self, person: Person) -> list[Row]:
        return _rows(self._world.db, person, "out")


def _when(one: tuple[Person, Said]) -> datetime:
    return one[1].at


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
