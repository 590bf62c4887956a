"""How much a sender may send now: a bucket for all, and one for each address."""

from collections import OrderedDict
from datetime import datetime, timedelta

BURST = 3  # messages to one address at once
REMEMBERED = 10_000  # addresses


class Allowance:
    """Refills with time; starts empty, since another process may just have used it up."""

    def __init__(self, per_second: float, per_address: float, now: datetime) -> None:
        self._rate, self._each = per_second, per_address
        self._left, self._at = 0.0, now
        self._addresses: OrderedDict[str, tuple[float, datetime]] = OrderedDict()
        self._shut_until = now

    def whole(self, now: datetime) -> int:
        """How many units may be sent in the next fifth of a second."""
        if now < self._shut_until:
            return 0
        passed = max(0.0, (now - self._at).total_seconds())
        most = max(1.0, self._rate * 0.2)
        self._left, self._at = min(most, self._left + passed * self._rate), now
        return int(self._left)

    def spend(self, units: int) -> None:
        self._left -= units

    def shut(self, until: datetime) -> None:
        """Nobody is sent anything before then."""
        self._shut_until = max(self._shut_until, until)

    def wait(self, address: str, now: datetime) -> timedelta:
        """How long this address must wait for its next message; takes it when not at all."""
        left, at = self._addresses.pop(address, (float(BURST), now))
        passed = max(0.0, (now - at).total_seconds())  # a clock may be put back
        left = min(float(BURST), left + passed * self._each)
        wait = max(0.0, (1.0 - left) / self._each)
        self._addresses[address] = (left if wait else left - 1.0, now)
        if len(self._addresses) > REMEMBERED:
            self._addresses.popitem(last=False)
        return timedelta(seconds=wait)

    def until_one(self, now: datetime) -> float:
        """Seconds until one more unit may be sent."""
        if now < self._shut_until:
            return (self._shut_until - now).total_seconds()
        return max(0.0, (1.0 - self._left) / self._rate)
