"""How many digits in a row somebody writes, in whatever disguise: "0 7 7", "zero seven seven"."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

_SPELT: Mapping[str, tuple[str, ...]] = {  # words by how many digits they stand for
    "1": (
        "zero oh one two three four five six seven eight nine niner",
        "cero uno una dos tres cuatro cinco seis siete ocho nueve",
        "un une deux trois quatre cinq sept huit neuf",
        "um uma dois duas tres quatro cinco sete oito nove meia",
    ),
    "2": (
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        " thirty forty fifty sixty seventy eighty ninety hundred",
        "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte"
        " veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"
        " veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
        "dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent",
        "dez onze doze treze catorze quatorze quinze dezesseis dezasseis dezessete dezassete"
        " dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta"
        " noventa cem",
    ),
}
_COUNTS = {
    word: int(count) for count, lines in _SPELT.items() for line in lines for word in line.split()
}
_AGAIN = {"double": 1, "doble": 1, "duplo": 1, "triple": 2, "treble": 2, "triplo": 2}
# "seis y siete".
_BETWEEN = frozenset(
    ["and", "y", "e", "et", "then", "luego", "depois", "puis", "o"]
)  # "seis y siete"
_LOOKALIKES = str.maketrans("oil", "011")
# A day or an hour is no number to call: "12/06/2026", "16:30", "16h30".
_DATES = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b\d{1,2}(?:[:.h]\d\d)(?:\s*(?:-|to|a|as|until)\s*\d{1,2}(?:[:.h]\d\d)?)?\b"
)
_PIECES = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_APART = frozenset(
    ".,-()/+*_ \u2013\u2014|~:'\u00b7\u2022="
)  # what stands between digits in a number


def longest(text: str) -> int:
    """The most digits in a row, with nothing but what parts them between."""
    most = run = 0
    for count in _counts(plain(text)):
        run = 0 if count is None else run + count
        most = max(most, run)
    return most


def plain(text: str) -> str:
    """In lower case without accents; digits of any kind are plain ones."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(
        str(unicodedata.digit(letter)) if unicodedata.digit(letter, None) is not None else letter
        for letter in folded
        if not unicodedata.combining(letter) and letter not in "\ufe0f\u200b\u200d\u20e3"
    )


def _counts(text: str) -> Iterator[int | None]:
    """For each piece how many digits it is: 0 parts nothing, None ends the row."""
    again = 0
    for word in _chunks(_DATES.sub(" # ", text)):
        if word in _AGAIN:
            again = _AGAIN[word]
            yield 0
            continue
        count = _count(word)
        yield count + again if count else count
        again = 0


def _chunks(text: str) -> Iterator[str]:
    for chunk in text.split():
        if re.search(r"\d", chunk) and re.fullmatch(r"[\doil.,()+/-]+", chunk):
            yield re.sub(r"\D", "", chunk.translate(_LOOKALIKES))
        else:
            yield from _PIECES.findall(chunk)


def _count(word: str) -> int | None:
    if word.isdecimal():
        return len(word)
    if word in _COUNTS:
        return _COUNTS[word]
    return 0 if word in _BETWEEN or word in _APART else None
