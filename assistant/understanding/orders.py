"""What a coordinator orders about somebody by name: a word of ours, and the rest of the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.understanding import intents, patterns

# Beside the words that we print.
_SURE: Mapping[str, str] = {
    "to": "to",
    "who": "who|whos|show me|quien|muestra|qui|montre|quem|mostra|mostre",
    "freeze": "freeze|congela|gele|congele",
    "lift": "lift|unfreeze|libera|descongela|libere|degele",
    "paper": "paper|on paper|papel|en papel|papier|form|formulario|formulaire",
    "part": "part|end the match|end match|close|split up|separa|separe|encerra",
}
# These are only likely to be orders: what follows is shown before it is sent.
_LIKELY = (
    "write|text|message|send|tell|escribe|escribele|dile|avisa|avisale|mandale|manda|ecris|envoie"
    "|dis|previens|escreve|escreva|mande|avise|fala|fale|diz|diga"
)


@dataclass(frozen=True)
class Order:
    """The name of an intent, and whose name and which words come after it."""

    intent: str
    rest: str
    likely: bool = False  # it may have been meant otherwise
    loud: bool = False  # the word, and not all, is in capitals


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"({listed})[\s:,]+(?=\S)")


_PATTERNS = [
    *(
        (name, False, _pattern({*intents.PRINTED[name], *words.split("|")}))
        for name, words in _SURE.items()
    ),
    ("to", True, _pattern(_LIKELY.split("|"))),
]


def find(text: str) -> Order | None:
    """The order that a text is, or None."""
    text = text[: patterns.LONGEST].strip()
    folded = patterns.unaccented(text).lower()
    if len(folded) != len(text):
        return None  # letters that are not one when plain: no name begins where it seems to
    for name, likely, pattern in _PATTERNS:
        if found := pattern.match(folded):
            word = text[: found.end(1)]
            rest = text[found.end() :]
            return Order(name, rest, likely, loud=word.isupper() and not rest.isupper())
    return None
