"""A series of meetings as it is kept, and back."""

from dataclasses import asdict

from flows.lifecycles.series import Regular, Series
from storage.tables import Json


def stored(regular: Regular) -> Json | None:
    found = {
        name: asdict(one)
        for name, one in (("stands", regular.stands), ("asked", regular.asked))
        if one
    }
    return found or None


def restored(kept: Json) -> Regular:
    """An emptied one, of somebody who is erased, is none."""
    stands, asked = (
        Series(**kept[name]) if kept.get(name) else None for name in ("stands", "asked")
    )
    return Regular(stands, asked)
