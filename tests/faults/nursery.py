"""Has imported the product and forks it when asked: a start costs 0.1 s instead of 3.

A line of JSON on standard input asks for a process; its id is the answer. Used by the small runs,
in which the fate of an SMS is looked up after a second instead of a minute.
"""

import asyncio
import importlib
import json
import os
import signal
import sys
from datetime import timedelta
from typing import Any, NoReturn

from assistant.app import App
from assistant.commands import installation
from assistant.loops import Part
from assistant.ops import config, failpoints, logs
from assistant.ops.config import Settings
from assistant.outbox import retries
from assistant.outbox.loop import Outbox
from assistant.safeguarding import rota
from assistant.schedule import clock

SETTLES = timedelta(seconds=1)
LOOKS = timedelta(seconds=0.2)  # instead of five, until the clock looks again
PER_ADDRESS = 50.0  # messages a second


class Quick(App):
    """The product, but that it does not spare its people's phones, and asks and repeats soon."""

    def __init__(self, settings: Settings, part: Part) -> None:
        super().__init__(settings, part)
        for channel in (self.telegram, self.sms):
            if channel:
                channel.per_address = PER_ADDRESS
        if self.sms:
            self.sms.settles = SETTLES
        retries.LONGEST_DOUBT = SETTLES
        rota.AGAIN = timedelta(seconds=float(os.environ["AGAIN"]))
        clock.PAUSE = LOOKS
        self.outboxes = [Outbox(self.db, channel, self.clock.now) for channel in self._channels()]


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _live(json.loads(line))
        print(child, flush=True)


def _live(given: dict[str, Any]) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    os.environ.update(given["env"])
    try:
        importlib.reload(failpoints)  # it reads the environment once
        _serve(Part(given["part"]))
    finally:
        os._exit(0)


def _serve(part: Part) -> None:
    settings = config.read()
    logs.start(settings.log_level)
    installation.prepare(settings)

    async def run() -> None:
        await Quick(settings, part).serve()

    asyncio.run(run())


if __name__ == "__main__":
    main()
