"""News that comes while a question is open: a "1" is never taken for an answer to the other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, or_, select, text, update

from assistant.broadcasts import feeder
from assistant.channels import Kind
from assistant.schedule import clock
from assistant.turns.run_stack import OF_PAIRS
from storage.database import open_database
from storage.holder import Holder
from storage.inbox import inside
from storage.tables import (
    Broadcast,
    Entry,
    Match,
    Meeting,
    Message,
    Participant,
    Person,
    Run,
    Timer,
    table,
)
from tests.conftest import sqlite_url
from tests.everywhere import ask, at
from tests.flow_walks import Stand, each_state, everywhere
from tests.phones import START, Phone, World

B, G, L, M, N, P, R, T, W = (
    table(one)
    for one in (Broadcast, Meeting, Entry, Message, Participant, Person, Run, Match, Timer)
)
ASKS = {"check_in": "check_in", "after": "feedback", "proposed": "meeting"}
ASKS_NOTHING = ("reminder", "broadcast", "waiting")
ASKS_ANEW = ("feedback", "next")  # who wants another meeting is asked for a time once more
ERASED = ("forgetting", "sure")  # whoever says yes here is asked nothing more
# A person will look: a number that comes next may be for that, and is asked about again.
HANDED_OVER = ("stuck", "person")
# A time of their own for the very meeting: another is asked for, which is no number.
OWN_TIME = {("meeting", one) for one in ("where", "both", "sure", "elsewhere", "own")}
ANSWERED: dict[tuple[str, str], list[tuple[str, str]]] = {}
NEW: dict[str, list[Phone]] = {}  # by channel, who waits for a case
STALE, A_MINUTE = timedelta(minutes=31), timedelta(minutes=1)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    NEW.clear()
    return World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("news")))))


def newcomer(world: World, channel: str) -> Phone:
    """A phone in Spanish that has been written to, and that nothing is asked."""
    waiting = NEW.setdefault(channel, [])
    if not waiting:
        waiting += [world.phone(f"+3460{world.count + n:07d}", channel) for n in range(50)]
        world.accept([phone.inbound("bridge") for phone in waiting])
        world.settle()
        people = [int(phone.person()["id"]) for phone in waiting]
        with world.db.writing() as db:
            db.execute(delete(R).where(R.c.person_id.in_(people)))
            db.execute(update(P).where(P.c.id.in_(people)).values(language="es"))
            db.execute(update(N).where(N.c.person_id.in_(people)).values(state="ready"))
        for phone in waiting:
            phone.hears()
    return waiting.pop()


@dataclass
class Case:
    """Somebody at a question, in a match, to whom news of a kind is about to come."""

    world: World
    stand: Stand
    kind: str
    channel: str = "simulated_sms"

    def __post_init__(self) -> None:
        self.world.now = START
        self.phone = newcomer(self.world, self.channel)
        self.me = int(self.phone.person()["id"])
        ask(self.world, [(self.stand, self.me)])
        self.match = 0 if self.kind == "waiting" else self._match()
        self.slot = self._meeting()
        self._about()
        self.since = self._last()

    def _match(self) -> int:
        other = self.world.phone("+34619999999")
        if not other.thread():
            other.says("bridge")
        both = [int(other.person()["id"]), self.me]
        mentor, mentee = both[::-1] if self.stand.facts["role"] == "mentor" else both
        row = {"programme_id": 1, "mentor_id": mentor, "mentee_id": mentee, "reason": "maths"}
        row |= {"paired_by": both[0], "opened_at": self.world.now}
        before = update(T).where(or_(T.c.mentor_id.in_(both), T.c.mentee_id.in_(both)))
        with self.world.db.writing() as db:
            db.execute(before.values(closed_at=self.world.now - STALE))
            return int(db.execute(insert(T).values(row).returning(T.c.id)).scalar_one())

    def _meeting(self) -> str:
        now = self.world.now
        state, starts = {
            "after": ("booked", now - timedelta(hours=2)),
            "proposed": ("proposed", now + timedelta(days=2)),
            "reminder": ("booked", now + timedelta(days=1)),
        }.get(self.kind, ("", now))
        if not state:
            return ""
        theirs = "mentee" if self.stand.facts["role"] == "mentor" else "mentor"
        row = {"match_id": self.match, "state": state, "by": theirs, "zone": "UTC"}
        row |= {"starts": starts.strftime("%Y-%m-%dT%H:%M"), "starts_at": starts, "place": "text"}
        with self.world.db.writing() as db:
            db.execute(insert(G).values(row | {"created_at": now, "booked_at": now}))
        return starts.isoformat(timespec="minutes")

    def _about(self) -> None:
        """Their question is about this match, and no longer fresh."""
        answers = dict(self.stand.standing.answers)
        if self.match and self.stand.flow.name in OF_PAIRS:
            answers["match"] = self.match
        self.asked(self.world.now - STALE, {"answers": answers})

    def asked(self, at: datetime, data: Mapping[str, Any] | None = None) -> None:
        values = {"moved_at": at} | ({"data": data} if data else {})
        with self.world.db.writing() as db:
            db.execute(update(R).where(R.c.person_id == self.me, R.c.depth == 0).values(values))

    def news(self) -> None:
        """It comes, and what it says waits to be sent."""
        if self.kind == "broadcast":
            return self._broadcast()
        self.world.count += 1
        event: dict[str, Any] = {"kind": self.kind, "match": self.match, "number": 1}
        event |= {"slot": self.slot, "programme": 1, "role": "mentee"}
        if self.kind == "proposed":
            event |= {"kind": "meeting", "what": "proposed", "name": "Rosa"}
        cause, now = f"case:{self.world.count}", self.world.now
        address = self.phone.thread()[0]["address_id"]
        with self.world.db.writing() as db:
            row = inside.row(self.me, address, cause, json.dumps(event), now)
            inside.tell(db, [row])
        self.world.settle()
        return None

    def _broadcast(self) -> None:
        row = {"programme_id": 1, "coordinator_id": self.me, "audience": "everyone", "text": "Hi"}
        said = {**self.phone.thread()[0], "text": "Hi", "priority": 2, "status": "queued"}
        del said["id"]
        with self.world.db.writing() as db:
            adding = insert(B).values(row | {"state": "sending", "created_at": self.world.now})
            key = db.execute(adding.returning(B.c.id)).scalar_one()
            db.execute(insert(M).values(said | {"broadcast_id": key, "buttons": None}))

    def sent(self) -> None:
        """What waits leaves now."""
        self.passes(A_MINUTE)
        waits = update(M).where(M.c.person_id == self.me, M.c.status == "queued")
        with self.world.db.writing() as db:
            db.execute(
                waits.values(status="delivered", sent_at=self.world.now, asked_at=self.world.now)
            )
        self.passes(A_MINUTE)

    def passes(self, time: timedelta) -> None:
        self.world.now += time

    def ticks(self) -> None:
        holder = Holder(self.world.db, "clock")
        clock.step(holder, self.world.now, feeder.step)
        self.world.settle()

    def says(self, words: str, kind: Kind = Kind.TEXT) -> list[tuple[str, str]]:
        """Say this; the questions it was an answer to."""
        self.since = self._last()
        self.world.accept([self.phone.inbound(words, kind)])
        self.world.settle()
        return self.answered()

    def answered(self) -> list[tuple[str, str]]:
        query = select(L.c.flow, L.c.state).where(
            L.c.person_id == self.me, L.c.kind == "answered", L.c.id > self.since
        )
        with self.world.db.reading() as db:
            return [(row.flow, row.state) for row in db.execute(query)]

    def _last(self) -> int:
        with self.world.db.reading() as db:
            return int(db.execute(text("SELECT coalesce(max(id), 0) FROM log")).scalar_one())

    def asking(self) -> list[dict[str, Any]]:
        """The runs that news has opened, and that nobody has answered yet."""
        query = select(R).where(R.c.person_id == self.me, R.c.closed_at.is_(None))
        with self.world.db.reading() as db:
            rows = db.execute(query.order_by(R.c.depth)).mappings().all()
        return [dict(row) for row in rows if row["data"].get("by_news")]

    def timers(self) -> list[Mapping[str, Any]]:
        with self.world.db.reading() as db:
            query = select(W).where(W.c.person_id == self.me, W.c.waits.is_(True))
            return [dict(row) for row in db.execute(query).mappings()]


def without(world: World, stand: Stand, kind: str) -> list[tuple[str, str]]:
    """What a "1" answers where no news comes; it is the same for all news but about a meeting."""
    alike = stand.flow.name not in ("meeting", "menu") and kind != "waiting"
    key = repr(stand), "" if alike else kind
    if key not in ANSWERED:
        ANSWERED[key] = Case(world, stand, kind).says("1")
    return ANSWERED[key]


def first(kind: str, stand: Stand) -> tuple[str, str]:
    """The question that news of a kind asks this person."""
    mentor = stand.facts["role"] == "mentor"
    asked = {"check_in": "how_mentor" if mentor else "how", "after": "met", "proposed": "offer"}
    return ASKS[kind], asked[kind]


@pytest.mark.parametrize("kind", ASKS)
def test_what_was_typed_before_a_question_was_sent_answers_the_one_below(
    world: World, kind: str
) -> None:
    for stand in everywhere(each_state):
        expected = without(world, stand, kind)
        case = Case(world, stand, kind)
        case.news()
        assert case.asking(), stand
        assert case.says("1") == expected, stand
        case.sent()
        elsewhere = at(stand) == ERASED or (kind == "proposed" and at(stand) in OWN_TIME)
        if elsewhere or at(stand) == HANDED_OVER:
            assert case.says("1") == [], stand
        if elsewhere:
            assert not case.asking(), stand
        else:
            assert case.says("1") == [first(kind, stand)], stand


@pytest.mark.parametrize("kind", ASKS)
def test_what_was_typed_after_it_was_sent_answers_the_question_of_the_news(
    world: World, kind: str
) -> None:
    for stand in everywhere(each_state)[
        list(ASKS).index(kind) :: len(ASKS)
    ]:  # the test above goes on to here
        case = Case(world, stand, kind)
        case.news()
        case.sent()
        assert case.says("1") == [first(kind, stand)], stand


@pytest.mark.parametrize("kind", ASKS_NOTHING)
def test_what_asks_nothing_leaves_the_open_question_as_it_is(world: World, kind: str) -> None:
    for n, stand in enumerate(everywhere(each_state)[:: 1 if kind == "reminder" else 3]):
        expected = without(world, stand, kind)
        case = Case(world, stand, kind)
        case.news()
        assert not case.asking()
        if n % 2:
            case.sent()
        assert case.says("1") == expected, stand


@pytest.mark.parametrize("kind", ASKS)
def test_a_fresh_question_is_not_interrupted(world: World, kind: str) -> None:
    for stand in everywhere(each_state)[::3]:
        case = Case(world, stand, kind)
        case.asked(world.now - timedelta(minutes=10))
        case.news()
        assert not case.asking(), stand
        (timer,) = case.timers()
        assert timer["due_at"] == world.now + timedelta(minutes=20)
        case.passes(timedelta(minutes=21))
        case.ticks()
        assert case.asking(), stand
        assert not case.timers()


@pytest.mark.parametrize("kind", ASKS)
def test_what_waited_comes_as_soon_as_nothing_is_open(world: World, kind: str) -> None:
    stand = next(one for one in everywhere(each_state) if at(one) == ("details", "interests"))
    case = Case(world, stand, kind)
    case.asked(world.now)
    case.news()
    case.says("music")
    case.ticks()
    assert case.asking()


def test_a_button_always_answers_its_own_question(world: World) -> None:
    for n, stand in enumerate(everywhere(each_state)):
        token = next((token for _, token in stand.replies() if token), "")
        kind = list(ASKS)[n % len(ASKS)]
        if not token:
            continue
        expected = Case(world, stand, kind, "simulated_telegram").says(f"key:{token}", Kind.BUTTON)
        case = Case(world, stand, kind, "simulated_telegram")
        case.news()
        (asking,) = case.asking()
        if n % 2:
            case.sent()
        assert case.says(f"key:{token}", Kind.BUTTON) == expected, stand
        button = f"{asking['asked']}:1" if kind == "check_in" else f"{asking['asked']}:yes"
        over = at(stand) == ERASED or (kind == "proposed" and at(stand) == ASKS_ANEW)
        assert case.says(button, Kind.BUTTON) == ([] if over else [first(kind, stand)]), stand
