"""Who may enter the console, for its owner: roles given and taken, and the audit log."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fastapi import Response

from assistant.console.asked import OWNS, Asked, Route, to
from assistant.console.pages import rendered
from assistant.console.signing import links
from storage.console import access, accounts, deeds
from storage.console.accounts import Account, Given
from storage.console.deeds import NewDeed
from storage.people import programmes
from storage.people.programmes import Programme

PAGE = "/console/accounts"
LONGEST_NAME = 60
LINES = 100  # of the log on a page


class Row(NamedTuple):
    """An account, with the roles that were given to it."""

    account: Account
    roles: Sequence[tuple[str, str]]  # a role and the name of its programme, "" being all


def show(asked: Asked) -> Response:
    return _page(asked)


def add(asked: Asked) -> Response:
    """Somebody who is known by the console alone; their first link is shown once."""
    name, role = asked.words("name", LONGEST_NAME), asked.form.get("role", "")
    now = asked.needs.wall()
    if not name or role not in access.ROLES:
        return to(PAGE, "empty")
    with asked.needs.db.writing() as db:
        known = programmes.every(db)
        wanted = asked.number("programme")
        if role != access.OWNER and wanted and wanted not in known:
            return rendered.refusal(404, "nothing", asked)
        programme = wanted or None if role != access.OWNER else None
        account = accounts.add(db, name, None, now)
        accounts.give(db, account, role, programme, now)
        path = links.make(db, account, now)
        me = asked.somebody.viewer.account
        deeds.add(db, NewDeed(me, f"gave_{role}", now, "account", account, programme))
    return _page(asked, link=asked.needs.base + path, link_of=name)


def new_link(asked: Asked) -> Response:
    """Another link for somebody, to be handed over."""
    now, wanted = asked.needs.wall(), asked.number("account")
    with asked.needs.db.writing() as db:
        account = accounts.find(db, wanted)
        if account is None:
            return rendered.refusal(404, "nothing", asked)
        path = links.make(db, account.id, now)
        me = asked.somebody.viewer.account
        deeds.add(db, NewDeed(me, "made_link", now, "account", account.id))
    return _page(asked, link=asked.needs.base + path, link_of=account.name or "")


def close(asked: Asked) -> Response:
    """Somebody enters no more, and is signed out everywhere. Nobody closes their own."""
    now, wanted, me = asked.needs.wall(), asked.number("account"), asked.somebody.viewer.account
    with asked.needs.db.writing() as db:
        if wanted == me or accounts.find(db, wanted) is None:
            return rendered.refusal(404, "nothing", asked)
        accounts.close(db, wanted, now)
        deeds.add(db, NewDeed(me, "closed_account", now, "account", wanted))
    return to(PAGE, "account_closed")


def log(asked: Asked) -> Response:
    """What was seen and done, the newest first."""
    before = asked.number("before") or None
    with asked.needs.db.reading() as db:
        found = deeds.newest(db, asked.somebody.viewer, before, LINES + 1)
        names = accounts.names(db, sorted({one.account_id for one in found}))
        known = programmes.every(db)
    return rendered.page(
        asked,
        "console_log.html",
        lines=found[:LINES],
        more=found[LINES - 1].id if len(found) > LINES else 0,
        names=names,
        programmes=known,
    )


def _page(asked: Asked, link: str = "", link_of: str = "") -> Response:
    with asked.needs.db.reading() as db:
        known = programmes.every(db)
        given = accounts.given(db)
        rows = [Row(one, _roles(one, given, known)) for one in accounts.every(db)]
    return rendered.page(
        asked,
        "console_accounts.html",
        rows=rows,
        programmes=list(known.values()),
        roles=access.ROLES,
        link=link,
        link_of=link_of,
    )


def _roles(
    account: Account, given: Sequence[Given], known: Mapping[int, Programme]
) -> Sequence[tuple[str, str]]:
    return [
        (one.role, known[one.programme_id].name if one.programme_id else "")
        for one in given
        if one.account_id == account.id
    ]


ROUTES = (
    Route("GET", PAGE, OWNS, show),
    Route("POST", PAGE, OWNS, add),
    Route("POST", f"{PAGE}/{{account}}/link", OWNS, new_link),
    Route("POST", f"{PAGE}/{{account}}/close", OWNS, close),
    Route("GET", "/console/log", OWNS, log),
)
