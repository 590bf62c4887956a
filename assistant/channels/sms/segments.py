"""SMS segments: counting what will be billed, splitting what is too long."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

import regex

from assistant.channels import parts
from assistant.channels.sms import alphabet

# Twilio's limit for one message; a character is taken to be a UTF-16 unit, the stricter reading.
_SMS_UNITS = 1600
SAME = 2048  # texts of ours go out again and again: how many of them are counted once

# Letters and signs of one unit that join nothing but a mark after them: the Latin, Greek, Cyrillic
# and Armenian ones, and of other scripts enough to make counting fast.
_LETTERS = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027"
    "\u05d0-\u05ea\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u0904-\u0939\u0958-\u0961"
    "\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff"
)
_unmarked = re.compile(f"[{_LETTERS}]*").fullmatch

# The emoji that take a skin tone, and those that a joiner glues to what precedes them, are those of
# https://www.unicode.org/Public/10.0.0/ucd/auxiliary/GraphemeBreakProperty.txt: Twilio's calculator
# goes by them. A later emoji, or a consonant after a virama, begins a character of its own there.
_PEOPLE = "\U0001f466-\U0001f469"
_BASE = _PEOPLE + (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc"
    "\U0001f442\U0001f443\U0001f446-\U0001f450\U0001f46e\U0001f470-\U0001f478\U0001f47c"
    "\U0001f481-\U0001f483\U0001f485-\U0001f487\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590"
    "\U0001f595\U0001f596\U0001f645-\U0001f647\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6"
    "\U0001f6c0\U0001f6cc\U0001f918-\U0001f91c\U0001f91e\U0001f91f\U0001f926\U0001f930-\U0001f939"
    "\U0001f93d\U0001f93e\U0001f9d1-\U0001f9dd"
)
_GLUED = _PEOPLE + (
    "\u2640\u2642\u2695\u2696\u2708\u2764\U0001f308\U0001f33e\U0001f373\U0001f393\U0001f3a4"
    "\U0001f3a8\U0001f3eb\U0001f3ed\U0001f48b\U0001f4bb\U0001f4bc\U0001f527\U0001f52c\U0001f5e8"
    "\U0001f680\U0001f692"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_EXTEND = rf"[\p{{GCB=Extend}}--{_TONE}]"
_MARK = rf"[\p{{GCB=Extend}}\u200d\p{{GCB=SpacingMark}}--{_TONE}]"
_HANGUL = (
    r"\p{GCB=L}*+ (?: \p{GCB=V}++ | \p{GCB=LV}\p{GCB=V}*+ | \p{GCB=LVT} ) \p{GCB=T}*+"
    r"| \p{GCB=L}++ | \p{GCB=T}++"
)
_runs_and_clusters = regex.compile(
    rf"""
      ( [{_LETTERS}]+ (?! {_MARK} ) )  # two shortcuts: a run, and one character with its marks
    | ( [\p{{GCB=Other}}--[{_BASE}]] {_MARK}*+ (?! (?<=\u200d) [{_GLUED}] )
      | [\p{{RI}}\p{{GCB=Prepend}}] \p{{RI}} {_MARK}?  # a flag
      | \p{{GCB=Prepend}}*+
        (?: {_EXTEND}
          | (?: {_HANGUL} | [^\p{{GCB=Control}}\r\n] )
            (?: [{_MARK}--{_EXTEND}] | (?<=\u200d)[{_GLUED}] | (?<=[{_BASE}]){_TONE} )*+ )
        (?: {_MARK} | (?<=\u200d)[{_GLUED}] | (?<=[{_BASE}]{_EXTEND}){_TONE} )*+
      | \p{{GCB=Prepend}}++
      | (?s:.) )
    """,
    regex.VERBOSE | regex.VERSION1,
).findall


class Encoding(StrEnum):
    """How a text travels: 7 bits a character, or 16 bits a unit."""

    GSM_7 = "GSM-7"
    UCS_2 = "UCS-2"


def encoding(text: str) -> Encoding:
    return Encoding.GSM_7 if alphabet.is_gsm(text) else Encoding.UCS_2


@lru_cache(SAME)
def count(text: str) -> int:
    """How many segments are billed, as Twilio's calculator counts; an empty text is one."""
    if alphabet.is_basic(text):
        return _evenly(len(text), 160, 153)
    if alphabet.is_gsm(text):
        return _walk([2 if char in alphabet.EXTENSION else 1 for char in text], 160, 153)
    if _unmarked(text):
        return _evenly(len(text), 70, 67)
    units = parts.units(text)
    if units <= 70:
        return 1
    size = len if units == len(text) else parts.units
    return _walk(_cluster_sizes(text, size), 70, 67)


def split(text: str, segments: int) -> list[str]:
    """Parts of at most so many segments each, which joined are the text again."""
    if segments < 1:
        raise ValueError(f"a part of {segments} segments holds nothing")
    if text and 2 * len(text) <= _SMS_UNITS and count(text) <= segments:  # as nearly all
        return [text]
    return parts.split(
        text, _SMS_UNITS, lambda part: parts.units(part) <= _SMS_UNITS and count(part) <= segments
    )


def _cluster_sizes(text: str, size: Callable[[str], int]) -> list[int]:
    sizes: list[int] = []
    for letters, cluster in _runs_and_clusters(text):
        if cluster:
            sizes.append(size(cluster))
        else:
            sizes += (1,) * len(letters)
    return sizes


def _evenly(length: int, alone: int, joined: int) -> int:
    return 1 if length <= alone else -(-length // joined)


def _walk(sizes: Sequence[int], alone: int, joined: int) -> int:
    ends = list(accumulate(sizes))
    if ends[-1] <= alone:
        return 1
    # The first segment is filled as if alone; then its header pushes out what no longer fits,
    # and the calculator puts that, and one more, into the second segment without looking.
    full, kept = bisect_right(ends, alone), bisect_right(ends, joined)
    used, segments = ends[full] - (ends[kept - 1] if kept else 0), 2
    for size in sizes[full + 1 :]:
        used += size
        if used > joined:
            used, segments = size, segments + 1
    return segments
