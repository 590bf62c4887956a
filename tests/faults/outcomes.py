"""What must hold of two who are offered to each other, agree, write to each other and part: both
hear of the same, as often as it is kept, and each other's words once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, func, select

from storage.database import open_database
from storage.tables import AgreementVersion, Match, Meeting, table
from tests.faults import threads
from tests.faults.people import Person
from tests.faults.roles import Role
from tests.faults.verdict import Tally

A, E, T = table(AgreementVersion), table(Meeting), table(Match)
BOOKED, KEPT, AGREED = "Booked! ", "both keep going", "It's agreed, you and "
PARTED = "has brought the time with "
WORDS = re.compile(r"^tell \w+ (.*)|^(thank you for all of turn \d+)$")


def judge(database_url: str, people: Sequence[Person]) -> Tally:
    tally = Tally()
    db = open_database(database_url)
    try:
        with db.reading() as connection:
            for mentee in people:
                if mentee.role is Role.COMES and mentee.partner and not mentee.mentor:
                    wrong = list(_one(tally, connection, mentee, mentee.partner))
                    tally.apart += len(wrong)
                    tally.wrong += [f"{mentee.name} and {mentee.partner.name}: {o}" for o in wrong]
    finally:
        db.close()
    return tally


def _one(tally: Tally, db: Connection, mentee: Person, mentor: Person) -> Iterator[str]:
    shown = {one.number: [text for text, _ in groupby(one.heard)] for one in (mentee, mentor)}
    for what, kept in _kept(db, mentee).items():
        told = [sum(what in text for text in shown[one.number]) for one in (mentee, mentor)]
        if set(told) != {kept}:
            yield f"{what!r} is kept {kept} times, and told {told[0]} and {told[1]} times"
        tally.offers += kept * (what == BOOKED)
        tally.terms += kept * (what == AGREED)
    for one, other in ((mentee, mentor), (mentor, mentee)):
        said = Counter(words for line in one.said for words in _for_other(line.words))
        for words, count in said.items():
            read = sum(words in text for text in shown[other.number])
            tally.crossed += read
            if read != count:
                yield f"{one.name} wrote {words!r}, which was read {read} times"


def _kept(db: Connection, mentee: Person) -> dict[str, int]:
    """How often the tables hold each of these."""
    me = threads.find(db, mentee.channel, mentee.address).person
    mine = select(T.c.id).where(T.c.mentee_id == me)

    def count(column: object, *where: object) -> int:
        query = select(func.count()).where(column.in_(mine), *where)  # type: ignore[attr-defined, arg-type]
        return int(db.execute(query).scalar_one())

    together = (T.c.stage == "trial", T.c.stage == "")
    return {
        BOOKED: count(E.c.match_id, E.c.booked_at.is_not(None)),
        KEPT: count(T.c.id, together[1]),
        AGREED: count(A.c.match_id, A.c.state.in_(("settled", "closed", "replaced"))),
        PARTED: count(T.c.id, T.c.state == "closed", together[0] | together[1]),
    }


def _for_other(words: str) -> Iterator[str]:
    if found := WORDS.search(words):
        yield next(filter(None, found.groups()))
