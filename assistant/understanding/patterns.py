"""Free wording: a text as plain words, and rules over kinds of words rather than over sentences."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from assistant.understanding import mistyping

LONGEST = 1600
BREAK = ","
RECENT = 64  # texts kept as read: within one turn several tests read the same one

_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufe0e\ufe0f]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4]")
# The apostrophe of don't and I'm joins; that of m'écrire and n'envoyez parts.
_JOINING = re.compile(r"'(?=(?:t|s|m|re|ve|ll|d)\b)")
_STRETCHED = re.compile(r"([a-z])\1\1+")
_WORDS = re.compile(r"[a-z0-9]+|[.,;:!?\n…()—]+")
_NAMES = re.compile("[A-Z]+")
# Words of which nearly every message holds one, so that they make no test.
_EVERYDAY = frozenset(
    word
    for line in (
        "i want to get do be the a it my me you is can of like off and",
        "yo quiero que me lo el la un una es con para",
        "je veux me le la les un une on tu",
        "eu quero que o um uma com pra se de",
        "no not nao pas plus",
    )
    for word in line.split()
)
_NAMED = re.compile(r"\(|\)[*+?]?|\||[A-Z]+[*+?]?")
_EITHER = re.compile(r"\((\[[^\]]+\](?: \| \[[^\]]+\])+)\)")
_PLACES = {"BEGIN": "(?:^|(?<=,))", "END": "(?=,|$)", "OTHER": "[.]"}


def listed(words: str) -> frozenset[str]:
    """The words of a table, or its phrases where bars part them."""
    return frozenset(words.split("|" if "|" in words else None))


@dataclass(frozen=True)
class Grammar:
    """What each known word is, a letter for every combination of kinds; a BREAK is a comma."""

    letters: Mapping[str, str]
    kinds: Mapping[str, str]  # expressions for one letter of each kind
    words: Mapping[str, frozenset[str]]  # of each kind, misspelt ones too


@lru_cache(RECENT)
def fold(text: str) -> str:
    """The text in lower case, without accents, stretched letters or invisible characters."""
    plain = unaccented(text[:LONGEST]).casefold()
    # Looked for first: to search costs half as much as to replace nothing.
    return _STRETCHED.sub(r"\1", plain) if _STRETCHED.search(plain) else plain


def unaccented(text: str) -> str:
    """The text without accents, curly apostrophes and invisible characters."""
    if text.isascii():
        return text
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", text)))


@lru_cache(RECENT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, with one BREAK wherever the punctuation ends a clause."""
    plain = fold(text)
    found = _WORDS.findall(_JOINING.sub("", plain) if "'" in plain else plain)
    if "".join(found).isalnum():  # no punctuation
        return tuple(found)
    return tuple([word if word[0].isalnum() else BREAK for word in found])


def grammar(
    tables: Mapping[str, str],
    respelt: Sequence[tuple[str, str]] = (),
    foreign: Iterable[str] = (),
) -> Grammar:
    """The grammar of some tables: kind, then its words; no foreign word is taken for a slip."""
    kinds: dict[str, set[str]] = {}
    for kind, listed in tables.items():
        for word in listed.split():
            kinds.setdefault(word, set()).add(kind)
    real = set(kinds).union(foreign)
    slips = [(slip, word) for word in kinds for slip in mistyping.misspelt(word, respelt)]
    for slip, word in slips:
        if slip not in real:
            kinds.setdefault(slip, kinds[word])
    letters: dict[frozenset[str], str] = {}
    words: dict[str, list[str]] = {kind: [] for kind in tables}
    for word, known in kinds.items():
        letters.setdefault(frozenset(known), chr(0x100 + len(letters)))
        for kind in known:
            words[kind].append(word)
    return Grammar(
        letters={BREAK: ","} | {word: letters[frozenset(one)] for word, one in kinds.items()},
        kinds={kind: _one_of(kind, letters) for kind in tables},
        words={kind: frozenset(listed) for kind, listed in words.items()},
    )


def read(known: Grammar, said: Iterable[str]) -> str:
    """A letter per word: what kinds it is of, a dot when unknown."""
    return "".join(map(known.letters.get, said, repeat(".")))


def rules(known: Grammar, written: Iterable[str]) -> re.Pattern[str]:
    """Rules such as "STOP GAP* WRITING ME" as one expression over letters.

    A capital name is a kind of word, BEGIN and END the bounds of a clause, OTHER a word that is
    in no table, ~ up to four words.
    """
    return re.compile("|".join(_rule(known, one) for one in written) or r"(?!)")


def _rule(known: Grammar, written: str) -> str:
    named = _NAMES.sub(lambda name: _PLACES.get(name[0]) or known.kinds[name[0]], written)
    # One class instead of alternatives, and a bound on every repetition: no text takes long.
    merged = _EITHER.sub(lambda either: f"[{re.sub(r'[] |[]', '', either[1])}]", named)
    bounded = merged.replace("*", "{0,6}").replace("+", "{1,6}").replace("~", "[^,]{0,4}")
    return "(?:" + bounded.replace(" ", "") + ")"


def _one_of(kind: str, letters: Mapping[frozenset[str], str]) -> str:
    return "[" + "".join(letter for known, letter in letters.items() if kind in known) + "]"


def anchors(known: Grammar, written: Iterable[str]) -> frozenset[str]:
    """Words of which every text that one of the rules could match holds at least one."""
    rarest = {kind for rule in written for kind in _anchor(known, _NAMED.findall(rule))}
    return frozenset().union(*(known.words[kind] for kind in rarest))


def needed(written: str) -> list[str]:
    """The kinds of which every text that the rule could match holds a word each."""
    kinds: list[str] = []
    depth = 0
    for token in _NAMED.findall(written):
        if token == "(":
            depth += 1
        elif token.startswith(")"):
            depth -= 1
        elif depth:
            continue
        elif token == "|":
            return []
        elif token[-1] not in "*?" and token not in _PLACES:
            kinds.append(token.rstrip("+"))
    return kinds


def _anchor(known: Grammar, tokens: list[str]) -> list[str]:
    """The rarest kind of word that a rule cannot do without; of a choice, one of each branch."""
    branches: list[list[list[str]]] = [[[]]]  # a stack of groups, each of alternatives
    for token in tokens:
        if token == "(":
            branches.append([[]])
        elif token == "|":
            branches[-1].append([])
        elif token.startswith(")"):
            alternatives = branches.pop()
            if token == ")" and all(alternatives):
                branches[-1][-1].append("/".join(_rarest(known, one) for one in alternatives))
        elif token[-1] not in "*?" and token not in _PLACES and token[0].isupper():
            branches[-1][-1].append(token.rstrip("+"))
    (alternatives,) = branches
    return [kind for one in alternatives for kind in _rarest(known, one).split("/")]


def _rarest(known: Grammar, kinds: Sequence[str]) -> str:
    return min(kinds, key=lambda kind: _frequency(known, kind))


def _frequency(known: Grammar, kinds: str) -> tuple[bool, int]:
    letters = "".join(known.kinds[kind] for kind in kinds.split("/"))
    everyday = any(known.letters.get(word, "-") in letters for word in _EVERYDAY)
    return everyday, len(letters)
