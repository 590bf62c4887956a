"""What was decided about phones that several share becomes rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.internal_events import codec
from assistant.turns.context import Decided
from storage.inbox import inside, unanswered
from storage.people import sharing
from storage.people.sharing import NewSharer


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """Messages go to whoever wrote them; who joins at a phone is asked for consent first of all."""
    if handed := [row for one in decided for row in one.outcome.handed_on]:
        unanswered.hand_on(db, handed)
    if reworded := [row for one in decided for row in one.outcome.reworded]:
        unanswered.reword(db, reworded)
    for one in decided:
        if one.outcome.seated:
            _seat(db, one, now)


def _seat(db: Connection, one: Decided, now: datetime) -> None:
    known = one.known
    assert known.address is not None
    for event in one.outcome.seated:
        new = NewSharer(known.address.id, one.outcome.language, known.person.zone, None)
        there = sharing.share(db, new, now)
        cause = f"seated:{there.person_id}"
        row = inside.row(there.person_id, there.address_id, cause, codec.text(event), now)
        inside.tell(db, [row])
