"""Nothing arrives at an address any more: another way is taken, or a coordinator hears of it."""

from typing import Any

import pytest
from sqlalchemy import select, update

from assistant.channels import Report, SendError, TryLater, Unreachable
from assistant.outbox import delivery_reports
from storage.database import Database
from storage.tables import Address, Handover, Message, table
from tests.reaching import JAY, Reached
from tests.test_outbox import Carrier, send, write

A, H, M = table(Address), table(Handover), table(Message)
CHAT = "9001"
MOVED = "I can't reach you on Telegram just now, so I write to you here."


@pytest.fixture
def reached(db: Database) -> Reached:
    return Reached(db)


@pytest.fixture
def both(reached: Reached) -> Reached:
    """Jay is reached by SMS, and on Telegram since a while."""
    reached.new = reached.world.phone(CHAT, "simulated_telegram")
    reached.says(reached.new, "hi it's jay, new number")
    reached.says(reached.jay, "1")
    assert reached.told(CHAT) == []
    reached.passes(hours=1)
    reached.says(reached.new, "hello")
    reached.told()
    return reached


def test_who_shuts_the_bot_out_is_written_to_by_sms_and_hears_why(both: Reached) -> None:
    both.blocks(both.new)
    (said,) = both.told(JAY)
    assert said.startswith(MOVED)
    assert both.listed() == ["number_moved"]
    both.says(both.rosa, "TO jay see you")
    both.passes(minutes=1)
    both.says(both.rosa, "TO jay at four")
    assert [text for text in _all_to(both, JAY) if "at four" in text]


def test_back_again_when_the_first_is_heard_from(both: Reached) -> None:
    both.blocks(both.new)
    both.told()
    both.says(both.new, "im back")
    both.says(both.rosa, "TO jay see you")
    assert [text for text in _all_to(both, CHAT) if "see you" in text]
    assert not [text for text in _all_to(both, JAY) if "see you" in text]


def test_who_has_no_other_way_comes_onto_the_list_and_off_it_when_they_write(
    reached: Reached,
) -> None:
    reached.blocks(reached.jay)
    told = reached.told("777")
    assert any("I can't reach Jay any more: they've blocked me on Telegram" in one for one in told)
    assert any("on your list (1)" in one.lower() for one in reached.says(reached.dana, "list"))
    reached.says(reached.jay, "hey im back")
    assert "Your list is empty. Well done!" in reached.says(reached.dana, "list")


def test_who_writes_to_somebody_nobody_reaches_hears_so(reached: Reached) -> None:
    reached.blocks(reached.jay)
    told = reached.says(reached.rosa, "TO jay see you")
    assert told == ["I couldn't reach Jay with your text. Dana Reyes knows, and can help."]


@pytest.mark.parametrize(
    ("codes", "lost"),
    [
        (("30003", "30007", "30036"), True),  # out of reach, filtered, expired
        (("30007", "30007"), False),
        (("30007", "refused", "30007"), False),  # our own fault in between
        (("20003", "20003", "20003"), False),  # our account's trouble
        (("30006",), True),  # a landline, for good
    ],
)
def test_three_that_fail_in_a_row_count_and_no_trouble_of_ours(
    reached: Reached, codes: tuple[str, ...], *, lost: bool
) -> None:
    for number, code in enumerate(codes):
        write(reached.world, reached.jay, f"text {number}")
        why: SendError = Unreachable(code) if code == "30006" else SendError(code)
        send(reached.world, Carrier({f"text {number}": [why]}))
    reached.world.settle()
    assert reached.listed() == (["no_channel"] if lost else [])


def test_what_arrives_in_between_begins_the_count_anew(reached: Reached) -> None:
    for number, fails in enumerate((True, True, False, True, True)):
        write(reached.world, reached.jay, f"text {number}")
        does: dict[str, list[SendError]] = {f"text {number}": [SendError("30007")]}
        send(reached.world, Carrier(does if fails else {}))
    reached.world.settle()
    assert reached.listed() == []


def test_a_provider_that_is_down_loses_nobody(reached: Reached) -> None:
    for number in range(3):
        write(reached.world, reached.jay, f"text {number}")
    down: list[SendError] = [TryLater("unreached") for _ in range(9)]
    send(reached.world, Carrier({"text": down}), 9)
    reached.world.settle()
    assert reached.listed() == []


def test_what_has_failed_there_is_sent_the_other_way_once(both: Reached) -> None:
    write(both.world, both.new, "Tomorrow at four: Rosa")
    send(both.world, Carrier({"Tomorrow": [Unreachable("blocked")]}))
    both.world.settle()
    told = both.told(JAY)
    assert told[0].startswith(MOVED)
    assert told[1:] == ["Tomorrow at four: Rosa"]
    both.passes(minutes=1)
    assert both.told(JAY) == []


def test_a_report_that_comes_twice_counts_once(reached: Reached) -> None:
    write(reached.world, reached.jay, "one", status="sent", external_id="theirs")
    report = Report("simulated", "theirs", "failed", "30006", unreachable=True)
    for _ in range(2):
        with reached.world.db.writing() as db:
            delivery_reports.record(db, report, reached.world.now)
    reached.world.settle()
    assert reached.listed() == ["no_channel"]


def test_nobody_is_written_to_at_a_phone_that_they_share_unless_they_use_it(both: Reached) -> None:
    with both.world.db.writing() as db:
        shared = update(A).where(A.c.person_id == both.jay_id, A.c.channel == "simulated_sms")
        db.execute(shared.values(shared_id=A.c.id + 1000, heard_at=both.world.now))
    both.passes(hours=1)
    both.blocks(both.new)
    assert both.told(JAY) == []
    assert "no_channel" in both.listed()


def test_who_has_stopped_is_written_to_nowhere(both: Reached) -> None:
    both.says(both.new, "STOP")
    both.blocks(both.new)
    assert both.told() == []
    assert "no_channel" not in both.listed()


def test_a_stranger_who_cannot_be_reached_is_nobodys_concern(reached: Reached) -> None:
    reached.says(reached.new, "hello")
    reached.blocks(reached.new)
    assert reached.listed() == []


def _all_to(one: Reached, handle: str) -> list[Any]:
    with one.world.db.reading() as db:
        query = select(M.c.text, A.c.handle).join(A, A.c.id == M.c.address_id)
        return [row.text for row in db.execute(query.order_by(M.c.id)) if row.handle == handle]
