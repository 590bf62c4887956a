"""The letters that an SMS carries in seven bits, and those that stand in for others."""
# ruff: noqa: RUF001 (signs that look alike are what this file is about)

import re
from collections.abc import Callable
from enum import StrEnum
from unicodedata import combining, normalize

import regex

# GSM 03.38 without its escape character, and the extension, which costs two septets a character.
_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = "\f^{}\\[~]|€"
is_basic = re.compile(f"[{re.escape(_BASIC)}]*").fullmatch
is_gsm = re.compile(f"[{re.escape(_BASIC + EXTENSION)}]*").fullmatch

# Latin letters that have no decomposition, and signs, with what stands in for them.
_ALIKE = {
    "đðɗɖ": "d",
    "ĐÐƊƉ": "D",
    "ɛəǝɘ": "e",
    "ƐƏƎ": "E",
    "ħ": "h",
    "Ħ": "H",
    "ı": "i",
    "ĸƙ": "k",
    "Ƙ": "K",
    "ł": "l",
    "Ł": "L",
    "ŋ": "n",
    "Ŋ": "N",
    "ɔ": "o",
    "Ɔ": "O",
    "ŧ": "t",
    "Ŧ": "T",
    "ɓ": "b",
    "Ɓ": "B",
    "ɣ": "g",
    "Ɣ": "G",
    "ƴ": "y",
    "Ƴ": "Y",
    "ƒ": "f",
    "Ƒ": "F",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
    "ẞ": "SS",
}
_TYPED = {
    "‘’‚‛‹›ʻʼʹ′´`": "'", "“”„‟«»″": '"', "‐‑‒–—―−": "-", "…": "...", "•": "*", "·": ".", "×": "x",
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f": " ",
    "\u00ad\u200b\u2060\ufeff": "", "\u2028\u2029": "\n", "\u2044": "/",
}  # fmt: skip


class Letters(StrEnum):
    """Which letters a reader's phone is sent."""

    WRITTEN = "written"  # all, with every sign
    TYPED = "typed"  # all, with the signs that seven bits carry
    PLAIN = "plain"  # Latin letters without accents, too


def shown(text: str, letters: Letters) -> str:
    """A text of ours, or a value in it, in the letters that a reader is sent."""
    return _SHOWN[letters](text)


def typed(text: str) -> str:
    """The text with its letters, and signs as GSM-7 has them."""
    if is_basic(text):
        return text
    text = text.translate(_SIGNS)
    return _marked(_composed, text)


def plain(text: str) -> str:
    """The text without accents, and signs as GSM-7 has them; all other scripts as written.

    The letter that a tilde makes of n is no accented one: it stays, and costs nothing.
    """
    if _is_plain(text):
        return text
    text = text.translate(_PLAIN)
    return text if is_gsm(text) else _marked(_bare, text)


def _composed(accented: regex.Match[str]) -> str:
    return normalize("NFC", accented[0])


def _bare(accented: regex.Match[str]) -> str:
    letters = _composed(accented).translate(_PLAIN)
    return "".join(char for char in letters if not combining(char))


def _look_alike(letter: str) -> str:
    parts = normalize("NFKD", letter)
    return "".join(part for part in parts if not combining(part)).translate(_SIGNS | _OTHERS)


_SIGNS = {ord(char): look for chars, look in _TYPED.items() for char in chars}
_OTHERS = {ord(char): look for chars, look in _ALIKE.items() for char in chars}
# Latin-1, Extended-A and -B; Extended Additional; the ligatures.
_ACCENTED = [
    chr(at) for at in (*range(0xA1, 0x250), *range(0x1E00, 0x1F00), *range(0xFB00, 0xFB07))
]
_BARE = {
    ord(letter): look
    for letter in _ACCENTED
    if letter.isalnum() and letter not in "ñÑ" and is_gsm(look := _look_alike(letter))
}
_PLAIN = _SIGNS | _OTHERS | {at: look for at, look in _BARE.items() if look != chr(at)}
_is_plain = re.compile(
    f"[{re.escape(''.join(set(_BASIC + EXTENSION) - set(map(chr, _PLAIN))))}]*"
).fullmatch
_marked = regex.compile(r"\p{Latin}[\u0300-\u036f]+").sub
_SHOWN: dict[Letters, Callable[[str], str]] = {
    Letters.WRITTEN: str,
    Letters.TYPED: typed,
    Letters.PLAIN: plain,
}
