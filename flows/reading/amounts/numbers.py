"""A number somebody was asked for, and a mark on a scale."""

from collections.abc import Sequence

from flows.reading import words
from flows.reading.amounts.counts import ARTICLES, Count, counts
from flows.reading.replies import Unclear, Word, bounded
from flows.reading.replies import words as words_in

_YEARS = range(1900, 2100)
_STARS = frozenset({"⭐", "★", "🌟"})
_STAR_WORDS = frozenset({"stars", "star", "estrellas", "estrella", "etoiles", "estrelas", "⭐"})
_OUT_OF = frozenset({"/", "of", "out", "sur", "de", "sobre", "em"})
_SEEN = 4  # numbers of a reply that are looked at
_AT = frozenset({"las", "as"})  # "a las 5"
_SPOKEN = frozenset({"be", "b", "me", "u", "us"})  # "2 be honest", "4 me"
_RANGE = frozenset({"-", "/", ".", ",", "&", "~"})


def number(reply: str, language: str, low: int, high: int) -> int:
    """The one number meant: "im 16", "dieciséis". One that is not true yet is unclear."""
    typed = words_in(bounded(reply))
    found = [count for count in counts(typed, language) if not count.ordinal]
    values = {count.value for count in found} - {0}
    if len(values) > 1:
        values = {value for value in values if value not in _YEARS}
    if len(values) != 1 or _not_yet(typed, found, language) or _doubted(typed, found):
        raise Unclear(reply)
    (value,) = values
    if not low <= value <= high:
        raise Unclear(reply)
    return value


def scale(reply: str, low: int, high: int, language: str) -> tuple[int, str]:
    """The mark, and what was said beside it: "3 - very quiet" is a 3 and a note."""
    text = bounded(reply).strip()
    typed = words_in(text)
    if stars := _stars(typed):
        mark, note = stars, ""
    else:
        found = _without_article(typed, counts(typed, language))
        mark, note = _marked(text, typed, found, (high, language))
    if not low <= mark <= high:
        raise Unclear(reply)
    return mark, note


def after(text: str, typed: Sequence[Word], index: int) -> str:
    """What stands in a reply from this word on, without the dash that led to it."""
    if index >= len(typed):
        return ""
    rest = text[typed[index].start :].lstrip(" \t\r\n.,:;!)-\u2013\u2014=>").strip()
    return rest if any(sign.isalnum() or ord(sign) > ord("‿") for sign in rest) else ""


def _not_yet(typed: Sequence[Word], found: Sequence[Count], language: str) -> bool:
    """Whether a word beside the number denies it: "almost 18", "18 in june"."""
    doubts = words.phrases(language, "not_yet")
    near = {
        word.folded.replace("'", "")
        for count in found
        for word in (*typed[max(0, count.first - 3) : count.first], *typed[count.after :][:1])
    }
    signs = {word.folded for word in typed} & {"+", "<", ">", "½"}
    return bool(near & doubts or signs)


def _doubted(typed: Sequence[Word], found: Sequence[Count]) -> bool:
    """Whether the number itself is a question: "16?"."""
    return any(word.folded == "?" for count in found for word in typed[count.after :][:2])


def _without_article(typed: Sequence[Word], found: Sequence[Count]) -> Sequence[Count]:
    """The numbers without the "un" of "un cuatro"."""
    if len(found) != 2 or typed[found[0].first].folded not in ARTICLES:
        return found
    return found[1:] if found[0].after == found[1].first else found


def _stars(typed: Sequence[Word]) -> int:
    if typed and all(word.folded in _STARS for word in typed):
        return len(typed)
    return 0


def _marked(
    text: str, typed: Sequence[Word], found: Sequence[Count], scale_of: tuple[int, str]
) -> tuple[int, str]:
    high, language = scale_of
    lead = words.phrases(language, "picking")
    if not found:
        raise Unclear(text)
    first, last = found[0], found[-1]
    if _counted(typed, first, language) or _others(typed, found, high, language):
        raise Unclear(text)
    if all(word.folded.replace("'", "") in lead or _sign(word) for word in typed[: first.first]):
        end = _out_of(typed, found, high)
        _one_mark(text, typed[end:], language)
        return first.value, after(text, typed, end)
    if len(found) == 1 and last.after == len(typed) and _apart(typed, last):
        return last.value, text[: typed[last.first].start].strip(" \t\r\n.,:;-")
    raise Unclear(text)


def _apart(typed: Sequence[Word], last: Count) -> bool:
    """Whether a number at the end stands by itself: "she was late, 2"."""
    return typed[last.first].folded.isdecimal() and _sign(typed[last.first - 1])


def _counted(typed: Sequence[Word], first: Count, language: str) -> bool:
    """Whether the number is denied, or says how many there were: "not a 5", "3 times", "1st",
    "one of the best", "3 and a half"."""
    before = {word.folded.replace("'", "") for word in typed[: first.after]}
    rest = tuple(word.folded.replace("'", "") for word in typed[first.after :])
    glued = not first.spelled and not typed[first.first].folded.removesuffix("ish").isdecimal()
    if first.ordinal or glued or before & _AT or before & words.phrases(language, "negations"):
        return True
    if rest and words.longest(words.phrases(language, "counted"), rest):
        return True
    only = first.spelled and first.value == 1
    return only and bool(rest) and rest[0][0].isalpha()


def _others(typed: Sequence[Word], found: Sequence[Count], high: int, language: str) -> bool:
    """Whether another mark is said too, or the scale is another one: "5 out of 10"."""
    first = found[0]
    for other in found[1:_SEEN]:
        between = typed[first.after : other.first]
        if between and all(word.folded in _OUT_OF | _STAR_WORDS for word in between):
            return other.value != high
        rest = tuple(word.folded.replace("'", "") for word in typed[other.after :])
        counted = rest and words.longest(words.phrases(language, "counted"), rest)
        spoken = bool(rest) and typed[other.first].folded in ("2", "4")  # "2 much"
        plain = not (other.spelled or other.ordinal or counted or spoken)
        if plain and other.value <= high:
            return True
    return False


def _sign(word: Word) -> bool:
    return not word.folded[:1].isalnum()


def _out_of(typed: Sequence[Word], found: Sequence[Count], high: int) -> int:
    """Where the mark ends: "4/5" and "4 out of 5" are a 4 when 5 is the highest."""
    end = found[0].after
    if typed[end:] and typed[end].folded in _STAR_WORDS:
        return end + 1
    if len(found) < 2 or found[1].value != high or found[1].first == end:
        return end
    between = typed[end : found[1].first]
    return found[1].after if all(word.folded in _OUT_OF for word in between) else end


def _one_mark(text: str, rest: Sequence[Word], language: str) -> None:
    """Refuse "3 or 4", "3-4" and "3.5": two marks, and nobody knows which."""
    if rest and len(counts(rest, language)) and rest[0].folded in _SPOKEN:
        raise Unclear(text)
    between = words.phrases(language, "eithers") | words.phrases(language, "joins") | _RANGE
    others = counts(rest[:3], language)
    if not others or others[0].first > 1 or len(rest) > 3 or others[0].ordinal:
        return
    if all(word.folded in between for word in rest[: others[0].first]):
        raise Unclear(text)
