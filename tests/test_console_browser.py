"""The console in a real browser, against the real product: as a coordinator uses it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests import ports
from tests.test_browser import NARROW, WIDE, add, begin, converse, heard, product, say
from tests.test_browser import browser as browser

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
