"""How people come in: a programme's word, a signed token, an invitation, or just by writing."""

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from assistant import effects, notices
from assistant.conversations import Conversation
from assistant.known import Known

ROLES = ("mentee", "mentor", "coordinator")
_SIGNED = 9  # bytes of the signature: 72 bits, in a token of 64 characters at most
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Joined:
    """Which programme somebody comes into, as what, and what is known of them by that."""

    programme: int
    role: str
    given: dict[str, Any] = field(default_factory=dict)
    invitation: int | None = None


def token(programme: int, role: str, secret: str) -> str:
    """A signed token for `/start`, good for anybody who is given it."""
    payload = programme.to_bytes(4, "big") + bytes((ROLES.index(role),))
    return urlsafe_b64encode(payload + _signature(payload, secret)).decode().rstrip("=")


def read_token(text: str, secret: str) -> tuple[int, str] | None:
    """Programme and role of a signed token; None when it is not ours."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    payload, signature = raw[:5], raw[5:]
    if len(payload) < 5 or not hmac.compare_digest(signature, _signature(payload, secret)):
        return None
    return int.from_bytes(payload[:4], "big"), ROLES[payload[4]]


def invitation_digest(code: str) -> bytes:
    """Under which an invitation is found: the code itself is not stored."""
    return sha256(code.encode()).digest()


def code_in(text: str) -> str:
    """What may be an invitation's code or a token: the word after /start."""
    return text[7:].strip()[:64] if text.startswith("/start ") else ""


def find(known: Known, text: str) -> Joined | None:
    """The programme whose word this is."""
    word = _EDGES.sub("", text).casefold()
    for programme_id, programme in known.programmes.items():
        if word == programme.keyword:
            return Joined(programme_id, "mentee")
        if word == programme.mentor_keyword:
            return Joined(programme_id, "mentor")
    return None


def start(talk: Conversation, code: str) -> None:
    """START from somebody who has not stopped, or `/start` with or without a code."""
    invitation = talk.known.invitation
    if code and invitation:
        found = invitation.programme_id, invitation.role
        return join(talk, Joined(*found, dict(invitation.facts), invitation.id))
    if talk.top:
        return talk.ask_again()
    if talk.agreed:
        return talk.say(notices.ALREADY_IN)
    return again(talk)


def join(talk: Conversation, joined: Joined) -> None:
    """Ask for consent, unless it was given: then the open question is asked again."""
    effects.listen(talk)
    if joined.invitation:
        row = {"invitation": joined.invitation, "at": talk.known.now}
        talk.outcome.invitations.append(row)
    for one in talk.known.enrolments:
        inside = one.programme_id == joined.programme and one.role == joined.role
        if inside and one.state in ("consented", "ready"):
            talk.say(notices.ALREADY_IN)
            return talk.ask_again()
    if name := joined.given.get("name"):
        talk.outcome.person["name"] = name
    talk.close_all()
    effects.log(talk, None, "invitation used" if joined.invitation else "joined by word")
    return effects.join(talk, joined.programme, joined.role, joined.given)


def again(talk: Conversation) -> None:
    """Consent anew, in the programme they were in; until then nothing else is open to them."""
    talk.close_all()  # where a carrier stopped them, their question is still open
    effects.listen(talk)
    home = talk.enrolment()
    if home is None:
        return welcome(talk)
    effects.withdraw_consent(talk)
    return effects.join(talk, home.programme_id, home.role, {})


def welcome(talk: Conversation) -> None:
    """A stranger's first words: the only programme answers, or they say which they mean."""
    programmes = talk.known.programmes
    if len(programmes) == 1:
        return effects.join(talk, next(iter(programmes)), "mentee", {})
    return talk.open("joining", None, "mentee")


def _signature(payload: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode(), b"start " + payload, sha256)[:_SIGNED]
