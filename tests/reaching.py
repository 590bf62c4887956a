"""Rosa helps Jay, Dana coordinates, and somebody may come to a phone: for tests of how people are
reached."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from assistant.channels import Kind
from storage.database import Database
from storage.tables import Address, Claim, Handover, Message, Person, table
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World, code
from tests.test_clock import tick

A, C, H, M, P = (table(one) for one in (Address, Claim, Handover, Message, Person))
ROSA, JAY, NEW = "+12125550171", "+12125550172", "+12125550999"


class Reached:
    """Three people, and what each address has been told, whosever it is by now."""

    def __init__(self, db: Database) -> None:
        self.world = World(db)
        people = [One(ROSA, "mentor", name="Rosa"), One(JAY, name="Jay")]
        self.rosa_id, self.jay_id = add(self.world, people)
        (self.match,) = bring_together(self.world, [(self.rosa_id, self.jay_id)])
        self.jay, self.rosa = self.world.phone(JAY), self.world.phone(ROSA)
        self.dana = self.world.phone("777", "simulated_telegram")
        self.dana.says(f"/start {code(db, self.world.now)}", "ok")
        for phone in (self.jay, self.rosa):
            phone.says("thank you")
        self.new = self.world.phone(NEW)
        self._read = 0
        self.told()

    def told(self, handle: str = "") -> list[str]:
        """What has been queued since the last look, and arrives; to this handle, or to all."""
        with self.world.db.writing() as db:
            query = select(M.c.id, M.c.text, M.c.status, A.c.handle).join(
                A, A.c.id == M.c.address_id
            )
            query = query.where(M.c.direction == "out", M.c.id > self._read).order_by(M.c.id)
            rows = db.execute(query).all()
            there = [row.id for row in rows if row.status == "queued"]
            now = {"status": "delivered", "sent_at": self.world.now, "asked_at": self.world.now}
            db.execute(update(M).where(M.c.id.in_(there)).values(now))
        self._read = max([self._read, *(row.id for row in rows if row.status == "queued")])
        return [row.text for row in rows if row.id in there and handle in ("", row.handle)]

    def says(self, phone: Phone, *texts: str) -> list[str]:
        """What that phone is told."""
        heard: list[str] = []
        for text in texts:
            self.world.accept([phone.inbound(text)])
            self.world.settle()
            heard = self.told(phone.address)
        return heard

    def blocks(self, phone: Phone) -> None:
        self.world.accept([phone.inbound("", Kind.BLOCKED)])
        self.world.settle()

    def passes(self, **time: float) -> None:
        self.world.now += timedelta(**time)
        tick(self.world)

    def listed(self) -> list[str]:
        """The kinds of what is on the coordinators' lists."""
        with self.world.db.reading() as db:
            query = select(H.c.kind).where(H.c.closed_at.is_(None)).order_by(H.c.id)
            return list(db.execute(query).scalars())

    def claims(self) -> list[str]:
        with self.world.db.reading() as db:
            return list(db.execute(select(C.c.state).order_by(C.c.id)).scalars())

    def withheld(self) -> list[str]:
        with self.world.db.reading() as db:
            query = select(M.c.text).where(M.c.status == "withheld").order_by(M.c.id)
            return list(db.execute(query).scalars())

    def whose(self, phone: Phone) -> Any:
        """Whose address that is now."""
        return phone.person()["id"]

    def settles(self, *labels: str) -> None:
        """Dana looks at the newest claim, and presses these."""
        self.says(self.dana, "list")
        for label in labels:
            buttons = [pair for row in self.dana.thread() for pair in row["buttons"] or ()]
            token = next(one for name, one in reversed(buttons) if name.endswith(label))
            self.world.accept([self.dana.inbound(token, Kind.BUTTON)])
            self.world.settle()
            self.told(self.dana.address) if label != labels[-1] else None
