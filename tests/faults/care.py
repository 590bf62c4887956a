"""What must hold of concerns, of frozen matches and of who was erased."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from sqlalchemy import Connection, select

from storage.database import open_database
from storage.tables import metadata
from tests.faults import books, concerns, staff
from tests.faults.books import ARRIVED, Kept
from tests.faults.people import Person
from tests.faults.roles import Role
from tests.faults.staff import Staff
from tests.faults.verdict import Tally

HELD = ("I'm really glad you told me", "A little pause")  # from then on a match is frozen
GOES_ON = "The pause is over"
STAYS = ("concern", "page")  # a programme has to keep what was told to it about harm


def judge(
    database_url: str,
    people: Sequence[Person],
    on_call: Sequence[Staff],
    again: timedelta,
) -> Tally:
    """Concerns and pages, frozen matches, and the erased; `again` is when somebody is paged
    again."""
    tally = Tally()
    db = open_database(database_url)
    try:
        with db.reading() as connection:
            _concerns(tally, connection, people, on_call, again)
            for one in on_call:
                _pages(tally, connection, one)
            _erased(tally, connection, people)
    finally:
        db.close()
    for person in people:
        if person.role is Role.FEARS:
            _frozen(tally, person)
    return tally


def _concerns(
    tally: Tally,
    db: Connection,
    people: Sequence[Person],
    on_call: Sequence[Staff],
    again: timedelta,
) -> None:
    kept = {concerns.tag(one.words): one for one in books.kept(db)}
    calls = books.called(db)
    paged = sum((one.paged for one in on_call), Counter[int]())
    more = {tag for one in on_call for tag in one.more}
    said = [words for person in people for words in person.confided]
    tally.concerns, tally.pages = len(said), paged.total()
    for words in said:
        tag = concerns.tag(words)
        one = kept.get(tag)
        theirs = [call for call in calls if one and call.concern == one.id]
        tally.again += max(0, len(theirs) - 1)
        tally.latest = max(tally.latest, books.latest(again, theirs))
        tally.unpaged += not paged[tag]
        wrong = [*_one(one), *books.minutes(again, theirs, staff.NAMES)]
        wrong += [] if paged[tag] else ["reached nobody"]
        tally.wrong += [f"concern {tag}: {line}" for line in wrong]
    for tag in {concerns.tag(one.words) for who in people for one in who.said if _more(one.words)}:
        if tag not in more:
            tally.pages_lost += 1
            tally.wrong.append(f"concern {tag}: what was added reached nobody")
    for person in people:
        tally.wrong += [f"{person.channel} {person.number}: {line}" for line in _told(db, person)]


def _more(words: str) -> bool:
    return concerns.is_more(words)


def _one(one: Kept | None) -> Iterator[str]:
    if one is None:
        yield "was not kept"
    elif one.taken is None:
        yield "nobody has it"


def _told(db: Connection, person: Person) -> Iterator[str]:
    """Who said it hears once that somebody has it, and at most once that nobody has it yet. Both
    come before what waits for its turn."""
    heard = Counter(text for text in person.heard if concerns.is_news(text))
    rows = [
        row for row in books.texts(db, person.channel, person.address) if concerns.is_news(row.text)
    ]
    said, taken = len(person.confided), sum(concerns.TAKEN in row.text for row in rows)
    if taken != said:
        yield f"was told {taken} times that somebody has it, of {said}"
    if len(rows) - taken > said:
        yield "was told too often that nobody has it"
    for text in {row.text for row in rows}:
        same = [row for row in rows if row.text == text]
        if heard[text] < len(same) and concerns.TAKEN in text:
            yield f"did not hear: {text}"
        if heard[text] > len(same) and not any(row.flagged for row in same):
            yield f"heard twice, unflagged: {text}"


def _pages(tally: Tally, db: Connection, one: Staff) -> None:
    """Each page that was sent is on the phone, and twice only where it is flagged."""
    heard = Counter(one.heard)
    rows = books.sent(db, one.channel, one.address)
    for text in {row.text for row in rows}:
        same = [row for row in rows if row.text == text]
        if lost := max(0, sum(row.status in ARRIVED for row in same) - heard[text]):
            tally.pages_lost += lost
            tally.wrong.append(f"{one.name}: {lost} pages did not arrive")
        more = heard[text] - len(same)
        if more > 0 and not any(row.flagged for row in same):
            tally.pages_twice += more
            tally.wrong.append(f"{one.name}: pages {[row.id for row in same]} came too often")


def _frozen(tally: Tally, person: Person) -> None:
    """Nothing that they heard while the match was frozen was of the other side."""
    assert person.partner is not None
    shown, held = [text for text, _ in groupby(person.heard)], False
    for text in shown:
        begins = text.startswith(HELD)
        tally.frozen += begins and person.mentor
        if held and not begins and GOES_ON not in text and _names(text, person.partner.name):
            tally.reached += 1
            tally.wrong.append(f"{person.name} heard while frozen: {text}")
        held = GOES_ON not in text and (held or begins)
    tally.meanwhile += sum(one.words.startswith("tell ") for one in person.said)


def _names(text: str, name: str) -> bool:
    return name in text.replace(".", " ").replace(",", " ").split()


def _erased(tally: Tally, db: Connection, people: Sequence[Person]) -> None:
    """Of who has left no name and no word is anywhere."""
    left = [person for person in people if person.left]
    tally.erased = len(left)
    if not left:
        return
    held = {
        one.name: _words(str(row) for row in db.execute(select(one)))
        for one in metadata.sorted_tables
        if one.name not in STAYS
    }
    for person in left:
        if not books.erased(db, person.channel, person.address):
            tally.wrong.append(f"{person.channel} {person.number} is not erased")
        elif there := [name for name, words in held.items() if person.name in words]:
            tally.wrong.append(f"{person.channel} {person.number}: their name is left in {there}")


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.split(r"[\s'.,]+", text)}
