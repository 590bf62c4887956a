"""Every way into the console, and who may take it; and what others try against it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update

from assistant.console import console
from assistant.console.asked import ANYBODY, CONCERNED, OWNS, SEES, SETTLES, SIGNED_IN
from assistant.console.pages.people import LOOKS
from assistant.console.signing import browsers, limits, links, passwords
from storage.console import accounts, signing
from storage.database import Database, open_database
from storage.records import erasing
from storage.tables import Access, Account, Message, Person, SignedIn, SignInLink, table
from tests.conftest import sqlite_url
from tests.console import HERE, Browser, Console
from tests.phones import World, code

# Every route, and who may take it.
TABLE = {
    "GET /console": SEES,
    "GET /console/live": SEES,
    "POST /console/things/{thing}/answer": SETTLES,
    "POST /console/things/{thing}/close": SETTLES,
    "POST /console/things/{thing}/approve": SETTLES,
    "POST /console/things/{thing}/release": SETTLES,
    "POST /console/things/{thing}/keep-back": SETTLES,
    "POST /console/things/{thing}/snooze": SETTLES,
    "POST /console/things/{thing}/bring-back": SETTLES,
    "POST /console/things/{thing}/take": CONCERNED,
    "POST /console/things/{thing}/done": CONCERNED,
    "POST /console/alike/close": SETTLES,
    "GET /console/people": LOOKS,
    "GET /console/people/{person}": LOOKS,
    "POST /console/people/{person}/write": SETTLES,
    "GET /console/matching": LOOKS,
    "POST /console/matching/approve": SETTLES,
    "POST /console/matching/take-back": SETTLES,
    "GET /console/sign-in": ANYBODY,
    "POST /console/sign-in": ANYBODY,
    "GET /console/enter/{token}": ANYBODY,
    "POST /console/enter/{token}": ANYBODY,
    "POST /console/enter-here": ANYBODY,
    "POST /console/sign-out": SIGNED_IN,
    "GET /console/static/{file}": ANYBODY,
    "GET /console/account": SIGNED_IN,
    "POST /console/account/password": SIGNED_IN,
    "POST /console/account/password/drop": SIGNED_IN,
    "POST /console/account/browsers/{browser}/end": SIGNED_IN,
    "POST /console/account/others/end": SIGNED_IN,
    "GET /console/accounts": OWNS,
    "POST /console/accounts": OWNS,
    "POST /console/accounts/{account}/link": OWNS,
    "POST /console/accounts/{account}/close": OWNS,
    "GET /console/log": OWNS,
}
FORM = {
    "text": "Hi",
    "answer": "Yes",
    "note": "Rang.",
    "days": 1,
    "name": "Eve",
    "role": "owner",
    "seen": 99,
}
A, L, M, S = table(Account), table(SignInLink), table(Message), table(SignedIn)
GOOD = "four plain words here"


@pytest.fixture
def site(db: Database) -> Console:
    return Console(World(db))


@pytest.fixture
def live(db: Database) -> Console:
    return Console(World(db), real=True)


def tries(site: Console, browser: Browser, where: str, thing: int) -> tuple[int, str, str]:
    """The status, where it leads, and the page."""
    method, path = where.split()
    path = re.sub(r"\{thing\}", str(thing), path)
    path = re.sub(r"\{\w+\}", "1", path)
    answer = browser.get(path) if method == "GET" else browser.post(path, FORM)
    return answer.status_code, answer.headers.get("location", ""), answer.text


def test_every_route_is_in_the_table(site: Console) -> None:
    assert {f"{one.method} {one.path}": one.who for one in console.ROUTES} == TABLE
    assert {found for found in served(site.app) if "/console" in found} == set(TABLE)


def served(app: FastAPI) -> set[str]:
    return {
        f"{method} {route.path}"
        for router in (app, *(getattr(one, "original_router", None) for one in app.routes))
        if router is not None
        for route in router.routes
        if hasattr(route, "methods") and hasattr(route, "endpoint")
        for method in route.methods
        if method != "HEAD"
    }


@pytest.mark.parametrize("where", [one for one, who in TABLE.items() if who.signed_in])
def test_a_stranger_and_who_has_signed_out_are_shown_the_way_in(
    embedded_site: Console, where: str
) -> None:
    site = embedded_site
    thing, left = site.thing(), site.enters("owner")
    gone = Browser(site, left.token)
    left.post("/console/sign-out")
    for browser in (site.stranger(), gone, Browser(site, "made-up")):
        assert tries(site, browser, where, thing)[:2] == (303, "/console/sign-in")
    assert site.open() == [thing]


@pytest.fixture
def embedded_site(tmp_path: Path) -> Console:
    return Console(World(open_database(sqlite_url(tmp_path))))


def test_a_viewer_sees_and_does_nothing(site: Console) -> None:
    thing, browser = site.thing(), site.enters("viewer")
    refused = [one for one, who in TABLE.items() if who in (SETTLES, CONCERNED, OWNS)]
    assert {tries(site, browser, one, thing)[0] for one in refused} == {403}
    page = browser.get("/console").text
    assert "is room 5 open?" in page
    assert "<textarea" not in page
    assert (site.open(), site.rows(Access)) == ([thing], 1)


def test_another_programmes_coordinator_sees_and_does_nothing_here(site: Console) -> None:
    thing, browser = site.thing(), site.enters(programme=site.other)
    worry = site.thing("worry", "he hits me")
    for one, who in TABLE.items():
        if "{thing}" in one:
            for there in (thing, worry):
                assert tries(site, browser, one, there)[0] == 404, one
        elif "{person}" in one:
            assert tries(site, browser, one, thing)[0] == 404, one
        elif who is OWNS:
            assert tries(site, browser, one, thing)[0] == 403, one
    browser.post("/console/alike/close", {"things": f"{thing}-{thing}"})
    assert "Jay" not in browser.get("/console/people").text
    page = browser.get("/console").text
    assert "room 5" not in page
    assert "hits" not in page
    assert browser.get("/console/live").json() == {"rows": 0, "newest": 0}
    assert site.open() == [thing, worry]


def test_a_concern_is_read_by_those_alone_who_hear_of_concerns(live: Console) -> None:
    live.thing("worry", "he hits me")
    ask = live.thing("ask", "is room 5 open?")
    seen = {}
    for role in ("owner", "coordinator", "safeguarding", "viewer"):
        page = live.enters(role).get("/console").text
        seen[role] = ("he hits me" in page, "room 5" in page, "1 concern waits" in page)
    assert seen == {
        "owner": (False, True, True),
        "coordinator": (True, True, False),
        "safeguarding": (True, False, False),
        "viewer": (False, True, True),
    }
    guard = live.enters("safeguarding")
    assert guard.post(f"/console/things/{ask}/answer", {"answer": "yes"}).status_code == 403
    assert guard.post(f"/console/things/{ask}/done", {"note": "no"}).status_code == 404


def test_whoever_tries_it_out_sees_concerns_as_well(site: Console) -> None:
    site.thing("worry", "he hits me")
    assert "he hits me" in site.enters("owner").get("/console").text


def test_real_people_and_those_at_phones_are_kept_apart(site: Console) -> None:
    thing = site.thing()
    site.goes_live()
    browser = site.enters("owner")
    assert "room 5" not in browser.get("/console").text
    assert browser.post(f"/console/things/{thing}/close").status_code == 404


def made(site: Console, account: int) -> str:
    with site.world.db.writing() as db:
        return links.make(db, account, site.wall)


def test_a_link_signs_in_once_by_a_button_and_a_look_at_it_uses_nothing_up(site: Console) -> None:
    path = made(site, site.account("owner"))
    for _ in range(2):  # a program that looks at links
        assert "Press the button" in site.stranger().get(path).text
    browser = site.stranger()
    assert browser.post(path).headers["location"] == "/console"
    assert browser.get("/console").status_code == 200
    assert site.stranger().post(path).status_code == 410
    with site.world.db.reading() as db:
        (kept,) = db.execute(select(L.c.digest)).scalars()
    assert path.rpartition("/")[2].encode() not in bytes(kept)


def test_a_link_is_good_for_a_quarter_of_an_hour_and_for_an_open_account(site: Console) -> None:
    account = site.account("owner")
    old = made(site, account)
    site.passes(minutes=15)
    shut = made(site, account)
    with site.world.db.writing() as db:
        accounts.close(db, account, site.wall)
    for path in (old, shut, "/console/enter/guessed"):
        assert site.stranger().post(path).status_code == 410


def test_a_cookie_that_somebody_else_set_is_never_taken_over(site: Console) -> None:
    path = made(site, site.account("owner"))
    browser = Browser(site, "set-by-somebody-else")
    browser.post(path)
    assert browser.token != "set-by-somebody-else"
    first = browser.token
    browser.post(made(site, 1))
    assert Browser(site, first).get("/console").status_code == 303
    assert browser.get("/console").status_code == 200


def test_the_cookie_is_kept_from_scripts_and_other_sites(site: Console) -> None:
    told = site.stranger().post(made(site, site.account("owner"))).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/console"} <= set(told.split("; "))
    assert browsers.cookie(secure=True) == ("__Host-console", "/", True)


def test_nobody_stays_signed_in_without_a_look_or_for_ever(site: Console) -> None:
    browser = site.enters("owner")
    for _ in range(27):  # every six hours and a bit
        site.passes(hours=6.2)
        assert browser.get("/console").status_code == 200
    site.passes(hours=6.2)
    assert browser.get("/console").status_code == 303  # a week
    idle = site.enters("owner")
    for _ in range(5):  # a page that is left open asks by itself
        site.passes(hours=2)
        idle.get("/console/live")
    assert idle.get("/console").status_code == 303


def with_password(site: Console, login: str = "Dana") -> int:
    account = site.account("owner")
    with site.world.db.writing() as db:
        accounts.set_password(db, account, login, passwords.hashed(GOOD))
    return account


def test_a_password_signs_in_and_a_wrong_one_says_no_more_than_an_unknown_name(
    site: Console,
) -> None:
    with_password(site)
    right = site.stranger().post("/console/sign-in", {"login": " dana ", "password": GOOD})
    assert right.headers["location"] == "/console"
    wrong, unknown = (
        site.stranger().post("/console/sign-in", {"login": login, "password": "nothing like it"})
        for login in ("Dana", "Nobody")
    )
    assert wrong.headers["location"] == unknown.headers["location"] == "/console/sign-in?done=wrong"
    with site.world.db.reading() as db:
        (kept,) = db.execute(select(A.c.password)).scalars()
    assert kept.startswith("$argon2id$")


def test_guessing_ends_after_ten_tries_also_with_the_right_one(site: Console) -> None:
    with_password(site)
    for number in range(limits.OF_A_NAME):
        site.stranger().post("/console/sign-in", {"login": "Dana", "password": f"guess {number}"})
    given = {"login": "Dana", "password": GOOD}
    assert site.stranger().post("/console/sign-in", given).status_code == 429
    assert site.rows(SignedIn) == 0
    assert site.stranger().post(made(site, 1)).status_code == 303  # a link is no guess
    site.passes(minutes=16)
    assert site.stranger().post("/console/sign-in", given).headers["location"] == "/console"


def test_one_network_cannot_try_name_after_name(site: Console) -> None:
    given = ({"login": f"name {number}"} for number in range(limits.OF_A_NETWORK + 1))
    *first, last = (site.stranger().post("/console/sign-in", one).status_code for one in given)
    assert (set(first), last) == ({303}, 429)


def coordinator(site: Console, number: str = "+12125550100") -> None:
    phone = site.world.phone(number)
    phone.says(f"/start {code(site.world.db, site.world.now)}", "ok")


@pytest.mark.parametrize("typed", ["+1 (212) 555-0100", "12125550100", "dana REYES"])
def test_a_link_goes_to_the_coordinators_own_phone(site: Console, typed: str) -> None:
    coordinator(site)
    with site.world.db.writing() as db:
        db.execute(update(table(Person)).values(name="Dana Reyes"))
    phone = site.world.phone()
    phone.hears()
    answer = site.stranger().post("/console/sign-in", {"login": typed})
    assert answer.headers["location"] == "/console/sign-in?done=link_sent"
    (text,) = phone.hears()
    found = re.fullmatch(rf"Your link .* {HERE}(/console/enter/\S+)", text)
    assert found
    browser = site.stranger()
    browser.post(found[1])
    assert "Today" in browser.get("/console").text


def test_whether_somebody_is_known_is_told_to_nobody(site: Console) -> None:
    coordinator(site)
    site.world.phone("+12125550199").says("bridge", "k", "23", "Jay")  # who takes part
    before = site.rows(Message)
    answers = [
        site.stranger().post("/console/sign-in", {"login": one})
        for one in ("+12125550199", "Jay", "+12125550777", "Nobody", "+12125550100")
    ]
    told = {(one.status_code, one.headers["location"], one.text) for one in answers}
    assert len(told) == 1
    assert site.rows(Message) == before + 1


def test_nobody_is_sent_link_after_link(site: Console) -> None:
    coordinator(site)
    before = site.rows(Message)
    for _ in range(6):
        site.stranger().post("/console/sign-in", {"login": "+12125550100"})
    assert site.rows(Message) == before + links.MOST


def test_one_press_enters_only_while_nobody_real_is_here(site: Console) -> None:
    browser = site.stranger()
    assert browser.post("/console/enter-here").headers["location"] == "/console"
    assert browser.get("/console").status_code == 200
    site.goes_live()
    assert browser.get("/console").status_code == 303
    assert site.stranger().post("/console/enter-here").status_code == 404


ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "", "Origin": "https://elsewhere.test"},
    {"Sec-Fetch-Site": "", "Origin": "null"},
    {"Origin": "https://elsewhere.test"},
)


def test_no_other_page_sends_a_form(site: Console) -> None:
    thing, browser = site.thing(), site.enters("owner")
    for sent in ELSEWHERE:
        assert browser.post(f"/console/things/{thing}/close", **sent).status_code == 403, sent
        assert site.stranger().post("/console/enter-here", **sent).status_code == 403, sent
    ours = {"Sec-Fetch-Site": "", "Origin": HERE}
    assert browser.post("/console/sign-in", {"login": "x"}, **ours).status_code == 303
    assert site.open() == [thing]


def test_a_form_of_another_browser_or_of_none_is_refused(site: Console) -> None:
    thing, browser = site.thing(), site.enters("owner")
    other = browsers.form_token(site.enters("owner").token)
    for token in (other, "", "\N{SNOWMAN}"):
        answer = browser.post(f"/console/things/{thing}/close", {"form_token": token})
        assert answer.status_code == 403
    kind = {"Content-Type": "text/plain"}
    assert browser.post(f"/console/things/{thing}/close", **kind).status_code == 403
    assert site.open() == [thing]


def test_nothing_that_is_asked_for_decides_where_it_leads_or_what_is_told(site: Console) -> None:
    evil = "https://elsewhere.test/\r\nSet-Cookie: a=b"
    asked = "/console/sign-in?next=https://elsewhere.test&done=%0d%0aX-A:%20b"
    page = site.stranger().get(asked)
    assert "elsewhere.test" not in page.text
    assert "x-a" not in page.headers
    path = made(site, site.account("owner"))
    for answer in (
        site.stranger().post("/console/sign-in", {"login": evil, "next": evil}),
        site.stranger().post(path + "?next=//elsewhere.test", {"next": "//elsewhere.test"}),
    ):
        assert answer.headers["location"].startswith("/console")
        assert "elsewhere" not in str(answer.headers)
    for path in ("/console/static/..%2f..%2fdoor.py", "/console/static/%2e%2e/door.py"):
        assert site.stranger().get(path).status_code == 404


PAGES = (
    *("/console", "/console/account", "/console/accounts", "/console/log", "/console/people"),
    *("/console/people/1", "/console/matching"),
)
MARKUP = "<script>alert(1)</script><b>Eve</b>\" onload='x"


def test_what_people_write_is_text_on_every_page(site: Console) -> None:
    person = site.person(MARKUP)
    site.thing("ask", MARKUP, person_id=person)
    site.thing("held", "no JSON " + MARKUP, person_id=person)
    with site.world.db.writing() as db:
        owner = accounts.add(db, MARKUP, None, site.wall)
        accounts.give(db, owner, "owner", None, site.wall)
        token = browsers.sign_in(db, owner, "link", MARKUP, site.wall)
    browser = Browser(site, token)
    for page in PAGES:
        text = browser.get(page).text
        assert "<script>alert" not in text, page
        assert "<b>Eve" not in text, page
        assert "\" onload='" not in text, page
    assert "&lt;script&gt;alert(1)" in browser.get("/console").text
    entered = site.stranger().get("/console/enter/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert "<script>alert" not in entered.text


def test_pages_are_kept_by_nobody_and_run_nothing_from_elsewhere(site: Console) -> None:
    answer = site.enters("owner").get("/console")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert not re.search(r"<style|<script(?! type=\"module\" src=)| style=| on\w+=", answer.text)
    assert not re.search(r"(src|href|action)=\"(?!/)(?!#)", answer.text)


def test_a_password_is_set_and_others_are_signed_out(site: Console) -> None:
    account = site.account("owner")
    mine, other = site.browser(account), site.browser(account)
    for short in ("eleven char", ""):
        answer = mine.post("/console/account/password", {"login": "Dana", "password": short})
        assert answer.headers["location"].endswith("done=short")
    mine.post("/console/account/password", {"login": "Dana", "password": GOOD})
    assert other.get("/console").status_code == 303
    assert mine.get("/console").status_code == 200
    taken = site.enters("owner")
    answer = taken.post("/console/account/password", {"login": "DANA ", "password": GOOD})
    assert answer.headers["location"].endswith("done=login_taken")
    by_password = site.browser(account, "password")
    given = {"login": "Dana", "password": "another password", "current": "wrong"}
    assert (
        by_password.post("/console/account/password", given)
        .headers["location"]
        .endswith("done=wrong")
    )
    by_password.post("/console/account/password", given | {"current": GOOD})
    assert mine.get("/console").status_code == 303


def test_browsers_are_signed_out_one_by_one_and_only_ones_own(site: Console) -> None:
    account = site.account("owner")
    mine, lost, others = site.browser(account), site.browser(account), site.enters("owner")
    with site.world.db.reading() as db:
        _mine, second, third = db.execute(select(S.c.id).order_by(S.c.id)).scalars()
    assert mine.post(f"/console/account/browsers/{third}/end").status_code == 404
    assert mine.post(f"/console/account/browsers/{second}/end").status_code == 303
    assert (lost.get("/console").status_code, others.get("/console").status_code) == (303, 200)
    more = site.browser(account)
    mine.post("/console/account/others/end")
    assert (more.get("/console").status_code, mine.get("/console").status_code) == (303, 200)


def test_an_owner_lets_somebody_in_and_out(site: Console) -> None:
    owner = site.enters("owner")
    given = {"name": "Vic", "role": "viewer", "programme": 1}
    page = owner.post("/console/accounts", given).text
    link = re.search(rf"{HERE}(/console/enter/[\w-]+)", page)
    assert link
    vic = site.stranger()
    vic.post(link[1])
    assert "Vic" in vic.get("/console").text
    with site.world.db.reading() as db:
        account = db.execute(select(func.max(A.c.id))).scalar_one()
    owner.post(f"/console/accounts/{account}/close")
    assert vic.get("/console").status_code == 303
    assert owner.post(f"/console/accounts/{account}/link").status_code == 404
    assert owner.post("/console/accounts/1/close").status_code == 404  # their own
    whats = [what for what, _about, _id in site.deeds()]
    assert whats == ["gave_viewer", "signed_in", "saw", "closed_account"]
    assert "added a viewer" in owner.get("/console/log").text


def test_who_is_erased_enters_no_more(site: Console) -> None:
    coordinator(site)
    person = site.world.phone().person()["id"]
    with site.world.db.writing() as db:
        account = accounts.of_person(db, person, site.wall)
        assert accounts.of_person(db, person, site.wall) == account
    browser = site.browser(account)
    assert browser.get("/console").status_code == 200
    with site.world.db.writing() as db:
        erasing.end(db, person, site.wall, shut=False)
    assert browser.get("/console").status_code == 303


def test_what_has_run_out_is_forgotten(site: Console) -> None:
    site.browser(site.account("owner"))
    made(site, 1)
    with site.world.db.writing() as db:
        signing.forget_old(db, site.wall, site.wall + timedelta(days=6))
    assert (site.rows(SignedIn), site.rows(SignInLink)) == (1, 0)
    with site.world.db.writing() as db:
        signing.forget_old(db, site.wall, site.wall + timedelta(days=38))
    assert site.rows(SignedIn) == 0
