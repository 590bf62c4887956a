"""Live threads by server-sent events: what differs from what a page has seen."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

from assistant.channels.simulated import Phone
from assistant.ops import logs
from storage import threads
from storage.database import Database
from storage.tables import Priority, Status
from storage.threads import Line

log = logs.get("streams")

MOST_PHONES = 12  # of one page
MOST_PAGES = 200  # of one process
QUICK = 0.1  # seconds between reads just after something happened, since more will follow
QUICK_READS = 20
BREATHS = 3  # rests between two reads, each as long as the read

Shown = Mapping[str, Any]
Thread = Mapping[int, Shown]


class Full(Exception):
    """This process has as many pages open as it can serve."""


class Streams:
    """The open pages of this process. All threads of all pages are read in one query."""

    def __init__(self, db: Database, pause: float = 0.5, ping: float = 25.0) -> None:
        self._db, self._pause = db, pause
        self._ping = ping  # seconds; proxies close what is silent for a minute
        self._pages: set[_Page] = set()
        self._threads: dict[Phone, Thread] = {}
        self._woken = asyncio.Event()
        self._quick = 0
        self._closed = False

    @property
    def open_pages(self) -> int:
        return len(self._pages)

    def wake(self) -> None:
        """Something was received, queued or sent in this process."""
        self._quick = QUICK_READS
        self._woken.set()

    async def run(self) -> None:
        """Read whenever woken, and now and then for what other processes wrote."""
        while not self._closed:
            await self._rest()
            if self._pages:
                began = time.monotonic()
                await self._read()
                # In busy times it is woken all the time: most of it belongs to the turns.
                took = time.monotonic() - began
                await asyncio.sleep(min(BREATHS * took, self._pause))

    def open(self, phones: Sequence[Phone]) -> AsyncIterator[str]:
        """The events of one page, the newest messages of its phones first; raises Full."""
        shown = {phone for page in self._pages for phone in page.phones}
        if len(self._pages) >= MOST_PAGES or len(shown.union(phones)) > threads.MOST:
            raise Full
        return self._events(_Page(phones))

    async def close(self) -> None:
        """End every stream now, and open none again."""
        self._closed = True
        self._woken.set()
        for page in self._pages:
            page.changed.set()

    async def _events(self, page: "_Page") -> AsyncIterator[str]:
        self._pages.add(page)
        self.wake()
        try:
            yield "retry: 1000\n\n"
            while not self._closed:
                try:
                    async with asyncio.timeout(self._ping):
                        await page.changed.wait()
                except TimeoutError:
                    yield ": still here\n\n"
                page.changed.clear()
                # A page that reads slowly gets the latest state, not every state on the way.
                for told in page.news(self._threads):
                    yield f"data: {told}\n\n"
        finally:
            self._pages.discard(page)

    async def _rest(self) -> None:
        pause = min(QUICK, self._pause) if self._quick else self._pause
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause if self._pages else None):
                await self._woken.wait()
        self._woken.clear()

    async def _read(self) -> None:
        self._quick = max(0, self._quick - 1)
        phones = sorted({phone for page in self._pages for phone in page.phones})
        try:
            found = await asyncio.to_thread(self._newest, phones)
        except Exception as error:
            log.warning("threads not read", code=type(error).__name__)
            await asyncio.sleep(self._pause)
            return
        self._threads = found
        for page in self._pages:
            page.changed.set()

    def _newest(self, phones: Sequence[Phone]) -> dict[Phone, Thread]:
        with self._db.reading() as db:
            found = threads.newest(db, phones)
        return {phone: _thread(found[phone]) for phone in phones}


class _Page:
    """What one open page shows, and what it has been told."""

    def __init__(self, phones: Sequence[Phone]) -> None:
        self.phones = phones
        self.changed = asyncio.Event()
        self._seen: dict[Phone, Thread] = {}

    def news(self, found: Mapping[Phone, Thread]) -> Iterator[str]:
        """What differs, as JSON, phone by phone; a thread's first time even when it is empty."""
        for phone in self.phones:
            if phone not in found:
                continue
            thread, seen = found[phone], self._seen.get(phone)
            news = [one for key, one in thread.items() if (seen or {}).get(key) != one]
            self._seen[phone] = thread
            if news or seen is None:
                told = {"phone": str(phone), "full": seen is None, "messages": news}
                yield json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _thread(lines: Sequence[Line]) -> Thread:
    labels: dict[str, str] = {}
    shown: dict[int, Shown] = {}
    for line in lines:
        labels.update((token, label) for label, token in line.buttons or ())
        shown[line.id] = _shown(line, labels)
    return shown


def _shown(line: Line, labels: Mapping[str, str]) -> Shown:
    """A message as the page needs it; of a pressed button the words that were on it."""
    pressed = line.kind == "button"
    return {
        "id": line.id,
        "ref": line.external_id if line.direction == "in" else None,
        "direction": line.direction,
        "kind": line.kind,
        "text": labels.get(line.text, line.text) if pressed else line.text,
        "button": line.text if pressed else None,
        "buttons": line.buttons or [],
        "status": line.status,
        "segments": line.segments,
        "at": line.created_at.isoformat(),
        "due": _due(line),
    }


def _due(line: Line) -> bool:
    """Whether something is still to come of it: a turn, or its own delivery."""
    if line.direction == "in":
        return line.answered_at is None
    under_way = line.status in (Status.QUEUED, Status.SENDING)
    return under_way and line.priority <= Priority.REPLY
