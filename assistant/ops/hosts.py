"""Whom requests may be for: a page of another site must not reach us by a name of its own."""

from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.ops import logs
from assistant.ops.config import Settings
from assistant.ops.machines import is_address

log = logs.get("hosts")

HEALTH = "/health"
MOST_SEEN = 100
TOLD = 20  # names of a process's life that are logged; anybody can make up more
REFUSED = "This is not a name of this server: see ALLOWED_HOSTS.\n"


class Hosts:
    """Refuses what is not for us.

    A browser that was led here by another name (DNS rebinding) says that name as its Host. An
    address is no name, so where we listen on all of them each may be used. The health checks of
    platforms use addresses and names of their own; what they read is public with PUBLIC_URL.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = frozenset(one for one in settings.hosts if not one.startswith("*."))
        self._below = tuple(one[1:] for one in settings.hosts if one.startswith("*."))
        self._by_address = settings.on_all_addresses and not settings.public_url
        self._health_open = bool(settings.public_url)
        self._seen: set[bytes] = set()  # of requests that were for us
        self._told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._meant(scope):
            return await self._app(scope, receive, send)
        return await PlainTextResponse(REFUSED, status_code=421)(scope, receive, send)

    def _meant(self, scope: Scope) -> bool:
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if len(hosts) == 1 and hosts[0] in self._seen:
            return True
        host = _name(hosts[0].decode("latin-1")) if len(hosts) == 1 else ""
        if self._allowed(host):
            if len(self._seen) < MOST_SEEN:
                self._seen.add(hosts[0])
            return True
        if self._health_open and scope["path"] == HEALTH:
            return True
        self._tell(host)
        return False

    def _allowed(self, host: str) -> bool:
        if host in self._names or (self._below and host.endswith(self._below)):
            return True
        return self._by_address and is_address(host)

    def _tell(self, host: str) -> None:
        """Once for each name: it may be one that ALLOWED_HOSTS lacks."""
        if host not in self._told and len(self._told) < TOLD:
            self._told.add(host)
            log.warning("host refused", host=host[:80])


def _name(host: str) -> str:
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if parts.netloc != host or parts.username is not None else parts.hostname or ""
