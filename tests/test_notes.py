"""Notes beside an answer, meetings that do not happen, and breaks reach the coordinator."""

import pytest
from sqlalchemy import select

from flows import reading
from storage.tables import Handover, table
from tests.test_frozen import Two, two  # noqa: F401 - the fixture

H = table(Handover)
FOR_A_PERSON = {
    "en": (
        "could we meet somewhere else",
        "she was really late again",
        "it was a waste of time",
        "im worried he is lonely",
        "is it ok if i miss next week?",
        "i felt uncomfortable",
    ),
    "es": (
        "llegó tarde otra vez",
        "estoy preocupada por él",
        "¿podemos cambiar de sala?",
        "no me ayuda",
    ),
    "fr": ("toujours en retard", "je suis inquiète", "j'ai besoin d'une salle", "c'était gênant"),
    "pt": ("chegou atrasado", "fiquei preocupada", "preciso de outra sala", "não gostei"),
}
ORDINARY = {
    "en": ("we talked about my exam", "it was great, she is funny", "he passed maths", "all good"),
    "es": ("hablamos del examen", "muy bien todo", "me gustó mucho"),
    "fr": ("on a parlé de l'examen", "très bien", "j'ai beaucoup appris"),
    "pt": ("falamos da prova", "foi muito bom", "gostei muito"),
}


@pytest.mark.parametrize(
    ("language", "note"), [(k, n) for k, ns in FOR_A_PERSON.items() for n in ns]
)
def test_a_note_that_asks_complains_or_worries_is_for_a_person(language: str, note: str) -> None:
    assert reading.for_a_person(note, language)


@pytest.mark.parametrize(("language", "note"), [(k, n) for k, ns in ORDINARY.items() for n in ns])
def test_an_ordinary_note_is_not(language: str, note: str) -> None:
    assert not reading.for_a_person(note, language)


def listed(two: Two) -> list[tuple[str, str]]:  # noqa: F811
    with two.world.db.reading() as db:
        return [tuple(row) for row in db.execute(select(H.c.kind, H.c.text).order_by(H.c.id))]


def meet(two: Two, day: str) -> None:  # noqa: F811
    """They book a meeting, and its time comes and goes."""
    two.passes(days=1)
    two.phones["Jay"].says("MEETING", f"{day} at 11", "1", "1")
    two.phones["Rosa"].says("0", "MEETING", "1")
    for _ in range(60):
        two.passes(hours=4)
        if any("did you and Rosa meet" in text for text in two.phones["Jay"].hears()):
            return
    raise AssertionError("nobody was asked how it was")


def test_a_note_after_a_meeting_reaches_the_coordinator_where_it_complains(two: Two) -> None:  # noqa: F811
    meet(two, "friday")
    two.phones["Jay"].says("1", "4", "she was really late again", "2")
    assert ("complaint", "she was really late again") in listed(two)


def test_an_ordinary_note_after_a_meeting_does_not(two: Two) -> None:  # noqa: F811
    meet(two, "friday")
    two.phones["Jay"].says("1", "4", "we talked about my exam", "2")
    assert listed(two) == []


def test_words_of_fear_in_a_note_are_a_worry(two: Two) -> None:  # noqa: F811
    meet(two, "friday")
    two.phones["Jay"].says("1", "4", "sometimes she scares me", "2")
    assert ("worry", "sometimes she scares me") in listed(two)


def test_who_does_not_come_is_the_coordinators_at_the_second_time(two: Two) -> None:  # noqa: F811
    meet(two, "friday")
    asked = two.phones["Jay"].says("2")
    assert "Rosa didn't come" in asked[0]
    two.phones["Jay"].says("1", "2")
    assert "no_show" not in [kind for kind, _text in listed(two)]
    meet(two, "friday")
    two.phones["Jay"].says("2", "1", "2")
    assert [kind for kind, _text in listed(two)].count("no_show") == 1


def test_what_was_called_off_is_no_meeting_that_somebody_missed(two: Two) -> None:  # noqa: F811
    for _ in range(2):
        meet(two, "friday")
        two.phones["Jay"].says("2", "3", "2")
    assert "no_show" not in [kind for kind, _text in listed(two)]


def test_a_break_that_drops_a_meeting_reaches_the_coordinator(two: Two) -> None:  # noqa: F811
    two.phones["Jay"].says("MEETING", "friday at 11", "1", "1")
    two.phones["Rosa"].says("MEETING", "1")
    replies = two.phones["Jay"].says("PAUSE", "two weeks")
    while not any(kind == "pause" for kind, _text in listed(two)) and replies:
        replies = two.phones["Jay"].says("2")
        if len(listed(two)) or "break" not in " ".join(replies):
            break
    assert "pause" in [kind for kind, _text in listed(two)]
