"""What everybody should hear: the same words said to a product in peace."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from assistant.channels import Inbound, Kind
from assistant.channels.sms import numbers
from assistant.internal_events import codec
from assistant.internal_events.of_match import Acted
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database, open_database
from storage.inbox import inside
from storage.mentoring import matches
from storage.safeguarding import concerns as kept
from storage.safeguarding.concerns import Acknowledged, Concern
from storage.sealing.sealed import find_by
from storage.tables import Address, Message, table
from tests.conftest import sqlite_url
from tests.faults import concerns, courses, guardians, meetings, staff, threads
from tests.faults.guardians import Step
from tests.faults.lines import Act
from tests.faults.meetings import Written
from tests.faults.people import Person, Said
from tests.faults.roles import Role
from tests.phones import World

A, M = table(Address), table(Message)


def rehearse(people: Sequence[Person], zone: str) -> dict[int, list[str]]:
    """The replies, had nothing ever been killed: the same words said to a product in peace, which
    is in this zone."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(sqlite_url(Path(folder)))
        try:
            return played(db, people, zone)
        finally:
            db.close()


def played(db: Database, people: Sequence[Person], zone: str) -> dict[int, list[str]]:
    """The same, and what was said is in these tables then."""
    return _Rehearsal(db, people, zone).replies()


class _Rehearsal:
    """A product of its own that hears what everybody said, everybody's next words in one go."""

    def __init__(self, db: Database, people: Sequence[Person], zone: str) -> None:
        began = min((said.at for one in people for said in one.said), default=datetime.now(UTC))
        self._world, self._people = World(db, _hour(began)), people
        self._acts = 0
        policy = Policy(senders=staff.SENDERS)
        self._world.turns = Turns(db, policy, lambda: self._world.now)
        staff.on_rota(db)
        guardians.let_in(db)
        courses.agree(db)
        meetings.place(db, zone)

    def replies(self) -> dict[int, list[str]]:
        alone = [person for person in self._people if _alone(person)]
        for place in range(max((len(person.said) for person in alone), default=0)):
            speaking = [person for person in alone if place < len(person.said)]
            self._say([(one, one.said[place]) for one in speaking])
        for person in self._people:
            if person.guardian:
                self._grow_up(person, person.guardian)
            elif person.partner and not person.mentor:
                self._meet(person, person.partner)
        return {person.number: [row.text for row in self._out(person)] for person in self._people}

    def _meet(self, mentee: Person, mentor: Person) -> None:
        said = {one.number: iter(one.said) for one in (mentee, mentor)}
        for one in (mentee, mentor):
            for _words in meetings.joining(one):
                self._say([(one, next(said[one.number]))])
        if not mentee.matched:
            return
        if mentee.role is not Role.COMES:
            self._write(meetings.match, mentee, mentor)
        self._go_on(mentee, mentor, said)

    def _go_on(self, mentee: Person, mentor: Person, said: Mapping[int, Iterator[Said]]) -> None:
        """As far as it was said and done."""
        acts = iter(range(mentee.acted))
        for line in meetings.lines(mentee, mentor):
            if isinstance(line, Act):
                if next(acts, None) is None:
                    return
                self._act(line, mentee, mentor)
                continue
            words = next(said[line.person.number], None)
            if words is None:
                return
            self._say([(line.person, words)])

    def _grow_up(self, child: Person, guardian: Person) -> None:
        some = [one for one in (child, guardian, child.partner) if one]
        said = {one.number: iter(one.said) for one in some}
        if mentor := child.partner:
            for _words in meetings.joining(mentor):
                self._say([(mentor, next(said[mentor.number]))])
        self._steps(guardians.asked(child), said)
        if mentor and child.matched:
            self._write(meetings.match, child, mentor)
            self._steps(guardians.met(child), said)

    def _steps(self, steps: Iterable[Step], said: Mapping[int, Iterator[Said]]) -> None:
        """Take them one by one, as far as they were said."""
        for step in steps:
            words = next(said[step.person.number], None)
            if words is None:
                return
            self._say([(step.person, words)])

    def _say(self, said: Sequence[tuple[Person, Said]]) -> None:
        """Say it at the hour at which it was said: a day's name depends on that."""
        for hour, together in groupby(sorted(said, key=_when), key=lambda one: _hour(_when(one))):
            some = list(together)
            confiding = [one for one, words in some if concerns.is_one(words.words)]
            self._world.now = hour
            self._close(confiding)
            self._world.accept([self._inbound(*one) for one in some])
            self._settle()
            self._take(confiding)

    def _write(self, what: Written, mentee: Person, mentor: Person) -> None:
        with self._world.db.writing() as connection:
            what(connection, mentee, mentor, self._world.now)
        self._settle()

    def _act(self, act: Act, mentee: Person, mentor: Person) -> None:
        """As a coordinator's turn does it: both are given it."""
        if act.step in meetings.WRITTEN:
            return self._write(meetings.WRITTEN[act.step], mentee, mentor)
        if act.step == "lift":  # sooner it is refused
            self._close([mentee, mentor])
        with self._world.db.writing() as connection:
            found = [self._find(connection, one) for one in (mentee, mentor)]
            (number,) = matches.open_of(connection, [found[0].person])
            news, self._acts = codec.text(Acted(number, act.step)), self._acts + 1  # type: ignore[arg-type]
            rows = [
                inside.row(*one, f"acted:{self._acts}:{one.person}", news, self._world.now)
                for one in found
            ]
            inside.tell(connection, rows)
        return self._settle()

    def _take(self, people: Sequence[Person]) -> None:
        """Somebody has what they have said."""
        with self._world.db.writing() as connection:
            for one in self._open(connection, people):
                cole = threads.find(connection, "sms", staff.NUMBERS[staff.COLE]).person
                taken = Acknowledged(one.id, cole, staff.COLE, self._world.now)
                kept.acknowledge(connection, taken)

    def _close(self, people: Sequence[Person]) -> None:
        """What they said before is seen to."""
        with self._world.db.writing() as connection:
            for one in self._open(connection, people):
                kept.close(connection, one.id, self._world.now, "")

    def _find(self, db: Connection, person: Person) -> threads.Found:
        return threads.find(db, person.channel, person.address)

    def _open(self, db: Connection, people: Sequence[Person]) -> list[Concern]:
        known = [self._find(db, one).person for one in people]
        return [concern for one in known for concern in kept.of_person(db, one)]

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
        name = person.name if person.telegram else ""
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

    def _out(self, person: Person) -> list[threads.Row]:
        with self._world.db.reading() as connection:
            return threads.of(connection, person, "out")


def _alone(person: Person) -> bool:
    """Whether what they say is for nobody else."""
    return person.partner is None and person.role not in (Role.CHILD, Role.GUARDIAN)


def _when(one: tuple[Person, Said]) -> datetime:
    return one[1].at


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
