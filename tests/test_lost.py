"""Where own words are asked for, "what?" and a phone that does not work are no answer."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.engine.states import Heard
from flows.joining.profile import read_answer, read_any, read_reason
from flows.reading import Unclear
from storage.database import open_database
from tests.conftest import sqlite_url
from tests.phones import World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OF_A_PHONE = {
    "en": "my phone doesnt work / sorry my phone is broken / phone not working again / "
    "i dont have credit / sorry no signal here / my battery is dying / im out of data / no wifi rn "
    "/ low battery sorry",
    "es": "mi celular no sirve / no me funciona el celular / se me rompió el teléfono / "
    "no tengo saldo / me quedé sin batería / no hay señal / estoy sin datos / se me acabó el saldo",
    "fr": "mon tel marche plus / mon téléphone ne marche pas / mon portable est cassé / "
    "j'ai plus de batterie / j'ai plus de crédit / y a pas de réseau / ma batterie est à plat",
    "pt": "meu celular quebrou / meu celular não funciona / meu telemóvel avariou / "
    "tô sem crédito / sem bateria / não tenho saldo / a internet caiu / fiquei sem net",
}
PUZZLED = {
    "en": "what? / huh / i dont understand / sorry what do you mean / like what? / must i? "
    "/ for example? / oh anything?",
    "es": "qué? / no entiendo / cómo? / tipo qué? / por ejemplo? / tengo que?",
    "fr": "quoi / hein ? / je comprends pas / genre quoi ? / je suis obligé ? / n'importe quoi ?",
    "pt": "que? / como assim / não entendi / tipo o quê? / sou obrigado? / qualquer coisa?",
}
ANSWERS = {
    "en": "fix my phone / a phone that works / learn to repair phones / what to do after school "
    "/ college credit / a job in network security / no debt / good credit / data science "
    "/ anything really / be a nurse? / make friends?",
    "es": "arreglar mi celular / usar menos el celular / que me vaya bien "
    "/ no tener deudas / estar en la red de apoyo",
    "fr": "réparer mon téléphone / moins de téléphone / comprendre les maths "
    "/ plus de confiance / moins de réseaux",
    "pt": "consertar meu celular / usar menos o celular / entender matemática "
    "/ não ter dívidas / uma rede de amigos",
}


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, said) for language, some in table.items() for said in some.split(" / ")]


@pytest.mark.parametrize(("language", "said"), [*each(OF_A_PHONE), *each(PUZZLED)])
def test_it_is_no_answer(language: str, said: str) -> None:
    for read in (read_answer, read_any):
        with pytest.raises(Unclear):
            read(Heard(said, NOW, language))


@pytest.mark.parametrize(("language", "said"), each(ANSWERS))
def test_what_only_holds_these_words_is_one(language: str, said: str) -> None:
    assert read_answer(Heard(said, NOW, language)) == said


@pytest.mark.parametrize(("language", "said"), each(OF_A_PHONE))
def test_a_phone_that_fails_may_be_the_reason(language: str, said: str) -> None:
    assert read_reason(Heard(said, NOW, language))


@pytest.mark.parametrize("said", ["my phone doesnt work", "what"])
def test_it_is_not_kept_as_what_somebody_hopes_for(tmp_path: Path, said: str) -> None:
    phone = World(open_database(sqlite_url(tmp_path))).phone()
    phone.says("bridge", "ok", "23", "Jay", "1")
    (asked,) = phone.says(said)
    assert "Saved" not in asked
    assert "in your own way" in asked
    assert "Saved, in your own words" in phone.says("pass maths")[0]
