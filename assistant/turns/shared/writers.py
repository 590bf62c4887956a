"""Which of those who share a phone is writing: by the name they begin with, or by what was asked.

It is never guessed where it matters: then they are asked.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.turns.shared.known import Sharing
from assistant.understanding import patterns
from assistant.understanding.keywords import Heard, Keyword

WRITES_ON = timedelta(minutes=15)  # after their last words, unless another was asked meanwhile
# What shows, mends or erases what is kept of somebody, or ends it: asked each time.
PRIVATE = frozenset({"know", "delete", "fix", "fix_name", "fix_age", "goal", "answers"})
ENDS = frozenset({"leave", "switch"})
OF_A_QUESTION = (Keyword.BACK, Keyword.WHY)  # what else may be said to it than an answer

# What may stand round a name that tells who is writing: "it's leo now", "soy leo", "c'est leo".
_ROUND = patterns.listed(
    "this is its it im i am me here now speaking writing hi hey hello"
    " soy yo aqui es habla escribe ahora hola cest c est ici je suis moi maintenant salut"
    " sou eu e o a fala agora oi"
)
_MOST = 5  # words of it
_WORD = r"[^\W\d_][\w'\u2019-]*"
_NAME = re.compile(rf"\W*((?:{_WORD}\s+){{0,4}}{_WORD})\s*[:,;.!-]+\s*(.*)", re.DOTALL)


def named(text: str, some: Sequence[Sharing]) -> tuple[Sharing, str] | None:
    """Who is writing, and what else they say, where they begin with their name and a sign: "Leo:
    i can't come", or say no more than it: "leo", "this is leo"."""
    if one := _by(_said(text), some):
        return one, ""
    found = _NAME.fullmatch(text)
    one = _by(_said(found[1]), some) if found else None
    return (one, found[2].strip()) if found and one else None


def writing(
    some: Sequence[Sharing], heard: Heard | None, last: tuple[int, datetime] | None, now: datetime
) -> Sharing | None:
    """Who is writing where that is certain enough: nobody else can be, they have just written, or
    they alone were asked something and this may answer it."""
    if len(some) == 1:
        return some[0]
    if heard and (heard.word in ENDS or heard.rest in PRIVATE):
        return None
    if one := recent(some, last, now):
        return one
    asked = [one for one in some if one.asked_at]
    answers = heard is None or heard.word in OF_A_QUESTION
    return asked[0] if len(asked) == 1 and answers else None


def recent(
    some: Sequence[Sharing], last: tuple[int, datetime] | None, now: datetime
) -> Sharing | None:
    """Who has just written, if nobody else was asked anything since."""
    if last is None or now - last[1] > WRITES_ON:
        return None
    person, at = last
    others = (one.asked_at for one in some if one.person != person)
    if any(asked and asked >= at for asked in others):
        return None
    return next((one for one in some if one.person == person), None)


def begins(text: str, some: Sequence[Sharing]) -> bool:
    """Whether the first word is one of their names: they say who they are, or speak of another."""
    first = _words(text)[:1]
    return bool(first) and any(_words(one.name)[:1] == first for one in some)


def _said(text: str) -> str:
    """The name alone, of "this is leo"; nothing where more is said, or asked."""
    words = _words(text)
    if "?" in text or len(words) > _MOST:
        return ""
    return " ".join(word for word in words if word not in _ROUND)


def _by(name: str, some: Sequence[Sharing]) -> Sharing | None:
    """The only one of that name, or of that first name."""
    said = _words(name)
    found = [one for one in some if said and said in (_words(one.name), _words(one.name)[:1])]
    return found[0] if len(found) == 1 else None


def _words(text: str) -> list[str]:
    return [word for word in patterns.words(text) if word.isalnum()]
