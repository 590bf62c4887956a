"""Ports for servers that start later, or again."""

import atexit
import os
import socket

# Enough for whatever one test starts.
HELD = 64
_held: list[int] = []


def reserve() -> int:
    """A port on 127.0.0.1 that nobody else is given meanwhile.

    It stays bound here, without listening. Linux then gives it to no other socket that asks for
    any port, but to a server that asks for this one with SO_REUSEADDR, as those of asyncio do.
    """
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    port = int(held.getsockname()[1])
    _held.append(held.detach())
    if len(_held) > HELD:
        os.close(_held.pop(0))
    return port


@atexit.register
def _release() -> None:
    while _held:
        os.close(_held.pop())
