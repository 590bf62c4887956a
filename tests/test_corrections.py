"""An answer taken back at the next question, and a name told along with the age."""

import pytest

from flows import reading
from flows.engine.states import Heard
from flows.joining.ages import read_age
from flows.reading import Unclear
from tests.flow_walks import NOW, Stand, everywhere, stands

TAKEN_BACK = [
    ("en", "no 21", "21"),
    ("en", "no, 21", "21"),
    ("en", "oh wait 19", "19"),
    ("en", "Oops, I meant Thursday nights", "Thursday nights"),
    ("es", "no, mejor martes", "martes"),
    ("es", "perdón, quise decir Lupe", "Lupe"),
    ("fr", "non plutôt mardi soir", "mardi soir"),
    ("fr", "je me suis trompé, 20 ans", "20 ans"),
    ("pt", "opa errei, 27", "27"),
    ("pt", "não, quer dizer terça", "terça"),
]
NOTHING = [
    ("en", "no mondays"),
    ("en", "no, fridays too"),
    ("en", "tuesday"),
    ("en", "no"),
    ("en", "no 2 please"),
    ("es", "no puedo los lunes"),
    ("es", "no, el viernes también"),
    ("fr", "pas le lundi"),
    ("fr", "non, aussi le jeudi"),
    ("pt", "não posso segunda"),
    ("pt", "não, sexta tb pode"),
]


@pytest.mark.parametrize(("language", "reply", "meant"), TAKEN_BACK)
def test_what_is_meant_instead_is_what_follows(language: str, reply: str, meant: str) -> None:
    assert reading.corrected(reply, language) == meant


@pytest.mark.parametrize(("language", "reply"), NOTHING)
def test_a_refusal_or_an_addition_takes_nothing_back(language: str, reply: str) -> None:
    assert reading.corrected(reply, language) == ""


TOGETHER = [
    ("en", "im 21 and my name is mike", 21, "Mike"),
    ("en", "call me mike, 21", 21, "Mike"),
    ("es", "me llamo Lupe y tengo 34 años", 34, "Lupe"),
    ("es", "tengo 34, me dicen Lupe", 34, "Lupe"),
    ("fr", "j'ai 20 ans et je m'appelle Inès", 20, "Inès"),
    ("pt", "27 e meu nome é Bia", 27, "Bia"),
    ("pt", "tenho 27 anos, me chamo Beatriz", 27, "Beatriz"),
]


@pytest.mark.parametrize(("language", "reply", "age", "name"), TOGETHER)
def test_a_name_may_be_told_with_the_age(language: str, reply: str, age: int, name: str) -> None:
    assert reading.introduced(reply, language)[0] == name
    assert read_age(Heard(reply, NOW, language)) == age


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "my sister is 21 and my name is mike"),
        ("en", "im not 18 yet and my name is mike"),
        ("es", "mi hijo tiene 12 y me llamo Lupe"),
        ("fr", "bientôt 18 ans et je m'appelle Inès"),
        ("pt", "quase 18 e me chamo Bia"),
    ],
)
def test_a_name_beside_it_makes_no_age_of_what_is_none(language: str, reply: str) -> None:
    with pytest.raises(Unclear):
        read_age(Heard(reply, NOW, language))


@pytest.mark.parametrize(
    ("language", "reply", "age"),
    [("en", "no 30", 30), ("es", "perdón, 43", 43), ("fr", "non, 20", 20), ("pt", "opa, 27", 27)],
)
def test_an_age_may_begin_with_what_takes_back_another(language: str, reply: str, age: int) -> None:
    assert read_age(Heard(reply, NOW, language)) == age


def test_only_an_exact_answer_is_ever_taken_back() -> None:
    """Wherever one stands, "no, ..." changes no answer before but an exact one."""
    for stand in everywhere(stands):
        only_an_exact_answer_is_taken_back(stand)


def only_an_exact_answer_is_taken_back(stand: Stand) -> None:
    trail, before = stand.standing.trail, dict(stand.standing.answers)
    turn = stand.take(Heard("no, wednesday", NOW, "en"))
    after = turn.standing.answers
    other = (key for key in before if after.get(key, before[key]) != before[key])
    changed = {key.removesuffix("_note") for key in other}
    exact = trail and getattr(stand.flow.states[trail[-1]], "exact", False)
    mends = getattr(stand.asked, "mends", "")
    assert changed <= {stand.standing.state, mends, trail[-1] if exact else ""}, str(stand)
