"""What Twilio's console holds, as its REST API shows it: the account, its number, its service."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.twilio_account import Account

ACCOUNT = "/2010-04-01/Accounts/{account}"

Refuses = Callable[[Request], Response | None]


@dataclass
class Console:
    """What somebody has entered there."""

    status: str = "active"
    kind: str = "Full"
    number: dict[str, Any] = field(default_factory=lambda: {"sms_url": "", "sms_method": "POST"})
    service: dict[str, Any] = field(
        default_factory=lambda: {"inbound_request_url": "", "inbound_method": "POST"}
    )

    def routes(self, account: Callable[[], Account], refuses: Refuses) -> list[Route]:
        """The API's part of it."""

        async def shown(request: Request) -> Response:
            known = {"sid": account().sid, "status": self.status, "type": self.kind}
            return refuses(request) or JSONResponse(known)

        async def numbers(request: Request) -> Response:
            asked = request.query_params.get("PhoneNumber", "")
            ours = [{"phone_number": account().number, **self.number}]
            found = [one for one in ours if asked in one["phone_number"]]
            return refuses(request) or JSONResponse({"incoming_phone_numbers": found})

        async def service(request: Request) -> Response:
            if request.path_params["service"] != account().service:
                return JSONResponse({"code": 20404, "status": 404}, 404)
            return JSONResponse({"sid": account().service, **self.service})

        return [
            Route(f"{ACCOUNT}.json", shown),
            Route(f"{ACCOUNT}/IncomingPhoneNumbers.json", numbers),
            Route("/v1/Services/{service}", service),
        ]
