"""What holds where nothing is said: of an installation, a turn, a row, a message."""

from dataclasses import fields, is_dataclass
from typing import Any

from assistant.ops.limits import USUAL
from assistant.turns import batch_matches, context, lookups, open_runs
from assistant.turns.context import Outcome, Policy
from flows.engine import intents, standing, states
from storage import entries, handovers, timers
from storage.inbox import received, unanswered
from storage.mentoring import matches, meetings
from storage.outbox import waiting
from storage.people import guardians
from storage.records import erasures
from storage.safeguarding import concerns

NOTHING = ("", 0, False)


def said(module: Any) -> dict[str, Any]:
    """What fields of a module's classes hold by themselves, where that is something."""
    found: dict[str, Any] = {}
    for name, kind in vars(module).items():
        if not isinstance(kind, type) or kind.__module__ != module.__name__:
            continue
        given = getattr(kind, "_field_defaults", {})
        if is_dataclass(kind):
            given = {one.name: one.default for one in fields(kind)}
        for field, value in given.items():
            if isinstance(value, bool | int | float | str) and value not in NOTHING:
                found[f"{name}.{field}"] = value
    return found


def test_what_fields_hold_by_themselves() -> None:
    modules = (context, lookups, open_runs, intents, standing)
    modules += (entries, handovers, timers, unanswered, meetings, guardians, concerns)
    for module in modules:
        assert said(module) == ({"HandedOver.told": True} if module is context else {}), module
    assert said(states) == {
        "Question.leave": True,
        "Choice.leave": True,
        "Several.leave": True,
        "Several.most": 3,
    }
    assert said(received) == {"InboundMessage.direction": "in", "InboundMessage.status": "received"}
    assert said(waiting) == {"OutboundMessage.direction": "out", "OutboundMessage.status": "queued"}
    assert said(batch_matches) == {"Pair.state": "active"}
    assert said(matches) == {"NewMatch.state": "offered"}
    assert said(erasures) == {"NewErasure.stage": "others"}


def test_an_installation_that_says_nothing() -> None:
    policy = Policy()
    assert (policy.limits, policy.reaches_people) == (USUAL, False)
    assert (policy.stop_answered_by, policy.paces, policy.senders) == (
        *(frozenset(), {}, context.NOWHERE),
    )


def test_how_many_wrong_codes_are_looked_at_in_an_hour() -> None:
    guesses = Policy().guesses
    for _ in range(9):
        guesses.wrong(1, 0.0)
    assert guesses.wait(1, 0.0) == 0
    guesses.wrong(1, 0.0)
    assert [guesses.wait(1, at) for at in (0.0, 3599.0, 3600.0)] == [3600.0, 1.0, 0.0]
    for number in range(989):
        guesses.wrong(number + 2, 0.0)
    assert guesses.wait(0, 0.0) == 0
    guesses.wrong(0, 0.0)
    assert guesses.wait(-1, 0.0) == 3600.0


def test_a_turn_that_decides_nothing() -> None:
    for one in fields(Outcome):
        assert not getattr(Outcome(), one.name), one.name
