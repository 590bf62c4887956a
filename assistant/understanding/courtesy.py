"""Greetings, please and thanks: what may stand round words without making them another message."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding import patterns

_COURTESY = re.compile(
    r"\b(?:please|pl[sz]+e?|pleas|pliz|plis|(?:por )?favor"
    r"|porfavor|p[fv]+r?|x ?fa(?:vor)?|porfi?[as]"
    r"|svp|s il (?:te|vous) plait|merci|gracias|thanks?(?: you| u)?|th?n?xs?|ty|tks|obrigad[oa]|obg"
    r"|hi|hey|hello|hola|ola|oi|bonjour|bonsoir|salut|ok|okay|kindly|sorry|desculp[ae]|desole"
    r"|perdon|sir|madam|bruh?|man|fucking|damn)\b"
)
_BEGUN = frozenset(["s", "x", "stp"])  # "s il te plait", "x fa": no courtesy by themselves
# "No gracias dame de baja": the no is answer enough, and denies nothing of what follows.
_NO_THANKS = re.compile(
    r"\b(no|non|nao|nah|nope|naw) (?:thanks?(?: you| u)?|thx|ty|gracias|merci|obrigad[oa]|obg)\b"
)


# What people answer to news that asks nothing, as whole messages, by language.
_PLEASANT = {
    "en": patterns.listed(
        "no worries|no worry|no problem|no probs|np|nw|all good|its all good|thats fine|thats ok"
        "|thats okay|its fine|its ok|its okay|fine|fine by me|cool|great|nice|lovely|brilliant"
        "|perfect|awesome|sweet|sounds good|sounds great|good to know|got it|gotcha|noted"
        "|will do|you too|same to you|no rush|take your time|never mind|nvm|dont worry|alright"
        "|alrighty|aight|sure|sure thing|of course|understood"
    ),
    "es": patterns.listed(
        "no pasa nada|no hay problema|sin problema|ningun problema|tranquilo|tranquila|tranqui"
        "|no te preocupes|no se preocupe|de nada|todo bien|esta bien|ta bien|perfecto|genial"
        "|excelente|muy bien|que bien|que bueno|entendido|enterado|enterada|igualmente|no importa"
        "|estupendo|guay|vale|vale vale|dale|de acuerdo|claro|bueno|listo|venga|muy bien"
    ),
    "fr": patterns.listed(
        "pas de souci|pas de soucis|ps de souci|pas de probleme|aucun souci|aucun probleme"
        "|t inquiete|tinquiete|t inquietes|ne t inquiete pas|ne vous inquietez pas|c est pas grave"
        "|pas grave|ce n est pas grave|ca marche|super|parfait|genial|top|nickel|cool|tres bien"
        "|d accord|daccord|dac|dacc|entendu|bien sur|ca roule|ca va"
        "|c est note|note|bien recu|compris|de rien|je t en prie|toi aussi|vous aussi|tant pis"
    ),
    "pt": patterns.listed(
        "sem problema|sem problemas|nao tem problema|nao faz mal|tudo bem|td bem|tranquilo"
        "|tranquila|de boa|relaxa|imagina|de nada|beleza|blz|perfeito|otimo|show|legal|maravilha"
        "|entendi|entendido|combinado|igualmente|pra voce tambem|que bom|valeu|fixe|ta bom"
        "|ta bem|esta bem|esta bom|certo|claro|fechou|fechado|ta certo|com certeza"
    ),
}


def pleasant(said: Sequence[str], language: str) -> bool:
    """Whether it is a kind word that neither asks nor answers anything: "no worries"."""
    known = _PLEASANT.get(language, frozenset())
    spoken = [word.replace("'", "") for word in said if word != patterns.BREAK]
    return " ".join(spoken) in known or " ".join(courteous(spoken, language)) in known


def courteous(said: Sequence[str], language: str) -> list[str]:
    """The words without greetings, please and thanks."""
    if not any(map(_may_be_polite, said)):  # the cheap first test
        return list(said)
    kept = _COURTESY.sub("", _NO_THANKS.sub(r"\1 , ", " ".join(said))).split()
    return [word for word in kept if word != "stp"] if language == "fr" else kept


@lru_cache(maxsize=4096)
def _may_be_polite(word: str) -> bool:
    """Whether a courtesy can begin with this word; people use the same few thousand words."""
    return word in _BEGUN or _COURTESY.search(word) is not None
