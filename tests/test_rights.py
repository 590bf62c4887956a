"""MYDATA, FIX and FORGET in any words: shown at once, mended, and erased only on a clear yes."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from assistant.records import export
from assistant.records.loop import Records
from storage.database import Database
from storage.inbox import inside
from storage.tables import Address, Erasure, Handover, Message, Participant, Person, Timer, table
from tests import crowd, product
from tests.crowd import One
from tests.phones import Phone, World
from tests.product import hold

A, E, H, P = table(Address), table(Erasure), table(Handover), table(Person)
M, N, T = table(Message), table(Participant), table(Timer)
INTAKE = ("bridge", "ok", "23", "Jay", "1", "pass maths", "tue after 4", "1", "0", "0", "0", "0")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def mentee(world: World, channel: str = "simulated_sms") -> Phone:
    phone = world.phone(channel=channel)
    phone.says(*INTAKE)
    return phone


def kinds(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(select(H.c.kind).order_by(H.c.id)).scalars())


def settle(world: World) -> None:
    """What the loop of records does until there is no more to do."""
    records = Records(world.db, lambda: world.now)
    for _ in range(500):
        if not records.step():
            return records.release()
    raise AssertionError("there is no end to it")


def test_what_is_kept_is_told_at_once_in_a_few_texts(world: World) -> None:
    told = mentee(world).says("what do you know about me")
    whole = " ".join(told)
    for fact in ("Jay", "+12125550100", "23", "English", "America/New_York", "Tue 4-8 pm"):
        assert fact in whole
    for fact in ("school", "pass maths", "been where I am", "since March 3, 2026", "6 months"):
        assert fact in whole
    assert len(told) <= 4


def test_where_no_file_can_go_the_coordinator_hands_it_over(world: World) -> None:
    assert "Dana Reyes gets a note" in " ".join(mentee(world).says("MYDATA"))
    assert kinds(world) == ["data"]


def test_on_telegram_the_rest_comes_as_a_file(world: World) -> None:
    phone = mentee(world, "telegram")
    told = phone.says("mydata")
    assert "comes as a file" in " ".join(told)
    assert [row["kind"] for row in phone.thread()][-1] == "file"
    assert kinds(world) == []


def test_who_has_not_agreed_hears_what_is_kept_as_well(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    told = " ".join(phone.says("what do you know about me"))
    assert "+12125550100" in told
    assert "You agreed" not in told
    assert "Okay to text you?" in told


def test_the_open_question_stands_and_a_question_to_a_person_goes_there(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok", "23", "Jay", "1")
    assert "what will be different" in " ".join(phone.says("what do you know about me"))
    phone.says("pass maths", "tue after 4", "1", "0", "0", "0", "0", "ASK")
    assert "passed it on" in phone.says("what do you know about me?")[0]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("my name is spelled wrong", "What should I call you?"),
        ("change my age", "How old are you?"),
        ("FIX", "Which answer would you like to see?"),
    ],
)
def test_what_is_wrong_is_mended_where_they_can_do_so(world: World, said: str, asked: str) -> None:
    assert asked in " ".join(mentee(world).says(said))


def test_a_name_is_mended(world: World) -> None:
    phone = mentee(world)
    phone.says("you spelled my name wrong")
    assert "From now on: Jai" in " ".join(phone.says("Jai"))


def test_else_a_person_mends_it(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok", "23", "Jay")
    assert "passed it on to Dana Reyes" in " ".join(phone.says("my age is wrong"))
    assert kinds(world) == ["ask"]


@pytest.mark.parametrize("said", ["maybe", "ok", "k", "why not", "👍 later", "2", "no", "sure?"])
def test_nothing_is_erased_on_a_guess(world: World, said: str) -> None:
    phone = mentee(world)
    phone.says("delete my data", said)
    settle(world)
    assert phone.person()["name"] == "Jay"
    assert phone.person()["stopped_at"] is None


def test_who_asks_twice_is_erased_once_and_hears_one_last_text(world: World) -> None:
    phone = mentee(world)
    phone.says("delete my data")
    phone.sends(phone.inbound("1"), phone.inbound("1"), phone.inbound("delete my data"))
    last = [row for row in phone.thread() if "last text" in row["text"]]
    assert len(last) == 1
    assert phone.says("hello", "are you there?") == []
    with world.db.reading() as db:
        assert len(db.execute(select(E)).all()) == 1
    assert kinds(world).count("erased") == 1


def test_it_is_done_in_three_days_though_the_last_text_cannot_leave(world: World) -> None:
    phone = mentee(world)
    phone.says("delete my data", "1")
    settle(world)
    assert phone.person()["name"] == "Jay"
    assert "still erasing" in phone.says("START")[0]
    world.passes(days=3, minutes=1)
    settle(world)
    assert phone.person()["name"] is None
    assert {row["text"] for row in world.rows(person_id=phone.person()["id"])} <= {""}
    newer = world.phone("+12125550188").says("hi")
    assert newer  # under a number that no report about somebody else's can mean
    assert "Okay to text you?" in " ".join(phone.says("START"))


def test_what_is_erased_is_wiped_while_names_are_still_filled_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.records.naming.Naming.step", lambda *_: True)  # for ever
    phone = mentee(world)
    phone.says("delete my data", "1")
    world.passes(days=3, minutes=1)
    records = Records(world.db, lambda: world.now)
    for _ in range(200):
        assert records.step()
    records.release()
    with world.db.reading() as db:
        assert db.execute(select(E.c.wiped_at)).scalar() is not None


def test_an_erasure_goes_on_where_it_was_interrupted(world: World) -> None:
    phone = mentee(world)
    phone.says("delete my data", "1")
    world.passes(days=3, minutes=1)
    for _ in range(200):  # another process at each step
        if phone.person()["name"] is None:
            break
        records = Records(world.db, lambda: world.now)
        records.step()
        records.release()
    with world.db.reading() as db:
        assert db.execute(select(E.c.finished_at)).scalar() is not None
        assert db.execute(select(A.c.handle)).scalars().all() == [""]
        assert db.execute(select(N)).all() == db.execute(select(T)).all() == []


def test_what_a_timer_tells_of_somebody_while_they_are_erased_goes_as_well(world: World) -> None:
    jay, rosa = (One(f"+1212555018{n}", name=name) for n, name in enumerate(("Jay", "Rosa")))
    mentee_id, mentor_id = crowd.add(world, [jay, replace(rosa, role="mentor")])
    crowd.bring_together(world, [(mentor_id, mentee_id)])
    world.phone(rosa.address).says("thanks")
    world.phone(jay.address).says("delete my data", "1")
    delivered(world)
    world.passes(days=3, minutes=1)
    records, told = Records(world.db, lambda: world.now), False
    for _ in range(500):
        if not told and place(world) == ("rest", "feedback"):  # Rosa's thread is behind
            tell(world, mentor_id, "how was it with Jay?")
            told = True
        if not records.step():
            break
    records.release()
    assert told
    assert not [row["text"] for row in world.rows() if "jay" in row["text"].lower()]


def place(world: World) -> tuple[str, str]:
    """How far the newest erasure has come."""
    with world.db.reading() as db:
        stage, name = db.execute(select(E.c.stage, E.c.place).order_by(E.c.id.desc())).first()
        return stage, name


def tell(world: World, person: int, words: str) -> None:
    """Something that comes to be said to somebody just now."""
    address = next(row["address_id"] for row in world.rows(person_id=person))
    with world.db.writing() as db:
        news = json.dumps({"kind": "said", "text": words})
        inside.tell(db, [inside.row(person, address, "just now", news, world.now)])


def test_what_a_provider_brings_again_is_known_though_nothing_else_is(world: World) -> None:
    phone = mentee(world)
    said = [phone.inbound("my uncle is Bob"), phone.inbound("delete my data"), phone.inbound("1")]
    for one in said:
        phone.sends(one)
    delivered(world)
    settle(world)
    kept = world.rows(person_id=phone.person()["id"], direction="in")
    assert phone.person()["name"] is None
    assert {(row["text"], row["kind"]) for row in kept} == {("", "erased")}
    assert phone.sends(*said) == []
    assert world.rows(person_id=phone.person()["id"], direction="in") == kept
    world.phone("+12125550188").says("hi")
    world.passes(days=2, minutes=1)
    settle(world)
    assert world.rows(person_id=phone.person()["id"]) == []


def delivered(world: World) -> None:
    with world.db.writing() as db:
        db.execute(update(M).where(M.c.status == "queued").values(status="delivered"))


def test_nobody_else_loses_a_word(world: World) -> None:
    other = world.phone("+12125550199")
    other.says(*("Ann" if one == "Jay" else one for one in INTAKE))
    before = world.rows(person_id=other.person()["id"])
    phone = mentee(world)
    phone.says("delete my data", "1")
    world.passes(days=3, minutes=1)
    settle(world)
    assert world.rows(person_id=other.person()["id"]) == before
    assert other.person()["name"] == "Ann"


async def test_the_file_holds_every_row_about_them(database_url: str) -> None:
    async with product.product(database_url) as world:
        person = world.telegram.person(7, name="Rosa")
        await hold(person, ["bridge", "[Okay]", "52", "Rosa"])
        await hold(person, ["what do you know about me"])
        await world.quiet()
        sent = next(one for one in world.telegram.bot.sent if one.file)
        shown = json.loads(sent.file)
        assert {row["text"] for row in shown["message"]} >= {"bridge", "Rosa", "52"}
        assert shown["address"][0]["handle"] == "7"
        again = json.loads(export.of(world.served.db, shown["person"][0]["id"]))
        assert set(again) == set(shown)
