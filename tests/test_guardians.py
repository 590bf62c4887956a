"""People under 18: a guardian agrees first, by text or on paper, and may end it at any time."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from assistant.records import export
from assistant.records.loop import Records
from storage.database import open_database
from storage.tables import Guardian, Handover, Match, Participant, Programme, table
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World, code
from tests.test_clock import tick

G, H, N, R, T = map(table, (Guardian, Handover, Participant, Programme, Match))
MUM = "+12125550152"


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(open_database(sqlite_url(tmp_path)))
    with world.db.writing() as db:
        db.execute(update(R).values(minimum_age=13))
    return world


def asked(world: World, *, keyword: str = "bridge", age: str = "15") -> tuple[Phone, Phone]:
    """A child who has named their mother, who reads Spanish."""
    kid, mum = world.phone("+12125550151"), world.phone(MUM)
    kid.says(keyword, "ok", age, "1", "its 212 555 0152", "2")
    mum.hears()
    return kid, mum


def agreed(world: World) -> tuple[Phone, Phone]:
    kid, mum = asked(world)
    mum.says("si", "Marta")
    kid.hears()
    kid.says("Kim", "1", "pass maths", "mondays after 4", "1", "0")
    return kid, mum


def matched(world: World) -> tuple[Phone, Phone, Phone]:
    kid, mum = agreed(world)
    (rosa,) = add(world, [One("+12125550153", "mentor", name="Rosa")])
    bring_together(world, [(rosa, kid.person()["id"])])
    return kid, mum, world.phone("+12125550153")


def coordinator(world: World) -> Phone:
    dana = world.phone("777", "simulated_telegram")
    dana.says(f"/start {code(world.db, world.now)}")
    dana.presses("Okay")
    return dana


def consents(world: World) -> list[tuple[str, str]]:
    with world.db.reading() as db:
        return [(row.state, row.words) for row in db.execute(select(G).order_by(G.c.id))]


def erase(world: World) -> None:
    records = Records(world.db, lambda: world.now)
    while records.step():
        pass
    records.release()


def state(world: World, phone: Phone) -> str:
    with world.db.reading() as db:
        query = select(N.c.state).where(N.c.person_id == phone.person()["id"])
        return str(db.execute(query).scalar_one())


def listed(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())


def test_below_the_age_of_the_programme_nobody_is_taken(world: World) -> None:
    assert "from 13 on" in world.phone().says("bridge", "ok", "12", "1")[0]


def test_before_a_guardian_agrees_nothing_but_the_age_is_asked_or_told(world: World) -> None:
    kid, mum = asked(world)
    told = " ".join(row["text"] for row in mum.thread())
    assert "15 años" in told
    assert "+12125550151" not in told
    assert state(world, kid) == "awaiting"
    for words in ("MENU", "bridge", "my name is Kim", "hi"):
        assert "call you" not in " ".join(kid.says(words))


def test_the_mother_agrees_in_spanish_and_the_child_goes_on(world: World) -> None:
    kid, mum = asked(world)
    kid.hears()
    assert "¡Gracias!" in mum.says("si, claro que puede")[0]
    assert "What should I call you?" in kid.hears()[-1]
    assert consents(world) == [("granted", "si, claro que puede")]
    assert mum.person()["language"] == "es"


@pytest.mark.parametrize(
    ("said", "kept", "heard"),
    [
        ("no", "refused", "They would rather not"),
        ("numero equivocado", "wrong", "isn't theirs"),
    ],
)
def test_a_no_ends_kindly(world: World, said: str, kept: str, heard: str) -> None:
    kid, mum = asked(world)
    mum.says(said)
    assert consents(world) == [(kept, said)]
    assert heard in " ".join(kid.hears())
    assert "call you" not in " ".join(kid.says("bridge", "ok"))


def test_a_guardian_is_reminded_twice_and_then_it_is_the_coordinators(world: World) -> None:
    kid, mum = asked(world)
    reminders: list[str] = []
    for _day in range(8):
        world.passes(days=1)
        tick(world)
        reminders += [one for one in mum.hears() if "recordatorio" in one]
    assert len(set(reminders)) == len(reminders) == 2  # not in the same words
    assert "haven't answered" in " ".join(kid.hears())
    assert listed(world) == ["guardian_silent"]
    mum.says("si")  # late is not never
    assert "What should I call you?" in kid.hears()[-1]


def test_who_has_named_another_number_is_no_more_bound_to_the_first(world: World) -> None:
    kid, mum = asked(world)
    kid.says("hm", "1", "212 555 0159", "1")
    assert "resuelto" in mum.says("si")[0]
    assert consents(world) == [("replaced", ""), ("asked", "")]
    assert state(world, kid) == "awaiting"


def test_the_mothers_stop_ends_the_childs_part_and_all_hear_it_kindly(world: World) -> None:
    kid, mum, rosa = matched(world)
    mum.says("STOP")
    assert state(world, kid) == "refused"
    assert "nobody's fault" in kid.hears()[-1]
    tick(world)
    assert "nothing to do with you" in " ".join(rosa.hears())
    assert "guardian_ended" in listed(world)
    with world.db.reading() as db:
        assert db.execute(select(T.c.state)).scalar_one() in ("stopped", "closed")


def test_after_it_nobody_comes_back_without_a_guardian(world: World) -> None:
    kid, mum = agreed(world)
    mum.says("STOP")
    kid.hears()
    assert "it's not your fault" in " ".join(kid.says("bridge", "ok"))
    assert state(world, kid) == "refused"


@pytest.mark.parametrize("words", ["quiero salir del programa", "DEJAR"])
def test_a_guardian_ends_it_by_own_words(world: World, words: str) -> None:
    kid, mum = agreed(world)
    assert "Kim" in mum.says(words)[0]
    mum.says("1")
    assert state(world, kid) == "refused"
    assert consents(world)[0][0] == "ended"


def test_once_ended_menu_says_whom_to_reach_and_numbers_and_thanks_reach_nobody(
    world: World,
) -> None:
    _kid, mum = agreed(world)
    mum.says("DEJAR", "1")
    (told,) = mum.says("MENU")
    assert "212-555-0100" in told
    for word in ("1", "2", "ok", "gracias"):
        assert mum.says(word) == [], word
    assert listed(world) == ["guardian_ended"]
    assert "Dana Reyes" in mum.says("¿y ahora qué hago con sus libros?")[0]
    assert listed(world) == ["guardian_ended", "ask"]


def test_what_a_guardian_writes_reaches_the_coordinator(world: World) -> None:
    _kid, mum = agreed(world)
    dana = coordinator(world)
    assert "Dana Reyes" in mum.says("no me gusta que se queden tan tarde")[0]
    assert "Marta asks: no me gusta que se queden tan tarde" in dana.hears()[-1]
    dana.presses("Answer Marta")
    dana.says("Hablamos hoy.")
    assert "Hablamos hoy." in mum.hears()[-1]


def test_a_guardians_concern_pages_like_any(world: World) -> None:
    _kid, mum = agreed(world)
    mum.says("mi hija dice que el mentor la toca y le da miedo")
    with world.db.reading() as db:
        assert db.execute(text("SELECT count(*) FROM concern")).scalar_one() == 1


def test_paper_is_recorded_by_the_coordinator(world: World) -> None:
    dana, kid = coordinator(world), world.phone("+12125550151")
    assert "form" in kid.says("bridge", "ok", "15", "1", "0")[0]
    assert "somebody under 18 (0151)" in dana.hears()[-1]
    assert "0151 is under 18" in dana.says("PAPER 0151")[0]
    dana.presses("A parent's okay on paper")
    assert "What should I call you?" in kid.hears()[-1]
    with world.db.reading() as db:
        row = db.execute(select(G)).one()
    assert (row.state, row.guardian_id, row.recorded_by) == ("paper", None, dana.person()["id"])


def test_with_ones_own_number_a_form_will_do(world: World) -> None:
    kid = world.phone("+12125550151")
    assert "your own phone" in kid.says("bridge", "ok", "15", "1", "212 555 0151")[0]
    assert "form" in kid.says("3")[0]
    assert consents(world) == []
    assert listed(world) == ["form"]


def test_nobody_under_18_answers_for_another(world: World) -> None:
    friend = world.phone(MUM)
    friend.says("bridge", "ok", "15", "1")
    kid, _friend = asked(world)
    assert consents(world) == []
    assert "form" in kid.thread()[-1]["text"]
    assert listed(world) == ["form"]


def test_a_mentor_of_17_needs_a_guardian_as_well(world: World) -> None:
    kid, mum = asked(world, keyword="guide", age="17")
    assert "ayudar a otros como mentor" in mum.thread()[0]["text"]
    mum.says("si")
    assert "What should I call you?" in kid.hears()[-1]
    assert "What could you help somebody with?" in kid.says("Kim")[0]


def test_a_second_age_is_told_to_the_coordinator(world: World) -> None:
    kid = world.phone("+12125550151")
    kid.says("bridge", "ok", "15", "no, 25")
    assert listed(world) == ["second_age"]


def test_an_age_that_would_spare_the_question_is_for_the_coordinator(world: World) -> None:
    kid, _mum = asked(world)
    assert "Dana Reyes" in kid.says("im actually 19")[0]
    assert (listed(world), state(world, kid)) == (["second_age"], "awaiting")


def test_who_turns_out_to_be_under_18_waits_for_a_guardian(world: World) -> None:
    kid = world.phone("+12125550151")
    kid.says("bridge", "ok", "19", "Kim", "1", "pass maths", "mondays after 4", "1", "0")
    assert "mobile number" in kid.says("MENU", "1", "2", "15", "1")[-1]
    assert state(world, kid) == "awaiting"
    assert "second_age" in listed(world)


def test_a_guardian_is_asked_at_the_check_in(world: World) -> None:
    _kid, mum = agreed(world)
    dana = coordinator(world)
    add(world, [One("+12125550153", "mentor", name="Rosa")])
    rosa = world.phone("+12125550153")
    dana.says("PAIR")
    dana.presses("Kim: school")
    dana.presses("Rosa")
    dana.says("They both love maths.")
    dana.presses("Ask Rosa")
    rosa.hears()
    rosa.says("1")
    mum.hears()
    heard: list[str] = []
    for _day in range(10):
        world.passes(days=1)
        tick(world)
        world.settle()
        heard += mum.hears()
    assert any("Kim ya conoce a Rosa" in one for one in heard), heard


def test_a_guardian_who_is_erased_ends_it_too(world: World) -> None:
    kid, mum = agreed(world)
    mum.says("borrar todos mis datos", "1")
    assert state(world, kid) == "refused"


def test_what_is_kept_of_a_guardian_is_shown_and_erased_everywhere(world: World) -> None:
    kid, mum = agreed(world)
    person = mum.person()["id"]
    shown = json.loads(export.of(world.db, person))
    assert [row["words"] for row in shown["guardian"]] == ["si"]
    assert "Tu número" in (told := " ".join(mum.says("¿qué datos tienen de mí?"))) or "Su" in told
    mum.says("borrar todos mis datos", "1")
    world.passes(days=4)
    erase(world)
    with world.db.reading() as db:
        assert db.execute(select(G)).all() == []
    told = json.dumps(json.loads(export.of(world.db, kid.person()["id"])))
    assert "555 0152" not in told
    assert "5550152" not in told


def test_a_guardian_hears_when_their_child_has_left(world: World) -> None:
    kid, mum = agreed(world)
    kid.says("STOP")
    mum.hears()
    world.passes(days=2)
    tick(world)
    assert "Kim ya no participa" in " ".join(mum.hears())


def test_a_guardian_who_asks_what_happens_now_is_not_told_what_who_joins_is_told(
    world: World,
) -> None:
    dana, (_kid, mother) = coordinator(world), asked(world)
    told = mother.says("¿qué pasa ahora?")
    assert "Dana" in told[0]
    assert "permiso" in told[1]
    assert "qué pasa ahora" in dana.hears()[-1]
    assert "Dana" in mother.says("si", "¿qué pasa ahora?")[0]
