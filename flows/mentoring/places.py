"""Where two people meet: what is offered, what was picked, and what is known already."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flows import reading
from flows.engine import options
from flows.engine.states import Answers, Facts, Heard, Option
from flows.engine.text import _
from flows.mentoring import pairs
from flows.mentoring.times import proposed_times, spoken_times
from flows.reading import Offered, Unclear


def offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Where two people of this programme can meet: from afar rather by phone than in a room."""
    rooms = options.own(_named(facts).items())
    elsewhere = (pairs.PHONE, pairs.BY_TEXT) if _across(answers, facts) else (pairs.PHONE,)
    return (*elsewhere, *rooms) if pairs.far(answers, facts) else (*rooms, *elsewhere)


ELSEWHERE = Option(
    "place",
    _("another place"),
    words=(
        _(
            "a different place, different place, somewhere else, can we meet somewhere else, "
            "change the place, can we change the place, meet somewhere else"
        ),
        _(
            "by phone instead, on the phone instead, a call instead, can we do a call, can we do a "
            "call instead, can we call instead, can we talk on the phone instead, video call "
            "instead, can we do zoom, can we do a video call, online instead, zoom instead"
        ),
    ),
)
TEL = "Tel. "  # before the number that is called
OWN_NUMBER = "own number"  # the one they text from


def without_phone(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The same, for who gives no number."""
    return tuple(one for one in offered(answers, facts) if one is not pairs.PHONE)


def texts_from_number(answers: Answers, facts: Facts) -> bool:
    """Whether they could be called on the number that they text from."""
    return bool(facts["by_sms"])


def no_number(answers: Answers, facts: Facts) -> bool:
    """Whether they would rather give no number."""
    return bool(answers["number"] == "no")


def picked(answers: Answers, facts: Facts) -> bool:
    """Whether it is a place that was picked, and not another time that was written."""
    return "where" in answers


def wall(instant: str, answers: Answers, facts: Facts) -> str:
    """An instant as a wall time of theirs."""
    zone = ZoneInfo(pairs.pair_of(answers, facts).get("zone") or "UTC")
    at = datetime.fromisoformat(instant).astimezone(zone)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def _across(answers: Answers, facts: Facts) -> bool:
    """Whether texts between the two go across; where nobody can tell, they do."""
    return bool(pairs.pair_of(answers, facts).get("texts", True))


def _named(facts: Facts) -> Mapping[str, str]:
    return {str(n): name for n, name in enumerate(facts["places"], 1) if name}


def meant(answers: Answers, facts: Facts) -> str:
    """Where it was wished to be, where they met before, or where people of the programme meet; a
    call without a number is no place."""
    picked, named = str(answers.get("elsewhere") or answers.get("where") or ""), _named(facts)
    if picked == pairs.PHONE.token and answers.get("own") == "yes":
        return OWN_NUMBER
    number = "" if answers.get("number") == "no" else answers.get("number")
    if picked == pairs.PHONE.token and number:
        return f"{TEL}{number}"
    if picked and picked != pairs.PHONE.token:
        return named.get(picked, picked)
    near = () if pairs.far(answers, facts) else named.values()
    usual = next(iter(near), pairs.BY_TEXT.token)
    return told(answers, facts) or _known_place(answers, facts) or usual


def told(answers: Answers, facts: Facts) -> str:
    """The place of the programme that was named with the time: "saturday at the library"."""
    places = [Offered(name, (name,)) for name in _named(facts).values()]
    return reading.place(spoken_times.beside(answers), places, str(facts["language"]))


def known(answers: Answers, facts: Facts) -> bool:
    """Whether they have a place already: the one that was named with the time, the one that is
    spoken of, or where they met before."""
    if told(answers, facts):
        return True
    place, beside = _known_place(answers, facts), spoken_times.beside(answers)
    return bool(place) and not reading.names_place(beside, place, str(facts["language"]))


def read_counter(heard: Heard) -> tuple[str, str]:
    """What is said of the time that the other side proposed; a yes with a place beside it, "yes
    but by phone", is that very time."""
    try:
        return proposed_times.read_other_times(heard)
    except Unclear:
        if not reading.agrees_elsewhere(heard.text, heard.language):
            raise
        return "+0", heard.text


def another(answers: Answers, facts: Facts) -> bool:
    """Whether another place is named beside the time than the one that is spoken of."""
    place, named = _known_place(answers, facts), told(answers, facts)
    if named or place.startswith(TEL):
        return bool(named) and named != place
    beside = spoken_times.beside(answers)
    return bool(place) and reading.names_place(beside, place, str(facts["language"]))


def _known_place(answers: Answers, facts: Facts) -> str:
    pair = pairs.pair_of(answers, facts)
    return str(pair.get("place") or pair.get("last_place") or "")


def read_phone(heard: Heard) -> str:
    """A number to call, or "no" of who would rather give none."""
    digits = [letter for letter in heard.text if letter.isdigit()]
    if not digits and _gives_none(heard):
        return "no"
    if not proposed_times.DIGITS <= len(digits) <= 15:
        raise Unclear(heard.text)
    return ("+" if heard.text.strip().startswith("+") else "") + "".join(digits)


def _gives_none(heard: Heard) -> bool:
    """Whether they refuse the number; "not now" and "dont stop" refuse none, and raise Unclear."""
    text, language = heard.text, heard.language
    if reading.declines(text, language) and not reading.later(text, language):
        return True
    return reading.denies(text, language) and bool(reading.own_words(text, language))
