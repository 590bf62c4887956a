"""Where one agrees or not: a yes follows from a bare yes alone, an option from its whole text."""

from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest

from assistant.rendering.translations import Reader, say_for
from flows import FLOWS
from flows.engine import hearing
from flows.engine.standing import Standing
from flows.engine.states import Heard
from flows.reading import Unclear
from tests.flow_facts import FACTS, PAIR
from tests.together import together

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
BINDING = (
    "consent.okay",
    "meeting.sure",
    "meeting.offer",
    "meeting.booked",
    "leaving.sure",
    "check_in.safe",
    "goal_setting.confirm",
)
NO_BARE_YES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "no_bare_yes.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


def heard(place: str, language: str, text: str) -> str:
    """The trigger that a reply fires at a state of a flow, or that it is asked again."""
    flow, _, state = place.partition(".")
    facts = FACTS | {"invited": True, "name": "Jay", "pairs": [PAIR], "language": language}
    reply = Heard(text, NOW, language, say_for(Reader(language)))
    try:
        return hearing.hear(FLOWS[flow], Standing(state, {"match": PAIR["id"]}), facts, reply)[0]
    except Unclear:
        return "asked again"


@pytest.mark.parametrize(
    ("language", "nods", "yes"),
    [
        ("en", ("ok", "deal", "sure, thanks"), "yep deal"),
        ("es", ("vale", "de acuerdo", "ok gracias"), "si vale"),
        ("fr", ("d'accord", "ça marche", "ok merci"), "oui"),
        ("pt", ("combinado", "blz", "pode ser"), "sim"),
    ],
)
def test_of_what_has_happened_a_mere_nod_tells_nothing(
    language: str, nods: tuple[str, ...], yes: str
) -> None:
    assert {heard("feedback.met", language, nod) for nod in nods} == {"asked again"}
    assert heard("feedback.met", language, yes) == "yes"
    assert heard("feedback.next", language, nods[1]) == "yes"


@pytest.mark.parametrize(
    ("language", "other", "me"),
    [
        ("en", ("she didn't come", "No, Rosa never showed up"), "sorry, I couldn't make it"),
        ("es", ("no vino", "no, ella no llegó"), "no fui"),
        ("fr", ("elle n'est pas venue", "Rosa est pas venue"), "j'ai oublié"),
        ("pt", ("ela não veio", "n apareceu"), "não consegui ir"),
    ],
)
def test_who_did_not_come_is_told_where_one_asks_if_they_met(
    language: str, other: tuple[str, ...], me: str
) -> None:
    assert {heard("feedback.met", language, said) for said in other} == {"other"}
    assert heard("feedback.met", language, me) == "me"


def test_what_is_not_told_of_one_of_the_two_is_asked() -> None:
    for said in ("the bus didn't come", "we didn't", "didn't come"):
        assert heard("feedback.met", "en", said) == "no"


def test_there_are_forty_replies_in_each_language() -> None:
    languages = [language for language, _ in NO_BARE_YES]
    assert min(languages.count(language) for language in ("en", "es", "fr", "pt")) >= 40


@together
@pytest.mark.parametrize(("language", "text"), NO_BARE_YES)
def test_nothing_binds_but_a_bare_yes(language: str, text: str) -> None:
    assert [place for place in BINDING if heard(place, language, text) == "yes"] == []


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(
            ("en", text)
            for text in ("yes", "1", "ok", "yes please", "sure thx", "👍", "option one")
        ),
        *(
            ("es", text)
            for text in ("sí", "1", "dale", "sí por favor", "claro que sí", "la primera")
        ),
        *(("fr", text) for text in ("oui", "1", "d'accord", "oui merci", "ça marche", "👍")),
        *(("pt", text) for text in ("sim", "1", "pode ser", "sim obrigada", "claro", "👍")),
    ],
)
def test_a_bare_yes_binds(language: str, text: str) -> None:
    for place in ("consent.okay", "meeting.sure", "meeting.offer", "goal_setting.confirm"):
        assert heard(place, language, text) == "yes"


@together
@pytest.mark.parametrize(
    ("language", "place", "text", "trigger"),
    [
        ("en", "consent.okay", "okay?", "asked again"),
        ("en", "consent.okay", "im good thanks", "no"),
        ("es", "consent.okay", "estoy bien, gracias", "asked again"),
        ("fr", "consent.okay", "ça va merci", "no"),
        ("en", "consent.okay", "im not interested", "no"),
        ("en", "consent.okay", "im not jay", "wrong"),
        ("en", "consent.okay", "ok but wrong number", "wrong"),
        ("es", "consent.okay", "no soy jay", "wrong"),
        ("fr", "consent.okay", "je suis pas jay", "wrong"),
        ("pt", "consent.okay", "não sou o jay", "wrong"),
        ("en", "consent.okay", "1 or 2", "asked again"),
        ("en", "consent.okay", "1 but not at night", "asked again"),
        ("en", "consent.okay", "2 hours", "asked again"),
        ("en", "meeting.sure", "thats not it", "no"),
        ("es", "meeting.sure", "así no", "no"),
        ("en", "meeting.offer", "sorry i have work then", "no"),
        ("pt", "meeting.offer", "tenho aula", "no"),
        ("en", "meeting.offer", "can we move it?", "no"),
        ("en", "meeting.offer", "see u then, 👍", "yes"),
        ("en", "meeting.booked", "still on", "yes"),
        ("en", "meeting.booked", "still working on it", "asked again"),
        ("en", "feedback.met", "yes it was lovely, she knows a lot", "yes"),
        ("en", "feedback.met", "he didnt turn up", "other"),
        ("es", "feedback.met", "me dejó plantado", "other"),
        ("fr", "feedback.met", "elle est pas venue", "other"),
        ("pt", "feedback.met", "deu ruim", "no"),
        ("pt", "feedback.met", "rolou não", "no"),
        ("en", "feedback.met", "yes but only for a bit", "partly"),
        ("en", "feedback.met", "we talked for 2 hours", "asked again"),
        ("en", "check_in.safe", "yh always", "yes"),
        ("en", "check_in.safe", "only sometimes", "no"),
        ("en", "check_in.safe", "tell dana", "tell"),
        ("en", "check_in.safe", "she keeps asking for my address", "tell"),
        ("en", "check_in.safe", "yes but he shouted at me", "tell"),
        ("es", "check_in.safe", "a veces me toca el hombro", "no"),
        ("fr", "check_in.safe", "elle se moque de moi", "tell"),
        ("pt", "check_in.safe", "ele me dá medo", "tell"),
        ("en", "check_in.safe", "what do u mean", "asked again"),
        ("en", "check_in.safe", "I'm driving right now", "asked again"),
        ("en", "leaving.sure", "i want to stop", "yes"),
        ("en", "leaving.sure", "yes but just a rest", "rest"),
        ("en", "switch.sure", "keep her", "no"),
        ("pt", "switch.sure", "ficar com ela", "no"),
    ],
)
def test_an_option_is_picked_by_its_whole_text(
    language: str, place: str, text: str, trigger: str
) -> None:
    assert heard(place, language, text) == trigger


@together
@pytest.mark.parametrize(
    ("language", "place", "text", "trigger"),
    [
        # A denial of something else, or of what was said before, is no answer.
        ("en", "consent.okay", "yes but my phone is not here", "asked again"),
        ("fr", "consent.okay", "ok mais mon frère est pas là", "asked again"),
        ("en", "opt_out.texts", "no i never said that", "asked again"),
        ("fr", "opt_out.texts", "je rigolais", "asked again"),
        ("es", "opt_out.texts", "no dejen de escribir", "asked again"),
        ("pt", "opt_out.texts", "não parem", "asked again"),
        ("es", "meeting.offer", "no digo que no", "asked again"),
        ("fr", "meeting.offer", "non je veux bien", "asked again"),
        ("fr", "meeting.offer", "si j'ai le temps oui", "asked again"),
        ("es", "consent.okay", "mi tía no está", "asked again"),
        # "not yet" is a no alone, and not against a yes.
        ("en", "leaving.sure", "not yet", "no"),
        ("en", "leaving.sure", "yeah but not yet", "asked again"),
        ("pt", "leaving.sure", "sim mas agora não", "asked again"),
        # "not now" puts it off, unless an option says so; "no time" may be the reason asked for.
        ("en", "feedback.met", "not now, sorry", "asked again"),
        ("fr", "opt_out.texts", "pas maintenant", "asked again"),
        ("en", "check_in.call", "not now, sorry", "no"),
        ("en", "feedback.met", "not yet", "no"),
        ("en", "leaving.reason", "not now", "asked again"),
        ("en", "leaving.reason", "who sees this?", "asked again"),
        ("en", "leaving.reason", "i have no time", "answered"),
        ("en", "check_in.need", "can we get a quieter room?", "answered"),
        ("fr", "desk.item", "c'est où ?", "answered"),
        ("en", "desk.item", "later", "later"),
        ("en", "intake.matters", "where is it?", "asked again"),
        ("en", "intake.topics", "maybe later", "asked again"),
        ("en", "intake.name", "another time please", "asked again"),
        ("pt", "goal_setting.goal", "não quero parar", "asked again"),
        # An option that means no, denied, or beside a yes.
        ("pt", "leaving.sure", "não vou ficar", "asked again"),
        ("en", "leaving.sure", "no i want to stay", "no"),
        ("fr", "opt_out.texts", "oui plus de messages", "asked again"),
        ("en", "meeting.pending", "i can't wait", "asked again"),
        ("en", "goals.what", "i really dont want to drop it", "asked again"),
        ("en", "goals.what", "havent reached it", "asked again"),
        # What a number, or a word such as "less", does beside words.
        ("en", "consent.okay", "say please first", "asked again"),
        ("en", "consent.okay", "the first one pls", "yes"),
        ("es", "opt_out.texts", "mejor menos", "asked again"),
        ("es", "consent.okay", "me vale", "asked again"),
        ("fr", "consent.okay", "je m'en fiche", "asked again"),
        ("pt", "consent.okay", "por mim tanto faz", "asked again"),
        ("es", "check_in.safe", "más o menos", "asked again"),
        ("fr", "opt_out.texts", "tu m'as pas compris", "asked again"),
        # A time is no "no"; something else is denied beside a yes.
        ("en", "consent.okay", "noon", "asked again"),
        ("en", "meeting.offer", "that's fine but i dont want to go by bus", "asked again"),
        ("fr", "consent.okay", "juste", "asked again"),
        # What goes on now is denied where a yes would end it.
        ("en", "leaving.sure", "i dont want to do this anymore", "asked again"),
        ("en", "leaving.sure", "i dont wanna continue", "asked again"),
        ("es", "leaving.sure", "no quiero quedarme", "asked again"),
        ("es", "leaving.sure", "ya no quiero", "asked again"),
        ("fr", "leaving.sure", "je ne veux plus", "asked again"),
        ("pt", "leaving.sure", "não quero mais", "asked again"),
        ("en", "leaving.sure", "no thanks", "no"),
        ("en", "switch.sure", "i dont like her", "asked again"),
        ("en", "switch.sure", "no im happy with her", "no"),
        ("en", "fewer.less", "i dont want so many texts", "asked again"),
        # Who did not come, and what was called off.
        ("en", "feedback.met", "she never showed", "no"),
        ("es", "feedback.met", "nadie llegó", "no"),
        ("pt", "feedback.met", "cancelamos", "no"),
        ("fr", "feedback.met", "juste 5 minutes", "partly"),
        # "4" is "for" beside "me".
        ("en", "meeting.offer", "works 4 me", "yes"),
        ("en", "meeting.offer", "4 works for me", "answered"),
        # It still works, or no thanks; nothing wrong is told; a whole refusal denies nothing more.
        ("en", "meeting.booked", "no its fine", "asked again"),
        ("es", "meeting.booked", "no, está bien", "asked again"),
        ("en", "check_in.safe", "never felt unsafe", "asked again"),
        ("fr", "check_in.safe", "jamais eu peur", "asked again"),
        ("en", "check_in.safe", "never felt unsafe but he shouts at me", "tell"),
        ("en", "check_in.safe", "yes shes so nice", "yes"),
        ("pt", "check_in.safe", "sim ela é um amor", "yes"),
        ("en", "opt_out.texts", "no thanks keep texting", "asked again"),
        ("fr", "consent.okay", "ça me dérange pas", "yes"),
        ("fr", "consent.okay", "oui mais pas aujourd'hui", "asked again"),
        # A picture of doubt; a saying of another day.
        ("en", "meeting.offer", "ok 🙄", "asked again"),
        ("es", "meeting.offer", "Sí. Dije que no.", "asked again"),
        ("es", "feedback.met", "Sí. Dije que no.", "yes"),
        ("es", "feedback.met", "Sí, dije que no", "asked again"),
    ],
)
def test_a_denial_of_something_else_is_no_answer(
    language: str, place: str, text: str, trigger: str
) -> None:
    assert heard(place, language, text) == trigger


@pytest.mark.parametrize("words", ["1 ", "no ", "lun mar ", "j'ai pas ", "yes but "])
def test_the_longest_reply_is_read_in_time(words: str) -> None:
    took = []
    for _ in range(3):
        started = process_time()
        heard("check_in.safe", "en", (words * 1600)[:1600])
        took.append(process_time() - started)
    assert min(took) < 0.04


@pytest.mark.parametrize(
    ("place", "word", "trigger"),
    [
        ("check_in.safe", "1 ", "tell"),
        ("feedback.met", "no ", "no"),
        ("meeting.offer", "y ", "yes"),
        ("goal_setting.confirm", "n ", "no"),
    ],
)
def test_nobody_answers_in_more_than_five_hundred_words_and_signs(
    place: str, word: str, trigger: str
) -> None:
    assert heard(place, "en", word * 500) == trigger
    assert heard(place, "en", word * 501) == "asked again"
