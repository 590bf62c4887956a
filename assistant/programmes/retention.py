"""How long a programme keeps what it knows of people, by its settings."""

from typing import NamedTuple

from storage.people.programmes import Programme


class Retention(NamedTuple):
    """How long, counted from the last that happened."""

    stranger_days: int = 30  # of who never agreed
    declined_days: int = 30  # of who said no or was too young: then only the digest of a number
    ended_months: int = 6  # of who has left or stopped, or whose programme is over
    texts_months: int = 24  # any text, also of who still takes part


DEFAULT = Retention()


def of(programme: Programme | None) -> Retention:
    kept = programme.settings.get("retention") if programme else None
    return Retention(**kept) if kept else DEFAULT
