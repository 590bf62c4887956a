"""Several of the options offered, by numbers or words."""

from collections.abc import Sequence
from functools import lru_cache

from flows.reading import hearing, naming, spelling, telling, words
from flows.reading.amounts.counts import Count, counts
from flows.reading.amounts.numbers import after
from flows.reading.corrections import corrected
from flows.reading.free.availability import availability
from flows.reading.hearing import Heard
from flows.reading.labels import Offered
from flows.reading.replies import Unclear, Word, plain

_LISTED = frozenset(",;/&+.-|~()#:")
_BETWEEN = frozenset("aouxv")  # "1 a 3", "1 o 3", "1 x 3": who knows
_HOMOPHONES = frozenset({"2", "4"})


def several(
    reply: str, options: Sequence[Offered], language: str, most: int
) -> tuple[tuple[str, ...], str]:
    """The options meant, in the order given, and what was written beside them; none is allowed."""
    heard = hearing.hear(reply, language)
    if hearing.last(heard):
        return (options[-1].token,), ""
    if hearing.all_of_them(heard):
        tokens, note = tuple(option.token for option in options), ""
    else:
        tokens, note = _listed(heard, options) or _unlisted(heard, options)
    if len(tokens) > most or (not tokens and not naming.is_phrase(heard.typed)):
        raise Unclear(reply)
    if not tokens:
        _no_times(telling.own_words(reply, language), language)
    return tokens, note


def only_picks(reply: str, language: str) -> bool:
    """Whether these are numbers of options and no more: "1", "2, 3", "n 4", "wait 2"."""
    said = plain(reply)
    if True not in map(str.isdigit, said):
        return False
    if meant := corrected(reply, language):
        said = plain(meant) or said
    return _picks(language).issuperset(said)


@lru_cache(maxsize=8)
def _picks(language: str) -> frozenset[str]:
    """What may stand in numbers of options."""
    return words.phrases(language, "joins").union(map(str, range(10)))


def _no_times(said: str, language: str) -> None:
    """Days and hours are no subject: "tue evenings n sat" was meant for another question."""
    try:
        found = availability(said, language)
    except Unclear:
        return
    if found:
        raise Unclear(said)


def _unlisted(heard: Heard, options: Sequence[Offered]) -> tuple[tuple[str, ...], str]:
    """Options by their words, where it is neither put off nor a question."""
    if telling.puts_off(heard.text, heard.language):
        raise Unclear(heard.text)
    return _all_named(heard, options)


def _listed(heard: Heard, options: Sequence[Offered]) -> tuple[tuple[str, ...], str] | None:
    """Options by their numbers: "1 4", "1,4 n parmedic stuff", "14" where there is no 14."""
    values, at = _values(heard, len(options))
    if not values:
        return None
    tokens = tuple(dict.fromkeys(options[value - 1].token for value in values))
    rest = heard.typed[at:]
    while rest and (rest[0].folded in heard.phrases("joins") or rest[0].folded in _LISTED):
        at, rest = at + 1, rest[1:]
    if hearing.leads(heard, rest):
        return tokens, ""
    others = counts(rest, heard.language)
    if hearing.only_numbers(heard, rest, others) or (
        len(rest) == 2 and others and not others[0].spelled
    ):
        raise Unclear(heard.text)  # "1 no wait 2", "1 x 3"
    named, left = _all_named(Heard(heard.text, rest, heard.language), options)
    if named and not left:
        return tuple(dict.fromkeys((*tokens, *named))), ""
    return tokens, _rest(heard, at)


def _rest(heard: Heard, at: int) -> str:
    return after(heard.text, heard.typed, at)


def _values(heard: Heard, how_many: int) -> tuple[list[int], int]:
    """The numbers a reply begins with, and where they end."""
    found = counts(heard.typed, heard.language)
    values: list[int] = []
    at = 0
    for count in found:
        between = heard.typed[at : count.first]
        if not _continues(heard, between, first=not values) or _spoken(heard, count, values):
            break
        if hearing.unit_follows(heard, count) and len(values) + len(found) < 2:
            raise Unclear(heard.text)
        values.extend(_split(heard, count, how_many))
        at = count.after
    eithers = heard.phrases("eithers")
    if any(count.ordinal for count in found):
        eithers -= heard.phrases("pointers")  # "a primeira e a terceira"
    if {word.folded for word in heard.typed[:at]} & eithers:
        raise Unclear(heard.text)
    _no_range(heard, values, at)
    return values, at


def _continues(heard: Heard, between: Sequence[Word], *, first: bool) -> bool:
    if first:
        return hearing.leads(heard, between)
    joins = heard.phrases("joins") | heard.phrases("eithers") | heard.phrases("pointers") | _LISTED
    return all(word.folded in joins for word in between) or _mistyped(heard, between)


def _mistyped(heard: Heard, between: Sequence[Word]) -> bool:
    """Whether it may be an "and" among nothing but numbers: "1 adn 4", "1 t 3"."""
    said = [word for word in heard.typed if word.folded[0].isalnum()]
    if len(between) != 1 or sum(word.folded.isdigit() for word in said) < len(said) - 1:
        return False
    typed = between[0].folded
    known = heard.phrases("negations") | heard.phrases("no") | heard.phrases("contrasts")
    if typed in known or not typed.isalpha():
        return False
    if len(typed) == 1:
        return typed not in _BETWEEN
    return any(spelling.one_apart(typed, one) for one in heard.phrases("joins") if len(one) > 1)


def _spoken(heard: Heard, count: Count, values: Sequence[int]) -> bool:
    """A number that is a word: "1 n 2 be a medic", "one of them", "1 4 one day"."""
    following = heard.typed[count.after :][:1]
    lettered = bool(following) and following[0].folded[0].isalpha()
    if count.ordinal and following and hearing.leads(heard, following):
        return False
    if not lettered or following[0].folded in heard.phrases("joins"):
        return False
    previous = heard.typed[count.first - 1].folded if count.first else ""
    if count.spelled and count.value == 1:
        return True
    wordly = count.spelled or heard.typed[count.first].folded in _HOMOPHONES
    return wordly and bool(values) and previous[:1].isalpha()


def _split(heard: Heard, count: Count, how_many: int) -> list[int]:
    """The numbers in a number: with fewer than ten options, "14" is 1 and 4."""
    if 1 <= count.value <= how_many:
        return [count.value]
    digits = [int(digit) for digit in str(count.value)]
    fits = all(1 <= digit <= how_many for digit in digits)
    if how_many >= 10 or count.spelled or not fits or len(set(digits)) < len(digits):
        raise Unclear(heard.text)
    return digits


def _no_range(heard: Heard, values: Sequence[int], at: int) -> None:
    """Refuse "1-4": from 1 to 4, or both?"""
    signs = [word.folded for word in heard.typed[:at] if not word.folded[0].isalnum()]
    if len(values) == 2 and signs in (["-"], ["~"]) and abs(values[0] - values[1]) > 1:
        raise Unclear(heard.text)


def _all_named(heard: Heard, options: Sequence[Offered]) -> tuple[tuple[str, ...], str]:
    found = naming.named(heard.typed, options, heard.language)
    taken = {at for _, first, end in found for at in range(first, end)}
    left = [word for at, word in enumerate(heard.typed) if at not in taken]
    small = heard.phrases("joins")
    if all(word.folded in small or hearing.leads(heard, [word]) for word in left):
        return tuple(option.token for option, *_ in found), "" if found else heard.text
    return tuple(option.token for option, *_ in found), _trailing(heard, found)


def _trailing(heard: Heard, found: Sequence[tuple[Offered, int, int]]) -> str:
    """The words after the last named option, or the whole when some stand before it."""
    if not found:
        return heard.text
    at = 0
    for _, first, end in sorted(found, key=lambda each: each[1]):
        between = heard.typed[at:first]
        if not all(
            hearing.leads(heard, [w]) or w.folded in heard.phrases("joins") for w in between
        ):
            return heard.text
        at = end
    while at < len(heard.typed) and heard.typed[at].folded in heard.phrases("joins"):
        at += 1
    return _rest(heard, at)
