"""Whether a provider answers: while it does not, a harmless request now and then, no sends."""

import random
from datetime import datetime
from enum import StrEnum

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds between two knocks
IN_VAIN = 5  # sends in a row that did not pass: then a provider that answers is away all the same


class Standing(StrEnum):
    """Where a sender stands with its provider."""

    OPEN = "open"  # sends pass
    SHUT = "shut"  # nothing is sent; a knock finds out when that changes
    AJAR = "ajar"  # a knock was answered: one send at a time, until one passes


class Circuit:
    """One sender's. Times are those of a clock that nobody sets; `since` alone is for people."""

    def __init__(self) -> None:
        self.standing = Standing.OPEN
        self.since: datetime | None = None  # the first send that did not pass
        self._in_vain = 0
        self._wait = FIRST_WAIT
        self._knock_at = 0.0
        self._silent = False  # a knock was not answered either
        self._passed_at: float | None = None

    @property
    def away(self) -> bool:
        """Whether an operator should know: neither a knock nor sends are answered."""
        return self.since is not None and (self._silent or self._in_vain >= IN_VAIN)

    def room(self, under_way: int, most: int) -> int:
        """How many more sends may be begun."""
        if self.standing is Standing.SHUT:
            return 0
        return (most if self.standing is Standing.OPEN else 1) - under_way

    def knocks(self, ticks: float) -> bool:
        """Whether it is time to knock."""
        return self.standing is Standing.SHUT and ticks >= self._knock_at

    def failed(self, ticks: float, now: datetime) -> None:
        """A send did not pass, and not because of what was sent."""
        self._in_vain += 1
        self.since = self.since or now
        if self.standing is not Standing.SHUT:
            self._shut(ticks)

    def silent(self, ticks: float) -> None:
        """A knock was not answered."""
        self._silent = True
        self._shut(ticks)

    def answered(self) -> bool:
        """A knock was answered; whether the ones before were not."""
        was_silent, self._silent = self._silent, False
        self.standing = Standing.AJAR
        return was_silent

    def passed(self, ticks: float) -> bool:
        """The provider took a send, or judged it; whether it had been away."""
        was_shut = self.standing is not Standing.OPEN
        self.standing, self.since, self._passed_at = Standing.OPEN, None, ticks
        self._in_vain, self._wait, self._silent = 0, FIRST_WAIT, False
        return was_shut

    def passed_within(self, seconds: float, ticks: float) -> bool:
        return self._passed_at is not None and ticks - self._passed_at <= seconds

    def _shut(self, ticks: float) -> None:
        self.standing = Standing.SHUT
        self._knock_at = ticks + self._wait * random.uniform(0.9, 1.1)
        self._wait = min(LONGEST_WAIT, self._wait * 2)
