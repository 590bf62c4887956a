"""The twelve promises, over a whole programme of many people that is lived through once.

Everybody's behaviour has a seed: silence, muddle, refusals, words of harm at night, STOP, LEAVE,
FORGET, a break, and a process that dies in the middle.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.database import open_database
from tests.conftest import sqlite_url
from tests.year import promises, short
from tests.year.promises import DAY, WEEK, Judge
from tests.year.record import Record, Sent


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """All that was said and sent, from the first word to the follow-up."""
    with pytest.MonkeyPatch.context() as patch:
        db = open_database(sqlite_url(Path(tmp_path_factory.mktemp("promises"))))
        yield short.lived(db, patch).record()
        db.close()


def kept(judge: Judge, record: Record, cases: int) -> bool:
    """Whether the promise is kept, in at least so many cases."""
    verdict = judge(record)
    assert list(verdict.wrong) == []
    assert verdict.cases >= cases
    return True


def test_no_link_ever_needs_opening(record: Record) -> None:
    assert kept(promises.no_link_needs_opening, record, 1000)
    ended = {one.to[0] for one in record.sent if one.place == "follow_up.how"}
    assert ended == {"simulated_sms", "simulated_telegram"}  # it goes to the very end without


def test_never_a_reserved_word(record: Record) -> None:
    assert kept(promises.no_reserved_word, record, 1000)


def test_never_outside_hours(record: Record) -> None:
    assert kept(promises.never_outside_hours, record, 100)


def test_never_over_budget(record: Record) -> None:
    assert kept(promises.never_over_budget, record, 100)


def test_nobody_waits_without_a_status(record: Record) -> None:
    assert kept(promises.nobody_waits_without_a_status, record, 20)


def test_opt_out_is_instant_and_everywhere(record: Record) -> None:
    assert kept(promises.opt_out_is_instant_and_everywhere, record, 3)


def test_safety_beats_every_flow(record: Record) -> None:
    assert kept(promises.safety_beats_every_flow, record, 3)


def test_a_named_human_ends_every_alert(record: Record) -> None:
    assert kept(promises.a_named_human_ends_every_alert, record, 3)


def test_every_match_has_reasons_and_a_human_approval(record: Record) -> None:
    assert kept(promises.every_match_has_reasons_and_an_approval, record, 8)


def test_every_pair_ends_with_a_goodbye_path(record: Record) -> None:
    assert kept(promises.every_pair_ends_with_a_goodbye, record, 6)


def test_resumes_after_any_interruption_or_restart(record: Record) -> None:
    assert kept(promises.resumes_after_any_interruption, record, 5)


def test_your_data_comes_back_by_text(record: Record) -> None:
    assert kept(promises.data_back_by_text, record, 4)


# Each judge can fail: what it is shown is spoiled in one place.


def with_text(record: Record, text: str, **other: Any) -> Record:
    """Somebody is sent this as well, just after something else."""
    one = record.sent[len(record.sent) // 2]
    more = one._replace(id=one.id + 1_000_000, text=text, **other)
    return replace(record, sent=sorted([*record.sent, more], key=lambda sent: sent.at))


def without(record: Record, gone: Callable[[Sent], bool]) -> Record:
    return replace(record, sent=[one for one in record.sent if not gone(one)])


def with_rows(record: Record, name: str, **changed: Any) -> Record:
    """Every row of that table is otherwise."""
    rows = [{**row, **changed} for row in record.rows(name)]
    return replace(record, tables={**record.tables, name: rows})


def at_night(record: Record) -> Record:
    """Something that nobody had asked for comes at four in the morning instead."""
    one = next(one for one in record.sent if one.place == "check_in.how" and one.at.hour < 17)
    night = one.at.replace(hour=9) if one.at.hour > 12 else one.at.replace(hour=2)
    return with_text(record, "How is it going?", person=one.person, to=one.to, at=night, priority=1)


def twice_a_day(record: Record) -> Record:
    one = next(one for one in record.sent if one.place == "check_in.how")
    later = one.at + timedelta(minutes=5)
    return with_text(
        record, "One more.", person=one.person, to=one.to, at=later, priority=1, kind=""
    )


def unheard(record: Record) -> Record:
    """Who waits longest hears nothing after the first week."""
    waits = promises.waits(record)
    person, _what = max(waits, key=lambda one: waits[one][1] - waits[one][0])
    return without(record, lambda one: one.person == person and one.at > record.began + WEEK)


def after_stop(record: Record) -> Record:
    stop = next(one for one in record.said if one.text == "STOP")
    later = stop.at + DAY
    return with_text(record, "Hi again!", person=stop.person, to=stop.by, at=later, kind="")


def no_help(record: Record) -> Record:
    return without(record, lambda one: promises.HELPLINE in one.text)


def unsaid(record: Record) -> Record:
    """Nobody is told that it is over."""
    ends = {row["closed_at"] for row in record.rows("matches") if row["closed_at"]}
    return without(record, lambda one: any(at <= one.at <= at + WEEK for at in ends))


def no_data(record: Record) -> Record:
    asked = {(one.person, one.at) for one in record.said if one.text == "MYDATA"}
    return without(record, lambda one: (one.person, one.at) in asked)


def known_still(record: Record) -> Record:
    gone = next(one for one in record.said if one.place == "forgetting.sure" and one.text == "1")
    return with_rows(record, "handovers", text=f"{record.names[gone.by]} asks something")


SPOILED: dict[str, tuple[Judge, Callable[[Record], Record]]] = {
    "a link": (
        promises.no_link_needs_opening,
        lambda record: with_text(record, "Open www.example.org/form first"),
    ),
    "a carrier's word": (
        promises.no_reserved_word,
        lambda record: with_text(record, "Can't come? Text CANCEL."),
    ),
    "a carrier's word as an option": (
        promises.no_reserved_word,
        lambda record: with_text(record, "Shall I?\n1 yes\n2 not now"),
    ),
    "at night": (promises.never_outside_hours, at_night),
    "twice a day": (promises.never_over_budget, twice_a_day),
    "left waiting": (promises.nobody_waits_without_a_status, unheard),
    "after STOP": (promises.opt_out_is_instant_and_everywhere, after_stop),
    "no helpline": (promises.safety_beats_every_flow, no_help),
    "nobody is paged": (
        promises.safety_beats_every_flow,
        lambda record: replace(record, tables={**record.tables, "pages": []}),
    ),
    "nobody has it": (
        promises.a_named_human_ends_every_alert,
        lambda record: with_rows(record, "concerns", acknowledged_by=None),
    ),
    "no reason": (
        promises.every_match_has_reasons_and_an_approval,
        lambda record: with_rows(record, "matches", reason="Just so.", reasons=None),
    ),
    "nobody approved": (
        promises.every_match_has_reasons_and_an_approval,
        lambda record: with_rows(record, "matches", paired_by=0),
    ),
    "no goodbye": (promises.every_pair_ends_with_a_goodbye, unsaid),
    "lost": (
        promises.resumes_after_any_interruption,
        lambda record: with_rows(record, "messages", answered_at=None),
    ),
    "twice": (
        promises.resumes_after_any_interruption,
        lambda record: replace(record, handed=dict.fromkeys(record.handed, 2)),
    ),
    "no data": (promises.data_back_by_text, no_data),
    "not forgotten": (promises.data_back_by_text, known_still),
}


@pytest.mark.parametrize("name", SPOILED)
def test_each_judge_sees_what_is_wrong(record: Record, name: str) -> None:
    judge, spoil = SPOILED[name]
    assert judge(spoil(record)).wrong
