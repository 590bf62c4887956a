"""Texts between the two of a match: across two channels, held, at night, switched off, in order."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from assistant.channels import Inbound, Kind
from assistant.internal_events.kinds import CheckInDue
from assistant.internal_events.of_match import Acted
from assistant.internal_events.of_relay import RelayFailed
from assistant.outbox import undelivered
from assistant.records import export, retention
from storage.mentoring import relayed
from storage.tables import Handover, Message, Programme, Relayed, Run, table
from tests.phones import code
from tests.test_frozen import Two

H, M, R, G = table(Handover), table(Message), table(Relayed), table(Programme)
RUN = table(Run)
OFFERED = "Shall I send this to Rosa?"


class Three(Two):
    """Rosa helps Jay, and Dana coordinates."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.jay, self.rosa = self.phones["Jay"], self.phones["Rosa"]
        self.dana = self.world.phone("777", "simulated_telegram")
        self.dana.says(f"/start {code(self.world.db, self.world.now)}", "ok")

    def rows(self) -> list[Any]:
        with self.world.db.reading() as db:
            return list(db.execute(select(R.c.state, R.c.text, R.c.person_id).order_by(R.c.id)))

    def states(self) -> list[str]:
        return [row.state for row in self.rows()]

    def listed(self) -> list[tuple[str, str]]:
        with self.world.db.reading() as db:
            return [tuple(row) for row in db.execute(select(H.c.kind, H.c.text).order_by(H.c.id))]

    def known(self) -> None:
        """Both have written before, so that nobody is told how it works any more."""
        self.jay.says("TO rosa hi")
        self.rosa.says("TO jay hi")
        self.hear()

    def ask(self) -> None:
        """Jay is asked how it goes."""
        self.tell("Jay", CheckInDue(self.match, 1, "2026-03-10"), "check_in")
        self.world.settle()
        assert "from 1 hard to 5 great" in self.jay.hears()[-1]

    def settings(self, **relay: object) -> None:
        with self.world.db.writing() as db:
            found = db.execute(select(G.c.settings)).scalar_one()
            db.execute(update(G).values(settings={**found, "relay": relay}))


@pytest.fixture
def three(tmp_path: Path) -> Three:
    found = Three(tmp_path)
    for phone in (found.jay, found.rosa):
        phone.says("thank you")
    return found


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("TO ROSA soz was ill", "soz was ill"),
        ("to rosa: see you at 4", "see you at 4"),
        ("To Rosa, I'm here!", "I'm here!"),
        ("tell rosa i passed maths", "i passed maths"),
        ("can you let rosa know the room is locked", "the room is locked"),
        ("dile a Rosa que sí puedo", "sí puedo"),
        ("ESCRIBIR ROSA hola", "hola"),
        ("dis à rosa que j'arrive", "j'arrive"),
        ("ÉCRIRE ROSA à demain !", "à demain !"),
        ("diz à rosa que passei", "passei"),
        ("tell my mentor im on the bus now ok", "im on the bus now ok"),
        ("TO rosa <script>alert(1)</script> \N{GRINNING FACE}", "<script>alert(1)</script>"),
    ],
)
def test_it_goes_across_word_for_word_and_begins_with_who_speaks(
    three: Three, said: str, read: str
) -> None:
    three.known()
    assert three.jay.says(said) == []
    (heard,) = three.rosa.hears()
    assert heard.startswith(f"Jay: {read}")
    assert three.listed() == []


def test_the_first_says_how_to_answer_and_who_can_read_it_and_no_number(three: Three) -> None:
    three.jay.says("TO ROSA hi")
    (first,) = three.rosa.hears()
    assert "TO JAY" in first
    assert "Dana Reyes can read it" in first
    assert "555" not in first
    three.jay.says("TO ROSA you there?")
    assert three.rosa.hears() == ["Jay: you there?"]


def test_without_words_it_asks_for_them_and_takes_whatever_is_written(three: Three) -> None:
    three.known()
    assert three.jay.says("TO ROSA")[0].startswith("Write to Rosa")
    assert three.jay.says("hi there") == ["Got it, that one is for Rosa."]
    assert three.rosa.hears() == ["Jay: hi there"]


def test_a_reply_to_her_text_on_telegram_is_for_her(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay how did it go?")
    with three.world.db.writing() as db:
        newest = select(M.c.id).where(M.c.kind == "relayed").order_by(M.c.id.desc()).limit(1)
        db.execute(update(M).where(M.c.id.in_(newest)).values(external_id="77"))
    said = three.jay.inbound("really well!!")
    reply = Inbound(**{f: getattr(said, f) for f in said.__slots__} | {"reply_to": "77"})
    three.hear()
    assert three.jay.sends(reply) == []
    assert three.rosa.hears() == ["Jay: really well!!"]


def test_a_reply_to_anything_else_is_none(three: Three) -> None:
    said = three.jay.inbound("MENU")
    reply = Inbound(**{f: getattr(said, f) for f in said.__slots__} | {"reply_to": "78"})
    assert "1 " in three.jay.sends(reply)[0]
    assert three.rosa.hears() == []


@pytest.mark.parametrize("said", ["cool", "thanks!!", "ok", "that was so good to hear"])
def test_what_comes_shortly_after_her_text_is_only_offered(three: Three, said: str) -> None:
    three.known()
    three.rosa.says("TO jay well done")
    three.hear()
    assert three.jay.says(said)[0].startswith(OFFERED)
    assert three.rosa.hears() == []
    assert three.jay.says("1") == ["Got it, that one is for Rosa."]
    assert three.rosa.hears() == [f"Jay: {said}"]


def test_hours_later_thanks_are_for_us(three: Three) -> None:
    three.known()
    three.passes(hours=3)
    assert three.jay.says("thanks!!")[0].startswith("Any time!")


@pytest.mark.parametrize(
    "said",
    ["tell her im okay", "hey rosa how are you", "i was so nervous", "ask rosa if she knows"],
)
def test_what_may_be_for_her_is_offered_and_else_for_a_person(three: Three, said: str) -> None:
    assert OFFERED in three.jay.says(said)[0]
    assert "Shall Dana Reyes have a look" in three.jay.says("2")[0]
    assert three.rosa.hears() == []


def test_a_mistyped_name_is_asked_about(tmp_path: Path) -> None:
    three = Three(tmp_path)
    with three.world.db.writing() as db:
        from storage.tables import Person

        people = table(Person)
        db.execute(update(people).where(people.c.id == three.ids["Rosa"]).values(name="Derek"))
    assert three.jay.says("tell dereck im okay")[0].startswith("Shall I send this to Derek?")


@pytest.mark.parametrize("said", ["hey rosa soz was ill", "thanks for today rosa", "rosa, u ok?"])
def test_a_note_to_her_is_no_answer_to_a_private_question_and_goes_nowhere_unasked(
    three: Three, said: str
) -> None:
    three.known()
    three.ask()
    assert three.jay.says(said)[0].startswith("That looks like a note for Rosa.")
    assert three.rosa.hears() == []
    (after,) = three.jay.says("1")
    assert "from 1 hard to 5 great" in after
    assert three.rosa.hears() == [f"Jay: {said}"]


@pytest.mark.parametrize("said", ["4 shes nice", "5 rosa is great", "5"])
def test_an_answer_that_speaks_of_her_stays_one(three: Three, said: str) -> None:
    three.ask()
    assert "Do you feel safe with Rosa?" in three.jay.says(said)[0]
    assert three.rosa.hears() == []


def test_tell_her_is_asked_about_where_the_coordinator_asks_what_is_needed(three: Three) -> None:
    three.known()
    three.ask()
    three.jay.says("4", "1")
    assert three.jay.says("tell rosa to be nicer")[0].startswith("That looks like a note")
    three.jay.says("2")
    assert three.rosa.hears() == []
    assert ("need", "tell rosa to be nicer") in three.listed()


def test_a_number_is_held_which_the_writer_hears_and_released_word_for_word(three: Three) -> None:
    three.known()
    (told,) = three.jay.says("TO rosa ring me on 212 555 0147")
    assert "go to Dana Reyes first" in told
    assert three.rosa.hears() == []
    assert "(a number)" in three.dana.hears()[-1]
    assert "unless the two are on hold" in three.dana.says("1")[0]
    assert three.rosa.hears() == ["Jay: ring me on 212 555 0147"]
    assert three.states()[-1] == "released"


def test_kept_back_the_writer_hears_why_and_the_other_nothing(three: Three) -> None:
    three.known()
    three.jay.says("TO rosa ring me on 212 555 0147")
    three.dana.hears()
    three.dana.says("2")
    assert "because of the number" in three.jay.hears()[-1]
    assert three.rosa.hears() == []
    assert three.states()[-1] == "blocked"


def test_a_boundary_is_held_and_neither_hears_anything_of_it(three: Three) -> None:
    three.known()
    assert three.rosa.says("TO jay add me on snapchat its easier") == []
    assert three.jay.hears() == []
    assert "(another app)" in three.dana.hears()[-1]
    three.dana.says("2")
    assert (three.jay.hears(), three.rosa.hears()) == ([], [])
    assert three.states()[-1] == "blocked"


def test_offered_words_that_cross_a_boundary_are_answered_as_if_they_went(three: Three) -> None:
    three.known()
    assert three.rosa.says("lets move this to whatsapp")[0].startswith("Shall I send this to Jay?")
    assert three.rosa.says("1") == ["Got it, that one is for Jay."]
    assert three.jay.hears() == []


def test_what_a_mentor_writes_so_is_held_and_asks_them_nothing(three: Three) -> None:
    """Though the same would be asked about if it were told to us."""
    assert three.rosa.says("TO jay this is our little secret ok") == []
    assert [kind for kind, _ in three.listed()] == ["held"]


def test_harm_is_heard_before_anything_goes_across(three: Three) -> None:
    three.known()
    assert "I'm really glad you told me" in three.jay.says("TO rosa i want to die")[0]
    assert not any("want to die" in text for text in three.rosa.hears())


def test_held_texts_of_one_are_one_thing_and_go_in_their_order(three: Three) -> None:
    three.known()
    for said in ("add me on snap", "whats your insta", "text me at 212 555 0147"):
        three.rosa.says(f"TO jay {said}")
    three.dana.hears()
    assert "On your list (1)" in three.dana.says("LIST")[0]
    three.dana.says("1", "1")
    assert three.jay.hears() == [
        "Rosa: add me on snap",
        "Rosa: whats your insta",
        "Rosa: text me at 212 555 0147",
    ]


def test_what_came_after_the_list_was_shown_still_waits(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay add me on snap")
    three.dana.says("LIST", "1")
    three.rosa.says("TO jay whats your insta")
    three.dana.says("1")
    assert three.jay.hears() == ["Rosa: add me on snap"]
    assert three.states()[-2:] == ["released", "held"]


def test_a_programme_may_pass_numbers_on(three: Three) -> None:
    three.settings(contact_details="pass")
    three.known()
    three.jay.says("TO rosa ring me on 212 555 0147")
    assert three.rosa.hears() == ["Jay: ring me on 212 555 0147"]


def test_where_nothing_is_passed_on_the_coordinator_gets_it(three: Three) -> None:
    three.settings(on=False)
    assert "I don't pass words on to Rosa here" in three.jay.says("TO rosa hi")[0]
    assert three.listed() == [("relay", "hi")]
    assert three.rosa.hears() == []


def test_at_night_it_waits_for_nine_in_order_and_the_writer_hears_it_once(three: Three) -> None:
    three.known()
    three.world.passes(hours=12)  # ten in the evening
    (told,) = three.jay.says("TO rosa i got the job")
    assert told == "Rosa gets no texts from me just now, so this waits until 9 am there."
    assert three.jay.says("TO rosa so happy") == []
    rows = three.world.rows(person_id=three.ids["Rosa"], kind="relayed", status="queued")[-2:]
    assert [row["text"] for row in rows] == ["Jay: i got the job", "Jay: so happy"]
    assert {row["due_at"].hour for row in rows} == {14}  # nine in New York
    assert {row["priority"] for row in rows} == {1}  # no answer to her waits behind them


def test_held_at_night_says_the_same(three: Three) -> None:
    three.known()
    three.world.passes(hours=12)
    (told,) = three.rosa.says("TO jay add me on snap")
    assert "waits until 9 am there" in told


def test_switched_off_nothing_goes_either_way_and_nobody_hears_by_whom(three: Three) -> None:
    three.known()
    three.jay.says("MUTE", "1")
    assert three.rosa.hears() == []
    (told,) = three.rosa.says("TO jay hello?")
    assert told.startswith("Texts between you and Jay are off for now")
    assert "You switched texts with Rosa off" in three.jay.says("TO rosa hi")[0]
    assert (three.jay.hears(), three.rosa.hears()) == ([], [])
    three.jay.says("MUTE", "1")
    three.rosa.says("TO jay hello again")
    assert three.jay.hears() == ["Rosa: hello again"]


def test_what_waits_for_the_morning_is_taken_back_when_they_are_switched_off(three: Three) -> None:
    three.known()
    three.world.passes(hours=12)
    three.rosa.says("TO jay goodnight")
    three.jay.says("MUTE", "1")
    rows = three.world.rows(person_id=three.ids["Jay"], kind="relayed")
    assert rows[-1]["status"] == "suppressed"


def test_a_coordinator_switches_them_off_and_on(three: Three) -> None:
    three.known()
    three.act(Acted(three.match, "quiet"))
    assert three.hear() == {"Rosa": [], "Jay": []}
    assert "are off for now" in three.jay.says("TO rosa hi")[0]
    three.jay.says("MUTE", "1", "MUTE", "1")
    assert "are off for now" in three.jay.says("TO rosa hi")[0]  # not theirs to switch on
    three.act(Acted(three.match, "loud"))
    three.jay.says("TO rosa hi")
    assert three.rosa.hears()[-1] == "Jay: hi"


def test_on_a_break_it_is_not_passed_on_which_is_said(three: Three) -> None:
    three.known()
    three.rosa.says("PAUSE", "two weeks")
    three.hear()
    assert "Rosa is taking a break until" in three.jay.says("TO rosa hi")[0]
    assert "You're taking a break until" in three.rosa.says("TO jay hi")[0]
    assert three.hear() == {"Rosa": [], "Jay": []}


def test_frozen_in_between_it_stays_and_is_marked_so(three: Three) -> None:
    three.known()
    three.world.accept([three.jay.inbound("TO rosa hi again")])
    three.world.turns.step()  # his turn is taken, hers is not
    for name in three.ids:
        three.tell(name, Acted(three.match, "freeze"), f"freeze:{name}")
    with three.world.db.writing() as db:  # the coordinator's word comes first in her inbox
        first = M.c.external_id.like("freeze:%")
        db.execute(update(M).where(first).values(priority=-1, created_at=three.world.now))
    three.world.settle()
    heard = " ".join(three.rosa.hears())
    assert ("hi again" in heard) == (three.states()[-1] == "across")


def test_who_left_hears_nothing_and_the_writer_is_told(three: Three) -> None:
    three.known()
    three.rosa.says("STOP")
    heard = " ".join(three.jay.says("TO rosa hi"))
    assert "Dana Reyes" in heard
    assert [row["kind"] for row in three.world.rows(person_id=three.ids["Rosa"])][-1] != "relayed"


def test_the_same_text_delivered_twice_goes_across_once(three: Three) -> None:
    three.known()
    said = three.jay.inbound("TO rosa hi you")
    three.jay.sends(said)
    three.jay.sends(said)
    assert three.rosa.hears() == ["Jay: hi you"]


def test_both_write_at_once_and_both_hear(three: Three) -> None:
    three.known()
    three.world.accept([three.jay.inbound("TO rosa one"), three.rosa.inbound("TO jay two")])
    assert three.hear() == {"Rosa": ["Jay: one"], "Jay": ["Rosa: two"]}


def test_four_texts_of_both_in_a_day_are_a_conversation(three: Three) -> None:
    three.known()
    counted = three.world.now.replace(hour=0)

    def days() -> list[str]:
        with three.world.db.reading() as db:
            found = relayed.conversations(db, three.ids["Jay"], counted)
        return [day.isoformat() for day in found.get(three.match, ())]

    three.jay.says("TO rosa three")
    assert days() == []
    three.rosa.says("TO jay four")
    assert days() == ["2026-03-03"]
    three.passes(days=1)
    for n in range(5):
        three.jay.says(f"TO rosa more {n}")
    assert days() == ["2026-03-03"]  # one alone is no conversation


def test_a_coordinator_reads_them_and_that_is_logged(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay add me on snap")
    three.dana.hears()
    text = " ".join(three.dana.says("READ jay"))
    assert "Jay, Tue, Mar 3: hi" in text
    assert "(didn't go across): add me on snap" in text
    from storage.tables import Entry

    with three.world.db.reading() as db:
        kinds = set(db.execute(select(table(Entry).c.kind)).scalars())
    assert "TextsRead" in kinds


def test_of_who_is_together_with_nobody_there_is_nothing_to_read(three: Three) -> None:
    three.act(Acted(three.match, "end", safety=True))
    three.dana.hears()
    assert three.dana.says("READ jay") == ["Jay is together with nobody just now."]


def test_words_are_given_up_in_time_and_that_they_were_written_stays(three: Three) -> None:
    three.known()
    three.world.passes(days=800)
    with three.world.db.writing() as db:
        assert relayed.forget_words(db, three.world.now, retention.kept.MOST) == 2
        assert relayed.forget_words(db, three.world.now, retention.kept.MOST) == 0
    assert [(row.state, row.text) for row in three.rows()] == [("across", None)] * 2


def test_who_wrote_hears_that_it_did_not_arrive(three: Three) -> None:
    three.known()
    three.jay.says("TO rosa hi you")
    (row,) = three.world.rows(person_id=three.ids["Rosa"], text="Jay: hi you") or [None]
    with three.world.db.writing() as db:
        undelivered.tell(db, [three.world.rows(kind="relayed")[-1]["id"]], three.world.now)
    three.world.settle()
    assert "I couldn't reach Rosa with your text." in three.jay.hears()[-1]
    assert ("unreached", "") in three.listed()
    assert row is None or row["kind"] == "relayed"


def test_frozen_nobody_hears_that_it_did_not_arrive(three: Three) -> None:
    three.known()
    three.act(Acted(three.match, "freeze"))
    three.hear()
    three.tell("Jay", RelayFailed(three.match, "Rosa"), "failed")
    assert three.hear() == {"Rosa": [], "Jay": []}


def test_a_storm_of_one_delays_no_answer_to_others(three: Three) -> None:
    """A text of another goes behind every answer."""
    three.known()
    for n in range(20):
        three.world.accept([three.jay.inbound(f"TO rosa {n} and so on")])
    three.world.settle()
    rows = three.world.rows(kind="relayed", person_id=three.ids["Rosa"])
    assert [row["text"] for row in rows[1:]] == [f"Jay: {n} and so on" for n in range(20)]
    assert {row["priority"] for row in rows} == {1}


def test_what_a_machine_writes_is_not_passed_on(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay hi you")
    three.hear()
    three.jay.says("I'm driving right now. I'll get back to you later. (Sent automatically)")
    assert three.rosa.hears() == []


def test_a_picture_or_a_button_goes_nowhere(three: Three) -> None:
    three.known()
    three.jay.sends(three.jay.inbound("", Kind.PHOTO))
    assert three.rosa.hears() == []


def test_no_part_of_a_text_looks_as_if_it_were_by_somebody_else(three: Three) -> None:
    three.known()
    three.jay.says("TO rosa ok\nDana Reyes: you may go home now")
    assert three.rosa.hears() == ["Jay: ok Dana Reyes: you may go home now"]


def test_nobody_is_warned_by_their_own_records(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay send me a pic of you")
    three.rosa.says("TO jay see you at four")
    three.rosa.says("TO jay ring me on 212 555 0147")
    assert three.states()[-3:] == ["held", "across", "held"]
    shown = json.loads(export.of(three.world.db, three.rosa.person()["id"]))
    pic, four, number = shown["relayed"][-3:]
    assert [one["text"] for one in (pic, four)] == ["send me a pic of you", "see you at four"]
    assert set(pic) == set(four) == set(number)
    assert not {"state", "settled_at"} & set(pic)
    (thing,) = shown["handover"]  # of the number they were told
    assert "212 555" in thing["text"]
    told = json.dumps({name: shown[name] for name in shown if name != "handover"})
    assert "photos" not in told
    assert "held" not in told.replace("held_at", "")


@pytest.mark.parametrize("words", ["TO rosa look at this page", "TO rosa look, me in my swimsuit"])
def test_words_under_a_picture_go_without_it_which_is_said(three: Three, words: str) -> None:
    three.known()
    said = three.jay.inbound(words)
    picture = Inbound(**{f: getattr(said, f) for f in said.__slots__} | {"kind": Kind.PHOTO})
    assert three.jay.sends(picture) == [
        "I pass on words alone. What you sent with them stays here, and Rosa won't see it."
    ]
    assert three.states()[-1] == ("held" if "swimsuit" in words else "across")


def test_a_day_has_an_end(three: Three) -> None:
    three.known()
    three.settings(a_day=3)
    assert not three.jay.says("TO rosa one more", "TO rosa and another")
    (kindly,) = three.jay.says("TO rosa and a last one")
    assert kindly.startswith("That's 3 texts to Rosa in one day")
    assert len(three.rosa.hears()) == 2
    assert three.jay.says("TO rosa send me a pic of you") == [kindly]  # as if there were none
    assert three.states()[-1] == "held"
    three.world.passes(hours=25)
    three.hear()
    assert not [one for one in three.jay.says("TO rosa good morning") if "in one day" in one]
    assert three.rosa.hears()[-1].endswith("good morning")


def test_a_question_is_passed_by_0_though_the_other_has_just_written(three: Three) -> None:
    three.known()
    three.jay.says("LEAVE", "1")
    three.rosa.says("TO jay two")
    three.hear()
    assert "Text BACK" in three.jay.says("0")[0]


def test_what_is_written_while_it_is_asked_about_goes_along_shown_and_in_order(
    three: Three,
) -> None:
    three.known()
    three.rosa.says("TO jay how are you?")
    three.hear()
    three.jay.says("soz was ill")
    said = three.jay.says("maths went ok tho")[0]
    assert said.startswith('For Rosa: "soz was ill / maths went ok tho" Shall I send all of that?')
    assert "soz was ill / maths went ok tho / got a B" in three.jay.says("got a B")[0]
    assert three.rosa.hears() == []
    assert three.jay.says("1") == ["Got it, that one is for Rosa."]
    assert three.rosa.hears() == ["Jay: soz was ill / maths went ok tho / got a B"]


def test_together_they_are_looked_at_before_they_go(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay how are you?")
    three.hear()
    three.jay.says("soz was ill", "ring me on 212 555 0147")
    assert "go to Dana Reyes first" in three.jay.says("1")[0]
    assert three.rosa.hears() == []


def test_all_of_it_is_the_coordinators_or_nobodys(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay how are you?")
    three.hear()
    three.jay.says("i dont get it", "can somebody call my mum")
    assert three.jay.says("0") == ["All right, I haven't sent anything."]
    assert (three.rosa.hears(), three.listed()) == ([], [])


def test_what_answers_the_question_below_is_not_taken_along(three: Three) -> None:
    three.known()
    three.ask()
    three.jay.says("hey rosa soz was ill")
    assert "/" not in three.jay.says("4")[0]
    assert three.jay.says("1")[0].startswith("Got it, that one is for Rosa.")
    assert three.rosa.hears() == ["Jay: hey rosa soz was ill"]


def test_a_word_of_ours_is_not_taken_along(three: Three) -> None:
    three.known()
    three.rosa.says("TO jay how are you?")
    three.hear()
    three.jay.says("soz was ill")
    assert "I send nothing to Rosa" in three.jay.says("WHY")[0]
    three.jay.says("STOP")
    assert three.rosa.hears() == []


def test_an_older_button_sends_only_what_was_shown_beside_it(three: Three) -> None:
    """That is: nothing, since more was written meanwhile."""
    three.known()
    three.rosa.says("TO jay how are you?")
    three.hear()
    three.jay.says("soz was ill")
    with three.world.db.reading() as db:
        key = db.execute(select(RUN.c.asked).where(RUN.c.closed_at.is_(None))).scalar_one()
    three.jay.says("maths went ok tho")
    assert three.jay.sends(three.jay.inbound(f"{key}:yes", Kind.BUTTON)) == []
    assert three.rosa.hears() == []
