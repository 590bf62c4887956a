"""Several times in one reply, how much later, and what is refused."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from flows import reading
from flows.engine.states import Heard
from flows.mentoring.times import day_parts, proposed_times
from tests.together import together

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("America/New_York"))  # a Tuesday


def tokens(language: str, reply: str) -> str:
    try:
        return proposed_times.read_other_times(Heard(reply, NOW, language))[0]
    except reading.Unclear:
        return "-"


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "15min later?", "+15"),
        ("en", "half an hour earlier", "-30"),
        ("en", "an hour and a half later pls", "+90"),
        ("en", "could we do two hours later", "+120"),
        ("es", "media hora antes", "-30"),
        ("es", "hora y media mas tarde", "+90"),
        ("fr", "une demi-heure plus tard", "+30"),
        ("fr", "2h plus tôt", "-120"),
        ("pt", "sim mas uma hora mais cedo", "-60"),
        ("pt", "15min dps", "+15"),
        ("en", "can we push it back half an hour", "+30"),
        ("en", "bring it forward an hour", "-60"),
        ("es", "mejor retrasarlo una hora", "+60"),
        ("es", "podemos adelantarlo media hora?", "-30"),
        ("fr", "on peut décaler d'une heure ?", "+60"),
        ("fr", "avancer d'un quart d'heure", "-15"),
        ("pt", "dá para adiar uma hora?", "+60"),
        ("pt", "antecipar meia hora", "-30"),
        ("fr", "décaler à vendredi", "2026-11-27"),
        ("pt", "vou atrasar 10 min", "-"),
        ("en", "later", "-"),
        ("en", "not 15 min later", "-"),
        ("en", "running 15 min late", "-"),
        ("en", "15 min later on another bus", "-"),
        ("es", "llego 15 min tarde", "-"),
        ("pt", "vou chegar 15 min depois", "-"),
    ],
)
def test_so_much_later_counts_from_the_time_that_is_spoken_of(
    language: str, reply: str, expected: str
) -> None:
    assert tokens(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "5:45, or thursday at 8", "17:45|2026-11-26T20:00"),
        ("en", "4 or 5 on friday", "2026-11-27T16:00|2026-11-27T17:00"),
        ("en", "thurs or fri at 3", "2026-11-26T15:00|2026-11-27T15:00"),
        (
            "en",
            "friday 5 or 6, or saturday 10",
            "2026-11-27T17:00|2026-11-27T18:00|2026-11-28T10:00",
        ),
        ("en", "cant thursday, friday at 4 or 5", "2026-11-27T16:00|2026-11-27T17:00"),
        ("en", "thurs no, fri yes", "2026-11-27"),
        ("en", "no to thursday, yes to friday at 5", "2026-11-27T17:00"),
        ("es", "el jueves no, el viernes sí", "2026-11-27"),
        ("fr", "jeudi non, vendredi oui", "2026-11-27"),
        ("fr", "impossible ce jour-là", "-"),
        ("pt", "quinta não, sexta sim", "2026-11-27"),
        ("es", "el jueves o el viernes a las 5", "2026-11-26T17:00|2026-11-27T17:00"),
        ("fr", "jeudi 17h ou samedi 11h", "2026-11-26T17:00|2026-11-28T11:00"),
        ("pt", "quinta às 5 ou sexta às 6", "2026-11-26T17:00|2026-11-27T18:00"),
        ("en", "friday at 5 or i cant", "-"),
        ("en", "friday at 5 or my brother's", "-"),
        ("en", "between 4 and 5", "-"),
        ("en", "any day but thurs or fri", "-"),
        ("en", "i work thurs and fri", "no"),
    ],
)
def test_several_times_are_read_each(language: str, reply: str, expected: str) -> None:
    assert tokens(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "thursday same time", "2026-11-26@"),
        ("es", "el jueves a la misma hora", "2026-11-26@"),
        ("fr", "jeudi même heure", "2026-11-26@"),
        ("pt", "quinta na mesma hora", "2026-11-26@"),
        ("en", "thursday at 5 same place", "2026-11-26T17:00"),
    ],
)
def test_the_same_hour_or_place_is_no_riddle(language: str, reply: str, expected: str) -> None:
    assert tokens(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "days"),
    [
        ("en", "cant do mondays or tuesdays", {0, 1}),
        ("en", "not thursday, friday is fine", {3}),
        ("es", "el martes no puedo", {1}),
        ("fr", "pas jeudi", {3}),
        ("pt", "quinta eu trabalho", {3}),
        ("en", "thursday works", set()),
    ],
)
def test_days_that_are_refused_are_heard(language: str, reply: str, days: set[int]) -> None:
    assert reading.refused_days(reply, language).weekdays == days


@together
@pytest.mark.parametrize(
    ("language", "evening", "whole"),
    [
        ("en", "thursday evening", "thursday works"),
        ("en", "any time after 5 on thursday", "let's say thursday"),
        ("es", "el jueves por la noche", "el jueves"),
        ("fr", "jeudi soir", "jeudi"),
        ("pt", "quinta à noite", "na quinta"),
    ],
)
def test_a_part_of_a_day_holds_only_its_hours(language: str, evening: str, whole: str) -> None:
    four, six = "2026-03-05T16:00", "2026-03-05T18:00"
    assert not day_parts.hold(four, evening, language)
    assert day_parts.hold(six, evening, language)
    assert not day_parts.hold("2026-03-06T18:00", evening, language)
    assert day_parts.hold(four, whole, language)
    assert day_parts.hold(six, whole, language)


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "can we do 6 instead", "18:00"),
        ("en", "make it 7 pls", "7:00"),
        ("en", "5 is better for me", "17:00"),
        ("en", "2 is better", "-"),
        ("en", "6", "-"),
        ("en", "gotta move it to friday", "2026-11-27"),
        ("en", "i have to work friday", "no"),
        ("es", "tengo que cambiarlo al viernes", "2026-11-27"),
        ("es", "tengo que trabajar el viernes", "no"),
        ("fr", "je dois décaler à vendredi", "2026-11-27"),
        ("fr", "je dois bosser vendredi", "no"),
        ("pt", "preciso mudar pra sexta", "2026-11-27"),
        ("pt", "tenho que trabalhar sexta", "no"),
    ],
)
def test_who_has_to_move_names_where_to_and_a_bare_number_is_an_hour(
    language: str, reply: str, expected: str
) -> None:
    assert tokens(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "same time next week", True),
        ("en", "next week", False),
        ("es", "a la misma hora la semana que viene", True),
        ("fr", "même heure la semaine prochaine ?", True),
        ("pt", "mesmo horário semana que vem", True),
        ("en", "not the same time next week", False),
    ],
)
def test_a_week_later(language: str, reply: str, *, expected: bool) -> None:
    assert reading.week_later(reply, language) is expected


@together
@pytest.mark.parametrize(
    ("language", "reply", "out"),
    [
        ("en", "not in the morning", "10:00"),
        ("en", "nothing before 5", "10:00 16:00"),
        ("en", "too late", ""),
        ("en", "is the evening better for you?", ""),
        ("en", "any time", ""),
        ("en", "wed works", ""),
        ("es", "antes de las 5 no", "10:00 16:00"),
        ("es", "muy temprano", ""),
        ("fr", "plutôt le soir", "10:00 16:00"),
        ("fr", "trop tôt", ""),
        ("pt", "de tarde não posso", "16:00"),
        ("pt", "muito cedo", ""),
    ],
)
def test_hours_that_are_refused_are_not_offered(language: str, reply: str, out: str) -> None:
    hours = ("10:00", "16:00", "18:00")
    told = day_parts.told(reply, language)
    ruled = [at for at in hours if day_parts.lies_beyond(f"2026-03-05T{at}", told)]
    assert ruled == out.split()


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "cant before 6", "18:00"),
        ("es", "no puedo antes de las 18", "18:00"),
        ("fr", "j'peux pas avant 18h", "18:00"),
        ("pt", "não consigo antes das 18h", "18:00"),
        ("en", "between 4 and 5", "-"),
        ("en", "before 6", "-"),
    ],
)
def test_from_when_on_somebody_can_is_that_hour_of_the_day_that_is_spoken_of(
    language: str, reply: str, expected: str
) -> None:
    assert tokens(language, reply) == expected
