"""Somebody in each state of a flow, all at once: what they say there, and where that leads."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, text

from assistant.channels import Kind
from assistant.turns.run_stack import OF_PAIRS
from storage.tables import Run, table
from tests import crowd
from tests.crowd import One
from tests.flow_walks import Stand, each_state
from tests.phones import Phone, World


def side_by_side(world: World, stands: Sequence[Stand], channel: str) -> list[Phone]:
    """A phone in Spanish for each of these, whose only open question is this one."""
    numbers = range(world.count, world.count + len(stands))
    world.count += len(stands)
    here: dict[str, Any] = {"language": "es", "zone": "Europe/Madrid", "profile": {"age": 23}}
    many = [One(f"+3461{n:07d}", "mentee", channel, **here) for n in numbers]
    ask(world, [*zip(stands, crowd.add(world, many), strict=True)])
    return [world.phone(one.address, one.channel) for one in many]


def ask(world: World, whom: Sequence[tuple[Stand, int]]) -> None:
    """Each person is asked this question."""
    told = about(world, whom)
    rows = [
        {
            "programme_id": 1,
            "person_id": person,
            "role": stand.facts["role"],
            "flow": stand.flow.name,
            "state": stand.standing.state,
            "depth": 0,
            "asked": "key",
            "data": {"answers": stand.standing.answers | told.get(person, {})},
            "opened_at": world.now,
            "moved_at": world.now,
        }
        for stand, person in whom
    ]
    with world.db.writing() as db:
        db.execute(insert(table(Run)), rows)


def about(world: World, whom: Sequence[tuple[Stand, int]]) -> dict[int, dict[str, int]]:
    """What else is told to whom is asked about somebody: with whom they are or were together."""
    leaving = [person for stand, person in whom if stand.flow.name == "goodbye"]
    staying = [person for stand, person in whom if stand.flow.name in OF_PAIRS]
    return {
        **{one: {"match": match} for one, match, _ in _together(world, staying)},
        **{one: {"ended": match, "to": other} for one, match, other in _together(world, leaving)},
    }


def _together(world: World, people: Sequence[int]) -> list[tuple[int, int, int]]:
    """Each is brought together with somebody: they, the match and the other."""
    if not people:
        return []
    others = crowd.add(world, [One(f"+1718{one:07d}", "mentor", name="Rosa") for one in people])
    opened = crowd.bring_together(world, [*zip(others, people, strict=True)])
    return [*zip(people, opened, others, strict=True)]


def at(stand: Stand) -> tuple[str, str]:
    return stand.flow.name, stand.standing.state


def where(world: World, phone: Phone) -> tuple[str, str]:
    query = "SELECT flow, state FROM run WHERE person_id = :p AND closed_at IS NULL ORDER BY depth"
    with world.db.reading() as db:
        rows = db.execute(text(query), {"p": phone.person()["id"]}).all()
    return (rows[0].flow, rows[0].state) if rows else ("", "")


def at_once(
    world: World, flow: str, channel: str, said: Sequence[tuple[str, Kind]]
) -> list[tuple[Phone, Stand, str, Kind]]:
    """In each state of the flow somebody says each of these, and all of it is one batch."""
    cases = [(stand, *one) for stand in each_state(flow) for one in said]
    phones = side_by_side(world, [stand for stand, *_ in cases], channel)
    world.accept([phone.inbound(*one) for phone, (_, *one) in zip(phones, cases, strict=True)])
    world.settle()
    return [(phone, *case) for phone, case in zip(phones, cases, strict=True)]
