"""The console in a real browser, against the real product: as a coordinator uses it."""

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from storage.database import open_database
from tests import ports
from tests.conftest import sqlite_url
from tests.test_browser import NARROW, WIDE, add, begin, converse, heard, product, say
from tests.test_browser import browser as browser
from tests.test_console_matching import DESK, Scene

PAGES = (
    *("/console", "/console/people", "/console/matching"),
    *("/console/account", "/console/accounts", "/console/log"),
)
SIZES = (WIDE, NARROW)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = ports.reserve()
    with product(tmp_path_factory.mktemp("console"), port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def visiting(browser: Browser, url: str, **how: Any) -> Iterator[Page]:
    """A browser of its own, in which nobody else may be asked for anything."""
    context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce"} | how)
    context.set_default_timeout(30_000)
    page = context.new_page()
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Policy" in line.text else None)
    yield page
    context.close()
    assert [one for one in asked if not one.startswith(url)] == []
    assert problems == []


def nothing_found(page: Page) -> None:
    """By axe-core, and nothing is wider than the window."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def asks(page: Page, texts: Sequence[str]) -> Locator:
    """Somebody joins at a phone, and asks the coordinator something."""
    jay = add(page, "sms")
    begin(jay)
    converse(jay, ["k", "23", "Jay", "1 4", "pass maths", "tuesday after 4", "1", "0"])
    for text in texts:
        say(jay, f"ASK {text}")
    return jay


@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
def test_a_question_is_answered_in_the_console_and_read_at_the_phone(
    browser: Browser, address: str, size: dict[str, int]
) -> None:
    with visiting(browser, address) as page:
        page.goto(f"{address}/phone")
        jay = asks(page, ["is room 5 open on <b>saturday</b>?"])
        page.get_by_role("button", name="Open the coordinator's console").click()
        page.set_viewport_size(size)
        thing = page.locator("article.thing").last
        expect(thing).to_contain_text("is room 5 open on <b>saturday</b>?")
        nothing_found(page)
        thing.locator("summary", has_text="Answer").click()
        thing.get_by_label("To Jay, just as it should read").fill("Yes, from nine.")
        nothing_found(page)
        thing.get_by_role("button", name="Send").click()
        expect(page.get_by_role("status").first).to_contain_text("Passed on, word for word.")
        expect(page.get_by_text("saturday")).to_have_count(0)
        page.set_viewport_size(WIDE)
        page.goto(f"{address}/phone")
        jay = page.locator(".phone")
        heard(page, jay, "Yes, from nine.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
def test_nobody_is_kept_out_of_any_page(
    browser: Browser, address: str, size: dict[str, int], scheme: str
) -> None:
    with visiting(browser, address, viewport=size, color_scheme=scheme) as page:
        for public in ("/console/sign-in", "/console/sign-in?done=wrong", "/console/enter/x"):
            page.goto(address + public)
            nothing_found(page)
        page.goto(f"{address}/console/sign-in")
        page.get_by_role("button", name="Enter as the owner").click()
        for one in PAGES:
            answer = page.goto(address + one)
            assert answer
            assert len(answer.body()) <= 60_000
            nothing_found(page)


def test_it_is_used_by_keyboard_alone_and_without_any_script(
    browser: Browser, address: str
) -> None:
    with visiting(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}/console/sign-in")
        page.keyboard.press("Tab")
        expect(page.get_by_text("Skip to the content")).to_be_focused()
        page.get_by_role("button", name="Enter as the owner").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Today")).to_be_visible()
        page.get_by_role("link", name="Log").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("cell", name="signed in").first).to_be_visible()
        page.get_by_role("button", name="Sign out").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.goto(f"{address}/console")
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_an_open_list_says_when_it_has_changed(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        page.goto(f"{address}/phone")
        jay = asks(page, [])
        page.get_by_role("button", name="Open the coordinator's console").click()
        line = page.get_by_role("link", name="Something has changed. Show it")
        expect(line).to_be_hidden()
        phones = page.context.new_page()
        phones.goto(f"{address}/phone")
        jay = phones.locator(".phone")
        say(jay, "ASK when is the party?")
        page.bring_to_front()
        line.click(timeout=25_000)
        expect(page.get_by_text("when is the party?").first).to_be_visible()


def aside(work: Callable[[], Any]) -> Any:
    """Done in a thread of its own, since a loop of the browser's runs in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


@contextmanager
def serving(scene: Scene) -> Iterator[str]:
    """The console over a world that a test has made."""
    port = ports.reserve()
    server = uvicorn.Server(uvicorn.Config(scene.site.app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
def test_pairs_are_swapped_approved_and_taken_back_without_any_script(
    browser: Browser, tmp_path: Path, size: dict[str, int], scheme: str
) -> None:
    scene = aside(lambda: Scene(open_database(sqlite_url(tmp_path))))
    how = {"viewport": size, "color_scheme": scheme}
    with (
        serving(scene) as url,
        visiting(browser, url, java_script_enabled=False, **how) as page,
    ):
        kept = {"name": "console", "value": scene.browser.token, "url": url}
        page.context.add_cookies([kept])  # type: ignore[list-item]
        page.goto(url + DESK)
        pair = page.locator(f"#m{scene.jay}")
        pair.get_by_role("link", name="Somebody else").focus()
        page.keyboard.press("Enter")
        pair.get_by_label("Or anybody else with room").select_option(label="Tom")
        pair.get_by_role("button", name="Choose").press("Enter")
        expect(pair).to_contain_text("kept")
        expect(pair.get_by_role("heading")).to_contain_text("Tom")
        pair.locator("summary").press("Enter")
        pair.get_by_label("Why these two?").fill("you both love chess")
        pair.get_by_role("button", name="Ask Tom").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Done.")
        asked = page.locator("li", has_text=re.compile("Tom.*is asked about.*Jay", re.DOTALL))
        asked.get_by_role("button", name="Take it back").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("It is off.")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    aside(scene.site.world.settle)
    assert scene.matches() == [(scene.jay, scene.tom, "closed")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_of_the_matching_desk(
    browser: Browser, tmp_path: Path, scheme: str
) -> None:
    scene = aside(lambda: Scene(open_database(sqlite_url(tmp_path))))
    aside(lambda: scene.approves((scene.jay, scene.rosa)))
    with (
        serving(scene) as url,
        visiting(browser, url, viewport=NARROW, color_scheme=scheme) as page,
    ):
        kept = {"name": "console", "value": scene.browser.token, "url": url}
        page.context.add_cookies([kept])  # type: ignore[list-item]
        page.goto(f"{url}{DESK}?open={scene.ana}&never={scene.ana}-{scene.rosa}")
        nothing_found(page)
