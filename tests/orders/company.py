"""Many small programmes in one database, each with the same few people: all live through the same,
one batch for all of them, until two people of each act in the same instant."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import insert, select, update

from assistant.channels import Inbound
from assistant.internal_events import codec
from assistant.internal_events.kinds import InternalEvent
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database
from storage.inbox import inside
from storage.people import guardians
from storage.people.guardians import NewConsent
from storage.tables import Match, Message, Programme, table
from tests import crowd
from tests.crowd import One
from tests.interleaved import Interleaved
from tests.phones import World
from tests.test_clock import tick

G, M, T = table(Programme), table(Message), table(Match)
ONE_WORKER = 0.2  # of the orders on PostgreSQL
ARRIVED = ("queued", "sending", "sent", "delivered")
WAITS = (1, 10, 21, 31, 31, 31)  # minutes: for what waits behind a fresh question
WANTS = {"topics": ["school"], "free": "mon-fri after 4", "hopes": "pass maths"}
PEOPLE = {
    "dana": One("", "coordinator", name="Dana Reyes"),
    "omar": One("", "coordinator", name="Omar Diaz"),
    "rosa": One("", "mentor", name="Rosa", profile={"free": "mon-fri after 4"}),
    "tom": One("", "mentor", name="Tom", profile={"free": "mon-fri after 4"}),
    "jay": One("", name="Jay", profile=WANTS),
    "ana": One("", name="Ana", profile=WANTS),
    "kim": One("", name="Kim", profile={**WANTS, "age": 16, "guardian": "granted"}),
    "mia": One("", "guardian", name="Mia", state="consented"),
}

Event = Callable[["Cast"], InternalEvent]
Act = tuple[str, str | Event]  # who, and what they say or hear from inside


@dataclass
class Cast:
    """The people of one programme."""

    number: int
    programme: int
    ids: dict[str, int]
    matches: list[int] = field(default_factory=list)
    heard: dict[str, list[str]] = field(default_factory=dict)  # since the two acted
    twice: list[str] = field(default_factory=list)  # of that: what came again, unasked

    @property
    def match(self) -> int:
        return self.matches[0]


class Company:
    """All of them, and what they live through."""

    def __init__(
        self, db: Database, count: int, names: Sequence[str] = ("dana", "rosa", "jay"), **said: Any
    ) -> None:
        self.world, self.names = World(db), names
        self.casts = [self._cast(number, said) for number in range(count)]
        self.since = 0  # the newest message before anybody acted

    def _cast(self, number: int, said: Mapping[str, Any]) -> Cast:
        with self.world.db.writing() as db:
            first = dict(db.execute(select(G).order_by(G.c.id).limit(1)).mappings().one())
            names = {"keyword": f"bridge{number}", "mentor_keyword": f"guide{number}"}
            settings = {"settings": {**first["settings"], **said}}
            row = {name: value for name, value in first.items() if name != "id"} | names | settings
            programme = db.execute(insert(G).values(row).returning(G.c.id)).scalar_one()
        people = [
            One(**{**vars(PEOPLE[name]), "address": address(number, name), "programme": programme})
            for name in self.names
        ]
        return Cast(
            number, programme, dict(zip(self.names, crowd.add(self.world, people), strict=True))
        )

    # What they all live through

    def match(self, mentor: str = "rosa", mentee: str = "jay", **more: object) -> None:
        """They are brought together, or are to be."""
        rows = [
            {"programme_id": one.programme, "mentor_id": one.ids[mentor]}
            | {"mentee_id": one.ids[mentee], "paired_by": one.ids["dana"], "state": "active"}
            | {"reason": "Both quiet.", "opened_at": self.world.now, "stage": "", **more}
            for one in self.casts
        ]
        adding = insert(T).returning(T.c.id, sort_by_parameter_order=True)
        with self.world.db.writing() as db:
            for one, number in zip(self.casts, db.execute(adding, rows).scalars(), strict=True):
                one.matches.append(number)

    def answers(self, guardian: str, child: str) -> None:
        """One has agreed that the other takes part."""
        at = self.world.now
        with self.world.db.writing() as db:
            for one in self.casts:
                ids = (one.ids[child], one.ids[guardian], one.programme)
                guardians.add(db, NewConsent(*ids, "mentee", 16, "granted", "ok", at, None, at))

    def says(self, who: str, *lines: str) -> None:
        """All of that name say these, and read what they are answered."""
        for line in lines:
            self.world.accept([self.inbound(one, who, line) for one in self.casts])
            self.world.settle()
            self.deliver()

    def hears(self, who: str, event: Event) -> None:
        """Something from inside reaches all of that name."""
        for one in self.casts:
            self.tell(one, who, event)
        self.world.settle()
        self.deliver()

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.deliver()

    def deliver(self) -> None:
        """All that was queued is read: a question counts from when it was sent."""
        waits = (M.c.direction == "out", M.c.status == "queued")
        now = self.world.now
        sent = {"status": "delivered", "sent_at": now, "asked_at": now}
        with self.world.db.writing() as db:
            db.execute(update(M).where(*waits).values(sent))

    # What two of each do

    def act(self, acts: Sequence[Act], seed: int) -> None:
        """Both of each programme do it, in an order of its own; then it comes to rest."""
        self.world.settle()
        with self.world.db.reading() as db:
            self.since = db.execute(select(M.c.id).order_by(M.c.id.desc()).limit(1)).scalar() or 0
        for one in self.casts:
            self._together(one, acts, random.Random(seed + one.number))
        self.world.settle()
        self.deliver()
        for minutes in WAITS:
            self.passes(minutes=minutes)
        self._read()

    def _together(self, cast: Cast, acts: Sequence[Act], chance: random.Random) -> None:
        said = [self._said(cast, *act) for act in chance.sample(acts, len(acts))]
        if not self.world.db.embedded and chance.random() >= ONE_WORKER:
            Interleaved(self.world, chance).take(said)
        else:
            self._one_worker(said, chance)
        self.world.settle()

    def _one_worker(self, said: Sequence[Callable[[], None]], chance: random.Random) -> None:
        """In one batch, or one after the other."""
        for one in said:
            one()
            if chance.random() < 0.3:
                self.world.turns.step()
        turns = Turns(self.world.db, Policy(), lambda: self.world.now)
        if chance.random() < 0.5:
            turns.begin()  # else what waits is taken one by one
        while turns.step():
            pass

    def _said(self, cast: Cast, who: str, what: str | Event) -> Callable[[], None]:
        if isinstance(what, str):
            return partial(self.world.accept, [self.inbound(cast, who, what)])
        return partial(self.tell, cast, who, what)

    def inbound(self, cast: Cast, who: str, words: str) -> Inbound:
        self.world.count += 1
        at, number = address(cast.number, who), f"message {self.world.count}"
        return Inbound("simulated_sms", "simulated", at, number, words)

    def tell(self, cast: Cast, who: str, event: Event) -> None:
        person, self.world.count = cast.ids[who], self.world.count + 1
        what, cause = codec.text(event(cast)), f"told {self.world.count}"
        at = crowd.find(self.world, address(cast.number, who))
        with self.world.db.writing() as db:
            inside.tell(db, [inside.row(person, at, cause, what, self.world.now)])

    # What has become of it

    def _read(self) -> None:
        """What each has heard since, in its order."""
        whose = {number: (one, who) for one in self.casts for who, number in one.ids.items()}
        for one in self.casts:
            one.heard, one.twice = {who: [] for who in one.ids}, []
        mine = (M.c.direction == "out", M.c.id > self.since, M.c.status.in_(ARRIVED))
        with self.world.db.reading() as db:
            heard = select(M.c.person_id, M.c.text).where(*mine).order_by(M.c.id)
            for row in db.execute(heard):
                cast, who = whose[row.person_id]
                if row.text in cast.heard[who] and not self._answers(row.person_id):
                    cast.twice.append(f"{who}: {row.text}")
                cast.heard[who].append(row.text)

    def _answers(self, person: int) -> bool:
        """Whether the last that somebody's turns heard was their own words, to which the same was
        the answer."""
        mine = (M.c.direction == "in", M.c.person_id == person)
        with self.world.db.reading() as db:
            newest = select(M.c.kind).where(*mine).order_by(M.c.id.desc()).limit(1)
            return db.execute(newest).scalar() == "text"


def address(number: int, who: str) -> str:
    return f"+1212555{number:03d}{list(PEOPLE).index(who)}"
