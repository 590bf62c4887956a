"""What the fault runs count of guardians and children: each is seen to fail on a made-up fault."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection, Update, delete, insert, select, update

from storage.database import Database, open_database
from storage.tables import Guardian, Match, Message, Participant, table
from tests.conftest import sqlite_url
from tests.faults import consents, guardians, meetings, rehearsal, roles, threads, verdict
from tests.faults.consents import Register
from tests.faults.guardians import Stands
from tests.faults.people import OF_CHILDREN, Person, Said, everybody
from tests.faults.people import guardians as of_all
from tests.faults.processes import Fake
from tests.faults.roles import Guards
from tests.faults.verdict import Tally

G, M, N, T = table(Guardian), table(Message), table(Participant), table(Match)
NOON, ZONE = datetime(2026, 11, 30, 12, tzinfo=UTC), "Etc/GMT"
STOPS, TAKES_BACK, REFUSES, STAYS = 6, 16, 26, 36  # children, by what their guardians do
ENDED = 32  # things said until a guardian who has stopped has come back


class Family:
    """A child, their guardian, and a mentor where there is one, with what they say."""

    def __init__(self, child: int, says: int) -> None:
        nobody = cast(Fake, None)
        self.child = everybody(child, nobody, nobody, "thursday")[-1]
        self.guardian, self.mentor = cast(Person, self.child.guardian), self.child.partner
        self.people = [one for one in (self.child, self.guardian, self.mentor) if one]
        self.child.matched = self.mentor is not None
        for place, (person, words) in enumerate(islice(self._lines(), says)):
            person.said.append(Said(words, f"{child}, message {place}", NOON))

    def _lines(self) -> Iterator[tuple[Person, str]]:
        if self.mentor:
            yield from ((self.mentor, words) for words in meetings.joining(self.mentor))
        then = guardians.met(self.child) if self.mentor else ()
        yield from ((one.person, one.words) for one in chain(guardians.asked(self.child), then))

    def plays(self, db: Database) -> "Family":
        """Say it to a product in peace, and hear the replies."""
        heard = rehearsal.played(db, self.people, ZONE)
        for person in self.people:
            person.heard = heard[person.number]
        return self


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Family]:
    """A guardian agreed, and stopped; nothing went wrong."""
    folder = tmp_path_factory.mktemp("peace")
    db = open_database(sqlite_url(folder))
    family = Family(STOPS, ENDED).plays(db)
    db.close()
    return folder, family


@pytest.fixture
def ended(peace: tuple[Path, Family], tmp_path: Path) -> tuple[str, Family]:
    """The same, in tables of one's own."""
    shutil.copytree(peace[0], tmp_path, dirs_exist_ok=True)
    played, own = peace[1], Family(STOPS, ENDED)
    for one, before in zip(own.people, played.people, strict=True):
        one.heard = list(before.heard)
    return f"sqlite:///{tmp_path / 'assistant.db'}", own


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    db = open_database(sqlite_url(tmp_path))
    yield db
    db.close()


@contextmanager
def changing(url: str) -> Iterator[Connection]:
    db = open_database(url)
    try:
        with db.writing() as connection:
            yield connection
    finally:
        db.close()


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.unkept, tally.unallowed, tally.asked_twice


@pytest.mark.parametrize(
    ("child", "says", "come_to"),
    [
        (STOPS, ENDED, Stands("ended", "si, claro que puede / STOP")),
        (TAKES_BACK, 40, Stands("ended", "oui / 1")),
        (REFUSES, 12, Stands("refused", "no")),
        (STAYS, 50, Stands("granted", "sim")),
    ],
)
def test_in_peace_each_kind_of_guardian_is_served_rightly(
    child: int, says: int, come_to: Stands, db: Database, database_url: str
) -> None:
    family = Family(child, says).plays(db)
    tally = consents.judge(database_url, family.people)
    assert not tally.wrong
    assert guardians.stands(family.child) == come_to
    assert (tally.children, tally.agreed) == (1, come_to.state in ("granted", "ended"))
    assert tally.ended == (come_to.state == "ended")
    assert Register(database_url).look() == []


def test_guardians_are_asked_in_each_language_and_wait_for_the_last_of_several_texts(
    sqlite: Database,
) -> None:
    families = [Family(child, 20) for child in range(TAKES_BACK, 160, 40)]
    people = [one for family in families for one in family.people]
    heard = rehearsal.played(sqlite, people, ZONE)
    for family in families:
        number = family.guardian.number
        steps = [one.heard for one in guardians.asked(family.child)]
        endings = [one.words for some in steps for one in some if one.person.number == number]
        texts = iter(heard[number])
        assert len(endings) == 4
        assert all(any(ending in text for text in texts) for ending in endings)
        assert next(texts, None) is None, "more came than is waited for"
    assert len({guardians.tongue(family.child) for family in families}) == len(guardians.TONGUES)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (update(G).values(state="granted"), (1, 0, 0)),
        (update(G).values(words="si"), (1, 0, 0)),
        (update(N).where(N.c.role == "mentee").values(state="ready"), (0, 1, 0)),
        (update(T).values(state="active"), (0, 1, 0)),
        (update(T).values(state="suspended"), (0, 1, 0)),
    ],
    ids=["state", "words", "ready", "match", "frozen"],
)
def test_what_is_kept_otherwise_than_the_guardian_said_is_counted(
    change: Update, found: tuple[int, int, int], ended: tuple[str, Family]
) -> None:
    url, family = ended
    with changing(url) as db:
        db.execute(change)
    tally = consents.judge(url, family.people)
    assert counts(tally) == found
    assert len(tally.wrong) == sum(found)


def test_what_a_child_was_written_before_the_yes_came_in_is_counted(
    ended: tuple[str, Family],
) -> None:
    url, family = ended
    with changing(url) as db:
        answers = threads.of(db, family.guardian, "in")
        (yes,) = [row.id for row in answers if row.text == guardians.TONGUES[0].yes]
        db.execute(update(M).where(M.c.id == yes).values(id=10_000))
    tally = consents.judge(url, family.people)
    assert counts(tally) == (0, 5, 0)
    assert all("before the consent" in line for line in tally.wrong)


def test_a_consent_that_is_kept_twice_or_not_at_all_is_counted(ended: tuple[str, Family]) -> None:
    url, family = ended
    with changing(url) as db:
        row = db.execute(select(G)).mappings().one()
        db.execute(insert(G).values({**row, "id": 2}))
    assert counts(consents.judge(url, family.people)) == (1, 0, 0)
    with changing(url) as db:
        db.execute(delete(G))
    assert counts(consents.judge(url, family.people)) == (1, 0, 0)


@pytest.mark.parametrize("text", ["What should I call you?\n0 to pass", "Good news: meet Jay5."])
@pytest.mark.parametrize("heard_after", ["Thank you. I'll text them", consents.ENDED])
def test_what_a_child_hears_while_nobody_agrees_is_counted(
    text: str, heard_after: str, ended: tuple[str, Family]
) -> None:
    url, family = ended
    heard = family.child.heard
    (place,) = [place for place, one in enumerate(heard) if one.startswith(heard_after)]
    heard.insert(place + 1, text)
    tally = consents.judge(url, family.people)
    assert counts(tally) == (0, 1, 0)
    assert tally.wrong == [f"child 6: heard without consent: {text}"]


def test_a_question_that_comes_twice_has_to_be_flagged(ended: tuple[str, Family]) -> None:
    url, family = ended
    family.guardian.heard.insert(0, family.guardian.heard[0])
    assert counts(consents.judge(url, family.people)) == (0, 0, 1)
    with changing(url) as db:
        first = threads.of(db, family.guardian, "out")[0]
        db.execute(update(M).where(M.c.id == first.id).values(flagged=True))
    assert counts(consents.judge(url, family.people)) == (0, 0, 0)


def test_a_guardian_is_asked_once(ended: tuple[str, Family]) -> None:
    url, family = ended
    with changing(url) as db:
        first = threads.of(db, family.guardian, "out")[0]
        row = db.execute(select(M).where(M.c.id == first.id)).mappings().one()
        db.execute(insert(M).values({**row, "id": 10_000, "external_id": "again"}))
    assert counts(consents.judge(url, family.people)) == (0, 0, 1)


def test_the_register_sees_who_takes_part_without_consent(ended: tuple[str, Family]) -> None:
    url, family = ended
    assert Register(url).look() == []
    with changing(url) as db:
        db.execute(update(N).where(N.c.role == "mentee").values(state="ready"))
    (found,) = Register(url).look()
    assert "without consent" in found
    with changing(url) as db:  # they have not been told yet: it is their next turn
        child = threads.find(db, "sms", family.child.address).person
        told = (M.c.person_id == child, M.c.sender == "inside")
        db.execute(update(M).where(*told).values(answered_at=None))
    assert Register(url).look() == []


def test_what_guardians_hear_is_judged_like_what_anybody_hears(
    sqlite: Database, tmp_path: Path
) -> None:
    family, url = Family(REFUSES, 10).plays(sqlite), f"sqlite:///{tmp_path / 'assistant.db'}"
    heard = family.guardian.heard
    first, second = heard[:2]

    def found() -> tuple[int, int, int]:
        tally = verdict.judge(url, family.people, frozenset())
        return tally.replies_lost, tally.reordered, tally.bad_repeats

    assert found() == (0, 0, 0)
    for fault, counted in (
        ([first, *heard[2:]], (1, 0, 0)),
        ([second, first, *heard[2:]], (0, 1, 0)),
        ([first, second, *heard[1:]], (0, 0, 1)),
    ):
        family.guardian.heard = fault
        assert found()[: counted.index(1) + 1] == counted[: counted.index(1) + 1]


def test_one_in_ten_is_a_child_and_most_have_a_mentor() -> None:
    nobody = cast(Fake, None)
    for count, children in ((6, 1), (7, 1), (30, 3), (200, 20)):
        people = everybody(count, nobody, nobody)
        mine = [one for one in people if one.guardian]
        assert len(mine) == children
        assert {one.area for one in mine} == {OF_CHILDREN}
    kinds = Counter(roles.of_guardian(one.number) for one in mine)
    assert set(kinds.values()) == {5}
    alone = {roles.of_guardian(one.number) for one in mine if one.partner is None}
    assert alone == {Guards.REFUSES}
    assert all(one.partner.partner is one for one in mine if one.partner)
    addresses = [one.address for some in (people, of_all(people)) for one in some]
    assert len(set(addresses)) == len(addresses) == 220
