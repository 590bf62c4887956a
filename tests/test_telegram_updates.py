"""Telegram's updates, as the Bot API delivers them: what we read, and what is not for us."""

import json
from typing import Any

import pytest
from telegram import Bot

from assistant.channels import Inbound, Kind
from assistant.channels.telegram import inbound, updates
from tests.together import together

BOT = Bot("4242:fake-bot-token")
ANA = {"id": 71, "is_bot": False, "first_name": "Ana", "language_code": "pt-br"}
PRIVATE = {"id": 71, "first_name": "Ana", "type": "private"}
GROUP = {"id": -100500, "title": "Mentors", "type": "supergroup"}
CHANNEL = {"id": -100600, "title": "News", "type": "channel"}
FILE = {"file_id": "F", "file_unique_id": "f"}
SIZED = {**FILE, "width": 90, "height": 60}
STICKER = {**SIZED, "type": "regular", "is_animated": False, "is_video": False}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"message_id": 5, "from": ANA, "chat": chat, "date": 1_770_000_000, **content}


def press(**content: Any) -> dict[str, Any]:
    query = {"id": "991", "from": ANA, "chat_instance": "3", "data": "v1:7:2"}
    return {"callback_query": {**query, "message": message(text="Ready?"), **content}}


def door(status: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    bot = {"id": 4242, "is_bot": True, "first_name": "Mentor"}
    until = {"until_date": 0} if status == "kicked" else {}
    new = {"user": bot, "status": status, **until}
    old = {"user": bot, "status": "member"}
    change = {"chat": chat, "from": ANA, "date": 1_770_000_000}
    return {"my_chat_member": {**change, "old_chat_member": old, "new_chat_member": new}}


def read(update: dict[str, Any]) -> Inbound | None:
    """The same by a webhook, as bytes, and by polling, as objects."""
    payload = {"update_id": 8001, **update}
    read = updates.read(json.dumps(payload).encode())
    assert read == updates.understand(payload)
    return inbound.receive(read, BOT)


COMMAND = [{"type": "bot_command", "offset": 0, "length": 6}]
FOR_US = [
    ({"message": message(text="olá 👋")}, Kind.TEXT, "olá 👋"),
    ({"message": message(text="/start abc", entities=COMMAND)}, Kind.TEXT, "/start abc"),
    ({"message": message(photo=[SIZED])}, Kind.PHOTO, ""),
    ({"message": message(photo=[SIZED], caption="my cv")}, Kind.PHOTO, "my cv"),
    ({"message": message(sticker=STICKER)}, Kind.STICKER, ""),
    ({"message": message(voice={**FILE, "duration": 3})}, Kind.VOICE, ""),
    ({"message": message(audio={**FILE, "duration": 3})}, Kind.VOICE, ""),
    ({"message": message(video_note={**FILE, "length": 9, "duration": 3})}, Kind.VOICE, ""),
    ({"message": message(video={**SIZED, "duration": 3}, caption="hi")}, Kind.OTHER, "hi"),
    ({"message": message(document=FILE, caption="see")}, Kind.OTHER, "see"),
    ({"message": message(location={"latitude": 1.5, "longitude": 2.5})}, Kind.OTHER, ""),
    ({"message": message(contact={"phone_number": "1", "first_name": "Lu"})}, Kind.OTHER, ""),
    ({"message": message(dice={"emoji": "🎲", "value": 4})}, Kind.OTHER, ""),
    ({"edited_message": message(text="Tuesday", edit_date=9)}, Kind.EDITED, "Tuesday"),
    ({"edited_message": message(photo=[SIZED], caption="new")}, Kind.EDITED, "new"),
    (press(), Kind.BUTTON, "v1:7:2"),
    (press(message={"chat": PRIVATE, "message_id": 5, "date": 0}), Kind.BUTTON, "v1:7:2"),
    (door("kicked"), Kind.BLOCKED, ""),
    (door("member"), Kind.UNBLOCKED, ""),
]


@together
@pytest.mark.parametrize(("update", "kind", "text"), FOR_US)
def test_an_update_of_a_private_chat_is_read(update: dict[str, Any], kind: Kind, text: str) -> None:
    expected = Inbound("telegram", "telegram:4242", "71", "8001", text, kind, "pt-br", "Ana")
    assert read(update) == expected


def test_photos_of_an_album_are_one_message_and_its_words_are_kept() -> None:
    parts = [
        message(photo=[SIZED], media_group_id="77", **words)
        for words in ({"caption": "my cv"}, {}, {}, {"caption": "and this"})
    ]
    given = [{"update_id": n, "message": part} for n, part in enumerate(parts)]
    found = [inbound.receive(updates.understand(update), BOT) for update in given]
    assert [(one.external_id, one.kind, one.text) for one in found if one] == [
        ("0", Kind.PHOTO, "my cv"),
        ("album 77", Kind.ALBUM, ""),
        ("album 77", Kind.ALBUM, ""),
        ("3", Kind.PHOTO, "and this"),
    ]


NOT_FOR_US = [
    {"message": message(GROUP, text="hello all")},
    {"edited_message": message(GROUP, text="hello all")},
    press(message=message(GROUP, text="Ready?")),
    door("kicked", GROUP),
    door("kicked", CHANNEL),
    {"channel_post": message(CHANNEL, text="news")},
    {"edited_channel_post": message(CHANNEL, text="news")},
    {"message": message(pinned_message=message(text="pinned"))},
    {"message": message(message_auto_delete_timer_changed={"message_auto_delete_time": 60})},
    {"edited_message": message(location={"latitude": 1.5, "longitude": 2.5}, edit_date=9)},
    press(message=None, inline_message_id="3"),
    press(data=None, game_short_name="chess"),
    {"inline_query": {"id": "1", "from": ANA, "query": "x", "offset": ""}},
    {"poll_answer": {"poll_id": "1", "user": ANA, "option_ids": [0]}},
    {"something_new": {"id": 1}},
    {},
]


@together
@pytest.mark.parametrize("update", NOT_FOR_US)
def test_an_update_of_anything_else_is_not_for_us(update: dict[str, Any]) -> None:
    assert read(update) is None


MALFORMED: list[dict[str, Any]] = [
    {},
    {"message": message(text="no id")},
    {"update_id": 1, "message": 5},
    {"update_id": 1, "message": []},
    {"update_id": 1, "message": "text"},
    {"update_id": 1, "message": {"text": "no chat"}},
    {"update_id": 1, "message": message({"id": 1}, text="no type")},
    {"update_id": 1, "message": message([1], text="a list")},  # type: ignore[arg-type]
    {"update_id": 1, "message": {**message(text="x"), "date": 10**30}},
    {"update_id": 1, "message": {**message(text="x"), "date": "soon"}},
    {"update_id": 1, "message": message(photo=7)},
    {"update_id": 1, "callback_query": {"id": "1"}},
    {"update_id": 1, "my_chat_member": {"chat": PRIVATE}},
]


@together
@pytest.mark.parametrize("payload", MALFORMED)
def test_a_malformed_update_is_no_update(payload: dict[str, Any]) -> None:
    for update in (updates.read(json.dumps(payload).encode()), updates.understand(payload)):
        assert inbound.receive(update, BOT) is None


@together
@pytest.mark.parametrize("payload", [None, 7, "text", [], [{"update_id": 1}]])
def test_what_is_no_object_is_no_update(payload: Any) -> None:
    assert updates.read(json.dumps(payload).encode()) == updates.understand(payload)
    assert inbound.receive(updates.understand(payload), BOT) is None


NO_JSON = (b"", b" ", b"{", b"[1,", b'{"update_id": 1} 2', b"\xff\xfe\xfd", b'{"update_id": 01}')
NO_JSON += (b"[" * 60_000, b'{"message":' * 5_000, b'{"text": "\xff"}', b'{"update_id": 1,}')


@together
@pytest.mark.parametrize("body", NO_JSON, ids=range(len(NO_JSON)))
def test_what_is_no_json_is_told_apart(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        updates.read(body)


BESIDE = (  # what stands beside the fields that we read
    "NaN",
    "-Infinity",
    "1" + "0" * 4_000,
    "1e999",
    '"\\ud83d"',
    "[" * 500 + "]" * 500,
    '{"new": {"text": 5, "chat": []}}',
)


@together
@pytest.mark.parametrize("value", BESIDE, ids=range(len(BESIDE)))
def test_what_stands_beside_it_keeps_nobody_from_being_read(value: str) -> None:
    said = json.dumps(message(text="hi"))[:-1] + f', "effect": {value}}}'
    body = f'{{"update_id": 1, "update_id": 8001, "new": {value}, "message": {said}}}'
    found = inbound.receive(updates.read(body.encode()), BOT)
    assert found == Inbound(
        "telegram", "telegram:4242", "71", "8001", "hi", Kind.TEXT, "pt-br", "Ana"
    )


def test_half_a_sign_is_read_as_it_stands() -> None:
    found = read({"message": message(text="fine \ud83d")})
    assert found is not None
    assert found.text == "fine \ud83d"


def test_words_that_are_no_words_are_left_out() -> None:
    stranger = {**ANA, "first_name": 7, "language_code": ["pt"]}
    found = read({"message": {**message(text={"a": 1}), "from": stranger}})
    assert found is not None
    assert (found.text, found.name, found.language) == ("", "", "")


def test_without_a_known_language_or_sender_nothing_is_guessed() -> None:
    anonymous = {k: v for k, v in message(text="hi").items() if k != "from"}
    found = read({"message": anonymous})
    assert found is not None
    assert (found.language, found.name, found.address) == ("", "", "71")
