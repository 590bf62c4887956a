"""A month of a programme under a clock of our own: people with habits, a post, and restarts."""

import heapq
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any, NamedTuple

import pytest
from sqlalchemy import func, select

from assistant.broadcasts import feeder
from assistant.channels import Kind, Receipt
from assistant.inbox.arrivals import Reception
from assistant.ops import failpoints
from assistant.outbox import send_results
from assistant.schedule import clock
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database
from storage.holder import Holder
from storage.outbox import delayed, due, sends
from storage.tables import Message, Recipient, Run, Timer, table
from tests.phones import Phone, World

M, R, T, W = table(Message), table(Run), table(Timer), table(Recipient)
BEGINS = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)  # a Monday, ten in the morning in New York
PAIRED = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
ENDS = datetime(2026, 4, 7, 4, 0, tzinfo=UTC)
SENDER = "simulated"
# The country of a number says the language and the zone; on Telegram both are told otherwise.
NUMBERS = {
    "New York": "+1212555",
    "Los Angeles": "+1213555",
    "Paris": "+3361234",
    "Madrid": "+3461234",
    "Lisbon": "+35191234",
}
FREE = {
    "en": "monday to friday 9am to 8pm",
    "es": "de lunes a viernes de 9 a 20",
    "fr": "du lundi au vendredi de 9h à 20h",
    "pt": "segunda a sexta das 9 às 20",
}
REPLIES = {  # what people answer where a run can stand; 0 where nothing else is said
    "offer.offer": "1",
    "meeting.shared": "1",
    "meeting.time": "24/3 15:00",
    "meeting.sure": "1",
    "meeting.where": "1",
    "meeting.offer": "1",
    "meeting.booked": "1",
    "meeting.pending": "1",
    "feedback.met": "1",
    "feedback.useful": "4",
    "feedback.next": "1",
    "check_in.how": "4",
    "check_in.how_mentor": "2",
    "check_in.safe": "1",
    "check_in.call": "1",
    "details.interests": "music",
    "desk.item": "2",
    "desk.mute": "1",
}


GLANCE = timedelta(minutes=90)


class Killed(BaseException):
    """The process died at a named point."""


class Sent(NamedTuple):
    """A message as it left, and the question it asks, if any."""

    id: int
    person: int
    at: datetime
    kind: str
    priority: int
    text: str
    about: str  # "check_in:1", "meeting:<slot>", ""
    flow: str
    state: str


@dataclass
class Actor:
    """Somebody with a phone who answers when it suits them, or never."""

    name: str
    phone: Phone
    language: str
    role: str
    words: list[str] = field(default_factory=list)  # to join with
    patience: timedelta | None = timedelta(hours=8)  # the longest until an answer; None: never
    leaves: bool = False
    own: dict[str, list[str]] = field(default_factory=dict)  # answers of their own, used up
    person: int = 0

    def reply(self, place: str) -> str:
        mine = self.own.get(place)
        return mine.pop(0) if mine else REPLIES.get(place, "0")


class Month(World):
    """The product whose clock jumps from one thing that is due to the next."""

    def __init__(self, db: Database, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(db, BEGINS)
        self.chance = random.Random(seed)
        self.actors: dict[int, Actor] = {}
        self.sent: list[Sent] = []
        self.restarts = 0
        self._planned: list[tuple[datetime, int, Callable[[], None]]] = []
        self._number = count()
        self._deadly = ""
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(failpoints, "reach", self._reach)
        self.restart()

    # The process.

    def restart(self) -> None:
        """Everything that a process remembers is gone."""
        self.restarts += 1
        self.receive = Reception(self.db, lambda: self.now)
        self.turns = Turns(self.db, Policy(), lambda: self.now, self._reach)
        if hasattr(self, "holder"):
            self.holder.release()
        self.holder = Holder(self.db, "clock")
        with self.db.writing() as db:
            sends.leave_unknown(db, SENDER, [])

    def dies_at(self, point: str) -> None:
        """The next time that point is reached, the process dies."""
        self._deadly = point

    def _reach(self, name: str) -> None:
        if name and name == self._deadly:
            self._deadly = ""
            raise Killed

    @contextmanager
    def _alive(self) -> Iterator[None]:
        try:
            yield
        except Killed:
            self.restart()

    # Time.

    def plan(self, at: datetime, what: Callable[[], None]) -> None:
        heapq.heappush(self._planned, (at, next(self._number), what))

    def run(self, until: datetime) -> None:
        """Live until then, from one thing that is due to the next."""
        while (at := self._next()) < until:
            self.now = max(at, self.now)
            while self._planned and self._planned[0][0] <= self.now:
                heapq.heappop(self._planned)[2]()
            self.work()
        self.now = until

    def _next(self) -> datetime:
        earliest = (
            select(func.min(T.c.due_at)).where(T.c.due_at > self.now),
            select(func.min(R.c.nudge_at)).where(R.c.nudge_at > self.now),
            select(func.min(M.c.due_at)).where(M.c.status == "queued", M.c.due_at > self.now),
            select(func.min(W.c.due_at)).where(W.c.state == "waiting", W.c.due_at > self.now),
        )
        with self.db.reading() as db:
            found = [db.execute(query).scalar() for query in earliest]
        found += [self._planned[0][0]] if self._planned else []
        return min((at for at in found if at), default=ENDS)

    def work(self) -> None:
        """What the loops do at this moment, until there is nothing left to do."""
        while True:
            with self._alive():
                clock.step(self.holder, self.now, feeder.step)
                taken = self.settle()
                if not (taken + self._post()):
                    return

    # The post.

    def _post(self) -> int:
        """Hand over what is due; what died on its way is looked up and found."""
        with self.db.writing() as db:
            delayed.expire(db, SENDER, self.now)
            lost = sends.unknown(db, SENDER, self.now, self.now, 500)
            ready = due.claim(db, SENDER, self.now, 500)
        if ready:
            failpoints.reach("claimed")
        if not lost + ready:
            return 0
        with self.db.writing() as db:
            results = [(one, Receipt(f"theirs {one.id}", True)) for one in lost + ready]
            send_results.record(db, results, self.now)
        self._arrive([message.id for message in lost + ready])
        return len(lost + ready)

    def _arrive(self, ids: list[int]) -> None:
        asking = select(M, R.c.flow, R.c.state, R.c.data).outerjoin(R, R.c.asked == M.c.asked)
        with self.db.reading() as db:
            rows = db.execute(asking.where(M.c.id.in_(ids)).order_by(M.c.id)).mappings().all()
        for row in rows:
            about = str((row["data"] or {}).get("answers", {}).get("about", ""))
            told = row["sent_at"], row["kind"], row["priority"], row["text"]
            place = row["flow"] or "", row["state"] or ""
            self.sent.append(Sent(row["id"], row["person_id"], *told, about, *place))
            actor = self.actors.get(row["person_id"])
            if actor and actor.patience and not actor.words:
                self.plan(self._sometime(actor.patience), partial(self.answers, actor))

    def _sometime(self, patience: timedelta) -> datetime:
        """People look at their phones every now and then: many things happen at one moment."""
        at = self.now + patience * self.chance.random()
        return BEGINS + -(-(at - BEGINS) // GLANCE) * GLANCE

    # The people.

    def add(self, actors: Sequence[Actor]) -> None:
        """Let people join, all at once."""
        self.say_each({one.name: (one, one.words.pop(0)) for one in actors})
        for one in actors:
            one.person = one.phone.person()["id"]
            self.actors[one.person] = one
        while any(one.words for one in actors):
            self.say_each({one.name: (one, one.words.pop(0)) for one in actors if one.words})

    def say_each(self, said: Mapping[str, tuple[Actor, str]]) -> None:
        inbound = [(one, one.phone.inbound(text)) for one, text in said.values()]
        self.accept([replace(each, language=one.language) for one, each in inbound])
        self.work()

    def say(self, actor: Actor, *texts: str) -> None:
        for text in texts:
            self.say_each({actor.name: (actor, text)})

    def top(self, actor: Actor) -> dict[str, Any] | None:
        query = select(R).where(R.c.person_id == actor.person, R.c.closed_at.is_(None))
        with self.db.reading() as db:
            found = db.execute(query.order_by(R.c.depth.desc())).mappings().first()
        return dict(found) if found else None

    def answers(self, actor: Actor) -> None:
        """Answer what is open, if anything is: by its number, or the button itself."""
        if run := self.top(actor):
            text = actor.reply(f"{run['flow']}.{run['state']}")
            button = self._button(actor, run["asked"], text)
            kind = Kind.BUTTON if button else Kind.TEXT
            self.accept([actor.phone.inbound(button or text, kind)])

    def _button(self, actor: Actor, key: str, number: str) -> str:
        newest = select(M.c.buttons).where(M.c.person_id == actor.person, M.c.direction == "out")
        with self.db.reading() as db:
            found = db.execute(newest.order_by(M.c.id.desc()).limit(3)).scalars()
            tokens = next(([token for _, token in row] for row in found if row), [])
        mine = [token for token in tokens if token.startswith(f"{key}:")]
        if not mine or not number.isdigit() or self.chance.random() < 0.5:
            return ""
        return mine[int(number) - 1] if int(number) <= len(mine) else ""
