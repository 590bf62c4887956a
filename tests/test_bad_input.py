"""Whatever is sent, in every state of every flow: a kind answer, and never a wrong advance."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.channels import Kind
from flows import FLOWS
from flows.engine.states import Choice
from storage.database import open_database
from storage.tables import Participant, table
from tests.conftest import sqlite_url
from tests.everywhere import at, at_once, where
from tests.phones import World

N = table(Participant)
# Choices at which own words are for a person: told at once, or offered as the message.
FOR_A_PERSON = (
    "safety.safe",
    "safety.other_safe",
    "check_in.safe",
    "desk.item",
    "feedback.reason",
)
NO_WORDS = ["", "   ", "\0", "\ud83d", "🎉🎉", "…", "\u202e", "<>", "!!!"]
ODD = ["a" * 10_000, "\u202eمرحبا كيف حالك", "<script>alert(1)</script>", "नमस्ते", "{name} {0} %d"]  # noqa: RUF001
KINDS = [Kind.PHOTO, Kind.STICKER, Kind.VOICE, Kind.OTHER, Kind.EDITED]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("odd")))))


def faults(world: World) -> int:
    with world.db.reading() as db:
        query = "SELECT count(*) FROM handover WHERE kind = 'fault'"
        return int(db.execute(text(query)).scalar_one())


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("channel", ["simulated_sms", "simulated_telegram"])
def test_what_holds_no_words_gets_a_kind_answer_and_moves_nothing(
    world: World, flow: str, channel: str
) -> None:
    said = [(words, Kind.TEXT) for words in NO_WORDS] + [("", kind) for kind in KINDS]
    for phone, stand, words, kind in at_once(world, flow, channel, said):
        replies = phone.hears()
        assert replies, (stand, words)
        assert where(world, phone) == at(stand), (words, kind)
        if kind is not Kind.TEXT:
            assert "escrí" in replies[0].lower() or "escri" in replies[0].lower()
    assert faults(world) == 0


# Where a name may be written, of which it is said if nobody has it; or a line that is shown again.
OWN_WORDS = {"pairing.best", "pairing.use"}
OWN_WORDS |= {f"relay.{state}" for state in ("send", "note", "all", "who")}


@pytest.mark.parametrize("flow", FLOWS)
def test_odd_words_are_a_free_answer_or_none(world: World, flow: str) -> None:
    said = [(words, Kind.TEXT) for words in ODD]
    for phone, stand, words, _ in at_once(world, flow, "simulated_sms", said):
        assert phone.hears(), (stand, words[:40])
        if isinstance(stand.asked, Choice) and repr(stand) not in {*FOR_A_PERSON, *OWN_WORDS}:
            assert where(world, phone) == at(stand), words[:40]
        assert all(len(row["text"]) <= 1600 for row in phone.thread())
    assert faults(world) == 0


def test_a_name_with_markup_or_an_emoji_is_only_a_name(world: World) -> None:
    phone = world.phone("+12125550111")
    phone.says("bridge", "ok", "23")
    assert phone.says("Zoë 🌸")[0].startswith("Nice to meet you, Zoë.")
    world.now += timedelta(seconds=1)
    assert "<b>" not in world.phone("+12125550112").says("bridge", "ok", "23", "<b>Jay</b>")[0]
