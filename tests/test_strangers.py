"""People who have not agreed: whom of them we answer, how often, and what that may cost."""

import pytest

from assistant import clock
from storage.database import Database
from storage.holder import Holder
from tests.phones import World


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.mark.parametrize(
    "words", [("hello",), ("hello", "WHY"), ("bridge", "español"), ("hello", "no more")]
)
def test_who_never_agreed_is_only_ever_answered(world: World, words: tuple[str, ...]) -> None:
    phone = world.phone()
    assert phone.says(*words)
    holder = Holder(world.db, "clock")
    for _ in range(4):
        world.passes(days=1, hours=1)
        clock.step(holder, world.now)
        world.settle()
    holder.release()
    assert phone.hears() == []
