"""Greetings, please and thanks: what may stand round words without making them another message."""

import re
from collections.abc import Sequence

from assistant.understanding import patterns

_COURTESY = re.compile(
    r"\b(?:please|pl[sz]+e?|pleas|pliz|plis|(?:por )?favor"
    r"|porfavor|p[fv]+r?|x ?fa(?:vor)?|porfi?[as]"
    r"|svp|s il (?:te|vous) plait|merci|gracias|thanks?(?: you| u)?|th?n?xs?|ty|tks|obrigad[oa]|obg"
    r"|hi|hey|hello|hola|ola|oi|bonjour|bonsoir|salut|ok|okay|kindly|sorry|desculp[ae]|desole"
    r"|perdon|sir|madam|bruh?|man|fucking|damn)\b"
)
# How all of these begin.
_POLITE = patterns.listed(
    "pl po pf pv p fa xf x sv s st me gr th tx ty tk ob hi he ho ol oi bo sa ok ki so de pe si ma"
    " br fu da"
)
# "No gracias dame de baja": the no is answer enough, and denies nothing of what follows.
_NO_THANKS = re.compile(
    r"\b(no|non|nao|nah|nope|naw) (?:thanks?(?: you| u)?|thx|ty|gracias|merci|obrigad[oa]|obg)\b"
)


def courteous(said: Sequence[str], language: str) -> list[str]:
    """The words without greetings, please and thanks."""
    if _POLITE.isdisjoint([word[:2] for word in said]):  # the cheap first test
        return list(said)
    kept = _COURTESY.sub("", _NO_THANKS.sub(r"\1 , ", " ".join(said))).split()
    return [word for word in kept if word != "stp"] if language == "fr" else kept
