"""Two who are together already are recorded with the day since when, and nobody is asked."""

import pytest
from sqlalchemy import select

from assistant.commands import opening, people
from assistant.ops import config
from assistant.ops.config import BadSettings, Settings
from storage.database import Database
from storage.tables import Match, table
from tests.conftest import SECRET
from tests.offering import Office

T = table(Match)


@pytest.fixture
def settings(database_url: str) -> Settings:
    return config.read(database_url=database_url, secret_key=SECRET)


@pytest.fixture
def office(db: Database, settings: Settings) -> Office:
    with opening.migrated(settings):
        pass
    return Office(db)


def since(office: Office) -> list[str]:
    with office.world.db.reading() as db:
        return [f"{at:%Y-%m-%d}" for at in db.execute(select(T.c.opened_at)).scalars()]


def both_hear(office: Office) -> None:
    assert "Dana Reyes tells me that Jay Smith and you meet already" in office.hears(office.rosa)
    assert "Dana Reyes tells me that Rosa Diaz and you meet already" in office.hears(office.jay)


def test_by_the_coordinators_phone(office: Office) -> None:
    said = office.dana.says("PAIR", "jay", "rosa", "Both quiet.", "3", "12 january", "1")
    assert said[-1] == "Done: Jay Smith and Rosa Diaz, since January 12, 2026. I tell both."
    both_hear(office)
    assert (office.stands(), since(office)) == ([("active", "")], ["2026-01-12"])
    assert "Together with Rosa Diaz since" in " ".join(office.dana.says("WHO jay"))


def test_by_the_command_line(office: Office, settings: Settings) -> None:
    rosa, jay = office.ids["Rosa"], office.ids["Jay"]
    assert people.record(settings, rosa, jay, "2025-09-01").startswith("Recorded since 2025-09-01")
    both_hear(office)
    assert (office.stands(), since(office)) == ([("active", "")], ["2025-09-01"])


def test_they_get_what_every_pair_gets(office: Office) -> None:
    office.dana.says("PAIR", "jay", "rosa", "Both quiet.", "3", "2025-09-01", "1")
    both_hear(office)
    assert "When could you meet Rosa Diaz" in office.jay.says("MEETING")[0]
    office.jay.says("0")
    office.days(8)
    assert "How is it going with Jay Smith" in office.hears(office.rosa)


def test_who_was_asked_about_them_need_not_decide(office: Office) -> None:
    office.pair("jay", "tom")
    office.hears(office.tom)
    office.dana.says("PAIR", "jay", "rosa", "Both quiet.", "3", "2025-09-01", "1")
    both_hear(office)
    assert "need to decide about Jay any more" in office.hears(office.tom)
    assert office.stands() == [("closed", "mentor"), ("active", "")]


@pytest.mark.parametrize(
    ("both", "day", "why"),
    [
        (("Jay", "Rosa"), "2025-09-01", "no mentor with room"),
        (("Rosa", "Jay"), "2999-09-01", "still to come"),
        (("Rosa", "Jay"), "last year", "no day such as"),
    ],
)
def test_what_can_not_be_is_refused(
    office: Office, settings: Settings, both: tuple[str, str], day: str, why: str
) -> None:
    mentor, mentee = (office.ids[one] for one in both)
    with pytest.raises(BadSettings, match=why):
        people.record(settings, mentor, mentee, day)
    assert office.stands() == []
