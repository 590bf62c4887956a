"""A text in parts, where it breaks best; which joined are the text again."""
# ruff: noqa: RUF001 (signs that look alike are meant)

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import regex

_graphemes = regex.compile(r"\X").finditer

# Where a text breaks best: after a blank line, a line, a sentence. Never at a no-break space.
_SPACE = r"[^\S\u00a0\u2007\u202f]"
_PAUSES = (
    regex.compile(rf"\n{_SPACE}*\n{_SPACE}*"),
    regex.compile(rf"\n{_SPACE}*"),
    regex.compile(rf"[.!?…؟।][\"'”’»)\]]*{_SPACE}+|[。！？][」』）]*{_SPACE}*"),
)
_WORD = regex.compile(rf"[\S\u00a0\u2007\u202f]{_SPACE}+")


def split(text: str, most: int, fits: Callable[[str], bool]) -> list[str]:
    """Parts of at most so many characters, each of which fits."""
    if len(text) <= most and fits(text):
        return [text] if text else []
    ends = [grapheme.end() for grapheme in _graphemes(text)]
    parts, start = [], 0
    while start < len(text):
        near = ends[bisect_right(ends, start) : bisect_right(ends, start + most)]
        end = _last_fitting(text, start, near, fits)
        if end > start:
            end = _pause(text, start, end, set(near))
        else:  # one grapheme longer than a part
            points = range(start + 1, min(start + most, len(text)) + 1)
            end = _last_fitting(text, start, points, fits)
        parts.append(text[start:end])
        start = end
    return parts


def _last_fitting(text: str, start: int, ends: Sequence[int], fits: Callable[[str], bool]) -> int:
    too_long = bisect_left(ends, True, key=lambda end: not fits(text[start:end]))
    return ends[too_long - 1] if too_long else start


def _pause(text: str, start: int, end: int, ends: set[int]) -> int:
    if end == len(text):
        return end
    # A pause in the first half would cost more parts than it is worth.
    half = (start + end) // 2
    for pause, since in (*((pause, half) for pause in _PAUSES), (_WORD, start)):
        places: set[int] = {found.end() for found in pause.finditer(text, since, end)} & ends
        if places:
            return max(places)
    return end


def units(text: str) -> int:
    """How long a text is in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
