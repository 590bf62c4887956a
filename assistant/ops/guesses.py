"""Wrong guesses, counted by who makes them: whoever guesses again and again has to wait."""

import ipaddress
from collections import OrderedDict
from collections.abc import Hashable

from starlette.requests import Request

KNOWN = 10_000  # guessers; who has not guessed for longest is forgotten first


class Guesses:
    """So many wrong ones within so many seconds: by one guesser, and by all together."""

    def __init__(self, most: int, within: float, of_all: int) -> None:
        self._most, self._within, self._of_all = most, within, of_all
        self._by: OrderedDict[Hashable, tuple[float, int]] = OrderedDict()
        self._all = 0.0, 0

    def wait(self, who: Hashable, now: float) -> float:
        """Seconds until another guess is looked at; 0 while there are not too many."""
        since, count = self._by.get(who, (now, 0))
        since_all, count_all = self._all
        waits = [
            began + self._within - now
            for began, made, most in (
                (since, count, self._most),
                (since_all, count_all, self._of_all),
            )
            if made >= most
        ]
        return max([0.0, *waits])

    def wrong(self, who: Hashable, now: float) -> None:
        """A wrong one."""
        self._by[who] = self._counted(self._by.pop(who, (now, 0)), now)
        self._all = self._counted(self._all, now)
        if len(self._by) > KNOWN:
            self._by.popitem(last=False)

    def _counted(self, made: tuple[float, int], now: float) -> tuple[float, int]:
        since, count = made
        return (since, count + 1) if now - since < self._within else (now, 1)


def network(request: Request) -> str:
    """Who asks: an address, or the network that one household or server has of IPv6."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False))
