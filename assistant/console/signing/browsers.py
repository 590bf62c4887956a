"""Browsers that are signed in: known by a cookie, of which only a digest is kept."""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from storage.console import signing
from storage.console.signing import NewSignedIn, SignedIn

IDLE = timedelta(hours=8)
LONGEST = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)
LONGEST_NAME = 200  # characters of what a browser calls itself


class Cookie(NamedTuple):
    """What the browser keeps, and where it gives it back."""

    name: str
    path: str
    secure: bool


def cookie(secure: bool) -> Cookie:
    """A name with which a browser lets no other site of the domain set it; without https it may
    not have one."""
    return Cookie("__Host-console", "/", True) if secure else Cookie("console", "/console", False)


def sign_in(db: Connection, account: int, how: str, device: str, now: datetime) -> str:
    """A new token for a browser; never one that it brought along."""
    token = secrets.token_urlsafe(32)
    new = NewSignedIn(account, digest(token), how, device[:LONGEST_NAME], now, now, now + LONGEST)
    signing.add(db, new)
    return token


def find(db: Connection, token: str, now: datetime) -> SignedIn | None:
    return signing.find(db, digest(token), now, now - IDLE)


def digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


def form_token(token: str) -> str:
    """What every form of this browser carries, so that no other page can send one."""
    return hmac.digest(token.encode(), b"form", sha256).hex()[:32]
