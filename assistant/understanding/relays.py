"""Words that are meant for somebody else: "tell Derek I'll be late", "dile a Ana que sí"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.understanding import mistyping, patterns

_LEAD = patterns.listed(
    "please pls plz hi hey hello ok okay can could would you u just kindly"
    " hola oye porfa porfavor por favor puedes podrias puede podria me le"
    " salut bonjour stp svp tu vous peux pouvez pourrais pourriez peut"
    " oi ola pode poderia voce vc pf pfv da pra"
)
_TELLING = patterns.listed(
    "tell inform"
    " dile digale diganle decirle avisa avise avisale avisele avisar avisenle cuentale"
    " dis dites dire previens prevenez prevenir transmets transmettez"
    " fala fale falar diz diga dizer avisem conta"
)
_LETTING = patterns.listed("let")
_BEFORE_NAME = patterns.listed(
    "a al to le la el lo o ao aos pro pra para com my mi mon ma meu minha"
)
_KNOW = patterns.listed("know no")
_LINKS = _KNOW | patterns.listed("that q que qu k ke")
_NOBODY = patterns.listed(
    "me us you u more myself everyone everybody people story stories the them that it about"
    " mi nos te todos todo algo moi nous toi vous tout mim gente alguem voce vc que qui se si"
    " un una uma um une an"
)
_VERBS = _TELLING | _LETTING
# "I have a question for Dana: can I bring my brother".
_WORD = patterns.listed("question questions message word pregunta mensaje recado pergunta mensagem")
_FOR = patterns.listed("for para pour pra pro")
_FIRST = 8  # words before it
# Who is meant without a name.
MENTORS = patterns.listed(
    "mentor mentora mentore mentee tutor tutora tuteur tutrice her him lui ela ele ella"
)


# "TO rosa see you at four", in whatever language; beside these, a title may stand.
_SURELY = patterns.listed("to escribir ecrire escrever")  # as we print it
_TO = _SURELY | patterns.listed("para pra pro pour a")
_TITLES = patterns.listed("mr mrs ms miss dr sr sra srta mme m mlle dona dom don")
PRONOUNS = patterns.listed("her him lui ela ele ella")
ROLES = MENTORS - PRONOUNS  # "my mentor", who is one person
_TOKEN = re.compile(r"[^\W_]+")
_BEGINNING = re.compile(r"(?:^|(?<=[\s,:;.!?\u00bf\u00a1\"'(-]))(?=\S)")
_ENOUGH = 12  # words by which a place in a text is known


class Addressed(NamedTuple):
    """Whose names stand after TO, by their places, and what is for them; sure where nothing else
    can be meant."""

    whose: Sequence[int]
    words: str
    sure: bool


def addressed(text: str, names: Sequence[Sequence[str]]) -> Addressed | None:
    """Whom a text is for that begins with TO and a name, or None."""
    tokens = list(_TOKEN.finditer(text[:200]))
    folded = ["".join(patterns.words(one[0])) for one in tokens]
    if not folded or folded[0] not in _TO:
        return None
    at = 2 if folded[1:2] and folded[1] in _TITLES else 1
    whose = [n for n, name in enumerate(names) if folded[at : at + 1] and folded[at] in name]
    if not whose:
        return None
    while folded[at + 1 : at + 2] and any(folded[at + 1] in names[one] for one in whose):
        at += 1
        whose = [one for one in whose if folded[at] in names[one]]
    rest = text[tokens[at].end() :]
    loud = tokens[0][0].isupper() and len(folded[0]) > 1
    sure = loud or folded[0] in _SURELY or rest.lstrip().startswith(":")
    return Addressed(whose, rest.lstrip(" \t\n,:;.!-"), sure)


def begins(text: str) -> bool:
    """The cheap first test: whether a text may begin with somebody whom it is for."""
    typed = patterns.words(text)
    return typed[:1] != () and (typed[0] in _TO or bool(find(typed)))


def worded(text: str, rest: Sequence[str]) -> str:
    """Where in a text the rest of its words begins, from there on as it was written."""
    for found in _BEGINNING.finditer(text[:300]):
        tail = text[found.start() :]
        said = [word for word in patterns.words(tail) if word != patterns.BREAK]
        if said[:_ENOUGH] == list(rest[:_ENOUGH]):
            return tail
    return text


def nearly(name: str, first: str) -> bool:
    """Whether a name is likely to be another one, mistyped."""
    slips = (mistyping.misspelt(first), mistyping.misspelt(name))
    return name != first and (name in slips[0] or first in slips[1])


def find(typed: Sequence[str]) -> str:
    """The name, or the word, of the person whom these words are for; "" when they are for us."""
    return parted(typed)[0]


def parted(typed: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The same, and what that person is to be told."""
    if _WORD.isdisjoint(typed) and _VERBS.isdisjoint(typed):  # the cheap first test
        return "", ()
    said = [word for word in typed if word != patterns.BREAK]
    if not _WORD.isdisjoint(typed) and (asked := _asked_of(said))[0]:
        return asked
    at = 0
    while at < len(said) and said[at] in _LEAD and said[at] not in _VERBS:
        at += 1
    if at >= len(said) or said[at] not in _VERBS:
        return "", ()
    name = at + 1
    while name < len(said) and said[name] in _BEFORE_NAME:
        name += 1
    rest = said[name + 1 :]
    if not rest or said[name] in _NOBODY or (said[at] in _LETTING and rest[0] not in _KNOW):
        return "", ()
    return said[name], rest[1:] if rest[0] in _LINKS else rest


def _asked_of(said: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Whom a question or a word is for, and what follows."""
    for at, word in enumerate(said[:_FIRST]):
        if word in _WORD and said[at + 1 : at + 2] and said[at + 1] in _FOR:
            name = at + 2
            while name < len(said) and said[name] in _BEFORE_NAME:
                name += 1
            if said[name + 1 :] and said[name] not in _NOBODY:
                return said[name], said[name + 1 :]
    return "", ()
