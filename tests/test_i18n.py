"""What participants are sent: values in their words, prompts as messages, on both phones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.rendering import countries, prompts
from assistant.rendering.prompts import Reader, Spoken, WordingError, parse, render, speak
from flows.engine.states import Option, Prompt
from tests.together import together

SMS = Reader("en", letters=Letters.TYPED)
PLAIN = Reader("en", letters=Letters.PLAIN)
TELEGRAM = Reader("en", buttons=True)
TOPICS = tuple(Option(word, word, own=True) for word in ("school", "exams", "jobs", "college"))
HOSTILE = st.text() | st.sampled_from(
    ["{name}", "{0.__class__}", "%s", "\0", "\ud800", "9999-12-31"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | HOSTILE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(HOSTILE, inner, max_size=2),
    max_leaves=8,
)


@together
@pytest.mark.parametrize(
    ("hint", "language"),
    [("pt-BR", "pt"), ("pt_PT", "pt"), ("ES", "es"), ("de", "en"), ("", "en"), ("fr", "fr")],
)
def test_the_closest_language_is_found_in_a_hint(hint: str, language: str) -> None:
    assert prompts.closest(hint, "en") == language


@together
@pytest.mark.parametrize(
    ("wording", "value", "text"),
    [
        ("By {x:date}.", "2026-06-30", "By 30 June 2026."),
        ("By {x:weekday}.", "2026-10-16", "By Friday."),
        ("At {x:time}.", "2026-10-16T20:30:00+00:00", "At 4:30 pm."),
        ("At {x:time}.", "16:00", "At 4 pm."),
        ("On {x:date}.", "2026-07-01T02:00:00+00:00", "On 30 June 2026."),
        ("By {x:date}.", "next week", "By next week."),
        ("Noted: {x}.", "after 4.", "Noted: after 4."),
        ("Noted: {x}.", 7, "Noted: 7."),
        ("{x:list}, got it.", [*TOPICS[:2], "more"], "School, exams and more, got it."),
        ("{x:list}, got it.", [["1", "school"], ["2", "jobs"]], "School and jobs, got it."),
        ("{x}, got it.", TOPICS[0], "School, got it."),
        ("Nice to meet you, {x}.", "", "Nice to meet you."),
        ("That's it, {x}, thank you!", None, "That's it, thank you!"),
        ("{x}, four weeks are left.", None, "Four weeks are left."),
        ("Hi {x}, it's me.", None, "Hi, it's me."),
        ('They wrote: "{x:relayed}"', " Łó,\n\nok ", 'They wrote: " Łó,\n\nok "'),
        ("Hello {x}.", "a\nb\u202e  c\0", "Hello a b c."),
        ("Hello {x}.", "{y}", "Hello {y}."),
        ("Hello {x}.", "A" * 90, f"Hello {'A' * 37}..."),
        ("Hello {x:short}!", "word " * 30, f"Hello {'word ' * 10}word...!"),
    ],
)
def test_a_value_is_shown_as_its_placeholder_wants(wording: str, value: object, text: str) -> None:
    assert render(wording, {"x": value, "y": "no"}, Reader("en", "America/New_York")) == text


@together
@pytest.mark.parametrize(
    ("language", "country", "day", "clock", "when", "both"),
    [
        ("en", "", "1 June 2026", "4:30 pm", "Mon 1 Jun, 4:30 pm", "a and i"),
        ("en", "GB", "1 June 2026", "4:30 pm", "Mon 1 Jun, 4:30 pm", "a and i"),
        ("en", "US", "June 1, 2026", "4:30 pm", "Mon, Jun 1, 4:30 pm", "a and i"),
        ("es", "ES", "1 de junio de 2026", "16:30", "lun 1 de junio, 16:30", "a e i"),
        ("es", "US", "1 de junio de 2026", "4:30 pm", "lun 1 de junio, 4:30 pm", "a e i"),
        ("es", "MX", "1 de junio de 2026", "4:30 pm", "lun 1 de junio, 4:30 pm", "a e i"),
        ("fr", "", "1er juin 2026", "16 h 30", "lun 1er juin, 16 h 30", "a et i"),
        ("fr", "US", "1er juin 2026", "16 h 30", "lun 1er juin, 16 h 30", "a et i"),
        ("pt", "", "1º de junho de 2026", "16h30", "seg 1º jun, 16h30", "a e i"),
        ("pt", "US", "1º de junho de 2026", "16h30", "seg 1º jun, 16h30", "a e i"),
        ("pt", "PT", "1 de junho de 2026", "16h30", "segunda 1 jun, 16h30", "a e i"),
    ],
)
def test_days_times_and_lists_are_said_in_each_language_and_country(  # noqa: PLR0913
    language: str, country: str, day: str, clock: str, when: str, both: str
) -> None:
    values = {"d": "2026-06-01", "t": "16:30", "w": "2026-06-01T16:30", "l": ["a", "i"]}
    reader = Reader(language, country=country)
    assert render("{l:list}", values, reader).lower() == both
    assert render("- {d:date}, {t:time}", values, reader) == f"- {day}, {clock}"
    assert render("- {w:when}", values, reader) == f"- {when}"


@pytest.mark.parametrize(
    ("language", "said"),
    [("pt", "no sábado, na segunda-feira"), ("fr", "samedi, lundi"), ("en", "Saturday, Monday")],
)
def test_a_day_of_the_week_takes_its_word_for_on(language: str, said: str) -> None:
    values = {"a": "2026-06-06", "b": "2026-06-08"}
    assert render("- {a:onweekday}, {b:onweekday}", values, Reader(language)) == f"- {said}"


def test_accents_stay_on_sms_and_signs_are_those_of_seven_bits() -> None:
    values = {"name": "João", "words": "Łukasz…"}
    signs = "{name}\u2019s \u201cwish\u201d \u2013 {words}!"
    assert render(signs, values, SMS) == 'João\'s "wish" - Łukasz...!'
    assert render("{name}\u2019s", values, TELEGRAM) == "João\u2019s"
    assert render("On y va\u00a0?", {}, SMS) == "On y va ?"
    assert render("Hi {name}.", {"name": "Joa\u0303o"}, SMS) == "Hi João."


def test_a_programme_may_do_without_accents_and_then_none_stays() -> None:
    said = render("{name}: {words:relayed}", {"name": "Łukasz", "words": "João ✓"}, PLAIN)
    assert said == "Lukasz: João ✓"
    assert (
        render("Élève à {name}, ça, mañana.", {"name": "Zoë"}, PLAIN) == "Eleve a Zoe, ca, mañana."
    )


def test_a_text_too_long_for_its_accents_has_none_at_all() -> None:
    short, long = Prompt("é" + "ã" * 133, {}), Prompt("é" + "ã" * 134, {})
    assert speak([short], SMS) == [Spoken("é" + "ã" * 133)]
    assert speak([long], SMS) == [Spoken("e" + "a" * 134)]
    assert speak([Prompt("✓" * 135, {})], SMS) == [Spoken("✓" * 135)]
    assert speak([long], TELEGRAM) == [Spoken("é" + "ã" * 134)]


@together
@pytest.mark.parametrize(
    "wording",
    ["{", "}", "{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>10}", "{a:upper}", "{{a}}", "{A}"],
)
def test_a_wording_that_is_more_than_names_is_refused(wording: str) -> None:
    with pytest.raises(WordingError):
        parse(wording)


@settings(deadline=None)
@given(
    JSON,
    st.sampled_from(["", ":date", ":weekday", ":onweekday", ":time", ":list", ":short"]),
    st.sampled_from(prompts.LANGUAGES),
    st.sampled_from(Letters),
)
def test_any_value_can_be_shown_and_none_is_long(
    value: object, spec: str, language: str, letters: Letters
) -> None:
    said = render(f"Well, {{x{spec}}}!", {"x": value}, Reader(language, letters=letters))
    assert len(said) < 80 + (200 if isinstance(value, list) else 0)
    assert "\0" not in said
    said.encode()


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_value_never_fills_another_placeholder(value: str, secret: str) -> None:
    said = render("{x:relayed}{y}", {"x": f"{{y}}{value}{{z:list}}", "z": [secret]}, TELEGRAM)
    assert said.startswith("{y}")
    assert said.rstrip().endswith("{z:list}")


def test_options_are_numbered_on_sms() -> None:
    asked = Prompt("A hand with what?", {}, TOPICS, leave=True, several=3, asks=True)
    assert speak([asked], SMS) == [
        Spoken(
            "A hand with what? Up to three, like 1 4:\n"
            "1 school\n2 exams\n3 jobs\n4 college\n0 to pass"
        )
    ]


def test_options_are_buttons_on_telegram() -> None:
    asked = Prompt("A hand with what?", {}, TOPICS[:2], leave=True, several=2, asks=True)
    (spoken,) = speak([Prompt("Thanks!", {}), asked], TELEGRAM)
    assert spoken.text == "Thanks!\n\nA hand with what? Pick one, or write up to two."
    assert spoken.buttons == (("School", "school"), ("Exams", "exams"), ("Pass", "0"))


def test_an_open_question_can_be_left_on_both() -> None:
    asked = Prompt("When?", {}, leave=True, asks=True)
    assert speak([asked], SMS) == [Spoken("When?\n0 to pass")]
    assert speak([asked], TELEGRAM) == [Spoken("When?", (("Pass", "0"),))]


def test_buttons_without_numbers_are_shown_on_telegram_only() -> None:
    asked = Prompt("From 1 to 2?", {}, buttons=(Option("1", "1"), Option("2", "2")), asks=True)
    assert speak([asked], SMS) == [Spoken("From 1 to 2?")]
    assert speak([asked], TELEGRAM) == [Spoken("From 1 to 2?", (("1", "1"), ("2", "2")))]


def test_an_option_may_name_somebody() -> None:
    options = (Option("wrong", "I'm not {name}"), Option("own", "{name}", own=True))
    asked = Prompt("Okay?", {"name": "Zoë"}, options, asks=True)
    assert speak([asked], SMS) == [Spoken("Okay?\n1 I'm not Zoë\n2 {name}")]


def test_an_option_that_names_somebody_is_echoed_so() -> None:
    values = {"name": "Jay", "answer": [Option("wrong", "not {name}")]}
    assert render("Noted: {answer:list}.", values, SMS) == "Noted: not Jay."


@together
@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Jo\u200b\u00e3o\ufeff", "João"),
        ("A\u200dna\ufe0f", "Ana"),
        ("\u202aZoé\u202c \u2066ok\u2069", "Zoé ok"),
        ("on y va\u00a0!", "on y va !"),
        ("\u2764\ufe0f \U0001f600\ufe0f", "\u2764\ufe0f \U0001f600"),  # a heart is drawn by it
        ("\U0001f469\u200d\U0001f467 \U0001f469\u200d!", "\U0001f469\u200d\U0001f467 \U0001f469!"),
        ("1\ufe0f\u20e3 1\ufe0f", "1\ufe0f\u20e3 1"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627", "\u0645\u06cc\u200c\u062e\u0648\u0627"),
        ("\u05d0\u200f!", "\u05d0\u200f!"),
    ],
)
def test_what_nobody_sees_costs_nothing_on_sms(words: str, seen: str) -> None:
    assert render("{words:relayed}", {"words": words}, SMS) == seen
    assert render("{words:relayed}", {"words": words}, PLAIN) == seen
    assert render("{words:relayed}", {"words": words}, TELEGRAM) == words


def test_a_name_with_an_unseen_letter_takes_one_part() -> None:
    said = render("{name}: " + "x" * 140, {"name": "A\u200dna"}, SMS)
    assert segments.count(said) == 1


def test_prompts_are_joined_while_they_fit_two_segments() -> None:
    said = speak([Prompt("a" * 150, {}), Prompt("b" * 155, {}), Prompt("c", {})], SMS)
    assert [len(spoken.text) for spoken in said] == [306, 1]
    assert all(segments.count(spoken.text) <= 2 for spoken in said)


def test_a_message_asks_one_thing_at_most() -> None:
    asked = [Prompt("Who?", {}, asks=True), Prompt("Well.", {}), Prompt("When?", {}, asks=True)]
    assert [spoken.text for spoken in speak(asked, SMS)] == ["Who? Well.", "When?"]
    assert [spoken.text for spoken in speak(asked, TELEGRAM)] == ["Who?\n\nWell.", "When?"]


def test_what_is_empty_is_not_sent() -> None:
    assert speak([Prompt("{note}", {}), Prompt("", {})], SMS) == []
    assert speak([Prompt("Hi!", {}), Prompt("{note}", {"note": None})], SMS) == [Spoken("Hi!")]


@together
@pytest.mark.parametrize(
    ("language", "country", "variety"),
    [("en", "US", "en_US"), ("en", "GB", "en"), ("en", "", "en"), ("pt", "AO", "pt_PT"),
     ("pt", "BR", "pt"), ("pt", "US", "pt"), ("es", "MX", "es")],
)  # fmt: skip
def test_a_language_is_written_as_the_country_does(
    language: str, country: str, variety: str
) -> None:
    assert countries.variety(language, country) == variety
