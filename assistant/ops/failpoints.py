"""Failpoints: named places of the path where the fault tests kill the process."""

import os
import signal

NAMES = (
    "accepting",  # rows written, not committed
    "accepted",  # committed, the provider not answered
    "turning",  # decided and written, not committed
    "turned",  # committed
    "claiming",  # marked sending, not committed
    "claimed",  # committed, nothing handed over
    "sent",  # handed over, nothing recorded
    "recording",  # recorded, not committed
    "recorded",  # committed
)

_deadly = os.environ.get("KILL_AT", "")


def reach(name: str) -> None:
    """Go on, unless this run of the product is to die here."""
    if _deadly and name == _deadly:
        os.kill(os.getpid(), signal.SIGKILL)
