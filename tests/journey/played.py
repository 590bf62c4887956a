"""The journey in each of the languages, from beginning to end."""

from datetime import UTC, datetime
from typing import NamedTuple

from tests.journey import figures, script, transcript
from tests.journey.figures import Figures
from tests.journey.lines import MENTEES, MENTORS
from tests.journey.stage import Stage, joins, set_up

BEGINS = datetime(2026, 12, 28, 15, 0, tzinfo=UTC)
CHAT, DANA = 7312845501, 6948203377
NEW_YORK = "America/New_York"


class Pair(NamedTuple):
    """Who speaks what, and where they are: always five hours apart when they begin."""

    mentee: str
    number: str
    at: str
    mentor: str
    there: str


PAIRS = {
    "es": Pair("es", "+34612345678", "Atlantic/Canary", "en", NEW_YORK),
    "en": Pair("en", "+447400123456", "Europe/London", "pt", NEW_YORK),
    "fr": Pair("fr", "+221701234567", "Africa/Dakar", "es", NEW_YORK),
    "pt": Pair("pt", "+351912345678", "Europe/Lisbon", "fr", NEW_YORK),
}
SHOWN = "es"


class Played(NamedTuple):
    """What came of it."""

    page: str
    figures: Figures
    stage: Stage


async def played(database_url: str, pair: Pair) -> Played:
    """Live through all of it."""
    mentee, mentor = MENTEES[pair.mentee], MENTORS[pair.mentor]
    async with set_up(database_url, BEGINS) as stage:
        joins(stage, script.MENTEE, pair.number, pair.at, pair.mentee)
        joins(stage, script.MENTOR, CHAT, pair.there, pair.mentor)
        joins(stage, script.DANA, DANA, NEW_YORK, "en")
        await script.Journey(stage, mentee, mentor).goes()
        found = figures.of(stage, script.MENTEE)
        return Played(transcript.page(stage, script.MENTEE, script.MENTOR), found, stage)
