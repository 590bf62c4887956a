"""How long the runs wait: on a busy machine, or one whose processes are stopped for a while."""

import time

STEP = 6.0  # seconds at most that count between two looks


class Patience:
    """So many seconds, of which those do not count in which this process could not run itself:
    then nobody else could, either."""

    def __init__(self, seconds: float) -> None:
        self._left, self._looked = seconds, time.monotonic()

    @property
    def over(self) -> bool:
        now = time.monotonic()
        self._left -= min(now - self._looked, STEP)
        self._looked = now
        return self._left <= 0
