"""A pair, and whoever else has to agree, at simulated phones."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from assistant.internal_events import codec
from assistant.internal_events.kinds import InternalEvent, Matched
from assistant.internal_events.of_agreement import TermsDue
from assistant.turns.agreements import known
from flows.lifecycles.agreement import Agreement
from storage.database import Database
from storage.inbox import inside
from storage.mentoring import agreements
from storage.people import guardians, programmes
from storage.people.guardians import NewConsent
from storage.tables import Handover, Match, table
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World
from tests.test_clock import tick

H, T = table(Handover), table(Match)
DANA, ROSA, JAY, ANA = (f"+1212555017{n}" for n in range(1, 5))
ADULT: dict[str, Any] = {"age": 23}
MINOR: dict[str, Any] = {"age": 16, "guardian": "granted"}


class Two:
    """Rosa helps Jay; Dana coordinates, and Ana answers for him where he is under 18."""

    def __init__(self, db: Database, jay: dict[str, Any] = ADULT, **settings: object) -> None:
        self.world = World(db)
        people = [One(DANA, "coordinator", name="Dana Reyes"), One(ROSA, "mentor", name="Rosa")]
        people.append(One(JAY, name="Jay", profile=jay))
        people.append(One(ANA, "guardian", name="Ana", state="consented"))
        numbers = add(self.world, people)
        self.ids = {one.name.split()[0]: n for one, n in zip(people, numbers, strict=True)}
        (self.match,) = bring_together(self.world, [(self.ids["Rosa"], self.ids["Jay"])])
        self.dana, self.rosa, self.jay, self.ana = map(self.world.phone, (DANA, ROSA, JAY, ANA))
        self.set({"on": True, **settings})
        for phone in (self.rosa, self.jay, self.ana):  # so that an address is known
            phone.says("thank you")

    def set(self, settings: dict[str, object]) -> None:
        self.change("agreement", settings)

    def change(self, name: str, settings: dict[str, object]) -> None:
        """What the programme says of one thing."""
        with self.world.db.writing() as db:
            programme = programmes.every(db)[1]
            found = {**programme.settings, name: settings}
            kept = {one: getattr(programme, one) for one in programmes.Definition._fields}
            programmes.change(db, 1, programmes.Definition(**{**kept, "settings": found}))

    def answers_for_jay(self) -> None:
        with self.world.db.writing() as db:
            row = (self.ids["Jay"], self.ids["Ana"], 1, "mentee", 16, "granted", "okay")
            guardians.add(db, NewConsent(*row, self.world.now, None, self.world.now))

    def tell(self, name: str, event: InternalEvent, cause: str) -> None:
        person = self.ids[name]
        rows = self.world.rows(person_id=person)
        address = next((row["address_id"] for row in rows if row["address_id"]), None)
        with self.world.db.writing() as db:
            row = inside.row(person, address, cause, codec.text(event), self.world.now)
            inside.tell(db, [row])

    def matched(self) -> None:
        for name in ("Rosa", "Jay"):
            self.tell(name, Matched(self.match), f"matched:{name}")
        self.world.settle()

    def asked(self) -> "Two":
        """Both are asked, and have read it."""
        for name in ("Rosa", "Jay"):
            self.tell(name, TermsDue(self.match), f"due:{name}")
        self.hear()
        return self

    def settled(self) -> "Two":
        self.asked()
        self.jay.says("1", "1", "1")
        self.rosa.says("1", "1", "1")
        self.hear()
        return self

    def hear(self) -> dict[str, str]:
        self.world.settle()
        phones = {"Dana": self.dana, "Rosa": self.rosa, "Jay": self.jay, "Ana": self.ana}
        return {name: " / ".join(phone.hears()) for name, phone in phones.items()}

    def hears(self, phone: Phone) -> str:
        self.world.settle()
        return " / ".join(phone.hears())

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.world.settle()

    def agreement(self) -> Agreement:
        with self.world.db.reading() as db:
            return known.read(agreements.of(db, [self.match]))

    def holds(self) -> dict[str, Any]:
        """The terms that hold."""
        holds = self.agreement().holds
        return asdict(holds.terms) if holds else {}

    def last_day(self) -> str | None:
        with self.world.db.reading() as db:
            return db.execute(select(T.c.last_on)).scalar_one()

    def listed(self) -> list[str]:
        with self.world.db.reading() as db:
            return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())
