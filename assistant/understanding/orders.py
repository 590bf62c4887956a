"""What a coordinator orders about somebody by name: a word of ours, and the rest of the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.understanding import intents, mistyping, patterns

# Before an order it says nothing: "please lift jay", "can you freeze jay".
_POLITE = (
    "please|pls|plz|can you|could you|can we|could we|por favor|porfa|puedes|podrias|stp|svp"
    "|s'il te plait|s'il vous plait|tu peux|vous pouvez|peux-tu|pouvez-vous|podes|pode"
)
# Beside the words that we print.
_SURE: Mapping[str, str] = {
    "to": "to",
    "who": "who|whos|who's|show me|quien|muestra|qui|montre|quem|mostra|mostre",
    "freeze": "freeze|congela|gele|congele",
    "lift": "lift|unfreeze|libera|descongela|libere|degele",
    "paper": "paper|on paper|papel|en papel|papier|form|formulario|formulaire",
    "read": "read|read texts of|lee|leer|lis|lire|ler|leia",
    "record": "training|formacion|formation|formacao",
    "part": "part|unpair|separate|end the match|end match|close|split up|separa|separe|encerra",
}
# These are only likely to be orders: what follows is shown before it is sent.
_LIKELY = (
    "write|text|message|send|tell|escribe|escribele|dile|avisa|avisale|mandale|manda|ecris|envoie"
    "|dis|previens|escreve|escreva|mande|avise|fala|fale|diz|diga"
)
# These ask about many things: they are orders where the name of somebody follows.
_ABOUT = (
    "how is|hows|how's|how are|what about|when do|when does|when is|when are|where is|where are"
    "|que tal|como va|como le va|como esta|cuando quedan|cuando ve|cuando se ven|ou en est"
    "|comment va|quand se voient|quand voit|como vai|como anda|quando se encontram"
)


@dataclass(frozen=True)
class Order:
    """The name of an intent, and whose name and which words come after it."""

    intent: str
    rest: str
    likely: bool = False  # it may have been meant otherwise
    named: bool = False  # it is none unless the name of somebody comes after it
    loud: bool = False  # the word, and not all, is in capitals


def _pattern(words: Iterable[str], after: str = r"\S") -> re.Pattern[str]:
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"({listed})[\s:,]+(?={after})")


# Where an amount comes after it: "record 120 minutes for rosa", not "record that jay is ill".
_COUNTED = "record|anota|apunta|registra|registrar|enregistre|anote|registre"
_POLITELY = re.compile(rf"(?:(?:{_POLITE})[\s,]+)+")
_WORDS = {name: {*intents.PRINTED[name], *words.split("|")} for name, words in _SURE.items()}
_KNOWN = frozenset().union(*_WORDS.values(), _LIKELY.split("|"))
_SLIPS = {
    name: {slip for word in words if " " not in word for slip in mistyping.misspelt(word)} - _KNOWN
    for name, words in _WORDS.items()
}
_PATTERNS = [
    *((Order(name, ""), _pattern(words)) for name, words in _WORDS.items()),
    (Order("record", ""), _pattern(_COUNTED.split("|"), r".*\d")),
    (Order("to", "", likely=True), _pattern(_LIKELY.split("|"))),
    (Order("who", "", named=True), _pattern(_ABOUT.split("|"))),
    *((Order(name, "", named=True), _pattern(slips)) for name, slips in _SLIPS.items() if slips),
]


def find(text: str) -> Order | None:
    """The order that a text is, or None."""
    text = text[: patterns.LONGEST].strip()
    folded = patterns.unaccented(text).lower()
    if len(folded) != len(text):
        return None  # letters that are not one when plain: no name begins where it seems to
    polite = _POLITELY.match(folded)
    begins = polite.end() if polite else 0
    for order, pattern in _PATTERNS:
        if found := pattern.match(folded, begins):
            word = text[begins : found.end(1)]
            rest = text[found.end() :]
            return replace(order, rest=rest, loud=word.isupper() and not rest.isupper())
    return None
