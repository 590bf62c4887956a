"""What a value does to the sentence around it, and what a sentence may promise."""

import re
from collections.abc import Iterator

import pytest

from assistant.channels.sms import alphabet
from assistant.rendering.countries import VARIETIES
from assistant.rendering.prompts import LANGUAGES
from assistant.rendering.translations import translate, wordings
from tests import prompts

NAMES = r"\{(?:name|other|who|coordinator|mentee_name|mentor_name|from_name|taken)\}"
PROGRAMME = r"\{programme\}"
PLACE = r"\{place\}"
OWN_WORDS = re.compile(r"\{\w+:(?:relayed|short|list)\}")
COUNTS = r"\{(?:sent|rest|now|later|stopped|parts|foreign|people|open|waiting|rooms)\}"
BEFORE = r"(?<!\w)(?:{})\s+{}"

# What must not stand before a value: an article (whose gender?), a word that would be cut before a
# vowel, a word that melts with an article of the value, such as "de" with "el Instituto".
WRONG = {
    "en": [
        BEFORE.format("an?|the", f"(?:{NAMES}|{PROGRAMME}|{PLACE})"),
        rf"(?:{NAMES}|{PROGRAMME}|{PLACE})'s",
        rf"{COUNTS} (?:have|are|people|texts|is|has)\b",
    ],
    "es": [
        BEFORE.format("el|la|los|las|un|una|al|del", f"(?:{NAMES}|{PROGRAMME}|{PLACE})"),
        BEFORE.format("y|o", NAMES),  # "e Inés", "u Óscar"
        BEFORE.format("de|a|en", PLACE),
        rf"(?:faltan|quedan|hay|son) {COUNTS}",
    ],
    "fr": [
        BEFORE.format("le|la|les|un|une|au|aux|du|des", f"(?:{NAMES}|{PLACE})"),
        BEFORE.format("de|que|se|jusque|lorsque|puisque|presque", f"(?:{NAMES}|{PROGRAMME})"),
        BEFORE.format("de|en|à|dans", f"(?:{PLACE}|{PROGRAMME})"),
        rf"{COUNTS} (?:personnes|messages|ont|sont)\b",
    ],
    "pt": [
        BEFORE.format(
            "o|os|as|um|uma|ao|à|aos|às|do|da|dos|das|no|na|pelo|pela",
            f"(?:{NAMES}|{PROGRAMME}|{PLACE})",
        ),
        BEFORE.format("de|em|a|por", PLACE),
        rf"(?:faltam|são|há) {COUNTS}",
        r"(?:em|n[ao]|(?<=[a-z]\}) )\{\w+:weekday\}",  # "na terça", "no sábado": onweekday
    ],
}
# Somebody in danger is helped, whoever hears of it: nobody is told that only one person will.
SECRECY = {
    "en": r"\bonly \{\w+\}|only (?:i|you|we|me)\b|nobody else (?:sees|hears|reads|knows)|between us"
    r"|secret|confidential|private(?:ly)?\b|only show",
    "es": r"\bs[oó]lo (?:a )?\{\w+\}|solo se lo|nadie m[aá]s (?:lo|se|ve|sabe)|entre nosotros"
    r"|secreto|confidencial|en privado",
    "fr": r"\bseule?(?:ment)? (?:à )?\{\w+\}|il n'y a que|personne d'autre ne|entre nous"
    r"|secret|confidentiel|en privé",
    "pt": r"\bs[oó] (?:a |para )?\{\w+\}|s[oó] mostro|ningu[eé]m mais (?:v[eê]|sabe|l[eê])"
    r"|entre n[oó]s|segredo|confidencial|em particular",
}
# What says that there is no secret.
NO_SECRET = {
    "Nobody gets texts from {programme} without agreeing first.",
    "{coordinator} can read this chat to keep people safe. So I can't promise to keep a secret.",
    "What you two say stays between you. But {coordinator} can read what is written here, to keep "
    "people safe. So nobody can promise a secret.",
}


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every msgid and its wordings in a language, in both forms and in its varieties."""
    if language == "en":
        yield from ((str(one.id), str(one.id)) for one in prompts.template() if one.id)
    for name in (language, *(name for name, of in VARIETIES.items() if of == language)):
        yield from ((msgid, text) for (_form, msgid), text in wordings(name).items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_value_breaks_the_grammar_around_it(language: str) -> None:
    wrong = [re.compile(pattern, re.IGNORECASE) for pattern in WRONG[language]]
    found = {text for _msgid, text in said(language) if any(one.search(text) for one in wrong)}
    assert found == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an {other} and"),
        ("en", "{sent} have it"),
        ("es", "Ana y {other}"),
        ("es", "programa de {place}"),
        ("fr", "à la place de {other}"),
        ("fr", "un autre que {name}"),
        ("fr", "mentorat à {place}"),
        ("pt", "programa em {place}"),
        ("pt", "o {other} sugere"),
        ("pt", "com {other} {day:weekday}"),
    ],
)
def test_what_would_break_is_found(language: str, text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in WRONG[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebodys_own_words_stand_by_themselves(language: str) -> None:
    """After a colon, or as a sentence of their own; never in the middle of ours."""
    amid = {
        text
        for _msgid, text in said(language)
        for hole in OWN_WORDS.finditer(text)
        if not re.search(r"(?:^|[:.!?][\s\u00a0]*|[\"«(]\u00a0?)$", text[: hole.start()])
    }
    assert amid == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_that_safeguarding_must_break(language: str) -> None:
    secrecy = re.compile(SECRECY[language], re.IGNORECASE)
    promised = {msgid: text for msgid, text in said(language) if secrecy.search(text)}
    assert [text for msgid, text in promised.items() if msgid not in NO_SECRET] == []


def test_no_spanish_text_turns_on_its_accent() -> None:
    """Without accents "dejó", he left, reads as "dejo", I leave."""
    labels = prompts.labels()
    turning = [
        text
        for msgid, text in said("es")
        if re.search(r"[^\Wiíuú]ó\b", text) and not (msgid in labels and ", " in text)
    ]
    assert turning == []


@pytest.mark.parametrize("language", VARIETIES)
def test_a_variety_holds_only_what_differs(language: str) -> None:
    other = wordings(VARIETIES[language])
    ours = wordings(language)
    plain = {msgid for form, msgid in ours if form is None}
    same = {
        (form, msgid)
        for (form, msgid), text in ours.items()
        if text == (other.get((form, msgid)) or other.get((None, msgid), msgid))
        and not (form and msgid in plain)
    }
    assert same == set()


@pytest.mark.parametrize("language", VARIETIES)
def test_a_variety_shows_the_same_values(language: str) -> None:
    def shown(text: str) -> set[str]:
        return {hole.name for hole in prompts.holes(text)}

    wrong = {
        text for (_form, msgid), text in wordings(language).items() if shown(msgid) != shown(text)
    }
    assert wrong == set()


def test_american_english_has_no_british_spelling() -> None:
    british = re.compile(
        r"(?<!\{)\b(?:programmes?|maths|licence|favour\w*|colour\w*|[0-9]+ March)\b"
    )
    texts = {str(one.id): str(one.id) for one in prompts.template() if one.id}
    texts |= {msgid: text for (_form, msgid), text in wordings("en_US").items()}
    assert [text for text in texts.values() if british.search(text)] == []


def test_european_portuguese_has_no_brazilian_words() -> None:
    brazilian = re.compile(
        r"\b(?:vocês?|celular|ônibus|esporte|equipe|todo mundo|(?<!toda )a gente|pular|achar|DDD"
        r"|está (?:\w+ndo)|estou (?:\w+ndo)|dar uma pausa|(?:do|outro|mesmo) jeito|lição)\b",
        re.IGNORECASE,
    )
    labels = prompts.labels()
    found = {
        text
        for msgid in (str(one.id) for one in prompts.template() if one.id)
        for formal in (False, True)
        if brazilian.search(text := translate(msgid, "pt", formal, "PT"))
        and not (msgid in labels and ", " in text)
    }
    assert found == set()


def test_typed_and_plain_are_the_same_but_for_accents() -> None:
    for language in LANGUAGES[1:]:
        for text in wordings(language).values():
            assert alphabet.plain(alphabet.typed(text)) == alphabet.plain(text)
