"""Around a meeting that is booked: late, on the way, a nod to the reminder; nothing is changed."""

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from assistant.turns.handlers import under_way
from storage.database import Database
from storage.tables import Handover, Meeting, table
from tests import crowd
from tests.crowd import One
from tests.phones import START, Phone, World
from tests.test_clock import tick

PROPOSES = {
    "en": ("MEETING", "friday at 5 pm", "yes", "1"),
    "es": ("CITA", "viernes a las 17", "si", "1"),
    "fr": ("RDV", "vendredi 17h", "oui", "1"),
    "pt": ("ENCONTRO", "sexta as 17h", "sim", "1"),
}
LATE = {
    "en": ("running 10 min late", "about 10 minutes late"),
    "es": ("llego 10 min tarde", "unos 10 minutos de retraso"),
    "fr": ("jsuis en retard, 10 min", "environ 10 minutes de retard"),
    "pt": ("vou atrasar 10 min", "uns 10 minutos de atraso"),
}
COMING = {
    "en": ("ok see u there", "will be there"),
    "es": ("nos vemos allí", "ahí estará"),
    "fr": ("ok à demain", "sera là"),
    "pt": ("até lá", "vai estar lá"),
}
NODS = {"en": "yes", "es": "sí", "fr": "oui merci", "pt": "sim"}


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def booked(world: World, language: str = "en") -> tuple[Phone, Phone]:
    """Two who meet on Friday at five in the afternoon."""
    first, second = arranged(world, language)
    second.says("1")
    first.hears()
    return first, second


def arranged(world: World, language: str = "en") -> tuple[Phone, Phone]:
    """The same, before the second has agreed."""
    people = [
        One("+12125550101", name="Jay", language=language),
        One("+12125550102", "mentor", name="Rosa", language=language),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    first, second = (world.phone(one.address) for one in people)
    first.says(*PROPOSES[language])
    second.hears()
    return first, second


def until(world: World, *phones: Phone, hours: float) -> None:
    """Let time pass; what they hear meanwhile is read."""
    world.passes(hours=hours)
    tick(world)
    for phone in phones:
        phone.hears()


@pytest.mark.parametrize("language", LATE)
def test_who_is_late_is_thanked_and_the_other_knows_at_once(world: World, language: str) -> None:
    jay, rosa = booked(world, language)
    until(world, jay, rosa, hours=78.5)  # half an hour before
    words, told = LATE[language]
    assert len(jay.says(words)) == 1
    (heard,) = rosa.hears()
    assert told in heard
    assert meeting_of(world) == "booked"


@pytest.mark.parametrize("language", COMING)
def test_that_somebody_will_be_there_is_told_once(world: World, language: str) -> None:
    jay, rosa = booked(world, language)
    until(world, jay, rosa, hours=50)  # after the reminder
    words, told = COMING[language]
    assert "Harbor Library" in jay.says(words)[0]
    (heard,) = rosa.hears()
    assert told in heard
    jay.says(words)
    assert rosa.hears() == []


@pytest.mark.parametrize("language", NODS)
def test_a_nod_to_the_reminder_is_taken_as_one(world: World, language: str) -> None:
    jay, rosa = booked(world, language)
    until(world, jay, rosa, hours=50)
    (thanked,) = jay.says(NODS[language])
    assert "Harbor Library" in thanked
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


def test_days_before_nobody_is_late_and_nobody_is_told(world: World) -> None:
    jay, rosa = booked(world)
    rosa.hears()
    assert jay.says("running late")[0].startswith("There is time yet!")
    assert rosa.hears() == []


@pytest.mark.parametrize("words", ["my bus is always late", "not late", "he is late", "am i late"])
def test_what_only_speaks_of_being_late_tells_nobody(world: World, words: str) -> None:
    jay, rosa = booked(world)
    until(world, jay, rosa, hours=78.5)
    jay.says(words)
    assert rosa.hears() == []


def test_where_nothing_is_booked_nobody_is_told(world: World) -> None:
    jay, rosa = booked(world)
    jay.says("MOVE", "0")
    rosa.hears()
    assert "no meeting booked" in jay.says("running late")[0]
    assert rosa.hears() == []


def test_another_time_in_the_same_words_is_proposed_at_once(world: World) -> None:
    jay, rosa = booked(world)
    rosa.hears()
    (echo,) = jay.says("can't make it friday, can we do saturday at 3")
    assert echo.startswith("Sat, Mar 7, 3 pm. Did I get that right?")
    assert rosa.hears() == []
    jay.says("yes")
    assert "can do Sat, Mar 7, 3 pm, Harbor Library" in rosa.hears()[-1]


def test_where_it_is_is_answered_and_the_question_stands(world: World) -> None:
    jay, _ = booked(world)
    asked = jay.says("MEETING")
    assert jay.says("where is it?") == asked
    assert "stays as it is" in jay.says("1")[0]


def test_of_two_times_the_second_is_offered_beside_the_first(world: World) -> None:
    jay, rosa = booked(world)
    jay.says("MEETING", "cant, friday at 6 or saturday at 10", "yes")
    assert "2 rather Sat, Mar 7, 10 am" in rosa.hears()[-1]
    rosa.says("2")
    assert "Rosa can do Sat, Mar 7, 10 am" in jay.hears()[-1]


def meeting_of(world: World) -> str:

    rows = table(Meeting)
    with world.db.reading() as db:
        return str(db.execute(select(rows.c.state).order_by(rows.c.id.desc())).scalars().first())


def test_the_number_that_somebody_texts_from_is_shown_to_the_other_when_they_say_so(
    world: World,
) -> None:
    people = [One("+12125550101", name="Jay"), One("+12125550102", "mentor", name="Rosa")]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay, rosa = (world.phone(one.address) for one in people)
    jay.says("MEETING", "friday at 5", "yes", "phone")
    assert rosa.hears() == []
    jay.says("this number")
    assert "Tel. +12125550101" in rosa.hears()[-1]


@pytest.mark.parametrize(
    ("answer", "told", "state"),
    [("call it off", "Fri, Mar 6, 5 pm is off", "dropped"), ("1", "stays as it is", "booked")],
)
def test_a_break_over_a_meeting_asks_and_the_other_hears_what_becomes_of_it(
    world: World, answer: str, told: str, state: str
) -> None:
    jay, rosa = booked(world)
    assert "Do you still want to go?" in jay.says("PAUSE", "20 march")[-1]
    assert rosa.hears() == []
    jay.says(answer)
    assert told in rosa.hears()[-1]
    assert meeting_of(world) == state


def test_where_the_clocks_differ_each_time_carries_its_city(world: World) -> None:
    people = [
        One("+12125550101", name="Jay"),
        One("+34655550102", "mentor", name="Rosa", language="es", zone="Europe/Madrid"),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay, rosa = (world.phone(one.address) for one in people)
    (night,) = jay.says("MEETING", "friday at 5 pm")
    assert night.startswith("That would be 11 pm (Madrid) for Rosa")
    assert "Fri, Mar 6, 11 am (New York). Did I" in jay.says("friday at 11 am")[0]
    jay.says("yes", "3")  # so far apart a call is offered first
    assert "vie 6 de marzo, 5 pm (Madrid), Harbor Library" in rosa.hears()[-1]
    rosa.says("1")
    assert "Booked! Fri, Mar 6, 11 am (New York), Harbor Library" in jay.hears()[-1]


@pytest.mark.parametrize(
    ("before", "hours", "near"),
    [
        (under_way.NEAR, 3, True),
        (under_way.NEAR, 3.01, False),
        (under_way.THE_DAY_BEFORE, 36, True),
        (under_way.THE_DAY_BEFORE, 36.01, False),
        (under_way.NEAR, -1.5, True),  # it goes on
        (under_way.NEAR, -1.51, False),
    ],
)
def test_a_meeting_is_near_until_it_is_over(before: timedelta, hours: float, near: bool) -> None:
    slot = (START + timedelta(hours=hours)).isoformat()
    pair: Any = SimpleNamespace(meeting=SimpleNamespace(slot=slot))
    talk: Any = SimpleNamespace(known=SimpleNamespace(now=START))
    assert under_way._within(pair, talk, before) is near


def test_what_one_side_has_refused_is_not_offered_to_the_other(world: World) -> None:
    people = [
        One("+12125550101", name="Jay", profile={"free": "weekdays after 4"}),
        One("+12125550102", "mentor", name="Rosa", profile={"free": "weekdays 4 to 6 pm"}),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay, rosa = (world.phone(one.address) for one in people)
    assert "2 Thu, Mar 5, 4 pm" in jay.says("MEETING")[0]
    (others,) = jay.says("not thursday")
    assert "Thu" not in others
    jay.says("friday", "1")
    rosa.hears()
    (offered,) = rosa.says("another time")
    assert ["Thu" in offered, "Fri" in offered, "Wed, Mar 4, 4 pm" in offered] == [0, 0, 1]
    rosa.says("wednesday")
    jay.hears()
    (offered,) = jay.says("another time")
    assert re.findall(r"Mar (\d+)", offered) == ["9", "10", "11"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "cant make it thursday"),
        ("en", "cant make it tomorrow"),
        ("es", "el jueves no puedo, tengo examen"),
        ("fr", "je peux pas venir jeudi"),
        ("pt", "quinta não vou poder"),
    ],
)
def test_a_meeting_stays_where_another_day_is_refused(
    world: World, language: str, words: str
) -> None:
    jay, rosa = booked(world, language)
    rosa.hears()
    for _ in range(2):  # out of nothing, and where it is asked about
        assert "Rosa" in jay.says(words)[-1]
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


def test_a_weekday_that_comes_just_after_the_meeting_is_that_one(world: World) -> None:
    jay, _ = booked(world)
    world.passes(hours=24 * 5)  # until a Sunday
    jay.says("MEETING", "friday the 20th at 5 pm", "yes")
    assert jay.says("MEETING", "can we do saturday, same time")[-1].startswith("Sat, Mar 21, 5 pm")
    assert jay.says("this saturday at 4")[-1].startswith("Sat, Mar 14, 4 pm")


@pytest.mark.parametrize("language", PROPOSES)
def test_another_time_that_crosses_the_booking_is_asked_about_again(
    world: World, language: str
) -> None:
    jay, rosa = arranged(world, language)
    jay.says({"en": "6 pm instead", "es": "mejor a las 18", "fr": "18h", "pt": "18h"}[language])
    rosa.says("1")
    heard = " ".join(jay.hears())
    assert re.search("5 pm|17", heard)
    assert re.search("6 pm|18", heard)
    jay.says("1")
    assert re.search("6 pm|18", " ".join(rosa.hears()))
    assert meeting_of(world) == "proposed"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "can we push it back an hour?"),
        ("es", "podemos retrasarlo una hora?"),
        ("fr", "on peut décaler d'une heure ?"),
        ("pt", "dá para adiar uma hora?"),
    ],
)
def test_who_would_move_it_by_so_much_calls_nothing_off(
    world: World, language: str, words: str
) -> None:
    jay, rosa = booked(world, language)
    rosa.hears()
    (asked,) = jay.says(words)
    assert re.search("6 pm|18", asked)
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "cant anymore"),
        ("en", "the projector in room 5 doesnt work"),
        ("en", "thursday doesnt work"),
        ("en", "something's come up"),
        ("en", "sorry i missed the bus"),
        ("es", "me ha surgido algo"),
        ("fr", "g un empêchement"),
        ("fr", "j'peux plus"),
        ("fr", "ça tombe mal finalement"),
        ("pt", "afinal não dá"),
        ("pt", "fica para a semana?"),
    ],
)
def test_what_may_call_a_meeting_off_is_asked_about_first(
    world: World, language: str, words: str
) -> None:
    jay, rosa = booked(world, language)
    rosa.hears()
    asked = jay.says(words)[-1]
    assert "Rosa" in asked
    assert re.search("5 pm|17", asked)
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"
    jay.says("2")
    assert meeting_of(world) != "booked"


HERE = {
    "en": ("im here", "shes not here", "there now"),
    "es": ("ya estoy aquí", "no está aquí", "ya está ahí"),
    "fr": ("jsuis devant", "elle est pas là", "est là"),
    "pt": ("já cá estou", "ela não está cá", "já está lá"),
}


@pytest.mark.parametrize("language", HERE)
def test_who_is_there_is_thanked_and_the_other_knows_at_once_and_once(
    world: World, language: str
) -> None:
    jay, rosa = booked(world, language)
    until(world, jay, rosa, hours=79.1)  # five minutes after it has begun
    here, alone, told = HERE[language]
    assert "Rosa" in jay.says(here)[0]
    (heard,) = rosa.hears()
    assert told in heard
    assert "Rosa" in jay.says(alone)[0]
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


def test_who_says_days_before_that_they_are_there_tells_nobody(world: World) -> None:
    jay, rosa = booked(world)
    rosa.hears()
    assert jay.says("im here")[0].startswith("There is time yet!")
    assert rosa.hears() == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "thanks see u friday"),
        ("es", "gracias hasta el viernes"),
        ("fr", "merci à vendredi"),
        ("pt", "obrigada até sexta"),
    ],
)
def test_who_takes_leave_until_the_day_of_the_meeting_changes_nothing(
    world: World, language: str, words: str
) -> None:
    jay, rosa = booked(world, language)
    rosa.hears()
    (thanked,) = jay.says(words)
    assert re.search("5 pm|17", thanked)
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


@pytest.mark.parametrize("words", ["hasta el viernes", "hasta mañana"])
def test_until_a_day_is_an_answer_where_the_end_of_a_break_is_asked(
    world: World, words: str
) -> None:
    jay, _rosa = booked(world, "es")
    jay.says("PAUSA")
    assert "Genial" not in " ".join(jay.says(words))


def test_what_speaks_of_moving_something_else_calls_nothing_off(world: World) -> None:
    jay, rosa = booked(world)
    rosa.hears()
    jay.says("can you move the chairs on friday", "0", "my bus 12 doesnt work today so i walked")
    assert rosa.hears() == []
    assert meeting_of(world) == "booked"


def test_more_that_is_told_where_a_person_is_offered_reaches_them_too(world: World) -> None:
    jay, _rosa = booked(world)
    jay.says("my brother passed his exam with a b", "2")  # not for Rosa
    assert "Shall Dana Reyes" in jay.says("the room was so cold last time btw")[0]
    jay.says("yes please")
    handovers = table(Handover)
    with world.db.reading() as db:
        (told,) = db.execute(select(handovers.c.text)).scalars()
    assert told == "my brother passed his exam with a b\nthe room was so cold last time btw"
