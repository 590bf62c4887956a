"""The console in a test: its routes over a world, and browsers in which somebody is signed in."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import httpx
from fastapi import FastAPI
from sqlalchemy import func, select

from assistant.console import console, headers
from assistant.console.asked import Needs
from assistant.console.signing import browsers
from storage.console import accounts
from storage.console.access import OWNER
from storage.tables import Address, Deed, Handover, Programme, table
from tests.phones import World
from tests.rows import put, somebody

HERE = "http://console.test"
OURS = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
D, H = table(Deed), table(Handover)
WORDS = {"keyword": "elsewhere", "mentor_keyword": "elsementor", "language": "en"}
NOW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)


@dataclass
class Console:
    """The routes over a world with two programmes; nobody real is there unless it is said."""

    world: World
    real: bool = False
    wall: datetime = NOW
    woken: int = 0
    other: int = field(init=False)  # another programme
    app: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        with self.world.db.writing() as db:
            settings = {"coordinator": "Olga"}
            self.other = put(
                db, Programme, name="Elsewhere", zone="UTC", settings=settings, **WORDS
            )
        self.app = self.made()

    def made(self) -> FastAPI:
        app = FastAPI()
        app.add_middleware(headers.Headers)
        app.include_router(console.routes(self.needs()))
        return app

    def needs(self) -> Needs:
        return Needs(
            self.world.db,
            lambda: self.world.now,
            lambda: self.wall,
            self._wake,
            HERE,
            secure=False,
            reaches_people=self.real,
            rehearsing=not self.real,
        )

    def _wake(self) -> None:
        self.woken += 1

    def goes_live(self) -> None:
        self.real = True
        self.app = self.made()

    def account(self, role: str, programme: int | None = 1, name: str = "Dana") -> int:
        with self.world.db.writing() as db:
            account = accounts.add(db, name, None, self.wall)
            accounts.give(db, account, role, None if role == OWNER else programme, self.wall)
        return account

    def enters(self, role: str = "coordinator", programme: int | None = 1) -> "Browser":
        return self.browser(self.account(role, programme))

    def browser(self, account: int, how: str = "link") -> "Browser":
        with self.world.db.writing() as db:
            token = browsers.sign_in(db, account, how, "Firefox on Linux", self.wall)
        return Browser(self, token)

    def stranger(self) -> "Browser":
        return Browser(self)

    def person(self, name: str = "Jay", role: str = "mentee") -> int:
        """Somebody of the first programme, of the world that the console shows."""
        with self.world.db.writing() as db:
            person = somebody(db, (role, "ready"), name=name)
            if not self.real:
                one = table(Address)
                played = one.update().where(one.c.person_id == person)
                db.execute(played.values(channel="simulated_sms", sender="simulated"))
        return person

    def thing(self, kind: str = "ask", text: str = "is room 5 open?", **values: object) -> int:
        person = values.pop("person_id", None) or self.person()
        given = {"kind": kind, "text": text, "programme_id": 1, "created_at": self.world.now}
        with self.world.db.writing() as db:
            return put(db, Handover, person_id=person, **given | values)

    def open(self) -> list[int]:
        with self.world.db.reading() as db:
            waiting = select(H.c.id).where(H.c.closed_at.is_(None)).order_by(H.c.id)
            return list(db.execute(waiting).scalars())

    def deeds(self) -> list[tuple[str, str, int | None]]:
        with self.world.db.reading() as db:
            rows = db.execute(select(D.c.what, D.c.about, D.c.about_id).order_by(D.c.id))
            return [tuple(row) for row in rows]

    def rows(self, model: type) -> int:
        with self.world.db.reading() as db:
            counting = select(func.count()).select_from(table(model))
            return int(db.execute(counting).scalar_one())

    def passes(self, **time: float) -> None:
        self.wall += timedelta(**time)


@dataclass
class Browser:
    """One browser; it keeps its cookie, and tells where its forms come from."""

    site: Console
    token: str = ""

    def get(self, path: str, **sent: str) -> httpx.Response:
        return self._asks("GET", path, None, sent)

    def post(self, path: str, form: dict[str, object] | None = None, **sent: str) -> httpx.Response:
        fields = {"form_token": browsers.form_token(self.token) if self.token else ""}
        return self._asks("POST", path, fields | (form or {}), OURS | sent)

    def _asks(
        self, method: str, path: str, form: dict[str, object] | None, sent: dict[str, str]
    ) -> httpx.Response:
        answer = asyncio.run(self._request(method, path, form, sent))
        if "console=" in answer.headers.get("set-cookie", ""):
            self.token = answer.cookies.get("console") or ""
        return answer

    async def _request(
        self, method: str, path: str, form: dict[str, object] | None, sent: dict[str, str]
    ) -> httpx.Response:
        kept = {"Cookie": f"console={self.token}"} if self.token else {}
        headers = {name: value for name, value in {**kept, **sent}.items() if value}
        body = urlencode(form) if form is not None else None
        transport = httpx.ASGITransport(self.site.app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await client.request(method, path, content=body, headers=headers)
