"""A new number says who it is: nothing private is said to it before that is sure; then they are
one."""

from typing import Any

import pytest
from sqlalchemy import func, select, update

from assistant.channels import Kind
from assistant.records.loop import Records
from assistant.turns.loop import Turns
from storage.database import Database
from storage.people import claims, merging
from storage.people.merging import Merge
from storage.tables import (
    Address,
    Concern,
    Entry,
    Match,
    Message,
    Participant,
    Person,
    Run,
    Timer,
    table,
)
from tests.reaching import JAY, NEW, ROSA, Reached

A, L, M, N = table(Address), table(Entry), table(Message), table(Participant)
K, P, R, T, W = table(Concern), table(Person), table(Run), table(Match), table(Timer)
SAYS = "hi its jay, new number"
THANKS = [
    "Thank you! A person makes sure that it's really you, and then I go on here. "
    "Until then nothing changes."
]
HERE = "Hi Jay, it's really you! From now on I write to you here."
ASKS = "Somebody texts me from a number that ends in 99, and says it's your new one:"
LAST = ["Thank you! From now on I write to your new number, and no more to this one."]


@pytest.fixture
def reached(db: Database) -> Reached:
    return Reached(db)


@pytest.mark.parametrize(
    "said",
    [
        *(SAYS, "hi its jay i have a new number", "new number, its jay", "Jay here, new phone"),
        *("its jay, i changed my number", "hey this is Jay, lost my phone"),
        *("hola soy jay, cambié de número", "soy jay tengo numero nuevo", "soy jay, perdí mi cel"),
        *("salut c'est jay, nouveau numéro", "c'est jay j'ai changé de numéro"),
        *("oi aqui é o jay, mudei de número", "sou o jay, troquei de celular"),
    ],
)
def test_who_says_so_is_heard_in_four_languages(reached: Reached, said: str) -> None:
    (thanks,) = reached.says(reached.new, said)
    assert thanks in (
        *THANKS,
        "¡Gracias! Una persona confirma que eres tú, y luego sigo aquí. Hasta entonces nada "
        "cambia.",
        "Merci ! Une personne vérifie que c'est bien toi, puis je continue ici. D'ici là, rien ne "
        "change.",
        "Obrigado! Uma pessoa confirma que é você, e depois eu sigo por aqui. Até lá, nada muda.",
    )
    assert reached.claims() == ["open"]
    assert "claim" in reached.listed()


def test_without_a_name_it_is_asked_for(reached: Reached) -> None:
    (asks,) = reached.says(reached.new, "this is my new number")
    assert asks.startswith("Good to hear from you! Which name do I know you by?")
    assert reached.says(reached.new, "jay") == THANKS


def test_the_answer_is_the_same_for_whoever_is_known_and_whoever_is_not(reached: Reached) -> None:
    other = reached.world.phone("+12125550998")
    assert reached.says(reached.new, SAYS) == THANKS
    assert reached.says(other, "hi its zebedee, new number") == THANKS


def test_who_waits_hears_once_a_day_that_a_person_looks_at_it(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    waits = ["Dana Reyes has your message and writes to you here."]
    assert reached.says(reached.new, "hello?") == waits
    assert reached.says(reached.new, "anybody?") == []
    reached.passes(days=2)
    reached.told()
    assert reached.says(reached.new, "hello again") == waits
    assert reached.says(reached.new, SAYS) == []
    assert reached.claims() == ["open"]


@pytest.mark.parametrize("said", ["MENU", "TO rosa hi", "what do you know about me", "hello?"])
def test_nothing_private_is_said_to_it_meanwhile(reached: Reached, said: str) -> None:
    reached.says(reached.new, SAYS)
    told = reached.says(reached.new, said)
    assert all("Rosa" not in text and "goals" not in text for text in told)
    assert reached.told(ROSA) == []


def test_the_phone_that_is_known_says_yes_and_they_are_one(reached: Reached) -> None:
    before = _kept(reached)
    reached.world.accept([reached.new.inbound(SAYS)])
    reached.world.settle()
    told = reached.told()
    assert any(text.startswith(ASKS) for text in told)
    reached.world.accept([reached.jay.inbound("1")])
    reached.world.settle()
    told = reached.told()
    assert LAST[0] in told
    assert any(text.startswith(HERE) for text in told)
    assert reached.whose(reached.new) == reached.jay_id
    assert reached.claims() == ["merged"]
    assert reached.listed() == ["number_moved"]
    assert _kept(reached) == before
    reached.says(reached.rosa, "TO jay hello there")
    assert [text for text in reached.says(reached.new, "MENU") if "my goals" in text]
    assert _newest(reached, NEW, "Rosa: hello there")


def test_no_and_nothing_changes_but_a_coordinator_sees_it(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    told = reached.says(reached.jay, "2")
    assert told == ["Thank you for telling me. Nothing changes, and Dana Reyes looks into it."]
    assert reached.listed() == ["claim", "claim_denied"]
    assert reached.whose(reached.new) != reached.jay_id


def test_the_coordinator_sees_who_claims_what_and_decides(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.settles("perhaps a new phone for Jay", "Jay: looks for help, Rosa", "I'm sure")
    told = reached.told()
    assert LAST[0] in told
    assert any(text.startswith(HERE) for text in told)
    assert reached.claims() == ["merged"]
    assert reached.listed() == []


def test_the_coordinator_knows_nobody_and_they_are_told_kindly(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.settles("perhaps a new phone for Jay", "Nobody I know")
    (said,) = reached.told(NEW)
    assert said.startswith("I couldn't make sure whose number this is, so nothing changes.")
    assert reached.claims() == ["refused"]
    assert reached.says(reached.new, SAYS)[0].startswith("Hi! This is Bridge")
    assert reached.claims() == ["refused"]


def test_one_phone_is_not_asked_again_and_again(reached: Reached) -> None:
    for number in range(4):
        stranger = reached.world.phone(f"+1212555030{number}")
        reached.says(stranger, SAYS)
        reached.says(reached.jay, "2")
    asked = [row for row in reached.jay.thread() if "says it's your new one" in row["text"]]
    assert len(asked) == 2
    assert len(reached.claims()) == 4


def test_of_two_who_claim_it_in_the_same_second_one_can_be_them(reached: Reached) -> None:
    other = reached.world.phone("+12125550998")
    reached.world.accept([reached.new.inbound(SAYS), other.inbound(SAYS)])
    reached.world.settle()
    reached.told()
    reached.says(reached.jay, "1")
    assert sorted(reached.claims()) == ["merged", "open"]
    assert (reached.whose(reached.new), reached.whose(other)).count(reached.jay_id) == 1


def test_both_say_yes_in_the_same_second_and_it_happens_once(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.says(reached.dana, "list", "1")
    for label in ("Jay: looks for help, Rosa", "I'm sure"):
        buttons = [pair for row in reached.dana.thread() for pair in row["buttons"] or ()]
        token = next(one for name, one in reversed(buttons) if name == label)
        messages = [reached.dana.inbound(token, Kind.BUTTON)]
        if label == "I'm sure":
            messages.append(reached.jay.inbound("1"))
        reached.world.accept(messages)
        reached.world.settle()
        told = reached.told()
    assert told.count(LAST[0]) == 1
    assert sum(text.startswith(HERE) for text in told) == 1
    assert reached.claims() == ["merged"]


def test_who_texts_stop_from_the_new_number_in_the_same_second_is_not_moved(
    reached: Reached,
) -> None:
    reached.says(reached.new, SAYS)
    reached.world.accept([reached.jay.inbound("1"), reached.new.inbound("STOP")])
    reached.world.settle()
    assert reached.claims() == ["void"]
    assert reached.whose(reached.new) != reached.jay_id
    assert "claim_void" in reached.listed()


def test_what_comes_for_who_they_were_is_theirs(reached: Reached) -> None:
    """It was on its way into the inbox while they became one."""
    reached.says(reached.new, SAYS)
    newcomer = reached.whose(reached.new)
    reached.says(reached.jay, "1")
    reached.world.accept([reached.new.inbound("MENU")])
    with reached.world.db.writing() as db:
        newest = select(func.max(M.c.id)).where(M.c.text.is_not(None), M.c.direction == "in")
        db.execute(update(M).where(M.c.id == newest.scalar_subquery()).values(person_id=newcomer))
    reached.world.settle()
    assert any("my goals" in text for text in reached.told(NEW))


def test_a_crash_in_the_middle_and_it_happens_at_the_next_start(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.world.accept([reached.jay.inbound("1")])

    def dies(point: str) -> None:
        if point == "turning":
            raise KeyboardInterrupt

    turns = reached.world.turns
    dying = Turns(reached.world.db, turns._policy, turns._now, dies)
    with pytest.raises(KeyboardInterrupt):
        dying.step()
    assert reached.claims() == ["open"]
    reached.world.settle()
    assert reached.claims() == ["merged"]
    assert reached.told().count(LAST[0]) == 1


def test_who_had_stopped_stays_so_and_hears_once_how_to_come_back(reached: Reached) -> None:
    reached.says(reached.jay, "STOP")
    reached.says(reached.new, SAYS)
    assert reached.told(JAY) == []
    reached.settles("perhaps a new phone for Jay", "Jay: looks for help", "I'm sure")
    told = reached.told()
    assert told.count("To get texts from Bridge again, text START.") == 1
    assert not any("Hi Jay" in text for text in told)
    reached.says(reached.new, "START")
    assert reached.whose(reached.new) == reached.jay_id


def test_the_old_number_is_somebody_elses_then(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.says(reached.jay, "1")
    (hello,) = reached.says(reached.jay, "who is this?")[:1]
    assert hello.startswith("Hi! This is Bridge")
    reached.says(reached.jay, "STOP")
    with reached.world.db.reading() as db:
        query = select(P.c.stopped_at).where(P.c.id == reached.jay_id)
        assert db.execute(query).scalar() is None
    assert reached.says(reached.new, "MENU")


def test_a_phone_that_was_silent_for_long_is_not_asked(reached: Reached) -> None:
    reached.passes(days=50)
    reached.told()
    reached.says(reached.new, SAYS)
    assert not [row for row in reached.jay.thread() if "your new one" in row["text"]]
    assert "claim" in reached.listed()


def test_what_needs_a_person_is_heard_from_a_new_number_and_stays_theirs(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.says(reached.new, "i want to die")
    reached.says(reached.jay, "1")
    with reached.world.db.reading() as db:
        assert db.execute(select(K.c.person_id)).scalar() == reached.jay_id


def test_the_name_of_who_coordinates_moves_nobody(reached: Reached) -> None:
    reached.says(reached.new, "hi its dana, new number")
    assert not [row for row in reached.dana.thread() if "your new one" in row["text"]]


@pytest.mark.parametrize("name", ["\N{GRINNING FACE} Zoë", "<script>alert(1)</script>", "Jay'; --"])
def test_a_strange_name_does_no_harm(reached: Reached, name: str) -> None:
    reached.says(reached.new, "new number")
    reached.says(reached.new, name)
    assert not any("<script>" in text for text in reached.told())
    reached.says(reached.dana, "list")


def test_who_takes_part_hears_how_it_goes(reached: Reached) -> None:
    (said,) = reached.says(reached.jay, "i will have a new number")
    assert said.startswith("Thanks for telling me! Once you have it, text me from there")


def test_erased_they_leave_nothing_at_either_number(reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    reached.says(reached.jay, "1")
    reached.says(reached.new, "i love chess a lot and my cat")
    reached.says(reached.new, "FORGET ME", "1")
    records = Records(reached.world.db, lambda: reached.world.now)
    for _ in range(9):
        reached.passes(hours=12)
        reached.told()
        while records.step():
            pass
    records.release()
    with reached.world.db.reading() as db:
        handles = db.execute(select(A.c.handle).where(A.c.person_id == reached.jay_id)).scalars()
        assert set(handles) == {""}
        words = db.execute(select(M.c.text)).scalars()
        assert not any("chess" in text for text in words)


def _kept(one: Reached) -> list[Any]:
    """What is of Jay but for his texts, and who takes part."""
    with one.world.db.reading() as db:
        matches = db.execute(select(T.c.id, T.c.state, T.c.mentee_id)).all()
        roles = db.execute(select(N.c.person_id, N.c.role, N.c.state).order_by(N.c.id)).all()
    return [*map(tuple, matches), *map(tuple, roles)]


def _newest(one: Reached, handle: str, words: str) -> bool:
    with one.world.db.reading() as db:
        query = select(M.c.text, A.c.handle).join(A, A.c.id == M.c.address_id)
        return any(row.handle == handle and words in row.text for row in db.execute(query))


def test_a_claim_settles_once(db: Database, reached: Reached) -> None:
    reached.says(reached.new, SAYS)
    newcomer, now = reached.whose(reached.new), reached.world.now
    with db.writing() as connection:
        claims.settle(connection, newcomer, claims.REFUSED, claims.COORDINATOR, now)
        claims.settle(connection, newcomer, claims.MERGED, claims.PHONE, now)
    assert reached.claims() == ["refused"]
    with db.writing() as connection:
        assert merging.free(connection, newcomer)
        found = claims.newest(connection, newcomer)
        assert found is not None
        merging.merge(connection, Merge(reached.jay_id, newcomer, found.address_id, (), ""), now)
        left = [table_.c.person_id == newcomer for table_ in (M, L, R, W)]
        assert [
            one for one in left if connection.execute(select(one.left).where(one)).first()
        ] == []
