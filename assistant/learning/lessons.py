"""Which lesson or tip comes to somebody at a moment, if there is one that they have not had."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from assistant.programmes.lessons import of_programme, worded, written
from flows.engine.values import Facts
from flows.support.lesson import OWN, TIP
from flows.support.lessons import LESSONS
from storage.tables import Json


class Next(NamedTuple):
    """A lesson by its name, and what the flow is told of it."""

    name: str
    given: Facts


class Wanted(NamedTuple):
    """For whom it is, and when."""

    role: str
    moment: str
    language: str


def find(settings: Json, wanted: Wanted, had: Collection[str]) -> Next | None:
    """The product's own lessons come first, as the programme has put them; then what it wrote."""
    return next((one for one in _fitting(settings, wanted) if one.name not in had), None)


def _fitting(settings: Json, wanted: Wanted) -> Iterator[Next]:
    for name in of_programme(settings):
        if (LESSONS[name].role, LESSONS[name].moment) == (wanted.role, wanted.moment):
            yield Next(name, {"lesson": name})
    for one in written(settings):
        if one["role"] in (wanted.role, "both") and one["moment"] == wanted.moment:
            yield _own(one, wanted.language)


def _own(one: Json, language: str) -> Next:
    given = {"named": one["token"], "told": worded(one["text"], language)}
    if "answers" not in one:
        return Next(one["token"], {**given, "lesson": TIP})
    choices = [
        [worded(each["label"], language), worded(each["back"], language)] for each in one["answers"]
    ]
    return Next(one["token"], {**given, "lesson": OWN, "choices": choices})
