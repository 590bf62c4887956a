"""How much a sender may send now: a bucket for all, and one for each address."""

from collections import OrderedDict

BURST = 3  # messages to one address at once
REMEMBERED = 10_000  # addresses


class Allowance:
    """Refills with time; starts empty, since another process may just have used it up. Times are
    seconds of a clock that nobody sets."""

    def __init__(self, per_second: float, per_address: float, now: float) -> None:
        self._rate, self._each = per_second, per_address
        self._left, self._at = 0.0, now
        self._addresses: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._shut_until = now

    def whole(self, now: float) -> int:
        """How many units may be sent in the next fifth of a second."""
        if now < self._shut_until:
            return 0
        passed = max(0.0, now - self._at)
        most = max(1.0, self._rate * 0.2)
        self._left, self._at = min(most, self._left + passed * self._rate), now
        return int(self._left)

    def spend(self, units: int) -> None:
        self._left -= units

    def shut(self, until: float) -> None:
        """Nobody is sent anything before then."""
        self._shut_until = max(self._shut_until, until)

    def wait(self, address: str, now: float) -> float:
        """How long this address must wait for its next message; takes it when not at all."""
        left, at = self._addresses.pop(address, (float(BURST), now))
        passed = max(0.0, now - at)
        left = min(float(BURST), left + passed * self._each)
        wait = max(0.0, (1.0 - left) / self._each)
        self._addresses[address] = (left if wait else left - 1.0, now)
        if len(self._addresses) > REMEMBERED:
            self._addresses.popitem(last=False)
        return wait

    def until_one(self, now: float) -> float:
        """Seconds until one more unit may be sent."""
        if now < self._shut_until:
            return self._shut_until - now
        return max(0.0, (1.0 - self._left) / self._rate)
