"""What a phone writes is not what a person writes: reactions and auto-replies change nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select, text

from assistant.channels import Kind
from assistant.understanding import machines, reactions
from storage.database import Database
from storage.tables import Goal, Meeting, Participant, Person, Run, table
from tests.phones import Phone, World
from tests.test_meetings import ASKED, make, say
from tests.together import together

LANGUAGES = ("en", "es", "fr", "pt")
STEPS = (
    "1",
    "23",
    "Jay",
    "1 4",
    "pass maths",
    "after 4",
    "1",
    "2",
    "Get my licence",
    "when I pass",
)
OURS = (
    "Hi Jay! Text HELP for help, STOP to opt out.",
    "Maya can do Tue at 4. 1 works for me, 2 no. Can't come? Text MOVE.",
)
# As phones write them; {} is a text of ours.
FORMS = (
    "Liked “{}”",
    'Loved "{}"',
    "Disliked “{}”",
    "Emphasized “{}”",
    "Laughed at “{}”",
    "Questioned “{}”",
    "Removed a heart from “{}”",
    "Reacted 👍 to “{}”",
    "❤️ to “ {} ”",
    "Le gustó “{}”",
    "No le gustó “{}”",
    "Le encantó «{}»",
    "Reaccionó con 👎 a “{}”",
    "A aimé « {} »",
    "N'a pas aimé « {} »",
    "A réagi avec 😂 à « {} »",
    "Curtiu “{}”",
    "Não gostou de “{}”",
    "Reagiu com ❓ a “{}”",
)
OF_OTHERS = (
    "Ana liked “{}”",
    "Gefällt „{}“",
    "Hat auf „{}“ mit 👍 reagiert",
    "Vond “{}” leuk 👍",
    "「{}」を“いいね”しました",
)
ATTACHED = ("Liked an image", "Le encantó una imagen", "A adoré une photo", "Curtiu uma imagem")
MACHINES = (
    "I\u2019m driving with Do Not Disturb turned on. I\u2019ll see your message when I get there.",
    "[Auto-reply] Yes, I got your message and will answer soon",
    "Out of office: back on Monday. For urgent matters call 555-0100.",
    "This number does not accept text messages. Stop.",
    "Thanks for contacting Fern Dental! Our hours are 9-5. Reply 1 for a booking, 2 for bills.",
    "Your order has shipped. Reply STOP to unsubscribe, HELP for help.",
    "This account is no longer in use",
    "Thanks for calling Fern Dental, we will be with you shortly",
    "Your call is important to us",
    "Txt YES to join or NO to end",
    "See you on 12 May! Reply YES to confirm or NO to cancel.",
    "Estoy conduciendo. Veré tu mensaje cuando llegue. Sí",
    "Respuesta automática: de vacaciones hasta el lunes",
    "Este número no recibe mensajes de texto.",
    "Réponse automatique : oui, je reviens lundi",
    "Je conduis en ce moment, je vous rappelle plus tard",
    "Mande SI para unirse o NO para salir",
    "Ce numéro ne reçoit pas les SMS.",
    "Estou dirigindo agora, retorno mais tarde. Ok",
    "Resposta automática: sim, volto na segunda",
    "Este número não aceita mensagens.",
    "I can't talk right now. I'll call you back later, ok.",
    "En este momento no puedo atenderte, te llamaré más tarde. Sí",
    "Je ne peux pas répondre pour le moment, je te rappelle.",
    "Não posso falar no momento, retorno em breve.",
)
PEOPLE = (
    'my goal is "pass maths"',
    'I liked "The Hobbit"',
    'yes to "Maya can do Tue at 4. 1 works for me, 2 no."',
    "“Maya can do Tue at 4. 1 works for me, 2 no.” works",
    "STOP “Hi Jay! Text HELP for help, STOP to opt out.”",
    'what does "opt out" mean',
    'they call me "Jay"',
    "“stop”",
    "liked it, thanks",
    "I'm driving to school at 4",
    "i want to pass my driving test",
    "Text STOP to end",
    "do i reply STOP to end this?",
    "thanks for your message, tuesday works",
    "out of office on friday, thursday is fine",
    "gracias por escribirme, sí puedo el martes",
    "merci pour ton message, mardi me va",
    "estou dirigindo agora",
    "i cant talk to my mum, she never responds",
    "no puedo hablar con él, nunca me responde",
    "je peux pas parler là",
    "não posso falar com ela sem ela retornar",
)


def by_phone(said: str, ours: tuple[str, ...] = OURS) -> bool:
    if quote := reactions.find(said):
        return reactions.is_one(quote, ours)
    return reactions.attachment(said) or machines.speaks(said)


@together
@pytest.mark.parametrize("form", FORMS)
def test_a_reaction_is_known_by_its_verb_whatever_it_quotes(form: str) -> None:
    assert by_phone(form.format("a text of long ago, yes"), ())
    assert by_phone(form.format(OURS[0][:21] + "…"), ())


@together
@pytest.mark.parametrize("form", OF_OTHERS)
def test_a_reaction_in_any_language_is_known_by_the_text_that_it_quotes(form: str) -> None:
    for ours in OURS:
        assert by_phone(form.format(ours))
        assert by_phone(form.format(ours[:25] + "…"))


@together
@pytest.mark.parametrize("said", [*MACHINES, *ATTACHED])
def test_what_a_machine_writes_is_known(said: str) -> None:
    assert by_phone(said, ())


@together
@pytest.mark.parametrize("said", PEOPLE)
def test_what_a_person_writes_is_no_machines(said: str) -> None:
    assert not by_phone(said)


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def state(world: World) -> list[Any]:
    """All that a turn could have changed."""
    rows: list[Any] = []
    with world.db.reading() as db:
        for kind in (Run, Participant, Meeting, Goal, Person):
            rows += [tuple(row) for row in db.execute(select(table(kind)).order_by("id"))]
    return rows


def by_phones(ours: str) -> Iterator[str]:
    yield from (form.format(ours) for form in (*FORMS, *OF_OTHERS))
    yield from (f"{form.split('{}')[0]}{ours[:30]}…" for form in FORMS)
    yield from (*ATTACHED, *MACHINES)


def speak(world: World, language: str) -> None:
    with world.db.writing() as db:
        db.execute(text("UPDATE person SET language = :code"), {"code": language})


def changes_nothing(phone: Phone, said: list[str]) -> None:
    before = state(phone.world)
    for words in said:
        assert phone.says(words) == [], words
    assert state(phone.world) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_every_question_of_joining_nothing_follows(world: World, language: str) -> None:
    phone = world.phone()
    phone.says("bridge")
    speak(world, language)
    for number, step in enumerate(STEPS):
        ours = phone.thread()[-1]["text"]
        changes_nothing(phone, list(by_phones(ours))[number % 5 :: 5])
        assert phone.says(step) != [], step


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_an_offer_nothing_follows(world: World, language: str) -> None:
    two = make(world, 0, ("America/New_York",))
    speak(world, language)
    for who, lines in ASKED:
        for line in lines:
            say(world, [two], who, line)
    two.second.hears()
    changes_nothing(two.second, list(by_phones(two.second.thread()[-1]["text"])))
    assert two.second.says("1") != []


def test_who_has_joined_nothing_or_has_stopped_hears_nothing(world: World) -> None:
    stranger = world.phone("+12125550199")
    assert stranger.says(MACHINES[5]) == []
    phone = world.phone()
    phone.says("bridge", "1", "STOP")
    changes_nothing(phone, [FORMS[0].format("Text START"), *MACHINES])


def test_an_older_text_is_known_too_and_an_answer_that_quotes_is_an_answer(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    ours = phone.thread()[-1]["text"]
    phone.says("1", "23")
    changes_nothing(phone, [OF_OTHERS[0].format(ours)])
    assert phone.sends(phone.inbound(f"STOP “{ours}”", Kind.TEXT)) != []
    assert phone.person()["stopped_at"] or phone.person()["held_at"]
