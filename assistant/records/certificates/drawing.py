"""A certificate on one page, as PDF or PNG. Pure: what it says is given."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

import typst

# Latin, Cyrillic, Greek and Hebrew come with the typesetter, Arabic and Devanagari with packages of
# fonts; what else there is, is looked for among the fonts of the machine.
FAMILIES = ("Libertinus Serif", "Noto Sans Arabic", "Noto Sans Devanagari")
PACKAGES = ("fontpkg_noto_sans_arabic", "fontpkg_noto_sans_devanagari")
Form = Literal["pdf", "png"]

NOWHERE = "\U0010fffd"  # a letter that no font has
NotDrawn = typst.TypstError
SPACED = 3  # points between the letters of the programme's name, where its script is not joined
SHARP = 110.0  # dots to the inch, which makes a picture of 1286 by 909

# How wide each letter is drawn, and one that is missing: where they are the same, it is missing.
_WIDTHS = b"""
#let given = json(bytes(sys.inputs.given))
#set text(font: given.fonts)
#context [#metadata(given.letters.map(one => measure(one).width.pt())) <widths>]
"""


@dataclass(frozen=True)
class Page:
    """What stands on a certificate, in the words of whoever reads it."""

    language: str
    programme: str
    title: str
    before: str
    name: str  # "" leaves a line to write it on
    did: str
    numbers: tuple[str, ...]
    signed: str
    day: str


def draw(page: Page, form: Form) -> bytes:
    """The page. A name that no font here can write is left to be written by hand."""
    shown = replace(page, name="") if missing(page.name) else page
    tracking = SPACED if shown.programme.isascii() else 0
    given = {**asdict(shown), "fonts": FAMILIES, "tracking": tracking}
    drawn = typst.compile(
        _template(),
        format=form,
        ppi=SHARP if form == "png" else None,
        font_paths=_fonts(),
        sys_inputs={"given": json.dumps(given)},
    )
    assert isinstance(drawn, bytes)
    return drawn


def missing(words: str) -> str:
    """The letters of these words that no font here has."""
    letters = sorted({one for one in words if not (one.isascii() or one.isspace())})
    if not letters:
        return ""
    *wide, nothing = _widths([*letters, NOWHERE])
    return "".join(one for one, width in zip(letters, wide, strict=True) if width == nothing)


def _widths(letters: Sequence[str]) -> list[float]:
    given = {"fonts": FAMILIES, "letters": letters}
    found = typst.query(
        _WIDTHS,
        "<widths>",
        field="value",
        one=True,
        font_paths=_fonts(),
        sys_inputs={"given": json.dumps(given)},
    )
    return [float(one) for one in json.loads(found)]


@cache
def _template() -> bytes:
    return files(__package__).joinpath("certificate.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Looked for once: those of the machine take longest."""
    return typst.Fonts(font_paths=[str(files(one).joinpath("files")) for one in PACKAGES])
