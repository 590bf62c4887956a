"""What a machine answers for somebody: driving, out of office, a number that reads nothing."""

import re

from assistant.understanding import patterns

SHORTEST = 16  # characters; machines speak in sentences
# How a word begins that is in everything the rules below know: four letters, or all of fewer.
_BEGINNINGS = patterns.listed(
    "auto driv cond mane diri vola car carr coch voit envi offi ofic bure escr numb mail inbo line"
    " acco text txt sms mms mess mens repl resp repo call requ than grac merc obri reci rece recu"
    " noti pres marq tape digi send envo mand code codi talk answ phon aten cont habl parl decr"
    " fala"
)
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
_SAYING = r"(?:reply|text|txt|send|responda?|envi[ae]|repondez|envoyez|escriba|mande|digite|press)"
_RULES = (
    # So called by themselves.
    r"auto[- ]?(?:repl|respon)",
    r"automat(?:ic|ed) (?:repl|respon|mess|text)",
    r"(?:respuesta|mensaje|resposta|mensagem|reponse|message) automati",
    # At the wheel, at do-not-disturb.
    r"(?:driving|conduciendo|manejando|dirigindo|conduzindo|ao volante|au volant|je conduis)"
    + _GAP
    + _BACK,
    r"(?:sent from my|enviado desde mi|enviado do meu|envoye depuis (?:ma|mon)) "
    r"(?:car\b|carro|coche|auto\b|voiture)",
    r"see your message when i",
    r"not(?:ific| receiving notific)" + _GAP + r"\burgent",
    r"(?:can't|cannot|can not|unable to) (?:talk|answer|take your call|come to the phone)"
    r" (?:right now|at the moment|now)" + _GAP + _BACK,
    _NOW + r",? no (?:le |te )?pued[oe] (?:atender|contestar|responder|hablar)" + _GAP + _BACK,
    r"no (?:le |te )?pued[oe] (?:atender|contestar|responder|hablar)\w* " + _NOW + _GAP + _BACK,
    r"ne (?:peux|pouvons) pas (?:(?:vous |te )?repondre|parler|decrocher) " + _NOW + _GAP + _BACK,
    r"nao (?:posso|podemos) (?:te )?(?:atender|responder|falar) " + _NOW + _GAP + _BACK,
    _NOW + r",? nao (?:posso|podemos) (?:te )?(?:atender|responder|falar)" + _GAP + _BACK,
    # Out of office.
    r"(?:out of (?:the )?office|fuera de (?:la )?oficina|absent\w* du bureau|fora do escritorio)"
    r"(?: ?[:.-]|" + _GAP + _BACK + ")",
    # A number, a mailbox.
    r"(?:number|mailbox|inbox|line|account)"
    + r"[^.\n]{0,30}?(?:not monitor|unmonitor|no longer in)",
    r"(?:not|n't|cannot|unable to) (?:\w+ )?(?:accept|receive|support|take)s?"
    r" (?:incoming |any )?(?:text|sms|mms|message|repl)",
    r"no (?:acepta|recibe|admite|puede recibir) (?:mensaje|sms|texto|respuesta)",
    r"(?:n'accepte|ne recoit|ne peut) (?:pas )?(?:recevoir |repondre )?(?:de |les |aux? |des )?"
    r"(?:message|sms|texto|reponse)",
    r"nao (?:aceita|recebe|pode receber) (?:mensage|sms|texto|resposta)",
    r"message blocking is active",
    r"(?:message|mensaje|mensagem) (?:could|can) ?not be delivered",
    r"(?:do not|please don't) (?:reply|respond) to this",
    r"no responda a este|ne (?:pas repondre|repondez pas) a ce|nao responda (?:a )?est",
    # A firm's desk.
    r"your (?:message|text|request|call) (?:has been received|is important)",
    r"(?:thanks|thank you) for (?:contact|calling|reaching out|texting|your)\w*"
    + _GAP
    + r"\b(?:we|our|reply \d|press \d|hours|shortly)\b",
    r"gracias por (?:contact|comunic|escribir|llamar|su)" + _GAP + r"(?:emos\b|horario|marque)",
    r"merci (?:de|d'avoir|pour) (?:nous |votre |contact|appel)"
    + _GAP
    + r"(?:\bnous|ons\b|horaire)",
    r"obrigad[oa] por (?:entrar|contat|sua|escrever)" + _GAP + r"(?:emos\b|horario|digite)",
    r"(?:hemos recibido|recebemos|nous avons bien recu)"
    r" (?:su|tu|a sua|sua|votre|ton) (?:mens|mess)",
    r"(?:press|marque|tapez|digite|reply|responda) \d (?:for|to|para|pour)\b"
    + _GAP
    + r"\d (?:for|to|p)",
    r"(?:verification|security|one-time|login) code|cod(?:igo|e) de (?:verif|seg|secu)",
    _BEGIN + _SAYING + r" \w+ (?:to|for|para|pour) " + _GAP + r"\b\w+ (?:to|for|para|pour) \w",
    # How to end the texts of somebody else.
    _BEGIN
    + _SAYING
    + r" [\"'“]?"
    + _STOPPING
    + r"[\"'”]? (?:to|para|pour|p/) "
    + _ENDING
    + r"(?=\W*$|\s*[.,;!)]|,? (?:or|o|ou)\b)",
)
_MENU = _RULES[-1]
_ONLY_MENU = re.compile(_MENU + r"\W*")
_FORM = re.compile("|".join(f"(?:{rule})" for rule in _RULES))


def speaks(text: str) -> bool:
    """Whether a machine wrote this: it is no answer, no consent and no wish to stop."""
    if len(text) < SHORTEST:
        return False
    if _BEGINNINGS.isdisjoint([word[:4] for word in patterns.words(text)]):  # the cheap first test
        return False
    said = patterns.fold(text)
    # "Text STOP to end" and no more, or as a question, may be somebody who would like to.
    return bool(_FORM.search(said)) and not _ONLY_MENU.fullmatch(said) and "?" not in said
