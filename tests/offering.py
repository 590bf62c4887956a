"""A programme in which both are asked before two people are together, at simulated phones."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from assistant.internal_events import codec
from assistant.internal_events.of_offers import OfferEnded
from storage.database import Database
from storage.inbox import inside
from storage.people import programmes
from storage.tables import Handover, Match, table
from tests.crowd import One, add
from tests.phones import Phone, World
from tests.test_clock import tick

H, T = table(Handover), table(Match)
DANA, ROSA, TOM, UMA, JAY, ANA = (f"+1212555018{n}" for n in range(1, 7))
WANTS = {"topics": ["school", "money"], "free": "mon-fri after 4", "hopes": "pass maths"}
PEOPLE = (
    One(DANA, "coordinator", name="Dana Reyes"),
    One(ROSA, "mentor", name="Rosa Diaz", profile={"capacity": "2"}),
    One(TOM, "mentor", name="Tom Byrne"),
    One(UMA, "mentor", name="Uma Roy"),
    One(JAY, name="Jay Smith", profile=WANTS),
    One(ANA, name="Ana", profile={"free": "mondays after 4"}),
)


class Office:
    """Dana, three mentors, and two who look for help."""

    def __init__(self, db: Database, **settings: object) -> None:
        self.world = World(db)
        numbers = add(self.world, PEOPLE)
        phones = [self.world.phone(one.address) for one in PEOPLE]
        self.dana, self.rosa, self.tom, self.uma, self.jay, self.ana = phones
        self.ids = {one.name.split()[0]: n for one, n in zip(PEOPLE, numbers, strict=True)}
        self.set(offers={"on": True, **settings})
        for phone in phones[1:]:  # so that an address is known
            phone.says("thank you")

    def set(self, **settings: object) -> None:
        with self.world.db.writing() as db:
            programme = programmes.every(db)[1]
            found = {**programme.settings, **settings}
            kept = {name: getattr(programme, name) for name in programmes.Definition._fields}
            programmes.change(db, 1, programmes.Definition(**{**kept, "settings": found}))

    def lists(self, mentee: str, *mentors: str) -> list[int]:
        """A list as the coordinator approves it: the first is asked."""
        rows = [
            {"programme_id": 1, "mentor_id": self.ids[mentor], "mentee_id": self.ids[mentee]}
            | {"paired_by": self.ids["Dana"], "reason": "Both quiet.", "state": "offered"}
            | {"opened_at": self.world.now, "stage": "listed"}
            for mentor in mentors
        ]
        adding = insert(T).returning(T.c.id, sort_by_parameter_order=True)
        with self.world.db.writing() as db:
            return list(db.execute(adding, rows).scalars())

    def begins(self, mentee: str) -> None:
        """The first of a list is asked, as when nothing came of one before."""
        person, event = self.ids[mentee], OfferEnded(0, 1)
        cause = f"begins:{mentee}:{self.world.now}"
        rows = self.world.rows(person_id=person)
        address = next(row["address_id"] for row in rows if row["address_id"])
        with self.world.db.writing() as db:
            row = inside.row(person, address, cause, codec.text(event), self.world.now)
            inside.tell(db, [row])
        self.world.settle()

    def pair(self, mentee: str, mentor: str) -> list[str]:
        """Dana picks them by name."""
        said = self.dana.says("PAIR", mentee, mentor, "Both quiet.", "1")
        self.world.settle()
        return said

    def stands(self) -> list[tuple[str, str]]:
        """Each match: its state, and whose turn it is."""
        with self.world.db.reading() as db:
            query = select(T.c.state, T.c.stage).order_by(T.c.id)
            return [(state, stage) for state, stage in db.execute(query)]

    def listed(self) -> list[tuple[str, str]]:
        with self.world.db.reading() as db:
            return [(row.kind, row.text) for row in db.execute(select(H).order_by(H.c.id))]

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.world.settle()

    def days(self, count: int) -> None:
        """Day by day, so that all that is due comes in its time."""
        for _ in range(count):
            self.passes(days=1)

    def hears(self, phone: Phone) -> str:
        self.world.settle()
        return " / ".join(phone.hears())

    def all_hear(self) -> Sequence[str]:
        phones = (self.dana, self.rosa, self.tom, self.uma, self.jay, self.ana)
        return [self.hears(phone) for phone in phones]
