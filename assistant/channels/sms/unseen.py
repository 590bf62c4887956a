"""Characters that nobody sees: they go from a text where they change nothing that is seen.

By SMS one of them makes every part of a text half as long.
"""

import regex

# Soft hyphens, the zero widths, marks that join or split nothing on any phone.
_NOTHING = "\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0020-\U000e007f"
_any = regex.compile(f"[{_NOTHING}{_DIRECTIONS}{_SPACES}{_SELECTORS}{_TAGS}\u200c\u200d]").search
_rightward = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]").search

# Scripts whose letters a joiner shapes.
_SHAPED = "".join(
    rf"\p{{{script}}}"
    for script in (
        *("Arabic", "Syriac", "Mongolian", "Nko", "Devanagari", "Bengali", "Gurmukhi", "Gujarati"),
        *("Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar"),
    )
)
_PICTURE = r"[\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff]"
_idle = regex.compile(
    rf"""
      [{_NOTHING}]
    | (?<! [{_SHAPED}] ) (?<! {_PICTURE} \ufe0f? ) [\u200c\u200d]  # joins no letters, no emoji
    | (?<= {_PICTURE} \ufe0f? ) \u200d (?! {_PICTURE} )
    | (?<= {_PICTURE} \ufe0f? ) \u200c
    | (?<! [\p{{Emoji}}\p{{Han}}\p{{Mongolian}}\p{{Myanmar}}\p{{Sm}}] ) [{_SELECTORS}]
    | (?<= \p{{Emoji_Presentation}} ) \ufe0f (?! \u200d )  # is one already
    | (?<= [0-9\#*] ) \ufe0f (?! \u20e3 )
    | (?<! [\U0001f3f4{_TAGS}] ) [{_TAGS}]
    """,
    regex.VERBOSE,
).sub
_directions = regex.compile(f"[{_DIRECTIONS}]+").sub
_spaces = regex.compile(f"[{_SPACES}]").sub


def without(text: str) -> str:
    """The text as it is seen: unusual spaces are spaces, and what carries nothing is gone."""
    if text.isascii() or not _any(text):
        return text
    text = _spaces(" ", _idle("", text))
    return text if _rightward(text) else _directions("", text)
