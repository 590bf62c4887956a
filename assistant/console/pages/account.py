"""One's own account: a password, and the browsers in which one is signed in."""

from datetime import timedelta

from fastapi import Response

from assistant.console.asked import SIGNED_IN, Asked, Route, to
from assistant.console.pages import rendered
from assistant.console.pages.entering import LONGEST_LOGIN
from assistant.console.signing import browsers, passwords
from storage.console import accounts, deeds, signing
from storage.console.accounts import Account
from storage.console.deeds import NewDeed

PAGE = "/console/account"
JUST_NOW = timedelta(hours=1)  # since a link: then a password may be set without the one before


def show(asked: Asked) -> Response:
    here, now = asked.somebody, asked.needs.wall()
    with asked.needs.db.reading() as db:
        account = accounts.find(db, here.viewer.account)
        theirs = signing.of_account(db, here.viewer.account, now, now - browsers.IDLE)
    return rendered.page(
        asked,
        "console_account.html",
        account=account,
        browsers=theirs,
        current=here.signed_in.id,
        asks=account is not None and _asks(asked, account),
        shortest=passwords.SHORTEST,
        device=device,
        now=now,
    )


def set_password(asked: Asked) -> Response:
    """A password, and the name that goes with it; whoever is signed in elsewhere is out."""
    here, now = asked.somebody, asked.needs.wall()
    login, password = asked.words("login", LONGEST_LOGIN), asked.form.get("password", "")
    if not login or not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        return to(PAGE, "short")
    with asked.needs.db.reading() as db:
        account = accounts.find(db, here.viewer.account)
    if account is None or not _may_change(asked, account):
        return to(PAGE, "wrong")
    hashed = passwords.hashed(password)
    with asked.needs.db.writing() as db:
        if not accounts.set_password(db, account.id, login, hashed):
            return to(PAGE, "login_taken")
        signing.end_others(db, account.id, here.signed_in.id, now)
        deeds.add(db, NewDeed(account.id, "set_password", now))
    return to(PAGE, "password_set")


def drop_password(asked: Asked) -> Response:
    """From now on links alone."""
    account = asked.somebody.viewer.account
    with asked.needs.db.writing() as db:
        accounts.drop_password(db, account)
        deeds.add(db, NewDeed(account, "dropped_password", asked.needs.wall()))
    return to(PAGE, "password_dropped")


def end(asked: Asked) -> Response:
    """One browser is signed out."""
    account, now = asked.somebody.viewer.account, asked.needs.wall()
    with asked.needs.db.writing() as db:
        if not signing.end(db, account, asked.number("browser"), now):
            return rendered.refusal(404, "nothing", asked)
        deeds.add(db, NewDeed(account, "ended", now, "browser", asked.number("browser")))
    return to(PAGE, "ended")


def end_others(asked: Asked) -> Response:
    """All the others are signed out."""
    here, now = asked.somebody, asked.needs.wall()
    with asked.needs.db.writing() as db:
        signing.end_others(db, here.viewer.account, here.signed_in.id, now)
        deeds.add(db, NewDeed(here.viewer.account, "ended", now, "browsers"))
    return to(PAGE, "ended")


def device(name: str) -> str:
    """What a browser calls itself, in two words."""
    browser = next((one for one in ("Firefox", "Edg", "Chrome", "Safari") if one in name), "")
    systems = ("iPhone", "iPad", "Android", "Windows", "Mac OS", "Linux")
    system = next((one for one in systems if one in name), "")
    known = ("Edge" if browser == "Edg" else browser, "Mac" if system == "Mac OS" else system)
    return ", ".join(filter(None, known))


def _asks(asked: Asked, account: Account) -> bool:
    """Whether the password until now is wanted before another is set."""
    here = asked.somebody.signed_in
    fresh = here.how != "password" and asked.needs.wall() - here.created_at < JUST_NOW
    return account.password is not None and not fresh


def _may_change(asked: Asked, account: Account) -> bool:
    return not _asks(asked, account) or passwords.right(account, asked.form.get("current", ""))


ROUTES = (
    Route("GET", PAGE, SIGNED_IN, show),
    Route("POST", f"{PAGE}/password", SIGNED_IN, set_password),
    Route("POST", f"{PAGE}/password/drop", SIGNED_IN, drop_password),
    Route("POST", f"{PAGE}/browsers/{{browser}}/end", SIGNED_IN, end),
    Route("POST", f"{PAGE}/others/end", SIGNED_IN, end_others),
)
