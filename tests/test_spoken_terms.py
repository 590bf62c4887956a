"""Terms in somebody's own words, in four languages: what is read, and what is not."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from flows.engine.states import Heard
from flows.mentoring.agreement import spoken_terms
from flows.reading import Unclear
from tests.together import together

NOW = datetime(2026, 3, 3, 10, tzinfo=ZoneInfo("America/New_York"))
READ: list[tuple[str, str, dict[str, Any]]] = [
    ("en", "every second week", {"often": "fortnight"}),
    ("en", "can we meet every fortnight?", {"often": "fortnight"}),
    ("en", "no, only by phone", {"how": "phone"}),
    ("en", "every other week by phone", {"often": "fortnight", "how": "phone"}),
    ("en", "in person or by phone", {"how": "mixed"}),
    ("en", "2 hrs", {"long": 120}),
    ("en", "40 minutes", {"long": 40}),
    ("en", "an hour and a half", {"long": 90}),
    ("en", "til june", {"until": "2026-06-30"}),
    ("en", "the last day of may", {"until": "2026-05-31"}),
    ("en", "between 4 and 8 pm", {"start": "16:00", "end": "20:00"}),
    ("en", "after 5", {"start": "17:00", "end": "20:00"}),
    ("es", "cada dos semanas", {"often": "fortnight"}),
    ("es", "quincenal", {"often": "fortnight"}),
    ("es", "solo por teléfono", {"how": "phone"}),
    ("es", "media hora", {"long": 30}),
    ("es", "hasta finales de mayo", {"until": "2026-05-31"}),
    ("fr", "toutes les deux semaines", {"often": "fortnight"}),
    ("fr", "une demi-heure", {"long": 30}),
    ("fr", "jusqu'en juin", {"until": "2026-06-30"}),
    ("fr", "de 16h à 20h", {"start": "16:00", "end": "20:00"}),
    ("pt", "de 15 em 15 dias", {"often": "fortnight"}),
    ("pt", "só por telefone", {"how": "phone"}),
    ("pt", "até 30 de junho", {"until": "2026-06-30"}),
    ("pt", "das 16 às 20", {"start": "16:00", "end": "20:00"}),
]
NOT_READ = [
    *(("en", words) for words in ("ok", "1", "not every week", "every week is too much")),
    *(("en", words) for words in ("that may be fine", "call me", "twice a week", "5 minutes")),
    *(("en", words) for words in ("every week or every month", "never", "thursday")),
    *(("es", words) for words in ("no cada semana", "demasiado seguido", "sí")),
    *(("fr", words) for words in ("pas toutes les semaines", "oui")),
    *(("pt", words) for words in ("não toda semana", "sim")),
]


@together
@pytest.mark.parametrize(("language", "words", "found"), READ)
def test_what_they_would_like_is_read(language: str, words: str, found: dict[str, Any]) -> None:
    assert spoken_terms.read(Heard(words, NOW, language)) == found


@together
@pytest.mark.parametrize(("language", "words"), NOT_READ)
def test_what_may_mean_two_things_is_not(language: str, words: str) -> None:
    with pytest.raises(Unclear):
        spoken_terms.read(Heard(words, NOW, language))
