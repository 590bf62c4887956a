"""The product on a machine whose clock can be set wrong while it runs; who is on call is paged
again after seconds instead of minutes.

SKEW names a file with the seconds by which the clock is ahead; a negative number: behind. AGAIN is
so many seconds, instead of ten minutes.
"""

import os
import sys
import time
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import assistant.app
import assistant.commands.installation  # noqa: F401
from assistant import __main__ as command
from assistant.safeguarding import rota

_right = time.time


class _Likewise(type):
    # What was made by the class proper is an instance of this one too.
    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, datetime)


class Skewed(datetime, metaclass=_Likewise):
    """The class, but for what time it says it is."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(seconds=skew())


def skew() -> float:
    """By how much the clock is wrong at this moment."""
    return float(Path(os.environ["SKEW"]).read_text() or 0)


def main() -> None:
    for module in [one for name, one in sys.modules.items() if name.startswith("assistant")]:
        if getattr(module, "datetime", None) is datetime:
            module.datetime = Skewed  # type: ignore[attr-defined]
    time.time = lambda: _right() + skew()
    rota.AGAIN = timedelta(seconds=float(os.environ["AGAIN"]))
    command.main()


if __name__ == "__main__":
    main()
