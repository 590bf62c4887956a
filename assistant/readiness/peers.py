"""Asking others over HTTP, once and briefly: an answer, or in a word why there is none."""

import base64
import json
import time
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NamedTuple

import aiohttp

PATIENCE = 8.0  # seconds
LARGEST = 1_000_000  # bytes of an answer


class Reply(NamedTuple):
    """An answer; `status` is 0 where there was none, and `why` says so."""

    status: int
    body: Any = None  # what its JSON says
    why: str = ""


class Peers:
    """A session, which remembers how far the others' clocks are from ours."""

    def __init__(self) -> None:
        self.ahead: list[float] = []  # seconds that our clock is ahead of a provider's

    async def __aenter__(self) -> "Peers":
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        self._session = aiohttp.ClientSession(timeout=timeout, trust_env=True)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def ask(
        self, method: str, url: str, *, login: tuple[str, str] | None = None, timed: bool = False
    ) -> Reply:
        """The answer to a request without a body."""
        pair = base64.b64encode(":".join(login or ()).encode()).decode()
        headers = {"Authorization": f"Basic {pair}"} if login else {}
        try:
            async with self._session.request(
                method, url, headers=headers, allow_redirects=False
            ) as answer:
                body = await answer.content.read(LARGEST)
                if timed:
                    self._compare(answer.headers.get("Date", ""))
                return Reply(answer.status, _told(body))
        except aiohttp.ClientConnectorCertificateError:
            return Reply(0, why="its certificate is not valid")
        except aiohttp.ClientConnectorDNSError:
            return Reply(0, why="its name is not known")
        except TimeoutError:
            return Reply(0, why="it does not answer in time")
        except (aiohttp.ClientError, OSError, ValueError):
            return Reply(0, why="it cannot be reached")

    def _compare(self, date: str) -> None:
        try:
            self.ahead.append(time.time() - parsedate_to_datetime(date).timestamp())
        except ValueError:
            return


def _told(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
