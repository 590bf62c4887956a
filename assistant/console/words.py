"""The words of the console's pages, from the templates to the translators.

`python -m assistant.console.words` writes locales/console.pot. A language has its own in
locales/<language>/LC_MESSAGES/console.po; without one its readers see English.
"""

from io import BytesIO
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from assistant.rendering.translations import LOCALES

TEMPLATE = LOCALES / "console.pot"
_TEMPLATES = Path(__file__).parent / "templates"
_METHODS = [("console_*.html", "jinja2")]
_OPTIONS = {"console_*.html": {"trimmed": "true"}}
_HEAD = '# What coordinators read in the console.\nmsgid ""\nmsgstr ""\n'
_TYPE = '"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def extract() -> Catalog:
    """Every wording in the templates."""
    found = Catalog(fuzzy=False)
    for file, _line, msgid, _notes, _context in extract_from_dir(_TEMPLATES, _METHODS, _OPTIONS):
        found.add(msgid, locations=[(file, 0)])
    return found


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file, the same whenever its wordings are."""
    file = BytesIO()
    pofile.write_po(file, catalogue, width=0, omit_header=True, include_lineno=False)
    return (_HEAD + _TYPE).encode() + file.getvalue().rstrip(b"\n") + b"\n"


if __name__ == "__main__":
    TEMPLATE.write_bytes(written(extract()))
