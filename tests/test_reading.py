"""What people type on cheap phones, in four languages, and what it is read as."""

import contextlib
import datetime as dt
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import reading
from flows.reading import Offered, Unclear
from tests.together import together

LANGUAGES = ("en", "es", "fr", "pt")
NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("America/New_York"))  # A Tuesday.

TOPICS = tuple(
    Offered(label, (label,))
    for label in ("school", "exams", "jobs", "college", "friends", "something else")
)
TEMAS = tuple(
    Offered(token, (label,))
    for token, label in (
        ("school", "la escuela"),
        ("exams", "exámenes"),
        ("jobs", "trabajo"),
        ("college", "universidad"),
    )
)
SUJETS = tuple(
    Offered(token, (label,))
    for token, label in (("school", "l'école"), ("jobs", "un métier"), ("friends", "des amis"))
)
TEMPOS = tuple(
    Offered(token, (label,))
    for token, label in (("school", "escola"), ("jobs", "emprego"), ("friends", "amizades"))
)
OPTIONS = {"en": TOPICS, "es": TEMAS, "fr": SUJETS, "pt": TEMPOS}


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


CHOICES = (
    ("en", "1", "school", ""),
    ("en", "1.", "school", ""),
    ("en", "1)", "school", ""),
    ("en", "#1", "school", ""),
    ("en", " 1 ", "school", ""),
    ("en", "1️⃣", "school", ""),
    ("en", "③", "jobs", ""),
    ("en", "one", "school", ""),
    ("en", "opt 2", "exams", ""),
    ("en", "opt2", "exams", ""),
    ("en", "number 3 pls", "jobs", ""),
    ("en", "the first one", "school", ""),
    ("en", "2nd", "exams", ""),
    ("en", "i think ill go with 4", "college", ""),
    ("en", "4 shes nice", "college", "shes nice"),
    ("en", "4 - cos my mum went", "college", "cos my mum went"),
    ("en", "1 school", "school", ""),
    ("en", "Jobs!!", "jobs", ""),
    ("en", "skool", "school", ""),
    ("en", "scool", "school", ""),
    ("en", "colege pls", "college", ""),
    ("en", "freinds", "friends", ""),
    ("en", "exam", "exams", ""),
    ("en", "coll", "college", ""),
    ("en", "something else", "something else", ""),
    ("en", "else", "something else", ""),
    ("en", "jobs cos i need money", "jobs", "cos i need money"),
    ("es", "uno", "school", ""),
    ("es", "la segunda", "exams", ""),
    ("es", "numero tres porfa", "jobs", ""),
    ("es", "la escuela", "school", ""),
    ("es", "escuela", "school", ""),
    ("es", "examenes", "exams", ""),
    ("es", "travajo", "jobs", ""),
    ("es", "unibersidad", "college", ""),
    ("es", "two", "exams", ""),
    ("es", "3 porque necesito dinero", "jobs", "porque necesito dinero"),
    ("fr", "un", "school", ""),
    ("fr", "le deuxième", "jobs", ""),
    ("fr", "le 3 stp", "friends", ""),
    ("fr", "école", "school", ""),
    ("fr", "ecole", "school", ""),
    ("fr", "metier", "jobs", ""),
    ("fr", "amis", "friends", ""),
    ("fr", "2 pcq je veux travailler", "jobs", "pcq je veux travailler"),
    ("pt", "um", "school", ""),
    ("pt", "a segunda", "jobs", ""),
    ("pt", "acho que 3", "friends", ""),
    ("pt", "escola", "school", ""),
    ("pt", "escolla", "school", ""),
    ("pt", "enprego", "jobs", ""),
    ("pt", "amizade", "friends", ""),
)


@together
@pytest.mark.parametrize(("language", "reply", "token", "note"), CHOICES)
def test_an_option_is_read_however_it_is_named(
    language: str, reply: str, token: str, note: str
) -> None:
    assert reading.choice(reply, OPTIONS[language], language) == (token, note)


@together
@pytest.mark.parametrize(
    "reply",
    lines("""
        7
        16
        0
        1 or 2
        1 2
        1 no wait 2
        1:30
        2.5
        1 jobs
        school and jobs
        not school
        i have 2 brothers
        one of my teachers said so
        a snob
        sofa
        whatever
        ?
        what is 3?
        🤷
    """),
)
def test_no_option_is_guessed(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.choice(reply, TOPICS, "en")


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [("es", "cuanto"), ("pt", "quanto"), ("es", "novela"), ("en", "thirsty"), ("es", "decime")],
)
def test_a_word_near_a_number_is_no_number(language: str, reply: str) -> None:
    many = tuple(Offered(str(at), (f"{at}",)) for at in range(1, 100))
    with pytest.raises(Unclear):
        reading.choice(reply, many, language)


def test_a_short_word_is_never_taken_for_another() -> None:
    days = (Offered("day", ("day",)), Offered("may", ("may",)), Offered("jobs", ("jobs",)))
    for reply in ("way", "mat", "jobe", "dab"):
        with pytest.raises(Unclear):
            reading.choice(reply, days, "en")


@together
@pytest.mark.parametrize(
    ("reply", "token"),
    [
        ("thurs", "thu"),
        ("wensday", "wed"),
        ("tuesday is good", "tue"),
        ("4:30", "wed"),
        ("2", "wed"),
    ],
)
def test_an_offered_time_is_named_by_its_day_or_hour(reply: str, token: str) -> None:
    times = (Offered("tue", ("Tue 4 pm",)), Offered("wed", ("Wed 4:30 pm",)))
    assert reading.choice(reply, (*times, Offered("thu", ("Thu 4 pm",))), "en")[0] == token


@together
@pytest.mark.parametrize(
    ("reply", "token"),
    [
        ("library", "lib"),
        ("the library would be best", "lib"),
        ("cafe cuz its close", "cafe"),
        ("library cafe", ""),
        ("school library", ""),
        ("starbucks on main street", ""),
        ("starbucks cafe", ""),
    ],
)
def test_a_word_of_an_option_names_it_only_where_nothing_else_is_named(
    reply: str, token: str
) -> None:
    places = (Offered("lib", ("Harbor Library",)), Offered("cafe", ("Main Street Cafe",)))
    if token:
        assert reading.choice(reply, places, "en")[0] == token
    else:
        with pytest.raises(Unclear):
            reading.choice(reply, places, "en")


def test_two_and_four_are_to_and_for_among_words() -> None:
    offered = (Offered("talk", ("easy to talk to",)), Offered("job", ("does a job I want",)))
    assert reading.choice("easy 2 talk 2", offered, "en")[0] == "talk"


@pytest.mark.parametrize(
    ("reply", "token"), [("not now", "no"), ("gladly", "yes"), ("not now sorry", "no")]
)
def test_an_option_that_denies_is_named_with_its_not(reply: str, token: str) -> None:
    asked = (
        Offered("yes", ("gladly",)),
        Offered("ask", ("a question",)),
        Offered("no", ("not now",)),
    )
    assert reading.choice(reply, asked, "en")[0] == token
    with pytest.raises(Unclear):
        reading.choice("now", asked, "en")


@pytest.mark.parametrize(
    ("reply", "token"), [("👍", "good"), ("👍🏽", "good"), ("👎🏿", "bad"), ("good 😀", "good")]
)
def test_an_option_may_be_a_picture(reply: str, token: str) -> None:
    pictures = (Offered("good", ("good", "👍")), Offered("bad", ("bad", "👎")))
    assert reading.choice(reply, pictures, "en") == (token, "")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [("b", ("exams", "")), ("B)", ("exams", "")), ("c - my cv", ("jobs", "my cv"))],
)
def test_letters_stand_for_options_where_they_were_offered(
    reply: str, expected: tuple[str, str]
) -> None:
    assert reading.choice(reply, TOPICS, "en", lettered=True) == expected
    with pytest.raises(Unclear):
        reading.choice("b", TOPICS, "en")


@pytest.mark.parametrize(
    ("language", "reply", "token"),
    [("en", "k", "yes"), ("en", "nah", "no"), ("es", "dale", "yes"), ("fr", "bof non", "no")],
)
def test_an_option_of_yes_or_no_is_read_as_one(language: str, reply: str, token: str) -> None:
    asked = (Offered("yes", ("okay",)), Offered("no", ("no thanks",)))
    assert reading.choice(reply, asked, language)[0] == token


SEVERAL = (
    ("en", "1 4", "school college", ""),
    ("en", "1,4", "school college", ""),
    ("en", "4, 1", "college school", ""),
    ("en", "1 and 4", "school college", ""),
    ("en", "1&4", "school college", ""),
    ("en", "14", "school college", ""),
    ("en", "134", "school jobs college", ""),
    ("en", "1 1 4", "school college", ""),
    ("en", "one and four", "school college", ""),
    ("en", "1st n 4th", "school college", ""),
    ("en", "1.", "school", ""),
    ("en", "1 adn 4", "school college", ""),
    ("es", "1 t 3", "school jobs", ""),
    ("es", "1 y3", "school jobs", ""),
    ("en", "1 4 parmedic stuff", "school college", "parmedic stuff"),
    ("en", "1 n 2 be a medic", "school", "2 be a medic"),
    ("en", "school and jobs", "school jobs", ""),
    ("en", "exams, colege", "exams college", ""),
    ("en", "1 and jobs", "school jobs", ""),
    ("en", "jobs cos im poor", "jobs", "cos im poor"),
    ("en", "becoming a paramedic", "", "becoming a paramedic"),
    ("es", "1 y 3", "school jobs", ""),
    ("es", "escuela y trabajo", "school jobs", ""),
    ("fr", "1 et 3", "school friends", ""),
    ("fr", "ecole, amis", "school friends", ""),
    ("pt", "1 e 2", "school jobs", ""),
    ("pt", "escola e amizades", "school friends", ""),
)


@together
@pytest.mark.parametrize(("language", "reply", "tokens", "note"), SEVERAL)
def test_several_options_are_read_in_their_order(
    language: str, reply: str, tokens: str, note: str
) -> None:
    assert reading.several(reply, OPTIONS[language], language, 3) == (tuple(tokens.split()), note)


@together
@pytest.mark.parametrize(
    "reply",
    [
        "1 2 3 4",
        "1 7",
        "0",
        "11",
        "1-4",
        "1 or 4",
        "1 not 4",
        "1 x 4",
        "all of them",
        "?",
        "what?",
        "",
    ],
)
def test_too_many_options_or_none_are_unclear(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.several(reply, TOPICS, "en", 3)


def test_all_of_few_are_picked() -> None:
    assert reading.several("all of these pls", TOPICS[:3], "en", 3)[0] == (
        "school",
        "exams",
        "jobs",
    )


def test_fourteen_is_fourteen_where_there_are_so_many() -> None:
    many = tuple(Offered(str(at), (f"thing {at}",)) for at in range(1, 16))
    assert reading.several("14", many, "en", 3) == (("14",), "")


YES = {
    "en": (
        "k, ok, okay, yh, ye, yea, yeah, yesss, sure, sure thing, 1, 1 pls, 👍, 👍🏽, 👌🏿, ✅, "
        "yep, of course, why not?, go for it, sounds good, ok cool, im in, i dont mind, "
        "no problem, "
        "absolutley yes, fine by me, thats fine, my mum says yes, Okay!, "
        "YES PLEASE, aight, bet, I'd love to, Hi yes that suits me fine thank you, see u then yes, "
        "i wouldnt say no, no objections, yes please if possible"
    ),
    "es": (
        "si, sí, sii, sip, claro, dale, vale, va, bueno, 1, por supuesto, de acuerdo, "
        "está bien, me parece bien, por qué no?, no hay problema, sí quiero, creo que sí, "
        "ok gracias, 👍🏼, claro que si, por mí sí, sí pueden escribirme, a mí me queda bien"
    ),
    "fr": (
        "oui, ouais, ouii, ok, dac, d'accord, 1, bien sûr, carrément, pourquoi pas ?, "
        "pas de problème, je veux bien, ça marche, c bon, avec plaisir, oui merci, vas-y, 👍🏾, "
        "ben oui, vous pouvez, moi ça me va"
    ),
    "pt": (
        "sim, s, simm, claro, blz, beleza, pode ser, tá bom, ta, com certeza, 1, por que não?, "
        "sem problema, quero sim, tudo bem, acho que sim, bora, 👍🏻, isso, por mim tudo certo, "
        "podem mandar mensagem sim, claro ué"
    ),
}
NO = {
    "en": (
        "no, n, nah, nope, nooo, no thanks, no thx, 2, 2 sorry, 👎, 👎🏽, not really, not for me, "
        "i dont want to, dont want, id rather not, no way, never, i dont think so, not ok, "
        "im not ok with that, no not yes, not interested, nah its fine, no thanks im good, "
        "ok but no, well yes but actually no, i dont think i can, no sorry i cant do that, "
        "lol ok no, nah 👍, stop please"
    ),
    "es": (
        "no, nop, nel, no gracias, 2, para nada, ni hablar, no quiero, no me interesa, "
        "creo que no, ahora no, 👎🏿, no estoy de acuerdo, claro que no, mejor no, no está bien, "
        "obvio que no, sí pero mejor no, no creo que pueda, no gracias estoy bien, quiero salir"
    ),
    "fr": (
        "non, nan, nn, non merci, 2, pas du tout, pas vraiment, je veux pas, je ne veux pas, "
        "pas d'accord, jamais, hors de question, c'est pas bon, je pense pas, 👎🏻, "
        "ok mais non, non ça va, bien sûr que non, j'accepte pas, arrêtez"
    ),
    "pt": (
        "não, nao, naum, n, não obrigado, 2, de jeito nenhum, nem pensar, não quero, "
        "claro que não, acho que não, agora não, não concordo, hoje não, 👎🏼, "
        "claro mas não, não tudo bem, com certeza não, quero sair, dá não"
    ),
}


@together
@pytest.mark.parametrize(
    ("language", "reply"), [(lang, text) for lang in YES for text in YES[lang].split(", ")]
)
def test_every_yes_is_a_yes(language: str, reply: str) -> None:
    assert reading.yes_no(reply, language) is True


@together
@pytest.mark.parametrize(
    ("language", "reply"), [(lang, text) for lang in NO for text in NO[lang].split(", ")]
)
def test_every_no_is_a_no(language: str, reply: str) -> None:
    assert reading.yes_no(reply, language) is False


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "maybe"),
        ("en", "not sure"),
        ("en", "idk"),
        ("en", "who is this"),
        ("en", "yes no"),
        ("en", "yes and no"),
        ("en", "yes not before 4 tho"),
        ("en", "yes, he was there"),
        ("en", "yes but only mondays"),
        ("en", "ok who is this"),
        ("en", "sure, what for"),
        ("en", "im fine"),
        ("en", "i dont want to stop"),
        ("en", "2 hours"),
        ("en", "👍👎"),
        ("en", "ok so no one told me"),
        ("en", "3"),
        ("en", "i have no credit left on my phone"),
        ("en", "is it ok?"),
        ("en", "😀"),
        ("en", ""),
        ("en", "wednesday"),
        ("es", "no sé"),
        ("es", "quién eres"),
        ("es", "tal vez"),
        ("es", "estoy bien"),
        ("es", "no trabajo ese día"),
        ("es", "sí, pero a las 8"),
        ("es", "no quiero darme de baja"),
        ("fr", "je sais pas"),
        ("fr", "peut-être"),
        ("fr", "c'est qui"),
        ("fr", "oui mais pas vendredi"),
        ("fr", "oui ou non"),
        ("fr", "ok ma mère arrive"),
        ("pt", "não sei"),
        ("pt", "talvez"),
        ("pt", "quem é você"),
        ("pt", "to bem, obrigado"),
        ("pt", "sim e não"),
        ("pt", "sim, mas às 16"),
    ],
)
def test_neither_yes_nor_no_is_unclear(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.yes_no(reply, language)


@pytest.mark.parametrize(
    ("language", "of_it", "of_a_thing"),
    [
        ("en", "that doesnt work, friday doesnt work", "my phone doesnt work, the link is broken"),
        ("es", "no funciona, el viernes no sirve", "mi celular no funciona, el link no abre"),
        ("fr", "ça marche pas, vendredi ça va pas", "mon tel marche pas, elle répond jamais"),
        ("pt", "não dá, sexta não dá", "o meu telemóvel não funciona, a câmera não abre"),
    ],
)
def test_a_thing_that_does_not_work_is_no_refusal(
    language: str, of_it: str, of_a_thing: str
) -> None:
    for reply in of_it.split(", "):
        assert reading.yes_no(reply, language) is False, reply
    for reply in of_a_thing.split(", "):
        with pytest.raises(reading.Unclear):
            reading.yes_no(reply, language)


AGES = (
    ("en", "16", 16),
    ("en", "im 16", 16),
    ("en", "sixteen", 16),
    ("en", "sixten", 16),
    ("en", "I turned 16 last may", 16),
    ("en", "16yo", 16),
    ("en", "16!!", 16),
    ("en", "fifty-two", 52),
    ("en", "im 16 and u?", 16),
    ("en", "im 16 born 2010", 16),
    ("en", "sorry typo 21", 21),
    ("es", "ups 21 me equivoqué", 21),
    ("fr", "oups erreur j'ai 19", 19),
    ("pt", "ops errei 18", 18),
    ("es", "dieciséis", 16),
    ("es", "tengo 16 años", 16),
    ("es", "diesiseis", 16),
    ("es", "cuarenta y dos", 42),
    ("es", "sixteen", 16),
    ("fr", "16 ans", 16),
    ("fr", "j'ai seize ans", 16),
    ("fr", "vingt et un", 21),
    ("fr", "quatre-vingt-deux", 82),
    ("fr", "soixante-douze", 72),
    ("pt", "tenho 16 anos", 16),
    ("pt", "dezesseis", 16),
    ("pt", "dezasseis", 16),
    ("pt", "vinte e um", 21),
)


@together
@pytest.mark.parametrize(("language", "reply", "value"), AGES)
def test_an_age_is_read_in_digits_or_words(language: str, reply: str, value: int) -> None:
    assert reading.age(reply, language) == value


@together
@pytest.mark.parametrize(
    "reply",
    lines("""
        almost 18
        nearly 18
        18 in june
        18 next month
        gonna be 18
        im not 18 yet
        over 18
        18+
        <18
        16 or 17
        15-16
        16.5
        200
        born 2009
        my 18th birthday
        16?
        18 this summer
        when i turn 18
        my little sister is 16
        give me 5 min
        16 hours of work
        in my 20s
        -16
        not 16
        thirsty
        jay
        99999999999999999999
    """),
)
def test_an_age_that_is_not_so_is_unclear(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.age(reply, "en")


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("es", "casi 18"),
        ("es", "cumplo 18 en junio"),
        ("fr", "presque 18"),
        ("fr", "bientôt 18 ans"),
        ("pt", "quase 18"),
        ("pt", "faço 18 em junho"),
        ("es", "18 el mes que viene"),
        ("fr", "j'aurai 18 ans cet été"),
        ("pt", "18 mês que vem"),
        ("es", "mi hermano tiene 16"),
        ("fr", "20 minutes"),
        ("pt", "16 horas por semana"),
    ],
)
def test_an_age_still_to_come_is_unclear(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.age(reply, language)


@together
@pytest.mark.parametrize(
    ("language", "reply", "mark", "note"),
    [
        ("en", "3", 3, ""),
        ("en", "3 - quiet, dont know if i help", 3, "quiet, dont know if i help"),
        ("en", "5!!!", 5, ""),
        ("en", "four", 4, ""),
        ("en", "a 4", 4, ""),
        ("en", "id say 4 shes nice", 4, "shes nice"),
        ("en", "4/5", 4, ""),
        ("en", "4 out of 5 lol", 4, "lol"),
        ("en", "4 stars", 4, ""),
        ("en", "⭐⭐⭐", 3, ""),
        ("en", "she was late, 2", 2, "she was late"),
        ("es", "un 4", 4, ""),
        ("es", "un cuatro", 4, ""),
        ("pt", "um quatro", 4, ""),
        ("es", "cuatro, muy bien", 4, "muy bien"),
        ("es", "4 de 5", 4, ""),
        ("fr", "je dirais 3", 3, ""),
        ("fr", "4 sur 5, sympa", 4, "sympa"),
        ("pt", "dou 5", 5, ""),
        ("pt", "quatro - foi legal", 4, "foi legal"),
    ],
)
def test_a_mark_is_read_with_its_note(language: str, reply: str, mark: int, note: str) -> None:
    assert reading.scale(reply, 1, 5, language) == (mark, note)


@together
@pytest.mark.parametrize(
    "reply",
    [
        *("0", "6", "3 or 4", "3-4", "3.5", "2 be honest its a 3", "we met 3 times", "good", ""),
        *("5 5", "not a 5", "one of the best", "5 out of 10", "3 times", "1st time", "2 hours"),
        *("3 and a half", "1 thing: call me", "never a 4"),
    ],
)
def test_a_mark_that_could_be_two_is_unclear(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.scale(reply, 1, 5, "en")


NAMES = (
    ("en", "jay", "Jay"),
    ("en", "JAY", "Jay"),
    ("en", "Jay.", "Jay"),
    ("en", "my name is Jay", "Jay"),
    ("en", "im jay", "Jay"),
    ("en", "hi im jay", "Jay"),
    ("en", "hey, my names jay", "Jay"),
    ("en", "call me J", "J"),
    ("en", "everyone calls me Mo", "Mo"),
    ("en", "name: jay", "Jay"),
    ("en", "jay thx", "Jay"),
    ("en", "Jay (he/him)", "Jay"),
    ("en", "jay 😀", "Jay"),
    ("en", "jay 16", "Jay"),
    ("en", "o'neil", "O'Neil"),
    ("en", "d\u2019angelo", "D\u2019Angelo"),
    ("en", "anne-marie", "Anne-Marie"),
    ("en", "tj", "TJ"),
    ("en", "DJ", "DJ"),
    ("en", "McKenzie", "McKenzie"),
    ("en", "will", "Will"),
    ("en", "hope", "Hope"),
    ("en", "Łukasz", "Łukasz"),
    ("en", "李小龙", "李小龙"),
    ("en", "marcus here", "Marcus"),
    ("en", "its me tasha", "Tasha"),
    ("en", "Priya is my name", "Priya"),
    ("en", "im marcus and im 16", "Marcus"),
    ("en", "lucy, and you?", "Lucy"),
    ("en", "my gran is late, call me kit", "Kit"),
    ("en", "sure, im jamal", "Jamal"),
    ("en", "Faith", "Faith"),
    ("en", "Mrs. Patel", "Mrs. Patel"),
    ("en", "i go by ty", "Ty"),
    ("en", "محمد", "محمد"),
    ("es", "me llamo Ana María", "Ana María"),
    ("es", "soy maría de la cruz", "María de la Cruz"),
    ("es", "llamame pepe porfa", "Pepe"),
    ("es", "hola soy juan", "Juan"),
    ("es", "q onda, soy pedro", "Pedro"),
    ("es", "soy la lupe", "Lupe"),
    ("es", "me dicen la chata", "Chata"),
    ("en", "buenas, soy Marta", "Marta"),
    ("en", "jus call me Ty", "Ty"),
    ("en", "je m'appelle Inès", "Inès"),
    ("es", "Luz", "Luz"),
    ("es", "Lola, ¿y usted?", "Lola"),
    ("es", "habla Teresa", "Teresa"),
    ("fr", "je m'appelle Zoë", "Zoë"),
    ("fr", "moi c'est léa", "Léa"),
    ("fr", "jmappelle karim", "Karim"),
    ("fr", "jean-paul", "Jean-Paul"),
    ("fr", "appelez-moi Jo", "Jo"),
    ("fr", "Nadia et vous ?", "Nadia"),
    ("fr", "ok moi c'est karim", "Karim"),
    ("fr", "Rose", "Rose"),
    ("pt", "meu nome é joão", "João"),
    ("pt", "sou a rita", "Rita"),
    ("pt", "pode me chamar de zé", "Zé"),
    ("pt", "joão da silva", "João da Silva"),
    ("pt", "oi sou a ju", "Ju"),
    ("pt", "minha mãe me chama de lelê", "Lelê"),
    ("pt", "beto, e você?", "Beto"),
    ("pt", "aqui é o beto", "Beto"),
    ("en", "Elizabeth but everyone calls me liz", "Liz"),
    ("en", "jay but not today", "Jay"),
    ("es", "Lucía pero dime Lu", "Lu"),
    ("es", "Artur Mas", "Artur Mas"),
    ("fr", "Alexandre mais appelle-moi Alex", "Alex"),
    ("pt", "Eduarda mas pode me chamar de Duda", "Duda"),
)


@together
@pytest.mark.parametrize(("language", "reply", "expected"), NAMES)
def test_a_name_is_written_as_names_are(language: str, reply: str, expected: str) -> None:
    assert reading.name(reply, language) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(
            ("en", reply)
            for reply in ("12345", "what?", "<script>", "{name}", "https://x.org", "👍")
        ),
        *(("en", reply) for reply in ("jay.com", "@jay", "ok", "skip", "", "  ", "...", "a" * 50)),
        *(("en", reply) for reply in ("im tired", "i dont want to say", "none of ur business")),
        *(("en", reply) for reply in ("why do you ask", "jay and my brother sam are here now")),
        *(("en", reply) for reply in ("im driving right now", "call me later", "wrong number")),
        *(
            ("en", reply)
            for reply in ("Sorry, I can't talk right now.", "same as last time", "Yes")
        ),
        *(("en", reply) for reply in ("This number does not accept texts", "my name is private")),
        *(("es", reply) for reply in ("q tal", "soy de lima", "estoy manejando", "llámame luego")),
        *(
            ("fr", reply)
            for reply in ("ça va et toi", "je conduis", "comme tu veux", "c'est privé")
        ),
        *(("pt", reply) for reply in ("tudo bem e vc", "sou de sp", "me liga depois", "já falei")),
        *(("es", reply) for reply in ("no quiero", "estoy cansado", "para qué", "sí")),
        *(("fr", reply) for reply in ("pourquoi", "je suis fatigué", "je veux pas dire", "oui")),
        *(("pt", reply) for reply in ("não quero dizer", "estou cansado", "por que", "sim")),
    ],
)
def test_what_is_no_name_is_unclear(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.name(reply, language)


def test_a_name_is_at_most_forty_letters() -> None:
    assert len(reading.name("Maximiliana Bartholomea Featherstonehaugh Smith", "en")) <= 40


LEAVING = {
    "en": (
        "0, 0., o, zero, skip, pass, not sure, idk, IDK lol, um idk, dunno, i dunno tbh, "
        "dont know, don't know, no idea, dont no, not shure, not sure yet, no clue sorry, 🤷🏽, "
        "idkkk, rather not say"
    ),
    "es": (
        "0, saltar, paso, no sé, nose, no se, ns/nc, ni idea, no lo sé, no estoy seguro, "
        "no sé todavía, idk, skip"
    ),
    "fr": (
        "0, passer, je sais pas, je ne sais pas, jsp, sais pas, chais pas, aucune idée, "
        "je ne sais pas encore, skip"
    ),
    "pt": (
        "0, pular, passo, não sei, n sei, sei lá, não faço ideia, nao sei ainda, "
        "não tenho certeza, skip"
    ),
}


@together
@pytest.mark.parametrize(
    ("language", "reply"), [(lang, text) for lang in LEAVING for text in LEAVING[lang].split(", ")]
)
def test_any_question_can_be_left(language: str, reply: str) -> None:
    assert reading.leaves(reply, language)


@together
@pytest.mark.parametrize(
    "reply",
    [
        "10",
        "1",
        "no",
        "yes",
        "pass maths",
        "skip school less",
        "idk how to say it but i want a job",
        "0 drama please",
        "jay",
        "is it ok to skip?",
        "",
    ],
)
def test_an_answer_leaves_nothing(reply: str) -> None:
    assert not reading.leaves(reply, "en")


def test_a_sentence_is_one_line_and_cut_at_a_word() -> None:
    assert reading.sentence("  pass\nmaths\0 n \ud800 chill  ", "en") == "pass maths n chill"
    cut = reading.sentence("word " * 200, "en")
    assert len(cut) <= 300
    assert cut.endswith("word")
    with pytest.raises(Unclear):
        reading.sentence("?! 😀", "en")


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", reply) for reply in ("how much is it", "ok but... is it free?", "who are you")),
        *(("en", reply) for reply in ("sorry not now", "nah", "I'm driving, will reply later")),
        *(("es", reply) for reply in ("¿cuánto cuesta?", "luego", "respuesta automática: salí")),
        *(("fr", reply) for reply in ("c'est gratuit ?", "pas le temps", "non merci")),
        *(("pt", reply) for reply in ("quem é você?", "agora não", "quanto tempo demora")),
        # With the sign, however it begins; in three words somebody may only hesitate.
        ("en", "you mean at school?"),
        ("es", "en la escuela dices?"),
        ("fr", "c'est obligé de répondre ?"),
        ("pt", "sou obrigado a responder? 😅"),
        ("es", "puedo saltarla?"),
        ("pt", "posso pular?"),
    ],
)
def test_a_question_or_a_refusal_is_no_answer_in_own_words(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.own_words(reply, language)


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", reply) for reply in ("how to cook", "be a nurse?", "know what job suits me")),
        ("en", "maybe get a job at the hospital?"),
        ("fr", "je sais pas, peut-être avoir mon bac ?"),
        *(("es", reply) for reply in ("saber qué estudiar", "aprender cómo hacer un cv")),
        *(("fr", reply) for reply in ("savoir quoi faire après", "pas rater mon bac")),
        *(("pt", reply) for reply in ("saber o que fazer depois", "não repetir de ano")),
    ],
)
def test_own_words_are_kept_as_they_are(language: str, reply: str) -> None:
    assert reading.own_words(reply, language) == reply


DATES = (
    ("en", "30 june", "2027-06-30"),
    ("en", "june 30th", "2027-06-30"),
    ("en", "30th of june pls", "2027-06-30"),
    ("en", "30/6", "2027-06-30"),
    ("en", "30.06.2027", "2027-06-30"),
    ("en", "2026-12-24", "2026-12-24"),
    ("en", "5/12", "2026-12-05"),
    ("en", "febuary 3", "2027-02-03"),
    ("en", "twenty second of january", "2027-01-22"),
    ("en", "29 feb", "2028-02-29"),
    ("en", "the 18th", "2026-12-18"),
    ("en", "today", "2026-11-24"),
    ("en", "tomoro", "2026-11-25"),
    ("en", "2moro afta skool", "2026-11-25"),
    ("en", "day after tomorrow", "2026-11-26"),
    ("en", "fri", "2026-11-27"),
    ("en", "by thurs", "2026-11-26"),
    ("en", "next fri", "2026-12-04"),
    ("en", "wensday", "2026-11-25"),
    ("en", "friday at 4", "2026-11-27"),
    ("en", "idk maybe friday", "2026-11-27"),
    ("en", "friday next week", "2026-12-04"),
    ("en", "monday the 30th", "2026-11-30"),
    ("en", "first friday of december", "2026-12-04"),
    ("en", "in 3 weeks", "2026-12-15"),
    ("en", "3 wks", "2026-12-15"),
    ("en", "in a month", "2026-12-24"),
    ("en", "two weeks from tomorrow", "2026-12-09"),
    ("en", "friday week", "2026-12-04"),
    ("en", "2 weeks on monday", "2026-12-14"),
    ("en", "week after next", "2026-12-13"),
    ("en", "janury 5", "2027-01-05"),
    ("en", "30 th june", "2027-06-30"),
    ("en", "end of june", "2027-06-30"),
    ("en", "mid june", "2027-06-15"),
    ("en", "end of the month", "2026-11-30"),
    ("en", "next week", "2026-12-06"),
    ("en", "next month", "2026-12-31"),
    ("en", "by june", "2027-06-30"),
    ("en", "before xmas", "2026-12-25"),
    ("es", "30 de junio", "2027-06-30"),
    ("es", "30/6", "2027-06-30"),
    ("es", "5/12", "2026-12-05"),
    ("es", "primero de diciembre", "2026-12-01"),
    ("es", "12 de dic", "2026-12-12"),
    ("es", "3 mar", "2027-03-03"),
    ("es", "mñn", "2026-11-25"),
    ("es", "mañana por la mañana", "2026-11-25"),
    ("es", "pasado mañana", "2026-11-26"),
    ("es", "el biernes", "2026-11-27"),
    ("es", "el próximo viernes", "2026-12-04"),
    ("es", "el viernes que viene", "2026-12-04"),
    ("es", "en 3 semanas", "2026-12-15"),
    ("es", "dentro de dos meses", "2027-01-24"),
    ("es", "3 diziembre", "2026-12-03"),
    ("es", "fin de mes", "2026-11-30"),
    ("es", "a finales de junio", "2027-06-30"),
    ("es", "el 15 del mes que viene", "2026-12-15"),
    ("es", "para navidad", "2026-12-25"),
    ("es", "next friday", "2026-12-04"),
    ("fr", "30 juin", "2027-06-30"),
    ("fr", "le 1er décembre", "2026-12-01"),
    ("fr", "14 sept", "2027-09-14"),
    ("fr", "5/12", "2026-12-05"),
    ("fr", "2main", "2026-11-25"),
    ("fr", "après-demain", "2026-11-26"),
    ("fr", "vendredi", "2026-11-27"),
    ("fr", "vendredi prochain", "2026-12-04"),
    ("fr", "dans 2 semaines", "2026-12-08"),
    ("fr", "dans 15 jours", "2026-12-09"),
    ("fr", "d'ici 3 semaines", "2026-12-15"),
    ("fr", "mercredi en huit", "2026-12-02"),
    ("fr", "juin prochain", "2027-06-30"),
    ("fr", "fin juin", "2027-06-30"),
    ("fr", "début juin", "2027-06-01"),
    ("fr", "fin du mois", "2026-11-30"),
    ("fr", "le 23", "2026-12-23"),
    ("fr", "avant noël", "2026-12-25"),
    ("pt", "30 de junho", "2027-06-30"),
    ("pt", "dez de maio", "2027-05-10"),
    ("pt", "10 de dez", "2026-12-10"),
    ("pt", "5/12", "2026-12-05"),
    ("pt", "amanha", "2026-11-25"),
    ("pt", "depois de amanhã", "2026-11-26"),
    ("pt", "na sexta", "2026-11-27"),
    ("pt", "próxima sexta", "2026-12-04"),
    ("pt", "sábado que vem", "2026-12-05"),
    ("pt", "daqui a duas semanas", "2026-12-08"),
    ("pt", "em 3 semanas", "2026-12-15"),
    ("pt", "semana que vem", "2026-12-06"),
    ("pt", "mês que vem", "2026-12-31"),
    ("pt", "final de junho", "2027-06-30"),
    ("pt", "até junho", "2027-06-30"),
    ("pt", "dia 23", "2026-12-23"),
)


@together
@pytest.mark.parametrize(("language", "reply", "expected"), DATES)
def test_a_day_to_come_is_read(language: str, reply: str, expected: str) -> None:
    assert reading.date(reply, NOW, language).isoformat() == expected


def test_a_day_that_has_passed_this_year_is_next_years() -> None:
    july = NOW.replace(month=7, day=2)
    assert reading.date("30 june", july, "en") == dt.date(2027, 6, 30)
    assert reading.date("30 june", july.replace(month=6, day=30), "en") == dt.date(2026, 6, 30)


def test_the_month_comes_first_only_where_the_programme_says_so() -> None:
    assert reading.date("5/12", NOW, "en", month_first=True) == dt.date(2027, 5, 12)
    assert reading.date("30/6", NOW, "en", month_first=True) == dt.date(2027, 6, 30)


def test_today_is_the_persons_own_today() -> None:
    late = dt.datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("America/Bogota"))
    assert reading.date("mañana", late, "es") == dt.date(2026, 11, 25)


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(
            ("en", reply)
            for reply in ("2", "16", "by ramadan", "yesterday", "30 june 2025", "31 june")
        ),
        *(
            ("en", reply)
            for reply in ("fri or sat", "mon to thu", "every friday", "fridays", "24/7")
        ),
        *(("en", reply) for reply in ("not friday", "i may be late", "asap", "one day", "june 40")),
        *(("es", reply) for reply in ("los viernes", "no el viernes", "un día", "ayer", "2")),
        *(("fr", reply) for reply in ("pas vendredi", "chaque lundi", "un jour", "hier", "la mer")),
        *(
            ("pt", reply)
            for reply in ("às sextas", "não na sexta", "um dia", "ontem", "a segunda opção")
        ),
    ],
)
def test_no_day_is_made_up(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.date(reply, NOW, language)


MOMENTS = (
    ("en", "tomorrow at 5", "2026-11-25 17:00:00"),
    ("en", "thurs 4pm", "2026-11-26 16:00:00"),
    ("en", "thu @ 4:30", "2026-11-26 16:30:00"),
    ("en", "half past 3 on friday", "2026-11-27 15:30:00"),
    ("en", "quarter to 9 am tmrw", "2026-11-25 08:45:00"),
    ("en", "wed 4", "2026-11-25 16:00:00"),
    ("en", "at noon", "12:00:00"),
    ("en", "tuesday 9am", "2026-12-01 09:00:00"),
    ("en", "in 20 min", "2026-11-24 10:50:00"),
    ("en", "friday night at 8", "2026-11-27 20:00:00"),
    ("es", "el jueves a las 4", "2026-11-26 16:00:00"),
    ("es", "mañana a las 5 y media", "2026-11-25 17:30:00"),
    ("es", "el lunes a las 10 de la mañana", "2026-11-30 10:00:00"),
    ("es", "8 menos cuarto de la tarde", "19:45:00"),
    ("fr", "jeudi à 16h30", "2026-11-26 16:30:00"),
    ("fr", "demain à 5h de l'après-midi", "2026-11-25 17:00:00"),
    ("fr", "lundi 14h", "2026-11-30 14:00:00"),
    ("fr", "ce soir à 8h", "2026-11-24 20:00:00"),
    ("pt", "quinta às 16h", "2026-11-26 16:00:00"),
    ("pt", "amanhã às 5 da tarde", "2026-11-25 17:00:00"),
    ("pt", "segunda-feira às dez e meia", "2026-11-30 10:30:00"),
    ("pt", "quinze para as nove", "08:45:00"),
)


@together
@pytest.mark.parametrize(("language", "reply", "expected"), MOMENTS)
def test_a_day_and_a_time_are_read_together(language: str, reply: str, expected: str) -> None:
    assert reading.written(reading.moment(reply, NOW, language)) == expected


@together
@pytest.mark.parametrize("reply", ["tue 4pm or wed 5pm", "mon to thu", "at 5 or 6pm", "", "jay"])
def test_two_moments_or_none_are_unclear(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.moment(reply, NOW, "en")


UNDATED = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "undated.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


def test_there_are_hundreds_of_sentences_without_a_date() -> None:
    languages = [language for language, _ in UNDATED]
    assert min(languages.count(language) for language in LANGUAGES) >= 90


@together
@pytest.mark.parametrize(("language", "sentence"), UNDATED)
def test_no_date_is_found_where_there_is_none(language: str, sentence: str) -> None:
    for read in (reading.date, reading.moment):
        with pytest.raises(Unclear):
            read(sentence, NOW, language)


READERS = (
    lambda text, language: reading.choice(text, OPTIONS[language], language),
    lambda text, language: reading.choice(text, OPTIONS[language], language, lettered=True),
    lambda text, language: reading.several(text, OPTIONS[language], language, 3),
    reading.yes_no,
    lambda text, language: reading.age(text, language),
    lambda text, language: reading.scale(text, 1, 5, language),
    reading.name,
    reading.sentence,
    reading.own_words,
    reading.tells,
    reading.leaves,
    lambda text, language: reading.date(text, NOW, language),
    lambda text, language: reading.moment(text, NOW, language),
)
FRAGMENTS = (
    *lines("""
        1 4
        30 june
        30/6
        99/99
        2026-13-45
        25:99
        8pm
        000
        end of next
        in a couple
        half past
        quarter to
        el 31 de
        juin prochain
        fin dernier lundi
        dia 32 às
        meia noite
        O'Neil ½
        two thousand
        first friday of feb
        in 999 years ago
        1/1/1
        9999
        0 -1
        (((( ''
        not or and yes no
        🤷🏽‍♀️ 1️⃣ 👍🏿 ⭐
        شكرا
    """),
    "\x00",
    "\ud800",
    "\u202e",
    "\u200d",
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_any_text_is_answered_or_unclear(text: str, language: str) -> None:
    for read in READERS:
        with contextlib.suppress(Unclear):
            read(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "1 " * 50_000,
        "(" * 50_000,
        "é" * 50_000,
        "30 june " * 9_000,
        "\ud800" * 9_000,
        "not one of the second " * 5_000,
        "👍🏽" * 20_000,
        "8 pm " * 9_000,
        "monday in " * 9_000,
    ],
)
def test_a_very_long_reply_takes_no_time(text: str) -> None:
    started = time.thread_time()
    for read in READERS:
        with contextlib.suppress(Unclear):
            read(text, "fr")
    assert time.thread_time() - started < len(READERS) * 0.1


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", "yes"), ("en", "ok sure"), ("en", "yeah thanks"), ("es", "sí, claro")),
        *(("es", "vale"), ("fr", "ouais ok"), ("fr", "oui merci"), ("pt", "sim"), ("pt", "beleza")),
    ],
)
def test_a_bare_yes_is_no_answer_in_own_words(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        reading.own_words(reply, language)


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", "tue evenings n sat"), ("en", "weekends"), ("es", "los martes por la tarde")),
        *(("fr", "le mardi soir"), ("pt", "terça à noite")),
    ],
)
def test_days_and_hours_are_no_subject(language: str, reply: str) -> None:
    subjects = [reading.Offered("1", ("school",)), reading.Offered("2", ("money",))]
    with pytest.raises(Unclear):
        reading.several(reply, subjects, language, 3)
    assert reading.several("gardening", subjects, language, 3) == ((), "gardening")


@pytest.mark.parametrize("reply", ["twenty to", "20 too", "thirty won", "forty for"])
def test_a_digit_spelt_by_ear_is_no_round_age(reply: str) -> None:
    with pytest.raises(Unclear):
        reading.age(reply, "en")


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", "n 4"), ("es", "1 y 2"), ("fr", "3.")),
        # Meant instead of a number before, and too late for that question.
        *(("en", "wait 2"), ("es", "perdón, 2"), ("fr", "attends, 2"), ("pt", "quero dizer 3")),
    ],
)
def test_numbers_of_options_alone_are_known(language: str, reply: str) -> None:
    assert reading.only_picks(reply, language)
    assert not reading.only_picks(f"{reply} jobs", language)
    assert not reading.only_picks("2027", language)
