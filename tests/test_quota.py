"""Whom of those who have not agreed we answer: each limit just before it is reached, and at it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from assistant.channels import Kind
from assistant.ops.limits import Limits
from assistant.turns import strangers
from assistant.turns.context import Known, Outcome
from assistant.turns.strangers import LATER, SOON, Quota
from flows.engine.states import Prompt
from storage.entries import Entry
from storage.outbox.strangers import Spent
from storage.people.addresses import Reached
from storage.people.invitations import Invited
from storage.people.participants import ChangedEnrolment, Enrolment, NewEnrolment
from tests.one_turn import MENTEE, known
from tests.phones import START

HERE = frozenset({"US"})
HOUR, DAY, EACH = 100, 1000, 3


def somebody(channel: str = "sms", origin: str = "US", **more: Any) -> Known:
    """Who has agreed to nothing, on a real channel."""
    one = known("hi", **{"enrolments": ()} | more)
    address = Reached(MENTEE, MENTEE, channel, f"{channel}:1", None, origin)
    message = one.message._replace(sender=f"{channel}:1")
    return replace(one, address=address, message=message)


def enrolled(state: str = "invited", **profile: Any) -> tuple[Enrolment, ...]:
    return (Enrolment(MENTEE, 1, "mentee", state, profile),)


def says(texts: int = 1, **more: Any) -> Outcome:
    return Outcome(prompts=[Prompt("x", {})] * texts, **more)


def quota(hour: int = 0, day: int = 0, answered: int = 0) -> Quota:
    one = Quota(Limits(HOUR, DAY, EACH), HERE, Spent(hour, day))
    one.answered[MENTEE] = answered
    return one


BY_WORD = Entry(MENTEE, START, "joined by word", 9)


def test_where_somebody_is_from() -> None:
    def why(origin: str, **more: Any) -> str:
        return quota().refusal(somebody(origin=origin, **more), says())

    assert [why(origin) for origin in ("US", "", "FR")] == ["", "", "country"]
    assert why("FR", enrolments=enrolled("declined")) == ""
    assert why("FR", enrolments=enrolled("invited")) == "country"
    assert why("FR", enrolments=enrolled("invited", invited=True)) == ""
    invited = replace(somebody(origin="FR"), invitation=Invited(1, b"", 1, "mentee", {}))
    assert quota().refusal(invited, says()) == ""


def test_how_many_messages_each_gets() -> None:
    def why(answered: int, texts: int = 1, **more: Any) -> str:
        return quota(answered=answered).refusal(somebody("telegram", ""), says(texts, **more))

    assert [why(2), why(3), why(1, 2), why(2, 2)] == ["", "address", "", "address"]
    for owed in ({"stop": True}, {"helped": True}):
        assert [why(8, **owed), why(9, **owed)] == ["", "address"]
    assert why(99, 0) == ""
    assert quota(answered=99).refusal(replace(somebody(), address=None), says()) == ""


def test_what_the_installation_may_spend() -> None:
    """Half of it for who simply writes, more for who was asked, and all for HELP and STOP."""
    asked = {"enrolments": enrolled("declined")}
    cases: list[tuple[dict[str, Any], dict[str, Any], float]] = [
        ({}, {}, 0.5),
        (asked, {}, 0.6),
        ({}, {"entries": [BY_WORD]}, 0.75),
        (asked, {"entries": [BY_WORD]}, 0.75),
        (asked, {"stop": True}, 1.0),
        (asked, {"helped": True, "entries": [BY_WORD]}, 1.0),
        ({}, {"stop": True}, 0.5),
    ]
    for who, what, share in cases:
        for over, why in ((0, ""), (1, "installation")):
            spent = quota(hour=int(HOUR * share) - 4 + over)
            assert spent.refusal(somebody(**who), says(2, **what)) == why, (who, what)
            spent = quota(day=int(DAY * share) - 4 + over)
            assert spent.refusal(somebody(**who), says(2, **what)) == why, (who, what)
    full = quota(hour=HOUR, day=DAY)
    assert full.refusal(somebody("telegram"), says()) == ""
    assert full.refusal(somebody(enrolments=enrolled(invited=True)), says()) == ""


def test_what_is_answered_counts() -> None:
    one = quota()
    assert one.refusal(somebody(), says(2)) == ""
    assert (one.spent, one.answered[MENTEE]) == (Spent(4, 4), 2)
    assert one.refusal(somebody(), says(2)) == "address"
    assert one.refusal(somebody(origin="FR"), says()) == "country"
    assert (one.spent, one.answered[MENTEE]) == (Spent(4, 4), 2)
    one = quota()
    one.refusal(somebody("telegram"), says(2))
    assert (one.spent, one.answered[MENTEE]) == (Spent(0, 0), 2)


def test_how_far_back_an_answer_stands() -> None:
    one = quota()
    one.paces = {"sms:1": 2.0}
    by_word = says(entries=[BY_WORD])
    assert one.place(somebody(enrolments=enrolled(invited=True)), says()) == timedelta(0)
    assert one.place(somebody(), says()) == LATER
    assert [one.place(somebody(), by_word) for _ in range(3)] == [SOON, SOON, LATER]
    assert one.soon["sms:1"] == 4
    unknown = quota()
    assert [unknown.place(somebody(), by_word) for _ in range(2)] == [SOON, LATER]


def test_who_is_a_stranger() -> None:
    def stranger(one: Known) -> bool:
        return strangers._is_stranger(one)

    inside, costly = {"kind": Kind.INSIDE}, next(iter(strangers.numbers.NEVER))
    assert stranger(somebody())
    assert stranger(somebody(enrolments=enrolled("declined")))
    assert not stranger(somebody(enrolments=enrolled("ready")))
    assert not stranger(somebody(**inside))
    assert not stranger(known(enrolments=()))  # at a simulated phone
    assert stranger(somebody(origin=costly, enrolments=enrolled("ready")))
    assert not stranger(somebody(origin=costly, **inside))
    assert not strangers._is_costly(replace(somebody(), address=None))


def test_what_is_left_of_a_turn_that_is_not_answered() -> None:
    def left(one: Known, outcome: Outcome, counts: Quota | None = None) -> Outcome:
        return strangers.bounded(one, outcome, counts or quota())

    full, costly = quota(answered=99), next(iter(strangers.numbers.NEVER))
    refused = left(somebody(), says(handovers=[object()]), full)
    assert (refused.prompts, refused.unanswered, refused.handovers) == ([], "address", ())
    stops = left(somebody(enrolments=enrolled()), says(stop=True), full)
    assert (stops.prompts, stops.unanswered, stops.stop) == ([], "address", True)
    never = left(somebody(origin=costly), says())
    assert (never.prompts, never.unanswered) == ([], "number")
    answered = left(somebody(), says())
    assert (answered.stranger, answered.stands_back, len(answered.prompts)) == (True, LATER, 1)
    unknown = left(somebody(), says(stop=True))
    assert (unknown.prompts, unknown.stop, unknown.stranger) == ([], True, True)
    assert len(left(somebody(enrolments=enrolled()), says(stop=True)).prompts) == 1
    for change in (
        {"enrolled": [NewEnrolment(MENTEE, 1, "mentee", "consented", {}, START)]},
        {"enrolments": [ChangedEnrolment(MENTEE, 1, "mentee", "ready", {})]},
    ):
        agrees = left(somebody(), says(**change), full)
        assert (len(agrees.prompts), agrees.stranger) == (1, False)
        assert left(somebody(origin=costly), says(**change)).unanswered == "number"
    declines = [ChangedEnrolment(MENTEE, 1, "mentee", "declined", {})]
    assert left(somebody(), says(enrolments=declines), full).unanswered == "address"
    for needs in ({"urgent": True}, {"acknowledged": [object()]}, {"seen_to": [(1, "")]}):
        assert len(left(somebody(), says(**needs), full).prompts) == 1
        assert left(somebody(origin=costly), says(**needs)).prompts == []
