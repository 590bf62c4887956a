"""The catalogues follow the code, and lose nothing that was translated."""

from io import BytesIO

from babel.messages import pofile
from babel.messages.catalog import Catalog

from assistant.rendering import catalogues
from assistant.rendering.translations import FORMAL
from tests import prompts


def catalogue(**wordings: str) -> Catalog:
    made = Catalog("es", fuzzy=False)
    for msgid, said in wordings.items():
        made.add(msgid, said)
    return made


def again(made: Catalog) -> Catalog:
    return pofile.read_po(BytesIO(catalogues.written(made)), locale="es", abort_invalid=True)


def test_what_is_translated_stays_and_what_is_new_is_empty() -> None:
    new = again(catalogues.updated(catalogue(hello="", bye=""), catalogue(hello="hola")))
    assert [(one.id, one.string) for one in new if one.id] == [("hello", "hola"), ("bye", "")]
    assert not any(one.fuzzy for one in new)


def test_a_formal_wording_stays_beside_the_other() -> None:
    old = catalogue(hello="hola")
    old.add("hello", "buenos días", context=FORMAL)
    new = again(catalogues.updated(catalogue(hello=""), old))
    assert [one.string for one in new if one.id] == ["hola", "buenos días"]


def test_what_is_no_longer_said_is_kept_aside_and_comes_back() -> None:
    old = catalogue(hello="hola")
    old.add("hello", "buenos días", context=FORMAL)
    gone = again(catalogues.updated(catalogue(bye=""), old))
    assert [one.id for one in gone if one.id] == ["bye"]
    back = again(catalogues.updated(catalogue(hello=""), gone))
    assert [one.string for one in back if one.id] == ["hola", "buenos días"]


def test_a_catalogue_is_the_same_whenever_it_is_written() -> None:
    made = catalogue(hello="hola", bye="")
    assert catalogues.written(again(made)) == catalogues.written(made)


def test_translators_read_the_notes_above_a_wording() -> None:
    noted = {str(one.id): one.auto_comments for one in prompts.template()}
    assert any("HELP" in note for note in noted[_consent()])


def _consent() -> str:
    return next(str(one.id) for one in prompts.template() if "HELP for help" in str(one.id))
