"""Today: what there is to do, in order, and each thing settled as it would be by phone."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.console.signing import browsers
from assistant.coordinators import agenda, kinds, minutes
from storage.console import accounts
from storage.database import Database
from storage.mentoring.settled import HARM, NEWS
from storage.safeguarding import records
from storage.tables import Concern, Handover, Match, Message, Relayed, table
from tests.console import NOW, Browser, Console
from tests.on_call import ROTA, Scene, on_rota
from tests.phones import Phone, World, code
from tests.rows import put
from tests.test_relaying import Three

C, H, M, R = table(Concern), table(Handover), table(Message), table(Relayed)


@pytest.fixture
def site(db: Database) -> Console:
    return Console(World(db))


def words(page: str) -> str:
    """What is read on a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def dana(world: World) -> Phone:
    """A coordinator with a phone."""
    phone = world.phone("777", "simulated_telegram")
    phone.says(f"/start {code(world.db, world.now)}", "ok")
    return phone


def entered(site: Console, phone: Phone) -> Browser:
    """The same coordinator in the console."""
    person = phone.person()["id"]
    with site.world.db.writing() as db:
        account = accounts.of_person(db, person, site.wall)
        return Browser(site, browsers.sign_in(db, account, "link", "Firefox", site.wall))


def asks(site: Console, text: str = "ASK is room 5 open?") -> Phone:
    """Somebody who takes part asks the coordinator something."""
    jay = site.world.phone()
    jay.says("bridge", "k", "23", "Jay", "1", "pass maths", "tuesday after 4", "0", "0")
    jay.says("MENU")
    jay.says(text)
    jay.hears()
    return jay


def test_an_answer_reaches_who_asked_under_their_name_and_is_off_the_phones_list(
    site: Console,
) -> None:
    phone, jay = dana(site.world), asks(site)
    browser = entered(site, phone)
    (thing,) = site.open()
    assert "is room 5 open?" in browser.get("/console").text
    answer = browser.post(f"/console/things/{thing}/answer", {"answer": "Yes, until six."})
    assert answer.headers["location"] == "/console?done=answered"
    site.world.settle()
    (heard,) = jay.hears()
    assert "Yes, until six." in heard
    assert "Dana" in heard
    assert "empty" in phone.says("LIST")[-1]
    assert site.woken == 1


def test_what_was_settled_by_phone_is_gone_and_the_other_way_round(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    browser, (thing,) = entered(site, phone), site.open()
    phone.says("LIST", "1", "Closed on Saturdays.", "1")
    assert "Closed on Saturdays." in jay.hears()[-1]
    for deed in ("answer", "close", "snooze"):
        late = browser.post(f"/console/things/{thing}/{deed}", {"answer": "Open!", "days": 1})
        assert late.headers["location"] == "/console?done=gone"
    site.world.settle()
    assert jay.hears() == []
    assert "Somebody has done that one already" in browser.get("/console?done=gone").text


def test_a_turn_that_settles_what_the_console_has_just_settled_is_taken_anew(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    browser, (thing,) = entered(site, phone), site.open()
    phone.says("LIST", "1")
    site.world.accept([phone.inbound("Closed.")])
    site.world.settle()
    site.world.accept([phone.inbound("1")])
    browser.post(f"/console/things/{thing}/answer", {"answer": "Open!"})
    site.world.settle()
    assert [one for one in jay.hears() if "Open!" in one or "Closed." in one] != []
    assert "done already" in " ".join(phone.hears())


def test_repeats_are_one_thing_and_what_came_since_still_waits(site: Console) -> None:
    person = site.person()
    first, second = (site.thing(text=text, person_id=person) for text in ("one?", "two?"))
    browser = site.enters()
    page = words(browser.get("/console").text)
    assert "1 thing, about 4 minutes" in page
    assert "2 times" in page
    third = site.thing(text="three?", person_id=person)
    browser.post(f"/console/things/{first}/close", {"seen": second})
    assert site.open() == [third]


def test_the_worst_comes_first_then_what_waits_longest_alike_ones_together(site: Console) -> None:
    site.thing("left", "bye")
    site.thing("ask", "first?")
    site.thing("unclear", "hm")
    site.thing("ask", "second?")
    site.thing("low", "so hard")
    site.thing("worry", "not safe")
    page = words(site.enters().get("/console").text)
    order = ["Now 1", "not safe", "Soon 1", "so hard", "Questions 2", "first?", "second?", "hm"]
    places = [page.index(one) for one in (*order, "Good to know 1", "bye")]
    assert places == sorted(places)
    assert "6 things, about 40 minutes" in page


def test_each_kind_has_a_place_a_title_and_its_minutes() -> None:
    ranked = {kind for some in HARM for kind in some} | set(NEWS) | {"data", "erased"}
    assert set(kinds.KINDS) <= ranked
    text = Path("assistant/console/templates/console_kinds.html").read_text()
    assert set(kinds.KINDS) <= set(re.findall(r"'(\w+)': _\(", text))
    assert {minutes.of(kind) for kind in kinds.KINDS} <= set(range(1, 31))
    assert [minutes.about(one) for one in (0, 3, 7, 8, 38, 42)] == [0, 3, 5, 10, 40, 40]


def test_something_put_off_is_off_both_lists_until_its_day(site: Console) -> None:
    phone, _jay = dana(site.world), asks(site)
    browser, (thing,) = entered(site, phone), site.open()
    browser.post(f"/console/things/{thing}/snooze", {"days": 3})
    page = words(browser.get("/console").text)
    assert "All done" in page
    assert "1 thing is put off" in page
    assert "empty" in phone.says("LIST", "LIST")[-1]
    site.world.passes(days=3, hours=-9)  # it is one in the morning in New York
    assert "All done" not in words(browser.get("/console").text)
    assert "On your list (1)" in phone.says("LIST")[-1]


def test_what_was_put_off_can_be_brought_back(site: Console) -> None:
    thing, browser = site.thing(), site.enters()
    browser.post(f"/console/things/{thing}/snooze", {"until": "2026-04-01"})
    assert "back on Wed, Apr 1" in words(browser.get("/console").text)
    browser.post(f"/console/things/{thing}/bring-back")
    assert "1 thing, about" in words(browser.get("/console").text)


@pytest.mark.parametrize(
    "given",
    [
        *({}, {"until": "2026-03-03"}, {"until": "2020-01-01"}, {"until": "2099-01-01"}),
        *({"until": "soon"}, {"days": 0}, {"days": 400}, {"days": 10**17}),
    ],
)
def test_nothing_is_put_off_to_a_day_that_is_none(site: Console, given: dict[str, object]) -> None:
    thing, browser = site.thing(), site.enters()
    answer = browser.post(f"/console/things/{thing}/snooze", given)
    assert answer.headers["location"] == "/console?done=cannot"
    assert "is room 5 open?" in browser.get("/console").text


def test_only_news_is_closed_many_at_a_time(site: Console) -> None:
    news = [site.thing("left", f"bye {number}") for number in range(3)]
    ask = site.thing()
    browser = site.enters()
    assert "Done with all 3" in browser.get("/console").text
    given = ",".join(f"{one}-{one}" for one in (*news, ask)) + ",x-1,9999-9999"
    browser.post("/console/alike/close", {"things": given})
    assert site.open() == [ask]


@pytest.mark.parametrize(("text", "told"), [("", "empty"), (" \n", "empty"), ("x" * 601, "long")])
def test_no_answer_is_sent_that_is_none(site: Console, text: str, told: str) -> None:
    thing = site.thing()
    answer = site.enters().post(f"/console/things/{thing}/answer", {"answer": text})
    assert answer.headers["location"] == f"/console?done={told}"
    assert site.open() == [thing]


def test_nothing_is_done_to_a_thing_that_is_not_for_it(site: Console) -> None:
    held = json.dumps({"message": 7, "why": "photos", "said": "hi", "last": False})
    things = {kind: site.thing(kind, text) for kind, text in (("ask", "?"), ("held", held))}
    browser, given = site.enters(), {"answer": "yes", "note": "x"}
    for kind, deeds in {
        "ask": ("approve", "release", "keep-back"),
        "held": ("answer", "close", "approve"),
    }.items():
        for deed in deeds:
            answer = browser.post(f"/console/things/{things[kind]}/{deed}", given)
            assert answer.headers["location"] == "/console?done=cannot", (kind, deed)
    assert browser.post(f"/console/things/{things['ask']}/take", given).status_code == 404
    assert site.open() == list(things.values())


def test_somebody_who_has_stopped_is_not_answered(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    browser, (thing, *_) = entered(site, phone), site.open()
    jay.says("STOP")
    browser.post(f"/console/things/{thing}/answer", {"answer": "Yes"})
    site.world.settle()
    assert jay.hears() == []
    assert "<textarea" not in browser.get("/console").text.partition("thing-")[2][:1500]


def held(folder: Path) -> tuple[Three, Console, int]:
    """A text that is held between two people."""
    three = Three(folder)
    three.known()
    three.jay.says("TO rosa can you send me a pic of you?")
    site = Console(three.world)
    (thing,) = site.open()
    return three, site, thing


def test_a_held_text_goes_across_word_for_word(tmp_path: Path) -> None:
    three, site, thing = held(tmp_path)
    browser = site.enters()
    assert "can you send me a pic of you?" in browser.get("/console").text
    browser.post(f"/console/things/{thing}/release")
    site.world.settle()
    assert three.rosa.hears() == ["Jay: can you send me a pic of you?"]
    assert three.states()[-1] == "released"


def test_of_a_text_that_is_kept_back_nobody_hears(tmp_path: Path) -> None:
    three, site, thing = held(tmp_path)
    three.dana.hears()
    site.enters().post(f"/console/things/{thing}/keep-back")
    site.world.settle()
    assert (three.rosa.hears(), three.jay.hears()) == ([], [])
    assert three.states()[-1] == "blocked"


def test_an_agreement_is_approved_for_both(site: Console) -> None:
    mentee, mentor = site.person(), site.person("Rosa", "mentor")
    terms = {"version": 4, "often": "week", "how": "place", "long": "60", "until": "2026-09-01"}
    with site.world.db.writing() as db:
        sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor, "reason": ""}
        match = put(db, Match, **sides, programme_id=1, state="active")
    given = {"person_id": mentee, "match_id": match}
    thing = site.thing("terms", json.dumps(terms), **given)
    browser = site.enters()
    assert "every week" in browser.get("/console").text
    browser.post(f"/console/things/{thing}/approve")
    with site.world.db.reading() as db:
        query = select(M.c.person_id, M.c.text).where(M.c.sender == "inside")
        told = {(person, json.loads(text)["version"]) for person, text in db.execute(query)}
    assert told == {(mentee, 4), (mentor, 4)}
    assert site.open() == []


@pytest.fixture
def scene(db: Database) -> Scene:
    world = World(db)
    on_rota(world, *ROTA)
    found = Scene(world)
    found.says("he hits me, every time!!")
    return found


def test_a_concern_is_taken_once_and_who_said_it_hears_by_whom(scene: Scene) -> None:
    site = Console(scene.world)
    scene.jay.hears(), scene.cole.hears()
    (thing,) = site.open()
    browser, late = site.enters(), site.enters()
    page = browser.get("/console").text
    assert "he hits me" in page
    assert "I have it" in page
    browser.post(f"/console/things/{thing}/take")
    answer = late.post(f"/console/things/{thing}/take")
    assert answer.headers["location"].endswith("done=taken_already")
    scene.world.settle()
    (heard,) = scene.jay.hears()
    assert heard.startswith("Dana has your message now")
    assert "Dana has it" in words(late.get("/console").text)
    scene.passes(minutes=12)
    assert scene.cole.hears() == []  # nobody else is paged
    assert "Dana" in scene.cole.says("1")[-1]


def test_a_concern_is_closed_with_what_was_done_about_it(scene: Scene) -> None:
    site = Console(scene.world)
    (thing,) = site.open()
    browser = site.enters()
    assert browser.post(f"/console/things/{thing}/done").headers["location"].endswith("empty")
    browser.post(f"/console/things/{thing}/done", {"note": "Met Jay and the school nurse."})
    with site.world.db.reading() as db:
        record = records.find(db, 1)
    assert record
    assert (record.note, record.closed_at) == ("Met Jay and the school nurse.", site.world.now)
    assert site.open() == []


def test_a_concern_is_never_put_off_or_closed_like_the_rest(scene: Scene) -> None:
    site = Console(scene.world)
    (thing,) = site.open()
    browser = site.enters()
    for deed in ("close", "snooze", "answer"):
        given = {"days": 1, "answer": "hi"}
        assert browser.post(f"/console/things/{thing}/{deed}", given).status_code == 404
    browser.post("/console/alike/close", {"things": f"{thing}-{thing}"})
    assert site.open() == [thing]


def test_what_is_worded_otherwise_hides_none_of_the_rest(site: Console) -> None:
    site.thing("terms", '{"version": 1, "old": true}')
    site.thing("worry", "not safe")
    page = site.enters().get("/console")
    assert page.status_code == 200
    assert "not safe" in page.text
    assert "2 things" in words(page.text)


def test_the_log_says_who_saw_and_did_what_and_no_words(site: Console) -> None:
    thing, browser = site.thing(), site.enters()
    for _ in range(3):
        browser.get("/console")
    browser.post(f"/console/things/{thing}/answer", {"answer": "Yes."})
    assert site.deeds() == [("saw", "today", None), ("answered", "ask", thing)]
    log = words(site.enters("owner").get("/console/log").text)
    assert f"Dana answered ask {thing} Bridge" in log
    assert "Yes." not in log
    assert "room 5" not in log


def test_an_open_page_learns_that_something_has_come(site: Console) -> None:
    browser = site.enters()
    assert browser.get("/console/live").json() == {"rows": 0, "newest": 0}
    thing = site.thing()
    assert browser.get("/console/live").json() == {"rows": 1, "newest": thing}


def test_a_long_list_comes_page_by_page_each_small(site: Console) -> None:
    for number in range(75):
        site.thing("ask" if number % 2 else "unclear", f"question {number} " + "words " * 20)
    browser = site.enters()
    shown: list[str] = []
    for page in (1, 2, 3, 4, 5):
        answer = browser.get(f"/console?page={page}")
        assert len(answer.content) <= 60_000
        shown += re.findall(r"question (\d+) ", answer.text)
    assert sorted(map(int, shown)) == list(range(75))
    assert "Page 5 of 5" in browser.get("/console?page=99").text


def test_things_wait_for_as_long_as_they_do(site: Console) -> None:
    for past in (
        timedelta(seconds=20),
        timedelta(minutes=5),
        timedelta(hours=3),
        timedelta(days=4),
    ):
        site.thing(created_at=site.world.now - past)
    page = words(site.enters().get("/console").text)
    assert [one in page for one in ("just now", "5 min", "3 h", "4 days")] == [True] * 4


def test_alike_things_stand_together() -> None:
    def item(number: int, kind: str) -> agenda.Item:
        rank = minutes.rank(kind)
        return agenda.Item(
            number, number, kind, rank, "", "", "", "", 1, "", "", NOW, 1, 1, frozenset()
        )

    found = agenda.sections([item(1, "ask"), item(2, "unclear"), item(3, "ask"), item(4, "worry")])
    assert [[[one.id for one in group.items] for group in part.groups] for part in found] == [
        [[4]],
        [[1, 3], [2]],
    ]


def test_there_are_buttons_only_for_what_somebody_may_settle(site: Console) -> None:
    site.thing(text="of the first")
    site.thing(text="of the other", programme_id=site.other)
    account = site.account("viewer")
    with site.world.db.writing() as db:
        accounts.give(db, account, "coordinator", site.other, site.wall)
    page = site.browser(account).get("/console").text
    shown = {part[:4_000].partition("<article")[0] for part in page.split("<article")[1:]}
    assert {("of the other" in one, "<button" in one) for one in shown} == {
        (True, True),
        (False, False),
    }
