"""Two who are together already are recorded, with the day since when; nobody is asked."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from flows import reading
from flows.coordinator import together
from flows.engine.states import Choice, Heard, Option, Question, Row, State
from flows.engine.text import _
from flows.reading import Unclear

EARLIEST = timedelta(days=366 * 10)
A_YEAR = 365
_YEAR = re.compile(r"\b20\d\d\b")
# NOTE: Beside "ask Rosa": she and the other have been meeting for some time.
ALREADY = Option(
    "since",
    _("they meet already"),
    words=(_("already, already together, together already, they know each other"),),
)


def read_since(heard: Heard) -> str:
    """A day that has been: without a year the last one of that name."""
    if reading.only_picks(heard.text, heard.language):
        raise Unclear(heard.text)
    today = heard.now.date()
    day = _iso(heard.text.strip()) or _named(heard)
    if not EARLIEST >= today - day >= timedelta():
        raise Unclear(heard.text)
    return day.isoformat()


def _named(heard: Heard) -> date:
    """The last day of that name, or of the year that stands beside it."""
    year = _YEAR.search(heard.text)
    text = _YEAR.sub("", heard.text).strip(" ,.") if year else heard.text
    day = reading.date(text, heard.now, heard.language, month_first=heard.month_first)
    while day > heard.now.date() or (year and day.year > int(year[0])):
        day = _year_before(day)
    if year and day.year != int(year[0]):
        raise Unclear(heard.text)
    return day


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day - timedelta(days=A_YEAR)


STATES: Mapping[str, State] = {
    "since": Question(
        ask=_(
            "Since when have {mentee_name} and {mentor_name} been meeting? For example: 12 January."
        ),
        read=read_since,
        hint=_("Just a day that has been. For example: 12 January."),
        why=_("Then I know where they stand, and nobody is asked."),
    ),
    "known": Choice(
        ask=_(
            "{mentee_name} and {mentor_name}, since {since:date}. Shall I record it? Nobody is "
            "asked, and I tell both."
        ),
        options=(
            Option("yes", _("record it"), words=(_("record, do it"),)),
            Option("no", _("not yet")),
        ),
        hint=_("I just need to know if I should record it."),
        why=_("Nobody hears anything before you say so."),
    ),
}
ROWS: tuple[Row, ...] = (
    ("since", "use", "since"),
    ("since", "confirm", "since"),
    ("answered", "since", "known"),
    ("yes", "known", "taken", together.taken),
    ("yes", "known", "recorded"),
    ("left", "since", "left"),
    ("no", "known", "left"),
    ("left", "known", "left"),
)
