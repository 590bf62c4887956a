"""Who said no, left, stopped or was too young, and writes again: once, and back where they were."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import open_database
from storage.tables import Entry, Handover, Participant, Run, table
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.phones import Phone, World
from tests.test_inquiries import SPOKEN, newcomer
from tests.test_meetings import BOOKED, Two, heard, make, say, state_of, tick

E, H, P, R = table(Entry), table(Handover), table(Participant), table(Run)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


@pytest.fixture
def booked(world: World) -> Two:
    """Two who have booked a meeting."""
    two = make(world, 0, ("America/New_York",))
    for who, lines in BOOKED:
        for line in lines:
            say(world, [two], who, line)
    return two


def enrolled(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(P.c.state).order_by(P.c.id)).scalars())


def kept_of_answers(world: World) -> str:
    """What the log tells of what was answered."""
    with world.db.reading() as db:
        return str([one for one in db.execute(select(E.c.facts)).scalars() if one])


def kinds(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())


def test_stop_and_start_bring_back_the_match_and_its_meeting(world: World, booked: Two) -> None:
    booked.first.says("STOP")
    assert state_of(world, booked.match)[1] is False
    replies = booked.first.says("START", "ok")
    assert "Booked!" in " ".join(replies)
    world.passes(minutes=11)
    tick(world)
    assert heard(booked.second, "has left the program") == 0
    assert state_of(world, booked.match)[1] is True
    assert kinds(world)[-2:] == ["stopped", "returned"]


def test_once_the_other_side_has_been_told_a_start_brings_nothing_back(
    world: World, booked: Two
) -> None:
    booked.first.says("STOP")
    world.passes(minutes=11)
    tick(world)
    assert heard(booked.second, "has left the program") == 1
    assert "Booked!" not in " ".join(booked.first.says("START", "ok"))
    assert state_of(world, booked.match)[1] is False
    assert "returned" not in kinds(world)


def test_who_is_left_behind_waits_again_and_hears_how_that_goes(world: World, booked: Two) -> None:
    booked.first.says("STOP")
    world.passes(minutes=11)
    tick(world)
    assert heard(booked.second, "has left the program") == 1
    for _ in range(4):
        world.passes(days=1)
        tick(world)
    assert heard(booked.second, "Still looking for the right person for you") == 1


def test_who_comes_back_after_the_other_has_stopped_too_has_nobody(
    world: World, booked: Two
) -> None:
    booked.first.says("STOP")
    booked.second.says("STOP")
    assert "Booked!" not in " ".join(booked.first.says("START", "ok"))
    assert state_of(world, booked.match)[1] is False


def test_leaving_closes_every_question_that_was_open(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", "LEAVE", "1", "0")
    assert "You have left Bridge" in phone.says("pass maths")[0]
    assert phone.says("pass maths") == []


AGAIN = {
    "en": ("no thanks", "hello?", "anyone there", "can i come back?"),
    "es": ("no gracias", "hola?", "hay alguien ahí", "puedo volver al programa?"),
    "fr": ("non merci", "bonjour ?", "il y a quelqu'un", "je peux revenir dans le programme ?"),
    "pt": ("não obrigado", "oi?", "tem alguém aí", "posso voltar ao programa?"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_who_said_no_hears_once_how_to_come_back(world: World, language: str) -> None:
    refusal, first, second, asks = AGAIN[language]
    phone = newcomer(world, language, refusal)
    assert "BRIDGE" in phone.says(first)[0]
    assert phone.says(second) == []
    assert "BRIDGE" in phone.says(asks)[0]
    assert phone.says("bridge")


@pytest.mark.parametrize("language", SPOKEN)
def test_who_stopped_and_asks_to_come_back_hears_once_by_which_word(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, "ok", "23", "STOP")
    assert phone.says(AGAIN[language][1]) == []
    (reply,) = phone.says(AGAIN[language][3])
    assert "START" in reply
    assert phone.says(AGAIN[language][3]) == []


def test_the_age_of_who_is_turned_away_stays_nowhere(world: World) -> None:
    newcomer(world, "en", "ok", "17", "1")
    assert enrolled(world) == ["under_age"]
    assert "17" not in kept_of_answers(world)
    with world.db.reading() as db:
        assert "17" not in str(db.execute(select(R.c.data)).scalars().all())


MENDED = {"en": "sorry typo, 21", "es": "perdón, tengo 21", "fr": "pardon, 21 ans", "pt": "ops, 21"}


@pytest.mark.parametrize("language", SPOKEN)
def test_an_age_is_mended_and_the_coordinator_hears_of_it(world: World, language: str) -> None:
    phone = newcomer(world, language, "ok", "12", "1")
    assert "18" in phone.says(AGAIN[language][1])[0]
    assert phone.says("13") == []
    assert phone.says(MENDED[language])
    assert kinds(world) == ["under_age", "age"]
    assert "Jay" in phone.says("Jay")[0]


def stuck(world: World, language: str) -> Phone:
    """Somebody who waits for a person, after a handover."""
    return newcomer(world, language, "ok", "23", "Jay", "blarg ?", "frup ?", "grum ?", "1")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_number_after_a_handover_is_asked_about_before_it_answers_an_older_question(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, "eh ??", "hm ??", "blarg ??")
    assert "Dana Reyes" in phone.says("1")[-1]  # is asked to look
    again = phone.says("2")[-1]
    assert "STOP" in again
    assert phone.person()["stopped_at"] is None
    assert enrolled(world) == ["invited"]
    phone.says("2")
    assert enrolled(world) == ["declined"]


WAITING = {
    "en": "has your message",
    "es": "ya tiene tu mensaje",
    "fr": "a ton message",
    "pt": "já tem sua mensagem",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_who_writes_on_after_a_handover_hears_once_what_is_happening(
    world: World, language: str
) -> None:
    phone = stuck(world, language)
    assert WAITING[language] in phone.says("glorp ?")[0]
    assert phone.says("plonk ?") == []
    assert phone.says("HELP")


def paired_anew(world: World, two: Two) -> None:
    """The mentee is brought together with another mentor."""
    mentee = two.first if two.roles["first"] == "mentee" else two.second
    (mentor,) = crowd.add(world, [One("+12125550999", "mentor", name="Cleo")])
    crowd.bring_together(world, [(mentor, mentee.person()["id"])])


def mentor_of(two: Two) -> Phone:
    return two.first if two.roles["first"] == "mentor" else two.second


def test_a_mentor_who_opted_out_is_not_told_of_a_mentee_with_somebody_else(
    world: World, booked: Two
) -> None:
    mentor = mentor_of(booked)
    mentor.says("STOP")
    paired_anew(world, booked)
    said = " ".join(mentor.says("START", "ok"))
    assert said
    assert "Booked!" not in said
    assert "still together" not in said
    assert state_of(world, booked.match)[1] is False
    assert "returned" not in kinds(world)


def test_a_mentor_who_left_cannot_take_back_a_mentee_with_somebody_else(
    world: World, booked: Two
) -> None:
    mentor = mentor_of(booked)
    mentor.says("LEAVE", "1", "0")
    paired_anew(world, booked)
    assert "too late" in mentor.says("BACK")[0]
    assert state_of(world, booked.match)[1] is False


def test_who_takes_back_their_leaving_brings_back_nobody_else(world: World, booked: Two) -> None:
    booked.first.says("LEAVE", "1", "0")
    booked.second.says("LEAVE", "1", "0")
    booked.second.says("BACK")
    assert state_of(world, booked.match)[1] is False
    booked.first.says("BACK")
    assert state_of(world, booked.match)[1] is True


def test_who_comes_back_is_welcomed_once(world: World) -> None:
    two = make(world, 0, ("America/New_York",))
    two.first.says("STOP")
    said = " ".join(two.first.says("START", "ok"))
    assert "still together" in said
    assert "You're in already" not in said


@pytest.mark.parametrize("word", ["MEETING", "SWITCH", "MOVE"])
def test_whom_the_other_has_left_hears_it_when_they_ask_for_them(
    world: World, booked: Two, word: str
) -> None:
    booked.first.says("STOP")
    booked.second.hears()
    assert "has left the program" in booked.second.says(word)[0]
    world.passes(minutes=11)
    tick(world)
    assert heard(booked.second, "has left the program") == 1


def test_who_left_and_joins_again_hears_of_nobody_who_has_left(world: World, booked: Two) -> None:
    booked.first.says("LEAVE", "1", "0")
    joined = "BRIDGE" if booked.roles["first"] == "mentee" else "GUIDE"
    booked.first.says(joined, "ok")
    assert "has left the program" not in " ".join(booked.first.says("MEETING"))


@pytest.mark.parametrize("language", SPOKEN)
def test_who_has_left_and_agrees_again_hears_what_comes_next(world: World, language: str) -> None:
    phone = idle(world, language)
    phone.says("LEAVE", "1", "0")
    world.passes(minutes=30)
    (reply,) = phone.says("bridge", "ok")
    day = {"en": "Friday", "es": "viernes", "fr": "vendredi", "pt": "sexta-feira"}
    assert day[language] in reply


@pytest.mark.parametrize("language", SPOKEN)
def test_who_asks_to_come_back_when_asked_whether_to_leave_stays(
    world: World, language: str
) -> None:
    phone = idle(world, language)
    phone.says("LEAVE", AGAIN[language][3])
    assert enrolled(world) == ["ready"]
    phone.says("1")
    assert enrolled(world) == ["ready"]


RESTS = {
    "en": "pause for 2 weeks",
    "es": "pausa por 2 semanas",
    "fr": "pause de 2 semaines",
    "pt": "pausa até 17 de março",
}
BACK = {"en": "im back", "es": "ya regresé", "fr": "je suis de retour", "pt": "voltei"}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_break_with_its_end_is_heard_at_once_and_its_end_as_well(
    world: World, language: str
) -> None:
    phone = idle(world, language)
    assert "17" in phone.says(RESTS[language])[0]
    assert phone.person()["paused_until"] is not None
    assert "17" in phone.says(BACK[language])[0]
    phone.says("1")
    assert phone.person()["paused_until"] is None


def test_a_number_in_a_sentence_is_no_option_for_a_day(world: World) -> None:
    phone = idle(world, "fr")
    phone.says("PAUSE", "hein ??", "quoi donc ??")
    phone.says("les deux par semaine ca va")
    assert phone.person()["paused_until"] is None


def idle(world: World, language: str) -> Phone:
    """Somebody who has told of themselves and waits."""
    return newcomer(world, language, "ok", "23", "Jay", "1", "0", "0", "0", "0")


LAUGHS = {"en": "lol ok", "es": "jajaja sale", "fr": "ok mdr", "pt": "kkkk blz"}
UNKNOWN = {
    "en": "hey can i bring my cousin",
    "es": "oye puedo llevar a mi hijo?",
    "fr": "je peux venir avec ma soeur ?",
    "pt": "da pra levar meu filho?",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_nod_is_no_riddle_and_an_unknown_question_is_offered_to_a_person(
    world: World, language: str
) -> None:
    phone = idle(world, language)
    assert "MENU" not in phone.says(LAUGHS[language])[0].upper()
    assert "Dana Reyes" in phone.says(UNKNOWN[language])[0]
    assert kinds(world) == []
    phone.says("1")
    assert kinds(world) == ["unclear"]


NUMBER = {
    "en": "wrong number",
    "es": "numero equivocado",
    "fr": "faux numéro",
    "pt": "numero errado",
}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("again", ["3", "the same"])
def test_a_wrong_number_of_who_takes_part_is_asked_about_and_the_coordinator_hears(
    world: World, language: str, again: str
) -> None:
    phone = idle(world, language)
    assert "3 " in phone.says(NUMBER[language])[0]
    assert phone.person()["stopped_at"] is None
    phone.says(NUMBER[language] if again == "the same" else again)
    assert phone.person()["stopped_at"] is not None
    assert kinds(world) == ["wrong_person"]


def test_nobody_is_asked_the_next_day_what_they_meant(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1")
    assert "Which one did you mean" in phone.says("im on holiday next week")[0]
    world.passes(hours=25)
    tick(world)
    (nudge,) = phone.hears()
    assert "No rush" in nudge
    assert "Which one did you mean" not in nudge


def test_asked_what_they_meant_they_may_just_answer(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1")
    phone.says("im on holiday next week")
    assert "Saved, in your own words" in phone.says("find a better one")[0]
