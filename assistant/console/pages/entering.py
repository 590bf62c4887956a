"""Coming in and going out: a link, a password, a button at the simulated phones."""

from datetime import datetime

from fastapi import Response

from assistant.console.asked import ANYBODY, SIGNED_IN, Asked, Route, to
from assistant.console.pages import rendered
from assistant.console.pages.today import HOME
from assistant.console.signing import browsers, limits, links, passwords
from assistant.console.signing.links import Moment
from storage.console import accounts, deeds, signing
from storage.console.deeds import NewDeed

LONGEST_LOGIN = 80


def ask(asked: Asked) -> Response:
    """The page on which somebody asks for a link, or signs in with a password."""
    if asked.here:
        return to(HOME)
    return rendered.page(asked, "console_sign_in.html")


def sign_in(asked: Asked) -> Response:
    """By a password where one is given; else a link goes to whoever that is. What is answered is
    the same whether they are known or not."""
    login, now = asked.words("login", LONGEST_LOGIN), asked.needs.wall()
    password = asked.form.get("password", "")
    if not login:
        return to("/console/sign-in", "empty")
    with asked.needs.db.writing() as db:
        if limits.too_many(db, login, asked.network, now):
            return rendered.page(asked, "console_refusal.html", 429, why="too_many")
        limits.tried(db, login, asked.network, now)
        if not password:
            links.send(db, login, asked.needs.base, Moment(asked.needs.now(), now))
    if not password:
        return to("/console/sign-in", "link_sent")
    with asked.needs.db.reading() as db:
        account = accounts.by_login(db, login)
    if not passwords.right(account, password) or account is None:
        return to("/console/sign-in", "wrong")
    return _enter(asked, account.id, "password", now)


def enter(asked: Asked) -> Response:
    """The page behind a link: it has a button, since programs that look at links press no
    buttons."""
    return rendered.page(asked, "console_enter.html", token=asked.path.get("token", ""))


def use_link(asked: Asked) -> Response:
    """The button: the link is used up, and whoever pressed it is signed in."""
    now, token = asked.needs.wall(), asked.path.get("token", "")
    with asked.needs.db.writing() as db:
        link = signing.find_link(db, links.digest(token), now)
        good = link is not None and signing.use_link(db, link.id, now)
    if link is None or not good:
        return rendered.page(asked, "console_refusal.html", 410, why="link")
    return _enter(asked, link.account_id, "link", now)


def enter_here(asked: Asked) -> Response:
    """One press at the simulated phones, where nobody real can be reached."""
    if not asked.needs.rehearsing:
        return rendered.refusal(404, "nothing", asked)
    now = asked.needs.wall()
    with asked.needs.db.writing() as db:
        account = accounts.owner(db, now)
    return _enter(asked, account, "phone", now)


def sign_out(asked: Asked) -> Response:
    here, now = asked.somebody, asked.needs.wall()
    with asked.needs.db.writing() as db:
        signing.end(db, here.viewer.account, here.signed_in.id, now)
        deeds.add(db, NewDeed(here.viewer.account, "signed_out", now))
    answer = to("/console/sign-in", "signed_out")
    kept = browsers.cookie(asked.needs.secure)
    answer.delete_cookie(kept.name, kept.path, secure=kept.secure, httponly=True, samesite="lax")
    return answer


def _enter(asked: Asked, account: int, how: str, now: datetime) -> Response:
    """A browser is signed in with a token that nobody had before; the one it brought along is
    worth nothing any more."""
    with asked.needs.db.writing() as db:
        if asked.here:
            signing.end(db, asked.here.viewer.account, asked.here.signed_in.id, now)
        token = browsers.sign_in(db, account, how, asked.device, now)
        deeds.add(db, NewDeed(account, "signed_in", now, how))
    answer = to(HOME)
    kept = browsers.cookie(asked.needs.secure)
    answer.set_cookie(
        kept.name,
        token,
        int(browsers.LONGEST.total_seconds()),
        path=kept.path,
        secure=kept.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


ROUTES = (
    Route("GET", "/console/sign-in", ANYBODY, ask),
    Route("POST", "/console/sign-in", ANYBODY, sign_in),
    Route("GET", "/console/enter/{token}", ANYBODY, enter),
    Route("POST", "/console/enter/{token}", ANYBODY, use_link),
    Route("POST", "/console/enter-here", ANYBODY, enter_here),
    Route("POST", "/console/sign-out", SIGNED_IN, sign_out),
    Route("GET", "/console/static/{file}", ANYBODY, rendered.static),
)
