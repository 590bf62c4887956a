"""What a programme lacks before people may trust it: nobody goes live without."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from assistant.programmes import definitions, safeguards
from assistant.safeguarding import cover, rota
from assistant.safeguarding.cover import Senders, Whose
from storage import desk
from storage.people import programmes
from storage.people.programmes import Programme

NEVER_LIVE = "describe yours: docs/programme.toml, `assistant programme FILE`"


def find(db: Connection, programme: Programme, senders: Senders, now: datetime) -> Iterator[str]:
    """Each thing that is missing, as what to write or to do."""
    settings, own = programme.settings, programme.language
    if settings.get("helplines") == safeguards.EXAMPLES["helplines"]:
        yield "its helplines are examples"
    for what in ("helplines", "uncovered"):
        if not (settings.get(what) or {}).get(own):
            yield f"{what}: a sentence in {own}"
    if not settings.get("emergency"):
        yield "emergency: a number"
    if not _reached(db, programme, senders, now):
        yield "rota: nobody on it can be reached"


def unreached(
    db: Connection, programme: Programme, senders: Senders, now: datetime
) -> Iterator[str]:
    """Who of the rota cannot be reached, and what to do about it."""
    reached = _reached(db, programme, senders, now)
    for one in rota.read(programme):
        if one.name in reached:
            continue
        word = programme.keyword.upper()
        how = f'--role coordinator --name "{one.name}"'
        if not one.coordinator:
            how = f'--role on_call --name "{one.name}"'
        yield f"{one.name}: `assistant invite {word} {how}`"


def of_all(db: Connection, senders: Senders, now: datetime) -> str:
    """Why people must not be let in yet; "" where they may."""
    every = programmes.every(db).values()
    real = [one for one in every if one.keyword != definitions.DEMONSTRATION or _described(one)]
    if not real:
        return f"there is only the demonstration: {NEVER_LIVE}"
    for one in real:
        if missing := list(find(db, one, senders, now)):
            return f"{one.keyword.upper()} is not ready: {'; '.join(missing)}"
    return ""


def _described(programme: Programme) -> bool:
    helplines = programme.settings.get("helplines")
    return bool(helplines) and helplines != safeguards.EXAMPLES["helplines"]


def _reached(db: Connection, programme: Programme, senders: Senders, now: datetime) -> set[str]:
    """The names on the rota by which somebody is reached, or will be: who is invited counts."""
    found = cover.of(db, Whose(programme, simulated=False), senders, now)
    names = {one.staff.name for one in found}
    if desk.has_coordinator(db, programme.id, now):
        names |= {one.name for one in rota.read(programme) if one.coordinator}
    return names
