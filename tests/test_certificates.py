"""A certificate on one page, in any script; by Telegram as a picture, or out of somebody's hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from assistant.commands import people
from assistant.internal_events import codec
from assistant.internal_events.of_ending import Finished
from assistant.ops import config
from assistant.ops.config import BadSettings
from assistant.records.certificates import drawing, making
from assistant.records.certificates.drawing import Page
from storage.database import open_database
from storage.inbox import inside
from storage.mentoring import certified, partings
from storage.mentoring.partings import NewParting
from storage.tables import Address, Match, Person, table
from tests import product
from tests.conftest import SECRET, sqlite_url
from tests.ending import Ending
from tests.product import hold
from tests.test_endings import finish
from tests.together import together

A, P, T = table(Address), table(Person), table(Match)
PNG, PDF = b"\x89PNG\r\n\x1a\n", b"%PDF-"
NAMES = (
    "Jay O'Connor-Åström",
    "Олександра Шевченко",
    "Δήμητρα Παπαδοπούλου",
    "فاطمة الزهراء بنت عبد الرحمن",
    "प्रियंका कुमारी",
    "שרה לוי",
    "Maria Fernanda de Albuquerque Cavalcanti von Hohenzollern-Sigmaringen y Martínez",
    "Wolfeschlegelsteinhausenbergerdorff" * 3,
    '"#image("x.png") $ * _ \\ <a> @b',
)


def page(name: str) -> Page:
    shown = ("for taking part.", ("Meetings: 9",), "Dana Reyes, Bridge", "September 3, 2026")
    return Page("en", "Bridge", "Certificate", "With thanks to", name, *shown)


@together
@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_and_length_is_drawn(name: str) -> None:
    assert drawing.missing(name) == ""
    assert drawing.draw(page(name), "png").startswith(PNG)


def test_it_can_be_printed() -> None:
    assert drawing.draw(page("Jay"), "pdf").startswith(PDF)


def test_a_name_that_no_font_can_write_leaves_a_line_to_write_on() -> None:
    unknown = "\U0010fffd\U0010fffe"
    assert set(drawing.missing(f"Jay {unknown}")) == set(unknown)
    assert drawing.draw(page(unknown), "png") == drawing.draw(page(""), "png")


@pytest.fixture
def two(tmp_path) -> Ending:  # type: ignore[no-untyped-def]
    return Ending(open_database(sqlite_url(tmp_path))).settled()  # type: ignore[return-value]


def over(two: Ending) -> dict[str, str]:
    finish(two)
    two.until(0)
    return two.until(1)


def test_by_sms_it_waits_with_the_coordinator(two: Ending) -> None:
    assert "Your certificate is ready: Dana Reyes has it for you" in over(two)["Jay"]


def test_a_programme_may_want_none(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Ending(open_database(sqlite_url(tmp_path)))
    two.wants(certificate=False)
    two.settled()
    assert "certificate" not in over(two)["Jay"]


def test_it_says_what_they_did_together_to_each_in_their_own_words(two: Ending) -> None:
    over(two)
    with two.world.db.writing() as db:
        db.execute(update(P).where(P.c.id == two.ids["Rosa"]).values(language="es"))
    with two.world.db.reading() as db:
        (jay,) = certified.named(db, "jay")
        (rosa,) = certified.of_person(db, two.ids["Rosa"])
        mine, hers = making.page(db, jay), making.page(db, rosa)
    assert mine.did == (
        "for taking part in Bridge together with Rosa, from March 3, 2026 to September 3, 2026."
    )
    assert (mine.name, mine.numbers, mine.signed) == ("Jay", (), "Dana Reyes, Bridge")
    assert hers.did.startswith("por estar al lado de Jay en Bridge, del 3 de marzo de 2026")


def test_the_message_that_it_goes_with_tells_whose_it_is(two: Ending) -> None:
    over(two)
    row = next(
        one
        for one in two.world.rows(direction="out", person_id=two.ids["Jay"])
        if "That was your time" in one["text"]
    )
    sent = making.sent_with(two.world.db, row["id"])
    assert sent is not None
    assert (sent.name, sent.content[:8]) == ("certificate.png", PNG)
    assert row["match_id"] == two.match


def test_after_an_end_for_safety_there_is_none(two: Ending) -> None:
    over(two)
    with two.world.db.writing() as db:
        partings.add(db, [NewParting(two.match, two.ids["Dana"], True, "", two.world.now)])
        assert certified.named(db, "Jay") == []


@pytest.mark.parametrize(("file", "begins"), [("jay.png", PNG), ("jay.PDF", PDF)])
def test_the_coordinator_s_is_a_file(two: Ending, tmp_path: Path, file: str, begins: bytes) -> None:
    over(two)
    settings = config.read(database_url=sqlite_url(tmp_path), secret_key=SECRET)
    (told,) = people.certify(settings, " JAY ", tmp_path / file)
    assert told == f"Written to {tmp_path / file}."
    assert (tmp_path / file).read_bytes().startswith(begins)
    for whose, name, why in (
        ("Nobody", "a.png", "Nobody has met nobody here"),
        ("Jay", "a.jpg", "a certificate is a .pdf or a .png"),
        ("Jay", "no/where.png", "cannot be written"),
    ):
        with pytest.raises(BadSettings, match=why):
            list(people.certify(settings, whose, tmp_path / name))


async def test_by_telegram_it_is_a_picture(database_url: str) -> None:
    async with product.product(database_url) as world:
        person = world.telegram.person(7, name="Jay")
        await hold(person, ["bridge", "[Okay]", "23", "Jay"])
        db, now = world.served.db, datetime.now(UTC)
        with db.writing() as connection:
            jay, address = connection.execute(select(A.c.person_id, A.c.id)).one()
            noon = f"Etc/GMT{now.hour - 12:+d}"  # wherever that is just now
            connection.execute(update(P).where(P.c.id == jay).values(zone=noon))
            rosa = {"name": "Rosa", "language": "en", "zone": "UTC", "created_at": now}
            other = connection.execute(insert(P).values(rosa).returning(P.c.id)).scalar_one()
            row = {"programme_id": 1, "mentor_id": other, "mentee_id": jay, "paired_by": other}
            row |= {"reason": "", "opened_at": now, "closed_at": now, "state": "closed"}
            match = connection.execute(insert(T).values(row).returning(T.c.id)).scalar_one()
            event = codec.text(Finished(match, "Rosa", 1, "mentee", other))
            inside.tell(connection, [inside.row(jay, address, "finished", event, now)])
        await world.quiet()
        sent = next(one for one in world.telegram.bot.sent if one.file)
        assert sent.text.startswith("That was your time with Rosa, Jay")
        assert sent.file.startswith(PNG)
