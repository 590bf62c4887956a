"""Counting, splitting and plain letters: exactly what is billed, and not a letter lost."""
# ruff: noqa: RUF001 (signs that look alike are meant)

from hashlib import sha256
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.channels.sms import alphabet, segments
from assistant.channels.sms.segments import Encoding
from assistant.channels.telegram import texts
from tests.data import segments as tries
from tests.together import together

COUNTS = Path(__file__).with_name("data") / "segment_counts.txt"
FAMILY, FLAG = "👨‍👩‍👧‍👦", "🇫🇷"
WORDS = ("Hello. ", "no? ", "word ", "\n", "\n\n", "x", " ", "\u00a0", "नमस्ते।", "你好。", "é", "á")
TEXTS = st.lists(
    st.tuples(st.sampled_from(tries.EVERYTHING + WORDS), st.integers(1, 90)), max_size=25
).map(lambda runs: "".join(piece * times for piece, times in runs))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def coded(text: str) -> str:
    first = "0" if segments.encoding(text) == Encoding.GSM_7 else "`"
    return chr(ord(first) + segments.count(text))


def test_counts_and_encodings_equal_the_calculators_on_100_000_texts() -> None:
    first, *rows = COUNTS.read_text().split("\n")
    texts = list(tries.texts())
    made = sha256("\0".join(texts).encode()).hexdigest()
    assert first.split()[1] == made, "the texts changed: run tests.data.make_segment_counts"
    wrong = [text for text, said in zip(texts, "".join(rows), strict=True) if coded(text) != said]
    assert len(texts) == 100_000
    assert wrong == []


@together
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("a" * 152 + "€" + "a" * 151, 2),
        ("a" * 152 + "€" + "a" * 152, 3),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        ("á" * 66 + FLAG + "á" * 63, 2),
        ("á" * 66 + FLAG + "á" * 64, 3),
        ("á" * 60 + FAMILY + "á" * 63, 3),
        ("á" + "\u0301" * 80, 2),
    ],
)
def test_segments_are_counted_at_every_edge(text: str, expected: int) -> None:
    assert segments.count(text) == expected


@together
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "GSM-7"),
        ("ñ é à Ç Ω {€}\r\n\f", "GSM-7"),
        ("á", "UCS-2"),
        ("ç", "UCS-2"),
        ("\t", "UCS-2"),
    ],
)
def test_one_character_outside_gsm_7_changes_the_encoding(text: str, expected: str) -> None:
    assert segments.encoding(text) == expected


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(1, 30))
def test_parts_joined_are_the_text_and_none_exceeds_its_bounds(text: str, most: int) -> None:
    parts = segments.split(text, most)
    assert "".join(parts) == text
    assert all(segments.count(part) <= most and 0 < units(part) <= 1600 for part in parts)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_telegram_parts_joined_are_the_text_and_none_exceeds_its_bounds(text: str) -> None:
    parts = texts.split(text * 3)
    assert "".join(parts) == text * 3
    assert all(0 < units(part) <= 4096 for part in parts)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(1, 3))
def test_a_grapheme_is_cut_only_if_it_is_longer_than_a_part(text: str, most: int) -> None:
    cuts, cut = set(), 0
    for part in segments.split(text, most)[:-1]:
        cuts.add(cut := cut + len(part))
    for grapheme in regex.finditer(r"\X", text):
        if cuts & {*range(grapheme.start() + 1, grapheme.end())}:
            assert segments.count(grapheme[0]) > most


@together
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. " * 20 + "\n\n" + "Two. " * 20, "One. " * 20 + "\n\n"),
        ("One. " * 20 + "\n\n" + "Two.\n" * 20, "One. " * 20 + "\n\n"),
        ("One. " * 20 + "\n" + "Two. " * 20, "One. " * 20 + "\n"),
        ("One two. " * 20, "One two. " * 17),
        ("«One two?» " * 20, "«One two?» " * 6),
        ("one two " * 30, "one two " * 20),
        ("Hi. " + "one two " * 30, "Hi. " + "one two " * 19 + "one "),
        ("one " * 15 + "two\u00a0" * 20, "one " * 15),
        ("á" * 60 + " \u0301" + "á" * 20, "á" * 60 + " \u0301" + "á" * 8),
        ("  " + "a" * 200, "  " + "a" * 158),
        ("一二三四。" * 20, "一二三四。" * 14),
        ("á" * 69 + FLAG, "á" * 69),
        ("a" * 159 + "€", "a" * 159),
    ],
)
def test_a_text_breaks_at_the_greatest_pause_that_is_not_too_early(text: str, first: str) -> None:
    assert segments.split(text, 1)[0] == first


def test_a_text_that_fits_is_one_part_and_nothing_is_none() -> None:
    assert segments.split("a" * 306, 2) == ["a" * 306]
    assert texts.split("😀" * 2048) == ["😀" * 2048]
    assert segments.split("", 2) == texts.split("") == []


def test_sms_parts_hold_1600_characters_however_many_segments_are_allowed() -> None:
    assert [len(part) for part in segments.split("a" * 4000, 99)] == [1600, 1600, 800]
    assert [units(part) for part in segments.split("😀" * 1000, 99)] == [1600, 400]


def test_one_endless_grapheme_is_cut_between_code_points() -> None:
    endless = "😀\u200d" * 3000
    assert max(map(units, texts.split(endless))) == 4095
    assert max(map(segments.count, segments.split("a" + "\u0301" * 500, 1))) == 1


def test_a_part_of_no_segment_is_refused() -> None:
    with pytest.raises(ValueError, match="0 segments"):
        segments.split("a", 0)


@together
@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Zoë", "Zoe"),
        ("Łukasz", "Lukasz"),
        ("João", "Joao"),
        ("Joa\u0303o, Jose\u0301", "Joao, Jose"),
        ("mañana, Ñuñoa, Élève, Jörg, Åse", "mañana, Ñuñoa, Eleve, Jorg, Ase"),
        ("Đặng Thị Ngọc", "Dang Thi Ngoc"),
        ("Ștefan Żółkiewski, Işıl, Kɔfi", "Stefan Zolkiewski, Isil, Kofi"),
        ("áíóúãõâêôçîûïÁÍÓÚ", "aiouaoaeociuiAIOU"),
        ("œuvre, cœur, ĳs, ﬁn, 1.º, Þór", "oeuvre, coeur, ijs, fin, 1.o, Thor"),
        ("«Oui» – ‘ça’ “va”…", '"Oui" - \'ca\' "va"...'),
        ("a\u00a0b\u202fc\td\u200be\u00adf", "a b c def"),
    ],
)
def test_latin_text_comes_to_fit_gsm_7(written: str, plain: str) -> None:
    assert alphabet.plain(written) == plain
    assert segments.encoding(plain) == Encoding.GSM_7


@together
@pytest.mark.parametrize(
    "text",
    [
        "ñ ø æ ß Ñ Ø Æ ¿ ¡ Ω {€}\r\n",
        "नमस्ते क़लम",
        "مَرحبا",
        "Привіт, й",
        "Ελένη",
        "中文，ガ",
        "1\ufe0f\u20e3 ❤\ufe0f 👩🏽‍🚀 🇫🇷",
    ],
)
def test_other_letters_and_other_scripts_stay_as_written(text: str) -> None:
    assert alphabet.plain(text) == text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_plain_text_is_plain_already(text: str) -> None:
    once = alphabet.plain(text)
    assert alphabet.plain(once) == once
