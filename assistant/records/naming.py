"""The words of names from before there was an index of them, filled in a little at a time."""

from assistant.ops import logs
from storage.holder import Holder
from storage.people import names

log = logs.get("records")


class Naming:
    """Goes through the people until a whole round finds nobody who is missing.

    What is done already is seen in the database, so a process that ends early loses nothing.
    """

    def __init__(self) -> None:
        self._after, self._found, self._done = 0, 0, False

    def step(self, holder: Holder) -> bool:
        """Some of them, in one short transaction; whether there may be more."""
        if self._done:
            return False
        with holder.writing() as db:
            filled = names.fill(db, self._after)
        self._found += filled.people
        if filled.after is not None:
            self._after = filled.after
            return True
        if self._found:
            log.info("names filled in", people=self._found)
        self._done = not self._found
        self._after = self._found = 0
        return not self._done
