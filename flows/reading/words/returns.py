"""Asking when somebody who rests is back: "when is Rosa back?"."""

from collections.abc import Mapping

from flows.reading import words
from flows.reading.replies import plain

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
    said = plain(reply)
    back, when = _table(BACK, language), _table(WHEN, language)
    if len(said) > LONGEST or words.anchors(back).isdisjoint(said):  # the cheap first test
        return False
    asks = "?" in reply or not when.isdisjoint(said)
    return asks and any(words.longest(back, said, at) for at in range(len(said)))


def _table(table: Mapping[str, str], language: str) -> frozenset[str]:
    return words.merged(table.get(language[:2], table["en"]), table["en"])
