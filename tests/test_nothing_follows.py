"""Wherever one can stand, some replies change nothing: reactions, automatic replies, questions out
of the blue, delays, and words of stopping that are denied. The question stands."""

from collections.abc import Iterator, Mapping

import pytest

from assistant.rendering.prompts import render
from assistant.rendering.translations import LANGUAGES, Reader, say_for
from assistant.understanding import keywords, machines, reactions
from assistant.understanding.keywords import Keyword
from flows.engine.states import Heard
from tests.flow_walks import NOW, Stand, everywhere, stands

FORMS: Mapping[str, str] = {
    "en": "Loved “{}”",
    "es": "Le gustó “{}”",
    "fr": "A aimé « {} »",
    "pt": "Curtiu “{}”",
}
AUTOMATIC: Mapping[str, tuple[str, ...]] = {
    "en": (
        "I'm driving right now, I'll reply later. Yes.",
        "Automatic reply: yes, I am back on Monday",
        "This number does not accept text messages.",
        "Thank you for contacting Fern! Reply 1 for sales, 2 for support.",
        "I can't talk right now. I'll call you back.",
        "Out of office: no, thank you. I will respond on Monday.",
    ),
    "es": (
        "Estoy conduciendo, te llamaré más tarde. Sí.",
        "Respuesta automática: sí, vuelvo el lunes",
        "Este número no recibe mensajes de texto.",
        "Gracias por comunicarse con Fern, en breve le atenderemos.",
        "Marque 1 para ventas, 2 para soporte",
        "En este momento no puedo atenderte, te llamaré luego",
    ),
    "fr": (
        "Je conduis, je te rappelle plus tard. Oui.",
        "Réponse automatique : oui, de retour lundi",
        "Ce numéro ne reçoit pas les SMS.",
        "Merci d'avoir contacté Fern, nous vous répondrons vite.",
        "Tapez 1 pour les ventes, 2 pour le support",
        "Je ne peux pas répondre pour le moment, je te rappelle",
    ),
    "pt": (
        "Estou dirigindo, retorno mais tarde. Sim.",
        "Resposta automática: sim, volto segunda",
        "Este número não aceita mensagens de texto.",
        "Obrigado por entrar em contato com a Fern, responderemos logo.",
        "Digite 1 para vendas, 2 para suporte",
        "Não posso atender no momento, retorno em breve",
    ),
}
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("who is this?", "is it free?", "who sees this?", "am I talking to a robot?"),
        *("how do I stop this?", "how do i delete my data?", "how long does this take?"),
        *("where is it?", "what do you mean?", "why do you want to know?"),
    ),
    "es": (
        *("¿quién es?", "¿es gratis?", "¿quién ve esto?", "¿eres un robot?"),
        *("¿cómo paro esto?", "¿cómo borro mis datos?", "¿cuánto tarda?"),
        *("¿dónde es?", "¿qué significa eso?", "¿por qué quieren saber?"),
    ),
    "fr": (
        *("c'est qui ?", "c'est gratuit ?", "qui voit ça ?", "tu es un robot ?"),
        *("comment j'arrête ?", "comment effacer mes données ?", "ça prend combien de temps ?"),
        *("c'est où ?", "ça veut dire quoi ?", "pourquoi vous voulez savoir ?"),
    ),
    "pt": (
        *("quem é?", "é grátis?", "quem vê isso?", "você é um robô?"),
        *("como eu paro isso?", "como apago meus dados?", "quanto tempo leva?"),
        *("onde é?", "o que isso quer dizer?", "por que vocês querem saber?"),
    ),
}
DELAYS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("not now, sorry", "maybe later", "I can't right now", "let me think"),
        *("another time please", "give me a minute"),
    ),
    "es": (
        *("ahora no, perdón", "más tarde", "ahora no puedo", "pregúntame luego"),
        *("en otro momento por favor", "dame un minuto"),
    ),
    "fr": (
        *("pas maintenant, désolé", "plus tard", "je peux pas là", "je réfléchis"),
        *("une autre fois s'il te plaît", "une minute"),
    ),
    "pt": (
        *("agora não, desculpa", "mais tarde", "agora não posso", "me pergunta depois"),
        *("outra hora por favor", "um minuto"),
    ),
}
DENIED: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("I don't want to stop", "please don't unsubscribe me", "I never said stop"),
        "don't stop texting me",
    ),
    "es": (
        *("no quiero parar", "no quiero darme de baja", "yo no dije parar"),
        "no dejen de escribirme",
    ),
    "fr": (
        *("je ne veux pas arrêter", "ne me désinscrivez pas", "j'ai pas dit stop"),
        "n'arrêtez pas de m'écrire",
    ),
    "pt": (
        *("não quero parar", "não quero sair da lista", "eu não disse parar"),
        "não parem de me escrever",
    ),
}
REFUSALS: Mapping[str, tuple[str, ...]] = {
    "en": ("no thanks", "nah thx", "no thank you very much", "no im good thanks"),
    "es": ("no gracias", "nop, muchas gracias", "no hace falta, gracias"),
    "fr": ("non merci", "non ça va merci", "nan merci bcp", "non, sans façon, merci"),
    "pt": ("não obrigado", "n obg", "não precisa, obrigada", "não, valeu"),
}
# What is written here is for a person, word for word, or is shown again before it is used.
FOR_A_PERSON = frozenset(
    {
        *("ask.question", "check_in.need", "desk.answer", "desk.item", "person.text"),
        *("offer.question", "introduction.question"),
        "relay.text",
        *("broadcast.text", "pairing.reason", "ward.question", "ward_check_in.question"),
        *("ward_terms.question", "pairing.use", "pairing.since", "claiming.other"),
    }
)
# Here an option is "later", "not now", "another time" or "I'm busy"; or "don't stop" is to stay.
OFFERED = {
    *("check_in.call", "feedback.next", "meeting.booked", "meeting.offer", "meeting.pending"),
    *("meeting.sure", "meeting.both", "leaving.sure", "forgetting.sure", "offer.offer"),
    *("offer.want", "introduction.want", "still_up.up", "meeting.regular"),
}


def follows(stand: Stand, text: str, language: str) -> str:
    """What was picked, or written; nothing where the question stands."""
    turn = stand.take(Heard(text, NOW, language, say_for(Reader(language))))
    if not turn.answered and not turn.events and turn.standing.state == stand.standing.state:
        return ""
    return str(turn.standing.answers.get(stand.standing.state)) or "left"


def reaches_flows(text: str, language: str) -> bool:
    """Whether the words come to the open question; none of these may stop anybody before."""
    heard = keywords.hear(text, language, asked=True)
    assert heard is None or heard.word not in (Keyword.STOP, Keyword.START), text
    return heard is None or not heard.sure


def told(stand: Stand, language: str) -> Iterator[str]:
    reader = Reader(language)
    for prompt in stand.turn.prompts[-3:]:
        yield render(prompt.msgid, prompt.values, reader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reaction_to_what_was_said_last_is_known(language: str) -> None:
    for stand in everywhere(stands):
        ours = [text for text in told(stand, language) if text]
        for text in ours:
            said = FORMS[language].format(text)
            quote = reactions.find(said)
            assert quote, said
            assert reactions.is_one(quote, ours), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_automatic_reply_is_known(language: str) -> None:
    for said in AUTOMATIC[language]:
        assert machines.speaks(said), said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [QUESTIONS, DELAYS, DENIED], ids=["asked", "put off", "denied"])
def test_the_question_stands(said: Mapping[str, tuple[str, ...]], language: str) -> None:
    wrong = [
        (stand, text, answer)
        for text in said[language]
        if reaches_flows(text, language)
        for stand in everywhere(stands)
        if repr(stand) not in FOR_A_PERSON and (answer := follows(stand, text, language))
        if answer not in ("no", "keep") or repr(stand) not in OFFERED
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_thanks_is_an_answer_or_passes_the_question_but_tells_nobody_anything(
    language: str,
) -> None:
    may_pass = [stand for stand in everywhere(stands) if stand.asked.leave]
    stuck = {
        repr(stand)
        for stand in may_pass
        for text in REFUSALS[language]
        if not stand.take(Heard(text, NOW, language, say_for(Reader(language)))).answered
    }
    of_others = {"minor.number", "minor.language", "minor.shared", "minor.parent"}
    of_others |= {"passed_on.answer", "passed_on.reply"}
    assert stuck == {"meeting.where", "meeting.elsewhere", *of_others}
