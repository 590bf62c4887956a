"""The intents that flows declare: what somebody asks for in their own words, before any flow."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding import mistyping, patterns
from assistant.understanding.matcher import Listener
from flows import FLOWS
from flows.engine.intents import Intent


@dataclass(frozen=True)
class Opens:
    """An intent, and the flow that it opens."""

    intent: Intent
    flow: str


INTENTS = {
    intent.name: Opens(intent, flow.name) for flow in FLOWS.values() for intent in flow.intents
}
# The words that we print, in each language: always sure, as a whole message.
PRINTED = {
    name: {patterns.fold(word) for word in opens.intent.printed.values()}
    for name, opens in INTENTS.items()
}
_COURTESY = patterns.listed(
    "please pls plz plis plss pleas thanks thank thx ty svp stp merci porfa porfavor favor gracias"
    " pfv pf pfvr vlw obrigado obrigada obg kindly hi hey hello hola oi ola salut bonjour"
)
_TABLES = [opens.intent.table for opens in INTENTS.values() if opens.intent.table]
_REAL = {word for each in _TABLES for listed in each.words.values() for word in listed.split()}
_LISTENERS = [Listener(each, _REAL) for each in _TABLES]


def _spelt() -> dict[str, str]:
    exact = {word: name for name, words in PRINTED.items() for word in words}
    slips = {slip: name for word, name in exact.items() for slip in mistyping.misspelt(word)}
    return {slip: name for slip, name in slips.items() if slip not in _REAL} | exact


_SPELT = _spelt()
# One of these is in everything that `find` knows.
ANCHORS = frozenset(_SPELT).union(*(each.anchors for each in _LISTENERS))
# By each of those words, the places of the tables that know it.
_PLACES: dict[str, list[int]] = {}
for _place, _listener in enumerate(_LISTENERS):
    for _word in _listener.anchors:
        _PLACES.setdefault(_word, []).append(_place)


def find(typed: Sequence[str], asked: bool) -> tuple[str, bool] | None:
    """What these words ask for, and whether that is sure."""
    said = typed
    if not _COURTESY.isdisjoint(typed):
        said = [word for word in typed if word not in _COURTESY]
    if len(said) < 4 and (name := _printed(said)):
        return name, True
    known = ANCHORS.intersection(said)  # a few words: only the tables that know one are asked
    for place in sorted({place for word in known for place in _PLACES.get(word, ())}):
        if found := _LISTENERS[place].find(said, asked):
            return found
    return None


def calls_off(typed: Sequence[str]) -> bool:
    """Whether these words may call a meeting off, rather than end our texts: "cancel it"."""
    found = find(typed, asked=False)
    return found is not None and found[0] == "off"


def surely(text: str, name: str) -> bool:
    """Whether that is asked for without a doubt, whatever else is said: "cant make it, got
    detention", not "the projector in room 5 doesnt work"."""
    typed = patterns.words(text)
    said = [word for word in typed if word not in _COURTESY]
    return _printed(said) == name or any(each.surely(said, name) for each in _LISTENERS)


def _printed(said: Sequence[str]) -> str | None:
    """The word of ours that is all that was said."""
    kept = {word for word in said if word != patterns.BREAK}
    return _SPELT.get(kept.pop()) if len(kept) == 1 else None
