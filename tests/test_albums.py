"""Several photos at once are one message, and are answered once."""

import pytest

from assistant.channels import Kind
from storage.database import Database
from tests.phones import World


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def test_an_album_is_answered_once(world: World) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says("bridge", "ok")
    world.passes(minutes=1)
    photos = [phone.inbound("", Kind.ALBUM, "album 77") for _ in range(3)]
    assert sum("I only read words" in text for text in phone.sends(*photos)) == 1
    assert phone.sends(*photos) == []


def test_an_album_with_words_is_answered_for_its_words(world: World) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says("bridge", "ok")
    world.passes(minutes=1)
    caption, rest = phone.inbound("23", Kind.PHOTO), phone.inbound("", Kind.ALBUM, "album 77")
    said = phone.sends(caption, rest)
    assert len(said) == 1
    assert "What should I call you" in said[0]


@pytest.mark.parametrize(("seconds", "answers"), [(9.9, 0), (10.0, 1)])
def test_the_rest_of_an_album_comes_within_ten_seconds(
    world: World, seconds: float, answers: int
) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says("bridge", "ok")
    world.passes(minutes=1)
    phone.sends(phone.inbound("23", Kind.PHOTO))
    world.passes(seconds=seconds)
    assert len(phone.sends(phone.inbound("", Kind.ALBUM, "album 77"))) == answers
