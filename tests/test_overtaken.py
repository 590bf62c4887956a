"""What two decide about the same person in the same instant: judged again when it is kept."""

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from assistant.broadcasts import feeder
from assistant.schedule import clock
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage import broadcasts
from storage.broadcasts import NewBroadcast
from storage.database import Database
from storage.holder import Holder
from storage.tables import Match, Message, Participant, Run, table
from tests import crowd
from tests.crowd import One
from tests.interleaved import Interleaved
from tests.phones import Phone, World
from tests.test_meetings import one_worker

M, N, R, T = table(Message), table(Participant), table(Run), table(Match)
ORDERS = 60  # of each of two kinds, where two may come between each other
TAKEN_IN_TURN = 20  # where they may not
NUDGED = 4  # at each stage
STAGES = ("taking", "locked", "gathered", "turning", "turned")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


# Two coordinators


def test_of_two_coordinators_at_once_one_asks_a_mentor_and_the_other_is_told(world: World) -> None:
    desks = crowd.phones(world, [One(f"+121255502{n:02d}", "coordinator") for n in range(2)])
    for seed in orders(world):
        chance, people = random.Random(seed), contested(world, seed)
        for desk in desks:
            desk.hears()
        at_once(world, [desk.inbound("1") for desk in desks], chance)
        told = [desk.hears()[-1] for desk in desks]
        done = [text.startswith("Done. I ask ") for text in told]
        assert sorted(done) == [False, True], (seed, told)
        assert told[done.index(False)].startswith("Kim isn't free any more, sorry. "), seed
        assert paired_by(world, people) == [desks[done.index(True)].person()["id"]], seed
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def orders(world: World) -> range:
    return range(TAKEN_IN_TURN if world.db.embedded else ORDERS)


def contested(world: World, seed: int) -> list[int]:
    """One whom both want, with room for one; both coordinators are asked whether to ask them."""
    wanted, other = "mentor", "mentee"
    everybody_left(world)
    addresses = [f"+1212556{seed:03d}{n}" for n in range(3)]
    kinds = ((wanted, "Kim"), (other, "Lou"), (other, "Max"))
    people = crowd.add(
        world,
        [One(at, role, name=name) for at, (role, name) in zip(addresses, kinds, strict=True)],
    )
    kim, *others = people
    with world.db.writing() as db:
        coordinators = select(N.c.person_id).where(N.c.role == "coordinator").order_by(N.c.id)
        both = list(db.execute(coordinators).scalars())
        answers = [{wanted: str(kim), other: str(one), "reason": "Both quiet."} for one in others]
        db.execute(update(R).values(closed_at=world.now))
        rows = [confirming(world, *each) for each in zip(both, answers, strict=True)]
        db.execute(insert(R), rows)
    return people


def everybody_left(world: World) -> None:
    with world.db.writing() as db:
        db.execute(update(N).where(N.c.role != "coordinator").values(state="left"))


def confirming(world: World, person: int, answers: Mapping[str, str]) -> dict[str, Any]:
    in_order = {page: answers[page] for page in ("mentee", "mentor", "reason")}
    return standing(world, person, "coordinator", "pairing", "confirm") | {
        "data": {"answers": in_order, "trail": list(in_order)}
    }


def standing(world: World, person: int, role: str, flow: str, state: str) -> dict[str, Any]:
    where = {"role": role, "flow": flow, "state": state, "depth": 0, "asked": f"key{person}"}
    at = {"opened_at": world.now, "moved_at": world.now}
    return {"person_id": person, "programme_id": 1, "data": {"answers": {}}} | where | at


def at_once(world: World, said: Sequence[Any], chance: random.Random) -> None:
    said = chance.sample(said, 2)
    if not world.db.embedded and chance.random() < 0.75:
        Interleaved(world, chance).take(said)
    else:
        one_worker(world, said, chance)
    world.settle()


def paired_by(world: World, people: Sequence[int]) -> list[int]:
    theirs = T.c.mentor_id.in_(people) | T.c.mentee_id.in_(people)
    with world.db.reading() as db:
        return list(db.execute(select(T.c.paired_by).where(theirs)).scalars())


def offered(world: World, seed: int, mentors: int) -> tuple[list[Phone], Phone, list[int]]:
    """Mentors who are asked about the same mentee: their phones, the mentee's, the matches."""
    everybody_left(world)
    addresses = [f"+1212557{seed:03d}{n}" for n in range(mentors + 1)]
    people = crowd.add(
        world,
        [One(at, "mentor" if n else "mentee", name=f"P{n}") for n, at in enumerate(addresses)],
    )
    mentee, *asked = people
    matches = crowd.bring_together(world, [(mentor, mentee) for mentor in asked], state="offered")
    with world.db.writing() as db:
        db.execute(update(R).values(closed_at=world.now))
        rows = [
            standing(world, mentor, "mentor", "offer", "offer")
            | {"data": {"answers": {"match": match, "other": "P0"}}}
            for mentor, match in zip(asked, matches, strict=True)
        ]
        db.execute(insert(R), rows)
    phones = [world.phone(at) for at in addresses]
    return phones[1:], phones[0], matches


def states(world: World, matches: Sequence[int]) -> list[str]:
    with world.db.reading() as db:
        query = select(T.c.state).where(T.c.id.in_(matches)).order_by(T.c.id)
        return list(db.execute(query).scalars())


def test_of_two_mentors_who_say_gladly_at_once_one_has_the_match(world: World) -> None:
    for seed in orders(world)[::3]:
        asked, _mentee, matches = offered(world, seed, 2)
        at_once(world, [phone.inbound("gladly") for phone in asked], random.Random(seed))
        assert sorted(states(world, matches)) == ["active", "closed"], seed
        heard = [phone.hears()[0] for phone in asked]
        told = [text.startswith("Lovely") for text in heard]
        assert told == [one == "active" for one in states(world, matches)], (seed, heard)
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def test_who_opts_out_while_the_mentor_says_gladly_is_with_nobody(world: World) -> None:
    for seed in orders(world)[::3]:
        (mentor,), mentee, matches = offered(world, seed, 1)
        said = [mentor.inbound("gladly"), mentee.inbound("STOP")]
        at_once(world, said, random.Random(seed))
        assert states(world, matches)[0] in ("closed", "stopped"), seed
        assert mentor.hears(), seed
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def test_who_leaves_while_they_are_brought_together_is_not_or_is_taken_leave_of(
    world: World,
) -> None:
    (dana,) = crowd.phones(world, [One("+12125550200", "coordinator")])
    for seed in orders(world)[::2]:
        everybody_left(world)
        both = [("mentor", "Kim"), ("mentee", "Lou")]
        addresses = [f"+1212556{seed:03d}{n}" for n in range(2)]
        people = crowd.add(
            world,
            [One(at, role, name=name) for at, (role, name) in zip(addresses, both, strict=True)],
        )
        answers = {"mentor": str(people[0]), "mentee": str(people[1]), "reason": "Both quiet."}
        with world.db.writing() as db:
            db.execute(update(R).values(closed_at=world.now))
            db.execute(insert(R), [confirming(world, dana.person()["id"], answers)])
        goes = world.phone(addresses[seed % 2]).inbound("STOP")
        at_once(world, [dana.inbound("1"), goes], random.Random(seed))
        with world.db.reading() as db:
            open_ = select(T.c.id).where(T.c.mentor_id == people[0], T.c.closed_at.is_(None))
            assert db.execute(open_).first() is None, seed
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


# A broadcast and a nudge


def test_a_nudge_and_a_broadcast_due_together_leave_one_a_day(world: World) -> None:
    (dana,) = crowd.phones(world, [One("+12125550200", "coordinator")])
    holder = Holder(world.db, "clock")
    stages = [stage for stage in STAGES if stage != "turning" or not world.db.embedded]
    for seed, stage in enumerate(stages * NUDGED):
        people = silent(world, seed)
        with world.db.writing() as db:
            text = NewBroadcast(1, dana.person()["id"], "mentees", "News")
            broadcasts.start(db, text, world.now)
        # The nudge is news, and the broadcast waits a moment.
        clock.step(holder, world.now, feeder.step)
        world.passes(seconds=6)
        meanwhile(world, holder, stage)
        for _ in range(3):
            clock.step(holder, world.now, feeder.step)
            world.settle()
            world.passes(seconds=6)
        for person in people:
            told = proactive(world, person)
            assert len(told) == 1, (stage, told)
    holder.release()


def silent(world: World, seed: int) -> list[int]:
    """Somebody to whom nothing was said for a day, at an open question."""
    everybody_left(world)
    people = crowd.add(world, [One(f"+1212556{seed:03d}0", name="Kim")])
    row = standing(world, people[0], "mentee", "goal_setting", "goal")
    row |= {"moved_at": world.now - timedelta(days=1, minutes=1), "nudge_at": world.now}
    with world.db.writing() as db:
        db.execute(update(R).values(closed_at=world.now))
        db.execute(insert(R), [row])
    return people


def meanwhile(world: World, holder: Holder, chosen_stage: str) -> None:
    """The clock looks at what is due while the turn of the nudge stands at this stage."""
    chosen = [chosen_stage]

    def at(stage: str) -> None:
        if chosen == [stage]:
            chosen.clear()
            clock.step(holder, world.now, feeder.step)

    turns = Turns(world.db, Policy(), lambda: world.now, at)
    turns.begin()
    while turns.step():
        pass


def proactive(world: World, person: int) -> list[Any]:
    asked = (M.c.person_id == person, M.c.direction == "out", M.c.priority > 0)
    with world.db.reading() as db:
        return list(db.execute(select(M.c.priority, M.c.due_at).where(*asked)))
