"""One of the options offered, by number, word, misspelt word or picture."""

from collections.abc import Sequence
from itertools import takewhile

from flows.reading import hearing, labels, naming, telling
from flows.reading.agreeing import agreement
from flows.reading.amounts.counts import Count, counts
from flows.reading.amounts.numbers import after
from flows.reading.hearing import Heard
from flows.reading.labels import Offered
from flows.reading.replies import Unclear, Word

_NO = frozenset({"no", "nope", "nah", "non", "nan", "nao", "n"})
_ONESELF = frozenset({"i", "yo", "je", "j", "moi", "eu"})
_FEW = 12  # words that may repeat those of an option


def choice(
    reply: str,
    options: Sequence[Offered],
    language: str,
    *,
    lettered: bool = False,
    noted: bool = False,
) -> tuple[str, str]:
    """The option meant, and what was written beside it: "4 shes nice".

    Where a yes and a no are among them, a yes stands alone, unless it may be `noted`.
    """
    heard = hearing.hear(reply, language)
    agreeing = agreement.asked(options)
    exact = labels.exactly(heard.typed, options)
    if exact and not (agreeing and "?" in reply):
        return exact.token, ""
    if lettered and (found := _letter(heard, options)):
        return found
    numbered = _numbered(heard, len(options))
    if numbered and not (agreeing and options[numbered.value - 1].token in ("yes", "no")):
        return _picked(heard, options, numbered)
    if not agreeing and hearing.last(heard):
        return options[-1].token, ""
    if agreeing:
        return agreement.agreed(heard, options, noted=noted)
    return _named(heard, options)


def wholly(reply: str, options: Sequence[Offered], language: str) -> str:
    """The option whose number, or whose whole words, are all that is said; "" for anything else."""
    try:
        heard = hearing.hear(reply, language)
        numbered = _numbered(heard, len(options))
    except Unclear:
        return ""
    if numbered and _alone(heard, numbered):
        return options[numbered.value - 1].token
    small = heard.phrases("softeners") - heard.phrases("negations")
    said = [word for word in heard.typed if word.folded[0].isalnum()]
    while said and said[-1].folded in small:
        said.pop()
    while said and said[0].folded in small:
        said.pop(0)
    found = "?" not in heard.text and (
        labels.exactly(heard.typed, options) or _exact(said, options)
    )
    return found.token if found else ""


def repeats(reply: str, options: Sequence[Offered], language: str) -> str:
    """The option whose whole words are all that is said, but for small talk and a bare no before
    them; a number is none. "" for anything else."""
    try:
        heard = hearing.hear(reply, language)
    except Unclear:
        return ""
    said = [word for word in heard.typed if word.folded[0].isalnum()]
    if len(said) > _FEW or "?" in reply:
        return ""
    small = heard.phrases("softeners") - _ONESELF
    before = _small_talk(said, small | _NO)
    after_it = _small_talk(said[::-1], small - heard.phrases("negations"))
    for first in range(before + 1):
        for last in range(len(said), len(said) - after_it - 1, -1):
            if found := _exact(said[first:last], options):
                return found.token
    return ""


def _small_talk(said: Sequence[Word], small: frozenset[str]) -> int:
    """How many words carry nothing before one that does."""
    return sum(1 for _ in takewhile(lambda word: word.folded in small, said))


def _exact(said: list[Word], options: Sequence[Offered]) -> Offered | None:
    return labels.exactly(said, options) if said else None


def _letter(heard: Heard, options: Sequence[Offered]) -> tuple[str, str] | None:
    """An option by its letter, where a second question may be open: "B", "c) shes nice"."""
    first = heard.typed[0].folded
    if len(first) != 1 or not 0 <= (at := ord(first) - ord("a")) < len(options):
        return None
    rest = after(heard.text, heard.typed, 1)
    if first == "a" and rest and heard.text[heard.typed[0].end : heard.typed[0].end + 1] == " ":
        return None
    return options[at].token, rest


def _numbered(heard: Heard, how_many: int) -> Count | None:
    """The number that stands for an option: the first word, or the only one among small talk."""
    found = counts(heard.typed, heard.language)
    if not found or not hearing.leads(heard, heard.typed[: found[0].first]):
        return None
    first = found[0]
    if _homophone(heard, first):
        return None
    if first.spelled and not _alone(heard, first):
        if first.value == 1 and not first.ordinal:
            return None  # "one of my friends", "un poco", "uma coisa"
        if naming.weekday(heard.typed[first.first].folded, heard.language):
            return None  # "segunda no café": on Monday
    if hearing.unit_follows(heard, first):
        raise Unclear(heard.text)
    if not 1 <= first.value <= how_many or heard.phrases("negations") & _before(heard, first):
        raise Unclear(heard.text)
    return first


def _homophone(heard: Heard, count: Count) -> bool:
    """Whether it is "to" or "for" among words: "easy 2 talk 2"."""
    beside = (*heard.typed[: count.first][-1:], *heard.typed[count.after :][:1])
    typed = heard.typed[count.first].folded
    return typed in ("2", "4") and len(beside) == 2 and all(w.folded.isalpha() for w in beside)


def _before(heard: Heard, count: Count) -> set[str]:
    return {word.folded.replace("'", "") for word in heard.typed[: count.first]} - {"no", "sin"}


def _alone(heard: Heard, count: Count) -> bool:
    return hearing.leads(heard, heard.typed[count.after :])


def _picked(heard: Heard, options: Sequence[Offered], count: Count) -> tuple[str, str]:
    rest = heard.typed[count.after :]
    others = [other for other in counts(rest, heard.language) if other.value != count.value]
    if others and hearing.only_numbers(heard, rest, others):
        raise Unclear(heard.text)
    picked = options[count.value - 1]
    if hearing.leads(heard, rest):
        return picked.token, ""
    repeated = labels.exactly(rest, options)
    if repeated and repeated is not picked:
        raise Unclear(heard.text)
    return picked.token, "" if repeated else after(heard.text, heard.typed, count.after)


def _named(heard: Heard, options: Sequence[Offered]) -> tuple[str, str]:
    single = len(heard.typed) == 1  # "later" may be an option
    if not single and telling.puts_off(heard.text, heard.language):
        raise Unclear(heard.text)
    found = naming.named(heard.typed, options, heard.language)
    if len(found) == 1 and naming.names_it(heard.typed, found[0], heard.language):
        option, first, after_it = found[0]
        return option.token, _beside(heard, first, after_it)
    raise Unclear(heard.text)


def _beside(heard: Heard, first: int, after_it: int) -> str:
    """What was written beside a named option: after it, or all of it when it came before."""
    if not hearing.leads(heard, heard.typed[:first]):
        return heard.text
    rest = heard.typed[after_it:]
    return "" if hearing.leads(heard, rest) else after(heard.text, heard.typed, after_it)
