"""Pages from templates: text is escaped, and every word of them can be translated."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from babel.messages import pofile
from fastapi import Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.console.asked import Asked
from assistant.rendering.translations import LOCALES, closest

_HERE = Path(__file__).parent.parent
_TYPES = {
    "console.css": "text/css",
    "console.js": "text/javascript",
    "phone.svg": "image/svg+xml",
}
_FILES = {name: (_HERE / "static" / name).read_bytes() for name in _TYPES}
_VERSION = hashlib.sha256(b"".join(_FILES.values())).hexdigest()[:12]
# Forms say where they come from, which they would not without a referrer.
_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
ONE_LOOK = timedelta(minutes=30)  # looks within it are written down as one
DOMAIN = "console"  # the catalogues of these pages: locales/<language>/LC_MESSAGES/console.po


def page(asked: Asked, template: str, status: int = 200, **values: object) -> Response:
    """A page, as whoever asks may see it."""
    text = (
        _environment(asked.language)
        .get_template(template)
        .render(
            here=asked.here,
            done=asked.query.get("done", ""),
            version=_VERSION,
            language=asked.language,
            rehearsing=asked.needs.rehearsing,
            **values,
        )
    )
    return HTMLResponse(text, status_code=status, headers=_HEADERS)


def refusal(status: int, why: str, asked: Asked | None = None) -> Response:
    """Why there is no page."""
    text = _environment(asked.language if asked else "en").get_template("console_refusal.html")
    shown = text.render(
        here=asked.here if asked else None,
        why=why,
        done="",
        version=_VERSION,
        language=asked.language if asked else "en",
        rehearsing=asked.needs.rehearsing if asked else False,
    )
    return HTMLResponse(shown, status_code=status, headers=_HEADERS)


def static(asked: Asked) -> Response:
    file = asked.path.get("file", "")
    if file not in _FILES:
        return refusal(404, "nothing", asked)
    # A page asks for a new address whenever one of the files has changed.
    forever = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_FILES[file], media_type=_TYPES[file], headers=forever)


@lru_cache(maxsize=64)
def language(accepted: str) -> str:
    """The language of the pages: one that somebody reads and that there is a catalogue of."""
    wanted = closest(accepted[:5], "en")
    return wanted if wanted == "en" or _catalogue(wanted) else "en"


@lru_cache
def _environment(language: str) -> Environment:
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    one, several = _translators(_catalogue(language))
    found.install_gettext_callables(one, several, newstyle=True)  # type: ignore[attr-defined]
    return found


def _translators(
    known: Mapping[str, tuple[str, ...]],
) -> tuple[Callable[[str], str], Callable[[str, str, int], str]]:
    def one(msgid: str) -> str:
        return known.get(msgid, (msgid,))[0]

    def several(single: str, plural: str, count: int) -> str:
        forms = known.get(single, (single, plural))
        return forms[0] if count == 1 else forms[-1]

    return one, several


@lru_cache
def _catalogue(language: str) -> Mapping[str, tuple[str, ...]]:
    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = pofile.read_po(file, locale=language, abort_invalid=True)
    return {_msgid(one.id): _strings(one.string) for one in catalogue if one.id and one.string}


def _msgid(given: str | tuple[str, ...] | list[str]) -> str:
    return given if isinstance(given, str) else given[0]


def _strings(given: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
