"""News that comes while a question is open: a "1" is never taken for an answer to the other."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, bindparam, delete, insert, or_, select, text, update

from assistant.broadcasts import feeder
from assistant.channels import Kind
from assistant.schedule import clock
from assistant.turns.run_stack import OF_PAIRS
from storage.database import open_database
from storage.holder import Holder
from storage.inbox import inside
from storage.inbox.received import InboundMessage
from storage.sealing.sealed import find_by
from storage.tables import (
    Address,
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
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.everywhere import ask, at
from tests.flow_walks import Stand, each_state, everywhere
from tests.phones import START, Phone, World

A, B, G, L, M, N, P, R, T, W = (
    table(one)
    for one in (Address, Broadcast, Meeting, Entry, Message, Participant, Person, Run, Match, Timer)
)
ASKS = {"check_in": "check_in", "after": "feedback", "proposed": "meeting"}
ASKS_NOTHING = ("reminder", "broadcast", "waiting")
# Who wants another meeting, accepts a time that was another, or calls one off: what was proposed
# is put to them once more.
ASKS_ANEW = {
    ("feedback", "next"),
    *(("meeting", one) for one in ("offer", "regular", "off", "which")),
}
ERASED = ("forgetting", "sure")  # whoever says yes here is asked nothing more
# A person will look: a number that comes next may be for that, and is asked about again.
HANDED_OVER = ("stuck", "person")
# A time of their own for the very meeting: another is asked for, which is no number. At "where" a
# call comes first, as their clocks are far apart: whose number is asked before.
OWN_TIME = {("meeting", one) for one in ("repeats", "both", "sure", "elsewhere", "own")}
# What is left to ask of a profile, which such a day asks anew from the first: no number is one.
LEFT_TO_ASK = "details"
ANSWERED: dict[tuple[str, str], list[tuple[str, str]]] = {}
STALE, A_MINUTE = timedelta(minutes=31), timedelta(minutes=1)
Answered = list[tuple[str, str]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    ANSWERED.clear()
    return World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("news")))))


@dataclass
class Case:
    """Somebody at a question, in a match, to whom news of a kind is about to come."""

    stand: Stand
    kind: str
    phone: Phone
    me: int
    written: Mapping[str, Any]  # the first text that they were sent
    match: int = 0
    slot: str = ""


@dataclass
class Cases:
    """Many of them, each with people of their own: what is done, all do at once."""

    world: World
    every: Sequence[Case]

    def __iter__(self) -> Iterator[Case]:
        return iter(self.every)

    def __bool__(self) -> bool:
        return bool(self.every)

    @property
    def people(self) -> list[int]:
        return [case.me for case in self.every]

    def those(self, which: Callable[[Case], object]) -> "Cases":
        return Cases(self.world, [case for case in self.every if which(case)])

    def asked(self, at: datetime) -> None:
        """When the open question of each was asked."""
        asking = R.c.person_id.in_(self.people), R.c.depth == 0
        with self.world.db.writing() as db:
            db.execute(update(R).where(*asking).values(moved_at=at))

    def news(self) -> None:
        """It comes to each, and what it says waits to be sent."""
        self._broadcasts([case for case in self.every if case.kind == "broadcast"])
        if rows := [self._news(case) for case in self.every if case.kind != "broadcast"]:
            with self.world.db.writing() as db:
                inside.tell(db, rows)
        self.world.settle()

    def _news(self, case: Case) -> InboundMessage:
        self.world.count += 1
        event: dict[str, Any] = {"kind": case.kind, "match": case.match, "number": 1}
        event |= {"slot": case.slot, "programme": 1, "role": "mentee"}
        if case.kind == "proposed":
            event |= {"kind": "meeting", "what": "proposed", "name": "Rosa"}
        cause, told = f"case:{self.world.count}", json.dumps(event)
        return inside.row(case.me, case.written["address_id"], cause, told, self.world.now)

    def _broadcasts(self, some: Sequence[Case]) -> None:
        row = {"programme_id": 1, "audience": "everyone", "text": "Hi"}
        row |= {"state": "sending", "created_at": self.world.now}
        with self.world.db.writing() as db:
            for case in some:
                adding = insert(B).values(row | {"coordinator_id": case.me}).returning(B.c.id)
                said = {**case.written, "text": "Hi", "priority": 2, "status": "queued"}
                said |= {"broadcast_id": db.execute(adding).scalar_one(), "buttons": None}
                del said["id"]
                db.execute(insert(M).values(said))

    def sent(self) -> None:
        """What waits leaves now."""
        self.passes(A_MINUTE)
        waits = update(M).where(M.c.person_id.in_(self.people), M.c.status == "queued")
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

    def say(self, *words: str, kind: Kind = Kind.TEXT) -> list[Answered]:
        """All say the same, or each their own: the questions to which it was an answer."""
        since = self._last()
        said = words * len(self.every) if len(words) == 1 else words
        pairs = zip(self.every, said, strict=True)
        self.world.accept([case.phone.inbound(one, kind) for case, one in pairs])
        self.world.settle()
        query = select(L.c.person_id, L.c.flow, L.c.state).where(
            L.c.kind == "answered", L.c.id > since
        )
        found: dict[int, Answered] = defaultdict(list)
        with self.world.db.reading() as db:
            for row in db.execute(query.order_by(L.c.id)):
                found[row.person_id].append((row.flow, row.state))
        return [found[case.me] for case in self.every]

    def _last(self) -> int:
        with self.world.db.reading() as db:
            return int(db.execute(text("SELECT coalesce(max(id), 0) FROM log")).scalar_one())

    def asking(self) -> list[list[dict[str, Any]]]:
        """Of each, the runs that news has opened, and that nobody has answered yet."""
        query = select(R).where(R.c.person_id.in_(self.people), R.c.closed_at.is_(None))
        runs = self._by_person(query.order_by(R.c.depth))
        return [[run for run in each if run["data"].get("by_news")] for each in runs]

    def timers(self) -> list[list[dict[str, Any]]]:
        return self._by_person(select(W).where(W.c.person_id.in_(self.people), W.c.waits.is_(True)))

    def _by_person(self, query: Select[Any]) -> list[list[dict[str, Any]]]:
        found: dict[int, list[dict[str, Any]]] = defaultdict(list)
        with self.world.db.reading() as db:
            for row in db.execute(query).mappings():
                found[row["person_id"]].append(dict(row))
        return [found[case.me] for case in self.every]


def cases(world: World, some: Sequence[tuple[Stand, str]], channel: str = "simulated_sms") -> Cases:
    """One for each stand and kind of news; their questions are no longer fresh."""
    world.now = START
    found = Cases(world, [*map(_case, some, _newcomers(world, channel, len(some)))])
    ask(world, [(case.stand, case.me) for case in found])
    found.asked(world.now - STALE)
    if paired := found.those(lambda case: case.kind != "waiting"):
        _match(world, paired)
    return found


def _case(one: tuple[Stand, str], somebody: tuple[Phone, Mapping[str, Any]]) -> Case:
    phone, written = somebody
    return Case(*one, phone, written["person_id"], written)


def _newcomers(world: World, channel: str, many: int) -> list[tuple[Phone, Mapping[str, Any]]]:
    """Phones in Spanish that have been written to, and that nothing is asked; and what was
    written first."""
    phones = [world.phone(f"+3460{world.count + n:07d}", channel) for n in range(many)]
    world.accept([phone.inbound("bridge") for phone in phones])
    world.settle()
    theirs = select(A.c.digest, M).join_from(M, A, M.c.address_id == A.c.id)
    theirs = theirs.where(A.c.digest.in_([find_by(channel, phone.address) for phone in phones]))
    theirs = theirs.where(M.c.direction == "out").order_by(M.c.id.desc())
    with world.db.writing() as db:
        found = {row.pop("digest"): row for row in map(dict, db.execute(theirs).mappings())}
        people = [row["person_id"] for row in found.values()]
        db.execute(delete(R).where(R.c.person_id.in_(people)))
        db.execute(update(P).where(P.c.id.in_(people)).values(language="es"))
        db.execute(update(N).where(N.c.person_id.in_(people)).values(state="ready"))
        asked = update(M).where(M.c.person_id.in_(people), M.c.asked != "", M.c.status == "queued")
        now = {"sent_at": world.now, "asked_at": world.now}
        db.execute(asked.values(status="delivered", **now))
    return [(phone, found[find_by(channel, phone.address)]) for phone in phones]


def _match(world: World, some: Cases) -> None:
    """Each is in a match with somebody, and with nobody else; their question is about this match,
    and there is a meeting where the news is of one."""
    names = ["Rosa" if case.stand.facts["role"] != "mentor" else "Jay" for case in some]
    many = [One(f"+1719{case.me:07d}", name=name) for case, name in zip(some, names, strict=True)]
    others = crowd.add(world, many)
    pairs = [
        (case.me, other) if case.stand.facts["role"] == "mentor" else (other, case.me)
        for case, other in zip(some, others, strict=True)
    ]
    before = or_(T.c.mentor_id.in_(some.people), T.c.mentee_id.in_(some.people))
    with world.db.writing() as db:
        db.execute(update(T).where(before).values(closed_at=world.now - STALE))
    opened = crowd.bring_together(world, pairs)
    for case, match in zip(some, opened, strict=True):
        case.match = match
        _meeting(world, case)
    about = [case for case in some if case.stand.flow.name in OF_PAIRS]
    rows = [
        {"of": case.me, "told": {"answers": case.stand.standing.answers | {"match": case.match}}}
        for case in about
    ]
    with world.db.writing() as db:
        if rows:
            own = update(R).where(R.c.person_id == bindparam("of"), R.c.depth == 0)
            db.execute(own.values(data=bindparam("told")), rows)


def _meeting(world: World, case: Case) -> None:
    now = world.now
    state, starts = {
        "after": ("booked", now - timedelta(hours=2)),
        "proposed": ("proposed", now + timedelta(days=2)),
        "reminder": ("booked", now + timedelta(days=1)),
    }.get(case.kind, ("", now))
    if not state:
        return
    theirs = "mentee" if case.stand.facts["role"] == "mentor" else "mentor"
    row = {"match_id": case.match, "state": state, "by": theirs, "zone": "UTC"}
    row |= {"starts": starts.strftime("%Y-%m-%dT%H:%M"), "starts_at": starts, "place": "text"}
    with world.db.writing() as db:
        db.execute(insert(G).values(row | {"created_at": now, "booked_at": now}))
    case.slot = starts.isoformat(timespec="minutes")


def without(world: World, some: Sequence[Stand], kind: str) -> list[Answered]:
    """What a "1" answers where no news comes; it is the same for all news but about a meeting."""

    def key(stand: Stand) -> tuple[str, str]:
        alike = stand.flow.name not in ("meeting", "menu") and kind != "waiting"
        return repr(stand), "" if alike else kind

    if new := {key(stand): stand for stand in some if key(stand) not in ANSWERED}:
        said = cases(world, [(stand, kind) for stand in new.values()]).say("1")
        ANSWERED.update(zip(new, said, strict=True))
    return [ANSWERED[key(stand)] for stand in some]


def first(case: Case) -> tuple[str, str]:
    """The question that news of its kind asks this person."""
    mentor = case.stand.facts["role"] == "mentor"
    asked = {"check_in": "how_mentor" if mentor else "how", "after": "met", "proposed": "offer"}
    return ASKS[case.kind], asked[case.kind]


def elsewhere(case: Case) -> bool:
    """Whether what is typed leaves nothing of the question of the news."""
    return at(case.stand) == ERASED or (case.kind == "proposed" and at(case.stand) in OWN_TIME)


@pytest.mark.parametrize("kind", ASKS)
def test_what_was_typed_before_a_question_was_sent_answers_the_one_below(
    world: World, kind: str
) -> None:
    some = everywhere(each_state)
    expected = without(world, some, kind)
    every = cases(world, [(stand, kind) for stand in some])
    every.news()
    for case, asking in zip(every, every.asking(), strict=True):
        assert asking, case.stand
    for case, said, wanted in zip(every, every.say("1"), expected, strict=True):
        assert said == wanted, case.stand
    every.sent()
    apart = every.those(lambda case: elsewhere(case) or at(case.stand) == HANDED_OVER)
    for case, said in zip(apart, apart.say("1"), strict=True):
        assert said == [], case.stand
    over = every.those(elsewhere)
    for case, asking in zip(over, over.asking(), strict=True):
        assert not asking, case.stand
    answering = every.those(lambda case: not elsewhere(case))
    for case, said in zip(answering, answering.say("1"), strict=True):
        assert said == [first(case)], case.stand


@pytest.mark.parametrize("kind", ASKS)
def test_what_was_typed_after_it_was_sent_answers_the_question_of_the_news(
    world: World, kind: str
) -> None:
    every = cases(world, [(stand, kind) for stand in everywhere(each_state)])
    every.news()
    every.sent()
    for case, said in zip(every, every.say("1"), strict=True):
        assert said == [first(case)], case.stand


@pytest.mark.parametrize("kind", ASKS_NOTHING)
def test_what_asks_nothing_leaves_the_open_question_as_it_is(world: World, kind: str) -> None:
    some = everywhere(each_state)
    expected = without(world, some, kind)
    for sent in (False, True):
        every = cases(world, [(stand, kind) for stand in some[sent::2]])
        every.news()
        anew = [kind == "waiting" and case.stand.flow.name == LEFT_TO_ASK for case in every]
        for case, asking, again in zip(every, every.asking(), anew, strict=True):
            opened = [(LEFT_TO_ASK, "interests")] if again else []
            assert [(run["flow"], run["state"]) for run in asking] == opened, case.stand
        if sent:
            every.sent()
        told = zip(every, every.say("1"), expected[sent::2], anew, strict=True)
        for case, said, wanted, again in told:
            assert said == ([] if again else wanted), case.stand


@pytest.mark.parametrize("kind", ASKS)
def test_a_fresh_question_is_not_interrupted(world: World, kind: str) -> None:
    every = cases(world, [(stand, kind) for stand in everywhere(each_state)])
    every.asked(world.now - timedelta(minutes=10))
    every.news()
    for case, asking, timers in zip(every, every.asking(), every.timers(), strict=True):
        assert not asking, case.stand
        (timer,) = timers
        assert timer["due_at"] == world.now + timedelta(minutes=20), case.stand
    every.passes(timedelta(minutes=21))
    every.ticks()
    for case, asking, timers in zip(every, every.asking(), every.timers(), strict=True):
        assert asking, case.stand
        assert not timers, case.stand


@pytest.mark.parametrize("kind", ASKS)
def test_what_waited_comes_as_soon_as_nothing_is_open(world: World, kind: str) -> None:
    stand = next(one for one in everywhere(each_state) if at(one) == ("details", "interests"))
    every = cases(world, [(stand, kind)])
    every.asked(world.now)
    every.news()
    every.say("music")
    every.ticks()
    assert every.asking() != [[]]


def test_a_button_always_answers_its_own_question(world: World) -> None:
    kinds = cycle(ASKS)
    first_tokens = [
        (stand, next((token for _, token in stand.replies() if token), ""))
        for stand in everywhere(each_state)
    ]
    offering = [(stand, next(kinds), token) for stand, token in first_tokens if token]
    some, own = [one[:2] for one in offering], [f"key:{token}" for *_, token in offering]
    expected = cases(world, some, "simulated_telegram").say(*own, kind=Kind.BUTTON)
    for sent in (False, True):
        half, wanted = some[sent::2], expected[sent::2]
        every = cases(world, half, "simulated_telegram")
        every.news()
        asking = [run["asked"] for (run,) in every.asking()]
        if sent:
            every.sent()
        said = every.say(*own[sent::2], kind=Kind.BUTTON)
        for case, one, other in zip(every, said, wanted, strict=True):
            assert one == other, case.stand
        answers = ("1" if case.kind == "check_in" else "yes" for case in every)
        buttons = [f"{run}:{token}" for run, token in zip(asking, answers, strict=True)]
        for case, one in zip(every, every.say(*buttons, kind=Kind.BUTTON), strict=True):
            over = at(case.stand) == ERASED
            over |= case.kind == "proposed" and at(case.stand) in ASKS_ANEW
            assert one == ([] if over else [first(case)]), case.stand
