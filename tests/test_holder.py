"""Who holds a name on a server: by a lock on one connection, which is let go of with it."""

from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from storage.holder import Holder, NotHeld

AWAY = OperationalError("", {}, Exception())


class Connection:
    """A connection of which a server says whether it has the lock."""

    def __init__(self, held: bool = True) -> None:
        self.held, self.told = held, list[str]()
        self.fails = False

    def begin(self) -> AbstractContextManager[None]:
        return nullcontext()

    def execute(self, statement: Any, given: Any = None) -> "Connection":
        self.told.append(f"{statement} {given}")
        if self.fails:
            raise AWAY
        return self

    def scalar(self) -> bool:
        return self.held

    def invalidate(self) -> None:
        self.told.append("invalidate")

    def close(self) -> None:
        self.told.append("close")


def holder(*connections: Connection) -> Holder:
    waiting = list(connections)
    engine = SimpleNamespace(connect=lambda: waiting.pop(0))
    db: Any = SimpleNamespace(embedded=False, engine=engine)
    return Holder(db, "clock")


LOCK = "SELECT pg_try_advisory_lock(77, :key) {'key': 1048297106}"


def test_what_another_process_holds_is_not_held_and_leaves_no_connection() -> None:
    refused, mine = Connection(held=False), Connection()
    one = holder(refused, mine)
    one.fresh = False
    with pytest.raises(NotHeld), one.writing():
        pass
    assert refused.told == [LOCK, "close"]
    assert not one.fresh
    for _ in range(2):
        with one.writing() as connection:
            assert connection is mine
    assert mine.told == [LOCK]
    assert one.fresh


def test_a_server_that_does_not_answer_leaves_no_connection() -> None:
    away = Connection()
    away.fails = True
    with pytest.raises(OperationalError), holder(away).writing():
        pass
    assert away.told == [LOCK, "close"]


def test_who_fails_at_the_server_has_lost_what_they_held() -> None:
    first, second = Connection(), Connection()
    one = holder(first, second)
    with pytest.raises(OperationalError), one.writing():
        raise AWAY
    assert first.told == [LOCK, "invalidate", "close"]
    with one.writing() as connection:
        assert connection is second
    with pytest.raises(ValueError, match="ours"), one.writing():
        raise ValueError("ours")
    with one.writing() as connection:
        assert connection is second


def test_who_lets_go_may_hold_it_again() -> None:
    first, second = Connection(), Connection()
    one = holder(first, second)
    one.release()
    with one.writing():
        pass
    first.fails = True
    one.release()
    assert first.told == [LOCK, "SELECT pg_advisory_unlock_all() None", "invalidate", "close"]
    with one.writing() as connection:
        assert connection is second
