"""Two people agree on how they meet: on one version, by text, each in their own time."""

import random

import pytest
from sqlalchemy import insert, select

from assistant.internal_events.kinds import Matched
from assistant.internal_events.of_match import Acted
from assistant.internal_events.of_other_side import Booked
from storage.database import Database, open_database
from storage.tables import AgreementVersion, Goal, table
from tests.agreeing import MINOR, Two
from tests.conftest import sqlite_url
from tests.interleaved import Interleaved
from tests.phones import START, Phone
from tests.test_clock import tick

V, G = table(AgreementVersion), table(Goal)
DONE = ("1", "1", "1")  # the defaults are fine


@pytest.fixture
def two(tmp_path) -> Two:  # type: ignore[no-untyped-def]
    return Two(open_database(sqlite_url(tmp_path)))


def test_each_side_needs_three_replies_where_the_defaults_are_fine(two: Two) -> None:
    two.asked()
    assert two.jay.says("fine by me", "ok", "I agree")[0].startswith("Thank you! I'm asking Rosa")
    assert "It's agreed, you and Jay: once a month, in person" in two.rosa.says(*DONE)[0]
    assert "It's agreed, you and Rosa" in two.hears(two.jay)
    assert two.holds()["until"] == two.last_day() == "2026-09-03"


def test_both_are_asked_some_days_after_the_match_where_they_have_not_met(two: Two) -> None:
    two.matched()
    two.hear()
    for _day in range(4):
        two.passes(days=1)
        assert "agree on" not in " ".join(two.hear().values())
    two.passes(days=1)
    heard = two.hear()
    assert "agree on" in heard["Rosa"]
    assert "agree on" in heard["Jay"]


def test_they_are_asked_on_the_day_after_they_have_met(two: Two) -> None:
    two.jay.says("MEETING", "friday at 11", "1", "1")
    two.rosa.says("MEETING", "1")
    two.matched()
    two.hear()
    two.passes(days=3, hours=6)  # friday afternoon
    assert "did you and" in two.hear()["Jay"]
    two.jay.says("1", "5", "0", "2")
    assert "agree on" not in " ".join(two.hear().values())
    two.passes(days=1)
    assert "agree on" in two.hear()["Jay"]


def test_a_meeting_that_is_booked_comes_first(two: Two) -> None:
    two.jay.says("MEETING", "tuesday at 11", "1", "1")
    two.rosa.says("MEETING", "1")
    two.matched()
    two.hear()
    two.passes(days=5)
    assert "agree on" not in " ".join(two.hear().values())


def test_a_change_is_a_version_that_the_other_is_asked_about(two: Two) -> None:
    two.asked()
    two.rosa.says(*DONE)
    two.hear()
    assert "by phone" in two.jay.says("only by phone")[0]
    assert "June 30" in two.jay.says("1", "til june")[0]
    assert "I'm asking Rosa about that" in two.jay.says("1", "1")[0]
    heard = two.hears(two.rosa)
    assert "Jay would like to change this: by phone and until June 30, 2026" in heard
    two.rosa.says("sounds good")
    assert (two.holds()["how"], two.last_day()) == ("phone", "2026-06-30")
    assert "It's agreed, you and Rosa: once a month, by phone" in two.hears(two.jay)


def test_a_yes_to_what_was_changed_meanwhile_counts_for_nothing(two: Two) -> None:
    two.asked()
    two.rosa.says("1", "1")
    two.jay.says("weekly", *DONE)
    assert two.agreement().holds is None
    assert "Jay has just changed something" in two.hears(two.rosa)
    two.rosa.says(*DONE)
    assert two.holds()["often"] == "week"


def test_who_changes_the_change_is_asked_for_nothing_more(two: Two) -> None:
    two.settled()
    two.jay.says("RULES", "weekly", "1")
    assert "every week" in two.hears(two.rosa)
    two.rosa.says("every two weeks", "1")
    assert "every two weeks" in two.hears(two.jay)
    assert two.holds()["often"] == "month"  # until both agree
    two.jay.says("1")
    assert two.holds()["often"] == "fortnight"


def test_what_was_agreed_stays_where_the_other_would_rather_keep_it(two: Two) -> None:
    two.settled()
    two.jay.says("RULES", "weekly", "1")
    two.hear()
    assert two.rosa.says("leave it as it was")[0].startswith("It stays as you and Jay agreed")
    assert two.hears(two.jay).startswith("It stays as you and Rosa agreed")
    assert two.holds()["often"] == "month"
    two.jay.says("RULES", "every two weeks", "1")
    two.hear()
    two.rosa.says("1")
    assert two.holds()["often"] == "fortnight"


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("en", "what did we agree on?", "You two talk once a month"),
        ("en", "rules", "You two talk once a month"),
        ("es", "¿qué acordamos?", "El acuerdo: hablar una vez al mes"),
        ("es", "REGLAS", "El acuerdo: hablar una vez al mes"),
        ("fr", "qu'est-ce qu'on a convenu ?", "se parler une fois par mois"),
        ("fr", "regles", "se parler une fois par mois"),
        ("pt", "o que combinamos?", "conversar uma vez por"),
        ("pt", "REGRAS", "conversar uma vez por"),
    ],
)
def test_it_is_seen_again(two: Two, language: str, words: str, shown: str) -> None:
    two.settled()
    two.jay.says({"en": "english", "es": "español", "fr": "français", "pt": "português"}[language])
    assert shown in " ".join(two.jay.says(words)).replace("\n", " ")


def test_silence_is_reminded_of_once_and_then_a_person_has_a_look(two: Two) -> None:
    two.asked()
    two.jay.says(*DONE)
    two.passes(days=2)
    assert two.hear()["Rosa"] == ""
    two.passes(days=1)
    assert "No rush, I'm still here." in two.hear()["Rosa"]
    two.hear()
    two.passes(days=5)
    heard = two.hear()
    assert heard["Rosa"] == ""
    assert two.listed() == ["terms_silent"]
    assert heard["Jay"] == "Rosa hasn't answered yet. Dana Reyes will find out, and writes to you."
    two.rosa.says(*DONE)  # which is as good as ever
    assert two.holds() != {}


def test_of_two_who_are_both_silent_about_the_terms_nobody_hears_that_they_wait(two: Two) -> None:
    two.asked()
    for _ in range(9):
        two.passes(days=1)
        assert "hasn't answered" not in " ".join(two.hear().values())
    assert two.listed() == ["terms_silent", "terms_silent"]


def test_a_guardian_is_asked_once_both_agree(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Two(open_database(sqlite_url(tmp_path)), MINOR)
    two.answers_for_jay()
    two.settled()
    assert two.holds() == {}
    assert "Is that all right with you?" in " ".join(row["text"] for row in two.ana.thread())
    two.ana.says("1")
    assert two.holds()["often"] == "fortnight"
    heard = two.hear()
    assert "It's agreed" in heard["Rosa"]
    assert "It's agreed" in heard["Jay"]


def test_a_guardians_yes_to_an_old_version_counts_for_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Two(open_database(sqlite_url(tmp_path)), MINOR)
    two.answers_for_jay()
    two.settled()
    two.jay.says("RULES", "weekly", "1")
    two.hear()
    two.ana.says("1")
    assert two.holds() == {}
    two.rosa.says("1")
    assert "every week" in two.hear()["Ana"]
    two.ana.says("1")
    assert two.holds()["often"] == "week"


def test_a_minor_without_a_guardian_by_text_is_the_coordinators(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Two(open_database(sqlite_url(tmp_path)), MINOR)
    two.settled()
    assert two.holds() == {}
    assert "Jay and Rosa agree: every two weeks" in two.dana.says("LIST", "1")[-1]
    assert two.dana.says("1") == ["Good, I'll tell them both."]
    assert two.holds()["often"] == "fortnight"
    assert "It's agreed" in two.hears(two.rosa)


def test_a_version_that_was_changed_is_off_the_coordinators_list(tmp_path) -> None:  # type: ignore[no-untyped-def]
    two = Two(open_database(sqlite_url(tmp_path)), MINOR)
    two.settled()
    two.dana.says("keep it for later")
    two.world.passes(minutes=5)
    two.jay.says("RULES", "weekly", "1")
    two.hear()
    assert two.dana.says("LIST") == ["Your list is empty. Well done!"]
    two.rosa.says("1")
    assert "every week" in two.dana.says("LIST", "1")[-1]
    two.dana.says("1")
    assert two.holds()["often"] == "week"


def test_a_programme_may_have_its_coordinator_agree(tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings = {"coordinator": True, "often": "week", "how": "phone", "minutes": 30}
    two = Two(open_database(sqlite_url(tmp_path)), **settings)
    two.settled()
    assert "every week, by phone, for half an hour" in two.dana.says("LIST", "1")[-1]
    two.dana.says("that's all right")
    assert two.holds()["long"] == 30


def test_nothing_is_asked_and_nothing_goes_across_on_hold(two: Two) -> None:
    two.asked()
    two.jay.says("1", "1")
    for name in ("Rosa", "Jay"):
        two.tell(name, Acted(two.match, "freeze"), f"freeze:{name}")
    two.hear()
    assert "on hold" in two.jay.says("RULES")[0]
    two.jay.says("1")
    two.passes(days=8)
    assert two.agreement().asked is not None
    assert two.agreement().asked.okays == {}  # type: ignore[union-attr]
    assert "agree" not in two.hear()["Rosa"]


def test_it_is_closed_with_the_match(two: Two) -> None:
    two.settled()
    for name in ("Rosa", "Jay"):
        two.tell(name, Acted(two.match, "end"), f"end:{name}")
    two.hear()
    with two.world.db.reading() as db:
        assert list(db.execute(select(V.c.state)).scalars()) == ["closed"]
    two.passes(days=160)
    assert "last day" not in " ".join(two.hear().values())


def near_the_end(two: Two) -> None:
    """A month is left, and both have been heard from lately."""
    two.settled()
    two.passes(days=120)
    for phone in (two.jay, two.rosa):
        phone.says("thank you")
    two.passes(days=34)


def test_both_would_like_more_time(two: Two) -> None:
    near_the_end(two)
    heard = two.hear()
    assert "Your last day with Rosa is September 3, 2026" in heard["Jay"]
    assert "It gets longer if Rosa would like that" in two.jay.says("more time")[0]
    assert "until March 3, 2027. Does that suit you?" in " ".join(two.rosa.says("2"))
    two.rosa.says("1")
    assert "until March 3, 2027" in two.hears(two.jay)
    two.jay.says("1")
    assert two.last_day() == "2027-03-03"


def test_one_of_them_finishes_as_planned_and_the_other_hears_only_that(two: Two) -> None:
    near_the_end(two)
    two.hear()
    two.jay.says("2")
    assert "September 3, 2026, as planned" in two.rosa.says("finish as planned")[0]
    assert two.hears(two.jay).startswith("It stays as you and Rosa agreed")
    assert two.last_day() == "2026-09-03"


def test_who_waits_for_more_time_hears_how_it_stands(two: Two) -> None:
    near_the_end(two)
    two.hear()
    two.jay.says("2")
    two.passes(days=16)
    assert "I haven't heard from Rosa yet" in two.hear()["Jay"]
    assert "more_time" in two.listed()


def test_a_goal_is_for_a_day_before_the_last(two: Two) -> None:
    with two.world.db.writing() as db:
        row = {"person_id": two.ids["Jay"], "programme_id": 1, "text": "pass maths"}
        details = {"measure": "the test", "step": None, "by": "2026-12-01"}
        db.execute(insert(G), row | {"details": details, "state": "active", "created_at": START})
    two.asked()
    two.rosa.says(*DONE)
    heard = " ".join(two.jay.says(*DONE))
    assert "one goal is for December 1" in heard
    assert "Your goal: pass maths" in heard
    assert "Saved" in two.jay.says("30 august")[0]
    with two.world.db.reading() as db:
        assert db.execute(select(G.c.details)).scalar_one() == {**details, "by": "2026-08-30"}


def test_the_coordinator_sees_it_at_who(two: Two) -> None:
    assert "Nothing agreed with Rosa yet" in " ".join(two.dana.says("WHO jay"))
    two.asked()
    assert "Being asked what to agree on with Rosa" in " ".join(two.dana.says("WHO jay"))
    two.jay.says(*DONE)
    two.rosa.says(*DONE)
    assert "Agreed with Rosa: once a month, in person" in " ".join(two.dana.says("WHO jay"))


def test_it_is_told_at_mydata(two: Two) -> None:
    two.settled()
    assert "text RULES to see it" in " ".join(two.jay.says("MYDATA"))


def test_pairs_of_before_are_asked_after_their_next_check_in(two: Two) -> None:
    from assistant.internal_events.kinds import CheckInDue

    two.tell("Jay", CheckInDue(two.match, 4), "check_in")
    two.hear()
    two.jay.says("5", "1", "0")
    two.passes(days=2)
    assert "agree on" in two.hear()["Jay"]


def test_a_late_word_of_a_booking_is_no_agreement(two: Two) -> None:
    two.settled()
    two.tell("Jay", Booked(two.match, "Rosa", "2026-03-06T16:00+00:00"), "booked")
    assert two.hear()["Jay"] == ""
    assert two.holds() != {}


WISHES = (("weekly", "weekly"), ("weekly", "only by phone"), ("", "weekly"), ("", ""))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("wishes", WISHES)
def test_both_answer_in_the_same_second(db: Database, wishes: tuple[str, str], seed: int) -> None:
    """Whichever comes first, both hear of one outcome, and only what both agreed to holds."""
    chance = random.Random(seed)
    two = Two(db).asked()
    for phone, wish in ((two.jay, wishes[0]), (two.rosa, wishes[1])):
        phone.says(*((wish, "1", "1") if wish else ("1", "1")))
    said = [two.jay.inbound("1"), two.rosa.inbound("1")]
    chance.shuffle(said)
    if db.embedded or chance.random() < 0.3:
        two.world.accept(said)
    else:
        Interleaved(two.world, chance).take(said)
    two.world.settle()
    found = two.agreement()
    for _round in range(4):
        two.hear()
        if (asked := found.asked) is None:
            break
        for side, phone in (("mentee", two.jay), ("mentor", two.rosa)):
            if side not in asked.okays:
                _agree(two, phone)
        found = two.agreement()
    assert found.asked is None
    assert found.holds is not None
    assert set(found.holds.okays) == {"mentee", "mentor"}
    for phone in (two.jay, two.rosa):
        assert "It's agreed" in " ".join(row["text"] for row in phone.thread())


def _agree(two: Two, phone: Phone) -> None:
    """Say yes until nothing is asked any more."""
    for _reply in range(3):
        if "suit you?" in (last := phone.thread()[-1]["text"]) or "agree to all" in last:
            phone.says("1")


def test_nobody_is_asked_where_the_programme_does_not_want_it(db: Database) -> None:
    two = Two(db, on=False)
    two.tell("Rosa", Matched(two.match), "matched")
    two.tell("Jay", Matched(two.match), "matched")
    for _ in range(12):
        two.world.passes(days=1)
        tick(two.world)
        heard = " ".join((*two.rosa.hears(), *two.jay.hears()))
        assert "agree on" not in heard
