"""A phone number as people write it: "its 646 555 0199 (mum)"."""

import re
import unicodedata

from flows.reading import words
from flows.reading.replies import Unclear, bounded
from flows.reading.replies import words as words_in

FEWEST, MOST = 6, 15  # digits of a number that can be dialled
_NUMBER = re.compile(r"(?:\+\s*)?\(?\d[\d\s().\-/\u2010-\u2015\u00a0]*")


def phone(reply: str, language: str) -> str:
    """The digits of the only number in a reply, with a plus where it carries its country's code.

    Raises Unclear where there is none, or more than one, or something denies it: "not 646 …".
    """
    said = unicodedata.normalize("NFKC", bounded(reply))
    found = [found[0] for found in _NUMBER.finditer(said) if len(_digits(found[0])) >= FEWEST]
    if len(found) != 1 or len(_digits(found[0])) > MOST or "?" in said or _denied(said, language):
        raise Unclear(reply)
    digits = _digits(found[0])
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+{digits}" if found[0].startswith("+") else digits


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())


def _denied(said: str, language: str) -> bool:
    spoken = tuple(word.folded.replace("'", "") for word in words_in(said))
    negations = words.phrases(language, "negations")
    return any(words.longest(negations, spoken, at) for at in range(len(spoken)))
