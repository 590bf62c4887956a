"""Codes that invite: short to type, each good once and for a while."""

import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from storage.database import Database
from storage.people import invitations
from storage.people.invitations import NewInvitation
from storage.tables import Json

# 50 bits: beside the limit on wrong codes nobody finds one. Without letters that look alike.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
INVITED = timedelta(days=30)
COORDINATOR = timedelta(days=2)  # who runs a programme is told by somebody who is there
AT_A_PHONE = timedelta(minutes=10)

PLACE, PHONES, CHANNELS = "place", "phones", "channels"  # where alone it is good, in its facts
_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s-]")


class Times(NamedTuple):
    """From when, and for how long, a code is good."""

    now: datetime
    within: timedelta


def issue(db: Connection, programme: int, role: str, facts: Json, times: Times) -> str:
    """A new code, as it is written."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    expires_at = times.now + times.within
    new = NewInvitation(programme, role, _digest(code), facts, times.now, expires_at)
    invitations.add(db, new)
    return f"{code[:5]}-{code[5:]}"


def at_a_phone(db: Database, programme: int, now: datetime) -> str:
    """A code with which one simulated phone becomes that programme's coordinator's."""
    with db.writing() as connection:
        return issue(connection, programme, "coordinator", {PLACE: PHONES}, Times(now, AT_A_PHONE))


def digests(typed: str) -> Sequence[bytes]:
    """Under which what was typed may be found: codes themselves are not stored. Those of earlier
    versions hold small letters as well."""
    return _digest(_BETWEEN.sub("", typed).upper().translate(_READ_AS)), _digest(typed)


def _digest(code: str) -> bytes:
    return sha256(code.encode()).digest()
