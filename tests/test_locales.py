"""Every wording in every language: there, alike, short, plain, and inviting no reserved word."""

import ast
import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.channels.sms.segments import Encoding
from assistant.rendering import catalogues, values
from assistant.rendering import prompts as rendering
from assistant.rendering.countries import VARIETIES
from assistant.rendering.prompts import LANGUAGES, parse, render
from assistant.rendering.translations import FORMAL, wordings
from assistant.turns import system_messages
from assistant.understanding import reserved
from flows.coordinator import broadcast
from flows.joining import consent, guardian
from tests import prompts
from tests.prompts import FORMS, Case, sms
from tests.together import together

TRANSLATED = LANGUAGES[1:]
ROOT = Path(__file__).parent.parent

# The words that law or carriers want in a text; no other text invites a reserved word.
MUST = {
    consent.FLOW.states["okay"].ask: {"HELP", "STOP"},  # type: ignore[union-attr]
    guardian.FLOW.states["may"].ask: {"HELP", "STOP"},  # type: ignore[union-attr]
    # A coordinator has written that very word.
    broadcast.FLOW.states["loud"].ask: {"CANCEL"},  # type: ignore[union-attr]
    system_messages.HELP: {"STOP"},
    system_messages.STOPPED: {"START"},
    system_messages.COME_BACK: {"START"},
    system_messages.LAST_TEXT: {"START"},
    system_messages.STILL_ERASING: {"START"},
}
# How some spell both genders at once; our texts find a wording that needs neither.
GENDERED = re.compile(r"\w(?:/[ao]s?\b|\([aoe]s?\)|·e?s?\b|@|/-?e\b|\([ao]s\))")
YES_AND_NO = {"yes", "no", "si", "oui", "non", "sim", "nao"}  # YES is a carrier's word
FAMILIAR = {
    "es": "tú|te|ti|tu|tus|tuy[oa]s?|contigo|eres|quieres|puedes|tienes",
    "fr": "tu|te|t'|toi|ton|ta|tes|es|veux|peux",
    "pt": "tu|te|ti|teus?|tuas?|contigo",
}
JARGON = {
    "en": r"mentees?|match(?:es|ed|ing)?|intake|closure|onboarding|enrol\w*|dyad",
    "es": r"mentoread\w+|mentorizad\w+|emparej\w+|inscripci[oó]n|cierre",
    "fr": r"mentoré\w*|mentorée?s?|jumel\w+|appari\w+|clôture|intake",
    "pt": r"mentorad\w+|mentorand\w+|empare[lj]\w+|pareament\w+|encerramento",
}


@cache
def msgids() -> frozenset[str]:
    return frozenset(str(message.id) for message in prompts.template() if message.id)


@cache
def texts() -> frozenset[str]:
    """All wordings but options and the words that mean them."""
    return msgids() - prompts.labels()


@cache
def cases(name: str, ordinary: bool = False) -> list[Case]:
    language = name[:2]
    notices = prompts.of_notices(texts(), language, ordinary)
    return [*prompts.of_flows(language, ordinary), *notices]


@cache
def rendered(language: str, formal: bool) -> dict[str, tuple[str, str]]:
    """What is sent by SMS in a language, with where it comes from and its msgid."""
    reader = sms(language, formal)
    return {case.texts(reader): (case.where, case.prompt.msgid) for case in cases(language)}


def test_every_wording_is_marked_as_it_stands() -> None:
    for path in chain(*((ROOT / package).rglob("*.py") for package in catalogues.PACKAGES)):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"


def test_the_template_holds_every_wording_in_the_code() -> None:
    told = "run: python -m assistant.rendering.catalogues"
    assert catalogues.TEMPLATE.read_bytes() == catalogues.written(prompts.template()), told


@pytest.mark.parametrize("language", [*TRANSLATED, *VARIETIES])
def test_a_catalogue_is_as_the_machinery_writes_it(language: str) -> None:
    updated = catalogues.updated(prompts.template(), catalogues.read(language))
    path = catalogues.catalogue_path(language)
    assert path.read_bytes() == catalogues.written(updated), (
        "run: python -m assistant.rendering.catalogues"
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_wording_is_translated(language: str) -> None:
    assert sorted(msgid for msgid in msgids() if (None, msgid) not in wordings(language)) == []


@together
@pytest.mark.parametrize("language", [*TRANSLATED, *VARIETIES])
def test_a_formal_wording_is_one_of_the_code(language: str) -> None:
    assert {msgid for context, msgid in wordings(language) if context == FORMAL} <= msgids()


@pytest.mark.parametrize("language", [*TRANSLATED, "pt_PT"])
def test_a_formal_text_is_never_familiar(language: str) -> None:
    familiar = re.compile(rf"\b(?:{FAMILIAR[language[:2]]})\b", re.IGNORECASE)
    said = [render(msgid, {}, sms(language, True)) for msgid in sorted(msgids())]
    assert [text for text in said if familiar.search(text)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_not_left_in_english(language: str) -> None:
    long = {msgid for msgid in msgids() if len(re.sub(r"\{.*?\}", "", msgid).split()) > 2}
    same = {msgid for (_context, msgid), said in wordings(language).items() if said == msgid}
    assert sorted(long & same) == []


def test_every_wording_in_the_code_can_be_parsed() -> None:
    assert all(parse(msgid) for msgid in msgids())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_shows_the_same_values_in_the_same_way(language: str) -> None:
    def shown(wording: str) -> set[tuple[str, str]]:
        # Some languages have a word for "on" that others leave away.
        return {(hole.name, hole.spec.removeprefix("on")) for hole in prompts.holes(wording)}

    wrong = {
        said: shown(msgid) ^ shown(said)
        for (_context, msgid), said in wordings(language).items()
        if shown(msgid) != shown(said)
    }
    assert wrong == {}


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_no_prompt_is_longer_than_two_segments(language: str, formal: bool) -> None:
    long = {
        where: f"{len(text)}: {text}"
        for text, (where, _msgid) in rendered(language, formal).items()
        if segments.count(text) > 2
    }
    assert long == {}


@together
@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_a_prompt_travels_as_gsm_7(language: str, formal: bool) -> None:
    wide = {
        where: text
        for text, (where, _msgid) in rendered(language, formal).items()
        if segments.encoding(text) is not Encoding.GSM_7
    }
    assert wide == {}


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_an_ordinary_prompt_keeps_its_accents_in_two_segments(
    language: str, formal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "SEGMENTS", 99)  # whatever it takes
    reader = sms(language, formal, Letters.TYPED)
    long = {
        case.where: f"{len(text)}: {text}"
        for case in cases(language, ordinary=True)
        if segments.count(text := case.texts(reader)) > 2
    }
    assert long == {}


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_no_prompt_invites_a_reserved_word(language: str, formal: bool) -> None:
    owned = reserved.reserved(reserved.TWILIO)
    inviting = {
        where: found
        for text, (where, msgid) in rendered(language, formal).items()
        if (found := (reserved.invited(text) & owned) - MUST.get(msgid, set()))
    }
    assert inviting == {}


@together
@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_what_carriers_want_is_said_in_capitals(language: str, formal: bool) -> None:
    for msgid, words in MUST.items():
        if "{inviting}" in msgid:
            continue
        said = render(msgid, {}, sms(language, formal))
        assert words <= set(said.replace(".", " ").replace(",", " ").split()), said


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_no_text_teaches_more_than_one_of_our_words(language: str, formal: bool) -> None:
    taught = {
        where: found
        for text, (where, _msgid) in rendered(language, formal).items()
        if len(found := reserved.taught(text)) > 1
    }
    assert taught == {}


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_a_translation_teaches_the_word_its_english_teaches(language: str, formal: bool) -> None:
    for msgid in sorted(texts()):
        said = render(msgid, {}, sms(language, formal))
        assert len(reserved.taught(said)) == len(reserved.taught(msgid)), said


@together
@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_a_prompt_asks_one_question(language: str, formal: bool) -> None:
    several = [text for text in rendered(language, formal) if text.count("?") > 1]
    assert several == []


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_options_are_short_and_differ(language: str, formal: bool) -> None:
    reader = sms(language, formal)
    for case in prompts.of_flows(language[:2]):
        ours = [option for option in case.prompt.options if not option.own]
        said = [render(option.label, case.prompt.values, reader).casefold() for option in ours]
        assert len(set(said)) == len(said), case.where
        assert not YES_AND_NO & set(said), case.where
        assert all(len(label) <= values.LONGEST for label in said), case.where


@together
@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_no_text_spells_two_genders(language: str, formal: bool) -> None:
    assert [text for text in rendered(language, formal) if GENDERED.search(text)] == []


@pytest.mark.parametrize(("language", "formal"), FORMS)
def test_no_text_speaks_the_programmes_jargon(language: str, formal: bool) -> None:
    jargon = re.compile(rf"\b(?:{JARGON[language[:2]]})\b", re.IGNORECASE)
    reader = sms(language, formal)
    said = [render(msgid, {}, reader) for msgid in sorted(texts())]
    assert [text for text in said if jargon.search(text)] == []


def test_english_reads_easily() -> None:
    """Flesch-Kincaid, without names and what the product is called; of short texts it is noise."""
    graded = {text: _grade(text) for text in map(_ordinary, sorted(texts()))}
    assert {text: grade for text, grade in graded.items() if grade > 5} == {}


def _ordinary(msgid: str) -> str:
    return re.sub(r"\{.*?\}|mentoring programmes?|programme|automatic helper", "Sam", msgid)


def _grade(text: str) -> float:
    words = re.findall(r"[a-z']+", text.lower().replace("some", "sum"))
    sentences = re.findall(r"[a-z'][^.!?:;]*", text.lower())
    syllables = sum(map(_syllables, words))
    if len(words) < 12:
        return 0
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    heard = re.sub(r"(?<=..)(?:es|ed|(?<!l)e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))
