"""The connections of the web server: how long each may take to ask, and how many there may be.

The library waits for ever for a request's headers and its body, and takes as many connections as
come, until none can be accepted any more.
"""

import asyncio
import resource
from typing import Any

from httptools import HttpParserError
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from assistant.ops import logs

log = logs.get("connections")

ASKED_WITHIN = 10.0  # seconds for a whole request, headers and body
READ_WITHIN = 30.0  # seconds until somebody reads on in what we answer
LONGEST_HEAD = 65_536  # bytes of headers
MOST_HEADERS = 100
MOST = 1_000  # connections; a provider has a hundred
OUR_OWN = 448  # files and connections that are none of the web server's, and those just accepted
TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
TOO_LONG = b"HTTP/1.1 431 Headers Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Connections:
    """Those that owe us a request, and those that do not read our answer, oldest first."""

    def __init__(self, most: int) -> None:
        self._most, self._open = most, 0
        self._asking: dict[Protocol, float] = {}
        self._reading: dict[Protocol, float] = {}
        self._dropped = 0

    def came(self) -> None:
        """One more: where there are too many, who has owed a request for longest makes room."""
        self._open += 1
        if self._open > self._most and self._asking:
            self._drop(next(iter(self._asking)))

    def went(self, connection: "Protocol") -> None:
        self._open -= 1
        self._asking.pop(connection, None)
        self._reading.pop(connection, None)

    def asks(self, connection: "Protocol", now: float) -> None:
        """From now on it owes us a request."""
        self._asking.pop(connection, None)
        self._asking[connection] = now

    def may_ask(self, connection: "Protocol", now: float) -> None:
        """It has its answer, but perhaps not all of its request has come yet."""
        self._asking.setdefault(connection, now)

    def has_asked(self, connection: "Protocol") -> None:
        self._asking.pop(connection, None)

    def is_full(self, connection: "Protocol", now: float) -> None:
        """It has more of our answer than it reads."""
        self._reading[connection] = now

    def reads(self, connection: "Protocol") -> None:
        self._reading.pop(connection, None)

    def sweep(self, now: float) -> None:
        """End what takes too long; one line, however many there are."""
        for connection in _before(self._asking, now - ASKED_WITHIN):
            connection.refuse(TOO_LATE)
            self._drop(connection)
        for connection in _before(self._reading, now - READ_WITHIN):
            self._drop(connection)
        if self._dropped:
            log.info("slow connections ended", connections=self._dropped)
            self._dropped = 0

    def _drop(self, connection: "Protocol") -> None:
        self._dropped += 1
        self._asking.pop(connection, None)
        self._reading.pop(connection, None)
        connection.end()


class Protocol(HttpToolsProtocol):
    """A connection that has to ask in time, and to read what it is answered."""

    def __init__(self, *given: Any, connections: Connections, **named: Any) -> None:
        super().__init__(*given, **named)
        self._connections = connections
        self._head = 0  # bytes of the request's headers so far
        self._in_head = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._connections.asks(self, self.loop.time())
        self._connections.came()

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.went(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            if self._head > LONGEST_HEAD and not self.transport.is_closing():
                self.refuse(TOO_LONG)
                self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head, self._head = True, 0
        self._connections.asks(self, self.loop.time())

    def on_headers_complete(self) -> None:
        self._in_head = False
        if len(self.headers) > MOST_HEADERS:
            raise HttpParserError("too many headers")  # 400, and the connection ends
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._in_head, self._head = True, 0
        if self.cycle.response_complete:  # it was answered before it had been read wholly
            return self._connections.asks(self, self.loop.time())
        return self._connections.has_asked(self)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.cycle.response_complete:  # no other request came behind it
            self._connections.may_ask(self, self.loop.time())

    def pause_writing(self) -> None:
        super().pause_writing()
        self._connections.is_full(self, self.loop.time())

    def resume_writing(self) -> None:
        super().resume_writing()
        self._connections.reads(self)

    def refuse(self, answer: bytes) -> None:
        """Say why it ends, unless an answer is under way."""
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(answer)

    def end(self) -> None:
        """Whatever is under way on it. What was written leaves first, where it leaves at once."""
        if self.transport.get_write_buffer_size():
            return self.transport.abort()
        return self.transport.close()


def room() -> int:
    """How many connections there may be: as many files as the system allows, but for our own."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + OUR_OWN
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return max(allowed - OUR_OWN, MOST // 20)


def _before(since: dict[Protocol, float], when: float) -> list[Protocol]:
    """Those that began before that time; they stand in the order in which they began."""
    found = []
    for connection, at in since.items():
        if at > when:
            break
        found.append(connection)
    return found
