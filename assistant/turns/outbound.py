"""What a turn says becomes messages: rendered, split, with buttons and segments."""

from datetime import datetime

from assistant.channels import Kind
from assistant.channels.sms import segments
from assistant.channels.telegram import texts
from assistant.rendering.prompts import Reader, speak
from assistant.schedule import quiet_hours
from assistant.turns.context import Known, Outcome
from storage.outbox.waiting import OutboundMessage
from storage.tables import Priority

MOST_SEGMENTS = 10  # of one SMS: Twilio takes 1,600 characters


def rows(known: Known, outcome: Outcome, now: datetime) -> list[OutboundMessage]:
    """The outbound messages of a turn, in order."""
    assert known.address is not None
    reader, found = reader_of(known, outcome.language), []
    sender, kind = sender_of(known), _kind(known, outcome)
    due_at, send_before = _due(known, outcome, now)
    turn_at = due_at + outcome.stands_back if outcome.stands_back else due_at
    for spoken in speak(outcome.prompts, reader):
        parts = _parts(spoken.text, reader)
        buttons = [[label, f"{outcome.asked}:{token}"] for label, token in spoken.buttons]
        for number, part in enumerate(parts, 1):
            message = OutboundMessage(  # by place, which costs a fifth of names, in every turn
                known.person.id,
                known.address.id,
                sender,
                kind,
                part,
                Priority.REMINDER if outcome.reminder else Priority.REPLY,
                due_at,
                turn_at,
                now,
                0 if reader.buttons else segments.count(part),
                send_before,
                buttons if buttons and number == len(parts) else None,
            )
            found.append(message)
    if found and outcome.asked and known.message.kind == Kind.INSIDE:
        found[-1] = found[-1]._replace(asked=outcome.asked)
    return found


def _due(known: Known, outcome: Outcome, now: datetime) -> tuple[datetime, datetime | None]:
    """From when and until when it may leave."""
    if not outcome.reminder:
        return now, None
    at = quiet_hours.within(now, known.person.zone)
    return at, quiet_hours.until(at, known.person.zone)


def sender_of(known: Known) -> str:
    """The side of ours that answers: the one they wrote to, which may be new to them."""
    assert known.address is not None
    inside = known.message.kind == Kind.INSIDE
    return known.address.sender if inside else known.message.sender


def reader_of(known: Known, language: str) -> Reader:
    """How this person reads: language, zone, channel, and how the programme addresses people."""
    telegram = known.address is not None and known.address.channel.endswith("telegram")
    home = known.enrolments[0].programme_id if known.enrolments else 0
    key = language, known.person.zone, telegram, home
    reader = known.shared.readers.get(key)
    if reader is None:
        programme = known.programmes.get(home) or next(iter(known.programmes.values()), None)
        reader = known.shared.readers[key] = Reader(
            language=language,
            zone=known.person.zone,
            formal=bool(programme and programme.formal),
            buttons=telegram,
            plain=not telegram,
        )
    return reader


def _parts(text: str, reader: Reader) -> list[str]:
    if reader.buttons:
        return texts.split(text)
    return segments.split(text, MOST_SEGMENTS)


def _kind(known: Known, outcome: Outcome) -> str:
    if outcome.compliance:
        return "compliance"
    if outcome.booked:
        return "reminder"
    if outcome.stranger:
        return "stranger"
    return "kept" if known.message.kind == Kind.INSIDE or outcome.handovers else ""
