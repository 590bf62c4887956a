"""What needs a person is heard first: in any state, of anybody, in whatever else it is said."""

import pytest
from sqlalchemy import func, insert, select

from assistant.channels import Kind
from storage import tables
from storage.database import Database
from storage.tables import Message, Priority, Status, table
from tests import crowd
from tests.crowd import One
from tests.everywhere import where
from tests.on_call import ROTA, Scene, on_rota
from tests.phones import Phone, World

C, E, M, R = map(table, (tables.Concern, tables.Entry, Message, tables.Run))
L = table(tables.ConcernLine)
DOUBT = "wanna die lol"
QUESTION = "That sounds rough. Are you safe right now?"


@pytest.fixture
def scene(db: Database) -> Scene:
    world = World(db)
    on_rota(world, *ROTA)
    return Scene(world)


def count(world: World, of: object, *where: object) -> int:
    with world.db.reading() as db:
        return int(db.execute(select(func.count()).select_from(of).where(*where)).scalar_one())  # type: ignore[arg-type]


def concerns(phone: Phone) -> int:
    return count(phone.world, C, C.c.person_id == phone.person()["id"])


def test_a_question_waits_and_comes_back_with_a_slight_word(scene: Scene) -> None:
    scene.jay.says("24")
    scene.says("i want to die")
    assert "What should I call you?" not in scene.jay.thread()[-1]["text"]
    assert scene.jay.says("ok") == ["Back to: What should I call you?\n0 to pass"]
    assert scene.jay.says("Jay")[-1].startswith("Nice to meet you, Jay.")


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "k"), ("es", "vale"), ("es", "ta"), ("fr", "ouais"), ("pt", "blz")],
)
def test_a_bare_nod_brings_the_question_back(scene: Scene, language: str, word: str) -> None:
    scene.jay.says("24")
    scene.speaks(language)
    scene.says("i want to die")
    (heard,) = scene.jay.says(word)
    assert "988" not in heard
    assert "?" in heard


def test_unclear_words_beside_a_concern_are_more_of_it(scene: Scene) -> None:
    scene.jay.says("24")
    scene.says("i want to die")
    scene.jay.says("yes")
    heard = scene.says(DOUBT)
    assert QUESTION not in heard
    assert "Mr Cole" in heard
    assert concerns(scene.jay) == 1
    with scene.world.db.reading() as db:
        assert DOUBT in db.execute(select(L.c.text)).scalars().all()


def test_unclear_words_about_somebody_else_are_asked_about_as_such(scene: Scene) -> None:
    scene.jay.says("24", "Jay")
    assert "Is that person safe right now?" in scene.says("im worried about my friend")
    assert "telling Mr Cole right now" in scene.says("idk")
    assert scene.concern()["kind"] == "worry"


def test_somebody_else_may_be_okay(scene: Scene) -> None:
    scene.jay.says("24", "Jay")
    scene.says("im worried about my friend")
    assert "If that ever changes, just write to me." in scene.says("shes okay")
    assert scene.concern() == {}


def test_what_is_written_after_a_concern_reaches_who_has_it_and_answers_nothing(
    scene: Scene,
) -> None:
    scene.jay.says("24")
    scene.says("i want to die")
    scene.cole.hears()
    scene.says("nobody would even notice")
    assert any("nobody would even notice" in text for text in scene.cole.hears())
    assert scene.jay.person()["name"] is None
    scene.world.passes(hours=2)
    assert scene.jay.says("Jay") == ["Back to: What should I call you?\n0 to pass"]


@pytest.mark.parametrize(
    "words", ["stop, i want to die", "STOP he hits me", "para, me quiero morir"]
)
def test_stop_beside_a_concern_pages_and_is_asked_about(scene: Scene, words: str) -> None:
    heard = scene.says(words)
    assert "telling Mr Cole right now" in heard
    assert "would you like to keep getting texts from Bridge?" in heard
    assert scene.jay.person()["stopped_at"] is None
    assert concerns(scene.jay) == 1
    scene.jay.says("no more texts")
    assert scene.jay.person()["stopped_at"] is not None
    scene.cole.hears()
    scene.passes(minutes=10)
    assert len(scene.cole.hears()) == 1


@pytest.mark.parametrize("words", ["i want to end it all", "he touches me and won't stop"])
def test_words_of_the_concern_itself_are_no_stop(scene: Scene, words: str) -> None:
    assert "keep getting texts" not in scene.says(words)


def test_who_has_stopped_is_heard_and_answered(scene: Scene) -> None:
    scene.jay.says("STOP")
    assert "telling Mr Cole right now" in scene.says("he hits me")
    assert scene.world.rows(person_id=scene.jay.person()["id"], kind="compliance")
    scene.cole.hears()
    assert scene.says("he did it again last night") != ""
    assert any("last night" in text for text in scene.cole.hears())


def test_a_stranger_is_heard_before_anything_is_asked(scene: Scene) -> None:
    stranger = scene.world.phone("+12125550177")
    heard = " ".join(stranger.says("my dad hits me"))
    assert "telling Mr Cole right now" in heard
    assert "Okay to text you?" not in heard
    assert concerns(stranger) == 1


def test_who_waits_for_a_person_is_heard(scene: Scene) -> None:
    scene.jay.says("24", "Jay", "0", "0", "0", "0")
    scene.jay.says("qwe", "rty", "uio", "1", "and")
    assert "telling Mr Cole" in scene.says("he hits me")


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.OTHER, Kind.EDITED, Kind.ALBUM])
def test_captions_and_changed_words_are_heard(scene: Scene, kind: Kind) -> None:
    scene.jay.sends(scene.jay.inbound("my dad hits me", kind))
    assert concerns(scene.jay) == 1


def test_what_a_phone_quotes_is_not_said_again(scene: Scene) -> None:
    scene.jay.says("24")
    (asked,) = scene.jay.thread()[-1:]
    scene.jay.says(f"Liked “{asked['text']}”")
    assert concerns(scene.jay) == 0


class TestDoubt:
    def test_it_is_asked_gently_and_the_open_question_comes_back(self, scene: Scene) -> None:
        scene.jay.says("24")
        assert scene.says(DOUBT).startswith(QUESTION)
        assert scene.cole.hears() == []
        (back,) = scene.jay.says("1")
        assert back.endswith("Back to: What should I call you?\n0 to pass")
        assert concerns(scene.jay) == 0

    @pytest.mark.parametrize("words", ["im ok", "Okay", "just joking", "yes", "i'm fine lol"])
    def test_a_plain_okay_ends_it(self, scene: Scene, words: str) -> None:
        scene.says(DOUBT)
        scene.jay.says(words)
        assert concerns(scene.jay) == 0

    @pytest.mark.parametrize(
        "words",
        ["2", "3", "no", "not really", "idk", "help", "yes but im so tired", "i guess im ok"],
    )
    def test_anything_else_pages_with_both_words(self, scene: Scene, words: str) -> None:
        scene.says(DOUBT)
        assert "telling Mr Cole" in scene.says(words)
        assert DOUBT in str(scene.concern()["words"])
        assert words.isdigit() or words in str(scene.concern()["words"])

    def test_words_of_ours_have_it_asked_again(self, scene: Scene) -> None:
        scene.says(DOUBT)
        for words in ("MENU", "BACK"):
            assert scene.says(words).startswith(QUESTION)
        assert concerns(scene.jay) == 0

    def test_without_an_answer_the_coordinator_reads_it(self, scene: Scene) -> None:
        dana = scene.coordinator()
        scene.says(DOUBT)
        scene.passes(minutes=59)
        assert scene.jay.hears() == []
        scene.passes(minutes=2)
        (told,) = scene.jay.hears()
        assert told.startswith("I haven't heard back, so I've asked Dana")
        assert DOUBT in " ".join(dana.says("LIST", "1"))
        assert concerns(scene.jay) == 0

    def test_answered_in_time_nothing_more_comes_of_it(self, scene: Scene) -> None:
        scene.coordinator()
        scene.says(DOUBT)
        scene.jay.says("1")
        scene.passes(minutes=61)
        assert scene.jay.hears() == []

    def test_who_stops_instead_is_not_left(self, scene: Scene) -> None:
        dana = scene.coordinator()
        scene.says(DOUBT)
        scene.jay.says("STOP")
        assert scene.jay.person()["stopped_at"] is not None
        assert DOUBT in " ".join(dana.says("LIST", "1"))

    def test_who_has_stopped_may_answer_it(self, scene: Scene) -> None:
        scene.jay.says("STOP")
        assert scene.says(DOUBT).startswith(QUESTION)
        assert "telling Mr Cole" in scene.says("2")

    @pytest.mark.parametrize(
        ("language", "asked"),
        [("es", "a salvo ahora?"), ("fr", "en sécurité en ce moment"), ("pt", "segurança agora")],
    )
    def test_in_their_language(self, scene: Scene, language: str, asked: str) -> None:
        scene.speaks(language)
        assert asked.split()[-1].rstrip("?") in scene.says(DOUBT)


def test_ten_thousand_that_wait_hold_up_no_page(scene: Scene) -> None:
    world, most = scene.world, 10_000
    waiting = crowd.add(world, [One(f"+1646{n:07d}") for n in range(most)])
    row = {"address_id": None, "sender": "simulated", "text": "ok", "due_at": world.now}
    row |= {"created_at": world.now, "priority": Priority.REPLY}
    rows = [row | {"person_id": one, "external_id": f"waits {one}"} for one in waiting]
    inbound = {"direction": "in", "kind": "text", "status": Status.RECEIVED}
    outbound = {"direction": "out", "kind": "", "status": Status.QUEUED, "segments": 1}
    with world.db.writing() as db:
        db.execute(insert(M), [one | inbound for one in rows])
        db.execute(
            insert(M),
            [{**one, **outbound, "external_id": None, "turn_at": world.now} for one in rows],
        )
    world.accept([scene.jay.inbound("just a sec"), scene.jay.inbound("he hits me")])
    for _batch in ("what he wrote before", "the concern"):
        world.turns.step()
    pages = world.rows(kind="page")
    assert count(world, M, M.c.direction == "in", M.c.answered_at.is_(None)) > most - 800
    assert {page["priority"] for page in pages} == {Priority.PAGE}
    assert scene.jay.hears()[-1].endswith("988.")


def test_a_coordinator_may_write_of_others_once_they_say_so(scene: Scene) -> None:
    dana = scene.coordinator()
    dana.says("BROADCAST", "1")
    words = "If somebody hits you or you want to die, write to me."
    assert dana.says(words)[-1].startswith(QUESTION)
    heard = dana.says("1")
    assert "Shall I send it?" in " ".join(heard)
    assert scene.concern() == {}


class TestAboutSomebody:
    """Jay is paired with Rosa."""

    @pytest.fixture
    def jay(self, scene: Scene) -> Phone:
        people = [One("+16465550101"), One("+16465550102", "mentor", name="Rosa")]
        mentee, mentor = crowd.add(scene.world, people)
        crowd.bring_together(scene.world, [(mentor, mentee)])
        return scene.world.phone("+16465550101")

    def opens(self, jay: Phone, flow: str, state: str, **answers: object) -> None:
        row = {"programme_id": 1, "person_id": jay.person()["id"], "role": "mentee", "depth": 0}
        row |= {"flow": flow, "state": state, "asked": "key", "data": {"answers": answers}}
        row |= {"opened_at": jay.world.now, "moved_at": jay.world.now}
        with jay.world.db.writing() as db:
            db.execute(insert(table(tables.Run)), [row])

    @pytest.mark.parametrize("words", ["Rosa hits me", "she scares me", "my mentor touched me"])
    def test_who_can_only_be_the_other_side_is_told(
        self, scene: Scene, jay: Phone, words: str
    ) -> None:
        self.opens(jay, "check_in", "need", match=1)
        jay.says(words)
        assert scene.concern()["match_id"] == 1
        assert where(jay.world, jay) == ("", "")  # nothing more is asked about Rosa

    @pytest.mark.parametrize("words", ["my dad hits me", "i want to die", "my brother scares me"])
    def test_who_is_somebody_else_leaves_the_match_alone(
        self, scene: Scene, jay: Phone, words: str
    ) -> None:
        self.opens(jay, "check_in", "need", match=1)
        jay.says(words)
        assert scene.concern()["match_id"] is None
        assert where(jay.world, jay) == ("check_in", "need")

    @pytest.mark.parametrize(("words", "match"), [("he scares me", None), ("jay scares me", 1)])
    def test_with_two_matches_he_may_be_anybody(
        self, scene: Scene, jay: Phone, words: str, match: int | None
    ) -> None:
        (tasha,) = crowd.add(scene.world, [One("+16465550103", name="Tasha")])
        rosa = scene.world.phone("+16465550102")
        crowd.bring_together(scene.world, [(rosa.person()["id"], tasha)])
        rosa.says(words)
        assert scene.concern()["match_id"] == match

    def test_a_worry_about_somebody_is_answered_as_one(self, scene: Scene, jay: Phone) -> None:
        self.opens(jay, "check_in", "need", match=1)
        heard = jay.says("my friend told me her dad hits her, what should i do?")
        assert heard[0].startswith("Thank you for looking out for somebody.")
        assert scene.concern()["kind"] == "worry"
        assert where(jay.world, jay) == ("check_in", "need")

    @pytest.mark.parametrize("words", ["4", "10", "5!"])
    def test_a_number_for_another_question_is_asked_about_again(
        self, scene: Scene, jay: Phone, words: str
    ) -> None:
        self.opens(jay, "check_in", "safe", match=1)
        jay.says(words)
        assert concerns(jay) == 0
        assert where(jay.world, jay) == ("check_in", "safe")

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("2", "Do you feel safe with Rosa? not always"),
            ("3", "Do you feel safe with Rosa? I want to tell Dana"),
            ("yes i guess", "yes i guess"),
            ("she is kinda creepy", "she is kinda creepy"),
            ("hmm dunno", "hmm dunno"),
        ],
    )
    def test_do_you_feel_safe_is_answered_by_a_bare_yes_or_pages(
        self, scene: Scene, jay: Phone, words: str, told: str
    ) -> None:
        self.opens(jay, "check_in", "safe", match=1, how=4)
        heard = jay.says(words)
        assert "telling Mr Cole right now" in " ".join(heard)
        concern = scene.concern()
        assert str(concern["words"]).startswith(told)
        assert concern["match_id"] == 1

    @pytest.mark.parametrize("words", ["1", "always", "yes", "yeah always"])
    def test_a_bare_yes_goes_on(self, scene: Scene, jay: Phone, words: str) -> None:
        self.opens(jay, "check_in", "safe", match=1, how=4)
        jay.says(words)
        assert where(jay.world, jay) == ("check_in", "need")
        assert scene.concern() == {}
