"""The catalogues: what participants read, from the code to the translators and back.

`python -m assistant.rendering.catalogues` extracts every _() and brings each language up to date.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

from assistant.rendering.countries import VARIETIES
from assistant.rendering.translations import FORMAL, LANGUAGES, LOCALES, catalogue_path

TEMPLATE = LOCALES / "messages.pot"
PACKAGES = ("flows", "assistant")

# No dates, versions or line numbers: a catalogue changes when a wording does, and only then.
_HEADER = """\
# What participants read.{about}
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
_VARIES = " Here is only what differs from the language's own catalogue."
_TRANSLATED = (
    ' With msgctxt "formal" a wording is for programmes that address people formally;\n'
    "# where there is none, the other one serves."
)


def extract() -> Catalog:
    """Every wording in the code, with the notes for translators."""
    template = Catalog(fuzzy=False)
    for path, msgid, notes in _marked(LOCALES.parent):
        template.add(msgid, locations=[(path, 0)], auto_comments=notes)
    return template


def _marked(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    for package in PACKAGES:
        for path, _line, msgid, notes, _context in extract_from_dir(
            root / package, [("**.py", "python")], keywords={"_": None}, comment_tags=["NOTE:"]
        ):
            if isinstance(msgid, str):
                yield f"{package}/{path}", msgid, notes


def updated(template: Catalog, old: Catalog) -> Catalog:
    """A catalogue for the wordings of today; those of yesterday are kept aside."""
    new = Catalog(old.locale, fuzzy=False)
    known = {(one.id, one.context): one for one in (*old.obsolete.values(), *old) if one.string}
    for message in (one for one in template if one.id):
        ours = known.pop((message.id, None), None)
        if ours or str(old.locale) not in VARIETIES:
            _take(new, message, ours)
        if formal := known.pop((message.id, FORMAL), None):
            _take(new, message, formal, FORMAL)
    for (msgid, context), message in known.items():
        if msgid:
            new.obsolete[f"{context} {msgid}"] = message
    return new


def _take(
    new: Catalog, message: Message, known: Message | None, context: str | None = None
) -> None:
    new.add(
        message.id,
        known.string if known else "",
        message.locations,
        flags=["fuzzy"] if known and known.fuzzy else [],
        auto_comments=message.auto_comments,
        user_comments=known.user_comments if known else (),
        context=context,
    )


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file, the same whenever its wordings are."""
    for message in catalogue:
        message.flags -= {"python-format", "python-brace-format"}
    file = BytesIO()
    pofile.write_po(file, catalogue, width=0, omit_header=True, include_lineno=False)
    head = _HEADER.format(
        about=_about(catalogue),
        language=catalogue.locale or "",
        plural=catalogue.plural_forms if catalogue.locale else "nplurals=2; plural=(n != 1);",
    )
    return head.encode() + file.getvalue().rstrip(b"\n") + b"\n"


def _about(catalogue: Catalog) -> str:
    if catalogue.locale is None:
        return ""
    return (_VARIES if str(catalogue.locale) in VARIETIES else "") + _TRANSLATED


def read(language: str) -> Catalog:
    """A language's catalogue as it stands."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(language, fuzzy=False)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=language, abort_invalid=True)


def main() -> None:
    template = extract()
    TEMPLATE.write_bytes(written(template))
    for language in (*LANGUAGES[1:], *VARIETIES):
        catalogue = updated(template, read(language))
        catalogue_path(language).parent.mkdir(parents=True, exist_ok=True)
        catalogue_path(language).write_bytes(written(catalogue))


if __name__ == "__main__":
    main()
