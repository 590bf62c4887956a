"""Names, found by their words: names are sealed, so a keyed digest of each word finds them."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple
from unicodedata import category, normalize

from sqlalchemy import Connection, delete, exists, func, select

from storage import bulk
from storage.among import among
from storage.sealing.sealed import find_by
from storage.tables import Erasure, NameWord, Person, table

E, P, W = table(Erasure), table(Person), table(NameWord)

WORDS = 12  # of a name; nobody is looked for by more
START = 3  # letters by which the beginning of a word is found
PAGE = 200  # people who are looked at within one transaction

_WORD = re.compile(r"[^\W_]+")
_JOINED = dict.fromkeys(map(ord, "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"))
# Letters that Unicode takes for letters of their own, and most keyboards do not have.
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"}
_PLAIN = str.maketrans(_LETTERS | {"\N{LATIN SMALL LETTER DOTLESS I}": "i"})
_NAMED = select(P.c.id, P.c.name).order_by(P.c.id)
_OF_THESE = delete(W).where(among(W.c.person_id, "people"))


class Filled(NamedTuple):
    """After whom to go on, None at the end; and how many have been filled in."""

    after: int | None
    people: int


class _Row(NamedTuple):
    person_id: int
    digest: bytes


def words(name: str) -> list[str]:
    """The words of a name without case and accents; of one that has no letters, itself."""
    bare = "".join(one for one in normalize("NFKD", name.casefold()) if category(one) != "Mn")
    plain = normalize("NFC", bare).translate(_JOINED).translate(_PLAIN)
    return (_WORD.findall(plain) or plain.split())[:WORDS]


def sought(typed: str) -> list[bytes]:
    """By which a name is found that has every word of these; a word of three letters is the
    beginning of one."""
    found = (_start(one) if len(one) == START else _whole(one) for one in words(typed))
    return list(dict.fromkeys(found))


def keep(db: Connection, named: Mapping[int, str | None]) -> None:
    """These people have these names now, and are found by no other."""
    if not named:
        return
    forget(db, named)
    rows = [_Row(person, one) for person, name in named.items() for one in _digests(name or "")]
    if rows:
        bulk.insert(db, W, rows)


def forget(db: Connection, people: Collection[int]) -> None:
    """These people are found by no name."""
    db.execute(_OF_THESE, {"people": list(people)})


def fill(db: Connection, after: int, most: int = PAGE) -> Filled:
    """Keep the words of those among the next people who were named before there was an index.
    Whoever is being decided about just now is left for the next round."""
    following = select(P.c.id).where(P.c.id > after).order_by(P.c.id).limit(most).subquery()
    last = db.execute(select(func.max(following.c.id))).scalar_one()
    if last is None:
        return Filled(None, 0)
    unknown = ~exists().where(W.c.person_id == P.c.id)
    kept = ~exists().where(E.c.person_id == P.c.id)  # nothing is filled in that is being erased
    these = (P.c.id > after, P.c.id <= last, P.c.name.is_not(None), unknown, kept)
    free = _NAMED.where(*these).with_for_update(key_share=True, skip_locked=True)
    named = {row.id: row.name for row in db.execute(free)}
    keep(db, named)
    return Filled(int(last), len(named))


def _digests(name: str) -> set[bytes]:
    found = words(name)
    return {_whole(one) for one in found} | {_start(one) for one in found if len(one) >= START}


def _whole(word: str) -> bytes:
    return find_by("name", word)


def _start(word: str) -> bytes:
    return find_by("beginning of a name", word[:START])
