"""What a machine answers for somebody: driving, out of office, a number that reads nothing."""

import re
from functools import lru_cache

from assistant.understanding import patterns

SHORTEST = 16  # characters; machines speak in sentences
_GAP = r"[^\n]{0,70}?"
_BACK = (
    r"(?:get back|respond|reply|return|call you|text you|see your|urgent|contest|verei|vere "
    r"|vejo|veo|llamar|ligo|ligar|retorn|repond|rappel|recontact|verrai)"
)
_NOW = (
    r"(?:en este momento|por el momento|ahora mismo|en ce moment|pour le moment|pour l'instant"
    r"|no momento|neste momento|nesse momento|por enquanto)"
)
_STOPPING = r"(?:stop|stopall|end|quit|cancel|unsubscribe|alto|baja|arret|sair|parar|pare)"
_ENDING = (
    r"(?:end|cancel|quit|opt.?out|unsub\w*|stop|cancelar|salir|darse de baja|terminar|sair|parar"
    r"|arreter|(?:vous |te )?desabonner|(?:se |vous )?desinscrire|ne plus recevoir"
    r"|dejar|no recibir)"
)
_BEGIN = r"(?:^|[.!;:,(\n] ?)(?:please |por favor )?"
_SAYS = "repl text txt send resp envi repo envo escr mand digi pres"  # how the next begin
_SAYING = r"(?:reply|text|txt|send|responda?|envi[ae]|repondez|envoyez|escriba|mande|digite|press)"
_MENU = (
    _BEGIN
    + _SAYING
    + r" [\"'“]?"
    + _STOPPING
    + r"[\"'”]? (?:to|para|pour|p/) "
    + _ENDING
    + r"(?=\W*$|\s*[.,;!)]|,? (?:or|o|ou)\b)"
)
# Each with how a word begins that is in everything it knows: four letters, or all of fewer.
_RULES = (
    # So called by themselves.
    ("auto", r"auto[- ]?(?:repl|respon)"),
    ("auto", r"automat(?:ic|ed) (?:repl|respon|mess|text)"),
    ("auto", r"(?:respuesta|mensaje|resposta|mensagem|reponse|message) automati"),
    # At the wheel, at do-not-disturb.
    (
        "driv cond mane diri vola",
        r"(?:driving|conduciendo|manejando|dirigindo|conduzindo|ao volante|au volant|je conduis)"
        + _GAP
        + _BACK,
    ),
    (
        "car carr coch auto voit",
        r"(?:sent from my|enviado desde mi|enviado do meu|envoye depuis (?:ma|mon)) "
        r"(?:car\b|carro|coche|auto\b|voiture)",
    ),
    ("mess", r"see your message when i"),
    ("noti rece", r"not(?:ific| receiving notific)" + _GAP + r"\burgent"),
    (
        "talk answ call phon",
        r"(?:can't|cannot|can not|unable to) (?:talk|answer|take your call|come to the phone)"
        r" (?:right now|at the moment|now)" + _GAP + _BACK,
    ),
    (
        "aten cont resp habl",
        _NOW + r",? no (?:le |te )?pued[oe] (?:atender|contestar|responder|hablar)" + _GAP + _BACK,
    ),
    (
        "aten cont resp habl",
        r"no (?:le |te )?pued[oe] (?:atender|contestar|responder|hablar)\w* " + _NOW + _GAP + _BACK,
    ),
    (
        "repo parl decr",
        r"ne (?:peux|pouvons) pas (?:(?:vous |te )?repondre|parler|decrocher) "
        + _NOW
        + _GAP
        + _BACK,
    ),
    (
        "aten resp fala",
        r"nao (?:posso|podemos) (?:te )?(?:atender|responder|falar) " + _NOW + _GAP + _BACK,
    ),
    (
        "aten resp fala",
        _NOW + r",? nao (?:posso|podemos) (?:te )?(?:atender|responder|falar)" + _GAP + _BACK,
    ),
    # Out of office.
    (
        "offi ofic bure escr",
        r"(?:out of (?:the )?office|fuera de (?:la )?oficina|absent\w* du bureau"
        r"|fora do escritorio)(?: ?[:.-]|" + _GAP + _BACK + ")",
    ),
    # A number, a mailbox.
    (
        "numb mail inbo line acco",
        r"(?:number|mailbox|inbox|line|account)"
        r"[^.\n]{0,30}?(?:not monitor|unmonitor|no longer in)",
    ),
    (
        "text sms mms mess repl",
        r"(?:not|n't|cannot|unable to) (?:\w+ )?(?:accept|receive|support|take)s?"
        r" (?:incoming |any )?(?:text|sms|mms|message|repl)",
    ),
    (
        "mens sms text resp",
        r"no (?:acepta|recibe|admite|puede recibir) (?:mensaje|sms|texto|respuesta)",
    ),
    (
        "mess sms text repo",
        r"(?:n'accepte|ne recoit|ne peut) (?:pas )?(?:recevoir |repondre )?(?:de |les |aux? |des )?"
        r"(?:message|sms|texto|reponse)",
    ),
    ("mens sms text resp", r"nao (?:aceita|recebe|pode receber) (?:mensage|sms|texto|resposta)"),
    ("mess", r"message blocking is active"),
    ("mess mens", r"(?:message|mensaje|mensagem) (?:could|can) ?not be delivered"),
    ("repl resp", r"(?:do not|please don't) (?:reply|respond) to this"),
    (
        "resp repo",
        r"no responda a este|ne (?:pas repondre|repondez pas) a ce|nao responda (?:a )?est",
    ),
    # A firm's desk.
    (
        "mess text requ call",
        r"your (?:message|text|request|call) (?:has been received|is important)",
    ),
    (
        "than",
        r"(?:thanks|thank you) for (?:contact|calling|reaching out|texting|your)\w*"
        + _GAP
        + r"\b(?:we|our|reply \d|press \d|hours|shortly)\b",
    ),
    (
        "grac",
        r"gracias por (?:contact|comunic|escribir|llamar|su)" + _GAP + r"(?:emos\b|horario|marque)",
    ),
    (
        "merc",
        r"merci (?:de|d'avoir|pour) (?:nous |votre |contact|appel)"
        + _GAP
        + r"(?:\bnous|ons\b|horaire)",
    ),
    (
        "obri",
        r"obrigad[oa] por (?:entrar|contat|sua|escrever)" + _GAP + r"(?:emos\b|horario|digite)",
    ),
    (
        "reci rece recu",
        r"(?:hemos recibido|recebemos|nous avons bien recu)"
        r" (?:su|tu|a sua|sua|votre|ton) (?:mens|mess)",
    ),
    (
        "pres marq tape digi repl resp",
        r"(?:press|marque|tapez|digite|reply|responda) \d (?:for|to|para|pour)\b"
        + _GAP
        + r"\d (?:for|to|p)",
    ),
    (
        "code codi",
        r"(?:verification|security|one-time|login) code|cod(?:igo|e) de (?:verif|seg|secu)",
    ),
    (
        _SAYS,
        _BEGIN + _SAYING + r" \w+ (?:to|for|para|pour) " + _GAP + r"\b\w+ (?:to|for|para|pour) \w",
    ),
    # How to end the texts of somebody else.
    (_SAYS, _MENU),
)
_ONLY_MENU = re.compile(_MENU + r"\W*")


def _by_beginning() -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for beginnings, rule in _RULES:
        form = re.compile(rule)
        for beginning in beginnings.split():
            found.setdefault(beginning, []).append(form)
    return found


_FORMS = _by_beginning()


def speaks(text: str) -> bool:
    """Whether a machine wrote this: it is no answer, no consent and no wish to stop."""
    if len(text) < SHORTEST:
        return False
    spoken = patterns.words(text)
    if not any(map(_may_be_a_machines, spoken)):  # the cheap first test
        return False
    said, begun = patterns.fold(text), {word[:4] for word in spoken}
    if not any(form.search(said) for one in begun for form in _FORMS.get(one, ())):
        return False
    # "Text STOP to end" and no more, or as a question, may be somebody who would like to.
    return not _ONLY_MENU.fullmatch(said) and "?" not in said


@lru_cache(maxsize=4096)
def _may_be_a_machines(word: str) -> bool:
    """Whether one of the forms needs this word; people use the same few thousand words."""
    return word[:4] in _FORMS
