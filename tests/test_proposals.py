"""A time to meet: what is refused, taken or asked is none, and all that is said is read."""

import datetime as dt
from pathlib import Path
from time import thread_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import reading
from flows.engine.states import Heard
from flows.mentoring.times import proposed_times
from tests.together import together

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("America/New_York"))  # a Tuesday
LANGUAGES = ("en", "es", "fr", "pt")


def slot(language: str, reply: str) -> str:
    try:
        return proposed_times.read_slot(Heard(reply, NOW, language))
    except reading.Unclear:
        return "-"


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(
            ("en", reply)
            for reply in (
                "i work fridays",
                "on friday i have practice at 4",
                "thursday's a nightmare, im busy",
                "saturday is out",
                "friday is a no",
                "im on shift friday",
                "i finish at 5 on friday",
                "my bus comes at 4 on friday",
                "sorry i have work then",
                "all week except friday",
                "any evening but thursday",
                "friday at 4? no wait",
                "when is it on friday?",
                "i'll be away until saturday",
            )
        ),
        *(
            ("es", reply)
            for reply in (
                "el jueves trabajo",
                "el jueves tengo dentista a las 5",
                "cualquier tarde menos el jueves",
                "ese viernes me es imposible",
                "estoy fuera hasta el sábado",
            )
        ),
        *(
            ("fr", reply)
            for reply in (
                "jeudi je bosse",
                "j'ai un contrôle jeudi à 10h",
                "tous les soirs sauf jeudi",
                "jeudi c'est impossible",
            )
        ),
        *(
            ("pt", reply)
            for reply in (
                "quinta eu trabalho",
                "tenho dentista quinta às 5",
                "qualquer tarde menos quinta",
                "quinta estou ocupada",
            )
        ),
    ],
)
def test_time_that_is_taken_is_no_time_to_meet(language: str, reply: str) -> None:
    assert slot(language, reply) == "-"


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "cant do thurs but sat 11 works", "2026-11-28T11:00"),
        ("en", "busy thursday, how about sunday around 2?", "2026-11-29T14:00"),
        ("en", "no problem, friday at 5", "2026-11-27T17:00"),
        ("en", "friday after school", "2026-11-27"),
        ("en", "friday 4.30", "2026-11-27T16:30"),
        ("en", "friday at 4 for an hour with Rosa", "2026-11-27T16:00"),
        ("en", "sounds good, friday at 4", "2026-11-27T16:00"),
        ("en", "friday ten to four", "2026-11-27T15:50"),
        ("en", "friday from 10 to 4", "2026-11-27T10:00"),
        ("en", "i am free all day thursday", "2026-11-26"),
        ("en", "any chance of 530 thursday?", "2026-11-26T17:30"),
        ("en", "tonight 8 works", "2026-11-24T20:00"),
        ("en", "4 to 5 on friday", "2026-11-27T16:00"),
        ("en", "friday from 5", "2026-11-27T17:00"),
        ("es", "tres días después de navidad", "2026-12-28"),
        ("en", "today at 7", "2026-11-24T19:00"),
        ("es", "no puedo el jueves pero el sábado a las 11 sí", "2026-11-28T11:00"),
        ("es", "pasao mñn a las 5", "2026-11-26T17:00"),
        ("fr", "oui mais samedi 11h", "2026-11-28T11:00"),
        ("fr", "dem1 16h", "2026-11-25T16:00"),
        ("fr", "ap dem1", "2026-11-26"),
        ("fr", "lundi à 3h", "2026-11-30T15:00"),
        ("fr", "lundi à 3h du matin", "2026-11-30T03:00"),
        ("pt", "não posso quinta mas sábado às 11 dá", "2026-11-28T11:00"),
        ("pt", "depois d amanha", "2026-11-26"),
        ("pt", "quinta na biblioteca às 17h com a Rosa", "2026-11-26T17:00"),
        ("es", "puedo el jueves a partir de las 5", "2026-11-26T17:00"),
        ("fr", "jeudi à partir de 17h", "2026-11-26T17:00"),
    ],
)
def test_what_is_offered_instead_is_read(language: str, reply: str, expected: str) -> None:
    assert slot(language, reply) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "3/12 at 5"),
        ("en", "midnight on friday"),
        ("en", "early next week"),
        ("en", "thursday the 27th"),
        ("es", "jueves 27 de noviembre"),
        ("fr", "jeudi 27 novembre"),
        ("pt", "quinta 27 de novembro"),
        ("en", "fryday at 5 or so"),
        ("en", "friday 10 to 4"),
        ("en", "an hour later"),
        ("fr", "deux jours plus tard à 17h"),
        ("en", "friday at 4 is too early"),
        ("en", "tuesdays at 5"),
        ("en", "sat at 11 at Malik's brother's"),
    ],
)
def test_what_may_be_another_day_is_asked_again(language: str, reply: str) -> None:
    assert slot(language, reply) == "-"


def test_where_the_month_comes_first_a_date_is_no_riddle() -> None:
    assert (
        proposed_times.read_slot(Heard("12/3 at 5", NOW, "en", month_first=True))
        == "2026-12-03T17:00"
    )


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "5 works", "17:00"),
        ("en", "7:30?", "7:30"),
        ("en", "730", "7:30"),
        ("en", "four", "16:00"),
        ("en", "4-6", "16:00"),
        ("en", "not before 5", "-"),
        ("en", "4 or 5", "-"),
        ("en", "i finish at 5", "-"),
        ("es", "a las 5", "17:00"),
        ("es", "después de las 5", "-"),
        ("fr", "5h", "17:00"),
        ("fr", "après 17h", "-"),
        ("pt", "depois das 5", "-"),
    ],
)
def test_an_hour_is_read_whole(language: str, reply: str, expected: str) -> None:
    try:
        said = proposed_times.read_hour(Heard(reply, NOW, language))
    except reading.Unclear:
        said = "-"
    assert said == expected


@settings(deadline=None)
@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                *Path(__file__).read_text(encoding="utf-8").split(),
                *("but", "not", "friday", "at", "5", "-", ",", "pm", "la", "das", "4h", "any"),
            ]
        ),
        max_size=60,
    ).map(" ".join),
    st.sampled_from([*LANGUAGES, "xx", ""]),
)
def test_any_text_is_a_time_or_unclear_and_takes_no_time(text: str, language: str) -> None:
    started = thread_time()
    slot(language, text)
    assert thread_time() - started < 0.5
