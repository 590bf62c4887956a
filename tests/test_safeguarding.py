"""Concerns are heard, ordinary texts are left alone, and no text takes long."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median
from time import thread_time

import pytest
from babel.messages.pofile import read_po

from assistant.commands import scans, scoring, weighing
from assistant.commands.scans import Score
from assistant.commands.weighing import Lesson
from assistant.rendering.translations import Reader, say_for
from assistant.safeguarding import (
    About,
    Concern,
    Doubt,
    Kind,
    Scanner,
    scan,
    tables,
    unsafe,
    weights,
)
from assistant.safeguarding.tables import PhraseError
from assistant.safeguarding.weights import Weights, marks
from assistant.understanding import patterns
from flows.engine.states import Heard
from tests.together import together

CASES = Path(__file__).parent / "data" / "safeguarding"
LOCALES = Path(__file__).parent.parent / "locales"
ROUNDS = [path.name for path in sorted(CASES.glob("round_*.jsonl"))]  # of both sorts each
HELD = [path.name for path in sorted(CASES.glob("*_held.jsonl"))]  # that nothing learned from
LEARNED = [path.name for path in sorted(CASES.glob("hand_*.jsonl")) if path.name not in HELD]
LONG = 1600


def heard(text: str, *others: str) -> tuple[type[Concern | Doubt], Kind, About]:
    found = scan(text, others)
    assert found is not None, text
    return type(found), found.kind, found.about


def seconds(text: str, times: int = 20) -> float:
    """The least that it takes when nothing else has read it; others use the machine too."""
    took = []
    for _ in range(times):
        patterns.words.cache_clear()
        patterns.fold.cache_clear()
        started = thread_time()
        scan(text, ["Derek"])
        took.append(thread_time() - started)
    return min(took)


@cache
def scored(name: str) -> list[scans.Result]:
    return scans.score(CASES / name)


def texts(name: str, *, ordinary: bool) -> list[list[scans.Result]]:
    """Those of a file, by language."""
    found: dict[str, list[scans.Result]] = {}
    for one in scored(name):
        if (one.text.kind == scans.ORDINARY) == ordinary:
            found.setdefault(one.text.language, []).append(one)
    assert found
    return list(found.values())


@pytest.mark.parametrize(
    "name", ["concerns.jsonl", "concerns_fresh.jsonl", "indirect.jsonl", *ROUNDS, *LEARNED]
)
def test_nearly_all_concerns_are_heard(name: str) -> None:
    for some in texts(name, ordinary=False):
        missed = [one.text.text for one in some if one.score is Score.NOTHING]
        assert len(missed) <= len(some) * 0.05, missed


@pytest.mark.parametrize(
    "name", ["ordinary.jsonl", "ordinary_fresh.jsonl", "idioms.jsonl", "intake.jsonl", *ROUNDS]
)
def test_hardly_any_ordinary_text_is_taken_for_a_concern(name: str) -> None:
    for some in texts(name, ordinary=True):
        wrong = [one.text.text for one in some if one.score is not Score.NOTHING]
        assert scoring.percent(some, Score.PAGED) <= scans.PAGED, wrong
        assert scoring.percent(some, Score.ASKED) <= scans.ASKED, wrong


# What it tells a coordinator of somebody's, or says of danger on purpose.
SPOKEN_OF = ("{who}", "safety", "in danger", "{emergency}")


def test_what_the_product_says_is_no_concern() -> None:
    heard_in = [
        said
        for path in LOCALES.glob("*/LC_MESSAGES/messages.po")
        for message in read_po(BytesIO(path.read_bytes()))
        for said in (message.id, message.string)
        if isinstance(said, str) and not any(one in message.id for one in SPOKEN_OF) and scan(said)
    ]
    assert heard_in == []


@pytest.mark.parametrize("name", HELD)
def test_texts_that_nothing_was_learned_from_are_heard(name: str) -> None:
    """A half of a new hand's texts: no list and no weight knows them."""
    concerns = texts(name, ordinary=False)
    missed = sum(one.score is Score.NOTHING for some in concerns for one in some)
    assert missed < 0.1 * sum(map(len, concerns))
    others = [one for some in texts(name, ordinary=True) for one in some]
    assert scoring.percent(others, Score.PAGED) < 2
    assert scoring.percent(others, Score.ASKED) < 7


def test_what_is_learned_of_a_word_is_known_of_its_kin_in_every_language() -> None:
    said = [
        (("he scares me every time", True), ("he helps me every time", False)),
        (("my dad scares me", True), ("my dad helps me", False)),
    ]
    lessons = [
        Lesson(marks(patterns.words(text)), concern, part=part)
        for part, some in enumerate(said)
        for text, concern in some
    ]
    weights = weighing.learned(lessons * 4)
    scared, asked = (
        weights.weigh(marks(patterns.words(text)))
        for text in ("mi padre me asusta mucho", "mi padre me pregunta mucho")
    )
    assert scared > asked


def test_what_a_phrase_finds_is_less_clear_where_all_the_words_tell_of_something_else() -> None:
    table = tables.parse("[hurt: page]\nhit me\n[touched: ask]\ntouched me\n")
    known = {"film": -4.0, "game": -9.0, "book": -99.0}
    scanner = Scanner([table], Weights(known, clear=-0.5, unclear=-2, meant=-9))
    every = ("man", "film", "game", "book")
    hit = [scanner.scan(f"the {what} that i saw really hit me") for what in every]
    assert [type(one) for one in hit] == [Concern, Doubt, Doubt, type(None)]
    assert isinstance(scanner.scan("the man that i saw touched me"), Doubt)
    assert scanner.scan("the game that i saw touched me") is None
    assert isinstance(scanner.scan("book hit me"), Concern)  # too short to know better
    assert isinstance(scanner.scan("hit me, in the game that i saw"), Concern)  # all of a clause
    assert scanner.scan("game he hit me") == Doubt(Kind.HURT, About.UNSAID, "hit me")


def test_what_is_only_suspected_is_asked_about() -> None:
    taught = Weights({"cellar": 3.0, "sessions": -3.0}, bias=-1.0, bar=0.0)
    scanner = Scanner([tables.parse("[hurt: page]\nhit me\n[ordinary]\nwine cellar\n")], taught)
    found = scanner.scan("we go to the cellar")
    assert found == Doubt(Kind.AFRAID, About.UNSAID, "cellar")
    assert isinstance(scanner.scan("in the cellar he hit me"), Concern)
    for text in ("the cellar", "we go to the wine cellar", "the cellar sessions are on tuesday"):
        assert scanner.scan(text) is None, text


def test_whoever_is_named_is_told_apart() -> None:
    assert heard("my mentor hit me") == (Concern, Kind.HURT, About.OTHER_SIDE)
    assert heard("derek shoved me", "Derek") == (Concern, Kind.HURT, About.OTHER_SIDE)
    assert heard("derek is nice. but he touches me", "Derek Cole")[2] is About.OTHER_SIDE
    assert heard("mi papa me pega") == (Concern, Kind.HURT, About.SOMEBODY)
    assert heard("il me fait peur") == (Concern, Kind.AFRAID, About.UNSAID)
    assert heard("quero morrer") == (Concern, Kind.SELF_HARM, About.SELF)
    assert heard("my mentee told me her dad beats her") == (
        Concern,
        Kind.WORRY,
        About.OTHER_SIDE,
    )


@together
@pytest.mark.parametrize(
    "text",
    [
        *("wanna die lol", "me quiero morir jajaja", "jveux mourir mdr", "quero morrer kkkk"),
        *("kys", "il va me buter si je parle mdr"),
    ],
)
def test_what_may_be_meant_in_jest_is_asked_about(text: str) -> None:
    assert heard(text)[0] is Doubt


def answered(text: str, language: str, token: str = "") -> Concern | None:
    said = say_for(Reader(language))
    return unsafe(Heard(text, datetime(2026, 3, 11, tzinfo=UTC), language, said, token))


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("always", "yes", "yes always!", "of course i do", "1", "yep")),
        *(("es", text) for text in ("siempre", "sí", "si siempre", "claro que si")),
        *(("fr", text) for text in ("toujours", "oui", "oui toujours", "ouais")),
        *(("pt", text) for text in ("sempre", "sim", "sim sempre", "claro")),
    ],
)
def test_a_bare_yes_to_feeling_safe_is_no_concern(language: str, text: str) -> None:
    assert answered(text, language) is None


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("no", "2", "mostly", "yes i guess", "he always shouts", "idk")),
        *(("es", text) for text in ("casi siempre", "siempre me grita", "sí, supongo", "mmm")),
        *(("fr", text) for text in ("pas toujours", "il crie toujours", "oui je crois", "bof")),
        *(("pt", text) for text in ("nem sempre", "tenho medo dela", "sim, acho", "mais ou menos")),
    ],
)
def test_any_other_answer_to_feeling_safe_is_one_with_its_words(language: str, text: str) -> None:
    found = answered(text, language)
    assert found is not None
    assert found.words == text
    assert found.about is About.OTHER_SIDE


def test_buttons_answer_whether_somebody_feels_safe() -> None:
    assert answered("", "en", "yes") is None
    assert answered("not always", "en", "no") is not None


def test_clear_words_go_before_unclear_ones_and_the_gravest_first() -> None:
    assert heard("i cant do this anymore, he hits me")[:2] == (Concern, Kind.HURT)
    assert heard("he hits me, i want to die")[:2] == (Concern, Kind.SELF_HARM)


def test_all_languages_are_tried_in_one_text() -> None:
    assert heard("sorry no puedo el martes, mi padrastro me golpeo")[1] is Kind.HURT
    assert heard("ok thanks. jveux mourir")[1] is Kind.SELF_HARM


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("he never hit me", "nobody believes me but he hit me"),
        ("no me pega", "nadie me cree que me pega"),
        ("il me fait pas peur", "il me fait peur, pas toi"),
        ("nao tenho medo", "nao sei, tenho medo dele"),
    ],
)
def test_only_what_is_denied_itself_is_left_alone(denied: str, said: str) -> None:
    assert scan(denied) is None
    assert heard(said)[0] is Concern


def test_words_for_not_sure_and_not_safe_are_asked_about() -> None:
    for said in ("não tô segura", "nao estou seguro", "n tou segura agora"):
        assert heard(said)[:2] == (Doubt, Kind.AFRAID), said
    assert scan("não estou segura de nada") is None


def test_a_concern_is_heard_wherever_in_a_long_text_it_stands() -> None:
    for before in range(0, 4000, 97):
        text = ("we met at the library and it was ok. " * 120)[:before] + " he hit me "
        assert scan(text + "see you " * 20), before


def test_no_text_takes_long() -> None:
    ordinary = [one.text.text for one in scored("ordinary.jsonl")]
    middle = median(seconds(text) for text in ordinary)
    assert middle < 30e-6 * 2  # 30 µs on an idle machine
    repeated = ["he hit me ", "i want to die ", "never he never hit me ", "dying to meet you "]
    repeated += ["me ", "i ", "a", "e\u0301", ",", "he me my i to want hit kill die ", "? ! "]
    for text in repeated:
        # Beside ordinary ones of the same moment: one that grew as its square would take 2,000
        # times as long as they do, and those that are slow in proportion to their length take 200.
        beside = median(seconds(one) for one in ordinary[::10])
        assert seconds((text * LONG)[:LONG], 30) < beside * 500, text


def test_a_programme_adds_phrases_of_its_own() -> None:
    ours = tables.parse(
        "HOUSE = annex cabin\n[touched: page]\ntook me to the HOUSE\n[ordinary]\nHOUSE meeting\n"
    )
    scanner = Scanner([ours])
    found = scanner.scan("yesterday he took me to the cabin")
    assert found == Concern(Kind.TOUCHED, About.UNSAID, "took me to the cabin")
    assert scanner.scan("took me to the cabin meeting") is None


def test_a_word_typed_as_one_with_the_next_is_heard() -> None:
    scanner = Scanner([tables.parse("[glued]\nj\n[afraid: page]\nflippe de rentrer\n")])
    found = scanner.scan("jflippe de rentrer")
    assert found == Concern(Kind.AFRAID, About.UNSAID, "jflippe de rentrer")
    assert scanner.scan("xflippe de rentrer") is None


def test_a_phrase_may_go_on_after_a_comma() -> None:
    ours = tables.parse("[home: page]\npacked ~ .? ~ leaving\n[hurt: page]\nhit ~ hard\n")
    scanner = Scanner([ours])
    for text in ("packed and leaving", "packed my bag, im leaving", "packed. leaving"):
        assert scanner.scan(text), text
    for text in ("packed, you know, leaving", "hit, hard"):
        assert scanner.scan(text) is None, text


@together
@pytest.mark.parametrize(
    "line", ["NOBODY hits me", "~ ~", "hits? me?", "it's", "[shouted: page]\nhits me", "me " * 30]
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(PhraseError, match=r"phrases:[23]"):
        tables.parse(f"[hurt: page]\n{line}\n")


def test_no_number_speaks_for_a_concern_by_itself() -> None:
    learned = [mark for mark in weights.read(weights.OURS).marks if isinstance(mark, str)]
    assert [mark for mark in learned if any(map(str.isdigit, mark))] == []
    for number in range(1, 100):
        assert scan(f"my own little shop one day {number}") is None, number
        assert scan(f"puedo el sábado a las {number} o el lunes") is None, number


FRIDAYS = (
    "sex 17h",
    "pode ser sex às 17h?",
    "qua ou sex",
    "seg a sex",
    "sex de manhã",
    "sex dia 6",
)
NO_FRIDAYS = ("he wants sex", "sex as a kid", "forced me to have sex as a joke", "sex with him")


def test_what_is_short_for_friday_is_no_concern() -> None:
    assert [text for text in FRIDAYS if scan(text)] == []
    assert [text for text in NO_FRIDAYS if not scan(text)] == []
    assert scan("sex")
    assert not scan("sex", language="pt_BR")
    assert scan("he wants sex", language="pt_BR")
