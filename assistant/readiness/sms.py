"""Whether the Twilio account works, and its number or service delivers to us."""

from collections.abc import Mapping
from typing import Any

from assistant.channels.sms.adapter import webhook_address
from assistant.ops.config import Settings
from assistant.readiness.findings import Finding
from assistant.readiness.peers import Peers, Reply

API, SERVICES = "https://api.twilio.com", "https://messaging.twilio.com"


async def look(settings: Settings, peers: Peers) -> list[Finding]:
    """The account, then what carries our texts."""
    if not settings.sms:
        return []
    sid = settings.twilio_account_sid
    path = f"/2010-04-01/Accounts/{sid}.json"
    reply = await _get(settings, peers, API, path)
    account = _account(reply)
    if account.state != "ok":
        return [account]
    return [account, *await _carrier(settings, peers)]


def _account(reply: Reply) -> Finding:
    about = "Twilio"
    if reply.status in (401, 403, 404):
        return Finding.wrong(about, "TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN is not valid")
    known = _known(reply)
    if not known:
        return Finding.wrong(about, f"cannot be asked ({reply.why or reply.status}); try again")
    if known.get("status") != "active":
        return Finding.wrong(about, f"the account is {known.get('status')}: see Twilio's console")
    if known.get("type") == "Trial":
        return Finding.wrong(about, "a trial account texts verified numbers only: upgrade it")
    return Finding.ok(about, "the account is active")


async def _carrier(settings: Settings, peers: Peers) -> list[Finding]:
    if settings.twilio_messaging_service_sid:
        path = f"/v1/Services/{settings.twilio_messaging_service_sid}"
        service = await _get(settings, peers, SERVICES, path)
        return [_service(settings, service)]
    number = settings.twilio_from.replace("+", "%2B")
    path = f"/2010-04-01/Accounts/{settings.twilio_account_sid}/IncomingPhoneNumbers.json"
    reply = await _get(settings, peers, API, f"{path}?PhoneNumber={number}")
    return [_number(settings, reply)]


def _service(settings: Settings, reply: Reply) -> Finding:
    known = _known(reply)
    if not known:
        return Finding.wrong("Twilio", _none("TWILIO_MESSAGING_SERVICE_SID", "service", reply))
    if known.get("use_inbound_webhook_on_number"):
        return Finding.wrong(
            "webhook", "the service defers to each number's webhook: send to one webhook instead"
        )
    return _webhook(settings, known, "inbound_request_url", "inbound_method")


def _number(settings: Settings, reply: Reply) -> Finding:
    numbers = _known(reply).get("incoming_phone_numbers")
    if not numbers:
        return Finding.wrong("Twilio", _none("TWILIO_FROM", "number", reply))
    if numbers[0].get("sms_application_sid"):
        return Finding.wrong(
            "webhook", "an application takes this number's texts: choose webhook at Twilio"
        )
    return _webhook(settings, numbers[0], "sms_url", "sms_method")


def _webhook(settings: Settings, known: Mapping[str, Any], url: str, method: str) -> Finding:
    """The address must be ours to the last sign: behind the # stand the retries."""
    wanted = webhook_address(settings.public_url)
    found = str(known.get(url) or "")
    if not found:
        return Finding.missing("webhook", f"enter at Twilio: {wanted}")
    if found.partition("#")[0] != wanted.partition("#")[0]:
        return Finding.wrong("webhook", f"Twilio delivers to another address; enter: {wanted}")
    if found != wanted:
        return Finding.wrong(
            "webhook", f"without the retries that outlive a restart; enter: {wanted}"
        )
    if known.get(method) != "POST":
        return Finding.wrong("webhook", "must be called by POST: change it at Twilio")
    return Finding.ok("webhook", "Twilio delivers to us")


def _none(setting: str, what: str, reply: Reply) -> str:
    if reply.status in (200, 404):
        return f"{setting} is no {what} of this account"
    return f"the {what} cannot be looked at ({reply.why or reply.status}); try again"


async def _get(settings: Settings, peers: Peers, base: str, path: str) -> Reply:
    login = settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value()
    address = f"{settings.twilio_api_url or base}{path}"
    return await peers.ask("GET", address, login=login, timed=True)


def _known(reply: Reply) -> dict[str, Any]:
    good = reply.status == 200 and isinstance(reply.body, dict)
    return reply.body if good else {}
