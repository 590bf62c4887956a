"""What whoever asks wrongly over HTTP hears: 403, and 429 after too many guesses."""

import hmac
import math
import time

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

from assistant.ops import guesses, logs
from assistant.ops.config import Settings
from assistant.ops.guesses import Guesses

log = logs.get("web")

MINUTE = 60.0
TOKENS = 10  # wrong ones a minute, from one address
FORGED = 10
FORGED_OF_ALL = 100  # after that they are refused without a line in the log
MANY = 1_000_000_000  # other addresses keep nobody from the metrics


class Metrics:
    """Who may read /metrics: anybody on a machine of one's own; with PUBLIC_URL who sends
    METRICS_TOKEN, the right one too only while there are not too many wrong ones."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._guesses = Guesses(TOKENS, MINUTE, MANY)

    def refusal(self, request: Request) -> Response | None:
        """What to answer instead; None to whoever may."""
        if not self._settings.public_url:
            return None
        token = self._settings.metrics_token.get_secret_value()
        given = request.headers.get("Authorization", "")
        if not token or not given:
            return PlainTextResponse("METRICS_TOKEN is wanted as a bearer token.\n", 403)
        who, now = guesses.network(request), time.monotonic()
        if wait := self._guesses.wait(who, now):
            return _too_many(wait)
        if hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return None
        self._guesses.wrong(who, now)
        return PlainTextResponse("This is not METRICS_TOKEN.\n", 403)


class Webhooks:
    """Forged webhooks. The provider's own are never counted: what is right always passes."""

    def __init__(self) -> None:
        self._guesses = Guesses(FORGED, MINUTE, FORGED_OF_ALL)

    async def refuse(self, request: Request, error: Exception) -> Response:
        who, now = guesses.network(request), time.monotonic()
        if wait := self._guesses.wait(who, now):
            return _too_many(wait)
        self._guesses.wrong(who, now)
        log.warning("webhook refused", code=str(error))
        return Response(status_code=403)


def _too_many(wait: float) -> Response:
    seconds = math.ceil(wait)
    words = f"Too many wrong guesses. Try again in {seconds} seconds.\n"
    return PlainTextResponse(words, 429, headers={"Retry-After": str(seconds)})
