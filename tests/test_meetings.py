"""Both sides act on a meeting in the same instant: one outcome, which both are told."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from assistant.rendering import dates
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database
from storage.tables import Match, Meeting, Message, Run, table
from tests import crowd
from tests.crowd import One
from tests.interleaved import Interleaved
from tests.phones import Phone, World
from tests.test_clock import next_due, tick

T, M, R, X = table(Match), table(Meeting), table(Run), table(Message)
NIGHT = "America/Los_Angeles"
ORDERS = 16  # of each scenario
TAKEN_IN_TURN = 6  # where the one cannot come between the other
ZONES = ("America/New_York", "Europe/Madrid", NIGHT)  # where it is 10, 16 and 7 o'clock
SLOTS = {
    "A": datetime(2026, 3, 6, 16, 0, tzinfo=UTC),  # a Friday
    "B": datetime(2026, 3, 6, 18, 0, tzinfo=UTC),
    "C": datetime(2026, 3, 5, 17, 0, tzinfo=UTC),
}
PROPOSES = ("MEETING", "A", "1", "1")
ASKED = (("first", PROPOSES), ("second", ("MEETING",)))  # where it is night they hear only now
BOOKED = (*ASKED, ("second", ("1",)))
SERIES = (  # of which A is the first
    ("first", ("MEETING", "A+", "1", "1")),
    ("second", ("MEETING", "1")),
)


@dataclass(frozen=True)
class Scenario:
    """What happens before, and what the two do in the same instant."""

    before: tuple[tuple[str, Sequence[str]], ...]
    first: str
    second: str
    zones: Sequence[str] = ZONES  # in which the second lives


SCENARIOS = {
    "both propose different times": Scenario(
        (("first", ("MEETING", "A", "1")), ("second", ("MEETING", "B", "1"))), "1", "1"
    ),
    "both propose the same time": Scenario(
        (("first", ("MEETING", "A", "1")), ("second", ("MEETING", "A", "1"))), "1", "1"
    ),
    "taken back while accepted": Scenario(ASKED, "MOVE", "1"),
    "changed while accepted": Scenario((*ASKED, ("first", ("MOVE", "B", "1"))), "1", "1"),
    "both counter": Scenario(
        (*ASKED, ("first", ("MOVE", "B", "1")), ("second", ("C", "1"))), "1", "1"
    ),
    "countered with the time before": Scenario(
        (*ASKED, ("first", ("MOVE", "B", "1")), ("second", ("A", "1"))), "1", "1"
    ),
    "both move": Scenario(BOOKED, "MOVE", "MOVE"),
    "moved while it is asked about": Scenario((*BOOKED, ("second", ("MEETING",))), "MOVE", "2"),
    "proposed anew while the old one is declined": Scenario(
        (*BOOKED, ("second", ("MEETING",)), ("first", ("MOVE", "B", "1"))), "1", "2", (NIGHT,)
    ),
    "both elsewhere alike": Scenario(
        (*BOOKED, ("first", ("MEETING", "3")), ("second", ("MEETING", "3"))), "3", "3"
    ),
    "elsewhere while moved": Scenario(
        (*BOOKED, ("first", ("MEETING", "3")), ("second", ("MEETING",))), "3", "2"
    ),
    "a series taken back while accepted": Scenario(
        (("first", ("MEETING", "A+", "1", "1")), ("second", ("MEETING",))), "MOVE", "1"
    ),
    "both call off one of a series": Scenario(
        (*SERIES, ("first", ("MOVE",)), ("second", ("MOVE",))), "1", "1"
    ),
    "one calls off one of a series, the other all": Scenario(
        (*SERIES, ("first", ("MOVE",)), ("second", ("MOVE",))), "1", "2"
    ),
    "stopped while moved": Scenario(BOOKED, "STOP", "MOVE"),
    "stopped while accepted": Scenario(ASKED, "STOP", "1"),
    "left while proposed": Scenario(
        (("first", ("LEAVE", "1")), ("second", ("MEETING", "A", "1"))), "0", "1"
    ),
    "left while accepted": Scenario((*ASKED, ("first", ("LEAVE", "1"))), "0", "1"),
}
WHEN = r"(\w{3}, \w{3} \d+, [\d:]+ [ap]m)(?: \([\w ]+\))?"
SAYS = {
    "booked": rf"Booked! {WHEN},",
    "asking": rf"{WHEN}, good choice\.|I've asked \w+ about {WHEN}",
    "offer": rf"can do {WHEN}, ",
    "none": "can't make (?:it|your regular)|I've told|When could you meet|Which is best|"
    "What time on|Did I get that right|Where would you like",
    "gone": "has left the program|There is nobody to meet",
}


@dataclass
class Two:
    """A pair, by who acts first in the table above."""

    match: int
    first: Phone
    second: Phone
    zones: dict[str, str]
    roles: dict[str, str]

    def phone(self, who: str) -> Phone:
        return self.first if who == "first" else self.second

    def words(self, who: str, line: str) -> str:
        """What they say; a letter stands for a time, in their zone, with a plus for a series."""
        if line[:1] not in SLOTS or line[1:] not in ("", "+"):
            return line
        every = "every " if line[1:] else ""
        return f"{every}{SLOTS[line[0]].astimezone(ZoneInfo(self.zones[who])):%A at %I %p}"


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.mark.parametrize("name", SCENARIOS)
def test_both_sides_in_the_same_instant_end_with_one_outcome(world: World, name: str) -> None:
    ended(world, name, TAKEN_IN_TURN if world.db.embedded else ORDERS)


def ended(world: World, name: str, orders: int) -> Iterable[str]:
    """How each of so many orders has ended: which time is booked, if any."""
    scenario = SCENARIOS[name]
    pairs = [make(world, number, scenario.zones) for number in range(orders)]
    for who, lines in scenario.before:
        for line in lines:
            say(world, pairs, who, line)
    for seed, two in enumerate(pairs):
        act(world, two, (scenario.first, scenario.second), random.Random(seed))
    let_news_come(world)
    assert not world.rows(direction="in", answered_at=None)
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]
    booked = [check(world, two, f"{name}, order {seed}") for seed, two in enumerate(pairs)]
    check_reminders(world, pairs, booked)
    return ["booked" if one else "not booked" for one in booked]


def make(world: World, number: int, zones_of_second: Sequence[str]) -> Two:
    """Two people who were brought together, one of them wherever."""
    chance = random.Random(number)
    roles = chance.sample(["mentee", "mentor"], 2)
    zones = [chance.choice(ZONES), chance.choice(zones_of_second)]
    people = [
        One(f"+1212555{number:03d}{n}", role, name=name, zone=zone)
        for n, (role, name, zone) in enumerate(zip(roles, ("Ana", "Ben"), zones, strict=True))
    ]
    ids = crowd.add(world, people)
    mentor, mentee = ids if roles[0] == "mentor" else reversed(ids)
    (match,) = crowd.bring_together(world, [(mentor, mentee)])
    first, second = (world.phone(one.address) for one in people)
    both = ("first", "second")
    return Two(
        match,
        first,
        second,
        dict(zip(both, zones, strict=True)),
        dict(zip(both, roles, strict=True)),
    )


def say(world: World, pairs: Sequence[Two], who: str, line: str) -> None:
    """All of them say it, and half an hour goes by, as far as others' questions are concerned."""
    world.accept([two.phone(who).inbound(two.words(who, line)) for two in pairs])
    world.settle()
    deliver(world)


def act(world: World, two: Two, lines: Sequence[str], chance: random.Random) -> None:
    """Both act; whose message comes first, and how the two turns interleave, is chance."""
    said = [
        two.phone(who).inbound(two.words(who, line))
        for who, line in zip(("first", "second"), lines, strict=True)
    ]
    chance.shuffle(said)
    if not world.db.embedded and chance.random() < 0.75:
        Interleaved(world, chance).take(said)
    else:
        one_worker(world, said, chance)
    while world.turns.step():
        pass


def one_worker(world: World, said: Sequence[Any], chance: random.Random) -> None:
    """In one batch, one after the other, or the second after it could have heard of the first."""
    if chance.random() < 0.2:
        world.accept(said[:1])
        world.turns.step()
    world.accept(said)
    turns = Turns(world.db, Policy(), lambda: world.now)
    if chance.random() < 0.5:
        turns.begin()  # else what waits is taken one by one
    while turns.step():
        pass


def let_news_come(world: World) -> None:
    """Long enough for what waits behind a fresh question, and for hours to begin."""
    for minutes in (6, 26, 31, 60, 31, 31):
        world.passes(minutes=minutes)
        tick(world)
        deliver(world)


def deliver(world: World) -> None:
    """A question that news asks counts from when it was sent."""
    with world.db.writing() as db:
        waits = (X.c.direction == "out", X.c.status == "queued")
        db.execute(
            update(X)
            .where(*waits)
            .values(status="delivered", sent_at=world.now, asked_at=world.now)
        )


def check(world: World, two: Two, where: str) -> str:
    """Both know how it stands; the slot that is booked, if any."""
    meeting, open_ = state_of(world, two.match)
    for who in ("first", "second"):
        says, at = newest(two.phone(who))
        if not open_:
            left = who == "first"
            assert left or says == "gone", where
            assert not open_runs(world, two.phone(who)), where
        elif meeting is None:
            assert says == "none", where
        elif meeting["state"] == "booked":
            assert was_seen(two.phone(who), shown(meeting["starts_at"], two.zones[who])), where
            assert (says, at) == ("booked", shown(meeting["starts_at"], two.zones[who])), where
        elif meeting["by"] != two.roles[who]:
            assert (says, at) == ("offer", shown(meeting["starts_at"], two.zones[who])), where
        elif says != "none":  # who is choosing another time knows what they proposed
            assert (says, at) == ("asking", shown(meeting["starts_at"], two.zones[who])), where
        # One that was overtaken lies below until the newest is answered.
        assert len(set(open_runs(world, two.phone(who)))) <= 1, where
    if open_ and meeting is None:
        assert open_runs(world, two.first) or open_runs(world, two.second), where
    return meeting["starts_at"].isoformat() if meeting and meeting["state"] == "booked" else ""


def check_reminders(world: World, pairs: Sequence[Two], booked: Sequence[str]) -> None:
    """Only what is booked is reminded of: the day before, where there was time, and once more on
    that day or, where that is in the night, on the evening before. The clock looks where anything
    is due."""
    due: datetime | None = world.now
    while world.now < SLOTS["B"]:
        world.passes(hours=1)
        if due and due <= world.now:
            tick(world)
            due = next_due(world)
    for two, slot in zip(pairs, booked, strict=True):
        for who in ("first", "second"):
            texts = [row["text"] for row in two.phone(who).thread()]
            reminders = [text for text in texts if "Can't come? Text MOVE." in text]
            assert len(reminders) == 2 * bool(slot)
            for text in reminders:
                assert shown(datetime.fromisoformat(slot), two.zones[who]) in text


def state_of(world: World, match: int) -> tuple[dict[str, Any] | None, bool]:
    with world.db.reading() as db:
        theirs = select(M).where(M.c.match_id == match, M.c.closed_at.is_(None))
        rows = [dict(row) for row in db.execute(theirs).mappings()]
        closed = db.execute(select(T.c.closed_at).where(T.c.id == match)).scalar_one()
    assert len(rows) <= 1
    assert not (rows and closed)
    return (rows[0] if rows else None), closed is None


def open_runs(world: World, phone: Phone) -> list[str]:
    """The states of their open runs about the meeting."""
    person = phone.person()["id"]
    theirs = (R.c.person_id == person, R.c.closed_at.is_(None), R.c.flow == "meeting")
    with world.db.reading() as db:
        return list(db.execute(select(R.c.state).where(*theirs)).scalars())


def newest(phone: Phone) -> tuple[str, str]:
    """What their newest text about the meeting says, and of what time."""
    for row in reversed(phone.thread()):
        found = [
            (match.start(), says, next((one for one in match.groups() if one), ""))
            for says, words in SAYS.items()
            for match in re.finditer(words, row["text"])
        ]
        if found:
            return max(found)[1:]
    return "", ""


def was_seen(phone: Phone, slot: str) -> bool:
    """Whether they were asked about a time before it was booked."""
    texts = [row["text"] for row in phone.thread()]
    first = next(n for n, text in enumerate(texts) if f"Booked! {slot}" in text)
    return any(slot in text for text in texts[:first])


def shown(at: datetime, zone: str) -> str:
    return dates.said(at.isoformat(), "when", "en", zone, "US")


def heard(phone: Phone, words: str) -> int:
    return sum(words in row["text"] for row in phone.thread())


@pytest.fixture
def asked(world: World) -> Two:
    """Ana has left a moment ago; Ben was just asked about a time by her."""
    two = make(world, 0, ("America/New_York",))
    for who, lines in ASKED:
        for line in lines:
            say(world, [two], who, line)
    two.first.says("LEAVE", "1", "0")
    return two


def test_who_acts_after_the_other_left_hears_it_at_once_and_once(world: World, asked: Two) -> None:
    assert "has left the program" in asked.second.says("1")[-1]
    world.passes(minutes=11)
    tick(world)
    assert heard(asked.second, "has left the program") == 1


def test_who_left_and_comes_back_after_the_other_heard_is_too_late(asked: Two) -> None:
    asked.second.says("1")
    assert "too late to take that back" in asked.first.says("BACK")[-1]


def test_who_comes_back_before_the_other_heard_has_never_been_away(
    world: World, asked: Two
) -> None:
    assert "Undone" in asked.first.says("BACK")[-1]
    world.passes(minutes=11)
    tick(world)
    assert heard(asked.second, "has left the program") == 0
    assert state_of(world, asked.match) == (None, True)


def test_that_somebody_left_and_stopped_is_told_once(world: World, asked: Two) -> None:
    asked.first.says("STOP")
    world.settle()
    world.passes(minutes=11)
    tick(world)
    assert heard(asked.second, "has left the program") == 1


def test_a_question_about_who_is_gone_is_not_asked_again(world: World, asked: Two) -> None:
    world.passes(minutes=11)
    assert "{" not in asked.second.says("WHY", "MENU", "0", "idk")[-1]
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def test_a_rest_before_a_meeting_leaves_its_reminder_where_it_was(world: World) -> None:
    two = make(world, 0, ("America/New_York",))
    for who, lines in BOOKED:
        for line in lines:
            say(world, [two], who, line)
    assert "a break until March 5" in two.first.says("PAUSE", "5 March")[-1]
    check_reminders(world, [two], [SLOTS["A"].isoformat()])


def test_two_coordinators_who_want_the_same_person_at_once_break_nothing(world: World) -> None:
    crowd.add(world, [One("+12125550001", name="Jay")])
    names = ("Rosa", "Rita")
    crowd.add(world, [One(f"+1212555010{n}", "mentor", name=name) for n, name in enumerate(names)])
    desks = crowd.phones(
        world, [One(f"+1212555020{n}", "coordinator", name="Dana") for n in range(2)]
    )
    for desk in desks:
        desk.says("PAIR", "1", "1", "You both love maths.")
    world.accept([desk.inbound("1") for desk in desks])
    world.settle()
    with world.db.reading() as db:
        assert db.execute(select(func.count()).select_from(T)).scalar() == 1
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def test_a_coordinator_who_is_too_late_is_told_so(world: World) -> None:
    crowd.add(world, [One("+12125550001", name="Jay")])
    both = [One("+12125550101", "mentor", name="Rosa", profile={"capacity": "2"})]
    crowd.add(world, both)
    desks = crowd.phones(
        world, [One(f"+1212555020{n}", "coordinator", name="Dana") for n in range(2)]
    )
    for desk in desks:
        desk.says("PAIR", "1", "1", "You both love maths.")
    assert (
        "Done. I ask Rosa between 9 am and 8 pm there; Jay hears once it's a gladly."
        in desks[0].says("1")[0]
    )
    (told,) = desks[1].says("1")
    assert (
        told == "Rosa isn't free any more, sorry. Everybody with room is asked about Jay already."
    )
