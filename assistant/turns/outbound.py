"""What a turn says becomes messages: rendered, split, with buttons and segments."""

from collections.abc import Sequence
from datetime import datetime

from assistant.channels import Kind
from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.channels.telegram import texts
from assistant.programmes import definitions
from assistant.rendering.prompts import Reader, render, speak
from assistant.schedule import quiet_hours
from assistant.turns.context import Known, Outcome
from storage.mentoring.certified import KIND as CERTIFICATE
from storage.mentoring.relayed import KIND
from storage.outbox.waiting import OutboundMessage
from storage.people import participants
from storage.people.programmes import Programme
from storage.runs import NewRun, OpenRun
from storage.tables import Priority, Status

MOST_SEGMENTS = 10  # of one SMS: Twilio takes 1,600 characters


def rows(known: Known, outcome: Outcome, now: datetime) -> list[OutboundMessage]:
    """The outbound messages of a turn, in order."""
    assert known.address is not None
    reader, found = reader_of(known, outcome.language, outcome.opened), []
    sender, kind = sender_of(known), _kind(known, outcome)
    due_at, send_before = _due(known, outcome, now)
    turn_at = due_at + outcome.stands_back if outcome.stands_back else due_at
    for spoken in speak(outcome.prompts, reader, _called(known, outcome)):
        parts = _parts(spoken.text, reader)
        buttons = None
        if spoken.buttons:
            buttons = [[label, f"{outcome.asked}:{token}"] for label, token in spoken.buttons]
        for number, part in enumerate(parts, 1):
            message = OutboundMessage(  # by place, which costs a fifth of names, in every turn
                known.person.id,
                known.address.id,
                sender,
                kind,
                part,
                _priority(outcome),
                due_at,
                turn_at,
                now,
                0 if reader.buttons else segments.count(part),
                send_before,
                buttons if number == len(parts) else None,
            )
            found.append(message)
    if outcome.certificate and found:
        found[0] = found[0]._replace(kind=CERTIFICATE)
    if outcome.file:
        found.append(_with_file(known, outcome, reader, now))
    elif found and outcome.asked and known.message.kind == Kind.INSIDE:
        found[-1] = found[-1]._replace(asked=outcome.asked)
    if outcome.about is not None:
        found = [one._replace(match_id=outcome.about) for one in found]
    return _withheld(known, outcome, found) if known.address.doubted_at else found


def _withheld(
    known: Known, outcome: Outcome, found: list[OutboundMessage]
) -> list[OutboundMessage]:
    """What nobody has asked for waits until it is known whose phone it is."""
    if known.message.kind != Kind.INSIDE or outcome.urgent or outcome.compliance:
        return found
    return [one._replace(status=Status.WITHHELD) for one in found]


def _called(known: Known, outcome: Outcome) -> str:
    """The name that texts to them begin with, where others share their phone."""
    assert known.address is not None
    if not known.address.shared_id or known.address.is_phone:
        return ""
    return outcome.person.get("name") or known.person.name or ""


def _priority(outcome: Outcome) -> Priority:
    if outcome.urgent:
        return Priority.PAGE
    crossing = outcome.crossing
    later = outcome.reminder or (crossing and (crossing.others_words or crossing.in_line))
    return Priority.REMINDER if later else Priority.REPLY


def _with_file(known: Known, outcome: Outcome, reader: Reader, now: datetime) -> OutboundMessage:
    """What the outbox hands over with a file."""
    assert known.address is not None
    text = render(outcome.file, {}, reader)
    who = known.person.id, known.address.id, sender_of(known)
    return OutboundMessage(*who, "file", text, Priority.REPLY, now, now, now)


def _due(known: Known, outcome: Outcome, now: datetime) -> tuple[datetime, datetime | None]:
    """From when and until when it may leave."""
    if not outcome.reminder:
        return quiet_hours.within(now, known.person.zone) if outcome.by_day else now, None
    at = quiet_hours.within(now, known.person.zone)
    return at, quiet_hours.until(at, known.person.zone)


def sender_of(known: Known) -> str:
    """The side of ours that answers: the one they wrote to, which may be new to them."""
    assert known.address is not None
    inside = known.message.kind == Kind.INSIDE
    return known.address.sender if inside else known.message.sender


def reader_of(known: Known, language: str, opened: Sequence[NewRun] = ()) -> Reader:
    """How this person reads: language, country, channel, and how their programme writes to them.

    `opened` are the runs that this turn has opened: of somebody new nothing else tells the role.
    """
    address = known.address
    channel, origin = (address.channel, address.origin) if address else ("", "")
    home, role = _spoken_to(known, opened)
    key = language, known.person.zone, origin, channel, home, role
    reader = known.shared.readers.get(key)
    if reader is None:
        reader = known.shared.readers[key] = _reader(known, language, home, role)
    return reader


def _reader(known: Known, language: str, home: int, role: str) -> Reader:
    programme = known.programmes.get(home) or next(iter(known.programmes.values()), None)
    telegram = known.address is not None and known.address.channel.endswith("telegram")
    return Reader(
        language=language,
        zone=known.person.zone,
        country=_country(known, programme),
        formal=programme is not None and definitions.is_formal(programme, role),
        buttons=telegram,
        letters=Letters.WRITTEN if telegram else _letters(programme),
    )


def _spoken_to(known: Known, opened: Sequence[NewRun]) -> tuple[int, str]:
    """The programme that speaks to them, 0 for whichever there is, and their role in it."""
    if one := participants.newest(known.enrolments):
        return one.programme_id, one.role
    runs: Sequence[OpenRun | NewRun] = known.runs or opened
    return (runs[-1].programme_id or 0, runs[-1].role) if runs else (0, "mentee")


def _country(known: Known, programme: Programme | None) -> str:
    """That of their number where it tells one, else that of the programme."""
    origin = known.address.origin if known.address else ""
    return origin if len(origin) == len("US") else programme.country if programme else ""


def _letters(programme: Programme | None) -> Letters:
    accents = programme is None or programme.settings.get("accents", True)
    return Letters.TYPED if accents else Letters.PLAIN


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
    if outcome.crossing and outcome.crossing.others_words:
        return KIND
    return "kept" if known.message.kind == Kind.INSIDE or outcome.handovers else ""
