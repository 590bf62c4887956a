"""How people come in: by a word, by an invitation."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from typer.testing import CliRunner

from assistant.channels import Inbound
from assistant.command_line import app
from assistant.ops.guesses import Guesses
from assistant.programmes import codes
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import open_database
from storage.tables import Invitation, table
from tests.conftest import SECRET, sqlite_url
from tests.phones import World, code
from tests.test_inquiries import SPOKEN

INVITATION = table(Invitation)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    url = sqlite_url(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    return World(open_database(url))


def command(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("word", ["bridge", "BRIDGE!", " Bridge. ", "“bridge”"])
def test_the_programmes_word_opens_consent(world: World, word: str) -> None:
    assert "Okay to text you?" in world.phone().says(word)[0]


@pytest.mark.parametrize("name", ["Ana", "im Ana", "Ana Lopez"])
def test_a_name_after_a_bare_start_is_no_yes_and_the_question_stands(
    world: World, name: str
) -> None:
    phone = world.phone("777", "simulated_telegram")
    assert "Okay to text you?" in phone.says("/start")[0]
    assert "I only need to know if I may text you" in phone.says(name)[0]
    assert "How old are you?" in phone.says("ok")[-1]


def test_a_question_beside_a_yes_is_answered_and_agrees_to_nothing(world: World) -> None:
    answered, asked = world.phone().says("bridge", "yes but is it free")[0].split(" Bridge: ")
    assert "never ask for money" in answered
    assert "Okay to text you?" in asked
    assert "How old are you?" in world.phone().says("ok")[-1]


FREE = {
    "en": "weekdays im not free till 6, saturdays all day",
    "es": "entre semana no puedo hasta las 6, sábados todo el día",
    "fr": "en semaine pas dispo avant 18h, le samedi toute la journée",
    "pt": "durante a semana não posso até as 18h, sábado o dia todo",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_when_somebody_is_free_is_never_taken_for_a_break(world: World, language: str) -> None:
    phone = world.phone()
    phone.says("bridge", SPOKEN[language], "ok", "23", "Jay", "1", "pass maths")
    noted = {"en": "Noted:", "es": "Anotado:", "fr": "C'est noté", "pt": "Anotei:"}
    assert noted[language] in phone.says(FREE[language])[0]


def test_the_mentors_word_leads_to_the_mentors_questions(world: World) -> None:
    replies = world.phone().says("guide", "ok", "52", "Rosa")
    assert "What could you help somebody with?" in replies[0]


def test_a_stranger_who_just_writes_is_greeted(world: World) -> None:
    assert "Okay to text you?" in world.phone().says("hi, is this the library thing")[0]


def test_a_stranger_is_asked_which_of_several_programmes(world: World) -> None:
    with world.db.writing() as db:
        db.execute(
            text(
                "INSERT INTO programme (name, keyword, mentor_keyword, language, zone, country,"
                " formal, minimum_age, settings, created_at) SELECT 'Harbor', 'harbor', 'pilot',"
                " language, zone, country, formal, minimum_age, settings, created_at FROM programme"
            )
        )
    phone = world.phone()
    assert "1 Bridge\n2 Harbor" in phone.says("hello")[0]
    (consent,) = phone.says("2")
    assert "This is Harbor" in consent
    assert "Back to" not in consent


def roles(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(text("SELECT role FROM participant ORDER BY id")).scalars())


def placed(world: World, place: str, within: timedelta = codes.COORDINATOR) -> str:
    with world.db.writing() as db:
        times = codes.Times(world.now, within)
        return codes.issue(db, 1, "coordinator", {codes.PLACE: place}, times)


def test_a_code_is_short_and_may_be_typed_in_any_way(world: World) -> None:
    typed = code(world.db, world.now, "mentor")
    assert len(typed) == 11
    world.phone("777", "simulated_telegram").says(f"/start {typed.replace('-', ' ').lower()}")
    assert roles(world) == ["mentor"]


def test_a_code_of_a_coordinator_is_good_once(world: World) -> None:
    typed = code(world.db, world.now)
    world.phone("777", "simulated_telegram").says(f"/start {typed}")
    world.phone("778", "simulated_telegram").says(f"/start {typed}")
    assert roles(world) == ["coordinator", "mentee"]


def test_two_who_send_one_code_at_once_do_not_both_become_coordinators(world: World) -> None:
    typed = code(world.db, world.now)
    phones = [world.phone(str(n), "simulated_telegram") for n in (777, 778)]
    world.accept([phone.inbound(f"/start {typed}") for phone in phones])
    world.settle()
    assert sorted(roles(world)) == ["coordinator", "mentee"]


def test_a_code_of_a_coordinator_is_good_for_two_days(world: World) -> None:
    typed = code(world.db, world.now)
    world.passes(hours=49)
    world.phone("777", "simulated_telegram").says(f"/start {typed}")
    assert roles(world) == ["mentee"]


@pytest.mark.parametrize(
    ("place", "sender", "role"),
    [
        (codes.PHONES, "simulated", "coordinator"),
        (codes.PHONES, "telegram:1", "mentee"),
        (codes.PHONES, "sms:+15550009999", "mentee"),
        (codes.CHANNELS, "simulated", "mentee"),
        (codes.CHANNELS, "telegram:1", "coordinator"),
    ],
)
def test_a_code_is_good_where_it_was_made_for(
    world: World, place: str, sender: str, role: str
) -> None:
    said = f"/start {placed(world, place)}"
    channel = "simulated_sms" if sender == "simulated" else sender.partition(":")[0]
    world.accept([Inbound(channel, sender, "+12125550177", "1", said)])
    world.settle()
    assert roles(world) == [role]


def test_nobody_at_a_phone_coordinates_where_people_are_real(world: World) -> None:
    world.turns = Turns(world.db, Policy(reaches_people=True), lambda: world.now)
    for n, typed in enumerate((code(world.db, world.now), placed(world, codes.PHONES))):
        world.phone(str(777 + n), "simulated_telegram").says(f"/start {typed}")
    assert roles(world) == ["mentee", "mentee"]


def test_who_guesses_codes_is_not_heard_for_an_hour(world: World) -> None:
    typed, guesser = code(world.db, world.now), world.phone("777", "simulated_telegram")
    for n in range(10):
        guesser.says(f"/start 00000-0000{n}")
    guesser.says(f"/start {typed}")
    assert roles(world) == ["mentee"]
    world.phone("778", "simulated_telegram").says(f"/start {typed}")
    assert roles(world) == ["mentee", "coordinator"]
    again = code(world.db, world.now)
    world.passes(hours=1)
    guesser.says(f"/start {again}")
    assert roles(world) == ["mentee", "coordinator", "coordinator"]


def test_who_was_wrong_nine_times_is_heard(world: World) -> None:
    typed, clumsy = code(world.db, world.now), world.phone("777", "simulated_telegram")
    for n in range(9):
        clumsy.says(f"/start 00000-0000{n}")
    clumsy.says(f"/start {typed}")
    assert "coordinator" in roles(world)


def test_many_who_guess_codes_are_not_heard_either(world: World) -> None:
    guesses = Guesses(10, 3600.0, 20)
    world.turns = Turns(world.db, Policy(guesses=guesses), lambda: world.now)
    for n in range(20):
        world.phone(str(777 + n), "simulated_telegram").says("/start 00000-00000")
    world.phone("900", "simulated_telegram").says(f"/start {code(world.db, world.now)}")
    assert "coordinator" not in roles(world)


def test_an_invited_number_is_written_to_and_ready_in_five_replies(world: World) -> None:
    said = command("invite", "bridge", "--name", "Ana", "--number", "+12125550142", "--age", "30")
    assert "written to at once" in said
    phone = world.phone("+12125550142")
    world.settle()
    (first,) = phone.hears()
    assert first.startswith("Hi Ana, this is Bridge")
    assert "3 I'm not Ana" in first
    replies = phone.says("1", "1 4", "find work", "evenings", "2")
    assert "You'll hear by" in replies[0]


def test_two_who_share_a_number_are_invited_by_their_names(world: World) -> None:
    for name in ("Ana", "Leo", "Leo"):
        said = command("invite", "bridge", "--name", name, "--number", "+12125550142")
        world.settle()
    assert "was invited as a mentee before" in said
    phone = world.phone("+12125550142")
    heard = [text[:24] for text in phone.hears()]
    assert heard == ["Hi Ana, this is Bridge, ", "Leo: Hi Leo, this is Bri"]
    bad = ("invite", "bridge", "--number", "+12125550142")
    assert "told apart by their --name" in str(CliRunner().invoke(app, list(bad)).exception)


def test_the_wrong_person_is_left_alone(world: World) -> None:
    command("invite", "bridge", "--name", "Ana", "--number", "+12125550142")
    phone = world.phone("+12125550142")
    world.settle()
    phone.hears()
    assert "Sorry to bother you" in phone.says("3")[0]
    assert phone.says("who is this") == []
    assert "wrong_person" in command("handovers")


def test_an_invitations_code_is_good_once(world: World) -> None:
    code = command("invite", "bridge", "--name", "Ana").strip().rpartition(" ")[2]
    phone = world.phone("777", "simulated_telegram")
    assert phone.says(f"/start {code}")[0].startswith("Hi Ana, this is Bridge")
    other = world.phone("888", "simulated_telegram")
    assert "Hi Ana" not in other.says(f"/start {code}")[0]
    with world.db.reading() as db:  # what it told is kept with Ana alone, and erased with Ana
        assert list(db.execute(select(INVITATION.c.facts)).scalars()) == [{}]


def test_a_question_for_the_coordinator_reaches_her_phone(world: World) -> None:
    dana = world.phone("+12125550177")
    command("invite", "bridge", "--role", "coordinator", "--number", "+12125550177")
    world.settle()
    dana.hears()
    assert "Thank you!" in dana.says("1")[-1]
    jay = world.phone()
    jay.says("bridge", "ok", "23", "Jay", "ASK: when do we start?")
    (asked,) = dana.hears()
    assert asked.startswith(
        "Jay asks: when do we start?\nTell me what to do with it:\n1 answer Jay"
    )
    assert dana.says("1", "On Monday at 4.") == ["Passed on to Jay, word for word."]
    assert jay.hears()[0].startswith("Dana Reyes: On Monday at 4.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("invite", "nowhere"), "no programme has the word nowhere"),
        (("invite", "bridge", "--role", "king"), "--role"),
        (("invite", "bridge", "--number", "12"), "--number"),
        (("talk", "nothing"), "nothing is none of"),
        (("draw", "nothing"), "no flow nothing"),
    ],
)
def test_a_command_says_what_is_wrong(world: World, words: tuple[str, ...], says: str) -> None:
    assert says in str(CliRunner().invoke(app, list(words)).exception)


def test_a_flow_is_drawn_and_talked_to(world: World) -> None:
    assert "stateDiagram-v2" in command("draw", "consent")
    done = CliRunner().invoke(app, ["talk", "goal_setting"], input="Pass maths\nwhen\nread\n0\n1\n")
    assert "GoalSet(goal='Pass maths'" in done.output


@pytest.mark.parametrize("answer", ["2", "3", "hm"])
def test_nobodys_words_reach_a_coordinator_who_has_not_agreed(world: World, answer: str) -> None:
    stranger = world.phone("+12125550177")
    command(
        "invite", "bridge", "--role", "coordinator", "--name", "Dana", "--number", "+12125550177"
    )
    world.settle()
    stranger.says(answer)
    world.phone().says("bridge", "ok", "23", "Jay", "ASK: may I tell you a secret?")
    assert stranger.hears() == []


def test_an_invitations_code_is_good_once_in_one_batch_too(world: World) -> None:
    code = command("invite", "bridge", "--name", "Ana").strip().rpartition(" ")[2]
    world.settle()
    one, other = world.phone("777", "simulated_telegram"), world.phone("888", "simulated_telegram")
    world.accept([one.inbound(f"/start {code}"), other.inbound(f"/start {code}")])
    world.settle()
    assert ["Hi Ana" in phone.hears()[0] for phone in (one, other)] == [True, False]


def test_an_invitation_that_is_not_sent_says_why(world: World) -> None:
    invite = ("invite", "bridge", "--name", "Ana", "--number", "+12125550142")
    phone = world.phone("+12125550142")
    phone.says("bridge", "STOP")
    assert "has opted out" in command(*invite)
    world.settle()
    assert phone.says("hello") == []
    phone.says("START")
    assert "written to at once" in command(*invite)
    assert "was invited as a mentee before" in command(*invite)
    world.settle()
    assert "Okay to text you?" in phone.hears()[0]


@pytest.mark.parametrize("channel", ["simulated_telegram", "simulated_sms"])
def test_a_word_mistyped_and_then_right_is_welcomed_once(world: World, channel: str) -> None:
    phone = world.phone("777" if channel == "simulated_telegram" else "+12125550188", channel)
    assert "Okay to text you?" in phone.says("brdige")[-1]
    world.passes(seconds=8)
    assert phone.says("bridge") == []
    assert "how old are you" in phone.says("ok")[-1].lower()


@pytest.mark.parametrize(
    ("first", "then", "seconds"),
    [("brdige", "bridge", 60), ("brdige", "guide", 5), ("hi", "bridge", 5)],
)
def test_the_word_said_later_or_after_other_words_is_answered(
    world: World, first: str, then: str, seconds: int
) -> None:
    phone = world.phone()
    phone.says(first)
    world.passes(seconds=seconds)
    assert "Okay to text you?" in phone.says(then)[-1]


def test_who_mistypes_the_word_of_the_mentors_comes_in_as_one(world: World) -> None:
    said = world.phone().says("giude", "ok", "30", "Rosa")
    assert "What could you help somebody with?" in said[0]
