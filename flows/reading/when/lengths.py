"""How long something lasts, beside when it begins: "at 5 for an hour"."""

import re
from collections.abc import Sequence

from flows.reading import rules, words
from flows.reading.lexicon import Sign

_FOR = re.compile(rules.shape("for:by number|a|couple|half a? unit:unit|hour"))
_LASTING = frozenset(words.spellings("for, por, durante, pour, pendant"))
_UNITS = frozenset({"hour", "minute"})


def places(signs: Sequence[Sign]) -> set[int]:
    """Where it stands."""
    found: set[int] = set()
    for match in _FOR.finditer(rules.letters(signs)):
        led, unit = signs[match.start("for")], signs[match.start("unit")]
        if led.text in _LASTING and unit.value in _UNITS:
            found.update(range(match.start(), match.end()))
    return found
