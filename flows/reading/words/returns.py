"""Asking when somebody who rests is back: "when is Rosa back?"."""

from collections.abc import Mapping
from functools import lru_cache

from flows.reading import words
from flows.reading.replies import bounded, plain

LONGEST = 10  # words
BACK: Mapping[str, str] = {
    "en": "back, return, returns, returning, returned, on a break, still away, break over",
    "es": (
        "vuelve, volvera, volvio, volver, vuelta, regresa, regresara, regreso, regresar, "
        "sigue de descanso, retorna"
    ),
    "fr": "revient, reviens, reviendra, revenir, revenu, revenue, rentre, rentrera, retour",
    "pt": "volta, voltar, voltou, voltara, volte, retorna, regressa, regressar, ta de volta",
}
WHEN: Mapping[str, str] = {
    "en": "when, whens, wen, yet",
    "es": "cuando, cdo, qdo, hasta cuando",
    "fr": "quand, qd, kan, kand",
    "pt": "quando, qdo, qd",
}


def asks_when_back(reply: str, language: str) -> bool:
    """Whether it asks if or when somebody is back, whoever that is."""
    said = plain(bounded(reply))
    back, when = _table("back", language), _table("when", language)
    if len(said) > LONGEST or words.anchors(back).isdisjoint(said):  # the cheap first test
        return False
    asks = "?" in reply or not when.isdisjoint(said)
    return asks and any(words.longest(back, said, at) for at in range(len(said)))


@lru_cache(maxsize=16)
def _table(entry: str, language: str) -> frozenset[str]:
    """The phrases of a person's language, and the English ones."""
    table = BACK if entry == "back" else WHEN
    own = table.get(language[:2], table["en"])
    return frozenset((*words.spellings(own), *words.spellings(table["en"])))
