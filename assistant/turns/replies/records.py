"""The record of a concern, by text: for those on call, and nobody else; each look is kept."""

import re
from datetime import datetime

from assistant.safeguarding import rota, texts
from assistant.schedule.quiet_hours import local
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries
from storage.safeguarding.lines import Kind, NewLine
from storage.safeguarding.records import Record

_ASKED = re.compile(r"\s*(?:record|registro|dossier)\s*#?(\d{1,9})?\W*", re.IGNORECASE)
MOST = 20  # lines in one answer, the newest
LINES = {Kind.WORDS: texts.WROTE, Kind.TOLD: texts.WAS_TOLD, Kind.LOOKED: texts.READ_BY}


def hear(talk: Conversation, text: str) -> bool:
    """Whether somebody of the staff asks for a record: of that number, or of the newest concern
    for which they were paged. To anybody else these are words like others."""
    found = _ASKED.fullmatch(text)
    programmes = _on_call_for(talk) if found else set()
    if found is None or not programmes or talk.offers(text):
        return False
    calls = talk.known.rare.calls.get(talk.person.id, ())
    number = int(found[1]) if found[1] else next((one.concern for one in calls), 0)
    record = _record(talk, number)
    if record is None or record.programme_id not in programmes:
        talk.say(texts.NO_RECORD)
    else:
        _show(talk, record)
    return True


def _on_call_for(talk: Conversation) -> set[int]:
    """The programmes of whose rota they are: by name, or as the coordinator where it says so."""
    mine = {one.programme_id for one in talk.known.rare.on_call if one.person_id == talk.person.id}
    for programme in talk.desks:
        if any(one.coordinator for one in rota.read(talk.known.programmes[programme])):
            mine.add(programme)
    return mine


def _record(talk: Conversation, number: int) -> Record | None:
    if number not in talk.known.rare.records:
        raise Lacking("record", person=number)
    return talk.known.rare.records[number]


def _show(talk: Conversation, one: Record) -> None:
    """Words, pages, who has it, what was said: by their times."""
    who = one.name or texts.SOMEBODY
    told: list[tuple[datetime, str, dict[str, object]]] = [
        (one.opened_at, texts.WROTE, {"said": one.words})
    ]
    told += [(page.at, texts.WAS_PAGED, {"staff": page.name}) for page in one.pages]
    told += [(line.at, LINES[Kind(line.kind)], _values(one, line)) for line in one.lines]
    if one.acknowledged_at:
        told.append((one.acknowledged_at, texts.TOOK_IT, {"staff": one.acknowledged_by or "?"}))
    if one.closed_at:
        told.append((one.closed_at, texts.SEEN_TO, {"said": one.note or ""}))
    talk.say(texts.RECORD, number=one.id, who=who)
    for at, msgid, values in sorted(told, key=lambda each: each[0])[-MOST:]:
        here = local(at, talk.person.zone).replace(tzinfo=None).isoformat(timespec="minutes")
        talk.say(msgid, who=who, at=here, **values)
    log_entries.add(talk, "record of a concern read")
    talk.outcome.concern_lines += ((one.id, Kind.LOOKED, ""),)


def _values(one: Record, line: NewLine) -> dict[str, object]:
    return {"said": line.text, "staff": one.readers.get(line.person_id, "?")}
