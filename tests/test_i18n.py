"""What participants are sent: values in their words, prompts as messages, on both phones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.channels.sms import segments
from assistant.rendering import dates, prompts
from assistant.rendering.prompts import Reader, Spoken, WordingError, parse, render, speak
from flows.engine.states import Option, Prompt

SMS = Reader("en", plain=True)
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


@pytest.mark.parametrize(
    ("hint", "language"),
    [("pt-BR", "pt"), ("pt_PT", "pt"), ("ES", "es"), ("de", "en"), ("", "en"), ("fr", "fr")],
)
def test_the_closest_language_is_found_in_a_hint(hint: str, language: str) -> None:
    assert prompts.closest(hint, "en") == language


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


@pytest.mark.parametrize(
    ("language", "day", "clock", "both"),
    [
        ("en", "30 June 2026", "4:30 pm", "a and i"),
        ("es", "30 de junio de 2026", "16:30", "a e i"),
        ("fr", "30 juin 2026", "16 h 30", "a et i"),
        ("pt", "30 de junho de 2026", "16h30", "a e i"),
    ],
)
def test_days_times_and_lists_are_said_in_each_language(
    language: str, day: str, clock: str, both: str
) -> None:
    values = {"d": "2026-06-30", "t": "16:30", "l": ["a", "i"]}
    assert render("{l:list}", values, Reader(language)).lower() == both
    assert render("- {d:date}, {t:time}", values, Reader(language)) == f"- {day}, {clock}"


def test_names_and_echoes_are_plain_on_sms_but_relayed_words_are_as_written() -> None:
    said = render("{name}: {words:relayed}", {"name": "Łukasz", "words": "João ✓"}, SMS)
    assert said == "Lukasz: João ✓"
    assert render("Hi {name}.", {"name": "João"}, TELEGRAM) == "Hi João."


@pytest.mark.parametrize(
    "wording",
    ["{", "}", "{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>10}", "{a:upper}", "{{a}}", "{A}"],
)
def test_a_wording_that_is_more_than_names_is_refused(wording: str) -> None:
    with pytest.raises(WordingError):
        parse(wording)


@given(
    JSON,
    st.sampled_from(["", ":date", ":weekday", ":time", ":list", ":short"]),
    st.sampled_from(prompts.LANGUAGES),
    st.booleans(),
)
def test_any_value_can_be_shown_and_none_is_long(
    value: object, spec: str, language: str, plain: bool
) -> None:
    said = render(f"Well, {{x{spec}}}!", {"x": value}, Reader(language, plain=plain))
    assert len(said) < 80 + (200 if isinstance(value, list) else 0)
    assert "\0" not in said
    said.encode()


@given(st.text(), st.text())
def test_a_value_never_fills_another_placeholder(value: str, secret: str) -> None:
    said = render("{x:relayed}{y}", {"x": f"{{y}}{value}{{z:list}}", "z": [secret]}, TELEGRAM)
    assert said.startswith("{y}")
    assert said.rstrip().endswith("{z:list}")


def test_options_are_numbered_on_sms() -> None:
    asked = Prompt("A hand with what?", {}, TOPICS, leave=True, several=3, asks=True)
    assert speak([asked], SMS) == [
        Spoken(
            "A hand with what? Up to three, like 1 4: 1 school 2 exams 3 jobs 4 college. 0 to pass."
        )
    ]


def test_options_are_buttons_on_telegram() -> None:
    asked = Prompt("A hand with what?", {}, TOPICS[:2], leave=True, several=2, asks=True)
    (spoken,) = speak([Prompt("Thanks!", {}), asked], TELEGRAM)
    assert spoken.text == "Thanks!\n\nA hand with what? Pick one, or write up to two."
    assert spoken.buttons == (("School", "school"), ("Exams", "exams"), ("Pass", "0"))


def test_an_open_question_can_be_left_on_both() -> None:
    asked = Prompt("When?", {}, leave=True, asks=True)
    assert speak([asked], SMS) == [Spoken("When? 0 to pass.")]
    assert speak([asked], TELEGRAM) == [Spoken("When?", (("Pass", "0"),))]


def test_buttons_without_numbers_are_shown_on_telegram_only() -> None:
    asked = Prompt("From 1 to 2?", {}, buttons=(Option("1", "1"), Option("2", "2")), asks=True)
    assert speak([asked], SMS) == [Spoken("From 1 to 2?")]
    assert speak([asked], TELEGRAM) == [Spoken("From 1 to 2?", (("1", "1"), ("2", "2")))]


def test_an_option_may_name_somebody() -> None:
    options = (Option("wrong", "I'm not {name}"), Option("own", "{name}", own=True))
    asked = Prompt("Okay?", {"name": "Zoë"}, options, asks=True)
    assert speak([asked], SMS) == [Spoken("Okay? 1 I'm not Zoe 2 {name}")]


def test_an_option_that_names_somebody_is_echoed_so() -> None:
    values = {"name": "Jay", "answer": [Option("wrong", "not {name}")]}
    assert render("Noted: {answer:list}.", values, SMS) == "Noted: not Jay."


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


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-06-01", "1er juin 2026"),
        ("2026-08-01", "1er août 2026"),
        ("2026-06-11", "11 juin 2026"),
    ],
)
def test_the_first_of_a_month_is_the_first_in_french(day: str, said: str) -> None:
    assert dates.said(day, "date", "fr", "UTC") == said
