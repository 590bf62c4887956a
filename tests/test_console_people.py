"""People in the console: listed by key, looked at one by one, and written to."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.database import Database
from storage.people import names
from storage.tables import Match, Participant, Person, table
from tests.console import Browser, Console
from tests.phones import World
from tests.rows import put
from tests.test_console_today import asks, dana, entered, words

N, P = table(Participant), table(Person)


@pytest.fixture
def site(db: Database) -> Console:
    return Console(World(db))


def once(browser: Browser, person: int) -> str:
    found = re.search(
        r'name="once" value="([\w-]+)"', browser.get(f"/console/people/{person}").text
    )
    assert found
    return found[1]


def listed(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]+><bdi>([^<]*)', page)


def test_everybody_is_on_one_page_after_the_other_and_once(site: Console) -> None:
    for number in range(120):
        site.person(f"Person {number:03}", "mentor" if number % 3 == 0 else "mentee")
    browser, path, seen = site.enters("viewer"), "/console/people", []
    while path:
        page = browser.get(path).text
        seen += listed(page)
        following = re.search(r'href="([^"]+)">Next', page)
        path = following[1].replace("&amp;", "&") if following else ""
        assert len(page.encode()) <= 60_000
    assert seen == [f"Person {number:03}" for number in range(120)]
    mentors = browser.get("/console/people?role=mentor").text
    assert listed(mentors) == [f"Person {number:03}" for number in range(0, 120, 3)]
    assert "40 people" in words(mentors)


def test_nobody_of_another_programme_or_world_is_seen(site: Console) -> None:
    here, elsewhere = site.person("Jay"), site.person("Olaf")
    with site.world.db.writing() as db:
        moved = update(N).where(N.c.person_id == elsewhere)
        db.execute(moved.values(programme_id=site.other))
    browser = site.enters()
    assert listed(browser.get("/console/people").text) == ["Jay"]
    assert browser.get(f"/console/people/{elsewhere}").status_code == 404
    assert browser.get("/console/people/99999").status_code == 404
    answer = browser.post(f"/console/people/{elsewhere}/write", {"text": "hi", "once": "1"})
    assert answer.status_code == 404
    site.goes_live()
    live = site.enters()
    assert listed(live.get("/console/people").text) == []
    assert live.get(f"/console/people/{here}").status_code == 404


def test_a_person_is_shown_as_by_phone(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    person = jay.person()["id"]
    page = words(entered(site, phone).get(f"/console/people/{person}").text)
    (told, *_more) = [one for one in phone.says("WHO Jay") if "aged" in one]
    for sentence in ("Jay, aged 18-24: looks for help.", "Writes in English, time zone New York"):
        assert sentence in " ".join(told.split())
        assert sentence in page
    assert "is room 5 open?" in page
    assert "On the list Jay asks something" in page


def test_their_words_and_number_are_for_those_alone_who_hear_of_concerns(db: Database) -> None:
    site = Console(World(db), real=True)
    jay = site.world.phone(channel="sms")
    jay.says("bridge", "k", "23", "Jay", "1", "he hits me")
    person = jay.person()["id"]
    for role, reads in (("viewer", False), ("owner", False), ("coordinator", True)):
        page = site.enters(role).get(f"/console/people/{person}").text
        assert ("he hits me" in page, "+12125550100" in page) == (reads, reads), role


def test_words_reach_somebody_once_under_the_coordinators_name(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    browser, person = entered(site, phone), jay.person()["id"]
    given = {"text": "See you at <five>!", "once": once(browser, person)}
    for _ in range(2):  # pressed twice
        answer = browser.post(f"/console/people/{person}/write", given)
        assert answer.headers["location"].endswith("done=written")
    site.world.settle()
    (heard,) = jay.hears()
    assert "See you at <five>!" in heard
    assert "Dana" in heard
    assert ("wrote", "person", person) in site.deeds()


def test_words_at_night_come_in_the_morning(site: Console) -> None:
    phone, jay = dana(site.world), asks(site)
    browser, person = entered(site, phone), jay.person()["id"]
    site.world.passes(hours=14)  # midnight in New York
    given = {"text": "See you!", "once": once(browser, person)}
    answer = browser.post(f"/console/people/{person}/write", given)
    assert answer.headers["location"].endswith("done=written_later")
    site.world.settle()
    assert jay.hears() == []


@pytest.mark.parametrize("state", ["left", "declined", "invited"])
def test_nobody_is_written_to_who_may_not_be(site: Console, state: str) -> None:
    person, stopped = site.person("Jay"), site.person("Mina")
    with site.world.db.writing() as db:
        db.execute(update(N).where(N.c.person_id == person).values(state=state))
        db.execute(update(P).where(P.c.id == stopped).values(stopped_at=site.world.now))
    browser = site.enters()
    for one in (person, stopped):
        assert "<textarea" not in browser.get(f"/console/people/{one}").text
        answer = browser.post(f"/console/people/{one}/write", {"text": "hi", "once": "1"})
        assert answer.headers["location"].endswith("done=cannot")


def test_how_each_stands_is_said(site: Console) -> None:
    names = ("Waits", "Rests", "Stopped", "Asked", "Met")
    rests, stopped, asked, met = (site.person(name) for name in names[1:])
    site.person(names[0])
    mentor = site.person("Rosa", "mentor")
    with site.world.db.writing() as db:
        until = site.world.now + timedelta(days=3)
        db.execute(update(P).where(P.c.id == rests).values(paused_until=until))
        db.execute(update(P).where(P.c.id == stopped).values(stopped_at=site.world.now))
        db.execute(update(N).where(N.c.person_id == asked).values(state="invited"))
        sides = {"mentor_id": mentor, "mentee_id": met, "paired_by": mentor}
        put(db, Match, **sides, programme_id=1, state="active", stage="")
    page = words(site.enters().get("/console/people").text)
    for said in (
        "Waits Mentee waits",
        "Rests Mentee takes a break",
        "Stopped Mentee gets no more texts",
        "Asked Mentee asked, no answer yet",
        "Met Mentee with Rosa",
        "Rosa Mentor with Met",
    ):
        assert said in page, said


def test_people_are_found_by_name_and_by_how_they_stand(site: Console) -> None:
    rosa, mentor, gone = site.person("Rosa Lima"), site.person("Rosa", "mentor"), site.person("Jay")
    with site.world.db.writing() as db:
        names.keep(db, {rosa: "Rosa Lima", mentor: "Rosa", gone: "Jay"})
        db.execute(update(N).where(N.c.person_id == gone).values(state="left"))
        db.execute(update(P).where(P.c.id == rosa).values(language="pt"))
    browser = site.enters("viewer")
    for asked, shown in (
        ("name=ROSA", ["Rosa Lima", "Rosa"]),
        ("name=rosa&role=mentor", ["Rosa"]),
        ("name=lim", ["Rosa Lima"]),
        ("name=osa", []),
        ("order=newest", ["Jay", "Rosa", "Rosa Lima"]),
        ("state=left", ["Jay"]),
        ("state=ready&language=pt", ["Rosa Lima"]),
        ("state=nonsense&role=coordinator&order=%00", ["Rosa Lima", "Rosa", "Jay"]),
        ("name=%ED%A0%80%00", []),
        ("name=+", ["Rosa Lima", "Rosa", "Jay"]),
    ):
        page = browser.get(f"/console/people?{asked}").text
        assert listed(page) == shown, asked
        assert ("Nobody like that" in page) == (shown == []), asked


def test_nobody_of_another_programme_or_world_is_found_by_name(site: Console) -> None:
    here, elsewhere = site.person("Rosa"), site.person("Rosa Elsewhere")
    with site.world.db.writing() as db:
        names.keep(db, {here: "Rosa", elsewhere: "Rosa Elsewhere"})
        moved = update(N).where(N.c.person_id == elsewhere)
        db.execute(moved.values(programme_id=site.other))
    browser = site.enters()
    assert listed(browser.get("/console/people?name=rosa").text) == ["Rosa"]
    assert listed(browser.get("/console/people?name=elsewhere").text) == []
    assert listed(site.enters("owner").get("/console/people?name=ros").text) == [
        *("Rosa", "Rosa Elsewhere")
    ]
    site.goes_live()
    assert listed(site.enters().get("/console/people?name=rosa").text) == []


@pytest.mark.parametrize("counted", [1_000, 10])  # few of them, and many
def test_what_is_found_is_turned_page_by_page(
    site: Console, monkeypatch: pytest.MonkeyPatch, counted: int
) -> None:
    monkeypatch.setattr("assistant.console.pages.people.COUNTED", counted)
    given = {site.person(f"Rosa {number:03}"): f"Rosa {number:03}" for number in range(60)}
    given |= {site.person(f"Jay {number}"): f"Jay {number}" for number in range(5)}
    with site.world.db.writing() as db:
        names.keep(db, given)
    browser, seen = site.enters("viewer"), []
    path = "/console/people?name=rosa&state=ready&language=en&order=newest"
    while path:
        page = browser.get(path).text
        assert ("60 people" if counted > 60 else "more than 10") in words(page)
        seen += listed(page)
        following = re.search(r'href="([^"]+)">Next', page)
        path = following[1].replace("&amp;", "&") if following else ""
    assert seen == [f"Rosa {number:03}" for number in reversed(range(60))]


def test_the_page_of_one_leads_to_whom_they_are_together_with(site: Console) -> None:
    mentee, mentor = site.person("Jay"), site.person("Rosa", "mentor")
    with site.world.db.writing() as db:
        sides = {"mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
        put(db, Match, **sides, programme_id=1, state="active", stage="")
    page = site.enters().get(f"/console/people/{mentee}").text
    assert f'<a href="/console/people/{mentor}"><bdi>Rosa</bdi></a>' in page
