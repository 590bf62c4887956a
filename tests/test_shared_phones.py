"""One phone of several people: each is written to by name, and who is writing is asked where it
matters."""

import json
from random import Random

import pytest
from sqlalchemy import func, select, text, update

from assistant.outbox import carrier_stops
from assistant.records import export
from storage import threads
from storage.database import Database
from storage.people import addresses, sharing
from storage.tables import (
    Address,
    Concern,
    ConcernLine,
    Guardian,
    Handover,
    Match,
    Message,
    Participant,
    Person,
    Programme,
    table,
)
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World
from tests.test_guardians import coordinator, erase

A, C, G, H, M, N = map(table, (Address, Concern, Guardian, Handover, Message, Participant))
L, P, R, T = map(table, (ConcernLine, Person, Programme, Match))
NUMBER = "+12125550151"
WHO = "Which of you is writing?"


@pytest.fixture
def world(db: Database) -> World:
    world = World(db)
    with db.writing() as connection:
        connection.execute(update(R).values(minimum_age=13))
    return world


def says(phone: Phone, *texts: str) -> list[str]:
    """Each a minute after the one before."""
    heard: list[str] = []
    for one in texts:
        phone.world.passes(minutes=1)
        heard = phone.says(one)
    return heard


def joined(world: World) -> Phone:
    phone = world.phone(NUMBER)
    says(phone, "bridge", "ok", "23", "Ana", "1", "pass maths", "mondays after 4", "1", "0")
    return phone


def siblings(world: World) -> Phone:
    """Two who have joined by one number, an hour ago."""
    phone = joined(world)
    says(phone, "bridge", "1", "ok", "20", "Leo", "1", "a job", "fridays after 4", "1", "0")
    world.passes(hours=1)
    return phone


def person(world: World, name: str) -> int:
    with world.db.reading() as db:
        rows = db.execute(select(P.c.id, P.c.name)).all()
    (found,) = (row.id for row in rows if row.name == name)
    return int(found)


def kept(world: World, name: str) -> set[str]:
    """The thoughts that are kept with somebody."""
    with world.db.reading() as db:
        said = (M.c.person_id == person(world, name), M.c.direction == "in")
        texts = db.execute(select(M.c.text).where(*said)).scalars()
        return {text for text in texts if text.startswith("thought")}


def rosa(world: World, mentee: int, number: str = "+12125550153", name: str = "Rosa") -> Phone:
    """A mentor who has been brought together with somebody."""
    (mentor,) = add(world, [One(number, "mentor", name=name)])
    bring_together(world, [(mentor, mentee)])
    return world.phone(number)


def states(world: World) -> list[tuple[str, str]]:
    with world.db.reading() as db:
        rows = db.execute(select(N.c.role, N.c.state).order_by(N.c.id))
        return [(row.role, row.state) for row in rows]


def stopped(world: World) -> list[bool]:
    with world.db.reading() as db:
        query = select(P.c.stopped_at).join(N, N.c.person_id == P.c.id).order_by(P.c.id)
        return [at is not None for at in db.execute(query).scalars()]


def matches(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(T.c.state).order_by(T.c.id)).scalars())


def listed(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())


def test_two_siblings_join_by_one_number(world: World) -> None:
    siblings(world)
    assert states(world) == [("mentee", "ready"), ("mentee", "ready")]
    with world.db.reading() as db:
        ages = [row["age"] for row in db.execute(select(N.c.profile).order_by(N.c.id)).scalars()]
    assert ages == [23, 20]
    assert listed(world) == ["shared"]


def test_names_begin_the_texts(world: World) -> None:
    phone = joined(world)
    assert not any(row["text"].startswith("Ana:") for row in phone.thread())
    says(phone, "bridge", "1", "ok", "20")
    assert says(phone, "Leo")[0].startswith("Leo: Nice to meet you")
    assert says(phone, "ana: MENU")[0].startswith("Ana: What would you like")


@pytest.mark.parametrize(
    "words", ["my sister wants to join too", "mi hermana quiere entrar", "ma soeur veut participer"]
)
def test_own_words_bring_somebody_else(world: World, words: str) -> None:
    assert "Who would like to join?" in says(joined(world), words)[0]


@pytest.mark.parametrize("words", ["my mom wants me to join", "my sister doesnt want to join"])
def test_what_only_sounds_like_it_brings_nobody(world: World, words: str) -> None:
    assert "Who would like to join?" not in says(joined(world), words)[0]


def test_somebody_with_a_phone_of_their_own_shares_nothing(world: World) -> None:
    phone = joined(world)
    assert "BRIDGE here from their own phone" in says(phone, "bridge", "2")[0]
    assert not any(row["text"].startswith("Ana:") for row in phone.thread())


def test_who_is_writing_is_asked_and_their_words_are_kept(world: World) -> None:
    phone = siblings(world)
    assert says(phone, "can i have a mentor who is a nurse?") == [f"{WHO}\n1 Ana\n2 Leo"]
    assert says(phone, "2")[0].startswith("Leo: ")
    with world.db.reading() as db:
        theirs = db.execute(select(M.c.text).where(M.c.person_id == person(world, "Leo")))
        assert "can i have a mentor who is a nurse?" in set(theirs.scalars())


def test_what_is_written_on_is_of_the_same_until_another_is_asked(world: World) -> None:
    phone = siblings(world)
    assert says(phone, "Leo: MENU", "2")[0].startswith("Leo: ")
    assert says(phone, "it's ana", "MENU")[0].startswith("Ana: ")
    world.passes(hours=1)
    assert says(phone, "PAUSE")[0].startswith(WHO)


@pytest.mark.parametrize(
    "words", ["leo: hello", "This is Leo", "leo", "Leo, are you there", "soy leo"]
)
def test_who_begins_with_a_name_is_heard_as_that(world: World, words: str) -> None:
    assert says(siblings(world), words)[0].startswith("Leo: ")


@pytest.mark.parametrize("words", ["leo cant come", "ana is ill"])
def test_a_name_may_be_spoken_of(world: World, words: str) -> None:
    phone = siblings(world)
    says(phone, "ana: hello")
    assert says(phone, words)[0].startswith(WHO)


def test_the_only_open_question_is_answered_and_of_two_it_is_asked(world: World) -> None:
    phone = siblings(world)
    says(phone, "leo: PAUSE")
    world.passes(hours=1)
    assert says(phone, "1")[0].startswith("Leo: ")
    says(phone, "ana: PAUSE")
    world.passes(hours=1)
    assert says(phone, "1")[0].startswith(WHO)


def test_what_is_kept_of_one_is_shown_only_to_who_says_that_it_is_them(world: World) -> None:
    phone = siblings(world)
    says(phone, "ana: hello")
    assert says(phone, "what do you know about me?")[0].startswith(WHO)
    told = " ".join(says(phone, "leo"))
    assert "a job" in told
    assert "pass maths" not in told
    kept = json.dumps(json.loads(export.of(world.db, person(world, "Leo"))))
    assert "pass maths" not in kept


@pytest.mark.parametrize(
    "words",
    [
        *("what do you know about me?", "delete all my data", "change my name", "LEAVE", "SWITCH"),
        *("what is my goal", "change my answers", "i want to leave the programme"),
    ],
)
def test_what_is_private_or_ends_something_is_asked_each_time(world: World, words: str) -> None:
    phone = siblings(world)
    says(phone, "ana: MENU", "0")
    assert says(phone, words)[0].startswith(WHO)


@pytest.mark.parametrize("seed", range(3))
def test_promise_what_one_writes_is_kept_with_nobody_else(world: World, seed: int) -> None:
    """Whoever passes the phone on says so, or a while goes by; then they are asked."""
    phone, chance, last = siblings(world), Random(seed), ""
    meant: dict[str, set[str]] = {"Ana": set(), "Leo": set()}
    for number in range(25):
        name, words = chance.choice(("Ana", "Leo")), f"thought {number}"
        begins = chance.random() < 0.4
        if not begins and name != last:
            world.passes(minutes=16)
        heard = says(phone, f"{name}: {words}" if begins else words)
        if heard and heard[0].startswith(WHO):
            says(phone, name)
        meant[name].add(words)
        last = name
    assert {name: kept(world, name) for name in meant} == meant


def test_what_names_nobody_three_times_is_for_a_person(world: World) -> None:
    phone = siblings(world)
    assert "Dana Reyes will write to you here" in says(phone, "hm", "what", "eh", "huh")[0]
    assert "unclear" in listed(world)
    assert says(phone, "leo")[0].startswith("Leo: ")


def test_stop_is_for_the_number_and_each_is_told_to_the_coordinator(world: World) -> None:
    phone = siblings(world)
    mentor = rosa(world, person(world, "Leo"))
    assert len(says(phone, "STOP")) == 1
    assert stopped(world)[:2] == [True, True]
    assert listed(world).count("phone_stopped") == 2
    assert "stopped" in listed(world)
    assert says(phone, "hello") == mentor.hears() == []


def test_after_a_stop_who_comes_back_says_who_it_is(world: World) -> None:
    phone = siblings(world)
    says(phone, "STOP")
    assert says(phone, "START")[0].startswith(WHO)
    assert "Okay to text you?" in says(phone, "ana")[-1]
    assert stopped(world) == [False, True]


def test_who_writes_makes_the_phone_reachable_for_all(world: World) -> None:
    phone = siblings(world)
    with world.db.writing() as db:
        for one in sharing.beside(db, 1):
            addresses.unreachable(db, one.address_id, world.now)
    says(phone, "leo: MENU")
    with world.db.reading() as db:
        assert [one.unreachable_at for one in sharing.beside(db, 1)] == [None, None]


def test_a_carriers_stop_is_for_all_who_share_the_number(world: World) -> None:
    siblings(world)
    with world.db.writing() as db:
        carrier_stops.record(db, person(world, "Ana"), 7, world.now)
    world.settle()
    assert stopped(world) == [True, True]
    assert listed(world).count("phone_stopped") == 2


def test_a_concern_pages_at_once_and_all_their_matches_stand_still(world: World) -> None:
    phone = siblings(world)
    mentors = [rosa(world, person(world, "Ana")), rosa(world, person(world, "Leo"), "+12125550154")]
    said = says(phone, "he always touches me and i am scared")
    assert "glad you told me" in said[0]
    assert WHO not in " ".join(said)
    with world.db.reading() as db:
        row = db.execute(select(C.c.words, P.c.name).join(P, P.c.id == C.c.person_id)).one()
    assert tuple(row) == ("he always touches me and i am scared", "Ana / Leo")
    assert matches(world) == ["suspended", "suspended"]
    assert all("little pause" in mentor.hears()[-1] for mentor in mentors)


def test_after_a_concern_nobody_is_asked_who_they_are(world: World) -> None:
    phone = siblings(world)
    says(phone, "he always touches me and i am scared")
    assert "Any time" in says(phone, "ok")[0]
    says(phone, "what happens now")
    with world.db.reading() as db:
        lines = db.execute(select(L.c.text).where(L.c.kind == "words")).scalars().all()
    assert lines == ["what happens now"]


def test_a_concern_with_a_name_is_of_that_person(world: World) -> None:
    phone = siblings(world)
    rosa(world, person(world, "Ana"))
    rosa(world, person(world, "Leo"), "+12125550154")
    assert says(phone, "leo: he always touches me")[0].startswith("Leo: ")
    assert matches(world) == ["active", "suspended"]


def test_a_doubt_is_asked_before_who_it_is(world: World) -> None:
    phone = siblings(world)
    assert "Are you safe" in says(phone, "this maths makes me wanna die lol")[0]
    says(phone, "2")
    with world.db.reading() as db:
        assert db.execute(select(func.count()).select_from(C)).scalar_one() == 1


def test_forget_of_one_leaves_the_other(world: World) -> None:
    phone = joined(world)
    says(phone, "my brother Leo wants to join", "1", "ok", "20", "Leo")
    says(phone, "leo: delete all my data", "1")
    world.passes(days=4)
    erase(world)
    with world.db.reading() as db:
        left = [row.name for row in db.execute(select(P.c.name))]
        texts = " ".join(db.execute(select(M.c.text)).scalars())
    assert "Leo" not in " ".join(name or "" for name in left)
    assert "Leo" not in texts
    assert says(phone, "hello")[0].startswith("Ana: ")


def test_when_nobody_is_left_the_phone_goes_as_well(world: World) -> None:
    phone = siblings(world)
    for name in ("leo", "ana"):
        says(phone, f"{name}: delete all my data", "1")
        world.passes(days=4)
        erase(world)
    with world.db.reading() as db:
        rows = db.execute(select(A.c.handle, A.c.shared_id, A.c.origin)).all()
        assert {row.handle for row in rows} == {""}
        assert set(db.execute(select(M.c.text)).scalars()) == {""}
    assert says(phone, "hello") == []
    assert "Okay to text you?" in says(phone, "START")[-1]


def test_who_says_no_leaves_the_phone_to_the_other(world: World) -> None:
    phone = joined(world)
    says(phone, "bridge", "1", "no thanks")
    world.passes(hours=1)
    assert says(phone, "MENU")[0].startswith("Ana: ")


def test_one_comes_after_the_other_so_that_names_can_tell(world: World) -> None:
    phone = joined(world)
    says(phone, "bridge", "1", "ok")
    assert "Once I know their name" in says(phone, "ana: bridge", "1")[0]


def test_a_simulated_phone_shows_what_is_written_to_each(world: World) -> None:
    phone = siblings(world)
    says(phone, "ana: hello", "leo: hello")
    where = phone.channel, phone.address
    with world.db.reading() as db:
        shown = [line.text for line in threads.newest(db, [where], limit=4)[where]]
    assert [text.split()[0] for text in shown] == ["ana:", "Ana:", "leo:", "Leo:"]


def test_nobody_else_pays_for_it(world: World) -> None:
    joined(world)
    with world.db.reading() as db:
        assert sharing.beside(db, 1) == []
        assert db.execute(text("SELECT count(*) FROM address")).scalar_one() == 1


def claimed(world: World) -> Phone:
    """A pupil who has given the number of the phone that is theirs as well."""
    phone = world.phone(NUMBER)
    says(phone, "bridge", "ok", "15", "1", "212 555 0151", "we share it", "Marta")
    says(phone, "marta: they may")
    return phone


def test_a_guardian_on_the_childs_phone_is_asked_by_name_and_binds_nobody(world: World) -> None:
    dana, phone = coordinator(world), claimed(world)
    assert any(row["text"].startswith("Marta: Hello, this is Bridge") for row in phone.thread())
    assert ("mentee", "awaiting") in states(world)
    with world.db.reading() as db:
        assert [row.state for row in db.execute(select(G.c.state))] == ["claimed"]
    assert "share one phone" in dana.hears()[-1]
    assert "What should I call you?" not in " ".join(row["text"] for row in phone.thread())


def test_what_the_coordinator_confirms_lets_the_child_go_on(world: World) -> None:
    dana, phone = coordinator(world), claimed(world)
    phone.hears()
    world.passes(minutes=1)
    dana.says("PAPER 0151")
    dana.presses("A parent's okay on paper")
    assert "What should I call you?" in phone.hears()[-1]
    assert says(phone, "Kim")[0].startswith("Kim: ")
    says(phone, "marta: MENU", "3", "1")
    assert ("mentee", "refused") in states(world)


def test_a_parent_who_shares_the_phone_already_is_asked_by_that_name(world: World) -> None:
    phone = joined(world)
    says(phone, "bridge", "1", "ok", "15", "1", "212 555 0151", "1", "ana")
    with world.db.reading() as db:
        (asked,) = db.execute(select(G.c.guardian_id)).scalars()
        first = db.execute(select(N.c.person_id).order_by(N.c.id)).scalars().first()
    assert asked == first


def test_a_no_from_the_shared_phone_holds(world: World) -> None:
    phone = world.phone(NUMBER)
    says(phone, "bridge", "ok", "15", "1", "212 555 0151", "1", "Marta", "no")
    assert ("mentee", "refused") in states(world)


def test_the_second_child_asks_the_mother_who_shares_the_phone(world: World) -> None:
    dana, phone = coordinator(world), claimed(world)
    dana.hears()
    other = world.phone("+12125550152")
    says(other, "bridge", "ok", "14", "1", "212 555 0151", "1")
    assert any("aged 14" in one and one.startswith("Marta: ") for one in phone.hears())
    says(phone, "marta: they may")
    assert listed(world).count("guardian_shared") == 2


def test_the_coordinator_sees_who_shares_a_phone(world: World) -> None:
    siblings(world)
    add(world, [One("+12125550154", name="Zoe")])
    dana = coordinator(world)
    assert "On the same phone: Leo." in " ".join(dana.says("WHO ana"))
    assert "On the same phone: Ana." in " ".join(dana.says("WHO leo"))
    assert "Shares" not in " ".join(dana.says("WHO zoe"))
