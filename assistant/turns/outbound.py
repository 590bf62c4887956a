"""What a turn says becomes messages: rendered, split, with buttons and segments."""

from datetime import datetime
from typing import Any, cast

from assistant.channels import Kind
from assistant.channels.sms import segments
from assistant.channels.telegram import texts
from assistant.rendering.prompts import Reader, speak
from assistant.turns.context import Known, Outcome
from storage.tables import Priority, Status

MOST_SEGMENTS = 10  # of one SMS: Twilio takes 1,600 characters


def rows(known: Known, outcome: Outcome, now: datetime) -> list[dict[str, Any]]:
    """The outbound rows of a turn, in order."""
    assert known.address is not None
    reader = reader_of(known, outcome.language)
    found = []
    for spoken in speak(outcome.prompts, reader):
        parts = _parts(spoken.text, reader)
        buttons = [[label, f"{outcome.asked}:{token}"] for label, token in spoken.buttons]
        for number, part in enumerate(parts, 1):
            last = number == len(parts)
            found.append(_row(known, outcome, part, buttons if last and buttons else None, now))
            found[-1]["segments"] = 0 if reader.buttons else segments.count(part)
    if found and outcome.asked and known.message.kind == Kind.INSIDE:
        found[-1]["asked"] = outcome.asked
    return found


def sender_of(known: Known) -> str:
    """The side of ours that answers: the one they wrote to, which may be new to them."""
    assert known.address is not None
    inside = known.message.kind == Kind.INSIDE
    return known.address.sender if inside else known.message.sender


def reader_of(known: Known, language: str) -> Reader:
    """How this person reads: language, zone, channel, and how the programme addresses people."""
    telegram = known.address is not None and known.address.channel.endswith("telegram")
    home = known.enrolments[0].programme_id if known.enrolments else 0
    key = "reader", language, known.person.zone, telegram, home
    reader = known.shared.get(key)
    if reader is None:
        programme = known.programmes.get(home) or next(iter(known.programmes.values()), None)
        reader = known.shared[key] = Reader(
            language=language,
            zone=known.person.zone,
            formal=bool(programme and programme.formal),
            buttons=telegram,
            plain=not telegram,
        )
    return cast(Reader, reader)


def _parts(text: str, reader: Reader) -> list[str]:
    if reader.buttons:
        return texts.split(text)
    return segments.split(text, MOST_SEGMENTS)


def _row(
    known: Known, outcome: Outcome, text: str, buttons: list[list[str]] | None, now: datetime
) -> dict[str, Any]:
    assert known.address is not None
    return {
        "person_id": known.person.id,
        "address_id": known.address.id,
        "direction": "out",
        "sender": sender_of(known),
        "kind": _kind(known, outcome),
        "text": text,
        "asked": None,
        "buttons": buttons,
        "status": Status.QUEUED,
        "priority": Priority.REMINDER if outcome.reminder else Priority.REPLY,
        "due_at": now,
        "turn_at": now + outcome.stands_back if outcome.stands_back else None,
        "send_before": None,
        "created_at": now,
    }


def _kind(known: Known, outcome: Outcome) -> str:
    if outcome.compliance:
        return "compliance"
    if outcome.booked:
        return "reminder"
    if outcome.stranger:
        return "stranger"
    return "kept" if known.message.kind == Kind.INSIDE or outcome.handovers else ""
