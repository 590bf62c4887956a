"""What must hold of children: nothing happens before their guardian agrees, nor after it is
ended."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby, takewhile

from sqlalchemy import Connection, exists, select
from sqlalchemy.exc import SQLAlchemyError

from storage.database import open_database
from storage.people.guardians import GRANTED
from storage.people.participants import AGREED
from storage.tables import Guardian, Match, Message, Participant, table
from tests.faults import guardians, threads
from tests.faults.guardians import Stands
from tests.faults.people import Person
from tests.faults.threads import Row
from tests.faults.verdict import Tally

G, M, N, T = table(Guardian), table(Message), table(Participant), table(Match)
EVERY = 1.0  # seconds
# How a child is enrolled, by what their guardian has said last; "": nobody has been asked.
ENROLLED = {
    "": ("invited", "consented", "awaiting"),
    "asked": ("awaiting",),
    "granted": AGREED,
    "refused": ("refused",),
    "ended": ("refused",),
}
OVER = ("stopped", "closed")  # states of a match
AGREED_TO, ENDED = "Good news: they agreed", "Your family has asked me to end it"
QUESTIONS = ("What should I call you?", "What would you like a hand with?")  # of who takes part


class Register:
    """The children as they stand, looked at again and again while a run goes on."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self.wrong: list[str] = []

    async def run(self) -> None:
        """Look, for ever; while the database is away nothing is learned."""
        while True:
            with suppress(SQLAlchemyError):
                self.wrong += await asyncio.to_thread(self.look)
            await asyncio.sleep(EVERY)

    def look(self) -> list[str]:
        """Who takes part, though their guardian does not agree and they have been told so."""
        db = open_database(self._url)
        try:
            with db.reading() as connection:
                found = connection.execute(_UNALLOWED).scalars().all()
        finally:
            db.close()
        return [f"child {one} takes part without consent" for one in found]


# What a guardian has said is in the child's inbox in the same commit, and not taken at once.
_AGREES = exists().where(G.c.child_id == N.c.person_id, G.c.state.in_(GRANTED))
_TO_BE_TOLD = exists().where(
    M.c.person_id == N.c.person_id, M.c.direction == "in", M.c.answered_at.is_(None)
)
_UNALLOWED = select(N.c.person_id).where(
    N.c.person_id.in_(select(G.c.child_id)), N.c.state.in_(AGREED), ~_AGREES, ~_TO_BE_TOLD
)


def judge(database_url: str, people: Sequence[Person]) -> Tally:
    """Consents and what hangs on them, of every child that has said anything."""
    tally = Tally()
    db = open_database(database_url)
    try:
        with db.reading() as connection:
            for child in people:
                if child.guardian and child.said:
                    _judge_one(tally, connection, child, child.guardian)
    finally:
        db.close()
    return tally


def _judge_one(tally: Tally, db: Connection, child: Person, guardian: Person) -> None:
    if not threads.of(db, child, "in"):
        return  # their first words were lost, which is counted elsewhere
    stands = guardians.stands(child)
    tally.children += 1
    tally.agreed += stands.state in ("granted", "ended")
    tally.ended += stands.state == "ended"
    number = threads.find(db, child.channel, child.address).person
    kept = _kept(db, number)
    if kept != ([stands] if stands.state else []):
        tally.unkept += 1
        tally.wrong.append(f"child {child.number}: kept {kept}, said {stands}")
    texts = threads.of(db, guardian, "out")
    early = [*_taking_part(db, number, stands), *_matched(db, number, stands), *_told(child)]
    early += _before(threads.of(db, child, "out"), threads.of(db, guardian, "in"), child)
    tally.unallowed += len(early)
    again = list(_asked_again(texts, guardian))
    tally.asked_twice += len(again)
    tally.wrong += [f"child {child.number}: {line}" for line in early + again]


def _kept(db: Connection, child: int) -> list[Stands]:
    columns = (G.c.state, G.c.words)
    query = select(*columns).where(G.c.child_id == child).order_by(G.c.id)
    return [Stands._make(row) for row in db.execute(query)]


def _taking_part(db: Connection, child: int, stands: Stands) -> Iterator[str]:
    query = select(N.c.state).where(N.c.person_id == child)
    for state in db.execute(query).scalars():
        if state not in ENROLLED[stands.state]:
            yield f"is {state}, though their guardian said {stands}"


def _matched(db: Connection, child: int, stands: Stands) -> Iterator[str]:
    query = select(T.c.state).where(T.c.mentee_id == child)
    for state in db.execute(query).scalars():
        if stands.state != "granted" and state not in OVER:
            yield f"their match is {state}, though their guardian said {stands}"


def _told(child: Person) -> Iterator[str]:
    """What they hear of a mentor, or are asked, while their guardian does not agree."""
    agreed = False
    for text, _ in groupby(child.heard):
        agreed = AGREED_TO in text or (agreed and not text.startswith(ENDED))
        if not agreed and _of_taking_part(text, child):
            yield f"heard without consent: {text}"


def _before(texts: Sequence[Row], answers: Sequence[Row], child: Person) -> Iterator[str]:
    """What was written to them sooner than their guardian's yes came in."""
    yes = [row.id for row in answers if row.text == guardians.tongue(child).yes]
    sooner = takewhile(lambda row: not yes or row.id < yes[0], texts)
    for row in sooner:
        if AGREED_TO in row.text or _of_taking_part(row.text, child):
            yield f"was written before the consent: {row.text}"


def _of_taking_part(text: str, child: Person) -> bool:
    names = child.partner is not None and child.partner.name in re.findall(r"\w+", text)
    return names or any(one in text for one in QUESTIONS)


def _asked_again(texts: Sequence[Row], guardian: Person) -> Iterator[str]:
    """Their first text is the one with which they are asked."""
    if not texts:
        return
    first = [row for row in texts if row.text == texts[0].text]
    if len(first) > 1:
        yield "their guardian was asked again"
    if Counter(guardian.heard)[texts[0].text] > 1 and not texts[0].flagged:
        yield "the question came to their guardian twice, unflagged"
