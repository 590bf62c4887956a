"""What somebody typed, bounded and plain: the words in it, and where each one stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

LONGEST = 1600  # An SMS of ten parts; nobody answers a question in more.
MOST = 500  # words and signs; 1,600 letters of any language hold some 350
RECENT = 64  # replies kept as read: several readers try the same one in a turn

_WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}\p{N}'\u2019]*|\p{N}+[\p{L}\p{M}'\u2019]*|[^\p{Z}\p{C}\p{L}\p{N}]"
)
_INVISIBLE = regex.compile(
    r"[[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Cf}]--[\t\n\r\u200c\u200d]]", flags=regex.V1
)
_FRACTION = regex.compile("[¼½¾⅐-⅞]")
_PICTURE = regex.compile(
    r"[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3\ufe0e\ufe0f]"
)
_PLAIN = re.compile(r"[a-z][a-z0-9]*|[0-9]+[a-z]*")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u00b4`\u02bc", "'"),
        **dict.fromkeys("\u2013\u2014\u2012\u2212", "-"),
    }
)


class Unclear(Exception):
    """A reply that does not answer the question."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign of a reply: folded, and where it stands in what was typed."""

    folded: str
    start: int
    end: int


def bounded(reply: str) -> str:
    """The reply without what no keyboard types (NUL, lone surrogates), and never too long."""
    reply = reply[:LONGEST]
    return reply if reply.isprintable() else str(_INVISIBLE.sub("", reply))


def folded(text: str) -> str:
    """Lower case, no accents, plain quotes and digits: what two spellings have in common."""
    return _fold_ascii(text) if text.isascii() else _fold(text)


@lru_cache(RECENT)
def words(reply: str) -> tuple[Word, ...]:
    """Every word and sign of a bounded reply, in order."""
    found = (_word(match) for match in _WORD.finditer(reply))
    return tuple(word for word in found if word.folded)  # a mark alone folds to nothing


def endless(reply: str) -> bool:
    """Whether it holds more words and signs than anybody answers in: "1,1,1,1,…"."""
    return len(reply) > MOST and sum(1 for _ in _WORD.finditer(reply)) > MOST


@lru_cache(RECENT)
def plain(reply: str) -> tuple[str, ...]:
    """The folded words alone, without signs and pictures, apostrophes closed up."""
    if reply.isascii() and reply.isprintable() and "`" not in reply:
        return tuple(_PLAIN.findall(reply[:LONGEST].lower().replace("'", "")))
    found = (word.folded.replace("'", "") for word in words(bounded(reply)))
    return tuple(text for text in found if text and text[0].isalnum())


def without_pictures(reply: str) -> str:
    """The reply without its emoji."""
    return str(_PICTURE.sub("", reply)).replace("\u200d", "")


def _word(match: regex.Match[str]) -> Word:
    return Word(folded(match[0]), match.start(), match.end())


def _fold_ascii(text: str) -> str:
    return text.lower().replace("`", "'")


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    text = _FRACTION.sub(" ", text.replace("🔟", "10")).translate(_ALIKE)
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(_digit(part) for part in parts if unicodedata.category(part)[0] != "M")


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)
