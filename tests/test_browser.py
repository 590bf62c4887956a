"""The simulated phones in a real browser, against the real product: as a newcomer uses them."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect, sync_playwright

from tests import ports
from tests.conftest import CHROMIUM, SECRET

ROOT = Path(__file__).parent.parent
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
NUMBERS = count(5_550_100)
FINGER = 44  # pixels, the least that a finger finds


@contextmanager
def product(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The product as `make run` starts it, its database in this folder."""
    given = {
        "DATABASE_URL": f"sqlite:///{folder / 'browser.db'}",
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "LOG_LEVEL": "error",
    }
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "-m", "assistant", "serve"]
    process = subprocess.Popen(command, cwd=ROOT, env=inherited | given, stdout=sys.stderr)
    try:
        _until_it_answers(f"http://127.0.0.1:{port}/health")
        yield process
    finally:
        process.kill()
        process.wait()


def _until_it_answers(url: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=5):
                return
        except URLError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {url}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = ports.reserve()
    with product(tmp_path_factory.mktemp("product"), port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@contextmanager
def visit(browser: Browser, url: str, **how: Any) -> Iterator[Page]:
    """The page of phones, in a browser of its own; nobody else may be asked for anything."""
    context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce"} | how)
    context.set_default_timeout(30_000)
    page = context.new_page()
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Policy" in line.text else None)
    page.goto(f"{url}/phone")
    yield page
    context.close()
    assert [url_ for url_ in asked if not url_.startswith(url)] == []
    assert problems == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visit(browser, address) as page:
        yield page


def add(page: Page, channel: str, language: str = "English", **fields: str) -> Locator:
    """Add a phone as a newcomer does; the phone."""
    known = page.locator(".phone").count()
    page.locator(f"[data-add={channel}]:visible").click()
    page.get_by_label(language).check()
    for label, value in fields.items():
        page.get_by_label(label.capitalize()).fill(value)
    if channel == "sms" and not fields:  # one that no other test has
        field = page.locator("input[name=number]")
        field.fill(f"{field.input_value()[:-7]}{next(NUMBERS):07d}")
    page.get_by_role("button", name="Add phone").click()
    return page.locator(".phone").nth(known)


def begin(phone: Locator, word: str = "BRIDGE") -> str:
    """Tap the word of the programme; the reply."""
    with replied(phone) as reply:
        phone.get_by_role("button", name=word).click()
    return reply[0]


def say(phone: Locator, text: str) -> str:
    """Send a text and wait for the reply."""
    with replied(phone) as reply:
        write(phone, text)
    return reply[0]


def press(phone: Locator, label: str) -> str:
    """Press the newest button of that label and wait for the reply."""
    with replied(phone) as reply:
        phone.locator(".choices").get_by_role("button", name=label, exact=True).last.click()
    return reply[0]


def write(phone: Locator, text: str) -> None:
    box = phone.get_by_role("textbox")
    box.fill(text)
    box.press("Enter")


@contextmanager
def replied(phone: Locator) -> Iterator[list[str]]:
    theirs = phone.locator(".theirs")
    known, reply = theirs.count(), [""]
    yield reply
    expect(theirs.nth(known)).to_be_visible()
    expect(phone.locator(".dots")).to_have_count(0)
    reply[0] = theirs.last.locator(".text").inner_text()


def converse(phone: Locator, lines: Sequence[str]) -> str:
    """Say or, in brackets, press one after the other; the last reply."""
    reply = ""
    for line in lines:
        reply = press(phone, line[1:-1]) if line.startswith("[") else say(phone, line)
    return reply


def received(phone: Locator) -> str:
    """How much it took, for the record."""
    segments = phone.locator(".theirs .segments").all_inner_texts()
    total = sum(int(one.split()[0]) for one in segments if one)
    return f"{phone.locator('.mine').count()} sent, {len(segments)} received, {total} segments"


def test_an_sms_phone_goes_from_its_first_word_to_a_saved_goal(page: Page) -> None:
    phone = add(page, "sms")
    assert "Okay to text you?" in begin(phone)
    intake = ["k", "23", "Jay", "1 4", "pass maths", "tuesday after 4"]
    assert "what matters most" in converse(phone, intake)
    assert "Shall we make that your goal?" in say(phone, "1")
    goal = ["2", "Get my licence", "when I pass", "book a lesson", "30 june"]
    assert "Your goal: Get my licence" in converse(phone, goal)
    assert "Saved" in say(phone, "1")
    print(received(phone))


def test_a_telegram_phone_goes_from_its_first_word_to_a_saved_goal(page: Page) -> None:
    phone = add(page, "telegram", "Português", name="João")
    assert "Posso mandar" in begin(phone)
    intake = ["[Tudo bem]", "31", "[Estudos]", "passar na prova", "terça depois das 16h"]
    assert "o que mais importa" in converse(phone, intake)
    assert "passar na prova" in press(phone, "Tem calma")
    goal = ["[Outra meta]", "Tirar a carteira", "quando passar", "marcar uma aula", "30 junho"]
    assert "Tirar a carteira" in converse(phone, goal)
    assert "Guardei" in press(phone, "Guardar")
    expect(phone.locator(".choices .pressed")).to_have_count(5)
    print(received(phone))


def test_every_text_says_what_it_costs_on_sms_only(page: Page) -> None:
    sms, telegram = add(page, "sms"), add(page, "telegram")
    begin(sms)
    begin(telegram)
    expect(sms.locator(".theirs .segments").last).to_have_text(re.compile("^[12] segments?$"))
    assert telegram.locator(".theirs .segments").all_inner_texts()[-1] == ""


def test_phones_stand_side_by_side_and_mix_nothing_up(page: Page) -> None:
    mentee, mentor = add(page, "sms"), add(page, "telegram", name="Rosa")
    begin(mentee)
    begin(mentor, "GUIDE")
    say(mentee, "only the mentee says this")
    one, other = mentee.bounding_box(), mentor.bounding_box()
    assert one
    assert other
    assert (one["y"], one["x"] + one["width"] < other["x"]) == (other["y"], True)
    expect(mentor.get_by_text("only the mentee")).to_have_count(0)


def test_a_phone_is_used_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # an SMS phone
    page.keyboard.press("ArrowRight")  # in Spanish
    page.keyboard.press("Enter")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    phone = page.locator(".phone")
    expect(phone.locator(".theirs .text").first).to_contain_text("Bridge, programa de")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # what may be attached
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(phone.locator(".mine .text").last).to_have_text("Photo")


def test_the_number_proposed_is_of_the_language(page: Page) -> None:
    page.locator("[data-add=sms]:visible").click()
    for language, code in (("Français", "+33"), ("Português", "+55"), ("Español", "+34")):
        page.get_by_label(language).check()
        assert page.get_by_label("Number").input_value().startswith(code)
    page.get_by_label("Number").fill("5550100")
    page.get_by_role("button", name="Add phone").click()
    expect(page.get_by_role("alert")).to_contain_text("country code")


def test_phones_and_threads_are_back_after_a_reload_and_under_the_same_address(page: Page) -> None:
    begin(add(page, "sms"))
    add(page, "telegram", name="Zoë")
    page.reload()
    expect(page.locator(".phone").first.locator(".theirs").first).to_be_visible()
    shared = page.url
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(".owner-name").last).to_have_text("Zoë")
    page.get_by_role("button", name="Remove the phone of Zoë").click()
    page.reload()
    expect(page.locator(".phone")).to_have_count(1)


def test_what_somebody_writes_is_text_and_never_markup(page: Page) -> None:
    phone = add(page, "telegram", name="<b>Eve</b>")
    begin(phone)
    write(phone, "<img src=x onerror=alert(1)><script>alert(2)</script>")
    expect(phone.locator(".mine .text").last).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".owner-name")).to_have_text("<b>Eve</b>")
    expect(phone.locator("img, script, b")).to_have_count(0)


def test_what_could_not_be_sent_is_sent_again_and_arrives_once(page: Page) -> None:
    phone = add(page, "sms")
    sent: list[str] = []

    def fail_first(route: Route) -> None:
        sent.append(route.request.post_data_json["id"])
        if len(sent) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/phone/messages", fail_first)
    begin(phone)
    assert len(sent) == 2
    assert sent[0] == sent[1]
    expect(phone.locator(".mine")).to_have_count(1)


def test_what_was_refused_says_so_and_can_be_tried_again(page: Page) -> None:
    phone = add(page, "sms")
    page.route("**/phone/messages", lambda route: route.fulfill(status=403))
    write(phone, "bridge")
    expect(phone.locator(".trouble:visible")).to_contain_text("Refused (403).")
    page.unroute("**/phone/messages")
    with replied(phone):
        phone.get_by_role("button", name="Try again").click()
    expect(phone.locator(".trouble:visible")).to_have_count(0)


def test_a_button_pressed_twice_is_pressed_once(page: Page) -> None:
    phone = add(page, "telegram")
    begin(phone)
    with replied(phone):
        phone.get_by_role("button", name="Okay", exact=True).dblclick()
    expect(phone.locator(".mine")).to_have_count(2)


def heard(page: Page, phone: Locator, words: str) -> None:
    """Wait until the newest text holds these words, letting time pass to what is due next."""
    newest = phone.locator(".theirs .text").last
    for _ in range(15):
        try:
            return expect(newest).to_contain_text(words, timeout=3_000)
        except AssertionError:
            page.get_by_role("button", name="Skip ahead").click()
    raise AssertionError(f"{words!r} was not heard, but: {newest.inner_text()}")


def test_two_people_are_brought_together_meet_and_tell_how_it_was(
    browser: Browser, tmp_path: Path
) -> None:
    port = ports.reserve()
    url = f"http://127.0.0.1:{port}"
    with product(tmp_path, port), visit(browser, url, viewport=NARROW) as page:
        three = get_ready(page)
        for part in (bring_together, book_and_move, tell_how_it_was, check_in, broadcast):
            part(page, *three)
            for size in (WIDE, NARROW):  # everything else here is done on the wide one
                page.set_viewport_size(size)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def get_ready(page: Page) -> tuple[Locator, Locator, Locator]:
    """A mentee, a mentor and a coordinator, each on a phone of their own."""
    jay, rosa, dana = add(page, "sms"), add(page, "telegram", name="Rosa"), add(page, "sms")
    begin(jay)
    converse(jay, ["k", "23", "Jay", "1 4", "pass maths", "tuesday after 4", "1", "0"])
    begin(rosa, "GUIDE")
    about = ["[Okay]", "52", "[School]", "nurse", "tuesday and thursday from 3 to 7"]
    converse(rosa, [*about, "[Two people]"])
    with replied(dana):
        dana.get_by_role("button", name="COORDINATE").click()
    return jay, rosa, dana


def bring_together(page: Page, jay: Locator, rosa: Locator, dana: Locator) -> None:
    assert "bring two together" in converse(dana, ["1", "menu"])
    assert "Shall I ask Rosa?" in converse(dana, ["3", "1", "1", "Rosa loves maths too."])
    say(dana, "1")
    heard(page, rosa, "Would you like to be a mentor for Jay?")
    press(rosa, "Gladly")  # which is thanked for, and in the next text it is settled
    heard(page, rosa, "It's settled, Rosa: you and Jay.")
    heard(page, jay, "You and Rosa are both free")
    heard(page, rosa, "when you could first meet")


def book_and_move(page: Page, jay: Locator, rosa: Locator, dana: Locator) -> None:
    assert "I'm asking Rosa" in converse(jay, ["1", "1"])
    heard(page, rosa, "Does that work?")
    assert "Booked!" in press(rosa, "Works for me")
    heard(page, jay, "Booked!")
    assert "I'll let Rosa know" in say(jay, "cant make it got detenshun")
    heard(page, rosa, "can't make it")
    assert "I'm asking Rosa" in say(jay, "1")
    heard(page, rosa, "Does that work?")
    assert "Booked!" in say(rosa, "yes works")
    heard(page, jay, "Can't come? Text MOVE.")


def tell_how_it_was(page: Page, jay: Locator, rosa: Locator, dana: Locator) -> None:
    heard(page, jay, "did you and Rosa meet")
    assert "Was it useful" in say(jay, "we did")
    assert "find the next time" in say(jay, "4 she's nice")
    assert "To find a time later" in say(jay, "2")
    assert "Was it useful" in press(rosa, "We did")
    assert "That helps" in say(rosa, "5 good talk")


def check_in(page: Page, jay: Locator, rosa: Locator, dana: Locator) -> None:
    heard(page, rosa, "How is it going with Jay")
    assert "Would a call from" in say(rosa, "3 - very quiet, not sure I'm any use")
    press(rosa, "Please call")
    heard(page, dana, "would like a call")


def broadcast(page: Page, jay: Locator, rosa: Locator, dana: Locator) -> None:
    converse(dana, ["2", "broadcast", "3", "No meetings next week. Have a good rest! Dana"])
    assert "It's on its way" in say(dana, "1")
    heard(page, jay, "Have a good rest!")
    heard(page, rosa, "Have a good rest!")
    assert "passed it on" in say(jay, "thanks, is the library open then?")
    heard(page, dana, "is the library open then?")
    assert "Passed on to Jay" in converse(dana, ["1", "Yes, until six. Dana"])
    heard(page, jay, "Yes, until six. Dana")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_everything_has_a_name_and_room_for_a_finger(
    browser: Browser, address: str, size: dict[str, int], scheme: str
) -> None:
    with visit(browser, address, viewport=size, color_scheme=scheme) as page:
        for channel in ("sms", "telegram"):
            begin(add(page, channel))
        page.locator("summary").last.click()
        controls = page.evaluate(CONTROLS)
        assert len(controls) > 10
        assert [one for one in controls if not one["name"] or one["least"] < FINGER] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


CONTROLS = """[...document.querySelectorAll("button, summary, input, textarea")]
    .filter((control) => control.offsetParent)
    .map((control) => {
        const { width, height } = control.getBoundingClientRect();
        return { name: control.ariaLabel || control.textContent.trim(),
                 least: Math.round(Math.min(width, height)) };
    })"""


def test_an_open_page_holds_up_no_stop_and_goes_on_afterwards(
    browser: Browser, tmp_path: Path
) -> None:
    port = ports.reserve()
    with product(tmp_path, port) as first, visit(browser, f"http://127.0.0.1:{port}") as page:
        phone = add(page, "sms")
        begin(phone)
        first.send_signal(signal.SIGTERM)
        first.wait(5)
        expect(page.get_by_role("status")).to_have_text("Reconnecting …")
        with product(tmp_path, port):
            expect(page.get_by_role("status")).to_have_text("Connected", timeout=20_000)
            assert "A few short questions" in say(phone, "k")
