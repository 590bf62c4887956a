"""What a batch has decided of texts between two people, as rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.turns.context import Decided
from storage import messages
from storage.mentoring import relayed


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    crossing = [one.outcome.crossing for one in decided if one.outcome.crossing]
    if not crossing:
        return
    if sent := [row for one in crossing for row in one.sent]:
        relayed.add(db, sent)
    if settled := [row for one in crossing for row in one.settled]:
        relayed.settle(db, settled)
    if hushed := [match for one in crossing for match in one.hushed]:
        messages.take_back_relayed(db, hushed, now)
