"""A person with a phone, for tests of the path: says something, and reads what was queued."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from assistant.channels import Inbound, Kind
from assistant.inbox import accept
from assistant.inbox.arrivals import Reception
from assistant.programmes import codes, definitions
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database
from storage.sealing.sealed import find_by
from storage.tables import Address, Message, table

M, A = table(Message), table(Address)
# The address of a phone, and those behind it where several people share it.
PHONE = select(A.c.id).where(A.c.digest == bindparam("digest")).scalar_subquery()
MINE = select(A.c.id).where(or_(A.c.digest == bindparam("digest"), A.c.shared_id == PHONE))
THREAD = (M.c.address_id.in_(MINE), M.c.direction == "out", M.c.id > bindparam("after"))
# What a phone reads after each text: built once, and no more columns than it takes.
NEW = select(M.c.id, M.c.text, M.c.status, M.c.asked).where(*THREAD).order_by(M.c.id)
START = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)  # a Tuesday, ten in the morning in New York


def code(db: Database, now: datetime, role: str = "coordinator") -> str:
    """A new code of the first programme, as the command line makes it."""
    with db.writing() as connection:
        return codes.issue(connection, 1, role, {}, codes.Times(now, codes.COORDINATOR))


@dataclass
class World:
    """The product without its network: accepts, takes turns, at a time of one's own."""

    db: Database
    now: datetime = START
    answered_by: frozenset[str] = frozenset()
    count: int = 0
    turns: Turns = field(init=False)
    receive: Reception = field(init=False)

    def __post_init__(self) -> None:
        with self.db.writing() as connection:
            definitions.demonstrate(connection, self.now)
        self.receive = Reception(self.db, lambda: self.now)
        self.turns = Turns(self.db, Policy(self.answered_by), lambda: self.now)

    def accept(self, messages: Sequence[Inbound]) -> None:
        accept.keep(self.db, self.receive(messages), self.now)

    def settle(self) -> int:
        """Take every turn that is due; how many they were."""
        taken = 0
        while step := self.turns.step():
            taken += step
        return taken

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    def phone(self, address: str = "+12125550100", channel: str = "simulated_sms") -> "Phone":
        return Phone(self, address, channel)

    def rows(self, after: int = 0, /, **where: Any) -> list[dict[str, Any]]:
        """The messages after this id that have these values, oldest first."""
        query = select(M).where(M.c.id > after).order_by(M.c.id)
        for name, value in where.items():
            query = query.where(M.c[name] == value)
        with self.db.reading() as db:
            return [dict(row) for row in db.execute(query).mappings()]


@dataclass
class Phone:
    """One address of one person."""

    world: World
    address: str
    channel: str
    read: int = 0

    def inbound(self, text: str, kind: Kind = Kind.TEXT, external_id: str = "") -> Inbound:
        self.world.count += 1
        return Inbound(
            self.channel,
            "simulated" if self.channel.startswith("simulated") else f"{self.channel}:1",
            self.address,
            external_id or f"message {self.world.count}",
            text,
            kind,
        )

    def says(self, *texts: str) -> list[str]:
        """Say these one after the other; the replies to the last."""
        replies: list[str] = []
        for text in texts:
            replies = self.sends(self.inbound(text))
        return replies

    def sends(self, *messages: Inbound) -> list[str]:
        """Send these in one go; all that is queued in answer."""
        self.world.accept(messages)
        self.world.settle()
        return self.hears()

    def presses(self, label: str) -> list[str]:
        """Press the newest button of that label."""
        buttons = [pair for row in self.thread() for pair in row["buttons"] or ()]
        token = next(token for name, token in reversed(buttons) if name == label)
        return self.sends(self.inbound(token, Kind.BUTTON))

    def hears(self) -> list[str]:
        """What has been queued for this phone since it last listened."""
        new = self.receives()
        self.read = max((one.id for one in new), default=self.read)
        return [one.text for one in new]

    def receives(self) -> Sequence[Any]:
        """What is new has arrived, read or not: a question by news counts from when it was sent."""
        now = self.world.now
        with self.world.db.reading() as db:
            new = db.execute(NEW, self._after(self.read)).all()
        if ids := [one.id for one in new if one.asked and one.status == "queued"]:
            sent = {"status": "delivered", "sent_at": now, "asked_at": now}
            with self.world.db.writing() as db:
                db.execute(update(M).where(M.c.id.in_(ids)).values(sent))
        return new

    def thread(self, after: int = 0) -> list[dict[str, Any]]:
        """What was queued for this phone, after the message of this id."""
        whole = select(M).where(*THREAD).order_by(M.c.id)
        with self.world.db.reading() as db:
            return [dict(row) for row in db.execute(whole, self._after(after)).mappings()]

    def _after(self, message: int) -> dict[str, Any]:
        return {"digest": find_by(self.channel, self.address), "after": message}

    def person(self) -> dict[str, Any]:
        from storage.tables import Person

        people = table(Person)
        with self.world.db.reading() as db:
            digest = find_by(self.channel, self.address)
            query = select(people).join(A, A.c.person_id == people.c.id)
            return dict(db.execute(query.where(A.c.digest == digest)).mappings().one())
