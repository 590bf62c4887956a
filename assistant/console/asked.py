"""A request of the console: what it brings, who asks, and what the answer may need."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from fastapi import Response
from fastapi.responses import RedirectResponse

from storage.console import access
from storage.console.access import Viewer
from storage.console.signing import SignedIn
from storage.database import Database


@dataclass(frozen=True)
class Needs:
    """What the console needs of the product."""

    db: Database
    now: Callable[[], datetime]  # the product's time, which may run ahead
    wall: Callable[[], datetime]  # the real one, by which somebody is signed in
    wake: Callable[[], None]  # perhaps something waits for a turn, or to be sent
    base: str  # what links begin with
    secure: bool = False  # the pages come by https
    reaches_people: bool = False
    rehearsing: bool = True  # nobody real is here


class Here(NamedTuple):
    """Who is signed in, and in which browser."""

    viewer: Viewer
    name: str
    signed_in: SignedIn
    form_token: str
    owns: bool
    sees: bool
    looks: bool  # at people


@dataclass(frozen=True)
class Asked:
    """One request; `here` is None for a stranger."""

    needs: Needs
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    here: Here | None = None
    token: str = ""  # of the cookie, whether it is good or not
    device: str = ""
    network: str = ""
    language: str = "en"

    @property
    def somebody(self) -> Here:
        assert self.here is not None  # the door lets nobody else in
        return self.here

    def number(self, name: str) -> int:
        """A number of the form or the path; 0 where there is none."""
        text = self.form.get(name) or self.path.get(name) or self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0

    def words(self, name: str, longest: int) -> str:
        return self.form.get(name, "").replace("\r\n", "\n").replace("\0", "").strip()[:longest]


class Who(NamedTuple):
    """Who may take a route: anybody, whoever is signed in, or who has one of these roles."""

    signed_in: bool
    roles: Collection[str] = ()


ANYBODY, SIGNED_IN = Who(False), Who(True)
SEES, SETTLES = Who(True, access.SEES | access.CONCERNED), Who(True, access.SETTLES)
CONCERNED, OWNS = Who(True, access.CONCERNED), Who(True, access.OWNS)


class Route(NamedTuple):
    """A way into the console: who may take it, and what answers."""

    method: str
    path: str
    who: Who
    answer: Callable[[Asked], Response]


def to(path: str, notice: str = "") -> Response:
    """On to another page of ours, which says what was done."""
    return RedirectResponse(f"{path}?done={notice}" if notice else path, status_code=303)
