"""What is heard before any flow, and what no text of ours may invite."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understanding import inquiries, intents, keywords, opt_out
from assistant.understanding.intents import INTENTS
from assistant.understanding.keywords import Heard, Keyword
from tests.together import together

WORDINGS = Path(__file__).parent / "wordings"
LANGUAGES = ("en", "es", "fr", "pt")


def each(*lines: str) -> list[str]:
    return [text for line in lines for text in line.split("|")]


def wordings(file: str, language: str, kind: str) -> list[str]:
    """The lines below the heading "# <language> <kind>"."""
    text = (WORDINGS / file).read_text(encoding="utf-8")
    return text.split(f"# {language} {kind}\n")[1].split("\n\n")[0].splitlines()


def word(text: str, language: str = "en", asked: bool = True) -> str | None:
    heard = keywords.hear(text, language, asked)
    return heard.word if heard else None


def both(text: str, language: str = "en") -> set[str | None]:
    return {word(text, language, asked) for asked in (True, False)}


def caught(file: str, language: str) -> float:
    said = wordings(file, language, "stop")
    return sum(word(text, language) in (Keyword.STOP, Keyword.DOUBT) for text in said) / len(said)


def taken(file: str, language: str) -> list[str]:
    """The ordinary sentences that would wrongly stop everything."""
    said = wordings(file, language, "ordinary")
    return [text for text in said if Keyword.STOP in both(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_wordings_to_measure_with(language: str) -> None:
    for file in ("tuned.txt", "held_out.txt"):
        assert len(wordings(file, language, "stop")) >= 25
        assert len(wordings(file, language, "ordinary")) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wish_to_stop_is_heard_in_any_wording(language: str) -> None:
    assert caught("tuned.txt", language) >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ordinary_sentence_never_stops_anything(language: str) -> None:
    assert taken("tuned.txt", language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_wordings_never_tuned_to_are_heard_nearly_as_well(language: str) -> None:
    print(f"{language}: {caught('held_out.txt', language):.3f} of wishes to stop are heard")
    assert caught("held_out.txt", language) >= 0.95


def test_of_ordinary_sentences_never_tuned_to_at_most_one_in_a_hundred_stops() -> None:
    assert sum(len(taken("held_out.txt", language)) for language in LANGUAGES) <= 1


def test_an_ordinary_sentence_is_doubted_at_most_once_in_ten() -> None:
    said = [(text, code) for code in LANGUAGES for text in wordings("tuned.txt", code, "ordinary")]
    doubted = [text for text, language in said if word(text, language) is Keyword.DOUBT]
    assert len(doubted) / len(said) <= 0.1


@together
@pytest.mark.parametrize(
    "text",
    each(
        "STOP|stopall|Unsubscribe|CANCEL|end|Quit|revoke|OPTOUT|opt out|Opt-Out|REMOVE|td",
        "ARRET|arrêt|ARRÊTE|arrett|ALTO|parar|baja|cancelar|sair|/stop|/stop@bridge_bot",
        "STOP PLEASE|stop!!|Stop.|STP|🛑 STOP 🛑|s t o p|S.T.O.P.|St\u00adop|stoppppp",
        "\uff33\uff34\uff2f\uff30|stop stop stop|Stop all|please stop|hola, alto por favor",
        "no, stop|Who is this? STOP",
    ),
)
def test_the_words_of_the_carriers_stop_whatever_surrounds_them(text: str) -> None:
    assert both(text) == {Keyword.STOP}


@together
@pytest.mark.parametrize(
    "text",
    each(
        "stop it|enough|no more|basta|stop this|cancel it all|ya no quiero|j'en ai marre",
        "chega|🛑|wrong number|stop texting me at night|go away|dont text me at work",
        "how do I stop these texts|no me escribas por la noche|u wont stop texting me",
        "stop sending messages to my mom|tell Rosa to stop texting me",
    ),
)
def test_a_doubtful_wish_is_doubted(text: str) -> None:
    assert both(text) == {Keyword.DOUBT}


@together
@pytest.mark.parametrize(
    "text",
    each(
        "stop texting me so much|stop texting so often|dont text me every day",
        "stop texting me twice a day|no me escriban tanto|dejen de escribirme todos los días",
        "arrêtez de m'écrire autant|m'écrivez pas si souvent|arrêtez de m'écrire tout le temps",
        "parem de me escrever tanto|para de me mandar mensagem todo dia",
    ),
)
def test_who_wants_fewer_texts_wants_some(text: str) -> None:
    assert both(text) == {"fewer"}


@together
@pytest.mark.parametrize(
    "text",
    each(
        "We have got to stop this bill|I can't stop laughing|stop smoking|don't stop",
        "the bus stop|lol stop|2 cancel|end of may|nonstop|no",
        "my mentor wont stop texting me|my ex wont leave me alone|he keeps texting me",
        "I told him to stop texting me|why did you stop texting me",
        "mi ex no deja de escribirme|mon ex n'arrête pas de m'écrire",
        "meu ex não para de me mandar mensagem|at the bus stop text me when u get there",
        "quiero dejar de fumar|no puedo parar|espacio para escribir|um caderno para mensagem",
        "no quiero|não quero",
    ),
)
def test_what_only_sounds_like_a_stop_is_left_to_the_flow(text: str) -> None:
    assert both(text) == {None}


def test_stop_words_that_answer_a_question_stop_only_when_none_is_open() -> None:
    assert word("salir", "es", asked=False) is Keyword.STOP
    assert word("salir", "es", asked=True) is Keyword.DOUBT
    assert word("alto", "pt", asked=True) is Keyword.DOUBT
    assert word("stp", "fr") is None


def test_start_brings_back_and_carries_what_came_with_it() -> None:
    assert both("START") == both("unstop") == both("start please") == {Keyword.START}
    assert keywords.hear("/start abc-1_2", "en", True) == Heard(Keyword.START, "abc-1_2")
    assert keywords.hear("Yes!", "en", False) == Heard(Keyword.START, "yes")


@together
@pytest.mark.parametrize("text", ["yes", "sí", "alta", "empezar", "commencer", "começar"])
def test_a_start_word_that_may_be_an_answer_is_one_while_a_question_is_open(text: str) -> None:
    assert word(text, asked=False) is Keyword.START
    assert word(text, asked=True) is None


def test_help_is_heard_unless_it_may_be_an_answer() -> None:
    for text in ("HELP", "help!", "Info", "aide", "AYUDA", "ajuda", "/help", "hlp pls", "help me"):
        assert both(text) == {Keyword.HELP}
    assert word("i need help", asked=False) is Keyword.HELP
    assert word("i need help", asked=True) is word("help with school") is None


@together
@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        (Keyword.MENU, "MENU|menú|menue|/menu|main menu|show me the menu|ver menu"),
        (Keyword.BACK, "BACK|bak|go back|can i go back|ATRÁS|volver atras|RETOUR|voltar|/back"),
        (Keyword.BACK, "previous question|i want to change my answer|question précédente"),
        (Keyword.WHY, "WHY|why do you ask|y do u need that|por q preguntas|POR QUÉ|pourquoi"),
        (Keyword.WHY, "why do you need my age|pra que vc quer saber|pq|what is this for"),
        (Keyword.WHY, "why my name?|por qué mi nombre|pourquoi mon prénom|por que meu nome"),
        (
            Keyword.WHY,
            "hold up, what is this for?|hang on why do you need that|espera por qué preguntas",
        ),
        (
            Keyword.WHY,
            "attends pourquoi tu demandes ça|calma por que vc quer saber|wait how come you ask",
        ),
        (Keyword.WHY, "pourquoi tu veux mon prénom"),
        (
            Keyword.WHY,
            "how come u need my age|por que precisa da minha idade|c'est pour quoi faire",
        ),
        (Keyword.ASK, "ASK|can i talk to someone|talk to a human|quiero hablar con una persona"),
        (Keyword.ASK, "tlk to sum1|je veux parler à quelqu'un|quero falar com uma pessoa"),
        (Keyword.ASK, "i have a question|tengo una pregunta|j'ai une question|/ask|PERGUNTA"),
    ],
)
def test_our_own_words_are_heard_as_people_write_them(expected: Keyword, texts: str) -> None:
    assert {text: both(text) for text in texts.split("|") if both(text) != {expected}} == {}


@together
@pytest.mark.parametrize(
    "text",
    each(
        "back pain|why not|why me|i want to go back to school|call me back",
        "ask my teacher for help|i want to talk to someone about college|porque me gusta",
        "volver a la escuela|hablar con mi mama|options trading|the menu at work",
    ),
)
def test_our_own_words_do_not_take_answers(text: str) -> None:
    assert word(text, asked=True) is None


def test_ask_carries_the_question() -> None:
    asked = Heard(Keyword.ASK, "What time is it?")
    assert keywords.hear("ASK What time is it?", "en", True) == asked
    assert keywords.hear("ask: What time is it?", "en", True) == asked
    assert keywords.hear("/ask What time is it?", "en", True) == asked
    assert keywords.hear("Pregunta mi horario", "es", False) == Heard(Keyword.ASK, "mi horario")


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("es", "español|spanish pls|hablas español|in spanish please|no hablo inglés|/language es"),
        ("fr", "en français|french|je ne parle pas anglais|tu parles français"),
        ("pt", "pode falar português?|portugues|nao falo ingles|/idioma português"),
    ],
)
def test_another_language_is_heard_in_any_language(code: str, texts: str) -> None:
    for text in texts.split("|"):
        assert keywords.hear(text, "en", True) == Heard(Keyword.LANGUAGE, code), text


def test_who_wants_another_language_without_naming_it_gets_the_menu() -> None:
    for text in each("change language|cambiar idioma|changer de langue|mudar o idioma|/language"):
        assert both(text) == {Keyword.MENU}


def test_a_language_that_is_an_answer_is_not_asked_for() -> None:
    for text in (
        "english",
        "I want to improve my English",
        "I speak Spanish",
        "Frances",
        "french test",
    ):
        assert word(text, asked=True) is None
    assert keywords.hear("english", "es", True) == Heard(Keyword.LANGUAGE, "en")
    assert keywords.hear("I speak Spanish", "en", False) == Heard(Keyword.LANGUAGE, "es")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["en", "es-MX", "fr", "pt_BR", "", "xx"]), st.booleans())
def test_no_text_makes_hearing_fail(text: str, language: str, asked: bool) -> None:
    heard = keywords.hear(text, language, asked)
    assert heard is None or heard.word in {*Keyword, *INTENTS}


PIECES = each("stop|texting|me|no|more|dont|want|u|to|,|any|quero|nao|mas|que|plus|je|the")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=700)
    | st.lists(st.sampled_from(each("can|we|do|another|day|away|til|pas|je|la|no|mentor")))
)
def test_no_text_takes_long_to_hear(pieces: list[str]) -> None:
    started = thread_time()
    keywords.hear(" ".join(pieces), "en", True)
    assert thread_time() - started < 0.2


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert word("a b " * 400 + ". stop") is None


def test_every_reserved_word_really_is_heard() -> None:
    for reserved in keywords.reserved(keywords.NONE):
        assert word(reserved, asked=False) in (Keyword.STOP, Keyword.START, Keyword.HELP), reserved


def test_the_carriers_words_are_reserved_with_and_without_a_carrier() -> None:
    assert {"STOP", "CANCEL", "END", "YES", "INFO"} <= keywords.reserved(keywords.TWILIO)
    assert keywords.reserved(keywords.NONE) == keywords.reserved(keywords.TWILIO)
    assert keywords.TWILIO.answers_stop
    assert not keywords.NONE.answers_stop


@together
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Did you meet? 1 yes 2 no", {"YES", "NO"}),
        ("Reply 1 for okay, 2 for no thanks.", {"1", "OKAY", "NO THANKS"}),
        ("1. End\n2. Keep going", {"END", "KEEP GOING"}),
        ("Shall I? (yes/no)", {"YES", "NO"}),
        ("Responde sí o no", {"SI", "NO"}),
        ("Réponds « oui » ou « non »", {"OUI", "NON"}),
        ("Escreva VOLTAR", {"VOLTAR"}),
        ("say “cancel” to drop it", {"CANCEL"}),
        ("Please cancel before the end", set()),
    ],
)
def test_the_words_a_text_invites_are_found(text: str, words: set[str]) -> None:
    assert keywords.invited(text) == words


def test_the_own_words_a_text_teaches_are_found_with_and_without_accents() -> None:
    assert keywords.taught("Escribe ATRÁS o MENU, no te quedes atrás") == {"ATRAS", "MENU"}
    assert keywords.taught("Text POR QUE") == {"POR QUE"}
    assert keywords.taught("ask me, why not? HELP for help") == set()


def invitations() -> Iterator[str]:
    return (word for words in keywords.OWN_WORDS.values() for word in words)


def test_no_own_word_is_reserved() -> None:
    assert keywords.reserved(keywords.TWILIO).isdisjoint(invitations())


def test_the_wordings_never_tuned_to_are_as_they_were_written() -> None:
    assert len(re.findall(r"\S.*", (WORDINGS / "held_out.txt").read_text(encoding="utf-8"))) == 283


def own_words() -> list[tuple[str, str, str]]:
    """Language, word ("answer" for none) and text, of a table written before any rule."""
    text = (Path(__file__).parent / "data" / "own_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return [(language, word, said) for language, word, said in rows]


def own_word(text: str, language: str, *, asked: bool) -> tuple[str, bool]:
    heard = keywords.hear(text, language, asked)
    return (heard.word, heard.sure) if heard else ("answer", True)


TODAY = ("today", "hoy", "aujourd'hui", "hoje")  # an answer while a question is open
WISHES = sorted({word for _, word, _ in own_words()} - {"answer"})


@pytest.mark.parametrize("wish", [*WISHES, "any"])
def test_nine_in_ten_ways_of_asking_for_something_are_heard(wish: str) -> None:
    said = [
        own_word(text, language, asked=asked)[0] == word
        for language, word, text in own_words()
        for asked in (True, False)
        if word != "answer" and wish in (word, "any") and not (asked and text in TODAY)
    ]
    print(f"{wish}: {sum(said)} of {len(said)} are heard")
    assert sum(said) / len(said) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_hardly_ever_taken_for_a_wish(language: str) -> None:
    said = [text for code, word, text in own_words() if (code, word) == (language, "answer")]
    heard = [own_word(text, language, asked=True) for text in said]
    assert len(said) >= 60
    assert sum(word != "answer" and sure for word, sure in heard) / len(said) <= 0.03
    assert sum(word != "answer" and not sure for word, sure in heard) / len(said) <= 0.08


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_print_is_always_heard_for_sure(language: str) -> None:
    for printed in keywords.OWN_WORDS[language]:
        assert keywords.hear(printed, language, True) == keywords.hear(printed, language, False)
        assert printed == "SKIP" or keywords.hear(printed, language, True)
    assert keywords.hear("/move", "en", True) == Heard("move")
    assert keywords.hear("/cita@our_bot", "es", True) == Heard("meeting")


def test_every_expression_that_is_made_on_first_use_can_be_made() -> None:
    ways = chain.from_iterable(chain(*each._ways.values()) for each in intents._LISTENERS)
    assert all(way.within and way.whole for way in ways)
    for judge in opt_out._LANGUAGES:
        found = [judge._denied, judge._dismissed, judge._doubted, judge._narrowed]
        found += [rules for each in judge._requests for rules in (each.said, each.unless)]
        theirs = chain(*judge._ways.values(), *judge._doubts.values())
        assert all(one.pattern for one in (*found, *(way.rules for way in theirs)))
    assert all(one.phrasing.pattern for one in inquiries._ALL)
