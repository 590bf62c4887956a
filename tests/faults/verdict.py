"""What must hold at the end: nothing lost, nothing out of order, repeats only where allowed."""

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from itertools import groupby, zip_longest

from sqlalchemy import Connection, func, select

from storage.database import open_database
from storage.tables import Meeting, Message, Status, table
from tests.faults import books, concerns, meetings, rehearsal, threads
from tests.faults.people import Person
from tests.faults.threads import Row

G, M = table(Meeting), table(Message)
CLOCKS = re.compile(r"(?m)^\d \d{1,2}(?::\d\d)? [ap]m.*$|(?<=Got it: ).*(?= for you now)")
ADDED = re.compile(r"(?:Mr Cole|Ms Ortiz|Dana Reyes) gets these words")
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
    concerns: int = 0
    pages: int = 0  # that arrived, by text
    again: int = 0  # times that somebody was paged because nobody had it
    unpaged: int = 0  # concerns that reached nobody
    pages_lost: int = 0  # pages, and more words, that were sent and did not arrive
    pages_twice: int = 0  # unflagged
    latest: float = 0.0  # seconds after its minute that a page went out
    frozen: int = 0  # times that a match was
    meanwhile: int = 0  # texts that one of the two wrote then to the other
    reached: int = 0  # of which something reached the other
    erased: int = 0  # people
    children: int = 0
    agreed: int = 0  # of whose guardians, at some time
    ended: int = 0  # of whose guardians have taken it back
    unkept: int = 0  # consents that are kept otherwise than they were said
    unallowed: int = 0  # things that a child was asked or told, or took part in, without one
    asked_twice: int = 0  # guardians, unflagged
    offers: int = 0  # that came to a meeting
    terms: int = 0  # on which two have agreed
    crossed: int = 0  # texts and last words that one wrote and the other read
    apart: int = 0  # things of which the two, or the tables, know otherwise
    wrong: list[str] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)  # lines: what was heard, by who heard wrongly

    def add(self, other: "Tally") -> None:
        latest = max(self.latest, other.latest)
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        self.latest = latest


@dataclass(frozen=True)
class _Sent:
    """What was sent to somebody, as it is kept: texts that told of who has been `erased` are
    empty."""

    rows: Sequence[Row]
    erased: str

    def agrees(self, shown: Sequence[str]) -> bool:
        """Whether this is what was heard."""
        return len(self.rows) == len(shown) and all(map(self._is, self.rows, shown))

    def parts(self, shown: Sequence[str]) -> str:
        """Where what was sent and what was heard first part."""
        for row, text in zip_longest(self.rows, shown):
            if row is None or text is None or not self._is(row, text):
                return f"sent {row}, heard {text!r}"
        return "nowhere"

    def _is(self, row: Row, text: str) -> bool:
        gone = not row.text and self.erased and self.erased in text
        return bool(gone) or _same(row.text) == text


def settled(database_url: str) -> bool:
    """Whether every message has been answered and every answer sent, somebody has every concern,
    and everybody is erased who has asked for it."""
    waiting = select(func.count()).where(
        (M.c.direction == "in") & M.c.answered_at.is_(None)
        | (M.c.direction == "out") & M.c.status.in_(OPEN)
    )
    db = open_database(database_url)
    try:
        with db.reading() as connection:
            return connection.execute(waiting).scalar() == 0 and not (
                books.untaken(connection) or books.erasing(connection)
            )
    finally:
        db.close()


def judge(database_url: str, people: Sequence[Person], in_flight: frozenset[int]) -> Tally:
    """Compare what was said, what the tables hold, what the phones show and what should be."""
    tally = Tally()
    db = open_database(database_url)
    try:
        expected = rehearsal.rehearse(people, meetings.placed(db))
        with db.reading() as connection:
            for person in people:
                one = _judge_one(connection, person, expected[person.number], in_flight)
                one.wrong = [f"{person.channel} {person.number}: {line}" for line in one.wrong]
                tally.add(one)
            agreed = select(func.count()).where(G.c.booked_at.is_not(None))
            tally.booked = connection.execute(agreed).scalar_one()
    finally:
        db.close()
    return tally


def _judge_one(
    db: Connection, person: Person, expected: Sequence[str], in_flight: frozenset[int]
) -> Tally:
    rows = [row for row in threads.of(db, person, "out") if not concerns.is_news(row.text)]
    expected = [_same(text) for text in expected]
    tally = Tally(len(person.said), replies=len(expected), overdue=person.overdue)
    if not person.left:
        _inbound(tally, person, threads.of(db, person, "in"))
    heard = [_same(text) for text in person.replies]
    shown = [text for text, _ in groupby(heard)]
    if missing := Counter(expected) - Counter(shown):
        tally.replies_lost = missing.total()
        tally.wrong.append(f"lost: {dict(missing)}")
    common = (Counter(expected) & Counter(shown)).total()
    if moved := common - _in_order(expected, shown):
        tally.reordered = moved
        tally.wrong.append(f"{moved} replies out of order")
    if not person.left:
        _repeats(tally, heard, expected, in_flight, _Sent(rows, _erased(person)))
    if shown != list(expected):
        said = [f"> {one.at:%H:%M:%S} {one.words}" for one in person.said]
        tally.differs = [f"== {person.channel} {person.number}", *said]
        tally.differs += difflib.unified_diff(expected, shown, "should", "heard", lineterm="")
    return tally


def _same(text: str) -> str:
    """The text, whoever has what was said, and at whatever time."""
    return CLOCKS.sub("some time", ADDED.sub("Somebody gets these words", text))


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
    heard: Sequence[str],
    expected: Sequence[str],
    in_flight: frozenset[int],
    sent: _Sent,
) -> None:
    """Rows and replies correspond one to one, and a repetition follows its original at once."""
    counts = [len(list(group)) for _, group in groupby(heard)]
    tally.repeats = sum(counts) - len(counts)
    shown = [text for text, _ in groupby(heard)]
    if shown != list(expected) or not sent.agrees(shown):
        if not tally.wrong:
            tally.wrong.append(f"more was said than should have been: {sent.parts(shown)}")
        tally.bad_repeats = max(tally.repeats, (Counter(shown) - Counter(expected)).total())
        return
    for row, count in zip(sent.rows, counts, strict=True):
        if count > 1 and not (row.flagged and row.id in in_flight):
            tally.bad_repeats += count - 1
            tally.wrong.append(f"message {row.id} came {count} times, flagged: {row.flagged}")


def _erased(person: Person) -> str:
    """The name of whom they met, if nothing that tells of them is kept any more."""
    return person.partner.name if person.partner and person.partner.left else ""


def _in_order(expected: Sequence[str], shown: Sequence[str]) -> int:
    if list(expected) == list(shown):
        return len(shown)
    matcher = difflib.SequenceMatcher(None, expected, shown, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
