"""The readers of replies by name, each giving its answer as text, for scoring."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from assistant.rendering.translations import Reader, say_for
from assistant.understanding import keywords
from assistant.understanding.keywords import Keyword
from flows import FLOWS, reading
from flows.engine import hearing
from flows.engine.standing import Standing
from flows.engine.states import Facts, Heard
from flows.mentoring.times import proposed_times
from flows.reading import Unclear, Window

UNCLEAR = "unclear"
SOME_DAY = datetime(2026, 3, 11, 10, tzinfo=UTC)
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DESK: Facts = {"mentees": [], "mentors": [], "partings": []}  # of the names in an option
FACTS = {"invited": False, "name": "", "pairs": [], "places": [], "desk": DESK}
FACTS |= {"today": SOME_DAY.date().isoformat(), "aiming": False}

Read = Callable[[Heard], str]


def read(reader: str, text: str, language: str, now: datetime | None = None) -> str:
    """What a reply is read as; "unclear" where the product would ask again."""
    heard = Heard(text, now or SOME_DAY, language, say_for(Reader(language)))
    try:
        return _reader(reader)(heard)
    except Unclear:
        return UNCLEAR


def _reader(name: str) -> Read:
    if name.startswith("flow "):
        flow, _, state = name.removeprefix("flow ").partition(".")
        return lambda heard: _at(flow, state, heard)
    return NAMED[name]


def _at(flow: str, state: str, heard: Heard) -> str:
    """The option that is chosen at a state of a flow."""
    return hearing.hear(FLOWS[flow], Standing(state), FACTS, heard)[0]


def _yes_no(heard: Heard) -> str:
    return "yes" if reading.yes_no(heard.text, heard.language) else "no"


def _moment(heard: Heard) -> str:
    # The public cases take 6/30 for June where English does.
    english = heard.language == "en"
    found = reading.moment(heard.text, heard.now, heard.language, month_first=english)
    return reading.written(found)


def _short_moment(heard: Heard) -> str:
    """The same without seconds."""
    return _moment(heard).removesuffix(":00")


def _slot(heard: Heard) -> str:
    return proposed_times.read_slot(heard)


def _availability(heard: Heard) -> str:
    return windows(reading.availability(heard.text, heard.language))


def windows(found: Sequence[Window]) -> str:
    """Windows as "MoTu 09:00-12:00; Fr 16:00-20:00": days that share all hours stand together."""
    hours: dict[int, list[str]] = {}
    for one in found:
        hours.setdefault(one.weekday, []).append(f"{one.start:%H:%M}-{one.end:%H:%M}")
    days: dict[tuple[str, ...], list[int]] = {}
    for day, some in sorted(hours.items()):
        days.setdefault(tuple(some), []).append(day)
    return "; ".join(
        f"{''.join(DAYS[day] for day in shared)} {some}"
        for all_hours, shared in days.items()
        for some in all_hours
    )


def _age(heard: Heard) -> str:
    return str(reading.age(heard.text, heard.language))


def _scale(heard: Heard) -> str:
    return str(reading.scale(heard.text, 1, 5, heard.language)[0])


def _name(heard: Heard) -> str:
    return reading.name(heard.text, heard.language)


def _stops(heard: Heard) -> str:
    """Whether it opts out; at doubt the product asks, as it asks whether they would leave."""
    found = keywords.hear(heard.text, heard.language, asked=False)
    match found.word if found else None:
        case Keyword.STOP:
            return "stop"
        case Keyword.DOUBT | "leave":
            return UNCLEAR
        case _:
            return "nothing"


NAMED: Mapping[str, Read] = {
    **dict.fromkeys(("date", "time", "datetime"), _moment),
    **dict.fromkeys(("moment", "moment|date"), _short_moment),
    **dict.fromkeys(("yes-no", "yes_no"), _yes_no),
    **dict.fromkeys(("opting out", "not opting out"), _stops),
    "meeting.read_slot": _slot,
    "availability": _availability,
    "number 5..110 (age)": _age,
    "scale 1..5": _scale,
    "name": _name,
}
