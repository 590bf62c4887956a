"""A concern reaches a named human, and whoever said it reads only what is true at that minute."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from assistant.channels import Kind
from assistant.safeguarding import wording
from assistant.safeguarding.cover import Senders
from assistant.turns.loop import Turns
from storage import handovers
from storage.database import Database
from storage.handovers import NewHandover
from storage.tables import Message, table
from tests.on_call import COLE, ROTA, Pager, Scene, on_rota
from tests.phones import World

M = table(Message)
DANGER = "If you're in danger, call 911. Call or text 988."
NIGHT = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)  # three in the morning in New York


@pytest.fixture
def scene(db: Database) -> Scene:
    world = World(db)
    on_rota(world, *ROTA)
    return Scene(world)


def test_the_first_on_call_is_paged_at_once_with_words_name_and_number(scene: Scene) -> None:
    scene.jay.says("24", "Jay", "MENU")
    scene.says("he hits me, every time!!")
    (page,) = scene.cole.hears()
    assert 'Jay needs a person now. Jay wrote: "he hits me, every time!!"' in page
    assert "Reach Jay: +12125550101." in page
    assert page.endswith("\n1 I have it")
    assert scene.ortiz.hears() == []
    assert scene.concern()["words"] == "he hits me, every time!!"


def test_pages_come_at_their_minutes_until_somebody_has_it(scene: Scene) -> None:
    dana, heard = scene.coordinator(), []
    on_rota(scene.world, *ROTA, {"coordinator": True})
    scene.says()
    for minute in range(71):
        scene.passes(minutes=1 if minute else 0)
        for phone, name in ((scene.cole, "Cole"), (scene.ortiz, "Ortiz"), (dana, "Dana")):
            heard += [(minute, name) for text in phone.hears() if "needs a person" in text]
    assert heard == [
        *((0, "Cole"), (10, "Cole"), (20, "Ortiz"), (30, "Ortiz")),
        *((40, "Dana"), (50, "Dana"), (60, "Cole"), (70, "Cole")),
    ]


def test_a_clock_that_is_set_back_puts_no_page_off(scene: Scene) -> None:
    scene.says()
    scene.world.passes(hours=-2)
    scene.passes()
    assert len(scene.cole.hears()) == 2
    assert "you have it" in scene.cole.says("1")[0]


def test_a_turn_that_was_a_moment_ahead_is_paged_for_once(scene: Scene) -> None:
    scene.says()
    scene.passes(minutes=-1)
    assert len(scene.cole.hears()) == 1


def test_who_said_it_reads_what_is_true_at_that_minute(scene: Scene) -> None:
    first = scene.says()
    assert "I'm telling Mr Cole right now. " + DANGER in first
    scene.passes(minutes=9)
    assert scene.jay.hears() == []
    scene.passes(minutes=1)
    (later,) = scene.jay.hears()
    assert later.startswith("Mr Cole hasn't picked up yet")
    assert "Call or text 988." in later
    for _ in range(4):
        scene.passes(minutes=10)
    assert scene.jay.hears() == []
    scene.ortiz.says("1")
    (taken,) = scene.jay.hears()
    assert taken.startswith("Ms Ortiz has your message now and gets in touch with you by 11:50 am.")


def test_at_three_in_the_morning_with_nobody_on_duty_every_sentence_is_true(db: Database) -> None:
    world = World(db, NIGHT)
    on_rota(world, *ROTA)
    scene = Scene(world)
    first = scene.says()
    assert "Nobody is on duty before 8. I'm trying to reach Mr Cole all the same." in first
    assert "call 911. Call or text 988." in first
    assert "right now" not in first
    assert " has your message" not in first
    assert len(scene.cole.hears()) == 1  # at any hour
    scene.passes(minutes=10)
    assert scene.jay.hears()[0].startswith("Mr Cole hasn't picked up yet")
    assert len(scene.cole.hears()) == 1
    scene.passes(minutes=10)
    assert len(scene.ortiz.hears()) == 1
    assert scene.jay.hears() == []


@pytest.mark.parametrize(
    ("language", "first", "later", "last"),
    [
        ("es", "ahora mismo aviso a Mr Cole", "Mr Cole todavia no contesta", "ya tiene tu mensaje"),
        (
            "fr",
            "je préviens Mr Cole",
            "pas encore de réponse (Mr Cole)",
            "a maintenant ton message",
        ),
        ("pt", "estou avisando Mr Cole", "Mr Cole ainda não respondeu", "já está com a sua"),
    ],
)
def test_it_is_said_in_their_language(
    scene: Scene, language: str, first: str, later: str, last: str
) -> None:
    def plain(text: str) -> str:
        return text.translate(str.maketrans("áãéíóú", "aaeiou"))

    scene.speaks(language)
    assert plain(first) in plain(scene.says("he hits me"))
    scene.passes(minutes=10)
    assert plain(later) in plain(scene.jay.hears()[0])
    scene.cole.says("1")
    assert plain(last) in plain(scene.jay.hears()[0])


def test_who_acknowledges_second_hears_who_has_it(scene: Scene) -> None:
    scene.says()
    scene.passes(minutes=10)
    scene.cole.hears()
    scene.passes(minutes=10)
    assert "you have it" in scene.ortiz.says("1")[-1]
    assert scene.cole.says("I have it!")[-1:] == ["Thank you! Ms Ortiz has it already."]
    assert scene.ortiz.says("1")[-1].startswith("You have it already")
    concern = scene.concern()
    assert (concern["acknowledged_by"], concern["page_at"]) == ("Ms Ortiz", None)
    scene.cole.hears()
    for _ in range(6):
        scene.passes(minutes=10)
    assert scene.cole.hears() == scene.ortiz.hears() == []


def test_of_two_who_acknowledge_at_the_same_moment_one_has_it(scene: Scene) -> None:
    scene.says()
    scene.passes(minutes=10)
    scene.passes(minutes=10)
    scene.cole.hears(), scene.ortiz.hears()
    scene.world.accept([scene.cole.inbound("1"), scene.ortiz.inbound("1")])
    scene.world.settle()
    (first,), (second,) = scene.cole.hears(), scene.ortiz.hears()
    assert first.startswith("Thank you, you have it.")
    assert second == "Thank you! Mr Cole has it already."
    assert [text for text in scene.jay.hears() if "Ms Ortiz has" in text] == []


def test_a_stop_by_who_said_it_stops_no_page(scene: Scene) -> None:
    scene.says()
    scene.jay.says("STOP")
    scene.cole.hears()
    scene.passes(minutes=10)
    assert len(scene.cole.hears()) == 1
    assert scene.jay.hears() == []
    assert "you have it" in scene.cole.says("1")[0]
    assert scene.jay.hears() == []


def test_who_on_the_rota_has_opted_out_is_passed_over_at_once(scene: Scene) -> None:
    scene.says()
    scene.cole.says("STOP")
    scene.ortiz.hears()
    scene.passes(minutes=10)
    assert len(scene.ortiz.hears()) == 1


def test_who_is_on_call_and_comes_back_is_asked_for_nothing(scene: Scene) -> None:
    scene.says()
    scene.cole.says("1", "STOP")
    assert scene.cole.says("START")[-1].startswith("You are on call for Bridge.")


def test_a_page_not_sent_yet_is_taken_back_once_somebody_has_it(scene: Scene) -> None:
    scene.says()
    scene.passes(minutes=10)
    scene.passes(minutes=10)
    scene.cole.says("1")
    waiting = scene.world.rows(kind="page", status="queued")
    assert waiting == []


def test_more_words_of_the_same_are_one_thing(scene: Scene) -> None:
    scene.says()
    assert "telling Mr Cole right now" in scene.says("he hits me again and again")
    pages = scene.cole.hears()
    assert len(pages) == 2
    assert '"he hits me again and again"' in pages[1]
    assert scene.concern()["id"] == 1
    scene.cole.says("1")
    scene.jay.hears()
    assert "Mr Cole gets these words of yours, too." in scene.says("he hits me still")
    assert scene.cole.hears() == ['Somebody writes again: "he hits me still"']
    assert scene.concern()["id"] == 1


def test_it_is_closed_with_a_word_by_who_has_it(scene: Scene) -> None:
    scene.says()
    scene.cole.says("1")
    assert scene.cole.says("DONE: spoke to Jay and the mother")[0].startswith("Thank you.")
    concern = scene.concern()
    assert concern["note"] == "spoke to Jay and the mother"
    assert concern["closed_at"] == scene.world.now
    scene.says()
    assert scene.concern()["id"] == 2  # what comes after that is something new


def test_the_coordinator_sees_it_on_the_list_and_closing_it_there_closes_it(scene: Scene) -> None:
    dana = scene.coordinator()
    scene.says("he hits me")
    assert "may not feel safe" in dana.says("LIST")[0]
    assert "he hits me" in dana.says("1")[0]
    dana.says("2")
    assert scene.concern()["closed_at"] is not None
    assert scene.concern()["acknowledged_by"] == "Dana Reyes"  # nobody else had it
    scene.cole.hears()
    scene.passes(minutes=10)
    assert scene.cole.hears() == []


def test_a_one_that_answers_a_newer_question_takes_nothing(scene: Scene) -> None:
    dana = scene.coordinator()
    on_rota(scene.world, {"coordinator": True})
    scene.says()
    scene.world.passes(minutes=1)
    dana.says("MENU", "1")
    assert scene.concern()["acknowledged_at"] is None
    scene.passes(minutes=9)
    dana.says("1")  # the page was asked last now
    assert scene.concern()["acknowledged_by"] is not None


def test_a_one_written_before_the_page_takes_nothing(scene: Scene) -> None:
    scene.says()
    scene.cole.receives()
    early = scene.cole.inbound("1")
    scene.world.now -= (scene.world.now - NIGHT) / 1_000
    scene.cole.sends(early)
    assert scene.concern()["acknowledged_at"] is None


def test_a_page_that_has_not_arrived_is_taken_by_no_words(scene: Scene) -> None:
    """Who has it has read what it is: an answer to another page says nothing of this one."""
    scene.says()
    scene.cole.receives()
    bob = scene.world.phone("+12125550107")
    bob.says("bridge", "ok", "i want to die")
    assert [one["status"] for one in scene.cole.thread()] == ["delivered", "queued"]
    scene.world.accept([scene.cole.inbound("I have it")])
    scene.world.settle()
    assert [one["acknowledged_by"] for one in scene.concerns()] == ["Mr Cole", None]
    scene.cole.says("1")
    assert [one["acknowledged_by"] for one in scene.concerns()] == ["Mr Cole", "Mr Cole"]


@pytest.mark.parametrize("status", ["sending", "unknown", "failed"])
def test_a_page_that_may_not_have_arrived_is_taken_by_no_words_but_by_its_button(
    scene: Scene, status: str
) -> None:
    """They may mean a page that somebody has closed meanwhile."""
    scene.says()
    scene.cole.receives()
    with scene.world.db.writing() as db:
        db.execute(update(M).where(M.c.kind == "page").values(status=status))
    scene.world.accept([scene.cole.inbound("I have it")])
    scene.world.settle()
    assert scene.concern()["acknowledged_by"] is None
    assert "still needs a person" in scene.cole.hears()[-1]
    scene.cole.sends(scene.cole.inbound("page1:1", Kind.BUTTON))
    assert scene.concern()["acknowledged_by"] == "Mr Cole"


def may_not_have_arrived(scene: Scene) -> None:
    with scene.world.db.writing() as db:
        db.execute(update(M).where(M.c.kind == "page").values(status="unknown"))


def asks_the_coordinator(scene: Scene) -> Pager:
    """Jay asks something, and says what needs a person; the coordinator is on call."""
    dana = scene.coordinator()
    on_rota(scene.world, {"coordinator": True})
    asks = NewHandover(scene.jay.person()["id"], "ask", "when?", scene.world.now, 1)
    with scene.world.db.writing() as connection:
        handovers.add(connection, [asks])
    scene.says()
    return dana


def test_who_has_a_page_that_may_not_have_arrived_answers_no_other_question_with_it(
    scene: Scene,
) -> None:
    """Nobody is sent "I have it" who asked the coordinator for something."""
    dana = asks_the_coordinator(scene)
    assert "Which one?" in dana.says("LIST")[-1]
    dana.says("2")  # what he asks; the concern comes first
    may_not_have_arrived(scene)
    scene.jay.hears()
    assert "still needs a person" in dana.says("I have it")[0]
    assert scene.jay.hears() == []
    assert scene.concern()["acknowledged_at"] is None


@pytest.mark.parametrize("words", ["I have it", "1"])
def test_who_cannot_be_taken_at_their_word_is_not_left_to_believe_so(
    scene: Scene, words: str
) -> None:
    dana = asks_the_coordinator(scene)
    may_not_have_arrived(scene)
    scene.world.accept([dana.inbound(words)])
    scene.world.settle()
    assert "I'm not sure which one you mean." in dana.hears()[-1]
    assert scene.concern()["acknowledged_at"] is None


def test_more_words_that_wait_for_who_has_it_still_come(scene: Scene) -> None:
    scene.says()
    scene.cole.receives()
    scene.says("he hits me with a belt")
    scene.world.accept([scene.cole.inbound("I have it")])
    scene.world.settle()
    (waits,) = scene.world.rows(kind="page", status="queued")
    assert "with a belt" in waits["text"]


def test_who_says_the_same_again_and_again_is_answered_each_time(scene: Scene) -> None:
    assert ["988" in scene.says() for _ in range(6)] == [True] * 6


def test_done_closes_nothing_where_it_answers_a_question(scene: Scene) -> None:
    dana = asks_the_coordinator(scene)
    dana.says("I have it")
    assert "Which one?" in dana.says("LIST")[-1]
    dana.says("2")  # what he asks; the concern comes first
    dana.says("done")
    assert scene.concern()["closed_at"] is None
    dana.says("0", "done")  # nothing is asked any more
    assert scene.concern()["closed_at"] is not None


def test_a_page_that_fails_costs_no_other_and_is_tried_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setattr(wording, "about", fails)
        scene.says()
        scene.passes()
    assert scene.cole.hears() == []
    scene.passes(minutes=1)
    assert len(scene.cole.hears()) == 1


def test_who_is_only_on_call_hears_what_to_answer(scene: Scene) -> None:
    scene.says()
    assert "Reply 1 if you have it." in scene.cole.says("who is this")[-1]
    scene.cole.says("1", "DONE")
    assert scene.cole.says("hello")[-1].startswith("You are on call for Bridge.")


def test_it_goes_on_after_a_restart(scene: Scene) -> None:
    scene.says()
    scene.cole.hears(), scene.jay.hears()
    world = scene.world
    world.turns = Turns(world.db, world.turns._policy, lambda: world.now)  # nothing in memory
    scene.passes(minutes=45)  # it was away for longer than two pages
    assert len(scene.cole.hears()) == 1
    assert len(scene.jay.hears()) == 1
    scene.passes(minutes=10)
    assert len(scene.ortiz.hears()) == 1


def test_nobody_real_is_paged_for_a_simulated_phone(db: Database) -> None:
    world = World(db)
    on_rota(world, *ROTA)
    scene = Scene(world, Senders("sms:1", "voice:1"))
    real = world.phone(COLE, "sms")
    scene.says()
    for _ in range(6):
        scene.passes(minutes=10)
    assert real.hears() == []
    assert {channel for _, channel in scene.paged()} == {"simulated_sms"}


def test_without_anybody_to_reach_no_person_is_promised(db: Database) -> None:
    world = World(db)
    on_rota(world, {"coordinator": True})  # whom nobody has invited yet
    scene = Scene(world)
    first = scene.says()
    assert "can't reach a person right now. " + DANGER in first
    assert "Dana" not in first.split("Back to:")[0]
    dana = scene.coordinator()
    scene.passes(minutes=10)
    assert any("needs a person now" in text for text in dana.hears())


def test_further_words_are_answered_once_more_and_then_once_an_hour(scene: Scene) -> None:
    scene.says()
    assert "telling Mr Cole" in scene.says("and nobody would notice")
    for minute in range(1, 48, 12):
        scene.world.passes(minutes=12)
        assert scene.says(f"it is dark, number {minute}") == "", minute
    scene.world.passes(minutes=12)
    assert "telling Mr Cole" in scene.says("i have no words for it")
    assert scene.says("none at all here") == ""
    words = [line.text for line in scene.lines("words")]
    assert words[0] == "and nobody would notice"
    assert len(words) == 7
    paged = " ".join(scene.cole.hears())
    assert all(one in paged for one in words)


def test_clear_words_are_answered_each_time_and_say_so(scene: Scene) -> None:
    scene.says()
    scene.says("and nobody would notice")
    scene.cole.says("1")
    scene.jay.hears()
    assert scene.says("it is dark in this room") == ""
    assert "Mr Cole gets these words of yours, too." in scene.says("he hit me again just now")
    assert [line.text for line in scene.lines("words")][-1] == "he hit me again just now"


def test_what_they_were_told_stands_in_the_record(scene: Scene) -> None:
    scene.says()
    scene.cole.says("1")
    told = " ".join(line.text for line in scene.lines("told"))
    assert "telling Mr Cole right now" in told
    assert "Mr Cole has your message now" in told
