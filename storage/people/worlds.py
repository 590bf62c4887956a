"""The two worlds: people at simulated phones, and real ones. What is of one is kept from the other.

Whoever sits at a phone says who they are, so nothing they do may reach anybody real, also after an
installation that was tried out has gone live.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, exists, select, update

from storage.tables import Address, Broadcast, Participant, table

# Under a name of its own: it stands within queries that have the table, too.
A = table(Address).alias("played")
C, N = table(Broadcast), table(Participant)

PHONES = "simulated"  # how the names of their channels begin


def of(person: ColumnElement[int], simulated: bool) -> ColumnElement[bool]:
    """Whether a person is of that world."""
    return _at_phone(person) if simulated else ~_at_phone(person)


def simulated(db: Connection, people: Sequence[int]) -> set[int]:
    """Those of these people who are at simulated phones."""
    query = select(A.c.person_id).where(A.c.person_id.in_(people), _is_phone())
    return set(db.execute(query).scalars())


def end_rehearsal(db: Connection) -> None:
    """Real people can be reached now: nobody at a phone coordinates any more."""
    theirs = (N.c.role == "coordinator", N.c.state != "left", _at_phone(N.c.person_id))
    db.execute(update(N).where(*theirs).values(state="left"))
    sent = (C.c.state.in_(("sending", "held")), _at_phone(C.c.coordinator_id))
    db.execute(update(C).where(*sent).values(state="dropped"))


def _at_phone(person: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(A.c.person_id == person, _is_phone())


def _is_phone() -> ColumnElement[bool]:
    return A.c.channel.startswith(PHONES)
