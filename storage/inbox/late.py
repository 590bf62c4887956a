"""What is read late, from a list that the provider keeps longer than we do."""

from collections.abc import Sequence

from sqlalchemy import Connection

from storage.inbox.received import Arrival
from storage.records import erasures


def not_erased(db: Connection, arrivals: Sequence[Arrival]) -> Sequence[Arrival]:
    """All but what was read late of somebody who has wanted to be erased since they wrote it."""
    late = [one.digest for one in arrivals if one.sent_at]
    if not late or not (erased := erasures.asked_at(db, late)):
        return arrivals
    return [
        one
        for one in arrivals
        if not one.sent_at or one.digest not in erased or one.sent_at > erased[one.digest]
    ]
