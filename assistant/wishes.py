"""What people ask for in the middle of mentoring: another time, fewer texts, somebody else."""

from collections.abc import Sequence
from itertools import groupby

from assistant import wording
from assistant.wishes_coordinator import COORDINATOR
from assistant.wishes_meeting import MEETINGS
from assistant.wishes_people import PEOPLE
from assistant.wishes_texts import TEXTS
from assistant.wishing import Listener

# The words that we print, in each language: always sure, as a whole message.
PRINTED = {
    "move": "move mover deplacer mudar",
    "meeting": "meeting cita rdv encontro",
    "fewer": "fewer menos moins",
    "pause": "pause pausa",
    "switch": "switch cambio changer trocar",
    "leave": "leave dejar partir deixar",
    "list": "list lista liste",
    "pair": "pair emparejar binomes duplas",
    "broadcast": "broadcast difusion diffuser transmitir",
    "hold": "hold espera attends",
}
_TABLES = (MEETINGS, TEXTS, PEOPLE, COORDINATOR)
_REAL = {word for each in _TABLES for listed in each.words.values() for word in listed.split()}
_LISTENERS = [Listener(each, _REAL) for each in _TABLES]


def _spelt() -> dict[str, str]:
    exact = {word: name for name, words in PRINTED.items() for word in words.split()}
    slips = {slip: name for word, name in exact.items() for slip in wording.misspelt(word)}
    return {slip: name for slip, name in slips.items() if slip not in _REAL} | exact


_SPELT = _spelt()
# One of these is in everything that `find` knows.
ANCHORS = frozenset(_SPELT).union(*(each.anchors for each in _LISTENERS))


def find(typed: Sequence[str], asked: bool) -> tuple[str, bool] | None:
    """What these courteous words ask for, and whether that is sure."""
    said = [word for word, _ in groupby(typed)]
    kept = [word for word in said if word != wording.BREAK]
    if len(kept) == 1 and (name := _SPELT.get(kept[0])):
        return name, True
    for each in _LISTENERS:
        if not each.anchors.isdisjoint(said) and (found := each.find(said, asked)):
            return found
    return None
