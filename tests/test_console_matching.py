"""The matching desk: the best set of pairs, what is chosen there, and who is asked of it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from storage.database import Database
from storage.tables import Match, Participant, Programme, table
from tests.console import Browser, Console
from tests.crowd import One, add
from tests.phones import Phone, World
from tests.test_console_today import dana, entered, words

G, N, T = table(Programme), table(Participant), table(Match)
DESK = "/console/matching"
ROSA, TOM, JAY, ANA = "+12125550192", "+12125550193", "+12125550194", "+12125550195"
PEOPLE = [
    One(ROSA, "mentor", name="Rosa", profile={"topics": ["school"], "free": "weekends"}),
    One(TOM, "mentor", name="Tom", profile={"topics": ["job"], "free": "weekends"}),
    One(JAY, name="Jay", profile={"topics": ["school"], "free": "weekends"}),
    One(ANA, name="Ana", profile={"topics": ["job"], "free": "weekends"}),
]


class Scene:
    """Dana at the desk, two mentors, and two who look for help."""

    def __init__(self, db: Database) -> None:
        self.site = Console(World(db))
        self.phone = dana(self.site.world)
        self.rosa, self.tom, self.jay, self.ana = add(self.site.world, PEOPLE)
        self.at = {one.name: self.site.world.phone(one.address) for one in PEOPLE}
        self.browser = entered(self.site, self.phone)

    def approves(self, *pairs: tuple[int, int], browser: Browser | None = None, **more: str) -> str:
        given = {"programme": 1, **{f"pair-{a}-{b}": "1" for a, b in pairs}, **more}
        answer = (browser or self.browser).post(f"{DESK}/approve", given)
        found = re.search(r"done=(\w+)", answer.headers.get("location", ""))
        return found[1] if found else str(answer.status_code)

    def wants(self, **settings: object) -> None:
        """The programme's file says so."""
        with self.site.world.db.writing() as db:
            known = db.execute(select(G.c.settings).where(G.c.id == 1)).scalar_one()
            db.execute(update(G).where(G.c.id == 1).values(settings={**known, **settings}))

    def hears(self, phone: Phone) -> str:
        self.site.world.settle()
        return " / ".join(phone.hears())

    def matches(self) -> list[tuple[int, int, str]]:
        with self.site.world.db.reading() as db:
            rows = db.execute(select(T.c.mentee_id, T.c.mentor_id, T.c.state).order_by(T.c.id))
            return [tuple(row) for row in rows]


@pytest.fixture
def scene(db: Database) -> Scene:
    return Scene(db)


def shown(page: str) -> list[tuple[str, str]]:
    heads = re.findall(r"<h3 id.*?</h3>", page, re.DOTALL)
    return [tuple(re.findall(r"<bdi>(\w+)</bdi>", one)) for one in heads]  # type: ignore[misc]


def test_the_best_for_all_is_shown_with_what_speaks_for_it(scene: Scene) -> None:
    page = scene.browser.get(DESK).text
    assert shown(page) == [("Jay", "Rosa"), ("Ana", "Tom")]
    assert "Rosa can help with this: school." in words(page)
    assert "2 mentees wait" in words(page)
    assert scene.matches() == []


def test_a_pair_that_is_kept_or_ruled_out_changes_the_others(scene: Scene) -> None:
    kept = scene.browser.get(f"{DESK}?pins={scene.jay}-{scene.tom}").text
    assert shown(kept)[0] == ("Jay", "Tom")
    assert ("Ana", "Tom") not in shown(kept)  # there is room for one
    never = scene.browser.get(f"{DESK}?never={scene.jay}-{scene.rosa}").text
    assert ("Jay", "Rosa") not in shown(never)
    assert "Not to be brought together" in never
    picked = scene.browser.get(f"{DESK}?mentee={scene.ana}&mentor={scene.rosa}").text
    assert ("Ana", "Rosa") in shown(picked)
    opened = words(scene.browser.get(f"{DESK}?open={scene.jay}").text)
    assert "Or anybody else with room" in opened


def test_who_is_approved_is_asked_as_by_phone_and_once(scene: Scene) -> None:
    first = (scene.jay, scene.rosa)
    assert scene.approves(first) == "paired"
    assert scene.approves(first) == "none_paired"  # pressed twice, or by another coordinator
    assert scene.approves((scene.jay, scene.tom)) == "none_paired"
    assert scene.matches() == [(*first, "offered")]
    heard = scene.hears(scene.at["Rosa"])
    assert "Jay" in heard
    assert scene.hears(scene.at["Tom"]) == ""
    assert ("paired", "person", scene.jay) in scene.site.deeds()
    page = words(scene.browser.get(DESK).text)
    assert "Rosa is asked about Jay" in page


def test_the_mentor_reads_the_same_words_as_when_asked_by_phone(scene: Scene) -> None:
    scene.approves((scene.jay, scene.rosa))
    console = scene.hears(scene.at["Rosa"])
    scene.phone.says("PAIR", "ana", "tom", "1")
    phone = scene.hears(scene.at["Tom"])
    alike = console.replace("Jay", "Ana").replace("Rosa", "Tom").replace("school", "finding a job")
    assert alike == phone


def test_some_are_asked_where_another_was_faster(scene: Scene) -> None:
    scene.phone.says("PAIR", "jay", "rosa", "1")
    scene.site.world.settle()
    assert scene.approves((scene.jay, scene.rosa), (scene.ana, scene.tom)) == "some_paired"
    assert [one[:2] for one in scene.matches()] == [
        (scene.jay, scene.rosa),
        (scene.ana, scene.tom),
    ]


def test_of_two_who_approve_at_once_one_wins_and_nothing_is_done_twice(scene: Scene) -> None:
    browsers = [scene.browser, scene.site.enters("coordinator")]
    mentors = [scene.rosa, scene.tom]  # about one mentee
    with ThreadPoolExecutor(2) as pool:
        told = pool.map(
            lambda browser, mentor: scene.approves((scene.jay, mentor), browser=browser),
            browsers,
            mentors,
        )
        assert sorted(told) == ["none_paired", "paired"]
    assert [one[0] for one in scene.matches()] == [scene.jay]


def test_a_question_is_taken_back(scene: Scene) -> None:
    scene.approves((scene.jay, scene.rosa))
    scene.hears(scene.at["Rosa"])
    page = scene.browser.get(DESK).text
    (match,) = re.findall(r'name="match" value="(\d+)"', page)
    for notice in ("took_back", "gone"):
        answer = scene.browser.post(f"{DESK}/take-back", {"programme": 1, "match": match})
        assert answer.headers["location"].endswith(f"done={notice}")
        scene.site.world.settle()
    assert [one[2] for one in scene.matches()] == ["closed"]


def test_a_line_of_their_own_is_needed_where_nothing_speaks_for_two(scene: Scene) -> None:
    with scene.site.world.db.writing() as db:
        db.execute(update(N).where(N.c.role.in_(("mentee", "mentor"))).values(profile={}))
    two = (scene.jay, scene.rosa)
    assert scene.approves(two) == "none_paired"
    assert scene.approves(two, **{f"why-{scene.jay}": "both love chess"}) == "paired"
    assert "Jay" in scene.hears(scene.at["Rosa"])
    assert "Both love chess." in " ".join(scene.at["Rosa"].says("1"))


@pytest.mark.parametrize("required", [True, False])
def test_whose_training_is_missing_is_asked_only_where_it_is_not_required(
    scene: Scene, required: bool
) -> None:
    scene.wants(training={"minutes": 60, "required": required})
    page = scene.browser.get(DESK).text
    assert shown(page) == ([] if required else [("Jay", "Rosa"), ("Ana", "Tom")])
    assert scene.approves((scene.jay, scene.rosa)) == ("none_paired" if required else "paired")
    assert len(scene.matches()) == (not required)


def test_where_both_are_asked_the_mentor_is_asked_first(scene: Scene) -> None:
    scene.wants(offers={"on": True})
    assert scene.approves((scene.jay, scene.rosa)) == "paired"
    assert "Would you like to be a mentor" in scene.hears(scene.at["Rosa"])
    scene.at["Rosa"].says("1")
    assert "Would you like to meet Rosa once" in scene.hears(scene.at["Jay"])
    assert [one[2] for one in scene.matches()] == ["offered"]


def test_where_nobody_coordinates_an_owner_asks_nobody(scene: Scene) -> None:
    browser = scene.site.enters("owner")
    with scene.site.world.db.writing() as db:
        db.execute(update(N).where(N.c.role == "coordinator").values(state="left"))
    assert scene.approves((scene.jay, scene.rosa), browser=browser) == "nobody_asks"
    assert scene.matches() == []


@pytest.mark.parametrize(("role", "status"), [("viewer", "403"), ("safeguarding", "403")])
def test_who_does_not_settle_asks_nobody(scene: Scene, role: str, status: str) -> None:
    browser = scene.site.enters(role)
    assert scene.approves((scene.jay, scene.rosa), browser=browser) == status
    assert scene.matches() == []
    page = browser.get(DESK)
    if role == "safeguarding":
        assert page.status_code == 403
        assert DESK not in browser.get("/console").text
    else:
        assert shown(page.text) == [("Jay", "Rosa"), ("Ana", "Tom")]
        assert "can help" not in page.text
        assert "<button" not in page.text.partition("<main")[2]


def test_another_programmes_coordinator_is_refused(scene: Scene) -> None:
    browser = scene.site.enters(programme=scene.site.other)
    assert browser.get(f"{DESK}?programme=1").status_code == 404
    assert "Jay" not in browser.get(DESK).text
    assert scene.approves((scene.jay, scene.rosa), browser=browser) == "404"
    answer = browser.post(f"{DESK}/take-back", {"programme": 1, "match": 1})
    assert answer.status_code == 404
    assert scene.matches() == []


def test_an_owner_without_a_phone_asks_in_the_coordinators_name(scene: Scene) -> None:
    assert scene.approves((scene.jay, scene.rosa), browser=scene.site.enters("owner")) == "paired"
    with scene.site.world.db.reading() as db:
        assert db.execute(select(T.c.paired_by)).scalar_one() == scene.phone.person()["id"]


def test_nothing_that_is_asked_for_breaks_the_page(scene: Scene) -> None:
    for query in (
        "pins=x-1.2",
        "never=9-9.-",
        f"pins={scene.jay}-{scene.jay}",
        "page=99",
        "open=7",
    ):
        assert shown(scene.browser.get(f"{DESK}?{query}").text) == [("Jay", "Rosa"), ("Ana", "Tom")]
    assert scene.approves() == "nobody_ticked"
    assert scene.approves((scene.jay, scene.jay), (7777, 8888)) == "none_paired"
    assert scene.approves((10**30, scene.rosa)) == "nobody_ticked"
