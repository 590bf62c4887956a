"""The agreement of two people: both agree to the same version, or to nothing."""

import pytest

from flows.lifecycles import agreement
from flows.lifecycles.agreement import SIDES, Act, Agreement, Stale, Terms

TERMS = Terms("month", 60, "person", "09:00", "20:00", "2026-06-30")
WEEKLY = Terms("week", 60, "person", "09:00", "20:00", "2026-06-30")
PHONE = Terms("month", 60, "phone", "09:00", "20:00", "2026-06-30")


def after(*acts: Act, start: Agreement | None = None) -> Agreement:
    found = start or agreement.follow(Agreement(), Act("begin", terms=TERMS))
    for act in acts:
        found = agreement.follow(found, act)
    return found


def okay(side: str, version: int = 1, needs: frozenset[str] = SIDES) -> Act:
    return Act("okay", side, version, needs=needs)


def change(side: str, version: int, terms: Terms) -> Act:
    return Act("change", side, version, terms)


SETTLED = after(okay("mentee"), okay("mentor"))


def test_both_agree_to_the_same_version() -> None:
    assert after(okay("mentee")).state == "open"
    assert SETTLED.holds is not None
    assert SETTLED.holds.terms == TERMS


def test_a_change_asks_the_other_anew() -> None:
    found = after(okay("mentee"), change("mentor", 1, WEEKLY))
    assert found.asked is not None
    assert found.asked.number == 2
    assert agreement.missing(found, SIDES) == {"mentee"}


def test_an_okay_of_an_old_version_counts_for_nothing() -> None:
    found = after(change("mentor", 1, WEEKLY))
    with pytest.raises(Stale):
        agreement.follow(found, okay("mentee", 1))


def test_both_wish_for_the_same_at_once() -> None:
    found = after(change("mentor", 1, WEEKLY), change("mentee", 1, WEEKLY))
    assert found.holds is not None
    assert found.holds.terms == WEEKLY


def test_both_wish_for_something_else_at_once() -> None:
    with pytest.raises(Stale):
        after(change("mentor", 1, WEEKLY), change("mentee", 1, PHONE))


def test_who_else_has_to_agree_is_waited_for() -> None:
    needs = SIDES | {"mentee_guardian"}
    found = after(okay("mentee", 1, needs), okay("mentor", 1, needs))
    assert found.state == "open"
    assert agreement.follow(found, okay("mentee_guardian", 1, needs)).state == "settled"


def test_nobody_else_can_agree() -> None:
    with pytest.raises(Stale):
        after(okay("coordinator"))


def test_what_was_agreed_holds_until_the_change_is() -> None:
    found = after(change("mentor", 1, WEEKLY), start=SETTLED)
    assert found.holds == SETTLED.holds
    for other in (Act("keep", "mentee", 2), change("mentee", 2, TERMS)):  # in other words
        kept = after(other, start=found)
        assert (kept.state, kept.holds) == ("settled", SETTLED.holds)
    settled = after(okay("mentee", 2), start=found)
    assert settled.holds is not None
    assert settled.holds.terms == WEEKLY


def test_a_version_that_came_to_nothing_is_never_meant_again() -> None:
    found = after(change("mentor", 1, WEEKLY), Act("keep", "mentee", 2), start=SETTLED)
    found = agreement.follow(found, change("mentor", 1, PHONE))
    with pytest.raises(Stale):
        agreement.follow(found, okay("mentee", 2))
    assert agreement.follow(found, okay("mentee", 3)).state == "settled"


def test_there_is_nothing_to_keep_before_anything_was_agreed() -> None:
    with pytest.raises(Stale):
        after(Act("keep", "mentee", 1))


def test_more_time_is_a_version_of_nobodys() -> None:
    longer = Terms("month", 60, "person", "09:00", "20:00", "2026-12-31")
    found = after(Act("renew", version=1, terms=longer), start=SETTLED)
    assert agreement.missing(found, SIDES) == SIDES


def test_who_had_agreed_need_only_hear_what_is_different() -> None:
    found = after(okay("mentee"), change("mentor", 1, WEEKLY), change("mentor", 2, PHONE))
    assert found.asked is not None
    assert (found.asked.was, found.asked.knows) == (TERMS, ("mentee",))
    assert found.asked.terms.changes(TERMS) == ("how",)
