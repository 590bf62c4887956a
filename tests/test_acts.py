"""A coordinator acts by text: looks up, writes, freezes, lifts, ends; and sees all that waits."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage import handovers
from storage.database import open_database
from storage.handovers import NewHandover
from storage.mentoring import partings
from storage.safeguarding import concerns
from storage.tables import Match, Parting, table
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World
from tests.test_clock import tick

T, G = table(Match), table(Parting)
CHANNELS = ("simulated_sms", "simulated_telegram")
NINE = ("left", "ask", "low", "unclear", "worry", "call", "reply", "difference", "need")
HARM = {"worry": 0, "low": 1, "call": 1, "need": 1, "ask": 2, "unclear": 2, "reply": 2}
LABELS = {
    "worry": "may not feel safe",
    "low": "it's hard for",
    "call": "would like a call",
    "need": "needs something",
    "ask": "asks something",
    "unclear": "is stuck",
    "reply": "writes back",
    "left": "has left",
    "difference": "differ",
}


class Office:
    """Dana and her people: Rosa helps one Tasha, and nobody helps the other yet."""

    def __init__(self, folder: Path, channel: str) -> None:
        self.world = World(open_database(sqlite_url(folder)))
        where = {"channel": channel}
        people = [
            One("+12125550191", "coordinator", name="Dana Reyes", **where),
            One("+12125550192", "mentor", name="Rosa Diaz", profile={"free": "fridays"}, **where),
            One("+12125550193", name="Tasha Lopez", profile={"age": 19, "free": "mondays"}),
            One("+12125550194", name="Tasha King", language="es"),
        ]
        ids = add(self.world, people)
        self.ids = dict(zip(("dana", "rosa", "tasha", "king"), ids, strict=True))
        (self.match,) = bring_together(self.world, [(ids[1], ids[2])])
        phones = [self.world.phone(one.address, one.channel) for one in people]
        self.dana, self.rosa, self.tasha, self.king = phones
        self.buttons = channel.endswith("telegram")

    def picks(self, phone: Phone, number: int, label: str) -> list[str]:
        """A number by SMS, a button on Telegram."""
        return phone.presses(label) if self.buttons else phone.says(str(number))

    def state(self) -> str:
        with self.world.db.reading() as db:
            return str(db.execute(select(T.c.state)).scalar_one())

    def hand_over(self, kind: str, person: str, text: str = "") -> int:
        match = self.match if kind in ("low", "difference") else None
        new = NewHandover(self.ids[person], kind, text, self.world.now, 1, match)
        with self.world.db.writing() as db:
            return handovers.add(db, [new])[0]

    def passes(self, **time: float) -> None:
        self.world.passes(**time)
        tick(self.world)
        self.world.settle()


@pytest.fixture(params=CHANNELS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return Office(tmp_path, request.param)


def test_who_shows_all_there_is(office: Office) -> None:
    office.tasha.says("MEETING")
    office.hand_over("ask", "tasha", "is it open?")
    card = " ".join(office.dana.says("WHO tasha lopez"))
    for told in ("Tasha Lopez, aged 18-24: looks for help.", "English, time zone New York"):
        assert told in card
    for told in ("+12125550193", "Free: mondays.", "Together with Rosa Diaz", "MEETING"):
        assert told in card
    assert "On your list: Tasha Lopez asks something." in card


def test_whom_they_name_is_nobodys_new_name(office: Office) -> None:
    office.dana.says("WHO nobody here", "No meetings on Friday.", "everyone", "BACK")
    office.dana.says("RECORD 30 minutes", "Tom Thumb")
    assert office.dana.person()["name"] == "Dana Reyes"


def test_a_number_is_not_shown_where_the_programme_does_not_want_it(office: Office) -> None:
    from storage.tables import Programme

    programme = table(Programme)
    with office.world.db.writing() as db:
        settings = db.execute(select(programme.c.settings)).scalar_one()
        db.execute(programme.update().values(settings={**settings, "numbers": False}))
    card = " ".join(office.dana.says("WHO tasha lopez"))
    assert "+12125550193" not in card
    assert "by SMS" in card


def test_of_two_of_a_name_it_is_asked_which(office: Office) -> None:
    asked = office.dana.says("WHO tasha")[0]
    assert "Which one do you mean?" in asked
    told = office.picks(office.dana, 2, "Tasha King: looks for help")
    assert "Tasha King: looks for help, no age yet." in " ".join(told)


@pytest.mark.parametrize("order", ["TO tasha lopez: see you at 5", "To Tasha Lopez see you at 5"])
def test_a_text_to_somebody_in_the_middle_of_anything(office: Office, order: str) -> None:
    question = office.tasha.says("MEETING")
    assert "When could you meet" in question[0]
    assert office.dana.says(order) == ["Passed on to Tasha Lopez, word for word."]
    assert office.tasha.hears() == ["Dana Reyes: see you at 5"]
    assert "5 pm" in office.tasha.says("friday at 5")[0]  # the question stood


@pytest.mark.parametrize(
    "order",
    [
        "write to tasha lopez we meet",
        "tell Tasha Lopez we meet",
        "escribe a tasha lopez we meet",
        "écris à Tasha Lopez we meet",
        "escreve pra Tasha Lopez we meet",
    ],
)
def test_in_other_words_it_is_shown_before_it_goes(office: Office, order: str) -> None:
    assert "To Tasha Lopez: we meet" in office.dana.says(order)[0]
    assert office.tasha.hears() == []
    office.picks(office.dana, 1, "Send it")
    assert office.tasha.hears() == ["Dana Reyes: we meet"]


def test_at_night_it_waits_for_the_morning(office: Office) -> None:
    office.world.passes(hours=14)
    (told,) = office.dana.says("TO tasha lopez: see you at 5")
    assert "between 9 am and 8 pm" in told
    assert office.tasha.hears() == []
    office.passes(hours=10)
    assert office.tasha.hears() == ["Dana Reyes: see you at 5"]


def test_where_she_is_writing_only_capitals_order(office: Office) -> None:
    office.hand_over("ask", "king", "what now?")
    office.dana.says("LIST", "1", "1")  # write your answer
    assert "Passed on to Tasha King" in office.dana.says("to tasha lopez: that is for Rosa")[0]
    office.hand_over("ask", "king", "what now?")
    office.dana.says("LIST", "1", "1")
    assert "Tasha Lopez, aged" in office.dana.says("WHO tasha lopez")[0]


def test_freezing_and_lifting(office: Office) -> None:
    office.dana.says("FREEZE rosa")
    assert "are on hold" in office.picks(office.dana, 1, "Do it")[0]
    assert office.state() == "suspended"
    for phone in (office.rosa, office.tasha):
        (told,) = phone.hears()
        assert "is on hold for now" in told
    assert "Together with Rosa Diaz, on hold." in " ".join(office.dana.says("WHO tasha lopez"))
    office.dana.says("LIFT tasha lopez")
    office.picks(office.dana, 1, "Do it")
    assert office.state() == "active"
    assert "The pause is over" in office.tasha.hears()[0]


def test_ending_for_safety_warns_when_they_would_meet_again(office: Office) -> None:
    office.dana.says("PART rosa")
    office.picks(office.dana, 2, "For safety")
    office.dana.says("he shouted at her")
    assert "Done." in office.picks(office.dana, 1, "Do it")[0]
    assert office.state() == "closed"
    for phone in (office.rosa, office.tasha):
        (told,) = phone.hears()
        assert "shouted" not in told
        assert "few words" not in told
        assert "You'll hear by" in told
    with office.world.db.reading() as db:
        (parted,) = partings.of(db, [office.ids["tasha"]])
    assert (parted.reason, parted.safety) == ("he shouted at her", True)
    office.dana.says("PAIR")
    office.picks(office.dana, 1, "Tasha Lopez")
    (warned,) = office.picks(office.dana, 1, "Rosa Diaz")
    assert "Careful: Tasha Lopez and Rosa Diaz parted for safety." in warned
    assert "he shouted at her" in warned.casefold()


def test_ending_kindly_offers_goodbye_words_and_waits_again(office: Office) -> None:
    office.dana.says("PART rosa")
    office.picks(office.dana, 1, "It just ends")
    office.dana.says("they found no time")
    office.picks(office.dana, 1, "Do it")
    assert "leave Tasha Lopez a few words" in " ".join(office.rosa.hears())
    office.tasha.hears()
    office.rosa.says("you never gave up")
    assert "Rosa Diaz leaves you these words: you never gave up" in office.tasha.hears()
    office.dana.says("PAIR")
    assert "Tasha Lopez" in office.dana.thread()[-1]["text"] or _has_button(office, "Tasha Lopez")


@pytest.mark.parametrize("text", ["WHO tasha", "READ tasha", "FREEZE rosa", "PART rosa"])
def test_nobody_else_can_order(office: Office, text: str) -> None:
    office.rosa.says(text)
    assert office.state() == "active"
    assert office.tasha.hears() == []


def test_the_list_of_forty_is_complete_and_ordered_by_harm(office: Office) -> None:
    names = [f"Person{'abcdefghij'[n // 9]}{'abcdefghi'[n % 9]}" for n in range(40)]
    people = [One(f"+1212555{1000 + n}", name=name) for n, name in enumerate(names)]
    ids = add(office.world, people)
    both = '{"first": "1", "second": "4"}'
    with office.world.db.writing() as db:
        for n, person in enumerate(ids):
            kind = NINE[n % 9]
            text = both if kind == "difference" else f"thing {n}"
            handovers.add(db, [NewHandover(person, kind, text, office.world.now, 1)])
    pages = 1
    office.dana.says("LIST")
    while _more(office):
        office.picks(office.dana, 6, "Show more")
        pages += 1
    assert pages == 8
    shown = _things(office)
    assert len(shown) == 40
    assert {name for name in names if any(name in line for line in shown)} == set(names)
    kinds = [next(kind for kind, label in LABELS.items() if label in line) for line in shown]
    number = [next(n for n, name in enumerate(names) if name in line) for line in shown]
    order = [(HARM.get(kind, 3), n) for kind, n in zip(kinds, number, strict=True)]
    assert order == sorted(order)
    assert set(kinds) == set(NINE)


def _more(office: Office) -> bool:
    if office.buttons:
        return _has_button(office, "Show more")
    return "show more" in office.dana.thread()[-1]["text"]


def _has_button(office: Office, label: str) -> bool:
    newest = [row for row in office.dana.thread() if row["buttons"]][-1]
    return any(name == label for name, _token in newest["buttons"])


def _things(office: Office) -> list[str]:
    if office.buttons:
        rows = [row["buttons"] for row in office.dana.thread() if row["buttons"]]
        return [name for row in rows for name, _ in row if "Mar" in name]
    texts = [row["text"] for row in office.dana.thread()]
    return [line for text in texts for line in text.splitlines() if "Mar 3" in line]


def test_repeats_about_one_person_are_one_thing_and_done_together(office: Office) -> None:
    for text in ("is it open?", "hello?", "anybody?"):
        office.hand_over("ask", "king", text)
    office.hand_over("ask", "tasha", "and me?")
    assert "(2)" in office.dana.says("LIST")[0]
    (told,) = office.picks(office.dana, 1, "Tue, Mar 3: Tasha King asks something")
    assert "is it open?\nhello?\nanybody?" in told
    office.picks(office.dana, 2, "It's done")
    assert "(1)" in office.dana.says("LIST")[0]


def test_what_came_while_she_looked_stays_on_the_list(office: Office) -> None:
    office.hand_over("reply", "king", "tuesday is fine")
    office.dana.says("LIST")
    (told,) = office.picks(office.dana, 1, "Tue, Mar 3: Tasha King writes back")
    office.passes(days=1, hours=1)
    assert "writes back: tuesday is fine" in " ".join(office.dana.hears())  # asked again once
    office.passes(minutes=1)
    office.hand_over("reply", "king", "can i bring my brother?")
    office.picks(office.dana, 2, "It's done")
    assert "(1)" in office.dana.says("LIST")[0]
    (left,) = office.picks(office.dana, 1, "Wed, Mar 4: Tasha King writes back")
    assert "tuesday" in told
    assert "my brother?" in left
    assert "tuesday" not in left
    office.passes(minutes=1)
    office.hand_over("reply", "king", "or my mum?")
    office.dana.says("Yes, do. Dana", "1")
    assert "(1)" in office.dana.says("LIST")[0]


def test_what_settled_itself_and_old_news_leave_the_list(office: Office) -> None:
    office.hand_over("low", "tasha", "hard")
    office.hand_over("stopped", "king")
    office.hand_over("left", "king", "moved away")
    office.hand_over("ask", "king", "when?")
    assert "(3)" in office.dana.says("LIST")[0]  # who is said to have stopped has not
    office.dana.says("0", "PART rosa", "1", "no time", "1")
    assert "(2)" in office.dana.says("LIST")[0]
    office.passes(days=31)
    texts = office.dana.says("LIST")
    assert "(1)" in texts[0]
    assert office.world.rows(person_id=office.ids["king"], direction="out") == []


@pytest.mark.parametrize("seen_to", [True, False])
def test_who_has_just_said_what_is_seen_to_already_can_go_on(office: Office, seen_to: bool) -> None:
    office.tasha.says("rosa scares me")
    assert office.state() == "suspended"
    if seen_to:
        with office.world.db.writing() as db:
            (concern,) = concerns.of_person(db, office.ids["tasha"])
            concerns.close(db, concern.id, office.world.now, "")
    office.dana.says("LIFT tasha lopez")
    office.picks(office.dana, 1, "Do it")
    assert (office.state() == "active") is seen_to
