"""Wishing for more time in a meeting by text: "10 more minutes", "otros 10 minutos"."""

import re

from assistant.understanding import patterns
from flows.lifecycles.text_meeting import FEWEST, MOST, STEP

_LONGEST = 8  # words: whoever says more tells the other something
_NUMBERS = {
    **dict.fromkeys(("five", "cinco", "cinq"), 5),
    **dict.fromkeys(("ten", "diez", "dix", "dez"), 10),
    **dict.fromkeys(("fifteen", "quince", "quinze"), 15),
    **dict.fromkeys(("twenty", "veinte", "vingt", "vinte"), 20),
    **dict.fromkeys(("thirty", "treinta", "trente", "trinta"), 30),
}
# What may stand around it and changes nothing.
_AROUND = patterns.listed(
    "hey ok okay please pls plz thanks can could may we i have get lets do give us need want"
    " porfa por favor gracias podemos tener puedo danos necesitamos queremos"
    " stp svp merci on peut avoir il nous faut"
    " pf pfv obrigado obrigada da pra ter precisamos"
)
_N, _UNIT = "N", "(?: (?:m|mi|min|mins|minute|minutes|minuto|minutos))"
_WISHES = (
    *(f"N more{_UNIT}", f"N{_UNIT} (?:more|longer|extra)", f"another N{_UNIT}"),
    *(f"N mas{_UNIT}", f"N{_UNIT} mas", f"otros N{_UNIT}"),
    *(f"encore N{_UNIT}", f"N{_UNIT} (?:de plus|encore)"),
    *(f"mais N{_UNIT}", f"N{_UNIT} (?:a mais|mais)"),
    *("(?:some |a bit |a little )?more time", "(?:un poco )?mas tiempo"),
    *("(?:un peu )?plus de temps", "(?:um pouco )?mais tempo", "um pouco mais de tempo"),
)
_MORE = re.compile("|".join(f"(?:{wish})" for wish in _WISHES))
_NUMBER = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})(?=[a-z]|\b)")


def find(text: str) -> int:
    """How many minutes more are wished for; 0 where something else is said, or more than that."""
    said = [word for word in patterns.words(text) if word != patterns.BREAK]
    if len(said) > _LONGEST:
        return 0
    while said and said[0] in _AROUND:
        said.pop(0)
    while said and said[-1] in _AROUND:
        said.pop()
    found = _NUMBER.search(line := " ".join(said))
    if found:
        line = f"{line[: found.start()]}N {line[found.end() :].lstrip()}".rstrip()
    if not _MORE.fullmatch(line):
        return 0
    minutes = (_NUMBERS.get(found[1]) or int(found[1])) if found else STEP
    return min(max(minutes, FEWEST), MOST)
